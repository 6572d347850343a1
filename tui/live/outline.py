"""The guide as rows that fit the screen."""

from collections.abc import Callable, Sequence

from guide.frozen import Value
from guide.model import Group, Guide, Question
from interviews.core.coverage import Coverage, QuestionCoverage, TargetState
from tui import signs


class TargetCount(Value):
    """How far one research question, or part, is covered."""

    id: str
    covered: int
    of: int
    state: TargetState


class CoverageRow(Value):
    """The row of the research questions' coverage, in the guide's order."""

    targets: tuple[TargetCount, ...]


class HeadRow(Value):
    """A group's line: its id, title, and how many of its required questions are covered.

    ``serves`` is what all of its questions serve, where that is not its id.
    """

    id: str
    title: str
    covered: int
    of: int
    done: bool
    folded: bool
    closing: bool = False
    serves: str = ""


class QuestionRow(Value):
    """A question's line; ``depth`` is 0 where none was said, ``refused`` says that it was declined before.

    ``settled`` says that nothing is wanted of it any more.

    ``sides`` stands where the question asks for both, ``+2 -0``; ``examples`` where it asks for some, the longest way
    to say it first: the pane takes the first that leaves the label whole. ``serves`` is which research questions it
    serves, where its group does not say so.
    """

    id: str
    label: str
    glyph: str
    settled: bool
    depth: int
    in_hand: bool
    optional: bool
    refused: bool = False
    sides: str = ""
    examples: tuple[str, ...] = ()
    serves: str = ""


class WordingRow(Value):
    """A line of the wording of the question in hand; ``question`` is its id."""

    question: str
    text: str


class ProbeRow(Value):
    """A line of a probe of the question in hand.

    ``place`` is its number, from 1, or None where it cannot be ticked yet: its condition, which stands above, is not.
    Further lines of the same probe have no ``lead``.
    """

    text: str
    mark: str = "open"
    place: int | None = None
    lead: bool = True


Below = WordingRow | ProbeRow
Row = CoverageRow | HeadRow | QuestionRow | Below


class Unfolded(Value):
    """What stands under the question in hand: each list of rows says the same, the roomiest first.

    ``always`` says that it is there however low the screen.
    """

    rows: tuple[tuple[Below, ...], ...] = ((),)
    always: bool = False


NOTHING_BELOW = Unfolded()


def outline(
    guide: Guide, coverage: Coverage, hand: str | None, height: int, below: Unfolded = NOTHING_BELOW
) -> list[Row]:
    """The guide's rows for ``height`` lines; too few, and groups fold: done ones first, the one in hand last."""
    top: list[Row] = [_coverage(guide, coverage)] if guide.research_questions and height > 1 else []
    room = max(height - len(top), 0)
    groups = guide.layout
    fewest = below.rows[-1] if below.always else _cut(below.rows[-1], room // 2)
    folded = _groups_to_fold(groups, coverage, hand, room, len(fewest))
    spare = room - sum(1 + (0 if place in folded else len(group.questions)) for place, group in enumerate(groups))
    shown = next((rows for rows in below.rows if len(rows) <= spare), fewest)
    rows: list[Row] = []
    for place, group in enumerate(groups):
        rows.append(_head(group, coverage, folded=place in folded))
        if place in folded:
            continue
        for question in group.questions:
            rows.append(_question(question, group, coverage.questions[question.id], hand))
            rows += shown if question.id == hand else ()
    return [*top, *_window(rows, room, len(shown))]


def _coverage(guide: Guide, coverage: Coverage) -> CoverageRow:
    told = [
        TargetCount(target.id, states.covered, states.of, states.state)
        for target in guide.told
        for states in [coverage.targets[target.id]]
    ]
    return CoverageRow(tuple(told))


def _groups_to_fold(groups: Sequence[Group], coverage: Coverage, hand: str | None, height: int, below: int) -> set[int]:
    at = next((place for place, group in enumerate(groups) if any(one.id == hand for one in group.questions)), 0)
    order = sorted(
        range(len(groups)),
        key=lambda place: (place == at, not _is_done(groups[place], coverage), -abs(place - at), place),
    )
    need = below + sum(1 + len(group.questions) for group in groups)
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


def _cut(rows: tuple[Below, ...], most: int) -> tuple[Below, ...]:
    """As many rows as there is room for, the last of them … where there are more."""
    if len(rows) <= most:
        return rows
    return (*rows[: most - 1], ProbeRow("…")) if most > 1 else ()


def _window(rows: list[Row], height: int, below: int) -> list[Row]:
    """Where even the folded guide is too long, the stretch around the question in hand and what stands under it."""
    if len(rows) <= height or height <= 0:
        return rows[: max(height, 0)]
    at = next((place for place, row in enumerate(rows) if isinstance(row, QuestionRow) and row.in_hand), 0)
    start = min(max(at - height // 2, at + below + 1 - height, 0), at, len(rows) - height)
    return rows[start : start + height]


def _states(group: Group, coverage: Coverage) -> list[QuestionCoverage]:
    required = [question for question in group.questions if not question.optional]
    return [coverage.questions[question.id] for question in required]


def _is_done(group: Group, coverage: Coverage) -> bool:
    return all(one.settled for one in _states(group, coverage))


def _head(group: Group, coverage: Coverage, *, folded: bool) -> HeadRow:
    states = _states(group, coverage)
    covered = sum(1 for one in states if one.state == "covered")
    serves = "" if group.id else "·".join(group.serves)
    done = _is_done(group, coverage)
    return HeadRow(group.id, group.title, covered, len(states), done, folded, group.closing, serves)


def _question(question: Question, group: Group, state: QuestionCoverage, hand: str | None) -> QuestionRow:
    return QuestionRow(
        id=question.id,
        label=question.label,
        glyph=signs.UNASKED if state.unasked else signs.STATES[state.state],
        settled=state.settled,
        depth=state.depth or 0,
        in_hand=question.id == hand,
        optional=question.optional,
        refused=state.refused_before,
        serves="" if question.serves == group.serves else "·".join(question.serves),
    )


Plan = Callable[[int, int, bool], Sequence[Row]]
"""The rows for a width and a height in cells, and whether the screen is a wide one."""
