"""The guide before and after revising."""

from collections.abc import Callable, Iterator
from itertools import groupby
from time import monotonic

from textual import events
from textual._time import get_time
from textual.app import ComposeResult
from textual.screen import Screen

from guide.model import Guide, Probe, Question
from tui import signs
from tui.changes.describe_change import record_changes
from tui.documents.model import Block, Document, Look, Outline, OutlineItem, Paragraph, Section, Span, plain
from tui.keymap import KEYS
from tui.live.attention import Attention
from tui.revise.annotated_diff import wording
from tui.revise.pane import BLANK, PageLine, Pane, line_of, outline_lines
from tui.revise.revision_session import RevisionSession
from tui.translator import N_, Translator
from tui.widgets.bars import Bar
from tui.widgets.bars import Piece as BarPiece
from tui.widgets.line_editor import LineEditor


class BeforeAfterScreen(Screen[bool]):
    """Enter writes, Esc goes back; ends with whether a revision was written.

    It writes nothing that nobody can have read: Enter counts when a moment without any key has passed since the rows
    came to the screen, and the same holds for the question why the guide was changed by hand.
    """

    AUTO_FOCUS = ""
    CSS = """
    BeforeAfterScreen #page { height: 1fr; }
    BeforeAfterScreen #why, BeforeAfterScreen #notice, BeforeAfterScreen #hints { height: 1; }
    BeforeAfterScreen #why { display: none; }
    .bar--strong { text-style: bold; }
    .bar--dim { text-style: dim; }
    """

    def __init__(self, round_: RevisionSession, _: Translator, write: Callable[[], str], attention: Attention) -> None:
        super().__init__()
        self._round, self._, self._write, self._attention = round_, _, write, attention

    def compose(self) -> ComposeResult:
        """The page and the question below it."""
        yield Pane(id="page")
        yield LineEditor(monotonic, prefix=f" {self._('changed by hand, because: ')}", id="why")
        yield Bar(id="notice")
        yield Bar(id="hints")

    def on_mount(self) -> None:
        """Show what there is to write."""
        page, _ = self.query_one(Pane), self._
        self._attention.came(called=False, to_read=True)
        self._await_drawing()
        page.border_title = _("The guide before and after")
        page.show(before_after_lines(self._round, _))
        line = self.query_one(LineEditor)
        line.before_key = self._on_line_key
        line.put(self._round.why_by_hand)
        self._hint()
        begun = [self._round.material.proposals[place] for place in sorted(self._round.begun)]
        if begun:
            names = dict.fromkeys(one.question or _("guide") for one in begun)
            said = _("Half written, and not part of this: {what}. Esc goes back to it.", what=", ".join(names))
            self._tell(said)

    def _await_drawing(self) -> None:
        """What came up counts as seen from when it is on the screen."""
        self._attention.await_drawing()
        self.call_after_refresh(self._attention.drawn)

    def _own_key(self, event: events.Key) -> str:
        """The program's own key, after everything that has to hear of it did."""
        key = KEYS.own(event.key, "revise")
        self._attention.hear(key, max(0.0, get_time() - event.time))
        if key == "unknown" and event.character is None:
            self._tell(KEYS.tell_moved(event.key, self._, "revise"))
        return key

    def _is_unread(self) -> bool:
        """Whether this Enter answers what nobody can have read: that is said, and nothing done."""
        unread = self._attention.is_unread()
        if unread:
            self._tell(self._("Enter came before anybody can have read this: read it, and press Enter again."))
        return unread

    def _tell(self, said: str) -> None:
        self.query_one("#notice", Bar).show([BarPiece(f" {said}" if said else "", "strong")])

    @property
    def _worth_writing(self) -> bool:
        return bool(self._round.done or self._round.material.by_hand)

    @property
    def _number(self) -> int:
        return self._round.material.number - (0 if self._round.done else 1)

    def _hint(self) -> None:
        key = (
            N_("Write revision {number}? enter writes   esc back   ↑ ↓ browse")
            if self._worth_writing
            else N_("↑ ↓ scroll · Esc back")
        )
        key = (
            N_("enter writes the revision   empty line: no reason   esc back")
            if self.query_one(LineEditor).display
            else key
        )
        self.query_one("#hints", Bar).show([BarPiece(f" {self._(key, number=self._number)}", "strong")])

    def _ask_why(self, *, asks: bool) -> None:
        """Show or take away the line for why the guide's file was changed by hand."""
        line = self.query_one(LineEditor)
        line.display = asks
        self.set_focus(line if asks else None)
        self._hint()
        if asks:
            self._attention.came(called=False)
            self._await_drawing()

    def _on_line_key(self, event: events.Key) -> bool:
        key = self._own_key(event)
        if key in ("escape", "ctrl+q", "tab"):
            self._ask_why(asks=False)
        elif key == "enter":
            if not self._is_unread():
                self._round.why_by_hand = self.query_one(LineEditor).text
                self._finish()
        elif key in ("up", "down", "pageup", "pagedown"):
            self._scroll(key)
        else:
            return False
        return True

    def _finish(self) -> None:
        failed = self._write()
        if failed:
            self._tell(failed)
        else:
            self.dismiss(True)  # noqa: FBT003  the screen's own result

    def _scroll(self, key: str) -> None:
        page = self.query_one(Pane)
        steps = {"up": -1, "down": 1, "pageup": 3 - page.size.height, "pagedown": page.size.height - 3}
        if key in steps:
            page.scroll_relative(y=steps[key], animate=False, immediate=True)

    def on_key(self, event: events.Key) -> None:
        """Write, go back, or scroll."""
        event.stop()
        key = self._own_key(event)
        if key == "enter" and self._worth_writing and self._is_unread():
            return
        if key in ("escape", "ctrl+q", "q", "tab") or (key == "enter" and not self._worth_writing):
            self.dismiss(False)  # noqa: FBT003  the screen's own result
        elif key == "enter" and self._round.material.by_hand:
            self._ask_why(asks=True)
        elif key == "enter":
            self._finish()
        else:
            self._scroll(key)


def before_after(round_: RevisionSession, _: Translator) -> Document:
    """The changes one by one with their reasons, then the whole guide with what they did to it."""
    material, lead = round_.material, list[Block]()
    if material.by_hand:
        last = material.history.last
        key = (
            N_("guide.yaml was changed by hand since the first interview; that is recorded too:")
            if last is None
            else N_("guide.yaml was changed by hand since revision {number}; that becomes a revision of its own:")
        )
        lead.append(Paragraph(_(key, number=0 if last is None else last.number), "lead"))
        lead.append(Outline(tuple(OutlineItem("  ·", change.what) for change in material.by_hand)))
    changes = record_changes(round_.done, _)
    if not changes:
        lead.append(Paragraph(_("Nothing is taken, so the guide stays as it is."), "aside"))
    else:
        items = (
            OutlineItem(f"{place:>2}", change.what, _because(change.why, _)) for place, change in enumerate(changes, 1)
        )
        lead.append(Outline(tuple(items), (3,)))
    before, after = material.now.guide, round_.guide
    moved = {done.id for done in round_.done if done.told is not None and done.told.kind == "moved"}
    gone = _list_gone(before, after)
    if "" in gone:
        lead.append(Outline(tuple(map(_dropped, gone[""])), _COLUMNS))
    asked = [(one.title or " ".join(one.serves), question) for one in after.sections for question in one.questions]
    asked += [(_("Closing"), question) for question in after.closing]
    sections = []
    for title, members in groupby(asked, key=lambda one: one[0]):
        told: list[OutlineItem] = []
        for _title, question in members:
            told.append(_question(before.question(question.id), question, _, moved=question.id in moved))
            told += map(_dropped, gone.get(question.id, ()))
        sections.append(Section(title, (Outline(tuple(told), _COLUMNS),)))
    return Document(_("The guide before and after"), _.language, _.language, tuple(lead), tuple(sections))


def before_after_lines(round_: RevisionSession, _: Translator) -> Iterator[PageLine]:
    """The same for the pane: an empty line below what stands before the guide."""
    document = before_after(round_, _)
    for block in (*document.lead, *document.sections):
        match block:
            case Paragraph():
                yield line_of(plain(block.text), "head" if block.kind == "lead" else "dim")
            case Section():
                yield line_of(block.title, "head")
                for one in block.blocks:
                    yield from outline_lines(one) if isinstance(one, Outline) else ()
            case Outline():
                yield from outline_lines(block)
        if not isinstance(block, Section) and not (isinstance(block, Paragraph) and block.kind == "lead"):
            yield BLANK


_COLUMNS = (6,)
"""A sign for what became of a question, a blank, and its id."""


def _because(why: str, _: Translator) -> tuple[OutlineItem, ...]:
    return (OutlineItem("", (Span(_("because: {why}", why=why), "ours"),)),) if why else ()


def _question(was: Question | None, now: Question, _: Translator, *, moved: bool) -> OutlineItem:
    """A question as it becomes, and its probes that came and went; the others say nothing new."""
    old = () if was is None else was.probes
    changed: list[tuple[Probe, Look]] = [(probe, "new") for probe in now.probes if probe not in old]
    changed += [(probe, "gone") for probe in old if probe not in now.probes]
    below = tuple(OutlineItem("", (Span(_("probe: {text}", text=probe.ask), look),)) for probe, look in changed)
    if was is None:
        return OutlineItem(f"{signs.NEW} {now.id}", (Span(now.ask, "new"),), below)
    mark = (
        (Span(f"{signs.MOVED} {now.id}", "name"),)
        if moved and was.ask == now.ask
        else f"{signs.MOVED if moved else ' '} {now.id}"
    )
    return OutlineItem(mark, now.ask if was.ask == now.ask else wording(was.ask, now.ask), below)


def _dropped(question: Question) -> OutlineItem:
    return OutlineItem(f"{signs.GONE} {question.id}", (Span(question.ask, "gone"),))


def _list_gone(before: Guide, after: Guide) -> dict[str, list[Question]]:
    """The questions that are no longer there, by the one that each stood behind and that still is."""
    found: dict[str, list[Question]] = {}
    last = ""
    for question in before.questions:
        if after.question(question.id) is None:
            found.setdefault(last, []).append(question)
        else:
            last = question.id
    return found
