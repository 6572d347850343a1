"""The study's folder: where it lies, what it allows.

Whether it can be written, synced and locked, and what lies in it.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from guide.files import Cause, cause_of
from guide.frozen import Value
from interviews.core.clock import Clock
from interviews.data_management.whereabouts import look_at, readable_by_others
from interviews.locked.names import is_locked_study
from interviews.log.copies import in_cloud
from interviews.log.shelter import find_rescued_logs
from interviews.os_support import system
from interviews.study.folder import Study
from tui.doctor import Finding
from tui.translator import N_, Translator

LEAST_FREE = 100_000_000
"""Bytes; an interview takes a thousandth of it, a recording beside it all of it."""

_YEAR = 2026
"""The clock of a computer whose battery is flat begins long before the program was made."""


class Tried(Value):
    """What came of a file that was made in a folder and taken away again: why something could not be done, if so."""

    written: Cause | None = None
    synced: Cause | None = None
    locked: Cause | None = None


def try_folder(folder: Path) -> Tried:
    """Make a file in a folder, sync it, lock it, take it away; its name is one that a later start takes away, too."""
    path = folder / f".doctor.{os.urandom(4).hex()}.intervjuguide"
    try:
        fd = system().open_to_rename(path)
    except OSError as error:
        return Tried(written=cause_of(error))
    synced = locked = None
    try:
        try:
            os.write(fd, b"doctor")
            system().sync(fd)
            system().sync_name(folder)
        except OSError as error:
            synced = cause_of(error)
        try:
            system().lock(fd)
        except OSError as error:
            locked = cause_of(error)
    finally:
        os.close(fd)
        with suppress(OSError):
            system().remove(path)
    return Tried(synced=synced, locked=locked)


def study_findings(study: Study, clock: Clock, _: Translator, *, named: bool = False) -> Iterator[Finding]:
    """What there is to say of the folder, and of the clock beside the files in it; ``named``: by ``--study``."""
    if not study.exists and named:
        yield Finding(
            "study",
            "wrong",
            _("There is no study in the folder that --study names.")
            if study.folder.is_dir()
            else _("There is no such folder as --study names."),
            _("See how the path is spelt, and whether the memory stick or the network drive is there."),
        )
        yield _clock(study, clock, _)
        return
    if not study.exists:
        yield Finding(
            "study",
            "look",
            _("There is no study in this folder, so none was looked at."),
            _("Go to the study's folder, or say --study DIR."),
        )
        yield _clock(study, clock, _)
        return
    yield _guide(study, _)
    yield from _place(study, _)
    yield _space(study, _)
    yield from _writing(study, _)
    yield _others(study, _)
    yield from _logs(study, _)
    yield _clock(study, clock, _)


def _guide(study: Study, _: Translator) -> Finding:
    errors = sum(1 for problem in study.guide().problems if problem.severity == "error")
    if errors:
        return Finding(
            "guide",
            "wrong",
            _.ngettext("guide.yaml has {count} error.", "guide.yaml has {count} errors.", errors),
            _("See where, and what is meant: intervjuguide check{in_study}"),
        )
    return Finding("guide", "ok", _("guide.yaml is in order."))


def _place(study: Study, _: Translator) -> Iterator[Finding]:
    place = look_at(study.folder)
    for service in place.services:
        yield Finding(
            "place",
            "look",
            _("The folder seems to be synchronised by {service}.", service=service.name),
            _(
                "Set the folder to “always keep on this device”, let it synchronise before and after an interview, never during one, and ask your storage guide whether the material may lie there."
            ),
        )
    if place.network:
        yield Finding(
            "place",
            "look",
            _("The folder lies on a network drive ({kind}).", kind=place.disk.kind),
            _(
                "For the interview take a copy on this machine, where no network can fail: intervjuguide backup DIR{in_study}"
            ),
        )
    if place.disk.removable:
        yield Finding(
            "place",
            "look",
            _("The folder lies on a stick, or on a disk that can be taken out."),
            _("Make a backup after each interview: intervjuguide backup DIR{in_study}"),
        )
    if place.versions is not None:
        yield Finding(
            "place",
            "look",
            _("The folder is under version control: what is deleted stays in its history."),
            _("Move the study out of it, before somebody withdraws."),
        )
    if not (place.services or place.network or place.disk.removable or place.versions):
        yield Finding("place", "ok", _("The folder lies on this machine, as far as can be seen."))


def _space(study: Study, _: Translator) -> Finding:
    try:
        free = shutil.disk_usage(study.folder).free
    except OSError as error:
        return Finding("space", "look", _("How much room there is cannot be seen ({reason}).", reason=cause_of(error)))
    megabytes = free // 1_000_000
    if free < LEAST_FREE:
        return Finding(
            "space",
            "wrong",
            _("There are {count} MB left on the disk.", count=megabytes),
            _("Make room before the interview: empty the wastebasket, move recordings elsewhere."),
        )
    return Finding("space", "ok", _("There are {count} MB left on the disk.", count=megabytes))


def _writing(study: Study, _: Translator) -> Iterator[Finding]:
    interviews = study.folder / "interviews"
    tried = try_folder(interviews if interviews.exists() else study.folder)
    if tried.written is not None:
        yield Finding(
            "writing",
            "wrong",
            _("Nothing can be written in the study ({reason}).", reason=tried.written),
            _("Move the study to a folder of your own, or ask whoever looks after the machine for the right to write."),
        )
        return
    yield Finding("writing", "ok", _("Files can be written, and taken away again."))
    if tried.synced is not None:
        yield Finding(
            "sync",
            "wrong",
            _(
                "The disk does not confirm what is written ({reason}): after a power cut notes may be gone.",
                reason=tried.synced,
            ),
            _("Move the study to a disk of this machine, and make a backup of what is there."),
        )
    else:
        yield Finding("sync", "ok", _("What is written is confirmed by the disk."))
    if tried.locked is not None:
        yield Finding(
            "locks",
            "wrong",
            _(
                "The drive has no locks ({reason}): nothing keeps a second machine out of an interview.",
                reason=tried.locked,
            ),
            _("Move the study to a disk of this machine, or open an interview on one machine only."),
        )
    else:
        yield Finding("locks", "ok", _("An interview that is open here is closed to others."))


def _others(study: Study, _: Translator) -> Finding:
    found = readable_by_others(study.folder)
    if found is None:
        return Finding("rights", "ok", _("Who else on the machine can read the study cannot be seen from here."))
    if found:
        return Finding(
            "rights",
            "wrong",
            _.ngettext(
                "Others on the machine can read the study ({count} place).",
                "Others on the machine can read the study ({count} places).",
                len(found),
            ),
            _("Close it, from the study's folder: chmod -R go-rwx ."),
        )
    return Finding("rights", "ok", _("Nobody else on the machine can read the study."))


def _has_key(study: Path) -> bool:
    """Whether a locked study has a file that a passphrase may open."""
    from interviews.locked.keyring import study_document

    try:
        return study_document(study).get("form") == 1
    except (OSError, ValueError):
        return False


def _logs(study: Study, _: Translator) -> Iterator[Finding]:
    """What is in the way of reading interviews; of a locked study, whether it can be opened at all."""
    away = len(in_cloud(study.folder))
    if away:
        yield Finding(
            "logs",
            "wrong",
            _.ngettext(
                "{count} interview lies in the cloud alone, and is not here.",
                "{count} interviews lie in the cloud alone, and are not here.",
                away,
            ),
            _("Fetch them: choose “always keep on this device” for the folder."),
        )
    strays = study.strays()
    unreached = next((one for one in strays if one.code.startswith("folder_")), None)
    if unreached is not None:
        yield Finding(
            "logs",
            "wrong",
            _(
                N_("The folder interviews is a link to what is not here now.")
                if unreached.code == "folder_unreached"
                else N_("The folder interviews is not here, though interviews were held.")
                if unreached.code == "folder_gone"
                else N_("The folder interviews cannot be read.")
            ),
            _("Connect the disk it lies on or put it back, or open a backup as a study."),
        )
        return
    if is_locked_study(study.folder):
        from importlib.util import find_spec

        if find_spec("cryptography") is None:
            yield Finding(
                "logs",
                "wrong",
                _("The study has a passphrase, and what opens it is not installed."),
                _("Install it: pip install 'intervjuguide[locked]'"),
            )
        elif not _has_key(study.folder):
            yield Finding(
                "logs",
                "wrong",
                _("The study has a passphrase, and what opens it, keys/study.json, is gone or damaged."),
                _("Fetch the folder keys from a backup of the study; no passphrase opens it otherwise."),
            )
        else:
            yield Finding("logs", "ok", _("The study has a passphrase; its interviews were not looked at."))
        return
    copies, rescued = len(strays), len(find_rescued_logs(study.folder / "interviews"))
    if copies:
        yield Finding(
            "logs",
            "wrong",
            _.ngettext(
                "{count} file looks like a copy of an interview, and is not read.",
                "{count} files look like copies of an interview, and are not read.",
                copies,
            ),
            _("See what each has that the interview lacks: intervjuguide review{in_study}"),
        )
    if rescued:
        yield Finding(
            "logs",
            "look",
            _.ngettext(
                "{count} interview went on in another file, because its own had gone away; both are read.",
                "{count} interviews went on in other files, because their own had gone away; all are read.",
                rescued,
            ),
            _("Make a backup, which has both: intervjuguide backup DIR{in_study}"),
        )
    back = len(study.came_back_among(study.logs()))
    if back:
        yield Finding(
            "logs",
            "wrong",
            _.ngettext(
                "{count} interview was not here when somebody left the study, and may be theirs.",
                "{count} interviews were not here when somebody left the study, and may be theirs.",
                back,
            ),
            _("See which, and what to do: intervjuguide review{in_study}"),
        )
    told = (problem for one in study.load_interviews() for problem in one.problems)
    damaged = len({one.file for one in told if one.severity == "error" and one.code != "log_in_cloud"})
    if damaged:
        yield Finding(
            "logs",
            "wrong",
            _.ngettext(
                "Something in {count} interview cannot be read.",
                "Something in {count} interviews cannot be read.",
                damaged,
            ),
            _("See what, and where: intervjuguide review{in_study}. A backup may have it whole."),
        )
    if not (copies or rescued or away or back or damaged):
        yield Finding("logs", "ok", _("No copies and nothing that went on elsewhere."))


def _clock(study: Study, clock: Clock, _: Translator) -> Finding:
    now = clock.wall()
    newest = max(
        (_changed(path) for path in (study.folder / "guide.yaml", *(log.path for log in study.logs()))), default=0.0
    )
    if now.year < _YEAR or newest > (now + timedelta(days=1)).timestamp():
        return Finding(
            "clock",
            "wrong",
            _(
                "The computer's clock says {now}, which is earlier than it can be.",
                now=_.date(now.isoformat(timespec="minutes")),
            ),
            _("Set the clock; notes would get this date, and time limits count from it."),
        )
    return Finding(
        "clock",
        "ok",
        _("The clock says {now}; look whether it does right.", now=_.date(now.isoformat(timespec="minutes"))),
    )


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
