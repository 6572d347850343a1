"""Kinds of files, and their readers.

The first bytes and the ending decide; what cannot be read is named.
"""

import codecs
from collections.abc import Callable
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from guide.importing.document_blocks import Block, RefusedError
from guide.importing.reading import MAX_BYTES, MAX_TEXT

Reader = Callable[[bytes], tuple[Block, ...]]

_ZIP = b"PK"
_NAMED = {
    b"\xd0\xcf\x11\xe0": "import_old_word",
    b"{\\rtf": "import_rtf",
}
_TEXT = frozenset({".txt", ".text", ""})
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_HTML = frozenset({".html", ".htm"})


def reader_of(data: bytes, name: str) -> Reader:
    """The reader for a file.

    Raises:
        RefusedError: it is empty, too large, or of a kind that cannot be read.
    """
    suffix = PurePath(name).suffix.casefold()
    if len(data) > MAX_BYTES:
        raise RefusedError("import_too_big", limit=f"{MAX_BYTES // 1_000_000} MB")
    if not data.strip(b" \t\r\n\0"):
        raise RefusedError("import_empty")
    if data.lstrip()[:5] == b"%PDF-":
        from guide.importing.reading.pdf_reader import read_pdf

        return read_pdf
    head = data[:1_000].lstrip(codecs.BOM_UTF8 + b" \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")) or (suffix in _HTML and b"<" in head):
        from guide.importing.reading.html_reader import read_html

        return read_html
    for start, code in _NAMED.items():
        if data.lstrip()[: len(start)].lower() == start.lower():
            raise RefusedError(code)
    packed = _packed(data) if data.startswith(_ZIP) else None
    if packed is not None:
        return packed
    if suffix in (".docx", ".docm", ".dotx") or (data.startswith(_ZIP) and suffix not in _MARKDOWN | _TEXT):
        if not data.startswith(_ZIP):
            raise RefusedError("import_no_word")
        from guide.importing.reading.word_reader import read_word

        return read_word
    if data.startswith(b"PK\x03\x04"):
        raise RefusedError("import_word_inside", suffix=suffix or name)
    if suffix not in _MARKDOWN | _TEXT:
        raise RefusedError("import_unknown_kind", suffix=suffix or name)
    if len(data) > MAX_TEXT:
        raise RefusedError("import_too_big", limit=f"{MAX_TEXT // 1_000_000} MB")
    if suffix in _MARKDOWN:
        from guide.importing.reading.markdown_reader import read_markdown

        return read_markdown
    from guide.importing.reading.text_reader import read_plain

    return read_plain


def _packed(data: bytes) -> Reader | None:
    """The reader for a zip that is no Word file, by what lies in it."""
    try:
        with ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
    except (BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        return None
    if {"mimetype", "content.xml"} <= names:
        from guide.importing.reading.odt_reader import read_odt

        return read_odt
    if "xl/workbook.xml" in names:
        from guide.importing.reading.sheet_reader import read_sheets

        return read_sheets
    return None
