"""Guides as students break them: every fault at its place, all at once, in a sentence that can be acted on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.problems import Fault, Problem
from guide.reading import Reading, read_guide, read_guide_file
from tests.guide.broken import EXPECTED, Row
from tui.translator import Language, Translator

FOLDER = Path(__file__).parent / "fixtures" / "broken"
JARGON = ("scalar", "mapping", "token", "anchor", "block", "flow", "parse", "None")


def _read(name: str) -> Reading:
    return read_guide_file(FOLDER / f"{name}.yaml", f"{name}.yaml")


def _row(problem: Problem, facts: dict[str, str]) -> Row:
    told = {name: problem.facts.get(name, "") for name in facts}
    return problem.line, problem.column, Fault(problem.code), told


def test_every_broken_guide_is_read() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_fault_of_a_guide_is_found_where_a_person_would_look(name: str) -> None:
    problems = _read(name).problems
    rows = EXPECTED[name]
    assert [(p.line, p.column, p.code) for p in problems] == [(line, column, code) for line, column, code, _ in rows]
    assert [_row(problem, row[3]) for problem, row in zip(problems, rows, strict=True)] == rows


@pytest.mark.parametrize("name", EXPECTED)
def test_a_broken_guide_is_no_guide(name: str) -> None:
    reading = _read(name)
    assert reading.ok is (name == "unserved")
    assert bool(reading.errors) is not reading.ok


def _sentences(language: Language) -> Iterator[tuple[Problem, str]]:
    _ = Translator(language)
    yield from ((problem, _.problem(problem)) for name in EXPECTED for problem in _read(name).problems)


@pytest.mark.parametrize("language", ["nb", "en"])
def test_each_fault_is_one_line_that_names_the_right_word(language: Language) -> None:
    for problem, said in _sentences(language):
        assert said == " ".join(said.split())
        assert said.endswith((".", "?", "]")), said
        assert len(said) <= 250, said
        for name in ("nearest", "ids", "keys", "rules", "choices", "right", "example", "first_line", "path", "closing"):
            assert problem.facts.get(name, "") in said


@pytest.mark.parametrize("language", ["nb", "en"])
def test_each_fault_says_what_to_do_in_ordinary_words(language: Language) -> None:
    """What is wrong, and then what to do about it, or the one thing that is needed; none of the parser's own words."""
    needed = ("må ha", "needs")
    for problem, said in _sentences(language):
        own = said
        for fact in problem.facts.values():
            own = own.replace(fact, "") if len(fact) > 1 else own
        assert not [word for word in JARGON if word in own], said
        assert said.count(". ") + said.count("? ") >= 1 or any(word in said for word in needed), said


def test_a_slip_is_one_fault_wherever_it_stands() -> None:
    """A misspelt key is read as the one that was meant, so that nothing else seems to be missing."""
    for text in (
        "title: t\nresearch_question:\n  A: a\nsections:\n- serves: A\n  questions: [{ask: a, leans_on: [A]}]\n",
        "title: t\nconcept: {mentor: m}\nclosing: [{ask: a, concepts: [mentor]}]\n",
        "title: t\nclosing: [{spør: a}]\n",
        "title: t\nclosing: [{ask: a, ID: start}, {ask: b, leans_on: start}]\n",
    ):
        assert [problem.code for problem in read_guide(text, "g").problems] == [Fault.UNKNOWN_KEY_NEAR], text


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("title: a: b: c: d\nclosing: [e]", [(1, 9)]),
        ("title: a\n language: nb\nclosing: [b]", [(2, 2)]),
        ("title: C: \"x\nclosing:\n  - 'a' b\n", [(1, 9), (3, 9)]),
        ("title: t\nclosing:\n- 'a\n- \"b\n- @c\n", [(3, 3), (4, 3), (5, 3)]),
        ("title: t\nclosing:\n  - a\n - b\n - c\n", [(4, 2)]),
        ("title: t\nclosing:\n- ask:\ta\n-\tb\n", [(4, 2)]),
    ],
)
def test_reading_goes_on_behind_a_fault_of_the_yaml(text: str, places: list[tuple[int, int]]) -> None:
    assert [(problem.line, problem.column) for problem in read_guide(text, "g").problems] == places


def test_what_a_fault_of_the_yaml_hides_is_not_said_to_be_missing() -> None:
    section = "sections:\n  - title: a\n    serves: A\n   questions:\n     - b\n"
    text = f"title: t\n{section}research_questions: {{A: x, B: y}}\n"
    assert [problem.code for problem in read_guide(text, "g").problems] == [Fault.INDENTATION]


def test_a_key_whose_list_cannot_be_read_is_not_said_to_be_empty() -> None:
    text = "title: t\nsections:\n  - title: a\n    questions:\n   - b\n   - c\nclosing: [d]\n"
    assert [(p.line, p.column, p.code) for p in read_guide(text, "g").problems] == [(5, 4, Fault.INDENTATION)]


def test_so_many_problems_are_counted_rather_than_listed() -> None:
    reading = read_guide("title: t\n" + "farge: rød\n" * 5000 + "closing: [a]", "g")
    assert len(reading.problems) == 1001
    assert (reading.problems[-1].code, reading.problems[-1].facts) == (Fault.MORE, {"count": "4000"})
