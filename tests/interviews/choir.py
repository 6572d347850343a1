"""The guide of a small invented study of a choir, and interviews held with it in memory."""

from functools import cache
from pathlib import Path

from guide.model import Guide
from guide.reading import read_guide_file
from guide.serialize import guide_to_dict
from interviews.core.clock import Moment
from interviews.core.codec import encode
from interviews.core.commands import Command
from interviews.core.events import FORMAT, Asked, Event, Mode, Refusal, Started
from interviews.core.handlers import decide
from interviews.core.state import apply, begin

CHOIR = Path(__file__).parent / "fixtures" / "kor.yaml"


@cache
def choir() -> Guide:
    """The guide: A1 A2 (A3) · B1 B2 B3 B4 · (C1) · Z1, those in brackets optional."""
    reading = read_guide_file(CHOIR, "guide.yaml")
    assert reading.guide is not None, reading.problems
    return reading.guide


def start(
    participant: str = "I1", mode: Mode = "live", guide: Guide | None = None, wall: str = "2026-03-02T10:00:00+01:00"
) -> Started:
    """The first event of an interview."""
    copy = guide_to_dict(guide or choir())
    return Started(seq=0, t=0.0, wall=wall, format=FORMAT, participant=participant, mode=mode, guide=copy, clock=1000.0)


class Talk:
    """An interview held in memory: commands at a second, and what they became."""

    def __init__(self, started: Started | None = None) -> None:
        first = started or start()
        self.events: list[Event] = [first]
        self.interview = begin(first)

    @property
    def log(self) -> bytes:
        """The interview as the bytes of a log."""
        return b"".join(encode(event) for event in self.events)

    def at(self, t: float, *commands: Command, began: float | None = None) -> Event:
        """Carry out commands at second ``t``; the last event."""
        for command in commands:
            decided = self.decide(command, t, began)
            assert not isinstance(decided, Refusal), decided
            self.add(decided)
        return self.events[-1]

    def refusal(self, command: Command) -> str:
        """The code of the reason why a command is refused."""
        decided = self.decide(command, self.interview.t)
        assert isinstance(decided, Refusal), decided
        return decided.code

    def decide(self, command: Command, t: float, began: float | None = None) -> Event | Refusal:
        """What the command would become."""
        return decide(self.interview, command, Moment(began=t if began is None else began, now=t))

    def add(self, event: Event) -> None:
        """Take an event as it is."""
        self.events.append(event)
        apply(self.interview, event)


def short_talk() -> Talk:
    """A few minutes of an interview, as most of them go."""
    from interviews.core import commands as do

    talk = Talk()
    talk.at(4, do.Tick("opening", "consent"))
    talk.at(9.5, do.ToggleRecording())
    talk.at(20, do.AskNext())
    talk.at(75.2, do.TakeNote("sang i kapellet [mandag], *alle* var med #b3 #trygghet"), began=61.75)
    talk.at(90, do.TakeNote("", "bookmark"))
    talk.at(118, do.TakeNote("«vi får jo lov til å være med»", "quote"), began=101)
    talk.at(140.125, do.MarkCovered(("A1",), 2))
    return talk


ASKED = Asked(seq=1, t=0.5, question="A1")
"""The first act of a log that needs no more than one."""


def bytes_of(*events: Event) -> bytes:
    """The lines that these events are."""
    return b"".join(encode(event) for event in events)
