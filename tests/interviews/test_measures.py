"""The interview in the field's own measures: what an observer or a transcript has, counted; else not known."""

from pathlib import Path

import pytest

from interviews.observing.debrief import debrief
from interviews.study.measures import measure_turns
from interviews.transcripts.turns import Turn
from tests.interviews.observers import Watching, interview
from tests.tui.lines import GUIDE
from tests.tui.studies import hold, study_with
from tui.main import main

TURNS = (
    Turn("Kan du fortelle om en vanlig dag?", "A", role="interviewer"),
    Turn("Da spiller vi i bandet, og alle er med.", "B", role="participant"),
    Turn("Er du ikke enig i at musikken hjelper alle?", "A", role="interviewer"),
    Turn("Jo.", "B", role="participant"),
    Turn("Takk.", "A", role="interviewer"),
)


def test_of_a_transcript_turns_words_and_leading_questions_are_counted() -> None:
    found = measure_turns(TURNS, GUIDE)
    assert found is not None
    assert (found.interviewer_turns, found.answers, found.interviewer_words) == (3, (1, 9), 17)
    assert (found.asked, found.leading, found.unclear) == (2, 1, 0)
    assert found.informant_share == 37


def test_a_transcript_that_does_not_say_who_spoke_tells_nothing() -> None:
    assert measure_turns([turn.but(role="") for turn in TURNS], GUIDE) is None
    assert measure_turns((), GUIDE) is None


def test_an_observers_turns_have_their_number_and_the_answers_their_length() -> None:
    watched = (
        Watching().turn(0, "interviewer").turn(10, "informant").turn(40, "nobody").turn(45, "interviewer")
        .turn(50, "informant").turn(55, "interviewer").left(60)
    )  # fmt: skip
    found = debrief(interview(until=100.0), watched.observation)
    assert (found.interviewer_turns, found.answers) == (3, (5.0, 30.0))
    assert debrief(interview(until=100.0), None).answers is None
    silent = debrief(interview(until=100.0), Watching().move(5, "probing").left(60).observation)
    assert (silent.interviewer_turns, silent.answers) == (None, None), "turns that nobody ticked are not 0"


def test_the_review_tells_them_with_their_source_and_what_is_not_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study = study_with(tmp_path / "s")
    hold(study, "I1")
    hold(study, "I2")
    (study / "transcripts").mkdir()
    lines = [f'{{"speaker":"{one.speaker}","role":"{one.role}","text":"{one.text}"}}\n' for one in TURNS]
    (study / "transcripts" / "I2.jsonl").write_text("".join(lines), "utf-8")
    assert main(["review", "--markdown", str(tmp_path / "r.md"), "--study", str(study)]) == 0
    capsys.readouterr()
    for name, told in (("I1", "Andel av samtalen: ikke kjent"), ("I2", "informanten 37 % av ordene (transkripsjon)")):
        assert main(["review", "--participant", name, "--study", str(study)]) == 0
        out = " ".join(capsys.readouterr().out.split())
        assert told in out
        assert "Dekkede obligatoriske spørsmål: 2 av 17" in out
    report = (tmp_path / "r.md").read_text("utf-8")
    assert report.count("I fagets egne mål") == 2
    assert "1 av 2 (transkripsjon)" in report
