"""``intervjuguide demo``: the thesis study, ready to run."""

import tempfile
from argparse import Namespace
from pathlib import Path
from shlex import quote

from guide.samples import thesis_guide_text
from tui.commands.common import need_terminal
from tui.commands.new import write_private
from tui.commands.run import hold
from tui.exits import DATA
from tui.saying import complain, program_name, say
from tui.settings import Settings
from tui.words import Words


def run(arguments: Namespace, settings: Settings) -> int:
    """Make the demo study where there is none, and open an interview in it."""
    words = Words(settings.language_for("nb"))
    refused = need_terminal(words)
    if refused is not None:
        return refused
    folder = arguments.folder or Path(tempfile.mkdtemp(prefix="intervjuguide-demo-"))
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not (folder / "guide.yaml").exists():
            write_private(folder / "guide.yaml", thesis_guide_text().encode())
    except OSError as error:
        complain(words("cannot_write", file=folder, reason=error.strerror or error))
        return DATA
    code = hold(folder, settings, mode="live")
    if arguments.folder is None:
        say(words("demo_where", folder=quote(str(folder)), program=program_name()))
    return code
