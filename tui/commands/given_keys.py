"""The settings' keys, and why some are not given."""

import re
from collections.abc import Iterator, Mapping, Sequence

from guide.problems import nearest
from tui.input.actions import ACTS, BY_NAME, act_of
from tui.keymap import FIXED, KEYS, NO_VALUE, SCREENS, KeyFault, Keymap, OwnKey, screen_keys
from tui.observer.observer_controller import OBSERVER_ACTS
from tui.sentences.code_names import OBSERVER_TITLES
from tui.translator import Translator

_ALIKE = {
    "ctrl+i": "Tab", "ctrl+m": "Enter", "ctrl+j": "Enter", "ctrl+h": "Backspace", "ctrl+[": "Esc",
}  # fmt: skip
"""Keys that a terminal sends as another."""

_ON_THE_LINE = (
    *FIXED, "shift+tab", "backspace", "delete", "left", "right", "home", "end",
    "ctrl+a", "ctrl+c", "ctrl+d", "ctrl+e", "ctrl+r", "ctrl+u", "ctrl+w",
)  # fmt: skip
"""Keys that edit a line, leave the program's hands to the terminal, or say the line again where there is no screen."""

_OF_A_LIST = ("left", "right", "home", "end", "pageup", "pagedown", "shift+tab")
_OF_SCREENS: Mapping[str, tuple[str, ...]] = {
    "review": _OF_A_LIST,
    "notes": _OF_A_LIST,
    "revise": ("pageup", "pagedown"),
}
"""Keys that a screen's table, list or page takes before any of its actions is asked."""

_WAYS_OUT = ("ctrl+c", "ctrl+d")
"""Keys that end a program, or its input, in any terminal: no screen makes something else of them."""

_SENT = {
    *(f"ctrl+{letter}" for letter in "abcdefgklnopqrtuvwxyz"),
    *(f"f{number}" for number in range(1, 13)),
    *(*FIXED, "backspace", "delete", "insert", "left", "right", "home", "end", "pageup", "pagedown", "shift+tab"),
}
"""Every key that is no text and that all terminals send; Ctrl+S stops some."""

_TEXT = re.compile("[a-zæøå0-9]")
_ALIASES = {"pgup": "pageup", "pgdn": "pagedown", "ins": "insert", "del": "delete", "esc": "escape", "return": "enter"}


def own_keys() -> tuple[OwnKey, ...]:
    """Every action of every screen that may be given a key."""
    live = (OwnKey(act.name, () if act.binding is None else (act.binding,)) for act in ACTS)
    observed = (OwnKey(act.id, act.bindings, "observer") for act in OBSERVER_ACTS)
    return (*live, *observed, *(one for screen in SCREENS for one in screen_keys(screen)))


def give_keys(wanted: Mapping[str, str], file: str, language: str = "en", keymap: Keymap = KEYS) -> None:
    """Give the keys that ``file`` asks for and that can be given; the keymap's ``faults`` say which could not, and why.

    They name an action as the file does, any other by its word in the interface's ``language``.
    """
    keymap.forget()
    known = own_keys()
    named: dict[str, str] = {}
    written = {_id_of(word): word for word in wanted}
    for word, keys in wanted.items():  # an action may be named twice, by its words in two languages
        named[_id_of(word)] = f"{named[_id_of(word)]},{keys}" if _id_of(word) in named else keys
    faults = list(_find_faults(named, known, file, language))
    refused = {fault.action for fault in faults}
    given = {id: _keys_in(keys) for id, keys in named.items() if id not in refused}
    while (clash := next(_find_clashes(given, known, file, language), None)) is not None:
        faults.append(clash)
        given.pop(clash.action, None)
    keymap.faults = tuple(fault.but(action=written[fault.action]) for fault in faults)
    keymap.give(given, known, _name_of)


def _id_of(word: str) -> str:
    """The id of the action that a word means, as it stands after ``/`` in whichever language; else the word itself."""
    word = word.removeprefix("/")
    action = act_of(word)
    return word if action is None else action.name


def _word_of(id: str, language: str) -> str:
    """What the settings call an action, in the interface's language."""
    return BY_NAME[id].word(language) if id in BY_NAME else id


def _name_of(id: str, _: Translator) -> str:
    """What a screen calls an action."""
    if id.startswith("observer."):
        return _(OBSERVER_TITLES[id.removeprefix("observer.")])
    return _word_of(id, _.language)


def _keys_in(written: str) -> tuple[str, ...]:
    """The keys in a setting, a comma between two, by the names that Textual has for them."""
    keys = (key.strip().lower() for key in written.split(","))
    return tuple(_ALIASES.get(key, key) for key in keys if key)


def _find_faults(wanted: Mapping[str, str], known: Sequence[OwnKey], file: str, language: str) -> Iterator[KeyFault]:
    """The first thing that is wrong with each action or its key, whatever other actions have."""
    by_id: dict[str, list[OwnKey]] = {}
    for one in known:
        by_id.setdefault(one.id, []).append(one)
    for id, written in wanted.items():
        if NO_VALUE in written:
            yield KeyFault(file, id, written, "key_form")
            continue
        if id not in by_id:
            words = (*(one.word(language) for one in ACTS), *(one.slash for one in ACTS), *(one.nb for one in ACTS))
            near = nearest(id, [*words, *(id for id in by_id if "." in id)])
            yield KeyFault(file, id, written, "key_near_action" if near else "key_no_action", near)
            continue
        for key in _keys_in(written) or ("",):
            code = next(filter(None, (_why_not(key, one) for one in by_id[id])), "") if key else "key_none"
            if code:
                yield KeyFault(file, id, key, code, _ALIKE.get(key, ""))
                break


def _why_not(key: str, one: OwnKey) -> str:
    """The code of what is wrong with this key for this action; empty where nothing is."""
    types = one.screen in ("live", "revise")
    if key in _ALIKE:
        return "key_sent_alike"
    if _TEXT.fullmatch(key):
        return "key_is_text" if types or (one.screen == "notes" and key.isdecimal()) else ""
    if key not in _SENT:
        return "key_unsent"
    if key in (_ON_THE_LINE if types else FIXED):
        return "key_of_the_line"
    return "key_of_the_screen" if key in (*_WAYS_OUT, *_OF_SCREENS.get(one.screen, ())) else ""


def _find_clashes(
    given: Mapping[str, tuple[str, ...]], known: Sequence[OwnKey], file: str, language: str
) -> Iterator[KeyFault]:
    """Keys that two actions of one screen would have: the one that was given it there is refused."""
    for screen in dict.fromkeys(one.screen for one in known):
        taken: dict[str, str] = {}
        here = [one for one in known if one.screen == screen]
        for one in sorted(here, key=lambda one: one.id in given):
            own = one.keys[1:] if one.id in given and one.moves else one.keys
            for key in (*own, *given.get(one.id, ())):
                if taken.setdefault(key, one.id) != one.id:
                    yield KeyFault(file, one.id, key, "key_taken", _word_of(taken[key], language))
                    break
