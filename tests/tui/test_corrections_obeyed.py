"""A read-through is offered, and what is corrected after it is obeyed: seen from outside, in the program's own files.

An interview is held at a terminal, the transcript is offered at its end, and the informant's corrections come in by
commands. Then everything is searched that anybody can look at.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.interviewer import PROGRAM, Interviewer, records, thesis_study
from tests.terminal import Terminal
from tests.warm import run_program

OLD, NEW = "Kari ved Lade var syk", "[en kollega] var borte"
REASON, NEW_REASON = "mor til Kari", "noe i familien"
SEEN_BEFORE = ("kari", "lade")
"""The words that nobody is to meet again."""


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study with one interview: a note edited once, one taken back, a refusal with its reason, the offer ticked."""
    folder = thesis_study(tmp_path_factory.mktemp("obeyed") / "study")
    with Interviewer(folder) as person:
        person.ready()
        person.keys("1", expect=2)
        for digit in "23456":
            person.keys(digit)
        person.keys("enter")
        person.line(f"{OLD} feil")
        person.keys("ctrl+z")
        person.line(OLD)
        person.line(f"-x {REASON}")
        person.terminal.type("/slutt\r")
        person.keys("enter")
        person.keys("+", "enter")
        person.keys("enter", expect=0)
        person.terminal.wait_for("Etterpå")
        for digit in "123":
            person.keys(digit)
        person.keys("enter")
        person.terminal.wait_for("refleksjonsnotat")
        person.look()
        person.terminal.press("enter")
        assert person.terminal.wait_exit() == 0
    return folder


def outputs(study: Path) -> Iterator[str]:
    """What each command says, and each file that it makes."""
    made = study.parent / "made"
    made.mkdir(exist_ok=True)
    for arguments in (
        ("review",),
        ("review", "--json", "--with-reflexive"),
        ("review", "--participant", "I1", "--with-reflexive"),
        ("review", "--html", made / "rapport.html", "--with-reflexive"),
        ("review", "--markdown", made / "rapport.md", "--with-reflexive"),
        ("export", "method"),
        ("export", "method", "--json"),
        ("export", "reflexive"),
        ("export", "guide"),
        ("export", "paper", "-o", made / "papir.html"),
        ("give", "I1", "-o", made / "kopi.html", "--with-reflexive", "--with-held-back"),
        ("correct", "I1"),
    ):
        done = run_program(*arguments, "--study", study)
        assert done.returncode == 0, (arguments, done.stderr)
        yield done.stdout + done.stderr
    for file in made.iterdir():
        yield file.read_text(encoding="utf-8")
    yield played(study)


def played(study: Path) -> str:
    """Every screen of the interview, played again act by act."""
    with Terminal([*PROGRAM, "replay", "I1", "--study", str(study)], size=(100, 30)) as terminal:
        terminal.wait_for("Guide")
        terminal.press("space")
        seen = [terminal.wait_still()]
        for _ in records(study / "interviews" / "I1.jsonl"):
            terminal.press("right")
            seen.append(terminal.wait_still(0.05))
        terminal.press("q")
        terminal.wait_exit()
    return "\n".join(seen)


def folders(study: Path) -> Iterator[tuple[str, str]]:
    """Every file of the study and of the user's own folders, by its name."""
    homes = [os.environ[f"XDG_{name}_HOME"] for name in ("CACHE", "CONFIG", "DATA", "STATE")]
    for folder in (study, *map(Path, homes)):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield path.name, path.read_bytes().decode("utf-8", "replace")


def met(text: str) -> list[str]:
    return [word for word in SEEN_BEFORE if word in text.casefold()]


def number_of(study: Path, kind: str) -> str:
    """The number of the last act of this kind."""
    return str(next(one["seq"] for one in reversed(records(study / "interviews" / "I1.jsonl")) if one["type"] == kind))


def correct(study: Path, kind: str, words: str) -> None:
    file = study.parent / "ord.txt"
    file.write_text(words, encoding="utf-8")
    number = number_of(study, kind)
    run_program("correct", "I1", "--note", number, "--text-file", file, "--study", study, code=0)


def test_it_is_offered_its_corrections_are_obeyed_and_what_is_left_out_is_nowhere(study: Path) -> None:
    method = run_program("export", "method", "--json", "--study", study, code=0).stdout
    assert "transcript" in method
    *told, replayed = outputs(study)
    assert all(any(words in text for text in told) and words in replayed for words in (OLD, REASON))
    for file in (study.parent / "made").iterdir():
        file.unlink()

    correct(study, "noted", NEW)
    correct(study, "declined", NEW_REASON)
    told = list(outputs(study))
    assert [met(text) for text in told] == [[] for _ in told]
    assert any(NEW in text for text in told)
    assert any(NEW_REASON in text for text in told)
    assert {name for name, text in folders(study) if met(text)} <= {"I1.jsonl", "guide.yaml"}

    for kind in ("noted", "declined"):
        run_program("correct", "I1", "--note", number_of(study, kind), "--leave-out", "--study", study, code=0)
    told = list(outputs(study))
    assert [met(text) for text in told] == [[] for _ in told]
    gone = ("kari", "lade", "kollega", "familien")
    assert not [name for name, text in folders(study) if any(word in text.casefold() for word in gone)]
