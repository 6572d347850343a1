"""Word files (.docx) into blocks.

In reading order. What was deleted, or floats beside a paragraph, is kept apart from what is there now.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from guide.importing.document_blocks import Block, Cell, Kind, RefusedError, Run, Spot, fold_spaces
from guide.importing.reading import beside, check_count, described, paragraph_lines, table_cells
from guide.importing.reading.word_styles import OFF, ListNumber, W, WordNumbering, WordStyle, WordStyles
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
        self._fields: list[bool] = []  # those that are open: whether what comes now tells how the field is made
        self._walk(element)

    def _walk(self, element: Any) -> None:
        for child in children_of(element, _INTO_RUNS):
            name = local_name(child)
            if name in _OUT:
                self.deleted += "".join(text_of(child))
            elif name == "r":
                self._run(child)
            elif name in _FORMULAS:
                self._add("".join(text_of(child)), Run(""))
            else:
                self.hidden += "".join(text_of(child)) + _choices(child)

    def _run(self, run: Any) -> None:
        look, hidden = self._looks.of_run(run, self.style)
        for child in children_of(run):
            name = local_name(child)
            if name == "fldChar":
                self._field(value_of(child, "fldCharType"))
                shown = (*map(_box, below(child, "checkBox")), *map(_chosen, below(child, "ddList")))
                self._add("".join(shown), look, hidden=hidden)
                self.hidden += _choices(child)
            elif any(self._fields):
                self.hidden += "".join(text_of(child))
            elif name in ("footnoteReference", "endnoteReference"):
                self.notes.append((name.removesuffix("Reference"), value_of(child, "id")))
            elif name in _WRITTEN:
                self._add(_WRITTEN[name](child), look, hidden=hidden)
            elif name != "rPr":
                self.boxes += boxes_in(child)

    def _field(self, kind: str) -> None:
        if kind != "begin" and self._fields:
            self._fields.pop()
        if kind != "end":
            self._fields.append(kind == "begin")

    def _add(self, text: str, look: Run, *, hidden: bool = False) -> None:
        if hidden:
            self.hidden += text
            return
        for place, piece in enumerate(text.split(_BREAK)):
            if place:
                self.lines.append([])
            if piece == "\t" and len(self.lines) == 1 and not any(run.text.strip() for run in self.lines[0]):
                self.tabs += 1
            if piece:
                self.lines[-1].append(look.but(text=piece))


def _box(element: Any) -> str:
    """A box of a form, ticked or not: Word shows it though no text is in it."""
    said = {local_name(one): value_of(one, "val") for one in element.iterchildren()}
    return "☐" if said.get("checked", said.get("default", "0")) in OFF else "☒"


def _chosen(element: Any) -> str:
    """The line of a list to choose from that Word shows: the first until somebody chose."""
    said = {local_name(one): number_of(one, "val") or 0 for one in element.iterchildren()}
    lines = [value_of(one, "val") for one in below(element, "listEntry")]
    return "".join(lines[said.get("result", said.get("default", 0)) :][:1])


def _choices(element: Any) -> str:
    """The lines that a field or control of a form lets one choose from, of which Word shows one at most."""
    lines = below(element, "listEntry", "listItem")
    return " / ".join(value_of(one, "displayText") or value_of(one, "val") or value_of(one, "value") for one in lines)


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


_INTO = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})
_BOXES = frozenset({"txbxContent", "p", "textpath", "relIds", "chart"})
"""What has words in a drawing: a text box, a paragraph, letters that are a picture, and a diagram or chart, which is in
a part of its own.
"""

_DESCRIBED = "docPr"
_CONTROL = "sdtPr"
_READ = frozenset({*_WRITTEN, *_BOXES, "delText", "footnoteReference", "endnoteReference"})


def children_of(element: Any, into: frozenset[str] = _INTO) -> Iterator[Any]:
    """What an element consists of: content controls and the like, whose names are in ``into``, give what is in them.

    Of what is there in several ways, as an emoji and its plain form are, it is the first that has anything to read.
    """
    for child in element.iterchildren():
        name = local_name(child)
        if name in into:
            yield from children_of(child, into)
        elif name == "AlternateContent":
            ways = (way for way in child.iterchildren() if any(local_name(one) in _READ for one in way.iter()))
            for way in islice(ways, 1):
                yield from children_of(way, into)
        elif name:
            yield child


def paragraphs_in(element: Any) -> Iterator[Any]:
    """The paragraphs of an element and of its tables, none that stands in a text box beside another."""
    for child in children_of(element):
        if local_name(child) == "p":
            yield child
        else:
            yield from paragraphs_in(child)


def text_of(element: Any) -> Iterator[str]:
    """All words below an element, deleted ones too, with blanks between paragraphs and lines."""
    name = local_name(element)
    if name in _WRITTEN:
        yield _WRITTEN[name](element)
        return
    if name == "delText":
        yield element.text or ""
    elif name == "p":
        yield " "
    for child in children_of(element):
        yield from text_of(child)


def words_of(element: Any) -> str:
    """All words below an element, deleted ones too, their white space folded."""
    return " ".join("".join(text_of(element)).split())


def boxes_in(element: Any) -> list[Any]:
    """What has words in a drawing, its description too; what is inside a text box is left to it."""
    if local_name(element) in _BOXES or local_name(element) == _DESCRIBED:
        return [element]
    return [box for child in children_of(element) for box in boxes_in(child)]


_HEADING = re.compile(r"(?:heading|overskrift|rubrik|überschrift) ?(\d)")
_TITLES = frozenset({"title", "tittel"})
_LIST_STYLE = re.compile(r"list(?: (bullet|number|paragraph|continue))?(?: (\d))?$")
_STEP = 36.0  # points of one tab
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


class WordFile:
    """A Word file's parts: its body, its styles, and what it refers to; ``inside`` says that it lies in another.

    Raises:
        RefusedError: it is none, is broken, or is larger than a guide can be.
    """

    def __init__(self, data: bytes, *, inside: bool = False) -> None:
        self._package = XmlPackage(data, "import_broken_zip")
        self._inside = inside
        if self._package.part("[Content_Types].xml") is None:
            raise RefusedError("import_no_word")
        main = next((to.part for to in self._package.relations() if to.kind == "officeDocument"), "")
        root = self._part(main)
        self.body: Any = None if root is None else root.find(f"{W}body")
        if self.body is None:
            raise RefusedError(
                "import_broken_zip" if root is None or local_name(root) == "document" else "import_no_word"
            )
        self.relations = self._package.relations(main)
        self._targets = {to.id: to.part for to in self.relations}
        self.looks = WordStyles(self.first("styles"))

    def parts(self, *kinds: str) -> Iterator[tuple[str, Any]]:
        """The parts of some kinds that are there, each with what it is."""
        found = ((to.kind, self._part(to.part)) for to in self.relations if to.kind in kinds)
        return ((kind, root) for kind, root in found if root is not None)

    def first(self, kind: str) -> Any:
        """The first part of a kind, as ``numbering``; None where there is none."""
        return next((root for _, root in self.parts(kind)), None)

    def edges(self) -> Iterator[Any]:
        """The headers and footers of the pages, section by section."""
        for section in (one for one in below(self.body, "sectPr") if local_name(one.getparent()) in ("body", "pPr")):
            for pages in ("default", "first", "even"):
                for one in (one for name in ("header", "footer") for one in section.findall(f"{W}{name}Reference")):
                    if value_of(one, "type") == pages:
                        root = self._part(self._targets.get(value_of(one, "id"), ""))
                        if root is None:
                            raise RefusedError("import_broken_zip")
                        yield root

    def words_in(self, box: Any) -> Iterator[str]:
        """The words of what has any in a drawing, by paragraphs where it is in a part of its own."""
        name = local_name(box)
        if name in ("relIds", "chart"):
            root = self._part(self._targets.get(value_of(box, "dm" if name == "relIds" else "id"), ""))
            yield from () if root is None else (words_of(one) for one in below(root, "p"))
        else:
            yield value_of(box, "string") if name == "textpath" else words_of(box)

    def chunk(self, element: Any) -> tuple[Block, ...]:
        """The blocks of another document that Word would put in the place of ``w:altChunk``: HTML, a web archive, a
        Word file or plain text. Of what is neither, is missing, or lies inside another, the name alone is told.

        Raises:
            RefusedError: it cannot be read.
        """
        name = self._targets.get(value_of(element, "id"), value_of(element, "id"))
        data = self._package.data(name)
        if data is None:
            return beside(name, Spot("paragraph"), "code")
        if data.startswith(b"PK\x03\x04") and not self._inside:
            return _WordReader(WordFile(data, inside=True)).blocks()
        if name.endswith((".mht", ".mhtml")):
            from email import message_from_bytes

            pages = (one for one in message_from_bytes(data).walk() if one.get_content_type() == "text/html")
            data = next((bytes(one.get_payload(decode=True) or b"") for one in pages), data)
        if name.endswith((".htm", ".html", ".xhtml", ".mht", ".mhtml")):
            from guide.importing.reading.html_reader import read_html

            return read_html(data)
        if name.endswith(".txt"):
            from guide.importing.reading.text_reader import read_plain

            return read_plain(data)
        return beside(name, Spot("paragraph"), "code")

    def _part(self, name: str) -> Any:
        """A part's root, in the one namespace where the file has that of strict Open XML."""
        root = self._package.part(name)
        if root is not None and root.tag.startswith(_STRICT):
            for one in root.iter():
                for key in [key for key in one.attrib if key.startswith(_STRICT)]:
                    one.set(W + key.removeprefix(_STRICT), one.attrib.pop(key))
                if isinstance(one.tag, str):
                    one.tag = one.tag.replace(_STRICT, W)
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
        for child in children_of(element):
            name = local_name(child)
            if name == "p":
                self._paragraph(child, cell)
            elif name == "tbl":
                self._table(child, cell)
            elif name == "altChunk":
                self._chunk(child, cell)
            elif name in _FORMULAS:
                self._found += [block.but(cell=cell) for block in beside(words_of(child), self._next(cell), "")]
            else:
                words = f"{words_of(child)} {_choices(child)}"
                self._found += beside(words, self._spot(cell), "deleted" if name in _OUT else "hidden")
            check_count(self._found)

    def _spot(self, cell: Cell | None) -> Spot:
        return Spot("paragraph", {"number": f"{self._paragraphs}"}) if cell is None else cell.spot

    def _next(self, cell: Cell | None) -> Spot:
        self._paragraphs += cell is None
        return self._spot(cell)

    def _chunk(self, element: Any, cell: Cell | None) -> None:
        tables = self._tables
        for block in self._file.chunk(element):
            own = block.cell if cell is None else cell
            if own is not None and cell is None:
                own = own.but(table=own.table + tables)
                self._tables = max(self._tables, own.table)
            self._found.append(block.but(spot=self._next(own), cell=own))

    def _paragraph(self, element: Any, cell: Cell | None) -> None:
        spot = self._next(cell)
        paragraph = WordParagraph(element, self._looks)
        style = paragraph.style
        listed = style.list_id not in ("", "0")
        numbered = self._numbering.of(style.list_id, style.list_level or 0) if listed else None
        for place, runs in enumerate(paragraph_lines(paragraph.lines)):
            block = self._block(element, runs, spot, style, None if place else numbered, paragraph.tabs)
            block = with_label(block.but(cell=cell, follows=place > 0))
            self._found.append(block.but(aside="contents") if style.name.startswith(("toc ", "innh ")) else block)
        self._out_of_sight(paragraph, spot)

    def _out_of_sight(self, paragraph: WordParagraph, spot: Spot) -> None:
        """What stands in a paragraph and is no part of its text."""
        self._boxes += [(box, spot) for box in paragraph.boxes]
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
            [(None, _before(row)), *((one, _width(one)) for one in _children(row, "tc", _CONTROL))]
            for row in _children(table, "tr")
        ]
        for control in _children(table, _CONTROL):  # around whole rows
            self._found += beside(_choices(control), self._spot(outer), "hidden")
        for element, at in table_cells(rows, self._tables, outer):
            if local_name(element) == _CONTROL:
                self._found += beside(_choices(element), at.spot, "hidden")
            elif _goes_on(element):
                self._found += beside(words_of(element), at.spot, "hidden")  # Word shows only the cell above
            else:
                self._container(element, at)

    def _beside(self, box: Any, spot: Spot) -> None:
        if local_name(box) == _DESCRIBED:
            self._found += described(f"{value_of(box, 'title')} {value_of(box, 'descr')}", spot)
            return
        if local_name(box) != "txbxContent":
            for words in self._file.words_in(box):
                self._found += beside(words, spot, "text_box")
            return
        for element in paragraphs_in(box):
            paragraph = WordParagraph(element, self._looks)
            if kept := fold_spaces([run for line in paragraph.lines for run in [*line, Run(" ")]]):
                self._found.append(Block(kept, spot, aside="text_box"))
            self._out_of_sight(paragraph, spot)

    def _notes(self, kind: str) -> dict[str, list[str]]:
        """The footnotes or endnotes that are not listed yet, by their ids; their part is read once."""
        if kind not in self._known_notes:
            self._known_notes[kind] = notes_in(self._file.first(f"{kind}s"))
        return self._known_notes[kind]

    def _around(self) -> None:
        """Headers, footers, comments, and footnotes that nothing seen leads to: never part of the guide, always
        listed.
        """
        for texts in [*self._notes("footnote").values(), *self._notes("endnote").values()]:
            self._found += [block for text in texts for block in beside(text, self._spot(None), "footnote")]
        seen: set[str] = set()
        for edge in self._file.edges():
            for element in paragraphs_in(edge):
                words = words_of(element)
                if words not in seen:
                    seen.add(words)
                    self._found += beside(words, Spot("page_edge"), "page_header")
        for words in (words for texts in notes_in(self._file.first("comments")).values() for words in texts):
            self._found += beside(words, Spot("comment"), "comment")


def notes_in(root: Any) -> dict[str, list[str]]:
    """The footnotes or comments of a part, by their ids."""
    found: dict[str, list[str]] = {}
    for note in () if root is None else root.iterchildren():
        words = words_of(note)
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


def _children(element: Any, *names: str) -> Iterator[Any]:
    """A table's rows or a row's cells, never those of a table inside it: looking through those again at every depth
    would take minutes.
    """
    return (child for child in children_of(element) if local_name(child) in names)


def _before(row: Any) -> int:
    said = (one for properties in _children(row, "trPr") for one in properties.iterchildren())
    return sum(min(number_of(one, "val") or 0, 100) for one in said if local_name(one) == "gridBefore")


def _width(cell: Any) -> int:
    """How many columns a cell spans; what a control says of itself spans none."""
    if local_name(cell) == _CONTROL:
        return 0
    said = (number_of(one, "val") for one in cell.findall(f"{W}tcPr/{W}gridSpan"))
    return next((max(1, min(width or 1, 100)) for width in said), 1)


def _goes_on(cell: Any) -> bool:
    """Whether a cell only goes on from the one above."""
    return any(value_of(one, "val") != "restart" for one in cell.findall(f"{W}tcPr/{W}vMerge"))
