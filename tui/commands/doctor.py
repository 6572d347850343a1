"""``doctor``: what is wrong here, and what to do.

Nothing in it is anybody's words or code.
"""

import os
from argparse import Namespace
from collections.abc import Sequence
from shutil import get_terminal_size
from textwrap import wrap

from interviews.core.clock import SystemClock
from interviews.study.folder import Study
from tui import VERSION
from tui.commands.json_output import say_json
from tui.console import DATA, OK, print_out
from tui.doctor import Finding, State
from tui.doctor.program import program_findings
from tui.doctor.study import study_findings
from tui.doctor.terminal import ask_terminal, signs_to_look_at, terminal_findings
from tui.settings import Settings
from tui.translator import IN_STUDY, N_, Translator

_STATES: dict[State, str] = {"ok": N_("well"), "look": N_("look"), "wrong": N_("WRONG")}

_ABOUT = {
    "terminal": N_("Terminal"),
    "size": N_("Window"),
    "letters": N_("Letters"),
    "signs": N_("Signs"),
    "colours": N_("Colours"),
    "versions": N_("Versions"),
    "extras": N_("Extras"),
    "language": N_("Language"),
    "settings": N_("Settings"),
    "shelter": N_("Shelter"),
    "study": N_("Study"),
    "guide": N_("Guide"),
    "place": N_("Place"),
    "space": N_("Room"),
    "writing": N_("Writing"),
    "sync": N_("Disk"),
    "locks": N_("Locks"),
    "rights": N_("Rights"),
    "logs": N_("Interviews"),
    "clock": N_("Clock"),
}


def run(arguments: Namespace, settings: Settings) -> int:
    """Look at everything; exit 1 when something is wrong."""
    study = Study(arguments.study)
    language = settings.language_for(study.guide().language if study.exists else None)
    _ = Translator(language)
    named = bool(IN_STUDY.option)
    if named:
        IN_STUDY.option = f" --study {_('DIR')}"  # where the study lies may be nobody's business
    terminal = ask_terminal(os.environ)
    found = [
        *terminal_findings(terminal, _, in_ascii=settings.signs == "ascii"),
        *program_findings(settings, language, os.environ, _),
        *study_findings(study, SystemClock(), _, named=named),
    ]
    wrong = sum(1 for one in found if one.state == "wrong")
    if arguments.json:
        rows = [{"about": one.about, "state": one.state, "message": one.said, "to_do": one.to_do} for one in found]
        say_json({"ok": not wrong, "version": VERSION, "findings": rows})
        return DATA if wrong else OK
    width = get_terminal_size().columns if terminal.there else 0
    for line in _lines(sorted(found, key=lambda one: list(_STATES).index(one.state)), width, _):
        print_out(line)  # what is wrong comes last, where it is still seen in a low window
    if terminal.there and settings.signs != "ascii":
        print_out("\n".join(["", *signs_to_look_at()]))
    print_out()
    print_out(
        _.ngettext(
            "{count} thing is wrong; what to do stands under it.",
            "{count} things are wrong; what to do stands under each.",
            wrong,
        )
        if wrong
        else _("Nothing is wrong, as far as a program can know.")
    )
    return DATA if wrong else OK


def _lines(found: Sequence[Finding], width: int, _: Translator) -> list[str]:
    """A line for each thing, and below it what to do, as far as anything is."""
    states = {state: _(word) for state, word in _STATES.items()}
    margin = max(map(len, states.values())) + 2
    lines = []
    for one in found:
        said = f"{states[one.state]:{margin}}{_(_ABOUT[one.about])}: {one.said}"
        for text in (said, f"{'':{margin}}{one.to_do}" if one.to_do else ""):
            if text:
                lines += (
                    wrap(
                        text, width - 1, subsequent_indent=" " * margin, break_long_words=False, break_on_hyphens=False
                    )
                    if width
                    else [text]
                )
    return lines
