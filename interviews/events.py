"""What happened in an interview: one small frozen value an act, in the vocabulary that ``docs/log.md`` is made from.

Names of types and fields never change once a log may hold them; fields may be added with a default.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

FORMAT = 1
"""The version of the log's format that this program writes."""

Mode = Literal["live", "pilot", "practice"]
NoteKind = Literal["note", "quote", "follow_up", "bookmark", "reflexive", "topic"]
Wording = Literal["ask", "alone", "stub"]
Level = Literal["short", "say", "full"]
CardName = Literal["opening", "probes", "after"]
TickMark = Literal["done", "not_needed", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What every event has; order is ``seq``, since a note's ``t`` may precede its neighbours'."""

    type: ClassVar[str] = ""
    seq: Annotated[int, "place in the log: 0, 1, 2 …"]
    t: Annotated[float, "seconds into the interview; 0 is the key press that began the first act"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting(Event):
    """The start of a stretch at the keyboard, the only place where the wall clock stands."""

    wall: Annotated[str, "wall clock at t, ISO 8601 with offset; may be made coarser without touching the rest"]
    boot: Annotated[str, "names the computer's running since it was last started; opaque, empty where unknown"] = ""
    clock: Annotated[float, "seconds on the suspend-proof clock of that running, at t"] = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Started(Sitting):
    """The interview began; always the first line."""

    type: ClassVar[str] = "started"
    format: Annotated[int, "version of the log's format"]
    participant: Annotated[str, "the participant's code, such as I3; never a name"]
    mode: Annotated[Mode, "live, pilot or practice; only live interviews are counted"]
    guide: Annotated[Mapping[str, Any], "a copy of the guide as it was, in guide.yaml's own keys, every id written out"]
    program: Annotated[str, "version of the program that wrote the log"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed(Sitting):
    """An interview that had not ended was taken up again."""

    type: ClassVar[str] = "resumed"
    gap: Annotated[float, "seconds from the last event before to t; counted in no duration"]
    torn: Annotated[str, "bytes of an unfinished last line, moved here, base64; empty when there were none"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened(Sitting):
    """Something is added after the end (words for a bookmark, a reflexive note); counts in no duration."""

    type: ClassVar[str] = "reopened"
    torn: Annotated[str, "bytes of an unfinished last line, moved here, base64; empty when there were none"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended(Event):
    """The debriefing was closed; the interview's time stops here."""

    type: ClassVar[str] = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Event):
    """A question was asked and is the question in hand until another is asked."""

    type: ClassVar[str] = "asked"
    question: Annotated[str, "id of the question"]
    wording: Annotated[
        Wording, "which wording was shown: the guide's `ask`, its `alone`, or `stub` where it leans and has no `alone`"
    ] = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered(Event):
    """Questions were marked as covered, asked or not."""

    type: ClassVar[str] = "covered"
    questions: Annotated[tuple[str, ...], "ids of the questions"]
    depth: Annotated[int | None, "1 mentioned, 2 described, 3 with an example; null when not said"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped(Event):
    """The interviewer left questions out."""

    type: ClassVar[str] = "skipped"
    questions: Annotated[tuple[str, ...], "ids of the questions"]
    reason: Annotated[str, "as written; may be empty"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined(Event):
    """The informant would rather not answer; never counted as a gap."""

    type: ClassVar[str] = "declined"
    questions: Annotated[tuple[str, ...], "ids of the questions"]
    reason: Annotated[str, "as written; may be empty"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted(Event):
    """A note of any kind; `t` is the moment of its first key press."""

    type: ClassVar[str] = "noted"
    kind: Annotated[NoteKind, "note, quote (the informant's words), follow_up, bookmark, reflexive or topic"]
    text: Annotated[str, "the words exactly as written; empty for a bookmark"]
    about: Annotated[tuple[str, ...], "ids of the questions it is about: the one in hand, then those linked with #"]
    tags: Annotated[tuple[str, ...], "tags written with #, as typed, without the #"] = ()
    follow_up: Annotated[int | None, "the follow-up's number when the kind is follow_up"] = None
    back: Annotated[float, "seconds by which the interviewer dated it back"] = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited(Event):
    """A note got other words; the earlier ones stay in the log."""

    type: ClassVar[str] = "edited"
    note: Annotated[int, "seq of the note"]
    text: Annotated[str, "the words exactly as written"]
    about: Annotated[tuple[str, ...], "ids of the questions it is about now"]
    tags: Annotated[tuple[str, ...], "its tags now"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled(Event):
    """A bookmark got its words; it stays a bookmark and counts as a note."""

    type: ClassVar[str] = "filled"
    note: Annotated[int, "seq of the bookmark"]
    text: Annotated[str, "the words exactly as written"]
    about: Annotated[tuple[str, ...], "ids of the questions it is about now"]
    tags: Annotated[tuple[str, ...], "its tags now"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised(Event):
    """A note already taken was marked as a follow-up; it keeps its kind."""

    type: ClassVar[str] = "raised"
    note: Annotated[int, "seq of the note"]
    follow_up: Annotated[int, "the follow-up's number: counted as raised, never given twice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned(Event):
    """A follow-up was returned to."""

    type: ClassVar[str] = "returned"
    follow_up: Annotated[int, "the follow-up's number"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Met(Event):
    """A follow-up was answered meanwhile, without being asked."""

    type: ClassVar[str] = "met"
    follow_up: Annotated[int, "the follow-up's number"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped(Event):
    """A follow-up was let go."""

    type: ClassVar[str] = "dropped"
    follow_up: Annotated[int, "the follow-up's number"]
    reason: Annotated[str, "as written; may be empty"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked(Event):
    """A point of a card was ticked, or its tick changed; the last one in force counts."""

    type: ClassVar[str] = "ticked"
    card: Annotated[CardName, "opening, probes or after"]
    point: Annotated[str, "id of the point; a probe's place among its question's probes, from 1"]
    question: Annotated[str | None, "the probes' question; null for the other cards"] = None
    mark: Annotated[TickMark, "done, not_needed, or open (the tick was taken away)"] = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained(Event):
    """A concept's agreed clarification was given."""

    type: ClassVar[str] = "explained"
    concept: Annotated[str, "the concept's name in the guide"]
    level: Annotated[Level, "the form that was shown: short, say or full"]
    after: Annotated[str | None, "the question in hand, null before the first"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingStarted(Event):
    """The separate recorder was started."""

    type: ClassVar[str] = "recording_started"
    number: Annotated[int, "which recording of this interview, from 1"]
    missing: Annotated[
        tuple[str, ...], "opening points wanted before recording and not ticked; confirmed by the person"
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingStopped(Event):
    """The separate recorder was stopped."""

    type: ClassVar[str] = "recording_stopped"
    number: Annotated[int, "which recording of this interview, from 1"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused(Event):
    """The interview was paused; the time until `continued` counts in no duration."""

    type: ClassVar[str] = "paused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Continued(Event):
    """The pause was over."""

    type: ClassVar[str] = "continued"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Event):
    """What stood on the input line when the program was told to end; taking the interview up again puts it back."""

    type: ClassVar[str] = "draft"
    text: Annotated[str, "the line exactly as it stood; `t` is its first key press"]
    literal: Annotated[bool, "whether its first character was meant as a plain one"] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone(Event):
    """An earlier act was taken out of force; the act itself stays in the log."""

    type: ClassVar[str] = "undone"
    act: Annotated[int, "seq of the act"]


EVENT_TYPES: Mapping[str, type[Event]] = {
    event.type: event
    for event in (
        Started, Resumed, Reopened, Ended, Asked, Covered, Skipped, Declined, Noted, Edited, Filled, Raised, Returned,
        Met, Dropped, Ticked, Explained, RecordingStarted, RecordingStopped, Paused, Continued, Draft, Undone,
    )
}  # fmt: skip
"""Every type of event by the name that stands in the log."""

NO_ACTS = (Started, Resumed, Reopened, Draft, Undone)
"""Events that are no act of the interviewer's, and so cannot be undone."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a command changes nothing; ``code`` is spoken by ``tui.words``, ``facts`` fill its sentence."""

    code: str
    facts: dict[str, str] = field(default_factory=dict)
