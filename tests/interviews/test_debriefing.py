"""What an observer's ticks and an interview's log come to together, and what nobody measured."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.core.events import Undone
from interviews.observing import MOVES, SIGNS, Speaker, Tick
from interviews.observing.debrief import Debrief, TalkTime, Waits, debrief, debrief_json
from tests.interviews.observers import Watching, interview


def talked(at: float = 0.0) -> Watching:
    """A question of 10 s, 4 s of thought, an answer of 60 s, 2 s, a question of 8 s, an answer at once, until 120."""
    watching = Watching(at)
    turns: list[tuple[float, Speaker]] = [
        (0, "interviewer"), (10, "nobody"), (14, "informant"), (74, "nobody"), (76, "interviewer"), (84, "informant"),
    ]  # fmt: skip
    for t, speaker in turns:
        watching.turn(t + at, speaker)
    return watching


def told(watching: Watching, **facts: object) -> Debrief:
    return debrief(interview(**facts), watching.observation)  # type: ignore[arg-type]


def test_wait_time_1_and_2_are_measured_between_the_turns() -> None:
    found = told(talked().left(120), until=120)
    assert found.wait1 == Waits((0.0, 4.0))
    assert found.wait2 == Waits((2.0,))


def test_what_the_debrief_says_of_waits() -> None:
    waits = Waits((0.0, 1.5, 3.0, 4.0))
    assert (waits.n, waits.median, waits.long, waits.share) == (4, 2.25, 2, 50)
    assert Waits((1.0, 2.0, 9.0)).median == 2.0


def test_the_talk_is_shared_among_those_who_spoke_and_silence_stands_apart() -> None:
    found = told(talked().left(120), until=120)
    assert found.talk == TalkTime(interviewer=18.0, informant=96.0, silence=6.0)
    assert (found.talk.interviewer_share, found.talk.informant_share) == (16, 84)


def test_an_interviewer_who_goes_on_after_a_silence_has_not_been_answered() -> None:
    watching = Watching().turn(0, "interviewer").turn(5, "nobody").turn(9, "interviewer").turn(12, "nobody")
    found = told(watching.turn(13, "informant").left(20), until=20)
    assert found.wait1 == Waits((1.0,))
    assert found.wait2 is None


def test_an_informant_who_goes_on_after_a_silence_is_still_answering() -> None:
    watching = Watching().turn(0, "informant").turn(5, "nobody").turn(15, "informant").turn(30, "nobody")
    found = told(watching.turn(33, "interviewer").left(40), until=40)
    assert found.wait2 == Waits((3.0,))


def test_an_observer_who_never_ticked_a_silence_has_measured_no_wait() -> None:
    watching = Watching().turn(0, "interviewer").turn(10, "informant").turn(70, "interviewer").turn(80, "informant")
    found = told(watching.left(100), until=100)
    assert (found.wait1, found.wait2) == (None, None)
    assert found.talk == TalkTime(interviewer=20.0, informant=80.0, silence=0.0)
    assert debrief_json(found)["wait1"] is None


def test_a_silence_of_more_than_a_minute_is_a_forgotten_key_and_no_wait() -> None:
    watching = Watching().turn(0, "interviewer").turn(10, "nobody").turn(12, "informant").turn(50, "nobody")
    found = told(watching.turn(182.6, "interviewer").turn(190, "nobody").turn(250, "informant").left(280), until=280)
    assert (found.wait1, found.wait2) == (Waits((2.0, 60.0)), None), "a minute may be a wait, more is none"
    assert found.talk == TalkTime(interviewer=17.4, informant=68.0, silence=62.0)
    assert (found.keyless, found.forgotten) == (132.6, 132.6)


def test_for_how_long_no_key_came_is_known_whoever_spoke() -> None:
    watching = Watching().turn(0, "interviewer").turn(10, "informant").move(100, "probing").turn(130, "interviewer")
    found = told(watching.left(300), until=300, pauses=[(150, 180)])
    assert (found.keyless, found.forgotten) == (90 + 140, 0)
    assert found.talk is not None
    assert found.talk.informant == 120


def test_pauses_of_the_interview_are_in_no_figure() -> None:
    found = told(talked().left(120), until=120, pauses=[(20, 50), (75, 75.5)])
    assert found.talk == TalkTime(interviewer=18.0, informant=66.0, silence=5.5)
    assert found.wait2 is None, "somebody paused in it"
    assert (found.length, found.observed) == (89.5, 89.5)


def test_a_gap_in_the_interview_is_in_no_figure() -> None:
    found = told(talked().left(120), until=120, gaps=[(11, 13)])
    assert found.wait1 == Waits((0.0,))
    assert found.talk is not None
    assert found.talk.silence == 4.0


def test_what_comes_before_the_interview_and_after_it_is_in_no_figure() -> None:
    found = told(talked(-12).left(200), until=80)
    assert found.wait1 == Waits((0.0,)), "the first began before the interview did"
    assert found.observed == 80
    assert found.talk is not None
    assert found.talk.interviewer + found.talk.informant + found.talk.silence == 80


def test_an_observer_who_came_late_and_left_early_says_nothing_of_the_rest() -> None:
    found = told(talked(300).left(420), until=1000)
    assert found.observed == 120
    assert found.length == 1000
    assert found.talk == TalkTime(interviewer=18.0, informant=96.0, silence=6.0)


def test_a_stretch_in_which_nobody_watched_is_neither_silence_nor_a_wait() -> None:
    watching = Watching().turn(0, "interviewer").turn(10, "nobody").again(60).turn(70, "informant").left(100)
    found = told(watching, until=100)
    assert found.wait1 is None
    assert found.talk == TalkTime(interviewer=10.0, informant=30.0, silence=0.0)
    assert found.observed == 50


def test_an_interview_that_has_not_ended_has_no_length_yet() -> None:
    found = told(talked().left(120))
    assert (found.length, found.observed) == (None, 120)


def test_where_the_program_was_killed_the_last_tick_is_the_end() -> None:
    found = told(Watching().turn(0, "interviewer").turn(10, "informant").move(30, "probing"), until=500)
    assert found.talk == TalkTime(interviewer=10.0, informant=20.0, silence=0.0)
    assert found.observed == 30


def test_a_long_remark_saved_last_does_not_shorten_what_was_watched() -> None:
    watching = Watching().turn(0, "informant").move(30, "probing").remark(20, "en lang tanke")
    assert told(watching, until=500).observed == 30


def test_moves_signs_and_remarks_are_told_as_they_were_ticked() -> None:
    watching = Watching(5).move(6, "probing").move(7, "probing").move(8, "silence").sign(9, "missed")
    found = told(watching.remark(11, "så [bra]  ").left(20), until=20)
    assert found.moves == {**dict.fromkeys(MOVES, 0), "probing": 2, "silence": 1}
    assert found.signs == {**dict.fromkeys(SIGNS, 0), "missed": 1}
    assert [(remark.t, remark.text) for remark in found.remarks] == [(11.0, "så [bra]  ")]
    assert (found.wait1, found.wait2, found.talk) == (None, None, None), "turns were not ticked"


@pytest.mark.parametrize("watching", [None, Watching(), Watching().left(50)], ids=["none", "no tick", "left at once"])
def test_without_an_observer_nothing_is_measured_and_nothing_estimated(watching: Watching | None) -> None:
    found = debrief(interview(until=50), None if watching is None else watching.observation)
    assert not found.watched
    told = debrief_json(found)
    assert set(told.values()) == {None}
    assert {"wait1", "wait2", "talk", "moves", "signs", "observed"} <= set(told)


def test_by_the_wall_clock_where_it_was_another_computer() -> None:
    watching = Watching(0, boot="two", wall="2026-03-02T09:00:30+00:00")
    for t, speaker in ((0.0, "interviewer"), (20.0, "informant")):
        watching.turn(t, speaker)  # type: ignore[arg-type]
    found = debrief(interview(until=120, pauses=[(40, 80)]), watching.left(100).observation)
    assert found.aligned == "wall"
    assert found.talk == TalkTime(interviewer=10.0 + 0.0, informant=40.0, silence=0.0)


@pytest.mark.parametrize(("wall", "aligned"), [("2026-03-02T10:00:50+01:00", "wall"), ("i mars", None)])
def test_the_weakest_link_between_the_logs_is_the_one_that_is_told(wall: str, aligned: str | None) -> None:
    watching = Watching().turn(0, "interviewer").turn(10, "informant").again(50, boot="two", wall=wall)
    assert told(watching.turn(55, "interviewer").left(60), until=100).aligned == aligned


def test_where_no_clock_is_left_the_ticks_still_say_how_long() -> None:
    watching = Watching(0, boot="two", wall="2026-03")
    found = debrief(interview(until=30), watching.turn(0, "interviewer").turn(5, "informant").left(60).observation)
    assert found.aligned is None
    assert found.talk == TalkTime(interviewer=5.0, informant=55.0, silence=0.0)


STEPS = st.tuples(
    st.sampled_from(["interviewer", "informant", "nobody", "move", "sign", "remark", "again", "undo"]),
    st.integers(0, 20_000).map(lambda milliseconds: milliseconds / 1000),
)
SPANS = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 15)), max_size=3)


def watched(steps: list[tuple[str, float]], at: float) -> Watching:
    """Any order of ticks, each so many seconds after the one before."""
    watching, t = Watching(at), at
    for step, seconds in steps:
        t += seconds
        ticks = watching.observation.ticks
        if step in ("interviewer", "informant", "nobody"):
            watching.turn(t, step)  # type: ignore[arg-type]
        elif step == "skip":
            continue
        elif step == "undo":
            if ticks:
                watching.add(Undone(seq=len(watching.events), t=t - at, act=ticks[-1].seq))
        elif step == "move":
            watching.move(t, "probing")
        elif step == "sign":
            watching.sign(t, "leading")
        elif step == "remark":
            watching.remark(t, "et notat")
        else:
            watching.again(t)
    return watching


def pauses_of(spans: list[tuple[int, int]]) -> list[tuple[float, float]]:
    """Pauses one after another."""
    found, since = [], 0.0
    for start, length in sorted(spans):
        begin = max(float(start), since)
        found.append((begin, begin + length))
        since = begin + length + 1
    return found


@given(st.lists(STEPS, max_size=30), SPANS, st.integers(-30, 60), st.sampled_from([None, 100.0]))
def test_any_order_of_ticks_comes_to_figures_that_agree(
    steps: list[tuple[str, float]], spans: list[tuple[int, int]], at: int, until: float | None
) -> None:
    talk = interview(until=until, pauses=[pause for pause in pauses_of(spans) if until is None or pause[1] < until])
    found = debrief(talk, watched(steps, float(at)).observation)
    for waits in (found.wait1, found.wait2):
        assert waits is None or (waits.n > 0 and all(seconds >= 0 for seconds in waits.seconds))
        assert waits is None or (0 <= waits.share <= 100 and waits.seconds[0] <= waits.median <= waits.seconds[-1])
    if found.talk is not None:
        assert found.talk.interviewer_share + found.talk.informant_share == 100
        assert min(found.talk.interviewer, found.talk.informant, found.talk.silence) >= 0
        assert found.observed is not None
        spoken = found.talk.interviewer + found.talk.informant + found.talk.silence
        assert spoken <= found.observed + 0.01
        assert found.length is None or found.observed <= found.length + 0.01


@given(
    st.lists(STEPS, max_size=20), st.sampled_from(["interviewer", "informant", "nobody", "move", "sign", "remark"]),
    st.lists(STEPS, max_size=10).filter(lambda steps: all(step != "undo" for step, _ in steps)),
)  # fmt: skip
def test_what_was_undone_never_was(before: list[tuple[str, float]], tick: str, after: list[tuple[str, float]]) -> None:
    talk = interview(until=300)
    with_it = watched([*before, (tick, 1.0), ("undo", 2.0), *after], 0.0)
    without = watched([*before, ("skip", 3.0), *after], 0.0)
    assert debrief(talk, with_it.left(900).observation) == debrief(talk, without.left(900).observation)
    kept: tuple[Tick, ...] = without.observation.ticks
    assert [type(one) for one in with_it.observation.ticks] == [type(one) for one in kept]
