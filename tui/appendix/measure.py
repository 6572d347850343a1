"""How much room a text takes on paper, near enough to choose a size of type by: Arial's widths, a line after the other.

The widths are those of Arial and of Liberation Sans and Helvetica, which have the same, rounded up; signs of other
alphabets count as a whole em.
"""

POINT = 25.4 / 72
"""Millimetres in a point."""

_EMS = (
    ("ijl'’‘", 0.222),
    (" ft.,:;!/\\[]I|·", 0.278),
    ("r()-`“”„*", 0.36),
    ("ckvxyzsJ", 0.5),
    ("FTZø", 0.611),
    ("ABEKPSVXYÅÄ&", 0.667),
    ("wCDHNRU", 0.722),
    ("GOQØÖ", 0.778),
    ("mM", 0.833),
    ("æ%", 0.889),
    ("WÆ—…@", 1.0),
)
_OTHER, _OF_OTHER_ALPHABETS = 0.556, 1.0
_LAST_LATIN = "\u024f"


def width(text: str, size: float) -> float:
    """The width of a text on one line, in millimetres; ``size`` is in points."""
    return sum(map(_ems, text)) * size * POINT


def lines(text: str, room: float, size: float) -> int:
    """The lines that a text takes in a column of ``room`` millimetres, broken between words."""
    return sum(_lines(line, room, size) for line in text.splitlines() or [""])


def _lines(text: str, room: float, size: float) -> int:
    count, used, blank = 1, 0.0, width(" ", size)
    for word in text.split():
        wide = width(word, size)
        if used and used + blank + wide > room:
            count, used = count + 1, 0.0
        over, wide = divmod(wide, room) if wide > room else (0.0, wide)
        count += int(over)
        used += wide + (blank if used else 0.0)
    return count


def _ems(sign: str) -> float:
    """The width of a sign against the size of type."""
    usual = _OTHER if sign <= _LAST_LATIN or "\u2010" <= sign <= "\u203a" else _OF_OTHER_ALPHABETS
    return next((ems for signs, ems in _EMS if sign in signs), usual)
