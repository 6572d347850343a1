"""Word files (.docx) into blocks.

In reading order. What was deleted, or floats beside a paragraph, is kept apart from what is there now.
"""

import re
from collections.abc import Iterator
from typing import Any

from guide.importing.document_blocks import Block, Cell, Kind, RefusedError, Run, Spot, fold_spaces
from guide.importing.reading import beside, check_count, paragraph_lines, table_cells
from guide.importing.reading.word_styles import ListNumber, W, WordNumbering, WordStyle, WordStyles
from guide.importing.reading.xml_package import XmlPackage, below, local_name, number_of, value_of
from guide.importing.words.typed_labels import with_label

_BREAK = "\n"
_INTO_RUNS = frozenset(
    {"ins", "hyperlink", "smartTag", "sdt", "sdtContent", "moveTo", "customXml", "fldSimple", "dir", "bdo"}
)
_OUT = frozenset({"del", "moveFrom"})
_FORMULAS = frozenset({"oMath", "oMathPara"})


class WordParagraph:
    """One paragraph taken apart: ``lines`` are its runs between line breaks, ``style`` is how it looks."""

    def __init__(self, element: Any, looks: WordStyles) -> None:
        self.lines: list[list[Run]] = [[]]
        self.deleted = ""
        self.hidden = ""
        self.boxes: list[Any] = []
        self.notes: list[tuple[str, str]] = []
        self.tabs = 0
        self._looks = looks
        self.style = looks.of_paragraph(element)
        self._in_field = 0
        self._instruction = False
        self._walk(element)

    def _walk(self, element: Any) -> None:
        for child in element.iterchildren():
            name = local_name(child)
            if name in _OUT:
                self.deleted += "".join(text_of(child))
            elif name == "r":
                self._run(child)
            elif name in _FORMULAS:
                self._add("".join(text_of(child)), bold=False, italic=False, hidden=False)
            elif name in _INTO_RUNS:
                self._walk(child)

    def _run(self, run: Any) -> None:
        bold, italic, hidden = self._looks.of_run(run, self.style)
        for child in run.iterchildren():
            name = local_name(child)
            if name == "fldChar":
                self._field(child)
            elif self._instruction or name == "instrText":
                self.hidden += (child.text or "") if name == "t" else ""
            elif name == "AlternateContent":
                self._add(self._beside(child), bold=bold, italic=italic, hidden=hidden)
            elif name in ("drawing", "pict", "object"):
                self.boxes += boxes_in(child)
            elif name in ("footnoteReference", "endnoteReference"):
                self.notes.append((name.removesuffix("Reference"), value_of(child, "id")))
            else:
                self._add(_WRITTEN[name](child) if name in _WRITTEN else "", bold=bold, italic=italic, hidden=hidden)

    def _field(self, element: Any) -> None:
        kind = value_of(element, "fldCharType")
        if kind == "begin":
            self._in_field += 1
            self._instruction = True
        elif kind == "separate":
            self._instruction = False
        elif kind == "end":
            self._in_field = max(0, self._in_field - 1)
            self._instruction = False

    def _beside(self, element: Any) -> str:
        """The letters in what is there in several ways, of which a reader sees one: an emoji and its plain form."""
        ways = [way for way in element.iterchildren() if local_name(way) in ("Choice", "Fallback")]
        boxes = next((found for way in ways if (found := boxes_in(way))), [])
        self.boxes += boxes
        # The letters right below an element; those of a picture or a box are not its own.
        written = (
            "".join(_WRITTEN[name](one) for one in way.iterchildren() if (name := local_name(one)) in _WRITTEN)
            for way in ways
        )
        return "" if boxes else next((text for text in written if text), "")

    def _add(self, text: str, *, bold: bool, italic: bool, hidden: bool) -> None:
        if hidden:
            self.hidden += text
            return
        for place, piece in enumerate(text.split(_BREAK)):
            if place:
                self.lines.append([])
            if piece == "\t" and len(self.lines) == 1 and not any(run.text.strip() for run in self.lines[0]):
                self.tabs += 1
            if piece:
                self.lines[-1].append(Run(piece, bold, italic))


def _ruby(element: Any) -> str:
    """Signs with their reading above them, as in Japanese: the reading follows in brackets."""
    words = {local_name(one): "".join(text_of(one)) for one in element.iterchildren()}
    base, reading = words.get("rubyBase", ""), words.get("rt", "")
    return f"{base} ({reading})" if reading else base


def _symbol(element: Any) -> str:
    code = value_of(element, "char")
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ud800" <= sign <= "\udfff" else sign


_WRITTEN: dict[str, Any] = {
    "t": lambda element: element.text or "",
    "tab": lambda _: "\t",
    "ptab": lambda _: "\t",
    "br": lambda _: _BREAK,
    "cr": lambda _: _BREAK,
    "noBreakHyphen": lambda _: "-",
    "sym": _symbol,
    "ruby": _ruby,
}


def text_of(element: Any) -> list[str]:
    """All words below an element, deleted ones too."""
    return [one.text or "" for one in element.iter() if local_name(one) in ("t", "delText")]


def boxes_in(element: Any) -> list[Any]:
    """The text boxes below an element, those inside another box left to it."""
    found = []
    for child in element.iterchildren():
        if local_name(child) == "txbxContent":
            found.append(child)
        elif local_name(child) == "AlternateContent":
            first = next(iter(child.iterchildren()), None)
            found += [] if first is None else boxes_in(first)
        elif local_name(child):
            found += boxes_in(child)
    return found


_INTO = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})
_HEADING = re.compile(r"(?:heading|overskrift|rubrik|überschrift) ?(\d)")
_TITLES = frozenset({"title", "tittel"})
_LIST_STYLE = re.compile(r"list(?: (bullet|number|paragraph|continue))?(?: (\d))?$")
_STEP = 36.0  # points of one tab


class WordFile:
    """A Word file's parts: its body, its styles, and what it refers to.

    Raises:
        RefusedError: it is none, is broken, or is larger than a guide can be.
    """

    def __init__(self, data: bytes) -> None:
        self._package = XmlPackage(data, "import_broken_zip")
        if self._package.part("[Content_Types].xml") is None:
            raise RefusedError("import_no_word")
        main = next((to.part for to in self._package.relations() if to.kind == "officeDocument"), "")
        root = self._package.part(main)
        self.body: Any = None if root is None else root.find(f"{W}body")
        if self.body is None:
            raise RefusedError(
                "import_broken_zip" if root is None or local_name(root) == "document" else "import_no_word"
            )
        self.relations = self._package.relations(main)
        self.looks = WordStyles(self.first("styles"))

    def parts(self, *kinds: str) -> Iterator[tuple[str, Any]]:
        """The parts of some kinds, each with what it is.

        Raises:
            RefusedError: one is missing.
        """
        return ((to.kind, self._named(to.part)) for to in self.relations if to.kind in kinds)

    def first(self, kind: str) -> Any:
        """The first part of a kind, as ``numbering``; None where there is none."""
        return next((root for _, root in self.parts(kind)), None)

    def edges(self) -> Iterator[Any]:
        """The headers and footers of the pages, section by section."""
        named = {to.id: to.part for to in self.relations}
        for section in (one for one in below(self.body, "sectPr") if local_name(one.getparent()) in ("body", "pPr")):
            for pages in ("default", "first", "even"):
                for one in (one for name in ("header", "footer") for one in section.findall(f"{W}{name}Reference")):
                    if value_of(one, "type") == pages:
                        yield self._named(named.get(value_of(one, "id"), ""))

    def _named(self, part: str) -> Any:
        root = self._package.part(part)
        if root is None:
            raise RefusedError("import_broken_zip")
        return root


def read_word(data: bytes) -> tuple[Block, ...]:
    """The blocks of a Word file.

    Raises:
        RefusedError: it is none, is broken, or is larger than a guide can be.
    """
    return _WordReader(WordFile(data)).blocks()


class _WordReader:
    """One document being read: lists count on, paragraphs and tables get their numbers."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._looks = file.looks
        self._numbering = WordNumbering(file.first("numbering"))
        self._paragraphs = 0
        self._tables = 0
        self._boxes: list[tuple[Any, Spot]] = []
        self._found: list[Block] = []
        self._known_notes: dict[str, dict[str, list[str]]] = {}

    def blocks(self) -> tuple[Block, ...]:
        self._container(self._file.body)
        for box, spot in self._boxes:
            self._beside(box, spot)
        self._around()
        return tuple(self._found)

    def _container(self, element: Any, cell: Cell | None = None) -> None:
        for child in element.iterchildren():
            name = local_name(child)
            if name == "p":
                self._paragraph(child, cell)
            elif name == "tbl":
                self._table(child, cell)
            elif name in _INTO:
                self._container(child, cell)
            elif name == "AlternateContent":
                first = next(iter(child.iterchildren()), None)
                if first is not None:
                    self._container(first, cell)
            check_count(self._found)

    def _paragraph(self, element: Any, cell: Cell | None) -> None:
        self._paragraphs += cell is None
        spot = Spot("paragraph", {"number": f"{self._paragraphs}"}) if cell is None else cell.spot
        paragraph = WordParagraph(element, self._looks)
        style = paragraph.style
        listed = style.list_id not in ("", "0")
        numbered = self._numbering.of(style.list_id, style.list_level or 0) if listed else None
        self._boxes += [(box, spot) for box in paragraph.boxes]
        first = True
        for runs in paragraph_lines(paragraph.lines):
            block = self._block(element, runs, spot, style, numbered if first else None, paragraph.tabs)
            block = with_label(block.but(cell=cell, follows=not first))
            self._found.append(block.but(aside="contents") if style.name.startswith(("toc ", "innh ")) else block)
            first = False
        self._found += beside(paragraph.deleted, spot, "deleted") + beside(paragraph.hidden, spot, "hidden")
        for kind, name in paragraph.notes:
            self._found += [
                block for text in self._notes(kind).pop(name, ()) for block in beside(text, spot, "footnote")
            ]

    def _block(
        self, element: Any, runs: tuple[Run, ...], spot: Spot, style: WordStyle, numbered: ListNumber | None, tabs: int
    ) -> Block:
        kind, level = _kind(style, numbered)
        indent = style.indent
        own = (one for properties in _children(element, "pPr") for one in properties.iterchildren())
        if numbered is not None and (indent is None or not any(local_name(one) == "ind" for one in own)):
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

    def _table(self, table: Any, outer: Cell | None) -> None:
        if outer is None:
            self._tables += 1
        rows = [
            [(None, _before(row)), *((cell, _width(cell)) for cell in _children(row, "tc"))]
            for row in _children(table, "tr")
        ]
        for element, at in table_cells(rows, self._tables, outer):
            if _goes_on(element):
                self._found += beside(" ".join(text_of(element)), at.spot, "hidden")  # Word shows only the cell above
            else:
                self._container(element, at)

    def _beside(self, box: Any, spot: Spot) -> None:
        for element in box.iter():
            if local_name(element) == "p":
                runs = [run for line in WordParagraph(element, self._looks).lines for run in [*line, Run(" ")]]
                if kept := fold_spaces(runs):
                    self._found.append(Block(kept, spot, aside="text_box"))

    def _notes(self, kind: str) -> dict[str, list[str]]:
        """The footnotes or endnotes that are not listed yet, by their ids; their part is read once."""
        if kind not in self._known_notes:
            self._known_notes[kind] = notes_in(self._file.first(f"{kind}s"))
        return self._known_notes[kind]

    def _around(self) -> None:
        """Headers, footers and comments: never part of the guide, always listed."""
        seen: set[str] = set()
        for edge in self._file.edges():
            for element in below(edge, "p"):
                words = " ".join("".join(text_of(element)).split())
                if words not in seen:
                    seen.add(words)
                    self._found += beside(words, Spot("page_edge"), "page_header")
        for words in (words for texts in notes_in(self._file.first("comments")).values() for words in texts):
            self._found += beside(words, Spot("comment"), "comment")


def notes_in(root: Any) -> dict[str, list[str]]:
    """The footnotes or comments of a part, by their ids."""
    found: dict[str, list[str]] = {}
    for note in () if root is None else root.iterchildren():
        words = " ".join("".join(text_of(note)).split())
        if words and value_of(note, "type") in ("", "normal"):
            found.setdefault(value_of(note, "id"), []).append(words)
    return found


def _kind(style: WordStyle, numbered: ListNumber | None) -> tuple[Kind, int]:
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


def _children(element: Any, name: str) -> Iterator[Any]:
    """A table's rows or a row's cells, never those of a table inside it: looking through those again at every depth
    would take minutes.
    """
    for child in element.iterchildren():
        if local_name(child) == name:
            yield child
        elif local_name(child) in _INTO:
            yield from _children(child, name)


def _before(row: Any) -> int:
    said = (one for properties in _children(row, "trPr") for one in properties.iterchildren())
    return sum(min(number_of(one, "val") or 0, 100) for one in said if local_name(one) == "gridBefore")


def _width(cell: Any) -> int:
    """How many columns a cell spans."""
    said = (number_of(one, "val") for one in cell.findall(f"{W}tcPr/{W}gridSpan"))
    return next((max(1, min(width or 1, 100)) for width in said), 1)


def _goes_on(cell: Any) -> bool:
    """Whether a cell only goes on from the one above."""
    return any(value_of(one, "val") != "restart" for one in cell.findall(f"{W}tcPr/{W}vMerge"))
