"""Labels made from a wording."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.keys import SHORT_LIMIT
from guide.labels import label_of


@pytest.mark.parametrize(
    ("wording", "label"),
    [
        ("Kan du fortelle om den første uka?", "første uka"),
        ("Hvordan vil du beskrive samarbeidet?", "samarbeidet"),
        ("Hva er det som påvirker hva slags fokus du har på dette?", "påvirker hva slags fokus…"),
        ("Hvorfor på akkurat disse arenaene?", "akkurat disse arenaene"),
        ("Hva vektlegger du; hvorfor?", "vektlegger du"),
        ("Hva gjør du for å skape god kontakt (evt. i en gruppe)?", "skape god kontakt"),
        ("How would you describe the support you get?", "the support you get"),
        ("Tell me about your first week.", "your first week"),
        ("Hvorfor?", "Hvorfor"),
        ("Hva da?", "Hva da"),
        ("???", "???"),
        ("Steder", "Steder"),
        ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsgesel…"),
    ],
)
def test_a_label_is_what_the_question_is_about(wording: str, label: str) -> None:
    assert label_of(wording) == label


@given(st.text().filter(str.strip))
def test_a_label_fits_on_one_line_and_says_something(wording: str) -> None:
    label = label_of(wording)
    assert 0 < len(label) <= SHORT_LIMIT
    assert label == " ".join(label.split())
    assert label == label_of(wording)
