"""What the core does at each act, at each start, and afterwards: on disk, in replay, in reading and in finding."""

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import yaml

from guide.finding import Finder
from guide.reading import read_guide
from interviews.coverage import coverage
from interviews.events import Event, Noted
from interviews.log import Log
from interviews.os_support import posix
from interviews.reading import read_log
from interviews.state import replay
from tests.bench.at_the_terminal import study_with
from tests.bench.figures import Figure, median_of, pair
from tests.bench.material import guide_text


def durable_act() -> Figure:
    """One note, from the event to its being on disk."""
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    log = Log.create(folder / "I1.jsonl", (_note(0),), sheltered=True)
    fd = os.open(folder / "floor", os.O_RDWR | os.O_CREAT, 0o600)
    data = b"x" * 199 + b"\n"
    place = iter(range(1, 1_000_000))

    def floor() -> None:
        os.write(fd, data)
        posix.sync(fd)

    ours, least = pair(lambda: log.append(_note(next(place))), floor, 400)
    log.close()
    os.close(fd)
    return Figure("a durable act", "write + fdatasync of 200 bytes", ours, least, 1.5)


def _note(seq: int) -> Event:
    text = "kommer an på dagen, og på hvem som er der den dagen, sa hun"
    return Noted(seq=seq, t=float(seq), kind="note", text=text, about=("B1", "B8"), tags=("arena",))


def replaying() -> Figure:
    """A log of 2,000 notes: read, checked, replayed, coverage worked out."""
    study = study_with(18, 2000)
    data = (study / "interviews" / "I1.jsonl").read_bytes()
    lines = data.rstrip(b"\n").split(b"\n")

    def ours() -> None:
        coverage(replay(read_log(data, "I1.jsonl").events))

    def floor() -> None:
        for line in lines:
            json.loads(line)

    mine, least = pair(ours, floor, 15)
    return Figure("replay of 2,000 events, coverage included", "json.loads of each line", mine, least, 2.0)


def reading_a_guide() -> Figure:
    """A guide of 200 questions, checks included."""
    text = guide_text(200)
    mine, least = pair(
        lambda: read_guide(text, "guide.yaml"),
        lambda: yaml.load(text, Loader=yaml.CSafeLoader),
        25,
    )
    return Figure("a guide of 200 questions", "yaml.CSafeLoader", mine, least, 2.0)


def finding() -> Figure:
    """A key while finding in 200 questions, against the millisecond it may take."""
    guide = read_guide(guide_text(200), "guide.yaml").guide
    if guide is None:
        raise ValueError("the bench's own guide is broken")
    finder = Finder(guide)
    typed = "samspil ovingsrommet klienten"
    queries = [typed[:end] for end in range(1, len(typed) + 1)]
    took = median_of(lambda: [finder.find(query, 7) for query in queries], 15) / len(queries)
    return Figure("finding in 200 questions, a key", "1 ms", took, 0.001, 1.0)


ALL: tuple[Callable[[], Figure], ...] = (durable_act, replaying, reading_a_guide, finding)
