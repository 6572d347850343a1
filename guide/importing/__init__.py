"""Import of Word, Markdown and plain text into a guide.

Nothing is lost on the way: every line of the document is accounted for.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePath

from guide.frozen import NOTHING, Value
from guide.importing.document_blocks import Block, ImportRefusal, RefusedError
from guide.importing.draft_to_guide import SourceLine, build
from guide.importing.guide_draft import Doubt
from guide.importing.own_appendix import read_own_appendix
from guide.importing.reading.file_kinds import reader_of
from guide.importing.structure.corrections import labels_of, with_told
from guide.importing.structure.document_lines import DocumentLine
from guide.importing.structure.emails import without_letter
from guide.importing.structure.guide_parser import GuideParser
from guide.importing.structure.plausibility import check_plausible
from guide.importing.structure.tables import add_hints, without_tables
from guide.importing.words.typed_labels import in_sequence
from guide.model import Guide
from guide.schema import MAX_QUESTIONS

__all__ = ["ImportRefusal", "Imported", "SourceLine", "import_document"]


_NOT_TOLD: Mapping[int, str] = NOTHING  # type: ignore[assignment]


class Imported(Value):
    """What a document became.

    ``doubts`` are what was not certain, by place as in ``guide.write.Remarks.on``, "head" for the whole. ``lines``
    accounts for every line of the document. ``seen`` is the language that was recognised, "" for none.
    """

    guide: Guide
    doubts: Mapping[str, tuple[Doubt, ...]]
    lines: tuple[SourceLine, ...]
    seen: str = ""


def import_document(data: bytes, name: str, told: Mapping[int, str] = _NOT_TOLD) -> Imported | ImportRefusal:
    """The guide in a document, or why there is none; never raises for any bytes.

    ``name`` is the file's name: its ending and the bytes together say what kind of document it is. ``told`` are labels
    that a person gave to lines, by their number (``LABELS``); what looks like such a line further down follows it.
    """
    try:
        blocks = reader_of(data, name)(data)
        own = read_own_appendix(blocks)
        if own is not None:
            return Imported(own.guide, NOTHING, own.lines, own.guide.language)
        return import_blocks(blocks, PurePath(name).stem, told)
    except RefusedError as refused:
        return refused.refusal


def import_blocks(blocks: tuple[Block, ...], name: str, told: Mapping[int, str] = _NOT_TOLD) -> Imported:
    """The guide in a row of blocks; ``name`` is its title where the document has none.

    Raises:
        RefusedError: there is no guide in it.
    """
    lines = add_hints(without_tables(without_letter(in_sequence(blocks))))
    if not told:
        return _import_lines(lines, name)
    return _import_lines(with_told(lines, told, labels_of(_import_lines(lines, name).lines)), name)


def _import_lines(lines: tuple[DocumentLine, ...], name: str) -> Imported:
    language, seen = language_of_texts(line.text for line in lines if not line.block.aside)
    draft = GuideParser().read(lines)
    check_plausible(draft, lines, seen)
    if len(draft.questions) > MAX_QUESTIONS:
        raise RefusedError("import_too_many", limit=f"{MAX_QUESTIONS}")
    built = build(draft, lines, language, name)
    return Imported(built.guide, built.doubts, built.lines, seen)


_WORDS = {
    "nb": "og i jeg det at en et den til er som på de med han av ikke der var meg seg men hva hvordan hvilke hvor "
    "hvorfor noe noen dere deg du din mellom også etter ved fra gjennom ditt vil kan har dette om hvis",
    "nn": "og i eg det at ein eit den til er som på dei med han av ikkje der var meg seg men kva korleis kvifor "
    "kven kvar noko nokon dykk deg du din mellom også etter ved frå gjennom ditt vil kan har dette om viss",
    "en": "the of and to in you your is that it was for on are with as they be this have from or had by what how "
    "do about can would which when could tell if any me we",
    "sv": "och i jag det att en ett den till är som på de med han av inte där var mig sig men vad hur vilka varför "
    "något någon ni dig du din mellan också efter vid från genom ditt vill kan har detta om",
    "da": "og i jeg det at en et den til er som på de med han af ikke der var mig sig men hvad hvordan hvilke hvor "
    "hvorfor noget nogen jer dig du din mellem også efter ved fra gennem dit vil kan har dette om hvis",
    "de": "und der die das in ich sie zu den von mit ist nicht ein eine es auf für als auch wie was welche warum "
    "haben sind werden dem des im bei oder ihre ihr",
    "fr": "le la les de des et en un une que qui dans pour pas vous votre est sur avec ce plus par quel quelle "
    "comment pourquoi",
    "es": "el la los las de y en un una que por con para su es lo como más qué cómo cuál usted tu se",
    "nl": "de het een en van in is dat op te voor met zijn niet je wat hoe welke waarom kunt u uw om er",
    "fi": "ja on ei se että hän mitä miten miksi oli ovat kun mikä sinun sinä voit",
}
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
    common = {code: frozenset(own.split()) for code, own in _WORDS.items()}
    counts = {code: sum(map(own.__contains__, words)) for code, own in common.items()}
    best = max(counts, key=lambda code: counts[code])
    if not counts[best] or counts[best] * 8 < len(words):
        return "en", ""
    if best == "nn" and counts["nn"] < _SURE * counts["nb"]:
        best = "nb"
    return (best if best in _SPOKEN else _NEAREST.get(best, "en")), best
