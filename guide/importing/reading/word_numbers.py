"""Word's numbering: which list a paragraph stands in, how deep, and the number it shows.

A list level's look is spread over the paragraph, its style, the list (``w:num``) and what that is an instance of
(``w:abstractNum``), which may hand on to a numbering style; ECMA-376 part 1, 17.9.
"""

from typing import TYPE_CHECKING, Any

from guide.importing.blocks import Form
from guide.values import Value

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


class Numbered(Value):
    """A paragraph's place in a list: its level, how it is numbered, the number shown and its indentation in
    points.
    """

    level: int
    form: Form
    label: str
    indent: float | None


class Numbering:
    """The lists of one document, counting as the paragraphs come by."""

    def __init__(self, document: "Document") -> None:
        from docx.oxml.ns import qn

        self._qn = qn
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
            abstract_id = self._handed_on(abstract_id, abstracts)
            self._abstract[name] = abstract_id
            levels = self._of_abstract(abstracts.get(abstract_id))
            for override in number.findall(qn("w:lvlOverride")):
                self._override(name, levels, override)
            self._levels[name] = levels

    def _handed_on(self, abstract_id: str, abstracts: dict[str, Any]) -> str:
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

    def of(self, list_id: str, level: int) -> Numbered | None:
        """The next number of a list's level; None where the list is unknown or shows nothing."""
        levels = self._levels.get(list_id)
        if levels is None:
            return None
        level = max(0, min(level, _LAST))
        defined = levels.get(level)
        form = self._form(defined)
        label = self._next(list_id, level, levels)
        return Numbered(level, form, "" if form == "bullet" else label, self._indent(defined))

    def _form(self, defined: Any) -> Form:
        found = None if defined is None else defined.find(self._qn("w:numFmt"))
        return _FORMS.get("bullet" if found is None else str(found.get(self._qn("w:val"))), "")

    def _indent(self, defined: Any) -> float | None:
        if defined is None:
            return None
        found = defined.find(f"{self._qn('w:pPr')}/{self._qn('w:ind')}")
        return None if found is None else points_of(found, self._qn)

    def _next(self, list_id: str, level: int, levels: dict[int, Any]) -> str:
        counts = self._counts.setdefault(self._abstract.get(list_id, list_id), {})
        first = self._starts.get(list_id, {}).pop(level, None)
        counts[level] = first if first is not None else counts.get(level, self._start(levels.get(level)) - 1) + 1
        for deeper in [place for place in counts if place > level]:
            del counts[deeper]
        defined = levels.get(level)
        text = None if defined is None else defined.find(self._qn("w:lvlText"))
        shown = "" if text is None else str(text.get(self._qn("w:val")) or "")[:_LONGEST]
        for place in range(level + 1):
            at = counts.get(place, self._start(levels.get(place)))
            shown = shown.replace(f"%{place + 1}", _written(at, self._format(levels.get(place))))
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


def _written(value: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and 1 <= value <= 26:
        letter = chr(ord("a") + value - 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 1 <= value < 40:
        ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
        text = "x" * (value // 10) + ones[value % 10]
        return text.upper() if form == "upperRoman" else text
    return str(value)
