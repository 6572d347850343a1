"""A guide's questions cut into rows of a table: neighbours in one section that are asked for the same thing."""

from collections.abc import Iterator
from itertools import groupby, takewhile

from guide.model import Guide, Question
from guide.values import Value


class Run(Value):
    """Questions that follow each other, under their section's title: it is the author's, and always stands.

    ``targets`` is the common beginning of what each serves.
    """

    title: str
    targets: tuple[str, ...]
    questions: tuple[Question, ...]


def runs_of(guide: Guide) -> Iterator[Run]:
    """The rows in the guide's order, the closing left out: a new one where section or first target changes."""
    for section in guide.sections:
        runs = [tuple(run) for _, run in groupby(section.questions, key=lambda question: question.serves[:1])]
        for run in runs:
            yield Run(section.title, _shared(run), run)


def _shared(run: tuple[Question, ...]) -> tuple[str, ...]:
    """The longest beginning that what these questions serve has in common."""
    places = zip(*(question.serves for question in run), strict=False)
    return tuple(place[0] for place in takewhile(lambda place: len(set(place)) == 1, places))
