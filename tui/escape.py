"""Escaping people's words, for the screen and for HTML.

Control characters in a note or a paste could move the terminal's cursor, reverse a line or ring its bell. Here each
becomes a sign that can be seen and does nothing: a line break ``¬``, all else its number, as in ``‹09›`` for a tab.
Every other character stays exactly as it was written. In a page line breaks and tabs stay what they are.
"""

import re
from functools import cache

from tui.signs import LINE_BREAK

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(chr((plane << 16) | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_UNSAFE_CLASS = (
    "\x00-\x1f\x7f-\x9f"  # C0, DEL, C1
    "\u2028\u2029"  # line and paragraph separator
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what turns the direction of the text
    "\ud800-\udfff"  # lone surrogates, which no terminal encoding can carry
    f"{_NONCHARACTERS}"
)
_BREAK = re.compile("\r\n|[\n\r\u2028\u2029]")
_BREAKS = ("\r\n", "\n", "\u2028", "\u2029")


@cache
def _unsafe() -> re.Pattern[str]:
    """What is made visible; a start has nothing of it to show, and the class is large."""
    return re.compile(f"\r\n|[{_UNSAFE_CLASS}]")


def _replace(match: re.Match[str]) -> str:
    return LINE_BREAK if match[0] in _BREAKS else f"‹{ord(match[0]):02X}›"


def visible_char(ch: str) -> str:
    r"""Return what stands on the screen for one character, or for one ``"\r\n"``, so that a widget can measure it."""
    return escape_controls(ch)


def escape_controls(text: str) -> str:
    """Return ``text`` on one line with each control character as a visible, harmless sign."""
    return text if text.isprintable() else _unsafe().sub(_replace, text)


def visible_lines(text: str) -> list[str]:
    """The lines of a text, each as ``escape_controls`` returns it; empty text is one empty line."""
    return [escape_controls(line) for line in _BREAK.split(text)]


def text_of(text: str) -> str:
    """A text as a page shows it, before it is escaped."""
    return "\t".join("\n".join(visible_lines(part)) for part in text.split("\t"))


def in_text(text: str) -> str:
    """The text as it stands between tags."""
    if not text.isprintable():  # what is printable has nothing to be made visible
        text = text_of(text)
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def attribute(text: str) -> str:
    """The text as it stands within double quotes."""
    text = escape_controls(text)
    if "&" in text:
        text = text.replace("&", "&amp;")
    text = text.replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#39;")
