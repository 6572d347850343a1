"""Actions of the live screen, each said once.

Its key, its slash word, its place in help, palette and manual.

Its words are a short name, for palette and help, and one line for help and the manual.
"""

from typing import Literal

from guide.frozen import Value
from guide.normalize import plain, spellings
from tui.input.keymap import KEYS
from tui.translator import N_, NORWEGIAN, Language, Translator

Group = Literal["talk", "mark", "note", "park", "pilot", "practice", "see", "session"]


class Action(Value):
    """One act, with its short ``title`` and its line of ``help``. ``key`` is how it is shown to people, ``binding`` the key as the terminal sends it (on an empty line),
    ``prefix`` the character that begins its line, ``slash`` its English word after ``/``, ``nb`` its bokmål one and ``nn``
    its nynorsk one where that differs;
    ``takes`` says whether words follow, ``anywhere`` whether its key works with text on the line too, ``later`` whether
    it can be done in the review too, as a correction of what was done at the table. ``heard`` are further words that
    are understood and never shown.
    """

    name: str
    title: str
    help: str
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
    nn: str = ""

    def word(self, language: str) -> str:
        """Its word after ``/`` in the interface's language."""
        if language == "nn" and self.nn:
            return self.nn
        return self.nb if language in NORWEGIAN else self.slash

    def key_in(self, language: str) -> str:
        """Its key as shown in the interface's language: a word after ``/`` is in that language."""
        return self.key.replace(f"/{self.slash}", f"/{self.word(language)}") if len(self.key) > 1 else self.key


ACTS: tuple[Action, ...] = (
    Action("next", N_("Ask next"), N_("ask the suggested question"),
        "talk", "Enter", "next", "neste", binding="enter"),
    Action("find", N_("Find and ask"), N_("find a question by words or id; Enter asks the first, an unsure one is chosen with ↓"),
        "talk", "/", "find", "finn", prefix="/", takes=True),
    Action("probes", N_("Probes"), N_("the question's probes, to be ticked"),
        "talk", "↓", "probes", "stikkord", binding="down", later=True),
    Action("concept", N_("Concept"), N_("the agreed explanation of a concept; again, a longer one"),
        "talk", "?…", "concept", "begrep", prefix="?", takes=True, nn="omgrep"),
    Action("bridge", N_("Back to the guide"), N_("a sentence back to the guide when the talk drifts; again: another"),
        "talk", "/bridge", "bridge", "bro", nn="bru"),
    Action("covered", N_("Covered"), N_("covered: +  ·  +b1 b2  ·  +b1 3 (1 mentioned, 2 described, 3 with an example, 0 off)"),
        "mark", "+", "covered", "dekket", prefix="+", takes=True, later=True, nn="dekt"),
    Action("skip", N_("Skip"), N_("you leave it out, perhaps with a reason"),
        "mark", "-", "skip", "utelat", prefix="-", takes=True, later=True, heard=("hopp",)),
    Action("decline", N_("Declined"), N_("the informant would rather not answer"),
        "mark", "-x", "decline", "avstår", prefix="-x", takes=True, later=True, heard=("avslå",)),
    Action("positive", N_("Positive"), N_("a positive experience was told, where both sides are asked for"),
        "mark", "/positive", "positive", "positiv", later=True),
    Action("negative", N_("Negative"), N_("a negative experience was told, where both sides are asked for"),
        "mark", "/negative", "negative", "negativ", later=True),
    Action("tick", N_("Tick a point"), N_("tick on an open card, else probes at Enter; again: not needed"),
        "mark", "1…9", "tick", "kryss", takes=True, later=True),
    Action("note", N_("Note"), N_("a note, stamped at its first key; #b8 links, #word tags"),
        "note", "abc…", "note", "notat", takes=True),
    Action("bookmark", N_("Bookmark"), N_("this moment, no words"),
        "note", "Space", "mark", "bokmerke", binding="space"),
    Action("ago", N_("A while ago"), N_("a note or bookmark about 20 s or 2 m ago"),
        "note", "-20s", "ago", "siden", prefix="-20s", takes=True, nn="sidan"),
    Action("retime", N_("Move a note"), N_("move the last note, or the open one, to 12:30 in the conversation"),
        "note", "/at 12:30", "at", "ved", takes=True, later=True),
    Action("quote", N_("Quotation"), N_("the informant's own words"),
        "note", '"', "quote", "sitat", prefix='"', takes=True),
    Action("topic", N_("Topic"), N_("a topic that the guide does not have"),
        "note", ">", "topic", "tema", prefix=">", takes=True),
    Action("accept", N_("Accept the offer"), N_(
        "accept the link that is offered, or put back as typed what was masked; after # in a note: the first one named"
    ),
        "note", "Tab", "link", "lenk", binding="tab", anywhere=True),
    Action("edit", N_("Edit last note"), N_("change the last note"),
        "note", "↑", "edit", "endre", binding="up"),
    Action("fill", N_("Fill bookmarks"), N_("add words to empty bookmarks"),
        "note", "/fill", "fill", "fyll"),
    Action("reflect", N_("Reflexive note"), N_("a reflexive note; its words follow on the same line"),
        "note", "/reflect", "reflect", "refleksjon", takes=True),
    Action("followup", N_("Follow up"), N_("park to follow up; !\" the informant's own words; alone: the last note"),
        "park", "!", "followup", "oppfølging", prefix="!", takes=True, heard=("følg",)),
    Action("parked", N_("Parked follow-ups"), N_("what is parked; a digit takes it up again"),
        "park", "/parked", "parked", "parkert"),
    Action("back", N_("Returned to"), N_("follow-up 2 was returned to"),
        "park", "/back 2", "back", "tilbake", takes=True, later=True),
    Action("met", N_("Answered meanwhile"), N_("follow-up 2 was answered meanwhile"),
        "park", "/met 2", "met", "besvart", takes=True, later=True, nn="svara"),
    Action("drop", N_("Let go"), N_("let follow-up 2 go, perhaps with a reason"),
        "park", "/drop 2", "drop", "dropp", takes=True, later=True),
    Action("left", N_("Left over"), N_("what earlier interviews left open"),
        "park", "/left", "left", "gjenstår", nn="attstår"),
    Action("verdict", N_("Verdict on the question"), N_("in a pilot: the question's verdict; =b5 another's; then a digit, and one for why"),
        "pilot", "=", "verdict", "vurder", prefix="="),
    Action("think", N_("Think aloud"), N_("in a pilot: what did you think, in your own words, how sure; then the answer"),
        "pilot", "/think", "think", "tenkhøyt", nn="tenkhøgt"),
    Action("comment", N_("Comment"), N_("in a pilot: what is said about the question"),
        "pilot", "/comment", "comment", "kommentar", takes=True),
    Action("say", N_("Say"), N_("in practice: what you say to the informant, or said, in a few words; dots alone: you keep silent"),
        "practice", ":", "say", "si", prefix=":", takes=True, nn="sei"),
    Action("help", N_("Help"), N_("all keys"),
        "see", "?", "help", "hjelp", heard=("kommandoer",)),
    Action("palette", N_("Commands"), N_("all commands, searchable"),
        "see", "Ctrl+P", "palette", "palett", binding="ctrl+p", anywhere=True),
    Action("guide", N_("The guide"), N_("the whole guide in words: how every question stands, and which is in hand"),
        "see", "/guide", "guide", "guide", heard=("guiden", "status")),
    Action("curtain", N_("Curtain"), N_("hide guide and notes; again shows them"),
        "see", "Ctrl+L", "curtain", "skjul", binding="ctrl+l", anywhere=True),
    Action("scroll_up", N_("Scroll up"), N_("scroll the conversation back"),
        "see", "PgUp", "up", "oppover", binding="pageup", anywhere=True),
    Action("scroll_down", N_("Scroll down"), N_("scroll the conversation on"),
        "see", "PgDn", "down", "nedover", binding="pagedown", anywhere=True),
    Action("close", N_("Close"), N_("close what is open, or one step back; then clear the line"),
        "see", "Esc", "close", "lukk", binding="escape", anywhere=True),
    Action("undo", N_("Undo"), N_("undo the last act, one at a time"),
        "session", "Ctrl+Z", "undo", "angre", binding="ctrl+z", later=True),
    Action("time", N_("Time"), N_("the time: what is left, and how you stand"),
        "session", "/time", "time", "tid", heard=("klokka", "klokke", "varighet")),
    Action("rec", N_("Recorder"), N_("mark that the recorder was started or stopped; /rec same: the same file; /rec no: declined"),
        "session", "/rec", "rec", "opptak", heard=("diktafon", "lyd")),
    Action("shift", N_("Shift a recording"), N_("recording 1 turned out to lie 3 s earlier than the marks"),
        "session", "/shift 1 -3s", "shift", "forskyv", takes=True),
    Action("transcribe", N_("Do not transcribe"), N_("from here (or /offrecord 90s: from 90 s ago) nothing is to be transcribed; again: it may be again"),
        "session", "Ctrl+T", "offrecord", "fortrolig", binding="ctrl+t", anywhere=True, heard=("privat", "konfidensielt"),
        nn="fortruleg"),
    Action("opening", N_("Opening"), N_("the opening's points"),
        "session", "/opening", "opening", "åpning", nn="opning"),
    Action("pause", N_("Pause"), N_("pause, or go on"),
        "session", "/pause", "pause", "pause"),
    Action("go_on", N_("Go on"), N_("the pause (Enter does it too), or what is off the record, is over"),
        "session", "/continue", "continue", "fortsett", heard=("resume",), nn="haldfram"),
    Action("stop", N_("The informant wishes to stop"), N_("the informant wishes to stop: straight to the closing"),
        "session", "/stop", "stop", "stopp"),
    Action("end", N_("Close the interview"), N_("close: what is uncovered, the closing, after"),
        "session", "/end", "end", "slutt", heard=("avslutt", "ferdig")),
    Action("quit", N_("Leave"), N_("leave; the interview can be taken up again"),
        "session", "Ctrl+Q", "quit", "forlat", binding="ctrl+q", anywhere=True),
)  # fmt: skip
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


_LEAST_LETTERS = 5

TAKING_BACK = ("slett", "slette", "fjern", "fjerne", "delete", "remove")
"""Words of whoever wants something gone: they are told how to take it back, and never that they meant another act."""

ENDING = ("slutt", "stopp", "av", "end", "stop", "off")
"""Words after what begins and ends, that can only be meant to end it."""

ARGUMENTS = {"no": "nei", "same": "samme", "stop": "stopp"}
"""Words that follow a command's, in English and Norwegian."""


def act_of(word: str) -> Action | None:
    """The act that a word after ``/`` means, in whichever language."""
    return BY_SLASH.get(plain(word))


def begins_act(typed: str) -> bool:
    """Whether a word after ``/``, in whichever language, begins like this."""
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
    if near in (act.slash, *act.heard):
        return act, near
    return act, act.nn if act.nn and near in spellings(act.nn) else act.nb


def key_name(key: str, _: Translator) -> str:
    """A key as people call it; only the space bar has a name of its own in each language."""
    return _("Space") if key == "Space" else key


def key_of(act: Action, _: Translator) -> str:
    """An act's key in the interface's language, and as the settings have it."""
    return KEYS.called(act.name, key_name(act.key_in(_.language), _))


def slash_of(act: Action, _: Translator) -> str:
    """An act's word after ``/``, where its key does not say it already."""
    slash = f"/{act.word(_.language)}"
    return "" if act.key_in(_.language).startswith(slash) else slash


def key_table(language: Language) -> str:
    """Every act with its key, its words after ``/`` and what it does, in Markdown."""
    _ = Translator(language)
    other: Language = "en" if language in NORWEGIAN else "nb"
    head = _("| key | or | in Norwegian | what it does |")
    rows = [
        f"| `{key_of(act, _)}` | `/{act.word(language)}` | `/{act.word(other)}` | {_.help(act.name)} |" for act in ACTS
    ]
    return "\n".join([head, "|---|---|---|---|", *rows])
