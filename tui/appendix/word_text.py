"""People's words in a Word document: exactly as written, but for what XML cannot hold, which is made visible."""

import re
from collections.abc import Iterator

from tui.verbatim import visible_char

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_BREAK = re.compile("\r\n|[\n\r\u2028\u2029]")


def word_lines(text: str) -> Iterator[str]:
    """The lines of a text as a document can hold them; tabs stay tabs."""
    for line in _LINE_BREAK.split(text):
        yield _ILLEGAL.sub(lambda found: visible_char(found[0]), line)


def word_text(text: str) -> str:
    """The text with its line breaks, which python-docx turns into breaks within the paragraph."""
    return "\n".join(word_lines(text))
