"""``intervjuguide reflect``: a reflexive note that belongs to no interview, from the line or standard input."""

from argparse import Namespace

from interviews.clock import SystemClock
from interviews.log import LogFailure
from interviews.study import Study
from interviews.study_facts import NAME, keep_reflection
from tui.asking import given, types
from tui.commands.common import need_study
from tui.exits import DATA, OK, UsageError
from tui.saying import complain, say
from tui.settings import Settings
from tui.words import Words


def run(arguments: Namespace, settings: Settings) -> int:
    """Keep the note; without words on the line they are read, since other users see a command's words."""
    study = Study(arguments.study)
    words = Words(settings.language_for(study.guide().language))
    need_study(arguments.study, words)
    text = " ".join(arguments.words) if arguments.words else _read(words)
    if not text.strip():
        raise UsageError(words("reflect_empty"))
    try:
        seq = keep_reflection(study.folder, text, SystemClock())
    except LogFailure as failure:
        complain(words(failure.code, **failure.facts))
        return DATA
    say(words("reflect_kept", ref=f"{NAME}:{seq}"))
    return OK


def _read(words: Words) -> str:
    r"""All of standard input but its last line break; written at a terminal, it ends with Ctrl+D.

    Raises:
        UsageError: it is no text in UTF-8.
    """
    if types():
        complain(words("reflect_how"))
    try:
        return given().decode().removesuffix("\n")
    except UnicodeDecodeError:
        raise UsageError(words("reflect_not_utf8")) from None
