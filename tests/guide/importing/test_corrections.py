"""Labels that a person gives to lines: each is obeyed, and what looks alike further down follows."""

import pytest

from guide.importing import Imported, import_document
from guide.importing.structure.corrections import labels_of
from guide.importing.structure.document_lines import LABELS
from guide.importing.structure.plausibility import is_missed

TEXT = """Interview guide

Work

1. What do you do?
2. Your first day
3. Who helps you?
4. Your last day
5. What would you change?
"""


def imported(text: str, **told: str) -> Imported:
    """The guide of a text in which lines that begin as a key says have the label that it is given."""
    first = import_document(text.encode(), "guide.txt")
    assert isinstance(first, Imported)
    numbers = {
        line.number: label
        for begin, label in told.items()
        for line in first.lines
        if line.text.startswith(begin.replace("_", " "))
    }
    made = import_document(text.encode(), "guide.txt", numbers)
    assert isinstance(made, Imported), made
    return made


@pytest.mark.parametrize("label", LABELS)
def test_each_label_is_obeyed(label: str) -> None:
    made = imported(TEXT, Who_helps=label)
    became = [(line.became.split(":")[0], line.reason) for line in made.lines if "Who helps" in line.text]
    kind, reason = became[0]
    wanted = {"t": "title", "p": "problem", "r": "rq", "q": "question", "s": "probe", "n": "aim",
              "c": "question", "o": "opening"}  # fmt: skip
    if label in wanted:
        assert kind == wanted[label]
    elif label == "i":
        assert (kind, reason) == ("left_out", "condition_unused")
    elif label == "h":  # and so is the last question, which looks alike: there is nothing left to ask below
        assert (kind, reason) == ("left_out", "heading")
    else:
        assert (kind, reason) == ("left_out", {"a": "answer", "k": "column"}.get(label, "corrected"))


def test_what_looks_alike_further_down_follows() -> None:
    made = imported(TEXT, Your_first="s")
    assert [(one.ask, [probe.ask for probe in one.probes]) for one in made.guide.questions] == [
        ("What do you do?", ["Your first day"]),
        ("Who helps you?", ["Your last day"]),
        ("What would you change?", []),
    ]


def test_no_question_follows_one_that_is_called_an_answer_option() -> None:
    made = imported(TEXT, Who_helps="a")
    assert [question.ask for question in made.guide.questions] == ["What do you do?", "What would you change?"]


def test_a_line_that_was_left_out_can_be_asked() -> None:
    text = "# Guide\n\n## About the study\n\n1. What is your work?\n\n## Work\n\n2. Who helps you?\n3. What is hard?\n"
    first = import_document(text.encode(), "guide.md")
    assert isinstance(first, Imported)
    number = next(line.number for line in first.lines if line.text.startswith("What is your work"))
    made = import_document(text.encode(), "guide.md", {number: "q"})
    assert isinstance(made, Imported)
    assert "What is your work?" in [question.ask for question in made.guide.questions]


def test_every_word_still_goes_somewhere() -> None:
    made = imported(TEXT, Work="x", Your_first="n")
    words = " ".join(line.text for line in made.lines)
    assert all(word in words for word in TEXT.replace(".", " ").split() if not word.isdecimal())


def test_labels_say_what_each_line_was_taken_for() -> None:
    made = imported(TEXT)
    assert "".join(labels_of(made.lines).values()) == "thqqqqq"


@pytest.mark.parametrize("head", ["About the study", "Formål", "Overview"])
def test_questions_under_words_about_the_study_raise_the_alarm(head: str) -> None:
    asked = "\n".join(f"{number}. How does the work go in week {number}?" for number in range(1, 31))
    text = f"# Interview guide\n\n## {head}\n\n{asked}\n\n## Work\n\n1. What do you do?\n2. Who helps you?\n"
    made = import_document(text.encode(), "guide.md")
    assert isinstance(made, Imported), made
    assert len(made.guide.questions) == 32
    assert [doubt.code for doubt in made.doubts["section:1"]] == ["under_about"]


def test_a_line_that_asks_and_is_left_out_raises_the_alarm() -> None:
    text = "# Guide\n\n## About the study\n\nHow does the work go in summer?\n\n## Work\n\n" + "".join(
        f"{number}. What do you do in week {number}?\n" for number in range(1, 6)
    )
    made = import_document(text.encode(), "guide.md")
    assert isinstance(made, Imported)
    assert {doubt.code: dict(doubt.facts) for doubt in made.doubts["head"]}["asked_left_out"] == {"count": "1"}


GOALS = "## What we want to know\n\n1. How do people learn it?\n2. Who decides?"
SHORT = "## In short\n\n- Who taught you it?\n- What do you cook now?\n- Where do you eat now?"
TASKS = "## Meeting\n\nThese must be answered before we begin:\n\n- Who has the key?\n- When is it open?"


@pytest.mark.parametrize(
    ("part", "line"), [(GOALS, "Who decides?"), (SHORT, "Where do you eat"), (TASKS, "When is it")]
)
def test_what_is_asked_of_nobody_is_marked_and_can_be_asked(part: str, line: str) -> None:
    asked = "1. Who taught you it?\n   - How did they do it?\n2. What do you cook now?\n   - What else do you cook?\n"
    text = f"# Interview guide\n\n{part}\n\n## Cooking\n\n{asked}3. Where do you eat now?\n   - With whom do you eat?\n"
    first = import_document(text.encode(), "guide.md")
    assert isinstance(first, Imported), first
    out = next(one for one in first.lines if line in one.text)
    assert (out.became, is_missed(out.text, out.reason)) == ("left_out", True)
    assert "asked_left_out" in {doubt.code for doubt in first.doubts["head"]}
    made = import_document(text.encode(), "guide.md", {out.number: "q"})
    assert isinstance(made, Imported), made
    assert next(one for one in made.lines if one.number == out.number and line in one.text).became.startswith(
        "question:"
    )


def test_a_request_that_is_left_out_raises_the_alarm() -> None:
    made = import_document(f"{TEXT}\nNotes\n\n- Tell me about your kitchen\n".encode(), "guide.txt")
    assert isinstance(made, Imported), made
    out = next(one for one in made.lines if "kitchen" in one.text)
    assert (out.became, is_missed(out.text, out.reason)) == ("left_out", True)


NUMBERED = """# Interview guide

## Research question 1: Choosing seed

1. Where do you buy seed?
2. What do you try first?

## Research question 2: Neighbours

3. Whom do you ask for advice?
"""


def test_a_numbered_research_question_called_a_heading_is_a_section() -> None:
    made = import_document(NUMBERED.encode(), "guide.md", {1: "h"})
    assert isinstance(made, Imported), made
    assert not made.guide.research_questions
    assert [section.title for section in made.guide.sections] == [
        "Research question 1: Choosing seed",
        "Research question 2: Neighbours",
    ]


def test_a_research_question_said_again_and_called_a_heading_is_a_section() -> None:
    asked = "How do farmers choose seed?"
    text = (
        f"# Guide\n\n## Research questions\n\n1. {asked}\n2. What part do neighbours have?\n\n## Work\n\n"
        f"1. Where do you live?\n2. What do you grow?\n\n{asked}\n\n3. Where do you buy seed?\n"
    )
    made = imported(text, Where_do_you_buy="q")
    told = next(line.number for line in made.lines if line.number > 5 and line.text == asked)
    called = import_document(text.encode(), "guide.md", {told: "h"})
    assert isinstance(called, Imported), called
    assert [section.title for section in called.guide.sections] == ["Work", asked]


def test_a_listed_research_question_called_a_question_is_asked() -> None:
    text = f"# Guide\n\nRQ1: How do farmers choose seed?\n\nRQ2: What part do neighbours have?\n\n{TEXT}"
    made = import_document(text.encode(), "guide.md", {2: "q"})
    assert isinstance(made, Imported), made
    assert "What part do neighbours have?" in [question.ask for question in made.guide.questions]


FOLLOW_UPS = """# Interview guide

1. Do you grow rye?
   - What do you do with it?
   - Who sows it?
   - Where do you keep it?
2. What else do you grow?
   - How much?
3. Whom do you ask for advice?
"""


def test_a_condition_does_not_spread_to_what_asks() -> None:
    made = imported(FOLLOW_UPS, What_do_you_do="i")
    assert [probe.ask for probe in made.guide.questions[0].probes] == ["Who sows it?", "Where do you keep it?"]
    assert [line.reason for line in made.lines if "What do you do with" in line.text] == ["condition_unused"]


def test_a_condition_with_something_below_it_is_kept() -> None:
    text = FOLLOW_UPS.replace("   - Who", "     - Who")
    made = imported(text, What_do_you_do="i")
    assert [(probe.ask, probe.condition) for probe in made.guide.questions[0].probes][:1] == [
        ("Who sows it?", "What do you do with it?")
    ]
    assert [line.reason for line in made.lines if "What do you do with" in line.text] == ["condition"]
