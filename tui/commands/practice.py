"""``practice``: an interview with a played informant.

Nothing of it counts.
"""

import gc
import os
import tempfile
from argparse import Namespace
from pathlib import Path

from guide.frozen import Value
from guide.model import Guide
from guide.problems import nearest
from guide.reading import Reading, read_guide
from guide.samples import (
    INFORMANTS,
    english_guide_text,
    informant_named,
    informant_text,
    practice_informant_text,
    thesis_guide_text,
)
from guide.yaml_tree import MAX_BYTES
from interviews.core.clock import SystemClock
from interviews.core.state import Interview, NoInterviewError, code_of, replay
from interviews.failures import LogFailure
from interviews.locked.names import ending_in
from interviews.log.log_files import log_file
from interviews.log.rescued import read_whole
from interviews.os_support import quote
from interviews.practice.informant import PACE, Informant, debrief
from interviews.practice.informant_parser import read_informant
from interviews.session import Session
from interviews.study.folder import Study
from tui import VERSION
from tui.commands.common import need_terminal
from tui.commands.open_interview import show_interview
from tui.console import (
    DATA,
    OK,
    UsageError,
    at_terminal,
    complain_of,
    print_error,
    print_out,
    program_name,
    read_named,
    say_folded,
)
from tui.live.first_run import greets
from tui.live.options import LiveOptions
from tui.live.practice import debrief_lines
from tui.settings import Settings
from tui.translator import Translator
from tui.where_kept import tell_what_is_kept

OWN_FILES = ("informant.yaml", "informant.txt")
"""The informant of a study's own guide, beside it; the first that is there."""

SAMPLE = "sample"
"""What a log calls the informant that came with the program first."""

_FASTEST = 50.0


class Player(Value):
    """Who answers, and by what name the log tells it."""

    informant: Informant
    name: str


class Held(Value):
    """A practice interview as it was held: its code, and who answered at which pace, as far as the log says."""

    code: str
    interview: Interview

    @property
    def pace(self) -> float:
        """Words a second."""
        said = self.interview.started.pace
        return PACE if said is None else said


def run(arguments: Namespace, settings: Settings) -> int:
    """Hold a practice interview with the study's guide, or with the sample's where there is no study here."""
    study = Study(arguments.study)
    _ = Translator(settings.language_for(study.guide().language if study.exists else None))
    if arguments.informants:
        return _list_informants(_)
    if arguments.show is not None:
        return _show_again(study, arguments, settings)
    refused = None if settings.plain else need_terminal(_)
    if refused is not None:
        return refused
    gc.disable()  # until the first frame
    first = _held(study, arguments.again, settings) if arguments.again is not None else None
    reading = _guide_for(study, first, arguments.informant or "", settings)
    _ = Translator(settings.language_for(reading.language))
    pace = first.pace if arguments.pace is None and first is not None else _pace(arguments.pace, _)
    complain_of(reading.errors, _)
    if reading.guide is None:
        return DATA
    named = arguments.informant or ("" if first is None else first.interview.started.informant)
    player = _player(named, study, reading.guide, _)
    if player is None:
        return DATA
    if not study.exists and first is None:
        study = Study(Path(tempfile.mkdtemp(prefix="intervjuguide-practice-")))
    helps = LiveOptions(
        first=greets(os.environ),
        think=settings.think,
        near_end=settings.near_end,
        informant=player.informant,
        pace=pace,
        clock=settings.clock,
    )
    return _hold(study, reading.guide, helps, player, first, _, settings)


def _guide_for(study: Study, first: Held | None, named: str, settings: Settings) -> Reading:
    """The study's guide; without a study that of the practice held before, else the sample.

    It is in English where the settings say so, or where an informant is asked for by its name in English.
    """
    if study.exists:
        return study.guide()
    if first is not None:
        return Reading(first.interview.copy)
    if settings.language == "en" or (settings.language is None and named.strip().casefold() in INFORMANTS):
        return read_guide(english_guide_text(), "guide.yaml")
    return read_guide(thesis_guide_text(), "guide.yaml")


def _hold(
    study: Study,
    guide: Guide,
    helps: LiveOptions,
    player: Player,
    first: Held | None,
    _: Translator,
    settings: Settings,
) -> int:
    path, clock = study.practice_path(), SystemClock()
    try:
        session = Session.new(path, guide, path.stem, "practice", clock, VERSION, lambda: _next_place(study))
    except LogFailure as failure:
        print_error(_.failure(failure))
        return DATA
    session.practise_with(player.name, helps.pace, "" if first is None else first.code)
    try:
        show_interview(session, _, clock, helps, settings)
    except LogFailure as failure:
        print_error(_.failure(failure))
        return DATA
    finally:
        session.close()
    if not tell_what_is_kept(session, _):
        return DATA
    if session.has_begun:
        held = Held(session.path.stem, session.interview)
        _tell(held, first, player.informant, _, settings)
        where = {"program": program_name(), "folder": quote(str(study.folder)), "code": held.code}
        say_folded(_("Practice {code} is over. What you wrote lies in {file}.", code=held.code, file=session.path))
        if session.path in _logs(study):  # one that had to be kept elsewhere has no code of its own here
            say_folded(
                _(
                    "Once more with the same informant, told beside this one:\n  {program} practice --again {code} --study {folder}\n"
                    "Read this again:\n  {program} practice --show {code} --study {folder}",
                    **where,
                )
            )
    return OK


def _tell(held: Held, first: Held | None, informant: Informant, _: Translator, settings: Settings) -> None:
    """The feedback: on a page of its own at a terminal, else as text."""
    from tui.documents.feedback import Go, feedback_blocks
    from tui.documents.to_text import text_of

    go = Go.of(held.code, informant, held.interview, held.pace)
    before = None if first is None else Go.of(first.code, informant, first.interview, first.pace)
    told = debrief(informant, held.interview, held.pace)
    lines = debrief_lines(told.but(cut_off=()), _)  # what was broken off is told in short
    blocks = feedback_blocks(go, lines, _, before)
    title = _("Practice {code}", code=held.code)
    if settings.plain or not at_terminal():
        print_out("\n".join((title, text_of(blocks, in_words=settings.plain))))
        return
    from tui.review.app import StudyPageApp
    from tui.review.feedback_screen import FeedbackScreen

    app = StudyPageApp(lambda: FeedbackScreen(title, blocks, _), settings.theme)
    app.run_to_end(_)


def _show_again(study: Study, arguments: Namespace, settings: Settings) -> int:
    """The feedback on a practice interview that was held, beside the first go where it was a second."""
    held = _held(study, arguments.show, settings)
    _ = Translator(settings.language_for(held.interview.copy.language))
    started = held.interview.started
    player = _player(arguments.informant or started.informant, study, held.interview.copy, _)
    if player is None:
        return DATA
    first = _held(study, started.again, settings) if started.again else None
    _tell(held, first, player.informant, _, settings)
    return OK


def _held(study: Study, code: str, settings: Settings) -> Held:
    """A practice interview that was held, the last one where none is named.

    Raises:
        UsageError: there is none, or it cannot be read.
    """
    folder = study.folder / "practice"
    _ = Translator(settings.language_for(study.guide().language if study.exists else None))
    named = {code_of(path): path for path in _logs(study)}
    wanted = code.upper() if code else (list(named) or [""])[-1]
    if wanted not in named:
        raise UsageError(
            _("there is no practice {code} in {folder}", code=wanted, folder=folder)
            if wanted
            else _(
                "there is no practice in {folder} yet: hold one first, or name the study of the one you held, as was told at its end: --study FOLDER",
                folder=folder,
            )
        )
    try:
        return Held(wanted, replay(read_whole(named[wanted], named[wanted].name).events))
    except (NoInterviewError, OSError) as error:
        raise UsageError(_("{file} cannot be read", file=named[wanted])) from error


def _logs(study: Study) -> list[Path]:
    """The logs of practice interviews, in the order of their numbers."""
    found = (study.folder / "practice").glob(f"T*{ending_in(study.folder)}")
    return sorted(filter(log_file, found), key=lambda path: (len(code_of(path)), code_of(path)))


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


def _list_informants(_: Translator) -> int:
    """Each informant that comes with the program: its name, who that is, and what can be learnt."""
    from tui.documents.model import Paragraph
    from tui.documents.to_text import text_of

    language = "en" if _.language == "en" else "nb"
    guide = read_guide(english_guide_text() if language == "en" else thesis_guide_text(), "guide.yaml").guide
    for name, norwegian in INFORMANTS.items():
        informant = None if guide is None else _shipped(name, guide, language)
        if informant is None:
            continue
        print_out(f"{name if language == 'en' else norwegian}: {informant.title}")
        print_out("\n".join(f"  {line}" for line in text_of([Paragraph(informant.trains)], 76).split("\n")))
    print_out(
        _(
            "Train with one of them: {program} practice --informant {name}",
            program=program_name(),
            name="monosyllabic" if language == "en" else INFORMANTS["monosyllabic"],
        )
    )
    return OK


def _shipped(name: str, guide: Guide, language: str) -> Informant | None:
    from interviews.practice.informant_reader import read_informant_yaml

    return read_informant_yaml(informant_text(name, language), guide, f"{name}.yaml").informant


def _player(named: str, study: Study, guide: Guide, _: Translator) -> Player | None:
    """The informant in the file named or by its name, else the study's own, else the sample's for the sample's guide.

    Raises:
        UsageError: there is none for this guide.
    """
    own = next((file for name in OWN_FILES if (file := study.folder / name).exists()), None)
    path = Path(named) if named and named != SAMPLE and informant_named(named) is None else None
    if path is not None and not path.exists() and own is not None and path.name == own.name:
        path = own  # as the log of an earlier practice names it
    if path is None and not named:
        path = own
    if path is not None and not path.suffix and not path.exists():
        near = nearest(named, [*INFORMANTS, *INFORMANTS.values()])
        raise UsageError(
            _(
                "there is no informant “{named}”, and no file of that name. Did you mean {near}? practice --informants lists them",
                named=named,
                near=near,
            )
            if near
            else _(
                "there is no informant “{named}”, and no file of that name; practice --informants lists them",
                named=named,
            )
        )
    if path is not None:
        return _from_file(path, guide, _)
    language = _sample_language(guide)
    if language is None:
        raise UsageError(
            _(
                "there is no practice informant for this guide: write {file}, or try the practice in a folder without a study",
                file=study.folder / OWN_FILES[0],
            )
        )
    name = informant_named(named) or ("" if language == "nb" else "talkative")
    if name:
        informant = _shipped(name, guide, language)
    else:
        name, informant = SAMPLE, read_informant(practice_informant_text(), guide, OWN_FILES[1]).informant
    return None if informant is None else Player(informant, name)


def _from_file(path: Path, guide: Guide, _: Translator) -> Player | None:
    data = read_named(path, MAX_BYTES, _)
    if data is None:
        return None
    if path.suffix.casefold() in (".yaml", ".yml"):
        from interviews.practice.informant_reader import read_informant_yaml

        reading = read_informant_yaml(data, guide, path.name)
    else:
        reading = read_informant(data.decode("utf-8-sig", errors="replace"), guide, path.name)
    complain_of(reading.problems, _)
    return None if reading.informant is None else Player(reading.informant, path.name)


def _sample_language(guide: Guide) -> str | None:
    """The language of the sample guide that this guide asks the questions of; None where it is another guide."""
    asks = {question.id: question.ask for question in guide.questions}
    for language, text in (("nb", thesis_guide_text()), ("en", english_guide_text())):
        sample = read_guide(text, "guide.yaml").guide
        if sample is not None and asks == {question.id: question.ask for question in sample.questions}:
            return language
    return None
