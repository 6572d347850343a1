"""The probes of a question as the screen calls them: the same numbers in the pane, on the line and on the card."""

from guide.model import Question
from guide.values import Value
from interviews.points import ProbePoint, every_point, probe_points, ticks
from interviews.state import Interview


class Numbered(Value):
    """A line of the probes: its ``point``, how it is ticked, and its number; None while its condition is not ticked."""

    point: ProbePoint
    mark: str
    place: int | None


def numbered_probes(interview: Interview, question: Question) -> tuple[Numbered, ...]:
    """Every probe and condition of a question, with the numbers that they have on its card now."""
    marks = ticks(interview, "probes", question.id)
    places = {one.point: place for place, one in enumerate(probe_points(interview, question), 1)}
    return tuple(Numbered(one, marks.get(one.point, "open"), places.get(one.point)) for one in every_point(question))


def probes_in_hand(interview: Interview) -> tuple[Numbered, ...]:
    """Those of the question in hand; worked out once between two events, since the prompt asks at every key."""
    return interview.remembered("probes in hand", lambda: _in_hand(interview))


def _in_hand(interview: Interview) -> tuple[Numbered, ...]:
    question = interview.guide.question(interview.hand or "")
    return () if question is None else numbered_probes(interview, question)
