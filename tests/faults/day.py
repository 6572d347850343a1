"""An interview on a bad day: what the screen shows as saved is remembered, and looked for in the log afterwards."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from interviews.core.events import Noted
from interviews.core.state import replay
from interviews.log.reader import LogReading
from interviews.log.rescued import read_whole
from tests.faults.tally import Tally
from tests.interviewer import Interviewer

HALF = "midt i en setning om [by] og øv"
SAVED = "lagret √"
NOT_SAVED = "IKKE LAGRET ×"
TAIL = 10
"""So much of a text stands in one row, however it is wrapped or scrolled."""

BEFORE = ("hun nøler", "spiller på torsdager", "«vi får jo lov»")


class Day:
    """One person, one interview, one row of the table."""

    def __init__(self, person: Interviewer, tally: Tally) -> None:
        self.person = person
        self.terminal = person.terminal
        self.tally = tally
        self.shown: list[str] = []

    @property
    def log(self) -> Path:
        """The interview's file."""
        return self.person.log

    @property
    def notes(self) -> list[str]:
        """The notes that can be read from the file as it is now."""
        return [event.text for event in self.reading.events if isinstance(event, Noted)]

    @property
    def reading(self) -> LogReading:
        """What the interview's file says now, and the files in which it went on."""
        return read_whole(self.log, self.log.name)

    @property
    def complaints(self) -> list[str]:
        """What is wrong in them; that there are several is none."""
        return [problem.code for problem in self.reading.problems if problem.severity == "error"]

    def begin(self) -> None:
        """Ask the first question and take a few notes."""
        self.person.ready()
        self.person.keys("enter", expect=2)
        for text in BEFORE:
            self.note(text)

    def note(self, text: str) -> None:
        """Write a note, and see it saved; it is pasted, for nothing here is about typing it."""
        self.write(text, pasted=True)
        self.save(text)

    def write(self, text: str = HALF, *, pasted: bool = False) -> None:
        """Write on the line, without Enter, or paste it there."""
        (self.terminal.paste if pasted else self.terminal.type)(text)
        self.terminal.wait_for(lambda _: self.on_line(text))

    def save(self, text: str = HALF) -> None:
        """Press Enter, and see the line leave for the conversation, with the tick of what is saved."""
        self.terminal.press("enter")
        self.see_saved(text)

    def see_saved(self, text: str) -> None:
        """Wait until the screen shows the text as saved."""
        self.terminal.wait_for(lambda _: self.shows_as_saved(text))
        self.shown.append(text)

    def saved(self, text: str) -> bool:
        """Press Enter, and see whether the line is saved or refused."""
        self.terminal.press("enter")
        self.terminal.wait_for(lambda screen: "IKKE LAGRET" in screen or self.shows_as_saved(text))
        if self.shows_as_saved(text):
            self.shown.append(text)
        return text in self.shown

    def refused(self, *reasons: str, text: str = HALF) -> None:
        """Press Enter, and see that nothing was saved, why, and the text still on the line."""
        if "IKKE LAGRET" in self.terminal.screen[-1]:  # another key first, so that what is said is said anew
            self.terminal.press("down")
            self.terminal.wait_for(lambda _: "IKKE LAGRET" not in self.terminal.screen[-1])
        self.terminal.press("enter")
        self.alarmed(*reasons, text=text)

    def rescue(self, *words: str, text: str = HALF) -> None:
        """Press Enter, and see it saved all the same, and where; a key later that is gone again."""
        self.terminal.press("enter")
        self.see_saved(text)
        self.terminal.wait_for(lambda _: all(word in self.terminal.screen[-1] for word in words))
        self.tally.said = True
        self.terminal.press("down")
        self.terminal.wait_gone(lambda _: words[0] in self.terminal.screen[-1])

    def alarmed(self, *reasons: str, text: str = HALF) -> None:
        """The screen says that nothing was saved, and why; the text is on the line."""

        def said(_: str) -> bool:
            rows = self.terminal.screen
            alarm = NOT_SAVED in rows[0] and all(reason in rows[-1] for reason in ("IKKE LAGRET", *reasons))
            return alarm and self.on_line(text)

        self.terminal.wait_for(said)
        self.tally.said = True

    def go_on(self, text: str = HALF) -> None:
        """Press Enter again: the same line is saved; and so is what comes after it."""
        self.save(text)
        self.note("og så gikk det videre")
        self.ask()
        self.tally.went_on = True

    def ask(self) -> None:
        """Ask the next question, and see it saved."""
        before = self.reading.next_seq
        self.terminal.press("enter")
        self.terminal.wait_for(lambda _: SAVED in self.terminal.screen[0] and self.reading.next_seq > before)

    def reckon(self, problems: int = 0) -> None:
        """Look for all that was shown: each of it once, in a log that reads without a word of complaint."""
        reading = self.reading
        found = Counter(self.notes)
        self.tally.shown, self.tally.lost = len(self.shown), sum(not found[text] for text in self.shown)
        assert found == Counter(self.shown)
        assert len(self.complaints) == problems, reading.problems
        assert replay(reading.events).next_seq <= reading.next_seq
        assert self.terminal.process.poll() is None

    def on_line(self, text: str) -> bool:
        """Whether the input line ends in this text; the row below it is for hints."""
        return self.terminal.screen[-2].endswith(text[-TAIL:])

    def shows_as_saved(self, text: str) -> bool:
        """Whether the text stands in the conversation, no longer on the line, and the clock's row says saved."""
        rows = self.terminal.screen
        above = "\n".join(rows[1:-2])
        return SAVED in rows[0] and text[-TAIL:] in above and not self.on_line(text)


@contextmanager
def a_day(study: Path, tally: Tally, *arguments: str, person: Interviewer | None = None) -> Iterator[Day]:
    """Sit down in a study, as a new interview or with arguments of ``run``."""
    with person or Interviewer(study, *arguments, env={"INTERVJUGUIDE_THINK_TIME": "0"}) as sitting:
        yield Day(sitting, tally)
