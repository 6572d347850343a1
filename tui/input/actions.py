"""The actions of the live screen.

By key, word, name and meaning.

Each is one object in ``tui/input/acts``: its key, its slash word, its place in help, palette and manual, what a line of it
means, what the prompt says and what is done.
"""

from guide.normalize import plain, spellings
from tui.input.action import ARGUMENTS, ENDING, Action, Group, argument_of
from tui.input.acts import mark, note, park, pilot, see, session, talk
from tui.keymap import KEYS
from tui.translator import NORWEGIAN, Language, Translator

__all__ = ("ACTS", "ARGUMENTS", "ENDING", "Action", "Group", "argument_of")

ACTS: tuple[Action, ...] = tuple(act for group in (talk, mark, note, park, pilot, see, session) for act in group.ACTS)
"""Every act, in the order in which help shows them."""

BY_SLASH = {
    **{form: act for act in ACTS for word in act.heard for form in spellings(word)},
    **{form: act for act in ACTS for word in (act.nb, act.nn) if word for form in spellings(word)},
    **{word: act for act in ACTS for word in (act.slash, *act.heard)},
}
"""The acts by their words after ``/`` as ``plain`` has them: every language's always, æ ø å typed as it may be."""

BY_NAME = {act.name: act for act in ACTS}
"""The acts by name."""


def word_of(name: str, language: str) -> str:
    """An act's word after ``/`` in the interface's language."""
    return BY_NAME[name].word(language)


def act_of(word: str) -> Action | None:
    """The act that a word after ``/`` means, in whichever language."""
    return BY_SLASH.get(plain(word))


def key_name(key: str, _: Translator) -> str:
    """A key as people call it; only the space bar has a name of its own in each language."""
    return _("Space") if key == "Space" else key


def key_of(act: Action, _: Translator) -> str:
    """An act's key in the interface's language, and as the settings have it."""
    return KEYS.called(act.name, key_name(act.key_in(_.language), _))


def slash_of(act: Action, _: Translator) -> str:
    """An act's word after ``/``, where its key does not say it already."""
    slash = f"/{act.word(_.language)}"
    return "" if key_of(act, _).startswith(slash) else slash


def key_table(language: Language) -> str:
    """Every act with its key, its words after ``/`` and what it does, in Markdown."""
    _ = Translator(language)
    other: Language = "en" if language in NORWEGIAN else "nb"
    head = _("| key | or | in Norwegian | what it does |")
    rows = [f"| `{key_of(act, _)}` | `/{act.word(language)}` | `/{act.word(other)}` | {_(act.help)} |" for act in ACTS]
    return "\n".join([head, "|---|---|---|---|", *rows])
