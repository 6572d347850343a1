"""What questions are called: the document's own numbers where they can be ids, and said where they cannot."""

import pytest

from guide.importing import Imported, import_document


def imported(text: str, name: str = "guide.md") -> Imported:
    made = import_document(text.encode(), name)
    assert isinstance(made, Imported), made
    return made


def ids(text: str) -> list[str]:
    return [question.id for question in imported(text).guide.questions]


def told(made: Imported) -> list[dict[str, str]]:
    return [dict(doubt.facts) for doubt in made.doubts.get("head", ()) if doubt.code == "numbering"]


@pytest.mark.parametrize(
    ("labels", "wanted"),
    [
        (("Q1:", "Q2:", "Q3:"), ["Q1", "Q2", "Q3"]),
        (("A1.", "A2.", "B1."), ["A1", "A2", "B1"]),
        (("1.1", "1.2", "2.1"), ["1.1", "1.2", "2.1"]),
        (("Spørsmål 1:", "Spørsmål 2:", "Spørsmål 3:"), ["Q1", "Q2", "Q3"]),
    ],
)
def test_own_numbers_are_the_ids(labels: tuple[str, str, str], wanted: list[str]) -> None:
    one, two, three = labels
    made = imported(f"# Guide\n\n{one} Hva gjør du?\n\n{two} Hva liker du?\n\n{three} Hva vil du endre?\n")
    assert [question.id for question in made.guide.questions] == wanted
    assert told(made) == []


def test_bare_numbers_that_count_on_through_the_sections_are_kept_with_a_letter() -> None:
    text = "# Guide\n\nRQ1: How is it done?\nRQ2: What stops it?\n\n## Later (RQ2)\n1. What do you do?\n"
    text += "2. What do you like?\n\n## Now (RQ1)\n3. What is hard for you?\n4. What helps you?\n"
    made = imported(text)
    assert [(question.id, question.serves) for question in made.guide.questions] == [
        ("Q1", ("RQ2",)),
        ("Q2", ("RQ2",)),
        ("Q3", ("RQ1",)),
        ("Q4", ("RQ1",)),
    ]


def test_numbers_that_begin_anew_are_not_kept_and_it_is_said_once() -> None:
    text = "# Guide\n\n## Start\n1. Hva gjør du?\n2. Hva liker du?\n\n## Framtid\n1. Hva vil du?\n2. Hva må du?\n"
    made = imported(text)
    assert [question.id for question in made.guide.questions] == ["Q1", "Q2", "Q3", "Q4"]
    assert told(made) == [{"own": "1", "given": "Q3"}]


def test_numbers_that_not_every_question_has_are_not_kept() -> None:
    text = "# Guide\n\n## Start\n- Hva gjør du?\n\n## Framtid\nB2. Hva liker du?\n\nB3. Hva vil du endre?\n"
    assert ids(text) == ["Q1", "Q2", "Q3"]


def test_a_number_that_a_research_question_has_is_not_given_twice() -> None:
    text = "# Guide\n\n## Forskningsspørsmål\nA1: Hvordan planlegges det?\n\n## Start\nA1. Hva gjør du?\n\n"
    text += "A2. Hva liker du?\n\nA3. Hva vil du endre?\n"
    given = ids(text)
    assert len(set(given)) == len(given) == 3


def test_research_questions_that_are_only_counted_are_called_so() -> None:
    text = (
        "# Guide\n\n## Research questions\n\n1. Who sleeps well?\n2. Who does not?\n\n## Rest (research question 2)\n\n"
        "- What do you do?\n- Who is with you?\n- What is hard?\n"
    )
    made = import_document(text.encode(), "guide.md")
    assert isinstance(made, Imported)
    assert [target.id for target in made.guide.research_questions] == ["RQ1", "RQ2"]
    assert [question.id for question in made.guide.questions] == ["RQ2.1", "RQ2.2", "RQ2.3"]
