"""A line being edited, as values: steps by what is seen, words, and the part that fits the window."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.line_model import LineModel, glyph_at, next_stop, previous_stop, window, word_left, word_right

FAMILY, HEART, THUMB, FLAG, E_ACUTE = "👩‍👩‍👧", "❤️", "👍🏽", "🇳🇴", "e\u0301"
ODD = st.sampled_from(
    [*"a \n\r\x1b", FAMILY, HEART, THUMB, FLAG, E_ACUTE, "🇳", "\u200d", "\ufe0f", "\u0301", "각", "क्षि"]
)
LINES = st.lists(st.one_of(ODD, st.characters(codec="utf-8"))).map("".join)


def stops(text: str) -> list[int]:
    found = [0]
    while found[-1] < len(text):
        found.append(next_stop(text, found[-1]))
    return found


@given(LINES)
def test_going_left_stops_where_going_right_does(text: str) -> None:
    forward = stops(text)
    assert [previous_stop(text, stop) for stop in forward[1:]] == forward[:-1]


@given(LINES, st.data())
def test_going_left_from_within_a_cluster_goes_to_its_beginning(text: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(text)))
    assert previous_stop(text, index) == max((stop for stop in stops(text) if stop < index), default=0)


@pytest.mark.parametrize(
    "cluster", [FAMILY, HEART, THUMB, FLAG, E_ACUTE, "\r\n", "🏴\U000e0067\U000e007f", "\u1112\u1161\u11ab"]
)
def test_what_a_reader_takes_for_one_character_is_one_step(cluster: str) -> None:
    assert stops("x" + cluster + cluster + "y")[1:-1] == [1, 1 + len(cluster), 1 + 2 * len(cluster)]


def test_flags_are_pairs() -> None:
    assert stops("🇳🇴🇸🇪🇩") == [0, 2, 4, 5]


@given(LINES, st.data(), st.integers(9, 30))
def test_the_window_shows_the_cursor_and_no_more_than_fits(text: str, data: st.DataObject, width: int) -> None:
    cursor = data.draw(st.integers(0, len(text)))
    left = data.draw(st.sampled_from(stops(text)))
    new_left, glyphs = window(text, cursor, left, width)
    assert sum(glyph.width for glyph in glyphs) <= width
    assert [glyph.start for glyph in glyphs[:1]] in ([], [new_left])
    assert all(one.end == other.start for one, other in pairwise(glyphs))
    if cursor == len(text):
        assert sum(glyph.width for glyph in glyphs) < width
        assert not text or glyphs[-1].end == len(text)
    else:
        assert any(glyph.start <= cursor < glyph.end for glyph in glyphs)
    assert window(text, cursor, new_left, width) == (new_left, glyphs), "looking again moves nothing"


@given(LINES)
def test_every_cluster_is_drawn_in_a_cell_at_least(text: str) -> None:
    assert all(glyph_at(text, start).width >= 1 for start in stops(text)[:-1])


@given(LINES, LINES)
def test_inserting_and_cutting_are_verbatim(text: str, piece: str) -> None:
    line = LineModel(text, cursor=len(text) // 2)
    line.insert(piece)
    assert line.text == text[: len(text) // 2] + piece + text[len(text) // 2 :]
    assert line.cursor == len(text) // 2 + len(piece)
    line.go(len(line.text))
    while line.backspace():
        pass
    assert (line.text, line.cursor) == ("", 0)


def test_words() -> None:
    text = "kommer an, på *dagen*"
    assert word_left(text, len(text)) == text.index("dagen")
    assert word_left(text, text.index("på")) == text.index("an")
    assert word_right(text, 0) == len("kommer")
    assert word_right(text, len("kommer an")) == text.index("på") + 2
    assert (word_left("", 0), word_right("", 0)) == (0, 0)
