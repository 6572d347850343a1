"""Transcripts in Word and RTF, as lines of text."""

import re
from codecs import lookup
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from guide.importing.document_blocks import RefusedError
from guide.importing.reading.word_reader import WordFile, WordParagraph, children_of, paragraphs_in, words_of
from guide.importing.reading.xml_package import local_name
from interviews.transcripts import lines
from interviews.transcripts.turns import Apart, Reading, Unread, count_words, name_before_colon

# RTF, as f4 and older programs write it: its paragraphs as lines of text.

_BESIDE_IN_RTF = {"footnote": "footnote", "annotation": "comment"} | dict.fromkeys(
    "header footer headerl headerr headerf footerl footerr footerf".split(), "page_edge"
)
_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z'])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)"
)
_BREAKS = {"par": "\n", "line": "\n", "sect": "\n", "page": "\n", "row": "\n", "tab": "\t", "cell": "\t"}
_SIGNS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_UNSEEN = frozenset(
    "fonttbl colortbl stylesheet info pict listtable revtbl rsidtbl atnid atnauthor atntime atndate atnref "
    "generator themedata colorschememapping latentstyles datastore xmlnstbl listoverridetable fldinst deleted".split()
)


def text_of_rtf(data: bytes) -> tuple[str, tuple[Apart, ...]]:
    """The text of an RTF file, and what stands beside it: footnotes, comments, the edges of pages.

    What is no text of it (fonts, colours, pictures, instructions) is left out.
    """
    source = data.decode("latin-1")
    found = re.search(r"\\ansicpg(\d{1,5})", source)
    encoding = _known_codec(f"cp{found[1]}") if found is not None else "cp1252"
    text: list[str] = []
    beside: list[tuple[str, list[str]]] = []
    into: list[str] | None = text  # None: nobody reads it
    stack: list[tuple[list[str] | None, int]] = []
    after_sign, skip = 1, 0
    fresh = starred = False
    for token in _TOKEN.finditer(source):
        word = token["word"]
        if token["brace"] == "{":
            stack.append((into, after_sign))
            fresh, starred, skip = True, False, 0
            continue
        if token["brace"] == "}":
            into, after_sign = stack.pop() if stack else (text, 1)
            fresh = starred = False
            skip = 0
            continue
        if (fresh or starred) and word in _BESIDE_IN_RTF and into is not None:
            into = []
            beside.append((_BESIDE_IN_RTF[word], into))
        elif word in _UNSEEN or word == "bin" or starred:
            into = None
        starred = fresh and token["sign"] == "*"
        fresh = False
        if word == "uc":
            after_sign = int(token["number"] or 1)
        said = _decode_token(token, encoding)
        if word == "u" and token["number"]:
            said, skip = chr(int(token["number"]) % 65536), after_sign
        elif skip and said:
            cut = min(skip, len(said))
            said, skip = said[cut:], skip - cut
        if into is not None and not starred:
            into.append(said)
    apart = (Apart(kind, " ".join(_pair_surrogates("".join(words)).split())) for kind, words in beside)
    return _pair_surrogates("".join(text)), tuple(one for one in apart if one.text)


def _decode_token(token: re.Match[str], encoding: str) -> str:
    if token["text"] is not None:
        return token["text"]
    if token["byte"] is not None:
        return bytes([int(token["byte"], 16)]).decode(encoding, errors="replace")
    if token["sign"] is not None:
        return {"~": "\xa0", "_": "\u2011", "-": "", "\n": "\n", "\r": "\n"}.get(
            token["sign"], token["sign"] if token["sign"] in "\\{}" else ""
        )
    return _BREAKS.get(token["word"] or "", _SIGNS.get(token["word"] or "", ""))


def _pair_surrogates(text: str) -> str:
    """Letters outside of the plane that two numbers stand for, put together."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _known_codec(encoding: str) -> str:
    try:
        return lookup(encoding).name
    except LookupError:
        return "cp1252"


# Word files: their paragraphs and table rows as lines, read by whichever layout of text these have.
#
# What was deleted is gone; hidden words, text boxes, footnotes, comments and what stands at the edges of pages are
# set apart and named. The words are counted a second time, straight from the file's own elements.

_GONE = frozenset({"del", "moveFrom", "drawing", "pict", "object", "instrText"})
_BESIDE = {
    "footnotes": "footnote",
    "endnotes": "footnote",
    "comments": "comment",
    "header": "page_edge",
    "footer": "page_edge",
}
"""Parts of a document by the last word of what they are to it, and what their words are to us."""

_OF_PARAGRAPHS = frozenset({"colon", "name_time", "time_name", "alone"})
_SPACES = frozenset({"tab", "ptab", "br", "cr"})


class UnknownLayoutError(Exception):
    """The paragraphs of a file are laid out in no way that is known; its argument is their text."""


def read_word(data: bytes, name: str) -> tuple[str, Reading]:
    """The layout that the paragraphs of a Word file have, and what is read by it.

    Raises:
        Unread: it cannot be opened.
        UnknownLayoutError: its paragraphs are laid out in no way that is known.
    """
    try:
        document = WordFile(data)
        told = _Told(document)
        notes = list(_beside(document))
    except RefusedError as refused:
        lacking = refused.refusal.code == "import_lacks_documents"
        raise Unread("transcript_needs_documents" if lacking else "transcript_word_broken", file=name) from None
    text = "\n".join(told.lines)
    layout = next((one for one in lines.LAYOUTS if one.recognises(text)), None)
    if layout is None:
        raise UnknownLayoutError(text)
    tables: list[Apart] = []
    if layout.name in _OF_PARAGRAPHS:  # a table among them goes on with nobody's words
        begun = lines.beginnings(layout.name, text)
        for number in sorted(told.rows - begun):
            tables.append(Apart("table", told.lines[number - 1], number))
            told.lines[number - 1] = ""
    reading = layout.read("\n".join(told.lines))
    counted = count_words("\n".join(_letters(document.body))) + sum(
        count_words(one.text) for one in (*notes, *(one for one in told.apart if one.kind == "box"))
    )
    return layout.name, reading.but(apart=(*reading.apart, *tables, *told.apart, *notes), counted=counted)


def not_word(data: bytes) -> str:
    """What a zip is that is no Word file, by the folders in it; nothing where it is one, or cannot be opened."""
    try:
        with ZipFile(BytesIO(data)) as package:
            folders = {name.partition("/")[0] for name in package.namelist()}
    except (BadZipFile, NotImplementedError, EOFError, OSError, ValueError):
        return ""
    if "word" in folders:
        return ""
    if "[Content_Types].xml" not in folders:
        return "packed"
    return next((kind for folder, kind in (("xl", "workbook"), ("ppt", "presentation")) if folder in folders), "")


def _beside(document: WordFile) -> Iterator[Apart]:
    """Footnotes, comments, headers and footers, each from a part of its own."""
    for of, root in document.parts(*_BESIDE):
        kind = _BESIDE[of]
        for one in [root] if kind == "page_edge" else root.iterchildren():
            paragraphs = (WordParagraph(each, document.looks) for each in paragraphs_in(one))
            boxes = (words for each in paragraphs for box in each.boxes for words in document.words_in(box))
            words = " ".join(" ".join((*_letters(one), *boxes)).split())
            if words:
                yield Apart(kind, words)


class _Told:
    """The lines of a document in reading order; an empty paragraph is an empty line."""

    def __init__(self, document: WordFile) -> None:
        self.lines: list[str] = []
        self.rows: set[int] = set()
        """The lines that are rows of a table."""
        self.apart: list[Apart] = []
        self._document = document
        self._container(document.body)

    def _container(self, element: Any) -> None:
        for child in children_of(element):
            kind = local_name(child)
            if kind == "p":
                self.lines += self._paragraph(child)
            elif kind == "tbl":
                self._table(child)
            elif kind == "altChunk":
                self._box(" ".join(block.labelled for block in self._document.chunk(child)))
            elif kind not in _GONE:
                self._box(words_of(child))

    def _box(self, words: str) -> None:
        self.apart += [Apart("box", words, len(self.lines) + 1)] if words else []

    def _paragraph(self, element: Any) -> list[str]:
        paragraph = WordParagraph(element, self._document.looks)
        number = len(self.lines) + 1
        if paragraph.hidden.strip():
            self.apart.append(Apart("hidden", paragraph.hidden, number))
        for box in paragraph.boxes:
            for words in self._document.words_in(box):
                self._box(words)
        return ["".join(run.text for run in line) for line in paragraph.lines]

    def _table(self, table: Any) -> None:
        """Each row as one line, its cells with tabs between them; a line break inside a cell is a blank.

        A cell in which several speak is there for the look of it alone, and so is the only one of its row.
        """
        for row in _inside(table, "tr"):
            cells = [cell for one in _inside(row, "tc") if any(cell := [*self._cell(one)])]
            if len(cells) == 1 or any(sum(name_before_colon(line) is not None for line in cell) > 1 for cell in cells):
                self.lines += [line for cell in cells for line in cell]
            elif cells:
                self.lines.append("\t".join(" ".join(" ".join(cell).split()) for cell in cells))
                self.rows.add(len(self.lines))

    def _cell(self, cell: Any) -> Iterator[str]:
        for element in paragraphs_in(cell):
            yield from (line for line in self._paragraph(element) if line.strip())


def _inside(element: Any, kind: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, those in content controls too."""
    return (child for child in children_of(element) if local_name(child) == kind)


def _letters(element: Any) -> Iterator[str]:
    """The words of every paragraph, by a walk of its own that knows nothing of runs and styles."""
    for child in children_of(element):
        if local_name(child) == "p":
            yield "".join(_in_paragraph(child))
        elif local_name(child) not in _GONE:
            yield from _letters(child)


def _in_paragraph(element: Any) -> Iterator[str]:
    for child in children_of(element):
        kind = local_name(child)
        if kind == "t":
            yield child.text or ""
        elif kind == "noBreakHyphen":
            yield "-"
        elif kind in _SPACES or kind == "vanish":  # what is hidden is no part of the word beside it
            yield " "
        elif kind not in _GONE:
            yield from _in_paragraph(child)
            yield " " if kind == "r" and child.find(f"{child.tag[:-1]}rPr/{child.tag[:-1]}vanish") is not None else ""
