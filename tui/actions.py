"""Actions of the live screen, each said once.

Its key, its slash word, its place in help, palette and manual.

The words for an act (its title and one line of help) are in ``tui.words.actions`` under its name.
"""

from typing import Literal

from guide.frozen import Value
from guide.normalize import plain, spellings
from tui.translator import Language, Translator

Group = Literal["talk", "mark", "note", "park", "pilot", "see", "session"]


class Action(Value):
    """One act. ``key`` is how it is shown to people, ``binding`` the key as the terminal sends it (on an empty line),
    ``prefix`` the character that begins its line, ``slash`` its English word after ``/`` and ``nb`` its Norwegian one;
    ``takes`` says whether words follow, ``anywhere`` whether its key works with text on the line too, ``later`` whether
    it can be done in the review too, as a correction of what was done at the table. ``heard`` are further words that
    are understood and never shown.
    """

    name: str
    group: Group
    key: str
    slash: str
    nb: str
    binding: str | None = None
    prefix: str | None = None
    takes: bool = False
    anywhere: bool = False
    heard: tuple[str, ...] = ()
    later: bool = False

    def word(self, language: str) -> str:
        """Its word after ``/`` in the interface's language."""
        return self.nb if language == "nb" else self.slash

    def key_in(self, language: str) -> str:
        """Its key as shown in the interface's language: a word after ``/`` is in that language."""
        return self.key.replace(f"/{self.slash}", f"/{self.word(language)}") if len(self.key) > 1 else self.key


ACTS: tuple[Action, ...] = (
    Action("next", "talk", "Enter", "next", "neste", binding="enter"),
    Action("find", "talk", "/", "find", "finn", prefix="/", takes=True),
    Action("probes", "talk", "↓", "probes", "stikkord", binding="down", later=True),
    Action("concept", "talk", "?…", "concept", "begrep", prefix="?", takes=True),
    Action("bridge", "talk", "/bridge", "bridge", "bro"),
    Action("covered", "mark", "+", "covered", "dekket", prefix="+", takes=True, later=True),
    Action("skip", "mark", "-", "skip", "utelat", prefix="-", takes=True, later=True, heard=("hopp",)),
    Action("decline", "mark", "-x", "decline", "avstår", prefix="-x", takes=True, later=True, heard=("avslå",)),
    Action("positive", "mark", "/positive", "positive", "positiv", later=True),
    Action("negative", "mark", "/negative", "negative", "negativ", later=True),
    Action("tick", "mark", "1…9", "tick", "kryss", takes=True, later=True),
    Action("note", "note", "abc…", "note", "notat", takes=True),
    Action("bookmark", "note", "Space", "mark", "bokmerke", binding="space"),
    Action("ago", "note", "-20s", "ago", "siden", prefix="-20s", takes=True),
    Action("retime", "note", "/at 12:30", "at", "ved", takes=True, later=True),
    Action("quote", "note", '"', "quote", "sitat", prefix='"', takes=True),
    Action("topic", "note", ">", "topic", "tema", prefix=">", takes=True),
    Action("accept", "note", "Tab", "link", "lenk", binding="tab", anywhere=True),
    Action("edit", "note", "↑", "edit", "endre", binding="up"),
    Action("fill", "note", "/fill", "fill", "fyll"),
    Action("reflect", "note", "/reflect", "reflect", "refleksjon", takes=True),
    Action("followup", "park", "!", "followup", "oppfølging", prefix="!", takes=True, heard=("følg",)),
    Action("parked", "park", "/parked", "parked", "parkert"),
    Action("back", "park", "/back 2", "back", "tilbake", takes=True, later=True),
    Action("met", "park", "/met 2", "met", "besvart", takes=True, later=True),
    Action("drop", "park", "/drop 2", "drop", "dropp", takes=True, later=True),
    Action("left", "park", "/left", "left", "gjenstår"),
    Action("verdict", "pilot", "=", "verdict", "vurder", prefix="="),
    Action("think", "pilot", "/think", "think", "tenkhøyt"),
    Action("comment", "pilot", "/comment", "comment", "kommentar", takes=True),
    Action("help", "see", "?", "help", "hjelp", heard=("kommandoer",)),
    Action("palette", "see", "Ctrl+P", "palette", "palett", binding="ctrl+p", anywhere=True),
    Action("curtain", "see", "Ctrl+L", "curtain", "skjul", binding="ctrl+l", anywhere=True),
    Action("scroll_up", "see", "PgUp", "up", "oppover", binding="pageup", anywhere=True),
    Action("scroll_down", "see", "PgDn", "down", "nedover", binding="pagedown", anywhere=True),
    Action("close", "see", "Esc", "close", "lukk", binding="escape", anywhere=True),
    Action("undo", "session", "Ctrl+Z", "undo", "angre", binding="ctrl+z", later=True),
    Action("time", "session", "/time", "time", "tid", heard=("klokka", "klokke", "varighet")),
    Action("rec", "session", "/rec", "rec", "opptak", heard=("diktafon", "lyd")),
    Action("shift", "session", "/shift 1 -3s", "shift", "forskyv", takes=True),
    Action(
        "transcribe",
        "session",
        "Ctrl+T",
        "offrecord",
        "fortrolig",
        binding="ctrl+t",
        anywhere=True,
        heard=("privat", "konfidensielt"),
    ),
    Action("opening", "session", "/opening", "opening", "åpning"),
    Action("pause", "session", "/pause", "pause", "pause"),
    Action("go_on", "session", "/continue", "continue", "fortsett", heard=("resume",)),
    Action("stop", "session", "/stop", "stop", "stopp"),
    Action("end", "session", "/end", "end", "slutt", heard=("avslutt", "ferdig")),
    Action("quit", "session", "Ctrl+Q", "quit", "forlat", binding="ctrl+q", anywhere=True),
)
"""Every act, in the order in which help shows them."""

BY_SLASH = {
    **{form: act for act in ACTS for word in act.heard for form in spellings(word)},
    **{form: act for act in ACTS for form in spellings(act.nb)},
    **{word: act for act in ACTS for word in (act.slash, *act.heard)},
}
"""The acts by their words after ``/`` as ``plain`` has them: both languages' always, æ ø å typed as it may be."""

BY_NAME = {act.name: act for act in ACTS}
"""The acts by name."""


def word_of(name: str, language: str) -> str:
    """An act's word after ``/`` in the interface's language."""
    return BY_NAME[name].word(language)


_LEAST_LETTERS = 5

TAKING_BACK = ("slett", "slette", "fjern", "fjerne", "delete", "remove")
"""Words of whoever wants something gone: they are told how to take it back, and never that they meant another act."""

ENDING = ("slutt", "stopp", "av", "end", "stop", "off")
"""Words after what begins and ends, that can only be meant to end it."""

ARGUMENTS = {"no": "nei", "same": "samme", "stop": "stopp"}
"""Words that follow a command's, in English and Norwegian."""


def act_of(word: str) -> Action | None:
    """The act that a word after ``/`` means, in either language."""
    return BY_SLASH.get(plain(word))


def begins_act(typed: str) -> bool:
    """Whether a word after ``/``, in either language, begins like this."""
    return any(form.startswith(plain(typed)) for form in BY_SLASH)


def argument_of(word: str) -> str:
    """A word after a command's in English, whichever language it was typed in; any other as it is, in lower case."""
    typed = plain(word.strip())
    return next((english for english, norwegian in ARGUMENTS.items() if typed == norwegian), typed)


def takes_back(typed: str) -> bool:
    """Whether a word asks for something to be deleted, perhaps with a slip in it."""
    from rapidfuzz.distance import OSA

    wanted = plain(typed)
    if len(wanted) < _LEAST_LETTERS:
        return False
    return any(OSA.distance(wanted, word, score_cutoff=1) <= 1 for word in TAKING_BACK)


def near_act(typed: str) -> tuple[Action, str] | None:
    """The act, and its word, that a word of five letters or more misses by one slip."""
    from rapidfuzz.distance import OSA  # whoever types no command wrongly does not wait for it

    wanted = plain(typed)
    if len(wanted) < _LEAST_LETTERS:
        return None
    near = next((form for form in BY_SLASH if OSA.distance(wanted, form, score_cutoff=1) == 1), None)
    if near is None:
        return None
    act = BY_SLASH[near]
    return act, near if near in (act.slash, *act.heard) else act.nb


def key_name(key: str, _: Translator) -> str:
    """A key as people call it; only the space bar has a name of its own in each language."""
    return _("key_space") if key == "Space" else key


def key_of(act: Action, _: Translator) -> str:
    """An act's key in the interface's language."""
    return key_name(act.key_in(_.language), _)


def slash_of(act: Action, _: Translator) -> str:
    """An act's word after ``/``, where its key does not say it already."""
    slash = f"/{act.word(_.language)}"
    return "" if act.key_in(_.language).startswith(slash) else slash


def key_table(language: Language) -> str:
    """Every act with its key, its words after ``/`` and what it does, in Markdown."""
    _ = Translator(language)
    other: Language = "en" if language == "nb" else "nb"
    head = _("key_table_head")
    rows = [
        f"| `{key_of(act, _)}` | `/{act.word(language)}` | `/{act.word(other)}` | {_.help(act.name)} |" for act in ACTS
    ]
    return "\n".join([head, "|---|---|---|---|", *rows])
