"""``combine I3 I3-2``: two note-takers' logs of one interview."""

import os
from argparse import Namespace
from collections.abc import Sequence

from interviews.core.codec import encode
from interviews.core.events import Combined, Event
from interviews.data_management.renaming import remove_key
from interviews.data_management.unfinished import job
from interviews.failures import LogFailure
from interviews.locked.plain import plain
from interviews.log.combined_logs import combined_in, find_sources, is_of
from interviews.log.copies import find_twins
from interviews.log.log_files import LogFile
from interviews.log.rescued import read_whole
from interviews.log.shelter import find_rescued_files
from interviews.study.combining import Hand, Offset, combine, find_offset, seconds_apart
from interviews.study.folder import LoadedInterview, Study
from interviews.transcripts.kept import transcript_path
from tui.commands.common import NOT_CHANGED, carry_out, find_study, interview_code
from tui.console import DATA, OK, UsageError, agrees, complain_of, print_error, print_out, say_folded
from tui.settings import Settings, initials_of
from tui.time_format import shift_of
from tui.translator import N_, Translator

_FAR = 30.0
"""Seconds between two people's marks of the same that make one ask whether the logs lie right."""

_HOW = {
    "said": N_("{second} lies {offset} s later than {first}, as you say."),
    "recorder": N_("{second} lies {offset} s later than {first}: both marked when the recorder was started."),
    "wall": N_("{second} lies {offset} s later than {first}, by the computers' clocks."),
    "asked": N_("{second} lies {offset} s later than {first}, by the questions that both marked."),
}


def run(arguments: Namespace, settings: Settings) -> int:
    """Make one log of two, or take that back; exit 1 where nothing was done."""
    study, _ = find_study(arguments, settings)
    code = interview_code(arguments.code, _)
    if arguments.undo:
        return _take_apart(study, _read(study, code, _), sure=arguments.yes, _=_)
    if arguments.other is None:
        raise UsageError(_("Which two logs? intervjuguide combine {code} {code}-2{in_study}", code=code))
    told = [_read(study, name, _) for name in (code, interview_code(arguments.other, _))]
    _need_pair(study, told, _)
    offset = _offset(told, arguments.offset, _)
    hands = _hands(told, offset, arguments.by, _)
    name = carry_out("combine", lambda: _write(study, told, hands), study, _, refused=NOT_CHANGED)
    if name is None:
        return DATA
    complain_of([problem for one in told for problem in one.problems], _)
    _tell(name, hands, _)
    return OK


def _read(study: Study, code: str, _: Translator) -> LoadedInterview:
    """The log of this very name.

    Raises:
        UsageError: there is none, or it cannot be read.
    """
    participant = code.partition("-")[0]
    found = next((file for file in study.logs(participant) if file.code == code), None)
    if found is None:
        raise UsageError(
            _("there is no log {code}; a log is combined under its own name, such as I3 or I3-2", code=code)
        )
    told = study.load(found)
    if told.interview is None:
        complain_of(told.problems, _)
        raise UsageError(_("{file} cannot be read, and is not combined", file=found.name))
    return told


def _need_pair(study: Study, told: Sequence[LoadedInterview], _: Translator) -> None:
    """Refuse what is no pair of two people's logs of one interview.

    Raises:
        UsageError: so it is, and why.
    """
    first, second = (one.file for one in told)
    facts = {"first": first.code, "second": second.code, "code": first.participant}
    if first == second:
        raise UsageError(_("{first} is one log; name the other note-taker's log too", **facts))
    if first.participant != second.participant:
        raise UsageError(
            _(
                "{first} and {second} have different participants' codes. If it was one interview, first: intervjuguide rename {second} {free}{in_study}",
                **facts,
                free=study.new_path(first.participant).stem,
            )
        )
    twins = find_twins(study.logs(first.participant))
    for file in (first, second):
        _need_own(study, file, _)
    if first in twins or second in twins:
        raise UsageError(
            _("{first} and {second} are copies of one log: use merge, which counts nothing twice", **facts)
        )
    one, other = (each.interview for each in told if each.interview is not None)
    if one.started.mode != other.started.mode:
        raise UsageError(_("{first} and {second} are not both interviews, or both pilots", **facts))
    if one.started.afterwards or other.started.afterwards:
        raise UsageError(_("what was entered afterwards, from paper, has no times, and cannot be combined", **facts))


def _need_own(study: Study, file: LogFile, _: Translator) -> None:
    """Refuse a log that another one was combined of.

    Raises:
        UsageError: so it is, and of which.
    """
    files = study.logs(file.participant)
    within = find_sources(files, find_twins(files))
    if file in within:
        raise UsageError(
            _(
                "{log} is combined already, into {into}. Take that apart first: intervjuguide combine {into} --undo{in_study}",
                log=file.code,
                into=within[file].within.code,
            )
        )


def _offset(told: Sequence[LoadedInterview], given: str | None, _: Translator) -> Offset:
    """How the second log lies, as it was said, or as a mark tells that both have.

    Raises:
        UsageError: it was said so that nobody understands it, or not at all, and no mark tells.
    """
    if given is not None:
        shift = shift_of(given)
        if shift is None or shift.number is not None:
            raise UsageError(_("“{given}” is no number of seconds: write --offset 12, or --offset=-12", given=given))
        return Offset(shift.seconds, "said")
    found = find_offset(told[0].reading.events, told[1].reading.events)
    if found is None:
        raise UsageError(
            _(
                "No mark and no clock tells how {second} lies beside {first}. Say by how many seconds it lies later: --offset 12",
                first=told[0].file.code,
                second=told[1].file.code,
            )
        )
    return found


def _hands(told: Sequence[LoadedInterview], offset: Offset, by: str | None, _: Translator) -> list[Hand]:
    """Whose each log is: as it was said, by the initials in it, or A and B."""
    given = [initials_of(one) for one in (by or "").split(",")]
    if by is not None and (len(given) != len(told) or not all(given) or len({*given}) < len(given)):
        raise UsageError(_("--by needs two initials, one to four letters each: --by AB,CD"))
    starts = [one.interview.started for one in told if one.interview is not None]
    own = ["" if one.combined else one.interviewer for one in starts]
    named = by is None and len({one for one in own if one}) == len([one for one in own if one])
    if by is None and not (named and all(own[place] or start.combined for place, start in enumerate(starts))):
        own = ["" if start.combined else letter for start, letter in zip(starts, "AB", strict=True)]
    who = given if by is not None else own
    return [
        Hand(one.file.code, who[place], one.reading.events, offset.later if place else 0.0, offset.how)
        for place, one in enumerate(told)
    ]


def _write(study: Study, told: Sequence[LoadedInterview], hands: Sequence[Hand]) -> str:
    """Put the new log in its place; its name. Raises as ``job`` does, and where somebody writes in one of the logs."""
    with job(study.folder, "combine") as steps:
        for one in told:
            if one.file.path.exists():
                steps.rewrite(one.file.path, lambda data: data)  # held, so that nothing is added meanwhile
        again = [study.load(one.file).reading.events for one in told]
        if again != [hand.events for hand in hands]:
            raise LogFailure("log_changed", file=told[0].file.path.name)
        path = study.new_path(told[0].file.participant)
        steps.make(path, b"".join(map(encode, combine(hands, os.urandom(8).hex()))))
    study.remember_codes()
    return path.stem


def _tell(name: str, hands: Sequence[Hand], _: Translator) -> None:
    first, second = hands
    facts = {"first": first.name, "second": second.name, "name": name}
    by, other = (one.by or " ".join(dict.fromkeys(of.by for of in combined_in(one.events) if of.by)) for one in hands)
    print_out(_("{name} has all of {first} ({by}) and {second} ({other}).", **facts, by=by, other=other))
    offset = {"offset": _seconds(second.later, _)}
    say_folded(_(_HOW[second.how], **facts, **offset))
    apart, count = seconds_apart(first.events, second.events, second.later)
    if count:
        key = (
            N_(
                "The questions that both marked ({count}) lie {apart} s apart (median). Is the offset right? Take it back (--undo), and say another one (--offset)."
            )
            if abs(apart) > _FAR
            else N_("The questions that both marked ({count}) lie {apart} s apart (median).")
        )
        say_folded(_(key, count=count, apart=_seconds(apart, _)))
    say_folded(
        _(
            "{first} and {second} stay as they are, and count no more. Who noted what: intervjuguide review --participant {name}{in_study}",
            **facts,
        )
    )


def _seconds(number: float, _: Translator) -> str:
    """Seconds to a tenth: a hand at a key is no more exact."""
    return _.decimal(f"{round(number, 1) + 0:g}")


def _take_apart(study: Study, told: LoadedInterview, *, sure: bool, _: Translator) -> int:
    """Take a combined log away, so that those that it was made of count again."""
    events, code = told.reading.events, told.file.code
    records = combined_in(events)
    if not records:
        raise UsageError(_("{code} was not combined of anything", code=code))
    _need_own(study, told.file, _)
    gone = _not_here(records, [file for file in study.logs(told.file.participant) if file != told.file])
    questions = [
        _(
            "{names}: not here as when {code} was combined, and what {code} has of it stands nowhere else. Take it away all the same? yes/NO: ",
            code=code,
            names=", ".join(gone),
        )
    ] * bool(gone)
    if own := _own_acts(events):
        question = _(
            "{code} has got {count} acts since it was combined, which stand nowhere else. Take it away all the same? yes/NO: ",
            code=code,
            count=own,
        )
        questions.append(question)
    if not sure and not all(agrees(question) for question in questions):
        print_error(_("Nothing was changed."))
        return DATA
    kept = transcript_path(study.folder, code)
    heirs = [record.log for record in records if record.log not in gone]
    heir = next((log for log in heirs if not os.path.lexists(transcript_path(study.folder, log))), None)

    def take_away() -> bool:
        with job(study.folder, "combine") as steps:
            if heir is not None and os.path.lexists(kept):
                steps.move(kept, transcript_path(study.folder, heir), plain)
                remove_key(steps, study.folder, kept)
            for path in (told.file.path, *find_rescued_files(told.file.path)):
                if os.path.lexists(path):
                    steps.remove(path)
                    remove_key(steps, study.folder, path)
        return True

    if not carry_out("combine", take_away, study, _, refused=NOT_CHANGED):
        return DATA
    files = study.logs(told.file.participant)
    still = find_sources(files, find_twins(files))
    counted = {file.code for file in files if file not in still}
    names = ", ".join(record.log for record in records if record.log in counted)
    if names:
        say_folded(_("{code} is taken away. These count again: {names}.", code=code, names=names))
    else:
        say_folded(_("{code} is taken away. Nothing counts in its place.", code=code))
    place = kept.relative_to(study.folder)
    if os.path.lexists(kept):
        say_folded(_("{file} stays, and no interview has it now. Look at it, and delete it yourself.", file=place))
    elif heir is not None and os.path.lexists(kept.with_stem(heir)):
        say_folded(
            _("{code} has a transcript: {file}.", code=heir, file=kept.with_stem(heir).relative_to(study.folder))
        )
    return OK


def _not_here(records: Sequence[Combined], files: Sequence[LogFile]) -> list[str]:
    """The logs that one was combined of that are in no other file, or with less than they had then."""
    read = [(file, read_whole(file.path, file.name).events) for file in files]
    nested = {(one.log, one.wall, one.nonce) for _, events in read for one in combined_in(events)}
    return [
        record.log
        for record in records
        if (record.log, record.wall, record.nonce) not in nested
        and not any(
            file.code == record.log and is_of(events, record) and len(events) >= record.records for file, events in read
        )
    ]


def _own_acts(events: Sequence[Event]) -> int:
    """How many acts came after the log was combined: all behind the last one that has a hand."""
    last = max(place for place, event in enumerate(events) if event.by or isinstance(event, Combined))
    return len(events) - last - 1
