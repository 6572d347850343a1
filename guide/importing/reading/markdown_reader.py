"""Markdown into blocks, by the CommonMark rules.

Through markdown-it-py, tables included.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from guide.importing.document_blocks import Aside, Block, Cell, Kind, RefusedError, Run, Spot, fold_spaces
from guide.importing.reading import MAX_LINES, beside, check_count, decode_file
from guide.importing.reading.grid_tables import GridCell, find_grids
from guide.importing.words.typed_labels import find_label, with_label

if TYPE_CHECKING:
    from markdown_it.token import Token

MAX_DEPTH = 40
"""Lists and quotations inside one another; a list and its item count one each."""

_MOST_COLUMNS = 60  # that a table's rows may have beyond its head
_SHORT = 50  # characters of a line that nobody's editor broke off
_STEP = 18.0  # points that one level of a list stands further in
_FRONT = re.compile(r"\A\s*---[ \t]*\n(?P<body>(?:[^\n]*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TIGHT = re.compile(r"^(?P<signs>#{1,6})(?=[^\W\d_])", re.MULTILINE)
"""A heading without a blank after its signs."""

_TAG = re.compile(r"<[/!?]?[A-Za-z][^>]*>")
_STRUCK_TAG = re.compile(r"<(?P<end>/?)(?:s|del|strike)\b[^>]*>", re.IGNORECASE)
_STRUCK = re.compile(r"<(s|del|strike)\b[^>]*>.*?</\1\s*>", re.IGNORECASE)
_REMARK = re.compile(r"<!--(?P<words>.*?)-->")
_ITEM = re.compile(r"<li\b[^>]*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SENTENCE_END = (".", "?", "!", ":", "…", ")")


def read_markdown(data: bytes) -> tuple[Block, ...]:
    """The blocks of a Markdown file.

    Raises:
        RefusedError: it is no text, or longer than a guide can be.
    """
    try:
        from markdown_it import MarkdownIt
    except ImportError:
        raise RefusedError("import_lacks_documents") from None
    text = decode_file(data).replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MAX_LINES:
        raise RefusedError("import_too_long", limit=f"{MAX_LINES}")
    if len(_TIGHT.findall(text)) > 1:
        text = _TIGHT.sub(r"\g<signs> ", text)  # as some programs still let people write headings
    blocks = []
    front = _FRONT.match(text)
    if front is not None and ":" in front["body"]:
        for number, line in enumerate(front["body"].split("\n"), 2):
            if line.strip():
                blocks.append(_front_matter(line, number))
        text = "\n" * text[: front.end()].count("\n") + text[front.end() :]
    lines = text.split("\n")
    grids = [*find_grids(lines)]
    for grid in grids:
        lines[grid.start : grid.stop] = [""] * (grid.stop - grid.start)
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_DEPTH}).enable(["table", "strikethrough"])
    known: dict[str, Any] = {}

    def parse(lines: Sequence[str]) -> Sequence["Token"]:
        tokens = parser.parse("\n".join(_with_columns(lines)), known)
        if any(token.nesting == 1 and token.level >= MAX_DEPTH - 1 for token in tokens):
            raise RefusedError("import_too_deep", limit=f"{MAX_DEPTH // 2}")  # what lies deeper was not read
        return tokens

    tables = [
        (grid.start, [block for one in grid.cells for block in _in_cell(one, parse(one.lines))]) for grid in grids
    ]
    return (*blocks, *_MarkdownReader(parse(lines), tables).blocks(), *_addresses(known, lines))


def _with_columns(lines: Sequence[str]) -> list[str]:
    """The lines, with a column more in a table's head for every cell that a row has beyond it.

    Without one the parser drops such a cell, as GitHub does.
    """
    from markdown_it import MarkdownIt

    wide = [*lines]
    outline = MarkdownIt("commonmark", {"maxNesting": MAX_DEPTH}).enable("table").disable("inline")
    for table in (token for token in outline.parse("\n".join(lines)) if token.type == "table_open"):
        first, stop = table.map or (0, 0)
        columns = len(re.findall("-+", lines[first + 1]))
        more = max((_count_cells(line) for line in lines[first + 2 : stop]), default=0) - columns
        if more > _MOST_COLUMNS:
            wide[first + 1] = ""  # as lines of text it loses nothing, either
        elif more > 0:
            for at, cell in ((first, " |"), (first + 1, "---|")):
                line = wide[at].rstrip()
                closed = line.endswith("|") and not line.endswith("\\|")
                wide[at] = f"{line}{'' if closed else '|'}{cell * more}"
    return wide


def _count_cells(line: str) -> int:
    """How many cells a table's row has: a bar at its end closes the last one."""
    cells = re.sub(r"^[\s>]*\|?|\\.|\|\s*$", "", line)
    return cells.count("|") + 1


def _in_cell(one: GridCell, tokens: Sequence["Token"]) -> Iterator[Block]:
    for block in _MarkdownReader(tokens, wrapped=True).blocks():
        yield block.but(cell=one.cell, spot=one.cell.spot)


def _addresses(known: Mapping[str, Any], lines: Sequence[str]) -> Iterator[Block]:
    """Lines that only say where a link leads ("[label]: address"): nothing of them is in the running text."""
    for found in (*known.get("references", {}).values(), *known.get("duplicate_refs", ())):
        for number in range(*found["map"]):
            yield from beside(lines[number], Spot("line", {"number": f"{number + 1}"}), "code")


def _front_matter(line: str, number: int) -> Block:
    key, colon, value = line.partition(":")
    spot = Spot("line", {"number": f"{number}"})
    if colon and key.strip().casefold() in ("title", "tittel") and value.strip():
        return Block(fold_spaces([Run(value.strip().strip("\"'"))]), spot, kind="heading", level=0)
    return Block(fold_spaces([Run(line)]), spot, aside="code")


class _MarkdownReader:
    """One document's tokens, walked in order.

    ``tables`` are read already, and stand where their lines begin. In ``wrapped`` text a line ends only for its width.
    """

    def __init__(
        self, tokens: Sequence["Token"], tables: Sequence[tuple[int, Sequence[Block]]] = (), *, wrapped: bool = False
    ) -> None:
        self._tokens = tokens
        self._tables = [*tables]
        self._wrapped = wrapped
        self._found: list[Block] = []
        self._lists: list[str] = []
        self._counts: list[int] = []
        self._fresh = False
        self._quotes = 0
        self._table = len(tables)
        self._row = -1
        self._column = -1
        self._columns = 0
        self._in_table = False
        self._line = 0

    def blocks(self) -> tuple[Block, ...]:
        for place, token in enumerate(self._tokens):
            if token.map:
                self._line = token.map[0] + 1
            self._take_tables(self._line)
            self._token(token, place)
            check_count(self._found)
        self._take_tables()
        return tuple(self._found)

    def _take_tables(self, before: int = MAX_LINES + 1) -> None:
        """Put the tables here that began before a line."""
        while self._tables and self._tables[0][0] < before:
            self._found += self._tables.pop(0)[1]
            check_count(self._found)

    def _token(self, token: "Token", place: int) -> None:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            self._lists.append("bullet" if kind.startswith("bullet") else "decimal")
            self._counts.append(int(token.attrs.get("start", 1)) - 1 if token.attrs else 0)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
            self._counts.pop()
        elif kind == "list_item_open":
            self._counts[-1] += 1
            self._fresh = True
        elif kind == "list_item_close":
            self._fresh = False
        elif kind in ("blockquote_open", "blockquote_close"):
            self._quotes += 1 if kind.endswith("open") else -1
        elif kind in ("fence", "code_block"):
            self._code(token)
        elif kind == "html_block":
            self._html(token)
        elif kind == "inline":
            self._inline(token, self._tokens[place - 1])
        else:
            self._of_table(token)

    def _of_table(self, token: "Token") -> None:
        if token.type == "table_open":
            self._table += 1
            self._row, self._in_table = -1, True
            self._columns = 0
        elif token.type == "table_close":
            self._in_table = False
        elif token.type == "tr_open":
            self._row += 1
            self._column = -1
        elif token.type in ("th_open", "td_open"):
            self._column += 1
            self._columns = max(self._columns, self._column + 1)

    def _inline(self, token: "Token", opened: "Token") -> None:
        lines = _lines_of(token.children or [], wrapped=self._wrapped)
        cell = Cell(self._table, self._row, self._column, self._columns) if self._in_table else None
        first = True
        for number, line in enumerate(lines):
            runs = fold_spaces(line)
            if not runs:
                continue
            if not first and cell is None and self._goes_on(runs, opened):
                before = self._found.pop()
                self._found.append(with_label(_joined(before.typed or before, runs)))
                continue
            block = self._block(runs, opened, number, cell, first=first)
            self._found.append(with_label(block))
            first = False
        for child in token.children or []:
            for words, aside in _behind(child, token.content):
                self._found += beside(words, Spot("line", {"number": f"{self._line}"}), aside)
        self._fresh = False

    def _goes_on(self, runs: tuple[Run, ...], opened: "Token") -> bool:
        """Whether a line of source only goes on with the one before, as a soft break in Markdown does."""
        before = self._found[-1]
        text = "".join(run.text for run in runs)
        if opened.type == "heading_open" or find_label(text) is not None:
            return opened.type == "heading_open"
        if runs[0].bold and not before.runs[-1].bold:
            return False
        if (before.bold and not runs[0].bold) or (len(before.text) < _SHORT and text[:1].isupper()):
            return False
        return not before.text.rstrip('*_ "”»').endswith(_SENTENCE_END) or text[:1].islower()

    def _block(self, runs: tuple[Run, ...], opened: "Token", number: int, cell: Cell | None, *, first: bool) -> Block:
        if cell is not None:
            # How far in a line of a table's cell stands, by the hard spaces that Markdown keeps there.
            depth = 0 if not runs else len(runs[0].text) - len(runs[0].text.lstrip("\xa0"))
            return Block(runs, cell.spot, cell=cell, indent=_STEP * depth)
        spot = Spot("line", {"number": f"{self._line + number}"})
        kind: Kind = "paragraph"
        if opened.type == "heading_open":
            return Block(runs, spot, kind="heading", level=int(opened.tag[1:]))
        depth = len(self._lists)
        if depth and self._fresh and first:
            kind = "item"
        form = self._lists[-1] if kind == "item" else ""
        return Block(
            runs,
            spot,
            kind=kind,
            level=max(0, depth - 1),
            form="bullet" if form == "bullet" else ("decimal" if form else ""),
            label=f"{self._counts[-1]}." if form == "decimal" else "",
            indent=_STEP * depth + (0 if kind == "item" or not depth else 1),
            quoted=self._quotes > 0,
            follows=bool(depth) and kind != "item",
        )

    def _code(self, token: "Token") -> None:
        """Indented text is seldom meant as code: a list under an unnumbered line ends up so."""
        start = self._line + (1 if token.type == "fence" else 0)
        aside: Aside = "code" if token.type == "fence" and token.info.strip() else ""
        self._found += beside(token.info, Spot("line", {"number": f"{self._line}"}), "code")
        for number, line in enumerate(token.content.split("\n")):
            runs = fold_spaces([Run(line)])
            if runs:
                spot = Spot("line", {"number": f"{start + number}"})
                indent = _STEP * len(self._lists) + 4.0 * (len(line) - len(line.lstrip())) + _STEP
                self._found.append(with_label(Block(runs, spot, indent=indent, aside=aside)))

    def _html(self, token: "Token") -> None:
        comment = token.content.lstrip().startswith("<!--")
        content = token.content if comment else _ITEM.sub("\n- ", token.content)
        for number, line in enumerate(_BREAK.sub("\n", content).split("\n")):
            spot = Spot("line", {"number": f"{self._line + number}"})
            if comment:
                self._found += beside(line.replace("<!--", "").replace("-->", ""), spot, "comment")
                continue
            if runs := fold_spaces(list(_runs_of(_REMARK.sub(" ", line)))):
                self._found.append(with_label(Block(runs, spot)))
            for found in _REMARK.finditer(line):
                self._found += beside(found["words"], spot, "comment")


def _joined(block: Block, runs: tuple[Run, ...]) -> Block:
    """The block with the line that goes on with it."""
    return block.but(runs=fold_spaces([*block.runs, Run(" "), *runs]))


def _behind(child: "Token", content: str) -> Iterator[tuple[str, Aside]]:
    """What a reader does not see of a line: where it leads, the titles of links and pictures, remarks."""
    if child.type in ("link_open", "image"):
        address = str(child.attrGet("href") or child.attrGet("src") or "")
        if address not in content.replace(f"({address}", ""):
            yield address, "code"
        yield str(child.attrGet("title") or ""), "code"
    elif child.type == "html_inline" and child.content.startswith("<!--"):
        yield child.content.removeprefix("<!--").removesuffix("-->"), "comment"


def _runs_of(line: str) -> Iterator[Run]:
    """The words of a line of HTML, its tags away."""
    end = 0
    for found in _STRUCK.finditer(line):
        yield Run(_TAG.sub(" ", line[end : found.start()]))
        yield Run(_TAG.sub(" ", found[0]), struck=True)
        end = found.end()
    yield Run(_TAG.sub(" ", line[end:]))


def _lines_of(children: Sequence["Token"], *, wrapped: bool) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    bold = italic = struck = 0
    for child in children:
        if child.type in ("strong_open", "strong_close"):
            bold += child.nesting
        elif child.type in ("em_open", "em_close"):
            italic += child.nesting
        elif child.type in ("s_open", "s_close"):
            struck += child.nesting
        elif child.type == "softbreak" and wrapped:
            lines[-1].append(Run(" "))
        elif child.type in ("softbreak", "hardbreak"):
            lines.append([])
        elif child.type == "html_inline":
            if _BREAK.fullmatch(child.content.strip()):
                lines.append([])
            elif (tag := _STRUCK_TAG.fullmatch(child.content)) is not None:
                struck = max(0, struck + (-1 if tag["end"] else 1))
        elif child.type == "image" or child.content:
            lines[-1].append(Run(child.content, bold > 0, italic > 0, struck > 0))
    return lines
