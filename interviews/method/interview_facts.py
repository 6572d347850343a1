"""Facts from one interview's log.

Each with the events behind it; the events themselves are not kept.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import TypeVar

from guide.frozen import Value
from guide.model import Guide
from interviews.core.afterwards import date_of
from interviews.core.checklists import offer_at_closing, probe_ticks, sides, ticks
from interviews.core.course import find_early_starts, find_unticked_at_start, merge_clarifications
from interviews.core.coverage import WITH_EXAMPLE, QuestionCoverage, coverage
from interviews.core.events import (
    Asked,
    Continued,
    Covered,
    Declined,
    Edited,
    Event,
    Explained,
    Filled,
    Mode,
    Noted,
    Paused,
    PilotKind,
    RecordingDeclined,
    RecordingStarted,
    Resumed,
    Sided,
    Skipped,
    Stopped,
    Ticked,
    Unmarked,
)
from interviews.core.notes import notes
from interviews.core.pace import briefing_seconds
from interviews.core.recorder import has_declined
from interviews.core.state import Interview
from interviews.core.timing import seconds_in_hand
from interviews.method.facts import Refs
from interviews.study.combining import hands_of

Kind = TypeVar("Kind", bound=Event)


class Backed(Value):
    """A count of things by name, and the events behind it."""

    of: Mapping[str, int]
    evidence: Refs


class InterviewFacts(Value):
    """One interview. ``length`` and ``briefing`` are seconds before and after the first question, None where unknown.

    ``by`` are the initials of who held it, of several where logs were combined.
    ``wall`` is the first act's wall clock, ``date`` when the interview was, as far as the log tells: of one that was
    entered ``afterwards``, what was said of it. ``copy`` is the guide as its log has it, ``guide`` the same in the ids
    of today. ``pilot`` is a pilot's kind, empty where that was not told. ``recordings`` counts files by number;
    ``notes`` counts ``during notes``, ``after reflexive`` … and ``filled``; ``sides`` counts ``B5 positive`` …;
    ``probes`` counts ``A4 done`` and ``A4 not_needed``; ``consent`` counts the points that gate something, by
    their text, ``begun_before`` those that were not ticked when the talk, or the recording, began.
    ``covered`` counts how each question stands: ``B5 questions`` for covered, ``B5 with_example``, ``B6 asked`` …
    ``offered`` is yes or no where the closing's point about the transcript was ticked, else empty.
    """

    name: str
    start: str
    participant: str
    by: tuple[str, ...]
    mode: Mode
    pilot: PilotKind
    wall: str
    date: str
    afterwards: bool
    guide: Guide
    copy: Guide
    length: float | None
    length_evidence: Refs
    briefing: float | None
    briefing_evidence: Refs
    recordings: Backed
    recording_declined: Refs
    agreed_later: bool
    withdrawn: bool
    notes: Backed
    clarified: Backed
    sides: Backed
    probes: Backed
    covered: Backed
    declined: Backed
    consent: Backed
    begun_before: Backed
    consent_start: Backed
    consent_both: Backed
    stopped: Refs
    offered: str
    offered_evidence: Refs


def collect_interview_facts(file: str, interview: Interview) -> InterviewFacts:
    """What an interview's log tells; ``file`` is the log's name, with its folder and suffix or without."""
    told = _Collector(PurePath(file).stem, interview)
    first = next(told.acts(Asked), None)
    before, pauses = told.pauses(first)
    ended = interview.ended
    offered, tick = offer_at_closing(interview)
    timed = first is not None and not interview.started.afterwards
    return InterviewFacts(
        name=told.name,
        start=told.ref(interview.started),
        participant=interview.started.participant,
        by=hands_of(interview) or ((by,) if (by := interview.started.interviewer) else ()),
        mode=interview.started.mode,
        pilot=interview.started.pilot,
        wall=interview.started.wall,
        date=date_of(interview),
        afterwards=interview.started.afterwards,
        guide=interview.guide,
        copy=interview.copy,
        length=round(sum(seconds_in_hand(interview).values()), 3) if timed and ended else None,
        length_evidence=told.refs(first, *pauses, ended) if timed and ended else (),
        briefing=briefing_seconds(interview) if timed else None,
        briefing_evidence=told.refs(first, *before) if timed else (),
        recordings=told.recordings(),
        recording_declined=told.refs(*told.acts(RecordingDeclined)),
        agreed_later=told.before(RecordingDeclined, RecordingStarted) and not has_declined(interview),
        withdrawn=told.before(RecordingStarted, RecordingDeclined) and has_declined(interview),
        notes=told.notes(),
        clarified=told.clarifications(),
        sides=told.sides(),
        probes=told.probes(),
        covered=told.coverage(),
        declined=told.refusals(),
        begun_before=told.find_early_starts(),
        consent=told.consent("recording"),
        consent_start=told.consent("start"),
        consent_both=told.consent("start", "recording"),
        stopped=told.refs(*told.acts(Stopped)),
        offered=offered,
        offered_evidence=told.refs(tick),
    )


class _Collector:
    """One log, asked for one thing after another."""

    def __init__(self, name: str, interview: Interview) -> None:
        self.name = name
        self._interview = interview

    def ref(self, act: Event) -> str:
        return f"{self.name}:{act.seq}"

    def refs(self, *acts: Event | None) -> Refs:
        return tuple(f"{self.name}:{seq}" for seq in sorted({act.seq for act in acts if act is not None}))

    def acts(self, kind: type[Kind]) -> Iterator[Kind]:
        return (act for act in self._interview.events() if isinstance(act, kind))

    def pauses(self, first: Event | None) -> tuple[list[Event], list[Event]]:
        """Pauses and gaps that no duration counts: those before the first question, and all of them."""
        ended = self._interview.ended
        stop = self._interview.next_seq if ended is None else ended.seq
        found: list[Event] = [
            act for act in self._interview.events() if isinstance(act, Paused | Continued | Resumed) and act.seq < stop
        ]
        return [act for act in found if first is not None and act.seq < first.seq], found

    def recordings(self) -> Backed:
        started = list(self.acts(RecordingStarted))
        return Backed({str(act.number): 1 for act in started}, self.refs(*started))

    def notes(self) -> Backed:
        """Notes by phase; the end is evidence where something stands after it."""
        ended = self._interview.ended
        noted = list(self.acts(Noted))
        end = self._interview.next_seq if ended is None else ended.seq
        counts = Counter(_sort_of(act, "after" if act.seq > end else "during") for act in noted)
        bookmarks = {act.seq for act in noted if act.kind == "bookmark"}
        filling = [
            act for act in self._interview.events() if isinstance(act, Edited | Filled) and act.note in bookmarks
        ]
        counts["filled"] = sum(1 for note in notes(self._interview) if note.kind == "bookmark" and note.counts)
        return Backed(+counts, self.refs(*noted, *filling, ended if noted and noted[-1].seq > end else None))

    def clarifications(self) -> Backed:
        given = Counter(act.concept for act in merge_clarifications(self._interview))
        return Backed(given, self.refs(*self.acts(Explained)))

    def sides(self) -> Backed:
        """Both sides of each question on which one was counted, a side that was not with 0."""
        counted = {id: of for id, of in sides(self._interview).items() if any(of.values())}
        of = {f"{id} {side}": number for id, sided in counted.items() for side, number in sided.items()}
        return Backed(of, self.refs(*(act for act in self.acts(Sided) if act.question in counted)))

    def probes(self) -> Backed:
        """The probes that are ticked, conditions left out, by question and mark."""
        found = {
            id: Counter(tick.mark for tick in ticks if not tick.is_condition)
            for id, ticks in probe_ticks(self._interview).items()
        }
        of = {f"{id} {mark}": count for id, counted in found.items() for mark, count in counted.items()}
        marks = (act for act in self.acts(Ticked) if act.card == "probes" and found.get(act.question or ""))
        return Backed(of, self.refs(*marks))

    def coverage(self) -> Backed:
        """How each question stands, ``B5 questions``, ``B5 with_example``; nothing where no question was met.

        Every judgement bears on it, and what was asked or noted where nothing was judged after it.
        """
        states = coverage(self._interview).questions
        of = {f"{id} {what}": 1 for id, one in states.items() for what in _standing(one)}
        if all(one.state == "untouched" for one in states.values()):
            return Backed({}, ())
        bears = (
            act
            for act in self._interview.events()
            if isinstance(act, Covered | Skipped | Declined | Unmarked)
            or (
                isinstance(act, Asked) and act.question in states and states[act.question].state in ("asked", "covered")
            )
            or (isinstance(act, Noted) and any(states[id].state == "touched" for id in act.about if id in states))
        )
        return Backed(of, self.refs(*bears))

    def before(self, first: type[Event], then: type[Event]) -> bool:
        """Whether an act of the one kind came before one of the other."""
        one = next(self.acts(first), None)
        return one is not None and any(act.seq > one.seq for act in self.acts(then))

    def refusals(self) -> Backed:
        marks = list(self.acts(Declined))
        return Backed({question: 1 for act in marks for question in act.questions}, self.refs(*marks))

    def consent(self, *gate: str) -> Backed:
        """The ticked points of the opening whose gates are exactly these: ``start``, ``recording``, or both."""
        gates = {one.id: one.text for one in self._interview.guide.opening if one.gate and set(one.gate) == set(gate)}
        done = ticks(self._interview, "opening")
        texts = {text: 1 for id, text in gates.items() if id in done}
        marks = (act for act in self.acts(Ticked) if act.card == "opening" and act.point in gates and act.point in done)
        return Backed(texts, self.refs(*marks))

    def find_early_starts(self) -> Backed:
        marks = [act for act, _ in find_early_starts(self._interview)]
        return Backed(dict.fromkeys(find_unticked_at_start(self._interview), 1), self.refs(*marks))


def _standing(one: QuestionCoverage) -> tuple[str, ...]:
    """Under which names a question is counted."""
    if one.state == "covered":
        depth = (_DEPTHS[one.depth],) if one.depth in _DEPTHS else ()
        return ("questions", *depth, *(("unasked",) if one.unasked else ()))
    return (one.state,)


_DEPTHS = {1: "mentioned", 2: "described", WITH_EXAMPLE: "with_example"}


def _sort_of(act: Noted, phase: str) -> str:
    return f"{phase} {_SORTS.get(act.kind, 'notes')}"


_SORTS = {"bookmark": "bookmarks", "reflexive": "reflexive"}
