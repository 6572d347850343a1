"""Which reader a file wants, by its first bytes and its ending; the kinds that cannot be read are named."""

from collections.abc import Callable
from pathlib import PurePath

from guide.importing.blocks import Block
from guide.importing.refusals import RefusedError

Reader = Callable[[bytes], tuple[Block, ...]]

MAX_BYTES = 100_000_000
MAX_TEXT = 1_000_000
_ZIP = b"PK"
_NAMED = {
    b"%PDF": "import_pdf",
    b"\xd0\xcf\x11\xe0": "import_old_word",
    b"{\\rtf": "import_rtf",
    b"<!DOCTYPE html": "import_html",
    b"<html": "import_html",
}
_TEXT = frozenset({".txt", ".text", ""})
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
SUFFIXES = (".docx", ".md", ".txt")


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
    for start, code in _NAMED.items():
        if data.lstrip()[: len(start)].lower() == start.lower():
            raise RefusedError(code)
    if suffix in (".docx", ".docm", ".dotx") or (data.startswith(_ZIP) and suffix not in _MARKDOWN | _TEXT):
        return _word(data)
    if data.startswith(b"PK\x03\x04"):
        raise RefusedError("import_word_inside", suffix=suffix or name)
    if suffix not in _MARKDOWN | _TEXT:
        raise RefusedError("import_unknown_kind", suffix=suffix or name)
    if len(data) > MAX_TEXT:
        raise RefusedError("import_too_big", limit=f"{MAX_TEXT // 1_000_000} MB")
    return _text(suffix)


def _word(data: bytes) -> Reader:
    if not data.startswith(_ZIP):
        raise RefusedError("import_no_word")
    from guide.importing.reading.word import read_word

    return read_word


def _text(suffix: str) -> Reader:
    if suffix in _MARKDOWN:
        from guide.importing.reading.markdown import read_markdown

        return read_markdown
    from guide.importing.reading.plain import read_plain

    return read_plain
