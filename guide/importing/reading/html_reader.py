"""HTML into blocks, as Google Docs and Word save it.

The depth and letter of a list come from its class or from how lists stand in each other; comments and their marks,
scripts and what is not shown stay out.
"""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import NamedTuple

from guide.importing.document_blocks import Aside, Block, Cell, Kind, RefusedError, Run, Spot, fold_spaces
from guide.importing.reading import (
    FORMS,
    MAX_BLOCKS,
    MAX_TEXT,
    WORD_NAMES,
    check_count,
    decode_file,
    format_number,
    paragraph_lines,
)
from guide.importing.words.typed_labels import with_label

_MAX_BYTES = 10 * MAX_TEXT  # pictures stand inside the text
_MAX_DEPTH = 300
_STEP = 36.0  # points that one level of a list stands further in
_BLOCKS = frozenset(
    (
        "p h1 h2 h3 h4 h5 h6 li td th div section article header footer main aside blockquote pre dt dd caption center"
    ).split()
)
_PICTURE = re.compile(rb"data:[\w/+.;=-]{1,100},[A-Za-z0-9+/=%\s]{200,}")
_EMPTY = frozenset("br img hr meta link input col area base embed source track wbr".split())
_UNREAD = frozenset("script style template noscript svg math object iframe".split())
_LIST = re.compile(r"lst-kix_(\w+)-(\d)$")
_SHEET = re.compile(r"<style[^<>]{0,400}>", re.IGNORECASE)
_SHEET_END = re.compile("</style", re.IGNORECASE)
_LONGEST_NAMES, _LONGEST_RULE = 400, 2_000
MAX_TAGS = 200_000
_MAX_CLASSES = 20  # of one tag
_NO_LETTER = re.compile(r"&#\d{8,};?")
_OFFICE = re.compile(r"<!\[[^\[\]<>]{0,200}\]>")
_COUNTER = re.compile(
    r"\.lst-kix_(\w+)-(\d)\s*>\s*li:before\{content:\"([^\"]*)\"\s*counter\([\w-]+,\s*([\w-]+)\)\s*\"([^\"]*)"
)
_ASIDES: Mapping[str, Aside] = {"cmnt": "comment", "ftnt": "footnote"}


def read_html(data: bytes) -> tuple[Block, ...]:
    """The blocks of an HTML file.

    Raises:
        RefusedError: it is no text, or longer than a guide can be.
    """
    if len(data) > _MAX_BYTES:
        raise RefusedError("import_too_big", limit=f"{_MAX_BYTES // 1_000_000} MB")
    text = decode_file(_PICTURE.sub(b"", data), lines=False)
    reader = _HtmlReader(text)
    reader.feed(_mended(text))
    reader.close()
    return reader.blocks()


class _List(NamedTuple):
    """A list that is open: its kind, how deep it stands, and the name under which its numbers are counted."""

    form: str
    level: int
    key: tuple[str, int]


class _HtmlReader(HTMLParser):
    """One document being read."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self._looks = dict(_looks_of(text))
        self._counters = {(found[1], found[2]): found for found in _COUNTER.finditer(text)}
        self._found: list[Block] = []
        self._lines: list[list[Run]] = [[]]
        self._open: list[tuple[str, bool, bool, bool]] = []  # the tag, bold, italic, hidden
        self._tags = 0
        self._mark = 0  # how many tags were open where a mark began that leads elsewhere
        self._lists: list[_List] = []
        self._counts: dict[tuple[str, int], int] = {}
        self._heading = 0
        self._title = False
        self._item = False
        self._aside: Aside = ""
        self._skipped = 0
        self._paragraphs = 0
        self._tables: list[int] = []
        self._table = 0
        self._cells: list[tuple[int, int, int]] = []  # the place in each open table: row, column, width
        self._wide: dict[int, int] = {}

    def blocks(self) -> tuple[Block, ...]:
        """All blocks, the cells of each table with how many columns it has."""
        self._end_block()
        return tuple(
            block if block.cell is None else block.but(cell=block.cell.but(columns=self._wide.get(block.cell.table, 1)))
            for block in self._found
        )

    # ------------------------------------------------------------------ what the parser tells

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tags += 1
        if self._tags > MAX_TAGS:
            raise RefusedError("import_too_long", limit=f"{MAX_BLOCKS}")
        said = {name: value or "" for name, value in attrs}
        if self._skipped or tag in _UNREAD:
            self._skipped += tag in _UNREAD
            return
        if tag == "br":
            self._lines.append([])
            return
        if tag in _EMPTY:
            return
        if len(self._open) > _MAX_DEPTH:
            raise RefusedError("import_too_deep", limit=f"{_MAX_DEPTH}")
        names = said.get("class", "").split()[:_MAX_CLASSES]
        if tag in _BLOCKS or tag in ("ul", "ol", "table", "tr"):
            self._end_block()
            self._close_open(tag)
            self._mark = 0  # no mark goes on into another paragraph, closed or not
            self._begin(tag, said, names)
        _, bold, italic, hidden = self._open[-1] if self._open else ("", False, False, False)
        for look in (*(self._looks.get(name, "") for name in (tag, *names)), said.get("style", "")):
            bold = bool(re.search(r"font-weight:\s*(?:bold|[6-9]00)", look)) or (
                bold and not re.search(r"font-weight:\s*(?:normal|400)", look)
            )
            italic = "font-style:italic" in look.replace(" ", "") or (italic and "font-style:normal" not in look)
            hidden = hidden or "display:none" in look.replace(" ", "")
        own = (tag, bold or tag in ("b", "strong", "th"), italic or tag in ("i", "em"), hidden or tag == "title")
        self._open.append(own)
        if tag == "a":
            self._anchor(said)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._skipped = max(0, self._skipped - 1)
        if self._skipped or tag in _EMPTY or not any(one[0] == tag for one in self._open):
            return
        if tag in _BLOCKS or tag in ("ul", "ol", "table", "tr"):
            self._end_block()
        while self._open and self._open.pop()[0] != tag:
            pass
        if len(self._open) < self._mark:
            self._mark = 0
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "table" and self._tables:
            self._tables.pop()
            self._cells.pop()
        elif tag == "li":
            self._item = False
        elif tag[0] == "h" and tag[1:].isdecimal():
            self._heading = 0
        elif tag == "div":
            self._aside = ""

    def handle_data(self, data: str) -> None:
        if self._skipped or not data:
            return
        _, bold, italic, hidden = self._open[-1] if self._open else ("", False, False, False)
        words = data.replace("\n", " ")
        if hidden:
            if words.strip() and not any(one[0] == "title" for one in self._open):
                self._found.append(Block(fold_spaces([Run(words)]), self._spot(), aside="hidden"))
            return
        if self._mark and len(self._open) >= self._mark:
            return
        self._lines[-1].append(Run(words, bold, italic))

    def _close_open(self, tag: str) -> None:
        """End a paragraph or an item whose end nobody wrote."""
        for one, outer in (("p", ("td", "th", "li", "div")), ("li", ("ul", "ol"))):
            inside = [open_tag for open_tag, *_ in self._open]
            place = len(inside) - 1 - inside[::-1].index(one) if one in inside else -1
            if (one == "p" or tag == "li") and place >= 0 and not set(inside[place:]) & set(outer):
                del self._open[place:]

    # ------------------------------------------------------------------ blocks

    def _begin(self, tag: str, said: Mapping[str, str], names: list[str]) -> None:
        if tag in ("ul", "ol"):
            self._begin_list(tag, said, names)
        elif tag == "li":
            self._item = True
            if self._lists and said.get("value", "").isdecimal():
                self._counts[self._lists[-1].key] = int(said["value"][:6]) - 1
        elif tag[0] == "h" and tag[1:].isdecimal():
            self._heading = int(tag[1:])
        elif tag == "p":
            self._title = bool({"title", "MsoTitle"} & set(names))
        elif tag == "table":
            self._table += 1
            self._tables.append(self._table)
            self._cells.append((-1, 0, 1))
        elif tag == "tr" and self._cells:
            self._cells[-1] = (self._cells[-1][0] + 1, 0, 0)
        elif tag in ("td", "th") and self._cells:
            row, column, width = self._cells[-1]
            span = said.get("colspan", "")
            own = min(int(span[:6]), 60) if span.isdecimal() else 1
            self._cells[-1] = (max(row, 0), column + width, own)
            number = self._tables[0]
            if len(self._tables) == 1:
                self._wide[number] = max(self._wide.get(number, 1), column + width + own)

    def _begin_list(self, tag: str, said: Mapping[str, str], names: list[str]) -> None:
        """A list: Google Docs writes the deeper ones beside, with their level in the class."""
        known = next((found for name in names if (found := _LIST.match(name)) is not None), None)
        level = int(known[2]) if known is not None else len(self._lists)
        name = known[1] if known is not None else f"{len(self._found)}.{len(self._counts)}"
        key = (name, level)
        counter = self._counters.get((known[1], known[2])) if known is not None else None
        form = "" if tag == "ul" else (counter[4] if counter is not None else said.get("type", "1"))
        start = said.get("start", "")
        if known is None or "start" in names or (start.isdecimal() and start != "1"):
            self._counts[key] = (int(start[:6]) if start.isdecimal() else 1) - 1
        self._lists.append(_List(form, level, key))
        if len(self._counts) > MAX_BLOCKS:
            raise RefusedError("import_too_long", limit=f"{MAX_BLOCKS}")

    def _anchor(self, said: Mapping[str, str]) -> None:
        """A mark that leads to a comment or a footnote is no word; where it leads to, comments and footnotes begin."""
        for kind, aside in _ASIDES.items():
            if said.get("href", "").startswith(f"#{kind}_ref"):
                self._aside = aside
                self._mark = len(self._open)
            elif said.get("href", "").startswith(f"#{kind}"):
                self._mark = len(self._open)

    def _spot(self) -> Spot:
        if self._cells:
            return Spot("table_row", {"table": f"{self._tables[0]}", "row": f"{self._cells[0][0] + 1}"})
        return Spot("paragraph", {"number": f"{max(1, self._paragraphs)}"})

    def _end_block(self) -> None:
        lines, self._lines = self._lines, [[]]
        if not any(run.text.strip() for line in lines for run in line):
            return
        if not self._cells:
            self._paragraphs += 1
        first = True
        for runs in paragraph_lines(lines):
            self._found.append(self._block(runs, first=first))
            first = False
        self._item = False
        self._title = False
        check_count(self._found)

    def _block(self, runs: tuple[Run, ...], *, first: bool) -> Block:
        if self._aside:
            return Block(runs, self._spot(), aside=self._aside)
        cell = None
        if self._cells:
            row, column, width = self._cells[0]
            cell = Cell(self._tables[0], max(0, row), column, 1, width)
        kind: Kind = "paragraph"
        label, form, level = "", "", 0
        if self._heading or self._title:
            kind, level = "heading", 0 if self._title else self._heading
        elif self._lists and self._item and first:
            own = self._lists[-1]
            kind, level = "item", own.level
            label, form = self._label(own)
        deep = self._lists[-1].level + 1 if self._lists else 0
        block = Block(
            runs, self._spot(), kind=kind, level=level, label=label, form=form, cell=cell,  # type: ignore[arg-type]
            indent=_STEP * deep, follows=bool(self._lists) and kind != "item",
        )  # fmt: skip
        return with_label(block)

    def _label(self, own: _List) -> tuple[str, str]:
        if own.form not in WORD_NAMES:
            return "•", "bullet"
        count = self._counts[own.key] = self._counts.get(own.key, 0) + 1
        for key in [key for key in self._counts if key[0] == own.key[0] and key[1] > own.key[1]]:
            del self._counts[key]
        counter = self._counters.get((own.key[0], f"{own.key[1]}"))
        before, after = (counter[3], counter[5]) if counter is not None else ("", ".")
        written = WORD_NAMES[own.form]
        return f"{before}{format_number(count, written)}{after}".strip(), FORMS[written]


def _looks_of(text: str) -> Iterator[tuple[str, str]]:
    """What a style sheet says of each class."""
    for piece in _SHEET.split(text)[1:]:
        for rule in _SHEET_END.split(piece, 1)[0].split("}"):
            before, _, said = rule.rpartition("{")
            names = before.rpartition("{")[2]
            if len(names) <= _LONGEST_NAMES and len(said) <= _LONGEST_RULE:
                for name in names.split(","):
                    if re.fullmatch(r"\s*\.?[\w-]+\s*", name):
                        yield name.strip().lstrip("."), said


def _mended(text: str) -> str:
    """The text without what the parser would look through to its end once for each time that it stands there.

    Comments are taken out here; of what has no end its sign alone, and its words stay.
    """
    pieces, at = list[str](), 0
    while (start := text.find("<!--", at)) >= 0:
        end = text.find("-->", start + 2)
        if end < 0:
            break
        pieces.append(text[at:start])
        at = end + 3
    text = _OFFICE.sub("", "".join(pieces) + text[at:].replace("<!--", "")).replace("<![", "")
    last = text.rfind(">") + 1
    return _NO_LETTER.sub("\ufffd", text[:last] + text[last:].replace("<", "&lt;"))
