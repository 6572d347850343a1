"""Measures of an interview's talk: turns, lengths, share of talk.

They are those that the field counts, as far as a transcript has them. What an observer measured stands in the
debrief. Nothing is estimated: of a transcript that does not say who spoke there is nothing.
"""

from collections.abc import Sequence
from pathlib import Path

from guide.advice import advise
from guide.frozen import Value
from guide.model import Guide, Question, Section
from interviews.core.state import Interview
from interviews.transcripts.kept import find_transcript, read_kept
from interviews.transcripts.turns import Turn, count_words

LEADING = frozenset({"leading"})
UNCLEAR = frozenset({"double-barrelled", "stacked"})
"""Rules of advice by which a question asks for several things at once."""


class SpokenMeasures(Value):
    """Turns and words of both, how many words each answer has (shortest first), what the interviewer asked.

    ``leading`` and ``unclear`` are those of the ``asked`` that a rule of ``check`` finds so.
    """

    interviewer_turns: int
    answers: tuple[int, ...]
    interviewer_words: int
    asked: int
    leading: int
    unclear: int

    @property
    def informant_share(self) -> int:
        """Percent of the words that are the informant's."""
        words = sum(self.answers)
        return round(100 * words / (words + self.interviewer_words))


def read_turns_of(study: Path, interview: Interview) -> tuple[Turn, ...]:
    """The turns of an interview's transcript; none where none is kept."""
    path = find_transcript(study, interview.code, interview.started.combined)
    return () if path is None else read_kept(path)[0]


def measure_turns(turns: Sequence[Turn], guide: Guide) -> SpokenMeasures | None:
    """What the turns come to; None where they do not say who spoke."""
    mine = [turn.text for turn in turns if turn.role == "interviewer" and turn.text.strip()]
    answers = tuple(sorted(count_words(turn.text) for turn in turns if turn.role == "participant"))
    if not mine or not sum(answers):
        return None
    asked = [text for text in mine if "?" in text]
    found = _rules_met(asked, guide)
    return SpokenMeasures(
        interviewer_turns=len(mine),
        answers=answers,
        interviewer_words=sum(map(count_words, mine)),
        asked=len(asked),
        leading=sum(1 for rules in found if rules & LEADING),
        unclear=sum(1 for rules in found if rules & UNCLEAR),
    )


def _rules_met(asked: Sequence[str], guide: Guide) -> list[set[str]]:
    """For each of these questions, as they were said, the rules of advice that find something in it."""
    told = tuple(Question(f"T{number}", text, "") for number, text in enumerate(asked))
    found: dict[str | None, set[str]] = {one.id: set() for one in told}
    for advice in advise(guide.but(sections=(Section("", (), told),), closing=(), accepted={})):
        if advice.question in found:
            found[advice.question].add(advice.rule)
    return [found[one.id] for one in told]
