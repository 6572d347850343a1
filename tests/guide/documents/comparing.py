"""When two wordings, titles or lines are the same to a reader."""

import re

QUOTES = str.maketrans({**dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’‚", "'"), "\N{SOFT HYPHEN}": None})
MINUTES = re.compile(r"\s*[(\[,–-]*\s*(?:about|ca\.?|approx\.?)?\s*\d+\s*(?:min\w*)\.?[)\]]*\s*$", re.IGNORECASE)
NUMBERED = re.compile(
    r"^(?:part|del|tema|section|theme)?\s*(?:[0-9]+(?:\.[0-9]+)*|[IVX]+|[A-Z])[.:)]?\s+(?=\w)|^(?:del|tema|theme):\s*",
    re.IGNORECASE,
)
TAGS = re.compile(r"\s*\((?:RQ|FS|F)?\d?[a-z]?(?:,\s*\w+)*\)\s*$")


def fold(text: str) -> str:
    """A wording without what may differ: white space, shapes of quotes, marks around the whole."""
    folded = " ".join(text.translate(QUOTES).split())
    while len(folded) > 1 and folded[0] + folded[-1] in ('""', "()", "''") and folded[0] not in folded[1:-1]:
        folded = folded[1:-1].strip()
    return folded


def words(text: str) -> tuple[str, ...]:
    """The words of a text, without their case and what stands between them."""
    return tuple(re.findall(r"\w+", text.translate(QUOTES).casefold()))


def holds(whole: str, part: str) -> bool:
    """Whether the words of ``part`` stand in ``whole``, one after the other."""
    return f" {' '.join(words(part))} " in f" {' '.join(words(whole))} "


def heading(text: str) -> str:
    """A section's title without its number, minutes, tags and case."""
    bare = MINUTES.sub("", fold(text)).rstrip(" :")
    return fold(TAGS.sub("", NUMBERED.sub("", bare))).rstrip(" :").casefold()


def without_if(condition: str) -> str:
    """A condition without the word that makes it one: ``yes`` of "If yes", ``ja`` of "Hvis ja"."""
    return " ".join(words(condition)[1:])
