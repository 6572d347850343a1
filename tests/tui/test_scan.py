"""``scan`` as a user meets it, and people's words on their way out."""

import gc
import json
from pathlib import Path
from typing import Any

import pytest

from interviews.core import commands as do
from interviews.core.notes import notes
from interviews.study.facts import FILE
from interviews.study.folder import LoadedInterview, LogFile, Study
from tests.tui.studies import hold, study_with
from tests.tui.test_cli import refusal, run
from tui import console as asking
from tui.commands import open_interview as run_command
from tui.commands import scan as scan_command
from tui.settings import Settings
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = study_with(tmp_path / "s")
    acts = (
        do.AskQuestion("B1"),
        do.TakeNote("så spilte Kari Nilsen på Voss"),
        do.TakeNote("vi brukte Zantus"),
        do.TakeNote("irritert på Per", "reflexive"),
    )
    hold(folder, "I1", acts)
    return folder


class Somebody:
    """Sits at the terminal and answers; each question is remembered."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []
        for module in (scan_command, asking):
            monkeypatch.setattr(module, "ask", self.ask)
        monkeypatch.setattr(scan_command, "at_terminal", lambda: True)

    def ask(self, question: str) -> str | None:
        self.asked.append(question)
        return self.answers.pop(0) if self.answers else None


def refused(capsys: Captured, *command: object) -> str:
    capsys.readouterr()
    assert run(*command) == 2
    return refusal(capsys)


def texts(study: Path) -> list[str]:
    (told,) = Study(study).load_interviews("I1")
    assert told.interview is not None
    return [note.text for note in notes(told.interview)]


def everything(study: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in study.rglob("*") if path.is_file()}


# --- listed


def test_without_a_terminal_it_lists_with_the_place_and_changes_nothing(capsys: Captured, study: Path) -> None:
    before = everything(study)
    assert run("scan", "I1", "--study", study) == 1
    out = capsys.readouterr().out
    assert "2 0:10" in out
    assert "Kari Nilsen · så spilte Kari Nilsen på Voss" in out
    assert "4 steder kan si hvem noen er" in out
    assert everything(study) == before


def test_json_says_where_in_which_text(capsys: Captured, study: Path) -> None:
    assert run("scan", "--json", "--study", study) == 1
    document = json.loads(capsys.readouterr().out)
    first = document["marks"][0]
    assert {name: first[name] for name in ("interview", "seq", "kind", "words", "open")} == {
        "interview": "I1", "seq": 2, "kind": "name", "words": "Kari Nilsen", "open": True,
    }  # fmt: skip
    assert first["text"][first["start"] : first["end"]] == "Kari Nilsen"
    assert document["open"] == 4


def test_nothing_found_is_exit_0_and_promises_nothing(capsys: Captured, tmp_path: Path) -> None:
    study = study_with(tmp_path, "I1")
    assert run("scan", "--study", study) == 0
    assert "finner ikke alt" in capsys.readouterr().out


def test_a_code_that_no_log_has_is_refused(capsys: Captured, study: Path) -> None:
    assert "I7" in refused(capsys, "scan", "I7", "--study", study)
    assert "aldri et navn" in refused(capsys, "scan", "Kari", "--study", study)


# --- gone through


def test_enter_alone_changes_nothing(monkeypatch: pytest.MonkeyPatch, study: Path) -> None:
    before = everything(study)
    Somebody(monkeypatch, "", "", "", "")
    assert run("scan", "--study", study) == 1
    assert everything(study) == before


def test_leaving_at_once_changes_nothing(monkeypatch: pytest.MonkeyPatch, study: Path) -> None:
    before = everything(study)
    Somebody(monkeypatch)
    assert run("scan", "--study", study) == 1
    assert everything(study) == before


def test_fine_a_bracket_and_a_term_leave_nothing_open(monkeypatch: pytest.MonkeyPatch, study: Path) -> None:
    somebody = Somebody(monkeypatch, "2", "1", "j", "3", "j", "[kollega]", "j")
    assert run("scan", "--study", study) == 0
    assert texts(study) == ["så spilte [navn] på Voss", "vi brukte Zantus", "irritert på [kollega]"]
    assert not somebody.answers
    kept = (study / FILE).read_text("utf-8")
    assert "Zantus" in kept
    assert "Kari" not in kept
    assert "Voss" not in kept
    assert run("scan", "--study", study) == 0


def test_a_bracket_is_no_wish_of_the_informants(capsys: Captured, monkeypatch: pytest.MonkeyPatch, study: Path) -> None:
    hold(study, "I2", (do.AskQuestion("B1"), do.Decline(("C1",), "fordi Leif var der")))
    Somebody(monkeypatch, "2", "2", "j", "", "", "2", "j")
    run("scan", "--study", study)
    capsys.readouterr()
    assert run("review", "--participant", "I1", "--study", study) == 0
    out = capsys.readouterr().out
    assert "så spilte [navn] på [by]" in out
    assert "Kari" not in out
    assert "informantens" not in out
    run("review", "--participant", "I2", "--study", study)
    assert "fordi [navn] var der" in capsys.readouterr().out


def test_the_same_words_are_offered_the_same_bracket(monkeypatch: pytest.MonkeyPatch, study: Path) -> None:
    hold(study, "I2", (do.AskQuestion("B1"), do.TakeNote("Kari Nilsen igjen, så Kari Nilsen")))
    Somebody(monkeypatch, "[kollega]", "", "j", "", "", "2", "2", "j")
    run("scan", "--study", study)
    (told,) = Study(study).load_interviews("I2")
    assert told.interview is not None
    assert [note.text for note in notes(told.interview)] == ["[kollega] igjen, så [kollega]"]


def test_a_bracket_is_written_only_when_somebody_says_yes(monkeypatch: pytest.MonkeyPatch, study: Path) -> None:
    before = everything(study)
    Somebody(monkeypatch, "2", "", "n", "q")
    assert run("scan", "--study", study) == 1
    assert everything(study) == before


def test_another_answer_than_yes_or_no_is_asked_again_and_a_no_is_told(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, study: Path
) -> None:
    before = everything(study)
    somebody = Somebody(monkeypatch, "2", "", "hva?", "", "", "q")
    assert run("scan", "--study", study) == 1
    out = capsys.readouterr().out
    assert all("(ja/nei)" in one for one in somebody.asked[2:4])
    assert out.count("Svar ja eller nei; Enter er nei.") == 1
    assert out.count("Ikke endret.") == 1
    assert not somebody.answers
    assert everything(study) == before


def test_stopping_at_the_question_keeps_what_was_found_fine(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, study: Path
) -> None:
    somebody = Somebody(monkeypatch, "2", "1", "q")
    assert run("scan", "--study", study) == 1
    assert "Ikke endret." in capsys.readouterr().out
    assert not somebody.answers
    assert len(somebody.asked) == 3
    assert "found_fine" in (study / FILE).read_text("utf-8")
    assert "så spilte Kari Nilsen på Voss" in texts(study)


def test_a_bracket_that_was_taken_is_told_before_the_next_find(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, study: Path
) -> None:
    Somebody(monkeypatch, "2", "q")
    run("scan", "--study", study)
    out = capsys.readouterr().out
    assert out.index("[navn]; teksten vises når") < out.index("sted: Voss")


def test_where_no_bracket_can_be_written_none_is_asked_for(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    study = study_with(tmp_path / "s")
    hold(study, "I1", (do.AskQuestion("B1"), do.TakeNote("så kom Kari Nilsen")), ended=False)
    Somebody(monkeypatch, "[kollega]", "q")
    assert run("scan", "--study", study) == 1
    out = capsys.readouterr().out
    assert "2 [" not in out
    assert "tallet 1 eller 3" in out
    assert "Tallet 1, 2" not in out


def test_a_term_is_written_in_clear_only_when_somebody_says_so(monkeypatch: pytest.MonkeyPatch, study: Path) -> None:
    Somebody(monkeypatch, "", "", "3", "n", "q")
    assert run("scan", "--study", study) == 1
    assert not (study / FILE).exists() or "Zantus" not in (study / FILE).read_text("utf-8")


def test_what_was_said_before_stopping_is_kept(capsys: Captured, monkeypatch: pytest.MonkeyPatch, study: Path) -> None:
    Somebody(monkeypatch, "1", "q")
    assert run("scan", "--study", study) == 1
    Somebody(monkeypatch, "q")
    capsys.readouterr()
    assert run("scan", "--study", study) == 1
    out = capsys.readouterr().out
    assert "navn: Kari Nilsen" not in out
    assert "sted: Voss" in out


def test_terms_are_added_and_taken_back_without_a_terminal(capsys: Captured, study: Path) -> None:
    assert run("scan", "--no-person", "Zantus", "--study", study) == 0
    run("scan", "--study", study)
    assert "3 steder" in capsys.readouterr().out
    assert run("scan", "--person", "zantus", "--study", study) == 0
    run("scan", "--study", study)
    assert "4 steder" in capsys.readouterr().out
    assert run("scan", "--person", "Orff", "--study", study) == 1
    assert "--no-person" in refused(capsys, "scan", "I1", "--no-person", "Zantus", "--study", study)


def test_who_is_forgotten_leaves_nothing_of_what_was_found(monkeypatch: pytest.MonkeyPatch, study: Path) -> None:
    hold(study, "I2", (do.AskQuestion("B1"), do.TakeNote("så sang Ola")))
    Somebody(monkeypatch, "1", "1", "1", "1", "1")
    assert run("scan", "--study", study) == 0
    assert (study / FILE).read_text("utf-8").count("found_fine") == 5
    assert run("forget", "I1", "--yes", "--study", study) == 0
    assert (study / FILE).read_text("utf-8").count("found_fine") == 1
    assert run("scan", "--study", study) == 0


# --- on the way out


def test_an_export_of_words_with_open_marks_writes_nothing_without_a_terminal(capsys: Captured, study: Path) -> None:
    file = study / "r.md"
    assert run("export", "reflexive", "--study", study, "-o", file) == 1
    out, err = capsys.readouterr()
    assert not file.exists()
    assert out == ""
    assert "1 sted i det som eksporteres (I1: 1)" in err
    assert "intervjuguide scan" in err
    assert "--with-marks" in err
    assert "Per" not in err
    assert run("export", "reflexive", "--study", study, "--with-marks", "-o", file) == 0
    assert "irritert på Per" in file.read_text("utf-8")


@pytest.mark.parametrize(("answer", "code"), [("j", 0), ("", 1), ("n", 1)])
def test_at_a_terminal_it_asks_once(monkeypatch: pytest.MonkeyPatch, study: Path, answer: str, code: int) -> None:
    somebody = Somebody(monkeypatch, answer)
    assert run("export", "reflexive", "--study", study, "-o", study / "r.md") == code
    assert len(somebody.asked) == 1
    assert (study / "r.md").exists() is (code == 0)


def test_what_was_looked_at_leaves_unasked(monkeypatch: pytest.MonkeyPatch, study: Path) -> None:
    Somebody(monkeypatch, "", "", "", "1")
    run("scan", "--study", study)
    assert run("export", "reflexive", "--study", study) == 0


@pytest.mark.parametrize(
    "command",
    [
        ("review",),
        ("review", "--json"),
        ("review", "--participant", "I1"),
        ("review", "--html", "-"),
        ("review", "--markdown", "-", "--without-notes"),
        ("export", "guide"),
        ("export", "paper"),
        ("export", "method"),
    ],
    ids=" ".join,
)
def test_the_review_and_what_holds_no_words_never_ask(
    monkeypatch: pytest.MonkeyPatch, study: Path, command: tuple[str, ...]
) -> None:
    somebody = Somebody(monkeypatch)
    assert run(*command, "--study", study) == 0
    assert not somebody.asked


def test_a_report_says_that_marks_are_open_in_it(capsys: Captured, study: Path) -> None:
    assert run("review", "--html", "-", "--study", study) == 0
    assert "Rapporten har 3 steder" in capsys.readouterr().err
    assert run("review", "--html", "-", "--without-notes", "--study", study) == 0
    assert capsys.readouterr().err == ""


def test_a_report_reads_each_log_once_for_its_numbers_and_its_marks(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, study: Path
) -> None:
    read, load = list[str](), Study.load

    def counted(self: Study, file: LogFile, *more: Any) -> LoadedInterview:
        read.append(file.name)
        return load(self, file, *more)

    monkeypatch.setattr(Study, "load", counted)
    assert run("review", "--markdown", "-", "--study", study) == 0
    assert "Rapporten har 3 steder" in capsys.readouterr().err
    assert sorted(read) == sorted(file.name for file in Study(study).logs())


# --- a key in the folder


def test_a_list_of_names_is_told_once_and_not_by_json(capsys: Captured, study: Path) -> None:
    (study / "koblingsnøkkel.txt").write_text("I1;Kari Nilsen\n", "utf-8")
    assert run("review", "--json", "--study", study) == 0
    assert capsys.readouterr().err == ""
    assert run("review", "--study", study) == 0
    assert "koblingsnøkkel.txt ser ut som en liste med navn" in capsys.readouterr().err
    assert run("review", "--study", study) == 0
    assert "koblingsnøkkel" not in capsys.readouterr().err
    assert "koblings" not in (study / FILE).read_text("utf-8")


def test_a_list_of_names_is_told_before_an_interview(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, study: Path
) -> None:
    monkeypatch.setattr(run_command, "need_terminal", lambda _: None)
    (study / "deltakere.xlsx").write_bytes(b"PK")
    for told in (1, 0):
        run_command.arrive(Study(study), Translator("nb"), Settings())
        gc.enable()
        assert capsys.readouterr().err.count("deltakere.xlsx") == told
