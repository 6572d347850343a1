"""A desk without a screen: a line that remembers what was typed, keys as the terminal names them, the log on disk."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from guide.model import Guide
from interviews.core.events import Mode, PilotKind
from interviews.session import Session
from tests.clocks import StandingClock
from tests.interviewer import records, told
from tests.tui.lines import GUIDE
from tui import VERSION
from tui.live.action_runner import Call
from tui.live.line_words import prompt_words
from tui.live.live_controller import LiveController
from tui.live.options import LiveOptions
from tui.live.transcript import transcript_entries
from tui.translator import Language, Translator
from tui.widgets.line_model import TypedLine


class Sit(Protocol):
    """Sits down at a desk: ``guide``, ``language``, ``clock``, ``resume``, ``pilot``, ``comments`` as in ``Seat``."""

    def __call__(
        self,
        *,
        guide: Guide = ...,
        language: Language = ...,
        clock: StandingClock | None = ...,
        resume: bool = ...,
        pilot: PilotKind = ...,
        comments: str = ...,
    ) -> "Seat": ...


def look_between(desk: LiveController, apart: Callable[[], float] = lambda: 2.0) -> None:
    """Let so many seconds pass before each key and click, told to nobody but the fingers; the interview's stay."""
    attention = desk.hands.attention
    now, hear = attention.now, attention.hear
    looked = [0.0]

    def heard(source: str, ago: float = 0.0) -> None:
        looked[0] += apart()
        hear(source, ago)

    attention.now = lambda: now() + looked[0]
    attention.hear = heard  # type: ignore[method-assign]


class Seat:
    """An interviewer at a desk: presses keys and looks at the table and the log."""

    def __init__(
        self,
        folder: Path,
        *,
        guide: Guide = GUIDE,
        language: Language = "nb",
        clock: StandingClock | None = None,
        resume: bool = False,
        pilot: PilotKind = "",
        comments: str = "now",
        helps: LiveOptions | None = None,
    ) -> None:
        """``pilot`` is a pilot's kind, empty for an interview; ``comments`` when its verdicts are told.

        With ``helps`` it is practice.
        """
        self.clock = clock or StandingClock()
        self.log = folder / "interviews" / "I1.jsonl"
        self.calls: list[Call] = []
        self.line = TypedLine(self.clock.running)
        if resume:
            self.session, _ = Session.resume(self.log, self.clock)
        else:
            mode: Mode = "pilot" if pilot else "live" if helps is None else "practice"
            self.session = Session.new(self.log, guide, "I1", mode, self.clock, program=VERSION, pilot=pilot)
        options = helps or LiveOptions(comments=comments)
        self.desk = LiveController(self.session, Translator(language), self.line, self.calls.append, options)
        self.table = self.desk.table
        self.read_between()

    apart = 2.0
    """Seconds between two keys or clicks of somebody who looks up in between; the interview's clock does not go on."""

    def read_between(self) -> None:
        """Let this person look at the screen between two keys, for ``apart`` seconds."""
        look_between(self.desk, lambda: self.apart)

    def key(self, *keys: str) -> None:
        """Press keys by their names, or a character; what the desk leaves alone, the line takes."""
        for key in keys:
            before = self.line.text
            character = " " if key == "space" else key if len(key) == 1 else None
            if not self.desk.press(key, character):
                if character is not None:
                    self.line.insert(character)
                elif key == "backspace" and self.line.selected:
                    self.line.type_over()
                elif key in ("left", "right", "home", "end"):
                    self.line.selected = False
                elif key == "backspace":
                    self.line.put(self.line.text[:-1], self.line.begun_at, literal=self.line.literal)
            if self.line.text != before:
                self.desk.take_typed()

    def type(self, text: str) -> None:
        """Type a text, character by character."""
        self.key(*("space" if character == " " else character for character in text))

    def say(self, text: str) -> None:
        """Type a line and press Enter."""
        self.type(text)
        self.key("enter")

    def paste(self, text: str) -> None:
        """Paste a text, as a terminal brings it."""
        self.line.insert(text, pasted=True)
        self.desk.take_typed()

    @property
    def written(self) -> list[dict[str, Any]]:
        """The events on disk, without their places."""
        return [told(record) for record in records(self.log)]

    @property
    def last(self) -> Mapping[str, Any]:
        """The last event on disk."""
        return self.written[-1] if self.written else {}

    @property
    def types(self) -> list[str]:
        """The types of the events on disk, after the start."""
        return [event["type"] for event in self.written[1:]]

    @property
    def notice(self) -> str:
        """What stands under the input line."""
        return self.table.notice.text if self.table.notice is not None else ""

    @property
    def prompt(self) -> str:
        """What Enter would do, as the prompt says."""
        return prompt_words(self.desk)

    @property
    def card(self) -> str:
        """The open card's title, empty where none is open."""
        return self.table.card.title if self.table.card is not None else ""

    @property
    def conversation(self) -> str:
        """What the conversation says, entry after entry."""
        return "\n".join(entry.text for entry in transcript_entries(self.table.interview, self.table._))

    def marks(self) -> list[str]:
        """The marks of the open card's points."""
        assert self.table.card is not None
        return [point.mark for point in self.table.card.points]
