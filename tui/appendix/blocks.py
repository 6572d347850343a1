"""A guide on paper: its language, its numbers, and its questions by what they serve."""

from collections.abc import Iterator
from itertools import groupby, takewhile

from guide.frozen import Value
from guide.model import Guide, Question
from tui.translator import N_, NORWEGIAN, Translator, language_of

GATES = {
    "start": N_("(before the first question)"),
    "recording": N_("(before recording)"),
    "start_recording": N_("(before the first question and recording)"),
}


_TAGS = {"nn": "nn-NO", "en": "en-GB"}


def words_of(language: str) -> Translator:
    """The words for a guide in this language."""
    return Translator("nn" if language == "nn" else language_of(language))


def tag_of(language: str) -> str:
    """The language's name for spelling and hyphenation: nb-NO, nn-NO or en-GB."""
    return _TAGS.get(language, "nb-NO")


def number(value: float, _: Translator) -> str:
    """A number as it is written in the language, exactly: 60, 4.5 in English, 4,5 in Norwegian."""
    text = str(int(value)) if value.is_integer() else repr(value)
    return text.replace(".", ",") if _.language in NORWEGIAN else text


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
