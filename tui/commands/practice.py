"""``practice``: an interview with a played informant.

Nothing of it counts.
"""

import gc
import os
import tempfile
from argparse import Namespace
from pathlib import Path

from guide.model import Guide
from guide.reading import read_guide
from guide.samples import practice_informant_text, thesis_guide_text
from guide.yaml_tree import MAX_BYTES
from interviews.core.clock import SystemClock
from interviews.log.writer import LogFailure
from interviews.practice.informant import Informant, debrief
from interviews.practice.informant_parser import read_informant
from interviews.session import Session
from interviews.study.folder import Study
from tui import VERSION
from tui.commands.common import need_terminal, read_named
from tui.commands.run import show_interview
from tui.console import DATA, OK, UsageError, complain_of, print_error, print_out, say_folded
from tui.live.first_run import greets
from tui.live.options import LiveOptions
from tui.live.practice import debrief_lines
from tui.sentences.where_kept import tell_what_is_kept
from tui.settings import Settings
from tui.translator import Translator

OWN_FILE = "informant.txt"
"""The informant of a study's own guide, beside it."""

_FASTEST = 50.0


def run(arguments: Namespace, settings: Settings) -> int:
    """Hold a practice interview with the study's guide, or with the sample's where there is no study here."""
    gc.disable()  # until the first frame
    study = Study(arguments.study)
    reading = study.guide() if study.exists else read_guide(thesis_guide_text(), "guide.yaml")
    _ = Translator(settings.language_for(reading.language))
    pace = _pace(arguments.pace, _)
    refused = None if settings.plain else need_terminal(_)
    if refused is not None:
        return refused
    complain_of(reading.errors, _)
    informant = _informant(arguments.informant, study, reading.guide, _) if reading.guide is not None else None
    if reading.guide is None or informant is None:
        return DATA
    if not study.exists:
        study = Study(Path(tempfile.mkdtemp(prefix="intervjuguide-practice-")))
    helps = LiveOptions(
        first=greets(os.environ),
        think=settings.think,
        near_end=settings.near_end,
        informant=informant,
        pace=pace,
        clock=settings.clock,
    )
    return _hold(study, reading.guide, helps, _, settings)


def _hold(study: Study, guide: Guide, helps: LiveOptions, _: Translator, settings: Settings) -> int:
    path, clock = study.practice_path(), SystemClock()
    session = Session.new(path, guide, path.stem, "practice", clock, VERSION, lambda: _next_place(study))
    try:
        show_interview(session, _, clock, helps, settings)
    except LogFailure as failure:
        print_error(_.failure(failure))
        return DATA
    finally:
        session.close()
    if not tell_what_is_kept(session, _):
        return DATA
    if helps.informant is not None and session.has_begun:
        say_folded(
            _("Practice {code} is over. What you wrote lies in {file}.", code=session.path.stem, file=session.path)
        )
        for line in debrief_lines(debrief(helps.informant, session.interview, helps.pace), _):
            print_out(f"  {line}")
    return OK


def _next_place(study: Study) -> tuple[Path, str]:
    """The next free file and its name, for when another window has taken the one before."""
    path = study.practice_path()
    return path, path.stem


def _pace(given: str | None, _: Translator) -> float:
    """Words a second, 0 for all at once.

    Raises:
        UsageError: it is no such number.
    """
    if given is None:
        return LiveOptions().pace
    plain = given.replace(",", ".")
    if not plain.replace(".", "", 1).isdecimal() or float(plain) > _FASTEST:
        raise UsageError(_("--pace is words a second, 0 for all at once, not “{given}”.", given=given))
    return float(plain)


def _informant(named: Path | None, study: Study, guide: Guide, _: Translator) -> Informant | None:
    """The informant in the file named, else the study's own, else the sample's where the guide is the sample's.

    Raises:
        UsageError: there is none for this guide.
    """
    own = study.folder / OWN_FILE
    path = named if named is not None else own if own.exists() else None
    if path is None:
        sample = read_guide(thesis_guide_text(), "guide.yaml").guide
        asks = {question.id: question.ask for question in guide.questions}
        if sample is None or asks != {question.id: question.ask for question in sample.questions}:
            raise UsageError(
                _(
                    "there is no practice informant for this guide: write {file}, or try the practice in a folder without a study",
                    file=own,
                )
            )
        return read_informant(practice_informant_text(), guide, OWN_FILE).informant
    data = read_named(path, MAX_BYTES, _)
    if data is None:
        return None
    text = data.decode("utf-8-sig", errors="replace")
    reading = read_informant(text, guide, path.name)
    complain_of(reading.problems, _)
    return reading.informant
