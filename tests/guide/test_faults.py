"""Everything that can be wrong in a guide: an example of each, and its sentence in both languages."""

import sys
from pathlib import Path
from string import Formatter

import pytest

from guide.problems import Fault, Problem, nearest
from guide.reading import read_guide, read_guide_file
from guide.schema import QUESTION_KEYS
from tui.sentences.problems import PROBLEMS
from tui.translator import Translator

_Q = "title: t\nsections: [{questions: [%s]}]"
_A = "title: t\nresearch_questions: {A: a}\nsections: [{serves: %s, questions: [a, b]}]"
_LAUGHS = "\n".join(
    ["a0: &a0 [x,x,x,x,x,x,x,x,x]"] + [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
)

EXAMPLES: dict[Fault, tuple[str | bytes, int, int]] = {
    Fault.TOO_BIG: ("a: " + "b" * 1_000_000, 1, 1),
    Fault.NOT_UTF8: ("title: kor\nproblem: æ".encode("latin-1"), 2, 10),
    Fault.UTF16: ("title: kor".encode("utf-16"), 1, 1),
    Fault.NOTHING_WRITTEN: ("# snart\n", 1, 1),
    Fault.BAD_CHARACTER: ("title: k\x07r", 1, 9),
    Fault.HARD_SPACE: ("title: t\nclosing:\n  -\xa0a", 3, 4),
    Fault.TAB: ("sections:\n  - title: a\n  \tserves: A", 3, 3),
    Fault.COLON: ("title: Kor: en studie", 1, 11),
    Fault.OPEN_QUOTE: ('title: "Kor\nlanguage: nb\n', 1, 8),
    Fault.AFTER_QUOTE: ('title: "Kor" og korps\n', 1, 14),
    Fault.BACKSLASH: ('title: "C:\\kor"', 1, 11),
    Fault.OPEN_BRACKET: ("title: t\nopening: [a, b\nlanguage: nb", 2, 10),
    Fault.BAD_START: ("title: @kor", 1, 8),
    Fault.NO_SPACE: ("title: t\nclosing: ['ask:a']", 2, 11),
    Fault.INDENTATION: ("sections:\n  - title: a\n serves: A", 3, 2),
    Fault.BROKEN: ("%YAML 3.0\n---\na: b", 1, 1),
    Fault.SECOND_DOCUMENT: ("title: a\n---\ntitle: b", 2, 1),
    Fault.TAG: ("title: !!python/name:os.system t", 1, 8),
    Fault.UNKNOWN_ALIAS: ("title: *kor", 1, 8),
    Fault.ALIAS_IN_ITSELF: ("sections: &s [*s]", 1, 15),
    Fault.TOO_LARGE: (_LAUGHS, 6, 5),
    Fault.TOO_DEEP: ("[" * 41, 1, 41),
    Fault.KEY_NOT_TEXT: ("title: t\n[a, b]: c", 2, 1),
    Fault.DUPLICATE_KEY: ("title: t\ntitle: u", 2, 1),
    Fault.NOT_A_GUIDE: ("- Hvordan går det?", 1, 1),
    Fault.WANTED_TEXT: ("title: [t]", 1, 8),
    Fault.WANTED_TEXT_OR_LIST: (_A % "{A: b}", 3, 21),
    Fault.WANTED_LIST: ("title: t\nopening: Formål", 2, 10),
    Fault.WANTED_KEYS: ("title: t\nconcepts: [mentor]", 2, 11),
    Fault.WANTED_TEXT_OR_KEYS: (_Q % "[a]", 2, 25),
    Fault.UNKNOWN_KEY: ("title: t\nfarge: rød", 2, 1),
    Fault.UNKNOWN_KEY_NEAR: (_Q % "{ask: a, optinal: ja}", 2, 34),
    Fault.COLON_IN_TEXT: (_Q % "{Fortell: hva skjedde?}", 2, 26),
    Fault.MISSING_KEY: (_Q % "{id: A1}", 2, 25),
    Fault.NO_TITLE: ("language: nb", 1, 1),
    Fault.EMPTY_TEXT: ("title: t\nproblem:\n", 2, 1),
    Fault.EMPTY_WORDING: (_Q % "' '", 2, 25),
    Fault.EMPTY_CONCEPT: ("title: t\nconcepts:\n  mentor: {}\n", 3, 3),
    Fault.EMPTY_ITEM: ("title: t\nopening:\n  - Formål\n  -\n", 4, 4),
    Fault.LONG_SHORT: (_Q % "{ask: a, short: 12345678901234567890123456789}", 2, 41),
    Fault.NOT_YES_OR_NO: (_Q % "{ask: a, optional: kanskje}", 2, 44),
    Fault.NOT_MINUTES: ("title: t\nminutes: en time", 2, 10),
    Fault.NOT_A_DATE: ("title: t\ndata: {end: 2027-02-30}", 2, 13),
    Fault.NOT_A_COUNT: (_Q % "{ask: a, examples: 0}", 2, 44),
    Fault.UNKNOWN_CHOICE: ("title: t\non_withdrawal: slett", 2, 16),
    Fault.NOT_ANONYMOUS: ("title: t\nrecorder: Zoom\nanonymous: ja\nclosing: [q]", 2, 1),
    Fault.UNKNOWN_LANGUAGE: ("title: t\nlanguage: fr", 2, 11),
    Fault.COMMA_LIST: (_A % "'A, B'", 3, 21),
    Fault.UNKNOWN_RULE: ("title: t\naccepted: {vanskelig: nei}", 2, 12),
    Fault.UNKNOWN_RULE_NEAR: ("title: t\naccepted: {double_barreled: med vilje}", 2, 12),
    Fault.ID_FORM: (_Q % "{id: spørsmål-1, ask: a}", 2, 30),
    Fault.ID_START: (_Q % "{id: 7, ask: a}", 2, 30),
    Fault.ID_RESERVED: (_Q % "{id: X, ask: a}", 2, 30),
    Fault.ID_TAKEN: (_Q % "{id: K, ask: a}, {id: k, ask: b}", 2, 47),
    Fault.ID_TAKEN_BY_AUTOMATIC: (_Q % "a, {id: q1, ask: b}", 2, 33),
    Fault.AUTOMATIC_ID_TAKEN: (_Q % "{id: Q2, ask: a}, b", 2, 43),
    Fault.AUTOMATIC_ID_FORM: (
        "title: t\nresearch_questions: {Musikken: a}\nsections: [{serves: Musikken, questions: [b]}]",
        3,
        43,
    ),
    Fault.NO_TARGETS: ("title: t\nsections: [{serves: A, questions: [a]}]", 2, 21),
    Fault.UNKNOWN_TARGET: (_A % "Sjø", 3, 21),
    Fault.UNKNOWN_TARGET_NEAR: (_A % "AA", 3, 21),
    Fault.UNKNOWN_LEAN: (_Q % "{ask: a, leans_on: arenaer}", 2, 44),
    Fault.UNKNOWN_LEAN_NEAR: (_Q % "{ask: a, leans_on: QQ1}", 2, 44),
    Fault.UNKNOWN_CONCEPT: (_Q % "{ask: a, concepts: mentor}", 2, 44),
    Fault.UNKNOWN_CONCEPT_NEAR: (
        "concepts: {mentor: b}\ntitle: t\nsections: [{questions: [{ask: a, concepts: mentr}]}]",
        3,
        44,
    ),
    Fault.CIRCULAR: (_Q % "{ask: a, leans_on: Q2}, {ask: b, leans_on: Q1}", 2, 44),
    Fault.NO_QUESTIONS: ("title: t\nsections: []", 1, 1),
    Fault.TOO_MANY_QUESTIONS: ("title: t\nclosing: [" + "a, " * 1000 + "b]", 2, 3011),
    Fault.UNSERVED: ("title: t\nresearch_questions: {A: a}", 2, 22),
    Fault.UNSERVED_PART: ("title: t\nresearch_questions: {A: {text: a, parts: {Aa: b}}}", 2, 43),
    Fault.MORE: ("title: t\n" + "farge: rød\n" * 1002, 1001, 1),
    Fault.CLOSING_IGNORED: ("title: t\nclosing: [{ask: a, optional: ja}]", 2, 20),
}
OF_GUIDES = {fault for fault in Fault if not fault.startswith("informant_")}  # the others: test_feedback.py
FROM_DISK = {Fault.IS_ODD, Fault.NOT_FOUND, Fault.IS_FOLDER, Fault.UNREADABLE}
WARNINGS = {Fault.NO_TITLE, Fault.UNKNOWN_LANGUAGE, Fault.UNSERVED, Fault.UNSERVED_PART, Fault.CLOSING_IGNORED}


def test_every_fault_has_an_example() -> None:
    assert set(EXAMPLES) | FROM_DISK == OF_GUIDES


@pytest.mark.parametrize("fault", EXAMPLES, ids=str)
def test_a_fault_is_named_at_its_place_and_said_in_both_languages(fault: Fault) -> None:
    text, line, column = EXAMPLES[fault]
    problems = read_guide(text, "guide.yaml").problems
    found = [problem for problem in problems if problem.code == fault]
    assert [(problem.line, problem.column) for problem in found[:1]] == [(line, column)], problems
    assert {problem.severity for problem in found} == {"warning" if fault in WARNINGS else "error"}
    _assert_said(found[0])


@pytest.mark.parametrize("rest", ["", "\n", "\n\n"])
def test_a_bracket_that_nothing_follows_is_named_where_it_stands(rest: str) -> None:
    (problem,) = read_guide(f"title: t\nopening: [{rest}", "guide.yaml").problems
    assert (problem.code, problem.line, problem.column) == (Fault.OPEN_BRACKET, 2, 10)
    _assert_said(problem)


def _assert_said(problem: Problem) -> None:
    fields = {name for _, name, _, _ in Formatter().parse(PROBLEMS[problem.code]) if name is not None}
    assert fields <= set(problem.facts)
    assert all(problem.facts[name] for name in fields)
    for said in (Translator("nb").problem(problem), Translator("en").problem(problem)):
        assert "\n" not in said
        assert said[0] == said[0].upper()


def test_every_sentence_is_the_sentence_of_a_fault() -> None:
    of_guides = {
        code for code in PROBLEMS if not code.startswith(("informant_", "key_"))
    }  # those have keys: in settings
    assert of_guides == {str(fault) for fault in OF_GUIDES} | {"guide_id_is_command"}  # which only the commands know


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "guide.yaml").write_text("title: t\nclosing: [a]", encoding="utf-8")
    codes = {}
    for name in ("missing.yaml", "folder", "guide.yaml/x", "nul\0.yaml", "guide.yaml"):
        reading = read_guide_file(tmp_path / name, name)
        codes[name] = [problem.code for problem in reading.problems]
        for problem in reading.problems:
            assert problem.file == name
            _assert_said(problem)
    assert codes == {
        "missing.yaml": [Fault.NOT_FOUND],
        "folder": [Fault.IS_FOLDER],
        "guide.yaml/x": [Fault.NOT_FOUND if sys.platform == "win32" else Fault.UNREADABLE],
        "nul\0.yaml": [Fault.UNREADABLE],
        "guide.yaml": [],
    }


def test_facts_fit_a_sentence_whatever_was_written() -> None:
    reading = read_guide("title: t\nminutes: |\n  en\n  to\nfarge" + "e" * 999 + ": x\nclosing: [a]", "g")
    facts = [fact for problem in reading.problems for fact in problem.facts.values()]
    assert "en to" in facts
    assert all("\n" not in fact and len(fact) <= 200 for fact in facts)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("optinal", "optional"),
        ("Optional", "optional"),
        ("leanson", "leans_on"),
        ("leans-on", "leans_on"),
        ("listen for", "listen_for"),
        ("probe", "probes"),
        ("two_side", "two_sided"),
        ("concept", "concepts"),
        ("sakt", ""),
        ("x", ""),
        ("", ""),
    ],
)
def test_the_nearest_key(written: str, meant: str) -> None:
    assert nearest(written, QUESTION_KEYS) == meant
