"""Codes at the terminal: none is given twice, and one that is asked for by name is told of."""

from pathlib import Path

import pytest

from interviews.study.facts import CodesGiven, CodeUsed, add, read_study_facts
from tests.interviewer import Interviewer, thesis_study
from tests.tui.studies import study_with
from tui.main import main


def acted(study: Path, *arguments: str, code: str) -> Path:
    """Hold an interview of one question, and leave."""
    with Interviewer(study, *arguments, code=code) as seat:
        seat.ready()
        seat.line("/b1", expect=2)
        seat.terminal.press("ctrl+q")
        seat.terminal.wait_exit()
    return study / "interviews" / f"{code}.jsonl"


def test_the_next_interview_after_a_log_was_deleted_has_the_next_code(tmp_path: Path) -> None:
    study = thesis_study(tmp_path)
    acted(study, code="I1").unlink()
    acted(study, "--pilot", code="P1").unlink()
    acted(study, code="I2").unlink()
    acted(study, "--pilot", code="P2")
    assert read_study_facts(study).codes == {"I1", "P1", "I2", "P2"}


def test_a_code_that_is_asked_for_by_name_is_told_of(tmp_path: Path) -> None:
    study = study_with(tmp_path, "I1", "I3")
    acted(study, code="I4")
    (study / "interviews" / "I1.jsonl").unlink()
    with Interviewer(study, "--participant", "I1", code="I1-2") as seat:
        page = seat.terminal.wait_for("I1-2")
        assert "I1 er brukt før" in page
        assert "I5" in page
        seat.terminal.press("enter")
        seat.ready()
        seat.line("/b1", expect=2)
        seat.terminal.wait_for(lambda _: "I1-2" in read_study_facts(study).codes)
    (study / "interviews" / "I1-2.jsonl").unlink()
    with Interviewer(study, "--participant", "i1", code="I5") as seat:
        assert "I1, I1-2" in seat.terminal.wait_for("I1-3")
        seat.terminal.press("down", "enter")
        seat.ready()
        seat.line("/b1", expect=2)


def test_two_windows_that_begin_at_once_get_a_code_each(tmp_path: Path) -> None:
    study = thesis_study(tmp_path)
    with Interviewer(study, code="I1") as one, Interviewer(study, code="I2") as two:
        one.ready()
        two.ready()
        one.line("/b1", expect=2)
        two.line("/b1", expect=2)
        two.terminal.wait_for(lambda _: read_study_facts(study).codes == {"I1", "I2"})
    assert read_study_facts(study).codes == {"I1", "I2"}


def test_a_log_that_came_in_after_somebody_left_can_be_said_to_stay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study = study_with(tmp_path, "I2")
    add(study, [CodesGiven(letters="I", to=4), CodeUsed(code="I4")])
    main(["review", "--study", str(study)])
    assert "legg til --stays" in " ".join(capsys.readouterr().err.split())
    assert main(["forget", "I2", "--stays", "--study", str(study)]) == 0
    assert "I2 regnes med" in " ".join(capsys.readouterr().out.split())
    main(["review", "--study", str(study)])
    assert "--stays" not in capsys.readouterr().err
    assert main(["forget", "I2", "--stays", "--study", str(study)]) == 2
    assert main(["run", "--participant", "I3", "--study", str(study)]) == 2
    assert "I5" in capsys.readouterr().err


def test_at_a_terminal_an_unused_code_is_given_where_whoever_asks_says_yes(tmp_path: Path) -> None:
    study = study_with(tmp_path)
    add(study, [CodesGiven(letters="I", to=4), CodeUsed(code="I4")])
    with Interviewer(study, "--participant", "I3", code="I3") as seat:
        seat.terminal.wait_for("Bruke I3 likevel?")
        seat.terminal.type("ja")
        seat.terminal.press("enter")
        seat.ready()
        seat.line("/b1", expect=2)
        seat.terminal.wait_for(lambda _: "I3" in read_study_facts(study).codes)
