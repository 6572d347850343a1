"""Modes in which a line is nothing but words.

A note is changed, a bookmark filled, a reflexive note written.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from interviews.core import commands as do
from interviews.core.events import Event, Filled, Refusal, Retimed
from interviews.core.notes import notes
from tui.input import cards
from tui.input import screen_commands as show
from tui.input.cards import Card
from tui.input.grammar import Context, parse, plain_meaning
from tui.input.screen_commands import Intent
from tui.live.modes.mode import Mode
from tui.live.modes.talk import Talking
from tui.time_format import note_stamp
from tui.translator import N_

if TYPE_CHECKING:
    from tui.live.closing_flow import ClosingFlow
    from tui.live.live_controller import LiveController
    from tui.live.view_state import ViewState


class Writing(Mode):
    """What the three have in common."""

    writes: ClassVar[bool] = True

    def words(self, line: str, context: Context, _: "ClosingFlow") -> Intent | Refusal | None:
        """The note's words; a time in their place moves it."""
        moved = parse(line, context)
        if isinstance(moved, do.RetimeNote):
            return moved if self.note is None else moved.but(note=self.note)
        return do.TakeNote(line, "reflexive") if self.note is None else do.EditNote(line, self.note)

    def hints(self, desk: "LiveController") -> str:
        """What Enter does with a line that is no words after all."""
        return N_("enter does it   esc clears") if desk.line.text and not desk.writes else ""


class Editing(Writing):
    """A note stands on the line to be changed; ``seq`` is which, ``back`` what comes after."""

    seq: int
    back: Mode = Talking()

    @property
    def resting(self) -> Mode:
        """Where the step of before rests."""
        return self.back.resting

    @property
    def staying(self) -> Mode:
        """What was before."""
        return self.back

    unwritten = staying

    @property
    def note(self) -> int:
        """The note that is changed."""
        return self.seq

    def enter(self, flow: "ClosingFlow") -> None:
        """A note without words is none."""
        flow.table.refuse(Refusal("empty_note"))

    def escape(self, flow: "ClosingFlow") -> None:
        """It stays as it was."""
        flow.table.mode = self.back

    def edited(self, flow: "ClosingFlow") -> None:
        """Back to what was before."""
        flow.table.mode = self.back

    def took(self, flow: "ClosingFlow", act: Event) -> None:
        """Moved, it keeps its words."""
        if isinstance(act, Retimed):
            flow.table.mode = self.back

    def prompt(self, desk: "LiveController") -> str:
        """Which note it is."""
        return desk.table._("change {stamp}", stamp=_stamp_of(desk.table, self.seq))

    def hints(self, desk: "LiveController") -> str:
        """The keys of a note that is changed."""
        return super().hints(desk) or N_("enter saves   esc leaves it as it was")


class _AlsoCommands(Writing):
    """A command alone on the line is one, though lines are words."""

    unmasks: ClassVar[bool] = False
    invites: ClassVar[bool] = False
    keys: ClassVar[Mapping[str, Intent]] = {"ctrl+z": do.Undo()}

    def words(self, line: str, context: Context, flow: "ClosingFlow") -> Intent | Refusal | None:
        """The command, else the note's words."""
        if line.startswith("/") and not context.literal:
            command = plain_meaning(line[1:])
            meant = parse(line, context) if command is None else command
            if command is not None or isinstance(meant, do.StopRecording):
                return meant
        return super().words(line, context, flow)


class Reflecting(_AlsoCommands):
    """Reflexive notes are written after the interview."""

    keys: ClassVar[Mapping[str, Intent]] = {"ctrl+z": do.Undo(), "up": show.EditLast()}

    def enter(self, flow: "ClosingFlow") -> None:
        """Done."""
        flow.leave()

    def escape(self, flow: "ClosingFlow") -> None:
        """One step back."""
        flow.one_back(self)

    def ahead(self, _: "ViewState") -> None:
        """Nothing more is asked."""
        return

    def card(self, table: "ViewState") -> Card:
        """Four prompts."""
        return cards.reflect_card(table.interview, table._)

    def prompt(self, desk: "LiveController") -> str:
        """What words become."""
        return desk.table._("reflexive note")

    def hints(self, desk: "LiveController") -> str:
        """The keys of the last step."""
        return super().hints(desk) or N_("enter saves, then perhaps another · empty line: done   esc back")


class Filling(_AlsoCommands):
    """Words are put to bookmarks; ``queue`` holds their seqs, ``place`` which is in turn, ``back`` what comes after."""

    queue: tuple[int, ...]
    place: int = 0
    back: Mode = Talking()

    @property
    def resting(self) -> Mode:
        """Where the step of before rests."""
        return self.back.resting

    @property
    def staying(self) -> Mode:
        """What was before."""
        return self.back

    @property
    def note(self) -> int:
        """The bookmark in turn."""
        return self.queue[self.place]

    @classmethod
    def begin(cls, flow: "ClosingFlow", *, last: bool = False) -> bool:
        """Walk through the bookmarks without words, or come back to the last; False where there is none."""
        queue = flow.empty()
        if queue:
            flow.fill(queue, len(queue) - 1 if last else 0)
        return bool(queue)

    @classmethod
    def again(cls, flow: "ClosingFlow") -> bool:
        """Come back to it from a later step."""
        return cls.begin(flow, last=True)

    def enter(self, flow: "ClosingFlow") -> None:
        """On to the next, or past the last."""
        if self.place + 1 < len(self.queue):
            flow.turn_to(self.but(place=self.place + 1))
        else:
            flow.on_filled(self)

    edited = enter

    def escape(self, flow: "ClosingFlow") -> None:
        """Back to the talk; after the end one step back."""
        if flow.table.over:
            flow.one_back(self)
        else:
            flow.come_back(self.back)

    def back_within(self, flow: "ClosingFlow") -> bool:
        """To the bookmark before that still has no words."""
        before = [at for at in range(self.place) if self.queue[at] in flow.empty()]
        if before:
            flow.turn_to(self.but(place=before[-1]))
        return bool(before)

    def undone(self, flow: "ClosingFlow", act: Event) -> None:
        """A bookmark whose words were taken back is in turn again."""
        queue = flow.empty()
        wanted = act.note if isinstance(act, Filled) else self.note
        if queue:
            flow.turn_to(self.but(queue=queue, place=queue.index(wanted) if wanted in queue else 0))
        else:
            flow.on_filled(self)

    def card(self, table: "ViewState") -> Card:
        """The bookmark in turn."""
        return cards.fill_card(table.interview, self.note, table._)

    def doubts(self, line: str) -> bool:
        """Whether a bookmark would get a digit as its words that was meant for a card."""
        return line.strip().isdecimal() and len(line.strip()) < 3

    def prompt(self, desk: "LiveController") -> str:
        """Which bookmark it is, and what it is about."""
        table = desk.table
        about = next((" ".join(one.about) for one in notes(table.interview) if one.seq == self.note), "")
        return table._(
            "bookmark {place} of {of} · {stamp} {about}",
            place=self.place + 1,
            of=len(self.queue),
            stamp=_stamp_of(table, self.note),
            about=about,
        ).rstrip()

    def hints(self, desk: "LiveController") -> str:
        """The keys of a bookmark that gets its words."""
        return super().hints(desk) or N_("enter saves · empty line: the next   esc back")


def _stamp_of(table: "ViewState", seq: int) -> str:
    return next((note_stamp(note) for note in notes(table.interview) if note.seq == seq), "")
