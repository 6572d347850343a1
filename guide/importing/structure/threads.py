"""Two columns that a PDF ran together, told apart by the research questions, whose words the list at the
top gives.
"""

import re
from collections.abc import Sequence

from guide.importing.reading.pages import Row
from guide.importing.structure.headings import zone_of
from guide.importing.structure.research import words_of
from guide.importing.words.labels import typed_label
from guide.importing.words.wording import begins_question

_INLINE = re.compile(r"\s+(?P<bullet>[-–•●▪○*])\s+(?=[(\"«“]?[A-ZÆØÅ])")
_TITLE = 3  # words of a left cell that is no research question
_FEWEST = 2  # words of a research question that stand on one line beside a question


def rethreaded(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The lines, each with one column's words only: a left cell and a question on one line become two lines."""
    texts = _research_texts(rows)
    if not texts or not any(_bullet(row.text) for row in rows):
        return tuple(rows)
    done: list[Row] = []
    for row in rows:
        pieces = _apart(row.text, texts)
        for place, piece in enumerate(pieces):
            done.append(row.but(text=piece, apart=row.apart if place == 0 else False))
    return tuple(_marked(done, texts))


def _bullet(text: str) -> bool:
    label = typed_label(text)
    return label is not None and label.form == "bullet"


def _research_texts(rows: Sequence[Row]) -> list[list[str]]:
    """The words of each research question in the list at the top."""
    found: list[list[str]] = []
    listing = False
    for row in rows:
        if zone_of(row.text) == "research":
            listing = True
            continue
        if not listing:
            continue
        label = typed_label(row.text)
        if label is not None and label.form != "bullet":
            found.append(words_of(row.text[label.start :]))
        elif found and not _bullet(row.text) and not _ended(rows, row):
            found[-1] += words_of(row.text)
        else:
            break
        if row.text.rstrip().endswith("?"):
            listing = bool(found)
    return [words for words in found if len(words) >= 4]


def _ended(rows: Sequence[Row], row: Row) -> bool:
    place = rows.index(row)
    return place > 0 and rows[place - 1].text.rstrip().endswith(("?", "."))


def _apart(text: str, research: list[list[str]]) -> list[str]:
    for inline in _INLINE.finditer(text):
        left, right = text[: inline.start()].strip(), text[inline.start() :].strip()
        words = words_of(left)
        if len(words) >= _FEWEST and any(_stands_in(words, whole) for whole in research):
            return [left, right]
        if zone_of(left) in ("closing", "opening", "warm_up"):
            return [left, right]
        if len(left.split()) <= _TITLE and left[:1].isupper() and begins_question(right.lstrip("-–•●▪○* ")):
            return [left, right]
    return [text]


def _stands_in(words: list[str], whole: list[str]) -> bool:
    span = len(words)
    return any(whole[start : start + span] == words for start in range(len(whole) - span + 1))


def _marked(rows: list[Row], research: list[list[str]]) -> list[Row]:
    """Left cells set apart from the question before them, so that neither runs on into the other."""
    done: list[Row] = []
    for row in rows:
        words = words_of(row.text)
        starts = (
            len(words) >= 3 and any(_stands_in(words, whole) for whole in research) and typed_label(row.text) is None
        )
        ended = bool(done) and done[-1].text.rstrip().endswith(("?", "…", ")"))
        done.append(row.but(apart=True) if starts and ended else row)
    return done
