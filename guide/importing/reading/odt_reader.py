"""OpenDocument text (.odt) into blocks, in reading order.

List numbers are counted here, as the file has none. Notes, comments and deleted words are kept apart from the sentence
in which they hang.
"""

import re
from collections.abc import Iterator
from typing import Any

from guide.frozen import Value
from guide.importing.document_blocks import Aside, Block, Cell, Form, Kind, RefusedError, Run, Spot
from guide.importing.reading import (
    FORMS,
    WORD_NAMES,
    beside,
    check_count,
    described,
    format_number,
    paragraph_lines,
    table_cells,
)
from guide.importing.reading.xml_package import XmlPackage, below, local_name, number_of, value_of
from guide.importing.words.typed_labels import with_label

_POINTS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "pc": 12.0, "px": 0.75}
_LENGTH = re.compile(r"(-?(?:\d+(?:\.\d*)?|\.\d+))\s*(pt|cm|mm|in|pc|px)")
_STEP = 18.0  # points that one level of a list stands further in, where the file does not say
_BESIDE = frozenset({"note", "annotation", "tracked-changes", "annotation-end"})
_DRAWING = ":drawing:"  # the namespace of frames and shapes
_FORM = ":form:"  # that of a form's controls
_MAX_COLUMNS = 60
_MAX_DEPTH = 40
_MAX_SPACES = 200
_MAX_REPEATED = 20  # rows or cells that are said to come again; a sheet's empty rest comes a million times


class OdtStyle(Value):
    """What a style says of words and paragraphs, with what it has from those above it."""

    name: str = ""
    level: int = 0
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    struck: bool = False
    indent: float = 0.0
    size: float = 0.0


def read_odt(data: bytes) -> tuple[Block, ...]:
    """The blocks of an OpenDocument text.

    Raises:
        RefusedError: it is none, is broken, or is longer than a guide can be.
    """
    package = XmlPackage(data)
    content = package.part("content.xml")
    text = None if content is None else next(below(content, "text"), None)
    if text is None:
        raise RefusedError("import_no_odt")
    return _OdtReader(content, package.part("styles.xml")).blocks(text)


class _OdtReader:
    """One document being read: lists count on, paragraphs and tables get their numbers."""

    def __init__(self, content: Any, styles: Any) -> None:
        self._said: dict[str, Any] = {}
        self._lists: dict[str, Any] = {}
        for root in (styles, content):
            for one in () if root is None else below(root, "style", "list-style"):
                known = self._lists if local_name(one) == "list-style" else self._said
                known[value_of(one, "name")] = one
        self._styles: dict[str, OdtStyle] = {}
        self._found: list[Block] = []
        self._paragraphs = 0
        self._tables = 0
        self._counts: dict[tuple[str, int], int] = {}
        self._styled = _usual_size(styles)

    def blocks(self, text: Any) -> tuple[Block, ...]:
        self._container(text, None)
        return tuple(self._found)

    def _container(self, element: Any, cell: Cell | None, depth: int = 0) -> None:
        if depth > _MAX_DEPTH:
            raise RefusedError("import_too_deep", limit=f"{_MAX_DEPTH}")
        for child in element.iterchildren():
            name = local_name(child)
            if name in ("p", "h"):
                self._paragraph(child, cell)
            elif name == "list":
                self._list(child, cell, 0, "")
            elif name == "table":
                self._table(child, cell, depth)
            elif name.endswith(("-index", "bibliography")) or name == "table-of-content":
                for one in below(child, "p"):
                    self._found += beside("".join(_all_text(one)), self._next_spot(cell), "contents")
            elif name == "tracked-changes":
                for one in (piece for region in below(child, "deletion") for piece in below(region, "p", "h")):
                    self._found += beside("".join(_all_text(one)), Spot("comment"), "deleted")
            elif name in ("section", "index-body", "soft-page-break", "numbered-paragraph"):
                self._container(child, cell, depth + 1)
            else:  # what is fixed to a page, as frames, drawings and the controls of a form are
                spot = Spot("paragraph", {"number": f"{max(1, self._paragraphs)}"}) if cell is None else cell.spot
                for words in (*_beside_text(child), *_in_controls(child)):
                    self._found += beside(words, spot, "text_box")
                self._found += (block for words in _descriptions(child) for block in described(words, spot))
            check_count(self._found)

    # ------------------------------------------------------------------ lists

    def _list(self, element: Any, cell: Cell | None, level: int, outer: str) -> None:
        """A list's items; one inside another has the style of that one unless it says otherwise."""
        if level > _MAX_DEPTH:
            raise RefusedError("import_too_deep", limit=f"{_MAX_DEPTH}")
        style = value_of(element, "style-name") or outer
        if not level:
            goes_on = value_of(element, "continue-numbering") == "true" or value_of(element, "continue-list")
            if not goes_on:
                for key in [key for key in self._counts if key[0] == style]:
                    del self._counts[key]
        for item in element.iterchildren():
            kind = local_name(item)
            if kind not in ("list-item", "list-header"):
                continue
            first = kind == "list-item"
            if (start := number_of(item, "start-value")) is not None:
                self._counts[style, level] = start - 1
            for child in item.iterchildren():
                name = local_name(child)
                if name == "list":
                    self._list(child, cell, level + 1, style)
                elif name in ("p", "h"):
                    made = self._item(style, level) if first else None
                    self._paragraph(child, cell, item=made, level=level, follows=not first)
                    first = False
            check_count(self._found)

    def _item(self, style: str, level: int) -> tuple[str, Form, float | None]:
        """An item's label, its form and how far in it stands."""
        told = self._lists.get(style)
        own = None
        for one in () if told is None else told.iterchildren():
            if value_of(one, "level") == f"{level + 1}":
                own = one
        indent = _indent_of(own)
        if own is None or local_name(own) != "list-level-style-number":
            return (value_of(own, "bullet-char") if own is not None else "") or "•", "bullet", indent
        form = WORD_NAMES.get(value_of(own, "num-format"), "")
        begin = number_of(own, "start-value")
        key = (style, level)
        known = self._counts.get(key, (1 if begin is None else begin) - 1)
        self._counts[key] = known + 1
        for deeper in [one for one in self._counts if one[0] == style and one[1] > level]:
            del self._counts[deeper]
        if not form:
            return "", "bullet", indent
        shown = number_of(own, "display-levels")
        levels = 1 if shown is None else shown
        above = range(max(0, level - levels + 1), level + 1)
        numbers = [format_number(self._counts.get((style, at), 1), form) for at in above]
        label = f"{value_of(own, 'num-prefix')}{'.'.join(numbers)}{value_of(own, 'num-suffix')}"
        return label.strip(), "decimal" if levels > 1 else FORMS[form], indent

    # ------------------------------------------------------------------ paragraphs

    def _next_spot(self, cell: Cell | None) -> Spot:
        self._paragraphs += cell is None
        return Spot("paragraph", {"number": f"{self._paragraphs}"}) if cell is None else cell.spot

    def _paragraph(
        self, element: Any, cell: Cell | None, *, item: tuple[str, Form, float | None] | None = None,
        level: int = 0, follows: bool = False,
    ) -> None:  # fmt: skip
        spot = self._next_spot(cell)
        style = self._style(value_of(element, "style-name"))
        lines: list[list[Run]] = [[]]
        apart: list[tuple[Aside, str]] = []
        self._words(element, style, lines, apart, 0)
        kind: Kind = "item" if item is not None else "paragraph"
        outline = number_of(element, "outline-level") if local_name(element) == "h" else None
        heading = style.level if outline is None else outline
        if style.name.casefold() in ("title", "tittel"):
            kind, heading = "heading", 0
        elif heading and item is None:
            kind = "heading"
        label, form, indent = item or ("", "", style.indent)
        for place, runs in enumerate(paragraph_lines(lines)):
            block = Block(
                runs, spot, kind=kind, level=heading if kind == "heading" else level, cell=cell,
                indent=_STEP * (level + 1) if indent is None else indent,
                label="" if place else label, form="" if place else form,
                follows=follows or place > 0, size=style.size if style.size > 1.05 * self._styled else 0.0,
            )  # fmt: skip
            self._found.append(with_label(block))
        for aside, words in apart:
            self._found += described(words, spot) if aside == "picture" else beside(words, spot, aside)

    def _words(
        self, element: Any, style: OdtStyle, lines: list[list[Run]], apart: list[tuple[Aside, str]], depth: int
    ) -> None:
        """The runs of a paragraph, cut at its line breaks; what hangs in it is put beside."""
        if depth > _MAX_DEPTH:
            raise RefusedError("import_too_deep", limit=f"{_MAX_DEPTH}")

        def add(text: str | None) -> None:
            if not text:
                return
            if style.hidden:
                apart.append(("hidden", text))
            else:
                lines[-1].append(Run(text, style.bold, style.italic, style.struck))

        add(element.text)
        for child in element.iterchildren():
            name = local_name(child)
            if name == "note":
                apart.append(("footnote", " ".join("".join(_all_text(one)) for one in below(child, "note-body"))))
            elif name == "annotation":
                apart.append(("comment", " ".join("".join(_all_text(one)) for one in below(child, "p"))))
            elif name == "line-break":
                lines.append([])
            elif name == "tab":
                add("\t")
            elif name == "s":
                count = number_of(child, "c")
                add(" " * (1 if count is None else min(count, _MAX_SPACES)))
            elif name and _DRAWING in child.tag:
                apart += [("text_box", words) for words in _beside_text(child)]
                apart += [("picture", words) for words in _descriptions(child)]
            elif name and name not in _BESIDE:
                if name == "drop-down":
                    apart.append(("hidden", " / ".join(value_of(one, "value") for one in below(child, "label"))))
                own = self._look(style, value_of(child, "style-name")) if name in ("span", "a") else style
                self._words(child, own, lines, apart, depth + 1)
            add(child.tail)

    # ------------------------------------------------------------------ tables

    def _table(self, table: Any, outer: Cell | None, depth: int) -> None:
        if outer is None:
            self._tables += 1
        for element, at in table_cells([[*_cells(row)] for row in _rows(table)], self._tables, outer):
            if local_name(element) == "covered-table-cell":
                self._found += beside(" ".join(_all_text(element)), at.spot, "hidden")
            else:
                self._container(element, at, depth + 1)

    # ------------------------------------------------------------------ styles

    def _style(self, name: str) -> OdtStyle:
        """A paragraph's style."""
        if name not in self._styles:
            self._styles[name] = self._look(OdtStyle(), name)
        return self._styles[name]

    def _look(self, over: OdtStyle, name: str) -> OdtStyle:
        """A style over another: what it does not say is as before."""
        chain: list[Any] = []
        while name in self._said and len(chain) < _MAX_DEPTH:
            chain.append(self._said[name])
            name = value_of(self._said[name], "parent-style-name")
        made = over
        for one in reversed(chain):
            level = number_of(one, "default-outline-level")
            if level is not None:
                made = made.but(level=level)
            shown = (value_of(one, "display-name") or value_of(one, "name")).replace("_20_", " ")
            if value_of(one, "family") == "paragraph" and not re.fullmatch(r"P\d+", shown):
                made = made.but(name=shown)
            for said in one.iterchildren():
                made = _with_properties(made, said)
        return made


def _with_properties(style: OdtStyle, said: Any) -> OdtStyle:
    if local_name(said) == "paragraph-properties" and (left := _points(value_of(said, "margin-left"))) is not None:
        return style.but(indent=left)
    if local_name(said) != "text-properties":
        return style
    weight, slant, display = (value_of(said, name) for name in ("font-weight", "font-style", "display"))
    lines = [value_of(said, f"text-line-through-{name}") for name in ("style", "type")]
    heavy = weight == "bold" or (number_of(said, "font-weight") or 0) >= 600
    size = _points(value_of(said, "font-size"))
    return style.but(
        bold=style.bold if not weight else heavy,
        italic=style.italic if not slant else slant in ("italic", "oblique"),
        hidden=style.hidden or display == "none",
        struck=style.struck if not any(lines) else "none" not in lines,
        size=size if size is not None else style.size,
    )


def _usual_size(styles: Any) -> float:
    """The size of ordinary letters."""
    for one in () if styles is None else below(styles, "default-style"):
        if value_of(one, "family") == "paragraph":
            for said in below(one, "text-properties"):
                return _points(value_of(said, "font-size")) or 12.0
    return 12.0


def _points(length: str) -> float | None:
    found = _LENGTH.fullmatch(length)
    return None if found is None else min(float(found[1]) * _POINTS[found[2]], 1_000.0)


def _indent_of(level: Any) -> float | None:
    """How far in a list's level stands."""
    for one in () if level is None else below(level, "list-level-label-alignment", "list-level-properties"):
        for name in ("margin-left", "space-before"):
            if (found := _points(value_of(one, name))) is not None:
                return found
    return None


def _rows(table: Any) -> Iterator[Any]:
    for child in table.iterchildren():
        if local_name(child) == "table-row":
            yield child
        elif local_name(child) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(child)


def _cells(row: Any) -> Iterator[tuple[Any, int]]:
    """A row's cells and how many columns each is wide; one that is covered from the left has no width of its own."""
    count = covered = 0
    for cell in row.iterchildren():
        name = local_name(cell)
        if name not in ("table-cell", "covered-table-cell"):
            continue
        wide, again = number_of(cell, "number-columns-spanned"), number_of(cell, "number-columns-repeated")
        for _ in range(1 if again is None else min(again, _MAX_REPEATED)):
            width = 1 if wide is None else min(wide, _MAX_COLUMNS)
            if name == "table-cell":
                covered = width - 1
            elif covered:
                width, covered = 0, covered - 1
            count += width
            if count > _MAX_COLUMNS:
                return
            yield cell, width


def _beside_text(element: Any) -> Iterator[str]:
    """The paragraphs of what stands beside the text."""
    return ("".join(_all_text(one)) for one in below(element, "p", "h"))


def _in_controls(element: Any) -> Iterator[str]:
    """What the controls of a form say: their labels, or what they hold without one."""
    for one in element.iter():
        label = value_of(one, "label")
        if label or (_FORM in str(one.tag) and local_name(one) != "property"):
            yield from dict.fromkeys((label or value_of(one, "value"), value_of(one, "current-value")))


def _descriptions(element: Any) -> Iterator[str]:
    return ("".join(_all_text(one)) for one in below(element, "title", "desc"))


def _all_text(element: Any) -> Iterator[str]:
    for one in element.iter():
        if local_name(one) in ("s", "tab", "line-break"):
            yield " "
        if isinstance(one.tag, str) and one.text:
            yield one.text
        if one is not element and one.tail:
            yield one.tail
