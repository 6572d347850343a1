"""Research questions wherever a document lists them, and what names them."""

import pytest

from guide.importing import Imported, import_document

ASKED = "1. Hvordan var den første dagen hjemme?\n2. Hva savnet du mest?\n"


def imported(text: str, told: dict[str, str] | None = None, name: str = "guide.md") -> Imported:
    made = import_document(text.encode(), name)
    assert isinstance(made, Imported), made
    if told:
        numbers = {line.number: told[line.text] for line in made.lines if line.text in told}
        made = import_document(text.encode(), name, numbers)
        assert isinstance(made, Imported), made
    return made


def targets(made: Imported) -> dict[str, str]:
    return {one.id: one.text for one in made.guide.research_questions}


@pytest.mark.parametrize("lead", ["Forskningsspørsmål:", "## Research questions"])
def test_research_questions_may_stand_below_the_questions(lead: str) -> None:
    text = (
        f"Intervjuguide: Hjemmeskole\n\nSpørsmål:\n{ASKED}\n{lead}\n1. Hvordan var hverdagen?\n2. Hvordan lærte de?\n"
    )
    made = imported(text)
    assert targets(made) == {"RQ1": "Hvordan var hverdagen?", "RQ2": "Hvordan lærte de?"}
    assert [question.id for question in made.guide.questions] == ["Q1", "Q2"]


def test_what_a_heading_calls_so_but_asks_the_informant_is_a_section() -> None:
    text = f"# Intervjuguide\n\n## Skole\n{ASKED}\n## Forskningsspørsmål\n3. Hva ville du spurt om?\n"
    text += "\n## Hjem\n4. Hvor bor du?\n"
    assert len(imported(text).guide.questions) == 4


def test_a_table_s_questions_serve_research_questions_below_it() -> None:
    table = "| Nr | Spørsmål | FS |\n|--|--|--|\n| 1 | Hva savnet du? | 2 |\n| 2 | Hvordan lærte du? | 1 |\n"
    text = f"# Intervjuguide\n\n{table}\nForskningsspørsmål:\n1. Hvordan lærte de?\n2. Hva savnet de?\n"
    made = imported(text)
    assert [question.serves for question in made.guide.questions] == [("RQ2",), ("RQ1",)]
    assert [question.aim for question in made.guide.questions] == [None, None]


@pytest.mark.parametrize("lead", ["Underspørsmål:", "Delspørsmål:", "Underproblemstillinger"])
def test_a_lone_research_question_over_its_parts_is_the_problem(lead: str) -> None:
    text = (
        "Intervjuguide: Veiledning\n\nForskningsspørsmål: Hvordan opplever studenter veiledning?\n"
        f"{lead}\na) Hva kjennetegner god veiledning?\nb) Hva hindrer læring?\n\nTema 1: Veiledning\n{ASKED}"
    )
    made = imported(text)
    assert made.guide.problem == "Hvordan opplever studenter veiledning?"
    assert targets(made) == {"a": "Hva kjennetegner god veiledning?", "b": "Hva hindrer læring?"}
    assert [section.title for section in made.guide.sections] == ["Veiledning"]


def test_a_numbered_research_question_keeps_its_parts() -> None:
    text = (
        "# Interview guide\n\n## Research questions\nRQ1: How do students learn?\n\nSub-questions:\n"
        "a) What helps?\nb) What hinders?\n\n## Learning\n1. What do you learn?\n2. What helps you?\n"
    )
    guide = imported(text).guide
    assert [one.text for one in guide.research_questions] == ["How do students learn?"]
    assert [part.text for part in guide.research_questions[0].parts] == ["What helps?", "What hinders?"]


def test_what_somebody_calls_research_questions_is_listed_in_the_document_s_order() -> None:
    text = (
        "Intervjuguide\n\nForskningsspørsmål: Hvordan er det?\nDette lurer vi på:\n"
        f"a) Hva er god veiledning?\nb) Hva hindrer læring?\n\nTema 1: Veiledning\n{ASKED}"
    )
    told = {"Hva er god veiledning?": "r", "a) Hva er god veiledning?": "r", "b) Hva hindrer læring?": "r"}
    made = imported(text, told, "guide.txt")
    assert list(targets(made).values()) == ["Hvordan er det?", "Hva er god veiledning?", "Hva hindrer læring?"]
    assert list(targets(made)) == ["A", "B", "C"]
