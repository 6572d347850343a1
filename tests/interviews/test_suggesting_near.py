"""The next question: what was touched near by comes first, and what leans on another waits for it."""

from collections.abc import Iterable, Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from guide.model import Guide, Question, ResearchQuestion, Section
from interviews.core import commands as do
from interviews.core.coverage import QuestionCoverage, QuestionState, coverage
from interviews.core.next_question import leans, next_question
from tests.guide.strategies import guides
from tests.interviews.choir import Talk, start
from tests.interviews.holding import ALL, carried_out


def _question(id: str, *serves: str, leans_on: tuple[str, ...] = (), optional: bool = False) -> Question:
    return Question(id=id, ask=f"{id}?", label=id, serves=serves, leans_on=leans_on, optional=optional)


GUIDE = Guide(
    title="Kor",
    research_questions=(ResearchQuestion("A", "Hva?", "hva"), ResearchQuestion("B", "Hvem?", "hvem")),
    sections=(
        Section("Én", (), (_question("A1", "A"), _question("A2", "A"))),
        Section("To", (), (_question("B1", "B"), _question("B2", "B", "A"))),
        Section("Tre", (), (_question("A3", "A"), _question("A4", "A"), _question("A5", "A", optional=True))),
        Section("Fire", (), (_question("B3", "B"), _question("B4", "B", leans_on=("B3",)), _question("Q1"))),
    ),
    closing=(_question("Z1"),),
)
"""A1 A2 · B1 B2 (of A too) · A3 A4 (A5) · B3 B4 (leaning on B3) Q1 (of nothing) · Z1."""


def _next(*commands: do.Command, courses: Sequence[Sequence[str]] = (), guide: Guide = GUIDE) -> str | None:
    talk = Talk(start(guide=guide))
    talk.at(1, *commands)
    found = next_question(guide, coverage(talk.interview).questions, talk.interview.hand, courses)
    return found.id if found is not None else None


def _touch(*ids: str) -> do.TakeNote:
    return do.TakeNote(" ".join(f"#{id}" for id in ids))


ASKED_A = (do.AskQuestion("A1"), do.MarkCovered(("A2",)))
"""A1 in hand, and nothing left in its section."""


# touched near before untouched far


def test_without_a_touch_the_next_section_comes_next() -> None:
    assert _next(*ASKED_A) == "B1"


@pytest.mark.parametrize("touched", ["A3", "A4", "B2"])
def test_what_was_touched_under_the_same_research_question_comes_before_what_was_not(touched: str) -> None:
    assert _next(_touch(touched), *ASKED_A) == touched


def test_what_was_touched_under_another_research_question_waits_for_its_turn() -> None:
    assert _next(_touch("B3"), *ASKED_A) == "B1"
    assert _next(_touch("Q1"), *ASKED_A) == "B1"


def test_its_own_section_comes_before_what_was_touched_elsewhere() -> None:
    assert _next(_touch("A3"), do.AskQuestion("A1")) == "A2"
    assert _next(_touch("A3"), do.AskQuestion("A2")) == "A1"


def test_of_several_touched_ones_the_nearest_in_the_guide_comes_first() -> None:
    assert _next(_touch("A4", "A3", "B2"), *ASKED_A) == "B2"
    assert _next(_touch("A4", "A3"), *ASKED_A) == "A3"
    assert _next(_touch("A1", "A3"), do.AskQuestion("B2"), do.MarkCovered(("B1",))) == "A3"


def test_a_touched_optional_one_comes_before_other_optional_ones_only() -> None:
    assert _next(_touch("A5"), *ASKED_A) == "B1"


def test_a_touch_is_over_once_the_question_was_asked_or_left_out() -> None:
    assert _next(_touch("A3"), *ASKED_A, do.Skip(("A3",))) == "B1"
    assert _next(_touch("A3"), *ASKED_A, do.AskQuestion("A3"), do.AskQuestion("A1")) == "B1"


def test_before_the_first_question_no_topic_is_near() -> None:
    assert _next(_touch("A4", "B3")) == "A1"


def test_after_the_closing_question_no_topic_is_near() -> None:
    assert _next(_touch("A4"), do.AskQuestion("Z1")) == "A1"


def test_a_question_that_serves_nothing_is_near_nothing() -> None:
    assert _next(_touch("A3"), do.AskQuestion("Q1"), do.MarkCovered(("B3", "B4"))) == "A1"


def test_the_parts_of_a_research_question_are_one_topic() -> None:
    talk = Talk()
    talk.at(1, do.TakeNote("#b3"), do.AskQuestion("B1"), do.MarkCovered(("B2",)))
    guide = talk.interview.guide.but(sections=tuple(reversed(talk.interview.guide.sections)))
    found = next_question(guide, coverage(talk.interview).questions, "B1")
    assert found is not None
    assert found.id == "B3"


# earlier interviews


def test_earlier_interviews_decide_between_touched_ones() -> None:
    courses = [("A1", "A4", "B1", "A3"), ("A1", "A4")]
    assert _next(_touch("A3", "A4"), *ASKED_A, courses=courses) == "A4"
    assert _next(_touch("A3", "A4"), *ASKED_A, courses=[("A1", "A3", "A4")]) == "A3"


def test_of_several_interviews_their_mean_decides() -> None:
    courses = [("A1", "B1", "B2", "A3"), ("A1", "A3"), ("A1", "A4")]
    assert _next(_touch("A3", "A4"), *ASKED_A, courses=courses) == "A4"


def test_one_that_never_came_after_the_question_in_hand_comes_last() -> None:
    assert _next(_touch("A3", "A4"), *ASKED_A, courses=[("A3", "A1", "B1", "A4")]) == "A4"


@pytest.mark.parametrize("courses", [[("A1", "B4", "A4")], [("A1", "Z1")], [("A1", "A5")], [()], [("B1",)]])
def test_without_a_touch_earlier_interviews_change_nothing(courses: list[tuple[str, ...]]) -> None:
    assert _next(*ASKED_A, courses=courses) == _next(*ASKED_A) == "B1"
    assert _next(do.AskQuestion("A1"), courses=courses) == "A2"


def test_earlier_interviews_bring_nothing_before_its_own_section() -> None:
    assert _next(_touch("A4"), do.AskQuestion("A1"), courses=[("A1", "A4", "A2")]) == "A2"


# what leans on another waits for it

IN_FOUR = (do.AskQuestion("Q1"),)
"""A question of B's section in hand: B3 and B4, which leans on it, are open."""
BACKWARDS = GUIDE.but(sections=(*GUIDE.sections[:3], Section("Fire", (), tuple(reversed(GUIDE.sections[3].questions)))))
"""The same with Q1 B4 B3 in the last section, so that B4 would come before what it leans on."""


def test_a_question_waits_for_the_one_it_leans_on() -> None:
    assert _next(*IN_FOUR, guide=BACKWARDS) == "B3"


@pytest.mark.parametrize("talk", [do.AskQuestion("B3"), do.MarkCovered(("B3",)), do.TakeNote("#b3 kom opp")])
def test_once_that_was_talked_about_it_waits_no_longer(talk: do.Command) -> None:
    assert _next(talk, *IN_FOUR, guide=BACKWARDS) == "B4"


@pytest.mark.parametrize("mark", [do.Skip(("B3",)), do.Decline(("B3",))])
def test_it_does_not_wait_for_what_was_skipped_or_declined(mark: do.Command) -> None:
    assert _next(mark, *IN_FOUR, guide=BACKWARDS) == "B4"


def test_it_waits_for_a_whole_research_question_until_some_of_it_was_talked_about() -> None:
    first = GUIDE.sections[0].questions
    leaning = GUIDE.but(sections=(Section("Én", (), (first[0].but(leans_on=("B",)), first[1])), *GUIDE.sections[1:]))
    assert _next(do.TakeNote("hei"), guide=leaning) == "A2"
    assert _next(_touch("B4"), guide=leaning) == "A1"
    assert _next(do.Skip(("B1", "B2", "B3", "B4")), guide=leaning) == "A1"


def test_two_that_lean_on_each_other_are_still_asked() -> None:
    first = (_question("A1", "A", leans_on=("A2",)), _question("A2", "A", leans_on=("A1",)))
    ring = Guide(title="Ring", research_questions=GUIDE.research_questions[:1], sections=(Section("", (), first),))
    standing = {"A1": QuestionCoverage(), "A2": QuestionCoverage()}
    found = next_question(ring, standing, None)
    assert found is not None
    assert found.id == "A1"


# whatever happens

Standing = tuple[Guide, dict[str, QuestionCoverage], str]
STATES: tuple[QuestionState, ...] = ("untouched", "touched", "asked", "skipped", "declined", "covered")


@st.composite
def _standings(
    draw: DrawFn, states: Sequence[QuestionState] = STATES
) -> tuple[Guide, dict[str, QuestionCoverage], str]:
    """A guide, how each of its questions stands, and the one in hand, empty for none."""
    guide = draw(guides())
    standing = {question.id: QuestionCoverage(draw(st.sampled_from(states))) for question in guide.questions}
    return guide, standing, draw(st.sampled_from(["", *standing]))


@st.composite
def _with_courses(draw: DrawFn) -> tuple[Guide, dict[str, QuestionCoverage], str, list[list[str]]]:
    guide, standing, hand = draw(_standings())
    course = st.lists(st.sampled_from([*standing, "utgått"]), max_size=6)
    return guide, standing, hand, draw(st.lists(course, max_size=3))


def _open_ones(standing: Mapping[str, QuestionCoverage]) -> set[str]:
    return {id for id, one in standing.items() if one.state in ("untouched", "touched")}


@given(_with_courses())
def test_the_suggestion_is_an_open_question_of_the_guide_and_none_only_when_none_is_open(
    case: tuple[Guide, dict[str, QuestionCoverage], str, list[list[str]]],
) -> None:
    guide, standing, hand, courses = case
    found = next_question(guide, standing, hand or None, courses)
    open_ones = _open_ones(standing)
    assert (found is None) is (not open_ones)
    if found is not None:
        assert found in guide.questions
        assert found.id in open_ones


@given(_with_courses())
def test_nothing_that_leans_is_suggested_while_it_leans_on_one_that_can_be_asked_before_it(
    case: tuple[Guide, dict[str, QuestionCoverage], str, list[list[str]]],
) -> None:
    guide, standing, hand, courses = case
    found = next_question(guide, standing, hand or None, courses)
    if found is None or not leans(found, guide, standing):
        return
    open_ones = _open_ones(standing) - {found.id}
    on = {one.id for target in found.leans_on for one in (guide.question(target), *guide.serving(target)) if one}
    if open_ones & on:  # then everything that is open must be waiting
        for id in open_ones:
            other = guide.question(id)
            assert other is not None
            assert leans(other, guide, standing)


def _plain_rule(guide: Guide, standing: Mapping[str, QuestionCoverage], hand: str | None) -> str | None:
    """The plain rule: after the one in hand in its section, earlier in it, later sections, earlier ones."""
    rows = [[question.id for question in section.questions] for section in guide.sections]
    here = next((place for place, row in enumerate(rows) if hand in row), None)
    order: list[str] = [id for row in rows for id in row]
    if here is not None:
        own = rows[here]
        at = own.index(str(hand))
        later = [id for row in rows[here + 1 :] for id in row]
        earlier = [id for row in rows[:here] for id in row]
        order = own[at + 1 :] + own[:at] + own[at : at + 1] + later + earlier
    optional = {question.id for question in guide.questions if question.optional}
    closing = [question.id for question in guide.closing]
    ranked = [id for id in order if id not in optional] + [id for id in order if id in optional] + closing
    return next((id for id in ranked if id in _open_ones(standing)), None)


def _without_leaning(guide: Guide) -> Guide:
    def plain(questions: Iterable[Question]) -> tuple[Question, ...]:
        return tuple(question.but(leans_on=()) for question in questions)

    sections = tuple(section.but(questions=plain(section.questions)) for section in guide.sections)
    return guide.but(sections=sections, closing=plain(guide.closing))


@given(_standings(("untouched", "asked", "skipped", "declined", "covered")))
def test_without_touches_and_leaning_it_is_the_plain_rule(
    case: Standing,
) -> None:
    guide, standing, hand = _without_leaning(case[0]), case[1], case[2] or None
    found = next_question(guide, standing, hand)
    assert (found.id if found is not None else None) == _plain_rule(guide, standing, hand)


@given(_standings(("asked", "covered", "untouched")), st.data())
def test_where_nothing_leans_that_is_open_it_is_the_plain_rule_too(case: Standing, data: st.DataObject) -> None:
    guide, standing, hand = case
    for question in guide.questions:  # what would lean is done, so that nothing waits
        if leans(question, guide, standing):
            standing[question.id] = QuestionCoverage(data.draw(st.sampled_from(["skipped", "declined"])))
    if any(leans(question, guide, standing) and question.id in _open_ones(standing) for question in guide.questions):
        return
    found = next_question(guide, standing, hand or None)
    assert (found.id if found is not None else None) == _plain_rule(guide, standing, hand or None)


@given(st.lists(ALL, max_size=14))
def test_asking_what_is_suggested_again_and_again_comes_to_every_open_question_once(commands: list[do.Command]) -> None:
    talk = carried_out(commands, start(guide=GUIDE))
    open_ones = _open_ones(coverage(talk.interview).questions)
    asked: list[str] = []
    while True:
        found = next_question(GUIDE, coverage(talk.interview).questions, talk.interview.hand, [("A1", "B4")])
        if found is None:
            break
        talk.at(talk.interview.t, do.AskQuestion(found.id))
        asked.append(found.id)
    assert len(asked) == len(set(asked))
    assert set(asked) == open_ones
