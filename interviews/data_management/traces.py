"""Where else in a study the same words stand.

They were corrected, left out, or said by somebody who leaves.

Nobody can say that all are found: words are looked for that follow one another. So each place is named, for somebody
to look at, and nothing is changed. What cannot be looked into is named too.
"""

import json
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Literal

from guide.frozen import Value
from interviews.core.events import Event, Started
from interviews.core.merged_acts import unwrap
from interviews.data_management.outputs import list_outputs, place_kept
from interviews.data_management.unfinished import FOLDER as UNFINISHED
from interviews.locked.plain import read_plain
from interviews.log.log_files import code_pattern
from interviews.log.shelter import find_rescued_files
from interviews.observing.state import FOLDER as OBSERVATIONS
from interviews.revisions import FOLDER as REVISIONS
from interviews.study.entries import BackedUp, NoPerson
from interviews.study.facts import read_study_facts

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


_MOST_FILES = 20_000
_MOST_BYTES = 64 * 1024 * 1024
_CLOSED = (b"%PDF-", b"PK\x03\x04", b"{\\rtf")
"""How files begin that hold words in a form that is not looked into: PDF, Word and everything else that is packed."""

TraceKind = Literal["words", "code", "name", "closed", "more"]
"""The participant's words as they were noted; the code; the code in a name; not to be looked into; too many files."""

_NO_WORDS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What desktops leave in folders."""

Run = tuple[str, ...]


class Trace(Value):
    """A line of a file, counted from 1, and what of a participant is there; 0 is the file as a whole."""

    file: str
    line: int
    kind: TraceKind


class Rule(Value):
    """How much of a text is looked for: so many words in a row; a shorter one whole, from so many words, letters."""

    run: int
    words: int
    letters: int

    def runs(self, text: str) -> Iterator[Run]:
        """What of a text is looked for."""
        words = _words(text)
        if len(words) > self.run:
            yield from (tuple(words[at : at + self.run]) for at in range(len(words) - self.run + 1))
        elif len(words) >= self.words and sum(map(len, words)) >= self.letters:
            yield tuple(words)


_NOTED = Rule(4, 1, 6)
"""For words that were corrected or left out."""

_EVERYTHING = Rule(6, 3, 20)
"""For all that somebody said: what is shorter anybody says."""


def words_in(events: Iterable[Event]) -> tuple[str, ...]:
    """Everything that an interview's events have in words: notes, reasons, remarks, drafts, those taken over too."""
    texts: list[str] = []
    for event in events:
        plain = unwrap(event) or event
        texts += [text for name in ("text", "reason") if isinstance(text := getattr(plain, name, None), str) and text]
    return tuple(dict.fromkeys(texts))


def find_traces_of(
    study: Path, participant: str, texts: Iterable[str], own: Collection[Path], instead: Mapping[Path, bytes]
) -> tuple[Trace, ...]:
    """Every line of the study's other files that names a participant or has words of the ``texts``, guides' copies too.

    ``own`` are files that will be gone, ``instead`` is what others will hold by then, those too that are to be made.
    A file is named also where the code stands in its name or a folder's, and where it cannot be looked into.
    """
    texts = tuple(texts)
    look = _Look([participant], frozenset(chain.from_iterable(map(_EVERYTHING.runs, texts))))
    look.said = frozenset(f" {' '.join(_words(text))} " for text in texts)
    left = {path.resolve() for path in own}
    found: list[Trace] = []
    there, more = _files(study)
    for path in dict.fromkeys((*there, *instead)):
        if path in instead or path.resolve() not in left:
            found += look.at(path.relative_to(study).as_posix(), instead[path] if path in instead else _read(path))
    return (*found, Trace(file="", line=0, kind="more")) if more else tuple(found)


def find_traces(study: Path, log: Path, texts: Sequence[str]) -> tuple[str, ...]:
    """The places where some of these words stand, in the study, its backups and what was made of it, with the line.

    Those in the log itself are among them, but not where a guide's copy has what was asked in it; and the last backup
    where it is not there now, and a folder with too many files, for nobody can look into these.
    """
    runs = frozenset(chain.from_iterable(map(_NOTED.runs, texts)))
    if not runs:
        return ()
    look = _Look((), runs)
    look.asked = look.in_guide_of(log)
    outputs = [one.path for one in list_outputs(study) if one.state in ("as_made", "edited")]
    made = [one for one in read_study_facts(study).entries if isinstance(one, BackedUp) and log.stem in one.interviews]
    backups = list(dict.fromkeys(place_kept(one.folder) for one in made))
    places, unseen = [*find_rescued_files(log), *outputs], [str(one) for one in backups[-1:] if not one.is_dir()]
    for folder in (study, *backups):
        there, more = _files(folder)
        places += there
        unseen += [str(folder)] if more else []
    found: list[str] = []
    for path in dict.fromkeys(places):
        name = path.relative_to(study).as_posix() if path.is_relative_to(study) else str(path)
        found += [f"{one.file}:{one.line}" for one in look.at(name, _read(path)) if one.kind == "words"]
    return (*dict.fromkeys(found), *unseen)


def _files(folder: Path) -> tuple[list[Path], bool]:
    """The files that are looked into, and whether there are more than that."""
    found = list(islice((path for path in walk(folder) if path.is_file() or path.is_symlink()), _MOST_FILES + 1))
    return found[:_MOST_FILES], len(found) > _MOST_FILES


def _read(path: Path) -> bytes | None:
    try:
        data = read_plain(path, _MOST_BYTES + 1)
    except (IsADirectoryError, FileNotFoundError):
        return b""  # a link, of which only the name is looked at
    except (OSError, ValueError):
        return None
    return data if len(data) <= _MOST_BYTES else None


class _Look:
    """Looks for codes and for words in a row; ``asked`` are those that a guide's copy may have.

    ``said`` are texts of which even one word is found, where it is remembered as a term that is no person.
    """

    def __init__(self, codes: Collection[str], runs: frozenset[Run]) -> None:
        self._code, self._runs = code_pattern(codes), runs
        self._lengths = {len(run) for run in runs}
        self.asked: frozenset[Run] = frozenset()
        self.said: frozenset[str] = frozenset()

    def in_guide_of(self, log: Path) -> frozenset[Run]:
        """Those of the words that a log's copy of the guide has: they were there before they were said."""
        record = _record((_read(log) or b"").partition(b"\n")[0].decode("utf-8", "replace"))
        words = [[(word, 1) for word in _words(text)] for text in _texts(record)]
        return frozenset(run for one in words for run, _ in self._runs_in(one))

    def at(self, name: str, data: bytes | None) -> Iterator[Trace]:
        """All that is in a file of this name, in the order of its lines."""
        if self._code.search(name):
            yield Trace(file=name, line=0, kind="name")
        text = None if data is None else _decode(data)
        if text is None:
            if name.rpartition("/")[2] not in _NO_WORDS:
                yield Trace(file=name, line=0, kind="closed")
            return
        places: dict[int, TraceKind] = {}
        for passage, kind in _passages(text):
            for line, number in passage:
                if self._code.search(line):
                    places.setdefault(number, "code")
                if kind == NoPerson.type and self._is_said(line):
                    places[number] = "words"
            words = [(word, number) for line, number in passage for word in _words(line)]
            for run, number in self._runs_in(words):
                if not (kind == Started.type and run in self.asked):
                    places[number] = "words"
        for number in sorted(places):
            yield Trace(file=name, line=number, kind=places[number])

    def _is_said(self, term: str) -> bool:
        words = " ".join(_words(term))
        return words != "" and any(f" {words} " in one for one in self.said)

    def _runs_in(self, words: Sequence[tuple[str, int]]) -> Iterator[tuple[Run, int]]:
        plain = [word for word, _ in words]
        for long in self._lengths:
            for at in range(len(plain) - long + 1):
                run = tuple(plain[at : at + long])
                if run in self._runs:
                    yield run, words[at][1]


def _decode(data: bytes) -> str | None:
    """A text in UTF-8 or UTF-16; None for what is none."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    return None if b"\0" in data[:4096] or data.startswith(_CLOSED) else data.decode("utf-8", "replace")


def _passages(text: str) -> Iterator[tuple[list[tuple[str, int]], object]]:
    """Lines that are read as one, each with its number: of a record every text in it apart, with the record's type."""
    plain: list[tuple[str, int]] = []
    for number, line in enumerate(text.split("\n"), 1):
        record = _record(line)
        if record is None:
            plain.append((line, number))
        else:
            kind = record.get("type") if isinstance(record, dict) else None
            yield from (([(one, number)], kind) for one in _texts(record))
    yield plain, None


def _record(line: str) -> object:
    try:
        return json.loads(line) if line.startswith("{") else None
    except (ValueError, RecursionError):
        return None


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
