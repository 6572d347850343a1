"""Checklists: the points of cards, read-through among them.

The opening's, a question's probes with their conditions, both sides, what comes after.
"""

import re
from typing import Literal

from guide.frozen import Value
from guide.model import Point, Question
from guide.problems import fold_case
from interviews.core.clock import Moment
from interviews.core.commands import MarkSide, Tick
from interviews.core.events import Event, Refusal, Side, Sided, Ticked, TickMark
from interviews.core.state import Interview

Gate = Literal["start", "recording"]

SIDES: tuple[Side, ...] = ("positive", "negative")
"""Both sides that a two-sided question asks for."""


class ProbePoint(Value):
    """A line of the probes card: a probe, or the condition on which the probes after it are asked.

    ``point`` is its id in the log: the probe's place from 1, or ``if`` and the place of the first probe it is for.
    """

    point: str
    text: str
    is_condition: bool = False


class ProbeTick(Value):
    """A probe, or a condition, that was ticked: ``point`` is its id in the log, ``t`` when, in seconds."""

    point: str
    text: str
    mark: TickMark
    t: float
    is_condition: bool = False


def ticks(interview: Interview, card: str, question: str | None = None) -> dict[str, str]:
    """The mark of each ticked point of a card, by the point's id: done or not_needed.

    A point of the opening that gates something is done or it is not: a "not needed" of an older log is no tick.
    """
    found: dict[str, str] = {}
    for act in interview.events_but_notes():
        if isinstance(act, Ticked) and act.card == card and act.question == question:
            found[act.point] = act.mark
    gates = gating(interview) if card == "opening" else frozenset()
    return {
        point: mark for point, mark in found.items() if mark == "done" or (mark == "not_needed" and point not in gates)
    }


def gating(interview: Interview) -> frozenset[str]:
    """The ids of the opening's points that gate the first question or the recorder."""
    return frozenset(point.id for point in interview.guide.opening if point.gate)


def missing_gates(interview: Interview, gate: Gate = "recording") -> tuple[Point, ...]:
    """The opening points that are wanted before this and have no tick."""
    ticked = ticks(interview, "opening")
    return tuple(point for point in interview.guide.gating(gate) if point.id not in ticked)


def missing_at_start(interview: Interview) -> tuple[Point, ...]:
    """The opening points that the first question waits for; none in practice, nor where it is entered afterwards."""
    waits = interview.hand is None and not interview.started.afterwards and interview.started.mode != "practice"
    return missing_gates(interview, "start") if waits else ()


def probe_points(interview: Interview, question: Question) -> tuple[ProbePoint, ...]:
    """The probes that can be asked now: conditional ones once their condition, which stands before them, is ticked."""
    marks = ticks(interview, "probes", question.id)
    points: list[ProbePoint] = []
    asked: dict[str, str] = {}
    for place, probe in enumerate(question.probes, 1):
        if probe.condition is not None and probe.condition not in asked:
            asked[probe.condition] = point = f"if {place}"
            points.append(ProbePoint(point, probe.condition, is_condition=True))
        if probe.condition is None or marks.get(asked[probe.condition]) == "done" or str(place) in marks:
            points.append(ProbePoint(str(place), probe.ask))
    return tuple(points)


def probe_ticks(interview: Interview) -> dict[str, tuple[ProbeTick, ...]]:
    """The probes and conditions that are ticked, done or not needed, for each question that has any; as they stand."""
    marks: dict[str, dict[str, Ticked]] = {}
    for act in interview.events_but_notes():
        if isinstance(act, Ticked) and act.card == "probes" and act.question is not None:
            marks.setdefault(act.question, {})[act.point] = act
    found = {}
    for question in interview.guide.questions:
        mine = marks.get(question.id, {})
        told = tuple(
            ProbeTick(point.point, point.text, mine[point.point].mark, mine[point.point].t, point.is_condition)
            for point in every_point(question)
            if point.point in mine and mine[point.point].mark != "open"
        )
        if told:
            found[question.id] = told
    return found


def every_point(question: Question) -> tuple[ProbePoint, ...]:
    """Every probe, each condition before the first probe that it is for."""
    points: list[ProbePoint] = []
    conditions: set[str] = set()
    for place, probe in enumerate(question.probes, 1):
        if probe.condition is not None and probe.condition not in conditions:
            conditions.add(probe.condition)
            points.append(ProbePoint(f"if {place}", probe.condition, is_condition=True))
        points.append(ProbePoint(str(place), probe.ask))
    return tuple(points)


def sides(interview: Interview) -> dict[str, dict[Side, int]]:
    """How many experiences were counted on each side, for every two-sided question; no verdict is drawn from it."""
    found: dict[str, dict[Side, int]] = {
        question.id: dict.fromkeys(SIDES, 0) for question in interview.guide.questions if question.two_sided
    }
    for act in interview.events_but_notes():
        if isinstance(act, Sided) and act.question in found:
            found[act.question][act.side] += 1
    return found


def tick(interview: Interview, command: Tick, at: Moment) -> Event | Refusal:
    """The tick of one point of a card."""
    guide = interview.guide
    question = guide.question(command.question or "") if command.card == "probes" else None
    if command.card == "probes":
        points = [one.point for one in every_point(question)] if question is not None else []
    else:
        points = [point.id for point in (guide.opening if command.card == "opening" else guide.after)]
    if command.point not in points:
        return Refusal("unknown_point", {"point": command.point})
    return Ticked(
        seq=interview.next_seq,
        t=at.now,
        card=command.card,
        point=command.point,
        question=question.id if question is not None else None,
        mark=command.mark,
    )


def mark_side(interview: Interview, command: MarkSide, at: Moment) -> Event | Refusal:
    """One more experience on a side of a question that asks for both."""
    named = command.question or interview.hand
    if named is None:
        return Refusal("nothing_in_hand")
    question = interview.guide.question(named)
    if question is None:
        return Refusal("unknown_question", {"id": named})
    if not question.two_sided:
        return Refusal("not_two_sided", {"id": question.id})
    return Sided(seq=interview.next_seq, t=at.now, question=question.id, side=command.side)


# The informant's read-through of the transcript.

Step = Literal["offered", "wanted", "sent", "comments", "done"]
STEPS: tuple[Step, ...] = ("offered", "wanted", "sent", "comments", "done")
"""What there is to say of a read-through, in the order in which it happens."""

_IDS = frozenset({"transcript", "transkripsjon", "read_through"})
_WORDS = re.compile(r"(?i)transkri|transcri|gjennomles|les\w* (?:\w+ )?(?:i)?gjennom|read\w* (?:\w+ )?(?:it )?through")


def key_of(step: Step) -> str:
    """The key under which a step stands in ``study.jsonl``."""
    return f"transcript_{step}"


def is_read_through(point: Point) -> bool:
    """Whether a point of ``after`` offers the read-through: by its id, else by its words."""
    return fold_case(point.id) in _IDS or _WORDS.search(point.text) is not None


def offer_at_closing(interview: Interview) -> tuple[str, Ticked | None]:
    """What ticking when closing says of the offer: yes, no for "not needed", empty for neither; and the tick."""
    points = {point.id for point in interview.guide.after if is_read_through(point)}
    marks = [mark for id, mark in ticks(interview, "after").items() if id in points]
    said = "yes" if "done" in marks else "no" if "not_needed" in marks else ""
    acts = [
        act
        for act in interview.events_but_notes()
        if isinstance(act, Ticked) and act.card == "after" and act.point in points
    ]
    return said, acts[-1] if said else None
