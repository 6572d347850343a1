"""The first run on a machine.

It teaches six keys, and never again.
"""

from collections.abc import Mapping
from contextlib import suppress

from interviews.os_support import make_folder
from interviews.save import save
from tui.settings import settings_path
from tui.translator import N_, Translator
from tui.widgets.entry_rows import Entry

HINTS = {
    "next": N_("enter next"),
    "find": N_("/ find"),
    "covered": N_("+ covered"),
    "bookmark": N_("space bookmark"),
    "followup": N_("! follow up"),
    "help": N_("? help"),
    "verdict": N_("= verdict"),
}


SIX = ("next", "find", "covered", "bookmark", "followup", "help")
"""The acts to begin with."""


def greets(environment: Mapping[str, str]) -> bool:
    """Whether nobody has been greeted here yet; from now on somebody has."""
    mark = settings_path(environment).with_name("greeted")
    with suppress(OSError):
        if mark.exists():
            return False
        make_folder(mark.parent)
        save(mark, b"", new=True)
    return True


def greeting(_: Translator) -> list[Entry]:
    """The six keys as the first lines of the conversation, which scroll away as it grows."""
    title = Entry(key="greeting", side="quiet", stamp="", head="", text=_("Six keys are enough to begin:"), kind="mark")
    keys = [
        Entry(key=f"greeting {name}", side="quiet", stamp="", head="", text=f"  {_(HINTS[name])}", kind="mark")
        for name in SIX
    ]
    return [title, *keys]
