"""The observer's behaviour, without a screen.

Here keys become ticks.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Literal

from guide.frozen import Value
from interviews.core.clock import Clock
from interviews.core.events import Event, Refusal
from interviews.failures import LogFailure
from interviews.observer_session import Seat, Window
from interviews.observing import SIGNS, Moved, MoveKind, Remarked, Sign, Signed, Speaker, Turn
from tui.keymap import KEYS, SHARED
from tui.live.attention import MOMENT
from tui.live.view_state import PUTS_BACK
from tui.sentences.code_names import OBSERVER_TITLES
from tui.translator import N_, Translator
from tui.where_kept import log_news
from tui.widgets.line_model import TypedLine

OBSERVER_HELP = {
    "interviewer": N_("the interviewer begins to speak"),
    "nobody": N_("nobody speaks: the end of the question, or of the answer"),
    "informant": N_("the informant begins to speak"),
    "introducing": N_("“Can you tell me about …?”"),
    "follow_up": N_("repeats the informant's own word: “… structure?”"),
    "probing": N_("“Can you say more about that?”"),
    "specifying": N_("“What did you do then?” “Can you give an example?”"),
    "direct": N_("brings in a topic of their own, best late in the interview"),
    "indirect": N_("“How do you think others see it?”"),
    "structuring": N_("“I would now like to move on to …”"),
    "silence": N_("keeps silent on purpose and lets the informant go on"),
    "interpreting": N_("“Do I understand you rightly when you say …?”"),
    "assessed": N_("“How good!”, “Good answer”"),
    "counselled": N_("advised or comforted instead of asking"),
    "missed": N_("the informant opened a door, and it was left"),
    "double": N_("the informant had to choose which to answer"),
    "leading": N_("the question put the answer into the informant's mouth"),
    "steered": N_("the interviewer took the talk where they wished"),
    "narrowed": N_("clarifying narrowed what the informant could answer"),
    "abrupt": N_("a new topic without a transition"),
    "drifted": N_("the talk drifted and was not brought back"),
    "remark": N_("write a note (a capital letter begins one too); Enter again saves it"),
    "undo": N_("undo the last, one at a time (Backspace too)"),
    "help": N_("all keys"),
    "palette": N_("all acts, searchable"),
    "curtain": N_("hide the screen; again shows it"),
    "quit": N_("leave; the observation can be taken up again"),
}


Group = Literal["turn", "move", "sign", "seat"]

_LETTERS: dict[MoveKind, str] = {
    "introducing": "i",
    "follow_up": "o",
    "probing": "u",
    "specifying": "s",
    "direct": "d",
    "indirect": "n",
    "structuring": "t",
    "silence": ".",
    "interpreting": "r",
}


class ObserverAct(Value):
    """One act: ``key`` as people see it, ``bindings`` as the terminal sends it; ``id`` is its name in the settings.

    ``run`` does it.
    """

    name: str
    group: Group
    key: str
    bindings: tuple[str, ...]
    run: "Callable[[ObserverDesk], object]"

    @property
    def id(self) -> str:
        """What the settings call it: by its name alone where other screens have the same act."""
        return self.name if self.name in SHARED else f"observer.{self.name}"


def _turn(speaker: Speaker) -> "Callable[[ObserverDesk], object]":
    return lambda desk: desk.save(lambda: desk.seat.turn(speaker))


def _move(kind: MoveKind) -> "Callable[[ObserverDesk], object]":
    return lambda desk: desk.save(lambda: desk.seat.move(kind))


def _sign(what: Sign) -> "Callable[[ObserverDesk], object]":
    return lambda desk: desk.save(lambda: desk.seat.sign(what))


def _begin_remark(desk: "ObserverDesk") -> None:
    desk.begin_note()


def _undo(desk: "ObserverDesk") -> None:
    undone = desk.save(desk.seat.undo)
    if undone is not None:
        desk.said = Answer(desk._("undone: {what}", what=desk.name_of(undone)))


def _open(what: Literal["help", "palette"]) -> "Callable[[ObserverDesk], object]":
    return lambda desk: None if desk.curtain else desk.call(what)  # nothing of ours opens over a curtain


def _draw_curtain(desk: "ObserverDesk") -> None:
    desk.curtain = not desk.curtain
    desk.veiled = desk.curtain and bool(desk.line.text)


def _leave(desk: "ObserverDesk") -> None:
    desk.leave()


OBSERVER_ACTS: tuple[ObserverAct, ...] = (
    ObserverAct("interviewer", "turn", "←", ("left",), _turn("interviewer")),
    ObserverAct("nobody", "turn", "Space", ("space",), _turn("nobody")),
    ObserverAct("informant", "turn", "→", ("right",), _turn("informant")),
    *(
        ObserverAct(kind, "move", letter, ("full_stop",) if letter == "." else (letter,), _move(kind))
        for kind, letter in _LETTERS.items()
    ),
    *(ObserverAct(what, "sign", str(place), (str(place),), _sign(what)) for place, what in enumerate(SIGNS, 1)),
    ObserverAct("remark", "seat", "Enter", ("enter",), _begin_remark),
    ObserverAct("undo", "seat", "Ctrl+Z", ("ctrl+z", "backspace"), _undo),
    ObserverAct("help", "seat", "?", ("question_mark",), _open("help")),
    ObserverAct("palette", "seat", "Ctrl+P", ("ctrl+p",), _open("palette")),
    ObserverAct("curtain", "seat", "Ctrl+L", ("ctrl+l",), _draw_curtain),
    ObserverAct("quit", "seat", "Ctrl+Q", ("ctrl+q",), _leave),
)
"""Every act, in the order of the screen and of help."""

BY_BINDING = {binding: act for act in OBSERVER_ACTS for binding in act.bindings}
"""The acts by the key that the terminal sends."""


def acts_of(group: Group) -> tuple[ObserverAct, ...]:
    """The acts of one group, in order."""
    return tuple(act for act in OBSERVER_ACTS if act.group == group)


Call = Literal["help", "palette", "quit"]
_REMARK = next(act for act in BY_BINDING.values() if act.name == "remark")


class Answer(Value):
    """A sentence below the ticks; ``alarm`` where something was not saved."""

    text: str = ""
    alarm: bool = False


class ObserverDesk:
    """One seat, one window on the interview, one line for notes."""

    def __init__(self, seat: Seat, window: Window, _: Translator, clock: Clock, line: TypedLine) -> None:
        self.seat = seat
        self.window = window
        self._ = _
        self.clock = clock
        self.line = line
        self.writing_since: float | None = None
        self.curtain = False
        self.veiled = False
        self.saved = True
        self.lost = False
        self.said = Answer()
        self._asked = False
        self._masked_at: float | None = None
        self.call: Callable[[Call], None] = lambda _: None

    def on_call(self, calls: Callable[[Call], None]) -> None:
        """Whom to tell that help, the palette or the way out is wanted."""
        self.call = calls

    @property
    def writing(self) -> bool:
        """Whether a note is being written, so that keys are words; a paste begins one too."""
        return self.writing_since is not None or bool(self.line.text)

    def look(self) -> bool:
        """Look at the interview's log; whether it is otherwise than before."""
        changed = self.window.look()
        if changed:
            self.seat.follow(self.window.interview, self.window.age(self.clock))
        return changed

    @property
    def now(self) -> float | None:
        """Seconds into the interview, its end once it has one; None before it began."""
        told, here = self.window.now(self.clock), self.window.interview
        return self.seat.now if self.seat.anonymous and here is not None and here.ended is None else told

    @property
    def name(self) -> str:
        """The observed interview's name."""
        return self.seat.home.stem

    @property
    def key_of_help(self) -> str:
        """The key that shows all keys, as people call it."""
        return KEYS.called("observer.help", "?")

    def press(self, key: str, character: str | None) -> bool:
        """Do what a key stands for; whether it was one."""
        taken, moved = self.take(KEYS.own(key, "observer"), character), KEYS.tell_moved(key, self._, "observer")
        if moved and not (self.writing or self.curtain):
            self.said = Answer(moved)
        return taken

    def take(self, key: str, character: str | None) -> bool:
        """The same for the program's own key, whatever the settings say. While a note is written keys are the line's.

        A capital letter, or a sign that is no key, begins a note: who writes «Hun nølte» has not ticked anything.
        """
        if self.writing:
            return self._press_while_writing(key)
        since, self._masked_at = self._masked_at, None if key != "tab" else self._masked_at
        if key == "tab" or (
            key == "enter" and since is not None and MOMENT <= self.clock.running() - since < PUTS_BACK
        ):
            return self.put_back()
        act = BY_BINDING.get(key)
        if act is None:
            if character is not None and _begins_a_note(character):
                self.do(_REMARK)
            elif character is not None and character.isprintable():
                self.said = Answer(
                    self._("{key} is no key here · {help} shows the keys", key=character, help=self.key_of_help)
                )
            return False
        self.do(act)
        return True

    def do(self, act: ObserverAct) -> None:
        """Carry out an act, however it was asked for."""
        self.said = Answer()
        act.run(self)

    def begin_note(self) -> None:
        """From now on keys are words."""
        self.writing_since, self._asked = self.clock.running(), False

    def leave(self) -> None:
        """Keep what stands on the line as a note, say that the seat is left, and go."""
        if self.keep_line():
            self.call("quit")

    def keep_line(self) -> bool:
        """Save a note that is being written, if there is one; whether nothing is left to be lost."""
        if not (self.writing and self.line.text.strip()):
            return True
        return self._save_remark()

    def keep_line_somewhere(self) -> None:
        """The same when there is no second try: what cannot be written here is written elsewhere, or known as lost."""
        if not self.keep_line():
            with suppress(LogFailure):
                self.seat.go_elsewhere()
            self.lost = not self.keep_line()

    def put_back(self) -> bool:
        """Put the last note back as it was typed; whether something of it had been masked."""
        masked = self.seat.masked
        if masked is None or self.curtain:
            return False
        if self.save(lambda: self.seat.put_back() or Refusal("nothing_to_undo")) is not None:
            words = ", ".join(span.words for span in masked.spans)
            self.said = Answer(self._("as typed: {words}", words=words))
        return True

    def _press_while_writing(self, key: str) -> bool:
        if key == "enter":
            if self.line.text.strip():
                self._save_remark()
            else:
                self._close_line()
            return True
        if key == "escape":
            if self.line.text.strip() and not self._asked:
                self._asked = True
                self.said = Answer(self._("Not saved: Enter saves, Esc again leaves it."))
            else:
                self._close_line()
            return True
        if key in ("ctrl+q", "ctrl+l"):
            self.do(BY_BINDING[key])
            return True
        self._asked = False
        return False

    def _close_line(self) -> None:
        self.writing_since = None
        self.said = Answer()
        self.line.clear()

    def _save_remark(self) -> bool:
        began = self.line.begun_at if self.writing_since is None else self.writing_since
        if self.save(lambda: self.seat.remark(self.line.text, began)) is None:
            return False
        self._close_line()
        if self.seat.masked is not None:
            self._masked_at = self.clock.running()
            words = ", ".join(span.words for span in self.seat.masked.spans)
            self.said = Answer(self._("saved, masked: {words} · Tab or Enter: as typed", words=words))
        return True

    def save(self, tick: Callable[[], Event | Refusal]) -> Event | None:
        """Put a tick on disk; the event, or None with the reason said."""
        try:
            done = tick()
        except LogFailure as failure:
            self.saved = False
            reason = self._.failure(failure)
            self.said = Answer(self._("NOT SAVED: {reason} Press once more.", reason=reason), alarm=True)
            return None
        if isinstance(done, Refusal):
            self.said = Answer(self._.refusal(done))
            return None
        self.saved = True
        news = " ".join(log_news(self.seat, self._))
        self.said = Answer(news) if news else self.said
        return done

    def name_of(self, event: Event) -> str:
        """A tick in words; a note's own."""
        match event:
            case Turn():
                return self._(OBSERVER_TITLES[event.speaker])
            case Moved():
                return self._(OBSERVER_TITLES[event.kind])
            case Signed():
                return self._(OBSERVER_TITLES[event.what])
            case Remarked():
                return event.text
            case _:
                return ""


def question_lines(desk: ObserverDesk) -> list[str]:
    """The question in hand as it is worded, or why there is none; before it, that no window has the interview open."""
    _, interview = desk._, desk.window.interview
    if interview is None:
        return [_("{name} has not begun yet. You can tick already.", name=desk.name)]
    if interview.ended is not None:
        return [_("The interview has ended. Ctrl+Q leaves.")]
    hand = interview.hand
    asked = None if hand is None else interview.guide.question(hand)
    text = f"{hand}  {asked.ask}" if asked is not None else hand or _("No question has been asked yet.")
    if desk.window.held:
        return [text]
    when = interview.last_wall
    key = N_("{name} is open in no window on this computer; last written {when}.")
    return [_(key if when else N_("{name} is open in no window on this computer."), name=desk.name, when=when), text]


def _begins_a_note(character: str) -> bool:
    """Whether a character that is no key is the first one of a note: anything but a small letter or a digit."""
    return character.isprintable() and not (character.islower() or character.isdecimal() or character.isspace())
