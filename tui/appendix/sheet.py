"""The guide on paper: what the sheet with boxes holds.

What an interviewer needs when the computer fails. Everything to say and ask stands there in full, in the guide's order,
with the ids that the program uses, so that what was ticked on paper can be entered afterwards.
"""

from collections.abc import Iterator
from itertools import groupby, takewhile
from typing import Literal

from guide.frozen import Value
from guide.model import Guide, Point, Question
from tui.translator import N_, Translator, language_of

GATES = {
    "start": N_("(before the first question)"),
    "recording": N_("(before recording)"),
    "start_recording": N_("(before the first question and recording)"),
}


_TAGS = {"nn": "nn-NO", "en": "en-GB", "sv": "sv-SE", "da": "da-DK", "de": "de-DE"}


def words_of(language: str) -> Translator:
    """The words for a guide in this language."""
    return Translator(language_of(language))


def tag_of(language: str) -> str:
    """The language's name for spelling and hyphenation: nb-NO, nn-NO or en-GB."""
    return _TAGS.get(language, "nb-NO")


def number(value: float, _: Translator) -> str:
    """A number as it is written in the language, exactly: 60, 4.5 in English, 4,5 in Norwegian."""
    return _.decimal(str(int(value)) if value.is_integer() else repr(value))


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
            yield Run(section.title, _common_beginning(run), run)


def _common_beginning(run: tuple[Question, ...]) -> tuple[str, ...]:
    """The longest beginning that what these questions serve has in common."""
    places = zip(*(question.serves for question in run), strict=False)
    return tuple(place[0] for place in takewhile(lambda place: len(set(place)) == 1, places))


Alone = Literal["in full", "by id"]


class Tick(Value):
    """Something to tick; ``lead`` says in italics when it applies, ``mark`` what else to know about it."""

    text: str
    lead: str = ""
    mark: str = ""


class SheetQuestion(Value):
    """A question: ``mark`` stands after it in italics, ``alone`` is how it sounds before what it leans on.

    ``aim`` is the author's note to the interviewer, not to be read aloud; empty when there is none.
    """

    id: str
    ask: str
    mark: str
    aim: str
    alone: Tick | None
    probes: tuple[Tick, ...]


class Group(Value):
    """Questions asked for the same thing, under a line that says which; one without ``title`` has no such line."""

    title: str
    questions: tuple[SheetQuestion, ...]


class Sheet(Value):
    """All that stands on the sheet, before it is laid out."""

    title: str
    language: str
    time: str
    opening: tuple[Tick, ...]
    groups: tuple[Group, ...]
    after: tuple[Tick, ...]
    concepts: tuple[tuple[str, str], ...]
    optional: bool

    @property
    def questions(self) -> tuple[SheetQuestion, ...]:
        """Every question in order."""
        return tuple(question for group in self.groups for question in group.questions)


def sheet_of(guide: Guide, alone: Alone = "in full") -> Sheet:
    """The sheet, in the guide's language; ``alone`` tells leaning questions' stand-alone wordings, or only on what
    they lean.
    """
    _ = words_of(guide.language)
    minutes = "" if guide.minutes is None else _("{minutes} min", minutes=number(guide.minutes, _))
    return Sheet(
        title=guide.title,
        language=tag_of(guide.language),
        time=minutes,
        opening=tuple(_point(point, _) for point in guide.opening),
        groups=tuple(_groups(guide, alone, _)),
        after=tuple(_point(point, _) for point in guide.after),
        concepts=tuple((concept.name, concept.forms[0][1]) for concept in guide.concepts if concept.forms),
        optional=any(question.optional for question in guide.questions),
    )


def _point(point: Point, _: Translator) -> Tick:
    return Tick(point.text, mark=_(GATES["_".join(point.gate)]) if point.gate else "")


def _groups(guide: Guide, alone: Alone, _: Translator) -> Iterator[Group]:
    for section in guide.sections:
        runs = tuple(runs_of(guide.but(sections=(section,))))
        planned = "" if section.minutes is None else _("{minutes} min", minutes=number(section.minutes, _))
        if len(runs) > 1 and section.title:  # a theme stands whole, and each question says what it serves
            yield Group(
                _join(section.title, planned),
                tuple(_sheet_question(question, None, alone, _) for question in section.questions),
            )
            continue
        for run in runs:
            asked = tuple(_sheet_question(question, len(run.targets), alone, _) for question in run.questions)
            yield Group(_join(_title(guide, run), planned if run is runs[0] else ""), asked)
    if guide.closing:
        yield Group(_("Closing"), tuple(_sheet_question(question, 0, alone, _) for question in guide.closing))


def _join(*pieces: str) -> str:
    return " · ".join(piece for piece in pieces if piece)


def _title(guide: Guide, run: Run) -> str:
    labels = {target.id: target.short for target in guide.targets}
    served = ", ".join(run.targets)
    label = run.title or (labels.get(run.targets[0], "") if run.targets else "")
    return _join(served, label)


def _sheet_question(question: Question, shown: int | None, alone: Alone, _: Translator) -> SheetQuestion:
    """A question; ``shown`` is how many of what it serves stand above it, None where its group says nothing of that."""
    leans = ", ".join(question.leans_on)
    told = question.alone is not None and alone == "in full"
    rest = ", ".join(question.serves[shown or 0 :])
    marks = [rest if shown is None else _("also {ids}", ids=rest)] if rest else []
    marks += [_("after {ids}", ids=leans)] if leans and not told else []
    marks += [_("{minutes} min", minutes=number(question.minutes, _))] if question.minutes is not None else []
    lead = _("Before {ids}:", ids=leans) if leans else _("Alone:")
    probes = (
        Tick(probe.ask, "" if probe.condition is None else _("If {condition}:", condition=probe.condition))
        for probe in question.probes
    )
    return SheetQuestion(
        id=question.id,
        ask=f"({question.ask})" if question.optional else question.ask,
        mark=f"({'; '.join(marks)})" if marks else "",
        aim=question.aim or "",
        alone=Tick(question.alone or "", lead) if told else None,
        probes=tuple(probes),
    )
