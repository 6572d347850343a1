"""The screen for revising.

Proposals on the left, the question and what was said of it on the right.
"""

from collections.abc import Callable
from time import monotonic

from textual import events, on
from textual._time import get_time
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen

from tui.base_app import OrderedKeysApp, when_told_to_end
from tui.escape import escape_controls
from tui.keymap import KEYS
from tui.live.attention import Attention
from tui.revise.act_form import PLACES, REVISE_ACTS
from tui.revise.before_after import BeforeAfterScreen
from tui.revise.page import list_lines, page_lines, page_title
from tui.revise.pane import PageLine, Pane, line_of
from tui.revise.revise_controller import Call, ReviseController
from tui.revise.revision_session import RevisionSession
from tui.sentences.code_names import RULE_NAMES
from tui.translator import N_, Translator
from tui.widgets.bars import Bar, Piece
from tui.widgets.line_editor import LineEditor

_LINES = {
    "none_open": N_("{act} (Enter), or choose: "),
    "none_rest": N_("choose: "),
    "none_left": N_("go on (Enter), or choose: "),
    "none_taken": N_("go on (Enter), or choose: "),
    "text": N_("{act}: "),
    "part": N_("part {count}: "),
    "before": N_("before: "),
    "after": N_("after: "),
    "with": N_("with: "),
    "beside": N_("after: "),
    "reason": N_("keep despite “{rule}”, because: "),
    "why": N_("{act}, because: "),
}


_HINTS = {
    "part": N_("enter for the next part   empty line: no more parts   esc back"),
    "why": N_("enter takes the proposal   esc back"),
    "why_chosen": N_("enter takes the change   esc back"),
    "reason": N_("enter go on   empty line: the advice still stands   esc back"),
    "place": N_("an id or some words   1…{most} something else   - leave   Tab see all   esc back"),
    "placed": N_("enter takes {id}   or write another   1…{most} something else   esc back"),
    "place_chosen": N_("an id or some words   esc back"),
    "placed_chosen": N_("enter takes {id}   or write another   esc back"),
    "found": N_("enter takes the marked one   an id or some words   esc back"),
    "unfound": N_("an id or some words   esc back"),
}


_HINTS_NONE = {
    "open": N_("enter or - leave   1…{most} choose   ↑ ↓   Ctrl+Z undo   Tab: new version   esc out"),
    "taken": N_("enter next   1…{most} choose   - take back   ↑ ↓   Ctrl+Z undo   Tab: new version"),
    "left": N_("enter next   1…{most} choose   ↑ ↓ browse   Ctrl+Z undo   Tab: new version   esc out"),
    "rest": N_("1…{most} choose   ↑ ↓ browse   Ctrl+Z undo   Tab: new version   esc out"),
}


class ReviseScreen(Screen[bool]):
    """The line always has the keys; ends with whether a revision was written."""

    CSS = """
    #revise-title { height: 1; background: $panel; }
    #panes { height: 1fr; }
    #list { width: 34%; min-width: 27; max-width: 44; height: 100%; }
    #page { width: 1fr; height: 100%; }
    #line { height: 1; }
    #notice { height: 1; }
    #hints { height: 1; }
    .bar--strong { text-style: bold; }
    .bar--dim { text-style: dim; }
    """

    def __init__(
        self, round_: RevisionSession, _: Translator, write: Callable[[], str], now: Callable[[], float] = monotonic
    ) -> None:
        """Sit down to a round; ``write`` writes the revision and says why it could not, or nothing."""
        super().__init__()
        self._round, self._, self._write = round_, _, write
        self._attention = Attention(now)
        self._places: list[int | None] = []
        self._left = True

    def compose(self) -> ComposeResult:
        """The two panes between title and line."""
        yield Bar(id="revise-title")
        with Horizontal(id="panes"):
            yield Pane(id="list", cut=True)
            yield Pane(id="page")
        yield LineEditor(monotonic, id="line")
        yield Bar(id="notice")
        yield Bar(id="hints")

    def on_mount(self) -> None:
        """Begin at the first proposal on which nothing is decided."""
        line = self.query_one(LineEditor)
        self.desk = ReviseController(self._round, self._, line, self._answer_call)
        line.before_key = self._on_line_key
        line.focus()
        self.query_one("#list", Pane).border_title = self._("Proposals")
        self.draw()
        self._left = False
        when_told_to_end(self._end)

    def _end(self) -> None:
        """Keep the line, then leave as if asked to."""
        self.on_unmount()
        self.app.exit()

    def on_unmount(self) -> None:
        """A terminal that went away without a word: the line is kept all the same."""
        if not self._left:
            self._left = True
            self.desk.keep_line()

    def _on_line_key(self, event: events.Key) -> bool:
        key = KEYS.own(event.key, "revise")
        self._attention.hear(key, max(0.0, get_time() - event.time))
        if key in ("pageup", "pagedown"):
            page = self.query_one("#page", Pane)
            step = max(page.size.height - 3, 1) * (1 if key == "pagedown" else -1)
            page.scroll_relative(y=step, animate=False, immediate=True)
            return True
        taken = self.desk.press(event.key, event.character)
        if taken:
            self.draw()
        return taken

    def on_line_editor_changed(self) -> None:
        """A key or a paste changed the line."""
        self.desk.take_typed()
        self.draw()

    @on(Pane.Chosen, "#list")
    def pick(self, event: Pane.Chosen) -> None:
        """A click takes a proposal in hand."""
        place = self._places[event.line] if event.line < len(self._places) else None
        if place is not None:
            self.desk.go_to(place)
            self.draw()

    def draw(self) -> None:
        """Show everything as it is now."""
        desk = self.desk
        listed = list(list_lines(desk))
        self._places = [line.place for line in listed]
        lines = [_of_list(line.text, desk, line.place) for line in listed]
        self.query_one("#list", Pane).show(lines, self._places.index(desk.at))
        page = self.query_one("#page", Pane)
        title = escape_controls(page_title(desk))
        if title != page.border_title:  # which would draw the whole page again
            page.border_title = title
        page.show(page_lines(desk))
        self._draw_bars()

    def _draw_bars(self) -> None:
        desk, _, material = self.desk, self._, self._round.material
        key = N_("revision {number} after {after}") if material.after else N_("revision {number}")
        said = _(key, number=material.number, after=material.after)
        count = _("{taken} taken · {open} open", taken=len(self._round.decisions), open=self._round.count("open"))
        title = f" {material.now.guide.title} · {said}"
        self.query_one("#revise-title", Bar).show([Piece(title, "strong")], [Piece(f"  {count} ")])
        stage, act = desk.task.stage, _(REVISE_ACTS[desk.task.act])
        parts = len(desk.task.texts) + 1
        rule = _(RULE_NAMES[desk.task.rule]) if desk.task.rule else ""
        shown: str = "part" if (desk.task.act, stage) == ("split", "text") else stage
        shown = f"none_{self._round.state(desk.at)}" if stage == "none" else shown
        self.query_one(LineEditor).prefix = f" {_(_LINES[shown], act=act, count=parts, rule=rule)}"
        self.query_one("#notice", Bar).show([Piece(f" {desk.notice}" if desk.notice else "", "strong")])
        self.query_one("#hints", Bar).show([Piece(f" {KEYS.name_in(self._hints(), 'revise')}", "dim")])

    def _hints(self) -> str:
        desk = self.desk
        if desk.task.stage == "none":
            return self._(_HINTS_NONE[self._round.state(desk.at)], most=len(desk.acts))
        if not desk.is_at_rest and desk.task.stage in ("part", "why", "reason"):
            asked = "why_chosen" if desk.task.stage == "why" and desk.task.is_chosen else desk.task.stage
            return self._(_HINTS[asked], most=len(desk.acts), id="")
        if desk.task.stage in PLACES:
            found = desk.find_questions()
            written = "found" if found else "unfound"
            key = written if desk.is_seeking else "placed" if found else "place"
            key = key if desk.is_seeking or desk.digits_choose else f"{key}_chosen"
            return self._(_HINTS[key], most=len(desk.acts), id=found[0] if found else "")
        if desk.task.act == "split" and not desk.is_writing:
            parts = (
                N_("one part at a time: enter for the next part   1…{most} other   esc back")
                if desk.is_at_rest
                else N_("one part at a time: enter for the next part   esc back")
            )
            return self._(parts, most=len(desk.acts))
        key = (
            N_("enter go on   esc back   ↑ ↓ browse, the text stays   Tab see all")
            if not desk.is_at_rest
            else N_("enter go on   1…{most} other   - leave   ↑ ↓ browse   Tab: new version   esc out")
        )
        return self._(key, most=len(desk.acts))

    def _answer_call(self, what: Call) -> None:
        if what == "leave":
            self._left = True
            self.dismiss(False)  # noqa: FBT003  the screen's own result
        else:
            self.app.push_screen(BeforeAfterScreen(self._round, self._, self._write, self._attention), self._come_back)

    def _come_back(self, written: bool | None) -> None:  # noqa: FBT001  as Textual calls it
        if written:
            self._left = True
            self.dismiss(True)  # noqa: FBT003  the screen's own result
        else:
            self.draw()


def _of_list(text: str, desk: ReviseController, place: int | None) -> PageLine:
    if place is None:
        return line_of(text, "head")
    return line_of(text, "dim" if desk.round.state(place) in ("left", "rest") else "plain")


class ReviseApp(OrderedKeysApp):
    """One round, from the first proposal to the question whether to write."""

    def __init__(
        self,
        round_: RevisionSession,
        _: Translator,
        write: Callable[[], str],
        theme: str = "dark",
        now: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(theme)
        self._round, self._, self._write, self._now = round_, _, write, now
        self.written = False

    def on_mount(self) -> None:
        """Open the proposals."""
        self.push_screen(ReviseScreen(self._round, self._, self._write, self._now), self._leave)

    def _leave(self, written: bool | None) -> None:  # noqa: FBT001  as Textual calls it
        self.written = bool(written)
        self.exit()
