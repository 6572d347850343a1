"""``intervjuguide demo``: the thesis study, ready to run."""

import tempfile
from argparse import Namespace
from pathlib import Path

from guide.samples import english_guide_text, thesis_guide_text
from interviews.os_support import quote
from interviews.study.folder import Study
from tui.commands.common import need_terminal
from tui.commands.new import has_guide, write_study
from tui.commands.run import hold
from tui.console import OK, print_out, program_name, say_folded
from tui.settings import Settings
from tui.translator import Translator


def run(arguments: Namespace, settings: Settings) -> int:
    """Make the demo study where there is none, in English where the settings say so, and open an interview in it."""
    _ = Translator(settings.language_for("nb"))
    refused = None if settings.plain else need_terminal(_)
    if refused is not None:
        return refused
    folder = arguments.folder or Path(tempfile.mkdtemp(prefix="intervjuguide-demo-"))
    if not has_guide(Study(folder)):
        text = english_guide_text() if settings.language == "en" else thesis_guide_text()
        written = write_study(folder, text.encode(), _)
        if written != OK:
            return written
    if arguments.folder is None:
        print_out(
            _("The demo is in {folder}.", folder=quote(str(folder)))
        )  # above the screen: a terminal that is killed says no more
    code = hold(folder, settings, mode="live")
    if arguments.folder is None:
        say_folded(
            _(
                "The study is in {folder}. Go on:\n  {program} --study {folder}",
                folder=quote(str(folder)),
                program=program_name(),
            )
        )
    return code
