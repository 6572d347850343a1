"""Document blocks: what every reader makes.

They are all that the later stages see, whatever the format; what cannot be read is refused by a code, spoken in the
reader's language elsewhere.
"""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from guide.frozen import NOTHING, Value

Kind = Literal["heading", "item", "paragraph"]
Form = Literal["", "bullet", "decimal", "letter", "roman", "named"]
Aside = Literal[
    "", "footnote", "text_box", "comment", "deleted", "struck", "page_header", "page_number", "running_header",
    "contents", "hidden", "code", "letter", "picture",
]  # fmt: skip
"""Why a block is no part of the running text; "" when it is."""


SPOTS = ("paragraph", "line", "table_row", "page_edge", "comment", "page_line")
"""The kinds of places in a document."""


class Spot(Value):
    """Where a line stands in its document: ``code`` is one of ``SPOTS``, ``facts`` has its numbers, from 1."""

    code: str
    facts: Mapping[str, str] = NOTHING


class Cell(Value):
    """A place in a table; all count from 0. ``width`` is how many columns the cell spans, ``columns`` the table's."""

    table: int
    row: int
    column: int
    columns: int
    width: int = 1

    @property
    def spot(self) -> Spot:
        """Where its row stands in the document."""
        return Spot("table_row", {"table": f"{self.table}", "row": f"{self.row + 1}"})


class Run(Value):
    """A stretch of text in one look."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False


class Block(Value):
    """One paragraph, list item, heading or line, its white space folded.

    ``level`` is a heading's level (0 is a document's title) or a list item's depth. ``label`` is the number or letter
    before the text, typed or automatic, and ``form`` its kind. ``indent`` is in points. ``follows`` says that it
    stands in the same paragraph as the block before, after a line break. ``size`` is the letters' size in points, 0
    where it is the ordinary one. ``typed`` is the block as it stood before a typed label was taken from its words.
    """

    runs: tuple[Run, ...]
    spot: Spot
    kind: Kind = "paragraph"
    level: int = 0
    label: str = ""
    form: Form = ""
    indent: float = 0.0
    quoted: bool = False
    follows: bool = False
    size: float = 0.0
    cell: Cell | None = None
    aside: Aside = ""
    typed: "Block | None" = None

    @cached_property
    def text(self) -> str:
        """The words."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def bold(self) -> bool:
        """Whether all that can be seen is bold."""
        return _all(self.runs, "bold")

    @cached_property
    def italic(self) -> bool:
        """Whether all that can be seen is italic."""
        return _all(self.runs, "italic")

    @property
    def labelled(self) -> str:
        """The words as they stand in the document, their label before them."""
        return f"{self.label} {self.text}".strip()

    @property
    def named(self) -> str:
        """The words, with a name that is their label before them: "RQ1: …"."""
        return self.labelled if self.form == "named" else self.text


_TIME = re.compile(r"\s*\([^()]*\d[^()]*\)\s*")
"""What tells nothing of a line's look: "**Work** (5 min)"."""


def _all(runs: tuple[Run, ...], look: str) -> bool:
    seen = [run for run in runs if any(map(str.isalnum, run.text))]
    if len(seen) > 1 and _TIME.fullmatch(seen[-1].text):
        seen.pop()
    return bool(seen) and all(getattr(run, look) for run in seen)


_TYPED: Mapping[int, str | None] = {
    **dict.fromkeys(
        code
        for code in (*range(0x20), *range(0x7F, 0xA0), 0xAD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060,
                     *range(0x2066, 0x206A), 0xFEFF, 0xFFFE, 0xFFFF)
        if code not in (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85)
    ),
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
}  # fmt: skip
"""What becomes of signs that nobody types.

Gone is what no screen shows and no guide may hold: control signs, soft hyphens, marks of direction. Letters that a
typesetter joined are parted, for nobody who searches for the word types them so.
"""


def fold_spaces(runs: list[Run]) -> tuple[Run, ...]:
    """Runs with their white space folded across their borders, neighbours of one look put together."""
    done: list[Run] = []
    space = True
    for run in runs:
        written = run.text.translate(_TYPED)
        words = written.split()
        before = "" if space or not written[:1].isspace() else " "
        text = before + " ".join(words) + (" " if words and written[-1].isspace() else "")
        space = written[-1].isspace() if written else space
        if not text:
            continue
        if done and done[-1].but(text="") == run.but(text=""):
            done[-1] = done[-1].but(text=done[-1].text + text)
        else:
            done.append(run.but(text=text))
    while done and not done[-1].text.rstrip():
        done.pop()
    if done:
        done[-1] = done[-1].but(text=done[-1].text.rstrip())
    return tuple(done)


def from_offset(runs: tuple[Run, ...], start: int, end: int | None = None) -> tuple[Run, ...]:
    """The runs of the text from ``start`` to ``end``, its ends trimmed."""
    kept = []
    place = 0
    for run in runs:
        stop = len(run.text) if end is None else max(0, end - place)
        text = run.text[max(0, start - place) : stop]
        place += len(run.text)
        if text:
            kept.append(run.but(text=text))
    return fold_spaces(kept)


def without_struck(block: Block) -> tuple[Block, ...]:
    """A block without the words that somebody has struck out, and those words beside it; all of it where no word is
    left.
    """
    if block.aside or not any(run.struck for run in block.runs):
        return (block,)
    kept = fold_spaces([Run(" ") if run.struck else run for run in block.runs])
    if not any(map(str.isalnum, "".join(run.text for run in kept))):
        return (block.but(cell=None, aside="struck"),)
    struck = fold_spaces([run if run.struck else Run(" ") for run in block.runs])
    return (block.but(runs=kept, typed=None), *([Block(struck, block.spot, aside="struck")] if struck else []))


class ImportRefusal(Value):
    """One reason, by its code; ``facts`` fill the sentence."""

    code: str
    facts: Mapping[str, str] = NOTHING


class RefusedError(Exception):
    """Raised inside the reading of a document and turned into its ``ImportRefusal`` at the door."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.refusal = ImportRefusal(code, facts)
