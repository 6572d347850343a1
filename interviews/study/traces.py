"""Traces: where else in a study words stand that were corrected, or left out.

Nobody can say that all are found: words are looked for that follow one another. So each place is named, for somebody
to look at, and nothing is changed.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from guide.files import read_file
from interviews.log.shelter import find_rescued_files
from interviews.study.outputs import list_outputs

_RUN = 4
"""Words in a row that two texts have in common, to be told of."""

_LEAST = 6
"""Letters of a text so short that it is looked for as a whole."""

_MOST_FILES = 2000
_MOST_BYTES = 64 * 1024 * 1024


def find_traces(study: Path, log: Path, texts: Sequence[str]) -> tuple[str, ...]:
    """The places of a study where some of these words stand, those in the log itself too; a log's with its line."""
    runs = frozenset(chain.from_iterable(_runs(text) for text in texts))
    if not runs:
        return ()
    outputs = [one.path for one in list_outputs(study) if one.state in ("as_made", "edited")]
    places = [*_files(study), *find_rescued_files(log), *outputs]
    return tuple(chain.from_iterable(_traces_in(path, study, runs) for path in dict.fromkeys(places)))


def _files(study: Path) -> Iterator[Path]:
    found = (path for path in study.rglob("*") if path.is_file() and not path.is_symlink())
    for count, path in enumerate(sorted(found)):
        if count >= _MOST_FILES:
            return
        yield path


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
