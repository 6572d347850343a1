"""The runs of one Word paragraph: what is there now, with its looks; what was deleted or floats beside it, apart."""

from typing import TYPE_CHECKING, Any

from guide.importing.blocks import Run
from guide.importing.reading.word_looks import Looks

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_BREAK = "\n"
_INTO = frozenset(
    {"ins", "hyperlink", "smartTag", "sdt", "sdtContent", "moveTo", "customXml", "fldSimple", "dir", "bdo"}
)
_OUT = frozenset({"del", "moveFrom"})
_FORMULAS = frozenset({"oMath", "oMathPara"})


class Paragraph:
    """One paragraph taken apart: ``lines`` are its runs between line breaks."""

    def __init__(self, element: "BaseOxmlElement", looks: Looks) -> None:
        self.lines: list[list[Run]] = [[]]
        self.deleted = ""
        self.hidden = ""
        self.boxes: list[Any] = []
        self.notes: list[tuple[str, str]] = []
        self.tabs = 0
        self._looks = looks
        self._style = looks.of_paragraph(element)
        self._in_field = 0
        self._instruction = False
        self._walk(element)

    def _walk(self, element: Any) -> None:
        for child in element.iterchildren():
            name = local(child)
            if name in _OUT:
                self.deleted += "".join(text_of(child))
            elif name == "r":
                self._run(child)
            elif name in _FORMULAS:
                self._add("".join(text_of(child)), bold=False, italic=False, hidden=False)
            elif name in _INTO:
                self._walk(child)

    def _run(self, run: Any) -> None:
        bold, italic, hidden = self._looks.of_run(run, self._style)
        for child in run.iterchildren():
            name = local(child)
            if name == "fldChar":
                self._field(child)
            elif self._instruction or name == "instrText":
                self.hidden += (child.text or "") if name == "t" else ""
            elif name == "AlternateContent":
                self._add(self._beside(child), bold=bold, italic=italic, hidden=hidden)
            elif name in ("drawing", "pict", "object"):
                self.boxes += boxes_in(child)
            elif name in ("footnoteReference", "endnoteReference"):
                self._note(name, child)
            else:
                self._add(_WRITTEN[name](child) if name in _WRITTEN else "", bold=bold, italic=italic, hidden=hidden)

    def _field(self, element: Any) -> None:
        kind = _attribute(element, "fldCharType")
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
        ways = [way for way in element.iterchildren() if local(way) in ("Choice", "Fallback")]
        boxes = next((found for way in ways if (found := boxes_in(way))), [])
        self.boxes += boxes
        written = ("".join(_letters(way)) for way in ways)
        return "" if boxes else next((text for text in written if text), "")

    def _note(self, name: str, element: Any) -> None:
        self.notes.append((name.removesuffix("Reference"), _attribute(element, "id")))

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


def _letters(element: Any) -> list[str]:
    """The letters right below an element; those of a picture or a box are not its own."""
    return [_WRITTEN[name](one) for one in element.iterchildren() if (name := local(one)) in _WRITTEN]


def _ruby(element: Any) -> str:
    """Signs with their reading above them, as in Japanese: the reading follows in brackets."""
    words = {local(one): "".join(text_of(one)) for one in element.iterchildren()}
    base, reading = words.get("rubyBase", ""), words.get("rt", "")
    return f"{base} ({reading})" if reading else base


def _symbol(element: Any) -> str:
    code = _attribute(element, "char")
    try:
        return chr(int(code, 16))
    except ValueError:
        return ""


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


def local(element: Any) -> str:
    """An element's name without its namespace; "" for a comment or an instruction of the XML file."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _attribute(element: Any, name: str) -> str:
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""


def text_of(element: Any) -> list[str]:
    """All words below an element, deleted ones too."""
    return [one.text or "" for one in element.iter() if local(one) in ("t", "delText")]


def boxes_in(element: Any) -> list[Any]:
    """The text boxes below an element, those inside another box left to it."""
    found = []
    for child in element.iterchildren():
        if local(child) == "txbxContent":
            found.append(child)
        elif local(child) == "AlternateContent":
            first = next(iter(child.iterchildren()), None)
            found += [] if first is None else boxes_in(first)
        elif local(child):
            found += boxes_in(child)
    return found
