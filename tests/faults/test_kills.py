"""``kill -9`` at random moments of an interview: no act that the screen had shown as saved may be lost."""

import random
import re
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from interviews.events import Noted, Resumed
from interviews.reading import LogReading, read_log_file
from interviews.state import replay
from tests.faults.tally import Tally
from tests.interviewer import Interviewer

BURST = 40
HANDS = (0, 1)
"""Two tests, each with half of the kills, so that two processors share them."""

WORD = re.compile(r"merke-[0-9]{5}-ø")


def words() -> Iterator[str]:
    """Notes that can be told from one another wherever they are found."""
    return (f"merke-{number:05}-ø" for number in range(100_000))


def shown_as_saved(screen: list[str]) -> set[str]:
    """The notes that stand in the conversation; the last two rows are the input line and its hints."""
    return set(WORD.findall("\n".join(screen[:-2])))


def in_log(log: Path) -> set[str]:
    """The notes that can be read from the file."""
    return {event.text for event in read_log_file(log, log.name).events if isinstance(event, Noted)}


def sit_down(study: Path, number: int) -> Interviewer:
    """A new interview the first time, then the same one taken up again."""
    return Interviewer(study, *(("--resume",) if number else ("--participant", "I1")))


def killed_in_mid_sentence(interviewer: Interviewer, burst: bytes, after: float) -> set[str]:
    """Type as fast as the terminal takes it, kill the program meanwhile; what the screen had shown by then."""
    terminal = interviewer.terminal
    interviewer.ready()
    terminal.wait_for(lambda text: "›" in text)
    killing = threading.Timer(after, terminal.kill)
    killing.start()
    with suppress(OSError, AssertionError):  # it was killed while there was more to type
        terminal.send(burst, timeout=5)
    killing.join()
    return shown_as_saved(terminal.screen)


@pytest.mark.parametrize("hand", HANDS)
def test_nothing_shown_as_saved_is_lost(study: Path, tally: Tally, kills: int, hand: int) -> None:
    """Killed while saving."""
    tally.fault, tally.said = "Killed while saving", None
    tries = kills // len(HANDS) + (hand < kills % len(HANDS))
    chance = random.Random(kills + hand)
    word = words()
    shown: set[str] = set()
    for number in range(tries):
        burst = "\r".join(["/b1", *(next(word) for _ in range(BURST)), ""]).encode()
        with sit_down(study, number) as interviewer:
            shown |= killed_in_mid_sentence(interviewer, burst, chance.uniform(0.02, 0.6))
            reading = read_log_file(interviewer.log, interviewer.log.name)
            tally.tried, tally.shown, tally.lost = number + 1, len(shown), len(shown - in_log(interviewer.log))
            assert not tally.lost, shown - in_log(interviewer.log)
            assert not [problem for problem in reading.problems if problem.severity == "error"]
    reading = goes_on(study, tries)
    tally.went_on = True
    assert len([event for event in reading.events if isinstance(event, Resumed)]) == tries
    assert len(shown) >= tries


def goes_on(study: Path, number: int) -> LogReading:
    """Take the interview up once more and write a note."""
    with sit_down(study, number) as interviewer:
        interviewer.ready()
        interviewer.line("og så gikk det videre")
        reading = read_log_file(interviewer.log, interviewer.log.name)
    assert replay(reading.events).next_seq == reading.next_seq
    return reading
