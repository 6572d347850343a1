"""The acts of revising a guide."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given

from guide.model import Guide, Probe, Question
from guide.problems import fold_case
from guide.reading import read_guide
from guide.revise import (
    Refused,
    RevisionError,
    accept,
    add_probe,
    add_question,
    drop,
    drop_probe,
    find_question,
    fresh_id,
    merge,
    move,
    reword,
    split,
)
from guide.schema import QUESTION_KEYS
from guide.write import write_guide
from tests.guide.acts import ACTS, Act, history
from tests.guide.strategies import guides

TEXT = """
title: Nye lærere
research_questions:
  A: Hva overrasker nye lærere?
  B: {text: Hvem får de støtte av?, parts: {Ba: Hvem, Bb: Steder}}
concepts: {mentor: en som følger deg, kollega: en annen lærer}
sections:
  - title: Start
    serves: A
    questions:
      - Kan du fortelle om den første uka?
      - ask: Hva var annerledes enn du hadde tenkt, og hvorfor?
        short: annerledes
        probes: [Hvordan?, {ask: Hvorfor?, if: noe var annerledes}]
        concepts: [mentor]
        minutes: 4
        listen_for: [sjokk]
        alone: Hva var annerledes?
        aim: forventning
        accepted: {long: de snakker lenge likevel}
      - ask: Hva gjorde du da?
        leans_on: [A2]
  - title: Støtte
    serves: Bb
    questions:
      - ask: Hvem hjalp deg?
        probes: [Hvordan?, Når?]
        concepts: [kollega, mentor]
        leans_on: [A2, A3]
        optional: true
closing:
  - Er det noe du vil legge til?
"""


def _read(text: str) -> Guide:
    guide = read_guide(text, "guide.yaml").guide
    assert guide is not None
    return guide


GUIDE = _read(TEXT)


def _ids(guide: Guide) -> list[str]:
    return [question.id for question in guide.questions]


@given(guides(), ACTS)
def test_ids_stay_and_none_is_given_twice(guide: Guide, acts: list[Act]) -> None:
    gone: set[str] = set()
    for before, after in pairwise(history(guide, acts)):
        ids = [fold_case(id) for id in _ids(after)]
        gone |= {fold_case(id) for id in _ids(before)} - set(ids)
        assert len(ids) == len(set(ids))
        assert not gone & set(ids)


@given(guides(), ACTS)
def test_every_guide_on_the_way_can_be_written_and_read(guide: Guide, acts: list[Act]) -> None:
    for step in history(guide, acts):
        reading = read_guide(write_guide(step), "guide.yaml")
        assert reading.guide == step
        assert not reading.errors


def test_a_rewording_makes_a_made_label_anew_and_keeps_a_given_one() -> None:
    new = reword(GUIDE, "a1", "  Hva husker du fra den første dagen?\n")
    assert new.questions[0].ask == "Hva husker du fra den første dagen?"
    assert new.questions[0].label == "husker fra første dagen"
    assert reword(GUIDE, "A2", "Hva var nytt?").questions[1].label == "annerledes"


def test_a_moved_question_stands_in_the_other_ones_section_and_serves_what_it_served() -> None:
    new = move(GUIDE, "A1", after="B1")
    assert [question.id for question in new.sections[1].questions] == ["B1", "A1"]
    assert new.question("A1") == GUIDE.question("A1")
    assert _ids(move(GUIDE, "B1", before="A1")) == ["B1", "A1", "A2", "A3", "Z1"]
    assert move(move(GUIDE, "A3", before="A1"), "A3", after="A2") == GUIDE


def test_a_split_keeps_the_id_for_the_first_wording_and_puts_the_others_behind_it() -> None:
    new = split(GUIDE, "A2", ["Hva var annerledes?", "Hva kom det av?"], taken=["A4", "A5"])
    assert _ids(new) == ["A1", "A2", "A6", "A3", "B1", "Z1"]
    first, second = new.questions[1:3]
    assert (first.probes, first.aim, first.minutes) == (GUIDE.questions[1].probes, "forventning", 4)
    assert (second.ask, second.serves, second.concepts) == ("Hva kom det av?", ("A",), ("mentor",))
    assert second.probes == ()
    assert second.accepted == {}


def test_merging_joins_what_both_had_and_mends_what_leaned_on_the_other() -> None:
    new = merge(GUIDE, "A3", "A2", "Hva var annerledes, og hva gjorde du da?")
    assert _ids(new) == ["A1", "A3", "B1", "Z1"]
    kept = new.questions[1]
    assert kept.probes == (Probe("Hvordan?"), Probe("Hvorfor?", "noe var annerledes"))
    assert (kept.concepts, kept.listen_for, kept.minutes) == (("mentor",), ("sjokk",), 4)
    assert kept.leans_on == ()
    assert new.questions[2].leans_on == ("A3",)


def test_of_a_question_that_is_merged_into_another_every_key_is_joined_or_named_here() -> None:
    """A key that the guide gets one day is told of by whoever adds it."""
    whole = Question(
        "A4", "Hva nå?", "nå", ("A",), (Probe("Hvordan?"),), True, 4, ("mentor",), ("ord",), 2, 3, ("A2",),
        "Hva da?", True, True, "å vite det", {"long": "derfor"},
    )  # fmt: skip
    assert all(getattr(whole, name) for name in Question.field_names()), "each says something"
    first = GUIDE.sections[0]
    bare = Question("A5", "Hva mer?", "mer")
    guide = GUIDE.but(sections=(first.but(questions=(*first.questions, bare, whole)), *GUIDE.sections[1:]))
    kept = find_question(merge(guide, "A5", "A4", "Hva nå, og hva mer?"), "A5")
    lost = {key.name for key in QUESTION_KEYS.values() if getattr(kept, key.field) != getattr(whole, key.field)}
    assert lost == {"id", "ask", "short", "optional", "alone"}, "asked where either is, and the wording is a new one"


def test_merging_into_another_section_serves_both() -> None:
    new = merge(GUIDE, "A2", "B1", "Hva var annerledes, og hvem hjalp deg?")
    kept = new.questions[1]
    assert kept.serves == ("A", "Bb")
    assert kept.probes == (Probe("Hvordan?"), Probe("Hvorfor?", "noe var annerledes"), Probe("Når?"))
    assert kept.concepts == ("mentor", "kollega")
    assert kept.optional is False
    assert kept.leans_on == (), "A3 leans on A2, so A2 cannot lean on A3"


def test_nothing_leans_on_a_question_that_was_dropped() -> None:
    new = drop(GUIDE, "A2")
    assert _ids(new) == ["A1", "A3", "B1", "Z1"]
    assert [question.leans_on for question in new.questions] == [(), (), ("A3",), ()]


def test_probes_come_last_and_go_by_their_place() -> None:
    new = add_probe(GUIDE, "A2", " Kan du gi et eksempel? ")
    assert new.questions[1].probes[-1] == Probe("Kan du gi et eksempel?")
    assert drop_probe(new, "A2", 1).questions[1].probes[0].ask == "Hvorfor?"


def test_a_new_question_serves_what_its_section_serves() -> None:
    new = add_question(GUIDE, "Hvor møttes dere?", 2, taken=[])
    assert new.sections[1].questions[-1].id == "B2"
    assert new.sections[1].questions[-1].serves == ("Bb",)
    assert _ids(add_question(GUIDE, "Noe mer?", None, taken=["Z2"]))[-1] == "Z3"


def test_a_reason_stands_with_the_question_or_with_the_guide() -> None:
    assert accept(GUIDE, "A1", "why", "de vet det").questions[0].accepted == {"why": "de vet det"}
    assert accept(GUIDE, "A2", "why", "ja").questions[1].accepted == {"long": "de snakker lenge likevel", "why": "ja"}
    assert accept(GUIDE, None, "jargon", "fagfolk").accepted == {"jargon": "fagfolk"}


@pytest.mark.parametrize(
    ("series", "taken", "fresh"),
    [
        ("A", [], "A4"),
        ("A", ["a9"], "A10"),
        ("B", [], "B2"),
        ("Z", [], "Z2"),
        ("Q", [], "Q1"),
        ("1", [], "1.1"),
        ("A", ["A9999999"], "A4"),
        ("ABCDEFGH", [], "Q1"),
    ],
)
def test_fresh_ids_go_on_behind_the_last_of_their_series(series: str, taken: list[str], fresh: str) -> None:
    assert fresh_id(GUIDE, series, taken) == fresh


def _numbered(prefix: str, serving: str) -> Guide:
    questions = "".join(f"      - {{id: {prefix}{count}, ask: Hva skjedde dag {count}?}}\n" for count in (1, 2, 3))
    top = f"title: Uka\nresearch_questions: {{{serving}: Hva skjer?}}\nsections:\n  - title: Start\n"
    guide = read_guide(f"{top}    serves: {serving}\n    questions:\n{questions}", "guide.yaml").guide
    assert guide is not None
    return guide


@pytest.mark.parametrize(
    ("prefix", "serving", "fresh"),
    [("Q", "1", "Q4"), ("spm", "1", "spm4"), ("Q", "A", "Q4"), ("A", "A", "A4"), ("1.", "1", "1.4")],
)
def test_a_guide_whose_ids_are_one_row_of_its_own_goes_on_in_that_row(prefix: str, serving: str, fresh: str) -> None:
    guide = _numbered(prefix, serving)
    assert _ids(split(guide, f"{prefix}2", ["Hva skjedde?", "Og så?"], taken=[])) == [
        f"{prefix}1", f"{prefix}2", fresh, f"{prefix}3",
    ]  # fmt: skip
    assert fresh in _ids(add_question(guide, "Noe mer?", 1, taken=[]))


def test_a_row_of_ones_own_never_gives_an_id_twice_and_has_the_closing_too() -> None:
    assert _ids(add_question(_numbered("Q", "1"), "Noe mer?", None, taken=["Q4", "q7"]))[-1] == "Q8"


def test_a_closing_of_another_name_does_not_end_a_row_of_ones_own() -> None:
    numbered = _numbered("Q", "RQ1")
    guide = numbered.but(closing=(numbered.questions[0].but(id="Z1", serves=()),))
    assert _ids(split(guide, "Q3", ["Hva skjedde?", "Og så?"], taken=[])) == ["Q1", "Q2", "Q3", "Q4", "Z1"]
    assert _ids(add_question(guide, "Noe mer?", None, taken=[]))[-1] == "Z2"


REFUSALS: list[tuple[Callable[[], Guide], Refused, dict[str, str]]] = [
    (lambda: reword(GUIDE, "A9", "x"), Refused.UNKNOWN_QUESTION, {"id": "A9"}),
    (lambda: reword(GUIDE, "A1", " \n"), Refused.EMPTY_WORDING, {}),
    (lambda: reword(GUIDE, "A1", "\ud800"), Refused.NOT_WRITABLE, {}),
    (lambda: move(GUIDE, "A1", before="a1"), Refused.SAME_QUESTION, {"id": "A1"}),
    (lambda: move(GUIDE, "A1"), Refused.ONE_PLACE, {"id": "A1"}),
    (lambda: move(GUIDE, "A1", before="A2", after="A3"), Refused.ONE_PLACE, {"id": "A1"}),
    (lambda: move(GUIDE, "A1", before="Z1"), Refused.INTO_CLOSING, {"id": "A1"}),
    (lambda: split(GUIDE, "A1", ["x"], []), Refused.TOO_FEW_WORDINGS, {"id": "A1"}),
    (lambda: merge(GUIDE, "Z1", "A1", "x"), Refused.INTO_CLOSING, {"id": "A1"}),
    (lambda: merge(GUIDE, "A1", "A1", "x"), Refused.SAME_QUESTION, {"id": "A1"}),
    (lambda: add_probe(GUIDE, "A2", "Hvordan?"), Refused.PROBE_THERE, {"id": "A2", "probe": "Hvordan?"}),
    (lambda: drop_probe(GUIDE, "A2", 3), Refused.UNKNOWN_PROBE, {"id": "A2", "place": "3"}),
    (lambda: add_question(GUIDE, "x", 3, []), Refused.UNKNOWN_SECTION, {"section": "3"}),
    (lambda: accept(GUIDE, None, "wy", "x"), Refused.UNKNOWN_RULE, {"rule": "wy"}),
    (lambda: accept(GUIDE, None, "why", " "), Refused.EMPTY_REASON, {}),
    (lambda: drop(_read("closing: [x]"), "Z1"), Refused.LAST_QUESTION, {"id": "Z1"}),
]


@pytest.mark.parametrize(("act", "code", "facts"), REFUSALS, ids=[str(row[1]) for row in REFUSALS])
def test_what_the_guide_does_not_allow(act: Callable[[], Guide], code: Refused, facts: dict[str, str]) -> None:
    with pytest.raises(RevisionError) as raised:
        act()
    assert (raised.value.code, raised.value.facts) == (code, facts)


def test_a_full_guide_takes_no_more() -> None:
    full = _read("closing: [" + ", ".join("x" for _ in range(1000)) + "]")
    with pytest.raises(RevisionError, match="too_many_questions"):
        add_question(full, "y", None, [])
    with pytest.raises(RevisionError, match="too_many_questions"):
        split(full, "Z1", ["x", "y"], [])
