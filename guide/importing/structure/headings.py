"""Headings: what they announce below them.

So does the label at a line's beginning.
"""

import re
from functools import lru_cache
from typing import Literal

from guide.importing.words.lists import compiled, words
from guide.importing.words.sentences import addresses, has_question

Zone = Literal[
    "title", "problem", "research", "opening", "warm_up", "main", "closing", "after", "about", "probes", "notes", ""
]

_OF_INFORMANT = compiled(r" (?:til|till|for|to|an die) ", "of_informant", after=r"\b")
_KIND_WORDS = words("kind")
_GUIDE = compiled(r"\b", "guide", after=r"\b")
_APPENDIX = compiled(
    r"(?P<lead>",
    "appendix",
    after=r"\s*(?:nr\.?\s*)?(?:[0-9]{1,2}|[A-Z]|[IVX]{1,4})?(?:[.]\d)?)\s*(?:[.:–—-]+\s*|\s+|$)",
)
_ZONES: tuple[tuple[Zone, re.Pattern[str]], ...] = tuple(
    (zone, compiled("", zone))
    for zone in ("problem", "research", "about", "closing", "after", "opening", "warm_up")  # the first one is taken
)
_LED = compiled("", "section", after=r"\s*(?:nr\.?\s*)?(?:\d{1,2}|[a-h]|[ivx]{1,4})\b\s*[.:)–—-]*\s*")
_ENDS = re.compile(r"[\s:.–—-]*(?:[(\[][^)\]]*[)\]])?[\s:.–—-]*$")
_SECTION_WORD = compiled("", "section", after=r"\s*(?:nr\.?\s*)?(?:\d{1,2}\b|(?-i:[A-H]|[IVX]{1,4})\b|:)")
_NUMBER = compiled("", "section", after=r"\s*(?:nr\.?\s*)?(?:\d{1,2}|[A-H]|[IVX]{1,4})\W*")
_AND_CLOSING = compiled(r"\b(?:and|og|&|und|och)\s+", "and_closing", after="$")

_LONGEST = 200  # characters of a heading


@lru_cache(maxsize=4096)  # each line is looked at from many sides
def zone_of(text: str) -> Zone:
    """What a heading announces, or "" where it is the name of a theme."""
    if len(text) > _LONGEST:
        return ""
    bare = _ENDS.sub("", _LED.sub("", text.strip()))
    if not bare:
        return ""
    whole = _zone_of_piece(bare)
    if whole:
        return whole
    if is_to_interviewer(bare):
        return "about"
    if _AND_CLOSING.search(bare) is not None and len(bare.split()) <= 6:
        return "closing"
    pieces = [piece for piece in re.split(r"\s*(?:[/&–—,+|]|\s-\s|\bog\b|\band\b)\s*", bare) if piece]
    if 1 < len(pieces) <= 4:
        zones = [zone for zone in map(_zone_of_piece, pieces) if zone]
        if zones and len(zones) == len(pieces):
            return "warm_up" if "warm_up" in zones else zones[0]
        if zones and zones[0] in ("closing", "opening") and _zone_of_piece(pieces[0]) == zones[0]:
            return zones[0]
    return ""


_INTERVIEWER = compiled(r"\b", "interviewer")
_CONSIDERED = compiled(r"\W*", "considered", after=r"\b")
_NOT_ASKED = compiled(r"\W*", "not_asked", "considered", after=r"\b")
_LONGEST_NAME = 9  # words of a heading over what is said to the interviewer


def is_to_interviewer(text: str) -> bool:
    """Whether a heading names whoever asks, or what is not asked: "Moderator's checklist", "Questions to avoid"."""
    told = _INTERVIEWER.search(text) is not None and not is_guide_title(text)
    return len(text.split()) <= _LONGEST_NAME and (told or _NOT_ASKED.match(text) is not None)


def may_be_considered(text: str) -> bool:
    """Whether a heading names what whoever asks considers, or just as well the informant: "Questions to consider"."""
    return _CONSIDERED.match(text) is not None and _INTERVIEWER.search(text) is None


def _zone_of_piece(piece: str) -> Zone:
    return next((zone for zone, told in _ZONES if told.fullmatch(piece.strip())), "")


_OVERALL = compiled("", "overall")


def may_be_asked(head: str) -> bool:
    """Whether a word for the problem names a question to the informant just as well: "Overall question:"."""
    return _OVERALL.fullmatch(head.strip(" :.")) is not None


def inline_zone(text: str) -> tuple[Zone, str, str]:
    """A heading word with a colon at a line's beginning: its zone, the words as they stand, and the rest."""
    head, colon, rest = text.partition(":")
    if colon and rest.strip() and len(head.split()) <= 6:
        zone = zone_of(head)
        if zone and not (may_be_asked(head) and has_question(rest) and addresses(rest)):
            return zone, head + colon, rest.strip()
    return "", "", text


RESEARCH_LEAD = re.compile(
    r"(?:rq|fs|fsp|fp|forskn?ingsspørsmål|problemstilling|research question|delproblemstilling"
    r"|sub-?question)\s?(?P<id>\d{1,2}[a-z]?|[A-H])?\s*[.:)–-]\s*",
    re.IGNORECASE,
)
"""What stands before a research question: "RQ1:"."""


def is_research_head(text: str) -> bool:
    """Whether a heading is a numbered research question: "RQ1: …"."""
    lead = RESEARCH_LEAD.match(text)
    return lead is not None and lead["id"] is not None


_RESEARCH_PARTS = compiled(r"\W*", "research_parts", after=r"\W*")


def heads_research_parts(text: str) -> bool:
    """Whether a heading announces the parts of a research question: "Sub-questions:"."""
    return _RESEARCH_PARTS.fullmatch(text) is not None


_ANNOUNCED = compiled(
    r"\b",
    "announced",
    after=r"\b.*(?::$|\bas follows\b|\bfollowing\b|\bfølgende\b|\bfølgjande\b|\bbelow\b|\bnedenfor\b)",
)


def announces_research(text: str) -> bool:
    """Whether a sentence says that the research questions come next."""
    return len(text.split()) <= 40 and _ANNOUNCED.search(text) is not None


def is_guide_title(text: str) -> bool:
    """Whether a line says that what follows is an interview guide."""
    return _GUIDE.search(text) is not None and len(text.split()) <= 25


def is_letter(text: str) -> bool:
    """Whether a heading says that what follows tells people what taking part means (Sikt's form asks as it tells)."""
    return _LETTER.match(without_appendix(text)[1]) is not None


def is_kind(title: str) -> bool:
    """Whether a title says no more than that this is an interview guide."""
    rest = re.findall(r"\w+", _GUIDE.sub(" ", title).casefold())
    return _GUIDE.search(title) is not None and all(word in _KIND_WORDS for word in rest)


def without_appendix(text: str) -> tuple[str, str]:
    """An appendix's number before a title, and the title: ``("Vedlegg 1:", "Intervjuguide")``."""
    found = _APPENDIX.match(text)
    if found is None or not found["lead"].strip():
        return "", text
    rest = text[found.end() :]
    if rest and rest[0].islower():
        return "", text
    return found[0].strip(), rest.strip()


_LETTER = compiled("", "letter", after=r"\b")
_ASKED = compiled("", "column_asked", "main_lead")
_FOLLOW = compiled(r"\b", "questions_follow", after=r"\b")
_TELLING_NOTHING = _KIND_WORDS | words("leading")
_LONGEST_LEAD = 14  # words of a sentence that only says what follows


def says_questions(text: str) -> bool:
    """Whether a heading only says that questions come: "Questions:", "Here are 12 possible questions"."""
    bare = _OF_INFORMANT.sub(" ", text).strip(" .:")
    if _ASKED.fullmatch(bare) is not None or announces_questions(text):
        return True
    own = re.findall(r"[^\W\d_]+", bare.casefold())
    return all(_ASKED.fullmatch(word) or word in _TELLING_NOTHING for word in own) and any(map(_ASKED.fullmatch, own))


def announces_questions(text: str) -> bool:
    """Whether a short sentence says that questions follow."""
    return len(text.split()) <= _LONGEST_LEAD and not text.endswith("?") and _FOLLOW.search(text) is not None


def is_section_number(text: str) -> bool:
    """Whether a line only numbers a section: "Tema 1:"."""
    return _NUMBER.fullmatch(text) is not None


def names_section(text: str) -> bool:
    """Whether a line that asks nothing begins as sections are numbered: "Tema 2", "Part B"."""
    return leads_section(text) and not text.strip().endswith("?")


def leads_section(text: str) -> bool:
    """Whether a line begins as sections are numbered, even one that asks: "Step 3: What is needed?"."""
    return _SECTION_WORD.match(text.strip()) is not None
