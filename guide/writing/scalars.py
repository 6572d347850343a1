"""Texts as YAML scalars that read back exactly: plain where that can be, quoted or folded where it must.

What may stand unescaped is what ``guide.text`` lets through; what ends a line for libyaml (U+0085, U+2028, U+2029) and
what no editor shows is escaped.
"""

import re
from collections.abc import Iterator

WIDTH = 110
"""Columns that a written line fills at most, unless one word is longer."""

_HARD = "\xa0\u2000-\u200b\u202f\u3000"
_ESCAPED = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_ESCAPED_OR_SPECIAL = re.compile(rf'{_ESCAPED.pattern}|["\\]')
_SHORT_ESCAPES = {"\0": "0", "\t": "t", "\n": "n", "\r": "r", "\x1b": "e", "\x85": "N", "\u2028": "L", "\u2029": "P"}
_NOT_PLAIN = re.compile(
    rf"""\A(?:[,\[\]{{}}#&*!|>'"%@`]|[-?:](?:\s|\Z)|\s|\Z)|:(?:\s|\Z)|\s#|\s\Z|(?:\A|[ -])[{_HARD}]"""
)
_NOT_IN_FLOW = re.compile(r"[,\[\]{}:]|\A[-?]")
_NOT_LITERAL = re.compile(rf"\A\s|(?:\A|[ -])[{_HARD}]")
_NOT_FOLDED = re.compile(rf"  |(?:\A|[ -])[{_HARD}]|\A\s|\s\Z")


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Whether YAML reads this text, written as it is on one line, as exactly this; ``flow``: also inside brackets."""
    if _ESCAPED.search(text) or _NOT_PLAIN.search(text):
        return False
    return not (flow and _NOT_IN_FLOW.search(text))


def scalar(text: str, *, flow: bool = False) -> str:
    """The text on one line: plain where that reads back, else in quotation marks."""
    return text if is_plain(text, flow=flow) else quoted(text)


def quoted(text: str, mark: str = "") -> str:
    """The text in quotation marks, in those given where they can hold it, else in those that need fewer signs."""
    if _ESCAPED.search(text):
        return f'"{_ESCAPED_OR_SPECIAL.sub(_escape, text)}"'
    if mark == "'" or (not mark and ('"' in text or "\\" in text)):
        return "'" + text.replace("'", "''") + "'"
    return f'"{_ESCAPED_OR_SPECIAL.sub(_escape, text)}"'


def is_folded(text: str) -> bool:
    """Whether the text can stand under ``>-``, its lines broken at single spaces."""
    return bool(text) and not _ESCAPED.search(text) and not _NOT_FOLDED.search(text)


def is_literal(text: str) -> bool:
    """Whether the text, of several lines, can stand under ``|-`` as it is."""
    lines = text.split("\n")
    return len(lines) > 1 and bool(lines[0]) and not any(_ESCAPED.search(ln) or _NOT_LITERAL.search(ln) for ln in lines)


def wrapped(text: str, width: int, first: int = 0) -> Iterator[str]:
    """The lines of a text that ``is_folded``, broken at its spaces: at most ``width`` signs where words allow.

    ``first`` is the width of the first line where that is another.
    """
    line, room = "", first or width
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > room:
            yield line
            line, room = word, width
        else:
            line = f"{line} {word}" if line else word
    yield line


def _escape(found: re.Match[str]) -> str:
    sign = found.group()
    if sign in '"\\':
        return f"\\{sign}"
    short = _SHORT_ESCAPES.get(sign)
    if short is not None:
        return f"\\{short}"
    return f"\\x{ord(sign):02X}" if ord(sign) < 0x100 else f"\\u{ord(sign):04X}"
