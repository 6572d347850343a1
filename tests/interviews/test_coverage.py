"""What counts: states, depth, research questions and their parts, distinct notes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.reading import read_guide
from interviews import commands as do
from interviews.coverage import RANK, Coverage, TargetCoverage, coverage
from interviews.events import Asked, Covered, Declined, Event, Noted, Skipped
from interviews.state import apply, begin
from tests.interviews.choir import Talk, start

_IDS = st.lists(st.sampled_from(["A1", "A2", "A3", "B1", "B2", "B3", "B4", "C1", "Z1"]), min_size=1, max_size=4)
_SOME = _IDS.map(tuple)
_T = st.floats(0, 4000)
_MARKS: st.SearchStrategy[Event] = st.one_of(
    st.builds(Asked, seq=st.just(0), t=_T, question=_IDS.map(lambda ids: ids[0])),
    st.builds(Covered, seq=st.just(0), t=_T, questions=_SOME, depth=st.sampled_from([None, 1, 2, 3])),
    st.builds(Skipped, seq=st.just(0), t=_T, questions=_SOME),
    st.builds(Declined, seq=st.just(0), t=_T, questions=_SOME),
    st.builds(
        Noted,
        seq=st.just(0),
        t=_T,
        kind=st.sampled_from(["note", "quote", "bookmark", "topic", "follow_up"]),
        text=st.sampled_from(["", "i kapellet"]),
        about=_SOME,
    ),
)


def _without_time(marks: list[Event]) -> tuple[object, object]:
    """Coverage of marks in this order, time in hand left out: that depends on what was asked after what."""
    interview = begin(start())
    for seq, mark in enumerate(marks, 1):
        apply(interview, mark.but(seq=seq))
    found = coverage(interview)
    questions = {id: question.but(seconds=0.0) for id, question in found.questions.items()}
    return questions, {id: target.but(seconds=0.0) for id, target in found.targets.items()}


def _after(*commands: do.Command) -> Coverage:
    talk = Talk()
    talk.at(10, *commands)
    return coverage(talk.interview)


def _target(id: str, *commands: do.Command) -> TargetCoverage:
    return _after(*commands).targets[id]


@given(st.lists(_MARKS, max_size=12).flatmap(lambda marks: st.tuples(st.just(marks), st.permutations(marks))))
def test_the_same_marks_give_the_same_coverage_in_every_order(orders: tuple[list[Event], list[Event]]) -> None:
    marks, shuffled = orders
    assert _without_time(shuffled) == _without_time(marks)


def test_marks_rank_from_untouched_to_covered() -> None:
    assert sorted(RANK, key=lambda state: RANK[state]) == [
        "untouched",
        "touched",
        "asked",
        "skipped",
        "declined",
        "covered",
    ]


@pytest.mark.parametrize(
    ("command", "state"),
    [
        (do.TakeNote("de øver i kapellet #b3"), "touched"),
        (do.AskQuestion("B3"), "asked"),
        (do.Skip(("B3",)), "skipped"),
        (do.Decline(("B3",)), "declined"),
        (do.MarkCovered(("B3",)), "covered"),
    ],
)
def test_the_state_is_the_highest_mark_in_force(command: do.Command, state: str) -> None:
    lower: list[do.Command] = [
        do.TakeNote("de øver i kapellet #b3"),
        do.AskQuestion("B3"),
        do.Skip(("B3",)),
        do.Decline(("B3",)),
        do.MarkCovered(("B3",)),
    ]
    before = lower[: lower.index(command) + 1]
    assert _after(*before).questions["B3"].state == state
    assert _after(*reversed(before)).questions["B3"].state == state


def test_an_undo_takes_a_mark_out_of_force() -> None:
    covered = (do.AskQuestion("A1"), do.MarkCovered(depth=3))
    assert _after(*covered, do.Undo()).questions["A1"] == _after(do.AskQuestion("A1")).questions["A1"]


def test_the_depth_is_the_deepest_one_said() -> None:
    marks = [do.MarkCovered(("A1",), depth) for depth in (2, 3, None, 1)]
    assert _after(*marks).questions["A1"].depth == 3
    assert _after(do.MarkCovered(("A1",))).questions["A1"].depth is None


def test_unasked_means_covered_and_never_asked() -> None:
    assert _after(do.MarkCovered(("B1",))).questions["B1"].unasked
    assert not _after(do.MarkCovered(("B1",)), do.AskQuestion("B1")).questions["B1"].unasked
    assert _after(do.AskQuestion("B1"), do.Undo(), do.MarkCovered(("B1",))).questions["B1"].unasked
    assert not _after(do.TakeNote("#b1")).questions["B1"].unasked


def test_times_are_those_of_the_first_mark() -> None:
    talk = Talk()
    talk.at(12.5, do.AskQuestion("A1"))
    talk.at(40, do.AskQuestion("B1"))
    talk.at(50, do.MarkCovered(("A1",)))
    talk.at(60, do.AskQuestion("A1"), do.MarkCovered(("A1",), 3))
    found = coverage(talk.interview).questions
    assert (found["A1"].asked_at, found["A1"].covered_at) == (12.5, 50)
    assert (found["B1"].asked_at, found["B1"].covered_at) == (40, None)
    assert (found["B3"].asked_at, found["B3"].covered_at) == (None, None)


def test_a_research_question_is_covered_when_all_required_ones_are_done_and_one_is_covered() -> None:
    done = (do.MarkCovered(("A1",)), do.Skip(("A2",)))
    assert _target("A", *done).state == "open"
    assert _target("A", *done, do.Decline(("B2",))) == TargetCoverage("covered", 1, 3, 0, 0.0)


def test_it_is_closed_when_all_required_ones_were_skipped_or_declined() -> None:
    done = (do.Skip(("A1", "A2")), do.Decline(("B2",)))
    assert _target("A", *done).state == "closed"
    assert _target("A", *done, do.MarkCovered(("A3",))).state == "closed"


def test_asked_is_not_covered() -> None:
    asked = [do.AskQuestion(id) for id in ("A1", "A2", "B2")]
    assert _target("A", *asked) == TargetCoverage("open", 0, 3, 0, 0.0)


def test_an_optional_question_never_keeps_it_open() -> None:
    assert _target("A", do.MarkCovered(("A1", "A2", "B2")), do.AskQuestion("A3")).state == "covered"


def test_without_required_questions_it_is_covered_when_an_optional_one_is() -> None:
    assert _target("C").state == "open"
    assert _target("C", do.Skip(("C1",))).state == "open"
    assert _target("C", do.MarkCovered(("C1",))) == TargetCoverage("covered", 0, 0, 0, 0.0)


def test_a_part_counts_its_own_and_the_whole_counts_its_parts() -> None:
    found = _after(do.MarkCovered(("B1", "B2"), 2), do.TakeNote("i kapellet #b3")).targets
    assert (found["Ba"].state, found["Ba"].covered, found["Ba"].of) == ("covered", 2, 2)
    assert (found["Bb"].state, found["Bb"].covered, found["Bb"].of, found["Bb"].notes) == ("open", 0, 2, 1)
    assert (found["B"].state, found["B"].covered, found["B"].of, found["B"].notes) == ("open", 2, 4, 1)
    assert list(found) == ["A", "B", "Ba", "Bb", "C"]


def test_a_question_serving_several_counts_in_each() -> None:
    found = _after(do.MarkCovered(("B2",)), do.TakeNote("trygt å synge feil #b2")).targets
    assert {id: (one.covered, one.notes) for id, one in found.items() if one.notes} == {
        "A": (1, 1),
        "B": (1, 1),
        "Ba": (1, 1),
    }


def test_a_research_question_counts_distinct_notes() -> None:
    found = _after(do.TakeNote("#b1 og #b2 og #b3"), do.TakeNote("#b1"))
    assert (found.targets["B"].notes, found.targets["Ba"].notes, found.targets["Bb"].notes) == (2, 2, 1)
    assert [found.questions[id].notes for id in ("B1", "B2", "B3")] == [2, 1, 1]


def test_a_bookmark_counts_as_a_note_once_it_has_words() -> None:
    bookmark = (do.AskQuestion("A1"), do.TakeNote("", "bookmark"))
    assert (_after(*bookmark).questions["A1"].notes, _target("A", *bookmark).notes) == (0, 0)
    filled = (*bookmark, do.EditNote("kapellet, ikke stua"))
    assert (_after(*filled).questions["A1"].notes, _target("A", *filled).notes) == (1, 1)


def test_an_edit_moves_a_note_to_what_it_is_about_now() -> None:
    found = _after(do.TakeNote("i kapellet #b3"), do.EditNote("med dirigenten #b1")).questions
    assert [(id, one.state) for id, one in found.items() if one.notes] == [("B1", "touched")]


def test_the_closing_is_counted_as_a_question_and_serves_nothing() -> None:
    found = _after(do.MarkCovered(("Z1",)))
    assert found.questions["Z1"].state == "covered"
    assert all(target.covered == 0 for target in found.targets.values())


def test_marks_about_questions_that_the_guide_does_not_have_count_nowhere() -> None:
    talk = Talk()
    talk.add(Covered(seq=1, t=1.0, questions=("D4", "A1")))
    talk.add(Asked(seq=2, t=2.0, question="D5"))
    talk.add(Noted(seq=3, t=3.0, kind="note", text="om noe annet", about=("D4",)))
    found = coverage(talk.interview)
    assert [id for id, one in found.questions.items() if one.state != "untouched"] == ["A1"]


def test_a_guide_without_research_questions_has_questions_all_the_same() -> None:
    guide = read_guide("title: t\nsections: [{questions: [Hva da?]}]", "g").guide
    assert guide is not None
    talk = Talk(start(guide=guide))
    talk.at(5, do.AskNext(), do.MarkCovered())
    assert {id: one.state for id, one in coverage(talk.interview).questions.items()} == {"Q1": "covered"}
    assert coverage(talk.interview).targets == {}
