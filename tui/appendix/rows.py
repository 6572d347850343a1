"""A guide's questions cut into rows of a table: neighbours in one section that are asked for the same thing."""

from collections.abc import Iterator
from itertools import groupby, takewhile

from guide.faults import fold
from guide.model import Guide, Question, Section
from guide.values import Value


class Run(Value):
    """Questions that follow each other. ``targets`` is the common beginning of what each serves; ``title`` is the
    section's, or empty where it says nothing that the target's label does not.
    """

    title: str
    targets: tuple[str, ...]
    questions: tuple[Question, ...]


def runs_of(guide: Guide) -> Iterator[Run]:
    """The rows in the guide's order, the closing left out: a new one where section or first target changes."""
    for section in guide.sections:
        runs = [tuple(run) for _, run in groupby(section.questions, key=lambda question: question.serves[:1])]
        title = "" if len(runs) == 1 and _is_label(guide, section, runs[0]) else section.title
        for run in runs:
            yield Run(title, _shared(run), run)


def _shared(run: tuple[Question, ...]) -> tuple[str, ...]:
    """The longest beginning that what these questions serve has in common."""
    places = zip(*(question.serves for question in run), strict=False)
    return tuple(place[0] for place in takewhile(lambda place: len(set(place)) == 1, places))


def _is_label(guide: Guide, section: Section, run: tuple[Question, ...]) -> bool:
    """Whether the section's title only repeats the name of what its questions serve first."""
    first = run[0].serves[:1]
    names = {fold(name) for target in guide.targets if (target.id,) == first for name in (target.short, target.text)}
    return fold(section.title) in names
