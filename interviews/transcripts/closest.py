"""Where a file stopped being a transcript, for one that is laid out in no way that is known.

Of the layouts the one that explains most is told, with the line at which it explains nothing more: there the person
looks, and sees what is otherwise.
"""

import json
import re
from collections.abc import Sequence

from guide.frozen import Value
from interviews.transcripts.captions import ARROW
from interviews.transcripts.lines import ROWS, Line, lines_of, may_begin
from interviews.transcripts.objects import line_of_fault

_LIKE_AN_ARROW = re.compile(r"\s*\d{1,2}:\d{2}.*?[-–—=]+\s*>|\s*\d{1,2}:\d{2}\S*\s+(?:to|[-–—]{2,})\s+\d{1,2}:\d{2}")
_BETWEEN = 12  # lines that may lie between two beginnings of a conversation
_FEWEST = 2  # beginnings that look like a layout, and not like chance


class Stop(Value):
    """The layout that fits best, by its name, and the line at which it does no more; no name where none fits.

    For JSON the name says too what is wrong: it breaks off, has a fault, or holds no talk.
    """

    layout: str
    line: int
    text: str


def where_it_stops(text: str) -> Stop:
    """How far a text gets, read by the layout that explains most of it."""
    return _json(text) or _captions(text) or _lines(text) or _nowhere(text)


def _json(text: str) -> Stop | None:
    if text.lstrip("\ufeff \n\t")[:1] not in ("{", "["):
        return None
    try:
        json.loads(text)
    except RecursionError:
        return None
    except json.JSONDecodeError as error:
        whole = text.rstrip()
        if error.msg == "Extra data" and (number := line_of_fault(text)) > 1:  # JSON lines
            cut = number == whole.count("\n") + 1
            return Stop("json_cut" if cut else "json_fault", number, _line(text, number))
        if error.pos >= len(whole) or error.msg.startswith("Unterminated string"):
            last = whole.count("\n") + 1
            return Stop("json_cut", last, _line(text, last))
        return Stop("json_fault", error.lineno, _line(text, error.lineno))
    return Stop("json_other", 1, _line(text, 1))


def _captions(text: str) -> Stop | None:
    for number, line in enumerate(text.split("\n"), 1):
        if _LIKE_AN_ARROW.match(line) and not ARROW.match(line):
            return Stop("srt", number, line.strip())
    return None


def _lines(text: str) -> Stop | None:
    lines, _ = lines_of(text)
    found = {row.name: [place for place in range(len(lines)) if may_begin(row, lines, place)] for row in ROWS}
    best = max(found, key=lambda name: len(found[name]))  # of equals the one that comes first
    if len(found[best]) < _FEWEST:
        return None
    behind = next(row.behind for row in ROWS if row.name == best)
    last = found[best][0]
    for place in found[best]:
        if place - last > _BETWEEN:
            break
        last = place
    return _at(best, lines, last + (2 if behind else 1))


def _at(layout: str, lines: Sequence[Line], place: int) -> Stop:
    line = lines[min(place, len(lines) - 1)]
    return Stop(layout, line.number, line.text.strip())


def _nowhere(text: str) -> Stop:
    number = next((number for number, line in enumerate(text.split("\n"), 1) if line.strip()), 1)
    return Stop("", number, _line(text, number))


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1].strip() if number <= len(lines) else ""
