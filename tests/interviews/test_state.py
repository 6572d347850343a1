"""Any sequence of commands, with breaks and power cuts: replaying the log gives back what the interviewer had."""

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.core.commands import Command, Undo
from interviews.core.coverage import coverage
from interviews.core.events import (
    NO_ACTS,
    Asked,
    Continued,
    Ended,
    Event,
    Mode,
    Noted,
    Paused,
    RecordingStarted,
    RecordingStopped,
    Sitting,
    Undone,
)
from interviews.core.handlers import HANDLERS
from interviews.core.notes import notes
from interviews.core.state import Interview, apply, replay
from interviews.core.verdicts import comments, verdicts
from interviews.failures import LogFailure
from interviews.log.reader import read_log
from interviews.os_support import system
from interviews.session import Done
from tests.examples import SLOW
from tests.interviews.chair import Chair
from tests.interviews.strategies import COMMANDS


def test_each_command_has_its_handler() -> None:
    assert set(HANDLERS) == set(get_args(Command))


@dataclass(frozen=True)
class Break:
    """The sitting ends, perhaps with a power cut that leaves half a line, and the next one begins."""

    torn: bytes
    away: float
    reboot: bool


_PAUSES = st.sampled_from([0.0, 0.001, 3.25, 61.0, 600.0]) | st.floats(0, 5000)
_BREAKS = st.builds(Break, st.binary(max_size=30).filter(lambda torn: b"\n" not in torn), _PAUSES, st.booleans())
_STEPS = st.tuples(_PAUSES, _PAUSES, st.one_of(COMMANDS, COMMANDS, COMMANDS, COMMANDS, _BREAKS))
Step = tuple[float, float, Command | Break]
_MODES: st.SearchStrategy[Mode] = st.sampled_from(["live", "pilot"])


def _picture(interview: Interview) -> tuple[Interview, list[int]]:
    """The state as it is now, the order of its acts included."""
    return replace(interview, acts=dict(interview.acts)), list(interview.acts)


def _last_acts_are_known(here: Interview, t: float) -> bool:
    """Whether what is kept of the last acts is what going through all of them finds."""
    acts = list(here.acts.values())
    kinds: tuple[tuple[type[Event], ...], ...] = (
        (Asked,),
        (Noted,),
        (Paused, Continued),
        (RecordingStarted, RecordingStopped),
        (Ended,),
        (Sitting,),
    )
    asked = [act.question for act in acts if isinstance(act, Asked) and act.t <= t]
    return here.hand_at(t) == (asked[-1] if asked else None) and all(
        here.last(*of) is next((act for act in reversed(acts) if isinstance(act, of)), None) for of in kinds
    )


def _step(chair: Chair, step: Step) -> bool:
    """Carry out one step; whether anything came of it."""
    after, typing, what = step
    if isinstance(what, Break):
        return chair.session.begun and _sit_down_again(chair, what)
    chair.clock.go_on(after)
    began = chair.clock.running()
    chair.clock.go_on(typing)
    return isinstance(chair.session.do(what, began), Done)


def _sit_down_again(chair: Chair, what: Break) -> bool:
    before = chair.path.read_bytes()
    chair.session.close()
    chair.path.write_bytes(before + what.torn)
    if what.reboot:
        chair.clock.reboot(what.away)
    else:
        chair.clock.go_on(what.away)
    chair.resume()
    return chair.path.read_bytes() != before + what.torn


def _held(folder: str, steps: list[Step], mode: Mode) -> tuple[Chair, dict[int, tuple[Interview, list[int]]]]:
    """Hold an interview; the state that the interviewer had after each act, by the act's place."""
    chair = Chair(Path(folder), mode)
    pictures: dict[int, tuple[Interview, list[int]]] = {}
    for step in steps:
        before = _picture(chair.interview)
        data = chair.path.read_bytes() if chair.session.begun else b""
        done = _step(chair, step)
        assert _last_acts_are_known(chair.interview, chair.interview.t - step[0])
        if done:
            pictures[chair.interview.next_seq - 1] = _picture(chair.interview)
            assert chair.path.read_bytes().startswith(data[: data.rfind(b"\n") + 1])
        elif not isinstance(step[2], Break):
            assert _picture(chair.interview) == before
            assert (chair.path.read_bytes() if chair.session.begun else b"") == data
    return chair, pictures


@pytest.fixture(scope="module", autouse=True)
def _quick_disk() -> Iterator[None]:
    """Thousands of acts: what is on the disk and not only in its cache is another test's concern."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(system(), "sync", lambda _: None)
        patch.setattr(system(), "sync_name", lambda _: None)
        yield


@given(st.lists(_STEPS, min_size=12, max_size=60), _MODES)
def test_replaying_the_log_up_to_any_event_gives_the_state_that_was_there(steps: list[Step], mode: Mode) -> None:
    with tempfile.TemporaryDirectory() as folder:
        chair, pictures = _held(folder, steps, mode)
        chair.session.close()
        if not pictures:
            assert not chair.path.exists()
            return
        events = read_log(chair.path.read_bytes(), "I1.jsonl").events
    assert [event.seq for event in events] == list(range(len(events)))
    replayed = replay(events[:1])
    for event in events[1:]:
        apply(replayed, event)
        if event.seq in pictures:
            assert _picture(replayed) == pictures[event.seq]
    live = pictures[events[-1].seq][0]
    assert (coverage(replayed), notes(replayed)) == (coverage(live), notes(live))
    assert (verdicts(replayed), comments(replayed)) == (verdicts(live), comments(live))


@given(st.lists(_STEPS, min_size=10, max_size=50), _MODES)
def test_undo_takes_back_act_by_act_and_is_not_undone(steps: list[Step], mode: Mode) -> None:
    with tempfile.TemporaryDirectory() as folder:
        chair = Chair(Path(folder), mode)
        in_force: list[Event] = []
        for step in steps:
            seen = chair.interview.next_seq
            _step(chair, step)
            events = chair.reading.events if chair.session.begun else ()
            for event in (event for event in events if event.seq >= max(seen, 1)):
                _take(event, in_force)
            here = chair.interview
            told = (here.originals.get(act.seq, act) for act in here.events())  # as they were before any correction
            acts = [act for act in told if not isinstance(act, NO_ACTS)]
            assert acts == [act for act in in_force if not isinstance(act, NO_ACTS)]
        _undo_everything(chair, in_force)
        chair.session.close()


def _take(event: Event, in_force: list[Event]) -> None:
    if not isinstance(event, Undone):
        in_force.append(event)
        return
    acts = [act for act in in_force if not isinstance(act, NO_ACTS)]
    assert event.act == acts[-1].seq
    in_force.remove(acts[-1])


def _undo_everything(chair: Chair, in_force: list[Event]) -> None:
    """Undo until there is nothing to undo: after an end that was not taken back, that is sooner."""
    left = [act for act in in_force if not isinstance(act, NO_ACTS)]
    while isinstance(done := chair.session.do(Undo()), Done):
        assert isinstance(done.act, Undone)
        assert done.act.act == left.pop().seq
    assert done.code == "nothing_to_undo"
    assert chair.interview.ended is not None or not left


@given(st.lists(_STEPS, min_size=10, max_size=60), _MODES)
def test_no_follow_up_number_is_given_twice(steps: list[Step], mode: Mode) -> None:
    with tempfile.TemporaryDirectory() as folder:
        chair, _ = _held(folder, steps, mode)
        chair.session.close()
        events = chair.reading.events if chair.path.exists() else ()
    found = [getattr(event, "follow_up", None) for event in events if event.type in ("noted", "raised")]
    numbers = [number for number in found if number is not None]
    assert numbers == list(range(1, len(numbers) + 1))


@SLOW
@given(st.lists(_STEPS, min_size=3, max_size=20), st.data())
def test_a_second_interviewer_never_gets_in_between(steps: list[Step], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        chair, _ = _held(folder, steps, "live")
        if chair.session.begun:
            other = Chair(Path(folder))
            written = chair.path.read_bytes()
            with suppress(LogFailure):
                assert not isinstance(other.session.do(data.draw(COMMANDS)), Done)
            assert chair.path.read_bytes() == written
        chair.session.close()
