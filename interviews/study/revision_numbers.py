"""Revision numbers: which guide an interview was held with.

The number of the revision that equals the interview's own copy.

In a study where no revision was recorded, the guides that interviews were held with are counted as they came: the
first one is 1, and a guide that was edited by hand since is 2, as recording them would have it.
"""

import re
from collections.abc import Iterator, Mapping

from guide.files import open_file
from guide.frozen import NOTHING
from guide.model import Guide
from interviews.core.clock import moment_of
from interviews.core.state import Interview
from interviews.locked.plain import plain
from interviews.log.reader import read_log
from interviews.log.rescued import read_whole
from interviews.revisions import read_history
from interviews.study.folder import GuideCache, LogFile, Study

_A_DATE = re.compile("[0-9]{4}(-[0-9]{2}){0,2}")
_WALL = re.compile(rb'"wall": ?"([0-9T:+.Z-]*)"')
_MODE = re.compile(rb'"mode": ?"([a-z]*)"')
_MOST_BYTES = 16 * 1024 * 1024
"""Of a log's first line; a guide is far smaller."""


class RevisionNumbers:
    """Finds numbers; guides that interviews share are compared once.

    ``starts`` have of logs, by their names, when they were begun and with which guide, where that is known already.
    """

    def __init__(self, study: Study, starts: Mapping[str, tuple[tuple[object, ...], Guide | None]] = NOTHING) -> None:
        self._study, self._starts = study, starts
        self._numbered: list[tuple[int, str, Guide]] | None = None
        self._found: dict[int, tuple[Guide, list[tuple[int, str]]]] = {}

    def of(self, interview: Interview) -> int | None:
        """The number of an interview's revision; None where its guide is in none that was recorded."""
        return self.number(interview.copy, interview.started.wall)

    def number(self, guide: Guide, wall: str) -> int | None:
        """The number of a guide in use at a time; of several equal ones the last that was made by then."""
        if id(guide) not in self._found:
            same = [(number, made) for number, made, one in self._revisions() if one.as_held == guide.as_held]
            self._found[id(guide)] = guide, same
        same = self._found[id(guide)][1]
        made_by_then = [number for number, made in same if not _is_later(made, wall)]
        return made_by_then[-1] if made_by_then else same[0][0] if same else None

    def _revisions(self) -> list[tuple[int, str, Guide]]:
        """Number, date and guide of each revision, those that were only held counted where none was recorded."""
        if self._numbered is None:
            self._numbered = self._from_revisions() or [
                (number, "", one) for number, one in enumerate(self._from_interviews(), 1)
            ]
        return self._numbered

    def _from_revisions(self) -> list[tuple[int, str, Guide]]:
        revisions = read_history(self._study.folder).revisions
        return [(one.number, one.date, one.guide) for one in revisions if one.guide is not None]

    def _from_interviews(self) -> list[Guide]:
        """The different guides that interviews and pilots were held with, in the order in which they were begun."""
        guides: list[Guide] = []
        for _, guide in sorted(self._by_start(), key=lambda one: one[0]):
            if guide.as_held not in guides:
                guides.append(guide.as_held)
        return guides

    def _by_start(self) -> Iterator[tuple[tuple[object, ...], Guide]]:
        """When each log was begun, as something to sort by, and its guide; what a line ends with is read once.

        A thousand first lines are mostly one and the same guide, which stands behind when and with whom.
        """
        shelf, known = GuideCache(), dict[bytes, Guide | None]()
        for file in self._study.logs():
            if file.name in self._starts:
                when, guide = self._starts[file.name]
                if guide is not None:
                    yield when, guide
                continue
            line = _first_line(file)
            head, _, tail = line.partition(b'"guide":')
            wall, mode = _WALL.search(head), _MODE.search(head)
            if wall is None or mode is None or tail not in known:
                started = read_log(line, file.name).started or read_whole(file.path, file.name).started
                if started is None:
                    continue
                guide, _ = shelf.guide(started)
                known[tail] = guide
                when = moment_of(started.wall), started.mode != "pilot"
            else:
                guide, when = known[tail], (moment_of(wall[1].decode()), mode[1] != b"pilot")
            if guide is not None:
                yield when, guide


def _first_line(file: LogFile) -> bytes:
    """A log's first record as it stands there; nothing where it cannot be read."""
    try:
        with open_file(file.path) as stream:
            return plain(stream.readline(_MOST_BYTES))
    except OSError:
        return b""


def _is_later(made: str, wall: str) -> bool:
    """Whether a revision's date lies after an interview's day, or month; not where either is unknown."""
    day = wall[:10]
    if not (_A_DATE.fullmatch(made) and _A_DATE.fullmatch(day)):
        return False
    known = min(len(made), len(day))
    return made[:known] > day[:known]
