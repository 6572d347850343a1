"""The copy of a guide that a log carries."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.model import Guide
from guide.problems import Fault
from guide.reading import read_guide
from guide.samples import thesis_guide_text
from guide.serialize import guide_from_dict, guide_to_dict
from tests.guide.strategies import guides


@given(guides())
def test_a_guide_comes_back_from_its_document_as_it_was(guide: Guide) -> None:
    reading = guide_from_dict(json.loads(json.dumps(guide_to_dict(guide))))
    assert reading.guide == guide
    assert not reading.errors


@given(guides())
def test_the_document_of_a_document_is_the_same(guide: Guide) -> None:
    again = guide_from_dict(guide_to_dict(guide)).guide
    assert again is not None
    assert guide_to_dict(again) == guide_to_dict(guide)


def test_the_document_is_the_long_form_with_usual_things_left_out() -> None:
    guide = read_guide("title: Kor\nsections: [{questions: [Hvorfor synger du?]}]\nopening: [Formål]", "g").guide
    assert guide is not None
    assert guide_to_dict(guide) == {
        "title": "Kor",
        "opening": [{"id": "1", "point": "Formål"}],
        "sections": [{"questions": [{"id": "Q1", "ask": "Hvorfor synger du?", "short": "Hvorfor synger du"}]}],
    }


def test_the_thesis_guide_survives_the_log() -> None:
    guide = read_guide(thesis_guide_text(), "guide.yaml").guide
    assert guide is not None
    assert guide_from_dict(json.loads(json.dumps(guide_to_dict(guide)))).guide == guide


def test_a_question_serving_none_in_a_section_that_serves_one_stays_so() -> None:
    text = "title: t\nresearch_questions: {A: a}\nsections: [{serves: A, questions: [a, {ask: b, serves: []}]}]"
    guide = read_guide(text, "g").guide
    assert guide is not None
    assert [question.id for question in guide.questions] == ["A1", "Q1"]
    assert guide_from_dict(guide_to_dict(guide)).guide == guide


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda children: st.lists(children, max_size=4) | st.dictionaries(st.text(), children, max_size=4),
)


@given(JSON)
def test_any_json_value_is_read_without_an_exception(value: object) -> None:
    reading = guide_from_dict(value, "interviews/I1.jsonl")
    assert reading.ok is not bool(reading.errors)
    assert all(problem.file == "interviews/I1.jsonl" for problem in reading.problems)


def _circle() -> list[object]:
    own: list[object] = []
    own.append(own)
    return own


def _wide() -> object:
    value: object = "x"
    for _ in range(30):
        value = [value] * 10
    return value


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (_circle, Fault.TOO_DEEP),
        (_wide, Fault.TOO_DEEP),
        (object, Fault.NOT_A_GUIDE),
        (lambda: {"title": b"bytes"}, Fault.NOT_A_GUIDE),
        (lambda: 10**6000, Fault.NOT_A_GUIDE),
    ],
)
def test_what_cannot_be_a_guide_is_a_problem(make: Callable[[], object], fault: Fault) -> None:
    assert [problem.code for problem in guide_from_dict(make()).problems] == [fault]


def test_minutes_keep_their_fraction() -> None:
    guide = Guide("t").but(minutes=4.5)
    assert guide_to_dict(guide)["minutes"] == 4.5
    assert guide_to_dict(guide.but(minutes=60.0))["minutes"] == 60
