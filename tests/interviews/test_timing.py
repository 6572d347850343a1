"""How long: time in hand, with pauses and gaps off, and nothing after the end."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from interviews.core import commands as do
from interviews.core.coverage import coverage
from interviews.core.events import Continued, Event, Paused, Reopened, Resumed
from interviews.core.timing import end_of, interview_seconds, seconds_in_hand, seconds_within, spans_off
from tests.interviews.choir import Talk


def _talk(*acts: tuple[float, do.Command]) -> Talk:
    talk = Talk()
    for t, command in acts:
        talk.at(t, command)
    return talk


def _resume(talk: Talk, t: float) -> None:
    gap = t - talk.interview.t
    talk.add(Resumed(seq=talk.interview.next_seq, t=t, wall="2026-03-02T11:00:00+01:00", gap=gap))


def test_a_question_is_in_hand_until_another_is_asked() -> None:
    talk = _talk((10, do.AskQuestion("A1")), (70.5, do.AskQuestion("B1")), (100, do.TakeNote("ja")))
    assert seconds_in_hand(talk.interview) == {"A1": 60.5, "B1": 29.5}


def test_a_question_returned_to_goes_on_counting() -> None:
    talk = _talk((0, do.AskQuestion("A1")), (10, do.AskQuestion("B1")), (30, do.AskQuestion("A1")), (35, do.End()))
    assert seconds_in_hand(talk.interview) == {"A1": 15.0, "B1": 20.0}


def test_time_counts_in_every_research_question_that_a_question_serves() -> None:
    talk = _talk((0, do.AskQuestion("B2")), (40, do.AskQuestion("B3")), (50, do.AskQuestion("Z1")), (55, do.End()))
    found = coverage(talk.interview).targets
    assert {id: one.seconds for id, one in found.items()} == {"A": 40.0, "B": 50.0, "Ba": 40.0, "Bb": 10.0, "C": 0.0}


def test_a_pause_counts_nowhere() -> None:
    talk = _talk((0, do.AskQuestion("A1")), (20, do.TogglePause()), (320, do.TogglePause()), (330, do.End()))
    assert seconds_in_hand(talk.interview) == {"A1": 30.0}
    assert interview_seconds(talk.interview) == 30.0


def test_a_pause_that_is_on_lasts_until_now() -> None:
    talk = _talk((0, do.AskQuestion("A1")), (20, do.TogglePause()))
    assert interview_seconds(talk.interview, until=500) == 20.0
    assert seconds_in_hand(talk.interview, until=500) == {"A1": 20.0}


def test_a_question_asked_in_a_pause_counts_from_where_the_pause_ends() -> None:
    talk = _talk(
        (0, do.AskQuestion("A1")),
        (10, do.TogglePause()),
        (50, do.AskQuestion("B1")),
        (60, do.TogglePause()),
        (75, do.End()),
    )
    assert seconds_in_hand(talk.interview) == {"A1": 10.0, "B1": 15.0}


def test_a_gap_counts_nowhere() -> None:
    talk = _talk((0, do.AskQuestion("A1")), (20, do.TakeNote("så ble det mørkt")))
    _resume(talk, 920)
    talk.at(925, do.End())
    assert interview_seconds(talk.interview) == 25.0
    assert seconds_in_hand(talk.interview) == {"A1": 25.0}


def test_a_gap_within_a_pause_is_taken_off_once() -> None:
    talk = _talk((0, do.AskQuestion("A1")), (20, do.TogglePause()), (30, do.TakeNote("kaffe")))
    _resume(talk, 130)
    talk.at(150, do.TogglePause())
    talk.at(160, do.End())
    assert interview_seconds(talk.interview) == 30.0


def test_without_an_end_the_interview_lasts_to_its_last_event() -> None:
    talk = _talk((0, do.AskQuestion("A1")), (42.25, do.TakeNote("ja")))
    assert (end_of(talk.interview), interview_seconds(talk.interview)) == (42.25, 42.25)
    assert interview_seconds(talk.interview, until=60) == 60.0


def test_a_note_dated_back_does_not_shorten_the_interview() -> None:
    talk = _talk((0, do.AskQuestion("A1")), (90, do.MarkCovered()), (91, do.TakeNote("litt før", back=60)))
    assert talk.events[-1].t == 31
    assert interview_seconds(talk.interview) == 90.0


def test_an_undone_act_still_took_its_time() -> None:
    talk = _talk((0, do.AskQuestion("A1")), (30, do.TakeNote("nei")), (31, do.Undo()), (32, do.Undo()))
    assert interview_seconds(talk.interview) == 32.0
    assert seconds_in_hand(talk.interview) == {}


def test_after_the_end_nothing_counts() -> None:
    talk = _talk((0, do.AskQuestion("A1")), (30, do.End()))
    before = coverage(talk.interview).targets
    talk.add(Reopened(seq=talk.interview.next_seq, t=4000.0, wall="2026-03-02T12:00:00+01:00"))
    talk.at(4010, do.AskQuestion("B1"))
    talk.at(4020, do.TogglePause())
    talk.at(4400, do.TakeNote("for raskt videre", "reflexive"))
    assert interview_seconds(talk.interview) == interview_seconds(talk.interview, until=9000) == 30.0
    assert seconds_in_hand(talk.interview, until=9000)["A1"] == 30.0
    assert sum(seconds_in_hand(talk.interview).values()) == 30.0
    assert [one.seconds for one in coverage(talk.interview).targets.values()] == [
        one.seconds for one in before.values()
    ]


def test_an_end_that_was_taken_back_ends_nothing() -> None:
    talk = _talk((0, do.AskQuestion("A1")), (30, do.End()), (35, do.Undo()), (40, do.TakeNote("jo, en ting til")))
    assert interview_seconds(talk.interview) == 40.0


QUARTERS = st.integers(0, 80).map(lambda quarters: quarters / 4)


@given(
    st.lists(st.tuples(st.sampled_from(["pause", "go on", "gap"]), QUARTERS, QUARTERS), max_size=12), QUARTERS, QUARTERS
)
def test_what_is_off_is_taken_off_once_whatever_order_the_clock_gave(
    acts: list[tuple[str, float, float]], start: float, length: float
) -> None:
    talk = Talk()
    for kind, t, gap in acts:
        seq = talk.interview.next_seq
        act: Event = Paused(seq=seq, t=t) if kind == "pause" else Continued(seq=seq, t=t)
        talk.add(act if kind != "gap" else Resumed(seq=seq, t=t, wall="2026-03-02T11:00:00+01:00", gap=gap))
    off = spans_off(talk.interview, 20.0)
    moments = [start + eighth / 8 for eighth in range(1, int(8 * length), 2)]  # the middle of each quarter
    counted = [one for one in moments if not any(begin <= one < stop for begin, stop in off)]
    assert seconds_within((start, start + length), off) == len(counted) / 4
    assert all(before[1] < after[0] for before, after in pairwise(off))
