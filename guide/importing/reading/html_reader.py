"""HTML into blocks, as Google Docs and Word save it.

The depth and letter of a list come from its class or from how lists stand in each other; comments and their marks,
scripts and what is not shown stay out.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from guide.importing.document_blocks import Aside, Block, Cell, Kind, RefusedError, Run, Spot
from guide.importing.reading import (
    FORMS,
    MAX_BLOCKS,
    MAX_TEXT,
    WORD_NAMES,
    beside,
    check_count,
    decode_file,
    described,
    format_number,
    paragraph_lines,
)
from guide.importing.words.typed_labels import with_label

_MAX_BYTES = 10 * MAX_TEXT  # pictures stand inside the text
_STEP = 36.0  # points that one level of a list stands further in
_BLOCKS = frozenset(
    (
        "p h1 h2 h3 h4 h5 h6 li td th div section article header footer main aside blockquote pre dt dd caption center "
        "ul ol table tr label fieldset legend form details summary figure figcaption button textarea nav "
        "address hr dialog"
    ).split()
)
_UNREAD = frozenset("script style title".split())
_ASIDES: Mapping[str, Aside] = {
    "svg": "text_box", "del": "deleted",
    **dict.fromkeys("template noscript iframe annotation annotation-xml".split(), "hidden"),
}  # fmt: skip
"""Elements whose words stand beside the text."""
_CHOICES: Mapping[str, tuple[str, ...]] = {"select": ("label",), "datalist": ("value", "label")}
"""Controls that let one choose, and what says so beside their text."""
_VALUES_UNSEEN = frozenset("radio checkbox submit reset button image".split())
"""Kinds of ``input`` whose value is for the machine, or is on a button."""
_LEADS = re.compile(
    r"#_?(?:(cmnt|mso(?:com|anchor))|ftnt?|edn|fn|sdfootnote|sdendnote)[_:-]?((?:ref|anchor)[_:-]?)?\d+(?:(anc)|sym)?"
)
"""Where the mark of a comment or footnote leads to, and back from, as Google Docs, Word, LibreOffice and pandoc say."""
_MARK = re.compile(r"\[[^\[\]]{1,30}\]|\d{1,4}|[a-z]|[ivxlc]{1,6}|\W{0,3}")
_LIST = re.compile(r"lst-kix_(\w+)-(\d)$")
_DECORATION = re.compile(r"text-decoration(?:-line)?:([^;]*)")
_LONGEST_NAMES, _LONGEST_RULE = 400, 2_000
MAX_TAGS = 200_000
_MAX_CLASSES = 20  # of one tag
_OFFICE = re.compile(r"<!\[(?:if [\w !()|&.]{1,100}|endif)\]>", re.IGNORECASE)
_COUNTER = re.compile(
    r"\.lst-kix_(\w+)-(\d)\s*>\s*li:before\{content:\"([^\"]*)\"\s*counter\([\w-]+,\s*([\w-]+)\)\s*\"([^\"]*)"
)


def read_html(data: bytes) -> tuple[Block, ...]:
    """The blocks of an HTML file.

    Raises:
        RefusedError: it is no text, or longer or deeper than a guide can be.
    """
    try:
        from lxml import etree
    except ImportError:
        raise RefusedError("import_lacks_documents") from None
    if len(data) > _MAX_BYTES:
        raise RefusedError("import_too_big", limit=f"{_MAX_BYTES // 1_000_000} MB")
    text = _OFFICE.sub("", decode_file(data, lines=False)).replace("<![", "")
    text = _without_unended(text)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if any("depth" in error.message for error in parser.error_log):
        raise RefusedError("import_too_deep", limit="256")
    return () if root is None else _HtmlReader([root, *root.itersiblings()]).blocks()


def _without_unended(text: str) -> str:
    """The text without the beginnings of what has no end, so that they hide no words behind them."""
    end = text.rfind("-->")
    end = end + 3 if end >= 0 else 0
    text = text[:end] + text[end:].replace("<!--", "")
    for tag in sorted(_UNREAD):
        end = max((found.end() for found in re.finditer(f"</{tag}\\b", text, re.IGNORECASE)), default=0)
        text = text[:end] + re.sub(rf"<{tag}\b[^<>]{{0,1000}}>", " ", text[end:], flags=re.IGNORECASE)
    return text


class _List(NamedTuple):
    """A list that is open: its kind, how deep it stands, and the name under which its numbers are counted."""

    form: str
    level: int
    key: tuple[str, int]


class _Look(NamedTuple):
    """How words look; ``mark``: they lead to a comment or a footnote and are no words."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    aside: Aside = ""
    mark: bool = False


class _HtmlReader:
    """One document being read."""

    def __init__(self, roots: list[Any]) -> None:
        self._roots = roots  # what comes after </html> stands beside it
        sheets = "\n".join(sheet.text or "" for root in roots for sheet in root.iter("style"))
        self._looks = dict(_looks_of(sheets))
        self._counters = {(found[1], found[2]): found for found in _COUNTER.finditer(sheets)}
        self._found: list[Block] = []
        self._lines: list[list[Run]] = [[]]
        self._tags = 0
        self._lists: list[_List] = []
        self._counts: dict[tuple[str, int], int] = {}
        self._heading: int | None = None
        self._item = False
        self._aside: Aside = ""
        self._aside_ends: Any = None  # the element with which the comment or footnote ends
        self._paragraphs = 0
        self._tables = self._inside = 0  # tables so far, those inside others not counted; tables that are open
        self._row = self._column = self._width = 0
        self._wide: dict[int, int] = {}
        self._last_rows: dict[int, int] = {}  # the row down to which a cell reaches, by its column

    def blocks(self) -> tuple[Block, ...]:
        """All blocks, each cell with how many columns its table has; last the file's title where no line has it."""
        for root in self._roots:
            self._element(root, _Look())
        self._end_block()
        shown = {block.text for block in self._found}
        named = next((title for root in self._roots for title in root.iter("title") if title.text), None)
        titled = () if named is None else beside(named.text, Spot("paragraph", {"number": "1"}), "code")
        self._found += (block.but(kind="heading") for block in titled if block.text not in shown)
        return tuple(
            block if block.cell is None else block.but(cell=block.cell.but(columns=self._wide.get(block.cell.table, 1)))
            for block in self._found
        )

    def _element(self, element: Any, above: _Look) -> None:
        tag = str(element.tag)
        self._tags += 1
        if self._tags > MAX_TAGS:
            raise RefusedError("import_too_long", limit=f"{MAX_BLOCKS}")
        if tag in _UNREAD:
            return
        self._control(element, tag, above)
        self._found += described(element.get("alt", ""), self._spot())
        if tag in _CHOICES:  # of its lines a page shows one at most
            return
        if tag == "br":
            self._lines.append([])
            return
        names = element.get("class", "").split()[:_MAX_CLASSES]
        look, heading = self._look(element, tag, names, above), self._heading
        if tag in _BLOCKS:
            self._end_block()
            self._begin(element, tag, names)
        self._words(element.text, look)
        for child in element:
            self._element(child, look)
            self._words(child.tail, look)
        if tag in _BLOCKS:
            self._end_block()
            self._heading = heading
        if tag in ("ul", "ol"):
            self._lists.pop()
        elif tag == "table":
            self._inside -= 1
        elif tag == "li":
            self._item = False
        if element is self._aside_ends:
            self._aside, self._aside_ends = "", None

    def _control(self, element: Any, tag: str, look: _Look) -> None:
        """What a form's control shows or lets one choose from, though no text of the page has it."""
        value, kind = element.get("value", ""), element.get("type", "text").lower()
        if tag in _CHOICES:
            lines = (line for one in element.iter() for line in (*map(one.get, _CHOICES[tag]), one.text, one.tail))
            told = dict.fromkeys(" ".join((line or "").split()) for line in lines if line is not element.tail)
            self._found += beside(" / ".join(filter(None, told)), self._spot(), "hidden")
        elif tag == "input" and kind in _VALUES_UNSEEN:
            self._found += beside("" if value == "on" else value, self._spot(), "hidden")
        elif tag == "input" and kind != "hidden":
            self._words(value, look)
        self._found += beside(element.get("placeholder", ""), self._spot(), "hidden")

    def _look(self, element: Any, tag: str, names: list[str], above: _Look) -> _Look:
        """How the words of an element look; a mark that leads elsewhere goes on into no other paragraph."""
        bold, italic, struck, aside, _ = above
        looks = [*(self._looks.get(name, "") for name in (tag, *names)), element.get("style", "")]
        struck = (
            struck or tag in ("s", "strike") or "line-through" in (_DECORATION.findall("; ".join(looks)) or [""])[-1]
        )
        for look in looks:
            bold = bool(re.search(r"font-weight:\s*(?:bold|[6-9]00)", look)) or (
                bold and not re.search(r"font-weight:\s*(?:normal|400)", look)
            )
            italic = "font-style:italic" in look.replace(" ", "") or (italic and "font-style:normal" not in look)
            if re.search(r"display:\s*none|visibility:\s*hidden", look):
                aside = aside or "hidden"
        aside = (
            aside or _ASIDES.get(tag) or ("hidden" if "hidden" in element.attrib or _is_for_sending(element) else "")
        )
        mark = self._is_mark(element, tag) or (above.mark and tag not in _BLOCKS)
        return _Look(bold or tag in ("b", "strong", "th"), italic or tag in ("i", "em"), struck, aside, mark)

    def _is_mark(self, element: Any, tag: str) -> bool:
        """Whether the words lead to a comment or footnote; from where they lead back, it begins or has ended."""
        leads = _LEADS.fullmatch(element.get("href", "")) if tag == "a" else None
        if leads is None or not _MARK.fullmatch(words := "".join(element.itertext()).strip().casefold()):
            return False
        if leads[1] == "msoanchor" or leads[2] or leads[3]:
            around = next(element.iterancestors("div", "li", "section"), None)
            first = "" if around is None else next((text for text in around.itertext() if text.strip()), "")
            if around is None or not (around.tag == "li" or words.startswith(first.strip().casefold())):
                around = next(element.iterancestors(*_BLOCKS), None)
            if self._aside_ends is None:
                self._aside, self._aside_ends = "comment" if leads[1] else "footnote", around
        return True

    def _words(self, text: str | None, look: _Look) -> None:
        words = (text or "").replace("\n", " ")
        if look.mark:
            return
        if look.aside:
            self._found += beside(words, self._spot(), look.aside)
        elif words:
            self._lines[-1].append(Run(words, look.bold, look.italic, look.struck))

    # ------------------------------------------------------------------ blocks

    def _begin(self, element: Any, tag: str, names: list[str]) -> None:
        noted = _LEADS.fullmatch("#" + element.get("id", "")) if tag in ("div", "li") else None
        if noted is not None and not (noted[2] or noted[3] or self._aside):
            self._aside, self._aside_ends = "comment" if noted[1] else "footnote", element
        if tag[0] == "h" and tag[1:].isdecimal():
            self._heading = int(tag[1])
        if tag in ("ul", "ol"):
            self._begin_list(element, names)
        elif tag == "li":
            self._item = True
            if self._lists and element.get("value", "").isdecimal():
                self._counts[self._lists[-1].key] = int(element.get("value")[:6]) - 1
        elif tag == "p" and {"title", "MsoTitle"} & set(names):
            self._heading = 0
        elif tag == "table":
            self._inside += 1
            if self._inside == 1:
                self._tables += 1
                self._row, self._column, self._width = -1, 0, 1
                self._last_rows.clear()
        elif tag == "tr" and self._inside == 1:
            self._row, self._column, self._width = self._row + 1, 0, 0
        elif tag in ("td", "th") and self._inside == 1:
            wide, high = (self._span(element, name) for name in ("colspan", "rowspan"))
            self._row, self._column = max(self._row, 0), self._column + self._width
            while self._last_rows.get(self._column, -1) >= self._row:
                self._column += 1
            self._width = max(1, min(wide, 60))
            if high != 1:  # 0: to the table's end
                reach = range(self._column, self._column + self._width)
                self._last_rows.update(dict.fromkeys(reach, self._row + (high or MAX_BLOCKS) - 1))
            self._wide[self._tables] = max(self._wide.get(self._tables, 1), self._column + self._width)

    def _span(self, element: Any, name: str) -> int:
        said = element.get(name, "")
        return int(said[:6]) if said.isdecimal() else 1

    def _begin_list(self, element: Any, names: list[str]) -> None:
        """A list: Google Docs writes the deeper ones beside, with their level in the class."""
        known = next((found for name in names if (found := _LIST.match(name)) is not None), None)
        level = int(known[2]) if known is not None else len(self._lists)
        name = known[1] if known is not None else f"{len(self._found)}.{len(self._counts)}"
        key = (name, level)
        counter = self._counters.get((known[1], known[2])) if known is not None else None
        form = "" if element.tag == "ul" else (counter[4] if counter is not None else element.get("type", "1"))
        start = element.get("start", "")
        if known is None or "start" in names or (start.isdecimal() and start != "1"):
            self._counts[key] = (int(start[:6]) if start.isdecimal() else 1) - 1
        self._lists.append(_List(form, level, key))
        if len(self._counts) > MAX_BLOCKS:
            raise RefusedError("import_too_long", limit=f"{MAX_BLOCKS}")

    def _spot(self) -> Spot:
        if self._inside:
            return Spot("table_row", {"table": f"{self._tables}", "row": f"{self._row + 1}"})
        return Spot("paragraph", {"number": f"{max(1, self._paragraphs)}"})

    def _end_block(self) -> None:
        lines, self._lines = self._lines, [[]]
        if not any(run.text.strip() for line in lines for run in line):
            return
        self._paragraphs += not self._inside
        self._found += (self._block(runs, first=not place) for place, runs in enumerate(paragraph_lines(lines)))
        self._item = False
        check_count(self._found)

    def _block(self, runs: tuple[Run, ...], *, first: bool) -> Block:
        if self._aside:
            return Block(runs, self._spot(), aside=self._aside)
        cell = Cell(self._tables, max(0, self._row), self._column, 1, self._width) if self._inside else None
        kind: Kind = "paragraph"
        label, form, level = "", "", 0
        if self._heading is not None:
            kind, level = "heading", self._heading
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


def _is_for_sending(element: Any) -> bool:
    """Whether this is a button of a form; outside of one it may head what it folds away."""
    usual = "button" if next(element.iterancestors("form"), None) is None else "submit"
    return element.tag == "button" and element.get("type", usual).lower() in ("submit", "reset")


def _looks_of(sheets: str) -> Iterator[tuple[str, str]]:
    """What style sheets say of each class."""
    for rule in sheets.split("}"):
        before, _, said = rule.rpartition("{")
        names = before.rpartition("{")[2]
        if len(names) <= _LONGEST_NAMES and len(said) <= _LONGEST_RULE:
            for name in names.split(","):
                if re.fullmatch(r"\s*\.?[\w-]+\s*", name):
                    yield name.strip().lstrip("."), said
