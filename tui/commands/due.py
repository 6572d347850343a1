"""What is due, and the last backup, one line each."""

from collections.abc import Iterable
from datetime import date

from guide.model import DataLimits
from guide.problems import fold_case
from guide.schema import DATA_LIMITS, LANGUAGES
from interviews.core.clock import SystemClock
from interviews.data_management.backup import days_since, last_backup, read_manifest
from interviews.data_management.limits import UNDATED, Limit, limits_of
from interviews.data_management.outputs import place_kept
from interviews.failures import LogFailure
from interviews.os_support import quote
from interviews.study.entries import BackedUp, LimitMet
from interviews.study.facts import add, read_study_facts
from interviews.study.folder import Study
from interviews.transcripts.kept import list_transcripts
from tui.console import DATA, OK, complain_folded, program_name, say_folded
from tui.sentences.code_names import LIMIT_NAMES
from tui.translator import N_, Translator

_TICKED = {
    "recording": N_("the recordings are deleted"),
    "transcripts": N_("the transcripts are deleted or made anonymous"),
    "key": N_("the linking key is destroyed"),
    "end": N_("the project has ended"),
}


_LIMITS = {
    "recording": N_("The recordings are to be deleted by {date}"),
    "transcripts": N_("The transcripts are to be gone by {date}"),
    "key": N_("The linking key is to be destroyed by {date}"),
    "end": N_("The project ends on {date}"),
}


def today() -> date:
    """Today, by the computer's clock."""
    return SystemClock().wall().date()


def study_limits(study: Study, data: DataLimits | None, held: Iterable[tuple[str, str]]) -> tuple[Limit, ...]:
    """All limits of a study as they stand; ``held`` has each interview's code and its day, pilots too."""
    return () if data is None else limits_of(data, read_study_facts(study.folder).entries, held, today())


def describe_limit(limit: Limit, _: Translator) -> str:
    """One limit in a line: what, by when, and how many days are left, or since when it is past."""
    what = _(_LIMITS[limit.name], date=_.date(limit.until))
    if not limit.open:
        done = N_("{what}: done") if limit.met == UNDATED else N_("{what}: done {met}")
        return _(done, what=what, met=_.date(limit.met))
    near = {1: N_("{what}: tomorrow"), 0: N_("{what}: today"), -1: N_("{what}: yesterday")}
    key = near.get(limit.days, N_("{what}: {days} days left") if limit.days > 0 else N_("{what}: {days} days ago"))
    line = _(key, what=what, days=abs(limit.days))
    if limit.since:
        return _("{line} (ticked off {met}; {code} was held since)", line=line, met=_.date(limit.met), code=limit.since)
    return line


def complain_of_limits(limits: Iterable[Limit], _: Translator) -> None:
    """Say what is due, one line each, and how it is ticked off."""
    for limit in limits:
        key = (
            N_("{line}. End it: intervjuguide finish{in_study}")
            if limit.name == "end"
            else N_("{line}. Done? intervjuguide finish --done {name}{in_study}")
        )
        complain_folded(_(key, line=describe_limit(limit, _), name=_(LIMIT_NAMES[limit.name])))


def limit_named(given: str) -> str | None:
    """The limit that a word means, in whichever language; None where it means none."""
    for name in DATA_LIMITS:
        if fold_case(given) in (name, *(Translator(one)(LIMIT_NAMES[name]) for one in LANGUAGES.values())):
            return name
    return None


def tick_off(study: Study, name: str, _: Translator, *, met: bool = True, seen: bool = False) -> tuple[int, str]:
    """Write down that it was done, or that it was not after all; an exit code and what to tell.

    Transcripts that are kept here are not gone; ``seen``: somebody has said what is to become of them.
    """
    transcripts = list_transcripts(study.folder) if met and name == "transcripts" and not seen else ()
    if transcripts:
        from tui.where_kept import describe_kept  # it knows the screen

        return DATA, describe_kept(len(transcripts), _) + " " + _(
            "To delete them and note that: intervjuguide finish --done {name}{in_study}", name=_(LIMIT_NAMES[name])
        )
    now = SystemClock().wall()
    day = now.date().isoformat()
    try:
        add(study.folder, [LimitMet(date=now.isoformat(timespec="seconds"), limit=name, met=met)])
    except LogFailure as failure:
        return DATA, _("Not noted ({reason}).", reason=_.failure(failure))
    named = _(LIMIT_NAMES[name])
    if not met:
        return OK, _("Not done after all: {name}.", name=named)
    return OK, _(
        "Noted {date}: {what}. A mistake? intervjuguide finish --not-done {name}{in_study}",
        date=_.date(day),
        what=_(_TICKED[name]),
        name=named,
    )


def tell(code: int, line: str) -> int:
    """Say what came of it where it belongs; the exit code."""
    (say_folded if code == OK else complain_folded)(line)
    return code


_MOST_NAMED = 5


def backup_line(study: Study, _: Translator) -> str:
    """How old the last copy is, and which interviews are not in it; empty where none was made."""
    if is_copy_alone(study):
        return _("Backup: this folder is one; what is written here does not come into the study it is of.")
    last = last_backup(study.folder)
    if last is None:
        return ""
    days = days_since(last, today())
    keys = {None: N_("Backup: {date}"), 0: N_("Backup: today"), 1: N_("Backup: yesterday")}
    key = keys.get(days, N_("Backup: {date}, {days} days ago")) if last.date else N_("Backup: made")
    line = _(key, date=_.date(last.date), days=days)
    if is_copy_gone(last):
        line = _("{line}; not there any more: {folder}", line=line, folder=place_kept(last.folder))
    lacking = [file.code for file in study.logs() if file.code not in last.interviews]
    return (
        _(
            "{line}; without {names}",
            line=line,
            names=", ".join(lacking[:_MOST_NAMED]) + (" …" if len(lacking) > _MOST_NAMED else ""),
        )
        if lacking
        else line
    )


def why_backup(study: Study) -> str:
    """Why a backup is the next thing, in a sentence to translate; empty where it is not."""
    if is_copy_alone(study):
        return ""
    last = last_backup(study.folder)
    if last is None:
        return N_("Next step: a backup, none has been made: intervjuguide backup DIR{in_study}")
    if is_copy_gone(last):
        return N_("Next step: a backup, the last one is not where it was made: intervjuguide backup DIR{in_study}")
    ends = [one for one in read_study_facts(study.folder).entries if isinstance(one, LimitMet) and one.limit == "end"]
    if ends and ends[-1].met and ends[-1].seq > last.seq:
        return N_("Next step: a backup, the last one has all that was: intervjuguide backup DIR{in_study}")
    return ""


def is_copy_alone(study: Study) -> bool:
    """Whether the study is opened in a backup that has all of its interviews; one that went on there is none any more."""
    files = read_manifest(study.folder)
    return files is not None and all(file.name in files for file in study.logs())


def is_copy_gone(last: BackedUp) -> bool:
    """Whether a copy is gone though its disk is here; a share of another machine is not asked, it may be slow to say."""
    place = place_kept(last.folder)
    return not place.drive.startswith("\\\\") and place.parent.is_dir() and not place.exists()


def backup_again(study: Study, _: Translator) -> str:
    """The command that copies to where the last copy was made; empty where none was."""
    last = last_backup(study.folder)
    if last is None:
        return ""
    target, folder = quote(str(place_kept(last.folder).parent)), quote(str(study.folder))
    return _(
        "Make a backup:\n  {program} backup {target} --study {folder}",
        target=target,
        folder=folder,
        program=program_name(),
    )
