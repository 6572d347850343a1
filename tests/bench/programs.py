"""Programs under the stopwatch, and children that measure inside themselves: both driven from here, line by line."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Self

from tests.bench.figures import Sample
from tests.bench.versions import Version

HERE = Path(__file__).parent
MINIMAL = (sys.executable, "-P", str(HERE / "minimal_app.py"))
NOTHING = (sys.executable, "-I", "-c", "pass")
PARSED = (sys.executable, "-I", "-S", str(HERE / "inside.py"), "once", "parse")
WORD_READ = (sys.executable, "-I", str(HERE / "inside.py"), "once", "word")
WORD = "bypuxdwcfz"
SOUGHT = "hvordan bøyup"


class NotMeasuredError(Exception):
    """A program did not do what was to be measured, and what it did instead."""


class Child:
    """A process that is told what to do in lines of JSON and answers in lines of JSON."""

    def __init__(self, args: Sequence[str], folder: Path, env: dict[str, str] | None = None) -> None:
        self.process = subprocess.Popen(
            args, cwd=folder, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def answer(self) -> Any:
        """The next answer.

        Raises:
            NotMeasuredError: the process says that it cannot, or is gone.
        """
        if self.process.stdout is None or self.process.stderr is None:
            raise NotMeasuredError("no pipes")
        line = self.process.stdout.readline()
        if not line:
            last = self.process.stderr.read().strip().splitlines()
            raise NotMeasuredError(last[-1] if last else "it ended")
        found = json.loads(line)
        if "fault" in found:
            raise NotMeasuredError(found["fault"])
        return found["answer"]

    def tell(self, what: object) -> None:
        """One line to it."""
        if self.process.stdin is not None:
            self.process.stdin.write(f"{json.dumps(what)}\n")
            self.process.stdin.flush()

    def ask(self, what: object) -> Any:
        """One line to it, and its answer."""
        self.tell(what)
        return self.answer()

    def close(self) -> None:
        """Let it end."""
        if self.process.stdin is not None:
            self.process.stdin.close()
        self.process.wait()
        for pipe in (self.process.stdout, self.process.stderr):
            if pipe is not None:
                pipe.close()


class Watch:
    """A program under the stopwatch: on a terminal until it is ended, or without one until it ends by itself."""

    def __init__(self, args: Sequence[str], folder: Path, cache: Path, *, terminal: bool) -> None:
        strange = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHOME")
        env = {name: value for name, value in os.environ.items() if name not in strange}
        env |= {"TERM": "xterm-256color", "XDG_CACHE_HOME": str(cache)}
        self.child = Child([sys.executable, "-I", "-S", str(HERE / "stopwatch.py")], folder)
        self.child.tell({"args": list(args), "cwd": str(folder), "env": env, "terminal": terminal})
        self.ended = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            if not self.ended:
                self.end()
        finally:
            self.child.close()

    def does(self, what: str, *given: object) -> float:
        """What the stopwatch can do with a terminal: ``until``, ``settle``, ``send``, ``longest``, ``cpu``; seconds."""
        return float(self.child.ask((what, *given)))

    def types(self, word: str) -> list[float]:
        """Type a word and take it back: seconds for each of its telling letters."""
        return [float(seconds) for seconds in self.child.ask(("word", word))]

    def end(self) -> tuple[float, int, int, float]:
        """Seconds since the start, peak memory in bytes, exit code, seconds of the processor."""
        self.ended = True
        seconds, peak, code, cpu = self.child.ask(("end",))
        return seconds, peak, code, cpu


Runner = AbstractContextManager[Callable[[], Sequence[Sample]]]
"""What is set up, run as often as is wanted, and taken down."""


class Command:
    """A whole command, from its start to its end, with its peak memory."""

    def __init__(self, args: Sequence[str], folder: Path, cache: Path) -> None:
        self.args, self.folder, self.cache = args, folder, cache

    def __enter__(self) -> Callable[[], Sequence[Sample]]:
        return self._once

    def __exit__(self, *_: object) -> None:
        pass

    def _once(self) -> Sequence[Sample]:
        with Watch(self.args, self.folder, self.cache, terminal=False) as watch:
            seconds, peak, code, cpu = watch.end()
        if code:
            raise NotMeasuredError(f"it ended with {code}")
        return [Sample(seconds, peak, cpu)]


class FirstFrame(Command):
    """A program on a terminal, from its start until something is drawn, with its peak memory until then.

    With ``longest`` the time is another: for so many seconds from then on keys are pressed, and the longest time
    without an answer is taken. ``fresh``: nothing is in the user's cache, each time; else the first run goes on for
    some seconds, as an interview does, so that what is written down after the first frame is there for the others.
    """

    def __init__(
        self, args: Sequence[str], folder: Path, cache: Path, wanted: str, *, longest: float = 0.0, fresh: bool = False
    ) -> None:
        super().__init__(args, folder, cache)
        self.wanted, self.longest, self.fresh, self.runs = wanted, longest, fresh, 0

    def _once(self) -> Sequence[Sample]:
        self.runs += 1
        cache = self.cache / f"run-{self.runs}" if self.fresh else self.cache
        with Watch(self.args, self.folder, cache, terminal=True) as watch:
            seconds = watch.does("until", self.wanted)
            cpu = watch.does("cpu") or None
            if self.runs == 1 and not self.fresh:
                watch.does("settle", 1.5, 4.0)
            if self.longest:
                seconds, cpu = watch.does("longest", WORD, self.longest), None
            _, peak, _, _ = watch.end()
        return [Sample(seconds, peak, cpu)]


class Keys:
    """A program that stays open on a terminal, and a few keys at a time: from a key to the frame drawn for it."""

    def __init__(self, args: Sequence[str], folder: Path, cache: Path, wanted: str, *, first: str = "") -> None:
        self.args, self.folder, self.cache, self.wanted, self.first = args, folder, cache, wanted, first
        self.place = 0

    def __enter__(self) -> Callable[[], Sequence[Sample]]:
        self.watch = Watch(self.args, self.folder, self.cache, terminal=True)
        try:
            self.watch.does("until", self.wanted)
            self.watch.does("settle")
            if self.first:
                self.watch.does("send", self.first)
                self.watch.does("settle")
        except BaseException:
            self.watch.__exit__()
            raise
        return self._some

    def __exit__(self, *_: object) -> None:
        self.watch.__exit__()

    def _some(self) -> Sequence[Sample]:
        before, word = self.watch.does("cpu"), SOUGHT if self.first else WORD
        times = self.watch.types(word)
        a_key = (self.watch.does("cpu") - before) / (2 * len(word))  # each is typed and taken back
        self.watch.does("settle")
        return [Sample(seconds, cpu=a_key or None) for seconds in times]


class Enters(Keys):
    """As keys, but whole acts: from Enter on a written note until the note stands on the screen."""

    def _some(self) -> Sequence[Sample]:
        return [self._one() for _ in range(4)]

    def _one(self) -> Sample:
        self.place += 1
        word = f"ord{self.place:05}"
        self.watch.does("send", f"da sa hun {word}")
        self.watch.does("settle")
        self.watch.does("send", "\r")
        took = self.watch.does("until", word)
        self.watch.does("settle")
        return Sample(took)


class Inside:
    """Work inside a process of a version, so many runs at a time."""

    def __init__(self, version: Version, what: Sequence[str], cache: Path, at_a_time: int = 1) -> None:
        self.version, self.what, self.cache, self.at_a_time = version, what, cache, at_a_time

    def __enter__(self) -> Callable[[], Sequence[Sample]]:
        args = [str(self.version.python), "-P", str(HERE / "inside.py"), *self.what]
        self.child = Child(args, self.version.root, {**os.environ, "XDG_CACHE_HOME": str(self.cache)})
        try:
            root = self.child.answer()
        except NotMeasuredError:
            self.child.close()
            raise
        if Path(root).resolve() != self.version.root.resolve():
            self.child.close()
            raise NotMeasuredError(f"the program of {root} was run")
        return lambda: [Sample(seconds, cpu=cpu) for seconds, cpu in self.child.ask(self.at_a_time)]

    def __exit__(self, *_: object) -> None:
        self.child.close()


class Here:
    """Work in this very process, which has the version of this checkout alone."""

    def __init__(self, make: Callable[[], Callable[[], float]]) -> None:
        self.make = make

    def __enter__(self) -> Callable[[], Sequence[Sample]]:
        once = self.make()
        return lambda: [Sample(once())]

    def __exit__(self, *_: object) -> None:
        pass
