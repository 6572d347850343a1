"""An interview played again: what each place of the log knew, how time runs, what of a silence is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.core import commands as do
from interviews.core.events import Asked, Draft, Event, Noted, Refusal
from interviews.core.replaying import AFTER_SKIP, BEFORE_SKIP, SPEEDS, Player, Tape
from interviews.core.state import Interview, replay
from tests.interviews.choir import Talk, choir, short_talk, start
from tests.interviews.holding import ALL

PAUSES = st.sampled_from([0.0, 0.25, 3.0, 61.0, 2400.0])
STEPS = st.lists(st.tuples(PAUSES, PAUSES, ALL), max_size=25)
KEYS = st.sampled_from(["next", "previous", "home", "finish", "faster", "slower", "pause"])
DOINGS = st.lists(KEYS | st.sampled_from([0.0, 0.1, 0.7, 2.5, 40.0]), max_size=25)
LONGEST = BEFORE_SKIP + AFTER_SKIP


def taped(steps: list[tuple[float, float, do.Command]]) -> Tape:
    """What these commands became, each given after a while and typed for a while."""
    talk, t = Talk(), 0.0
    for after, typing, command in steps:
        t += after
        event = talk.decide(command, t, max(t - typing, 0.0))
        if not isinstance(event, Refusal):
            talk.add(event)
    return Tape(talk.events, choir())


def picture(interview: Interview) -> tuple[Interview, list[int]]:
    """An interview with the order of its acts."""
    return interview, list(interview.acts)


def tape_of(*events: Event) -> Tape:
    return Tape([start(), *events], choir())


def asked(seq: int, t: float) -> Asked:
    return Asked(seq=seq, t=t, question="A1")


@given(STEPS)
def test_at_the_end_it_is_the_interview_that_the_log_tells_of(steps: list[tuple[float, float, do.Command]]) -> None:
    tape = taped(steps)
    player = Player(tape)
    player.finish()
    assert picture(player.interview) == picture(replay(tape.events))
    assert player.now == max(event.t for event in tape.events) == player.interview.t


@given(STEPS)
def test_back_and_forth_shows_the_same_again(steps: list[tuple[float, float, do.Command]]) -> None:
    player = Player(taped(steps))
    there: list[tuple[Interview, list[int]]] = [picture(player.interview)]
    while not player.over:
        player.next()
        there.append(picture(player.interview))
    for seen in reversed(there):
        assert picture(player.interview) == seen
        player.previous()
    assert player.place == 1


@given(STEPS, DOINGS)
def test_whatever_is_done_the_state_is_that_of_the_events_up_to_there(
    steps: list[tuple[float, float, do.Command]], doings: list[str | float]
) -> None:
    tape = taped(steps)
    player = Player(tape)
    for doing in doings:
        before = player.place, player.now
        if isinstance(doing, float):
            player.advance(doing)
            assert (player.place, player.now) >= before
        else:
            getattr(player, doing)()
        assert picture(player.interview) == picture(replay(tape.events[: player.place]))
        assert player.now >= tape.moments[player.place - 1]
        assert player.over or player.now <= tape.moments[player.place]


@given(STEPS, st.sampled_from(SPEEDS))
def test_it_never_stands_still_for_more_than_three_seconds(
    steps: list[tuple[float, float, do.Command]], speed: int
) -> None:
    player = Player(taped(steps), speed)
    ticks = 0
    while player.playing:
        place = player.place
        player.advance(0.125)
        ticks = 0 if player.place != place else ticks + 1
        assert ticks * 0.125 <= LONGEST


def test_a_note_that_was_begun_earlier_comes_in_the_logs_order_and_time_never_goes_back() -> None:
    note = Noted(seq=2, t=12.0, kind="note", text="x", about=("A1",))
    tape = tape_of(asked(1, 20.0), note, asked(3, 25.0))
    assert tape.moments == (0.0, 20.0, 20.0, 25.0)
    player = Player(tape, 1)
    for _ in range(2):
        player.next()
    assert (player.last, player.now) == (note, 20.0)


def test_a_long_silence_is_begun_skipped_and_ended() -> None:
    player = Player(tape_of(asked(1, 0.0), asked(2, 240.0)), 10)
    player.advance(1.5)
    assert (player.place, player.now, player.skipped) == (2, 15.0, 0.0)
    player.advance(0.75)
    assert (player.now, player.skipped) == (232.5, 210.0)
    player.advance(0.75)
    assert (player.place, player.now, player.skipped) == (3, 240.0, 0.0)


def test_a_silence_of_three_seconds_is_played_whole() -> None:
    player = Player(tape_of(asked(1, 0.0), asked(2, 30.0)), 10)
    player.advance(2.5)
    assert (player.now, player.skipped) == (25.0, 0.0)


def test_slower_within_what_is_left_of_a_silence_skips_again() -> None:
    player = Player(tape_of(asked(1, 0.0), asked(2, 600.0)), 60)
    player.advance(2.5)
    assert player.now == 570.0
    for _ in SPEEDS:
        player.slower()
    player.advance(0.5)
    assert (player.speed, player.now) == (1, 599.5)
    assert player.skipped == pytest.approx(600 - 2 * 60 - 30 - 1)


def test_it_plays_to_the_end_and_then_from_the_beginning() -> None:
    player = Player(Tape(short_talk().events, choir()))
    player.advance(1000)
    assert (player.over, player.playing) == (True, False)
    player.advance(1000)
    assert player.now == 140.125
    player.pause()
    assert (player.place, player.now, player.playing) == (1, 0.0, True)


def test_paused_it_stands_and_can_be_stepped_through() -> None:
    player = Player(Tape(short_talk().events, choir()))
    player.pause()
    player.advance(1000)
    assert player.place == 1
    player.next()
    player.next()
    assert (player.place, player.now, player.playing) == (3, 9.5, False)
    player.pause()
    assert player.playing


def test_a_draft_is_no_step_of_its_own() -> None:
    draft = Draft(seq=2, t=5.0, text="halv")
    player = Player(tape_of(asked(1, 1.0), draft, asked(3, 9.0)))
    player.next()
    player.next()
    assert player.last == asked(3, 9.0)
    player.previous()
    assert player.last == asked(1, 1.0)
    ending = Player(tape_of(asked(1, 1.0), draft))
    ending.finish()
    assert ending.last == draft


def test_faster_and_slower_go_through_the_speeds_and_stop_at_both_ends() -> None:
    player = Player(Tape(short_talk().events, choir()), 1)
    seen = []
    for _ in range(len(SPEEDS) + 1):
        seen.append(player.speed)
        player.faster()
    assert tuple(seen) == (*SPEEDS, SPEEDS[-1])
    for speed in reversed(SPEEDS):
        assert player.speed == speed
        player.slower()
    assert player.speed == SPEEDS[0]
