"""Facts for a method chapter, each with its evidence.

A fact has a key, its values, and the events that it is built on, and nothing else.

Evidence names events as ``I3:17``, a log's name and a seq; ``study:3`` is a line of ``study.jsonl``. An event counts as
what its log's start says it is: whose, and of which kind. What is not known makes no fact.
"""

from collections.abc import Mapping
from typing import Any, Literal

from guide.frozen import NOTHING, Value

Refs = tuple[str, ...]
"""Events, named."""

ChangeKind = Literal["reworded", "added", "removed", "reordered"]
Reason = Literal["outside_logs"]


class Fact(Value, kw_only=True):
    """What every fact has."""

    key: str = ""
    evidence: Refs = ()


class InterviewsHeld(Fact, kw_only=True):
    """How many interviews were held, pilots and practice apart, with how many participants (COREQ 12)."""

    key: str = "interviews"
    count: int
    participants: int


class HeldBy(Fact, kw_only=True):
    """Who held the interviews, by initials: for each set of initials the interviews' names (COREQ 1).

    ``unsaid`` are those of which no log says it.
    """

    key: str = "held_by"
    hands: Mapping[str, tuple[str, ...]]
    unsaid: tuple[str, ...] = ()


class Repeated(Fact, kw_only=True):
    """How many participants were interviewed more than once (COREQ 18)."""

    key: str = "repeats"
    participants: int


class Withdrew(Fact, kw_only=True):
    """How many participants withdrew, with how many interviews and pilots, and how many interviews were held in all.

    ``emptied`` are those of whom what remains was made anonymous; of the others nothing remains (COREQ 13).
    """

    key: str = "withdrawn"
    participants: int
    interviews: int
    pilots: int
    held: int
    emptied: int


class EnteredAfterwards(Fact, kw_only=True):
    """How many were held without the program and entered afterwards: in no duration, and with no times (COREQ 12)."""

    key: str = "afterwards"
    count: int


class PilotsHeld(Fact, kw_only=True):
    """The pilots, by their logs' names; never counted with the interviews (COREQ 17). ``kinds`` has those told.

    A kind is self, desk, peer or field.
    """

    key: str = "pilots"
    names: tuple[str, ...]
    kinds: Mapping[str, str] = NOTHING


class Dates(Fact, kw_only=True):
    """The dates of the first and the last interview, as far as the logs still tell them (SRQR 10)."""

    key: str = "dates"
    first: str
    last: str


class Durations(Fact, kw_only=True):
    """Seconds, pauses and gaps off: ``lengths`` from the first question to the end, ``briefing`` before it (COREQ 21).

    Lengths are those of the ``count`` interviews that were ended.
    """

    count: int
    mean: float
    shortest: float
    longest: float


class Recorded(Fact, kw_only=True):
    """In how many interviews the recorder was marked as running, and how many files that makes (COREQ 19)."""

    key: str = "recording"
    interviews: int
    files: int


class RecordingDeclinedIn(Fact, kw_only=True):
    """In how many interviews the informant declined to be recorded (COREQ 19).

    ``count`` are those without any recording; in ``agreed_later`` the recorder was started after that, in
    ``withdrawn`` it had run before.
    """

    key: str = "recording_declined"
    count: int
    agreed_later: int = 0
    withdrawn: int = 0


class FieldNotes(Fact, kw_only=True):
    """Notes by kind, during and after: ``notes``, ``bookmarks``, ``reflexive``; bookmarks with words (COREQ 20)."""

    key: str = "field_notes"
    during: Mapping[str, int]
    after: Mapping[str, int]
    filled: int


class Counted(Fact, kw_only=True):
    """How often something happened, and for each of what it happened to: ``declined``, ``clarified``, ``consent``,
    ``begun_before``.

    ``consent`` counts ticked points that come before recording, ``consent_start`` those before the first question,
    ``consent_both`` those before both.
    """

    count: int
    of: Mapping[str, int]


class BothSides(Fact, kw_only=True):
    """Experiences counted on the two sides of questions that ask for both; no verdict is drawn from it."""

    key: str = "both_sides"
    questions: Mapping[str, Mapping[str, int]]


class QuestionsCovered(Fact, kw_only=True):
    """In how many of the interviews each question was covered, how deep, and how it stands in the others.

    ``questions`` are those covered, some ``unasked``; of ``asked`` and ``touched`` nothing more was said, ``untouched``
    were not brought up. ``declined`` leaves out where something else was said later: refusals are a fact of their own.
    """

    key: str = "covered"
    interviews: int
    questions: Mapping[str, int] = NOTHING
    mentioned: Mapping[str, int] = NOTHING
    described: Mapping[str, int] = NOTHING
    with_example: Mapping[str, int] = NOTHING
    unasked: Mapping[str, int] = NOTHING
    declined: Mapping[str, int] = NOTHING
    skipped: Mapping[str, int] = NOTHING
    asked: Mapping[str, int] = NOTHING
    touched: Mapping[str, int] = NOTHING
    untouched: Mapping[str, int] = NOTHING


class ProbesTicked(Fact, kw_only=True):
    """Prepared probes that were ticked, by question: how many as asked, how many as not needed."""

    key: str = "probes"
    done: Mapping[str, int]
    not_needed: Mapping[str, int]


class HeldWith(Fact, kw_only=True):
    """The interviews and pilots by the number of the guide's revision they were held with; "" where it has none."""

    key: str = "revision_of_each"
    revisions: Mapping[str, Refs]


class StoppedEarly(Fact, kw_only=True):
    """In how many interviews the informant wished to stop."""

    key: str = "stopped"
    count: int


class GuideUsed(Fact, kw_only=True):
    """The guide of the latest interview, or the study's where there is none yet; ``source`` says which (SRQR 11)."""

    key: str = "guide"
    source: str
    questions: int
    optional: int
    probes: int
    research_questions: int


class OverruledAdvice(Value):
    """A rule that the author set aside for one reason: in which questions, none where it was about the whole guide."""

    rule: str
    reason: str
    questions: tuple[str, ...] = ()


class Overruled(Fact, kw_only=True):
    """Advice on the guide's wording that the author overruled, with the reasons (SRQR 11)."""

    key: str = "accepted"
    advice: tuple[OverruledAdvice, ...]


class CopyChange(Value):
    """A difference between the guides of two interviews that followed each other; ``since`` is the later one's name.

    ``kind`` is reworded, added, removed or reordered; ``question`` is empty for an order.
    """

    since: str
    kind: ChangeKind
    question: str
    before: str = ""
    after: str = ""


class Versions(Fact, kw_only=True):
    """How many guides the interviews and pilots were held with, and what changed in their questions (SRQR 11)."""

    key: str = "versions"
    count: int
    changes: tuple[CopyChange, ...]


class RevisionChange(Value):
    """A change as the researcher recorded it; what was not recorded is empty.

    ``what`` is a sentence in the guide's language; ``kind``, ``before``, ``after`` and the ``others`` that came or went
    say the same in any.
    """

    question: str
    what: str
    why: str
    evidence: Refs = ()
    kind: str = ""
    before: str = ""
    after: str = ""
    others: tuple[str, ...] = ()


class Revision(Value):
    """A revision of the guide as its file tells it: ``after`` names the interview after which it was made."""

    name: str
    date: str
    after: str
    changes: tuple[RevisionChange, ...]


class Revised(Fact, kw_only=True):
    """The recorded revisions of the guide (SRQR 11, COREQ 17)."""

    key: str = "revisions"
    revisions: tuple[Revision, ...]


class Said(Fact, kw_only=True):
    """Something that the researcher said of the study, in their own words."""

    text: str
    date: str


class SaidOfEach(Fact, kw_only=True):
    """What the researcher said of each interview, in their own words: for each text the interviews' names."""

    texts: Mapping[str, tuple[str, ...]]


class TranscriptReturned(Fact, kw_only=True):
    """In how many interviews each step of the read-through was taken; None where nothing was said (COREQ 23)."""

    key: str = "transcript"
    offered: int | None = None
    wanted: int | None = None
    sent: int | None = None
    comments: int | None = None
    done: int | None = None


class Power(Fact, kw_only=True):
    """One scale of information power, in the researcher's own words; ``value`` is 1 to 5, or None."""

    scale: str
    date: str
    value: int | None
    text: str


class NotComputed(Fact, kw_only=True):
    """Something that logs cannot tell and that is therefore never computed; ``reason`` says why."""

    reason: Reason


def fact_json(fact: Fact) -> dict[str, Any]:
    """A fact as data: its key, its values by their names, its evidence."""
    values = {name: _plain(getattr(fact, name)) for name in fact.field_names() if name not in ("key", "evidence")}
    return {"key": fact.key, "values": values, "evidence": list(fact.evidence)}


def _plain(value: object) -> object:
    if isinstance(value, Value):
        return {name: _plain(getattr(value, name)) for name in value.field_names()}
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
