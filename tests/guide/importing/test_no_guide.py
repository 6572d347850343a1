"""Documents full of questions that are no interview guides, and guides that only look a little like them."""

from io import BytesIO

import pytest
from docx import Document

from guide.importing import Imported, ImportRefusal, import_document

GUIDE = "# Interview guide\n\n1. What do you do?\n2. What do you like?\n3. What is hard for you?\n"


def refused(text: str, name: str = "d.txt") -> str:
    made = import_document(text.encode(), name)
    return made.code if isinstance(made, ImportRefusal) else ""


@pytest.mark.parametrize(
    "text",
    [
        (
            "I: What was the first day like?\nP: It was long. I was tired.\nI: What then?\nP: I went home.\n"
            "I: How was that for you?\nP: Good, really.\n"
        ),
        (
            "Anne: Hvordan var den første dagen?\nInf1: Den var lang. Jeg var trøtt.\nAnne: Hva da?\n"
            "Inf1: Jeg dro hjem.\nAnne: Hvordan var det for deg?\nInf1: Det var bra.\nAnne: Og så?\n"
            "Inf1: Så sov jeg.\n"
        ),
    ],
)
def test_a_transcript(text: str) -> None:
    assert refused(text) == "import_transcript"


def test_a_guide_with_the_interviewers_voice_is_no_transcript() -> None:
    text = "Guide\n\nI: What do you do?\nI: What do you like?\nI: What is hard for you?\nI: Who helps you?\n"
    text += "I: Where are you going?\nI: What would you change?\n"
    assert refused(text) == ""


def test_a_guide_with_questions_and_probes_by_turns_is_no_transcript() -> None:
    text = "Guide\n\nQ: What do you do?\nP: every day\nQ: What do you like?\nP: at work\nQ: What is hard for you?\n"
    text += "P: with whom\n"
    assert refused(text) == ""


def test_an_information_sheet() -> None:
    text = "Information about the study\n\nWhy are we doing this? We want to know about ferries.\n\n"
    text += (
        "What will happen if I take part? You will be interviewed.\n\nDo I have to take part? No, you may say no.\n\n"
    )
    text += "What happens to my data? They are deleted.\n"
    assert refused(text) == "import_answered"


def test_an_information_sheet_with_its_answers_in_paragraphs() -> None:
    text = "# Information\n\n**Must I take part?**\n\nNo, you are free to say no to all of it.\n\n"
    text += "**What happens to me?**\n\nYou will talk with one of us for about an hour.\n\n"
    text += "**Where are my data?**\n\nThey are kept in a locked room here.\n"
    assert refused(text, "d.md") == "import_answered"


def test_an_essay_with_questions_in_its_prose() -> None:
    text = (
        "What is a ferry?\n\nFerries are among the oldest means of travel that we know of. Yet what is it that makes a "
    )
    text += "ferry a ferry? Some argue that it is the water, and others that it is the shore.\n\nIn this essay I shall "
    text += (
        "argue that it is the waiting. Who, after all, has not waited? Waiting has been described at length by many "
    )
    text += "writers, most of whom had little else to do.\n"
    assert refused(text) == "import_prose"


def test_a_guide_with_a_remark_after_each_question_is_no_information_sheet() -> None:
    text = "Guide\n\n1. What do you do? Take your time.\n2. What do you like? Anything will do here.\n"
    text += "3. What is hard for you? It may be small or large.\n"
    made = import_document(text.encode(), "d.txt")
    assert isinstance(made, Imported)
    assert "answered" not in {doubt.code for doubt in made.doubts["head"]}


def test_questions_with_answers_of_no_clear_kind_are_doubted() -> None:
    text = "Ferries\n\nWhat is a ferry? A ferry is a boat.\n\nWho owns the ferries? The county does.\n\n"
    text += "Where do the ferries go? They cross the fjord.\n"
    made = import_document(text.encode(), "d.txt")
    assert isinstance(made, Imported)
    assert "answered" in {doubt.code for doubt in made.doubts["head"]}


def test_a_questionnaire() -> None:
    text = "Survey\n\n1. I like my work 1 ☐ 2 ☐ 3 ☐ 4 ☐ 5 ☐\n2. I like the sea 1 ☐ 2 ☐ 3 ☐ 4 ☐ 5 ☐\n"
    text += "3. How often do you sail? ☐ Never ☐ Often\n4. How old are you? ☐ Under 30 ☐ Over 30\n"
    assert refused(text) == "import_questionnaire"


def test_a_guide_with_one_scale_is_only_doubted() -> None:
    made = import_document(f"{GUIDE}4. On a scale 1 2 3 4 5, how tired are you?\n5. Why?\n".encode(), "d.md")
    assert isinstance(made, Imported)
    assert "questionnaire" in {doubt.code for doubt in made.doubts["head"]}


def test_boxes_before_points_are_bullets() -> None:
    made = import_document(
        f"# Guide\n\n## Opening\n\n☐ Consent\n\n☐ Recorder\n\n## Work\n\n{GUIDE[19:]}".encode(), "d.md"
    )
    assert isinstance(made, Imported)


def test_an_empty_word_document_is_said_to_be_empty() -> None:
    file = BytesIO()
    Document().save(file)
    made = import_document(file.getvalue(), "d.docx")
    assert isinstance(made, ImportRefusal)
    assert made.code == "import_no_words"


OBSERVED = (
    "\n\nDate:\n\n1. Who is in the room when the meal begins?\n2. What do the staff say?\n3. How long does it last?\n"
)


def test_an_observation_protocol_asks_nobody() -> None:
    assert refused(f"Observation protocol for mealtimes{OBSERVED}") == "import_observation"


def test_a_guide_beside_an_observation_protocol_is_a_guide() -> None:
    made = import_document(f"Observation protocol{OBSERVED}\nInterview\n\n{GUIDE[19:]}".encode(), "d.txt")
    assert isinstance(made, Imported), made


@pytest.mark.parametrize(
    ("lead", "asked"),
    [
        (
            "Spørsmål du kan stille til søkeren",
            "1. Hva gjør du?\n2. Hva liker du?\n3. Hvem hjelper deg?\n4. Hva er vanskelig?\n5. Når sover du?\n",
        ),
        (
            "Later, we talk about:",
            (
                "- How are the cows?\n- What grows in the yard.\n- Who milks the cows.\n- Why barns are red.\n"
                "- Which fields lie low.\n- Who will take over the farm one day.\n"
            ),
        ),
    ],
)
def test_a_list_of_questions_below_much_prose_is_a_guide(lead: str, asked: str) -> None:
    prose = "We visit farms and shops in the valley because somebody must know how they are. " * 3
    assert refused(f"The visit\n\n{prose}\n\n{prose.replace('somebody', 'we')}\n\n{lead}\n\n{asked}") == ""
    assert refused(f"The visit\n\n{prose * 9}\n\n{lead}\n\n{asked}") == "import_not_a_guide"
