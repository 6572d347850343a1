"""Word files: their paragraphs and table rows as lines, read by whichever layout of text these have.

What was deleted is gone; hidden words and text boxes are set apart and named. The words are counted a second time,
straight from the file's own elements.
"""

from collections.abc import Iterator
from typing import Any

from guide.importing.document_blocks import RefusedError
from interviews.transcripts import lines
from interviews.transcripts.layout import Unread
from interviews.transcripts.turns import Apart, Reading, count_words

_INTO = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})
_GONE = frozenset({"del", "moveFrom", "txbxContent", "instrText"})
_SPACES = frozenset({"tab", "ptab", "br", "cr"})


def read_word(data: bytes, name: str) -> tuple[str, Reading]:
    """The layout that the paragraphs of a Word file have, and what is read by it.

    Raises:
        Unread: it cannot be opened, or its paragraphs are laid out in no way that is known.
    """
    from guide.importing.reading.word_package import safe_copy  # text is read without it
    from guide.importing.reading.word_reader import open_word

    try:
        document = open_word(safe_copy(data))
        told = _Told(document)
    except RefusedError as refused:
        lacking = refused.refusal.code == "import_lacks_documents"
        raise Unread("transcript_needs_documents" if lacking else "transcript_word_broken", file=name) from None
    except Exception:  # noqa: BLE001  python-docx finds what is missing in a damaged file only when it is wanted
        raise Unread("transcript_word_broken", file=name) from None
    text = "\n".join(told.lines)
    layout = next((one for one in lines.LAYOUTS if one.recognises(text)), None)
    if layout is None:
        first = next((line for line in told.lines if line.strip()), "")
        raise Unread("transcript_unknown", file=name, line="1", text=first.strip()[:60])
    reading = layout.read(text)
    counted = count_words("\n".join(_letters(document.element.body))) + sum(
        count_words(one.text) for one in told.apart if one.kind == "box"
    )
    return layout.name, reading.but(apart=(*reading.apart, *told.apart), counted=counted)


class _Told:
    """The lines of a document in reading order; an empty paragraph is an empty line."""

    def __init__(self, document: Any) -> None:
        from guide.importing.reading.word_styles import WordStyles

        self.lines: list[str] = []
        self.apart: list[Apart] = []
        self._looks = WordStyles(document)
        self._container(document.element.body)

    def _container(self, element: Any) -> None:
        from guide.importing.reading.word_reader import local

        for child in element.iterchildren():
            kind = local(child)
            if kind == "p":
                self.lines += self._paragraph(child)
            elif kind == "tbl":
                self._table(child)
            elif kind in _INTO:
                self._container(child)

    def _paragraph(self, element: Any) -> list[str]:
        from guide.importing.reading.word_reader import WordParagraph, text_of

        paragraph = WordParagraph(element, self._looks)
        number = len(self.lines) + 1
        if paragraph.hidden.strip():
            self.apart.append(Apart("hidden", paragraph.hidden, number))
        for box in paragraph.boxes:
            words = " ".join("".join(text_of(box)).split())
            self.apart += [Apart("box", words, number)] if words else []
        return ["".join(run.text for run in line) for line in paragraph.lines]

    def _table(self, table: Any) -> None:
        """Each row as one line, its cells with tabs between them; a line break inside a cell is a blank."""
        from guide.importing.reading.word_reader import local

        for row in (one for one in table.iterchildren() if local(one) == "tr"):
            cells = [one for one in row.iterchildren() if local(one) == "tc"]
            said = [" ".join(" ".join(self._cell(cell)).split()) for cell in cells]
            if any(said):
                self.lines.append("\t".join(said))

    def _cell(self, cell: Any) -> Iterator[str]:
        from guide.importing.reading.word_reader import local

        for element in cell.iter():
            if local(element) == "p":
                yield " ".join(self._paragraph(element))


def _letters(element: Any) -> Iterator[str]:
    """The words of every paragraph, by a walk of its own that knows nothing of runs and styles."""
    from guide.importing.reading.word_reader import local

    for child in element.iterchildren():
        if local(child) == "p":
            yield "".join(_in_paragraph(child))
        elif local(child) not in _GONE:
            yield from _letters(child)


def _in_paragraph(element: Any) -> Iterator[str]:
    from guide.importing.reading.word_reader import local

    for child in element.iterchildren():
        kind = local(child)
        if kind == "t":
            yield child.text or ""
        elif kind == "noBreakHyphen":
            yield "-"
        elif kind in _SPACES or kind == "vanish":  # what is hidden is no part of the word beside it
            yield " "
        elif kind not in _GONE:
            yield from _in_paragraph(child)
            yield " " if kind == "r" and child.find(f"{child.tag[:-1]}rPr/{child.tag[:-1]}vanish") is not None else ""
