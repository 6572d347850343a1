"""The terminal: its size, its letters, its signs, its colours."""

import sys
from collections.abc import Iterator, Mapping
from shutil import get_terminal_size

from guide.frozen import Value
from interviews.os_support import system
from tui.console import at_terminal
from tui.doctor import Finding
from tui.signs import BAR, BOOKMARK, BREAK, DONE, FILLED, FOLDED, IN_HAND, LINE_BREAK, OUT_OF_GUIDE, STATES, UNASKED
from tui.translator import Translator

SIGNS = "".join(
    (*STATES.values(), UNASKED, BOOKMARK, FILLED, DONE, IN_HAND, FOLDED, LINE_BREAK, OUT_OF_GUIDE, BAR, BREAK)
)
"""The signs of the screens, each of which must fill one cell."""

COLUMNS, ROWS = 80, 24
_UNABLE = ("dumb", "unknown")


class TerminalFacts(Value):
    """What a terminal tells of itself; ``cells`` is how many the signs filled, None where it does not tell."""

    there: bool
    columns: int
    rows: int
    kind: str
    letters: str
    colours: int
    cells: int | None = None
    windows: bool = False

    @property
    def able(self) -> bool:
        """Whether a screen can be drawn on it."""
        return self.windows or (self.kind not in _UNABLE and self.kind != "")


def ask_terminal(environment: Mapping[str, str]) -> TerminalFacts:
    """Look at the terminal that the program runs in; it is asked for the place of its cursor where it can answer."""
    size, kind, there = get_terminal_size(), environment.get("TERM", ""), at_terminal()
    letters = (getattr(sys.stdout, "encoding", None) or "").casefold()
    found = TerminalFacts(
        there, size.columns, size.lines, kind, letters, _colours(environment, kind), windows=sys.platform == "win32"
    )
    return found.but(cells=system().cells_drawn(SIGNS)) if there and found.able and _is_unicode(letters) else found


def _colours(environment: Mapping[str, str], kind: str) -> int:
    """How many colours it says that it has; 0 where none are wanted."""
    if environment.get("NO_COLOR"):
        return 0
    if environment.get("COLORTERM", "").casefold() in ("truecolor", "24bit") or environment.get("WT_SESSION"):
        return 2**24
    return 256 if "256color" in kind else 16


def _is_unicode(letters: str) -> bool:
    return letters.replace("-", "").replace("_", "").startswith("utf")


def terminal_findings(found: TerminalFacts, _: Translator, *, in_ascii: bool) -> Iterator[Finding]:
    """What there is to say of a terminal; ``in_ascii``: the signs are drawn in ASCII already."""
    if not found.there:
        yield Finding(
            "terminal",
            "look",
            _("This is no terminal, so none was looked at."),
            _("Run intervjuguide doctor{in_study} in the window in which you hold interviews."),
        )
        return
    if not found.able:
        yield Finding(
            "terminal",
            "wrong",
            _("The terminal says that no screen can be drawn on it (TERM={kind}).", kind=found.kind or "–"),
            _(
                "The interview comes as plain lines there; for the screen open a terminal window instead of a panel of another program, or set TERM=xterm-256color."
            ),
        )
    else:
        yield Finding("terminal", "ok", _("A screen can be drawn ({kind}).", kind=found.kind or "Windows"))
    yield _size(found, _)
    if _is_unicode(found.letters):
        yield Finding(
            "letters", "ok", _("æ, ø, å and all other letters can be shown ({letters}).", letters=found.letters)
        )
    else:
        yield Finding(
            "letters",
            "wrong",
            _("The terminal's letters are {letters}: some words are shown with question marks.", letters=found.letters),
            _("Set the terminal to UTF-8, or the environment: LANG=C.UTF-8, and no PYTHONIOENCODING."),
        )
    yield _signs(found, _, in_ascii=in_ascii)
    yield _said_of_colours(found.colours, _)


def _size(found: TerminalFacts, _: Translator) -> Finding:
    facts = {"columns": found.columns, "rows": found.rows}
    if found.columns < COLUMNS or found.rows < ROWS:
        return Finding(
            "size",
            "wrong",
            _("The window has {columns} columns and {rows} rows; the guide needs 80 and 24.", **facts),
            _("Make the window larger, or its letters smaller (Ctrl and -, on a Mac Cmd and -)."),
        )
    return Finding("size", "ok", _("The window has {columns} columns and {rows} rows.", **facts))


def _signs(found: TerminalFacts, _: Translator, *, in_ascii: bool) -> Finding:
    if in_ascii:
        return Finding("signs", "ok", _("Signs are drawn in ASCII, as the settings say."))
    if found.cells is None:
        return Finding(
            "signs",
            "look",
            _("Whether each sign fills one cell the terminal does not tell."),
            _(
                "Look at the row of signs below: it must end where the digits end. Else write “signs: ascii” in the settings."
            ),
        )
    if found.cells != len(SIGNS):
        return Finding(
            "signs",
            "wrong",
            _(
                "The terminal gives {cells} cells to {count} signs: rows go out of step.",
                cells=found.cells,
                count=len(SIGNS),
            ),
            _("Set “ambiguous width” to narrow in the terminal, or write “signs: ascii” in the settings."),
        )
    return Finding(
        "signs",
        "look",
        _("Each sign fills one cell."),
        _(
            "Look whether all signs below can be seen; if there are boxes with a cross, choose the font DejaVu Sans Mono, Menlo or Cascadia Mono."
        ),
    )


def _said_of_colours(colours: int, _: Translator) -> Finding:
    if not colours:
        return Finding("colours", "ok", _("No colours are wanted (NO_COLOR); states are shapes and words, too."))
    if colours >= 2**24:
        return Finding("colours", "ok", _("All colours can be shown."))
    if colours >= 256:
        return Finding("colours", "ok", _("256 colours can be shown, which is enough."))
    return Finding(
        "colours",
        "look",
        _("The terminal says that it has {count} colours.", count=colours),
        _("If the screen is hard to read, write “theme: terminal” in the settings."),
    )


def signs_to_look_at() -> list[str]:
    """A row of signs and a row of digits that must end at the same place."""
    return [f"  {SIGNS}|", f"  {''.join(str(number % 10) for number in range(1, len(SIGNS) + 1))}|"]
