"""Word's styles and numbering.

A list level's look is spread over the paragraph, its style, the list (``w:num``) and what that is an instance of
(``w:abstractNum``), which may hand on to a numbering style; ECMA-376 part 1, 17.9.
"""

from functools import cache
from typing import TYPE_CHECKING, Any

from guide.frozen import Value
from guide.importing.document_blocks import Form

if TYPE_CHECKING:
    from docx.document import Document


_FORMS: dict[str, Form] = {
    "bullet": "bullet",
    "decimal": "decimal",
    "decimalZero": "decimal",
    "ordinal": "decimal",
    "lowerLetter": "letter",
    "upperLetter": "letter",
    "lowerRoman": "roman",
    "upperRoman": "roman",
}
_DEEPEST = 12  # styles based on styles, lists handed on to lists: more is a circle
_TWIPS = 20  # in a point
_LAST = 8  # the deepest of Word's nine levels
_LONGEST = 200  # signs of what a list writes before a number


class ListNumber(Value):
    """A paragraph's place in a list: its level, how it is numbered, the number shown and its indentation in
    points.
    """

    level: int
    form: Form
    label: str
    indent: float | None


class WordNumbering:
    """The lists of one document, counting as the paragraphs come by."""

    def __init__(self, document: "Document") -> None:
        from docx.oxml.ns import qn

        self._qn = cache(qn)  # asked for some dozen names, each for every paragraph
        self._levels: dict[str, dict[int, Any]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._by_style: dict[str, str] = {}
        root = _numbering_root(document)
        if root is not None:
            self._read(root)

    def _read(self, root: Any) -> None:
        qn = self._qn
        abstracts = {str(one.get(qn("w:abstractNumId"))): one for one in root.findall(qn("w:abstractNum"))}
        for key, abstract in abstracts.items():
            link = abstract.find(qn("w:styleLink"))
            if link is not None:
                self._by_style[str(link.get(qn("w:val")))] = key
        for number in root.findall(qn("w:num")):
            name = str(number.get(qn("w:numId")))
            reference = number.find(qn("w:abstractNumId"))
            abstract_id = str(reference.get(qn("w:val"))) if reference is not None else ""
            abstract_id = self._follow_style(abstract_id, abstracts)
            self._abstract[name] = abstract_id
            levels = self._of_abstract(abstracts.get(abstract_id))
            for override in number.findall(qn("w:lvlOverride")):
                self._override(name, levels, override)
            self._levels[name] = levels

    def _follow_style(self, abstract_id: str, abstracts: dict[str, Any]) -> str:
        for _ in range(_DEEPEST):
            abstract = abstracts.get(abstract_id)
            link = None if abstract is None else abstract.find(self._qn("w:numStyleLink"))
            target = None if link is None else self._by_style.get(str(link.get(self._qn("w:val"))))
            if target is None or target == abstract_id:
                break
            abstract_id = target
        return abstract_id

    def _of_abstract(self, abstract: Any) -> dict[int, Any]:
        if abstract is None:
            return {}
        return {_number(level.get(self._qn("w:ilvl"))): level for level in abstract.findall(self._qn("w:lvl"))}

    def _override(self, name: str, levels: dict[int, Any], override: Any) -> None:
        place = _number(override.get(self._qn("w:ilvl")))
        own = override.find(self._qn("w:lvl"))
        if own is not None:
            levels[place] = own
        start = override.find(self._qn("w:startOverride"))
        if start is not None:
            self._starts.setdefault(name, {})[place] = _number(start.get(self._qn("w:val")))

    def of(self, list_id: str, level: int) -> ListNumber | None:
        """The next number of a list's level; None where the list is unknown or shows nothing."""
        levels = self._levels.get(list_id)
        if levels is None:
            return None
        level = max(0, min(level, _LAST))
        defined = levels.get(level)
        found = None if defined is None else defined.find(self._qn("w:numFmt"))
        form = _FORMS.get("bullet" if found is None else str(found.get(self._qn("w:val"))), "")
        label = self._next(list_id, level, levels)
        return ListNumber(level, form, "" if form == "bullet" else label, self._indent(defined))

    def _indent(self, defined: Any) -> float | None:
        if defined is None:
            return None
        found = defined.find(f"{self._qn('w:pPr')}/{self._qn('w:ind')}")
        return None if found is None else points_of(found, self._qn)

    def _next(self, list_id: str, level: int, levels: dict[int, Any]) -> str:
        counts = self._counts.setdefault(self._abstract.get(list_id, list_id), {})
        first = self._starts.get(list_id, {}).pop(level, None)
        last = counts[level] if level in counts else self._start(levels.get(level)) - 1
        counts[level] = last + 1 if first is None else first
        for deeper in [place for place in counts if place > level]:
            del counts[deeper]
        defined = levels.get(level)
        text = None if defined is None else defined.find(self._qn("w:lvlText"))
        shown = "" if text is None else str(text.get(self._qn("w:val")) or "")[:_LONGEST]
        for place in range(level + 1):
            at = counts[place] if place in counts else self._start(levels.get(place))
            shown = shown.replace(f"%{place + 1}", format_number(at, self._format(levels.get(place))))
        return shown

    def _format(self, defined: Any) -> str:
        found = None if defined is None else defined.find(self._qn("w:numFmt"))
        return "" if found is None else str(found.get(self._qn("w:val")))

    def _start(self, defined: Any) -> int:
        found = None if defined is None else defined.find(self._qn("w:start"))
        return 1 if found is None else _number(found.get(self._qn("w:val")), 1)


def _numbering_root(document: "Document") -> Any:
    """The numbering part, if the document has one; python-docx would add an empty one."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING and not relation.is_external:
            return getattr(relation.target_part, "element", None)
    return None


def points_of(indentation: Any, qn: Any) -> float | None:
    """Where a paragraph's text begins by its ``w:ind``, in points; None where it does not say."""
    for name in ("w:left", "w:start"):
        value = indentation.get(qn(name))
        if value is not None:
            return _number(value) / _TWIPS
    return None


def _number(text: Any, default: int = 0) -> int:
    try:
        return int(float(str(text)))
    except (ValueError, OverflowError):
        return default


def format_number(value: int, form: str) -> str:
    """A number as a list shows it, by the name that Word has for it."""
    if form in ("lowerLetter", "upperLetter") and 1 <= value <= 26:
        letter = chr(ord("a") + value - 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 1 <= value < 40:
        ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
        text = "x" * (value // 10) + ones[value % 10]
        return text.upper() if form == "upperRoman" else text
    return str(value)


_DEEPEST_STYLE = 12
_OFF = frozenset({"0", "false", "off", "none"})


class WordStyle(Value):
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


_PLAIN = WordStyle()


class WordStyles:
    """The styles of one document, each worked out once."""

    def __init__(self, document: "Document") -> None:
        from docx.oxml.ns import qn

        self._qn = cache(qn)  # asked for some dozen names, each for every paragraph
        self._elements = {str(one.get(qn("w:styleId"))): one for one in document.styles.element.findall(qn("w:style"))}
        self._known: dict[str, WordStyle] = {}
        self._usual = next(
            (
                key
                for key, one in self._elements.items()
                if one.get(qn("w:default")) in ("1", "true") and one.get(qn("w:type")) == "paragraph"
            ),
            "",
        )
        self.usual_size = self.style(self._usual).size

    def style(self, name: str) -> WordStyle:
        """A style by its id."""
        if name not in self._known:
            self._known[name] = self._resolve(name)
        return self._known[name]

    def _resolve(self, name: str) -> WordStyle:
        qn = self._qn
        style = _PLAIN
        chain = []
        for _ in range(_DEEPEST_STYLE):
            element = self._elements.get(name)
            if element is None:
                break
            chain.append(element)
            based = element.find(qn("w:basedOn"))
            name = "" if based is None else str(based.get(qn("w:val")))
        for element in reversed(chain):
            style = self._over(style, element)
        return style

    def _over(self, style: WordStyle, element: Any) -> WordStyle:
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
            "size": None if size is None else _whole_number(size.get(qn("w:val"))) / 2,
        }

    def _paragraph(self, properties: Any) -> dict[str, Any]:
        qn = self._qn
        outline = properties.find(qn("w:outlineLvl"))
        listed = properties.find(qn("w:numPr"))
        indentation = properties.find(qn("w:ind"))
        said: dict[str, Any] = {
            "outline": None if outline is None else _whole_number(outline.get(qn("w:val")), 9),
            "indent": None if indentation is None else points_of(indentation, qn),
        }
        if listed is not None:
            list_id, level = listed.find(qn("w:numId")), listed.find(qn("w:ilvl"))
            said["list_id"] = None if list_id is None else str(list_id.get(qn("w:val")))
            said["list_level"] = None if level is None else _whole_number(level.get(qn("w:val")))
        return said

    def _switch(self, properties: Any, name: str) -> bool | None:
        found = properties.find(self._qn(name))
        return None if found is None else found.get(self._qn("w:val")) not in _OFF

    def of_paragraph(self, element: Any) -> WordStyle:
        """How a paragraph looks by its style and by what it says itself."""
        properties = element.find(self._qn("w:pPr"))
        if properties is None:
            return self.style(self._usual)
        named = properties.find(self._qn("w:pStyle"))
        style = self.style(self._usual if named is None else str(named.get(self._qn("w:val"))))
        said = self._paragraph(properties)
        return style.but(**{key: value for key, value in said.items() if value is not None})

    def of_run(self, run: Any, style: WordStyle) -> tuple[bool, bool, bool]:
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

    def size_of(self, element: Any, style: WordStyle) -> float:
        """The size of a paragraph's letters in points where it is another than the ordinary one, else 0."""
        size = style.size
        for run in element.iterchildren(self._qn("w:r")):
            properties = run.find(self._qn("w:rPr"))
            own = None if properties is None else properties.find(self._qn("w:sz"))
            if own is not None:
                size = _whole_number(own.get(self._qn("w:val"))) / 2
            break
        return size if size and size != self.usual_size else 0.0


def _whole_number(text: Any, default: int = 0) -> int:
    try:
        return int(float(str(text)))
    except (ValueError, OverflowError):
        return default
