"""What a question's cell stands on besides its state: probes that were ticked, examples, and the guide's revision."""

from textwrap import wrap

from guide.model import Question
from interviews.events import TickMark
from interviews.points import ProbeTick
from interviews.review import Reviewed
from tui.words import Words

_TICKED: tuple[TickMark, ...] = ("done", "not_needed")
IN_TEXT = ("probes_done", "probes_not_needed")
IN_REPORT = ("report_probes_done", "report_probes_not_needed")
_BY_NUMBER = ("probes_short_done", "probes_short_not_needed")
_INDENT = " " * 10
_ROOM = 78


def describe_probes(one: Reviewed, question: str, words: Words, keys: tuple[str, str] = IN_TEXT) -> list[str]:
    """A question's ticked probes in words, those that were not needed apart; empty where none was ticked."""
    told = []
    for key, mark in zip(keys, _TICKED, strict=True):
        texts = [_text(tick, words) for tick in one.probes.get(question, ()) if tick.mark == mark]
        told += [words(key, id=question, probes=" · ".join(texts))] if texts else []
    return told


def list_probes(one: Reviewed, question: str, words: Words) -> list[str]:
    """The same by the probes' numbers, for a line that has little room."""
    told = []
    for key, mark in zip(_BY_NUMBER, _TICKED, strict=True):
        ticks = [tick for tick in one.probes.get(question, ()) if tick.mark == mark and not tick.is_condition]
        told += [words(key, points=" ".join(tick.point for tick in ticks))] if ticks else []
    return told


def lines_below(one: Reviewed, question: Question, words: Words) -> list[str]:
    """What stands below a question in one interview's text: sides and examples, then probes, wrapped where long."""
    counted = " · ".join((*describe_sides(one, question, words), *describe_examples(one, question, words)))
    lines = [*([counted] if counted else []), *describe_probes(one, question.id, words)]
    return [
        part for line in lines for part in wrap(line, _ROOM, initial_indent=_INDENT, subsequent_indent=f"{_INDENT}  ")
    ]


def describe_examples(one: Reviewed, question: Question | None, words: Words) -> list[str]:
    """How many examples were told, of a question that asks for some and was met; else nothing."""
    if question is None or not question.examples or one.coverage.questions[question.id].state == "untouched":
        return []
    return [words("review_examples", told=one.examples.get(question.id, 0), wanted=question.examples)]


def describe_sides(one: Reviewed, question: Question | None, words: Words) -> list[str]:
    """Positive beside negative, of a question that asks for both and where either was told; no verdict."""
    counted = one.sides.get(question.id) if question is not None else None
    return [words("review_both_sides", **counted)] if counted is not None and any(counted.values()) else []


def describe_revision(one: Reviewed, words: Words) -> str:
    """Which revision of the guide an interview was held with, in words."""
    if one.revision is None:
        return words("review_revision_none")
    return words("review_revision", number=one.revision)


def number_of_revision(one: Reviewed) -> str:
    """The same as short as a column wants it."""
    return "–" if one.revision is None else str(one.revision)


def _text(tick: ProbeTick, words: Words) -> str:
    return words("probe_if", condition=tick.text) if tick.is_condition else tick.text
