"""A recording of the screen as one moving SVG, of what the program drew: no script, no fonts, no other files.

A row that stays the same is written once and shown for as long as it stands there. Whoever wants no motion, and a
program that moves nothing, sees the last frame.
"""

from collections.abc import Iterable
from html import escape
from typing import Any, NamedTuple

from rich.color import Color
from rich.style import Style
from textual.app import App

WIDE, HIGH, SIZE = 8.4, 17, 14
"""A cell, and the letters in it, in units of the picture."""

EDGE, BELOW = 16, 46
"""Around the screen; under it there is room for the caption."""

INK, PAPER = "#e0e0e0", "#121212"
FONTS = "ui-monospace,'Cascadia Mono',Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace"


class Run(NamedTuple):
    """Signs of one style in a row: the cell where they begin, how many cells, and how they look."""

    column: int
    cells: int
    text: str
    ink: str
    paper: str
    bold: bool
    italic: bool


class Frame(NamedTuple):
    """What was on the screen, for so many seconds, and what is said of it below."""

    rows: tuple[tuple[Run, ...], ...]
    seconds: float
    caption: str


class Recording:
    """Takes frames of an app, and makes the picture of them."""

    def __init__(self) -> None:
        self.frames: list[Frame] = []

    def take(self, app: App[Any], seconds: float, caption: str) -> None:
        """Take what the screen shows now."""
        rows = tuple(tuple(runs_of(strip)) for strip in app.screen._compositor.render_strips())
        self.frames.append(Frame(rows, seconds, caption))

    def svg(self, label: str) -> str:
        """All of it, beginning anew when it has ended; ``label`` tells it to whoever cannot see it."""
        self._patterns: dict[tuple[bool, ...], str] = {}
        self._inks: dict[str, str] = {}
        columns = max(run.column + run.cells for frame in self.frames for row in frame.rows for run in row)
        width = columns * WIDE + 2 * EDGE
        height = len(self.frames[0].rows) * HIGH + 2 * EDGE + BELOW
        drawn: list[str] = []
        for number in range(len(self.frames[0].rows)):
            drawn += self._shown_while([self._row(number, frame.rows[number]) for frame in self.frames])
        drawn += self._shown_while([self._caption(frame.caption, width, height) for frame in self.frames])
        style = "\n".join((
            f"text{{font:{SIZE}px {FONTS};white-space:pre}}",
            f".c{{font:15px system-ui,'Segoe UI',Helvetica,Arial,sans-serif;fill:{INK}}}",
            ".b{font-weight:bold}.i{font-style:italic}.h{visibility:hidden}rect{shape-rendering:crispEdges}",
            *(f".{name}{{fill:{ink}}}" for ink, name in self._inks.items()),
            *(self._moves(pattern, name) for pattern, name in self._patterns.items()),
            "@media(prefers-reduced-motion:reduce){g{animation:none!important}}",
        ))  # fmt: skip
        return "\n".join((
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img">',
            f"<title>{escape(label)}</title>\n<style>\n{style}\n</style>",
            f'<rect width="{width:g}" height="{height:g}" rx="10" fill="{PAPER}"/>',
            *drawn,
            "</svg>\n",
        ))  # fmt: skip

    def _shown_while(self, drawn: list[str]) -> Iterable[str]:
        """Each of these once, in a group that is seen in the frames in which it stands."""
        for one in dict.fromkeys(drawn):
            pattern = tuple(other == one for other in drawn)
            if not one:
                continue
            if all(pattern):
                yield one
                continue
            name = self._patterns.setdefault(pattern, f"m{len(self._patterns)}")
            yield f'<g class="{name}{"" if pattern[-1] else " h"}">{one}</g>'

    def _moves(self, pattern: tuple[bool, ...], name: str) -> str:
        whole, since, steps, before = sum(frame.seconds for frame in self.frames), 0.0, [], None
        for frame, seen in zip(self.frames, pattern, strict=True):
            if seen != before:
                steps.append(f"{100 * since / whole:.4g}%{{visibility:{'visible' if seen else 'hidden'}}}")
            before, since = seen, since + frame.seconds
        return f".{name}{{animation:{name} {whole:g}s step-end infinite}}@keyframes {name}{{{''.join(steps)}}}"

    def _row(self, number: int, runs: tuple[Run, ...]) -> str:
        return "".join(one for run in runs for one in self._drawn(run, EDGE + number * HIGH))

    def _drawn(self, run: Run, top: float) -> Iterable[str]:
        """A run's paper, where it is not the usual one, and its words without the blanks around them."""
        if run.paper != PAPER:
            place = f'x="{EDGE + run.column * WIDE:g}" y="{top}" width="{run.cells * WIDE:g}" height="{HIGH}"'
            yield f'<rect {place} class="{self._ink(run.paper)}"/>'
        words = run.text.strip(" ")
        if words:
            classes = " ".join((self._ink(run.ink), *(["b"] if run.bold else []), *(["i"] if run.italic else [])))
            left = EDGE + (run.column + len(run.text) - len(run.text.lstrip(" "))) * WIDE
            long = (run.cells - len(run.text) + len(words)) * WIDE  # a blank is one cell
            place = f'x="{left:g}" y="{top + 13}" textLength="{long:g}"'
            yield f'<text {place} class="{classes}">{escape(words, quote=False)}</text>'

    def _caption(self, caption: str, width: float, height: float) -> str:
        place = f'x="{width / 2:g}" y="{height - 22:g}" text-anchor="middle"'
        return f'<text {place} class="c">{escape(caption, quote=False)}</text>' if caption else ""

    def _ink(self, colour: str) -> str:
        return self._inks.setdefault(colour, f"k{len(self._inks)}")


def runs_of(strip: Any) -> Iterable[Run]:
    """A row's runs: one for each style, and where many blanks stand between words, one for each side of them."""
    column = 0
    for segment in strip:
        style = segment.style or Style()
        ink, paper = _colour(style.color, INK), _colour(style.bgcolor, PAPER)
        if style.reverse:
            ink, paper = paper, ink
        if style.dim:
            ink = _between(ink, paper)
        yield Run(column, segment.cell_length, segment.text, ink, paper, bool(style.bold), bool(style.italic))
        column += segment.cell_length


def _colour(colour: Color | None, usual: str) -> str:
    return usual if colour is None or colour.is_default else colour.get_truecolor().hex


def _between(ink: str, paper: str) -> str:
    parts = [round(int(ink[at : at + 2], 16) * 0.6 + int(paper[at : at + 2], 16) * 0.4) for at in (1, 3, 5)]
    return "#" + "".join(f"{part:02x}" for part in parts)
