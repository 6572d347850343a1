"""How Word's styles make a paragraph look: bold, italic, hidden, its heading level, list and indentation."""

from typing import TYPE_CHECKING, Any

from guide.importing.reading.word_numbers import points_of
from guide.values import Value

if TYPE_CHECKING:
    from docx.document import Document

_DEEPEST = 12
_OFF = frozenset({"0", "false", "off", "none"})


class Style(Value):
    """What a paragraph style says once those it is based on are counted in; None and "" where it says nothing."""

    name: str = ""
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    size: float = 0.0
    outline: int | None = None
    list_id: str = ""
    list_level: int | None = None
    indent: float | None = None


_PLAIN = Style()


class Looks:
    """The styles of one document, each worked out once."""

    def __init__(self, document: "Document") -> None:
        from docx.oxml.ns import qn

        self._qn = qn
        self._elements = {str(one.get(qn("w:styleId"))): one for one in document.styles.element.findall(qn("w:style"))}
        self._known: dict[str, Style] = {}
        self._usual = next(
            (
                key
                for key, one in self._elements.items()
                if one.get(qn("w:default")) in ("1", "true") and one.get(qn("w:type")) == "paragraph"
            ),
            "",
        )
        self.usual_size = self.style(self._usual).size

    def style(self, name: str) -> Style:
        """A style by its id."""
        if name not in self._known:
            self._known[name] = self._worked_out(name)
        return self._known[name]

    def _worked_out(self, name: str) -> Style:
        qn = self._qn
        style = _PLAIN
        chain = []
        for _ in range(_DEEPEST):
            element = self._elements.get(name)
            if element is None:
                break
            chain.append(element)
            based = element.find(qn("w:basedOn"))
            name = "" if based is None else str(based.get(qn("w:val")))
        for element in reversed(chain):
            style = self._over(style, element)
        return style

    def _over(self, style: Style, element: Any) -> Style:
        qn = self._qn
        name = element.find(qn("w:name"))
        of_run, of_paragraph = element.find(qn("w:rPr")), element.find(qn("w:pPr"))
        said: dict[str, Any] = {"name": "" if name is None else str(name.get(qn("w:val"))).casefold()}
        if of_run is not None:
            said |= self._letters(of_run)
        if of_paragraph is not None:
            said |= self._paragraph(of_paragraph)
        return style.but(**{key: value for key, value in said.items() if value not in (None, "")})

    def _letters(self, properties: Any) -> dict[str, Any]:
        qn = self._qn
        size = properties.find(qn("w:sz"))
        underlined = properties.find(qn("w:u"))
        bold = self._switch(properties, "w:b")
        if not bold and underlined is not None:
            bold = underlined.get(qn("w:val")) not in _OFF or bold
        return {
            "bold": bold,
            "italic": self._switch(properties, "w:i"),
            "hidden": self._switch(properties, "w:vanish"),
            "size": None if size is None else _number(size.get(qn("w:val"))) / 2,
        }

    def _paragraph(self, properties: Any) -> dict[str, Any]:
        qn = self._qn
        outline = properties.find(qn("w:outlineLvl"))
        listed = properties.find(qn("w:numPr"))
        indentation = properties.find(qn("w:ind"))
        said: dict[str, Any] = {
            "outline": None if outline is None else _number(outline.get(qn("w:val")), 9),
            "indent": None if indentation is None else points_of(indentation, qn),
        }
        if listed is not None:
            list_id, level = listed.find(qn("w:numId")), listed.find(qn("w:ilvl"))
            said["list_id"] = None if list_id is None else str(list_id.get(qn("w:val")))
            said["list_level"] = None if level is None else _number(level.get(qn("w:val")))
        return said

    def _switch(self, properties: Any, name: str) -> bool | None:
        found = properties.find(self._qn(name))
        return None if found is None else found.get(self._qn("w:val")) not in _OFF

    def of_paragraph(self, element: Any) -> Style:
        """How a paragraph looks by its style and by what it says itself."""
        properties = element.find(self._qn("w:pPr"))
        if properties is None:
            return self.style(self._usual)
        named = properties.find(self._qn("w:pStyle"))
        style = self.style(self._usual if named is None else str(named.get(self._qn("w:val"))))
        said = self._paragraph(properties)
        return style.but(**{key: value for key, value in said.items() if value is not None})

    def of_run(self, run: Any, style: Style) -> tuple[bool, bool, bool]:
        """Whether a run is bold, italic, hidden, in a paragraph that looks like ``style``."""
        properties = run.find(self._qn("w:rPr"))
        look = {"bold": style.bold, "italic": style.italic, "hidden": style.hidden}
        if properties is not None:
            named = properties.find(self._qn("w:rStyle"))
            own = _PLAIN if named is None else self.style(str(named.get(self._qn("w:val"))))
            look |= {key: said for key in look if (said := getattr(own, key)) is not None}
            look |= {
                key: value for key, value in self._letters(properties).items() if key in look and value is not None
            }
        return bool(look["bold"]), bool(look["italic"]), bool(look["hidden"])

    def size_of(self, element: Any, style: Style) -> float:
        """The size of a paragraph's letters in points where it is another than the ordinary one, else 0."""
        size = style.size
        for run in element.iterchildren(self._qn("w:r")):
            properties = run.find(self._qn("w:rPr"))
            own = None if properties is None else properties.find(self._qn("w:sz"))
            if own is not None:
                size = _number(own.get(self._qn("w:val"))) / 2
            break
        return size if size and size != self.usual_size else 0.0


def _number(text: Any, default: int = 0) -> int:
    try:
        return int(float(str(text)))
    except (ValueError, OverflowError):
        return default
