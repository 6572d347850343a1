"""Start and keys, measured from outside: a real pseudo-terminal, from the key sent to the first byte drawn."""

import os
import pty
import select
import statistics
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from interviews.clock import SystemClock
from interviews.commands import AskQuestion, TakeNote
from interviews.session import Session
from interviews.study import Study
from tests.bench.figures import Figure
from tests.bench.material import guide_text

MINIMAL = [sys.executable, "-m", "tests.bench.minimal_app"]
OURS = [sys.executable, "-m", "tui", "run"]
STARTS = 11
KEYS = 60


class Pty:
    """A program in a pseudo-terminal of 100 x 30, its output taken as raw bytes."""

    def __init__(self, args: Sequence[str]) -> None:
        self.args = args
        self.seen = b""

    def __enter__(self) -> Self:
        self.begun = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
            os.environ["TERM"] = "xterm-256color"
            os.execv(self.args[0], list(self.args))
        termios.tcsetwinsize(self.fd, (30, 100))
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self.fd)

    def until(self, wanted: bytes, patience: float = 20.0) -> float:
        """Seconds since the start until these bytes were drawn."""
        while wanted not in self.seen:
            if not self.more(patience):
                raise TimeoutError(wanted.decode())
        return time.perf_counter() - self.begun

    def more(self, patience: float) -> bool:
        """Take in what there is; False when nothing comes within so many seconds."""
        if not select.select([self.fd], [], [], patience)[0]:
            return False
        self.seen += os.read(self.fd, 1 << 16)
        return True

    def settle(self) -> None:
        """Wait until nothing has been drawn for a while."""
        while self.more(0.25):
            pass

    def key(self, key: bytes) -> float:
        """Seconds from a key to the first byte that is drawn for it."""
        begun = time.perf_counter()
        os.write(self.fd, key)
        select.select([self.fd], [], [], 5)
        took = time.perf_counter() - begun
        while self.more(0.03):
            pass
        return took


def study_with(questions: int, entries: int = 0) -> Path:
    """A study whose guide has so many questions, with an unended interview of so many notes if there are any."""
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    (folder / "guide.yaml").write_text(guide_text(questions), encoding="utf-8")
    if entries:
        study = Study(folder)
        guide = study.guide().guide
        if guide is None:
            raise ValueError("the bench's own guide is broken")
        session = Session.new(study.new_path("I1"), guide, "I1", "live", SystemClock())
        session.do(AskQuestion(guide.questions[0].id))
        for number in range(entries):
            session.do(TakeNote(f"notat {number} om øving og samspill i bandet"))
        session.close()
    return folder


def start() -> Figure:
    """To the first frame with words on it."""
    study = study_with(18)
    ours, floor = [], []
    for _ in range(STARTS):
        with Pty(MINIMAL) as terminal:
            floor.append(terminal.until(b"ere we are"))
        with Pty([*OURS, "--study", str(study)]) as terminal:
            ours.append(terminal.until("Hvordan øver".encode()))
    return Figure("start, to the first frame", "minimal app", statistics.median(ours), statistics.median(floor), 1.5)


def keys() -> list[Figure]:
    """A key in a note, with little and much in the conversation, and while finding in 200 questions."""
    floor = _key_times(MINIMAL, b"ere we are", b"")
    few = _key_times([*OURS, "--resume", "--study", str(study_with(18, 10))], b"notat 9", b"")
    many = _key_times([*OURS, "--resume", "--study", str(study_with(18, 2000))], b"notat 1999", b"")
    find = _key_times([*OURS, "--study", str(study_with(200))], "Hvordan øver".encode(), b"/")
    return [
        Figure("a key in a note, 10 entries", "a key in the minimal app", few, floor, 1.5),
        Figure("a key in a note, 2,000 entries", "a key in the minimal app", many, floor, 1.5),
        Figure("a key while finding in 200 questions", "a key in the minimal app", find, floor, 2.2),
    ]


def _key_times(args: Sequence[str], ready: bytes, first: bytes) -> float:
    with Pty(args) as terminal:
        terminal.until(ready)
        terminal.settle()
        if first:
            terminal.key(first)
        letters = "samspill og ovelse " * 4
        return statistics.median(terminal.key(letter.encode()) for letter in letters[:KEYS])
