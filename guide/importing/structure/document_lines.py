"""Document lines, and how one stands to another.

A line is a block with what its table says of it.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import Literal

from guide.frozen import Value
from guide.importing.document_blocks import Block, Run, fold_spaces
from guide.importing.words.line_kinds import asks
from guide.importing.words.sentences import first_word, has_question
from guide.importing.words.typed_labels import bare, steps

Hint = Literal[
    "", "row", "section", "research", "question", "probe", "note", "minutes", "serves", "label", "cell", "break"
]  # fmt: skip
"""What the table in which a line stands says of it: ``row`` is a heading across the table, ``label`` that of a column,
``serves`` names research questions, ``cell`` is of no known kind, ``break`` the first line after a table."""

_SHAPES = ("-–—‐‑−", "•·∙●*\uf0b7", "o◦○◯", "▪■□▫\uf0a7", ">→➢➤►▸‣")
_CLEAR = 6.0  # points that make one line begin visibly further in than another


LABELS = "tprhqsincoakx"
"""What a person may call a line: title, problem, research question, heading, question, sub-question, condition, note,
closing, opening, answer option, column header, left out."""

ASKED_LABELS = frozenset("qsc")


class DocumentLine(Value):
    """One block and its number in the document, with its table's hint.

    ``when`` is the condition that its column's heading says, "no" of "If no".

    ``row`` tells a table's rows apart. ``inline`` says that it heads only the line that it was cut from. ``told`` is
    the label that a person gave it, one of ``LABELS``.
    """

    number: int
    block: Block
    hint: Hint = ""
    when: str = ""
    row: tuple[int, int] | None = None
    inline: bool = False
    told: str = ""

    @property
    def text(self) -> str:
        """The words, without their label."""
        return self.block.text

    @cached_property
    def asks(self) -> bool:
        """Whether it can be put to the informant."""
        return self.told in ASKED_LABELS if self.told else asks(self.block.text)


_SCENE = frozenset("think imagine picture tenk forestill tänk föreställ tænk".split())


def join_scenes(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks in which what somebody is to think of goes on, after a line break, with what is asked of it."""
    done: list[Block] = []
    for block in blocks:
        last = done[-1] if done and block.follows and not (block.label or block.cell) else None
        if last is not None and first_word(last.text) in _SCENE and not has_question(last.text) and asks(block.text):
            done[-1] = last.but(runs=fold_spaces([*last.runs, Run(" "), *block.runs]))
        else:
            done.append(block)
    return tuple(done)


def leads(block: Block, numbered: float | None) -> bool:
    """Whether a block has a number of the first order, where the document's numbers run on at that indentation."""
    if numbered is None or block.level or steps(block.label, block.form) != 1:
        return False
    return abs(block.indent - numbered) <= _CLEAR


def numbers_run_on(lines: Sequence[DocumentLine]) -> float | None:
    """The indentation of the numbers that count the document's questions; None where no numbers do.

    They don't where most of what they count asks nothing, or where they begin anew under each of several questions.
    """
    numbered = [line for line in lines if not line.hint and leads(line.block, line.block.indent)]
    if sum(line.asks for line in numbered) < 3:
        return None
    indent = min(line.block.indent for line in numbered if line.asks)
    counted = [line for line in numbered if leads(line.block, indent)]
    asked = {line.number for line in counted if line.asks}
    if 2 * len(asked) < len(counted) or len(asked) < 3:
        return None
    anew = sum(
        re.sub(r"\D", "", line.block.label) == "1" and before.asks and before.block.form not in ("decimal", "named")
        for before, line in pairwise(lines)
        if line.number in asked
    )
    return None if anew >= 2 else indent


def compare_depth(new: Block, old: Block) -> int:
    """Whether ``new`` stands deeper (1), shallower (-1) or as deep (0) as ``old``, an earlier line of its section.

    Indentation decides before anything that was typed, because a sub-level often lives in a list of its own. Of two
    ways of numbering, the one that was met first stands higher.
    """
    if "heading" in (new.kind, old.kind):
        if new.kind == old.kind:
            return (new.level > old.level) - (new.level < old.level)
        return -1 if new.kind == "heading" else 1
    own, other = steps(new.label, new.form), steps(old.label, old.form)
    if new.form == old.form and own != other and own and other:
        return 1 if own > other else -1
    if new.follows and not new.label and not old.follows and old.kind == "item":
        return 1
    # A typed number keeps its words as far out as the paragraph's: its indentation says nothing against a number.
    if abs(new.indent - old.indent) > _CLEAR and not ("named" in (new.form, old.form) and new.form != old.form):
        return 1 if new.indent > old.indent else -1
    if new.kind == old.kind == "item" and new.level != old.level and new.form == old.form:
        return 1 if new.level > old.level else -1
    return _compare_looks(new, old)


def look(block: Block) -> tuple[object, ...]:
    """What lines of one rank have in common."""
    return block.kind, block.form, block.level, block.bold, round(block.indent / _CLEAR), block.size


def owners(lines: Sequence[DocumentLine]) -> tuple[int | None, ...]:
    """For each line the place of the one that it stands below; None where it stands below none, but for a heading."""
    found: list[int | None] = []
    stack: list[int] = []
    for place, line in enumerate(lines):
        if line.block.kind == "heading":
            stack = []
        same = [at for at, old in enumerate(stack) if compare_depth(line.block, lines[old].block) == 0]
        if same:
            del stack[same[-1] :]
        while not same and stack and compare_depth(line.block, lines[stack[-1]].block) < 0:
            stack.pop()
        found.append(stack[-1] if stack else None)
        stack.append(place)
    return tuple(found)


def _compare_looks(new: Block, old: Block) -> int:
    if new.form == "named" and old.form == "letter" and bare(new.label).startswith(bare(old.label)):
        return 1
    if new.form != old.form and not (new.kind == old.kind == "paragraph"):
        if "named" in (new.form, old.form):
            return -1 if new.form == "named" else 1
        if new.bold != old.bold and "" in (new.form, old.form):
            return -1 if new.bold else 1
        if new.kind != old.kind:
            # An unnumbered paragraph after a numbered one belongs to it; after a bullet it does not.
            return -1 if new.kind != "item" and old.form == "bullet" else 1
        return -1 if old.form == "bullet" else 1
    if new.form == old.form == "bullet" and new.kind == old.kind == "item":
        return int(_shape(new) != _shape(old))
    if new.bold != old.bold:
        return -1 if new.bold else 1
    if new.italic != old.italic:
        return -1 if old.italic else 1
    return 0


def _shape(block: Block) -> str:
    """A bullet's shape; signs that are typed for each other are one, and so are all that a list gives by itself."""
    sign = block.label[:1]
    return next((shape for shape in _SHAPES if sign and sign in shape), sign)
