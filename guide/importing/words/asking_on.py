"""Questions that have no sense of their own, and points that only tell the interviewer what to do."""

import re

from guide.importing.structure.lines import Line

_AGAIN = re.compile(
    r"(?:og )?(?:(?:kan|kunne) du )?(?:gi|nevne?|komme med|har du|gjerne)?\s?(?:meg |oss )?(?:et |eit |noen "
    r"|nokre |flere |et par )?(?:konkrete?t? )?"
    r"(?:eksempel|eksempler|døme)(?: på (?:det|dette))?|(?:kan|kunne) du (?:si (?:litt )?mer|utdype|forklare"
    r"|beskrive|fortelle mer)(?: (?:om )?(?:det|dette))?"
    r"|hvorfor\s?/\s?hvorfor ikke|hvorfor(?: (?:det|ikke|ikkje))?|kvifor(?: (?:det|ikkje))?|hvordan(?: da"
    r"| det)?|på hvilken måte|i så fall.{0,30}"
    r"|(?:can|could) you (?:please )?(?:give|provide|share|describe|elaborate|tell me more|say more"
    r"|explain)(?: (?:me|us))?(?: (?:an|some|any|a specific|a concrete) examples?)?(?: of (?:this"
    r"|that))?(?: (?:on|about) (?:this|that))?"
    r"|(?:please )?elaborate|why(?: (?:not|is that|do you think so))?|why (?:or|/) why not|why\s?/\s?why not"
    r"|how so|in what way(?:s)?|for example|any examples",
    re.IGNORECASE,
)
"""Questions that only ask on: they have no sense of their own."""

WATCH = frozenset(
    (
        "finn forstå lytt la følg sett still spør be gi noter observer unngå prøv vær grav undersøk få sjekk "
        "understand find listen let follow note look ask get explore watch observe avoid try check probe dig try"
    ).split()
)
"""How a point under a question begins that tells the interviewer what to do, not what to say."""


def afterthought(line: Line) -> bool:
    """Whether a line only asks on about the question before it: "Why?", "Can you give an example?"."""
    text = line.text.strip(" ?.!()")
    if not line.asks or line.block.form not in ("", "bullet", "letter", "roman"):
        return False
    if re.search(r"\b(?:else|annet|anna|andre|mer|meir|other)\b", text, re.IGNORECASE):
        return False
    return len(text.split()) <= 2 or _AGAIN.fullmatch(text) is not None
