"""Labels that a person gives to lines, followed further down."""

from collections.abc import Collection, Mapping, Sequence

from guide.ids import CLOSING
from guide.importing.document_blocks import Block
from guide.importing.draft_to_guide import SourceLine
from guide.importing.structure.document_lines import DocumentLine

_NEAR = 6.0  # points by which lines of one look may stand apart
_KINDS = {
    "title": "t", "problem": "p", "rq": "r", "section": "h", "question": "q", "probe": "s", "aim": "n", "opening": "o",
    "after": "c",
}  # fmt: skip
_LEFT_AS = {"condition": "i", "condition_unused": "i", "answer": "a", "column": "k"}
_HEADING = 2


def labels_of(lines: Sequence[SourceLine]) -> dict[int, str]:
    """What each line of a document was taken for: the label of most of its words that are kept."""
    found: dict[int, tuple[bool, int, str]] = {}
    for line in lines:
        kind, _, rest = line.became.partition(":")
        label = _KINDS.get(kind, "x")
        if kind == "question" and rest.startswith(CLOSING):
            label = "c"
        elif kind == "left_out":
            label = _LEFT_AS.get(line.reason or "", "x")
        told = (line.became != "left_out", len(line.text.split()), label)
        if line.number not in found or told[:2] > found[line.number][:2]:
            found[line.number] = told
    return {number: label for number, (_, _, label) in found.items()}


_NEVER_ASKS = tuple("iak")


def unheeded(lines: Sequence[SourceLine], told: Mapping[int, str]) -> dict[int, SourceLine]:
    """By their numbers the lines that did not become what a person called them, each as the most of it stands."""
    labels = labels_of(lines)
    found: dict[int, SourceLine] = {}
    for line in lines:
        label = told.get(line.number)
        if label is None or labels[line.number] == label or line.reason == "topic":
            continue
        if label == "q" and line.became.startswith("question:"):  # a closing one is called so as well
            continue
        if line.number not in found or len(line.text) > len(found[line.number].text):
            found[line.number] = line
    return found


def with_told(
    lines: Sequence[DocumentLine], told: Mapping[int, str], before: Mapping[int, str], alone: Collection[int] = ()
) -> tuple[DocumentLine, ...]:
    """The lines with their labels; one that looks like a corrected line above, and was taken for the same, follows it.

    ``before`` is what each was taken for, ``alone`` the numbers of corrected lines that nothing follows.
    """
    done: list[DocumentLine] = []
    above: list[DocumentLine] = []
    for line in lines:
        label = told.get(line.number, "")
        if label:
            above += [] if line.number in alone else [line]
        elif not line.block.aside:
            like = next((one for one in reversed(above) if _alike(one, line, before)), None)
            label = told[like.number] if like is not None else ""
            if label in _NEVER_ASKS and line.asks:
                label = ""  # what asks is none of these but where a person says so of that line
        done.append(_told(line, label) if label else line)
    return tuple(done)


def _alike(one: DocumentLine, other: DocumentLine, before: Mapping[int, str]) -> bool:
    first, second = one.block, other.block
    same = before.get(one.number) == before.get(other.number) and one.hint == other.hint and one.asks == other.asks
    return same and _look(first) == _look(second) and abs(first.indent - second.indent) <= _NEAR


def _look(block: Block) -> tuple[object, ...]:
    column = block.cell.column if block.cell is not None else None
    return block.kind, block.level, block.form, block.bold, block.italic, block.size, column


def _told(line: DocumentLine, label: str) -> DocumentLine:
    block = line.block.but(aside="")
    if label == "h":
        level = block.level if block.kind == "heading" else _HEADING
        block = block.but(kind="heading", level=level, label="", form="")
    elif block.kind == "heading":
        block = block.but(kind="paragraph", level=0)
    return line.but(block=block, hint="", told=label)
