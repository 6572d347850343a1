"""Import of documents into a guide.

A file's first bytes and its ending decide which reader turns it into blocks; what cannot be read is named. Nothing is
lost on the way: every line of the document is accounted for. What a line is, rules say that were set by
hand: over its number, depth and look, what stands like it around it, and words (a file a language in ``words``). No
weight is learnt; ``make import-score`` measures them on labelled documents.
"""

import codecs
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from io import BytesIO
from pathlib import PurePath

from guide.frozen import NOTHING
from guide.importing.document_blocks import Block, ImportRefusal, RefusedError, without_struck
from guide.importing.draft_to_guide import Imported, SourceLine, build
from guide.importing.own_appendix import read_own_appendix
from guide.importing.reading import MAX_BYTES, MAX_TEXT
from guide.importing.structure.corrections import labels_of, with_told
from guide.importing.structure.document_lines import DocumentLine, join_scenes
from guide.importing.structure.emails import without_letter
from guide.importing.structure.guide_parser import GuideParser
from guide.importing.structure.plausibility import check_plausible
from guide.importing.structure.tables import add_hints
from guide.importing.words import lists
from guide.importing.words.typed_labels import in_sequence
from guide.schema import MAX_QUESTIONS

__all__ = ["ImportRefusal", "Imported", "SourceLine", "import_document"]


Reader = Callable[[bytes], tuple[Block, ...]]

_ZIP = b"PK"
_NAMED = {
    b"\xd0\xcf\x11\xe0": "import_old_word",
    b"{\\rtf": "import_rtf",
}
_TEXT = frozenset({".txt", ".text", ""})
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_HTML = frozenset({".html", ".htm"})


_NOT_TOLD: Mapping[int, str] = NOTHING  # type: ignore[assignment]


def import_document(
    data: bytes, name: str, told: Mapping[int, str] = _NOT_TOLD, alone: Collection[int] = ()
) -> Imported | ImportRefusal:
    """The guide in a document, or why there is none; never raises for any bytes.

    ``name`` is the file's name: its ending and the bytes together say what kind of document it is. ``told`` are labels
    that a person gave to lines, by their number (``LABELS``); what looks like such a line further down follows it,
    unless the number is in ``alone``.
    """
    try:
        blocks = tuple(one for block in reader_of(data, name)(data) for one in without_struck(block))
        own = read_own_appendix(blocks)
        return import_blocks(blocks, PurePath(name).stem, told, alone) if own is None else own
    except RefusedError as refused:
        return refused.refusal


def import_blocks(
    blocks: tuple[Block, ...], name: str, told: Mapping[int, str] = _NOT_TOLD, alone: Collection[int] = ()
) -> Imported:
    """The guide in a row of blocks; ``name`` is its title where the document has none.

    Raises:
        RefusedError: there is no guide in it.
    """
    kept = join_scenes(without_letter(in_sequence(blocks)))
    lines = add_hints([DocumentLine(number, block) for number, block in enumerate(kept)])
    if not told:
        return _import_lines(lines, name)
    called = with_told(lines, told, labels_of(_import_lines(lines, name).lines), alone)
    return _import_lines(called, name, source=lines)


def _import_lines(
    lines: tuple[DocumentLine, ...], name: str, source: tuple[DocumentLine, ...] | None = None
) -> Imported:
    """What lines become; ``source`` are they as they stand, where a person has called some of them something."""
    language, seen = language_of_texts(line.text for line in lines if not line.block.aside)
    draft = GuideParser().read(lines)
    check_plausible(draft, lines, seen)
    if len(draft.questions) > MAX_QUESTIONS:
        raise RefusedError("import_too_many", limit=f"{MAX_QUESTIONS}")
    return build(draft, lines, language, name, source or lines).but(seen=seen)


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
    from zipfile import BadZipFile, ZipFile  # a text waits for none of it

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


_SPOKEN = ("nb", "nn", "en")
_NEAREST = {"sv": "nb", "da": "nb"}
_MOST_WORDS = 4_000
_SURE = 1.08


def language_of_texts(texts: Iterable[str]) -> tuple[str, str]:
    """The guide's language (nb, nn or en), and the one that was recognised ("" for none that is known here)."""
    words: list[str] = []
    for text in texts:
        words += re.findall(r"[^\W\d_]+", text.casefold())
        if len(words) > _MOST_WORDS:
            break
    counts = {code: sum(map(lists.words("common", code).__contains__, words)) for code in lists.LANGUAGES}
    best = max(counts, key=lambda code: counts[code])
    if not counts[best] or counts[best] * 8 < len(words):
        return "en", ""
    if best == "nn" and counts["nn"] < _SURE * counts["nb"]:
        best = "nb"
    return (best if best in _SPOKEN else _NEAREST.get(best, "en")), best
