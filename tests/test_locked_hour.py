"""A locked interview from the passphrase to the withdrawal, at a terminal: nothing readable stays anywhere."""

import io
import os
import re
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

pytest.importorskip("cryptography", reason="cryptography is not installed")

from interviews.data_management.locking import lock
from interviews.locked import file_keys
from interviews.locked.keyring import KEYRING
from interviews.study.folder import Study
from tests.interviewer import PROGRAM
from tests.terminal import Terminal
from tests.test_promises import LEFT, SAID, Home
from tests.tui.lines import GUIDE
from tests.tui.locked_studies import CHEAP
from tests.tui.studies import hold, study_with
from tui.main import main

PASSPHRASE = "fem ord som ikke hører sammen"  # noqa: S105
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sits at a pseudo-terminal, which Windows has not")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    """A student's home with a locked study, in which I3 was held before it was locked."""
    monkeypatch.setattr(file_keys.Cost, "_defaults", CHEAP)
    found = Home(tmp_path)
    for name, folder in found.env.items():
        monkeypatch.setenv(name, folder)
    (tmp_path / "tmp").mkdir()
    found.env["TMPDIR"] = str(tmp_path / "tmp")
    found.roots.append(tmp_path / "tmp")
    study_with(found.study, "I1", "I2")
    hold(found.study, "I3", LEFT, guide=GUIDE.but(on_withdrawal="delete"))
    lock(Study(found.study), PASSPHRASE)
    KEYRING.let_go()
    yield found
    KEYRING.let_go()


def sit(home: Home, *command: str, before: tuple[str, ...] = ()) -> Terminal:
    """The program at a terminal, which asks for the passphrase."""
    return Terminal([*before, *PROGRAM, *command, "--study", str(home.study)], env=home.env, anew=True)


def held(terminal: Terminal, home: Home, code: str) -> None:
    """Type the passphrase and a note, and see it saved."""
    terminal.wait_for("Passfrase")
    terminal.type(PASSPHRASE)
    terminal.press("enter")
    terminal.wait_for("Guide")
    log = home.study / "interviews" / f"{code}.locked"
    before = log.read_bytes().count(b"\n") if log.exists() else 0
    terminal.type(f"{SAID}, sa hun")
    terminal.press("enter")
    terminal.wait_for(lambda _: log.exists() and log.read_bytes().count(b"\n") > before)


def test_nothing_readable_is_left_by_an_interview_at_the_terminal(home: Home, tmp_path: Path) -> None:
    assert home.holding(SAID) == []
    with sit(home, "run", "--participant", "I4") as terminal:
        held(terminal, home, "I4")
        if sys.platform == "linux":
            limits = Path(f"/proc/{terminal.process.pid}/limits").read_text(encoding="utf-8")
            assert [line.split()[4:6] for line in limits.splitlines() if "core file" in line] == [["0", "0"]]
        terminal.type(f"et halvt ord om {SAID}")
        terminal.wait_for(f"et halvt ord om {SAID}")
        assert home.holding(SAID) == []  # nothing in a temporary file meanwhile
        terminal.signal(signal.SIGHUP)  # the window is closed: what stands on the line is kept
        terminal.wait_exit()
        assert SAID not in terminal.text  # nor in what the terminal shows, and keeps, afterwards
        assert PASSPHRASE.encode() not in terminal.written
    assert home.holding(SAID) == []
    assert home.holding(PASSPHRASE) == []
    copy = shutil.copytree(home.study / "interviews", tmp_path / "copy")
    told = say(home, "review", "--participant", "I4")
    assert f"{SAID}, sa hun" in told
    for code in ("I3", "I4"):
        assert SAID not in say(home, "forget", code, "--yes")
        assert not list((home.study / "interviews").glob(f"{code}*"))
    assert home.holding(SAID) == []
    home.roots.append(copy)
    assert home.holding(SAID) == []
    for log in copy.glob("I[34].locked"):
        shutil.copy(log, home.study / "interviews")
        told = say(home, "review", "--participant", log.stem)
        assert SAID not in told
        assert "keys/" in told


def say(home: Home, *arguments: str) -> str:
    """What a command says to whoever has the passphrase."""
    said = io.StringIO()
    read, write = os.pipe()
    os.write(write, f"{PASSPHRASE}\n".encode())
    os.close(write)
    with redirect_stdout(said), redirect_stderr(said):
        main([*arguments, "--study", str(home.study), "--passphrase-fd", str(read)])
    os.close(read)
    return said.getvalue()


@pytest.mark.skipif(shutil.which("strace") is None, reason="follows system calls with strace, which is not installed")
def test_a_locked_interview_opens_no_socket_but_the_event_loops_own_pair(home: Home, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    calls = "trace=%network,io_uring_setup"
    with sit(
        home, "run", "--participant", "I4", before=("strace", "-f", "-qq", "-o", str(trace), "-e", calls)
    ) as terminal:
        held(terminal, home, "I4")
        terminal.press("ctrl+q")
        terminal.wait_exit()
    made = re.findall(r"^\d+\s+(\w+)\((.*)$", trace.read_text(encoding="utf-8"), re.MULTILINE)
    pairs = [re.search(r"AF_UNIX, .*\[(\d+), (\d+)\]", rest) for call, rest in made if call == "socketpair"]
    ours = {number for pair in pairs if pair is not None for number in pair.groups()}
    assert len(pairs) == 1
    assert len(ours) == 2
    others = [
        (call, rest) for call, rest in made if call != "socketpair" and rest.split(",")[0].rstrip(")") not in ours
    ]
    assert others == []
    assert not {call for call, _ in made} & {"socket", "connect", "bind", "listen", "io_uring_setup"}
