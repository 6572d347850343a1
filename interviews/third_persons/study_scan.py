"""A whole study searched for third persons.

What was found, and of what of it somebody said that it is fine.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from typing import Literal, NamedTuple

from guide.frozen import Value
from guide.problems import Problem
from interviews.core.checklists import STEPS, key_of
from interviews.core.events import Commented, Declined, Dropped, Proposed, Said, Skipped, Tagged
from interviews.core.notes import notes
from interviews.core.state import Interview
from interviews.observing.state import Observation, find_observation
from interviews.study.entries import Entry, FoundFine, NoPerson, PowerRating, Reflection, StudyFact, Where
from interviews.study.facts import read_study_facts
from interviews.study.folder import LoadedInterview, LogFile, Study
from interviews.third_persons.find import Trace, begins_with, find_traces, terms_of, words_in
from interviews.transcripts.kept import list_transcripts, read_kept
from interviews.transcripts.turns import Turn

# Every text that may leave a study, with its place.

PassageKind = Literal[
    "note", "quote", "follow_up", "bookmark", "reflexive", "topic", "reason", "tag", "comment", "proposal", "utterance",
    "remark", "fact", "rating", "transcript",
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
            case Said() if act.text:
                yield Passage(name, "interview", act.seq, act.t, "utterance", act.text)
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


class Finding(NamedTuple):
    """A stretch of a passage that may tell who somebody is; ``fine`` where somebody said that it tells of nobody."""

    passage: Passage
    trace: Trace
    fine: bool

    @property
    def words(self) -> str:
        """What was found, as it was written."""
        return self.passage.text[self.trace.start : self.trace.end]


class StudyScan(Value):
    """What was found in a study, in the order of its interviews; ``terms`` are those that somebody called no persons.

    ``logs`` are the logs that were read.
    """

    found: tuple[Finding, ...]
    terms: tuple[str, ...]
    logs: tuple[LogFile, ...]
    problems: tuple[Problem, ...]

    @property
    def open(self) -> tuple[Finding, ...]:
        """What nobody has looked at yet."""
        return tuple(one for one in self.found if not one.fine)


class StudyScanner:
    """Gathers what there is to search while somebody goes through a study's interviews, then searches it."""

    def __init__(self, study: Study) -> None:
        self._study, self._reading = study, study.guide()
        self._passages = list[Passage]()
        self._logs = list[LogFile]()
        self._guides = [self._reading.guide]
        self._problems = [*self._reading.problems]

    def look_at(self, told: LoadedInterview, observation: Observation | None) -> None:
        """Take up the words of an interview, and what an observer wrote beside it."""
        if told.interview is None:
            self._problems += told.problems
            return
        self._logs.append(told.file)
        self._guides.append(told.interview.guide)
        self._passages += interview_passages(told.file.code, told.interview)
        if observation is not None:
            self._passages += observed_passages(told.file.code, observation)

    def search(self, participant: str | None = None) -> StudyScan:
        """Search what was looked at and the study's own words; what is a name in one place is one in every other."""
        facts = read_study_facts(self._study.folder)
        problems, passages = [*self._problems, *facts.problems], [*self._passages]
        for path in list_transcripts(self._study.folder):
            turns, faults = read_kept(path)
            problems += faults
            passages += kept_passages(path.stem, turns)
        passages += study_passages(facts.entries)
        terms = no_persons(facts.entries)
        distinct = {id(guide): guide for guide in self._guides if guide is not None}
        known = frozenset(term.casefold() for term in terms)
        known |= {term for guide in distinct.values() for term in terms_of(guide)}
        language = next((guide.language for guide in self._guides if guide is not None and guide.language), "nb")
        fine = frozenset(
            (one.interview, one.where, one.note, one.start, one.end, one.check)
            for one in facts.entries
            if isinstance(one, FoundFine)
        )
        wanted = tuple(
            one
            for one in _search(passages, language, known, fine)
            if participant in (None, one.passage.interview, one.passage.interview.partition("-")[0])
        )
        return StudyScan(
            wanted,
            terms,
            tuple(log for log in self._logs if log.answers_to(participant)),
            tuple(problem for problem in problems if problem.severity == "error"),
        )


def scan_study(study: Study, participant: str | None = None) -> StudyScan:
    """Search a study, or what there is of one participant."""
    scanner = StudyScanner(study)
    for told in study.load_interviews():
        combined = () if told.interview is None else told.interview.started.combined
        seen = None if told.interview is None else find_observation(told.file.path, combined).observation
        scanner.look_at(told, seen)
    return scanner.search(participant)


def no_persons(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The terms that somebody called no persons, and did not take back."""
    last = {entry.term.casefold(): entry for entry in entries if isinstance(entry, NoPerson)}
    return tuple(entry.term for entry in last.values() if not entry.taken_back)


def found_fine(passage: Passage, start: int, end: int, date: str) -> FoundFine:
    """What is remembered of a place of which somebody said that it is fine."""
    return FoundFine(
        date=date,
        interview=passage.interview,
        where=passage.where,
        note=passage.seq,
        start=start,
        end=end,
        check=passage.check,
    )


_Place = tuple[str, str, int, int, int, str]


def _search(
    passages: Sequence[Passage], language: str, known: frozenset[str], fine: frozenset[_Place]
) -> tuple[Finding, ...]:
    """Search twice: a word that is a name inside one sentence is one at the start of another."""

    @cache  # tags and short notes are written again and again
    def traces(text: str, named: frozenset[str] = frozenset()) -> tuple[Trace, ...]:
        return find_traces(text, language, known, named)

    first = [(passage, _found(passage, traces(passage.text), fine)) for passage in passages]
    named = frozenset(
        word
        for _, found in first
        for one in found
        if one.trace.kind == "name" and not one.fine
        for word in words_in(one.words)
    )
    every = list[Finding]()
    for passage, found in first:
        again = bool(named) and begins_with(passage.text, named)
        every += _found(passage, traces(passage.text, named), fine) if again else found
    return tuple(every)


def _found(passage: Passage, traces: tuple[Trace, ...], fine: frozenset[_Place]) -> tuple[Finding, ...]:
    found = []
    for trace in traces:
        place = (passage.interview, passage.where, passage.seq, trace.start, trace.end, passage.check)
        found.append(Finding(passage, trace, place in fine))
    return tuple(found)
