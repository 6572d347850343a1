"""Whatever people write, nothing that commands a terminal reaches it, and everything else does."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.escape import escape_controls, visible_char, visible_lines

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("\r\n\t\x1b\x9b\u2028\u2029\ud800\ufffe" + BIDI)))


def is_harmless(char: str) -> bool:
    return (
        unicodedata.category(char) not in {"Cc", "Zl", "Zp", "Cs"}
        and char not in BIDI
        and not (0xFDD0 <= ord(char) <= 0xFDEF or ord(char) & 0xFFFE == 0xFFFE)
    )


@given(TEXTS)
def test_nothing_harmful_comes_through(text: str) -> None:
    assert all(map(is_harmless, escape_controls(text)))
    assert all(map(is_harmless, "".join(visible_lines(text))))


@given(TEXTS)
def test_everything_harmless_stays_as_it_was(text: str) -> None:
    kept = "".join(filter(is_harmless, text))
    assert escape_controls(kept) == kept
    assert visible_lines(kept) == [kept]


@given(TEXTS)
def test_what_is_visible_stays_visible(text: str) -> None:
    assert escape_controls(escape_controls(text)) == escape_controls(text)


@given(TEXTS.filter(lambda text: "\r\n" not in text))
def test_a_text_is_shown_as_its_characters_are(text: str) -> None:
    assert escape_controls(text) == "".join(map(visible_char, text))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("en\nto", "en¬to"),
        ("en\r\nto", "en¬to"),
        ("en\u2028to\u2029tre", "en¬to¬tre"),
        ("a\tb", "a‹09›b"),
        ("\x00\x07\x1b[2J\r\x7f", "‹00›‹07›‹1B›[2J‹0D›‹7F›"),
        ("\x9b31m", "‹9B›31m"),
        ("\u202eabc\u2069\u061c", "‹202E›abc‹2069›‹61C›"),
        ("\ud83d", "‹D83D›"),
        ("\ufffe\U0001ffff", "‹FFFE›‹1FFFF›"),
        ("[by] *ler* \\o/ æøå", "[by] *ler* \\o/ æøå"),
        ("👩‍👩‍👧 ❤️ 👍🏽 🇳🇴", "👩‍👩‍👧 ❤️ 👍🏽 🇳🇴"),
        ("שלום", "שלום"),
    ],
)
def test_examples(written: str, shown: str) -> None:
    assert escape_controls(written) == shown


def test_lines_break_where_the_writer_broke_them() -> None:
    assert visible_lines("en\nto\r\ntre\rfire\u2028fem\u2029\x1b") == ["en", "to", "tre", "fire", "fem", "‹1B›"]
    assert visible_lines("") == [""]
    assert visible_lines("a\n\nb\n") == ["a", "", "b", ""]
