"""Kinds of layout that real guides have, three instances of each: what is a heading, a question, a note."""

import pytest

from guide.importing import Imported, import_document
from guide.model import Guide


def guide_of(text: str, name: str = "guide.md") -> Guide:
    made = import_document(text.encode(), name)
    assert isinstance(made, Imported), made
    return made.guide


def sections(guide: Guide) -> list[tuple[str, int]]:
    return [(section.title, len(section.questions)) for section in guide.sections]


def probes(guide: Guide) -> list[list[str]]:
    return [[probe.ask for probe in question.probes] for question in guide.questions]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            (
                "Interview guide\n\nBackground\n\n1. How did you begin?\n2. Who taught you?\n\nRepair\n\n"
                "1. What do you mend?\n"
                "2. What do you throw away?\n\nThe future\n\n1. What would you change?\n"
            ),
            [("Background", 2), ("Repair", 2), ("The future", 1)],
        ),
        (
            (
                "Intervjuguide\n\nOm deg\n1. Hva jobber du med?\n\nHverdagen\n1. Hvordan begynner dagen?\n"
                "2. Hva skjer så?\n\n"
                "Naboene\n1. Hvem møter du?\n"
            ),
            [("Om deg", 1), ("Hverdagen", 2), ("Naboene", 1)],
        ),
        (
            (
                "Interviewguide\n\nDemographics\n1. How old are you?\n2. Where do you live?\n\nWork\n"
                "1. What do you do all day?\n\n"
                "Money\n1. What do you save for?\n"
            ),
            [("Demographics", 2), ("Work", 1), ("Money", 1)],
        ),
        (
            (
                "Intervjuguide\n\nInnledning\nVi er to studenter. Du kan stoppe når som helst.\n\nKjøp\n"
                "1. Hva kjøper du?\n"
                "2. Hvor kjøper du det?\n\nLån\n1. Hva låner du?\n2. Av hvem?\n"
            ),
            [("Kjøp", 2), ("Lån", 2)],
        ),
        (
            (
                "Interview guide\n\nIntroduction\nThank you for coming. You may stop whenever you like.\n\nSleep\n"
                "1. How do you sleep?\n2. When do you wake up?\n\nFood\n1. What do you eat?\n"
            ),
            [("Sleep", 2), ("Food", 1)],
        ),
        (
            (
                "Bilaga 1. Intervjufrågor\n\nFrågeställningar:\n1. Hur beskriver lärare läsning?\n"
                "2. Vilka hinder ser de?\n\n"
                "Läsning\nHur ser en vanlig lässtund ut?\nVem väljer bok?\n\nHinder\nVad är svårt?\nVad hjälper dig?\n"
            ),
            [("Läsning", 2), ("Hinder", 2)],
        ),
    ],
)
def test_unmarked_headings_are_as_high_as_each_other(text: str, wanted: list[tuple[str, int]]) -> None:
    assert sections(guide_of(text, "guide.txt")) == wanted


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        (
            (
                "Guide",
                "1. Could you tell me what your first years at the harbour were",
                "   like for you?",
                "2. How did your family talk about the sea when you were young,",
                "   and how do you look at that today?",
                "3. What do you wish you had known?",
            ),
            3,
        ),
        (
            (
                "Intervjuguide",
                "1. Kan du fortelle om den første tida på skolen og hva du",
                "   husker best fra den tida?",
                "2. Hvordan snakket de hjemme om arbeid da du var barn, og hva",
                "   tenker du om det nå?",
                "3. Hva skulle du ønske noen hadde sagt?",
            ),
            3,
        ),
        (
            (
                "Interview guide",
                "1. When you look back at the move, what was it that made you",
                "   decide to go at all?",
                "2. Whom did you talk to before you left, and what did they say",
                "   to you at the time?",
                "3. Who came along?",
                "4. What did you leave behind?",
            ),
            4,
        ),
    ],
)
def test_double_spaced_text_keeps_its_questions_whole(lines: tuple[str, ...], asked: int) -> None:
    guide = guide_of("\n\n".join(lines), "guide.txt")
    assert len(guide.questions) == asked
    assert not any(question.probes for question in guide.questions)


@pytest.mark.parametrize(
    ("text", "aims"),
    [
        (
            (
                "# Guide\n\n## A day\n\n1. How did it begin?\n\n## Together\n\n*Aim: how work is shared.*\n\n"
                "### Planning\n\n"
                "2. How do you plan?\n3. Who decides?\n"
            ),
            [None, "Aim: how work is shared.", None],
        ),
        (
            (
                "# Guide\n\n## A day\n\n1. How did it begin?\n2. What then?\n\n## Inspectors\n\n"
                "(be careful here)\n\n## Council\n\n"
                "3. How far does it go?\n"
            ),
            [None, None, None],
        ),
        (
            (
                "# Guide\n\n## Morgen\n\n1. Når står du opp?\n\n## Samarbeid\n\n"
                "*Formål: få fram hvem som gjør hva.*\n\n"
                "### Fordeling\n\n2. Hvem gjør hva?\n3. Hvem bestemmer?\n"
            ),
            [None, "Formål: få fram hvem som gjør hva.", None],
        ),
    ],
)
def test_what_stands_under_a_heading_is_of_that_heading(text: str, aims: list[str | None]) -> None:
    assert [question.aim for question in guide_of(text).questions] == aims


@pytest.mark.parametrize(
    "line",
    [
        "[For each occasion named in 1]",
        "[if they stopped]",
        "[For tool(s) named in 1 as applicable]",
        "(Bare for dem som har flyttet)",
    ],
)
def test_a_numbered_line_that_only_says_when_keeps_what_stands_below_it(line: str) -> None:
    guide = guide_of(
        f"Guide\n\nTools\n\n1. When did a tool help you?\n   a. What was it?\n2. {line}\n   a. What was hard?\n"
        "   b. Whom did you ask?\n3. What would you wish for?\n",
        "guide.txt",
    )
    assert probes(guide) == [["What was it?"], ["What was hard?", "Whom did you ask?"], []]


@pytest.mark.parametrize(
    "ids", [("A1.", "A2.", "B1."), ("Q1:", "Q2:", "Q3:"), ("S1.", "S2.", "S3.")], ids=["letters", "Q", "S"]
)
def test_a_numbered_topic_over_what_is_asked_about_it_is_one_question(ids: tuple[str, str, str]) -> None:
    first, second, third = ids
    guide = guide_of(
        f"# Guide\n\n## Work\n\n**{first} Staffing**\nHow many are you at night?\n\n**{second} The leader's part**\n"
        f"Does the leader answer calls?\nWhat else does the leader do?\n\n**{third} Pairs**\nDo you work in pairs?\n"
    )
    assert sections(guide) == [("Work", 3)]
    assert probes(guide) == [[], ["What else does the leader do?"], []]


def test_a_topic_that_is_too_long_for_a_label_gives_it_its_words() -> None:
    topic = "Etterarbeid og dokumentasjon etter samtalen"
    guide = guide_of(
        f"# Guide\n\n## Arbeidet\n\n**B1. {topic}**\nHva gjør dere etterpå?\n\n**B2. Makkere**\nJobber dere i par?\n"
    )
    assert [question.label for question in guide.questions] == ["Etterarbeid og dokumentasjon", "Makkere"]
    assert guide.questions[0].aim == topic


@pytest.mark.parametrize("points", [("1 - none", "3 - some", "5 - full"), ("1 = never", "2 = seldom", "3 = often"),
                                    ("0 – ikke i det hele tatt", "10 – helt og holdent")])  # fmt: skip
def test_points_of_a_scale_are_not_asked(points: tuple[str, ...]) -> None:
    listed = "\n".join(f"- {point}" for point in points)
    guide = guide_of(
        f"# Guide\n\n1. How free are you?\n2. Which level do you expect?\n{listed}\n3. What else is there?\n"
    )
    assert [question.ask for question in guide.questions] == [
        "How free are you?", "Which level do you expect?", "What else is there?",
    ]  # fmt: skip


@pytest.mark.parametrize("signs", ["#", "##", "####"])
def test_headings_without_a_blank_after_their_signs(signs: str) -> None:
    guide = guide_of(
        f"{signs}Work\n\nWhat do you do?\n\nWho helps you?\n\n{signs}People\n\nWhom do you ask?\n\nWhy them?\n"
    )
    assert [title for title, _ in sections(guide)] == ["Work", "People"]


@pytest.mark.parametrize(
    "lead",
    [
        "This guide means to give a base set of questions to:\n- what is most helpful for them?\n- what blocks them?",
        "Med disse intervjuene vil vi helst finne ut av følgende:\n- hvordan de lærte det?\n- hvem som lærte dem det?",
        "The interviews are held in order to find out about:\n- how are tools chosen?\n- who decides on them?",
    ],
)
def test_items_that_end_a_sentence_about_the_guide_are_not_asked(lead: str) -> None:
    guide = guide_of(
        f"# Interview guide\n\n{lead}\n\n## Work\n\n- What do you do?\n- Who helps you?\n- What is hard?\n"
    )
    assert sections(guide) == [("Work", 3)]


@pytest.mark.parametrize("said", ["Watch the face first. Then:", "Vis bildet. Spør så:", "Wait a little. Go on with:"])
def test_a_sentence_before_a_colon_is_no_heading(said: str) -> None:
    guide = guide_of(f"# Guide\n\n## The idea\n\n{said}\n\n- What would you use?\n- What would you leave?\n- Why so?\n")
    assert [title for title, _ in sections(guide)] == ["The idea"]


@pytest.mark.parametrize("head", ["Post-interview checklist", "Note-taking template", "Sjekkliste etter intervjuet"])
def test_what_the_interviewer_does_afterwards_is_not_asked(head: str) -> None:
    guide = guide_of(
        "# Guide\n\n## Work\n\n1. What do you do?\n2. Who helps you?\n\n## Closing\n\n3. Is there anything to add?\n\n"
        f"## {head}\n\n- Thank them by message\n- Note any open questions?\n"
    )
    assert len(guide.questions) == 3


@pytest.mark.parametrize(
    ("first", "second"), [("Warm up", "Product value"), ("Skolen", "Fritida"), ("Your work", "Your colleagues")]
)
def test_the_first_of_several_headings_is_a_section_and_no_title(first: str, second: str) -> None:
    guide = guide_of(
        f"# {first}\n\n- What do you remember?\n- What was good?\n\n# {second}\n\n- Who helps you?\n- How?\n"
    )
    assert [title for title, _ in sections(guide)][:2] == [first, second]


@pytest.mark.parametrize(
    "head", ["Licensing and closing (said at the end)", "Oppsummering og avslutning", "Thanks & wrap-up"]
)
def test_a_heading_that_ends_with_the_closing_is_the_closing(head: str) -> None:
    guide = guide_of(
        f"# Guide\n\n## Work\n\n1. What do you do?\n2. Who helps you?\n\n## {head}\n\n3. Anything to add?\n"
    )
    assert [question.ask for question in guide.closing] == ["Anything to add?"]


@pytest.mark.parametrize(
    "heads",
    [
        ("Key question (prompt)", "Check/Memo", "Concrete (follow-up) question"),
        ("Main question", "Check", "Maintenance questions"),
        ("Hovedspørsmål", "Formål", "Vedlikeholdsspørsmål"),
    ],
)
def test_the_key_question_has_its_own_column(heads: tuple[str, str, str]) -> None:
    rows = ("How do you work?|background|With whom?", "What is hard?|obstacles|What would help you?",
            "What would you change?|wishes|Why that?")  # fmt: skip
    table = "\n".join(f"| {row.replace('|', ' | ')} |" for row in ("|".join(heads), "---|---|---", *rows))
    guide = guide_of(f"# Guide\n\n{table}\n")
    assert probes(guide) == [["With whom?"], ["What would help you?"], ["Why that?"]]


@pytest.mark.parametrize(
    "note",
    [
        "(probe until you uncover the benefit that they believe that they would see if only this had happened to them)",
        "[be om eksempler til du er sikker på at du har forstått hva det er som informanten mener med dette]",
        "(if they hesitate, wait for as long as it takes, and do not offer them any answer of your own at this point)",
    ],
)
def test_a_long_note_after_a_question_leaves_it_a_question(note: str) -> None:
    guide = guide_of("# Guide\n\n## Introduction\n\nWelcome, and thank you for coming.\n\n## Work\n\n"
    f"What do you do? {note}\n\n"
                     "Who helps you?\n\nWhat is hard?\n")  # fmt: skip
    assert len(guide.questions) == 3


@pytest.mark.parametrize("numbers", [("1.1", "1.2"), ("2.1.", "2.2."), ("a)", "b)")])
def test_a_numbered_heading_right_after_a_table_is_one_still(numbers: tuple[str, str]) -> None:
    first, second = numbers
    guide = guide_of(
        f"# Guide\n\n{first} Years of work\n\nHow long have you worked?\n\n| Field | Years |\n| --- | --- |\n"
        "| Law | |\n\n"
        f"{second} Duties\n\nCould you describe your duties?\n\nWho else has them?\n"
    )
    asked = [question.ask for question in guide.questions]
    assert "Duties" not in asked
    assert "Could you describe your duties?" in asked


@pytest.mark.parametrize(
    "names",
    [
        ("Yes to reading terms", "No to reading terms"),
        ("agreed with U3", "disagreed with U4"),
        ("they stopped early", "they never began"),
    ],
)
def test_a_number_that_only_says_when_counts_what_stands_below_it(names: tuple[str, str]) -> None:
    first, second = names
    guide = guide_of(
        f"# Guide\n\n1. How do you check?\n   a. If yes, how often?\n2. If {first}:\n   a. What do you look for?\n"
        f"3. If {second}:\n   a. Why not?\n4. What comes next?\n"
    )
    assert [question.ask for question in guide.questions][1:3] == [f"If {first}:", f"If {second}:"]
    assert probes(guide)[1:3] == [["What do you look for?"], ["Why not?"]]


@pytest.mark.parametrize("marks", [("i.", "ii.", "iii."), ("a)", "b)", "c)"), ("a.", "b.", "c.")])
def test_a_list_below_a_question_goes_on_after_a_line_that_looks_like_a_heading(marks: tuple[str, ...]) -> None:
    one, two, three = marks
    guide = guide_of(
        f"Guide\n\n1. How did you learn it?\n   {one} Who showed you?\n   {two} Where were you?\n\nAttitude\n\n"
        f"   {three} What did you think of it?\n\n2. What came next?\n",
        "guide.txt",
    )
    assert [question.ask for question in guide.questions] == ["How did you learn it?", "What came next?"]
    assert "What did you think of it?" in probes(guide)[0]


@pytest.mark.parametrize(
    "points",
    [
        "- Anonymity (only the voice is heard)\n- The right to stop at any time\n- Written consent",
        "- Samtykkeskjema\n- Anonymitet i oppgaven\n- Rett til å trekke seg",
        "- Three chairs\n- The drawings\n- Water",
    ],
)
def test_points_above_the_questions_are_none(points: str) -> None:
    guide = guide_of(f"# Guide\n\n{points}\n\n1. How did you begin?\n2. Who helped you?\n3. What came next?\n")
    assert [question.ask for question in guide.questions][:1] == ["How did you begin?"]
    assert len(guide.questions) == 3


@pytest.mark.parametrize("number", ["1.", "1)", "Q1."])
def test_a_name_and_a_sentence_over_lists_that_begin_anew_are_headings(number: str) -> None:
    later = number.replace("1", "2")
    asked = f"{number} What do you do?\n{later} Who helps you?\n"
    guide = guide_of(f"Guide\n\nWork: Now we come to the work that you do here.\n{asked}\n"
                     f"Home: Let us go on to what you do at home.\n{asked}", "guide.txt")  # fmt: skip
    assert sections(guide) == [("Work", 2), ("Home", 2)]


def test_bold_alone_does_not_make_a_point_of_a_list_the_question_of_the_next() -> None:
    guide = guide_of("# Guide\n\n- What do you do?\n- **Who helps you with it?**\n- What is hard?\n- What is easy?\n")
    assert len(guide.questions) == 4


def test_sections_of_the_same_name_are_told_apart_by_what_they_stand_under() -> None:
    asked = "- How do you do it?\n- Who helps you with it?\n"
    guide = guide_of(
        f"# Guide\n\n## Firms\n\n### Action\n\n{asked}\n### Views\n\n{asked}\n## Auditors\n\n### Action\n\n{asked}"
    )
    assert [section.title for section in guide.sections] == ["Firms: Action", "Views", "Auditors: Action"]


def test_a_guide_with_its_answers_below_is_read_without_them() -> None:
    told = "\n".join(f'"I do it on day {number}, and then I rest for a while."' for number in range(6))
    asked = "- What do you do?\n- Who helps you?\n- What is hard?\n- Why is it?\n- Where are you?\n"
    guide = guide_of(f"# Interview guide\n\n## Core\n\n{asked}\n## Responses\n\n{told}\n")
    assert sections(guide) == [("Core", 5)]


@pytest.mark.parametrize("lead", ["Focus on:", "Fokuser på:", "Observe (silently):", "Listen for:"])
def test_points_below_what_to_look_for_are_no_questions(lead: str) -> None:
    asked = "- What do you do?\n- Who helps you with it?\n- What is hard?\n"
    guide = guide_of(
        f"# Guide\n\n## Work\n\n{asked}\n## Farmers\n\n{lead}\n\n- How they found out\n- What they gave up\n"
        "- Does it hold?\n"
    )
    assert len(guide.questions) == 3


@pytest.mark.parametrize("lead", ["Then:", "And", "Additionally,"])
def test_a_question_that_goes_on_from_the_one_above_is_doubted(lead: str) -> None:
    made = import_document(
        f"# Guide\n\n- What do you do?\n- {lead} who helps you?\n- What is hard?\n".encode(), "guide.md"
    )
    assert isinstance(made, Imported)
    assert [place for place, doubts in made.doubts.items() if any(one.code == "may_be_probe" for one in doubts)] == [
        "question:Q2"
    ]


def test_a_tables_first_row_is_its_heading_where_all_below_it_ask() -> None:
    guide = guide_of(
        "# Guide\n\nPlace|To be settled\n---|---\nNorth|Why did you move?\nSouth|When did you come here?\n"
    )
    assert [question.ask for question in guide.questions] == ["Why did you move?", "When did you come here?"]


def test_what_else_there_is_to_tell_after_the_interview_is_a_closing_question() -> None:
    guide = guide_of(
        "# Guide\n\n1. What do you do?\n2. Who helps you?\n\n## Debriefing\n\n"
        "- Is there anything you would like to add?\n- Thank you for the talk.\n"
    )
    assert [question.ask for question in guide.closing] == ["Is there anything you would like to add?"]


def test_numbered_part_questions_below_the_problem_are_no_questions_to_ask() -> None:
    guide = guide_of(
        "Intervjuguide\n\nProblemstilling: Hvordan opplever unge betjenter det første året?\n\nDelspørsmål:\n"
        "1. Hva møter de av forventninger?\n2. Hvordan bearbeider de vanskelige oppdrag?\n\nOppvarming\n"
        "1. Hva fikk deg til å søke?\n2. Hvor har du tjenestegjort?\n",
        "guide.txt",
    )
    assert [target.text for target in guide.research_questions][:1] == ["Hva møter de av forventninger?"]
    assert len(guide.questions) == 2


def test_a_point_of_a_list_of_questions_is_no_heading_of_what_stands_below_it() -> None:
    guide = guide_of(
        "# Guide\n\n## Work\n\n- What do you do?\n- Data that is lost\n  - How does it get lost?\n  - Who finds out?\n"
        "- Who helps you?\n"
    )
    assert sections(guide)[0][0] == "Work"
    assert len(guide.sections) == 1


@pytest.mark.parametrize(
    "direction",
    [
        "Confirm that they have signed.",
        "Ask the participant to sort the cards",
        "Noter stikkord på kortene",
        "Share screen",
    ],
)
def test_a_direction_among_questions_is_no_question(direction: str) -> None:
    guide = guide_of(
        f"# Guide\n\n## Work\n\n- What do you do?\n- {direction}\n- Who helps you with it?\n- Why is it so?\n"
    )
    asked = [question.ask for question in guide.questions]
    assert direction not in asked + [probe.ask for question in guide.questions for probe in question.probes]


def test_points_like_which_none_asks_are_no_questions() -> None:
    guide = guide_of(
        "# Guide\n\n## The map\n\nThere are four layers:\n\n1. Context: where it stands\n2. Parts of it\n3. Details\n\n"
        "- How well do you know the map?\n- Who made it?\n- What do you use it for?\n"
    )
    assert len(guide.questions) == 3


def test_a_line_that_only_says_that_main_questions_follow_is_no_heading() -> None:
    guide = guide_of(
        "# Guide\n\n## The map\n\n- Guiding questions:\n  1. What do you see?\n  2. How would you describe it?\n"
        "- Follow-up questions:\n  1. Which parts were clear?\n  2. What is missing?\n\n## The list\n\n"
        "- Guiding question:\n  1. What is it for?\n- Follow-up questions:\n  1. Who reads it?\n"
    )
    assert [(question.ask, len(question.probes)) for question in guide.questions] == [
        ("What do you see?", 0),
        ("How would you describe it?", 2),
        ("What is it for?", 1),
    ]
    assert [section.title for section in guide.sections] == ["The map", "The list"]


@pytest.mark.parametrize("head", ["After each interview", "What you're looking for", "Etter samtalen"])
def test_what_is_done_after_interviews_is_no_section(head: str) -> None:
    guide = guide_of(
        "# Guide\n\n## Work\n\n- What do you do?\n- Who helps you with it?\n- What is hard?\n\n## Closing\n\n"
        f"- Anything you would like to add?\n\n## {head}\n\n1. Three words\n2. Would they do it again? Why?\n"
        "3. A surprise\n"
    )
    assert sections(guide) == [("Work", 3)]


@pytest.mark.parametrize("head", ["Before you start", "Before the call", "Før samtalen begynner"])
def test_what_is_done_before_interviews_is_the_opening(head: str) -> None:
    guide = guide_of(
        f"# Guide\n\n## {head}\n\n- check the consent form\n- start recording\n\n## Work\n\n- What do you do?\n"
        "- Who helps you with it?\n- What is hard?\n"
    )
    assert [point.text for point in guide.opening] == ["check the consent form", "start recording"]
    assert sections(guide) == [("Work", 3)]


def test_what_is_said_above_a_parts_first_probes_is_their_question() -> None:
    guide = guide_of(
        '# Guide\n\n## Work\n\n"What do you do on a normal day, and why do you do it?"\n\n## The sketch\n\n'
        '"I would like to hear what you think when you see this."\n\n1. Show the sketch\n\nProbes:\n\n'
        '- "What is missing?"\n- "Who is it for?"\n'
    )
    assert [len(question.probes) for question in guide.questions] == [0, 2]
    assert guide.questions[1].ask == "I would like to hear what you think when you see this."


def test_a_line_right_below_the_head_of_its_block_is_no_heading() -> None:
    guide = guide_of(
        "Guide\n\nBackground\nAge and education\nHow long have you worked here?\nWhat are your duties?\n\n"
        "Cooperation\nWho helps you with it?\nWhat is hard about that?\n",
        "guide.txt",
    )
    assert sections(guide) == [("Background", 2), ("Cooperation", 2)]


def test_numbers_that_begin_anew_under_letters_count_no_main_questions() -> None:
    guide = guide_of(
        "I. Background\n   A. How long have you taught?\n   B. What did you do before?\n      1. Why did you leave?\n\n"
        "II. Inspection\n   A. Tell me about the last one.\n      1. How did you prepare?\n      2. Who helped?\n"
        "   B. What changed?\n      1. for the staff\n",
        "guide.txt",
    )
    assert [len(question.probes) for question in guide.questions] == [0, 1, 2, 1]


def test_headings_over_some_single_questions_stay_sections() -> None:
    guide = guide_of(
        "# Guide\n\n## The school\n\n### For teachers\n\n- What do you think of first?\n- Whom do you talk to?\n\n"
        "### For leaders\n\n- How is it organised here?\n\n### For pupils\n\n- What helps you most?\n"
    )
    assert sections(guide) == [("For teachers", 2), ("For leaders", 1), ("For pupils", 1)]


def test_short_lines_of_a_markdown_list_of_things_to_do_are_several() -> None:
    guide = guide_of(
        "# Guide\n\n## Work\n\n- What do you do?\n- Who helps you?\n- What is hard?\n\n## End\n\n"
        "Switch off the recorder\nGive the sheet\nIs there something you want to ask me?\n"
    )
    assert [question.ask for question in guide.closing] == ["Is there something you want to ask me?"]


@pytest.mark.parametrize(
    ("theme", "asked"),
    [
        ("Thème 1 : Le parcours", "Comment êtes-vous devenu commerçant ?"),
        ("Thema 1: Achtergrond", "Hoe lang werkt u al als huisarts?"),
        ("Thema 1: Alltag", "Wie beginnt Ihr Tag?"),
    ],
)
def test_themes_are_sections_in_other_languages(theme: str, asked: str) -> None:
    guide = guide_of(f"Guide\n\n{theme}\n1. {asked}\n2. {asked}\n3. {asked}\n", "guide.txt")
    assert len(guide.sections) == 1
    assert guide.sections[0].title


@pytest.mark.parametrize(
    "asked",
    [
        "To begin, please tell me about your current role.",
        "Hvis du skulle tegnet biblioteket ditt, hvordan ville det sett ut",
    ],
)
def test_a_few_words_before_what_is_asked_hide_no_question(asked: str) -> None:
    guide = guide_of(f"# Guide\n\n## Work\n\n1. {asked}\n2. Who helps you with it?\n3. What is hard?\n")
    assert guide.questions[0].ask == asked


@pytest.mark.parametrize("asked", ["Or do you not see it so?", "Eller at ikke ha det?"])
def test_a_question_that_begins_with_or_is_a_probe(asked: str) -> None:
    guide = guide_of(f"# Guide\n\nHow do you see it?\n\n{asked}\n\nWhat do you do then?\n\nWho helps you?\n")
    assert [probe.ask for probe in guide.questions[0].probes] == [asked]


def test_points_below_a_line_that_announces_follow_ups_are_probes_as_deep_as_they_stand() -> None:
    guide = guide_of(
        "# Guide\n\n## The visit\n\n- Tell me about your last visit.\n- What came first that day?\n\n"
        "Follow-up prompts:\n\n- What did you write down?\n- How did you know?\n\n## Money\n\n- Who decides?\n"
    )
    assert [len(question.probes) for question in guide.questions] == [0, 2, 0]


def test_a_line_that_leads_into_questions_is_no_heading_below_one() -> None:
    guide = guide_of(
        "# Guide\n\n## Work\n\n- What do you do?\n- Who helps you with it?\n\n## The forms\n\nShow them:\n\n"
        "1. the list\n2. the map\n\nFor each ask:\n\n- Is it made today?\n- Who makes it?\n"
    )
    assert sections(guide) == [("Work", 2), ("The forms", 2)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "# Guide\n\n## Trust\n\nGive:\n\n- a map\n\nQuestions:\n\n- Whom do you ask?\n\n## Cost\n\n- Who pays?\n",
            [("Trust", 1), ("Cost", 1)],
        ),
        (
            "# Intervjuguide\n\n## Tillit\n\n### Spørsmål\n\n- Hvem stoler du på?\n- Hvem hjelper deg?\n",
            [("Tillit", 2)],
        ),
        ("# Guide\n\n## Questions\n\n- Whom do you ask?\n- Who pays?\n", [("Questions", 2)]),
        (
            "# Guide\n\n## Case\n\n- Whom do you ask?\n\n### Questions\n\n- Who pays?\n- Who reads it?\n",
            [("Case", 1), ("Questions", 2)],
        ),
    ],
)
def test_a_heading_that_only_says_questions_gives_way_to_the_one_above(
    text: str, wanted: list[tuple[str, int]]
) -> None:
    assert sections(guide_of(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Guide\n\nWarm-up questions:\n1. Where do you live?\n2. Since?\n\nCore questions:\n1. How do you wash?\n",
            ["Warm-up questions", "Core questions"],
        ),
        (
            "Intervjuguide\n\nOppvarming:\n1. Hvor bor du?\n2. Siden når?\n\nHovedspørsmål:\n1. Hvordan vasker du?\n",
            ["Oppvarming", "Hovedspørsmål"],
        ),
    ],
)
def test_main_questions_beside_others_headings_are_a_theme(text: str, wanted: list[str]) -> None:
    assert [section.title for section in guide_of(text, "guide.txt").sections] == wanted


def test_main_questions_over_the_questions_of_each_theme_are_none() -> None:
    theme = "## {}\n\nMain questions:\n\n- How do you {}?\n\nFollow-ups:\n\n- Who taught you?\n\n"
    guide = guide_of("# Guide\n\n" + theme.format("Washing", "wash") + theme.format("Cooking", "cook"))
    assert sections(guide) == [("Washing", 1), ("Cooking", 1)]


@pytest.mark.parametrize(
    "told", ["Draw a map together", "Se på kartet sammen", "Her kan det gå mange veier", "Only with owners"]
)
def test_a_line_further_in_than_the_question_above_is_no_heading(told: str) -> None:
    guide = guide_of(
        f"Guide\n\n1 Where do you live?\n2 Who lives there too?\n  {told}\n  Who came first?\n3 What is new?\n",
        "guide.txt",
    )
    assert [section.title for section in guide.sections] == [""]


def test_what_follows_a_small_table_stands_under_the_heading_above_it() -> None:
    guide = guide_of(
        "# Guide\n\n## You\n\nHow long have you worked?\n\n| Here | Elsewhere |\n|---|---|\n| years | years |\n\n"
        "What is your job now?\n\nWho is your chief?\n\n## Tools\n\nWhat do you use?\n"
    )
    assert sections(guide) == [("You", 3), ("Tools", 1)]


def test_questions_among_the_points_of_an_opening_stand_under_its_theme() -> None:
    guide = guide_of(
        "# Guide\n\n## Part 1: Introduction and warm-up\n\nGoal: make them feel at home.\n\n- Confidentiality\n"
        "  - Nobody is named\n  - Consent to record this\n- What you do:\n  - What is your work?\n  - Since when?\n\n"
        "## Part 2: Tools\n\n- What do you use?\n- What do you lack?\n"
    )
    assert [section.title for section in guide.sections] == ["Introduction and warm-up", "Tools"]


@pytest.mark.parametrize(
    "head", ["Interviewer ground rules", "Notes for the interviewer", "Moderator instructions", "Råd til intervjueren"]
)
def test_what_is_said_to_the_interviewer_is_no_section(head: str) -> None:
    guide = guide_of(
        f"# Guide\n\n## {head}\n\n- Do not pitch the tool. If they know what you make, they tell what you want.\n"
        '- Ask about last week: "What did you do?" beats "Would you use it?".\n\n'
        "## Work\n\n- What do you do?\n- Who helps you?\n- What is hard?\n- What would you change?\n"
    )
    assert sections(guide) == [("Work", 4)]


@pytest.mark.parametrize(
    "phrases",
    ['"How so?" · "Go on." · "And then?"', "«Hvordan?» / «Fortell mer.» / «Og så?»", "“Why?” | “When?” | “Who?”"],
)
def test_sayings_to_use_whenever_they_fit_are_no_question(phrases: str) -> None:
    guide = guide_of(f"# Guide\n\n## Work\n\n- What do you do?\n- Who helps?\n\n## Probes (at hand)\n\n{phrases}\n")
    assert [question.ask for question in guide.questions] == ["What do you do?", "Who helps?"]
    guide = guide_of(f"# Guide\n\n## Work\n\n- What do you do?\n- Who helps?\n\n{phrases}\n")
    assert phrases == guide.questions[1].aim


def doubts(text: str) -> dict[str, list[str]]:
    made = import_document(text.encode(), "guide.md")
    assert isinstance(made, Imported), made
    return {place: [doubt.code for doubt in found] for place, found in made.doubts.items() if place != "head"}


@pytest.mark.parametrize(
    "odd",
    [
        "I have had a headache for days. Should I worry?",
        "Jeg har hatt vondt i hodet i flere dager. Bør jeg være redd?",
        "ever worked on something that changed while it ran?",
        "What do you say to this? " + "It was a long day and nobody had slept. " * 5 + "What would you do?",
        "Hello there! We are making a map of night work. Would you like to take part?",
        "Hei! Vi kartlegger nattarbeid. Tenk på den siste vakten din.",
    ],
)
def test_a_question_that_is_unlike_the_others_is_doubted(odd: str) -> None:
    asked = "".join(f"- What do you {verb} at work?\n" for verb in ("do", "say", "write", "read", "see"))
    found = doubts(f"# Guide\n\n## Work\n\n{asked}- {odd}\n")
    assert [place for place, codes in found.items() if "odd_question" in codes] == ["question:Q6"]
    assert not doubts(f"# Guide\n\n## Work\n\n{asked}")


def test_what_asks_among_what_is_said_afterwards_is_doubted() -> None:
    found = doubts(
        "# Guide\n\n## Work\n\n- What do you do?\n- Who helps?\n- What is hard?\n\n## Thank you\n\n"
        "- Thank you for your time.\n- Would you like a copy?\n"
    )
    assert found == {"after:2": ["asks_here"]}


def test_a_question_without_a_heading_among_those_that_have_one_is_doubted() -> None:
    found = doubts("# Guide\n\n- Where do you live?\n- Since when do you live there?\n\n## Work\n\n- What do you do?\n")
    assert found == {"question:Q1": ["no_title"]}


LED = "# Guide\n\n{first}\n\n- What do you do?\n\n**{second}**\n\n- Who helps you?\n\n{third}\n\n- What is hard?\n"


@pytest.mark.parametrize(
    ("first", "second", "third", "doubted"),
    [
        ("**Work**", "Use these in order:", "**Home**", {"question:Q2": ["may_be_lead"]}),
        ("**Work:**", "Help:", "**Home:**", {}),
        ("**Work**", "Help", "**Home**", {}),
    ],
)
def test_a_heading_that_ends_in_a_colon_unlike_the_others_is_doubted(
    first: str, second: str, third: str, doubted: dict[str, list[str]]
) -> None:
    assert doubts(LED.format(first=first, second=second, third=third)) == doubted


def test_a_question_under_a_heading_below_the_closing_is_doubted() -> None:
    found = doubts(
        "# Guide\n\n## Work\n\n- What do you do?\n\n## Closing\n\n### Ranking\n\n- Can you rank these for me?\n\n"
        "### End\n\n- Is there anything else you want to say?\n"
    )
    assert found == {"question:Z1": ["closing_inherited"]}


def test_a_note_that_asks_the_informant_is_told() -> None:
    found = doubts(
        "# Guide\n\n## Work\n\n| Question | Notes |\n|---|---|\n| What do you do? | Do you do it alone? |\n"
        "| Who helps you? | |\n| What is hard? | |\n"
    )
    assert found == {"question:Q1": ["asked_as_note"]}


def test_questions_below_what_is_to_be_explained_are_questions() -> None:
    guide = guide_of(
        "# Guide\n\n## Votes\n\n- How often do you vote?\n- Who counts the votes?\n\nNote: explain the machine:\n\n"
        "- Would you trust the machine?\n- What would you tell your neighbour?\n"
    )
    assert len(guide.questions) == 4


def test_a_heading_of_a_number_and_a_mark_is_its_questions_label() -> None:
    text = "# Guide\n\n## Questions\n\n### Q1\n\nWhat do you do?\n\n### Q2 (optional)\n\nWho helps you?\n"
    assert [(question.label, question.optional) for question in guide_of(text).questions] == [
        ("Q1", False),
        ("Q2", True),
    ]


def test_a_counted_topic_ends_where_its_numbers_go_on() -> None:
    guide = guide_of(
        "# Guide\n\n## The flat\n\n1. How long have you lived here?\n\n2. What is it like in winter?\n\n3. Heating\n"
        "   - What do you do first when it gets cold?\n   - Which room do you give up on?\n\n"
        "4. Whom do you call when something breaks?\n\n## The landlord\n\n1. How did you meet your landlord?\n"
    )
    assert sections(guide) == [("The flat", 2), ("Heating", 2), ("The flat", 1), ("The landlord", 1)]


@pytest.mark.parametrize("asked", ["Kan vi ta opp samtalen?", "May I record this?", "Må vi optage lyd undervejs?"])
def test_leave_to_record_is_no_question_of_the_interview(asked: str) -> None:
    guide = guide_of(
        f"# Guide\n\n## Introduction\n\nThank you for coming.\n\n{asked}\n\n## Work\n\n- What do you do?\n"
        "- Who helps you with it?\n"
    )
    assert sections(guide) == [("Work", 2)]
    assert guide.opening[-1].text == asked


@pytest.mark.parametrize(
    "head",
    [
        "Barriers and facilitators",
        "Facilitators of use",
        "Moderator training",
        "How to ask for help",
        "Never ask for permission",
        "Moderator i digitale rom",
        "Intervjuerens rolle",
        "Unngå konflikter",
        "Undvik stress",
        "Undgå spild",
    ],
)
def test_a_topic_that_only_sounds_like_what_whoever_asks_is_told_keeps_its_questions(head: str) -> None:
    for first, second in (("Work", head), (head, "Work")):
        guide = guide_of(
            f"# Guide\n\n## {first}\n\n- What do you do?\n- Who helps you with it?\n\n"
            f"## {second}\n\n- What is easy for you there?\n- What is hard for you?\n- What would you change?\n"
        )
        assert sections(guide) == [(first, 2), (second, 3)]


@pytest.mark.parametrize("head", ["Moderator's prompts", "Questions to avoid", "Til intervjueren", "Nicht fragen"])
def test_what_whoever_asks_is_told_is_left_out_with_a_mark(head: str) -> None:
    text = (
        "# Guide\n\n## Work\n\n- What do you do?\n- Who helps you with it?\n- What is hard for you there?\n\n"
        f"## {head}\n\n- What are you thinking now?\n- Would you not like a pause?\n"
    )
    made = import_document(text.encode(), "guide.md")
    assert isinstance(made, Imported)
    assert sections(made.guide) == [("Work", 3)]
    assert [doubt.code for doubt in made.doubts["head"] if doubt.code == "asked_left_out"]


@pytest.mark.parametrize(
    "said",
    [
        "Explain to the interviewee what the study is about.",
        "3. I expect this to take an hour.",
        "How to hold an interview if you have never held one",
    ],
)
def test_what_is_said_or_done_is_no_question(said: str) -> None:
    guide = guide_of(f"# Guide\n\n## Work\n\n1. What do you do?\n2. Who helps you with it?\n\n{said}\n")
    assert sections(guide) == [("Work", 2)]
    assert probes(guide) == [[], []]


@pytest.mark.parametrize(
    "tail",
    [
        "Follow-up: Whom do you meet? What is hard?",
        "Oppfølging: Hvem møter du? Hva er vanskelig?",
        "Prompts: cost; time",
    ],
)
def test_probes_behind_a_question_on_its_line_are_its_probes(tail: str) -> None:
    guide = guide_of(f"# Guide\n\n## Work\n\n1. What do you do? {tail}\n2. How did you begin?\n")
    assert [len(found) for found in probes(guide)] == [2, 0]
    assert guide.questions[0].ask == "What do you do?"


def test_points_of_a_background_that_only_name_it_are_each_asked() -> None:
    guide = guide_of("# Guide\n\n## Bakgrunn\n\n- Alder\n- Utdanning\n- Stilling\n\n## Arbeid\n\n- Hva gjør du?\n")
    assert sections(guide) == [("Bakgrunn", 3), ("Arbeid", 1)]


@pytest.mark.parametrize("field", ["Svar:", "Answer:", "Responses:", "Svar: …"])
def test_a_field_for_the_answer_is_no_heading(field: str) -> None:
    guide = guide_of(
        f"Start:\n\nWelcome them, and say that it takes a quarter of an hour.\n\nMain part:\n\n"
        f"What do you do at work?\n\n{field}\n\nWho helps you with it?\n\n{field}\n\nWhat is hard for you?\n\n{field}\n"
    )
    assert [question.ask for question in guide.questions] == [
        "What do you do at work?", "Who helps you with it?", "What is hard for you?",
    ]  # fmt: skip


@pytest.mark.parametrize("appendix", ["Appendix", "Vedlegg"])
def test_an_appendix_that_asks_another_group_is_a_section(appendix: str) -> None:
    groups = {
        "Interview guide for teachers": ("How did you become a teacher?", "What is your day like?", "What helps you?"),
        "Pupils": ("What do you like at school?", "Who helps you?", "What is hard for you?"),
        "Parents": ("How did you choose the school?", "What do you talk about at home?", "What would you change?"),
    }
    text = "".join(
        f"{appendix} {place}: {title}\n\n- " + "\n- ".join(asked) + "\n\n"
        for place, (title, asked) in enumerate(groups.items(), 1)
    )
    letter = (
        f"{appendix} 4: Letter\n\nWe write to you about a study.\n\n- Would you like to take part?\n- Are you 18?\n"
    )
    guide = guide_of(text + letter)
    assert [question.ask for question in guide.questions] == [ask for asked in groups.values() for ask in asked]
    assert [section.title for section in guide.sections][1:] == ["Pupils", "Parents"]


def test_open_questions_with_boxes_before_them_are_asked() -> None:
    sections_of = (
        ("Background", "".join(f"{n}. Who taught you the {n}. thing that you do?\n" for n in range(1, 7))),
        ("Everyday", "☐ What does a shift look like for you?\n\n☐ Whom do you work with?\n"),
        ("Bring along", "☐ Do you have the recorder?\n\n☐ Is the letter signed?\n"),
    )
    guide = guide_of("# Guide\n\n" + "".join(f"## {title}\n\n{asked}\n" for title, asked in sections_of))
    assert sections(guide) == [("Background", 6), ("Everyday", 2)]


@pytest.mark.parametrize(
    "lead",
    ["Aktuelle spørsmål:", "Her er 12 mulige spørsmål:", "Here are some questions:", "Some suggested questions:"],
)
def test_a_line_that_only_says_that_questions_come_names_no_section(lead: str) -> None:
    guide = guide_of(f"The visit\n\n{lead}\n\n- Where do you live?\n- Who visits you there?\n", "guide.txt")
    assert sections(guide) == [("", 2)]


@pytest.mark.parametrize("lead", ["Spørsmål om skolen:", "Questions on money:", "Praktiske spørsmål:"])
def test_a_line_that_says_what_the_questions_are_about_names_their_section(lead: str) -> None:
    guide = guide_of(f"The visit\n\n{lead}\n\n- Where do you live?\n- Who visits you there?\n", "guide.txt")
    assert sections(guide) == [(lead.rstrip(":"), 2)]


@pytest.mark.parametrize("branch", ["If so: what did you do?", "Hvis ja: Hva gjorde du?", "Falls ja: Was war das?"])
def test_a_condition_with_a_main_question_s_number_is_a_main_question(branch: str) -> None:
    guide = guide_of(f"# Guide\n\n## Help\n\n1. Have you asked for it?\n2. {branch}\n3. Who came?\n\n- {branch}\n")
    assert [question.ask for question in guide.questions] == ["Have you asked for it?", branch, "Who came?"]
    assert len(probes(guide)[2]) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [("## 1. About you\n\n{}\n\n## 2. Nights\n\nHow was the last one?\n\n## 3. Days\n\nWhat is hard?\n", ""),
     ("## Netter\n\nHvordan var den siste?\n\n## Familie\n\n{}\n\n## Dager\n\n- Hva er vanskelig?\n", ""),
     ("**A day**\n\n1. How does it begin?\n\n**Money**\n\n{}\n\n**Friends**\n\n1. Whom do you see?\n", "")],
)  # fmt: skip
def test_a_theme_whose_points_do_not_ask_is_asked_as_those_beside_it(before: str, after: str) -> None:
    guide = guide_of("# Guide\n\n" + before.format("- years here\n- role and band\n- phone calls at night") + after)
    assert [question.ask for question in guide.questions if "?" not in question.ask] == [
        "years here", "role and band", "phone calls at night",
    ]  # fmt: skip


@pytest.mark.parametrize("point", ["- [ ] Recorder charged", "- Thank the participant.", "- Bring the map"])
def test_a_list_of_what_to_do_asks_nothing(point: str) -> None:
    guide = guide_of(
        f"# Guide\n\n## Nights\n\nHow was the last one?\n\n## Break\n\n{point}\n{point}\n\n## Days\n\nWhat is hard?\n"
    )
    assert sections(guide) == [("Nights", 1), ("Days", 1)]


def test_a_lettered_point_between_two_questions_is_asked_as_they_are() -> None:
    guide = guide_of(
        "Guide\n\nThe case\n\na) When did it go well?\nb) And a case when it did not\n\n"
        "   - what was in the way\nc) Who wrote it down?\n",
        "guide.txt",
    )
    assert [len(question.probes) for question in guide.questions] == [0, 1, 0]


@pytest.mark.parametrize(
    "told", ["If the participant still farms: what makes you go on?", "Hvis informanten er alene: hvem hjelper deg?"]
)
def test_a_condition_on_the_informant_belongs_to_the_question_above(told: str) -> None:
    guide = guide_of(f"# Guide\n\n## The farm\n\nWhen did you stop?\n\n{told}\n\nWhat do you feel there now?\n")
    assert [len(question.probes) for question in guide.questions] == [1, 0]


def test_what_a_debriefing_asks_beside_a_closing_question_is_asked_at_the_end() -> None:
    guide = guide_of(
        "# Guide\n\n## Work\n\nHow was it?\n\n## Debriefing\n\nIs there anything you would like to add?\n\n"
        "How has it been to talk about this?\n\nRemember the gift card.\n"
    )
    assert [question.ask[:7] for question in guide.closing] == ["Is ther", "How has"]


@pytest.mark.parametrize("quoted", ["Was bedeutet für dich „Zuhause“?", "What is ‘home’ to you, or ‘house’?"])
def test_a_question_ends_behind_any_quotation_mark(quoted: str) -> None:
    guide = guide_of(f"# Guide\n\n## Home\n\nHow do you live?\n\n{quoted}\n\nWho lives there too?\n")
    assert len(guide.questions) == 3


@pytest.mark.parametrize(
    "told",
    [
        "- Tell briefly how the unit works with families.\n  - Emphasise that they are needed\n",
        "- Fortell kort hva samtalen er og hvem som er med. Innled med å si:\n  - Her tilbyr vi alle en samtale.\n",
        "- Forklar hvordan avdelingen jobber.\n  - Presiser at alt er frivillig\n",
    ],
)
def test_what_whoever_asks_is_to_tell_is_no_question(told: str) -> None:
    guide = guide_of(f"# Guide\n\n## Talk\n\n{told}- What support do you have around you?\n- Who helps you?\n")
    assert sections(guide) == [("Talk", 2)]


@pytest.mark.parametrize("lead", ["Eksempler på hvordan du kan spørre:", "Examples of how to ask about it:"])
def test_a_point_that_leads_into_questions_names_no_section(lead: str) -> None:
    guide = guide_of(
        f"# Guide\n\n## Talk\n\n- Have you talked?\n- {lead}\n  - What support do you have?\n  - Who helps you?\n"
    )
    assert sections(guide) == [("Talk", 3)]


def test_what_only_an_observer_asks_himself_is_no_question() -> None:
    guide = guide_of(
        "# Brukertest\n\n## Hoveddel\n\n1. La dem prøve, og se:\n   - Ser de ut til å stusse?\n   - Har de problemer?\n"
        "2. Når de er ferdige, still oppfølgingsspørsmål:\n   - Hva trodde du det var?\n   - Hva savner du?\n"
    )
    assert sections(guide) == [("Hoveddel", 2)]


def test_examples_below_a_question_are_told_to_whoever_asks() -> None:
    guide = guide_of(
        "# Guide\n\n## Tegn\n\n- Hva la du merke til?\n- For eksempel tanker, følelser, oppførsel og annet\n"
        "- Hva gjorde du da?\n"
    )
    assert [question.aim is None for question in guide.questions] == [False, True]


def test_a_drawn_rule_parts_no_heading_from_its_questions() -> None:
    guide = guide_of(
        "Guide\n\nNeeds:\n- What is hard?\n- Who helps?\n\nQuestions on the market:\n__________\n- Who pays?\n"
        "__________\n- How do you buy?\n",
        "guide.txt",
    )
    assert sections(guide) == [("Needs", 2), ("Questions on the market", 2)]


def test_a_numbered_part_may_have_a_long_name() -> None:
    name = "Description of the family, the job and the home of the caregiver and of whom she cares for"
    guide = guide_of(
        f"Guide\n\nPart 1: {name}\n1. Who are you?\n2. Where do you live?\n\nPart 2: Role\n3. How is it?\n"
    )
    assert sections(guide) == [(name, 2), ("Role", 1)]


@pytest.mark.parametrize("head", ["Questions you should consider first", "Spørsmål dere bør tenke gjennom på forhånd"])
def test_what_whoever_interviews_is_to_think_of_is_no_guide(head: str) -> None:
    text = f"# Interviews\n\n## {head}\n\n- What do you want from the interview?\n- Whom will you ask?\n- Where?\n"
    assert not isinstance(import_document(text.encode(), "method.md"), Imported)


def test_the_first_line_over_all_questions_is_what_a_guide_is_called() -> None:
    guide = guide_of("Playbook questions:\n1. What is your name?\n2. Where do you live?\n", "file.txt")
    assert (guide.title, sections(guide)) == ("Playbook questions", [("", 2)])


@pytest.mark.parametrize(
    "options", [("Daily", "Every week", "Less"), ("Ja", "Nei", "Vet ikke"), ("Male", "Female", "Rather not say")]
)
def test_answers_to_choose_from_are_no_probes(options: tuple[str, ...]) -> None:
    listed = "".join(f"   - {option}\n" for option in options)
    guide = guide_of(f"# Guide\n\n## You\n\n1. How is it?\n{listed}2. What helps?\n   - money\n   - friends\n3. Who?\n")
    assert probes(guide) == [[], ["money", "friends"], []]
    assert guide.questions[0].aim == " ".join(options)


@pytest.mark.parametrize("told", ["We record this talk", "Vi tar opp samtalen", "Jeg skriver en oppgave om skolen"])
def test_what_whoever_asks_says_of_himself_is_no_question(told: str) -> None:
    guide = guide_of(f"# Guide\n\n## Frame\n\n- {told}\n- How long have you been here?\n\n## Work\n\n- What is hard?\n")
    assert sections(guide) == [("Frame", 1), ("Work", 1)]


def test_themes_of_one_name_under_several_headings_are_told_apart() -> None:
    theme = "## {}\n\n### Action\n\nWhat do you do?\n\n### Knowledge\n\nHow do you know?\n\n"
    guide = guide_of("# Guide\n\n" + theme.format("Firms") + theme.format("Tools"))
    assert [section.title for section in guide.sections] == [
        "Firms: Action", "Firms: Knowledge", "Tools: Action", "Tools: Knowledge",
    ]  # fmt: skip


def test_what_is_asked_within_an_opening_is_marked() -> None:
    text = (
        "# Guide\n\n## Information\n\n- Sign the consent form\n- What do you know about us?\n- Start the recorder\n"
        "- Is that ok?\n\n## Work\n\n- What is hard about your work here?\n- Who helps you when it is hard?\n"
    )
    made = import_document(text.encode(), "guide.md")
    assert isinstance(made, Imported)
    points = {point.text: made.doubts.get(f"opening:{place}", ()) for place, point in enumerate(made.guide.opening, 1)}
    assert [doubt.code for doubt in points["What do you know about us?"]] == ["asks_here"]
    assert not points["Is that ok?"]


def test_a_main_question_of_one_word_and_one_about_this_are_marked() -> None:
    text = "# Guide\n\n## Tests\n\nWho taught you to test?\n\nTeachers?\n\nHave you written any?\n\nWas this hard?\n"
    made = import_document(text.encode(), "guide.md")
    assert isinstance(made, Imported)
    doubts = [made.doubts.get(f"question:{question.id}", ()) for question in made.guide.questions]
    assert [[doubt.code for doubt in own] for own in doubts] == [[], ["odd_question"], [], ["may_be_probe"]]


@pytest.mark.parametrize(
    ("choose", "asked"),
    [
        ("Velg noen av spørsmålene under.", "Velg tre ord som beskriver gata di."),
        ("Bruk tid. Velg blant spørsmålene som passer.", "Velg tre ord for gata di."),
        ("Plukk fritt. Velg ut eksemplene som du liker best.", "Velg et eksempel fra gata di."),
    ],
)
def test_who_asks_chooses_questions_and_who_answers_words(choose: str, asked: str) -> None:
    guide = guide_of(f"# Guide\n\n## Street\n\n{choose}\n\n- {asked}\n- Who lives there?\n")
    assert [question.ask for question in guide.questions] == [asked, "Who lives there?"]


@pytest.mark.parametrize("lead", ["(Nachfrage):", "(Follow-up):", "(Oppfølging):"])
def test_a_probes_lead_in_brackets(lead: str) -> None:
    guide = guide_of(f"# Guide\n\n- Who lives there?\n- {lead} Since when, and with whom?\n- Who moved out?\n")
    assert probes(guide) == [["Since when, and with whom?"], []]


@pytest.mark.parametrize(
    "asked", ["If you could build a house….", "Hvis du kunne bygge et hus…", "If you were rich..."]
)
def test_a_sentence_left_open_for_the_informant_is_a_question(asked: str) -> None:
    guide = guide_of(f"# Guide\n\n- Who lives there?\n- {asked}\n- Who moved out?\n")
    assert [question.ask for question in guide.questions] == ["Who lives there?", asked, "Who moved out?"]


def test_what_stands_outside_the_quotation_marks_is_said_to_whoever_asks() -> None:
    text = "# Guide\n\n## {}\n\nTry to keep it light. We blame nobody.\n\n- “Who lives here?”\n- “Since when?”\n\n"
    guide = guide_of(text.format("Who are they?") + text.format("Where do they go?").replace("Who lives", "Who walks"))
    assert [question.ask for question in guide.questions] == [
        "Who lives here?",
        "Since when?",
        "Who walks here?",
        "Since when?",
    ]


@pytest.mark.parametrize("title", ["Can I help you?", "Hva trenger du av meg?"])
def test_a_bold_question_over_a_list_is_a_heading_where_others_like_it_are(title: str) -> None:
    lists = ["House", "Garden", "Street", title, "Town"]
    text = "".join(f"**{one}**\n\n- What do you like about it?\n- What is hard for you?\n\n" for one in lists)
    assert sections(guide_of("# Guide\n\n" + text)) == [(one, 2) for one in lists]


def test_a_numbered_step_that_asks_is_a_heading_beside_others() -> None:
    text = "**{}**\n\nWrite down what they say.\n\n- What do you like?\n- What is hard for you?\n\n"
    steps = ["Step 1: Tea", "Step 2: What do they need?", "Step 3: Cake"]
    titles = [section.title for section in guide_of("# Guide\n\n" + "".join(map(text.format, steps))).sections]
    assert titles == ["Tea", "What do they need?", "Cake"]


def test_points_in_small_letters_end_the_sentence_over_them_and_are_no_questions() -> None:
    text = (
        "# Guide\n\n**{}:**\n\n- the price of it\n- the way there\n\n**{}**\n\n- What do you like?\n- What is hard?\n\n"
    )
    sentence = "What is common when people buy a house"
    guide = guide_of(text.format(sentence, "House") + text.format(sentence, "Garden")[9:])
    assert sections(guide) == [("House", 2), ("Garden", 2)]


@pytest.mark.parametrize("asked", ["How often do they bake", "Your favourite cake of all", "Hvor ofte baker de her"])
def test_a_heading_without_its_mark_is_a_question_where_headings_are(asked: str) -> None:
    guide = guide_of(
        f"# Baking\n\n## House\n\n### Who bakes?\n\n### {asked}\n\n### Who eats it?\n\n## Shop\n\n### Who buys?\n"
    )
    assert [question.ask for question in guide.questions] == ["Who bakes?", asked, "Who eats it?", "Who buys?"]
    assert sections(guide) == [("House", 3), ("Shop", 1)]


def test_a_bold_numbered_name_over_topics_is_a_section_as_others_over_questions() -> None:
    topics = "a) Age\n\nb) Work – now, before, and why it came to an end for them after all\n"
    text = f"# The town\n\n**1. People**\n\n{topics}\n**2. Houses**\n\na) Who lives there?\n\nb) Who built it?\n\n"
    text += "**3. Streets**\n\na) Who drives there?\n\nb) Who walks?\n"
    guide = guide_of(text)
    assert sections(guide) == [("People", 2), ("Houses", 2), ("Streets", 2)]
    assert guide.questions[0].ask == "Age"


@pytest.mark.parametrize("head", ["Questions to ask the neighbours", "Frågor du kan ställa till grannarna"])
def test_a_bold_line_over_the_only_questions_is_their_heading(head: str) -> None:
    guide = guide_of(f"# The street\n\nWe walk along it.\n\n**{head}**\n\n- Who lives there?\n- Since when?\n")
    assert sections(guide) == [(head, 2)]


@pytest.mark.parametrize(
    "heads", ["Evaluation question | Interview questions", "Policy questions | Questions", "Q | Ask"]
)
def test_what_a_study_asks_stands_beside_what_its_informants_are_asked(heads: str) -> None:
    guide = guide_of(
        f"# Guide\n\n| {heads} |\n|---|---|\n| Start | Please describe your own part in the work. |\n"
        "| Was the new road needed? | How did you get to town before? |\n| | Who chose where it goes? |\n"
        "| Will the new road last? | What do you do when it rains? |\n"
    )
    assert [target.text for target in guide.targets] == ["Was the new road needed?", "Will the new road last?"]
    assert [[question.ask for question in section.questions] for section in guide.sections] == [
        ["Please describe your own part in the work."],
        ["How did you get to town before?", "Who chose where it goes?"],
        ["What do you do when it rains?"],
    ]


@pytest.mark.parametrize(
    "leave", ["Are you willing to go on?", "Do you agree to be interviewed?", "Er du villig til å delta?"]
)
def test_leave_to_begin_is_no_question_of_the_interview(leave: str) -> None:
    leave = leave.replace("go on", "continue")
    guide = guide_of(
        f"# Guide\n\n**Informed consent**\n\nI am Kim from the archive. You may stop whenever you like. {leave}\n\n"
        "## Work\n\n- What do you do?\n- Who helps you?\n"
    )
    assert sections(guide) == [("Work", 2)]


@pytest.mark.parametrize(
    "said", ["Describe the harbour.", "Tell me the story of the boat.", "Skildre båten frå start."]
)
def test_a_request_over_its_probes_is_asked(said: str) -> None:
    guide = guide_of(f"# Guide\n\n## Boats\n\n1. {said}\n   - Probe: owners, storms\n2. Who helps you?\n")
    assert (guide.questions[0].ask, probes(guide)[0]) == (said, ["owners", "storms"])


@pytest.mark.parametrize(
    "said",
    [
        "**Hand over the map. Ask them to draw on it.**",
        "***Open the drawer and wait. Say nothing.***",
        "**Vis kortet. Vent til de har lest.**",
    ],
)
def test_bold_sentences_that_say_what_to_do_are_no_heading(said: str) -> None:
    guide = guide_of(f"# Guide\n\n## Map\n\n{said}\n\n1. What did you draw?\n2. What is missing?\n")
    assert sections(guide) == [("Map", 2)]


@pytest.mark.parametrize("cues", ["owners, storms, money", "eigarar, stormar, pengar", "tid, folk og penger, været"])
def test_cues_in_italics_below_a_question_are_to_be_asked_about(cues: str) -> None:
    text = f"# Guide\n\n## Boats\n\nWhat do you know of the boat?\n\n*{cues}*\n\nWho helps you?\n\n*Give it time.*\n"
    guide = guide_of(text)
    assert probes(guide) == [[cues], []]
    assert guide.questions[1].aim == "Give it time."


@pytest.mark.parametrize("said", ["How do skippers choose a harbour? See the plan.", "Hvordan velger fiskere havn?"])
def test_what_asks_nobody_above_the_list_of_research_questions_is_not_asked(said: str) -> None:
    guide = guide_of(
        f"# Guide\n\n{said}\n\n## Research questions\n\n- RQ1: Who chooses?\n- RQ2: Who decides?\n\n"
        "## Boats\n\n- What do you sail?\n- Who taught you?\n"
    )
    assert sections(guide) == [("Boats", 2)]


@pytest.mark.parametrize("lead", ["Note to self", "Notat til meg selv", "Notat til oss sjølve"])
def test_a_note_to_oneself_is_none_of_the_questions(lead: str) -> None:
    guide = guide_of(f"# Guide\n\n## Boats\n\n- What do you sail?\n- Who taught you?\n\n{lead}: too long. Cut one?\n")
    assert sections(guide) == [("Boats", 2)]


@pytest.mark.parametrize("name", ["Transition questions", "Overgangsspørsmål (15 min)"])
def test_a_kind_of_question_gives_way_to_the_theme_above(name: str) -> None:
    guide = guide_of(f"# Guide\n\n## Boats\n\n### {name}\n\n- What do you sail?\n\n## Home\n\n- Where do you live?\n")
    assert sections(guide) == [("Boats", 1), ("Home", 1)]


@pytest.mark.parametrize("said", ["Sketch your own boat.", "Forestill deg din egen båt.", "Vis hvor dere bor."])
def test_a_short_note_that_speaks_to_the_informant_is_marked(said: str) -> None:
    boats = "# Guide\n\n## Boats\n\nWhat do you sail?\n\n{}\n\nWho taught you?\n"
    assert doubts(boats.format(said)) == {"question:Q1": ["asked_as_note"]}
    for note in (f"Note: {said}", "Give it time.", "They may be shy."):
        assert not doubts(boats.format(note))


@pytest.mark.parametrize("head", ["Ask about", "Spør om:", "Topics to cover"])
def test_a_heading_that_says_ask_stands_over_what_to_ask_about(head: str) -> None:
    guide = guide_of(f"# Guide\n\n## {head}\n\n- the house\n- who lives there\n\n## Street\n\n- Who walks there?\n")
    assert [question.ask for question in guide.questions] == ["the house", "who lives there", "Who walks there?"]


@pytest.mark.parametrize("sign", ["", "- "])
@pytest.mark.parametrize("topic", ["Sleep (hours, naps)", "Mat (allergier, hva liker barnet)"])
def test_a_topic_with_its_keywords_in_brackets_stands_beside_questions(sign: str, topic: str) -> None:
    asked = ["Who cooks?", topic, "Who lives there?"]
    guide = guide_of("# Guide\n\n## House\n\n" + "".join(f"{sign}{one}\n\n" for one in asked))
    assert [question.ask for question in guide.questions] == asked


def test_a_topic_between_paragraphs_of_questions_is_marked_as_a_probe() -> None:
    made = import_document(b"# Guide\n\nWho cooks?\n\nfriends\n\nWho lives there?\n", "guide.md")
    assert isinstance(made, Imported)
    assert probes(made.guide) == [["friends"], []]
    assert [doubt.code for doubt in made.doubts["question:Q1"]] == ["afterthought"]


@pytest.mark.parametrize("head", ["FAQ", "Ofte stilte spørsmål", "Spørsmål og svar", "Vanliga frågor"])
def test_what_a_page_answers_itself_is_not_asked(head: str) -> None:
    text = f"# The talk\n\n## Work\n\n- What do you do?\n- What is hard?\n\n## {head}\n\n### Who calls?\n\nThey do.\n"
    assert sections(guide_of(text + "\n### Must I come?\n\nNo.\n")) == [("Work", 2)]


@pytest.mark.parametrize("end", ["(10 min)", "(ca. 5 minutter)", "(15 mins)"])
def test_a_time_in_plain_letters_leaves_a_bold_name_a_heading(end: str) -> None:
    asked = "- What do you do?\n- Who helps you?\n\n"
    guide = guide_of(
        f"**Guide for sailors**\n\n*Script:* Hello!\n\n**1. Boats** {end}\n\n{asked}**2. Home** {end}\n\n{asked}"
    )
    assert sections(guide) == [("Boats", 2), ("Home", 2)]


@pytest.mark.parametrize(
    "leave", ["Har du noen spørsmål før vi starter?", "Any questions before we start?", "Is that okay?"]
)
def test_a_number_over_its_own_numbers_is_a_section_below_an_opening_that_asks(leave: str) -> None:
    guide = guide_of(
        f"Guide\n\nIntroduction\nConsent\n{leave}\n\n1 Boats\n1.1 What do you sail?\n1.2 Who taught you?\n\n"
        "2 Home\n2.1 Where do you live?\n2.2 Who lives there?\n\n3 Work\n3.1 What do you do?\n",
        "guide.txt",
    )
    assert sections(guide) == [("Boats", 2), ("Home", 2), ("Work", 1)]


@pytest.mark.parametrize("asked", ["Has that changed since you began", "Is this something you talk about"])
def test_a_question_about_this_that_lacks_its_mark_is_asked(asked: str) -> None:
    guide = guide_of(f"Guide\n\nBOATS\nWhat do you sail?\n{asked}\nWho taught you?\n", "guide.txt")
    assert [question.ask for question in guide.questions][1] == asked


def test_numbered_names_over_paragraphs_that_ask_are_headings() -> None:
    text = "THE CLINIC\n\nBefore: read what they sent.\n\n"
    for number, topic in enumerate(("Home", "Speech", "Teeth"), 1):
        text += f"{number}. {topic}\n\nHow is it at the moment?\n\nWho helps you with it?\n\n"
    assert sections(guide_of(text, "guide.txt")) == [("Home", 2), ("Speech", 2), ("Teeth", 2)]


def test_a_theme_called_as_an_opening_is_keeps_its_topics_once_questions_were_asked() -> None:
    text = "# Guide\n\n**1. Work**\n\n* What do you do?\n\n**2. Information**\n\n* What have you read?\n* brochures\n"
    guide = guide_of(text + "\n**3. Home**\n\n* Who lives there?\n")
    assert guide.opening == ()
    assert probes(guide) == [[], ["brochures"], []]


@pytest.mark.parametrize("head", ["Hva bør du unngå å spørre om?", "What should you not ask?", "Kva må vi ikkje seie?"])
def test_a_heading_that_asks_what_is_not_asked_stands_over_no_questions(head: str) -> None:
    guide = guide_of(f"# Guide\n\n## Work\n\n- What do you do?\n- Who helps?\n\n## {head}\n\n- Is God good?\n- Who?\n")
    assert sections(guide) == [("Work", 2)]
    assert guide.closing == ()


def test_a_column_of_research_questions_numbers_says_what_each_row_serves() -> None:
    text = "# Guide\n\nResearch questions:\n\n1. How do they leave?\n2. What would help?\n\n"
    text += "| Research question | Interview question |\n|---|---|\n| 1 | What do you do now? |\n"
    guide = guide_of(text + "| 1 | When did you leave? |\n| 2 | Who helped you? |\n")
    assert [len(question.serves) for question in guide.questions] == [1, 1, 1]
    assert len(guide.sections) == 1
