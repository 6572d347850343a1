"""Where else words stand: every place a study has is looked into or named, and a version history hides nothing."""

from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.core.commands import Command
from interviews.data_management import traces
from interviews.data_management.leaving import look_for
from interviews.data_management.traces import find_traces, find_traces_of, walk
from interviews.study.facts import NoPerson, add
from interviews.study.folder import Study
from tests.tui.lines import GUIDE
from tests.tui.studies import hold, study_with

WORDS = "kvernsteinen rundt halsen hele det lange året"
NOTE: tuple[Command, ...] = (do.AskQuestion("A1"), do.TakeNote(WORDS))


def places(study: Path, code: str = "I3", instead: dict[Path, bytes] | None = None) -> set[tuple[str, int, str]]:
    return {(one.file, one.line, one.kind) for one in find_traces_of(study, code, [WORDS], (), instead or {})}


def test_a_version_history_is_passed_by_and_counts_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study = study_with(tmp_path)
    objects = study / ".git" / "objects"
    objects.mkdir(parents=True)
    for number in range(30):
        (objects / f"{number}").write_text(WORDS, encoding="utf-8")
    (study / "z.md").write_text(f"Om I3.\n{WORDS}\n", encoding="utf-8")
    log = hold(study, "I4", NOTE)
    monkeypatch.setattr(traces, "_MOST_FILES", 20)
    assert places(study) >= {("z.md", 1, "code"), ("z.md", 2, "words")}
    assert "z.md:2" in find_traces(study, log, [WORDS])
    assert not any(".git" in place for place in find_traces(study, log, [WORDS]))
    monkeypatch.setattr(traces, "_MOST_FILES", 2)
    assert ("", 0, "more") in places(study)
    assert str(study) in find_traces(study, log, [WORDS])


def test_folders_of_the_study_that_are_links_are_looked_into_once_and_no_others(tmp_path: Path) -> None:
    study = study_with(tmp_path / "study")
    hold(study, "I4", NOTE)
    (study / "interviews").rename(tmp_path / "volume")
    (study / "interviews").symlink_to(tmp_path / "volume")
    (study / "interviews" / "round").symlink_to(study)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "x.md").write_text(WORDS, encoding="utf-8")
    (study / "I3opptak").symlink_to(elsewhere)
    (study / "I3-gone.md").symlink_to(tmp_path / "nowhere")
    assert ("interviews/I4.jsonl", 3, "words") in places(study)
    assert {file for file, _, _ in places(study)} == {"interviews/I4.jsonl", "I3-gone.md"}
    found = [path.relative_to(study).as_posix() for path in walk(study)]
    assert found == ["interviews/I4.jsonl", "interviews/round", "I3-gone.md", "I3opptak", "guide.yaml"]


def test_a_code_anywhere_in_a_name_and_what_cannot_be_looked_into_is_named(tmp_path: Path) -> None:
    study = study_with(tmp_path)
    for name in ("Intervju I3.docx", "transkripsjon-i3.txt", "I3/lyd.md", "rapport_I3.html", "I30.txt"):
        (study / name).parent.mkdir(exist_ok=True)
        (study / name).write_text("tomt", encoding="utf-8")
    (study / "utf16.txt").write_bytes(f"a\n{WORDS}".encode("utf-16"))
    for name, data in (
        ("a.docx", b"PK\x03\x04"),
        ("b.pdf", b"%PDF-1.7"),
        ("lyd.m4a", b"a\0b"),
        (".DS_Store", b"\0"),
    ):
        (study / name).write_bytes(data)
    assert places(study) == {
        *((name, 0, "name") for name in ("Intervju I3.docx", "transkripsjon-i3.txt", "I3/lyd.md", "rapport_I3.html")),
        ("utf16.txt", 2, "words"),
        *((name, 0, "closed") for name in ("a.docx", "b.pdf", "lyd.m4a")),
    }


def test_a_code_is_found_however_it_is_written(tmp_path: Path) -> None:
    study = study_with(tmp_path)
    lines = ("i3 sa det", "I3s barn", "I3's barn", "om #I3", "I3-2", "I30 og XI3", "I3sa")
    (study / "n.md").write_text("\n".join(lines), encoding="utf-8")
    assert [line for _, line, _ in sorted(places(study))] == [1, 2, 3, 4, 5]


def test_a_file_that_is_to_be_made_is_looked_into_too(tmp_path: Path) -> None:
    study = study_with(tmp_path)
    new = study / "interviews" / "withdrawn-1.jsonl"
    assert places(study, instead={new: b'{"seq":0,"type":"started","guide":{"ask":"' + WORDS.encode() + b'"}}\n'}) == {
        ("interviews/withdrawn-1.jsonl", 1, "words")
    }


def test_words_in_another_logs_copy_of_the_guide_are_named_but_not_what_was_asked(tmp_path: Path) -> None:
    study = study_with(tmp_path)
    log = hold(study, "I1", NOTE)
    asked = GUIDE.questions[0]
    later = GUIDE.but(
        sections=(
            GUIDE.sections[0].but(questions=(asked.but(ask=f"Var det {WORDS}?"), *GUIDE.sections[0].questions[1:])),
            *GUIDE.sections[1:],
        )
    )
    hold(study, "I2", guide=later)
    (study / "interviews" / "I2.jsonl").touch()
    assert find_traces(study, log, [WORDS]) == ("interviews/I1.jsonl:3", "interviews/I2.jsonl:1")
    hold(study, "I3")
    assert not [place for place in find_traces(study, log, [asked.ask]) if place.endswith("jsonl:1")]


def test_a_term_that_was_said_is_named_where_it_is_remembered_as_no_person(tmp_path: Path) -> None:
    study = study_with(tmp_path)
    add(study, [NoPerson(date="2026-11-28", term=term) for term in ("Kvernsteinen", "Mosjøen", "halsen hele")])
    assert places(study) == {("study.jsonl", 1, "words"), ("study.jsonl", 3, "words")}


def test_a_quotation_in_the_guides_copy_that_stays_without_a_name_is_named(tmp_path: Path) -> None:
    study = study_with(tmp_path)
    hold(study, "I3", NOTE, guide=GUIDE.but(title=f"«{WORDS}», sa en"))
    leaving = look_for(Study(study), "I3", "anonymise")
    assert ("interviews/withdrawn-1.jsonl", 1, "words") in {(one.file, one.line, one.kind) for one in leaving.traces}
    assert not [one for one in look_for(Study(study), "I3", "delete").traces if "withdrawn" in one.file]
