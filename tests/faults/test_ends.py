"""The program is told to end: the line goes into the log, and taking the interview up again puts it back."""

import os
import signal
from pathlib import Path

import pytest

from tests.interviewer import Interviewer, records, thesis_study

HALF = "midt i en setning om [by] og øv"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_line_is_kept_and_put_back(tmp_path: Path, number: signal.Signals) -> None:
    study = thesis_study(tmp_path)
    with Interviewer(study) as person:
        person.ready()
        person.keys("enter", expect=2)
        person.terminal.type(HALF)
        person.terminal.wait_for(HALF)
        person.terminal.signal(number)
        assert person.terminal.wait_exit() == 0
    assert records(person.log)[-1]["text"] == HALF
    assert records(person.log)[-1]["type"] == "draft"
    with Interviewer(study, "--resume") as person:
        person.ready()
        person.terminal.wait_for(HALF)
        (record,) = person.line("ing")
        assert record["text"] == HALF + "ing"
        assert record["about"] == ["A1"]


def test_a_line_before_the_first_act_is_kept_too(tmp_path: Path) -> None:
    study = thesis_study(tmp_path)
    with Interviewer(study) as person:
        person.ready()
        person.terminal.type(HALF)
        person.terminal.wait_for(HALF)
        person.terminal.signal(signal.SIGTERM)
        person.terminal.wait_exit()
    assert [record["type"] for record in records(person.log)] == ["started", "draft"]
    with Interviewer(study, "--resume") as person:
        person.terminal.wait_for(HALF)


def test_a_closed_terminal_keeps_the_line(tmp_path: Path) -> None:
    with Interviewer(thesis_study(tmp_path)) as person:
        person.ready()
        person.keys("enter", expect=2)
        person.terminal.type(HALF)
        person.terminal.wait_for(HALF)
        hang_up(person)
    assert records(person.log)[-1]["text"] == HALF


def hang_up(person: Interviewer) -> None:
    """Close the window: the terminal is gone, and the program hears of it or not."""
    terminal = person.terminal
    terminal.closing.set()
    terminal.reader.join()
    os.close(terminal.master)
    terminal.process.wait(15)


def test_without_a_line_nothing_is_added(tmp_path: Path) -> None:
    with Interviewer(thesis_study(tmp_path)) as person:
        person.ready()
        person.keys("enter", expect=2)
        person.terminal.signal(signal.SIGTERM)
        person.terminal.wait_exit()
    assert [record["type"] for record in records(person.log)] == ["started", "asked"]


def test_two_windows_that_begin_at_once_get_a_code_each(tmp_path: Path) -> None:
    study = thesis_study(tmp_path)
    with Interviewer(study) as one, Interviewer(study, code="I2") as two:
        one.ready()
        two.ready()
        one.keys("enter", expect=2)
        two.keys("enter", expect=2)
        two.terminal.wait_for("· I2")
    assert records(two.log)[0]["participant"] == "I2"
