"""Escaping people's words for the screen.

Control characters in a note or a paste could move the terminal's cursor, reverse a line or ring its bell. Here each
becomes a sign that can be seen and does nothing: a line break ``¬``, all else its number, as in ``‹09›`` for a tab.
Every other character stays exactly as it was written.
"""

import re

from tui.signs import LINE_BREAK

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(chr((plane << 16) | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_UNSAFE_CLASS = (
    "\x00-\x1f\x7f-\x9f"  # C0, DEL, C1
    "\u2028\u2029"  # line and paragraph separator
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what turns the direction of the text
    "\ud800-\udfff"  # lone surrogates, which no terminal encoding can carry
    f"{_NONCHARACTERS}"
)
_UNSAFE = re.compile(f"\r\n|[{_UNSAFE_CLASS}]")
_BREAK = re.compile("\r\n|[\n\r\u2028\u2029]")
_BREAKS = ("\r\n", "\n", "\u2028", "\u2029")


def _replace(match: re.Match[str]) -> str:
    return LINE_BREAK if match[0] in _BREAKS else f"‹{ord(match[0]):02X}›"


def visible_char(ch: str) -> str:
    r"""Return what stands on the screen for one character, or for one ``"\r\n"``, so that a widget can measure it."""
    return _UNSAFE.sub(_replace, ch)


def escape_controls(text: str) -> str:
    """Return ``text`` on one line with each control character as a visible, harmless sign."""
    return _UNSAFE.sub(_replace, text)


def visible_lines(text: str) -> list[str]:
    """The lines of a text, each as ``escape_controls`` returns it; empty text is one empty line."""
    return [escape_controls(line) for line in _BREAK.split(text)]
