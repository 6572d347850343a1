"""What single lines are taken for, by their own words."""

import pytest

from guide.importing.document_blocks import Block, Run, Spot
from guide.importing.structure.headings import zone_of
from guide.importing.words.line_kinds import (
    asks,
    condition,
    is_fill_in,
    is_placeholder,
    minutes_in,
    note_lead,
    optional_mark,
    probe_lead,
)
from guide.importing.words.sentences import addresses, inside_brackets
from guide.importing.words.typed_labels import find_label, with_label


@pytest.mark.parametrize(
    "text",
    [
        "Hva legger du i begrepet relasjon?",
        "Fortell litt om deg selv og bakgrunnen din",
        "Hvor lenge har du jobbet i skolehelsetjenesten",
        "Nå vil jeg snakke om relasjoner. Hvordan jobber du med det?",
        "(Har synet ditt endret seg; hvorfor?)",
        "Motivasjon: Hva driver deg?",
        "Tell me about the last time you felt lost.",
        "Please describe what you do at work.",
        "Have you ever considered stopping? Why?",
        "Can you give an example? (probe for details)",
        "Korleis er samarbeidet lagt opp?",
        "Gi et eksempel på det",
        "哪些应用程序您每天使用？",
        "Πώς είναι η μέρα σας;",
    ],
)
def test_questions_and_requests_ask(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bakgrunn",
        "Takk for at du ville delta!",
        "Informer om taushetsplikt og opptak.",
        "Gi informanten god tid",
        "Show the participant the first sketch",
        "(La informanten snakke fritt her)",
        "[Spørsmål kommer]",
        "alder, utdanning, yrke",
        "We will now talk about your work.",
        "Hvordan jeg gjennomførte intervjuene",
    ],
)
def test_statements_headings_and_notes_do_not(text: str) -> None:
    assert not asks(text)


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("1. Hva?", "1.", "Hva?"),
        ("1.2.3 Hva?", "1.2.3", "Hva?"),
        ("a) Hva?", "a)", "Hva?"),
        ("(b) Hva?", "(b)", "Hva?"),
        ("iv. Hva?", "iv.", "Hva?"),
        ("Q12: What?", "Q12:", "What?"),
        ("RQ1 How?", "RQ1", "How?"),
        ("B3. Hva?", "B3.", "Hva?"),
        ("Spørsmål 4: Hva?", "Spørsmål 4:", "Hva?"),
        ("• Hva?", "•", "Hva?"),
        ("-Hva gjør du?", "-", "Hva gjør du?"),
        ("– 2) Hva?", "2)", "Hva?"),
    ],
)
def test_labels_that_people_type(text: str, label: str, rest: str) -> None:
    block = with_label(Block((Run(text),), Spot("line", {"number": "1"})))
    assert (block.label, block.text) == (label, rest)


@pytest.mark.parametrize(
    "text", ["10 minutter til oppvarming", "Av og til?", "2017 var et år", "I dag er det fint", "e.g. a list"]
)
def test_what_only_looks_like_a_label(text: str) -> None:
    assert find_label(text) is None


@pytest.mark.parametrize(
    ("text", "what", "rest"),
    [
        ("Hvis ja: Hva skjedde?", "ja", "Hva skjedde?"),
        ("If yes, what happened?", "yes", "what happened?"),
        ("Dersom nei, hvorfor ikke?", "nei", "hvorfor ikke?"),
        ("if yes -> what did you do", "yes", "what did you do"),
        ("Viss dei blir høyrde: Kan du gje eit døme?", "dei blir høyrde", "Kan du gje eit døme?"),
        ("(Hvis ikke:) Hva da?", "ikke", "Hva da?"),
    ],
)
def test_conditions_with_what_follows(text: str, what: str, rest: str) -> None:
    found = condition(text)
    assert found is not None
    assert found[1:] == (what, rest) or (found[1], found[2].lstrip(") ")) == (what, rest)


def test_an_if_that_belongs_to_the_question_is_no_condition() -> None:
    assert condition("Hvis du skulle beskrive jobben din, hva ville du sagt?") is None


@pytest.mark.parametrize(
    "text", ["Oppfølging: Hvorfor?", "Probe: Why?", "Stikkord: tid", "Follow-up questions:", "Evt.: Hva da?"]
)
def test_labels_of_probes(text: str) -> None:
    assert probe_lead(text) is not None


@pytest.mark.parametrize("text", ["Merk: gi god tid", "[Interviewer: wait]", "Husk å spørre om opptak", "NB! Ikke led"])
def test_notes_to_the_interviewer(text: str) -> None:
    assert note_lead(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("Tema 1 (10 min)", 10), ("ca. 5-10 minutter", 10), ("(15')", 15), ("[1 time]", 60), ("about 20 minutes", 20)],
)
def test_minutes(text: str, minutes: float) -> None:
    found = minutes_in(text)
    assert found is not None
    assert found[1] == minutes


@pytest.mark.parametrize("text", ["Jeg har tid hele dagen", "Er du med?", "Fra 2010 til 2015"])
def test_what_is_no_time(text: str) -> None:
    assert minutes_in(text) is None


@pytest.mark.parametrize(
    "text", ["(valgfritt) Hva?", "Hva? (if time permits)", "Optional: What?", "Dersom vi har tid: Hva?"]
)
def test_what_is_marked_as_optional(text: str) -> None:
    assert optional_mark(text)


@pytest.mark.parametrize("text", ["[fylles inn]", "[Question 1]", "…", "<your question>", "TBD", "[Platshållare] Ny"])
def test_placeholders(text: str) -> None:
    assert is_placeholder(text)


def test_a_question_with_a_slot_is_no_placeholder() -> None:
    assert not is_placeholder("How do you use [SYSTEM] in your work?")


def test_fields_of_a_form() -> None:
    assert is_fill_in("Navn: ________  Dato: ______")
    assert not is_fill_in("Hva heter du? ________")


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Avslutning (5 min)", "closing"),
        ("6. Wrap-up", "closing"),
        ("Del 3: Avsluttende spørsmål", "closing"),
        ("Forskningsspørsmål:", "research"),
        ("Innledning og samtykke", "opening"),
        ("Oppvarming", "warm_up"),
        ("Debrief", "after"),
        ("Relasjoner til elevene", ""),
    ],
)
def test_what_headings_announce(text: str, zone: str) -> None:
    assert zone_of(text.partition(". ")[2] or text) == zone


def test_brackets_hold_a_whole_line_or_not() -> None:
    assert inside_brackets("(Hva da?)") == "Hva da?"
    assert inside_brackets("(a) eller (b)") == ""


def test_whom_a_question_speaks_to() -> None:
    assert addresses("Hva gjør du?")
    assert not addresses("Hva er læring?")
