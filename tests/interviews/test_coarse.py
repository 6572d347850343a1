"""What leaves an anonymous study: times in steps, no start, in the order of the codes; an open study's are exact."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.write import write_guide
from interviews.core import commands as do
from interviews.core.coverage import coverage
from interviews.core.notes import notes
from interviews.core.timing import interview_seconds
from interviews.log.copies import find_twins, merge
from interviews.log.log_files import log_file
from interviews.log.reader import read_log_file
from interviews.observer_session import Seat
from interviews.observing.state import find_observation, observation_path
from interviews.session import Session
from interviews.study.coarse import STEP, OutwardStudy
from interviews.study.folder import Study
from interviews.study.review import StudyWalk
from tests.clocks import StandingClock
from tests.tui.lines import ANONYMOUS, GUIDE
from tests.warm import run_program
from tui.main import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "guide.yaml").write_text(write_guide(ANONYMOUS), encoding="utf-8")
    return tmp_path


def hold(folder: Path, name: str, guide: object = ANONYMOUS, clock: StandingClock | None = None) -> Path:
    clock = clock or StandingClock()
    log = folder / "interviews" / f"{name}.jsonl"
    session = Session.new(log, guide, name, "live", clock)  # type: ignore[arg-type]
    for command in (do.AskQuestion("B1"), do.TakeNote("en"), do.MarkCovered((), 2), do.AskQuestion("B2"), do.End()):
        session.do(command)
        clock.go_on(247)
    session.close()
    return log


def seconds_in(found: object) -> Iterator[float]:
    """Every number under a key that is a time."""
    match found:
        case dict():
            for key, value in found.items():
                timed = key in ("t", "seconds", "asked_at", "covered_at", "briefing", "offset", "at")
                if timed and isinstance(value, int | float):
                    yield value
                yield from seconds_in(value)
        case list():
            for value in found:
                yield from seconds_in(value)


def test_what_leaves_is_in_steps_of_five_minutes_and_the_log_is_exact(folder: Path) -> None:
    hold(folder, "I1")
    (exact,) = (one.interview for one in Study(folder).load_interviews())
    (told,) = (one.interview for one in OutwardStudy(folder).load_interviews())
    assert exact is not None
    assert told is not None
    assert (interview_seconds(exact), interview_seconds(told)) == (988.0, 900.0)
    assert [note.t for note in notes(exact)] == [247.0]
    assert [note.t for note in notes(told)] == [0.0]
    assert coverage(told).questions["B1"].covered_at == 300.0
    assert coverage(told).questions["B1"].state == coverage(exact).questions["B1"].state


def test_json_has_no_start_and_stands_in_the_order_of_the_codes(folder: Path) -> None:
    late = StandingClock()
    late.go_on(86400)
    for name, clock in (("I10", StandingClock()), ("I2", late), ("I1", StandingClock())):
        hold(folder, name, clock=clock)
    found = json.loads(run_program("review", "--json", "--study", folder, code=0).stdout)
    assert [one["code"] for one in found["interviews"]] == ["I1", "I2", "I10"]
    assert all("started" not in one and one["times_in_steps_of"] == STEP for one in found["interviews"])
    assert {seconds % STEP for seconds in seconds_in(found)} == {0.0}
    run_program("review", "--participant", "I1", "--markdown", folder / "I1.md", "--study", folder, code=0)
    assert "i skritt på fem minutter: studien er anonym" in (folder / "I1.md").read_text("utf-8")
    exact = run_program("review", "--participant", "I1", "--study", folder, code=0).stdout
    assert "skritt" not in exact


def test_an_interview_from_before_is_told_as_its_own_guide_says(folder: Path) -> None:
    hold(folder, "I1", GUIDE)
    (told,) = (one.interview for one in OutwardStudy(folder).load_interviews())
    assert told is not None
    assert told.started.wall
    assert interview_seconds(told) == 988.0
    said = run_program("check", "--study", folder, code=0).stdout
    assert "I1: begynt før studien ble anonym" in " ".join(said.split())


def test_two_interviews_that_say_the_same_are_no_copies_and_a_copy_is_one(folder: Path) -> None:
    log, other = hold(folder, "I1"), hold(folder / "theirs", "I1")
    first, second = (read_log_file(path, path.name).started for path in (log, other))
    assert first is not None
    assert second is not None
    assert first.nonce != second.nonce
    assert first.but(nonce="") == second.but(nonce="")
    with pytest.raises(Exception, match="merge_other"):
        merge(log, other, StandingClock())
    beside = folder / "interviews" / "I1-2.jsonl"
    beside.write_bytes(log.read_bytes())
    files = [file for path in (log, beside) if (file := log_file(path)) is not None]
    assert [file.path.name for file in find_twins(files)] == ["I1-2.jsonl"]


def test_waits_that_an_observer_measured_stay_exact(folder: Path) -> None:
    clock = StandingClock()
    log = folder / "interviews" / "I1.jsonl"
    session = Session.new(log, ANONYMOUS, "I1", "live", clock)
    session.do(do.AskQuestion("B1"))
    seat = Seat.take(observation_path(log), clock, "", session.interview)
    for speaker in ("interviewer", "nobody", "informant", "nobody", "interviewer"):
        clock.go_on(4)
        seat.turn(speaker)
    seat.remark("hun nølte")
    seat.leave()
    session.do(do.End())
    session.close()
    assert find_observation(log).problems == ()
    ((told, _interview),) = StudyWalk(OutwardStudy(folder))
    assert told.debrief.aligned == "log"
    assert told.debrief.wait1 is not None
    assert told.debrief.wait1.seconds == (4.0,)
    assert [remark.t for remark in told.debrief.remarks] == [0.0]


def test_notes_that_are_found_tell_their_times_in_steps(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hold(folder, "I1")
    (one,) = (told.interview for told in Study(folder).load_interviews())
    assert one is not None
    word = next(note.text for note in notes(one) if note.text and note.kind == "note").split()[0]
    assert main(["find", "--notes", word, "--json", "--study", str(folder)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found
    assert all(one["t"] % STEP == 0 for one in found)
