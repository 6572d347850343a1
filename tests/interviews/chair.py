"""The interviewer's chair: one log on disk, one clock, and sittings one after another."""

import sys
from pathlib import Path

from interviews.core.commands import Command
from interviews.core.events import Event, Mode, Refusal
from interviews.core.state import Interview
from interviews.log.reader import LogReading, read_log_file
from interviews.session import Session
from tests.interviews.choir import choir
from tests.interviews.clocks import HouseClock


def lose(path: Path) -> None:
    """Take a file away that is open; Windows would keep its name until it is closed, so there it goes elsewhere."""
    if sys.platform == "win32":
        path.rename(path.parent.parent / f"lost {path.name}")
    else:
        path.unlink()


class Chair:
    """Holds the interview ``I1`` of the study in ``folder``."""

    def __init__(self, folder: Path, mode: Mode = "live") -> None:
        self.path = folder / "interviews" / "I1.jsonl"
        self.clock = HouseClock()
        self.session = Session.new(self.path, choir(), "I1", mode, self.clock, "0.1.0")

    @property
    def interview(self) -> Interview:
        """The interview as the session has it now."""
        return self.session.interview

    @property
    def reading(self) -> LogReading:
        """The log as it is on disk now."""
        return read_log_file(self.path, self.path.name)

    def do(self, *commands: Command, after: float = 0.0, typing: float = 0.0) -> Event:
        """Carry out commands ``after`` seconds, each typed for so long; the act that the last one became."""
        act: Event | None = None
        for command in commands:
            self.clock.go_on(after)
            began = self.clock.running()
            self.clock.go_on(typing)
            done = self.session.do(command, began)
            assert not isinstance(done, Refusal), done
            act = done.act
        assert act is not None
        return act

    def refused(self, command: Command) -> str:
        """The code of the reason why a command is refused."""
        done = self.session.do(command)
        assert isinstance(done, Refusal), done
        return done.code

    def resume(self) -> LogReading:
        """Get up, sit down again and take the interview up; how the log was found."""
        self.session.close()
        self.session, reading = Session.resume(self.path, self.clock)
        return reading

    def tear(self, count: int) -> bytes:
        """Cut bytes off the end of the log, as a power cut would; what is left of the last line."""
        data = self.path.read_bytes()
        self.path.write_bytes(data[:-count])
        return data[:-count].rpartition(b"\n")[2]
