"""The program started by fork, by an interpreter that has imported it already.

A start of Python, Textual and the program costs a good half second of processor time, a fork a hundredth of that. One
server for each process of the tests imports everything once; each program is a child of it, with a session, terminal,
environment, folder and arguments of its own. What an interpreter or a library reads only once, when it starts, is as
the server found it: a program whose environment differs there is not for it, and gets a start of its own (``fits``).
"""

import asyncio
import atexit
import gc
import io
import json
import os
import pkgutil
import runpy
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any, NoReturn

if sys.platform != "win32":
    import fcntl
    import termios

ROOMS = ("guide", "interviews", "tui")
ALSO = ("textual.widgets", "textual.app", "docx", "markdown_it", "tests.interviewer")
READ_AT_START = (
    *("COLORTERM", "COLUMNS", "ESCDELAY", "FORCE_COLOR", "LANG", "LC_", "LD_", "LINES", "MALLOC", "NO_COLOR"),
    *("PATH", "PYTHON", "TERM", "TEXTUAL", "TTY_", "TZ"),
)
"""How the names begin of what Python, the C library, Textual or Rich may read only once."""

PATIENCE = 60.0  # seconds until something hangs: far beyond what a loaded machine needs


class Forked:
    """A child of the server, with the part of ``subprocess.Popen`` that the tests use."""

    def __init__(self, args: Sequence[str], told: int) -> None:
        self.args = list(args)
        self.returncode: int | None = None
        self._told = told
        self._heard = b""
        if not self._hear(PATIENCE, lines=1):
            raise subprocess.TimeoutExpired(self.args, PATIENCE)
        first, _, self._heard = self._heard.partition(b"\n")
        self.pid = int(first)
        if not self.pid:
            raise OSError(f"the program could not be started: {self.args}")

    def poll(self) -> int | None:
        """The exit code, negative for a signal, or None while the program runs."""
        if self.returncode is None and self._hear(0, lines=1):
            self.returncode = int(self._heard)
            os.close(self._told)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end and return the exit code."""
        if self.returncode is None and not self._hear(timeout, lines=1):
            raise subprocess.TimeoutExpired(self.args, timeout or 0)
        code = self.poll()
        assert code is not None
        return code

    def send_signal(self, number: int) -> None:
        """Send a signal, unless the program is gone."""
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill(self) -> None:
        """End the program at once."""
        self.send_signal(signal.SIGKILL)

    def _hear(self, timeout: float | None, lines: int) -> bool:
        """Take in what the server tells, until it is that many lines."""
        end = None if timeout is None else time.monotonic() + timeout
        while self._heard.count(b"\n") < lines:
            left = None if end is None else max(0.0, end - time.monotonic())
            if not select.select([self._told], [], [], left)[0]:
                return False
            data = os.read(self._told, 4096)
            if not data:
                raise RuntimeError("the interpreter that starts programs is gone")
            self._heard += data
        return True


class Server:
    """One warm interpreter, and the line to it."""

    def __init__(self) -> None:
        self.env = {**os.environ, "ESCDELAY": "20"}
        self.line, other = socket.socketpair()
        with other:
            command = [sys.executable, "-m", "tests.warm", str(other.fileno())]
            root = Path(__file__).parent.parent
            self.process = subprocess.Popen(
                command, env=self.env, cwd=root, pass_fds=[other.fileno()], stdin=subprocess.DEVNULL, process_group=0
            )
        atexit.register(self.close)

    def close(self) -> None:
        """Let the server end, and wait for it."""
        self.line.close()
        self.process.wait()

    def start(self, args: Sequence[str], cwd: Path | None, env: Mapping[str, str], files: Sequence[int]) -> Forked:
        """Start a program; ``files`` are its standard input, output and error."""
        told, tell = os.pipe()
        wanted = {"args": list(args), "cwd": str(cwd or Path.cwd()), "env": dict(env)}
        data = json.dumps(wanted).encode()
        try:
            socket.send_fds(self.line, [len(data).to_bytes(8, "big")], [*files, tell])
            self.line.sendall(data)
        finally:
            os.close(tell)
        return Forked(args, told)


@cache
def server() -> Server:
    """The server of this process, started when the first program is."""
    return Server()


def fits(args: Sequence[str], env: Mapping[str, str]) -> bool:
    """Whether a program may be a child of the server: this Python, a module of ours, nothing odd in its environment."""
    if list(args[:2]) != [sys.executable, "-m"] or args[2].partition(".")[0] not in (*ROOMS, "tests"):
        return False
    if sys.platform == "win32":
        return False
    here = server().env
    return not any(here.get(name) != env.get(name) for name in {*here, *env} if name.startswith(READ_AT_START))


def run_program(
    *arguments: object, code: int | None = None, sent: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command of the program that needs no terminal, as ``subprocess.run`` would; a pipe brings what is sent."""
    done = run_module("tui", *arguments, sent=sent, environment=environment)
    if code is not None:
        assert done.returncode == code, (done.stdout, done.stderr)
    return done


def run_module(
    module: str,
    *arguments: object,
    patience: float = PATIENCE,
    sent: bytes = b"",
    environment: Mapping[str, str] = MappingProxyType({}),
) -> subprocess.CompletedProcess[str]:
    """Run a module of ours with no more to read than what is sent, as ``subprocess.run`` would."""
    args = [sys.executable, "-m", module, *map(str, arguments)]
    env = {**os.environ, "ESCDELAY": "20", **environment}
    if sys.platform == "win32":
        env |= {"PYTHONUTF8": "1"} if sent else {}
        done = subprocess.run(args, env=env, input=sent, capture_output=True, check=False)
        return subprocess.CompletedProcess(args, done.returncode, *map(_lines_of, (done.stdout, done.stderr)))
    assert fits(args, env), environment
    read_end, write_end = os.pipe()
    with os.fdopen(write_end, "wb") as pipe:
        pipe.write(sent)  # which a pipe has room for
    with (
        os.fdopen(read_end, "rb") as given,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
    ):
        process = server().start(args, None, env, [given.fileno(), out.fileno(), err.fileno()])
        try:
            ended = process.wait(patience)
        finally:
            process.kill()
        for file in (out, err):
            file.seek(0)
        said = [file.read().decode() for file in (out, err)]
    return subprocess.CompletedProcess(args, ended, *said)


def _lines_of(said: bytes) -> str:
    return said.decode().replace("\r\n", "\n")


# ---------------------------------------------------------------------------------------------- in the server


def warm() -> None:
    """Import the program whole, and what it may import later."""
    gc.disable()  # what is imported stays
    for room in ROOMS:
        folder: ModuleType = import_module(room)
        for found in pkgutil.walk_packages(folder.__path__, f"{room}."):
            if not found.name.endswith(".__main__") and "windows" not in found.name:
                import_module(found.name)
    for name in ALSO:
        import_module(name)
    asyncio.run(show_a_screen())
    gc.collect()
    gc.freeze()  # what is here now stays for good: no child need look through it
    gc.enable()


async def show_a_screen() -> None:
    """Show one in memory: what Textual and Rich work out once for a process, no child need work out."""
    from tests.clocks import StandingClock
    from tests.style_sheets import share
    from tests.tui.sittings import SIZE, app_for, session_in

    share()
    clock = StandingClock()
    with tempfile.TemporaryDirectory() as study, closing(session_in(Path(study), clock)) as session:
        app = app_for(session, clock)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()


def serve(line: socket.socket) -> dict[str, Any]:
    """Fork a child for each request. Only a child returns, with what it is to be."""
    ends: dict[int, int] = {}
    woken, wake = os.pipe()
    os.set_blocking(woken, False)
    os.set_blocking(wake, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake)
    while True:
        ready = select.select([line.fileno(), woken], [], [])[0]
        if woken in ready:
            with suppress(BlockingIOError):
                os.read(woken, 4096)
            for pid in list(ends):
                _reap(pid, ends)
        if line.fileno() not in ready:
            continue
        head, files, _, _ = socket.recv_fds(line, 8, 4)
        if not head:
            os._exit(0)
        data = b""
        while len(data) < int.from_bytes(head, "big"):
            part = line.recv(65536)
            if not part:  # whoever asked was ended in the middle of a word
                os._exit(0)
            data += part
        pid = os.fork()
        if not pid:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            line.close()
            for number in (woken, wake, *ends.values()):
                os.close(number)
            wanted: dict[str, Any] = json.loads(data)
            become(wanted, files)
            return wanted
        *others, ends[pid] = files
        for number in others:
            os.close(number)


def _reap(pid: int, ends: dict[int, int]) -> None:
    """Tell of a child's end, if it has come."""
    gone, status = os.waitpid(pid, os.WNOHANG)
    if gone:
        with suppress(BrokenPipeError):
            os.write(ends[pid], b"%d\n" % os.waitstatus_to_exitcode(status))
        os.close(ends.pop(pid))


def become(wanted: Mapping[str, Any], files: Sequence[int]) -> None:
    """Take on the session, terminal, folder, environment and arguments of the program to be."""
    *standard, tell = files
    os.setsid()
    for number, file in enumerate(standard):
        os.dup2(file, number)
        os.close(file)
    if os.isatty(0):
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    try:
        os.chdir(wanted["cwd"])
    except OSError:
        os.write(tell, b"0\n")
        os._exit(1)
    os.environ.clear()
    os.environ.update(wanted["env"])
    sys.stdin = sys.__stdin__ = _stream(0, sys.stdin)  # type: ignore[misc]
    sys.stdout = sys.__stdout__ = _stream(1, sys.stdout)  # type: ignore[misc]
    sys.stderr = sys.__stderr__ = _stream(2, sys.stderr)  # type: ignore[misc]
    os.write(tell, b"%d\n" % os.getpid())
    os.close(tell)


def _stream(number: int, like: Any) -> io.TextIOWrapper:
    """A standard stream as Python makes it when it starts."""
    at_once = like.write_through  # PYTHONUNBUFFERED says so
    raw = io.FileIO(number, "r" if number == 0 else "w", closefd=False)
    buffer: Any = raw
    if number == 0 or not at_once:
        buffer = io.BufferedReader(raw) if number == 0 else io.BufferedWriter(raw)
    by_line = not at_once and (number == 2 or raw.isatty())
    stream = io.TextIOWrapper(buffer, like.encoding, like.errors, None, by_line, at_once)
    stream.mode = "r" if number == 0 else "w"  # type: ignore[misc]
    return stream


def main(number: int) -> NoReturn:
    """Serve; a child goes on as the program and ends as it ends."""
    warm()
    wanted = serve(socket.socket(fileno=number))
    _, _, module, *arguments = wanted["args"]
    sys.argv = [module, *arguments]
    sys.path[0] = wanted["cwd"]
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if end.code is not None and not isinstance(end.code, int):
            raise
        leave(end.code or 0)
    leave(0)


def leave(code: int) -> NoReturn:
    """End as Python does, but for taking apart all that was imported, which costs as much as a small command."""
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # nobody listens any more: Python has a word and a code of its own for that
        sys.exit(code)
    os._exit(code & 0xFF)


if __name__ == "__main__":
    main(int(sys.argv[1]))
