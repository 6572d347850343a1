"""Which rows of a card are seen where it is higher than its place: scrolled by hand, or to what was just done."""

from collections.abc import Sequence

from guide.values import Value


class Window(Value):
    """Rows ``start`` to ``stop`` are seen; ``above`` and ``below`` say whether a row tells of more there."""

    start: int
    stop: int
    above: bool = False
    below: bool = False

    def shows(self, row: int) -> bool:
        """Whether this row is seen."""
        return self.start <= row < self.stop


def window_at(top: int, count: int, room: int) -> Window:
    """What is seen of ``count`` rows in ``room`` rows from ``top`` on; the last page has no row to spare below it."""
    if count <= room:
        return Window(0, count)
    if room < 3:
        start = min(max(top, 0), count - max(room, 0))
        return Window(start, start + max(room, 0))
    if top <= 0:
        return Window(0, room - 1, below=True)
    if count - top <= room - 1:
        return Window(count - room + 1, count, above=True)
    return Window(top, top + room - 2, above=True, below=True)


def next_top(window: Window, stops: Sequence[int], count: int, room: int, *, down: bool) -> int:
    """Where the window begins one step on: at the next of ``stops``, but no row is passed over."""
    if down:
        farthest = window.stop if not window.above else window.stop - 1
        found = [row for row in stops if window.start + (0 if window.above else 1) < row <= farthest]
        return min(found[0] if found else farthest, count)
    nearest = max(window.start - max(room - 2, 1), 0)
    found = [row for row in stops if nearest <= row < window.start]
    top = found[-1] if found else nearest
    return 0 if top <= 1 else top
