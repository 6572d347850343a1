"""The review in the shape that the contract promises to other programs; keys are added, never renamed."""

from interviews.course import clarified, order
from interviews.events import Stopped
from interviews.notes import notes
from interviews.pace import briefing_seconds
from interviews.points import sides
from interviews.recorder import place_of, segments, withheld
from interviews.review import Review, Reviewed
from interviews.state import Interview


def as_json(result: Review) -> dict[str, object]:
    """The review in the shape that the contract promises; problems are left to the caller, who speaks a language."""
    return {
        "title": result.guide.title,
        "research_questions": [
            {
                "id": one.id,
                "text": one.text,
                "parts": [part.id for part in one.parts],
                "questions": [question.id for question in result.guide.serving(one.id)],
            }
            for one in result.guide.research_questions
        ],
        "interviews": [_interview_json(one) for one in result.interviews],
    }


def _interview_json(one: Reviewed) -> dict[str, object]:
    return {
        "participant": one.participant,
        "mode": one.mode,
        "file": one.file,
        "started": one.interview.started.wall,
        "seconds": one.seconds,
        "ended": one.interview.ended is not None,
        "research_questions": {
            id: {
                "state": target.state,
                "covered": target.covered,
                "of": target.of,
                "notes": target.notes,
                "seconds": target.seconds,
            }
            for id, target in one.coverage.targets.items()
        },
        "questions": {
            id: {
                "state": question.state,
                "unasked": question.unasked,
                "depth": question.depth,
                "asked_at": question.asked_at,
                "covered_at": question.covered_at,
                "notes": question.notes,
                "seconds": question.seconds,
            }
            for id, question in one.coverage.questions.items()
        },
        "notes": [
            {
                "t": note.t,
                "kind": note.kind,
                "text": note.text,
                "about": list(note.about),
                "tags": list(note.tags),
                "follow_up": note.state,
                **_heard(one.interview, note.t),
            }
            for note in one.notes
        ],
        "follow_ups": one.fates,
        **_course_json(one.interview),
    }


def _heard(interview: Interview, t: float) -> dict[str, object]:
    """Where a moment lies in the recording, and whether it is not to be transcribed."""
    place = place_of(interview, t)
    return {
        "recording": None if place is None else place.number,
        "offset": None if place is None else place.seconds,
        "withheld": any(start <= t < end for start, end in withheld(interview)),
    }


def _course_json(interview: Interview) -> dict[str, object]:
    return {
        "order": list(order(interview)),
        "briefing": briefing_seconds(interview),
        "stopped": interview.last(Stopped) is not None,
        "sides": sides(interview),
        "explained": [
            {"concept": act.concept, "level": act.level, "after": act.after, "t": act.t} for act in clarified(interview)
        ],
        "recordings": [
            {"number": one.number, "start": one.start, "stop": one.stop, "offset": one.offset}
            for one in segments(interview)
        ],
        "withheld": [list(span) for span in withheld(interview)],
        "topics": [note.text for note in notes(interview) if note.kind == "topic"],
    }
