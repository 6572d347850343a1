"""``where``: where a study lies, against its material's colour.

Who can read it, and what was written out of it.
"""

from argparse import Namespace
from pathlib import Path

from interviews.data_management.backup import FORMAT
from interviews.data_management.outputs import Output, list_outputs
from interviews.data_management.whereabouts import Whereabouts, look_at, readable_by_others
from interviews.failures import LogFailure
from interviews.locked.names import is_locked_study
from interviews.os_support import quote
from interviews.study.folder import Study
from interviews.study.kept import find_kept_files
from interviews.transcripts.kept import list_transcripts
from tui.commands.common import need_study
from tui.commands.due import backup_line
from tui.commands.json_output import say_json
from tui.console import OK, print_out, say_folded
from tui.settings import Settings
from tui.translator import N_, Translator
from tui.where_kept import describe_kept

_COLOURS = {
    "green": N_("The material is green. See in your storage guide whether it may lie like this."),
    "yellow": N_(
        "The material is yellow: on your own machine there are often conditions, and not every cloud is allowed. See in your storage guide whether it may lie like this."
    ),
    "red": N_(
        "The material is red: some institutions do not allow it on a private machine, and few in a cloud or on a stick. See in your storage guide whether it may lie like this."
    ),
    "black": N_(
        "The material is black: no storage guide that we know of allows it on a private machine, in a cloud or on a stick. See in your storage guide where it must lie."
    ),
    "unclassed": N_(
        "The guide does not say which colour the material has (data: class). Look in your institution's storage guide which it is, and whether the material may lie like this."
    ),
}


_MOST_NAMED = 3

KINDS = {
    "html": N_("report"),
    "markdown": N_("report"),
    "word": N_("report"),
    "diff": N_("changes of the guide"),
    "guide": N_("interview guide for an appendix"),
    "paper": N_("interview guide on paper"),
    "method": N_("facts for the method text"),
    "reflexive": N_("reflexive notes"),
    "dataplan": N_("text for the data plan"),
    "marks": N_("marks in a recording"),
    "coded": N_("coded text"),
    "qdpx": N_("project for analysis programs"),
    "qdc": N_("codebook"),
    "tables": N_("tables"),
    "give": N_("copy for the participant"),
    FORMAT: N_("backup"),
}
"""The words for what was written outward, by its format."""


def run(arguments: Namespace, settings: Settings) -> int:
    """Say where the study lies; exit 0 whatever that is, since it is the person who must judge."""
    study = Study(arguments.study)
    reading = study.guide()
    _ = Translator(settings.language_for(reading.language))
    need_study(arguments.study, _)
    guide = reading.guide
    colour = guide.data.colour if guide is not None and guide.data is not None else None
    place, open_to_others = look_at(study.folder), readable_by_others(study.folder)
    if arguments.json:
        written = [_output_json(one) for one in list_outputs(study.folder)]
        found = {
            "class": colour,
            **_json(place),
            "readable_by_others": None if open_to_others is None else list(open_to_others),
            "written": written,
            "locked": is_locked_study(study.folder),
            "not_locked": _not_locked_json(study.folder),
            "kept": [str(path) for path in find_kept_files(study.folder)],
            "transcripts": [path.stem for path in list_transcripts(study.folder)],
        }
        say_json(found)
        return OK
    print_out(_("The study lies in {folder}", folder=place.folder))
    locked = is_locked_study(study.folder)
    for line in (*_lines(place, _, locked=locked), *_open_lines(open_to_others, study.folder, _)):
        say_folded(f"- {line}")
    say_folded(f"- {backup_line(study, _) or _('No backup was made with intervjuguide backup DIR{in_study}.')}")
    for path in find_kept_files(study.folder):
        say_folded(
            "- "
            + _("Numbers of the interviews, no words, are kept in {file}; it may be deleted at any time.", file=path)
        )
    transcripts = list_transcripts(study.folder)
    if transcripts:
        say_folded(f"- {describe_kept(len(transcripts), _)}")
    for line in _lock_lines(study.folder, _):
        say_folded(f"- {line}")
    for line in _output_lines(list_outputs(study.folder), _):
        print_out(line)
    print_out()
    say_folded(_(_COLOURS[colour or "unclassed"]))
    return OK


def _lock_lines(study: Path, _: Translator) -> list[str]:
    """That a study is locked, and what in it is not: somebody has put it there since."""
    if not is_locked_study(study):
        return []
    lines = [_("The study is locked: what was said can be read with the passphrase alone, whoever has the files.")]
    try:
        left = _not_locked(study)
    except LogFailure as failure:
        return [*lines, _("What lies open in it all the same could not be seen: {reason}", reason=_.failure(failure))]
    if left:
        lines.append(
            _("Not locked, though the study is: {names}. Lock it: intervjuguide lock{in_study}", names=", ".join(left))
        )
    return lines


def _not_locked(study: Path) -> list[str]:
    """What lies open in a locked study, as people name it.

    Raises:
        LogFailure: it could not be seen.
    """
    if not is_locked_study(study):
        return []
    from interviews.data_management.locking import open_files  # no open study pays for it

    return [
        path.relative_to(study).as_posix() if path.is_relative_to(study) else str(path) for path in open_files(study)
    ]


def _not_locked_json(study: Path) -> list[str] | None:
    try:
        return _not_locked(study)
    except LogFailure:
        return None


def _json(place: Whereabouts) -> dict[str, object]:
    return {
        "folder": str(place.folder),
        "synchronised": [{"service": one.name, "folder": str(one.folder), "by": one.by} for one in place.services],
        "file_system": place.disk.kind or None,
        "network": place.network if place.disk.kind else None,
        "removable": place.disk.removable,
        "encrypted": place.disk.encrypted,
        "versioned": None if place.versions is None else str(place.versions),
    }


def _output_json(output: Output) -> dict[str, object]:
    there = output.state != "gone"
    return {
        "path": str(_path_to_show(output)),
        "format": output.last.format,
        "date": output.last.date,
        "state": output.state,
        "interviews": list(output.interviews),
        "synchronised": [one.name for one in look_at(output.path).services] if there else [],
    }


def _path_to_show(output: Output) -> Path:
    """The file, or the folder of a copy, of which the list alone is noted."""
    return output.path.parent if output.last.format == FORMAT else output.path


def _output_lines(outputs: tuple[Output, ...], _: Translator) -> list[str]:
    """What was written out of the study and is still there, a line each, and the paths of the rest."""
    if not outputs:
        return []
    keys = {
        "as_made": N_("{path}: {format}"),
        "edited": N_("{path}: {format}, changed since"),
        "unread": N_("{path}: {format}, cannot be read now"),
    }
    lines = [_("Written out of the study:")]
    for output in outputs:
        if output.state == "gone":
            continue
        last = output.last
        key = keys[output.state]
        named = _(KINDS[last.format]) if last.format in KINDS else last.format
        dated = f"{named}, {_.date(last.date)}" if last.date else named  # none in a study that stays anonymous
        line = _(key, path=_path_to_show(output), format=dated)
        for service in look_at(output.path).services:
            line = _("{line}; synchronised by {service}", line=line, service=service.name)
        lines.append(f"  {line}")
    gone = [str(_path_to_show(output)) for output in outputs if output.state == "gone"]
    return [
        *lines,
        *(
            [f"  {_('No longer there, or on a disk that is not plugged in: {paths}', paths=', '.join(gone))}"]
            if gone
            else []
        ),
    ]


def _lines(place: Whereabouts, _: Translator, *, locked: bool) -> list[str]:
    """What is known of a place, a line each; what cannot be known is said to be so."""
    lines = [
        _(
            "Seems to be synchronised by {service} ({folder}): then there are copies on other machines.",
            service=one.name,
            folder=one.folder,
        )
        for one in place.services
    ]
    if not lines:
        lines.append(_("No synchronising that the program knows of was found; there may be others."))
    if place.versions is not None:
        lines.append(
            _(
                "The folder {folder} is under version control: what is deleted stays in its history.",
                folder=place.versions,
            )
        )
    if place.network:
        lines.append(_("Lies on a network drive ({kind}): another machine has the files.", kind=place.disk.kind))
    if place.disk.removable:
        lines.append(_("Lies on a stick, or on a disk that can be taken out, and lost."))
    encrypted = {
        True: N_("The disk is encrypted, as long as the machine is switched off."),
        False: no_encryption(locked=locked),
        None: N_("Whether the disk is encrypted cannot be seen from here."),
    }
    return [*lines, _(encrypted[place.disk.encrypted])]


def no_encryption(*, locked: bool) -> str:
    """What is said of a disk that nothing encrypts."""
    if locked:
        return N_("The system shows no encryption of the disk: whoever gets hold of it can read what is not locked.")
    return N_("The system shows no encryption of the disk: whoever gets hold of it can read everything.")


def _open_lines(found: tuple[str, ...] | None, folder: Path, _: Translator) -> list[str]:
    if found is None:
        return [_("Who else on the machine can read it cannot be seen from here.")]
    if not found:
        return [_("The files can be read by you alone, and by whoever administers the machine.")]
    shown = [_("the folder itself") if name == "." else name for name in found[:_MOST_NAMED]]
    named = ", ".join(shown) + (" …" if len(found) > _MOST_NAMED else "")
    return [
        _(
            "Others on the machine can read {names}. Close it: chmod -R go-rwx {folder}",
            names=named,
            folder=quote(str(folder)),
        )
    ]
