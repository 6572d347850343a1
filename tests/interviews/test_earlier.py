"""What earlier interviews leave to the next one: medians, the order they took, links, what is still left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.core import commands as do
from interviews.core.events import Mode
from interviews.study.previous_interviews import (
    NONE_EARLIER,
    Left,
    Link,
    PreviousInterviews,
    collect_leftovers,
    earlier,
)
from tests.interviews.choir import Talk, start


def _held(*acts: tuple[float, do.Command], code: str = "I1", mode: Mode = "live") -> Talk:
    talk = Talk(start(code, mode))
    for t, command in acts:
        talk.at(t, command)
    return talk


def _took(seconds: float, code: str = "I1", mode: Mode = "live") -> Talk:
    """An interview in which A1 was in hand for so long."""
    return _held((0, do.AskQuestion("A1")), (seconds, do.End()), code=code, mode=mode)


def _of(*talks: Talk) -> PreviousInterviews:
    return earlier(talk.interview for talk in talks)


def test_the_first_interview_of_a_study_has_nothing_before_it() -> None:
    assert _of() == NONE_EARLIER == PreviousInterviews((), {}, (), ())


@pytest.mark.parametrize(
    ("seconds", "median"),
    [((100.0,), 100.0), ((100.0, 40.0), 70.0), ((500.0, 40.0, 100.0), 100.0), ((500.0, 40.0, 100.0, 60.0), 80.0)],
)
def test_each_question_has_the_median_of_its_times_in_hand(seconds: tuple[float, ...], median: float) -> None:
    assert _of(*(_took(one) for one in seconds)).seconds == {"A1": median}


@given(st.lists(st.integers(20, 5000), min_size=1, max_size=8).flatmap(st.permutations))
def test_the_median_lies_within_what_was_measured_whatever_came_first(took: list[int]) -> None:
    found = _of(*(_took(float(one)) for one in took)).seconds["A1"]
    assert min(took) <= found <= max(took)
    assert found == _of(*(_took(float(one)) for one in sorted(took))).seconds["A1"]


def test_a_pilots_minutes_count_with_those_of_interviews() -> None:
    assert _of(_took(100, "P1", "pilot")).seconds == {"A1": 100.0}
    assert _of(_took(100, "P1", "pilot"), _took(40)).seconds == {"A1": 70.0}


def test_only_interviews_in_which_a_question_was_asked_measure_it() -> None:
    both = _held((0, do.AskQuestion("A1")), (30, do.AskQuestion("B1")), (90, do.End()))
    assert _of(both, _took(40)).seconds == {"A1": 35.0, "B1": 60.0}


def test_a_question_that_was_passed_over_measures_nothing() -> None:
    assert _of(_took(12), _took(40)).seconds == {"A1": 40.0}


def test_a_pause_is_in_no_measured_time() -> None:
    talk = _held((0, do.AskQuestion("A1")), (20, do.TogglePause()), (620, do.TogglePause()), (630, do.End()))
    assert _of(talk).seconds == {"A1": 30.0}


LEAVING: tuple[tuple[float, do.Command], ...] = (
    (0, do.AskQuestion("A1")),
    (5, do.TakeNote("sang i kapellet #b3")),
    (8, do.TakeNote("hvem var det?", "follow_up")),
    (9, do.TakeNote("de frivillige", "topic")),
    (30, do.End()),
)


def test_practice_leaves_nothing_at_all() -> None:
    assert _of(_held(*LEAVING, code="T1", mode="practice")) == NONE_EARLIER
    assert _of(_held(*LEAVING, code="T1", mode="practice"), _took(40)).seconds == {"A1": 40.0}


def test_a_pilot_leaves_its_minutes_and_neither_links_nor_order_nor_what_was_left_over() -> None:
    assert _of(_held(*LEAVING, code="P1", mode="pilot")) == PreviousInterviews(seconds={"A1": 30.0})


def test_an_interview_leaves_its_order_its_links_and_what_is_left_over() -> None:
    assert _of(_held(*LEAVING)) == PreviousInterviews(
        courses=(("A1",),),
        seconds={"A1": 30.0},
        links=(Link("sang i kapellet #b3", ("A1", "B3")), Link("hvem var det?", ("A1",))),
        left=(Left("I1", "follow_up", "hvem var det?", ("A1",)), Left("I1", "topic", "de frivillige", ())),
    )


def test_the_order_holds_what_was_returned_to_twice_and_what_was_undone_not_at_all() -> None:
    talk = _held(
        (0, do.AskQuestion("A1")),
        (1, do.AskQuestion("B3")),
        (2, do.AskQuestion("A1")),
        (3, do.AskQuestion("C1")),
        (4, do.Undo()),
    )
    assert _of(talk).courses == (("A1", "B3", "A1"),)


def test_the_latest_interview_comes_last() -> None:
    first = _held((0, do.AskQuestion("A1")), (1, do.TakeNote("én", "follow_up")), code="I1")
    second = _held((0, do.AskQuestion("B1")), (1, do.TakeNote("to", "follow_up")), code="I2")
    found = _of(first, second)
    assert found.courses == (("A1",), ("B1",))
    assert [(one.code, one.text) for one in found.left] == [("I1", "én"), ("I2", "to")]


def test_a_note_without_words_or_about_nothing_links_nothing() -> None:
    talk = _held((1, do.TakeNote("rolig rom")), (2, do.AskQuestion("A1")), (3, do.TakeNote("", "bookmark")))
    assert _of(talk).links == ()
    talk.at(4, do.EditNote("lo høyt"))
    assert _of(talk).links == (Link("lo høyt", ("A1",)),)


def test_a_link_that_was_accepted_is_evidence_for_the_next_interview() -> None:
    talk = _held((0, do.AskQuestion("A1")), (1, do.TakeNote("i kapellet")), (2, do.LinkNote(2, "B3")))
    assert _of(talk).links == (Link("i kapellet", ("A1", "B3")),)


@pytest.mark.parametrize("fate", [do.ReturnTo(1), do.CallMet(1), do.Drop(1, "for privat")])
def test_a_settled_follow_up_is_not_left_until_that_is_undone(fate: do.Command) -> None:
    talk = _held((0, do.AskQuestion("A1")), (1, do.TakeNote("hvem?", "follow_up")), (2, fate))
    assert collect_leftovers(talk.interview) == []
    talk.at(3, do.Undo())
    assert collect_leftovers(talk.interview) == [Left("I1", "follow_up", "hvem?", ("A1",))]


def test_a_note_raised_as_a_follow_up_is_left_like_one() -> None:
    talk = _held((1, do.TakeNote("«det gjør godt»", "quote")), (2, do.RaiseFollowUp()))
    assert collect_leftovers(talk.interview) == [Left("I1", "follow_up", "«det gjør godt»", ())]


def test_follow_ups_are_left_by_their_number_and_topics_after_them() -> None:
    talk = _held(
        (1, do.TakeNote("frivillige", "topic")),
        (2, do.TakeNote("hvem?", "follow_up")),
        (3, do.TakeNote("hvor?", "follow_up")),
    )
    assert [(one.kind, one.text) for one in collect_leftovers(talk.interview)] == [
        ("follow_up", "hvem?"),
        ("follow_up", "hvor?"),
        ("topic", "frivillige"),
    ]


def test_a_topic_is_left_once_even_when_it_was_parked_too() -> None:
    talk = _held((1, do.TakeNote("frivillige", "topic")), (2, do.RaiseFollowUp()))
    assert collect_leftovers(talk.interview) == [Left("I1", "follow_up", "frivillige", ())]


def test_what_is_left_stands_in_its_last_words() -> None:
    talk = _held((1, do.TakeNote("hvem?", "follow_up")), (2, do.EditNote("hvem hjalp? #b1")))
    assert collect_leftovers(talk.interview) == [Left("I1", "follow_up", "hvem hjalp? #b1", ("B1",))]


def test_an_interview_that_never_ended_leaves_what_it_has() -> None:
    talk = _held((0, do.AskQuestion("A1")), (32, do.TakeNote("hvem?", "follow_up")))
    found = _of(talk)
    assert (found.seconds, found.courses, len(found.left)) == ({"A1": 32.0}, (("A1",),), 1)


def test_what_the_guide_was_revised_for_is_left_over_no_more() -> None:
    talk = _held(
        (1, do.TakeNote("frivillige", "topic")),
        (2, do.TakeNote("penger", "topic")),
        (3, do.TakeNote("naboene", "topic")),
        (4, do.RaiseFollowUp()),
        (5, do.TakeNote("hvem?", "follow_up")),
    )
    assert [one.text for one in collect_leftovers(talk.interview)] == ["naboene", "hvem?", "frivillige", "penger"]
    settled = frozenset({"I1:1", "I1:3", "I2:2"})
    assert [one.text for one in collect_leftovers(talk.interview, settled)] == ["hvem?", "penger"]
    assert [one.text for one in earlier([talk.interview], settled).left] == ["hvem?", "penger"]
