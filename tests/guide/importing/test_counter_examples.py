"""Rules of structure and what they must leave alone: a case of each, and one close by that is none."""

import pytest

from guide.importing import Imported, import_document
from guide.importing.words.lists import words
from tests.guide.importing.test_kinds import guide_of, probes, sections


def codes(text: str, name: str = "guide.md") -> dict[str, list[str]]:
    """The doubts of an imported text by place, without those about the whole of it."""
    made = import_document(text.encode(), name)
    assert isinstance(made, Imported), made
    return {place: [one.code for one in found] for place, found in made.doubts.items() if place != "head"}


@pytest.mark.parametrize(
    ("request_", "below"),
    [
        ("2. Tell me about the first day.", "Listen for: who helped"),
        ("2. Describe a typical shift.", "Probe for details"),
        ("2. Fortell om den første dagen.", "Spør etter detaljer"),
        ("2. Tell about the first day.", "Mention that all is voluntary"),
        ("- Describe a typical shift.", "Ask for details"),
        ("- Fortell om den første dagen.", "Spør etter detaljer"),
    ],
)
def test_a_request_over_what_to_probe_for_is_asked(request_: str, below: str) -> None:
    first, third = ("1.", "3.") if request_[0] == "2" else ("-", "-")
    guide = guide_of(
        f"# Guide\n\n## Work\n\n{first} What do you do?\n{request_}\n   - {below}\n{third} Who helps you there?\n"
    )
    assert [question.ask for question in guide.questions][1] == request_[2:].strip()
    assert sections(guide) == [("Work", 3)]


@pytest.mark.parametrize(
    ("told", "below", "marked"),
    [
        ("Tell briefly how the unit works.", "Emphasise that all is voluntary", ["asked_as_note"]),
        ("Fortell deltakeren om avdelingen.", "Bruk bildene", []),
    ],
)
def test_what_is_to_be_told_is_a_note_and_marked_where_it_may_be_asked(
    told: str, below: str, marked: list[str]
) -> None:
    text = f"# Guide\n\n## Work\n\n- What do you do?\n- {told}\n  - {below}\n- Who helps you there?\n"
    assert sections(guide_of(text)) == [("Work", 2)]
    assert codes(text).get("question:Q1", []) == marked


def test_no_word_both_directs_and_asks_unless_it_does_both() -> None:
    assert words("directions") & words("imperatives") == {"share", "summarise", "summarize"}


@pytest.mark.parametrize("told", ["Prøv å få dem til å fortelle mer", "Prøv å bruke bildene"])
def test_what_whoever_asks_is_to_try_is_no_question(told: str) -> None:
    guide = guide_of(f"# Guide\n\n## Jobb\n\n1. Hva gjør du?\n   - {told}\n2. Hvem hjelper deg?\n")
    assert sections(guide) == [("Jobb", 2)]
    assert probes(guide)[0] == []
