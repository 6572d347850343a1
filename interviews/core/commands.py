"""Commands: what the interviewer can want.

An interview turns each into an event, or refuses it with a reason.
"""

from guide.frozen import Value
from interviews.core.events import CardName, Level, NoteKind, Prompt, ReasonCode, Side, TickMark, VerdictKind


class AskQuestion(Value):
    """Make a question the one in hand, asked now; ``confirmed`` asks the first with a gate of the start unticked."""

    question: str
    confirmed: bool = False


class AskNext(Value):
    """Ask the suggested next question; ``confirmed`` as for any other."""

    confirmed: bool = False


class MarkCovered(Value):
    """Mark questions as covered, or the one in hand where none is named; ``depth`` 1 to 3, or None."""

    questions: tuple[str, ...] = ()
    depth: int | None = None


class Skip(Value):
    """Leave questions out, or the one in hand where none is named."""

    questions: tuple[str, ...] = ()
    reason: str = ""


class Decline(Value):
    """Note that the informant would rather not answer these questions, or the one in hand where none is named."""

    questions: tuple[str, ...] = ()
    reason: str = ""


class Unmark(Value):
    """Take the cover or the skip off these questions, or off the one in hand where none is named."""

    questions: tuple[str, ...] = ()


class TakeNote(Value):
    """Take a note, or a bookmark where ``kind`` says so; ``back`` dates it back by so many seconds.

    It is about ``question``, or about the one in hand where that is None. ``at`` says about how many seconds into the
    interview it was; only what is entered afterwards has it. ``quoted`` says that a follow-up holds the informant's
    words.
    """

    text: str
    kind: NoteKind = "note"
    back: float = 0.0
    question: str | None = None
    at: float | None = None
    quoted: bool = False


class EditNote(Value):
    """Give a note other words, or a bookmark its first; ``note`` is the note's seq, None the last one.

    ``about`` and ``tags`` are what its words with # mean, None where they mean what the interview's own guide says.
    """

    text: str
    note: int | None = None
    about: tuple[str, ...] | None = None
    tags: tuple[str, ...] | None = None


class CorrectNote(Value):
    """Give a note the words that the informant wants; ``note`` is its seq, ``about`` and ``tags`` as in ``EditNote``.

    It may also be the seq of an act that has words of its own: a reason, a remark in a pilot. ``bracketed``: nobody
    wished it, but what may tell who somebody is was replaced in brackets. With ``drop_tags`` the note keeps no tag
    but those in these words.
    """

    text: str
    note: int
    about: tuple[str, ...] | None = None
    tags: tuple[str, ...] | None = None
    bracketed: bool = False
    drop_tags: bool = False


class TakeBackCorrection(Value):
    """Take the last correction of a note, or of an act's words, out of force; ``note`` is its seq."""

    note: int


class RetimeNote(Value):
    """Move a note to another moment, in seconds into the interview; ``note`` is its seq, None the last one."""

    at: float
    note: int | None = None


class LinkNote(Value):
    """Say that a note is about one more question; ``note`` is its seq."""

    note: int
    question: str


class TagNote(Value):
    """Give a note a tag; ``note`` is its seq."""

    note: int
    tag: str


class RaiseFollowUp(Value):
    """Mark the last note as a follow-up."""


class ReturnTo(Value):
    """A follow-up was returned to."""

    follow_up: int


class CallMet(Value):
    """A follow-up was answered meanwhile."""

    follow_up: int


class Drop(Value):
    """Let a follow-up go."""

    follow_up: int
    reason: str = ""


class Tick(Value):
    """Set the tick of one point of a card; ``question`` names whose probes, for the probes card."""

    card: CardName
    point: str
    mark: TickMark = "done"
    question: str | None = None


class MarkSide(Value):
    """Count an experience on one side of a question that asks for both, or of the one in hand."""

    side: Side
    question: str | None = None


class Explain(Value):
    """Give the clarification of a concept, in one of its forms."""

    concept: str
    level: Level


class ToggleRecording(Value):
    """Mark the recorder as started or stopped; ``confirmed`` starts it before the opening's gates are ticked.

    ``same`` says that it goes on in the file of before.
    """

    confirmed: bool = False
    same: bool = False


class StopRecording(Value):
    """Mark the recorder as stopped: now, or ``at_limit``, when its recording had lasted as long as one may."""

    at_limit: bool = False


class DeclineRecording(Value):
    """The informant declines to be recorded."""


class ClearNotes(Value):
    """Say whether notes that nothing was recorded of, or off the record, may be used; ``notes`` are their seqs."""

    notes: tuple[int, ...]
    usable: bool


class ShiftRecording(Value):
    """A moment lies ``seconds`` later in the file than marked, earlier below 0; ``number`` None: the last recording.

    ``note`` is the seq of the note by which that was found out, where it was by one.
    """

    seconds: float
    number: int | None = None
    note: int | None = None


class ToggleTranscribing(Value):
    """From here on, or from ``back`` seconds ago, nothing is to be transcribed; or it may be again."""

    back: float = 0.0


class Judge(Value):
    """Give a verdict on a question of the guide, or on the one in hand; in a pilot alone."""

    verdict: VerdictKind
    question: str | None = None
    reason: ReasonCode = ""


class Propose(Value):
    """Say what a verdict is to lead to: a wording, or before, after or with which other question."""

    question: str
    text: str = ""
    other: str = ""


class TakeComment(Value):
    """Note what is said about a question, None the one in hand, empty none; ``prompt`` is what the peer was asked."""

    text: str
    prompt: Prompt = ""
    question: str | None = None


class Say(Value):
    """Say something to the informant of a practice interview."""

    text: str


class CloseRound(Value):
    """Done with the round through what has no verdict after a pilot, whatever is left."""


class TellHandling(Value):
    """What a pilot's acts took of keys and time: for each its seq, its keys, and thousandths of a second of its line.

    ``rest`` are the keys that became no act.
    """

    acts: tuple[int, ...]
    keys: tuple[int, ...]
    millis: tuple[int, ...]
    rest: int = 0


class RateLoad(Value):
    """The six numbers of NASA-TLX, each from 0 to 20."""

    numbers: tuple[int, ...]


class TogglePause(Value):
    """Pause, or go on."""


class Stop(Value):
    """The informant wishes to stop."""


class Undo(Value):
    """Take the last act out of force."""


class End(Value):
    """The debriefing is closed: the interview is over."""


class Hear(Value):
    """Say which questions a turn of the transcript asks, with none that it asks none; ``turn`` counts from 0.

    ``at`` is where in the recording it is, in seconds; ``score`` how sure the program was that had proposed it.
    """

    turn: int
    questions: tuple[str, ...]
    at: float | None = None
    score: float | None = None


Command = (
    AskQuestion
    | AskNext
    | MarkCovered
    | Skip
    | Decline
    | Unmark
    | TakeNote
    | EditNote
    | CorrectNote
    | TakeBackCorrection
    | LinkNote
    | TagNote
    | RetimeNote
    | ClearNotes
    | RaiseFollowUp
    | ReturnTo
    | CallMet
    | Drop
    | Tick
    | MarkSide
    | Explain
    | ToggleRecording
    | StopRecording
    | DeclineRecording
    | ShiftRecording
    | ToggleTranscribing
    | Judge
    | Propose
    | TakeComment
    | Say
    | CloseRound
    | TellHandling
    | RateLoad
    | Hear
    | TogglePause
    | Stop
    | Undo
    | End
)


def text_of(command: Command) -> str:
    """The words of a command that are somebody's own; none of one that only names things."""
    match command:
        case TakeNote(text=text) | EditNote(text=text) | TakeComment(text=text) | Propose(text=text) | Say(text=text):
            return text
        case Skip(reason=text) | Decline(reason=text) | Drop(reason=text):
            return text
        case _:
            return ""


def with_text(command: Command, text: str) -> Command:
    """Such a command with other words."""
    return command.but(reason=text) if isinstance(command, Skip | Decline | Drop) else command.but(text=text)
