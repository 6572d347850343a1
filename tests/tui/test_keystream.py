"""The stream of a terminal taken apart, at every place where a read may end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.terminal.keystream import Alt, Escape, Keys, Pasted, PasteSplitter, Piece, Sequence

START, END = "\x1b[200~", "\x1b[201~"
SEQUENCES = ("\x1b[A", "\x1b[1;5D", "\x1b[3~", "\x1bOP", "\x1b[<0;12;3M", "\x1b[[A", "\x1b[?62;22c", "\x1b[M !!")
REPLIES = ("\x1b]11;rgb:1e1e/1e1e/1e1e\x07", "\x1b]4;1;x\x1b\\", "\x1bP>|xterm(390)\x1b\\", "\x1b_Gi=31;OK\x1b\\")
TYPED = st.text(st.characters(codec="utf-8", exclude_characters="\x1b"), min_size=1).map(Keys)
SENT = st.sampled_from(SEQUENCES + REPLIES).map(Sequence)
NASTY = st.sampled_from(("\x1b", "\x1b[", END[:-1], END[:3], START, "\r", "\u2028", "\x00", "\x1b[A", "~"))
CLIPBOARDS = st.lists(st.one_of(st.text(st.characters(codec="utf-8")), NASTY)).map("".join)
PASTES = CLIPBOARDS.filter(lambda text: (text + END).find(END) == len(text)).map(Pasted)
STREAMS = st.lists(st.one_of(TYPED, SENT, PASTES), max_size=8)


def as_sent(piece: Piece) -> str:
    match piece:
        case Pasted(text):
            return START + text + END
        case Keys(text) | Sequence(text):
            return text
        case Alt(char):
            return "\x1b" + char
        case Escape():
            return "\x1b"


def as_meant(piece: Piece) -> Piece:
    if isinstance(piece, Pasted):
        return Pasted(piece.text.replace("\r\n", "\n").replace("\r", "\n"))
    return piece


def joined(pieces: list[Piece]) -> list[Piece]:
    """Keys that stand side by side are the same keys, however they were read."""
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Keys) and found and isinstance(found[-1], Keys):
            found[-1] = Keys(found[-1].text + piece.text)
        else:
            found.append(piece)
    return found


def split(*reads: str) -> list[Piece]:
    splitter = PasteSplitter()
    return joined([piece for read in reads for piece in splitter.feed(read)])


@given(STREAMS, st.data())
def test_what_was_sent_is_found_wherever_the_reads_end(pieces: list[Piece], data: st.DataObject) -> None:
    stream = "".join(map(as_sent, pieces))
    cuts = data.draw(st.lists(st.integers(0, len(stream))).map(sorted))
    reads = [stream[start:end] for start, end in pairwise([0, *cuts, len(stream)])]
    assert split(*reads) == joined([as_meant(piece) for piece in pieces])


def test_what_was_sent_is_found_for_every_place_of_one_cut() -> None:
    pieces: list[Piece] = [
        Keys("å"),
        *map(Sequence, SEQUENCES + REPLIES),
        Pasted("a\x1b[20\n\u2028\x00\x1b"),
        Keys("b"),
    ]
    stream = "".join(map(as_sent, pieces))
    for cut in range(len(stream) + 1):
        assert split(stream[:cut], stream[cut:]) == pieces


@given(st.lists(st.text(st.characters(codec="utf-8"))))
def test_no_read_is_ever_refused(reads: list[str]) -> None:
    splitter = PasteSplitter()
    for read in reads:
        splitter.feed(read)
        splitter.flush()
    assert splitter.quiet is None or splitter.feed(END) is not None


def test_a_megabyte_is_one_paste() -> None:
    text = "linje æøå\n" * 100_000
    stream = START + text + END
    assert split(*(stream[start : start + 4096] for start in range(0, len(stream), 4096))) == [Pasted(text)]


def test_a_paste_without_an_end_comes_after_a_quiet_while_and_its_rest_is_no_typing() -> None:
    splitter = PasteSplitter()
    assert splitter.feed(START + "begun\rand") == []
    assert splitter.quiet == pytest.approx(1.0)
    assert splitter.flush() == [Pasted("begun\nand")]
    assert splitter.feed("x\r" + END) == [Pasted("x\n")]
    assert splitter.feed("typed") == [Keys("typed")]


def test_after_a_paste_without_an_end_typing_goes_on() -> None:
    splitter = PasteSplitter()
    splitter.feed(START + "begun")
    splitter.flush()
    assert splitter.feed("a") == [Keys("a")]
    assert splitter.feed("b" * 100) == [Keys("b" * 100)]


def test_a_long_rest_of_a_paste_is_a_paste_even_before_its_end_is_seen() -> None:
    splitter = PasteSplitter()
    splitter.feed(START + "begun")
    splitter.flush()
    assert splitter.feed("the rest of it\r" * 9) == []
    assert splitter.feed("last" + END) == [Pasted("the rest of it\n" * 9 + "last")]


def test_esc_alone_is_a_key_after_a_quiet_while() -> None:
    splitter = PasteSplitter()
    assert splitter.feed("\x1b") == []
    assert splitter.flush() == [Escape()]
    assert splitter.quiet is None


@pytest.mark.parametrize("typed", ["h", "Å", "\r", "På", "Og", "]", "[ø", "x" * 40])
def test_esc_and_then_words_typed_quickly_stay_esc_and_words(typed: str) -> None:
    splitter = PasteSplitter()
    pieces = splitter.feed("\x1b") + splitter.feed(typed) + splitter.flush()
    assert joined(pieces) == [Escape(), Keys(typed)]


def test_esc_and_a_character_in_one_read_are_alt() -> None:
    assert split("\x1bxy") == [Alt("x"), Keys("y")]
    assert split("\x1b\r") == [Alt("\r")]
    assert split("\x1b\x1b\x1b[A") == [Escape(), Escape(), Sequence("\x1b[A")]


def test_half_a_sequence_is_noise() -> None:
    splitter = PasteSplitter()
    assert splitter.feed("\x1b[1;") + splitter.flush() == []
    assert splitter.feed("\x1b]11;rgb") + splitter.flush() == []
    assert splitter.feed("\x1b[1;\x1b[Aø") == [Sequence("\x1b[A"), Keys("ø")]
    assert splitter.feed("\x1b]11;rgb\x1b[Aø") == [Sequence("\x1b[A"), Keys("ø")]
    assert splitter.feed(END + "ø") == [Keys("ø")]
