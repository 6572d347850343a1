"""What the interviewer can want: imperative values that an interview turns into events, or refuses with a reason."""

from dataclasses import dataclass

from interviews.events import CardName, Level, NoteKind, TickMark


@dataclass(frozen=True, slots=True)
class AskQuestion:
    """Make a question the one in hand, asked now."""

    question: str


@dataclass(frozen=True, slots=True)
class AskNext:
    """Ask the suggested next question."""


@dataclass(frozen=True, slots=True)
class MarkCovered:
    """Mark questions as covered, or the one in hand where none is named; ``depth`` 1 to 3, or None."""

    questions: tuple[str, ...] = ()
    depth: int | None = None


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave questions out, or the one in hand where none is named."""

    questions: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decline:
    """Note that the informant would rather not answer these questions, or the one in hand where none is named."""

    questions: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TakeNote:
    """Take a note, or a bookmark where ``kind`` says so; ``back`` dates it back by so many seconds."""

    text: str
    kind: NoteKind = "note"
    back: float = 0.0


@dataclass(frozen=True, slots=True)
class EditNote:
    """Give a note other words, or a bookmark its first; ``note`` is the note's seq, None the last one."""

    text: str
    note: int | None = None


@dataclass(frozen=True, slots=True)
class RaiseFollowUp:
    """Mark the last note as a follow-up."""


@dataclass(frozen=True, slots=True)
class ReturnTo:
    """A follow-up was returned to."""

    follow_up: int


@dataclass(frozen=True, slots=True)
class CallMet:
    """A follow-up was answered meanwhile."""

    follow_up: int


@dataclass(frozen=True, slots=True)
class Drop:
    """Let a follow-up go."""

    follow_up: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """Set the tick of one point of a card; ``question`` names whose probes, for the probes card."""

    card: CardName
    point: str
    mark: TickMark = "done"
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Explain:
    """Give the clarification of a concept, in one of its forms."""

    concept: str
    level: Level


@dataclass(frozen=True, slots=True)
class ToggleRecording:
    """Mark the recorder as started or stopped; ``confirmed`` starts it before the opening's gates are ticked."""

    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class TogglePause:
    """Pause, or go on."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the last act out of force."""


@dataclass(frozen=True, slots=True)
class End:
    """The debriefing is closed: the interview is over."""


Command = (
    AskQuestion
    | AskNext
    | MarkCovered
    | Skip
    | Decline
    | TakeNote
    | EditNote
    | RaiseFollowUp
    | ReturnTo
    | CallMet
    | Drop
    | Tick
    | Explain
    | ToggleRecording
    | TogglePause
    | Undo
    | End
)
