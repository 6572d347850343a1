"""Word's styles and numbering.

A list level's look is spread over the paragraph, its style, the list (``w:num``) and what that is an instance of
(``w:abstractNum``), which may hand on to a numbering style; ECMA-376 part 1, 17.9.
"""

from typing import Any

from guide.frozen import Value
from guide.importing.document_blocks import Form, Run
from guide.importing.reading import FORMS, format_number

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


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _said(element: Any, path: str) -> str | None:
    """What an element below says by its ``w:val``, "" where it does not; None without the one or the other."""
    found = None if element is None else element.find(f"{W}{path}")
    return None if found is None else str(found.get(f"{W}val") or "")


def _number(text: Any, default: int = 0) -> int:
    try:
        return int(float(str(text)))
    except (ValueError, OverflowError):
        return default


def _indent_of(properties: Any) -> float | None:
    """Where a paragraph's text begins by the ``w:ind`` in its properties, in points; None where they do not say."""
    indentation = None if properties is None else properties.find(f"{W}ind")
    if indentation is not None:
        for name in ("left", "start"):
            value = indentation.get(f"{W}{name}")
            if value is not None:
                return _number(value) / _TWIPS
    return None


class WordNumbering:
    """The lists of one document, counting as the paragraphs come by; ``root`` is the part that tells of them."""

    def __init__(self, root: Any) -> None:
        self._levels: dict[str, dict[int, Any]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: Any) -> None:
        abstracts = {str(one.get(f"{W}abstractNumId")): one for one in root.findall(f"{W}abstractNum")}
        by_style = {_said(one, "styleLink"): key for key, one in abstracts.items()}
        for number in root.findall(f"{W}num"):
            name = str(number.get(f"{W}numId"))
            abstract = _said(number, "abstractNumId") or ""
            for _ in range(_DEEPEST):
                linked = _said(abstracts.get(abstract), "numStyleLink")
                abstract = abstract if linked is None else by_style.get(linked, abstract)
            self._abstract[name] = abstract
            own = abstracts.get(abstract)
            found = () if own is None else own.findall(f"{W}lvl")
            levels = self._levels[name] = {_number(level.get(f"{W}ilvl")): level for level in found}
            for override in number.findall(f"{W}lvlOverride"):
                place = _number(override.get(f"{W}ilvl"))
                level, start = override.find(f"{W}lvl"), _said(override, "startOverride")
                if level is not None:
                    levels[place] = level
                if start is not None:
                    self._starts.setdefault(name, {})[place] = _number(start)

    def of(self, list_id: str, level: int) -> ListNumber | None:
        """The next number of a list's level; None where the list is unknown or shows nothing."""
        levels = self._levels.get(list_id)
        if levels is None:
            return None
        level = max(0, min(level, _LAST))
        defined = levels.get(level)
        written = _said(defined, "numFmt")
        form = FORMS.get("bullet" if written is None else written, "")
        label = self._next(list_id, level, levels)
        indent = None if defined is None else _indent_of(defined.find(f"{W}pPr"))
        return ListNumber(level, form, "" if form == "bullet" else label, indent)

    def _next(self, list_id: str, level: int, levels: dict[int, Any]) -> str:
        counts = self._counts.setdefault(self._abstract.get(list_id, list_id), {})
        begins = {place: _number(_said(levels.get(place), "start"), 1) for place in range(level + 1)}
        first = self._starts.get(list_id, {}).pop(level, None)
        counts[level] = counts.get(level, begins[level] - 1) + 1 if first is None else first
        for deeper in [place for place in counts if place > level]:
            del counts[deeper]
        shown = (_said(levels.get(level), "lvlText") or "")[:_LONGEST]
        for place, begin in begins.items():
            number = format_number(counts.get(place, begin), _said(levels.get(place), "numFmt") or "")
            shown = shown.replace(f"%{place + 1}", number)
        return shown


OFF = frozenset({"0", "false", "off", "none"})


class WordStyle(Value):
    """What a paragraph style says once those it is based on are counted in; None and "" where it says nothing."""

    name: str = ""
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    size: float = 0.0
    outline: int | None = None
    list_id: str = ""
    list_level: int | None = None
    indent: float | None = None


class WordStyles:
    """The styles of one document, each worked out once; ``root`` is the part that has them."""

    def __init__(self, root: Any) -> None:
        found = () if root is None else root.findall(f"{W}style")
        self._elements = {str(one.get(f"{W}styleId")): one for one in found}
        self._known: dict[str, WordStyle] = {}
        self._usual = next(
            (
                key
                for key, one in self._elements.items()
                if one.get(f"{W}default") in ("1", "true") and one.get(f"{W}type") == "paragraph"
            ),
            "",
        )
        self.usual_size = self.style(self._usual).size

    def style(self, name: str) -> WordStyle:
        """A style by its id."""
        if name not in self._known:
            style, chain, based = WordStyle(), list[Any](), name
            while based in self._elements and len(chain) < _DEEPEST:
                chain.append(self._elements[based])
                based = _said(chain[-1], "basedOn") or ""
            for element in reversed(chain):
                said = {"name": (_said(element, "name") or "").casefold()}
                said |= _letters(element.find(f"{W}rPr")) | _paragraph(element.find(f"{W}pPr"))
                style = style.but(**{key: value for key, value in said.items() if value not in (None, "")})
            self._known[name] = style
        return self._known[name]

    def of_paragraph(self, element: Any) -> WordStyle:
        """How a paragraph looks by its style and by what it says itself."""
        properties = element.find(f"{W}pPr")
        named = _said(properties, "pStyle")
        style = self.style(self._usual if named is None else named)
        return style.but(**{key: value for key, value in _paragraph(properties).items() if value is not None})

    def of_run(self, run: Any, style: WordStyle) -> tuple[Run, bool]:
        """How a run looks, its text left empty, and whether it is hidden, in a paragraph that looks like ``style``."""
        properties = run.find(f"{W}rPr")
        if properties is None:
            return Run("", bool(style.bold), bool(style.italic), bool(style.struck)), bool(style.hidden)
        named = _said(properties, "rStyle")
        of_style, own = WordStyle() if named is None else self.style(named), _letters(properties)
        bold, italic, struck, hidden = (
            next((said for said in (own[key], getattr(of_style, key)) if said is not None), getattr(style, key))
            for key in ("bold", "italic", "struck", "hidden")
        )
        return Run("", bool(bold), bool(italic), bool(struck)), bool(hidden)

    def size_of(self, element: Any, style: WordStyle) -> float:
        """The size of a paragraph's letters in points where it is another than the ordinary one, else 0."""
        first = element.find(f"{W}r")
        own = None if first is None else _said(first.find(f"{W}rPr"), "sz")
        size = style.size if own is None else _number(own) / 2
        return size if size and size != self.usual_size else 0.0


def _letters(properties: Any) -> dict[str, Any]:
    """What run properties say; None for what they do not."""
    size, underlined = _said(properties, "sz"), _said(properties, "u")
    switches = (_said(properties, name) for name in ("b", "i", "vanish", "strike", "dstrike"))
    bold, italic, hidden, once, twice = (None if said is None else said not in OFF for said in switches)
    if not bold and underlined is not None:
        bold = underlined not in OFF or bold
    struck = once if twice is None else twice or once
    size_said = None if size is None else _number(size) / 2
    return {"bold": bold, "italic": italic, "hidden": hidden, "struck": struck, "size": size_said}


def _paragraph(properties: Any) -> dict[str, Any]:
    """What paragraph properties say; None for what they do not."""
    outline, level = _said(properties, "outlineLvl"), _said(properties, f"numPr/{W}ilvl")
    return {
        "outline": None if outline is None else _number(outline, 9),
        "indent": _indent_of(properties),
        "list_id": _said(properties, f"numPr/{W}numId"),
        "list_level": None if level is None else _number(level),
    }
