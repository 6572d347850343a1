"""A seat at the linear mode's desk, in memory: keys and lines go in, what is said is read as one text."""

from io import StringIO
from pathlib import Path

from guide.model import Guide
from interviews.core.events import Mode, PilotKind
from interviews.session import Session
from tests.clocks import StandingClock
from tests.interviewer import records, told
from tests.tui.desk_helpers import look_between
from tests.tui.lines import GUIDE
from tui import VERSION
from tui.linear.linear_desk import LinearDesk
from tui.linear.voice import Voice
from tui.live.options import LiveOptions
from tui.translator import Language, Translator

NAMED = ("enter", "escape", "up", "down", "space", "tab", "pageup", "backspace", "shift+tab")


class LinearSeat:
    """An interviewer who hears lines; ``columns`` is the terminal's width, 0 for a file or a pipe."""

    def __init__(
        self,
        folder: Path,
        *,
        guide: Guide = GUIDE,
        language: Language = "en",
        clock: StandingClock | None = None,
        resume: bool = False,
        pilot: PilotKind = "",
        columns: int = 0,
        helps: LiveOptions | None = None,
    ) -> None:
        self.clock = clock or StandingClock()
        self.log = folder / "interviews" / "I1.jsonl"
        self.out = StringIO()
        self.left = 0
        if resume:
            self.session, _ = Session.resume(self.log, self.clock)
        else:
            practice = helps is not None and helps.informant is not None
            mode: Mode = "pilot" if pilot else "practice" if practice else "live"
            self.session = Session.new(self.log, guide, "I1", mode, self.clock, program=VERSION, pilot=pilot)
        self.voice = Voice(self.out, lambda: columns)
        self.desk = LinearDesk(self.session, Translator(language), self.clock.running, self.voice, self.leave, helps)
        look_between(self.desk.desk)
        self.desk.begin()
        self._heard = 0

    def leave(self) -> None:
        self.left += 1

    def key(self, *keys: str) -> str:
        """Press keys by their names, or type a text; what was said since."""
        for key in keys:
            if key in NAMED or key.startswith(("ctrl+", "alt+")):
                self.desk.press(key, " " if key == "space" else None)
            else:
                for character in key:
                    self.desk.press("space" if character == " " else character, character)
        return self.said()

    def say(self, text: str) -> str:
        """Type a line and press Enter; what was said since."""
        return self.key(text, "enter")

    def line(self, text: str) -> str:
        """Hand over a whole line, as a pipe does; what was said since."""
        self.desk.take_line(text)
        return self.said()

    def said(self) -> str:
        """What was written since this was asked last."""
        new = self.out.getvalue()[self._heard :]
        self._heard += len(new)
        return new

    @property
    def written(self) -> list[dict[str, object]]:
        """The events on disk, without their places."""
        return [told(record) for record in records(self.log)]

    @property
    def last(self) -> dict[str, object]:
        """The last event on disk."""
        return self.written[-1] if self.written else {}
