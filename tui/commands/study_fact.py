"""``intervjuguide export method --fact KEY=TEXT``: a fact that no log can know, kept in ``study.jsonl``."""

import re
from argparse import Namespace
from pathlib import Path

from guide.faults import nearest
from guide.files import read_file
from interviews.clock import Clock, SystemClock
from interviews.log import LogFailure
from interviews.study import Study
from interviews.study_facts import (
    NAME,
    OF_INTERVIEW,
    OF_STUDY,
    SCALES,
    YES_OR_NO,
    PowerRating,
    StudyFact,
    add,
    answer,
)
from tui.asking import given, types
from tui.commands.common import interview_code
from tui.exits import DATA, OK, UsageError
from tui.saying import complain, say
from tui.words import Words

KEYS = (*OF_STUDY, *OF_INTERVIEW, *SCALES)
"""What can be said of a study."""

_RATED = re.compile(r"([1-5])(?::\s*(.*))?", re.DOTALL)


def keep_facts(study: Study, arguments: Namespace, words: Words, clock: Clock | None = None) -> int:
    """Write down each fact that was given, all or none, and say where each is now.

    Raises:
        UsageError: one of them cannot be written as it was given.
    """
    if arguments.output is not None or arguments.json:
        raise UsageError(words("fact_alone"))
    interview = _interview(study, arguments.participant, words)
    date = (clock or SystemClock()).wall().date().isoformat()
    entries = [_entry(given, interview, date, words) for given in arguments.fact]
    try:
        places = add(study.folder, entries)
    except LogFailure as failure:
        complain(words(failure.code, **failure.facts))
        return DATA
    for entry, seq in zip(entries, places, strict=True):
        key = entry.scale if isinstance(entry, PowerRating) else entry.key
        say(words("fact_kept", key=key, ref=f"{NAME}:{seq}"))
    return OK


def _entry(given: str, interview: str | None, date: str, words: Words) -> StudyFact | PowerRating:
    key, equals, text = given.partition("=")
    key = key.strip().casefold().replace("-", "_")
    if not equals:
        raise UsageError(words("fact_form"))
    if key not in KEYS:
        near = nearest(key, KEYS)
        raise UsageError(words("fact_unknown_near" if near else "fact_unknown", key=key, near=near))
    if key in OF_INTERVIEW and interview is None:
        raise UsageError(words("fact_needs_interview", key=key))
    if key not in OF_INTERVIEW and interview is not None:
        raise UsageError(words("fact_of_study", key=key))
    text = _words_of(text, words)
    if key in SCALES:
        rated = _RATED.fullmatch(text)
        value, text = (int(rated[1]), rated[2] or "") if rated is not None else (None, text)
        return PowerRating(date=date, scale=key, value=value, text=text)
    if key in YES_OR_NO:
        said = answer(text)
        if said is None:
            raise UsageError(words("fact_yes_or_no", key=key))
        text = said
    return StudyFact(date=date, key=key, value=text, interview=interview)


def _words_of(text: str, words: Words) -> str:
    """What was given, or what stands in the file or on standard input that it names: others can see a command's words.

    Raises:
        UsageError: the file cannot be read, or is no text.
    """
    if text != "-" and not text.startswith("@"):
        return text
    if text.startswith("@@"):
        return text[1:]
    if text == "@":
        raise UsageError(words("fact_no_file"))
    if text == "-" and types():
        complain(words("reflect_how"))
    try:
        data = given() if text == "-" else read_file(Path(text[1:]), _MOST)
        said = data.decode().strip("\n")
    except UnicodeDecodeError:
        raise UsageError(words("fact_not_utf8")) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(words("fact_unread", file=text[1:], reason=reason)) from None
    if text == "-" and not said.strip():
        raise UsageError(words("fact_nothing_given"))
    return said


_MOST = 1_000_000


def _interview(study: Study, given: str | None, words: Words) -> str | None:
    """The name of the log that is meant: I1, or I1-2 for a second interview with the same participant.

    Raises:
        UsageError: there is no such interview.
    """
    if given is None:
        return None
    name = interview_code(given, words)
    if name not in {file.path.stem for file in study.logs()}:
        raise UsageError(words("review_no_interview", code=name))
    return name
