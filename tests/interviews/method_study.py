"""A study of four interviews and a pilot in memory, with one of everything that a method chapter tells of."""

from functools import cache

from guide.model import Guide
from guide.reading import read_guide
from interviews.core import commands as do
from interviews.core.events import Event, Started, Stopped
from interviews.core.state import replay
from interviews.method.collect import method_facts
from interviews.method.facts import Fact
from interviews.method.guide_versions import NO_REVISIONS, Revisions
from interviews.study.facts import Entry, PowerRating, StudyFact, StudyFacts
from tests.interviews.choir import Talk, start

GUIDE = """
title: Kor på *sykehjemmet*
minutes: 40
research_questions: {A: Hva betyr koret?, B: Hvem støtter koret?}
concepts: {fellesskap: å høre til, dirigent: den som leder}
opening:
  - {id: consent, point: Samtykket er underskrevet, gate: recording}
  - {id: purpose, point: Formålet}
sections:
  - serves: A
    questions: ["Kan du fortelle om sist dere sang?", {ask: "Hva gjør sangen?", two_sided: true, probes: ["Hvordan?"]}]
  - serves: B
    questions: ["Hvem hjelper til?", {ask: "Hvem slutter?", optional: true}]
closing: [Er det noe du vil legge til?]
"""
DATE = "2026-03-20"
Study = dict[str, list[Event]]


@cache
def guide(text: str = GUIDE) -> Guide:
    """The guide: A1 A2 · B1 (B2) · Z1."""
    reading = read_guide(text.encode(), "guide.yaml")
    assert reading.guide is not None, reading.problems
    return reading.guide


def talk(participant: str, day: int, began: float = 30.0, length: float = 600.0) -> Talk:
    """An interview of ``length`` seconds after its first question, with a pause of a minute besides."""
    held = Talk(start(participant, "pilot" if participant == "P1" else "live", guide(), f"2026-03-{day:02}T10:00:00"))
    held.at(4, do.Tick("opening", "consent"))
    held.at(6, do.ToggleRecording())
    held.at(began, do.AskQuestion("A1"))
    held.at(began + 50, do.TakeNote("sang"), do.TakeNote("", "bookmark"))
    held.at(began + 100, do.TogglePause())
    held.at(began + 160, do.TogglePause())
    held.at(began + 170, do.AskQuestion("A2"), do.Explain("fellesskap", "short"))
    held.at(began + 180, do.MarkSide("positive"), do.MarkCovered(("A2",), 3))
    held.at(began + 190, do.Decline(("B1",), "for nært"))
    held.at(began + 60 + length, do.End())
    return held


def study() -> Study:
    """I1 to I4, of which I2 was stopped and I4 recorded in two files, and the pilot P1."""
    talks = {"I1": talk("I1", 3), "I2": talk("I2", 4, length=660), "I3": talk("I3", 5, length=540), "P1": talk("P1", 2)}
    logs = {name: held.events for name, held in talks.items()}
    logs["I2"].insert(-1, Stopped(seq=0, t=logs["I2"][-1].t))
    logs["I4"] = _fourth().events
    return {name: _numbered(logs[name]) for name in ("I1", "I2", "I3", "I4", "P1")}


def _fourth() -> Talk:
    """I4, in which the recorder was stopped and started anew, and a note was taken after the end."""
    held = talk("I4", 6)
    first, end = held.events[0], held.events.pop()
    assert isinstance(first, Started)
    again = Talk(first)
    for event in held.events[1:]:
        again.add(event)
    again.at(500, do.ToggleRecording())
    again.at(510, do.ToggleRecording())
    again.at(520, do.Explain("dirigent", "short"))
    again.at(end.t, do.End())
    again.at(end.t + 5, do.TakeNote("styrte jeg?", "reflexive"))
    return again


def facts(logs: Study, *said: Entry, revisions: Revisions = NO_REVISIONS, now: Guide | None = None) -> dict[str, Fact]:
    """The facts by their keys."""
    interviews = ((f"interviews/{name}.jsonl", replay(events)) for name, events in logs.items())
    entries = tuple(entry.but(seq=seq) for seq, entry in enumerate(said))
    return {fact.key: fact for fact in method_facts(interviews, StudyFacts(entries), revisions, now)}


def fact(key: str, value: str, interview: str | None = None) -> StudyFact:
    """A fact of the researcher's."""
    return StudyFact(date=DATE, key=key, value=value, interview=interview)


def said() -> tuple[Entry, ...]:
    """What the researcher said: of the study, of each interview, of information power."""
    setting = [fact("setting", "kontor" if name == "I4" else "arbeidsplass", name) for name in ("I1", "I2", "I3", "I4")]
    offered = [fact("transcript_offered", "yes", name) for name in ("I1", "I2", "I3", "I4")]
    wanted = [
        fact("transcript_wanted", "yes" if name in ("I1", "I3") else "no", name) for name in ("I1", "I2", "I3", "I4")
    ]
    power = PowerRating(date=DATE, scale="aim", value=4, text="smalt mål")
    return (fact("sampling", "strategisk"), *setting, *offered, *wanted, power, power.but(scale="theory", value=None))


def _numbered(events: list[Event]) -> list[Event]:
    return [event.but(seq=seq) for seq, event in enumerate(events)]
