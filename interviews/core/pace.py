"""Pace: how the hour is used.

Minutes measured in earlier interviews and pilots beat the guide's estimates, and estimates beat an even share: of the
section's own minutes where it has some, else of the whole hour.
"""

from collections.abc import Mapping
from math import inf

from guide.frozen import NOTHING, Value
from guide.model import Guide, Question, Section
from interviews.core.coverage import UNTOLD, coverage
from interviews.core.state import Interview
from interviews.core.timing import interview_seconds, seconds_in_hand

RESERVE = 300.0
"""Seconds kept for the closing question and the debriefing, at most a sixth of the interview."""

WITHOUT_PLAN = 180.0
"""Seconds for a question of which nothing is known; twenty of them fill an hour."""

LEAST = 60.0
"""Seconds for a question where the plan leaves no time for it."""


class Triage(Value):
    """What was not asked yet and must be. Seconds throughout; ``remaining`` is below 0 once the time is up.

    ``room`` counts how many of ``questions``, in their order, there is time for before the closing. Those with a
    ``priority`` stand first, the lowest number first of all; optional questions last, and only while there is room for
    everything. ``asked`` were asked, have no mark, and take no time any more.
    """

    remaining: float
    questions: tuple[Question, ...]
    needed: float
    reserve: float
    room: int
    asked: tuple[Question, ...] = ()


def plan_seconds(guide: Guide, measured: Mapping[str, float] = NOTHING) -> dict[str, float]:
    """The seconds that each question but the closing's should take, by id."""
    questions = [question for section in guide.sections for question in section.questions]
    known: dict[str, float] = {}
    for section in guide.sections:
        known |= _shares(section)
    for question in questions:
        if measured.get(question.id):
            known[question.id] = measured[question.id]
        elif question.minutes:
            known[question.id] = question.minutes * 60
    unknown = [question.id for question in questions if question.id not in known]
    share = WITHOUT_PLAN
    if guide.minutes is not None and unknown:
        share = max((guide.minutes * 60 - closing_reserve(guide) - sum(known.values())) / len(unknown), LEAST)
    return {question.id: known.get(question.id, share) for question in questions}


def _shares(section: Section) -> dict[str, float]:
    """What a section's own minutes leave for each of its questions that has none; all alike."""
    free = [question.id for question in section.questions if not question.minutes]
    if section.minutes is None or not free:
        return {}
    told = sum(question.minutes or 0.0 for question in section.questions)
    share = (section.minutes - told) * 60 / len(free)
    return dict.fromkeys(free, share if share > 0 else LEAST)


def minutes_planned(guide: Guide) -> float | None:
    """How long the interview is to take, in minutes: as the guide says, else its sections' minutes and the closing's.

    None where a section with questions says nothing of its time.
    """
    if guide.minutes is not None:
        return guide.minutes
    told = [section.minutes for section in guide.sections if section.questions]
    minutes = [one for one in told if one is not None]
    return sum(minutes) + closing_reserve(guide) / 60 if told and len(minutes) == len(told) else None


def closing_reserve(guide: Guide) -> float:
    """The seconds kept for the closing and what comes after it; 0 where a guide has neither."""
    if not guide.closing and not guide.after:
        return 0.0
    return RESERVE if guide.minutes is None else min(RESERVE, guide.minutes * 60 / 6)


def behind(interview: Interview, now: float, measured: Mapping[str, float] = NOTHING) -> float | None:
    """Seconds by which the talk is behind its plan (ahead of it, below 0); None before the first question.

    A question that is done counts with its planned time, the one in hand with no more than that; the opening with the
    time that it took.
    """
    hand = interview.hand
    if hand is None:
        return None
    planned = plan_seconds(interview.guide, measured)
    states = coverage(interview).questions
    took = seconds_in_hand(interview, now)
    done = sum(seconds for id, seconds in planned.items() if id != hand and states[id].state not in UNTOLD)
    in_hand = min(took.get(hand, 0.0), planned.get(hand, 0.0))
    return interview_seconds(interview, now) - briefing_seconds(interview) - done - in_hand


def briefing_seconds(interview: Interview) -> float:
    """The seconds before the first question, pauses off: told apart from the interview's own time.

    Returns all of the time while no question has been asked.
    """
    total = interview_seconds(interview)
    return round(max(total - sum(seconds_in_hand(interview).values()), 0.0), 3)


def triage(interview: Interview, now: float, measured: Mapping[str, float] = NOTHING) -> Triage | None:
    """What is left beside the question in hand, and how long it takes; ``now`` in seconds, None without a plan."""
    guide = interview.guide
    minutes = minutes_planned(guide)
    if minutes is None or interview.started.afterwards:
        return None
    planned, states = plan_seconds(guide, measured), coverage(interview).questions
    reserve = closing_reserve(guide)
    remaining = minutes * 60 - interview_seconds(interview, now)
    open_ones = [
        question
        for section in guide.sections
        for question in section.questions
        if not states[question.id].settled and question.id != interview.hand
    ]
    open_ones.sort(key=lambda question: question.priority or inf)
    asked = tuple(one for one in open_ones if not one.optional and states[one.id].state not in UNTOLD)
    open_ones = [one for one in open_ones if states[one.id].state in UNTOLD]
    required = [question for question in open_ones if not question.optional]
    optional = [question for question in open_ones if question.optional]
    needed = sum(planned[question.id] for question in required)
    if needed + sum(planned[question.id] for question in optional) <= remaining - reserve:
        required += optional
        needed = sum(planned[question.id] for question in required)
    room = _room(required, planned, remaining - reserve)
    return Triage(remaining, tuple(required), needed, reserve, room, asked)


def _room(questions: list[Question], planned: Mapping[str, float], seconds: float) -> int:
    for place, question in enumerate(questions):
        seconds -= planned[question.id]
        if seconds < 0:
            return place
    return len(questions)
