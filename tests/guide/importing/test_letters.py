"""A guide in an e-mail: who wrote to whom, greetings, signatures and older e-mails are no part of it."""

from guide.importing import Imported, import_document

ENGLISH = """From: Anne Doyle <anne@example.org>
To: Dr Peter Marsh
Subject: questions for Thursday
Date: Mon, 2 Feb 2026 08:12

Dear Peter,

Here is what I have so far, I am planning on 45 minutes per interview. My research question is: how do
ferry crews talk about risk?

On board
Q1) How did you come to work on the ferry?
  - Family
Q2) What is a rough day like for you?

Ashore
Q3) Who do you talk to about it?

Do you think this will do?

Best wishes,
Anne

> On 30 Jan 2026, at 09:10, Peter Marsh wrote:
> What will you ask them first?
> Do send me the guide.
"""
NORWEGIAN = """Fra: Anne Dahl <anne@example.org>
Til: Per Lie
Emne: intervjuguide

Hei Per!

Her er guiden min, si fra hva du mener.

1. Hvordan begynte du på ferga?
2. Hva er en hard dag for deg?
3. Hvem snakker du med om det?

Med vennlig hilsen
Anne Dahl
Masterstudent

Den 30. januar 2026 skrev Per Lie:
> Hva vil du spørre dem om først?
"""


def imported(text: str, name: str = "guide.txt") -> Imported:
    made = import_document(text.encode(), name)
    assert isinstance(made, Imported), made
    return made


def left(made: Imported) -> str:
    return "\n".join(line.text for line in made.lines if line.reason == "letter")


def test_only_the_guide_of_an_e_mail_is_brought_in() -> None:
    made = imported(ENGLISH)
    assert [(question.id, question.ask) for question in made.guide.questions] == [
        ("Q1", "How did you come to work on the ferry?"),
        ("Q2", "What is a rough day like for you?"),
        ("Q3", "Who do you talk to about it?"),
    ]
    assert [section.title for section in made.guide.sections] == ["On board", "Ashore"]
    assert made.guide.opening == made.guide.after == ()


def test_everything_around_it_is_listed_with_the_reason() -> None:
    said = left(imported(ENGLISH))
    for words in (
        "From: Anne Doyle", "To: Dr Peter Marsh", "Subject: questions", "Dear Peter", "Do you think this will do?",
        "Best wishes", "What will you ask them first?", "Do send me the guide.",
    ):  # fmt: skip
        assert words in said


def test_no_name_of_a_person_becomes_the_title() -> None:
    for text in (ENGLISH, NORWEGIAN):
        title = imported(text).guide.title
        assert not {"Anne", "Peter", "Per"} & set(title.split())


def test_a_research_question_told_in_a_sentence_is_found() -> None:
    guide = imported(ENGLISH).guide
    assert [target.text for target in guide.research_questions] == ["how do ferry crews talk about risk?"]


def test_the_time_that_the_letter_tells_is_the_planned_time() -> None:
    assert imported(ENGLISH).guide.minutes == 45


def test_a_norwegian_e_mail() -> None:
    made = imported(NORWEGIAN)
    assert [question.ask for question in made.guide.questions] == [
        "Hvordan begynte du på ferga?",
        "Hva er en hard dag for deg?",
        "Hvem snakker du med om det?",
    ]
    assert "Hva vil du spørre dem om først?" in left(made)


def test_a_greeting_needs_a_signature_to_be_one() -> None:
    text = "Hello and welcome!\n\n1. What do you do?\n2. What do you like?\n3. What is hard for you?\n"
    assert left(imported(text)) == ""


def test_quoted_questions_are_the_guide_where_no_others_are() -> None:
    text = "From: A <a@example.org>\nSubject: Fwd: guide\n\nSee below.\n\nOn 2 Jan 2026, B wrote:\n"
    text += "> 1. What do you do?\n> 2. What do you like?\n> 3. What is hard for you?\n"
    assert len(imported(text).guide.questions) == 3


def test_a_form_above_a_guide_is_no_e_mail() -> None:
    text = "Intervjuguide\n\nEmne: SOS2001\nDato: 3. mars\n\n1. Hva gjør du?\n2. Hva liker du?\n3. Hva så, da?\n"
    made = imported(text)
    assert left(made) == ""
    assert made.guide.title == "Intervjuguide"


def test_a_last_keyword_is_no_signature() -> None:
    text = "Guide\n\n1. What do you do?\n2. What do you like?\n3. What is the sea to you?\n\nBest\nWorst\n"
    assert left(imported(text)) == ""
