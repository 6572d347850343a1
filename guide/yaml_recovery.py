"""YAML recovery: reading on behind a fault.

libyaml's complaints are put to someone who has never heard of YAML. A person mends a guide faster when all its faults
are shown at once, so the text is mended by putting other characters in the place of those at fault, never more or
fewer, so that every place in it stays what it was. Nobody sees the mended text; problems that only follow from a
fault are left out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from guide.frozen import NOTHING, Value
from guide.libyaml import yaml
from guide.problems import Fault, Problem
from guide.schema import ALL_KEYS

LINE = re.compile(r"[^\r\n]*")
_TAB_INDENT = re.compile(r"[ ]*\t[ \t]*")
_EXPECTED = ("did not find expected key", "did not find expected '-' indicator")
_CLOSING = {"[": "]", "{": "}"}
_START = re.compile(r"[ ]*(?:-[ ]+)*")
_KEY = re.compile(r"(\w+):(?=([ \r\n]|\Z)?)")
_BEFORE_VALUE = re.compile(r"[ ]*(?:-[ ]+)*(?:[^\s:'\"\[{][^:]*:[ ]+)?")


class LocatedFault(Value):
    """A fault, the index of the character to look at, its facts, and where the text that is at fault begins."""

    fault: Fault
    index: int
    facts: Mapping[str, str] = NOTHING
    opened: int = 0


def explain(error: yaml.YAMLError, text: str, quoted: int = -1) -> LocatedFault:
    """The fault behind a YAML error; ``quoted`` is where the last text in quotation marks begins."""
    problem = str(getattr(error, "problem", None) or "").lower()
    context = str(getattr(error, "context", None) or "")
    index = _index(error, "problem_mark", len(text))
    opened = _index(error, "context_mark", index)
    tab = _tab(text, index)
    if tab is not None:
        return LocatedFault(Fault.TAB, tab)
    if "quoted scalar" in context:
        if "escape" in problem:
            return LocatedFault(Fault.BACKSLASH, index)
        return LocatedFault(Fault.OPEN_QUOTE, opened)
    if "mapping values are not allowed" in problem:
        return _colon(text, index)
    if "scanning an alias" in context or "scanning an anchor" in context or "block scalar" in context:
        return LocatedFault(Fault.BAD_START, opened, {"character": text[opened : opened + 1]})
    if "flow" in context and "did not find expected" in problem:
        after = _after_quote(text, index, quoted)
        if text[opened : opened + 1] not in _CLOSING:  # where nothing follows it the parser names the end
            opened = max(0, *(text.rfind(bracket, 0, opened) for bracket in _CLOSING))
        return after or LocatedFault(
            Fault.OPEN_BRACKET,
            opened,
            {"bracket": text[opened : opened + 1], "closing": _CLOSING.get(text[opened : opened + 1], "]")},
        )
    if "cannot start any token" in problem:
        return LocatedFault(Fault.BAD_START, index, {"character": text[index : index + 1]})
    if any(wanted in problem for wanted in _EXPECTED):
        return _after_quote(text, index, quoted) or LocatedFault(Fault.INDENTATION, index)
    if "could not find expected ':'" in problem:
        return _without_space(text, opened) or LocatedFault(Fault.INDENTATION, opened)
    return LocatedFault(Fault.BROKEN, index, {"detail": problem or type(error).__name__})


def line_start(text: str, index: int) -> int:
    """Where the line of this character begins."""
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def line_end(text: str, index: int) -> int:
    """Where the line of this character ends."""
    found = LINE.match(text, index)
    return index if found is None else found.end()


def first_word(text: str, start: int) -> int:
    """The first character of a line behind its indentation and dashes."""
    found = _START.match(text, start)
    return start if found is None else found.end()


def tab_indent(text: str, start: int) -> int | None:
    """The index of the first tab in the indentation of the line that begins at ``start``, if there is one."""
    found = _TAB_INDENT.match(text, start)
    return None if found is None else text.index("\t", start)


def _index(error: yaml.YAMLError, name: str, otherwise: int) -> int:
    mark = getattr(error, name, None)
    return otherwise if mark is None else int(mark.index)


def _tab(text: str, index: int) -> int | None:
    """The tab that a line is indented with, where the parser gave up at or just behind it."""
    found = _TAB_INDENT.match(text, line_start(text, index))
    if found is not None and index <= found.end():
        return text.index("\t", found.start())
    return index if text[index : index + 1] == "\t" else None


def _colon(text: str, index: int) -> LocatedFault:
    """A colon where none may be: inside a text, or after a key that the line above has drawn into its own text."""
    start = line_start(text, index)
    first = first_word(text, start)
    key = _KEY.match(text, first)
    if key is None or key.end() != index + 1 or key[1] not in ALL_KEYS:
        return LocatedFault(Fault.COLON, index)
    above = line_start(text, start - 1) if start else 0
    return _without_space(text, first_word(text, above)) or LocatedFault(Fault.INDENTATION, first)


def _without_space(text: str, first: int) -> LocatedFault | None:
    """A key whose colon touches what follows, so that neither is a key to YAML."""
    key = _KEY.match(text, first)
    if key is None or key[2] is not None or key[1] not in ALL_KEYS or key.end() == len(text):
        return None
    return LocatedFault(Fault.NO_SPACE, first, {"key": key[1]})


def _after_quote(text: str, index: int, quoted: int) -> LocatedFault | None:
    """More text after a quotation mark; where that mark was meant to open a text, the one before was never closed."""
    before = text[max(0, index - 80) : index].rstrip(" ")
    if quoted < 0 or before[-1:] not in ("'", '"'):
        return None
    closing = index - (min(index, 80) - len(before)) - 1
    start = line_start(text, closing)
    begun = _BEFORE_VALUE.match(text, start)
    if quoted < start and begun is not None and begun.end() == closing:
        return LocatedFault(Fault.OPEN_QUOTE, quoted)
    other = "'" if before[-1] == '"' else '"'
    return LocatedFault(Fault.AFTER_QUOTE, index, {"quote": before[-1], "other": other}, quoted)


_HARMLESS = "\N{MIDDLE DOT}"
_NEW_ENTRY = re.compile(r"[ ]*(?:-[ ]|[^\s:'\"\[{,][^:\r\n]*:(?:[ \r\n]|\Z)|\Z)")
_NEXT_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_BLANK = re.compile(r"[^\r\n]")


class MendedText(Value):
    """A text that can be read further than before.

    ``start`` and ``end`` are what was changed; ``lost`` says that it may have been more than a sign in a text, so that
    the guide now lacks something that its author wrote.
    """

    text: str
    start: int
    end: int
    lost: bool = False


def mend(text: str, finding: LocatedFault) -> MendedText | None:
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
            return _draw_left(text, index, _depth_above(text, index))
        case Fault.INDENTATION | Fault.NO_SPACE:
            return _without(text, line_start(text, index), _block_end(text, index))
        case Fault.TAB:
            return _without(text, line_start(text, index), len(text))
        case _:
            return None


def _with(text: str, indices: tuple[int, ...]) -> MendedText:
    signs = list(text)
    for index in indices:
        signs[index] = _HARMLESS
    return MendedText("".join(signs), min(indices), max(indices))


def _without(text: str, start: int, end: int) -> MendedText:
    return MendedText(text[:start] + _BLANK.sub(" ", text[start:end]) + text[end:], start, end, lost=True)


def _draw_left(text: str, index: int, depth: int) -> MendedText:
    """The line under the first word of the one above it, the room that is left over put at its end."""
    start, end = line_start(text, index), line_end(text, index)
    line = text[start:end].lstrip(" ")
    return MendedText(text[:start] + (" " * depth + line).ljust(end - start) + text[end:], start, end)


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


_NEED_THE_WHOLE = frozenset(
    {
        Fault.NO_TITLE,
        Fault.NO_QUESTIONS,
        Fault.MISSING_KEY,
        Fault.UNSERVED,
        Fault.UNSERVED_PART,
        Fault.UNKNOWN_TARGET,
        Fault.UNKNOWN_TARGET_NEAR,
        Fault.NO_TARGETS,
        Fault.UNKNOWN_LEAN,
        Fault.UNKNOWN_LEAN_NEAR,
        Fault.UNKNOWN_CONCEPT,
        Fault.UNKNOWN_CONCEPT_NEAR,
        Fault.AUTOMATIC_ID_TAKEN,
        Fault.AUTOMATIC_ID_FORM,
        Fault.ID_TAKEN_BY_AUTOMATIC,
        Fault.CIRCULAR,
    }
)
_EMPTY = frozenset({Fault.EMPTY_TEXT, Fault.EMPTY_WORDING, Fault.EMPTY_ITEM})


def certain_problems(problems: Iterable[Problem], mended: frozenset[int], *, whole: bool) -> Iterator[Problem]:
    """The problems that would be there without the faults of the YAML too.

    ``mended`` are the lines that were not read as they stand; ``whole`` says that nothing was left out.
    """
    for problem in problems:
        if problem.line in mended or (not whole and problem.code in _NEED_THE_WHOLE):
            continue
        if problem.code in _EMPTY and problem.line + 1 in mended:
            continue
        yield problem
