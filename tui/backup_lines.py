"""How old the last backup is, in words."""

from pathlib import Path

from interviews.os_support import quote
from interviews.study.backup import days_since, last_backup
from interviews.study.folder import Study
from tui.console import program_name
from tui.limit_lines import today
from tui.translator import N_, Translator

_MOST_NAMED = 5


def backup_line(study: Study, _: Translator) -> str:
    """How old the last copy is, and which interviews are not in it; empty where none was made."""
    last = last_backup(study.folder)
    if last is None:
        return ""
    days = days_since(last, today())
    keys = {None: N_("Backup: {date}"), 0: N_("Backup: today"), 1: N_("Backup: yesterday")}
    line = _(keys.get(days, N_("Backup: {date}, {days} days ago")), date=_.date(last.date), days=days)
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


def backup_again(study: Study, _: Translator) -> str:
    """The command that copies to where the last copy was made; empty where none was."""
    last = last_backup(study.folder)
    if last is None:
        return ""
    target, folder = quote(str(Path(last.folder).parent)), quote(str(study.folder))
    return _(
        "Make a backup:\n  {program} backup {target} --study {folder}",
        target=target,
        folder=folder,
        program=program_name(),
    )
