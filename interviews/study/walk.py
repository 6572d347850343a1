"""Every file in a study, each once.

The study's own folders are entered where they are links, too.

Notes often lie on an encrypted volume, behind a link, and the program reads them there; so whatever looks for
somebody's words, or copies them, goes the same way. No other link to a folder is followed: what lies behind it is not
of this study.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from interviews.observing.state import FOLDER as OBSERVATIONS
from interviews.study.revision_numbers import FOLDER as REVISIONS
from interviews.study.unfinished import FOLDER as UNFINISHED

OWN_FOLDERS = ("interviews", OBSERVATIONS, REVISIONS, "practice", "transcripts")
"""Folders in a study that the program knows."""

NOT_WALKED = frozenset({".git", ".hg", ".svn", UNFINISHED})
"""Folders that are passed by: version histories, which nobody takes words out of here, and jobs that are under way."""


def walk(
    folder: Path, *, other_studies: bool = True, unread: Callable[[Path, OSError], object] = lambda *_: None
) -> Iterator[Path]:
    """Every path under a study that is no folder, hidden ones and links too; the program's own folders come first.

    ``other_studies`` says whether studies that lie in it are looked into; ``unread`` is told of a folder that cannot be
    read, and may raise.
    """
    yield from _walk(folder, folder, {os.path.realpath(folder)}, unread, other_studies=other_studies)


def _walk(
    here: Path, study: Path, seen: set[str], unread: Callable[[Path, OSError], object], *, other_studies: bool
) -> Iterator[Path]:
    try:
        paths = sorted(here.iterdir(), key=lambda path: (here != study or path.name not in OWN_FOLDERS, path.name))
    except OSError as error:
        unread(here, error)
        return
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        own = here == study and path.name in OWN_FOLDERS
        if path.is_symlink() and not own:
            yield path
            continue
        place = os.path.realpath(path)
        if place in seen or path.name in NOT_WALKED or (not other_studies and (path / "guide.yaml").exists()):
            continue
        seen.add(place)
        yield from _walk(path, study, seen, unread, other_studies=other_studies)
