"""``where``: where a study lies, against its material's colour.

Who can read it, and what was written out of it.
"""

from argparse import Namespace
from pathlib import Path, PurePath

from guide.frozen import Value
from interviews.os_support import Disk, quote, system
from interviews.study.backup import FORMAT
from interviews.study.folder import Study
from interviews.study.kept import kept_files
from interviews.study.outputs import Output, list_outputs
from interviews.study.whereabouts import (
    Service,
    is_network,
    list_names,
    readable_by_others,
    services,
    versioned,
)
from interviews.transcripts.kept import kept
from tui.backup_lines import backup_line
from tui.commands.common import need_study, say_json
from tui.console import OK, print_out, say_folded
from tui.settings import Settings
from tui.translator import Translator
from tui.where_kept import said_kept

_MOST_NAMED = 3

KINDS = {
    "html": "output_report",
    "markdown": "output_report",
    "guide": "output_guide",
    "paper": "output_paper",
    "method": "output_method",
    "reflexive": "output_reflexive",
    "dataplan": "output_dataplan",
    "give": "output_give",
    FORMAT: "output_backup",
}
"""The words for what was written outward, by its format."""


class Place(Value):
    """A folder on this machine, and what is known of where it lies."""

    folder: Path
    services: tuple[Service, ...]
    disk: Disk
    versions: PurePath | None

    @property
    def network(self) -> bool:
        """Whether it lies on another machine."""
        return is_network(self.disk.kind)


def look_at(folder: Path) -> Place:
    """What this machine tells of a folder, links followed."""
    place = folder.resolve()
    try:
        home = Path.home().resolve()
    except RuntimeError:
        home = Path("/")
    return Place(place, services(place, home, list_names), system().disk_of(place), versioned(place, list_names))


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
            "kept": [str(path) for path in kept_files(study.folder)],
            "transcripts": [path.stem for path in kept(study.folder)],
        }
        say_json(found)
        return OK
    print_out(_("where_lies", folder=place.folder))
    for line in (*_lines(place, _), *_open_lines(open_to_others, study.folder, _)):
        say_folded(f"- {line}")
    say_folded(f"- {backup_line(study, _) or _('backup_none')}")
    for path in kept_files(study.folder):
        say_folded(
            "- "
            + _("Numbers of the interviews, no words, are kept in {file}; it may be deleted at any time.", file=path)
        )
    transcripts = kept(study.folder)
    if transcripts:
        say_folded(f"- {said_kept(len(transcripts), _)}")
    for line in _output_lines(list_outputs(study.folder), _):
        print_out(line)
    print_out()
    say_folded(_(f"where_{colour or 'unclassed'}"))
    return OK


def _json(place: Place) -> dict[str, object]:
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
        "path": str(_shown(output)),
        "format": output.last.format,
        "date": output.last.date,
        "state": output.state,
        "interviews": list(output.interviews),
        "synchronised": [one.name for one in look_at(output.path).services] if there else [],
    }


def _shown(output: Output) -> Path:
    """The file, or the folder of a copy, of which the list alone is noted."""
    return output.path.parent if output.last.format == FORMAT else output.path


def _output_lines(outputs: tuple[Output, ...], _: Translator) -> list[str]:
    """What was written out of the study and is still there, a line each, and the paths of the rest."""
    if not outputs:
        return []
    keys = {"as_made": "where_output", "edited": "where_output_edited", "unread": "where_output_unread"}
    lines = [_("where_written")]
    for output in outputs:
        if output.state == "gone":
            continue
        last = output.last
        key = keys[output.state]
        named = _(KINDS[last.format]) if last.format in KINDS else last.format
        line = _(key, path=_shown(output), format=named, date=_.date(last.date))
        for service in look_at(output.path).services:
            line = _("where_output_synchronised", line=line, service=service.name)
        lines.append(f"  {line}")
    gone = [str(_shown(output)) for output in outputs if output.state == "gone"]
    return [*lines, *([f"  {_('where_outputs_gone', paths=', '.join(gone))}"] if gone else [])]


def _lines(place: Place, _: Translator) -> list[str]:
    """What is known of a place, a line each; what cannot be known is said to be so."""
    lines = [_("where_synchronised", service=one.name, folder=one.folder) for one in place.services]
    if not lines:
        lines.append(_("where_not_synchronised"))
    if place.versions is not None:
        lines.append(_("where_versioned", folder=place.versions))
    if place.network:
        lines.append(_("where_network", kind=place.disk.kind))
    if place.disk.removable:
        lines.append(_("where_removable"))
    encrypted = {True: "where_encrypted", False: "where_unencrypted", None: "where_encryption_unknown"}
    return [*lines, _(encrypted[place.disk.encrypted])]


def _open_lines(found: tuple[str, ...] | None, folder: Path, _: Translator) -> list[str]:
    if found is None:
        return [_("where_others_unknown")]
    if not found:
        return [_("where_owner_alone")]
    shown = [_("where_folder_itself") if name == "." else name for name in found[:_MOST_NAMED]]
    named = ", ".join(shown) + (" …" if len(found) > _MOST_NAMED else "")
    return [_("where_others", names=named, folder=quote(str(folder)))]
