"""What is measured inside a process, in whichever version's environment this file is run; all such imports are here.

Run as ``python -P inside.py WHAT …``, or as a floor of its own: ``python -I inside.py once WHAT …``.
 Each line on standard input asks for so many runs and is answered by their times.
The modules of the product are looked for under the names they had and have; a version without them says so.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from itertools import cycle
from pathlib import Path
from typing import Any

NAMES = {
    "read_guide": ("guide.reading:read_guide",),
    "SystemClock": ("interviews.core.clock:SystemClock", "interviews.clock:SystemClock"),
    "TakeNote": ("interviews.core.commands:TakeNote", "interviews.commands:TakeNote"),
    "Session": ("interviews.session:Session",),
    "read_log": ("interviews.log.reader:read_log", "interviews.reading:read_log"),
    "replay": ("interviews.core.state:replay", "interviews.state:replay"),
    "coverage": ("interviews.core.coverage:coverage", "interviews.coverage:coverage"),
    "entries": ("tui.live.transcript:transcript_entries", "tui.live.telling:entries"),
    "Translator": ("tui.translator:Translator", "tui.words:Words"),
    "review": ("interviews.study.review:review", "interviews.review:review"),
    "review_kept": ("interviews.study.review_numbers:review_kept",),
    "read_transcript": ("interviews.transcripts.reading:read_transcript",),
    "KEYRING": ("interviews.locked.keyring:KEYRING",),
    "study_document": ("interviews.locked.keyring:study_document",),
    "study_key_of": ("interviews.locked.file_keys:study_key_of",),
    "wrap_study_key": ("interviews.locked.file_keys:wrap_study_key",),
    "new_study_key": ("interviews.locked.file_keys:new_study_key",),
    "read_log_file": ("interviews.log.reader:read_log_file",),
    "Study": ("interviews.study.folder:Study", "interviews.study:Study"),
}
"""What is used of the product, and where it may lie: the first that is there is taken."""

PASSPHRASE = "fem ord som ikke hører sammen"  # noqa: S105
"""Of the bench's locked studies."""


def product(name: str) -> Any:
    """Something of the product by its name here.

    Raises:
        ImportError: this version has it nowhere that we know.
    """
    for place in NAMES[name]:
        module, _, attribute = place.partition(":")
        try:
            return getattr(import_module(module), attribute)
        except (ImportError, AttributeError):
            continue
    raise ImportError(f"{name} is at none of: {', '.join(NAMES[name])}")


def act(log: str, *, shown: bool) -> Callable[[], object]:
    """A note, from the command to its being on disk and in the state; ``shown``: and in what the screen is drawn from.

    That is the coverage of each question and the whole conversation as entries.
    """
    unlocked(log)
    session, _ = product("Session").resume(Path(log), product("SystemClock")())
    note = product("TakeNote")("kommer an på dagen, og på hvem som er der den dagen, sa hun")
    if not shown:
        return lambda: session.do(note)
    coverage, entries, words = product("coverage"), product("entries"), product("Translator")("nb")

    def both() -> None:
        session.do(note)
        coverage(session.interview)
        entries(session.interview, words)

    return both


def unlocked(log: str) -> None:
    """Hold the key of the study that a locked log lies in."""
    if log.endswith(".locked"):
        study = Path(log).parent.parent
        key = product("study_key_of")(product("study_document")(study), PASSPHRASE)
        product("KEYRING").hold(study, key)


def taking_up(log: str) -> Callable[[], object]:
    """An interview taken up again, from the disk until an act may be done, and let go."""
    unlocked(log)
    resume, clock = product("Session").resume, product("SystemClock")()

    def once() -> None:
        session, _ = resume(Path(log), clock)
        session.close()

    return once


def opening(log: str) -> Callable[[], object]:
    """A log on the disk read, checked and replayed, coverage worked out."""
    unlocked(log)
    read_log_file, replay, coverage = product("read_log_file"), product("replay"), product("coverage")
    return lambda: coverage(replay(read_log_file(Path(log), Path(log).name).events))


def deriving() -> Callable[[], object]:
    """The study's key worked out of the passphrase, at the cost that studies have."""
    document = product("wrap_study_key")(product("new_study_key")(), PASSPHRASE, "")
    study_key_of = product("study_key_of")
    return lambda: study_key_of(document, PASSPHRASE)


def sync(file: str, size: str) -> Callable[[], object]:
    """The floor of an act: so many bytes appended and synced."""
    fd = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    data, synced = b"x" * (int(size) - 1) + b"\n", getattr(os, "fdatasync", os.fsync)

    def once() -> None:
        os.write(fd, data)
        synced(fd)

    return once


def replaying(log: str) -> Callable[[], object]:
    """A log read, checked and replayed, coverage worked out."""
    data = Path(log).read_bytes()
    read_log, replay, coverage = product("read_log"), product("replay"), product("coverage")
    return lambda: coverage(replay(read_log(data, "I1.jsonl").events))


def parsing(folder: str) -> Callable[[], object]:
    """The floor of replay and review: each line of each log parsed."""
    files = [Path(folder)] if Path(folder).is_file() else sorted(Path(folder).glob("interviews/*.jsonl"))

    def once() -> None:
        for file in files:
            for line in file.read_bytes().splitlines():
                json.loads(line)

    return once


def reading(guide: str) -> Callable[[], object]:
    """A guide read, checks included."""
    text, read_guide = Path(guide).read_text(encoding="utf-8"), product("read_guide")
    anew = getattr(read_guide, "__wrapped__", read_guide)  # the program remembers the texts that it has read
    return lambda: anew(text, "guide.yaml")


def loading(guide: str) -> Callable[[], object]:
    """The floor of reading a guide: libyaml."""
    import yaml

    text = Path(guide).read_text(encoding="utf-8")
    return lambda: yaml.load(text, Loader=yaml.CSafeLoader)


def reviewing(folder: str, kept: str) -> Callable[[], object]:
    """The review of every interview in a study: nothing known of it; or, ``kept``, known but for one changed log.

    What a version keeps of a study between two reviews is in the user's cache folder, if it keeps anything.
    """
    review, study = product("review"), product("Study")
    logs = sorted(Path(folder).glob("interviews/*.jsonl"))
    first = logs[0].read_bytes()
    others = cycle((first.replace(b"notat 2 ", b"notat to ", 1), first))

    def anew() -> Any:
        os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(dir=folder)
        return review(study(Path(folder)))

    def changed() -> Any:
        logs[0].write_bytes(next(others))
        try:
            found, numbers = product("review_kept")(study(Path(folder)), "bench")
        except ImportError:
            return review(study(Path(folder)))
        if numbers.changed:
            numbers.write()
        return found

    def once() -> None:
        found = changed() if kept else anew()
        if found is None or len(found.counted) != len(logs):
            raise ValueError("the bench's own study is not read whole")

    return once


def word(file: str) -> Callable[[], object]:
    """The floor of an import: python-docx reads the document."""
    from docx import Document

    return lambda: [paragraph.text for paragraph in Document(file).paragraphs]


def transcript(file: str) -> Callable[[], object]:
    """A transcript read: its layout found, its turns, its words counted in and out."""
    data, read = Path(file).read_bytes(), product("read_transcript")

    def once() -> None:
        if read(data, Path(file).name).missing:
            raise ValueError("words are missing")

    return once


def counting(file: str) -> Callable[[], object]:
    """The floor of a transcript: the words of the same talk, looked for once."""
    import re

    text, word = Path(file).read_text(encoding="utf-8"), re.compile(r"\w+")
    return lambda: sum(1 for _ in word.finditer(text))


WORKS: dict[str, Callable[..., Callable[[], object]]] = {
    "act": lambda log: act(log, shown=False),
    "shown": lambda log: act(log, shown=True),
    "taken_up": taking_up,
    "opened": opening,
    "derive": deriving,
    "sync": sync,
    "replay": replaying,
    "parse": parsing,
    "word": word,
    "transcript": transcript,
    "count": counting,
    "read": reading,
    "load": loading,
    "review": lambda folder: reviewing(folder, ""),
    "changed": lambda folder: reviewing(folder, "kept"),
}


def spent() -> float:
    """Seconds of the processor that this process and its children have had."""
    if sys.platform == "win32":
        return time.process_time()
    import resource

    both = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


def main() -> None:
    """Answer each line with the times of so many runs, in seconds, of the clock and of the processor.

    After ``once`` run the work, and that is all.
    """
    if sys.argv[1] == "once":
        WORKS[sys.argv[2]](*sys.argv[3:])()
        return
    try:
        work = WORKS[sys.argv[1]](*sys.argv[2:])
    except ImportError as error:
        answer({"fault": str(error)})
        return
    answer({"answer": str(Path(str(import_module("guide").__file__)).parent.parent)})
    for line in sys.stdin:
        times = []
        for _ in range(int(line)):
            begun, before = time.perf_counter(), spent()
            work()
            times.append((time.perf_counter() - begun, spent() - before))
        answer({"answer": times})


def answer(what: dict[str, object]) -> None:
    """One line back."""
    sys.stdout.write(f"{json.dumps(what)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
