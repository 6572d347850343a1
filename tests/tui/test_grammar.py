"""What a line means: each row of the input line's table, one example after another."""

import pytest

from interviews.core import commands as do
from interviews.core.events import Refusal
from tests.tui.lines import BEFORE, CONTEXT, refused
from tui.input.grammar import asks_for_more, may_be_its_number, parse

NOTES = [
    "kommer an på dagen",
    "[by] er *liten* #b8 #arena",
    "  to blanke foran og bak  ",
    "første linje\nandre linje\n",
    "b2",
    "3",
    "100 prosent",
    "a + b",
]


@pytest.mark.parametrize("text", NOTES)
def test_text_is_a_note_verbatim(text: str) -> None:
    assert parse(text, CONTEXT) == do.TakeNote(text)
    assert parse(text, BEFORE) == do.TakeNote(text)


@pytest.mark.parametrize("text", [*NOTES, "+b1", "/b8", "-x", "!", '"', ">", "?", "++", "/ "])
def test_a_literal_line_is_a_note_whatever_it_begins_with(text: str) -> None:
    assert parse(text, CONTEXT.but(literal=True)) == do.TakeNote(text)


def test_an_empty_line_asks_next() -> None:
    for context in (CONTEXT, CONTEXT.but(literal=True)):
        assert parse("", context) == do.AskNext()


COVERED = {
    "+": do.MarkCovered(),
    "+ ": do.MarkCovered(),
    "+3": do.MarkCovered((), 3),
    "+ 1": do.MarkCovered((), 1),
    "+b1": do.MarkCovered(("B1",)),
    "+b1 b2 b6": do.MarkCovered(("B1", "B2", "B6")),
    "+B1,b2,  B6": do.MarkCovered(("B1", "B2", "B6")),
    "+ b1, b2 2": do.MarkCovered(("B1", "B2"), 2),
    "+b10 3": do.MarkCovered(("B10",), 3),
    "+z1\n2": do.MarkCovered(("Z1",), 2),
    "+0": do.Unmark(),
    "+b7 0": do.Unmark(("B7",)),
    "+b7, B2 0": do.Unmark(("B7", "B2")),
    "/covered b7 0": do.Unmark(("B7",)),
}


@pytest.mark.parametrize(("line", "meaning"), COVERED.items())
def test_covered_takes_ids_in_any_case_then_the_depth(line: str, meaning: do.MarkCovered | do.Unmark) -> None:
    assert parse(line, CONTEXT) == meaning


@pytest.mark.parametrize("line", ["+b99", "+b1 b99", "+b1 x", "+x", "+b1 fordi"])
def test_an_unknown_id_refuses_the_whole_line(line: str) -> None:
    assert refused(line) == "unknown_question"


@pytest.mark.parametrize("line", ["+4", "+00", "+0 b1", "+2 b1", "+1 2", "+12"])
def test_a_number_that_is_no_depth_at_the_end_refuses_the_whole_line(line: str) -> None:
    assert refused(line) == "which_depth"


@pytest.mark.parametrize(
    "line", ["-20", "-30 hun ler", "-2 ", "-2mm", "-1:5 x", "- 2 timer siden", "-to minutter siden"]
)
def test_a_number_without_its_unit_leaves_no_question_out(line: str) -> None:
    assert refused(line) == "which_time"


@pytest.mark.parametrize(
    ("line", "seconds"), [("-1:30 hun ler", 90), ("-0:20 hun ler", 20), ("-1,5m hun ler", 90), ("- 20s hun ler", 20)]
)
def test_whatever_reads_as_a_time_dates_a_note_back(line: str, seconds: float) -> None:
    assert parse(line, CONTEXT) == do.TakeNote("hun ler", back=seconds)


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("-20s !ring ham", do.TakeNote("ring ham", "follow_up", 20)),
        ('-20s "hele tida', do.TakeNote("hele tida", "quote", 20)),
        ("-20s > jobb", do.TakeNote("jobb", "topic", 20)),
        ("-20s !!viktig", do.TakeNote("!viktig", back=20)),
    ],
)
def test_signs_keep_their_meaning_after_a_span_of_time(line: str, note: do.TakeNote) -> None:
    assert parse(line, CONTEXT) == note


@pytest.mark.parametrize(("line", "code"), [("-20s !", "empty_follow_up"), ('-20s "', "empty_quote")])
def test_a_sign_after_a_span_wants_words(line: str, code: str) -> None:
    assert refused(line) == code


@pytest.mark.parametrize("line", ["+b", "+b1 Ba", "+A 3"])
def test_a_research_question_is_not_marked_itself(line: str) -> None:
    assert refused(line) == "research_question_named"


SKIPPED = {
    "-": do.Skip(),
    "- ": do.Skip(),
    "-tida er ute": do.Skip((), "tida er ute"),
    "- tida er ute": do.Skip((), "tida er ute"),
    "-xylofon": do.Skip((), "xylofon"),
    "-x,b4": do.Skip((), "x,b4"),
    "-b4": do.Skip(("B4",)),
    "-b4 B5, b6 tida er ute": do.Skip(("B4", "B5", "B6"), "tida er ute"),
    "-b4\nto\nlinjer": do.Skip(("B4",), "to\nlinjer"),
    "-b4 for  mye ": do.Skip(("B4",), "for  mye "),
    "-I3 svarte på det": do.Skip((), "I3 svarte på det"),
    "-s": do.Skip((), "s"),
}


@pytest.mark.parametrize(("line", "meaning"), SKIPPED.items())
def test_skipped_takes_ids_then_a_reason(line: str, meaning: do.Skip) -> None:
    assert parse(line, CONTEXT) == meaning


DECLINED = {
    "-x": do.Decline(),
    "-X": do.Decline(),
    "-x ": do.Decline(),
    "-x vondt": do.Decline((), "vondt"),
    "-x b4 grunn": do.Decline(("B4",), "grunn"),
    "-x b4, B5": do.Decline(("B4", "B5")),
    "-x\nvondt": do.Decline((), "vondt"),
}


@pytest.mark.parametrize(("line", "meaning"), DECLINED.items())
def test_x_before_a_space_or_the_end_is_declined(line: str, meaning: do.Decline) -> None:
    assert parse(line, CONTEXT) == meaning


@pytest.mark.parametrize("line", ["-b99 grunn", "-B4 b99", "-x b99", "-c77"])
def test_what_could_only_be_an_id_is_never_taken_for_a_reason(line: str) -> None:
    assert refused(line) == "unknown_question"


AGO = {
    "-20s": do.TakeNote("", "bookmark", 20),
    "-2m": do.TakeNote("", "bookmark", 120),
    "-1m30s": do.TakeNote("", "bookmark", 90),
    "-20s ": do.TakeNote("", "bookmark", 20),
    "-20 s hun ler": do.TakeNote("hun ler", "note", 20),
    "-40sek stille": do.TakeNote("stille", "note", 40),
    "-2min stille": do.TakeNote("stille", "note", 120),
    "-20s lo høyt": do.TakeNote("lo høyt", "note", 20),
    "-2m [by] *ler* ": do.TakeNote("[by] *ler* ", "note", 120),
    "-20s b4 sa hun": do.TakeNote("b4 sa hun", "note", 20),
}


@pytest.mark.parametrize(("line", "meaning"), AGO.items())
def test_a_span_of_time_dates_back(line: str, meaning: do.TakeNote) -> None:
    for context in (CONTEXT, BEFORE):
        assert parse(line, context) == meaning


WORDED = {
    "!": do.RaiseFollowUp(),
    "! ": do.RaiseFollowUp(),
    "!kulturendring?": do.TakeNote("kulturendring?", "follow_up"),
    "! hva mente han ": do.TakeNote("hva mente han ", "follow_up"),
    '"det kommer an på': do.TakeNote("det kommer an på", "quote"),
    '" det "kommer" an"': do.TakeNote('det "kommer" an', "quote"),
    ">økonomi": do.TakeNote("økonomi", "topic"),
    "> to\nlinjer": do.TakeNote("to\nlinjer", "topic"),
}


@pytest.mark.parametrize(("line", "meaning"), WORDED.items())
def test_follow_ups_quotations_and_topics(line: str, meaning: object) -> None:
    for context in (CONTEXT, BEFORE):
        assert parse(line, context) == meaning


@pytest.mark.parametrize(("line", "code"), [('"', "empty_quote"), ('"  ', "empty_quote"), (">", "empty_topic")])
def test_nothing_after_the_sign_is_refused(line: str, code: str) -> None:
    assert refused(line) == code


@pytest.mark.parametrize("line", ["+", "+3", "-", "-x", "-grunn", "-x grunn", "/covered 2", "/skip", "/decline"])
def test_before_the_first_question_marks_alone_are_refused(line: str) -> None:
    assert refused(line, BEFORE) == "nothing_in_hand"


@pytest.mark.parametrize("line", ["+b1", "-b1 grunn", "-x b1"])
def test_before_the_first_question_marks_with_ids_are_taken(line: str) -> None:
    assert not isinstance(parse(line, BEFORE), Refusal)


@pytest.mark.parametrize(
    ("line", "more"),
    [
        *[(line, True) for line in (">", '"', "+", "-", '"  ', "-20s !", '-20s "', "/note", "/note ")],
        *[(line, False) for line in ("+Q9", "+B1 4", "/ingenting")],
    ],
)
def test_a_refused_line_that_only_lacks_its_end_goes_on_with_what_is_typed_next(line: str, more: bool) -> None:  # noqa: FBT001
    assert asks_for_more(line, refused(line, BEFORE)) is more


@pytest.mark.parametrize(
    ("line", "may"),
    [("!3", True), ("! 12 ", True), ("!1234", False), ('!"3', False), ("-20s !3", False), ("!tre", False)],
)
def test_a_bare_number_to_park_may_mean_the_follow_up_of_that_number(line: str, may: bool) -> None:  # noqa: FBT001
    meaning = parse(line, CONTEXT)
    assert isinstance(meaning, do.TakeNote)
    assert may_be_its_number(meaning) is may
