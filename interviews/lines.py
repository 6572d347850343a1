"""The lines of a log's bytes, and the JSON on each."""

import json
from collections.abc import Sequence
from typing import Protocol

from guide.values import Value
from interviews.codec import BadRecord

_DECODER = json.JSONDecoder()


class LineReader(Protocol):
    """Who reads a log line by line."""

    lines: int

    def line(self, line: str | bytes, /) -> None:
        """Read the next line, whatever is wrong with it."""

    def is_next(self, line: bytes, /) -> bool:
        """Whether a last line without its line break is a whole record all the same."""

    def torn(self) -> None:
        """Say that the last line was never finished."""


class Ending(Value):
    """How a log ends: the bytes of its whole lines, those after them, and whether the last one lacks its newline."""

    length: int
    torn: bytes
    unended: bool


def read_lines(data: bytes, reader: LineReader) -> Ending:
    """Let a reader read every whole line of a log."""
    whole, newline, tail = data.rpartition(b"\n")
    if newline:
        for line in lines_of(whole):
            reader.line(line)
    unended = bool(tail) and reader.is_next(tail)
    if unended:
        reader.line(tail)
        tail = b""
    if tail:
        reader.torn()
    return Ending(len(data) - len(tail), tail, unended)


def joined(line: str | bytes) -> list[object]:
    """The records that stand on one line with at most one character between them; none where they are not several."""
    text = line if isinstance(line, str) else line.decode("utf-8", "replace")
    records: list[object] = []
    place = 0
    try:
        while place < len(text):
            record, place = _DECODER.raw_decode(text, place)
            records.append(record)
            place += text[place : place + 1] not in ("{", "")
    except (ValueError, RecursionError):
        return []
    return records if len(records) > 1 else []


def lines_of(whole: bytes) -> Sequence[str | bytes]:
    """The lines as text, decoded all at once; as bytes where some are not UTF-8, so that only those are damaged."""
    try:
        return whole.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        return whole.split(b"\n")


def parsed(line: str | bytes) -> object:
    """What a line of JSON holds; a line as this program writes it is read the short way.

    Raises:
        BadRecord: it is none.
    """
    try:
        if isinstance(line, str):
            record, end = _DECODER.raw_decode(line)
            if end == len(line):
                return record
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        raise BadRecord("log_damaged") from None
