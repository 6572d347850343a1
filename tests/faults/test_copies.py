"""Copies of a log under the names that clouds, browsers and people give them: each is named, and nothing is lost."""

import json
import shlex
import subprocess
from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.core.notes import notes
from interviews.session import Session
from interviews.study.folder import Study
from tests.clocks import StandingClock
from tests.faults.tally import Tally
from tests.interviewer import PROGRAM
from tests.interviews.test_copies import NAMES
from tests.terminal import Terminal
from tests.tui.studies import hold
from tests.warm import run_program

VALID = ("I1-2.jsonl", "I2.jsonl")
"""Names under which a copy is read as a log."""


def _program(study: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run_program(*arguments, "--study", study)


@pytest.mark.parametrize("names", [NAMES, *((name,) for name in VALID)], ids=["no logs' names", *VALID])
def test_copies_are_named_and_merged(study: Path, tally: Tally, names: tuple[str, ...]) -> None:
    """Copies of the log, each gone on with by itself."""
    log = hold(study, "I1", ended=False)
    data = log.read_bytes()
    texts = []
    for place, name in enumerate(names):
        clock = StandingClock()
        clock.go_on(100 * (place + 1))
        path = log.with_name(name)
        path.write_bytes(data)
        session, _ = Session.resume(path, clock)
        texts.append(f"bare i {name} [sic]")
        session.do(do.TakeNote(texts[-1]))
        session.close()
    tally.tried, tally.shown = len(names), len(texts)
    told = _program(study, "review", "--json").stdout
    problems = {problem["file"]: problem["message"] for problem in json.loads(told)["problems"]}
    named = [problems.get(f"interviews/{name}", "") + problems.get("interviews/I1.jsonl", "") for name in names]
    tally.said = all(": 2." in message or f"kopi av {names[0]}" in message for message in named)
    assert tally.said
    assert len(json.loads(told)["interviews"]) == 1
    for name in names:
        assert _program(study, "merge", "I1", f"interviews/{name}").returncode == 0
    (interview,) = (one.interview for one in Study(study).load_interviews() if one.interview is not None)
    found = [note.text for note in notes(interview)]
    tally.lost = sum(found.count(text) != 1 for text in texts)
    assert tally.lost == 0
    session, _ = Session.resume(log, StandingClock())
    tally.went_on = session.begun
    session.close()


def test_run_names_a_copy_before_the_interview(study: Path, tally: Tally, tmp_path: Path) -> None:
    """A copy that nobody reads, at the next interview."""
    log, said = hold(study, "I1"), tmp_path / "stderr"
    log.with_name("I1 - Kopi.jsonl").write_bytes(log.read_bytes())
    said.touch()
    command = shlex.join([*PROGRAM, "run", "--study", str(study)])
    with Terminal(["sh", "-c", f"exec {command} 2>{shlex.quote(str(said))}"]) as terminal:
        terminal.wait_for(lambda _: "I1 - Kopi.jsonl" in said.read_text(encoding="utf-8"))
    tally.said, tally.went_on = True, None
