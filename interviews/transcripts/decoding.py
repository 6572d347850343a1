"""Bytes of a transcript as text: the encoding is found, not assumed."""

import codecs
import re

from guide.frozen import Value

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4_000
_ODD = re.compile("[\0-\x08\x0e-\x1f\x7f\ufffd\ufffe\uffff]")
_MOST_ODD = 0.02


class Decoded(Value):
    """A file's text with plain line ends, and the name of the encoding it was found to have."""

    text: str
    encoding: str


def decode_text(data: bytes) -> Decoded | None:
    """The text of a file, or None where the bytes are none.

    A mark at the start decides, then the zeros of UTF-16, then UTF-8 where it is valid; what is left was written by
    an older Windows program.
    """
    found = _decode(data)
    if len(_ODD.findall(found.text)) > _MOST_ODD * len(found.text) + 2:
        return None
    return found.but(text=found.text.replace("\r\n", "\n").replace("\r", "\n"))


def _decode(data: bytes) -> Decoded:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(name, errors="replace"), name)
    wide = _wide(data)
    if wide:
        return Decoded(data.decode(wide, errors="replace"), wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3:  # cut in the middle of a letter
            return Decoded(data.decode("utf-8", errors="replace"), "utf-8")
    return Decoded("".join(map(_LETTERS.__getitem__, data)), "windows-1252")


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: every other byte of western text is 0."""
    sample = data[:_SAMPLE]
    if len(sample) < 4:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd * 3 > len(sample) and odd > 4 * even:
        return "utf-16-le"
    return "utf-16-be" if even * 3 > len(sample) and even > 4 * odd else ""


def _letter(byte: int) -> str:
    """What Windows-1252 has for a byte; for the five that it leaves out, what Latin-1 has."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_LETTERS = tuple(map(_letter, range(256)))
