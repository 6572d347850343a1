"""Rules of structure and what they must leave alone: a case of each, and one close by that is none."""

import pytest

from guide.importing import Imported, import_document
from guide.importing.words.lists import words
from tests.guide.documents.word import Sheet
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


@pytest.mark.parametrize("head", ["Questions to consider", "Things to think about", "Spørsmål du kan vurdere"])
def test_questions_to_consider_are_asked_where_they_speak_to_the_informant(head: str) -> None:
    guide = "# Guide\n\n## Work\n\n- What do you do?\n- Who helps you?\n\n## {}\n\n{}"
    assert sections(guide_of(guide.format(head, "- What would you change?\n- Who pays?\n"))) == [("Work", 2), (head, 2)]
    assert sections(guide_of(guide.format(head, "- Is the room quiet?\n- Who pays?\n"))) == [("Work", 2)]


@pytest.mark.parametrize("head", ["Questions to avoid", "Questions you must consider first"])
def test_questions_that_are_not_asked_may_speak_to_the_informant(head: str) -> None:
    guide = guide_of(
        f"# Guide\n\n## Work\n\n- What do you do?\n- Who helps you?\n\n## {head}\n\n- Do you lie?\n- Who pays you?\n"
    )
    assert sections(guide) == [("Work", 2)]


def test_what_a_sentence_with_a_colon_lists_is_not_asked() -> None:
    text = (
        "Guide\n\nHverdagen:\n\n- Hvordan begynner dagen din?\n\n{}\n\n- økonomi\n- naboer\n- jobb\n\n"
        "Kvelden:\n\n- Hvordan slutter dagen din?\n"
    )
    listed = guide_of(text.format("Vanlige temaer som kommer opp:"), "guide.txt")
    assert not {"økonomi", "naboer", "jobb"} & {question.ask for question in listed.questions}
    headed = guide_of("# " + text.format("Temaer").replace("en:", "en").replace("\n\nH", "\n\n## H").replace(
        "\n\nT", "\n\n## T").replace("\n\nK", "\n\n## K"))  # fmt: skip
    assert {"økonomi", "naboer", "jobb"} <= {question.ask for question in headed.questions}


@pytest.mark.parametrize(
    ("lead", "asked"),
    [
        ("Overordnet spørsmål:\n\n3. ", "Hvordan tenker du om mat?"),
        ("Overordnet spørsmål:\n\n", "Hvordan tenker du om mat?"),
        ("Overordnet spørsmål: ", "Hvordan tenker du om mat?"),
        ("Overall question:\n\n", "How do you think about food?"),
    ],
)
def test_an_overall_question_to_the_informant_is_asked(lead: str, asked: str) -> None:
    guide = guide_of(f"# Guide\n\n## Mat\n\n{lead}{asked}\n\n## Jobb\n\nHva gjør du?\n\nHvem hjelper deg?\n")
    assert guide.problem is None
    assert (guide.sections[0].title, [one.ask for one in guide.sections[0].questions]) == ("Mat", [asked])


def test_an_overall_question_to_nobody_is_the_problem() -> None:
    guide = guide_of(
        "# Guide\n\nOverordnet spørsmål:\n\nHvordan tenker unge om mat?\n\n## Jobb\n\nHva gjør du?\n\nHvem er der?\n"
    )
    assert guide.problem == "Hvordan tenker unge om mat?"
    assert sections(guide) == [("Jobb", 2)]


@pytest.mark.parametrize(
    ("points", "asked"),
    [
        (("Family", "Friends", "Other", "None"), ("Family", "Friends", "Other", "None")),
        (("Man", "Woman", "Roles in the home"), ("Man", "Woman", "Roles in the home")),
        (("Very early mornings", "Somewhat later"), ("Very early mornings", "Somewhat later")),
        (("Daily", "Weekly", "How do you meet on weekends?", "Never"), ("How do you meet on weekends?",)),
        (("Strongly agree", "Somewhat agree", "Disagree"), ()),
    ],
)
def test_only_lists_of_nothing_but_answers_are_answers(points: tuple[str, ...], asked: tuple[str, ...]) -> None:
    listed = "".join(f"   - {point}\n" for point in points)
    guide = guide_of(f"# Guide\n\n## Home\n\n1. Who lives there with you?\n{listed}2. What do you do?\n")
    assert probes(guide)[0] == list(asked)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Was this hard?", ["may_be_probe"]),
        ("How was this?", ["may_be_probe"]),
        ("Hva betydde dette?", ["may_be_probe"]),
        ("Who is that man?", []),
    ],
)
def test_a_question_about_this_may_be_a_probe(asked: str, found: list[str]) -> None:
    made = codes(f"# Guide\n\n## Home\n\nWho lives with you?\n\n{asked}\n\nWhat do you do all day?\n")
    assert made.get("question:Q2", []) == found


def test_requests_are_no_sentences_that_tell() -> None:
    asked = "Tell me about the work. Describe a day. Explain what is hard."
    assert codes(f"# Guide\n\n## Work\n\n- {asked}\n- Who helps you when it is too much?\n- What is good?\n") == {}


@pytest.mark.parametrize("point", ["Is it okay if I record?", "Do you give your consent?"])
def test_leave_asked_for_in_an_opening_is_no_question(point: str) -> None:
    made = codes(f"# Guide\n\n## Introduction\n\n- {point}\n- Start it\n\n## Work\n\n- What do you do?\n- Who helps?\n")
    assert not any("asks_here" in found for found in made.values())


@pytest.mark.parametrize("called", ["h", "n"])
def test_a_corrected_line_keeps_its_letter_in_the_account(called: str) -> None:
    text = (
        b"# Guide\n\nA. Hjemme\n\n- Hva gj\xc3\xb8r du der hver dag?\n\nB. Spr\xc3\xa5ket\n\n- Hva snakker du hjemme?\n"
    )
    made = import_document(text, "guide.md", {3: called})
    assert isinstance(made, Imported)
    told = " ".join(line.text for line in made.lines if line.number == 3).split()
    assert sorted(word.strip(".") for word in told) == ["B", "Språket"]


def test_bold_items_with_numbers_of_their_own_are_sections_between_questions_that_are_numbered_through() -> None:
    sheet = Sheet()
    names, questions = sheet.list(("upperRoman", "%1.")), sheet.list(("decimal", "%1."), ("decimal", "%1.%2"))
    sheet.say("**Interview guide**")
    sheet.say("Innledning: fortell kort hvorfor jeg er her, og at ingenting blir vurdert.")
    for name, asks in (
        ("Your work", ("What do you do?", "Who helps you? [have them draw it]")),
        ("The tools", ("Which ones do you use?", "How did you learn them?")),
        ("The others", ("Who else is there?",)),
    ):
        sheet.item(f"**{name}**", names)
        for ask in asks:
            sheet.item(ask, questions)
    made = import_document(sheet.bytes(), "guide.docx")
    assert isinstance(made, Imported), made
    assert sections(made.guide) == [("Your work", 2), ("The tools", 2), ("The others", 1)]


GUIDE_BELOW = (
    "# Intervjuguide for ansatte\n\n## Jobben\n\n1. Hva gjør du?\n2. Hvem hjelper deg?\n3. Hva liker du best?\n"
)


def test_the_letter_about_taking_part_above_a_guide_is_not_asked() -> None:
    letter = (
        "# Vil du delta i forskningsprosjektet «Hender»?\n\n**Hvorfor får du spørsmål om å delta?**\n\n"
        "Du får det fordi du er ansatt.\n\n**Hva innebærer det for deg å delta?**\n\nDet innebærer et intervju.\n\n"
    )
    assert sections(guide_of(letter + GUIDE_BELOW)) == [("Jobben", 3)]


def test_questions_about_taking_part_in_something_else_are_asked() -> None:
    above = "# Fritid\n\n1. Hva gjør du om kvelden?\n2. Hva har du lyst til å delta i?\n\n"
    assert sections(guide_of(above + GUIDE_BELOW)) == [("Fritid", 2), ("Jobben", 3)]


def test_what_numbers_a_cell_numbers_one_question_and_a_name_alone_above_is_the_section() -> None:
    sheet = Sheet()
    sheet.say("**Interview guide**")
    for name, letter in (("Section A: Work", "A"), ("Section B: Home", "B")):
        rows = [
            (name, ""),
            (f"{letter}1", ["What do you do there?", "Who helps you?"]),
            (f"{letter}2", "Who else is there?"),
        ]
        sheet.table(rows, header=False)
    made = import_document(sheet.bytes(), "guide.docx")
    assert isinstance(made, Imported), made
    assert [title for title, _ in sections(made.guide)] == ["Work", "Home"]
    assert [len(own) for own in probes(made.guide)] == [1, 0, 1, 0]


def test_questions_that_stand_alone_in_their_rows_are_asked_beside_one_comment() -> None:
    sheet = Sheet()
    sheet.say("**Interview guide**")
    asks = ("What do you do there?", "Who helps you?", "Who else is there?", "How did you come there?")
    sheet.table([(ask, "", "") for ask in asks] + [("", "", "to be cut")], header=False)
    made = import_document(sheet.bytes(), "guide.docx")
    assert isinstance(made, Imported), made
    assert [question.ask for question in made.guide.questions] == list(asks)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("om havna", "hvor kommer du fra, hvordan havna du der"),
        ("Om havna", "Hvor kommer du fra, hvordan havna du der"),
    ],
)
def test_lines_that_begin_in_small_letters_are_their_own_where_all_do(name: str, first: str) -> None:
    text = (
        f"notater til intervjuet\n\n{name}\n{first}\nhva gjør egentlig en havnesjef på en tirsdag\n\n"
        "så kaia\nnår fikk dere vite at kaia var i ferd med å sige, og hva var det første du tenkte da?\n"
        "hvem sa det til deg\n\npengene\nhva har det kostet til nå\nhvem skal betale for det?\n"
    )
    asked = [question.ask for question in guide_of(text, "guide.txt").questions]
    assert {first, "hva gjør egentlig en havnesjef på en tirsdag", "hva har det kostet til nå"} <= set(asked)
