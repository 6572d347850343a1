"""Import of documents into a guide.

Nothing is lost on the way: every line of the document is accounted for. What a line is, rules say that were set by
hand: over its number, depth and look, what stands like it around it, and words (a file a language in ``words``). No
weight is learnt; ``make import-score`` measures them on labelled documents.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePath

from guide.frozen import NOTHING
from guide.importing.document_blocks import Block, ImportRefusal, RefusedError
from guide.importing.draft_to_guide import Imported, SourceLine, build
from guide.importing.own_appendix import read_own_appendix
from guide.importing.reading.file_kinds import reader_of
from guide.importing.structure.corrections import labels_of, with_told
from guide.importing.structure.document_lines import DocumentLine
from guide.importing.structure.emails import without_letter
from guide.importing.structure.guide_parser import GuideParser
from guide.importing.structure.plausibility import check_plausible
from guide.importing.structure.tables import add_hints
from guide.importing.words import lists
from guide.importing.words.typed_labels import in_sequence
from guide.schema import MAX_QUESTIONS

__all__ = ["ImportRefusal", "Imported", "SourceLine", "import_document"]


_NOT_TOLD: Mapping[int, str] = NOTHING  # type: ignore[assignment]


def import_document(data: bytes, name: str, told: Mapping[int, str] = _NOT_TOLD) -> Imported | ImportRefusal:
    """The guide in a document, or why there is none; never raises for any bytes.

    ``name`` is the file's name: its ending and the bytes together say what kind of document it is. ``told`` are labels
    that a person gave to lines, by their number (``LABELS``); what looks like such a line further down follows it.
    """
    try:
        blocks = reader_of(data, name)(data)
        own = read_own_appendix(blocks)
        return import_blocks(blocks, PurePath(name).stem, told) if own is None else own
    except RefusedError as refused:
        return refused.refusal


def import_blocks(blocks: tuple[Block, ...], name: str, told: Mapping[int, str] = _NOT_TOLD) -> Imported:
    """The guide in a row of blocks; ``name`` is its title where the document has none.

    Raises:
        RefusedError: there is no guide in it.
    """
    kept = without_letter(in_sequence(blocks))
    lines = add_hints([DocumentLine(number, block) for number, block in enumerate(kept)])
    if not told:
        return _import_lines(lines, name)
    return _import_lines(with_told(lines, told, labels_of(_import_lines(lines, name).lines)), name)


def _import_lines(lines: tuple[DocumentLine, ...], name: str) -> Imported:
    language, seen = language_of_texts(line.text for line in lines if not line.block.aside)
    draft = GuideParser().read(lines)
    check_plausible(draft, lines, seen)
    if len(draft.questions) > MAX_QUESTIONS:
        raise RefusedError("import_too_many", limit=f"{MAX_QUESTIONS}")
    return build(draft, lines, language, name).but(seen=seen)


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
