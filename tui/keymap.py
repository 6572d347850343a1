"""Keys that the settings give to actions.

``keys:`` in the settings names an action, by its word after ``/``, and a key. An action whose key the line does not need
for something else gets that one instead of its own; any other gets it besides: ``mark: f9`` for a pedal leaves the space
bar as it was. What a person presses is turned into the program's own key once, where it comes in, and sentences that name
a key name the one that it has now.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from guide.frozen import NOTHING, Value

if TYPE_CHECKING:
    from tui.translator import Translator

FIXED = ("enter", "space", "escape", "tab", "up", "down")
"""Keys that mean what they mean on every line, in every list and on every card: nobody takes them away."""

_NAMES = {
    "pageup": "PgUp", "pagedown": "PgDn", "insert": "Ins", "delete": "Del", "escape": "Esc", "up": "↑", "down": "↓",
    "left": "←", "right": "→", "full_stop": ".", "question_mark": "?", "plus": "+", "minus": "-", "shift+tab": "Shift+Tab",
}  # fmt: skip


class KeyFault(Value):
    """A key that is not given, in the settings' ``file``; the action keeps the key that it had.

    ``code`` says why, and what to do; ``other`` is what it needs to say so.
    """

    file: str
    action: str
    key: str
    code: str
    other: str = ""

    @property
    def facts(self) -> Mapping[str, str]:
        """What fills its sentence."""
        from guide.problems import one_line

        key, action = (one_line(text) for text in (shown(self.key), self.action))
        return {"file": self.file, "action": action, "key": key, "other": self.other}


class OwnKey(Value):
    """An action that may be given a key: its ``id`` among bindings, the keys that it has, on which screen."""

    id: str
    keys: tuple[str, ...]
    screen: str = "live"

    @property
    def name(self) -> str:
        """Its name on its screen."""
        return self.id.rpartition(".")[2]

    @property
    def moves(self) -> bool:
        """Whether a key that is given takes the place of its own, the first that it has."""
        return bool(self.keys) and self.keys[0] not in FIXED


NO_VALUE = "…"
"""What stands in the place of a setting's value, or of a key, that is written in another form than is wanted."""

SHARED = ("undo", "palette", "curtain", "quit")
"""Actions that mean the same on several screens, and have one key on all of them."""


SCREENS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "review": {
        "review.interview": ("i",),
        "review.concepts": ("b",),
        "review.next_time": ("n",),
        "review.pilots": ("p",),
        "review.unanswered": ("a",),
        "review.transcripts": ("t",),
        "review.reflect": ("r",),
        "review.help": ("question_mark",),
        "review.leave": ("q",),
        "quit": ("ctrl+q",),
    },
    "notes": {
        "notes.filter": ("f",),
        "notes.correct": ("c",),
        "notes.link": ("l",),
        "notes.usable": ("a",),
        "notes.probes": ("p",),
        "notes.unmask": ("tab",),
        "notes.help": ("question_mark",),
        "notes.leave": ("q",),
        "undo": ("ctrl+z", "u"),
        "quit": ("ctrl+q",),
    },
    "replay": {
        "replay.pause": ("space",),
        "replay.next": ("right",),
        "replay.previous": ("left",),
        "replay.faster": ("plus",),
        "replay.slower": ("minus",),
        "replay.home": ("home",),
        "replay.finish": ("end",),
        "replay.leave": ("q",),
        "scroll_up": ("pageup",),
        "scroll_down": ("pagedown",),
        "curtain": ("ctrl+l",),
        "quit": ("ctrl+q",),
    },
    "revise": {"revise.leave": ("minus",), "revise.see": ("tab",), "undo": ("ctrl+z",), "quit": ("ctrl+q",)},
}
"""The keys of the screens that have no actions of their own, by name; a key of the live screen has its name there too."""


def screen_keys(screen: str) -> tuple[OwnKey, ...]:
    """The keys of review, its notes, replay or revising."""
    return tuple(OwnKey(id, keys, screen) for id, keys in SCREENS[screen].items())


def shown(key: str) -> str:
    """A key as people call it: Ctrl+L, F9, PgUp."""
    if key in _NAMES:
        return _NAMES[key]
    return "+".join(part if len(key) == 1 else part.capitalize() for part in key.split("+"))


class Keymap:
    """Which key asks for what, on every screen; chosen once, when the program starts."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Every action has its own key again."""
        self.faults: tuple[KeyFault, ...] = ()
        self._are_told = False
        self.given: Mapping[str, tuple[str, ...]] = NOTHING
        self._own: dict[str, dict[str, str]] = {}
        self._asks: dict[str, str] = {}
        self._besides: dict[str, tuple[str, ...]] = {}
        self._names: dict[str, dict[str, str]] = {}
        self._moved: dict[tuple[str, str], str] = {}
        self._name_of: Callable[[str, Translator], str] | None = None
        self._renamed: dict[str, str] = {}
        self._pattern: re.Pattern[str] | None = None

    def give(
        self, given: Mapping[str, tuple[str, ...]], known: Iterable[OwnKey], name_of: "Callable[[str, Translator], str]"
    ) -> None:
        """Give keys, by the ids of their actions; ``known`` are all actions, and ``name_of`` says what one is called."""
        self.given, self._name_of = given, name_of
        for one in known:
            if one.id in given:
                self._give(one, given[one.id])

    def _give(self, one: OwnKey, keys: Sequence[str]) -> None:
        if not one.moves:
            self._besides[one.id] = one.keys
        if not one.moves and one.screen == "live":  # what the key means there depends on line, card and mode
            self._asks.update(dict.fromkeys(keys, one.id))
            return
        own = self._own.setdefault(one.screen, {})
        own.update(dict.fromkeys(keys, one.keys[0]))
        if not one.moves:
            return
        own.setdefault(one.keys[0], "unknown")
        self._moved[one.screen, one.keys[0]] = one.id
        self._names.setdefault(one.screen, {})[shown(one.keys[0])] = " ".join(map(shown, keys))
        if one.screen == "live":
            self._renamed[shown(one.keys[0])] = " ".join(map(shown, keys))
            self._pattern = re.compile(r"|".join(rf"{re.escape(name)}\b" for name in self._renamed))

    def faults_to_tell(self) -> tuple[KeyFault, ...]:
        """The faults the first time that a sitting with keys begins, and nothing later."""
        told, self._are_told = self._are_told, True
        return () if told else self.faults

    def own(self, key: str, screen: str) -> str:
        """The program's own key that this one stands for; ``unknown`` for one that was taken away."""
        return self._own[screen].get(key, key) if screen in self._own else key

    def tell_moved(self, key: str, _: "Translator", screen: str) -> str:
        """Where the action is now that had this key before the settings moved it; empty for any other key."""
        id = self._moved.get((screen, key))
        if id is None or self._name_of is None or self.own(key, screen) != "unknown":
            return ""
        return _("{action} is {key}", action=self._name_of(id, _), key=self.called(id, ""))

    def asks(self, key: str) -> str | None:
        """The action of the live screen that this key asks for besides its own key, by its name."""
        return self._asks.get(key)

    def called(self, id: str, own: str) -> str:
        """An action's keys as people call them; ``own`` is how its own are called."""
        if id not in self.given:
            return own
        keys = " ".join(map(shown, self.given[id]))
        return f"{own} {keys}" if keys and id in self._besides and own and not own.startswith("/") else keys

    def say(self, sentence: str) -> str:
        """A sentence of the program's, before anything is filled in, with the keys as they are called now."""
        return sentence if self._pattern is None else self._pattern.sub(self._call, sentence)

    def _call(self, found: re.Match[str]) -> str:
        return self._renamed[found[0]]

    def name_in(self, told: str, screen: str) -> str:
        """A row of keys, or a page of them, with those of the screen as they are called now.

        A key stands first in a piece of a row, or on a line behind two blanks; what it does keeps its column.
        """
        names = self._names.get(screen)
        if not names:
            return told
        keys = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
        beginning = r"(?:^|(?<=^ )|(?<=· )|(?<=  ))"

        def call(found: re.Match[str]) -> str:
            name, gap = names[found[1]], len(found[2])
            return name + " " * max(min(gap, 1), len(found[1]) + gap - len(name) if gap > 1 else gap)

        return re.sub(rf"{beginning}({keys})( +|$|(?= ·))", call, told, flags=re.MULTILINE)

    @property
    def for_bindings(self) -> dict[str, str]:
        """The same for screens whose keys are Textual's bindings, by their ids."""
        return {id: ",".join((*self._besides.get(id, ()), *keys)) for id, keys in self.given.items()}


KEYS = Keymap()
"""The one keyboard that this program is used with."""
