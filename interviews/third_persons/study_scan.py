"""A whole study searched for third persons.

What was found, and of what of it somebody said that it is fine.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from guide.frozen import Value
from guide.problems import Problem
from interviews.observing.state import Observation, find_observation
from interviews.study.entries import Entry, FoundFine, NoPerson
from interviews.study.facts import read_study_facts
from interviews.study.folder import LoadedInterview, LogFile, Study
from interviews.third_persons.find import Trace, begins_with, find_traces, terms_of, words_in
from interviews.third_persons.passages import (
    Passage,
    interview_passages,
    kept_passages,
    observed_passages,
    study_passages,
)
from interviews.transcripts.kept import list_transcripts, read_kept


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
        scanner.look_at(told, None if told.interview is None else find_observation(told.file.path).observation)
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
