"""Bytes as text: UTF-8, UTF-16, or else what Windows wrote in western Europe."""

import codecs
import re

from guide.importing.refusals import RefusedError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ODD = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd\ufffe\uffff]")
_MOST_ODD = 0.02
MAX_LINE = 20_000


def decoded(data: bytes) -> str:
    """The text of a file.

    Raises:
        RefusedError: the bytes are none.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _read(data, name).removeprefix("\ufeff")
    wide = _wide(data)
    if wide:
        return _read(data, wide)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return _clean(text)


def _read(data: bytes, name: str) -> str:
    try:
        return _clean(data.decode(name, errors="replace"))
    except UnicodeError:
        raise RefusedError("import_no_text") from None


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: every other byte of western text is 0."""
    sample = data[:4_000]
    if len(sample) < 4:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd * 3 > len(sample) and odd > 4 * even:
        return "utf-16-le"
    return "utf-16-be" if even * 3 > len(sample) and even > 4 * odd else ""


def _clean(text: str) -> str:
    """The text without what no editor shows; too much of that, and it is no text at all."""
    if max(map(len, text.split("\n"))) > MAX_LINE:
        raise RefusedError("import_long_line", limit=f"{MAX_LINE}")
    odd = len(_ODD.findall(text))
    if odd > _MOST_ODD * len(text) + 2:
        raise RefusedError("import_no_text")
    return text
