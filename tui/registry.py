"""Every act of the live screen, said once: its key, its slash word, its place in help, palette and README.

The words for an act (its title and one line of help) are in ``tui.words.acts`` under its name.
"""

from typing import Literal

from guide.values import Value

Group = Literal["talk", "mark", "note", "park", "pilot", "see", "session"]


class Act(Value):
    """One act. ``key`` is how it is shown to people, ``binding`` the key as the terminal sends it (on an empty line),
    ``prefix`` the character that begins its line, ``slash`` its word after ``/``; ``takes`` says whether words follow,
    ``anywhere`` whether its key works with text on the line too, ``later`` whether it can be done in the review
    too, as a correction of what was done at the table. ``also`` is a second word after ``/``.
    """

    name: str
    group: Group
    key: str
    slash: str
    binding: str | None = None
    prefix: str | None = None
    takes: bool = False
    anywhere: bool = False
    also: str = ""
    later: bool = False


ACTS: tuple[Act, ...] = (
    Act("next", "talk", "Enter", "next", binding="enter"),
    Act("find", "talk", "/", "find", prefix="/", takes=True),
    Act("probes", "talk", "↓", "probes", binding="down", later=True),
    Act("concept", "talk", "?…", "concept", prefix="?", takes=True),
    Act("bridge", "talk", "/bro", "bro", also="bridge"),
    Act("covered", "mark", "+", "covered", prefix="+", takes=True, later=True),
    Act("skip", "mark", "-", "skip", prefix="-", takes=True, later=True),
    Act("decline", "mark", "-x", "decline", prefix="-x", takes=True, later=True),
    Act("positive", "mark", "/positive", "positive", later=True),
    Act("negative", "mark", "/negative", "negative", later=True),
    Act("tick", "mark", "1…9", "tick", takes=True, later=True),
    Act("note", "note", "abc…", "note", takes=True),
    Act("bookmark", "note", "Space", "mark", binding="space"),
    Act("ago", "note", "-20s", "ago", prefix="-20s", takes=True),
    Act("quote", "note", '"', "quote", prefix='"', takes=True),
    Act("topic", "note", ">", "topic", prefix=">", takes=True),
    Act("accept", "note", "Tab", "link", binding="tab", anywhere=True),
    Act("edit", "note", "↑", "edit", binding="up"),
    Act("fill", "note", "/fill", "fill"),
    Act("reflect", "note", "/reflect", "reflect", takes=True),
    Act("followup", "park", "!", "followup", prefix="!", takes=True),
    Act("parked", "park", "/parked", "parked"),
    Act("back", "park", "/back 2", "back", takes=True, later=True),
    Act("met", "park", "/met 2", "met", takes=True, later=True),
    Act("drop", "park", "/drop 2", "drop", takes=True, later=True),
    Act("left", "park", "/left", "left"),
    Act("verdict", "pilot", "=", "verdict", prefix="="),
    Act("think", "pilot", "/think", "think"),
    Act("comment", "pilot", "/comment", "comment", takes=True),
    Act("help", "see", "?", "help"),
    Act("palette", "see", "Ctrl+P", "palette", binding="ctrl+p", anywhere=True),
    Act("curtain", "see", "Ctrl+L", "curtain", binding="ctrl+l", anywhere=True),
    Act("scroll_up", "see", "PgUp", "up", binding="pageup", anywhere=True),
    Act("scroll_down", "see", "PgDn", "down", binding="pagedown", anywhere=True),
    Act("close", "see", "Esc", "close", binding="escape", anywhere=True),
    Act("undo", "session", "Ctrl+Z", "undo", binding="ctrl+z", later=True),
    Act("time", "session", "/time", "time"),
    Act("rec", "session", "/rec", "rec"),
    Act("shift", "session", "/shift 1 -3s", "shift", takes=True),
    Act("transcribe", "session", "Ctrl+T", "offrecord", binding="ctrl+t", anywhere=True),
    Act("opening", "session", "/opening", "opening"),
    Act("pause", "session", "/pause", "pause"),
    Act("stop", "session", "/stop", "stop"),
    Act("end", "session", "/end", "end"),
    Act("quit", "session", "Ctrl+Q", "quit", binding="ctrl+q", anywhere=True),
)
"""Every act, in the order in which help shows them."""

BY_SLASH = {word: act for act in ACTS for word in (act.slash, act.also) if word}
"""The acts by their words after ``/``, the same in both languages."""

BY_NAME = {act.name: act for act in ACTS}
"""The acts by name."""
