"""Which lines become questions, probes, sections, research questions, opening and closing: layouts that people use."""

import pytest

from guide.importing import Imported, ImportRefusal, import_document
from guide.model import Guide, Question


def imported(text: str, name: str = "guide.md") -> Imported:
    made = import_document(text.encode(), name)
    assert isinstance(made, Imported), made
    return made


def guide_of(text: str, name: str = "guide.md") -> Guide:
    return imported(text, name).guide


def tree(guide: Guide) -> dict[str, list[str]]:
    """Each main question with its probes."""
    return {question.ask: [probe.ask for probe in question.probes] for question in guide.questions}


def only(guide: Guide) -> Question:
    (question,) = guide.questions
    return question


@pytest.mark.parametrize(
    "text",
    [
        "1. Hva gjør du?\n   - Hvorfor gjør du det?\n2. Hva liker du?\n3. Hva vil du endre?\n",
        "1. Hva gjør du?\n- Hvorfor gjør du det?\n\n2. Hva liker du?\n\n3. Hva vil du endre?\n",
        "**Hva gjør du?**\n\nHvorfor gjør du det?\n\n**Hva liker du?**\n\n**Hva vil du endre?**\n",
        "### Hva gjør du?\n- Hvorfor gjør du det?\n\n### Hva liker du?\n\n### Hva vil du endre?\n",
        "- Hva gjør du?\n    - Hvorfor gjør du det?\n- Hva liker du?\n- Hva vil du endre?\n",
        "> “Hva gjør du?”\n\n- Hvorfor gjør du det?\n\n> “Hva liker du?”\n\n> “Hva vil du endre?”\n",
        (
            "| Spørsmål | Oppfølging |\n|---|---|\n| Hva gjør du? | Hvorfor gjør du det? |\n| Hva liker du? | |\n"
            "| Hva vil du endre? | |\n"
        ),
        "Q1: Hva gjør du?\n\nOppfølging: Hvorfor gjør du det?\n\nQ2: Hva liker du?\n\nQ3: Hva vil du endre?\n",
        "1\\. Hva gjør du?\n\n1.1 Hvorfor gjør du det?\n\n2\\. Hva liker du?\n\n3\\. Hva vil du endre?\n",
    ],
)
def test_one_guide_in_many_layouts(text: str) -> None:
    assert tree(guide_of(f"# Intervjuguide\n\n{text}")) == {
        "Hva gjør du?": ["Hvorfor gjør du det?"],
        "Hva liker du?": [],
        "Hva vil du endre?": [],
    }


def test_sections_by_headings_bold_paragraphs_and_capitals() -> None:
    text = "INTERVJUGUIDE\n\nBAKGRUNN\nHvor lenge har du jobbet her?\n\nTema 1: Relasjoner\nHva er en god relasjon "
    "for deg?\n"
    assert [section.title for section in guide_of(text, "guide.txt").sections] == ["BAKGRUNN", "Relasjoner"]


def test_numbered_topics_hold_lettered_questions() -> None:
    guide = guide_of(
        "Guide\n\n1. Bakgrunn\n(a) Hva gjør du?\n(b) Hva liker du?\n2. Framtid\n(a) Hva vil du?\n", "guide.txt"
    )
    assert [(section.title, len(section.questions)) for section in guide.sections] == [("Bakgrunn", 2), ("Framtid", 1)]


def test_a_long_introduction_does_not_swallow_the_numbered_questions() -> None:
    intro = (
        "Today I hope to learn how you use these tools. " * 8 + "You may stop whenever you like, is that okay with you?"
    )
    guide = guide_of(
        f"{intro}\n\n1. What do you do?\n    a. Why do you do it?\n2. What do you like?\n3. What is hard for you?\n"
    )
    assert list(tree(guide)) == ["What do you do?", "What do you like?", "What is hard for you?"]


def test_the_opening_is_told_from_the_questions() -> None:
    guide = guide_of(
        "# Intervjuguide\n\n## Innledning\n- Takk for at du vil delta\n- Er det greit at jeg tar opp samtalen?\n"
        "- Har du noen spørsmål før vi begynner?\n\n## Bakgrunn\n- Hvor lenge har du vært lærer?\n"
    )
    assert [point.text for point in guide.opening] == [
        "Takk for at du vil delta",
        "Er det greit at jeg tar opp samtalen?",
        "Har du noen spørsmål før vi begynner?",
    ]
    assert only(guide).ask == "Hvor lenge har du vært lærer?"


def test_closing_and_what_comes_after() -> None:
    guide = guide_of(
        "# Guide\n\n- What do you do?\n- What is hard for you?\n\n## Wrap-up\n- Is there anything else you want to "
        "say?\n\n"
        "Thank you for your time!\n"
    )
    assert [question.ask for question in guide.closing] == ["Is there anything else you want to say?"]
    assert [point.text for point in guide.after] == ["Thank you for your time!"]


def test_a_last_question_that_asks_what_was_forgotten_is_the_closing_and_it_is_said() -> None:
    made = imported("# Guide\n\n1. Hva gjør du?\n2. Hva liker du?\n3. Er det noe du vil legge til?\n")
    assert [question.id for question in made.guide.closing] == ["Z1"]
    assert {doubt.code for doubt in made.doubts["question:Z1"]} == {"closing_by_words"}


def test_branches_become_conditions() -> None:
    guide = guide_of("# Guide\n\n1. Har du byttet jobb?\n   - Hvis ja: Hva skjedde?\n   - Hvis nei, hvorfor ikke?\n")
    assert [(probe.ask, probe.condition) for probe in only(guide).probes] == [
        ("Hva skjedde?", "ja"),
        ("hvorfor ikke?", "nei"),
    ]


def test_a_condition_on_a_line_of_its_own_holds_for_what_stands_below() -> None:
    guide = guide_of("# Guide\n\n1. Har du byttet jobb?\n   - Hvis ja:\n     - Hva skjedde?\n     - Når var det?\n")
    assert [(probe.ask, probe.condition) for probe in only(guide).probes] == [
        ("Hva skjedde?", "ja"),
        ("Når var det?", "ja"),
    ]


def test_notes_to_the_interviewer_are_for_the_interviewers_eyes() -> None:
    guide = guide_of(
        "# Guide\n\n1. Hva gjør du?\n\n   *Merk: gi god tid.*\n2. Hva liker du? [Interviewer: wait]\n3. Hva så, da?\n"
    )
    assert [question.aim for question in guide.questions] == ["Merk: gi god tid.", "[Interviewer: wait]", None]


def test_optional_questions_minutes_and_topics() -> None:
    made = imported(
        "# Guide\n\n- Motivasjon: Hva driver deg? (5 min)\n- (valgfritt) Hva liker du?\n- (Hva hater du?)\n- Hva "
        "gjør du nå?\n"
    )
    first, second, third, fourth = made.guide.questions
    assert (first.ask, first.label, first.minutes) == ("Hva driver deg?", "Motivasjon", 5)
    assert [question.optional for question in (first, second, third, fourth)] == [False, True, True, False]
    assert {doubt.code for doubt in made.doubts[f"question:{first.id}"]} == {"topic_as_label"}


def test_research_questions_and_what_serves_them() -> None:
    guide = guide_of(
        "# Guide\n\n## Research questions\n- RQ1: How do teachers plan?\n- RQ2: What stops them?\n\n"
        "## Planning (RQ1)\n1. How do you plan?\n\n## Obstacles\n2. What stops you? (RQ2)\n3. What helps you?\n"
    )
    assert [target.id for target in guide.research_questions] == ["RQ1", "RQ2"]
    assert [(question.id, question.serves) for question in guide.questions] == [
        ("Q1", ("RQ1",)),
        ("Q2", ("RQ2",)),
        ("Q3", ()),
    ]


def test_research_questions_as_headings() -> None:
    guide = guide_of(
        "# Guide\n\n## RQ1: How do teachers plan?\n1. How do you plan?\n\n## RQ2: What stops them?\n2. What stops "
        "you?\n"
    )
    assert [(section.serves, len(section.questions)) for section in guide.sections] == [(("RQ1",), 1), (("RQ2",), 1)]


def test_where_nothing_says_what_serves_what_it_is_said() -> None:
    made = imported(
        "# Guide\n\nForskningsspørsmål:\n1. Hvordan planlegger lærere?\n\n## Spørsmål\n- Hvordan planlegger du?\n- "
        "Hva gjør du da?\n"
    )
    assert {doubt.code for doubt in made.doubts["research_questions"]} == {"unserved"}


def test_a_table_of_topics_questions_probes_and_minutes() -> None:
    guide = guide_of(
        "# Guide\n\n| Tema | Spørsmål | Oppfølging | Tid |\n|---|---|---|---|\n| Start | Hva gjør du? "
        "| Hvorfor det?<br>Alltid? | 5 min |\n"
        "| | Hva liker du? | | |\n| Framtid | Hva vil du? | | 10 min |\n"
    )
    assert [(section.title, len(section.questions)) for section in guide.sections] == [("Start", 2), ("Framtid", 1)]
    assert tree(guide)["Hva gjør du?"] == ["Hvorfor det?", "Alltid?"]
    assert [question.minutes for question in guide.questions] == [5, None, 10]


def test_a_heading_above_single_questions_is_their_label() -> None:
    guide = guide_of(
        "# Guide\n\n## Historien\n\n**Selskapet**\n\n> Hvordan begynte du?\n\n**Konkursen**\n\n> Hva husker du best?\n"
    )
    assert [section.title for section in guide.sections] == ["Historien"]
    assert [question.label for question in guide.questions] == ["Selskapet", "Konkursen"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hva gjør du når du ikke er på jobb?", "nb"),
        ("Kva gjer du når du ikkje er på jobb, og korleis er det?", "nn"),
        ("What do you do when you are not at work?", "en"),
    ],
)
def test_the_language_is_recognised(text: str, language: str) -> None:
    assert guide_of(f"# Guide\n\n- {text}\n- {text} Hm?\n").language == language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("# Notater\n\nDette er bare tekst om en studie.\n", "import_no_questions"),
        ("# Guide\n\n1. [Spørsmål 1]\n2. [Spørsmål 2]\n", "import_placeholders"),
        (
            "# Artikkel\n\n" + "Her står det mye om metode og teori i lange avsnitt. " * 60 + "\n\n- Hva er læring?\n",
            "import_not_a_guide",
        ),
    ],
)
def test_what_is_no_guide_is_refused(text: str, code: str) -> None:
    refused = import_document(text.encode(), "guide.md")
    assert isinstance(refused, ImportRefusal)
    assert refused.code == code


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "guide.md", "import_empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "guide.doc", "import_old_word"),
        (b"{\\rtf1 hei}", "guide.rtf", "import_rtf"),
        (b"PK\x03\x04", "guide.txt", "import_word_inside"),
        (b"Hva?", "guide.docx", "import_no_word"),
        (b"Hva?", "guide.pages", "import_unknown_kind"),
    ],
)
def test_other_kinds_of_files_are_named(data: bytes, name: str, code: str) -> None:
    refused = import_document(data, name)
    assert isinstance(refused, ImportRefusal)
    assert refused.code == code


def test_ordinary_words_that_begin_like_a_templates_instruction_are_no_placeholders() -> None:
    guide = guide_of(
        "Interview guide\n\nYour work\n\n1. Tell me about the job.\n   - Your first day\n   - Type of contract\n"
        "2. Write down three words about your job.\n\nYour colleagues\n\n3. Who helps you?\n4. What would you "
        "change?\n",
        "guide.txt",
    )
    assert [section.title for section in guide.sections] == ["Your work", "Your colleagues"]
    assert tree(guide)["Tell me about the job."] == ["Your first day", "Type of contract"]
    assert "Write down three words about your job." in tree(guide)


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("1. How do you work with evidence-\n   based methods in your team?", "evidence-based methods"),
        ("1. What does a face-to-\n   face talk give you in your team?", "face-to-face talk"),
        ("1. Wie erleben Sie die Fahr-, Brems-\n   und Lenkhilfen in Ihrem Auto?", "Brems- und Lenkhilfen"),
        ("1. Hvordan er samar-\n   beidet mellom deg og skolen?", "samarbeidet mellom"),
    ],
)
def test_a_hyphen_at_a_lines_end_stays_where_it_belongs_to_the_word(cut: str, whole: str) -> None:
    guide = guide_of(f"Guide\n\n{cut}\n2. What do you do?\n3. What do you like?\n", "guide.txt")
    assert whole in guide.questions[0].ask


@pytest.mark.parametrize("head", ["Indicator", "Variable", "Expected outcome", "Hva vi vil vite", "Variabel"])
def test_a_column_of_no_known_kind_that_asks_nothing_is_for_the_researcher(head: str) -> None:
    guide = guide_of(
        f"# Guide\n\n| Question | {head} |\n|---|---|\n| How do you choose between two jobs? | duties |\n"
        "| Describe a meeting that went wrong. | conflict |\n| Whom do you ask for help? | support |\n"
    )
    assert [len(question.probes) for question in guide.questions] == [0, 0, 0]
    assert guide.questions[1].aim == "conflict"


@pytest.mark.parametrize("head", ["Delmål", "Forskningsmål", "Målsettinger", "Goals", "Specific aims"])
def test_aims_are_no_questions(head: str) -> None:
    guide = guide_of(
        f"# Intervjuguide\n\n## {head}\n\n1. Finne ut hvordan folk lærer å reparere.\n2. Beskriv hvilke verktøy som "
        "brukes.\n\n## Læring\n\n1. Hvordan lærte du å reparere?\n2. Hvem lærte deg det?\n"
    )
    assert list(tree(guide)) == ["Hvordan lærte du å reparere?", "Hvem lærte deg det?"]
    assert len(guide.research_questions) == 2


@pytest.mark.parametrize(("yes", "no"), [("Ja", "Nej"), ("Ja", "Nein"), ("Oui", "Non"), ("Sí", "No")])
def test_branches_in_other_languages_are_conditions(yes: str, no: str) -> None:
    guide = guide_of(
        f"# Guide\n\n1. Har du arbetat hemifrån?\n    1. {yes}:\n        - Hur ofta?\n    2. {no}:\n"
        "        - Varför inte?\n2. Hur ser din chef på det?\n3. Vad vill du ändra på?\n"
    )
    assert [(probe.ask, probe.condition) for probe in guide.questions[0].probes] == [
        ("Hur ofta?", yes),
        ("Varför inte?", no),
    ]
    assert len(guide.questions) == 3


@pytest.mark.parametrize("end", ["Yes", "If yes"])
def test_a_condition_at_the_end_of_a_question_is_of_its_probes(end: str) -> None:
    guide = guide_of(
        f"# Guide\n\n1. Do you trust these makers? {end}:\n   a. Which one?\n   b. Why?\n2. What do you wish for?"
        "\n3. What do you do?\n"
    )
    assert guide.questions[0].ask == "Do you trust these makers?"
    assert [probe.condition and probe.condition.casefold() for probe in guide.questions[0].probes] == ["yes", "yes"]


@pytest.mark.parametrize("words", ["Lamps Clothes Furniture", "Cost Time", "lommepenger klær mat skole"])
def test_keywords_below_a_question_after_an_opening_are_its_probes(words: str) -> None:
    below = "".join(f"   - {word}\n" for word in words.split())
    guide = guide_of(
        "# Interview guide\n\n## Introduction\n\nWe are two students who study repair. You can stop at any time.\n\n"
        f"1. How did you learn it?\n2. What do you repair most often?\n{below}3. Whom would you have asked?\n"
    )
    assert len(guide.opening) == 1
    assert tree(guide)["What do you repair most often?"] == words.split()


_CHECKED = ["Samtykke signert", "Opptaker"]
_ASKED = ["Hva gjør du når sangen er vanskelig?", "Hvordan er det å synge foran andre?"]
_MORE_ASKED = ["Hvem lytter når dere synger?", "Hva trenger du i jobben din?", "Hva er vanskelig?", "Hva håper du på?"]


@pytest.mark.parametrize("asked", [_ASKED, _ASKED + _MORE_ASKED], ids=["two", "six"])
@pytest.mark.parametrize("mark", ["- ", "- [ ] ", "* ", "1. "])
@pytest.mark.parametrize("number", ["{}. ", "- ", ""])
@pytest.mark.parametrize("name", ["guide.md", "guide.txt"])
def test_a_checklist_above_the_questions_is_the_opening(asked: list[str], mark: str, number: str, name: str) -> None:
    checked = "".join(f"{mark.replace('1', str(count))}{point}\n" for count, point in enumerate(_CHECKED, 1))
    questions = "\n".join(number.format(count) + line for count, line in enumerate(asked, 1))
    made = imported(f"{'# ' * name.endswith('md')}Intervjuguide\n\n{checked}\n{questions}\n", name)
    assert [point.text for point in made.guide.opening] == _CHECKED
    assert tree(made.guide) == {line: [] for line in asked}


@pytest.mark.parametrize("over", ["", "## Før intervjuet\n", "Husk:\n"])
@pytest.mark.parametrize("closing", ["", "\nAvslutning\n- Er det noe mer du vil si?\n"])
def test_a_short_guide_keeps_its_questions_below_what_is_settled_first(over: str, closing: str) -> None:
    questions = "".join(f"{count}. {line}\n" for count, line in enumerate(_ASKED, 1))
    guide = guide_of(f"# Intervjuguide\n\n{over}- Samtykke signert\n- Vann\n\n{questions}{closing}")
    assert [point.text for point in guide.opening] == ["Samtykke signert", "Vann"]
    assert [question.ask for section in guide.sections for question in section.questions] == _ASKED
    assert len(guide.closing) == bool(closing)


def test_a_short_guide_keeps_its_questions_below_a_paragraph_about_consent() -> None:
    guide = guide_of("# Interview guide\n\nThe consent form is signed.\n\nWhat do you sing?\n\nHow is it to sing?\n")
    assert list(tree(guide)) == ["What do you sing?", "How is it to sing?"]


def test_topics_over_their_questions_are_no_checklist() -> None:
    guide = guide_of(
        "# Intervjuguide\n\n- Arbeid\n    - Hva gjør du?\n    - Hvem hjelper deg?\n- Sang\n    - Hva synger du?\n"
    )
    assert not guide.opening
    assert len(guide.questions) == 3


def test_a_point_with_a_field_to_fill_in_is_left_out_of_the_opening() -> None:
    guide = guide_of("# Intervjuguide\n\n- Samtykke signert\n- Dato: ______\n\n1. Hva synger du?\n2. Hvem hører på?\n")
    assert [point.text for point in guide.opening] == ["Samtykke signert"]
    assert len(guide.questions) == 2


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Hva synes du om læreren?\n\n1. Hva er vanskelig?\n2. Hvordan synger du?\n", ["numbered_below"]),
        ("Hva synes du om læreren?\n\n- Hva er vanskelig?\n- Hvordan synger du?\n", []),
        (
            "Hva synes du om læreren?\n\n1. Hva er vanskelig?\n2. Hvordan?\n\nHva synger du?\n\n1. Hvor?\n2. Når?\n",
            [],
        ),
    ],
)
def test_numbers_below_a_question_without_one_are_doubted(text: str, doubted: list[str]) -> None:
    made = imported(f"# Intervjuguide\n\n{text}")
    assert len(made.guide.questions[0].probes) == 2
    assert [doubt.code for doubt in made.doubts.get("question:Q1", ())] == doubted
