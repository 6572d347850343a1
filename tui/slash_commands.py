"""Slash commands that take no words after them."""

from interviews.core import commands as do
from tui import screen_commands as show
from tui.actions import act_of
from tui.screen_commands import Intent

PLAIN: dict[str, Intent] = {
    "next": do.AskNext(),
    "probes": show.ShowCard("probes"),
    "bridge": show.ShowCard("bridge"),
    "opening": show.ShowCard("opening"),
    "guide": show.ShowCard("guide"),
    "parked": show.ShowCard("parked"),
    "mark": do.TakeNote("", "bookmark"),
    "edit": show.EditLast(),
    "fill": show.FillBookmarks(),
    "help": show.ShowHelp(),
    "palette": show.ShowPalette(),
    "curtain": show.ToggleCurtain(),
    "up": show.Scroll(-1),
    "down": show.Scroll(1),
    "close": show.CloseOpen(),
    "undo": do.Undo(),
    "rec": do.ToggleRecording(),
    "positive": do.MarkSide("positive"),
    "negative": do.MarkSide("negative"),
    "link": show.AcceptOffer(),
    "left": show.ShowCard("left"),
    "verdict": show.OpenVerdict(),
    "think": show.ShowCard("think"),
    "time": show.TellTime(),
    "offrecord": do.ToggleTranscribing(),
    "stop": do.Stop(),
    "pause": do.TogglePause(),
    "continue": show.GoOn(),
    "end": show.BeginClosing(),
    "quit": show.Quit(),
}
"""What the slash words that take no words mean."""


def plain_meaning(word: str) -> Intent | None:
    """What a slash word that takes no words means, in either language."""
    act = act_of(word)
    return None if act is None else PLAIN.get(act.slash)
