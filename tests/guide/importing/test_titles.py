"""Titles of guides and sections, planned minutes, what is optional by its heading, and what comes from elsewhere."""

from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument

from guide.importing import Imported, import_document
from guide.importing.structure.front_matter import interview_minutes
from guide.model import Guide

ASKED = "1. What do you do?\n2. What do you like?\n3. What is hard for you?\n"


def imported(text: str, name: str = "guide.md") -> Imported:
    made = import_document(text.encode(), name)
    assert isinstance(made, Imported), made
    return made


def codes(made: Imported, place: str = "head") -> list[str]:
    return [doubt.code for doubt in made.doubts.get(place, ())]


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("# Interview guide\n\nProject title: Ferries and risk\n", "Ferries and risk"),
        ("# INTERVJUGUIDE\n\nTema: Ferger og risiko\n", "Ferger og risiko"),
        ("---\ntitle: Interview guide\n---\n\n# Interview guide: Ferries\n", "Interview guide: Ferries"),
        ("# Semi-structured interview schedule\n\nBy a student\n", "Semi-structured interview schedule"),
        ("# Ferries and risk\n\nTopic: crews at sea\n", "Ferries and risk"),
    ],
)
def test_what_the_study_is_called_beats_what_kind_of_paper_it_is(top: str, title: str) -> None:
    assert imported(f"{top}\n## Work\n{ASKED}").guide.title == title


def test_the_topics_of_sections_are_no_title() -> None:
    text = f"# Intervjuguide\n\nTema: Arbeid\n\n{ASKED}\nTema: Fritid\n\n4. Hva gjør du ellers?\n"
    assert imported(text).guide.title == "Intervjuguide"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Section 1: At work", "At work"),
        ("Del 2. På jobb", "På jobb"),
        ("Part B - At work (15 min)", "At work"),
        ("At work (RQ1)", "At work"),
        ("Part 2: At work (10 min) – RQ2", "At work"),
        ("Delte meninger", "Delte meninger"),
        ("At work (RQ9)", "At work (RQ9)"),
        ("Part-time work", "Part-time work"),
    ],
)
def test_a_section_is_called_what_it_is_about(head: str, title: str) -> None:
    made = imported(f"# Guide\n\nRQ1: How is it done?\nRQ2: What stops it?\n\n## {head}\n{ASKED}")
    assert [section.title for section in made.guide.sections] == [title]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("The interview will last about forty-five minutes.", 45),
        ("Intervjuet tar omtrent førtifem minutter.", 45),
        ("It will take about 40 minutes.", 40),
        ("Samtalen varer tre kvarter.", 45),
        ("Hei, og takk for at du stiller opp! Vi bruker ca. en time.", 60),
        ("We will talk for about an hour.", 60),
        ("Vi bruker en time på hvert tema.", None),
        ("It takes me 20 minutes to get there by bus, I said.", None),
    ],
)
def test_minutes_in_words(text: str, minutes: float | None) -> None:
    assert interview_minutes(text) == minutes


def test_the_times_of_the_parts_are_added_up_as_a_proposal() -> None:
    text = (
        "# Guide\n\n## Welcome (5 min)\n- Thank you\n\n## Work (25 min)\n1. What do you do?\n2. What do you like?\n\n"
    )
    text += "## Closing (10 min)\n- Is there anything you want to add?\n"
    made = imported(text)
    assert made.guide.minutes is None
    assert [dict(doubt.facts) for doubt in made.doubts["head"] if doubt.code == "minutes_sum"] == [{"minutes": "40"}]


@pytest.mark.parametrize(
    ("head", "title", "minutes"),
    [
        ("Bakgrunn (ca. 10 min)", "Bakgrunn", 10),
        ("Tema 2: Overgangen – 15 min", "Overgangen", 15),
        ("Hjelp og støtte (10–15 minutter)", "Hjelp og støtte", 15),
        ("Part 3: Work [1 hour]", "Work", 60),
        ("The first 10 minutes", "The first 10 minutes", None),
        ("Ten years (10 min) later", "Ten years (10 min) later", None),
    ],
)
def test_a_time_at_a_themes_end_is_its_planned_minutes(head: str, title: str, minutes: float | None) -> None:
    made = imported(f"# Guide\n\n## {head}\n1. Hva gjør du?\n2. Hva liker du?\n\n## Annet\n3. Hvem møter du?\n")
    assert [(one.title, one.minutes) for one in made.guide.sections] == [(title, minutes), ("Annet", None)]


def test_it_is_said_when_no_research_question_was_found() -> None:
    assert "no_research" in codes(imported(f"# Guide\n\n{ASKED}"))
    assert "no_research" not in codes(imported(f"# Guide\n\nRQ1: How is it done?\nRQ2: What stops it?\n\n{ASKED}"))


@pytest.mark.parametrize(
    "head", ["## Other questions if time", "## (Optional questions)", "As time allowed:", "(Valgfrie spørsmål)"]
)
def test_what_a_heading_calls_optional_is_optional_below_it(head: str) -> None:
    made = imported(f"# Guide\n\n## Work\n{ASKED}\n{head}\n\n4. Who do you meet?\n5. Where do you eat?\n")
    assert [question.optional for question in made.guide.questions] == [False, False, False, True, True]


@pytest.mark.parametrize(
    "text",
    [
        "## Opening\n\n- Explain the study\n- Ask permission to record\n- *Any questions before we begin?*\n",
        "**Opening**\n\n- Explain the study\n- Informed consent\n- Ask permission to record\n",
        "Opening\n\n* Explain the study\n* Consent and recording\n* Ask permission to record\n",
    ],
)
def test_every_bullet_of_the_opening_is_a_point(text: str) -> None:
    made = imported(f"# Guide\n\n{text}\n## Work\n\n{ASKED}")
    points = [point.text for point in made.guide.opening]
    bullets = [line.lstrip("*- ").strip("*") for line in text.splitlines() if line.startswith(("- ", "* "))]
    assert points == bullets
    assert codes(made, f"opening:{points.index('Ask permission to record') + 1}") == ["may_gate"]


def test_thanks_as_a_bullet_come_after_the_interview() -> None:
    made = imported(f"# Guide\n\n{ASKED}\n## Closing\n\n- Is there anything you want to add?\n- Thank you\n")
    assert [point.text for point in made.guide.after] == ["Thank you"]


def test_a_lead_with_words_of_its_own_heads_only_them() -> None:
    text = "# Guide\n\nIntro: Explain the study.\n\n| Theme | Question |\n|---|---|\n| Work | What do you do? |\n"
    text += "| Home | What do you do there? |\n\nThank you for taking part.\n"
    made = imported(text)
    assert [point.text for point in made.guide.opening] == ["Explain the study."]
    assert [point.text for point in made.guide.after] == ["Thank you for taking part."]


def test_where_the_guide_is_taken_from_is_listed_as_its_source() -> None:
    made = imported(f"# Guide\n\n{ASKED}\nThank you!\n\n*Adapted from Hill (2011), Journal of Ferries 12(3).*\n")
    assert [point.text for point in made.guide.after] == ["Thank you!"]
    assert [line.reason for line in made.lines if "Hill" in line.text] == ["source"]


def test_what_a_filled_in_field_says_is_about_the_document() -> None:
    made = imported(f"# Guide\n\nSupervisor: A. Hill\n\nName: ______\n\n{ASKED}")
    reasons = {line.text: line.reason for line in made.lines if line.became == "left_out"}
    assert reasons["Supervisor: A. Hill"] == "about"
    assert reasons["Name: ______"] == "form"


def test_technique_and_analysis_after_the_interview_are_not_asked() -> None:
    text = (
        f"# Guide\n\n## Work\n{ASKED}\n## Closing\n\n- Is there anything you want to add?\n\n"
        "## Interview technique\n\n- Ask open questions\n- Can you tell me more about it?\n\n"
        "## Do and don't\n\n- Do: listen\n- What if they stop?\n"
    )
    text += "\n## Analysis\n\n1. Which themes come again?\n2. What is surprising?\n"
    made = imported(text)
    assert len(made.guide.questions) == 4
    assert not {"Which themes come again?", "Can you tell me more about it?"} & {q.ask for q in made.guide.questions}


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("# Vedlegg 1: Intervjuguide", "Unge og søvn"),
        ("# Vedlegg\n\n**Intervjuguide**", "Å bo på landet"),
        ("# Appendix B. Interview guide", "How nurses sleep"),
    ],
)
def test_a_bold_name_below_the_appendix_is_the_title(head: str, name: str) -> None:
    text = f"{head}\n\n**{name}**\n\n## Night\n\n- What do you do at night?\n- Who is with you?\n- What is hard?\n"
    made = import_document(text.encode(), "guide.md")
    assert isinstance(made, Imported)
    assert made.guide.title == name


def test_a_bold_line_over_questions_is_a_section_and_no_title() -> None:
    made = import_document(
        b"# Interview guide\n\n**The night**\n\n- What do you do?\n\n**The day**\n\n- Who helps?\n", "x.md"
    )
    assert isinstance(made, Imported)
    assert (made.guide.title, [section.title for section in made.guide.sections]) == (
        "Interview guide",
        ["The night", "The day"],
    )


BOKMAL = ("Forskningsspørsmål", "Forskningsspørsmål")
ENGLISH = ("Research questions", "Research question")


@pytest.mark.parametrize(("listed", "one"), [BOKMAL, ENGLISH])
@pytest.mark.parametrize("lead", ["{place}. ", "{one} {place}: "])
def test_a_number_ties_a_heading_to_its_research_question(listed: str, one: str, lead: str) -> None:
    asked = ["Hvordan velger bønder såkorn?", "Hvilken rolle har naboene?"]
    list_of_them = "\n\n".join(f"{lead.format(one=one, place=place)}{words}" for place, words in enumerate(asked, 1))
    text = (
        f"# Intervjuguide\n\n## {listed}\n\n{list_of_them}\n\n## {one} 1: Valg av såkorn\n\n"
        f"1. Hvor kjøper du såkorn?\n2. Hva prøver du først?\n\n## {one} 2: Naboer\n\n3. Hvem spør du om råd?\n"
    )
    guide = imported(text).guide
    assert [(one.id, one.text) for one in guide.research_questions] == [("RQ1", asked[0]), ("RQ2", asked[1])]
    assert [(one.title, one.serves) for one in guide.sections] == [("Valg av såkorn", ("RQ1",)), ("Naboer", ("RQ2",))]


def test_a_heading_that_asks_something_else_than_its_number_is_uncertain() -> None:
    made = imported(
        "# Guide\n\n## Research questions\n\n1. How do farmers choose seed?\n2. What part do neighbours have?\n\n"
        f"## Research question 1: What stops a change of crop?\n\n{ASKED}"
    )
    assert [one.id for one in made.guide.research_questions] == ["RQ1", "RQ2"]
    assert [(one.title, one.serves) for one in made.guide.sections] == [("What stops a change of crop?", ("RQ1",))]
    assert codes(made, "rq:RQ1") == ["target_near"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The following questions may help:",
        "Følgende spørsmål kan være til hjelp:",
        "Spørsmålene nedenfor kan brukes",
        "Følgjande spørsmål kan vere til hjelp",
        "Følgende spørgsmål kan bruges:",
        "Följande frågor kan vara till hjälp:",
        "Das Thema kann durch die folgenden Fragen präzisiert werden",
        "Les questions suivantes peuvent aider:",
    ],
)
@pytest.mark.parametrize("head", ["## {}", "**{}**", "{}"])
def test_a_sentence_that_says_that_questions_follow_is_no_title(sentence: str, head: str) -> None:
    more = "4. Hva gjør du om kvelden?\n5. Hvem er du sammen med?\n"
    work, leisure = head.format("Arbeid"), head.format("Fritid")
    text = f"# Guide\n\n{work}\n\n{sentence}\n\n{ASKED}\n{leisure}\n\n{sentence}\n\n{more}"
    assert [section.title for section in imported(text).guide.sections] == ["Arbeid", "Fritid"]


def test_a_section_goes_on_below_a_sentence_that_says_that_questions_follow() -> None:
    made = imported(f"# Guide\n\n## Work\n\n{ASKED}\nThe following questions may help:\n\n4. Who helps you?\n")
    assert [(one.title, len(one.questions)) for one in made.guide.sections] == [("Work", 4)]


def test_a_sentence_that_says_that_questions_follow_is_a_title_where_a_person_says_so() -> None:
    text = f"# Guide\n\n## Work\n\n{ASKED}\nThe following questions may help\n\n4. Who helps you?\n"
    made = import_document(text.encode(), "guide.md", {5: "h"})
    assert isinstance(made, Imported), made
    assert [one.title for one in made.guide.sections] == ["Work", "The following questions may help"]


@pytest.mark.parametrize("time", ["{} (3 min)", "{}\n\n(3 min)", "{}\n\n**(3 min)**", "{}\n\n### (3 min)"])
@pytest.mark.parametrize("said", ["", "Takk for at du vil være med i studien.\n\n"])
def test_a_time_at_a_heading_or_below_it_is_its_minutes(time: str, said: str) -> None:
    text = (
        f"# Intervjuguide\n\n## {time.format('Åpning')}\n\n{said}{ASKED}\n## Arbeid\n\n4. Hva er vanskelig for deg?\n"
    )
    made = imported(text)
    assert [(one.title, one.minutes) for one in made.guide.sections] == [("Åpning", 3), ("Arbeid", None)]
    assert made.guide.minutes is None
    assert [point.text for point in made.guide.opening] == [said.strip()] * bool(said)


@pytest.mark.parametrize(
    "lead", ["Avoid questions such as:", "Undgå spørgsmål som …", "Unngå ledende spørsmål som:", "Undvik frågor som"]
)
def test_what_is_not_to_be_asked_is_a_note(lead: str) -> None:
    made = imported(
        f"# Guide\n\n## Work\n\n{ASKED}\n{lead}\n\n- Is your work dull?\n- Do you dislike your boss?\n\n"
        "4. Who helps you?\n\n## Home\n\n5. Where do you live?\n"
    )
    assert [len(section.questions) for section in made.guide.sections] == [4, 1]
    assert not any(question.probes for question in made.guide.questions)
    assert "Is your work dull?" in (made.guide.questions[2].aim or "")


def test_a_sentence_about_one_question_to_avoid_leaves_the_next_alone() -> None:
    made = imported(f'# Guide\n\n## Work\n\n{ASKED}\nAvoid questions such as "Is it dull?"\n\n- Who helps you?\n')
    asked = [question.ask for question in made.guide.questions]
    asked += [probe.ask for question in made.guide.questions for probe in question.probes]
    assert "Who helps you?" in asked
    assert not any("Is it dull?" in one for one in asked)


@pytest.mark.parametrize("begins", ["Bakgrunn", "Background questions", "Innledning"])
def test_a_plain_name_below_the_kind_of_paper_is_the_title(begins: str) -> None:
    asked = "1. Hvor lenge har du bodd her?\n2. Hvem kjenner du?\n"
    made = imported(f"Vedlegg 2\n\nIntervjuguide\n\nDugnad i borettslag\n\n{begins}\n\n{asked}", "guide.txt")
    assert made.guide.title == "Dugnad i borettslag"


@pytest.mark.parametrize("head", ["Spørsmål til deltager", "Questions for the participants", "Frågor till deltagaren"])
def test_a_heading_that_only_says_whom_it_asks_gives_way_to_the_one_above(head: str) -> None:
    made = imported(f"# Guide\n\n## Boats\n\n### {head}\n\n- What do you do on board?\n- Who helps you with it?\n")
    assert [section.title for section in made.guide.sections] == ["Boats"]


@pytest.mark.parametrize(
    ("opened", "name"), [("Innledning\n- Opptak\n", "Informasjon"), ("", "Notater"), ("", "Utstyr")]
)
def test_a_theme_s_number_says_more_than_its_name(opened: str, name: str) -> None:
    text = f"Intervjuguide: Skole\n\n{opened}Tema 1: Skole\n1. Hva liker du?\nTema 2: {name}\n"
    text += "2. Hvordan får du vite det?\n"
    made = imported(f"{text}Tema 3: Venner\n3. Hvem er du mest sammen med?\n", "guide.txt")
    assert [section.title for section in made.guide.sections] == ["Skole", name, "Venner"]


@pytest.mark.parametrize(
    "head",
    [
        "2. At work (RQ1) (20 min)",
        "At work (20 min) (RQ1)",
        "At work (ca. 20 min) (sub-question 1)",
        "At work (RQ1), 20 min",
    ],
)
def test_time_and_research_questions_may_both_stand_behind_a_title(head: str) -> None:
    made = imported(f"# Guide\n\nRQ1: How is it done?\nRQ2: What stops it?\n\n## {head}\n{ASKED}")
    section = made.guide.sections[0]
    assert (section.title.removeprefix("2. "), section.minutes, section.serves) == ("At work", 20, ("RQ1",))


def test_a_cell_that_numbers_a_theme_is_followed_by_its_name() -> None:
    table = (
        "| Tema | Spørsmål |\n|--|--|\n| Tema 1<br>Veiledning (a) | Hva lærte du?<br>Hvem hjalp deg? |\n"
        "| Tema 2<br>Hindringer (b) | Hva var vanskelig? |\n"
    )
    made = imported(f"# Intervjuguide\n\nForskningsspørsmål\na) Hva hjelper?\nb) Hva hindrer?\n\n{table}")
    assert [(section.title, section.serves) for section in made.guide.sections] == [
        ("Veiledning", ("a",)),
        ("Hindringer", ("b",)),
    ]
    assert all(question.aim is None for question in made.guide.questions)


FOUR = ("How did you begin?", "What do you do all day?", "Who helps you?", "What would you change?")


def in_word(document: WordDocument) -> Guide:
    file = BytesIO()
    document.save(file)
    made = import_document(file.getvalue(), "file.docx")
    assert isinstance(made, Imported), made
    return made.guide


def in_table(*rows: tuple[str, str], merged: bool = False) -> Guide:
    """A guide in a table of two columns, in Word; what stands between stars is bold."""
    document = Document()
    table = document.add_table(len(rows), 2)
    if merged:
        table.cell(0, 0).merge(table.cell(0, 1))
    for place, row in enumerate(rows):
        for column, text in enumerate(row):
            for line in filter(None, text.split("\n")):
                table.cell(place, column).add_paragraph().add_run(line.strip("*")).bold = line.startswith("*")
    return in_word(document)


@pytest.mark.parametrize("beside", ["University of the North", "", "Version 2\nMarch"])
def test_a_title_in_a_tables_corner_is_the_guides(beside: str) -> None:
    title = "Interview guide: night nurses"
    guide = in_table((title, beside), ("Work", "\n".join(FOUR[:2])), ("Home", "\n".join(FOUR[2:])))
    assert guide.title == title
    assert [(section.title, len(section.questions)) for section in guide.sections] == [("Work", 2), ("Home", 2)]


def test_columns_side_by_side_are_read_one_after_the_other() -> None:
    columns = ("*Work*\n" + "\n".join(FOUR[:2]), "*Home*\n" + "\n".join(FOUR[2:]))
    for rows, merged in (((("Interview guide: night nurses", ""), columns), True), ((columns,), False)):
        guide = in_table(*rows, merged=merged)
        assert guide.title == ("Interview guide: night nurses" if merged else "file")
        assert [(section.title, len(section.questions)) for section in guide.sections] == [("Work", 2), ("Home", 2)]


def test_a_title_beside_all_sections_is_the_guides() -> None:
    guide = in_table(("Interview guide: night nurses\nUniversity of the North", "*Work*\n" + "\n".join(FOUR)))
    assert guide.title == "Interview guide: night nurses"
    assert [(section.title, len(section.questions)) for section in guide.sections] == [("Work", 4)]


@pytest.mark.parametrize("ask", ["Think of a night that went well.", "Tenk på en vakt som gikk bra."])
def test_a_scene_and_what_is_asked_of_it_after_a_line_break_are_one_question(ask: str) -> None:
    document = Document()
    document.add_heading("Guide", 0)
    document.add_heading("Nights", 1)
    document.add_paragraph(f"{ask}\nTell me what happened.")
    document.add_paragraph("Who helps you?\nWhy?")
    asked = [question.ask for question in in_word(document).questions]
    assert asked[:2] == [f"{ask} Tell me what happened.", "Who helps you?"]


@pytest.mark.parametrize("degree", ["Master i sosialt arbeid, vår 2025", "Bachelor thesis, spring 2025"])
def test_a_degree_is_no_title(degree: str) -> None:
    assert (
        imported(f"Intervjuguide\n{degree}\n\nIntroduction\nHello, you may stop.\n\n{ASKED}", "g.txt").guide.title
        != degree
    )
