"""A document in, a guide out: by the kind of the file, and with everything that was in it accounted for."""

from collections.abc import Mapping
from pathlib import PurePath

from guide.importing.blocks import Block
from guide.importing.building import SourceLine, build
from guide.importing.drafts import Doubt
from guide.importing.own.form import own_form
from guide.importing.reading.kinds import reader_of
from guide.importing.refusals import ImportRefusal, RefusedError
from guide.importing.structure.letters import without_letter
from guide.importing.structure.measure import doubted
from guide.importing.structure.tables import hinted, without_tables
from guide.importing.structure.understanding import Understanding
from guide.importing.words.labels import in_sequence
from guide.importing.words.language import language_of_texts
from guide.keys import MAX_QUESTIONS
from guide.model import Guide
from guide.values import NOTHING, Value


class Imported(Value):
    """What a document became.

    ``doubts`` are what was not certain, by place as in ``guide.writing.Remarks.on``, "head" for the whole. ``lines``
    accounts for every line of the document. ``seen`` is the language that was recognised, "" for none.
    """

    guide: Guide
    doubts: Mapping[str, tuple[Doubt, ...]]
    lines: tuple[SourceLine, ...]
    seen: str = ""


def import_document(data: bytes, name: str) -> Imported | ImportRefusal:
    """The guide in a document, or why there is none; never raises for any bytes.

    ``name`` is the file's name: its ending and the bytes together say what kind of document it is.
    """
    try:
        blocks = reader_of(data, name)(data)
        own = own_form(blocks)
        if own is not None:
            return Imported(own.guide, NOTHING, own.lines, own.guide.language)
        return understood(blocks, PurePath(name).stem)
    except RefusedError as refused:
        return refused.refusal


def understood(blocks: tuple[Block, ...], name: str) -> Imported:
    """The guide in a row of blocks; ``name`` is its title where the document has none.

    Raises:
        RefusedError: there is no guide in it.
    """
    lines = hinted(without_tables(without_letter(in_sequence(blocks))))
    language, seen = language_of_texts(line.text for line in lines if not line.block.aside)
    draft = Understanding().read(lines)
    doubted(draft, lines, seen)
    if len(draft.questions) > MAX_QUESTIONS:
        raise RefusedError("import_too_many", limit=f"{MAX_QUESTIONS}")
    built = build(draft, lines, language, name)
    return Imported(built.guide, built.doubts, built.lines, seen)
