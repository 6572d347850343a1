"""What counts: states, depth, research questions and their parts, distinct notes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.reading import read_guide
from interviews.core import commands as do
from interviews.core.coverage import Coverage, TargetCoverage, all_covered, coverage
from interviews.core.events import Asked, Covered, Declined, Event, Noted, Reopened, Skipped, Unmarked
from interviews.core.state import apply, begin, replay
from tests.interviews.choir import Talk, start
from tests.interviews.holding import carried_out

_IDS = st.lists(st.sampled_from(["A1", "A2", "A3", "B1", "B2", "B3", "B4", "C1", "Z1"]), min_size=1, max_size=4)
_SOME = _IDS.map(tuple)
_T = st.floats(0, 4000)
_MARKS: st.SearchStrategy[Event] = st.one_of(
    st.builds(Asked, seq=st.just(0), t=_T, question=_IDS.map(lambda ids: ids[0])),
    st.builds(Covered, seq=st.just(0), t=_T, questions=_SOME, depth=st.sampled_from([None, 1, 2, 3])),
    st.builds(Skipped, seq=st.just(0), t=_T, questions=_SOME),
    st.builds(Declined, seq=st.just(0), t=_T, questions=_SOME),
    st.builds(Unmarked, seq=st.just(0), t=_T, questions=_SOME),
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
    questions = {id: question._replace(seconds=0.0) for id, question in found.questions.items()}
    return questions, {id: target._replace(seconds=0.0) for id, target in found.targets.items()}


def _after(*commands: do.Command) -> Coverage:
    talk = Talk()
    talk.at(10, *commands)
    return coverage(talk.interview)


def _target(id: str, *commands: do.Command) -> TargetCoverage:
    return _after(*commands).targets[id]


@given(st.lists(_MARKS, max_size=12).flatmap(lambda marks: st.tuples(st.just(marks), st.permutations(marks))))
def test_between_questions_the_order_of_marks_makes_no_difference(orders: tuple[list[Event], list[Event]]) -> None:
    marks, shuffled = (_each_in_its_own_order(order, orders[0]) for order in orders)
    assert _without_time(shuffled) == _without_time(marks)


def _each_in_its_own_order(marks: list[Event], order: list[Event]) -> list[Event]:
    """Marks of one question each, mixed as they are, but those of one question in the order they have in ``order``."""
    told = [(question, mark) for mark in order for question, mark in _apart(mark)]
    left = {question: [mark for other, mark in told if other == question] for question, _ in told}
    return [left[question].pop(0) for mark in marks for question, _ in _apart(mark)]


def _apart(mark: Event) -> list[tuple[str, Event]]:
    """A mark of several questions as marks of one each; an asking keeps its hand to itself: notes here are in none."""
    match mark:
        case Asked(question=question):
            return [(question, mark)]
        case Noted(about=about):
            return [(id, mark.but(about=(id,), kind="topic")) for id in dict.fromkeys(about)]
        case Covered(questions=ids) | Skipped(questions=ids) | Declined(questions=ids) | Unmarked(questions=ids):
            return [(id, mark.but(questions=(id,))) for id in dict.fromkeys(ids)]
        case _:
            raise AssertionError(mark)


JUDGEMENTS = st.sampled_from(
    [
        do.MarkCovered(("B3",)),
        do.MarkCovered(("B3",), 1),
        do.MarkCovered(("B3",), 3),
        do.Skip(("B3",)),
        do.Decline(("B3",)),
        do.Unmark(("B3",)),
        do.AskQuestion("B3"),
        do.AskQuestion("B1"),
        do.TakeNote("de øver der"),
        do.TakeNote("ellers i kapellet #b3"),
        do.TakeNote("tenk over #b3", "reflexive"),
        do.TakeNote("", "bookmark"),
        do.Undo(),
    ]
)


@given(st.lists(JUDGEMENTS, max_size=14))
def test_the_state_is_the_fold_over_the_last_judgement_and_what_came_after_it_in_hand(
    commands: list[do.Command],
) -> None:
    talk = carried_out(commands)
    found = coverage(talk.interview).questions["B3"]
    acts = list(talk.interview.acts.values())
    judged = [act for act in acts if isinstance(act, Covered | Skipped | Declined | Unmarked)]
    refused = any(isinstance(act, Declined) for act in judged)
    last = judged[-1] if judged else None
    hand, opened = None, False
    for act in acts:
        hand = act.question if isinstance(act, Asked) else hand
        in_hand = isinstance(act, Noted) and act.kind == "note" and hand == "B3"
        if last is not None and act.seq > last.seq and (in_hand or (isinstance(act, Asked) and hand == "B3")):
            opened = True
    match last:
        case Covered():
            assert found.state == "covered"
        case Declined():
            assert found.state == "declined"
        case Skipped():
            assert found.state == ("asked" if opened else "skipped")
        case Unmarked() if refused:
            assert found.state == "declined"
        case _:
            assert found.state in ("untouched", "touched", "asked")
    assert (found.declined_at is not None) == refused
    assert coverage(replay(talk.events)) == coverage(talk.interview)


@given(
    st.lists(JUDGEMENTS, max_size=8),
    st.sampled_from([do.MarkCovered(("B3",), 2), do.Skip(("B3",)), do.Decline(("B3",))]),
)
def test_the_last_judgement_alone_gives_the_same_state(before: list[do.Command], last: do.Command) -> None:
    found = coverage(carried_out([*before, last]).interview).questions["B3"]
    alone = coverage(carried_out([last]).interview).questions["B3"]
    assert (found.state, found.depth) == (alone.state, alone.depth)


@pytest.mark.parametrize(
    ("commands", "state"),
    [
        ([do.TakeNote("de øver i kapellet #b3")], "touched"),
        ([do.AskQuestion("B3")], "asked"),
        ([do.Skip(("B3",)), do.AskQuestion("B3")], "asked"),
        ([do.Skip(("B3",)), do.TakeNote("i kapellet #b3")], "skipped"),
        ([do.AskQuestion("B3"), do.Skip(), do.TakeNote("og så kom det likevel")], "asked"),
        ([do.AskQuestion("B3"), do.Skip(), do.TakeNote("«i kapellet»", "quote")], "asked"),
        ([do.AskQuestion("B3"), do.Skip(), do.TakeNote("hm", "reflexive")], "skipped"),
        ([do.AskQuestion("B3"), do.Skip(), do.TakeNote("noe annet", "topic")], "skipped"),
        ([do.AskQuestion("B3"), do.Skip(), do.TakeNote("", "bookmark")], "skipped"),
        ([do.AskQuestion("B3"), do.Skip(), do.TakeNote("", "bookmark"), do.EditNote("kapellet")], "asked"),
        ([do.AskQuestion("B3"), do.Skip(), do.AskQuestion("B1"), do.TakeNote("om #b3")], "skipped"),
        ([do.AskQuestion("B1"), do.Skip(("B3",)), do.TakeNote("det"), do.LinkNote(3, "B3")], "skipped"),
        ([do.AskQuestion("B3"), do.TakeNote("før"), do.Skip(), do.EditNote("før, rettet")], "skipped"),
        ([do.MarkCovered(("B3",), 3), do.Skip(("B3",))], "skipped"),
        ([do.Skip(("B3",)), do.MarkCovered(("B3",))], "covered"),
        ([do.MarkCovered(("B3",)), do.AskQuestion("B3")], "covered"),
        ([do.MarkCovered(("B3",), 3), do.Unmark(("B3",))], "untouched"),
        ([do.AskQuestion("B3"), do.MarkCovered(), do.Unmark()], "asked"),
        ([do.TakeNote("#b3"), do.Skip(("B3",)), do.Unmark(("B3",))], "touched"),
        ([do.MarkCovered(("B3",)), do.Decline(("B3",))], "declined"),
        ([do.Decline(("B3",)), do.AskQuestion("B3"), do.TakeNote("litt")], "declined"),
        ([do.Decline(("B3",)), do.MarkCovered(("B3",))], "covered"),
        ([do.Decline(("B3",)), do.MarkCovered(("B3",)), do.Unmark(("B3",))], "declined"),
        ([do.Decline(("B3",)), do.Undo()], "untouched"),
    ],
)
def test_the_state_is_the_last_judgement_in_force(commands: list[do.Command], state: str) -> None:
    assert _after(*commands).questions["B3"].state == state


def test_a_refusal_is_told_beside_whatever_came_later_and_one_that_was_undone_never_was() -> None:
    talk = Talk()
    talk.at(30, do.Decline(("B3",)))
    talk.at(50, do.MarkCovered(("B3",), 2))
    found = coverage(talk.interview).questions["B3"]
    assert (found.state, found.depth, found.declined_at, found.refused_before) == ("covered", 2, 30, True)
    talk.at(70, do.Decline(("B3",)))
    again = coverage(talk.interview).questions["B3"]
    assert (again.state, again.declined_at, again.refused_before) == ("declined", 30, False), "the first refusal counts"
    undone = _after(do.Decline(("B3",)), do.Undo(), do.MarkCovered(("B3",))).questions["B3"]
    assert (undone.state, undone.declined_at) == ("covered", None)


def test_a_refusal_is_no_gap_whatever_came_later() -> None:
    done = (do.MarkCovered(("A1", "A2")), do.Decline(("B2",)), do.Skip(("B2",)), do.AskQuestion("B2"))
    found = _after(*done)
    assert (found.questions["B2"].state, found.questions["B2"].settled) == ("asked", True)
    assert found.targets["A"].state == "covered"
    touched = _after(do.Decline(("B2",)), do.Skip(("B2",)), do.AskQuestion("B1"), do.TakeNote("så om byen #b2"))
    assert not touched.questions["B2"].is_new, "it is suggested no more"


def test_zero_takes_off_a_cover_or_a_skip_and_nothing_else() -> None:
    talk = Talk()
    talk.at(10, do.AskQuestion("A1"), do.MarkCovered(("A1", "A2")), do.Skip(("B1",)), do.Decline(("B2",)))
    assert talk.refusal(do.Unmark(("B3",))) == "nothing_marked"
    assert talk.refusal(do.Unmark(("B2",))) == "refusal_stays"
    assert talk.refusal(do.Unmark(("D9",))) == "unknown_question"
    assert talk.at(20, do.Unmark(("A1", "B1", "B3"))) == Unmarked(seq=5, t=20, questions=("A1", "B1"))
    assert talk.refusal(do.Unmark()) == "nothing_marked"
    states = coverage(talk.interview).questions
    assert [states[id].state for id in ("A1", "A2", "B1", "B2")] == ["asked", "covered", "untouched", "declined"]
    talk.at(30, do.Undo())
    assert coverage(talk.interview).questions["A1"].state == "covered"


def test_a_note_dated_back_before_the_skip_lifts_nothing() -> None:
    talk = Talk()
    talk.at(10, do.AskQuestion("B3"))
    talk.at(60, do.Skip())
    talk.at(70, do.TakeNote("sa han", back=20.0))
    assert coverage(talk.interview).questions["B3"].state == "skipped"
    talk.at(90, do.TakeNote("sa han", back=20.0))
    assert coverage(talk.interview).questions["B3"].state == "asked"


def test_what_is_written_after_the_end_lifts_no_skip() -> None:
    talk = Talk()
    talk.at(10, do.AskQuestion("B3"))
    talk.at(60, do.Skip(), do.End())
    talk.add(Reopened(seq=4, t=3600.0, wall="2026-03-02T20:00:00+01:00"))
    talk.at(3610, do.TakeNote("husket jeg siden", question="B3"), do.TakeNote("og"), do.TakeNote("A1 #a1"))
    found = coverage(talk.interview).questions["B3"]
    assert (found.state, found.notes) == ("skipped", 3)


def test_a_question_taken_up_again_after_a_skip_is_no_gap_to_lean_on() -> None:
    talk = Talk()
    talk.at(10, do.Skip(("B1",)), do.AskQuestion("B1"))
    assert coverage(talk.interview).questions["B1"].was_talked_about
    talk.at(20, do.Skip())
    assert not coverage(talk.interview).questions["B1"].was_talked_about
    talk.at(30, do.AskQuestion("B1"), do.TakeNote("i kapellet"), do.Skip())
    assert coverage(talk.interview).questions["B1"].was_talked_about


def test_an_undo_takes_a_mark_out_of_force() -> None:
    covered = (do.AskQuestion("A1"), do.MarkCovered(depth=3))
    assert _after(*covered, do.Undo()).questions["A1"] == _after(do.AskQuestion("A1")).questions["A1"]


def test_the_depth_is_the_one_said_last_since_it_was_last_judged_otherwise() -> None:
    marks = [do.MarkCovered(("A1",), depth) for depth in (2, 3, None, 1)]
    assert [_after(*marks[:count]).questions["A1"].depth for count in (1, 2, 3, 4)] == [2, 3, 3, 1]
    assert _after(do.MarkCovered(("A1",))).questions["A1"].depth is None
    for between in (do.Skip(("A1",)), do.Decline(("A1",)), do.Unmark(("A1",))):
        assert _after(*marks, between).questions["A1"].depth is None
        assert _after(*marks, between, do.MarkCovered(("A1",))).questions["A1"].depth is None


def test_covered_at_is_told_only_while_it_is_covered() -> None:
    talk = Talk()
    talk.at(10, do.MarkCovered(("A1",)))
    talk.at(20, do.Unmark(("A1",)))
    assert coverage(talk.interview).questions["A1"].covered_at is None
    talk.at(30, do.MarkCovered(("A1",)))
    talk.at(40, do.MarkCovered(("A1",), 2))
    assert coverage(talk.interview).questions["A1"].covered_at == 30


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


def test_all_is_covered_when_every_question_but_the_closing_is_or_every_one_that_must_be() -> None:
    talk = Talk()
    talk.at(5, do.MarkCovered(("A1", "A2", "B1", "B2", "B3")))
    assert not all_covered(talk.interview, required=True), "B4 is left"
    talk.at(6, do.MarkCovered(("B4",)))
    assert all_covered(talk.interview, required=True), "A3 and C1 are optional, Z1 closes"
    assert not all_covered(talk.interview), "A3 and C1 are left"
    talk.at(7, do.MarkCovered(("A3",)), do.Skip(("C1",)))
    assert not all_covered(talk.interview), "a question that was skipped is not covered"
    talk.at(8, do.MarkCovered(("C1",)))
    assert all_covered(talk.interview), "Z1 closes"


def test_where_there_is_nothing_to_cover_not_all_of_it_is_covered() -> None:
    guide = read_guide("title: t\nsections: [{questions: [{ask: Hva da?, optional: true}]}]", "g").guide
    assert guide is not None
    talk = Talk(start(guide=guide))
    assert not all_covered(talk.interview, required=True), "no question is required"
    talk.at(5, do.AskNext(), do.MarkCovered())
    assert not all_covered(talk.interview, required=True), "no question is required"
    assert all_covered(talk.interview)
