"""Spans of time as people type them: a while ago, and by how much a recording lies otherwise."""

import re

from guide.values import Value

_AGO = re.compile(r"(?=\d)(?:(\d{1,4}) ?m(?:in)?)? ?(?:(\d{1,5}) ?s(?:e[kc])?)?(?:\.?\s+|$)", re.IGNORECASE)
_NO_UNIT = re.compile(r"\d+(?:\s|$)")
_SHIFT = re.compile(
    r"(?:(?P<number>\d{1,3})\s+)?(?P<sign>[+\N{MINUS SIGN}-]?)\s?(?=\d)"
    r"(?:(?P<minutes>\d{1,4}) ?m(?:in)?)? ?(?:(?P<seconds>\d{1,6}(?:[.,]\d{1,3})?) ?(?:s(?:e[kc])?)?)?",
    re.IGNORECASE,
)


class Ago(Value):
    """So many seconds ago, and what was written about it."""

    seconds: float
    text: str


class Shift(Value):
    """Seconds later in the file (earlier, below 0), and which recording, None for the last."""

    seconds: float
    number: int | None


def ago_of(rest: str) -> Ago | None:
    """The span of time at the start of a text, such as ``2m`` or ``20 s``; None where there is none."""
    found = _AGO.match(rest)
    if found is None:
        return None
    return Ago(60.0 * int(found[1] or 0) + float(found[2] or 0), rest[found.end() :])


def lacks_unit(rest: str) -> bool:
    """Whether it starts with a bare number: half a minute or half an hour, there is no telling."""
    return _NO_UNIT.match(rest) is not None


def shift_of(text: str) -> Shift | None:
    """``-3s``, ``+1m 2s``, ``2 4.5``: by how much a recording lies otherwise, the recording's number first."""
    found = _SHIFT.fullmatch(text.strip())
    if found is None:
        return None
    seconds = 60.0 * int(found["minutes"] or 0) + float((found["seconds"] or "0").replace(",", "."))
    sign = -1.0 if found["sign"] in ("-", "\N{MINUS SIGN}") else 1.0
    return Shift(sign * seconds, int(found["number"]) if found["number"] else None)
