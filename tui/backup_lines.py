"""How old the last backup is, in words."""

from pathlib import Path

from interviews.os_support import quote
from interviews.study.backup import days_since, last_backup
from interviews.study.folder import Study
from tui.console import program_name
from tui.limit_lines import today
from tui.words import Words

_MOST_NAMED = 5


def backup_line(study: Study, words: Words) -> str:
    """How old the last copy is, and which interviews are not in it; empty where none was made."""
    last = last_backup(study.folder)
    if last is None:
        return ""
    days = days_since(last, today())
    keys = {None: "backup_age_unknown", 0: "backup_age_today", 1: "backup_age_yesterday"}
    line = words(keys.get(days, "backup_age"), date=words.date(last.date), days=days)
    lacking = [file.code for file in study.logs() if file.code not in last.interviews]
    return (
        words(
            "backup_lacks",
            line=line,
            names=", ".join(lacking[:_MOST_NAMED]) + (" …" if len(lacking) > _MOST_NAMED else ""),
        )
        if lacking
        else line
    )


def backup_again(study: Study, words: Words) -> str:
    """The command that copies to where the last copy was made; empty where none was."""
    last = last_backup(study.folder)
    if last is None:
        return ""
    target, folder = quote(str(Path(last.folder).parent)), quote(str(study.folder))
    return words("backup_again", target=target, folder=folder, program=program_name())
