"""How an interview went: order, reasons, cards.

The order is shown and never graded: changes that follow the participant are no inconsistency.
"""

from guide.model import Point
from interviews.core.checklists import ticks
from interviews.core.events import Asked, Declined, Explained, RecordingStarted, Skipped, Ticked
from interviews.core.state import Interview
from interviews.core.timing import end_of, interview_seconds


def order(interview: Interview) -> tuple[str, ...]:
    """The questions as they were asked, one after another, those returned to again."""
    return tuple(act.question for act in interview.events_but_notes() if isinstance(act, Asked))


def reasons(interview: Interview) -> dict[str, tuple[Skipped | Declined, ...]]:
    """For each question left out or declined, the marks that say so, where a reason was written."""
    found: dict[str, tuple[Skipped | Declined, ...]] = {}
    for act in interview.events_but_notes():
        if isinstance(act, Skipped | Declined) and act.reason:
            for question in act.questions:
                found[question] = (*found.get(question, ()), act)
    return found


def count_ticks(interview: Interview, card: str) -> tuple[int, int]:
    """How many of the card's points are ticked, and of how many."""
    points = interview.guide.opening if card == "opening" else interview.guide.after
    return len(ticks(interview, card)), len(points)


def find_unticked_at_start(interview: Interview) -> tuple[str, ...]:
    """The opening's points that were to be ticked before the talk or the recording began, and were not."""
    ids = {id for _, missing in find_early_starts(interview) for id in missing}
    return tuple(point.text for point in interview.guide.opening if point.id in ids)


def find_early_starts(interview: Interview) -> tuple[tuple[Asked | RecordingStarted, frozenset[str]], ...]:
    """What was begun before points that gate it were ticked, and the ids of those points.

    An older log could say of such a point that it was not needed, and nothing was said to be missing then.
    """
    found: list[tuple[Asked | RecordingStarted, frozenset[str]]] = []
    waits = not interview.started.afterwards and interview.started.mode != "practice"
    passed: set[str] = set()
    talking = False
    for act in interview.events_but_notes():
        if isinstance(act, Ticked) and act.card == "opening":
            (passed.add if act.mark == "not_needed" else passed.discard)(act.point)
        if not isinstance(act, Asked | RecordingStarted):
            continue
        gated: tuple[Point, ...] = ()
        if waits and isinstance(act, RecordingStarted):
            gated = interview.guide.gating("recording")
        elif waits and not talking:
            gated = interview.guide.gating("start")
        talking = talking or isinstance(act, Asked)
        missing = frozenset(act.missing) | {point.id for point in gated if point.id in passed}
        if missing:
            found.append((act, missing))
    return tuple(found)


def find_still_unticked(interview: Interview) -> tuple[str, ...]:
    """Those of them that nobody has ticked since."""
    done, before = ticks(interview, "opening"), find_unticked_at_start(interview)
    return tuple(one.text for one in interview.guide.opening if one.text in before and one.id not in done)


def recordings(interview: Interview) -> int:
    """How many recordings there are; one that was gone on with counts once."""
    return len({act.number for act in interview.events_but_notes() if isinstance(act, RecordingStarted)})


def seconds_off(interview: Interview) -> float:
    """Seconds of pauses and gaps, which count in no duration."""
    if interview.started.afterwards:
        return 0.0
    return round(max(end_of(interview) - interview_seconds(interview), 0.0), 3)


def clarifications(interview: Interview) -> tuple[Explained, ...]:
    """The clarifications that were given, each with the question that it followed: many point to a wording."""
    return tuple(act for act in interview.events_but_notes() if isinstance(act, Explained))


def merge_clarifications(interview: Interview) -> tuple[Explained, ...]:
    """The same, counted as the informant heard them.

    A concept looked up again while the same question is in hand, for its longer form or by a key too many, is one.
    """
    found: list[Explained] = []
    given: set[str] = set()
    for act in interview.events_but_notes():
        if isinstance(act, Asked):
            given.clear()
        elif isinstance(act, Explained) and act.concept not in given:
            given.add(act.concept)
            found.append(act)
    return tuple(found)
