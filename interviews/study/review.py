"""The review: coverage across a study, and as JSON.

The one set of numbers that every table, page and ``--json`` shows.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from sys import intern
from typing import Any, Literal, get_args

from guide.frozen import NOTHING, Value
from guide.model import Guide, Question
from guide.problems import Problem
from interviews.core.afterwards import date_of
from interviews.core.checklists import ProbeTick, probe_ticks, sides
from interviews.core.clock import moment_of
from interviews.core.course import clarifications, find_unticked_at_start, order
from interviews.core.coverage import Coverage, QuestionCoverage, TargetCoverage, coverage, examples
from interviews.core.events import LoadRated, PilotKind, Side, Stopped
from interviews.core.handling import LOAD_SCALES, Handling, handling, load, numbers_of, raw_load
from interviews.core.notes import FollowUpState, Note, count_left_out, fates, notes, outward_notes
from interviews.core.pace import briefing_seconds
from interviews.core.recorder import place_of, segments, withheld, withheld_at, withheld_in_files
from interviews.core.state import Interview
from interviews.core.timing import interview_seconds
from interviews.core.verdicts import verdicts_json
from interviews.locked.names import name_in
from interviews.log.rescued import is_under_way
from interviews.observing.debrief import Debrief, debrief, debrief_json, spans_of
from interviews.observing.state import Observation, find_observation, strays
from interviews.study.coarse import STEP, coarser_debrief
from interviews.study.combining import agreement, hands_of
from interviews.study.earlier_rule import AS_BEFORE, Otherwise, compare_with_earlier_rule
from interviews.study.entries import Withdrawn
from interviews.study.facts import StudyFacts, read_study_facts
from interviews.study.folder import LoadedInterview, Study
from interviews.study.guide_drift import GuideChanges
from interviews.study.placement import Placement, Placements
from interviews.study.revision_numbers import RevisionNumbers


class InterviewReview(Value):
    """One interview in a review, in numbers: its events are not kept, so that a thousand long ones take little room.

    All ids are those of the guide now; ``placement`` tells which were others. ``started`` is the wall clock of the
    first act, as far as the log still tells it; ``seconds`` and ``briefing`` are its length and the time before the
    first question, pauses and gaps off. ``end`` (seconds) is where it ended, None where it never did: what came later
    was done afterwards; ``under_way`` is one that is being held this moment. One that was
    entered ``afterwards`` has no length, and as ``started`` only the date that was said.
    ``revision`` is the number of the guide's revision, None where its guide was never recorded; ``probes`` and
    ``examples`` are by question; ``otherwise`` is what an earlier program told otherwise. ``in_steps``:
    its times are told in steps, because it stays anonymous. ``interviewer`` has the initials of who held it.
    ``handling`` and ``load`` are a pilot's: what the program asked of the hands, and how demanding it was;
    ``during_answers`` counts acts that fell into the informant's turns, None where nobody ticked those.
    """

    participant: str
    file: str
    mode: str
    started: str
    ended: bool
    under_way: bool
    seconds: float
    briefing: float
    guide: Guide
    coverage: Coverage
    fates: dict[FollowUpState, int]
    order: tuple[str, ...]
    sides: dict[str, dict[Side, int]]
    debrief: Debrief
    placement: Placement
    pilot: PilotKind = ""
    end: float | None = None
    afterwards: bool = False
    revision: int | None = None
    probes: Mapping[str, tuple[ProbeTick, ...]] = NOTHING
    examples: Mapping[str, int] = NOTHING
    otherwise: Otherwise = AS_BEFORE
    in_steps: bool = False
    interviewer: str = ""
    handling: Handling | None = None
    during_answers: int | None = None
    load: LoadRated | None = None

    @property
    def name(self) -> str:
        """The interview's code, its log's name without folder and ending, as columns are headed."""
        name = self.file.rpartition("/")[2]
        return name.rpartition(".")[0] or name


class Review(Value):
    """A study reviewed: its guide, its interviews, and what is wrong in its files."""

    guide: Guide
    interviews: tuple[InterviewReview, ...]
    problems: tuple[Problem, ...]
    withdrawals: tuple[Withdrawn, ...] = ()

    @cached_property
    def withdrawn(self) -> int:
        """How many interviews are not counted any more because somebody left."""
        return sum(one.interviews for one in self.withdrawals)

    @cached_property
    def gone(self) -> tuple[Question, ...]:
        """Questions that some interview's guide had and the study's guide has no more, each once."""
        found = {
            question.id: question
            for one in self.interviews
            for question in one.guide.questions
            if self.guide.question(question.id) is None
        }
        return tuple(found.values())

    @cached_property
    def otherwise(self) -> dict[str, Otherwise]:
        """What is told otherwise now of each earlier program's interview, by its name."""
        return {one.name: one.otherwise for one in self.interviews if one.otherwise != AS_BEFORE}

    @cached_property
    def counted(self) -> tuple[InterviewReview, ...]:
        """The interviews proper: pilots and practice are never counted with them."""
        return tuple(one for one in self.interviews if one.mode == "live")

    @cached_property
    def apart(self) -> tuple[InterviewReview, ...]:
        """Pilots and practice."""
        return tuple(one for one in self.interviews if one.mode != "live")

    @cached_property
    def sums(self) -> dict[str, "Across"]:
        """Each research question and part over the interviews that count: each table asks for all of them."""
        seen: dict[str, list[TargetCoverage]] = {}
        for one in self.counted:
            for target, told in one.coverage.targets.items():
                seen.setdefault(target, []).append(told)
        return {
            target: Across(
                covered=sum(1 for one in there if one.state == "covered"),
                of=len(self.counted),
                seconds=sum(one.seconds for one in there),
                notes=sum(one.notes for one in there),
            )
            for target, there in seen.items()
        }


def list_days(result: Review) -> list[tuple[str, str]]:
    """Each interview's code and its day, as far as the logs tell it, pilots too."""
    return [(one.name, one.started) for one in result.interviews]


Beside = Callable[[LoadedInterview, Observation | None], None]


class StudyWalk:
    """Goes through a study's interviews, or one participant's, once; what is wrong is gathered on the way.

    ``beside`` is shown each as it was read, with its observation: who needs them too need not read them again.
    """

    def __init__(self, study: Study, participant: str | None = None, beside: Beside | None = None) -> None:
        self.current = study.guide()
        self._study = study
        self._participant = participant
        self._beside = beside
        self._numbers = RevisionNumbers(study)
        self.placements = Placements.of_study(study.folder, self.current)
        self._changes = GuideChanges(study.folder, self.current, self.placements)
        self._problems = [problem for problem in self.current.problems if problem.severity == "error"]
        said = read_study_facts(study.folder) if participant is None else StudyFacts()
        self.withdrawals = said.withdrawals
        unread = [one for one in said.problems if one.severity == "error"]
        self._problems += (one.but(file=name_in(study.folder, one.file)) for one in unread)

    def __iter__(self) -> Iterator[tuple[InterviewReview, Interview]]:
        for told in self._study.load_interviews(self._participant):
            self._problems += told.problems
            seen = None if told.interview is None else find_observation(told.file.path, told.interview.started.combined)
            if self._beside is not None:
                self._beside(told, None if seen is None else seen.observation)
            if told.interview is not None and seen is not None:
                self._changes.look_at(told.interview.guide, told.interview.code)
                self._problems += seen.problems
                placement = self.placements.of(told.interview.guide)
                interview = placement.view(told.interview)
                yield review_interview(told, interview, placement, self._numbers, seen.observation), interview
        self._problems += self._study.strays(self._participant)
        if self._participant is None:
            self._problems += strays(self._study.folder, (file.path for file in self._study.logs()))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the guide and in the logs gone through so far."""
        return (*self._problems, *self._changes.problems)


def review(study: Study, participant: str | None = None) -> Review | None:
    """Review a study, or one participant's interviews; None when neither a guide nor an interview can be read."""
    rounds = StudyWalk(study, participant)
    reviewed = tuple(one for one, _ in rounds)
    guide = rounds.current.guide or latest_copy(reviewed)
    return None if guide is None else Review(guide, reviewed, rounds.problems, rounds.withdrawals)


def review_interview(
    told: LoadedInterview,
    interview: Interview,
    placement: Placement,
    numbers: RevisionNumbers,
    observation: Observation | None = None,
) -> InterviewReview:
    """What a review keeps of one interview, in today's ids, and of what an observer ticked beside it."""
    exact = interview if told.exact is None else placement.view(told.exact)
    handled, hands = handling(exact), hands_of(interview)
    return InterviewReview(
        participant=interview.started.participant,
        file=told.file.name,
        mode=interview.started.mode,
        started=date_of(interview),
        ended=interview.ended is not None,
        under_way=interview.ended is None and is_under_way(told.file.path),
        seconds=interview_seconds(interview),
        briefing=briefing_seconds(interview),
        guide=interview.guide,
        coverage=coverage(interview),
        fates=fates(interview),
        order=tuple(map(intern, order(interview))),  # each act has its own copy of an id
        sides=sides(interview),
        debrief=_debrief_of(told, interview, placement, observation),
        placement=placement,
        pilot=interview.started.pilot,
        end=None if interview.ended is None else interview.ended.t,
        afterwards=interview.started.afterwards,
        revision=numbers.of(interview),
        probes=probe_ticks(interview),
        examples=examples(interview),
        otherwise=compare_with_earlier_rule(interview, placement),
        in_steps=told.exact is not None,
        interviewer=", ".join(hands) if len(hands) > 1 else interview.started.interviewer,
        handling=handled,
        during_answers=None if handled is None else _during_answers(handled, exact, observation),
        load=load(interview),
    )


def _during_answers(handled: Handling, interview: Interview, observation: Observation | None) -> int | None:
    spans = None if observation is None else spans_of(interview, observation, "informant")
    return None if spans is None else handled.during(spans)


def _debrief_of(
    told: LoadedInterview, interview: Interview, placement: Placement, observation: Observation | None
) -> Debrief:
    """How it was led; where its times are told in steps, worked out of the moments that an observer saw."""
    if told.exact is None:
        return debrief(interview, observation)
    return coarser_debrief(debrief(placement.view(told.exact), observation))


def as_it_stands(one: InterviewReview, interview: Interview) -> InterviewReview:
    """The same with its questions as they stand now, after something was added to the log."""
    return one.but(
        coverage=coverage(interview),
        sides=sides(interview),
        probes=probe_ticks(interview),
        examples=examples(interview),
    )


def latest_copy(reviewed: tuple[InterviewReview, ...]) -> Guide | None:
    """The guide of the interview that began last: what serves where ``guide.yaml`` cannot be read."""
    return max(reversed(reviewed), key=lambda one: moment_of(one.started)).guide if reviewed else None


class Across(Value):
    """In how many of the counted interviews it is covered, with what time in hand (seconds) and how many notes."""

    covered: int
    of: int
    seconds: float
    notes: int


def across(result: Review, target: str) -> Across:
    """One research question or part, summed over the interviews that count."""
    return result.sums.get(target) or Across(0, len(result.counted), 0, 0)


Wanted = Literal["all", "notes", "quotes", "follow_ups", "open", "bookmarks", "topics"]
WANTED: tuple[Wanted, ...] = get_args(Wanted)
"""What notes can be narrowed down to; ``open`` are follow-ups that are still open."""

_KINDS = {"notes": "note", "quotes": "quote", "bookmarks": "bookmark", "topics": "topic"}


def evidence(
    interview: Interview, question: str | None = None, wanted: Wanted = "all", tag: str = ""
) -> tuple[Note, ...]:
    """An interview's notes in their order: those about one question (None: all), of one kind, with one tag."""
    found = (note for note in notes(interview) if question is None or question in note.about)
    return tuple(
        note
        for note in found
        if _is_wanted(note, wanted) and (not tag or tag.casefold() in {one.casefold() for one in note.tags})
    )


def _is_wanted(note: Note, wanted: Wanted) -> bool:
    match wanted:
        case "all":
            return True
        case "follow_ups":
            return note.follow_up is not None
        case "open":
            return note.state == "open"
        case _:
            return note.kind == _KINDS[wanted]


def thin(guide: Guide, interviews: Sequence[InterviewReview]) -> tuple[Question, ...]:
    """The required questions that fewer than half of these interviews covered, of those that had them in their guide.

    A question that somebody would rather not answer is no gap.
    """
    found = []
    for question in (question for section in guide.sections for question in section.questions):
        found_here = [
            one.coverage.questions[question.id] for one in interviews if question.id in one.coverage.questions
        ]
        wanting = [one.state for one in found_here if one.state == "covered" or one.declined_at is None]
        if not question.optional and wanting and 2 * wanting.count("covered") < len(wanting):
            found.append(question)
    return tuple(found)


class Asking(Value):
    """The ids of a guide's questions about one concept under one research question or part.

    ``alone`` ask about that concept only, ``together`` about others too.
    """

    target: str
    concept: str
    alone: tuple[str, ...]
    together: tuple[str, ...]


class ConceptCoverage(Value):
    """What one interview covered of it; as with research questions, required questions are counted."""

    covered: int
    of: int


def asking(guide: Guide) -> tuple[Asking, ...]:
    """Every research question and part with every concept that some question of it asks about, in the guide's order."""
    found = []
    for target in guide.targets:
        for concept in guide.concepts:
            about = _about(guide, target.id, concept.name)
            if about:
                alone = tuple(one.id for one in about if len(one.concepts) == 1)
                together = tuple(one.id for one in about if len(one.concepts) > 1)
                found.append(Asking(target.id, concept.name, alone, together))
    return tuple(found)


def concept_coverage(guide: Guide, coverage: Coverage, target: str, concept: str) -> ConceptCoverage | None:
    """What was covered in an interview, by its own copy of the guide; None where that asked nothing of the kind."""
    about = _about(guide, target, concept)
    if not about:
        return None
    states = [coverage.questions[one.id].state for one in about if not one.optional]
    return ConceptCoverage(states.count("covered"), len(states))


def _about(guide: Guide, target: str, concept: str) -> tuple[Question, ...]:
    return tuple(question for question in guide.serving(target) if concept in question.concepts)


# The review as JSON.
#
# In the shape that is promised to other programs; keys are added, never renamed.


def head_json(guide: Guide, withdrawals: Sequence[Withdrawn] = ()) -> dict[str, object]:
    """What the review says of the guide, and where somebody has left, how many and with how many interviews."""
    left = {
        "participants": len(withdrawals),
        "interviews": sum(one.interviews for one in withdrawals),
        "pilots": sum(one.pilots for one in withdrawals),
    }
    return {
        "title": guide.title,
        "research_questions": [
            {
                "id": one.id,
                "text": one.text,
                "parts": [part.id for part in one.parts],
                "questions": [question.id for question in guide.serving(one.id)],
            }
            for one in guide.research_questions
        ],
        **({"withdrawn": left} if withdrawals else {}),
    }


def interview_json(one: InterviewReview, interview: Interview, *, reflexive: bool = False) -> dict[str, Any]:
    """One interview with its notes, the ``reflexive`` ones only when asked for; words that are held back left out.

    ``use`` stands at a note of which it is asked whether it may be used.
    """
    in_recording = _places_in_recording(interview)
    return {
        "participant": one.participant,
        "code": one.name,
        "revision": one.revision,
        "mode": one.mode,
        **({"interviewer": one.interviewer} if one.interviewer else {}),
        "file": one.file,
        **({"moved": dict(one.placement.moved)} if one.placement.moved else {}),
        **({} if interview.anonymous else {"started": one.started}),
        **({"times_in_steps_of": STEP} if one.in_steps else {}),
        "seconds": _time_or_none(one, one.seconds),
        "afterwards": one.afterwards,
        "ended": one.ended,
        "research_questions": {
            id: {
                "state": target.state,
                "covered": target.covered,
                "of": target.of,
                "notes": target.notes,
                "seconds": _time_or_none(one, target.seconds),
            }
            for id, target in one.coverage.targets.items()
        },
        "questions": {id: _question_json(id, question, one) for id, question in one.coverage.questions.items()},
        "notes": [
            _note_json(note, in_recording(note.t)) for note in notes(interview) if reflexive or note.kind != "reflexive"
        ],
        "notes_left_out": count_left_out(interview),
        "follow_ups": one.fates,
        **_agreement_json(interview),
        **_course_json(one, interview),
        "debrief": debrief_json(one.debrief),
        **(verdicts_json(interview, one.name) if one.mode == "pilot" else {}),
        **_handling_json(one),
    }


def _note_json(note: Note, place: Mapping[str, object]) -> dict[str, object]:
    """One note, and where it lies in the recording."""
    usable = note.usable
    told: dict[str, object] = {
        "t": note.when,
        "kind": note.kind,
        "text": note.text if usable else "",
        "about": note.about,
        "tags": note.tags if usable else (),
        "follow_up": note.state,
        **place,
        "seq": note.seq,
    }
    if note.quoted:
        told["quoted"] = True
    if note.by:
        told["by"] = note.by
    if note.corrected:
        told["corrected"] = True
    if note.left_out:
        told["left_out"] = True
    if note.use is not None:
        told["use"] = note.use
    return told


def _handling_json(one: InterviewReview) -> dict[str, object]:
    """What a pilot tells of the program itself, in counts and seconds."""
    told: dict[str, object] = {}
    found = one.handling
    if found is not None:
        told["handling"] = {
            "acts": len(found.acts),
            "keys": found.keys,
            "keys_without_act": found.rest,
            "keys_of_marks": list(found.keys_of(words=False)),
            "keys_of_notes": list(found.keys_of(words=True)),
            "seconds_to_enter": list(found.seconds),
            "during_answers": one.during_answers,
        }
    if one.load is not None:
        told["load"] = {**dict(zip(LOAD_SCALES, numbers_of(one.load), strict=True)), "raw": raw_load(one.load)}
    return told


def _agreement_json(interview: Interview) -> dict[str, object]:
    """What each of several note-takers marked and wrote, where their logs were combined."""
    found = agreement(interview)
    if found is None:
        return {}
    told = {
        id: {"asked": list(found.asked[id]), "covered": list(found.covered[id]), "notes": dict(found.notes[id])}
        for id in found.asked
    }
    return {"combined": list(interview.started.combined), "hands": list(found.hands), "agreement": told}


def _time_or_none(one: InterviewReview, seconds: float) -> float | None:
    """A time of the interview; none where it was entered afterwards, for then it is the entering's."""
    return None if one.afterwards else seconds


def _question_json(id: str, question: QuestionCoverage, one: InterviewReview) -> dict[str, object]:
    # How many examples were told, where the guide asks for some.
    asked = one.guide.question(id)
    return {
        "state": question.state,
        "unasked": question.unasked,
        "depth": question.depth,
        "asked_at": question.asked_at,
        "covered_at": question.covered_at,
        "notes": question.notes,
        "seconds": _time_or_none(one, question.seconds),
        "declined": question.declined_at is not None,
        "declined_at": None if question.declined_at is None else _time_or_none(one, question.declined_at),
        "probes": [
            {"point": tick.point, "text": tick.text, "mark": tick.mark, "t": _time_or_none(one, tick.t)}
            for tick in one.probes.get(id, ())
        ],
        **({"examples": one.examples[id]} if asked is not None and asked.examples else {}),
    }


def _places_in_recording(interview: Interview) -> Callable[[float], Mapping[str, object]]:
    """Tells of a moment where it lies in the recording, and whether it is not to be transcribed."""
    nowhere: Mapping[str, object] = {"recording": None, "offset": None, "withheld": False}
    if not segments(interview) and not withheld(interview):
        return lambda _: nowhere

    def tell(t: float) -> Mapping[str, object]:
        place = place_of(interview, t)
        return {
            "recording": None if place is None else place.number,
            "offset": None if place is None else place.seconds,
            "withheld": withheld_at(interview, t),
        }

    return tell


def _course_json(one: InterviewReview, interview: Interview) -> dict[str, object]:
    return {
        "order": list(one.order),
        "briefing": _time_or_none(one, one.briefing),
        **({"begun_before": list(missing)} if (missing := find_unticked_at_start(interview)) else {}),
        "stopped": interview.last(Stopped) is not None,
        "sides": one.sides,
        "explained": [
            {"concept": act.concept, "level": act.level, "after": act.after, "t": _time_or_none(one, act.t)}
            for act in clarifications(interview)
        ],
        "recordings": [
            {"number": one.number, "start": one.start, "stop": one.stop, "offset": one.offset}
            for one in segments(interview)
        ],
        "withheld": [list(span) for span in withheld(interview)],
        "withheld_in_recordings": [
            [{"number": one.number, "start": one.start, "end": one.end} for one in span]
            for span in withheld_in_files(interview)
        ],
        "topics": [note.text for note in outward_notes(interview) if note.kind == "topic" and note.text],
    }
