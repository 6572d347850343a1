"""``kill -9`` at random moments of an interview: no act that the screen had shown as saved may be lost."""

import random
import re
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from interviews.core.events import Resumed
from interviews.core.state import replay
from interviews.log.reader import LogReading, read_log_file
from tests.faults.tally import Tally
from tests.interviewer import Interviewer

BURST = 40
HANDS = (0, 1)
"""Two tests, each with half of the kills, so that two processors share them."""

WORD = re.compile(r"merke-[0-9]{5}-ø")


WORDED = ("{}", "{}", "{} #b8 #arena", "!{}", '"{}', ">{}", "-{}", "-x {}", "-b3 {}", "-20s {}")
"""Lines of every kind that carries words: notes, a follow-up, a quotation, a topic, reasons, one dated back."""

WORDLESS = ("+\r", "+b4 b5 3\r", " ", "!\r", "/b2\r", "/a1\r", "\r", "?deltag\r", "\x1a", "/rec\r/rec\r", "\x1b[A x\r")
"""Keys of every kind that carries none: covered, bookmark, follow-up, ask, next, concept, undo, recorder, edit."""


def words() -> Iterator[str]:
    """Words that can be told from one another wherever they are found."""
    return (f"merke-{number:05}-ø" for number in range(100_000))


def burst(word: Iterator[str], chance: random.Random) -> bytes:
    """As many acts as a hurried hour has, in no order, each with words of its own where it has any."""
    keys = []
    for _ in range(BURST):
        keys.append(chance.choice(WORDED).format(next(word)) + "\r")
        if chance.random() < 0.4:
            keys.append(chance.choice(WORDLESS))
    return "".join(keys).encode()


def shown_as_saved(screen: list[str]) -> set[str]:
    """The words that stand in the conversation; the last two rows are the input line and its hints."""
    return set(WORD.findall("\n".join(screen[:-2])))


def in_log(log: Path) -> set[str]:
    """The words in the whole records of the file: those of acts undone meanwhile stay there too."""
    reading = read_log_file(log, log.name)
    return set(WORD.findall(log.read_bytes()[: reading.length].decode()))


def sit_down(study: Path, number: int) -> Interviewer:
    """A new interview the first time, then the same one taken up again."""
    return Interviewer(study, *(("--resume",) if number else ("--participant", "I1")))


def killed_in_mid_sentence(interviewer: Interviewer, keys: bytes, after: float, *, seen: bool) -> set[str]:
    """Type as fast as the terminal takes it, kill the program meanwhile; what the screen had shown by then.

    So many seconds ``after`` the first key, and, where something is to be ``seen``, not before a word is shown.
    """
    terminal = interviewer.terminal
    interviewer.ready()
    terminal.wait_for(lambda text: "›" in text)

    def kill() -> None:
        if seen:
            with suppress(AssertionError):
                terminal.wait_for(lambda _: bool(shown_as_saved(terminal.screen)))
        terminal.kill()

    killing = threading.Timer(after, kill)
    killing.start()
    with suppress(OSError, AssertionError):  # it was killed while there was more to type
        terminal.send(keys, timeout=5)
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
        with sit_down(study, number) as interviewer:
            if not number:
                interviewer.ready()
                interviewer.keys("enter", expect=2)
            after, keys = chance.uniform(0.02, 0.6), burst(word, chance)
            shown |= killed_in_mid_sentence(interviewer, keys, after, seen=not shown and number == tries - 1)
            reading = read_log_file(interviewer.log, interviewer.log.name)
            tally.tried, tally.shown, tally.lost = number + 1, len(shown), len(shown - in_log(interviewer.log))
            assert not tally.lost, shown - in_log(interviewer.log)
            assert not [problem for problem in reading.problems if problem.severity == "error"]
    reading = goes_on(study, tries)
    tally.went_on = True
    assert len([event for event in reading.events if isinstance(event, Resumed)]) == tries
    assert shown


def goes_on(study: Path, number: int) -> LogReading:
    """Take the interview up once more and write a note."""
    with sit_down(study, number) as interviewer:
        interviewer.ready()
        interviewer.line("og så gikk det videre")
        reading = read_log_file(interviewer.log, interviewer.log.name)
    assert replay(reading.events).next_seq == reading.next_seq
    return reading
