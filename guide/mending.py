"""Reading on behind a fault in the YAML, because a person mends a guide faster when all its faults are shown at once.

A text is mended by putting other characters in the place of those at fault, never more or fewer, so that every place
in it stays what it was. Nobody sees the mended text: it only serves to find the faults further down.
"""

import re

from guide.problems import Fault
from guide.values import Value
from guide.yaml_faults import Finding, first_word, line_end, line_start

_HARMLESS = "\N{MIDDLE DOT}"
_NEW_ENTRY = re.compile(r"[ ]*(?:-[ ]|[^\s:'\"\[{,][^:\r\n]*:(?:[ \r\n]|\Z)|\Z)")
_NEXT_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_BLANK = re.compile(r"[^\r\n]")


class Mended(Value):
    """A text that can be read further than before.

    ``start`` and ``end`` are what was changed; ``lost`` says that it may have been more than a sign in a text, so that
    the guide now lacks something that its author wrote.
    """

    text: str
    start: int
    end: int
    lost: bool = False


def mend(text: str, finding: Finding) -> Mended | None:
    """The text without the fault, or None when there is no telling how it would go on."""
    index = finding.index
    match finding.fault:
        case Fault.COLON | Fault.BAD_START | Fault.BACKSLASH | Fault.OPEN_QUOTE:
            return _with(text, (index,))
        case Fault.AFTER_QUOTE:
            return _with(text, (finding.opened, text.rindex(finding.facts["quote"], 0, index)))
        case Fault.OPEN_BRACKET:
            end = line_end(text, index)
            following = _NEXT_LINE.match(text, index)
            alone = following is not None and _NEW_ENTRY.match(text, following.end()) is not None
            return _without(text, index, end) if alone else _without(text, index, len(text))
        case Fault.INDENTATION if _depth(text, line_start(text, index)) > _depth_above(text, index):
            return _drawn_left(text, index, _depth_above(text, index))
        case Fault.INDENTATION | Fault.NO_SPACE:
            return _without(text, line_start(text, index), _block_end(text, index))
        case Fault.TAB:
            return _without(text, line_start(text, index), len(text))
        case _:
            return None


def _with(text: str, indices: tuple[int, ...]) -> Mended:
    signs = list(text)
    for index in indices:
        signs[index] = _HARMLESS
    return Mended("".join(signs), min(indices), max(indices))


def _without(text: str, start: int, end: int) -> Mended:
    return Mended(text[:start] + _BLANK.sub(" ", text[start:end]) + text[end:], start, end, lost=True)


def _drawn_left(text: str, index: int, depth: int) -> Mended:
    """The line under the first word of the one above it, the room that is left over put at its end."""
    start, end = line_start(text, index), line_end(text, index)
    line = text[start:end].lstrip(" ")
    return Mended(text[:start] + (" " * depth + line).ljust(end - start) + text[end:], start, end)


def _depth_above(text: str, index: int) -> int:
    """Where the first word stands of the last line above that holds something."""
    end = line_start(text, index)
    above = text[:end].rstrip()
    return first_word(text, line_start(text, len(above))) - line_start(text, len(above)) if above else 0


def _block_end(text: str, index: int) -> int:
    """The end of the line and of those below that are indented further."""
    depth = _depth(text, line_start(text, index))
    end = line_end(text, index)
    while end < len(text):
        following = _NEXT_LINE.match(text, end)
        start = len(text) if following is None else following.end()
        if start >= len(text) or (_depth(text, start) <= depth and line_end(text, start) > start):
            return end
        end = line_end(text, start)
    return end


def _depth(text: str, start: int) -> int:
    line = text[start : line_end(text, start)]
    return len(line) - len(line.lstrip(" "))
