"""Headings, real ones and those that only look like one, by what stands around them."""

import re
from collections.abc import Sequence

from guide.importing.structure.headings import (
    announces_research,
    inline_zone,
    is_guide_title,
    names_section,
    without_appendix,
    zone_of,
)
from guide.importing.structure.lines import Line, compared, leads
from guide.importing.words.labels import steps
from guide.importing.words.leads import condition, note_lead, probe_lead
from guide.importing.words.texts import addresses, unbracketed
from guide.importing.words.wording import asks, is_fill_in

_MOST_WORDS = 14
_PLAIN_WORDS = 9
_RESEARCH_HEAD = re.compile(
    r"(?:rq|fs|fsp|forskn?ingsspørsmål|delproblemstilling|problemstilling|research question|sub-?question"
    r"|fp)\s?(\d{1,2}[a-z]?|[A-H])\s*[.:)–-]",
    re.IGNORECASE,
)


def in_a_list(lines: Sequence[Line], place: int) -> bool:
    """Whether a numbered research question stands beside another one, and so heads nothing."""
    return is_research_head(with_name(lines[place])) and lines[place].block.kind != "heading" and _listed(lines, place)


def is_research_head(text: str) -> bool:
    """Whether a heading is a numbered research question: "RQ1: …"."""
    return _RESEARCH_HEAD.match(text) is not None


def own_question(line: Line) -> bool:
    """Whether a question is no problem statement, nor a research question."""
    return inline_zone(line.text)[0] != "problem" and line.hint != "research"


def announced(lines: Sequence[Line], place: int) -> bool:
    """Whether a line announces the research questions before any question has come."""
    line, following = lines[place], _next(lines, place)
    if following is None or line.hint or line.block.kind == "heading":
        return False
    told = announces_research(line.text) or (zone_of(line.text) == "research" and len(line.text.split()) <= 6)
    return told and (following.block.kind == "item" or following.asks)


def asking_levels(lines: Sequence[Line]) -> frozenset[int]:
    """The levels at which most headings are questions, and so are the guide's questions themselves."""
    heads: dict[int, list[bool]] = {}
    for line in lines:
        if line.block.kind == "heading":
            heads.setdefault(line.block.level, []).append(line.asks)
    return frozenset(level for level, asked in heads.items() if 2 * sum(asked) >= len(asked) and sum(asked) > 1)


def heading_rank(
    lines: Sequence[Line], place: int, asking: frozenset[int] = frozenset(), *, numbered: float | None = None
) -> float | None:
    """How high a line stands as a heading (less is higher), or None when it is none.

    ``asking`` are the levels whose headings are questions.
    """
    line = lines[place]
    block, text = line.block, line.text
    if line.hint not in ("", "break") and not (line.hint == "question" and block.bold):
        return None
    if block.kind == "heading":
        return _real(lines, place, asking)
    if is_research_head(with_name(line)) and not _listed(lines, place):
        return 24.0
    if not _could(line):
        return None
    following = _next(lines, place)
    if zone_of(without_appendix(text)[1]) and not text.endswith("."):
        return None if block.kind == "item" and _sibling(lines, place) else 20.0
    if names_section(text) or (is_guide_title(text) and len(text.split()) <= 8 and block.kind == "paragraph"):
        return 19.0 if is_guide_title(text) else 20.0
    if block.kind == "paragraph" and not block.quoted:
        return _paragraph(line, following)
    if following is None or not _opens(lines, place):
        return None
    if leads(block, numbered):
        return None
    return 30.0 + steps(block.label, block.form) + block.level


def with_name(line: Line) -> str:
    """A line with its named label, "RQ1:", before it."""
    return f"{line.block.label} {line.text}" if line.block.form == "named" else line.text


def _listed(lines: Sequence[Line], place: int) -> bool:
    """Whether the next line is a research question as well, so that this is a list and no heading."""
    following = _next(lines, place)
    before = lines[place - 1] if place else None
    return any(
        other is not None and other.block.kind != "heading" and is_research_head(with_name(other))
        for other in (following, before)
    )


def _real(lines: Sequence[Line], place: int, asking: frozenset[int]) -> float | None:
    line = lines[place]
    text = line.text
    if note_lead(text) and not zone_of(text):
        return None
    if not asks(text) or is_research_head(with_name(line)) or names_section(text):
        return float(line.block.level)
    if addresses(text) or line.block.level in asking:
        return None
    below = []
    for later in lines[place + 1 :]:
        if later.block.kind == "heading":
            break
        below.append(later.asks and (addresses(later.text) or bool(steps(later.block.label, later.block.form))))
    return float(line.block.level) if any(below) else None


def _could(line: Line) -> bool:
    text = line.text
    if len(text.split()) > _MOST_WORDS or line.asks or is_fill_in(text) or unbracketed(text):
        return False
    if (
        text.endswith((",", ";"))
        or (text.endswith(".") and _lettered(line))
        or (inline_zone(text)[0] and text.partition(":")[2].strip())
    ):
        return False
    if probe_lead(text) is not None or condition(text) is not None:
        return False
    return not note_lead(text) or bool(zone_of(text))


def _lettered(line: Line) -> bool:
    """Whether a line is one of several lettered options."""
    return line.block.form in ("letter", "roman")


def _next(lines: Sequence[Line], place: int) -> Line | None:
    for line in lines[place + 1 :]:
        if not line.block.aside:
            return line
    return None


def _sibling(lines: Sequence[Line], place: int) -> bool:
    """Whether the next line is another item of the same list, so that a heading's word is a mere point of it."""
    following = _next(lines, place)
    line = lines[place]
    if following is None or following.block.kind != "item":
        return False
    return compared(following.block, line.block) == 0 and not (
        line.block.bold or line.block.form in ("decimal", "roman")
    )


def _paragraph(line: Line, following: Line | None) -> float | None:
    block, text = line.block, line.text
    if following is None:
        return None
    letters = [sign for sign in text if sign.isalpha()]
    if block.bold or (len(letters) > 3 and text.upper() == text):
        return 20.0
    if block.size > 0 and block.size > following.block.size and not text.endswith("."):
        return 18.0
    if block.indent > following.block.indent + 6 and following.block.kind == "paragraph":
        return None
    led = following.asks or following.block.kind == "item" or following.hint in ("question", "section", "research")
    if text.endswith(":"):
        return 30.0 if led and len(text.split()) <= 10 and not addresses(text) else None
    if not led or text.endswith((".", "!")) or len(text.split()) > _PLAIN_WORDS or "," in text:
        return None
    if ":" in text or block.italic or not letters or not text.lstrip("\"'«“").lstrip()[:1].isupper() or addresses(text):
        return None
    return 40.0 if following.asks or _heads_list(following) else None


def _heads_list(following: Line) -> bool:
    return following.block.kind == "item"


def _opens(lines: Sequence[Line], place: int) -> bool:
    """Whether a list item that asks nothing is followed by questions that stand below it."""
    line = lines[place]
    asked = 0
    for later in lines[place + 1 : place + 40]:
        if later.block.kind == "heading" or later.hint != line.hint:
            break
        if compared(later.block, line.block) <= 0 and not (
            later.asks and later.block.form == "named" and line.block.form in ("letter", "decimal", "roman")
        ):
            break
        if later.asks:
            asked += 1
    return asked > 0
