"""The right column of an appendix that the program wrote: questions, their probes, and what is said about them."""

import re
from collections.abc import Iterator, Sequence

from guide.ids import is_question_id
from guide.importing.blocks import Block, Run
from guide.importing.own.words import OwnWords
from guide.importing.words.labels import BULLETS
from guide.model import Probe
from guide.values import Value

_CLEAR = 27.0  # points between a bullet's place and that of one below it
_MOST_MINUTES = 10_000
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?(?:e-?\d+)?")


class Strange(Exception):
    """Something is not as the program writes it."""


class Asked(Value):
    """A question as it stands in a cell; ``also`` is what it serves besides, ``id`` empty where none is written."""

    id: str
    ask: str
    also: tuple[str, ...]
    optional: bool
    minutes: float | None
    probes: tuple[tuple[Probe, tuple[Block, ...]], ...]
    blocks: tuple[Block, ...]


def told(block: Block) -> str:
    """A block's words, with what was taken for its label unless that is a bullet."""
    label = "" if not block.label or all(sign in BULLETS for sign in block.label) else block.label
    return f"{label} {block.text}".strip()


def numbered(text: str) -> float:
    """Minutes as the program writes them in any of its languages.

    Raises:
        Strange: this is no number, or no number of minutes.
    """
    found = float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else 0.0
    if not 0 < found < _MOST_MINUTES:
        raise Strange
    return found


def asked_in(blocks: Sequence[Block], words: OwnWords) -> Iterator[Asked]:
    """The questions of one cell.

    Raises:
        Strange: something else stands there.
    """
    items: list[tuple[bool, list[Block]]] = []
    for block in blocks:
        goes_on = block.follows or (block.kind == "paragraph" and not block.label)
        if goes_on and items:
            items[-1][1].append(block)
        elif block.kind == "item":
            items.append((_is_below(block), [block]))
        else:
            raise Strange
    while items:
        below, own = items.pop(0)
        probes: list[list[Block]] = []
        while items and items[0][0]:
            probes.append(items.pop(0)[1])
        if below:
            raise Strange
        yield _asked(own, probes, words)


def _is_below(block: Block) -> bool:
    return block.label == "◦" or block.indent > _CLEAR


def _asked(blocks: list[Block], probes: list[list[Block]], words: OwnWords) -> Asked:
    id, runs = _without_id(blocks)
    marks: list[str] = []
    if len(runs) > 1 and runs[-1].italic:
        mark = runs.pop().text.strip()
        if not (mark.startswith("(") and mark.endswith(")")):
            raise Strange
        marks = mark[1:-1].split("; ")
    ask = _upright(runs)
    also, minutes, required = _marks(marks, words)
    optional = not required and ask.startswith("(") and ask.endswith(")")
    if optional:
        ask = ask[1:-1].strip()
    told_probes = tuple((_probe(own, words), tuple(own)) for own in probes)
    return Asked(id, ask, also, optional, minutes, told_probes, tuple(blocks))


def _without_id(blocks: list[Block]) -> tuple[str, list[Run]]:
    """The id before a question's words, if there is one, and the runs of these."""
    runs = _runs(blocks)
    label = blocks[0].label
    if runs[0].italic and len(runs) > 1 and is_question_id(runs[0].text.strip()):
        return runs[0].text.strip(), runs[1:]
    if blocks[0].form != "bullet" and is_question_id(label) and not label.endswith("."):
        return label, runs
    return "", _with_number(blocks[0], runs)


def _marks(marks: list[str], words: OwnWords) -> tuple[tuple[str, ...], float | None, bool]:
    also: tuple[str, ...] = ()
    minutes, required = None, False
    for mark in marks:
        if mark == words.required:
            required = True
        elif mark.startswith(f"{words.also} "):
            also = tuple(mark.removeprefix(f"{words.also} ").split(", "))
        elif mark.endswith(f" {words.minutes}"):
            minutes = numbered(mark.removesuffix(f" {words.minutes}"))
        else:
            raise Strange
    return also, minutes, required


def _probe(blocks: list[Block], words: OwnWords) -> Probe:
    runs = _runs(blocks)
    condition = None
    if len(runs) > 1 and runs[0].italic:
        lead = runs.pop(0).text.strip()
        if not (lead.startswith(f"{words.when} ") and lead.endswith(":")):
            raise Strange
        condition = lead[len(words.when) : -1].strip()
    return Probe(_upright(_with_number(blocks[0], runs)), condition)


def _with_number(block: Block, runs: list[Run]) -> list[Run]:
    """The runs with what the author typed before the words, a number say.

    Raises:
        Strange: it was read in the place of the bullet that told whether this is a question or a probe.
    """
    if block.form == "bullet" or not block.label:
        return runs
    if not block.indent:
        raise Strange
    return [Run(f"{block.label} {runs[0].text}"), *runs[1:]]


def _runs(blocks: list[Block]) -> list[Run]:
    """The runs of a paragraph that may go over several lines."""
    runs = list(blocks[0].runs)
    for block in blocks[1:]:
        first, *more = block.runs
        runs[-1] = runs[-1].but(text=f"{runs[-1].text.rstrip()}\n{first.text}") if _alike(runs[-1], first) else runs[-1]
        runs += more if _alike(runs[-1], first) else [first, *more]
    return runs


def _alike(one: Run, other: Run) -> bool:
    return (one.bold, one.italic) == (other.bold, other.italic)


def _upright(runs: Sequence[Run]) -> str:
    """The author's words.

    Raises:
        Strange: there are none, or some of them are in another look.
    """
    text = "".join(run.text for run in runs).strip()
    if not text or any(run.bold or run.italic for run in runs):
        raise Strange
    return text
