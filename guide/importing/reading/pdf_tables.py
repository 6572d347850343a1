"""Tables of a PDF: cells between lines on a page."""

from collections.abc import Sequence
from itertools import pairwise

from guide.frozen import Value
from guide.importing.reading.pdf_letters import PdfRule

_NEAR = 3.0  # points by which lines that meet may miss each other
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


def cells_of(rules: Sequence[PdfRule]) -> tuple[PdfCell, ...]:
    """The cells of all tables of a page that have at least two columns and two rows."""
    if not rules or len(rules) > _MOST:
        return ()
    upright = _joined([rule for rule in rules if rule.upright])
    lying = _joined([rule for rule in rules if not rule.upright])
    found: list[PdfCell] = []
    for number, (own_upright, own_lying) in enumerate(_together(upright, lying)):
        found += _cells(number, own_upright, own_lying)
    return tuple(found)


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
