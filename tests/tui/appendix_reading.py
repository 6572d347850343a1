"""The appendix read back by its own rules, from Word and from Markdown, independently of the importer.

Upright is the author's, italic ours, bold a title or a name; a line's pieces have one blank between them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

from docx import Document
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.tui.appendix_form import (
    Appendix,
    AppendixParagraph,
    AppendixRow,
    AppendixTable,
    Block,
    Item,
    Line,
    Listing,
    Look,
    Span,
)

LOOKS: dict[str, Look] = {"Emphasis": "ours", "Strong": "name", "Default Paragraph Font": "words"}
BULLET = re.compile(r"(?:•|\xa0\xa0◦)(?: |$)")
LISTS = {"List": False, "List 2": False, "List Bullet": True, "List Bullet 2": True}


def from_word(data: bytes) -> Appendix:
    """The appendix that a Word file holds."""
    document = Document(BytesIO(data))
    inner = list(document.iter_inner_content())
    head = inner[0]
    assert isinstance(head, WordParagraph)
    assert head.style is not None
    assert head.style.name == "Heading 1"
    language = document.styles.element.xpath("w:docDefaults//w:lang/@w:val")[0]
    return Appendix(head.text, str(language), tuple(_word_blocks(inner[1:])))


def _word_blocks(inner: Sequence[WordParagraph | WordTable]) -> Iterator[Block]:
    items: list[Item] = []
    style = ""
    for one in inner:
        name = one.style.name or "" if isinstance(one, WordParagraph) and one.style is not None else ""
        if isinstance(one, WordParagraph) and name in LISTS:
            style = style or name
            _take(items, _word_line(one), below=name.endswith("2"))
            continue
        if items:
            yield Listing(tuple(items), LISTS[style])
            items, style = [], ""
        if isinstance(one, WordTable):
            yield _word_table(one)
        else:
            yield AppendixParagraph(_word_line(one), bool(one.paragraph_format.keep_with_next))
    if items:
        yield Listing(tuple(items), LISTS[style])


def _take(items: list[Item], line: Line, *, below: bool) -> None:
    if below:
        items[-1] = Item(items[-1].line, (*items[-1].below, line))
    else:
        items.append(Item(line))


def _word_line(paragraph: WordParagraph) -> Line:
    runs = [(run.text, run.style.name or "") for run in paragraph.runs]
    assert [text for text, _ in runs[1::2]] == [" "] * (len(runs) // 2)
    return tuple(Span(text, LOOKS[style]) for text, style in runs[::2])


def _word_table(table: WordTable) -> AppendixTable:
    head, *rows = table.rows
    return AppendixTable(
        (head.cells[0].text, head.cells[1].text),
        tuple(_word_row(row.cells[0].paragraphs, row.cells[1].paragraphs) for row in rows),
    )


def _word_row(left: Iterable[WordParagraph], right: Iterable[WordParagraph]) -> AppendixRow:
    items: list[Item] = []
    for paragraph in right:
        assert paragraph.style is not None
        assert paragraph.style.name in ("List Bullet", "List Bullet 2")
        _take(items, _word_line(paragraph), below=paragraph.style.name == "List Bullet 2")
    return AppendixRow(tuple(_word_line(paragraph) for paragraph in left), tuple(items))


def from_markdown(text: str, language: str) -> Appendix:
    """The appendix that a Markdown text holds; every list has bullets there."""
    tokens = [token for token in MarkdownIt("commonmark").enable("table").parse(text) if token.type != "html_block"]
    assert (tokens[0].type, tokens[0].tag) == ("heading_open", "h1")
    assert tokens[1].children is not None
    return Appendix(_plain(tokens[1].children), language, tuple(_markdown_blocks(tokens[3:])))


def _markdown_blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    at = 0
    while at < len(tokens):
        kind = tokens[at].type
        end = next(place for place in range(at, len(tokens)) if tokens[place].level == 0 and tokens[place].nesting < 0)
        within = [token for token in tokens[at:end] if token.type == "inline"]
        if kind == "paragraph_open":
            (line,) = _lines(within[0])
            yield AppendixParagraph(line, line[-1].look == "name")
        elif kind == "bullet_list_open":
            items: list[Item] = []
            for token in within:
                (line,) = _lines(token)
                _take(items, line, below=token.level > 3)
            yield Listing(tuple(items))
        else:
            assert kind == "table_open"
            left, right = within[0], within[1]
            yield AppendixTable((left.content, right.content), tuple(_markdown_rows(within[2:])))
        at = end + 1


def _markdown_rows(cells: Sequence[Token]) -> Iterator[AppendixRow]:
    for left, right in zip(cells[::2], cells[1::2], strict=True):
        items: list[Item] = []
        for line in _lines(right, bulleted=True):
            bullet = BULLET.match(line[0].text)
            assert bullet is not None
            text = line[0].text[bullet.end() :]
            _take(items, (Span(text), *line[1:]) if text else line[1:], below="◦" in bullet[0])
        yield AppendixRow(tuple(_lines(left, parted=True)), tuple(items))


def _lines(token: Token, *, bulleted: bool = False, parted: bool = False) -> Iterator[Line]:
    """The lines of a cell or paragraph; ``<br>`` begins one in a cell where a bullet, or anything, follows."""
    spans: list[Span] = []
    look: Look = "words"
    children = list(token.children or ())
    for place, child in enumerate(children):
        if child.type in ("em_open", "strong_open"):
            look = "ours" if child.type == "em_open" else "name"
        elif child.type in ("em_close", "strong_close"):
            look = "words"
        elif child.type == "html_inline" and (parted or (bulleted and BULLET.match(children[place + 1].content))):
            yield _tidied(spans)
            spans = []
        else:
            spans.append(Span(_plain([child]), look))
    yield _tidied(spans)


def _tidied(spans: list[Span]) -> Line:
    """Neighbours of one look put together, and the blank between looks taken off."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].look == span.look:
            joined[-1] = Span(joined[-1].text + span.text, span.look)
        else:
            joined.append(span)
    texts = []
    for place, span in enumerate(joined):
        text = span.text
        if span.look == "words":
            text = text[1:] if place and text.startswith(" ") else text
            text = text[:-1] if place + 1 < len(joined) and text.endswith(" ") else text
        texts.append(Span(text, span.look))
    return tuple(span for span in texts if span.text)


def _plain(children: Iterable[Token]) -> str:
    breaks = {"hardbreak": "\n", "softbreak": "\n", "html_inline": "\n"}
    return "".join(breaks.get(child.type, child.content) for child in children)
