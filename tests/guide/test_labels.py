"""Labels made from a wording."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.former_labels import former_label_of
from guide.labels import distinct_labels, label_of
from guide.reading import read_guide
from guide.schema import SHORT_LIMIT
from guide.serialize import guide_from_copy, guide_to_dict


@pytest.mark.parametrize(
    ("wording", "label"),
    [
        ("Kan du fortelle om den første uka?", "første uka"),
        ("Hvordan vil du beskrive samarbeidet?", "samarbeidet"),
        ("Hva er det som påvirker hva slags fokus du har på dette?", "påvirker fokus"),
        ("Hvorfor på akkurat disse arenaene?", "akkurat arenaene"),
        ("Hva vektlegger du; hvorfor?", "vektlegger"),
        ("Hva gjør du for å skape god kontakt (evt. i en gruppe)?", "skape god kontakt"),
        ("Hjelp har du fått gjennom barnevernet, og hvem ga den?", "Hjelp gjennom barnevernet"),
        ("Hvordan går du fram når barnet ikke vil snakke?", "går fram barnet ikke snakke"),
        ("Hvem andre enn barnevernet har vært viktige for deg?", "andre enn barnevernet"),
        ("How would you describe the support you get?", "describe the support you get"),
        ("Tell me about your first week.", "first week"),
        ("What made you stay?", "What made you stay"),
        ("Hva gjør dere når det er over?", "gjør dere når det er over"),
        ("Hvorfor?", "Hvorfor"),
        ("Hva da?", "Hva da"),
        ("???", "???"),
        ("Steder", "Steder"),
        ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsgesell"),
    ],
)
def test_a_label_is_the_words_that_tell_what_the_question_is_about(wording: str, label: str) -> None:
    assert label_of(wording) == label


def test_questions_alike_get_labels_that_tell_them_apart() -> None:
    wordings = [
        "På hvilke arenaer legger du til rette for deltagelse?",
        "Legger du til rette for deltagelse på arenaer?",
    ]
    rows = [(str(place), wording, label_of(wording)) for place, wording in enumerate((*wordings, *wordings))]
    labels = list(distinct_labels(rows).values())
    assert len(set(labels)) == len(labels)
    assert all(label and len(label) <= SHORT_LIMIT for label in labels)


def test_a_label_that_the_author_wrote_stays_and_a_made_one_gives_way() -> None:
    shown = distinct_labels([("A1", "Kan du fortelle om den første uka?", "første uka"), ("A2", "Hva?", "første uka")])
    assert shown["A2"] == "første uka"
    assert shown["A1"] != "første uka"


def test_a_copy_that_holds_the_labels_of_before_is_read_with_those_of_today() -> None:
    ask = "Hva er det som påvirker hva slags fokus du har på dette?"
    guide = read_guide(
        f"title: t\nresearch_questions: {{A: Hva?}}\nsections: [{{title: s, questions: ['{ask}']}}]", "g"
    ).guide
    assert guide is not None
    assert former_label_of(ask).endswith("…")
    copy = json.loads(json.dumps(guide_to_dict(guide)).replace(f'"{label_of(ask)}"', json.dumps(former_label_of(ask))))
    assert guide_from_copy(copy, earlier=True) == guide
    assert guide_from_copy(guide_to_dict(guide)) == guide


@given(st.text().filter(str.strip))
def test_a_label_fits_on_one_line_and_says_something(wording: str) -> None:
    label = label_of(wording)
    assert 0 < len(label) <= SHORT_LIMIT
    assert label == " ".join(label.split())
    assert label == label_of(wording)


def test_a_label_that_an_author_typed_stays_in_a_copy_of_today() -> None:
    text = "title: t\nclosing: [{ask: Kan du fortelle om bakgrunnen din?, short: bakgrunnen din}]"
    guide = read_guide(text, "g").guide
    assert guide is not None
    assert former_label_of(guide.closing[0].ask) == "bakgrunnen din" != label_of(guide.closing[0].ask)
    assert guide_from_copy(guide_to_dict(guide)) == guide


def test_questions_without_a_telling_word_are_told_apart() -> None:
    wordings = {"A1": "Hva?", "A2": "Hva (hvis noe) …?", "A3": "Hva, da?"}
    shown = distinct_labels((id, text, label_of(text)) for id, text in wordings.items())
    assert shown == {"A1": "Hva", "A2": "Hva hvis noe", "A3": "Hva da"}
