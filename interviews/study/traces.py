"""Traces: where else in a study words stand that were corrected, left out, or said by somebody who leaves.

Nobody can say that all are found: words are looked for that follow one another. So each place is named, for somebody
to look at, and nothing is changed.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Literal

from guide.files import read_file
from guide.frozen import Value
from interviews.core.events import Event
from interviews.core.merged_acts import unwrap
from interviews.log.shelter import find_rescued_files
from interviews.study.entries import BackedUp
from interviews.study.facts import read_study_facts
from interviews.study.outputs import list_outputs

_RUN = 4
"""Words in a row that two texts have in common, to be told of."""

_LEAST = 6
"""Letters of a text so short that it is looked for as a whole."""

_LONG_RUN = 6
"""The same, where all that somebody said is looked for: what is shorter anybody says."""

_LONG_LEAST = 20
"""Letters of a sentence of theirs that is looked for as a whole, in three words or more."""

_NO_STUDY = frozenset({".git", ".hg", ".svn", ".unfinished"})
_MOST_FILES = 2000
_MOST_BYTES = 64 * 1024 * 1024


TraceKind = Literal["words", "code"]
"""The participant's words as they were noted; the code."""


class Trace(Value):
    """A line of a file, counted from 1, and what of a participant is there."""

    file: str
    line: int
    kind: TraceKind


def said_in(events: Iterable[Event]) -> tuple[str, ...]:
    """Everything that an interview's events have in words: notes, reasons, remarks, drafts, those taken over too."""
    texts: list[str] = []
    for event in events:
        plain = unwrap(event) or event
        texts += [text for name in ("text", "reason") if isinstance(text := getattr(plain, name, None), str) and text]
    return tuple(dict.fromkeys(texts))


def code_pattern(participant: str) -> re.Pattern[str]:
    """A participant's code as a word, that of one of several interviews too."""
    return re.compile(rf"(?<![A-Za-z0-9_]){participant}(?:-[1-9][0-9]*)?(?![A-Za-z0-9_])")


def find_traces_of(
    study: Path, participant: str, texts: Iterable[str], own: Collection[Path], instead: Mapping[Path, bytes]
) -> tuple[Trace, ...]:
    """Every line of the study's other files that names a participant or has words of the ``texts``, guides' copies too.

    ``own`` are files that will be gone, ``instead`` is what others will hold by then.
    """
    code, runs = code_pattern(participant), frozenset(chain.from_iterable(map(_long_runs, texts)))
    left = {path.resolve() for path in own}
    found: list[Trace] = []
    for path in _files(study):
        if path.resolve() not in left and not _NO_STUDY.intersection(path.relative_to(study).parts):
            data = instead.get(path)
            found += _places_in(path.relative_to(study).as_posix(), _read(path) if data is None else data, code, runs)
    return tuple(found)


def _long_runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _words(text)
    if len(words) > _LONG_RUN:
        yield from (tuple(words[at : at + _LONG_RUN]) for at in range(len(words) - _LONG_RUN + 1))
    elif len(words) >= 3 and sum(map(len, words)) >= _LONG_LEAST:
        yield tuple(words)


def _read(path: Path) -> bytes:
    try:
        return read_file(path, _MOST_BYTES)
    except (OSError, ValueError):
        return b""


def _places_in(name: str, data: bytes, code: re.Pattern[str], runs: frozenset[tuple[str, ...]]) -> Iterator[Trace]:
    if b"\0" in data[:4096]:
        return  # no text
    lines = [_as_read(line) for line in data.decode("utf-8", "replace").split("\n")]
    places: dict[int, TraceKind] = {number: "code" for number, line in enumerate(lines, 1) if code.search(line)}
    words = [(word, number) for number, line in enumerate(lines, 1) for word in _words(line)]
    plain = [word for word, _ in words]
    for long in {len(run) for run in runs}:
        starts = (at for at in range(len(plain) - long + 1) if tuple(plain[at : at + long]) in runs)
        places |= dict.fromkeys((words[at][1] for at in starts), "words")
    for number in sorted(places):
        yield Trace(name, number, places[number])


def _as_read(line: str) -> str:
    """A line as people read it: of a record every text in it, each apart."""
    try:
        record = json.loads(line) if line.startswith("{") else None
    except ValueError:
        record = None
    return "  ".join(_texts(record)) if isinstance(record, dict) else line


def find_traces(study: Path, log: Path, texts: Sequence[str]) -> tuple[str, ...]:
    """The places where some of these words stand, in the study, its backups and what was made of it; a log's with line.

    Those in the log itself are among them, and the last backup where it is not there now, for nobody can look into it.
    """
    runs = frozenset(chain.from_iterable(_runs(text) for text in texts))
    if not runs:
        return ()
    outputs = [one.path for one in list_outputs(study) if one.state in ("as_made", "edited")]
    made = [one for one in read_study_facts(study).entries if isinstance(one, BackedUp) and log.stem in one.interviews]
    backups = list(dict.fromkeys(Path(one.folder) for one in made))
    places = [*_files(study), *find_rescued_files(log), *outputs, *chain.from_iterable(map(_files, backups))]
    found = chain.from_iterable(_traces_in(path, study, runs) for path in dict.fromkeys(places))
    return (*found, *(str(folder) for folder in backups[-1:] if not folder.is_dir()))


def _files(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(islice(found, _MOST_FILES))


def _traces_in(path: Path, study: Path, runs: frozenset[tuple[str, ...]]) -> Iterator[str]:
    try:
        text = read_file(path, _MOST_BYTES).decode("utf-8", "replace")
    except (OSError, ValueError):
        return
    name = path.relative_to(study).as_posix() if path.is_relative_to(study) else str(path)
    if ".jsonl" not in path.suffixes:
        if _has(text, runs):
            yield name
        return
    for number, line in enumerate(text.split("\n"), 1):
        if any(_has(said, runs) for said in _said(line)):
            yield f"{name}:{number}"


def _said(line: str) -> Iterable[str]:
    """Each text in a record but those of a guide's copy, which is what was asked; a damaged line as it stands."""
    try:
        record = json.loads(line)
    except ValueError:
        return (line,)
    return _texts(record) if isinstance(record, dict) and record.get("type") != "started" else ()


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def _has(text: str, runs: frozenset[tuple[str, ...]]) -> bool:
    words = _words(text)
    lengths = {len(run) for run in runs}
    return any(tuple(words[at : at + long]) in runs for long in lengths for at in range(len(words) - long + 1))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _words(text)
    if len(words) > _RUN:
        yield from (tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
    elif sum(map(len, words)) >= _LEAST:
        yield tuple(words)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
