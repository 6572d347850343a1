"""The clock beside the plan is the time that counts, and agrees with every other length that is told."""

from collections.abc import Sequence
from itertools import pairwise
from typing import cast

from interviews.core.timing import interview_seconds
from tests.tui.desk_helpers import Seat, Sit
from tui.documents.method_text import _minutes
from tui.live import render as drawing
from tui.time_format import format_time
from tui.translator import Translator
from tui.widgets.bars import Bar, Piece
from tui.widgets.entry_rows import Entry, Side, rows_of


class _Row:
    """A bar that remembers what it was given."""

    def show(self, left: Sequence[Piece], right: Sequence[Piece] = ()) -> None:
        self.text = "".join(piece.text for piece in (*left, *right))


def _header(seat: Seat) -> str:
    row = _Row()
    drawing.header(cast("Bar", row), seat.desk)
    return row.text


def test_a_pause_does_not_move_the_clock(sit: Sit) -> None:
    seat = sit(language="en")
    seat.say("/a1")
    seat.clock.go_on(300)
    seat.say("/pause")
    seat.clock.go_on(4000)
    assert "5:00 of 60 min" in _header(seat)
    seat.say("/pause")
    seat.clock.go_on(20)
    assert "5:20 of 60 min" in _header(seat)


def test_a_break_of_days_does_not_move_the_clock(sit: Sit) -> None:
    seat = sit(language="en")
    seat.say("/a1")
    seat.clock.go_on(300)
    seat.say("a note")
    seat.session.close()
    seat.clock.go_on(8 * 24 * 3600)
    again = sit(language="en", clock=seat.clock, resume=True)
    assert "5:00 of 60 min" in _header(again)


def test_an_interview_that_ended_shows_the_length_that_the_method_text_tells(sit: Sit) -> None:
    seat = sit(language="en")
    seat.say("/a1")
    seat.clock.go_on(3599.9)
    seat.say("/end")
    while seat.table.interview.ended is None:
        seat.key("enter")
    seconds = interview_seconds(seat.table.interview)
    assert f"{format_time(seconds)} of 60 min" in _header(seat)
    assert _minutes(seconds, Translator("en")) == "59 min 59 s"


def test_a_time_of_many_hours_keeps_a_blank_behind_it() -> None:
    sides: tuple[Side, ...] = ("left", "right", "quiet")
    for side in sides:
        head = "A1" if side == "left" else ""
        entry = Entry(key="1", side=side, stamp="196:51:00", head=head, text="taken up again", kind="mark")
        first = rows_of(entry, 60)[0].parts
        ends = [(at + len(text), start) for (_, at, text), (_, start, _) in pairwise(first)]
        assert all(end < start for end, start in ends)
