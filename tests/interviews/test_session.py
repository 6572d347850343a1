"""The first act, moments, refusals and failures in one sitting."""

from copy import deepcopy
from pathlib import Path

import pytest

from guide.serialize import guide_from_dict
from interviews.core import commands as do
from interviews.core.events import Asked, Covered, Ended, Noted, Reopened, Started, Undone
from interviews.failures import LogFailure
from interviews.log.writer import Log
from interviews.session import Session
from tests.interviews.chair import Chair
from tests.interviews.choir import choir, start
from tests.interviews.clocks import HouseClock


@pytest.fixture
def chair(tmp_path: Path) -> Chair:
    return Chair(tmp_path)


def _full(*_: object, **__: object) -> None:
    raise LogFailure("disk_full", file="I1.jsonl")


def test_the_file_appears_when_the_first_act_is_done(chair: Chair) -> None:
    before = chair.session.begun
    assert not chair.path.parent.exists()
    chair.do(do.AskQuestion("A1"))
    assert (before, chair.session.begun) == (False, True)
    assert [event.type for event in chair.reading.events] == ["started", "asked"]


def test_time_runs_from_the_key_press_that_began_the_first_act(chair: Chair) -> None:
    chair.clock.go_on(300)
    assert chair.session.now == 0.0
    assert chair.do(do.AskQuestion("B1"), typing=2.5).t == 2.5
    assert chair.session.now == 2.5
    assert chair.do(do.MarkCovered(), after=60, typing=1).t == 63.5


def test_a_first_note_is_stamped_zero_however_long_it_took_to_write(chair: Chair) -> None:
    assert chair.do(do.TakeNote("regner ute"), typing=12).t == 0.0
    assert chair.session.now == 12.0


def test_the_start_says_who_how_and_when(chair: Chair) -> None:
    chair.do(do.AskQuestion("A1"), typing=5)
    started = chair.reading.started
    assert started is not None
    assert (started.participant, started.mode, started.program) == ("I1", "live", "0.1.0")
    assert (started.wall, started.t) == ("2026-03-02T10:00:00+00:00", 0.0)
    assert (started.boot, started.clock) == ("one", 1000.0)
    assert guide_from_dict(started.guide).guide == choir()


def test_only_sittings_carry_the_wall_clock(chair: Chair) -> None:
    chair.do(do.AskQuestion("A1"), do.TakeNote("ja"), do.End(), do.TakeNote("etterpå"))
    lines = chair.path.read_text(encoding="utf-8").splitlines()
    assert [b"2026-03" in line.encode() for line in lines] == [True, False, False, False, True, False]


@pytest.mark.parametrize("command", [do.MarkCovered(), do.AskQuestion("X1"), do.TakeNote("  "), do.Undo()])
def test_a_refusal_makes_no_file(chair: Chair, command: do.Command) -> None:
    chair.refused(command)
    assert not chair.path.parent.exists()
    assert chair.do(do.AskQuestion("A1"), after=30).t == 0.0


def test_a_note_is_stamped_with_its_first_key_press_and_may_precede_its_neighbours(chair: Chair) -> None:
    chair.do(do.AskQuestion("A1"))
    began = chair.clock.running()
    chair.clock.go_on(4)
    chair.do(do.AskQuestion("A2"))  # with the mouse, while the note was being written
    chair.clock.go_on(6)
    done = chair.session.do(do.TakeNote("sang i kapellet"), began)
    assert not hasattr(done, "code")
    note = chair.reading.events[-1]
    assert isinstance(note, Noted)
    assert (note.seq, note.t, note.about) == (3, 0.0, ("A1",))


def test_dating_back_stops_at_the_beginning(chair: Chair) -> None:
    chair.do(do.AskQuestion("A1"))
    assert chair.do(do.TakeNote("husker noe", back=20), after=50).t == 30.0
    note = chair.do(do.TakeNote("aller først", back=120), after=10)
    assert isinstance(note, Noted)
    assert (note.t, note.back) == (0.0, 120)


def test_a_key_press_cannot_lie_in_the_future(chair: Chair) -> None:
    chair.do(do.AskQuestion("A1"))
    done = chair.session.do(do.TakeNote("ja"), chair.clock.running() + 99)
    assert chair.reading.events[-1].t == 0.0
    assert not hasattr(done, "code")


def test_a_running_clock_that_goes_back_takes_no_act_with_it(chair: Chair) -> None:
    chair.do(do.AskQuestion("A1"))
    chair.do(do.MarkCovered(), after=60)
    chair.clock.go_on(-10)
    assert chair.do(do.AskQuestion("A2")).t == 60.0
    assert chair.do(do.TakeNote("ja"), after=4).t == 54.0


def test_what_could_not_be_saved_changed_nothing_and_works_later(chair: Chair, monkeypatch: pytest.MonkeyPatch) -> None:
    chair.do(do.AskQuestion("A1"), do.TakeNote("først"))
    before, data = deepcopy(chair.interview), chair.path.read_bytes()
    with monkeypatch.context() as broken:
        broken.setattr(Log, "append", _full)
        with pytest.raises(LogFailure):
            chair.do(do.TakeNote("så"), after=5)
    assert (chair.interview, chair.path.read_bytes()) == (before, data)
    assert chair.do(do.TakeNote("så"), after=5).seq == 3
    assert [event.seq for event in chair.reading.events] == [0, 1, 2, 3]


def test_a_first_act_that_could_not_be_saved_has_not_begun_the_interview(
    chair: Chair, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = deepcopy(chair.interview)
    with monkeypatch.context() as broken:
        broken.setattr(Log, "append", _full)
        with pytest.raises(LogFailure):
            chair.do(do.AskQuestion("A1"))
    assert (chair.session.begun, chair.path.exists(), chair.interview) == (False, False, before)
    assert chair.do(do.AskQuestion("A1"), after=60).t == 0.0
    assert len(chair.reading.events) == 2


def test_an_end_that_could_not_be_saved_has_not_ended_anything(chair: Chair, monkeypatch: pytest.MonkeyPatch) -> None:
    chair.do(do.AskQuestion("A1"))
    with monkeypatch.context() as broken:
        broken.setattr(Log, "append", _full)
        with pytest.raises(LogFailure):
            chair.do(do.End())
    assert chair.interview.ended is None
    assert isinstance(chair.do(do.TakeNote("ja")), Noted)
    assert "reopened" not in [event.type for event in chair.reading.events]


def test_the_end_can_be_taken_back_in_the_same_sitting(chair: Chair) -> None:
    chair.do(do.AskQuestion("A1"))
    end = chair.do(do.End(), after=60)
    undone = chair.do(do.Undo(), after=5)
    assert isinstance(undone, Undone)
    assert undone.act == end.seq
    assert chair.interview.ended is None
    chair.do(do.MarkCovered(), after=5)
    assert isinstance(chair.do(do.End(), after=5), Ended)
    assert [event.type for event in chair.reading.events] == ["started", "asked", "ended", "undone", "covered", "ended"]


def test_what_is_added_after_the_end_begins_with_reopened_once_a_sitting(chair: Chair) -> None:
    chair.do(do.AskQuestion("A1"), do.TakeNote("", "bookmark"), do.End())
    chair.do(do.EditNote("det med kapellet"), do.TakeNote("jeg snakket for mye", "reflexive"), after=30)
    kinds = [event.type for event in chair.reading.events]
    assert kinds == ["started", "asked", "noted", "ended", "reopened", "filled", "noted"]
    reopened = chair.reading.events[4]
    assert isinstance(reopened, Reopened)
    assert (reopened.t, reopened.wall, reopened.torn) == (30.0, "2026-03-02T10:00:30+00:00", "")


def test_after_the_end_undo_reaches_back_to_the_reopening_and_no_further(chair: Chair) -> None:
    chair.do(do.AskQuestion("A1"), do.End(), do.TakeNote("for mye", "reflexive"), do.Undo())
    assert chair.refused(do.Undo()) == "nothing_to_undo"
    assert chair.interview.ended is not None


def test_a_refusal_after_the_end_does_not_reopen_it(chair: Chair) -> None:
    chair.do(do.AskQuestion("A1"), do.End())
    data = chair.path.read_bytes()
    assert chair.refused(do.End()) == "already_ended"
    assert chair.refused(do.AskQuestion("X1")) == "unknown_question"
    assert chair.path.read_bytes() == data


def test_a_finished_interview_is_never_overwritten_by_a_new_one(chair: Chair) -> None:
    chair.do(do.AskQuestion("A1"), do.End())
    chair.session.close()
    data = chair.path.read_bytes()
    other = Session.new(chair.path, choir(), "I1", "live", HouseClock())
    with pytest.raises(LogFailure) as caught:
        other.do(do.AskQuestion("A1"))
    assert (caught.value.code, chair.path.read_bytes()) == ("log_exists", data)


@pytest.mark.parametrize("left", [b"", b"\0" * 9000, b'{"seq":0,"t":0.0,"type":"started","wall":"2026-03-0'])
def test_a_file_without_a_first_record_is_begun_again(chair: Chair, left: bytes) -> None:
    chair.path.parent.mkdir()
    chair.path.write_bytes(left)
    chair.do(do.AskQuestion("A1"), do.MarkCovered(depth=2))
    assert [type(event) for event in chair.reading.events] == [Started, Asked, Covered]
    assert (chair.reading.problems, chair.reading.torn) == ((), b"")


@pytest.mark.parametrize("first", [b'{"seq":0,"t\n', b'{"seq":0,"t":0,"type":"started","format":99}\n'])
def test_a_file_with_a_damaged_or_newer_first_record_is_left_alone(chair: Chair, first: bytes) -> None:
    chair.path.parent.mkdir()
    left = first + b'{"seq":1,"t":4.0,"type":"asked","question":"A1"}\n'
    chair.path.write_bytes(left)
    with pytest.raises(LogFailure) as caught:
        chair.do(do.AskQuestion("A1"))
    assert (caught.value.code, chair.path.read_bytes()) == ("log_exists", left)


def test_a_file_that_another_program_has_just_begun_in_is_left_alone(
    chair: Chair, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was seen empty, and by the time its lock is free there is an interview in it."""
    chair.path.parent.mkdir()
    chair.path.write_bytes(b"")
    real = Log.open

    def late(path: Path) -> Log:
        monkeypatch.setattr(Log, "open", real)
        other = Session.new(path, choir(), "I1", "live", HouseClock())
        other.do(do.AskQuestion("B1"))
        other.close()
        return real(path)

    monkeypatch.setattr(Log, "open", late)
    with pytest.raises(LogFailure) as caught:
        chair.do(do.AskQuestion("A1"))
    assert caught.value.code == "log_exists"
    assert isinstance(chair.reading.events[-1], Asked)
    assert chair.reading.events[-1].question == "B1"


def test_a_closed_session_takes_no_more(chair: Chair) -> None:
    chair.do(do.AskQuestion("A1"))
    chair.session.close()
    data = chair.path.read_bytes()
    with pytest.raises(LogFailure):
        chair.do(do.TakeNote("for sent"))
    assert chair.path.read_bytes() == data


def test_the_fixture_start_is_what_a_session_would_write(chair: Chair) -> None:
    chair.do(do.AskQuestion("A1"))
    assert chair.reading.started is not None
    assert chair.reading.started.guide == start().guide
