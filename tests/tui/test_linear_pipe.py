"""The linear mode on a pipe: the hour a line an act, on any system, and what a closed pipe does."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.hour.script import holds_the_hour, lines
from tests.interviewer import records, thesis_study
from tests.warm import run_module, run_program


def held(study: Path, sent: bytes, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run an interview whose lines come down a pipe."""
    environment = {"INTERVJUGUIDE_THINK_TIME": "0", **environment}
    return run_module("tui", "run", "--study", study, *arguments, sent=sent, environment=environment)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_hour_comes_down_a_pipe(tmp_path: Path, end: str) -> None:
    study = thesis_study(tmp_path / "study")
    sent = "\ufeff" + end.join([*lines(), ""])
    done = held(study, sent.encode(), "--plain")
    assert (done.returncode, done.stderr) == (0, "")
    holds_the_hour(study)
    assert "> bandet på byen, uformell møteplass #b8\nLagret 0:0" in done.stdout
    assert "\nI1 er lagret i " in done.stdout


def test_accessible_asks_for_lines_and_what_is_no_terminal_will_do(tmp_path: Path) -> None:
    study = thesis_study(tmp_path / "study")
    done = held(study, b"/b2\net notat", ACCESSIBLE="1")
    assert done.returncode == 0
    assert [record["type"] for record in records(study / "interviews" / "I1.jsonl")] == ["started", "asked", "noted"]


def test_a_reader_that_leaves_costs_no_note_and_shows_no_fault(tmp_path: Path) -> None:
    study = thesis_study(tmp_path / "study")
    command = [sys.executable, "-m", "tui", "run", "--plain", "--study", str(study)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(b"/b2\n")
        running.stdin.flush()
        while b"/b2" not in running.stdout.readline():
            pass
        running.stdout.close()
        running.stdin.write(b"et notat\n")
        running.stdin.close()
        assert running.stderr is not None
        assert running.stderr.read() == b""
        assert running.wait(60) == 0
    assert records(study / "interviews" / "I1.jsonl")[-1]["text"] == "et notat"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such shell")
def test_where_there_is_nothing_to_write_to_all_is_done_and_saved(tmp_path: Path) -> None:
    study = thesis_study(tmp_path / "study")
    for words in ("run --plain", "review --json", "review --html -"):
        command = f'"{sys.executable}" -m tui {words} --study "{study}" >&-'
        done = subprocess.run(["sh", "-c", command], input=b"/b2\net notat\n", stderr=subprocess.PIPE, check=False)
        assert (done.returncode, done.stderr) == (0, b""), words
    assert records(study / "interviews" / "I1.jsonl")[-1]["text"] == "et notat"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_told_to_end_half_a_line_is_kept_as_one_that_was_being_typed(tmp_path: Path) -> None:
    study = thesis_study(tmp_path / "study")
    log = study / "interviews" / "I1.jsonl"
    command = [sys.executable, "-m", "tui", "run", "--plain", "--study", str(study)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(b"/b2\net notat\net halvt no")
        running.stdin.flush()
        while b"et notat" not in running.stdout.readline():
            pass
        while len(records(log)) < 3:
            time.sleep(0.01)
        running.terminate()
        assert running.wait(60) == 0
    assert [(one["type"], one.get("text")) for one in records(log)[-2:]] == [
        ("noted", "et notat"),
        ("draft", "et halvt no"),
    ]


@pytest.mark.parametrize(("sent", "saved"), [(b"\n", []), (b"noe nytt\n", ["noe nytt"])])
def test_what_stood_on_the_line_is_saved_before_the_next_line(tmp_path: Path, sent: bytes, saved: list[str]) -> None:
    study = thesis_study(tmp_path / "study")
    log = study / "interviews" / "I1.jsonl"
    held(study, b"/b2\net notat\n", ACCESSIBLE="1")
    draft = {"seq": 3, "t": 1.0, "type": "draft", "text": "et halvt", "literal": False}
    log.write_text(log.read_text(encoding="utf-8") + json.dumps(draft) + "\n", encoding="utf-8")
    run_program("run", "--plain", "--resume", "--participant", "I1", "--study", study, sent=sent, code=0)
    assert [one["text"] for one in records(log) if one["type"] == "noted"] == ["et notat", "et halvt", *saved]


def test_plain_lines_load_no_screen(tmp_path: Path) -> None:
    study = thesis_study(tmp_path / "study")
    program = "import sys; from tui.main import main; main(sys.argv[1:]); sys.exit('textual' in sys.modules)"
    command = [sys.executable, "-c", program, "run", "--plain", "--study", str(study)]
    done = subprocess.run(command, input=b"/b2\n/guide\n/end\n", capture_output=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_interview_that_was_not_ended_is_offered_by_number(tmp_path: Path) -> None:
    study = thesis_study(tmp_path / "study")
    held(study, b"/b2\n", "--plain")
    done = held(study, b"7\n1\net notat\n", "--plain")
    assert "  1 Fortsett I1" in done.stdout or "  1 " in done.stdout
    assert records(study / "interviews" / "I1.jsonl")[-1]["text"] == "et notat"
    assert not (study / "interviews" / "I2.jsonl").exists()
    assert held(study, b"\n", "--plain").returncode == 0


def test_the_study_s_own_lines_offer_what_there_is_to_do(tmp_path: Path) -> None:
    study = thesis_study(tmp_path / "study")
    held(study, b"/b2\n+\n", "--plain")
    done = run_program("--plain", "--study", study)
    offered = [line for line in done.stdout.splitlines() if line.startswith("  ")]
    assert (done.returncode, offered[0].strip()[:1]) == (0, "1")
    at = next(line.split()[0] for line in offered if "Dekning" in line)
    assert "B2" in run_program("--plain", "--study", study, sent=f"{at}\n".encode()).stdout
