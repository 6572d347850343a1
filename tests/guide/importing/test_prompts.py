"""Several probes on one line, conditions, notes and fields inside a wording: each goes where it can be used."""

import pytest

from guide.importing import Imported, import_document
from guide.importing.structure.questions import split_probes


def imported(text: str, name: str = "guide.md") -> Imported:
    made = import_document(text.encode(), name)
    assert isinstance(made, Imported), made
    return made


def first(line: str) -> Imported:
    return imported(f"# Guide\n\n1. What do you do?\n{line}\n2. What do you like?\n3. What is hard for you?\n")


def probes(made: Imported) -> list[str]:
    return [probe.ask for probe in made.guide.questions[0].probes]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("   - Prompts: cost, time, old friends", ["cost", "time", "old friends"]),
        ("   - Probes: arrival; the first hour; going home", ["arrival", "the first hour", "going home"]),
        ("   - Stikkord: penger, tid og venner", ["penger", "tid", "venner"]),
        ("   - Prompts: What was new? What was not?", ["What was new?", "What was not?"]),
        ("   - Prompts: tools (e-mail, phone), time", ["tools (e-mail, phone)", "time"]),
        ("   - Stikkord: møter, «i gangen»", ["møter", "«i gangen»"]),
        ("   - Prompts: cost, time, etc.", ["cost", "time, etc"]),
        ("   - Oppfølging: Hvordan, og hvorfor?", ["Hvordan, og hvorfor?"]),
        ("   - Who was there, and why?", ["Who was there, and why?"]),
        ("   - Age, education", ["Age, education"]),
    ],
)
def test_a_list_of_prompts_is_several_probes(line: str, wanted: list[str]) -> None:
    assert probes(first(line)) == wanted


def test_a_list_of_longer_phrases_is_left_whole_with_a_remark() -> None:
    made = first("   - Prompts: how it came to be that they met, cost, time")
    assert len(probes(made)) == 1
    (place,) = [place for place, found in made.doubts.items() if any(one.code == "several_in_probe" for one in found)]
    assert place.startswith("probe:")


def test_prompts_in_brackets_behind_a_question_are_its_probes() -> None:
    made = imported("# Guide\n\n1. What do you do? [prompts: cost; time]\n2. What do you like?\n3. What is hard?\n")
    assert made.guide.questions[0].ask == "What do you do?"
    assert probes(made) == ["cost", "time"]


def test_no_word_is_lost_in_a_list() -> None:
    for text in ("cost, time and friends", "a; b; c", "Why? How?", "one, two, etc."):
        pieces, joins = split_probes(text, led=True)
        assert sorted(" ".join((*pieces, *joins)).replace(",", " ").replace(".", " ").split()) == sorted(
            text.replace(",", " ").replace(";", " ").replace(".", " ").split()
        )


@pytest.mark.parametrize(
    ("line", "ask", "condition"),
    [
        ("   - If yes, what happened?", "what happened?", "yes"),
        ("   - If yes: What happened?", "What happened?", "yes"),
        ("   - Hvis nei, hvorfor ikke?", "hvorfor ikke?", "nei"),
        ("   - (probe if they mention money: how much was it?)", "how much was it?", "they mention money"),
    ],
)
def test_a_condition_is_said_once(line: str, ask: str, condition: str) -> None:
    made = first(line)
    assert [(probe.ask, probe.condition) for probe in made.guide.questions[0].probes] == [(ask, condition)]


def test_a_condition_that_is_kept_is_not_listed_as_a_mere_lead() -> None:
    made = first("   - If it went badly:\n     - What did you do then?")
    (probe,) = made.guide.questions[0].probes
    assert probe.condition == "it went badly"
    assert {line.reason for line in made.lines if "badly" in line.text} == {"condition"}


def test_a_note_in_square_brackets_is_for_the_interviewers_eyes() -> None:
    made = imported("# Guide\n\n1. What do you do? [careful - remind them of the form]\n2. What else?\n3. Who else?\n")
    question = made.guide.questions[0]
    assert question.ask == "What do you do?"
    assert question.aim == "[careful - remind them of the form]"


@pytest.mark.parametrize(
    "ask",
    [
        "Hvordan er tilliten (evt. mellom klienter i en gruppe)?",
        "How did you come to [name of school]?",
        "What do you do (at work)?",
        "Hva tenkte du da [hun/han] kom?",
    ],
)
def test_brackets_that_belong_to_the_question_stay(ask: str) -> None:
    made = imported(f"# Guide\n\n1. {ask}\n2. What do you like?\n3. What is hard for you?\n")
    assert made.guide.questions[0].ask == ask


def test_a_place_that_is_still_to_be_filled_in_is_marked() -> None:
    made = imported("# Guide\n\n1. How did you come to [name of school]?\n2. What is it like?\n3. Who is there?\n")
    assert [(doubt.code, doubt.facts["text"]) for doubt in made.doubts["question:Q1"]] == [("slot", "[name of school]")]


def test_a_guide_that_is_partly_a_template_is_brought_in() -> None:
    made = imported(
        "# Interview guide\n\nResearch question: [Your research question here]\n\n1. How did you come to us?\n\n"
        "Probe: [probe]\n\n2. [Question 2]\n\n3. What would you change?\n"
    )
    assert [question.ask for question in made.guide.questions] == [
        "How did you come to us?",
        "What would you change?",
    ]
    assert probes(made) == []


def test_room_for_an_answer_is_no_part_of_the_question() -> None:
    made = imported("# Guide\n\n1. How long have you been here? ________\n2. What do you like?\n3. What is hard?\n")
    assert made.guide.questions[0].ask == "How long have you been here?"


def test_letters_joined_by_a_typesetter_are_two_letters_again() -> None:
    made = imported("Guide\n\n1. What did you ﬁnd diﬃcult in the ﬂat, at 5 m²?\n2. What else?\n3. Who else?\n", "a.txt")
    assert made.guide.questions[0].ask == "What did you find difficult in the flat, at 5 m²?"


@pytest.mark.parametrize(
    "text",
    [
        "# Guide\n\n## Work\n\n- What do you do?\n    - Examples\n- Who helps you?\n- What is hard?\n",
        "# Guide\n\n## Work\n\n| Question | Probes |\n|--|--|\n| What do you do? | Examples |\n| Who helps you? | |\n",
    ],
)
def test_a_word_that_leads_into_probes_is_one_where_nothing_stands_below_it(text: str) -> None:
    assert probes(imported(text)) == ["Examples"]


def test_it_leads_where_something_does() -> None:
    text = (
        "# Guide\n\n## Work\n\n- What do you do?\n    - Examples\n        - Days\n        - Nights\n- Who helps you?\n"
    )
    made = import_document(text.encode(), "guide.md")
    assert isinstance(made, Imported), made
    assert [probe.ask for probe in made.guide.questions[0].probes] == ["Days", "Nights"]
