"""The review as JSON.

In the shape that is promised to other programs; keys are added, never renamed.
"""

from collections.abc import Sequence
from typing import Any

from guide.model import Guide
from interviews.core.course import clarifications, unticked_at_start
from interviews.core.coverage import QuestionCoverage, TargetCoverage
from interviews.core.events import Stopped
from interviews.core.notes import count_left_out, notes, outward_notes
from interviews.core.recorder import place_of, segments, withheld, withheld_at, withheld_in_files
from interviews.core.state import Interview
from interviews.core.verdicts import verdicts_json
from interviews.observing.debrief import debrief_json
from interviews.study.entries import Withdrawn
from interviews.study.review import InterviewReview


def head_json(guide: Guide, withdrawals: Sequence[Withdrawn] = ()) -> dict[str, object]:
    """What the review says of the guide, and where somebody has left, how many and with how many interviews."""
    left = {
        "participants": len(withdrawals),
        "interviews": sum(one.interviews for one in withdrawals),
        "pilots": sum(one.pilots for one in withdrawals),
    }
    return {
        "title": guide.title,
        "research_questions": [
            {
                "id": one.id,
                "text": one.text,
                "parts": [part.id for part in one.parts],
                "questions": [question.id for question in guide.serving(one.id)],
            }
            for one in guide.research_questions
        ],
        **({"withdrawn": left} if withdrawals else {}),
    }


def interview_json(one: InterviewReview, interview: Interview, *, reflexive: bool = False) -> dict[str, Any]:
    """One interview with its notes, the ``reflexive`` ones only when asked for; words that are held back left out.

    ``use`` stands at a note of which it is asked whether it may be used.
    """
    return {
        "participant": one.participant,
        "code": one.name,
        "revision": one.revision,
        "mode": one.mode,
        "file": one.file,
        **({"moved": dict(one.placement.moved)} if one.placement.moved else {}),
        "started": one.started,
        "seconds": _time_or_none(one, one.seconds),
        "afterwards": one.afterwards,
        "ended": one.ended,
        "research_questions": {id: _target_json(target, one) for id, target in one.coverage.targets.items()},
        "questions": {id: _question_json(id, question, one) for id, question in one.coverage.questions.items()},
        "notes": [
            {
                "t": note.when,
                "kind": note.kind,
                "text": note.text if note.usable else "",
                "about": list(note.about),
                "tags": list(note.tags) if note.usable else [],
                "follow_up": note.state,
                **_place_in_recording(interview, note.t),
                "seq": note.seq,
                **({"quoted": True} if note.quoted else {}),
                **({"corrected": True} if note.corrected else {}),
                **({"left_out": True} if note.left_out else {}),
                **({} if note.use is None else {"use": note.use}),
            }
            for note in notes(interview)
            if reflexive or note.kind != "reflexive"
        ],
        "notes_left_out": count_left_out(interview),
        "follow_ups": one.fates,
        **_course_json(one, interview),
        "debrief": debrief_json(one.debrief),
        **(verdicts_json(interview, one.name) if one.mode == "pilot" else {}),
    }


def _time_or_none(one: InterviewReview, seconds: float) -> float | None:
    """A time of the interview; none where it was entered afterwards, for then it is the entering's."""
    return None if one.afterwards else seconds


def _target_json(target: TargetCoverage, one: InterviewReview) -> dict[str, object]:
    return {
        "state": target.state,
        "covered": target.covered,
        "of": target.of,
        "notes": target.notes,
        "seconds": _time_or_none(one, target.seconds),
    }


def _question_json(id: str, question: QuestionCoverage, one: InterviewReview) -> dict[str, object]:
    return {
        "state": question.state,
        "unasked": question.unasked,
        "depth": question.depth,
        "asked_at": question.asked_at,
        "covered_at": question.covered_at,
        "notes": question.notes,
        "seconds": _time_or_none(one, question.seconds),
        "declined": question.declined_at is not None,
        "declined_at": None if question.declined_at is None else _time_or_none(one, question.declined_at),
        "probes": [
            {"point": tick.point, "text": tick.text, "mark": tick.mark, "t": _time_or_none(one, tick.t)}
            for tick in one.probes.get(id, ())
        ],
        **_examples_json(id, one),
    }


def _examples_json(id: str, one: InterviewReview) -> dict[str, object]:
    """How many examples were told, where the guide asks for some."""
    asked = one.guide.question(id)
    return {"examples": one.examples[id]} if asked is not None and asked.examples else {}


def _place_in_recording(interview: Interview, t: float) -> dict[str, object]:
    """Where a moment lies in the recording, and whether it is not to be transcribed."""
    place = place_of(interview, t)
    return {
        "recording": None if place is None else place.number,
        "offset": None if place is None else place.seconds,
        "withheld": withheld_at(interview, t),
    }


def _course_json(one: InterviewReview, interview: Interview) -> dict[str, object]:
    return {
        "order": list(one.order),
        "briefing": _time_or_none(one, one.briefing),
        **({"begun_before": list(missing)} if (missing := unticked_at_start(interview)) else {}),
        "stopped": interview.last(Stopped) is not None,
        "sides": one.sides,
        "explained": [
            {"concept": act.concept, "level": act.level, "after": act.after, "t": _time_or_none(one, act.t)}
            for act in clarifications(interview)
        ],
        "recordings": [
            {"number": one.number, "start": one.start, "stop": one.stop, "offset": one.offset}
            for one in segments(interview)
        ],
        "withheld": [list(span) for span in withheld(interview)],
        "withheld_in_recordings": [
            [{"number": one.number, "start": one.start, "end": one.end} for one in span]
            for span in withheld_in_files(interview)
        ],
        "topics": [note.text for note in outward_notes(interview) if note.kind == "topic" and note.text],
    }
