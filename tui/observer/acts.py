"""Every act of the observer, said once: its key, its place on the screen, in help and in the palette.

One key each, such as every terminal sends and every Norwegian keyboard has without AltGr. The letters of the moves are
small ones, the same in both languages: a capital letter begins a note. The words are in ``tui.words.observing`` under
the act's name.
"""

from typing import Literal

from guide.values import Value
from interviews.observing import SIGNS, MoveKind

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
    """One act: ``key`` as people see it, ``bindings`` as the terminal sends it."""

    name: str
    group: Group
    key: str
    bindings: tuple[str, ...]


OBSERVER_ACTS: tuple[ObserverAct, ...] = (
    ObserverAct("interviewer", "turn", "←", ("left",)),
    ObserverAct("nobody", "turn", "Space", ("space",)),
    ObserverAct("informant", "turn", "→", ("right",)),
    *(
        ObserverAct(name, "move", letter, ("full_stop",) if letter == "." else (letter,))
        for name, letter in _LETTERS.items()
    ),
    *(ObserverAct(name, "sign", str(place), (str(place),)) for place, name in enumerate(SIGNS, 1)),
    ObserverAct("remark", "seat", "Enter", ("enter",)),
    ObserverAct("undo", "seat", "Ctrl+Z", ("ctrl+z", "backspace")),
    ObserverAct("help", "seat", "?", ("question_mark",)),
    ObserverAct("palette", "seat", "Ctrl+P", ("ctrl+p",)),
    ObserverAct("curtain", "seat", "Ctrl+L", ("ctrl+l",)),
    ObserverAct("quit", "seat", "Ctrl+Q", ("ctrl+q",)),
)
"""Every act, in the order of the screen and of help."""

BY_BINDING = {binding: act for act in OBSERVER_ACTS for binding in act.bindings}
"""The acts by the key that the terminal sends."""


def acts_of(group: Group) -> tuple[ObserverAct, ...]:
    """The acts of one group, in order."""
    return tuple(act for act in OBSERVER_ACTS if act.group == group)
