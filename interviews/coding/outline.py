"""An interview under headings: what it serves, the question, the kind, the entries.

Programs that code by headings know one place for a paragraph, so an entry about several questions stands under each.
"""

from collections.abc import Iterator
from typing import Literal

from guide.frozen import Value
from interviews.coding.model import Code, Codebook, CodedInterview, Entry
from interviews.coding.writing import CodingLabels, Desk

Style = Literal["folder", "question", "wording", "kind", "entry"]


class Block(Value):
    """A paragraph of the outline: its style, its text, and the entry where it is one."""

    style: Style
    text: str
    entry: Entry | None = None


def outline_of(interview: CodedInterview, codebook: Codebook, desk: Desk) -> Iterator[Block]:
    """The blocks in the guide's order; what is about no question comes last."""
    labels = desk.labels
    for entry in interview.entries:
        if len(entry.about) > 1:
            desk.name("repeated", f"{interview.code}:{entry.ref}")
    for folder_id in (*(folder.id for folder in codebook.folders), ""):
        inside: list[Block] = []
        for code in codebook.under(folder_id):
            entries = [entry for entry in interview.entries if code.id in entry.about]
            if entries:
                inside += [Block("question", code.name), Block("wording", code.meaning), *_by_kind(entries, labels)]
        if inside:
            yield Block("folder", _name_of(folder_id, codebook) or labels.no_question)
            yield from inside
    loose = [entry for entry in interview.entries if not any(_known(codebook, id) for id in entry.about)]
    if loose:
        yield Block("folder", labels.no_question)
        yield from _by_kind(loose, labels)


def _known(codebook: Codebook, id: str) -> Code | None:
    return codebook.code(id)


def _name_of(folder_id: str, codebook: Codebook) -> str:
    return next((folder.name for folder in codebook.folders if folder.id == folder_id), "")


def _by_kind(entries: list[Entry], labels: CodingLabels) -> Iterator[Block]:
    for kind in dict.fromkeys(entry.kind for entry in entries):
        yield Block("kind", labels.kinds[kind])
        yield from (Block("entry", entry.text, entry) for entry in entries if entry.kind == kind)
