"""Starts one program, times it from outside, and says how much memory it held; told what to do by lines of JSON.

A process of its own, and a small one: a process that is started inherits the peak of the one that starts it, and the
bench itself is large. It imports nothing but the standard library, so that `python -I -S` runs it.
"""

import json
import os
import pty
import select
import sys
import termios
import time
from pathlib import Path

PATIENCE = 60.0
TELLING = "bcdfjpquwxyzøæ"


class Watched:
    """The program, on a pseudo-terminal of 100 x 30 or without one."""

    def __init__(self, args: list[str], cwd: str, env: dict[str, str], *, terminal: bool) -> None:
        self.seen = b""
        self.fd = -1
        self.begun = time.perf_counter()
        if terminal:
            self.pid, self.fd = pty.fork()
        else:
            self.pid = os.fork()
        if self.pid == 0:
            try:
                self._become(args, cwd, env, terminal=terminal)
            finally:
                os._exit(127)
        if terminal:
            termios.tcsetwinsize(self.fd, (30, 100))

    def _become(self, args: list[str], cwd: str, env: dict[str, str], *, terminal: bool) -> None:
        os.chdir(cwd)
        if terminal:
            termios.tcsetwinsize(0, (30, 100))
        else:
            nothing = os.open(os.devnull, os.O_RDWR)
            for fd in (0, 1, 2):
                os.dup2(nothing, fd)
        os.execve(args[0], args, env)

    def more(self, patience: float) -> bool:
        """Take in what there is; False when nothing comes within so many seconds."""
        if not select.select([self.fd], [], [], patience)[0]:
            return False
        try:
            got = os.read(self.fd, 1 << 16)
        except OSError:
            got = b""
        self.seen += got
        return bool(got)

    def until(self, wanted: str, patience: float = PATIENCE) -> float:
        """Seconds since the start, or since ``send``, until this was drawn; it is waited for no longer than so many."""
        while wanted.encode() not in self.seen:
            if time.perf_counter() - self.begun > patience or not self.more(patience):
                raise TimeoutError(f"never drawn: {wanted!r}")
        return time.perf_counter() - self.begun

    def settle(self, silence: float = 0.25, patience: float = 2.0) -> float:
        """Wait until nothing has been drawn for a while; clocks and cursors never leave a screen alone for long."""
        end = time.perf_counter() + patience
        while time.perf_counter() < end and self.more(silence):
            pass
        return 0.0

    def send(self, keys: str) -> float:
        """Send keys; time runs from here on, and only what is drawn from here on is seen."""
        self.seen = b""
        self.begun = time.perf_counter()
        os.write(self.fd, keys.encode())
        return 0.0

    def word(self, word: str) -> list[float]:
        """Type a word and take it back: for its telling letters, seconds from the key to the frame that has it.

        A letter tells where it is in none of what blinks, ticks or is written to steer the terminal, and not in the
        word before; of those the first two keys are left out, for the line and its hints change with them.
        """
        times = []
        for place, letter in enumerate(word):
            self.send(letter)
            if letter in TELLING and letter not in word[:place]:
                took = self.until(letter)
                times += [took] if place > 1 else []
            elif not self.more(PATIENCE):
                raise TimeoutError("no answer to a key")
            while self.more(0.02):
                pass
        self.send("\x7f" * len(word))
        self.until("\x1b")
        return times

    def longest(self, word: str, seconds: float) -> float:
        """A word typed over and over for so long: the longest time from one of its letters to the frame with it."""
        worst, until = 0.0, time.perf_counter() + seconds
        while time.perf_counter() < until:
            worst = max(worst, *self.word(word))
        return worst

    def cpu(self) -> float:
        """Seconds of the processor that it has had in all of its threads; 0 where the system does not say."""
        spent = 0
        try:
            for thread in Path(f"/proc/{self.pid}/task").iterdir():
                spent += int((thread / "schedstat").read_text(encoding="ascii").split()[0])
        except OSError:
            return 0.0
        return spent / 1e9

    def end(self) -> tuple[float, int, int, float]:
        """End it, or without a terminal wait for its end.

        Seconds since the start, peak in bytes, exit code, seconds of the processor with those of its children.
        """
        if self.fd >= 0:
            os.kill(self.pid, 9)
        _, status, used = os.wait4(self.pid, 0)
        took = time.perf_counter() - self.begun
        unit = 1 if sys.platform == "darwin" else 1024
        return took, used.ru_maxrss * unit, os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime


def main() -> None:
    """Answer line by line until there is no more to do."""
    plan = json.loads(sys.stdin.readline())
    watched = Watched(plan["args"], plan["cwd"], plan["env"], terminal=plan["terminal"])
    for line in sys.stdin:
        name, *given = json.loads(line)
        try:
            answer = {"answer": getattr(watched, name)(*given)}
        except (TimeoutError, OSError) as error:
            answer = {"fault": str(error)}
        sys.stdout.write(f"{json.dumps(answer)}\n")
        sys.stdout.flush()
        if name == "end":
            return


if __name__ == "__main__":
    main()
