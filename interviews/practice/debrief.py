"""The debrief of a practice interview.

Facts to talk about: nothing of it is a grade, and nothing of it counts.
"""

from guide.frozen import Value
from interviews.core.coverage import coverage
from interviews.core.events import Explained
from interviews.core.notes import notes
from interviews.core.state import Interview
from interviews.core.timing import end_of
from interviews.practice.informant import PACE, Informant, Speech, speeches_until


class Early(Value):
    """A question answered before it was asked, in the talk about ``within`` (None before the first question).

    ``t`` is where that answer began; ``covered_at`` and ``asked_at`` are when the question was first marked as covered
    and first asked, None for never; all in seconds into the interview.
    """

    question: str
    within: str | None
    t: float
    covered_at: float | None
    asked_at: float | None

    @property
    def marked(self) -> bool:
        """Whether it was marked as covered without having been asked: the interviewer heard it."""
        return self.covered_at is not None and (self.asked_at is None or self.covered_at < self.asked_at)


class CutOff(Value):
    """An answer that the interviewer cut off, ``t`` seconds into the interview where it began.

    ``within`` is the question that it was about, None before the first; ``begun`` of its ``sentences`` were heard.
    """

    t: float
    within: str | None
    begun: int
    sentences: int


class Debrief(Value):
    """What a practice interview showed: facts to talk about, and no grade.

    ``clarified`` names concepts in the order of their first clarification. ``notes`` counts as the review does, so a
    bookmark that got its words is in both numbers. ``longest`` is the longest answer in seconds, pauses and gaps off.
    """

    early: tuple[Early, ...]
    cut_off: tuple[CutOff, ...]
    clarified: tuple[str, ...]
    notes: int
    bookmarks: int
    longest: float


def debrief(informant: Informant, interview: Interview, pace: float = PACE) -> Debrief:
    """What the practice showed, at the ``pace`` (words a second) that it was held in, up to its end or last act."""
    heard = speeches_until(informant, interview, end_of(interview), pace)
    taken = notes(interview)
    concepts = [act.concept for act in interview.events() if isinstance(act, Explained)]
    return Debrief(
        early=_early(heard, interview),
        cut_off=tuple(
            CutOff(round(speech.t, 3), speech.within, speech.begun, len(speech.words.sentences))
            for speech in heard
            if speech.cut and speech.begun < len(speech.words.sentences)
        ),
        clarified=tuple(dict.fromkeys(concepts)),
        notes=sum(1 for note in taken if note.counts),
        bookmarks=sum(1 for note in taken if note.kind == "bookmark"),
        longest=round(max((speech.spent for speech in heard), default=0.0), 3),
    )


def _early(heard: list[Speech], interview: Interview) -> tuple[Early, ...]:
    found: dict[str, Early] = {}
    questions = coverage(interview).questions
    for speech in heard:
        if speech.begun < len(speech.words.sentences):
            continue
        for id in speech.words.covers:
            question = questions.get(id)
            if question is None or id in found or (question.asked_at is not None and question.asked_at <= speech.t):
                continue
            t = round(speech.t, 3)
            found[id] = Early(id, speech.within, t, question.covered_at, question.asked_at)
    return tuple(found.values())
