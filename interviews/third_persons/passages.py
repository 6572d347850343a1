"""Every text that may leave a study, with its place."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Literal, NamedTuple

from interviews.core.checklists import STEPS, key_of
from interviews.core.events import Commented, Declined, Dropped, Proposed, Skipped, Tagged
from interviews.core.notes import notes
from interviews.core.state import Interview
from interviews.observing.state import Observation
from interviews.study.entries import Entry, PowerRating, Reflection, StudyFact, Where
from interviews.transcripts.turns import Turn

PassageKind = Literal[
    "note", "quote", "follow_up", "bookmark", "reflexive", "topic", "reason", "tag", "comment", "proposal", "remark",
    "fact", "rating", "transcript",
]  # fmt: skip

_CHECK = 4
"""Hexadecimal digits of a text's check: enough to see that it was changed, too few to guess it by."""


class Passage(NamedTuple):
    """One text and its place: the interview's name (empty for the study's own), the event's or fact's ``seq``.

    ``t`` is in seconds into the interview, None where there is none. A tuple: a study has tens of thousands.
    """

    interview: str
    where: Where
    seq: int
    t: float | None
    kind: PassageKind
    text: str

    @property
    def check(self) -> str:
        """What tells that the text is still the same, and nothing else of it."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:_CHECK]


def interview_passages(name: str, interview: Interview) -> Iterator[Passage]:
    """The texts of one interview as they stand now, but for notes that may not be used: those never leave."""
    written = set[str]()
    for note in notes(interview):
        if note.text and note.use != "unusable":
            written.add(note.text.casefold())
            yield Passage(name, "interview", note.seq, note.when, note.kind, note.text)
    for act in interview.events():
        match act:
            case Skipped() | Declined() | Dropped() if act.reason:
                yield Passage(name, "interview", act.seq, act.t, "reason", act.reason)
            case Tagged():
                yield Passage(name, "interview", act.seq, act.t, "tag", act.tag)
            case Commented() if act.text:
                yield Passage(name, "interview", act.seq, act.t, "comment", act.text)
            case Proposed() if act.text:
                yield Passage(name, "interview", act.seq, act.t, "proposal", act.text)
            case _:
                pass


def observed_passages(name: str, observation: Observation) -> Iterator[Passage]:
    """What an observer wrote beside an interview."""
    for remark in observation.remarks:
        yield Passage(name, "observation", remark.seq, None, "remark", remark.text)


def kept_passages(name: str, turns: Iterable[Turn]) -> Iterator[Passage]:
    """What was said in an interview, as its transcript has it; a passage's number is the turn's."""
    for number, turn in enumerate(turns):
        if turn.text:
            yield Passage(name, "transcript", number, turn.start, "transcript", turn.text)


def study_passages(entries: Iterable[Entry]) -> Iterator[Passage]:
    """What was said in ``study.jsonl`` of interviews, of information power, and of oneself; what counts still.

    Facts of the study as a whole are about the researcher, who is no third person.
    """
    last: dict[tuple[str, str | None], StudyFact | PowerRating] = {}
    steps = {key_of(step) for step in STEPS}
    for entry in entries:
        if isinstance(entry, StudyFact) and entry.interview is not None and entry.key not in steps:
            last[entry.key, entry.interview] = entry
        elif isinstance(entry, PowerRating):
            last[entry.scale, None] = entry
        elif isinstance(entry, Reflection) and entry.text:
            yield Passage("", "study", entry.seq, None, "reflexive", entry.text)
    for said in last.values():
        if isinstance(said, StudyFact) and said.value:
            yield Passage(said.interview or "", "study", said.seq, None, "fact", said.value)
        elif isinstance(said, PowerRating) and said.text:
            yield Passage("", "study", said.seq, None, "rating", said.text)
