"""Reading a Word file (.docx) into blocks, in reading order, through python-docx."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from guide.importing.blocks import Aside, Block, Cell, Kind, Run, Spot, folded
from guide.importing.reading.decoding import MAX_LINE
from guide.importing.reading.package import safe_copy
from guide.importing.reading.word_looks import Looks, Style
from guide.importing.reading.word_numbers import Numbered, Numbering
from guide.importing.reading.word_text import Paragraph, local, text_of
from guide.importing.refusals import RefusedError
from guide.importing.words.labels import labelled, typed_label
from guide.importing.words.texts import ends_sentence

if TYPE_CHECKING:
    from docx.document import Document

MAX_BLOCKS = 6_000
_INTO = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})
_HEADING = re.compile(r"(?:heading|overskrift|rubrik|überschrift) ?(\d)")
_TITLES = frozenset({"title", "tittel"})
_LIST_STYLE = re.compile(r"list(?: (bullet|number|paragraph|continue))?(?: (\d))?$")
_STEP = 36.0  # points of one tab


def read_word(data: bytes) -> tuple[Block, ...]:
    """The blocks of a Word file.

    Raises:
        RefusedError: it is none, is broken, or is larger than a guide can be.
    """
    document = _opened(safe_copy(data))
    try:
        return _Reader(document).blocks()
    except RefusedError:
        raise
    except Exception:  # noqa: BLE001  python-docx finds what is missing in a damaged file only when it is wanted
        raise RefusedError("import_broken_zip") from None


def _opened(data: bytes) -> "Document":
    try:
        import docx
    except ImportError:
        raise RefusedError("import_lacks_documents") from None
    try:
        return docx.Document(BytesIO(data))
    except ValueError as error:
        code = "import_macros" if "macroEnabled" in str(error) else "import_no_word"
        raise RefusedError(code) from None
    except Exception:  # noqa: BLE001  see above: there is no end to what can be wrong in one
        raise RefusedError("import_broken_zip") from None


class _Reader:
    """One document being read: lists count on, paragraphs and tables get their numbers."""

    def __init__(self, document: "Document") -> None:
        self._document = document
        self._looks = Looks(document)
        self._numbering = Numbering(document)
        self._paragraphs = 0
        self._tables = 0
        self._boxes: list[tuple[Any, Spot]] = []
        self._found: list[Block] = []
        self._known_notes: dict[str, dict[str, list[str]]] = {}

    def blocks(self) -> tuple[Block, ...]:
        self._container(self._document.element.body, None)
        for box, spot in self._boxes:
            self._beside(box, spot)
        self._around()
        return tuple(self._found)

    def _container(self, element: Any, cell: Cell | None, spot: Spot | None = None) -> None:
        for child in element.iterchildren():
            name = local(child)
            if name == "p":
                self._paragraph(child, cell, spot)
            elif name == "tbl":
                self._table(child, cell, spot)
            elif name in _INTO:
                self._container(child, cell, spot)
            elif name == "AlternateContent":
                first = next(iter(child.iterchildren()), None)
                if first is not None:
                    self._container(first, cell, spot)
            if len(self._found) > MAX_BLOCKS:
                raise RefusedError("import_too_long", limit=f"{MAX_BLOCKS}")

    def _paragraph(self, element: Any, cell: Cell | None, spot: Spot | None) -> None:
        if spot is None:
            self._paragraphs += 1
            spot = Spot("paragraph", {"number": f"{self._paragraphs}"})
        paragraph = Paragraph(element, self._looks)
        style = self._looks.of_paragraph(element)
        numbered = self._numbered(style)
        self._boxes += [(box, spot) for box in paragraph.boxes]
        first = True
        for line in _whole(paragraph.lines):
            if sum(len(run.text) for run in line) > MAX_LINE:
                raise RefusedError("import_long_line", limit=f"{MAX_LINE}")
            runs = folded(line)
            if not runs:
                continue
            block = self._block(element, runs, spot, style, numbered if first else None, paragraph.tabs)
            self._found.append(_contents(labelled(block.but(cell=cell, follows=not first)), style))
            first = False
        for aside, words in (("deleted", paragraph.deleted), ("hidden", paragraph.hidden)):
            if words.strip():
                self._found.append(_aside(words, spot, aside))  # type: ignore[arg-type]
        for kind, name in paragraph.notes:
            self._found += [_aside(text, spot, "footnote") for text in self._notes(kind).pop(name, ())]

    def _numbered(self, style: Style) -> Numbered | None:
        if not style.list_id or style.list_id == "0":
            return None
        return self._numbering.of(style.list_id, style.list_level or 0)

    def _block(
        self, element: Any, runs: tuple[Run, ...], spot: Spot, style: Style, numbered: Numbered | None, tabs: int
    ) -> Block:
        kind, level = _kind(style, numbered)
        indent = style.indent
        if numbered is not None and (indent is None or not _own_indent(element)):
            indent = numbered.indent if numbered.indent is not None else indent
        if indent is None and kind == "item":
            indent = _STEP * (level + 1)
        return Block(
            runs,
            spot,
            kind=kind,
            level=level,
            label=numbered.label if numbered is not None else "",
            form=numbered.form if numbered is not None else ("bullet" if kind == "item" else ""),
            indent=(indent or 0.0) + _STEP * tabs,
            size=self._looks.size_of(element, style),
        )

    def _table(self, table: Any, outer: Cell | None, spot: Spot | None) -> None:
        rows = list(_children(table, "tr"))
        grid = [[(cell, *_span(cell)) for cell in _children(row, "tc")] for row in rows]
        befores = [_before(row) for row in rows]
        columns = max(
            (before + sum(width for _, width, _ in row) for before, row in zip(befores, grid, strict=True)), default=0
        )
        if outer is None:
            self._tables += 1
        number = self._tables
        for place, (before, row) in enumerate(zip(befores, grid, strict=True)):
            column = before
            for element, width, continued in row:
                where = spot or Spot("table_row", {"table": f"{number}", "row": f"{place + 1}"})
                at = outer or Cell(number, place, column, columns, width)
                if not continued:
                    self._container(element, at, where)
                elif words := " ".join(text_of(element)).strip():
                    self._found.append(_aside(words, where, "hidden"))  # Word shows only the cell above
                column += width

    def _beside(self, box: Any, spot: Spot) -> None:
        for element in box.iter():
            if local(element) == "p":
                runs = [run for line in Paragraph(element, self._looks).lines for run in [*line, Run(" ")]]
                kept = folded(runs)
                if kept:
                    self._found.append(Block(kept, spot, aside="text_box"))

    def _notes(self, kind: str) -> dict[str, list[str]]:
        """The footnotes or endnotes that are not listed yet, by their ids; their part is read once."""
        if kind not in self._known_notes:
            parts = self._document.part.rels.values()
            own = [one for one in parts if one.reltype.endswith(f"/{kind}s") and not one.is_external]
            self._known_notes[kind] = _notes_in(own[0].target_part.blob) if own else {}
        return self._known_notes[kind]

    def _around(self) -> None:
        """Headers, footers and comments: never part of the guide, always listed."""
        seen: set[str] = set()
        for section in self._document.sections:
            for part in (section.header, section.footer, section.first_page_header, section.first_page_footer):
                if part.is_linked_to_previous:
                    continue
                for element in part._element.iter():  # noqa: SLF001 – python-docx has no public way to all of it
                    words = " ".join("".join(text_of(element)).split()) if local(element) == "p" else ""
                    if words and words not in seen:
                        seen.add(words)
                        self._found.append(_aside(words, Spot("page_edge"), "page_header"))
        for relation in self._document.part.rels.values():
            if relation.reltype.endswith("/comments") and not relation.is_external:
                for words in (words for texts in _notes_in(relation.target_part.blob).values() for words in texts):
                    self._found.append(_aside(words, Spot("comment"), "comment"))


def _whole(lines: list[list[Run]]) -> list[list[Run]]:
    """Lines of one paragraph, those put together again that were only broken to look well."""
    done: list[list[Run]] = []
    for line in lines:
        text = "".join(run.text for run in line).strip()
        before = "".join(run.text for run in done[-1]).strip() if done else ""
        if before and text[:1].islower() and typed_label(text) is None and not ends_sentence(before):
            done[-1] = [*done[-1], Run(" "), *line]
        else:
            done.append(list(line))
    return done


def _aside(words: str, spot: Spot, aside: Aside) -> Block:
    return Block(folded([Run(words)]), spot, aside=aside)


def _notes_in(blob: bytes) -> dict[str, list[str]]:
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    found: dict[str, list[str]] = {}
    for note in parse_xml(blob).iterchildren():
        words = " ".join("".join(text_of(note)).split())
        if words and note.get(qn("w:type")) in (None, "normal"):
            found.setdefault(str(note.get(qn("w:id"))), []).append(words)
    return found


def _kind(style: Style, numbered: Numbered | None) -> tuple[Kind, int]:
    heading = _HEADING.match(style.name)
    if style.name in _TITLES:
        return "heading", 0
    if heading is not None:
        return "heading", int(heading[1])
    if style.outline is not None and style.outline < 9:
        return "heading", style.outline + 1
    if numbered is not None:
        return "item", numbered.level
    listed = _LIST_STYLE.match(style.name)
    if listed is not None and listed[1] in ("bullet", "number"):
        return "item", int(listed[2] or 1) - 1
    return "paragraph", 0


def _contents(block: Block, style: Style) -> Block:
    return block.but(aside="contents") if style.name.startswith(("toc ", "innh ")) else block


def _own_indent(element: Any) -> bool:
    return any(local(one) == "ind" for properties in _children(element, "pPr") for one in properties.iterchildren())


def _children(element: Any, name: str) -> Iterator[Any]:
    """A table's rows or a row's cells, never those of a table inside it: looking through those again at every depth
    would take minutes.
    """
    for child in element.iterchildren():
        if local(child) == name:
            yield child
        elif local(child) in _INTO:
            yield from _children(child, name)


def _before(row: Any) -> int:
    said = (one for properties in _children(row, "trPr") for one in properties.iterchildren())
    return sum(_value(one) for one in said if local(one) == "gridBefore")


def _span(cell: Any) -> tuple[int, bool]:
    """How many columns a cell spans, and whether it only goes on from the one above."""
    width, continued = 1, False
    for one in cell.iterchildren():
        if local(one) == "tcPr":
            for said in one.iterchildren():
                if local(said) == "gridSpan":
                    width = max(1, min(_value(said), 100))
                elif local(said) == "vMerge":
                    continued = all(value != "restart" for value in said.attrib.values())
    return width, continued


def _value(element: Any) -> int:
    for key, value in element.attrib.items():
        if key.endswith("}val") and str(value).isdecimal():
            return min(int(value), 100)
    return 0
