"""The program is told to end: the line goes into the log, and taking the interview up again puts it back."""

import os
import signal
from pathlib import Path

import pytest

from tests.faults.day import HALF, Day, a_day
from tests.faults.tally import Tally
from tests.interviewer import Interviewer, records

ENDS = (signal.SIGTERM, signal.SIGHUP)


def hang_up(person: Interviewer) -> None:
    """Close the window: the terminal is gone, and the program hears of it or not."""
    terminal = person.terminal
    terminal.closing.set()
    terminal.reader.join()
    os.close(terminal.master)
    terminal.process.wait(15)


def take_up_again(study: Path, tally: Tally, shown: list[str]) -> None:
    """Take the interview up: the line is back, and goes on where it stopped."""
    with a_day(study, tally, "--resume") as again:
        again.person.ready()
        again.shown = list(shown)
        again.terminal.wait_for(lambda _: again.on_line(HALF))
        again.write("ing")
        again.go_on(HALF + "ing")
        again.reckon()


@pytest.mark.parametrize("number", ENDS, ids=[number.name for number in ENDS])
def test_the_line_is_kept_and_put_back(study: Path, day: Day, number: signal.Signals) -> None:
    """Told to end."""
    day.terminal.signal(number)
    assert day.terminal.wait_exit() == 0
    draft = records(day.log)[-1]
    assert (draft["type"], draft["text"]) == ("draft", HALF)
    day.tally.said = None
    take_up_again(study, day.tally, day.shown)
    (last,) = [record for record in records(day.log) if record.get("text") == HALF + "ing"]
    assert last["about"] == ["A1"]


def test_a_line_before_the_first_act_is_kept_too(study: Path, tally: Tally) -> None:
    """Told to end before the first act."""
    person = Interviewer(study, env={"INTERVJUGUIDE_THINK_TIME": "0"}, anew=True)
    with a_day(study, tally, person=person) as day:
        day.person.ready()
        day.write()
        day.terminal.signal(signal.SIGTERM)
        day.terminal.wait_exit()
    assert [record["type"] for record in records(day.log)] == ["started", "draft"]
    tally.said = None
    take_up_again(study, tally, [])


def test_a_closed_terminal_keeps_the_line(study: Path, day: Day) -> None:
    """Terminal closed."""
    hang_up(day.person)
    assert records(day.log)[-1]["text"] == HALF
    day.tally.said = None
    take_up_again(study, day.tally, day.shown)


def test_without_a_line_nothing_is_added(study: Path, tally: Tally) -> None:
    """Told to end with nothing on the line."""
    with a_day(study, tally) as day:
        day.begin()
        before = day.log.read_bytes()
        day.terminal.signal(signal.SIGTERM)
        assert day.terminal.wait_exit() == 0
    assert day.log.read_bytes() == before
    tally.shown, tally.said, tally.went_on = len(day.shown), None, None
