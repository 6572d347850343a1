"""One act is one line, which reads back as exactly the same act."""

import json
import re
import unicodedata
from functools import cache
from typing import get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.core.codec import (
    MOST,
    OFTEN,
    BadRecord,
    QuickReader,
    RecordReader,
    decode,
    encode,
    make_quick_reader,
    to_json,
)
from interviews.core.events import EVENT_TYPES, Asked, Commented, Covered, Event, Noted, RecordingStarted
from tests.interviews.choir import start
from tests.interviews.strategies import AWKWARD, EVENTS, EVENTS_BY_TYPE, FINITE_JSON, JSON, TEXTS

BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
MARKS = "\u200e\u200f\u061c\ufeff"


def _steers(sign: str) -> bool:
    """Whether a character ends a line somewhere, steers a terminal or turns the direction of what follows."""
    control = unicodedata.category(sign) in ("Cc", "Zl", "Zp", "Cs")
    return control or unicodedata.bidirectional(sign) in BIDI or sign in MARKS


def _record(event: Event) -> dict[str, object]:
    record = json.loads(encode(event))
    assert isinstance(record, dict)
    return record


@given(EVENTS)
def test_an_event_is_one_line_in_which_no_character_steers_anything(event: Event) -> None:
    line = encode(event).decode()
    assert line.endswith("\n")
    assert not [sign for sign in line[:-1] if _steers(sign)]
    assert len(line.splitlines()) == 1


@pytest.mark.parametrize("sign", AWKWARD)
def test_awkward_characters_come_back_as_typed(sign: str) -> None:
    event = Noted(seq=1, t=2.0, kind="note", text=f"før{sign}etter", about=())
    assert decode(json.loads(encode(event))) == event


def test_every_character_that_steers_something_is_written_as_an_escape() -> None:
    steering = [chr(code) for code in range(0x110000) if _steers(chr(code))]
    assert len(steering) > 2000
    assert [sign for sign in steering if not to_json(sign).isascii() or not to_json(sign).isprintable()] == []


def test_a_line_can_be_read_by_people() -> None:
    event = Noted(seq=7, t=75.25, kind="quote", text="vi får [ler] jo «lov» 🎵", about=("B1", "B3"), tags=("håp",))
    assert encode(event).decode() == (
        '{"seq":7,"t":75.25,"type":"noted","kind":"quote","text":"vi får [ler] jo «lov» 🎵",'
        '"about":["B1","B3"],"tags":["håp"],"back":0.0}\n'
    )


@given(EVENTS)
def test_what_is_empty_is_left_out_and_seconds_have_a_point(event: Event) -> None:
    record, hints = _record(event), get_type_hints(type(event))
    assert list(record)[:3] == ["seq", "t", "type"]
    usual = {name for name in hints if name in event.defaults() and getattr(event, name) == event.defaults()[name]}
    assert not [name for name in usual & set(record) if record[name] in (None, "", [], {})]
    assert all(type(record[name]) is float for name, hint in hints.items() if hint is float)
    assert all(name in record for name, hint in hints.items() if hint in (float, int, bool))


def test_what_may_be_empty_at_the_table_has_a_default_to_be_left_out_with() -> None:
    """A whole number of seconds too, whoever gave it; and nothing is known of an anonymous study's wall clock."""
    bare = (
        (start().but(wall="", clock=12), "format guide clock mode participant afterwards"),
        (Noted(seq=1, t=2, kind="bookmark", text="", about=(), back=20), "back kind"),
        (RecordingStarted(seq=1, t=2, number=1, missing=(), offset=3), "number offset"),
        (Commented(seq=1, t=2, question=None, text="lang"), "late text"),
        (Covered(seq=1, t=2, questions=("A1",)), "questions"),
    )
    for event, names in bare:
        assert set(_record(event)) - {"seq", "t", "type", "program"} == set(names.split())
        assert not re.search(rb'"(?:t|clock|back|offset)":\d+[,}]', encode(event))


def test_a_line_of_before_with_all_that_is_empty_reads_the_same() -> None:
    old = {
        "seq": 1,
        "t": 2,
        "type": "noted",
        "kind": "bookmark",
        "text": "",
        "about": [],
        "tags": [],
        "follow_up": None,
    }
    assert decode(old | {"back": 0}) == decode({"seq": 1, "t": 2.0, "type": "noted", "kind": "bookmark"})
    old = {"seq": 1, "t": 2, "type": "covered", "questions": ["A1"], "depth": None}
    assert decode(old) == Covered(seq=1, t=2.0, questions=("A1",))


@given(FINITE_JSON, st.none() | st.integers(0, 4))
def test_any_json_reads_back_as_it_was(value: object, indent: int | None) -> None:
    assert json.loads(to_json(value, indent)) == value


@pytest.mark.parametrize("value", [float("nan"), float("inf"), [float("-inf")], {"t": float("nan")}])
def test_what_is_no_json_is_never_written(value: object) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        to_json(value)


@given(EVENTS, st.data())
def test_a_field_with_any_other_value_is_a_bad_record_or_an_event_that_can_be_written(
    event: Event, data: st.DataObject
) -> None:
    record = _record(event)
    name = data.draw(st.sampled_from(sorted(record)))
    try:
        found = decode(record | {name: data.draw(FINITE_JSON)})
    except BadRecord:
        return
    assert decode(json.loads(encode(found))) == found


@pytest.mark.parametrize("kind", EVENT_TYPES)
@given(data=st.data())
def test_every_type_reads_back_as_it_was_and_as_one_that_comes_often(kind: str, data: st.DataObject) -> None:
    event = data.draw(EVENTS_BY_TYPE[kind])
    assert decode(_record(event)) == event
    record = _record(event) | {"of a later version": 1}
    quick, seldom = _readers(kind)
    assert quick(record) == seldom.look_closely(record)
    name = data.draw(st.sampled_from(sorted(record)))
    odd = record | {name: data.draw(FINITE_JSON)}
    lacking = {key: value for key, value in record.items() if key != name}
    for changed in (odd, lacking):
        found = quick(changed)
        try:
            assert found in (None, seldom.look_closely(changed))
        except BadRecord:
            assert found is None


@cache
def _readers(kind: str) -> tuple[QuickReader, RecordReader]:
    return make_quick_reader(EVENT_TYPES[kind]), RecordReader(EVENT_TYPES[kind])


def test_a_type_that_has_come_often_is_told_what_is_wrong_with_it_all_the_same() -> None:
    record = {"seq": 1, "t": 2.0, "type": "asked", "question": "A1"}
    for _ in range(OFTEN + 1):
        assert decode(record) == Asked(seq=1, t=2.0, question="A1")
    with pytest.raises(BadRecord) as caught:
        decode(record | {"wording": "sung"})
    assert (caught.value.code, caught.value.facts) == ("log_wrong_value", {"field": "wording"})


@given(JSON)
def test_any_json_that_is_no_event_is_a_bad_record(value: object) -> None:
    with pytest.raises(BadRecord):
        decode(value)


@given(TEXTS)
def test_an_unknown_type_is_named(kind: str) -> None:
    with pytest.raises(BadRecord) as caught:
        decode({"seq": 1, "t": 2, "type": f"sung {kind}"})
    assert caught.value.code == "log_unknown_type"
    assert caught.value.facts["type"].startswith("sung")


@pytest.mark.parametrize("kind", [None, 3, [], {}, ["asked"]])
def test_a_type_that_is_no_word_is_unknown(kind: object) -> None:
    with pytest.raises(BadRecord) as caught:
        decode({"seq": 1, "t": 2, "type": kind})
    assert (caught.value.code, caught.value.facts) == ("log_unknown_type", {"type": ""})


def test_a_missing_field_is_named() -> None:
    with pytest.raises(BadRecord) as caught:
        decode({"seq": 1, "t": 2, "type": "asked"})
    assert (caught.value.code, caught.value.facts) == ("log_missing_field", {"field": "question"})


def test_what_has_a_default_may_be_missing() -> None:
    assert decode({"seq": 1, "t": 2, "type": "asked", "question": "A1"}) == Asked(seq=1, t=2.0, question="A1")


def test_fields_of_a_later_version_are_passed_over() -> None:
    record = {"seq": 1, "t": 2, "type": "asked", "question": "A1", "tone": ["warm"]}
    assert decode(record) == Asked(seq=1, t=2.0, question="A1")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("seq", -1),
        ("seq", 1.0),
        ("seq", True),
        ("seq", "1"),
        ("seq", MOST + 1),
        ("seq", 10**400),
        ("t", -0.5),
        ("t", True),
        ("t", "12:30"),
        ("t", None),
        ("t", float("nan")),
        ("t", float("inf")),
        ("t", 1e300),
        ("t", 10**400),
        ("kind", "song"),
        ("kind", ["note"]),
        ("text", None),
        ("text", 12),
        ("about", "B1"),
        ("about", {"B1": 1}),
        ("about", ["B1", 2]),
        ("follow_up", "1"),
        ("follow_up", -1),
        ("back", None),
    ],
)
def test_a_value_of_the_wrong_kind_is_named(field: str, value: object) -> None:
    record: dict[str, object] = {"seq": 1, "t": 2, "type": "noted", "kind": "note", "text": "a", "about": []}
    with pytest.raises(BadRecord) as caught:
        decode(record | {field: value})
    assert (caught.value.code, caught.value.facts) == ("log_wrong_value", {"field": field})


@pytest.mark.parametrize(("field", "value"), [("guide", "kor.yaml"), ("guide", []), ("mode", "rehearsal")])
def test_a_start_is_checked_like_the_rest(field: str, value: object) -> None:
    with pytest.raises(BadRecord) as caught:
        decode(_record(start()) | {field: value})
    assert caught.value.facts == {"field": field}


@pytest.mark.parametrize("value", [None, 3, "asked", ["asked"], 1.5, True])
def test_what_is_no_object_is_no_event(value: object) -> None:
    with pytest.raises(BadRecord) as caught:
        decode(value)
    assert caught.value.code == "log_not_an_object"
