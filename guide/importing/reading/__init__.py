"""What every reader of a document shares.

Limits, bytes as text, the lines of a paragraph, the numbers of a list.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from guide.files import decode_text
from guide.importing.document_blocks import Aside, Block, Cell, Form, RefusedError, Run, Spot, fold_spaces
from guide.importing.words.line_kinds import asks
from guide.importing.words.sentences import ends_sentence, has_question
from guide.importing.words.typed_labels import find_label

MAX_BYTES = 100_000_000
MAX_TEXT = 1_000_000
MAX_LINE = 20_000
MAX_LINES = 8_000
MAX_BLOCKS = 6_000
_KEYWORD = 4  # words of one at most


def check_count(found: Sequence[Block], limit: int | None = None) -> None:
    """Refuse a document that has become longer than a guide can be.

    Raises:
        RefusedError: there are more blocks than ``limit``, ``MAX_BLOCKS`` where none is given.
    """
    most = MAX_BLOCKS if limit is None else limit
    if len(found) > most:
        raise RefusedError("import_too_long", limit=f"{most}")


def paragraph_lines(lines: Sequence[list[Run]]) -> Iterator[tuple[Run, ...]]:
    """The lines of one paragraph that have words, those put together again that were only broken to look well.

    Raises:
        RefusedError: one is longer than anybody's.
    """
    done: list[list[Run]] = []
    keywords = _are_keywords(["".join(run.text for run in line).strip() for line in lines])
    for line in lines:
        text = "".join(run.text for run in line).strip()
        before = "".join(run.text for run in done[-1]).strip() if done else ""
        if not keywords and before and text[:1].islower() and find_label(text) is None and not ends_sentence(before):
            done[-1] = [*done[-1], Run(" "), *line]
        else:
            done.append(list(line))
    for line in done:
        if sum(len(run.text) for run in line) > MAX_LINE:
            raise RefusedError("import_long_line", limit=f"{MAX_LINE}")
        runs = fold_spaces(line)
        if runs:
            yield runs


def _are_keywords(lines: Sequence[str]) -> bool:
    """Whether lines are keywords below each other: short, all in small letters, and no sentence in them begins or
    ends.
    """
    told = [line for line in lines if line]
    short = all(len(line.split()) <= _KEYWORD and line[0].islower() for line in told)
    return len(told) > 1 and short and not any(line.endswith((",", "-", ";")) or ends_sentence(line) for line in told)


def beside(words: str, spot: Spot, aside: Aside) -> tuple[Block, ...]:
    """The block of words that are no part of the running text; none where there are no words."""
    runs = fold_spaces([Run(words)])
    return (Block(runs, spot, aside=aside),) if runs else ()


def described(words: str, spot: Spot) -> tuple[Block, ...]:
    """The block of a picture's description that asks something; one that says what is seen is told to nobody."""
    return beside(words, spot, "picture") if has_question(words) or asks(words) else ()


def table_cells(
    rows: Sequence[Sequence[tuple[Any, int]]], number: int, outer: Cell | None
) -> Iterator[tuple[Any, Cell]]:
    """The elements of a table with their cells, from how many columns each is wide; None is left free.

    A table inside another is a part of the ``outer`` one's cell.
    """
    columns = max((sum(width for _, width in row) for row in rows), default=0)
    for place, row in enumerate(rows):
        column = 0
        for element, width in row:
            if element is not None:
                yield element, outer or Cell(number, place, column, columns, width)
            column += width


FORMS: Mapping[str, Form] = {
    "bullet": "bullet", "decimal": "decimal", "decimalZero": "decimal", "ordinal": "decimal",
    "lowerLetter": "letter", "upperLetter": "letter", "lowerRoman": "roman", "upperRoman": "roman",
}  # fmt: skip
"""The form of a label by the name that Word has for it."""

WORD_NAMES: Mapping[str, str] = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "decimal": "decimal", "lower-latin": "lowerLetter", "lower-alpha": "lowerLetter", "upper-latin": "upperLetter",
    "upper-alpha": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
}  # fmt: skip
"""What Word calls the ways of counting that OpenDocument and HTML name by a sign or a word."""


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


def decode_file(data: bytes, *, lines: bool = True) -> str:
    """The text of a file; without ``lines`` it may be one line from beginning to end.

    Raises:
        RefusedError: the bytes are none.
    """
    found = decode_text(data)
    if found is None:
        raise RefusedError("import_no_text")
    if lines and max(map(len, found.text.split("\n"))) > MAX_LINE:
        raise RefusedError("import_long_line", limit=f"{MAX_LINE}")
    return found.text
