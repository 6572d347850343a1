"""Codes at the terminal: none is given twice, and one that is asked for by name is told of."""

from pathlib import Path

from interviews.study.facts import read_study_facts
from tests.interviewer import Interviewer, thesis_study
from tests.tui.studies import study_with


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
