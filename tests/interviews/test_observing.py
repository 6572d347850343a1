"""The observer's own log: every tick on disk, a crash and a second observer, the interview's log only looked at."""

import errno
import json
import os
from pathlib import Path

import pytest
from hypothesis import given

from interviews.core import commands as do
from interviews.core.codec import decode, encode
from interviews.core.events import EVENT_TYPES, Event, Refusal
from interviews.core.state import replay
from interviews.failures import LogFailure
from interviews.log.reader import read_log
from interviews.observer_session import Seat, Window, open_logs
from interviews.observing import MOVES, OBSERVED_TYPES, SIGNS, Left, Moved, SatAgain, Turn
from interviews.observing.state import Axis, axis, find_observation, observation_path, read_observation_file, strays
from interviews.os_support import system
from interviews.study.folder import Study
from tests.interviewer import records
from tests.interviews.chair import Chair
from tests.interviews.choir import choir, start
from tests.interviews.clocks import HouseClock
from tests.interviews.observers import WALL, Watching, interview
from tests.interviews.strategies import events_of
from tests.modes import is_private


@pytest.fixture
def clock() -> HouseClock:
    return HouseClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "observations" / "P1.jsonl"


@pytest.fixture
def seat(path: Path, clock: HouseClock) -> Seat:
    return Seat.take(path, clock, "0.1.0")


def events_in(path: Path) -> tuple[Event, ...]:
    reading = read_observation_file(path)
    assert reading.problems == ()
    return reading.events


def test_an_act_is_a_line_and_the_first_line_says_what_is_observed(seat: Seat, path: Path, clock: HouseClock) -> None:
    clock.go_on(2)
    seat.turn("interviewer")
    clock.go_on(3.25)
    seat.move("probing")
    seat.sign("missed")
    seat.remark("så [bra]  \u202e")
    first, *rest = records(path)
    assert first == {
        "seq": 0, "t": 0.0, "type": "observation_started", "wall": "2026-03-02T10:00:00+00:00", "boot": "one",
        "clock": 1000.0, "format": 1, "interview": "P1", "program": "0.1.0",
    }  # fmt: skip
    assert rest == [
        {"seq": 1, "t": 2.0, "type": "turn", "speaker": "interviewer"},
        {"seq": 2, "t": 5.25, "type": "move", "kind": "probing"},
        {"seq": 3, "t": 5.25, "type": "sign", "what": "missed"},
        {"seq": 4, "t": 5.25, "type": "remark", "text": "så [bra]  \u202e"},
    ]


def test_only_its_owner_can_read_it(seat: Seat, path: Path) -> None:
    assert is_private(path)
    assert is_private(path.parent)


def test_a_folder_that_was_copied_in_openly_is_closed_again(path: Path, clock: HouseClock) -> None:
    path.parent.mkdir(mode=0o755, parents=True)
    path.parent.chmod(0o755)
    Seat.take(path, clock).close()
    assert is_private(path.parent)


def test_a_remark_is_of_the_moment_when_it_was_begun(seat: Seat, clock: HouseClock) -> None:
    clock.go_on(10)
    began = clock.running()
    clock.go_on(8)
    remarked = seat.remark("lang tanke", began)
    assert isinstance(remarked, Event)
    assert remarked.t == 10
    assert seat.remark("  ") == Refusal("observing_empty")


def test_the_one_who_speaks_already_makes_no_new_turn(seat: Seat, path: Path) -> None:
    seat.turn("informant")
    assert seat.turn("informant") == Refusal("observing_already")
    assert seat.speaker == "informant"
    assert len(records(path)) == 2


def test_undo_takes_back_tick_by_tick_and_nothing_else(seat: Seat, path: Path) -> None:
    seat.turn("interviewer")
    seat.move("direct")
    first, second = seat.undo(), seat.undo()
    assert isinstance(first, Moved)
    assert isinstance(second, Turn)
    assert seat.undo() == Refusal("nothing_to_undo")
    assert seat.speaker is None
    assert [record["type"] for record in records(path)[1:]] == ["turn", "move", "undone", "undone"]
    again = find_observation(path.parent.parent / "interviews" / path.name).observation
    assert again is not None
    assert again.ticks == ()


def test_leaving_is_said_in_the_log_and_lets_go_of_it(seat: Seat, path: Path, clock: HouseClock) -> None:
    clock.go_on(7)
    seat.leave()
    seat.leave()
    assert events_in(path)[1:] == (Left(seq=1, t=7.0),)
    with pytest.raises(LogFailure, match="log_gone"):
        seat.move("direct")


def test_a_second_observer_of_the_same_is_refused(seat: Seat, path: Path, clock: HouseClock) -> None:
    with pytest.raises(LogFailure, match="log_locked"):
        Seat.take(path, clock)
    seat.turn("interviewer")
    seat.leave()
    Seat.take(path, clock).close()


def test_after_a_crash_it_goes_on_with_the_gap_in_the_log(seat: Seat, path: Path, clock: HouseClock) -> None:
    clock.go_on(5)
    seat.turn("informant")
    seat.close()  # as a killed program does: without a word
    clock.suspend(60)
    again = Seat.take(path, clock)
    assert again.speaker is None, "nobody knows who speaks now"
    assert again.observation.turns == {"informant": 1}
    resumed = events_in(path)[-1]
    assert isinstance(resumed, SatAgain)
    assert (resumed.t, resumed.gap, resumed.clock) == (65.0, 60.0, 1065.0)


def test_after_a_reboot_it_goes_on_by_the_wall_clock(seat: Seat, path: Path, clock: HouseClock) -> None:
    clock.go_on(5)
    seat.move("silence")
    seat.close()
    clock.reboot(30)
    assert Seat.take(path, clock).now == 35.0


@pytest.mark.parametrize("cut", range(1, 40, 3))
def test_a_torn_tail_is_kept_in_the_event_that_goes_on(path: Path, clock: HouseClock, cut: int) -> None:
    seat = Seat.take(path, clock)
    seat.turn("interviewer")
    seat.move("specifying")
    seat.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    found = read_observation_file(path)
    again = Seat.take(path, clock)
    again.sign("double")
    again.close()
    events = events_in(path)
    assert [event.type for event in events[-2:]] == ["observation_resumed", "sign"]
    assert [event.seq for event in events] == list(range(len(events)))
    resumed = events[-2]
    assert isinstance(resumed, SatAgain)
    assert bool(resumed.torn) == bool(found.torn)


@pytest.mark.parametrize("left", [b"", b'{"seq":0,"t":0.0,"ty'])
def test_a_file_in_which_nothing_was_ever_said_is_begun_again(path: Path, clock: HouseClock, left: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(left)
    seat = Seat.take(path, clock)
    seat.turn("interviewer")
    assert [event.type for event in events_in(path)] == ["observation_started", "turn"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b'{"seq":0,"t":0.0,"type":"observation_started","format":99}\n', "log_newer_file"),
        (b'{"seq":1,"t":0.0,"type":"turn","speaker":"nobody"}\n', "observation_headless_file"),
    ],
)
def test_what_it_cannot_go_on_with_is_left_as_it_is(path: Path, clock: HouseClock, line: bytes, code: str) -> None:
    path.parent.mkdir()
    path.write_bytes(line)
    with pytest.raises(LogFailure, match=code):
        Seat.take(path, clock)
    assert path.read_bytes() == line


def test_a_tick_that_could_not_be_saved_did_not_happen(seat: Seat, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seat.turn("interviewer")

    def full(fd: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as failing:
        failing.setattr(system(), "sync", full)
        with pytest.raises(LogFailure, match="disk_full"):
            seat.turn("nobody")
    assert seat.speaker == "interviewer"
    assert len(records(path)) == 2
    seat.turn("nobody")
    assert [event.seq for event in events_in(path)] == [0, 1, 2]


def test_what_is_wrong_in_an_observation_is_named_by_its_line(seat: Seat, path: Path) -> None:
    seat.turn("interviewer")
    seat.move("direct")
    seat.leave()
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], b"??\n", lines[2].replace(b"direct", b"rude"), lines[3]]))
    found = find_observation(path.parent.parent / "interviews" / path.name)
    assert [(problem.where, problem.code) for problem in found.problems] == [
        ("observations/P1.jsonl:2:1", "log_damaged"),
        ("observations/P1.jsonl:3:1", "log_wrong_value"),
    ]
    assert found.observation is not None
    assert found.observation.ticks == ()


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (b"", "observation_headless"),
        (b'{"seq":1,"t":0.0,"type":"turn","speaker":"nobody"}\n', "observation_no_start"),
        (b'{"seq":0,"t":0.0,"type":"observation_started","format":99}\n', "log_newer"),
    ],
)
def test_a_file_without_a_start_is_told_in_words_of_its_own(path: Path, found: bytes, code: str) -> None:
    path.parent.mkdir()
    path.write_bytes(found)
    told = find_observation(path.parent.parent / "interviews" / path.name)
    assert [problem.code for problem in told.problems] == [code]
    assert told.observation is None


def test_an_interview_is_no_observation_and_an_observation_no_interview() -> None:
    interviewed = read_log(encode(Watching().events[0]), "I1.jsonl")
    assert [problem.code for problem in interviewed.problems] == ["log_unknown_type"]
    assert set(OBSERVED_TYPES) & set(EVENT_TYPES) == {"undone"}


def test_a_copied_file_under_another_name_is_told(seat: Seat, path: Path) -> None:
    seat.leave()
    path.rename(path.with_name("P2.jsonl"))
    found = find_observation(path.parent.parent / "interviews" / "P2.jsonl")
    assert [problem.code for problem in found.problems] == ["observation_other"]


def test_an_observation_without_its_interview_is_told(seat: Seat, path: Path) -> None:
    (stray,) = strays(path.parent.parent, [Path("interviews/I1.jsonl")])
    assert (stray.file, stray.facts["interview"]) == ("observations/P1.jsonl", "P1")
    assert strays(path.parent.parent, [Path("interviews/P1.jsonl")]) == ()
    assert strays(path.parent, []) == ()


@pytest.mark.parametrize("kind", sorted(OBSERVED_TYPES))
def test_every_event_reads_back_as_it_was_written(kind: str) -> None:
    @given(events_of(OBSERVED_TYPES[kind]))
    def holds(event: Event) -> None:
        assert decode(json.loads(encode(event)), OBSERVED_TYPES) == event

    holds()


def test_there_are_nine_moves_and_nine_signs() -> None:
    assert (len(MOVES), len(SIGNS)) == (9, 9)


# ------------------------------------------------------------------ the interview, looked at


def hand(window: Window) -> str | None:
    """The question in hand as the window shows it."""
    return window.interview.hand if window.interview is not None else None


def test_the_window_follows_a_growing_log_and_never_writes_it(tmp_path: Path) -> None:
    chair = Chair(tmp_path, "pilot")
    window = Window(chair.path)
    assert not window.look()
    assert hand(window) is None
    chair.do(do.AskQuestion("A1"))
    before = (chair.path.read_bytes(), chair.path.stat().st_mtime_ns)
    assert window.look()
    assert hand(window) == "A1"
    assert not window.look(), "nothing new"
    assert (chair.path.read_bytes(), chair.path.stat().st_mtime_ns) == before
    chair.do(do.AskQuestion("B1"))
    assert window.look()
    assert hand(window) == "B1"
    chair.do(do.End())
    assert window.look()
    assert window.now(chair.clock) == 0.0


def test_a_line_that_is_half_written_is_waited_for(tmp_path: Path) -> None:
    chair = Chair(tmp_path)
    chair.do(do.AskQuestion("A1"))
    chair.do(do.AskQuestion("B1"))
    whole = chair.path.read_bytes()
    chair.path.write_bytes(whole[:-20])
    window = Window(chair.path)
    assert window.look()
    assert hand(window) == "A1"
    chair.path.write_bytes(whole)
    assert window.look()
    assert hand(window) == "B1"


@pytest.mark.usefixtures("anybodys_drive")
def test_a_log_that_went_away_leaves_what_was_seen(tmp_path: Path) -> None:
    chair = Chair(tmp_path)
    chair.do(do.AskQuestion("A1"))
    window = Window(chair.path)
    window.look()
    chair.path.unlink()
    window.look()
    assert hand(window) == "A1"


def test_the_interviews_clock_is_the_observers_too(tmp_path: Path) -> None:
    chair = Chair(tmp_path)
    chair.do(do.AskQuestion("A1"))
    window = Window(chair.path)
    assert window.now(chair.clock) is None
    window.look()
    chair.clock.go_on(90)
    assert window.now(chair.clock) == 90
    chair.do(do.End())
    window.look()
    chair.clock.go_on(500)
    assert window.now(chair.clock) == 90


def test_the_interview_under_way_is_the_one_last_written(tmp_path: Path) -> None:
    study = Study(tmp_path)
    assert open_logs(study) == ()
    for place, name in enumerate(["I1", "I2", "P1"]):
        log = tmp_path / "interviews" / f"{name}.jsonl"
        log.parent.mkdir(exist_ok=True)
        log.write_bytes(encode(start(name)))
        os.utime(log, ns=(0, 10**9 * (5 - place)))
    assert [file.path.stem for file in open_logs(study)] == ["I1", "I2", "P1"]
    assert [file.path.stem for file in open_logs(study, "P1")] == ["P1"]


def test_one_that_is_open_in_a_window_comes_before_one_that_nobody_went_on_with(tmp_path: Path) -> None:
    chair = Chair(tmp_path)
    chair.do(do.AskQuestion("A1"))
    later = tmp_path / "interviews" / "I2.jsonl"
    later.write_bytes(encode(start("I2")))
    os.utime(later, ns=(0, chair.path.stat().st_mtime_ns + 10**9))
    assert [file.path.stem for file in open_logs(Study(tmp_path))] == ["I1", "I2"]
    window = Window(chair.path)
    window.look()
    before = window.held
    chair.session.close()
    assert window.look(), "its window was closed"
    assert (before, window.held) == (True, False)
    assert [file.path.stem for file in open_logs(Study(tmp_path))] == ["I2", "I1"]


def test_an_interview_that_has_ended_is_not_under_way(tmp_path: Path) -> None:
    chair = Chair(tmp_path)
    chair.do(do.AskQuestion("A1"))
    assert [file.participant for file in open_logs(Study(tmp_path))] == ["I1"]
    chair.do(do.End())
    assert open_logs(Study(tmp_path)) == ()


# ------------------------------------------------------------------ one time axis


def test_in_the_same_running_of_the_computer_the_suspend_proof_clock_decides() -> None:
    found = axis(Watching(42.5, wall="1999-01-01T00:00:00+00:00").observation.started, interview())
    assert found == Axis(42.5, "clock")


def test_elsewhere_the_wall_clock_decides_whatever_its_offset() -> None:
    found = axis(Watching(boot="two", wall="2026-03-02T09:10:00+00:00").observation.started, interview())
    assert found == Axis(600.0, "wall")


def test_two_runnings_without_a_name_are_not_the_same_running() -> None:
    nameless = replay([start().but(boot="", wall=WALL)], choir())
    watching = Watching(99, boot="", wall="2026-03-02T10:10:00+01:00")
    assert axis(watching.observation.started, nameless) == Axis(600.0, "wall")


def test_an_interview_taken_up_again_is_joined_where_it_went_on() -> None:
    talk = interview(gaps=[(100, 400)])
    assert axis(Watching(450).observation.started, talk) == Axis(450.0, "clock")


@pytest.mark.parametrize("wall", ["", "2026", "2026-03-02", "i mars"])
def test_a_date_made_coarse_puts_nothing_together(wall: str) -> None:
    assert axis(Watching(boot="", wall=wall).observation.started, interview()) is None


def test_the_path_of_an_observation_is_that_of_its_interview() -> None:
    assert observation_path(Path("s/interviews/I1-2.jsonl")) == Path("s/observations/I1-2.jsonl")
