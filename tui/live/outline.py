"""The whole guide as rows that fit the screen: a projection, drawn by ``tui.widgets.guide_pane``."""

from collections.abc import Sequence

from guide.model import Group, Guide, Question
from guide.values import Value
from interviews.coverage import Coverage, QuestionCoverage

GLYPHS = {"untouched": "□", "touched": "▪", "asked": "◪", "skipped": "–", "declined": "×", "covered": "■"}
"""A shape for each state, so that none is told by colour alone."""

REFUSED = GLYPHS["declined"]
"""Stands behind another shape where the informant had declined before."""


class HeadRow(Value):
    """A group's line: its id, title, and how many of its required questions are covered."""

    id: str
    title: str
    covered: int
    of: int
    done: bool
    folded: bool
    closing: bool = False


class QuestionRow(Value):
    """A question's line; ``depth`` is 0 where none was said, ``refused`` says that it was declined before.

    ``sides`` stands where the question asks for both, ``+2 -0``; ``examples`` where it asks for some, the longest way
    to say it first: the pane takes the first that leaves the label whole.
    """

    id: str
    label: str
    glyph: str
    state: str
    depth: int
    in_hand: bool
    optional: bool
    refused: bool = False
    sides: str = ""
    examples: tuple[str, ...] = ()


Row = HeadRow | QuestionRow


def outline(guide: Guide, coverage: Coverage, hand: str | None, height: int) -> list[Row]:
    """The guide's rows for ``height`` lines; too few, and groups fold: done ones first, the one in hand last."""
    groups = list(guide.groups)
    folded = _folded(groups, coverage, hand, height)
    rows: list[Row] = []
    for place, group in enumerate(groups):
        rows.append(_head(group, coverage, folded=place in folded))
        if place not in folded:
            rows += [_question(question, coverage.questions[question.id], hand) for question in group.questions]
    return _window(rows, height)


def _folded(groups: Sequence[Group], coverage: Coverage, hand: str | None, height: int) -> set[int]:
    at = next((place for place, group in enumerate(groups) if any(one.id == hand for one in group.questions)), 0)
    order = sorted(
        range(len(groups)), key=lambda place: (place == at, not _done(groups[place], coverage), -abs(place - at), place)
    )
    need = sum(1 + len(group.questions) for group in groups)
    folded: set[int] = set()
    for place in order:
        if need <= height or place == at:
            break
        folded.add(place)
        need -= len(groups[place].questions)
    return _unfold_what_fits(groups, folded, height - need)


def _unfold_what_fits(groups: Sequence[Group], folded: set[int], room: int) -> set[int]:
    """A small group folded before a large one may stand open after all."""
    for place in sorted(folded, key=lambda place: -len(groups[place].questions)):
        size = len(groups[place].questions)
        if size <= room:
            folded.remove(place)
            room -= size
    return folded


def _window(rows: list[Row], height: int) -> list[Row]:
    """Where even the folded guide is too long, the stretch around the question in hand."""
    if len(rows) <= height or height <= 0:
        return rows[: max(height, 0)]
    at = next((place for place, row in enumerate(rows) if isinstance(row, QuestionRow) and row.in_hand), 0)
    start = min(max(at - height // 2, 0), len(rows) - height)
    return rows[start : start + height]


def _states(group: Group, coverage: Coverage) -> list[QuestionCoverage]:
    required = [question for question in group.questions if not question.optional]
    return [coverage.questions[question.id] for question in required]


def _done(group: Group, coverage: Coverage) -> bool:
    return all(one.settled for one in _states(group, coverage))


def _head(group: Group, coverage: Coverage, *, folded: bool) -> HeadRow:
    states = _states(group, coverage)
    covered = sum(1 for one in states if one.state == "covered")
    return HeadRow(group.id, group.title, covered, len(states), _done(group, coverage), folded, group.closing)


def _question(question: Question, state: QuestionCoverage, hand: str | None) -> QuestionRow:
    return QuestionRow(
        id=question.id,
        label=question.label,
        glyph="▣" if state.unasked else GLYPHS[state.state],
        state=state.state,
        depth=state.depth or 0,
        in_hand=question.id == hand,
        optional=question.optional,
        refused=state.refused_before,
    )
