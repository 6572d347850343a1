"""Writing the ids out where questions have moved: what is offered, and what is said of it."""

from pathlib import Path

from guide.reading import read_guide_file
from interviews.naming import NotNamedError, naming_in, write_names
from interviews.placement import Placements
from interviews.study import Study
from interviews.wordings import MOVED
from tui.commands.common import complain_of
from tui.exits import DATA, OK
from tui.saying import complain, say
from tui.words import Words


def write_ids(path: Path, words: Words) -> int:
    """Write every id into a guide's file, those by which the interviews beside it know its questions."""
    study = Study(path.parent)
    reading = read_guide_file(path, path.name)
    if reading.guide is None:
        complain_of(reading.errors, words)
        return DATA
    held = [one.interview for one in study.told() if one.interview is not None]
    naming = naming_in(study.folder, reading, held, Placements.of_study(study.folder, reading))
    if not naming.names:
        say(words("ids_there"))
        return OK
    try:
        whole = write_names(path, reading, naming)
    except NotNamedError as failure:
        complain(words(failure.code, **failure.facts))
        return DATA
    changed = ", ".join(f"{own} → {new}" for own, new in naming.names.items() if own != new)
    say(words("ids_written_changed" if changed else "ids_written", file=path.name, changed=changed))
    if not whole:
        say(words("revise_layout"))
    return OK


def moved_lines(study: Study, words: Words) -> list[str]:
    """What is to be said of questions that moved by hand, a line for each guide that interviews had before."""
    return [words("questions_moved_short", **one.facts) for one in study.changed_wordings() if one.code == MOVED]
