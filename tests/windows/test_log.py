"""The log's promises with Windows' locks and syncing: kills, a second opener, torn tails, files taken away."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from interviews.core.codec import encode
from interviews.core.events import Asked
from interviews.data_management.unfinished import Job, job, settle
from interviews.failures import LogFailure
from interviews.log.locking import is_held
from interviews.log.reader import read_log_file
from interviews.log.rewrite import rewrite
from interviews.log.writer import Log
from interviews.os_support import system
from tests.faults.stepwise import bytes_in
from tests.interviews.choir import ASKED, start

pytestmark = pytest.mark.skipif(os.name != "nt", reason="runs on Windows: make windows")

KILLED = 77
ACTS = 4
WRITER = """
import os, sys
from pathlib import Path
from interviews.core.events import Asked
from interviews.log.writer import Log
from tests.interviews.choir import start

path, told, last = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
count = 0
def watched(call):
    def counting(*given):
        global count
        count += 1
        if count == last:
            if call is write and len(given[1]) > 1:
                write(given[0], given[1][: len(given[1]) // 2])  # a kill in the middle of it
            os._exit(77)
        return call(*given)
    return counting
write, os_open = os.write, os.open
os.write, os.fsync, os.ftruncate = map(watched, (os.write, os.fsync, os.ftruncate))
log = Log.create(path, [start()], sheltered=True)
for number in range(1, 5):
    log.append(Asked(seq=number, t=float(number), question="A1"))
    with told.open("a") as file:
        file.write(f"{number}\\n")
log.leave()
"""
JOB = """
import os, sys
from pathlib import Path
from interviews.data_management.unfinished import job
from tests.faults.stepwise import counted

study, last = Path(sys.argv[1]), int(sys.argv[2])
with counted(lambda number: os._exit(77) if number == last else None), job(study, "forget") as under_way:
    under_way.rewrite(study / "interviews" / "I1.jsonl", bytes.lower)
    under_way.remove(study / "interviews" / "I3.jsonl")
    under_way.make(study / "interviews" / "withdrawn-1.jsonl", b"nobody")
    under_way.remove(study.parent / "report.html")
"""
HOLDER = """
import sys
from pathlib import Path
from interviews.log.writer import Log
log = Log.open(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_what_was_acknowledged_is_there_wherever_a_kill_comes(tmp_path: Path) -> None:
    """At every write, in its middle, and at every syncing; and the log is gone on with."""
    acknowledged: list[str] = []
    for last in range(1, 100):
        path, told = tmp_path / f"{last}" / "I1.jsonl", tmp_path / f"{last}.txt"
        ended = subprocess.run([sys.executable, "-c", WRITER, path, told, str(last)], check=False).returncode
        assert ended in (0, KILLED), last
        acknowledged = told.read_text().split() if told.exists() else []
        if path.exists():
            reading = read_log_file(path, path.name)
            found = [str(event.seq) for event in reading.events if isinstance(event, Asked)]
            assert found[: len(acknowledged)] == acknowledged
            log = Log.open(path)  # the lock went with its holder
            log.stand_after(reading.length, reading.torn)
            log.append(ASKED)
            log.close()
            assert path.read_bytes()[reading.length :] == encode(ASKED)
        else:
            assert not acknowledged
        if ended == 0:
            break
    assert last > 2 * ACTS
    assert len(acknowledged) == ACTS


def test_a_second_window_is_kept_out_and_readers_are_not(tmp_path: Path) -> None:
    path = tmp_path / "I1.jsonl"
    Log.create(path, [start(), ASKED]).close()
    with subprocess.Popen([sys.executable, "-c", HOLDER, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        assert is_held(path)
        with pytest.raises(LogFailure, match="log_locked"):
            Log.open(path)
        assert len(read_log_file(path, path.name).events) == 2
        for away in (path.unlink, lambda: path.rename(tmp_path / "I2.jsonl"), lambda: system().remove(path)):
            with pytest.raises(PermissionError):
                away()
        with pytest.raises(LogFailure, match="log_locked"):
            rewrite(path, lambda data: data + b"\n")
        other.kill()
        other.wait()
    assert not is_held(path)
    Log.open(path).close()


def test_what_another_system_has_replaced_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A drive that is also somebody else's knows nothing of what is open here: the log goes on beside itself."""
    path = tmp_path / "interviews" / "I1.jsonl"
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(system(), "open_new", system().open_to_rename)
        log = Log.create(path, [start(), ASKED], sheltered=True)
    path.rename(tmp_path / "was.jsonl")
    path.write_bytes(b"somebody's own")
    log.append(Asked(seq=2, t=2.0, question="A1"))
    log.close()
    assert path.read_bytes() == b"somebody's own"
    assert log.path.name == "I1.rescued-1.jsonl"
    assert len(read_log_file(log.path, log.path.name).events) == 3


def test_a_log_is_rewritten_under_its_lock(tmp_path: Path) -> None:
    path = tmp_path / "I1.jsonl"
    Log.create(path, [start(), ASKED]).close()
    before = path.read_bytes()
    assert rewrite(path, lambda data: data.replace(b"A1", b"A3"))
    assert path.read_bytes() == before.replace(b"A1", b"A3")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["I1.jsonl"]


def test_a_job_of_several_steps_is_done_or_taken_back(tmp_path: Path) -> None:
    log, report = tmp_path / "interviews" / "I1.jsonl", tmp_path / "report.html"
    log.parent.mkdir()
    log.write_bytes(b"I1" * 100)
    report.write_bytes(b"about I1")

    def change(under_way: Job) -> None:
        under_way.rewrite(log, bytes.lower)
        under_way.make(tmp_path / "receipt.txt", b"nobody")
        under_way.remove(report)
        under_way.rewrite(log, lambda data: data[:20])
        with pytest.raises(LogFailure, match="log_locked"):
            Log.open(log)

    def broken_off() -> None:
        with job(tmp_path, "forget") as under_way:
            change(under_way)
            raise KeyError

    with pytest.raises(KeyError):
        broken_off()
    assert log.read_bytes() == b"I1" * 100
    assert sorted(one.name for one in tmp_path.iterdir()) == ["interviews", "report.html"]
    with job(tmp_path, "forget") as under_way:
        change(under_way)
    assert log.read_bytes() == b"i1" * 10
    assert sorted(one.name for one in tmp_path.iterdir()) == ["interviews", "receipt.txt"]


def test_a_job_that_is_killed_ends_done_or_untouched(tmp_path: Path) -> None:
    """A real program, ended before every fourth of its steps; all steps, without one: test_unfinished.py."""
    ends, last, ended = set(), 3, KILLED
    while ended == KILLED:
        study = tmp_path / f"{last}" / "study"
        (study / "interviews").mkdir(parents=True)
        for name in ("I1", "I3"):
            (study / "interviews" / f"{name}.jsonl").write_bytes(name.encode() * 50)
        (study.parent / "report.html").write_bytes(b"about I3")
        before = bytes_in(study.parent)
        ended = subprocess.run([sys.executable, "-c", JOB, study, str(last)], check=False).returncode
        assert ended in (0, KILLED), last
        settled = settle(study)
        assert settled is None or settled.failure is None, last
        after = bytes_in(study.parent)
        done = after == {"study/interviews/I1.jsonl": b"i1" * 50, "study/interviews/withdrawn-1.jsonl": b"nobody"}
        assert done or after == before, last
        ends.add(done)
        last += 4
    assert ends == {True, False}
    assert last > 12 * 4
