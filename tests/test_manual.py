"""README and manual are true: their commands run, their links lead somewhere, both languages say the same."""

import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from guide.model import Guide
from guide.reading import read_guide, read_guide_file
from interviews.core import commands as do
from tests.clocks import StandingClock
from tests.sentences import every_text
from tests.tui.studies import hold
from tui.commands import COMMANDS
from tui.commands.given_keys import give_keys
from tui.input.actions import ACTS
from tui.keymap import Keymap
from tui.main import main
from tui.settings import read_settings
from tui.translator import Language

ROOT = Path(__file__).parent.parent
MANUAL = ROOT / "docs" / "manual"
FIRST = "first"
PAGES = ("before", "table", "afterwards", "coverage", "exports", "trouble", "privacy", "practice")
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
WORD_GUIDE = ROOT / "tests" / "guide" / "importing" / "fixtures" / "vedlegg1.docx"

_FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def page(language: str, name: str) -> str:
    return (MANUAL / language / f"{name}.md").read_text(encoding="utf-8")


def blocks(text: str, kind: str) -> list[str]:
    return [body for found, body in _FENCE.findall(text) if found == kind]


def commands(text: str) -> Iterator[tuple[str, bool]]:
    """Each command in the fenced blocks, and whether it opens a screen."""
    for kind, body in _FENCE.findall(text):
        if kind in ("sh", "sh terminal"):
            yield from ((line, kind == "sh terminal") for line in body.splitlines() if line.strip())


class Shell:
    """Runs a line as a shell would, in this process: a command of the program, its standard input perhaps a file."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def run(self, line: str) -> tuple[int, str, str]:
        program, *arguments = shlex.split(line, comments=True)
        assert program == "intervjuguide", line
        source = os.devnull
        if "<" in arguments:
            source = arguments.pop(arguments.index("<") + 1)
            arguments.remove("<")
        with Path(source).open(encoding="utf-8") as given:
            self._monkeypatch.setattr(sys, "stdin", given)
            code = main(arguments)
        out, err = self._capsys.readouterr()
        return code, out, err

    def follow(self, text: str) -> None:
        """Run every command of a page; one that opens a screen must get as far as asking for a terminal."""
        for line, opens in commands(text):
            code, _, err = self.run(line)
            assert (code, "terminal" in err) == ((2, True) if opens else (0, False)), (line, code, err)


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Shell:
    monkeypatch.chdir(tmp_path)
    return Shell(monkeypatch, capsys)


@pytest.mark.parametrize(("language", "study", "document"), [
    ("en", "my-study", "interview-guide.docx"), ("nb", "studien", "intervjuguide.docx"),
])  # fmt: skip
def test_every_command_of_the_manual_runs(
    language: str, study: str, document: str, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", language)
    shutil.copy(WORD_GUIDE, document)
    for name in ("note.txt", "notat.txt", "sampling.txt", "utvalg.txt"):
        Path(name).write_text("Invented words.\n", encoding="utf-8")
    for name in ("talk.vtt", "samtale.vtt"):
        Path(name).write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nI: Invented?\n", encoding="utf-8")
    first, *others = PAGES
    shell.follow(page(language, first))
    guide = read_guide_file(Path(study) / "guide.yaml", "guide.yaml").guide
    assert guide is not None
    log = hold(
        Path(study),
        "I1",
        (
            do.ToggleRecording(confirmed=True),
            do.AskQuestion("A1", confirmed=True),
            do.TakeNote("Invented."),
            do.MarkCovered(),
        ),
        guide=guide,
    )
    for folder in ("copies", "kopier"):
        Path(folder).mkdir()
        shutil.copy(log, Path(folder) / "I1 (1).jsonl")
    for name in others:
        if name == "privacy":
            _two_at_one_table(Path(study), guide)
        shell.follow(page(language, name))


def _two_at_one_table(study: Path, guide: Guide) -> None:
    """Two computers' logs of one interview, and one with a code that is to be another."""
    for name, boot in (("I8", "one"), ("I8-2", "another"), ("I9", "one")):
        clock = StandingClock(boot_name=boot)
        clock.go_on(86400 * int(name[1]))
        hold(study, name, (do.ToggleRecording(confirmed=True), do.TakeNote("Invented.")), guide=guide, clock=clock)


@pytest.mark.parametrize(("language", "study"), [("en", "first-study"), ("nb", "forste-studie")])
def test_every_command_of_the_first_quarter_of_an_hour_runs(
    language: str, study: str, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is held at the screen between them, is held here as the page tells it: a pilot, two questions, the end."""
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", language)
    shutil.copy(WORD_GUIDE, "interview-guide.docx" if language == "en" else "intervjuguide.docx")
    before, pilot, after = page(language, FIRST).partition("\n## Minut" + ("e 14" if language == "en" else "t 14"))
    shell.follow(before)
    guide = read_guide_file(Path(study) / "guide.yaml", "guide.yaml").guide
    assert guide is not None
    first, second, *_ = guide.questions
    acts = (do.AskQuestion(first.id, confirmed=True), do.TakeNote("Invented."), do.MarkCovered())
    hold(Path(study), "P1", (*acts, do.AskQuestion(second.id), do.TakeNote("", "bookmark")), guide=guide)
    shell.follow(pilot + after)


def test_the_commands_of_the_readme_run_and_print_what_it_shows(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en")
    shutil.copy(WORD_GUIDE, "interview-guide.docx")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shell.follow(readme)
    shown = blocks(readme, "console")
    for block in shown:
        line, _, printed = block.removeprefix("$ ").partition("\n")
        assert shell.run(line)[1].startswith(printed)
    assert shown


def test_the_readme_names_the_command_that_runs_the_tests() -> None:
    assert "make test" in blocks((ROOT / "README.md").read_text(encoding="utf-8"), "")[0]


@pytest.mark.parametrize("name", [FIRST, *PAGES])
def test_a_page_says_the_same_in_both_languages(name: str) -> None:
    english, norwegian = page("en", name), page("nb", name)
    assert [found for found, _ in _FENCE.findall(english)] == [found for found, _ in _FENCE.findall(norwegian)]
    assert english.count("\n## ") == norwegian.count("\n## ")
    assert english.count("\n\n") == norwegian.count("\n\n")
    assert [line.split()[:2] for line, _ in commands(english)] == [line.split()[:2] for line, _ in commands(norwegian)]


@pytest.mark.parametrize("language", ["en", "nb"])
def test_the_guide_and_the_settings_that_the_manual_shows_are_read(language: str, tmp_path: Path) -> None:
    shown, settings, keys = blocks(page(language, "before"), "yaml")
    assert read_guide(shown, "guide.yaml").problems == ()
    file = tmp_path / "intervjuguide" / "settings.yaml"
    file.parent.mkdir()
    file.write_text(settings + keys, encoding="utf-8")
    found = read_settings({"XDG_CONFIG_HOME": str(tmp_path)})
    assert (found.language, found.theme, found.think, found.near_end, found.drift, found.comments, found.signs) == (
        language, "light", 3.0, 900.0, 480.0, "now", "ascii",
    )  # fmt: skip
    keyboard = Keymap()
    give_keys(found.keys, "settings.yaml", keymap=keyboard)
    assert keyboard.faults == ()
    assert len(keyboard.given) == 5


@pytest.mark.parametrize("language", ["en", "nb"])
def test_the_manual_names_every_command_and_speaks_its_own_language(language: Language) -> None:
    text = "\n".join(page(language, name) for name in (FIRST, *PAGES))
    prose = re.sub(r"<!-- made: keys -->.*<!-- end: keys -->", "", text, flags=re.DOTALL)
    assert [name for name in COMMANDS if name != "demo" and f"intervjuguide {name}" not in text] == []
    other = {act.word("en" if language == "nb" else "nb") for act in ACTS} - {act.word(language) for act in ACTS}
    assert set(re.findall(r"`/([a-zæøå]{2,})", prose)) & other == set()


def test_every_link_leads_somewhere() -> None:
    lost = []
    for document in DOCUMENTS:
        for link in re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8")):
            if link.startswith("http"):
                continue
            file, _, anchor = link.partition("#")
            target = (document.parent / file).resolve() if file else document
            if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
                lost.append(f"{document.relative_to(ROOT)}: {link}")
    assert lost == []


def anchors(text: str) -> set[str]:
    """The names that headings have on a page: small letters, blanks as hyphens, other signs left out."""
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


_IN_THE_TREE = re.compile(r"(?<![\w/])(?:guide|interviews|tui|tests)/(?![IP][0-9*]|withdrawn-)[\w./-]*\w")


def test_the_first_page_of_the_manual_leads_to_every_other() -> None:
    first = (MANUAL / "README.md").read_text(encoding="utf-8")
    pages = {one.relative_to(MANUAL).as_posix() for one in MANUAL.glob("*/*.md")}
    assert pages <= set(re.findall(r"\]\(([^)#]+)", first))


@pytest.mark.parametrize("language", ["en", "nb"])
def test_a_key_of_the_review_is_said_to_be_on_its_screen(language: str) -> None:
    """The command `review` prints and ends: where the manual names a key, it names the screen that has it."""
    text = "\n".join(page(language, name) for name in PAGES)
    assert not re.findall(r"`[a-z]` (?:in the review\b|i\s+gjennomgangen\b)", text)


def test_every_file_that_a_document_names_is_there() -> None:
    assert [
        f"{document.relative_to(ROOT)}: {name}"
        for document in DOCUMENTS
        for name in _IN_THE_TREE.findall(document.read_text(encoding="utf-8"))
        if not (ROOT / name).exists()
    ] == []


def test_every_test_that_contributing_names_is_there() -> None:
    named = re.findall(r"(tests/[\w/]+\.py)::(\w+)", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert named
    for file, name in named:
        assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")


def test_the_glossary_has_the_names_of_the_code_and_the_words_of_the_screen() -> None:
    sources = [
        file.read_text(encoding="utf-8")
        for room in ("guide", "interviews", "tui")
        for file in (ROOT / room).rglob("*.py")
    ]
    code = set(re.findall(r"\w+", "\n".join(sources)))
    said = ["\n".join(every_text(language)).lower() for language in ("nb", "en")]
    rows = re.findall(
        r"^\| ([^|]+) \| `(\w+)` \| ([^|]+) \| ([^|]+) \|",
        (ROOT / "docs/glossary.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert len(rows) > 50
    wrong = [name for _, name, _, _ in rows if name not in code]
    for *_, norwegian, english in rows:
        for words, told in ((norwegian, said[0]), (english, said[1])):
            wrong += [word for word in words.split(" · ") if word != "–" and word.lower() not in told]
    assert wrong == []


def test_the_hooks_are_the_programs_of_the_projects_own_environment() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert [repository["repo"] for repository in hooks] == ["local"]
    run = [hook["entry"].split()[0] for hook in hooks[0]["hooks"]]
    assert run == [".venv/bin/ruff", ".venv/bin/ruff", ".venv/bin/mypy"]
