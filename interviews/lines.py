"""The lines of a log's bytes, and the JSON on each."""

import json
from collections.abc import Sequence

from interviews.codec import BadRecord

_DECODER = json.JSONDecoder()


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
