"""The observer's seat as plain lines.

A key is a tick, and each is answered. What a key means is ``ObserverDesk``'s to say, as on the screen.
"""

import re
from collections.abc import Callable
from contextlib import suppress

from interviews.core.clock import Clock
from interviews.failures import LogFailure
from interviews.observer_session import Seat, Window
from interviews.observing import Remarked
from tui.keymap import KEYS
from tui.linear.voice import Voice
from tui.observer.observer_controller import OBSERVER_ACTS, OBSERVER_HELP, Call, ObserverDesk, question_lines
from tui.sentences.code_names import OBSERVER_TITLES
from tui.time_format import format_time
from tui.translator import Translator
from tui.widgets.line_model import TypedLine

PROMPT = "> "
_NAMED = {".": "full_stop", "?": "question_mark"}
"""Signs that are keys, by the names that a terminal's reader has for them."""

_WORDS = {
    "": "space",
    "<": "left",
    ">": "right",
    "/undo": "ctrl+z",
    "/angre": "ctrl+z",
    "/help": "?",
    "/hjelp": "?",
    "/curtain": "ctrl+l",
    "/skjul": "ctrl+l",
    "/quit": "ctrl+q",
    "/forlat": "ctrl+q",
}
"""Whole lines that are keys, a blank one too: a command is never kept as a remark."""


class LinearObserver:
    """One seat beside one interview, line by line."""

    def __init__(
        self, seat: Seat, window: Window, _: Translator, clock: Clock, voice: Voice, leave: Callable[[], None]
    ) -> None:
        self._, self.voice, self._leave = _, voice, leave
        self.line = TypedLine(clock.running)
        self.desk = ObserverDesk(seat, window, _, clock, self.line)
        self.desk.on_call(self._answer_call)
        self.rows = 24
        self._told = len(seat.observation.ticks)
        self._said = self.desk.said
        self._question: list[str] = []
        self._hidden = self._left = False

    @property
    def lost(self) -> bool:
        """Whether a note on the line could not be kept anywhere."""
        return self.desk.lost

    @property
    def has_left(self) -> bool:
        """Whether the seat was left."""
        return self._left

    def begin(self) -> None:
        """Say whose interview it is, which question is in hand, and how to learn the keys."""
        self.voice.say([f"{self._('OBSERVER')}, {self.desk.name}"])
        self.desk.look()
        self._tell_question()
        self.voice.say([self._("? tells all keys; Enter begins a note.")])
        self._show_row()

    def press(self, key: str, character: str | None, ago: float = 0.0) -> None:
        """Take a key: a tick, at once; while a note is written it is the line's."""
        if key == "ctrl+d":
            self._take("ctrl+q", character, self.desk.take)
        else:
            self._take(_NAMED.get(key, key), character, self.desk.press)

    def _take(self, key: str, character: str | None, take: Callable[[str, str | None], bool]) -> None:
        """The same as ``take`` understands it: by the settings' keys, or by the program's own."""
        writing = self.desk.writing
        if not take(key, character) and self.desk.writing:
            edited = writing and self.line.edit(key)
            if not edited and character is not None:
                self.line.insert(character)
        self._tell()

    def paste(self, text: str) -> None:
        """Take a paste whole: it is a note's words."""
        self.line.insert(text, pasted=True)
        self._tell()

    def take_line(self, text: str, *, piped: bool = False) -> None:
        """Take a whole line as one act: a key by its sign, a word for one that has none, else a note."""
        self.voice.show(PROMPT, text)
        key = _WORDS.get(text.strip().casefold(), text)
        if key != text or len(text) == 1:
            if key == text:
                self.press(key, text)
            else:
                self._take(_NAMED.get(key, key), None, self.desk.take)
            return
        if self.line.text:
            self.line.clear()
        self.line.insert(text)
        self.press("enter", None)

    def tick(self) -> None:
        """The interviewer may have asked another question; that is said once nobody writes."""
        if self.desk.look() and not self.desk.writing and not self.desk.curtain:
            self._tell_question()
            self._show_row()

    def read_on(self, seconds: float) -> bool:
        """There is nothing that was put off."""
        return False

    def let_go(self) -> None:
        """What stands on the line is a note, and is kept."""

    def end(self) -> None:
        """Keep the note that is being written, somewhere."""
        if not self._left:
            self.desk.keep_line_somewhere()
            self._get_up()

    def _get_up(self) -> None:
        self._left = True
        with suppress(LogFailure):  # the seat's end is then its last tick
            self.desk.seat.leave()
        self.voice.again()

    def _answer_call(self, call: Call) -> None:
        if call == "quit":
            self._get_up()
            self._leave()
            return
        for act in OBSERVER_ACTS:
            told = f"{self._(OBSERVER_TITLES[act.name])}: {self._(OBSERVER_HELP[act.name])}"
            self.voice.say([f"{KEYS.called(act.id, act.key)}  {told}"])

    def _tell(self) -> None:
        """Say the ticks that are new, what there is to say of them, and what was hidden meanwhile."""
        desk = self.desk
        if self._left:
            return
        if desk.curtain != self._hidden:
            self._hidden = desk.curtain
            if desk.curtain:
                self.voice.push_away(self.rows)
            self.voice.say([self._("Hidden. Ctrl+L shows it again.") if desk.curtain else self._("Shown again.")])
        before, ticks = self._said, desk.seat.observation.ticks
        new, self._told = ticks[self._told :], len(ticks)
        shift = desk.window.shift(desk.seat.observation)
        for tick in new:
            stamp = format_time(max(tick.t + shift, 0.0))
            what = self._("note") if isinstance(tick, Remarked) else desk.name_of(tick)
            self.voice.say(
                [self._("Saved.") if desk.curtain else self._("Saved {stamp}: {what}", stamp=stamp, what=what)]
            )
        said, self._said = desk.said, desk.said
        if said.text and said is not before and (said.alarm or not desk.curtain):
            self.voice.say([re.sub(r" {2,}| · ", ", ", said.text)])
        self._show_row()

    def _tell_question(self) -> None:
        lines = question_lines(self.desk)
        if lines != self._question:
            self._question = lines
            self.voice.say(lines)

    def _show_row(self) -> None:
        prompt = f"{self._('note › ').strip(' ›')} {PROMPT}" if self.desk.writing else PROMPT
        self.voice.show(prompt, "" if self.desk.veiled else self.line.text)
