"""Ids: those people give, those the guide gives, and what may not be called what."""

import pytest

from guide.ids import automatic_id, is_id, is_question_id
from guide.problems import Fault
from guide.reading import Reading, read_guide


def _read(targets: str, sections: str, rest: str = "") -> Reading:
    return read_guide(f"title: t\nresearch_questions: {targets}\nsections: {sections}\n{rest}", "g")


def _ids(targets: str, sections: str, rest: str = "") -> list[str]:
    reading = _read(targets, sections, rest)
    assert reading.guide is not None, reading.problems
    return [question.id for question in reading.guide.questions]


def test_the_series_runs_through_the_parts_of_a_research_question() -> None:
    sections = "[{serves: Ba, questions: [a, b]}, {serves: Bb, questions: [c]}, {serves: B, questions: [d]}]"
    assert _ids("{B: {text: b, parts: {Ba: x, Bb: y}}}", sections) == ["B1", "B2", "B3", "B4"]


def test_the_place_counts_explicit_ids_too() -> None:
    assert _ids("{A: a}", "[{serves: A, questions: [a, {id: intro, ask: b}, c]}]") == ["A1", "intro", "A3"]


def test_a_question_may_serve_another_research_question_than_its_section() -> None:
    sections = "[{serves: [A, B], questions: [a, {ask: b, serves: [B, A]}, c, {ask: d, serves: []}]}, {questions: [e]}]"
    assert _ids("{A: a, B: b}", sections, "closing: [f, {id: slutt, ask: g}, h]") == [
        "A1",
        "B1",
        "A2",
        "Q1",
        "Q2",
        "Z1",
        "slutt",
        "Z3",
    ]


def test_a_dot_stands_after_a_digit() -> None:
    sections = "[{questions: [{ask: a, serves: '1'}, {ask: b, serves: A2}, {ask: c, serves: æ}]}]"
    assert _ids("{'1': a, A2: b, Æ: c}", sections) == ["1.1", "A2.1", "Æ1"]
    assert automatic_id("A", 12) == "A12"
    assert automatic_id("A1", 12) == "A1.12"


def test_references_come_out_as_the_ids_were_defined() -> None:
    sections = "[{serves: a, questions: [{id: Intro, ask: x}, {ask: y, leans_on: [INTRO, intro, A]}]}]"
    guide = _read("{A: q}", sections).guide
    assert guide is not None
    assert guide.sections[0].serves == guide.questions[0].serves == ("A",)
    assert guide.questions[1].leans_on == ("Intro", "A")


def test_composed_and_decomposed_letters_are_the_same_id() -> None:
    guide = _read("{'Å': q}", "[{serves: 'A\u030a', questions: [x]}]").guide
    assert guide is not None
    assert [question.id for question in guide.questions] == ["Å1"]


@pytest.mark.parametrize("name", ["A", "ABCDEFGH", "å", "1", "12", "1.1", ".", "_", "Ω2", "a_b.c"])
def test_what_an_id_may_be(name: str) -> None:
    assert is_id(name)


@pytest.mark.parametrize("name", ["", "ABCDEFGHI", "a b", "a-b", "a,b", "²", "½", "a\n", "🎵", "+1"])
def test_what_an_id_may_not_be(name: str) -> None:
    assert not is_id(name)


@pytest.mark.parametrize(
    ("name", "may"), [("A1", True), ("1.1", True), ("é", True), ("7", False), ("_1", False), ("x", False), ("X", False)]
)
def test_a_question_is_never_called_a_bare_number(name: str, *, may: bool) -> None:
    assert is_question_id(name) is may


@pytest.mark.parametrize(
    ("targets", "sections", "code"),
    [
        ("{A: a, a: b}", "[{serves: A, questions: [x]}]", Fault.ID_TAKEN),
        ("{A: {text: a, parts: {A: b}}}", "[{serves: A, questions: [x]}]", Fault.ID_TAKEN),
        ("{A: {text: a, parts: {A1: b}}}", "[{serves: A1, questions: [x]}]", Fault.AUTOMATIC_ID_TAKEN),
        ("{A: a}", "[{serves: A, questions: [{id: A, ask: x}]}]", Fault.ID_TAKEN),
        ("{A: a}", "[{serves: A, questions: [{id: a2, ask: x}, y]}]", Fault.AUTOMATIC_ID_TAKEN),
        ("{A: a}", "[{serves: A, questions: [y, {id: a1, ask: x}]}]", Fault.ID_TAKEN_BY_AUTOMATIC),
        ("{Z: a}", "[{serves: Z, questions: [y]}]\nclosing: [z]", Fault.AUTOMATIC_ID_TAKEN),
        ("{Q: a}", "[{serves: Q, questions: [y]}, {questions: [z]}]", Fault.AUTOMATIC_ID_TAKEN),
        ("{x: a}", "[{serves: x, questions: [y]}]", Fault.ID_RESERVED),
        ("{_: a}", "[{serves: _, questions: [y]}]", Fault.AUTOMATIC_ID_FORM),
    ],
)
def test_an_id_that_is_taken_or_unfit_is_an_error(targets: str, sections: str, code: Fault) -> None:
    errors = _read(targets, sections).errors
    assert [problem.code for problem in errors] == [code]


def test_an_unfit_id_can_still_be_referred_to() -> None:
    reading = _read("{A: a}", "[{serves: A, questions: [{id: for lang id, ask: a}, {ask: b, leans_on: for lang id}]}]")
    assert [problem.code for problem in reading.errors] == [Fault.ID_FORM]


def test_every_circle_is_named_once() -> None:
    sections = """
- serves: A
  questions:
  - {ask: a, leans_on: A3}
  - {ask: b, leans_on: [A1, A2]}
  - {ask: c, leans_on: [A2, A]}
"""
    errors = _read("{A: a}", sections).errors
    assert {problem.code for problem in errors} == {Fault.CIRCULAR}
    assert sorted(problem.facts["path"] for problem in errors) == ["A1 → A3 → A2 → A1", "A2 → A2"]


def test_a_long_chain_of_leaning_is_no_circle() -> None:
    questions = "".join(f"\n  - {{ask: q, leans_on: A{n}}}" for n in range(1, 999))
    assert _read("{A: a}", f"\n- serves: A\n  questions:\n  - q{questions}").ok


def test_served_through_a_part_is_served() -> None:
    reading = _read("{A: {text: a, parts: {Aa: b, Ab: c}}, B: d}", "[{serves: Aa, questions: [x]}]")
    assert [(problem.code, problem.facts["id"]) for problem in reading.problems] == [
        (Fault.UNSERVED_PART, "Ab"),
        (Fault.UNSERVED, "B"),
    ]
    assert reading.ok
