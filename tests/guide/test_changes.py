"""What changed between two guides."""

import pytest
from hypothesis import given

from guide.diff import Change, Spot, diff
from guide.editing import edit_text
from guide.model import Concept, Guide, Point, Probe, Question, ResearchQuestion, Section
from guide.revise import drop, merge, move, reword, split
from guide.samples import thesis_guide_text
from tests.guide.acts import ACTS, Act, history
from tests.guide.changed import is_told_in_full
from tests.guide.strategies import guides
from tests.guide.test_revising import GUIDE, _read

THESIS = _read(thesis_guide_text())


@given(guides(), guides())
def test_the_changes_tell_all_that_differs_and_nothing_else(old: Guide, new: Guide) -> None:
    assert is_told_in_full(old, new, diff(old, new))
    assert not diff(old, old)


def test_a_question_that_goes_on_serving_nothing_where_its_section_does_is_told_so() -> None:
    first = THESIS.sections[0]
    alone = first.but(serves=(), questions=tuple(question.but(serves=()) for question in first.questions))
    old, new = (THESIS.but(sections=(one, *THESIS.sections[1:])) for one in (alone, alone.but(serves=("C",))))
    changes = diff(old, new)
    assert {(change.kind, change.question, change.after) for change in changes} == {
        ("section_changed", "", ("C",)),
        *(("changed", question.id, ()) for question in first.questions),
    }
    assert is_told_in_full(old, new, changes)


@given(guides(), ACTS)
def test_the_difference_tells_all_that_acts_did(guide: Guide, acts: list[Act]) -> None:
    last = history(guide, acts)[-1]
    assert is_told_in_full(guide, last, diff(guide, last))


@given(guides(), ACTS)
def test_nothing_is_told_but_what_changed(guide: Guide, acts: list[Act]) -> None:
    last = history(guide, acts)[-1]
    same = {question.id for question in last.questions if question == guide.question(question.id)}
    told = {change.question for change in diff(guide, last) if change.kind != "moved"}
    assert not told & same


@given(guides(), ACTS)
def test_each_question_comes_goes_or_moves_once(guide: Guide, acts: list[Act]) -> None:
    last = history(guide, acts)[-1]
    placed = [change.question for change in diff(guide, last) if change.kind in ("moved", "added", "dropped")]
    assert len(placed) == len(set(placed))


def test_a_rewording_is_one_rewording() -> None:
    assert diff(GUIDE, reword(GUIDE, "A1", "Hva husker du?")) == (
        Change("reworded", "A1", "Kan du fortelle om den første uka?", "Hva husker du?"),
    )


def test_a_question_moved_first_is_one_move() -> None:
    """UC2: the third question of the last theme comes before the first."""
    assert diff(THESIS, move(THESIS, "C3", before="A1")) == (
        Change(
            "moved",
            "C3",
            Spot(4, "Erfaringer og refleksjoner", 3, follows="C2"),
            Spot(1, "Fokus", 1, precedes="A1"),
        ),
    )


@pytest.mark.parametrize(("id", "before"), [("A1", "A4"), ("A4", "A1"), ("B10", "B1"), ("B1", "C2"), ("A2", "A3")])
def test_one_question_moved_is_one_move(id: str, before: str) -> None:
    new = move(THESIS, id, before=before)
    changes = diff(THESIS, new)
    assert [change.kind for change in changes] == ["moved"] * (new != THESIS)
    assert [change.question for change in changes] == [id] * (new != THESIS)


def test_a_section_moved_is_one_move_of_a_section() -> None:
    sections = (THESIS.sections[3], *THESIS.sections[:3])
    moved = THESIS.sections[3].but(questions=())
    assert diff(THESIS, THESIS.but(sections=sections)) == (Change("section_moved", "", moved, moved),)


def test_a_section_renamed_is_the_same_section() -> None:
    sections = (THESIS.sections[0].but(title="Oppmerksomhet"), *THESIS.sections[1:])
    assert diff(THESIS, THESIS.but(sections=sections)) == (
        Change("section_changed", "", "Fokus", "Oppmerksomhet", "title", "Fokus"),
    )


def test_what_a_section_serves_its_questions_serve() -> None:
    first = THESIS.sections[0]
    questions = tuple(question.but(serves=("C",)) for question in first.questions)
    new = THESIS.but(sections=(first.but(serves=("C",), questions=questions), *THESIS.sections[1:]))
    assert diff(THESIS, new) == (Change("section_changed", "", ("A",), ("C",), "serves", "Fokus"),)


def test_a_split_is_a_rewording_and_an_addition() -> None:
    new = split(GUIDE, "A1", ["Hva hendte?", "Hvem møtte du?"], [])
    assert [(change.kind, change.question) for change in diff(GUIDE, new)] == [("added", "A4"), ("reworded", "A1")]
    added = diff(GUIDE, new)[0]
    assert added == Change("added", "A4", after=new.question("A4"))


def test_a_merger_says_what_leaned_on_the_one_that_is_gone() -> None:
    changes = diff(GUIDE, merge(GUIDE, "A1", "A2", "Hva hendte den første uka?"))
    assert changes[0].kind == "dropped"
    assert Change("changed", "A3", ("A2",), ("A1",), "leans_on") in changes
    assert Change("changed", "B1", ("A2", "A3"), ("A1", "A3"), "leans_on") in changes


def test_a_dropped_question_is_told_with_its_words() -> None:
    changes = diff(GUIDE, drop(GUIDE, "A3"))
    gone = GUIDE.question("A3")
    assert gone is not None
    assert changes == (
        Change("dropped", "A3", gone),
        Change("changed", "B1", ("A2", "A3"), ("A2",), "leans_on"),
    )


def _with_probes(*probes: Probe) -> Guide:
    question = Question("A1", "Hva hendte?", "hendte", probes=probes)
    return Guide("t", closing=(question,))


HOW, WHY, AND = Probe("Hvordan hendte det?"), Probe("Hvorfor?"), Probe("Og så?")


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ((HOW,), (HOW, WHY), Change("probe_added", "A1", after=WHY)),
        ((HOW, WHY), (WHY,), Change("probe_dropped", "A1", HOW)),
        ((HOW, WHY, AND), (AND, HOW, WHY), Change("probe_moved", "A1", AND, AND)),
        ((WHY,), (Probe("Hvorfor?", "ja"),), Change("probe_reworded", "A1", WHY, Probe("Hvorfor?", "ja"))),
        ((HOW,), (Probe("Hvordan da?"),), None),
        (
            (HOW,),
            (Probe("Hvordan kunne det hende?"),),
            Change("probe_reworded", "A1", HOW, Probe("Hvordan kunne det hende?")),
        ),
    ],
)
def test_probes(old: tuple[Probe, ...], new: tuple[Probe, ...], change: Change | None) -> None:
    """Two that share a third of their words are one reworded, else one is gone and another has come."""
    changes = diff(_with_probes(*old), _with_probes(*new))
    if change is None:
        assert [one.kind for one in changes] == ["probe_dropped", "probe_added"]
    else:
        assert changes == (change,)


def test_points_named_by_their_place_are_renumbered_in_silence() -> None:
    old = Guide("t", opening=(Point("1", "Formål"), Point("2", "Tid"), Point("3", "Opptak", ("recording",))))
    new = old.but(opening=(Point("1", "Tid"), Point("2", "Opptak", ("recording",))))
    assert diff(old, new) == (Change("opening_dropped", before=Point("1", "Formål")),)
    assert diff(new, old) == (Change("opening_added", after=Point("1", "Formål")),)


def test_the_rest_is_told_key_by_key() -> None:
    new = GUIDE.but(
        title="Ferske lærere",
        minutes=50.0,
        research_questions=(*GUIDE.research_questions, ResearchQuestion("C", "Hva nå?", "nå")),
        concepts=(GUIDE.concepts[0].but(say="Med mentor mener jeg …"), Concept("rektor", "sjefen")),
    )
    assert diff(GUIDE, new) == (
        Change("changed", "", "Nye lærere", "Ferske lærere", "title"),
        Change("changed", "", None, 50.0, "minutes"),
        Change("research_question_added", after=new.research_questions[2]),
        Change("concept_dropped", before=GUIDE.concepts[1]),
        Change("concept_added", after=new.concepts[1]),
        Change("concept_changed", "", None, "Med mentor mener jeg …", "say", "mentor"),
    )


def test_a_new_section_comes_without_its_questions_and_they_move_in() -> None:
    first, *rest = THESIS.sections
    halves = (first.but(questions=first.questions[:2]), first.but(title="Påvirkning", questions=first.questions[2:]))
    changes = diff(THESIS, THESIS.but(sections=(*halves, *rest)))
    assert [change.kind for change in changes] == ["section_added", "moved", "moved"]


def test_a_sections_planned_minutes_are_a_change_of_their_own() -> None:
    section = Section("Start", (), (Question("Q1", "Hvordan gikk det?", "gikk det"),))
    before, after = (Guide(title="t", sections=(section.but(minutes=minutes),)) for minutes in (None, 10.0))
    (change,) = diff(before, after)
    assert (change.kind, change.key, change.before, change.after) == ("section_changed", "minutes", None, 10.0)
    text = "title: t\nsections:\n  - title: Start  # først\n    questions:\n      - {id: Q1, ask: Hvordan gikk det?}\n"
    assert "minutes: 10" in edit_text(text, after).text
    assert "# først" in edit_text(text, after).text
