"""What an interviewer says in practice, told by Kvale's types: labelled utterances, counted."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.practice.error_rates import TYPES_RIGHT
from interviews.practice.utterances import FAULTS, Setting, clarified_in, classify

LABELLED = Path(__file__).with_name("utterances.txt")


def labelled(*, apart: bool) -> list[tuple[str, str, set[str], str, str]]:
    """Language, type, faults, the utterance, what was heard before it; those held ``apart`` or the others."""
    found = []
    others, _, held = LABELLED.read_text(encoding="utf-8").partition("# -----")
    for line in (held.partition("\n")[2] if apart else others).splitlines():
        if line and not line.startswith("#"):
            label, text, *heard = (part.strip() for part in line.split("|"))
            language, kind, faults = label.split()
            found.append((language, kind, set(faults.split(",")) - {"-"}, text, heard[0] if heard else ""))
    return found


def told_wrongly(*, apart: bool) -> list[str]:
    return [
        f"{told.kind}, not {kind}: {text}"
        for language, kind, _, text, heard in labelled(apart=apart)
        if (told := classify(text, Setting(language, heard))).kind != kind
    ]


def test_types_are_told_as_rightly_as_the_feedback_says() -> None:
    wrong, of = told_wrongly(apart=True), len(labelled(apart=True))
    assert (of - len(wrong), of) == TYPES_RIGHT, wrong


def test_what_the_patterns_were_mended_by_stays_mended() -> None:
    assert len(told_wrongly(apart=False)) <= 3, told_wrongly(apart=False)
    assert len({kind for _, kind, *_ in labelled(apart=False)}) == 10


@pytest.mark.parametrize("apart", [True, False])
def test_nearly_every_fault_that_was_put_in_is_named_and_hardly_any_other(*, apart: bool) -> None:
    missed, false = Counter[str](), Counter[str]()
    for language, _, faults, text, heard in labelled(apart=apart):
        found = {fault.rule for fault in classify(text, Setting(language, heard)).faults}
        missed.update(faults - found)
        false.update(found - faults)
    assert (missed.total(), false.total()) <= (2, 2), (missed, false)


@pytest.mark.parametrize(
    ("language", "text", "concepts"),
    [
        ("nb", "Med sosial deltagelse mener jeg det som skjer utenfor.", ("sosial deltagelse",)),
        ("nb", "Hva mener du med sosial deltagelse?", ()),
        ("en", "By social participation I mean what happens outside.", ("social participation",)),
    ],
)
def test_saying_what_a_concept_means_is_told_from_asking(language: str, text: str, concepts: tuple[str, ...]) -> None:
    setting = Setting(language, concepts=("sosial deltagelse", "social participation"))
    assert clarified_in(text, setting) == concepts
    assert not classify(text, setting).faults


def test_a_term_that_the_informant_used_is_nobodys_jargon() -> None:
    text = "Hvordan ser den sosial deltagelsen ut hos dere?".replace("deltagelsen", "deltagelse")
    concepts = ("sosial deltagelse",)
    assert [one.rule for one in classify(text, Setting("nb", concepts=concepts)).faults] == ["jargon"]
    assert classify(text, Setting("nb", "Sosial deltagelse er alt.", concepts=concepts)).faults == ()


@pytest.mark.parametrize(
    ("language", "heard", "closed", "advice", "open_"),
    [
        ("nb", "Jeg ringte, og ble sliten.", "Ble du sliten?", "Du burde ringe oftere", "Sliten?"),
        ("en", "I rang them, and was tired.", "Were you tired?", "You should have tired less", "Tired?"),
    ],
)
def test_a_word_of_the_informants_opens_no_closed_question_and_makes_no_advice_a_question(
    language: str, heard: str, closed: str, advice: str, open_: str
) -> None:
    told = classify(closed, Setting(language, heard))
    assert (told.kind, told.is_open, [one.rule for one in told.faults]) == ("follow_up", False, ["closed"])
    told = classify(advice, Setting(language, heard))
    assert (told.kind, told.is_open, [one.rule for one in told.faults]) == ("remark", None, ["counselling"])
    told = classify(open_, Setting(language, heard))
    assert (told.kind, told.is_open, told.faults) == ("follow_up", True, ())


@pytest.mark.parametrize(("language", "text"), [("nb", "Hvorfor sa du det?"), ("en", "Why did you say that?")])
def test_asking_why_something_was_said_brings_no_topic_of_ones_own(language: str, text: str) -> None:
    told = classify(text, Setting(language, "Jeg vet ikke."))
    assert (told.kind, [one.rule for one in told.faults]) == ("probing", ["why"])


@given(st.text(max_size=80), st.text(max_size=60), st.sampled_from(["nb", "nn", "en", "fr", ""]))
def test_any_text_has_one_type_and_known_faults(text: str, heard: str, language: str) -> None:
    told = classify(text, Setting(language, heard, "Hva er det?", ("mentor", ""), ("dør", "")))
    assert {fault.rule for fault in told.faults} <= set(FAULTS)
