"""Lines that only hold the place of words still to be written."""

import re

from guide.importing.words.texts import has_question

_PLACEHOLDER = re.compile(
    r"(?:[\W_]*|[\W_]*(?:placeholder|platshållare|plassholder|tbd|tba|todo|xxx+|lorem ipsum|fylles? (?:inn|ut)"
    r"|fylls i|ifylles|sett inn|skriv (?:inn )?|your |insert |add |enter |write |type |kommer|to be "
    r"(?:added|decided|determined)|under uppbyggnad|under arbeid|work in progress).*)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s*[\[<{(][^\])>}]*[\])>}]\s*[.:]?\s*")
_NAMED_SLOT = re.compile(
    r"(?:spørsmål|question|fråga|spm|q|tema|theme|topic|punkt|item|probe|oppfølging(?:sspørsmål)?"
    r"|follow-?up)\s?(?:nr\.?\s?)?(?:\d{1,2}|[xn])\s*[:.?…]*",
    re.IGNORECASE,
)
_KIND_SLOT = re.compile(
    r"(?:(?:your |main |interview |follow-?up |probing |sub-?)?(?:questions?|probes?|prompts?|topics?|themes?|items?"
    r"|follow-?ups?|titles?|names?)(?: here)?|(?:hoved|under)?spørsmål|oppfølging(?:sspørsmål)?|stikkord|tema(?:er)?"
    r"|tittel|navn)",
    re.IGNORECASE,
)
"""What a pair of brackets asks for in a template, when it holds nothing else."""

_OPEN_SLOT = re.compile(
    r"(?<![?.!] )\[(?!\s?\])(?!(?:\.\.\.|…))[^\]?/]{2,50}\](?=[\s?.,!:;'’”\"])|<[^<>?/]{2,50}>|\bX{2,}\b|_{3,}(?=\s*\w)"
)
LONGEST_TEXT = 2_000  # characters of anything that is looked at closely


def is_placeholder(text: str) -> bool:
    """Whether a line only holds the place of words that are still to be written."""
    bare = text.strip()
    if not any(map(str.isalnum, bare)):
        return True
    if len(bare) > LONGEST_TEXT:
        return False
    if _BRACKETED.fullmatch(bare):
        inner = bare.strip(" .:()[]<>{}")
        return any(pattern.fullmatch(inner) for pattern in (_PLACEHOLDER, _NAMED_SLOT, _KIND_SLOT))
    without = re.sub(r"[\[<{][^\]>}]{1,300}[\]>}]", "", bare).strip(" .,:;–-")
    if not any(map(str.isalnum, without)):
        return True
    start = re.match(r"\W*\[(?P<mark>[^\]]+)\]", bare)
    if start is not None and _PLACEHOLDER.fullmatch(start["mark"].strip()):
        return True
    return (
        _PLACEHOLDER.fullmatch(bare.split("?")[0]) is not None and not has_question(bare)
        if len(bare.split()) <= 8
        else False
    )


def open_slot(text: str) -> str:
    """A place in a wording that is still to be filled in, "[name of school]" or "XXX", or ""."""
    found = _OPEN_SLOT.search(text)
    return found[0] if found else ""


def is_slot(text: str) -> bool:
    """Whether a line names a question without giving one: "Question 3:"."""
    return _NAMED_SLOT.fullmatch(text.strip()) is not None
