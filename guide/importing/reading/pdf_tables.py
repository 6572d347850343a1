"""Tables of a PDF: cells between lines on a page."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from guide.frozen import Value
from guide.importing.reading.pdf_letters import PdfLetter, PdfRule

_NEAR = 3.0  # points by which lines that meet may miss each other
_FEWEST_LINES = 4  # lying lines that part a table's rows without upright ones
_TALLEST = 70.0  # points of a row between them
_NARROWEST = 60.0  # points of a column between them; a number stands in that of its words
_MOST = 1_500  # drawn lines of one page; a chart has more, a table does not


class PdfCell(Value):
    """A cell: its table, row and column, how many columns it is wide, and its edges; ``borders`` are the table's."""

    table: int
    row: int
    column: int
    width: int
    left: float
    top: float
    right: float
    bottom: float
    borders: tuple[float, ...]

    def holds(self, across: float, down: float) -> bool:
        """Whether a place is inside."""
        return self.left - 1 <= across <= self.right + 1 and self.top - 1 <= down <= self.bottom + 1


def cells_of(rules: Sequence[PdfRule], letters: Sequence[PdfLetter] = ()) -> tuple[PdfCell, ...]:
    """The cells of all tables of a page that have at least two columns and two rows.

    Where only lying lines part the rows, the columns are told apart by where the ``letters`` stand.
    """
    if not rules or len(rules) > _MOST:
        return ()
    upright = _joined([rule for rule in rules if rule.upright])
    lying = _joined([rule for rule in rules if not rule.upright])
    found: list[PdfCell] = []
    for number, (own_upright, own_lying) in enumerate(_together(upright, lying)):
        found += _cells(number, own_upright, own_lying)
    free = [rule for rule in lying if not any(_meet(one, rule) for one in upright)]
    for number, group in enumerate(_stacked(free), len(found) + 1):
        found += _rows_between(number, group, letters)
    return tuple(found)


def _stacked(lying: Sequence[PdfRule]) -> list[list[PdfRule]]:
    """Lines as long as each other, one below the other, as they part a table's rows."""
    groups: list[list[PdfRule]] = []
    for rule in sorted(lying, key=lambda one: one.top):
        last = next((one for one in reversed(groups) if _same_length(one[-1], rule)), None)
        if last is not None and rule.top - last[-1].top <= _TALLEST:
            last.append(rule)
        else:
            groups.append([rule])
    return [group for group in groups if len(group) >= _FEWEST_LINES]


def _same_length(one: PdfRule, other: PdfRule) -> bool:
    return abs(one.left - other.left) <= _NEAR and abs(one.right - other.right) <= _NEAR


def _rows_between(table: int, lying: list[PdfRule], letters: Sequence[PdfLetter]) -> list[PdfCell]:
    """The cells between lying lines; a column begins where most rows have words and none has a letter across."""
    rows = [
        [one for one in letters if top.top < one.base < bottom.top and one.text.strip()]
        for top, bottom in pairwise(lying)
    ]
    rows = [row for row in rows if row]
    begins = Counter(place for row in rows for place in {round(left) for left in _word_begins(row)})
    borders = [lying[0].left]
    for place, count in sorted(begins.items()):
        near = count + begins[place + 1]
        crossed = any(one.left < place - 1 and one.right > place + 1 for row in rows for one in row)
        if 2 * near > len(rows) and near > 2 and place - borders[-1] >= _NARROWEST and not crossed:
            borders.append(place - 1.0)
    borders.append(max(lying[0].right, borders[-1] + _NARROWEST))
    if len(borders) < 3:
        return []
    beside = [one for one in letters if borders[0] <= one.left < borders[-1] and one.text.strip()]
    above = _reached([lying[0].top - one.base for one in beside], beside[0].size if beside else 0.0)
    below = _reached([one.base - lying[-1].top for one in beside], beside[0].size if beside else 0.0)
    down = [lying[0].top - above, *(rule.top for rule in lying), lying[-1].top + below]
    down = down[not above : len(down) - (not below)]
    return [
        PdfCell(table, row, column, 1, left, top, right, bottom, tuple(borders))
        for row, (top, bottom) in enumerate(pairwise(down))
        for column, (left, right) in enumerate(pairwise(borders))
    ]


def _reached(away: Sequence[float], size: float) -> float:
    """How far from the outermost line a row goes on, from how far lines stand from it; 0 where none is near."""
    far = 0.0
    for distance in sorted(away):
        if distance > 0 and distance - far > (1.6 if far else 2.2) * size:
            break
        far = max(far, distance)
    return far + size if far else 0.0


def _word_begins(row: Sequence[PdfLetter]) -> list[float]:
    """Where the first lines of a row's pieces begin: each line's first letter, and those after a wide gap."""
    begins = []
    last: PdfLetter | None = None
    for letter in sorted(row, key=lambda one: (round(one.base / 2), one.left)):
        if (
            last is None
            or letter.base - last.base > 2
            or letter.left - last.right > letter.size
            or letter.left < last.left
        ):
            begins.append(letter.left)
        last = letter
    return begins


def _joined(rules: Sequence[PdfRule]) -> list[PdfRule]:
    """Lines that go on from each other as one: a table's are often drawn cell by cell."""
    done: list[PdfRule] = []
    ordered = sorted(rules, key=lambda one: (round(one.left), one.top) if one.upright else (round(one.top), one.left))
    for rule in ordered:
        for place in range(len(done) - 1, max(-1, len(done) - 40), -1):
            last = done[place]
            if rule.upright and abs(rule.left - last.left) <= 2 and rule.top - _NEAR <= last.bottom:
                done[place] = last._replace(bottom=max(last.bottom, rule.bottom), top=min(last.top, rule.top))
                break
            if not rule.upright and abs(rule.top - last.top) <= 2 and rule.left - _NEAR <= last.right:
                done[place] = last._replace(right=max(last.right, rule.right), left=min(last.left, rule.left))
                break
        else:
            done.append(rule)
    return done


def _together(upright: list[PdfRule], lying: list[PdfRule]) -> list[tuple[list[PdfRule], list[PdfRule]]]:
    """The lines that meet each other, table by table."""
    left = list(range(len(upright)))
    done = []
    while left:
        group, lines = {left.pop(0)}, set[int]()
        grown = True
        while grown:
            grown = False
            for place, rule in enumerate(lying):
                if place not in lines and any(_meet(upright[one], rule) for one in group):
                    lines.add(place)
                    grown = True
            for place in list(left):
                if any(_meet(upright[place], lying[one]) for one in lines):
                    group.add(place)
                    left.remove(place)
                    grown = True
        done.append(([upright[one] for one in sorted(group)], [lying[one] for one in sorted(lines)]))
    return done


def _meet(upright: PdfRule, lying: PdfRule) -> bool:
    return (
        lying.left - _NEAR <= upright.left <= lying.right + _NEAR
        and upright.top - _NEAR <= lying.top <= upright.bottom + _NEAR
    )


def _places(values: Sequence[float]) -> list[float]:
    """Values without those that are nearly the same as the one before."""
    done: list[float] = []
    for value in sorted(values):
        if not done or value - done[-1] > _NEAR:
            done.append(value)
    return done


def _cells(table: int, upright: list[PdfRule], lying: list[PdfRule]) -> list[PdfCell]:
    if not lying:
        return []
    edges = [rule.left for rule in lying] + [rule.right for rule in lying]
    across = _places([rule.left for rule in upright] + [min(edges), max(edges)])
    down = _places([rule.top for rule in lying] + [min(one.top for one in upright), max(one.bottom for one in upright)])
    if len(across) < 3 or len(down) < 2:
        return []
    found: list[PdfCell] = []
    for row, (top, bottom) in enumerate(pairwise(down)):
        if bottom - top < _NEAR * 2:
            continue
        middle = (top + bottom) / 2
        borders = [
            place
            for place, at in enumerate(across)
            if place in (0, len(across) - 1)
            or any(abs(rule.left - at) <= _NEAR and rule.top - 1 <= middle <= rule.bottom + 1 for rule in upright)
        ]
        for first, last in pairwise(borders):
            centre = (across[first] + across[last]) / 2
            closed = any(abs(rule.top - top) <= _NEAR and rule.left - 1 <= centre <= rule.right + 1 for rule in lying)
            above = next((one for one in found if one.column == first and one.bottom == top), None)
            if not closed and above is not None and above.width == last - first:
                found[found.index(above)] = above.but(bottom=bottom)
            else:
                edges_of = (across[first], top, across[last], bottom)
                found.append(PdfCell(table, row, first, last - first, *edges_of, tuple(across)))
    return found
