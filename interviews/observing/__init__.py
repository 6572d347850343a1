"""What an observer ticks, in a log of its own.

It lies beside the interview's log and is never in it.

The moves are Kvale's nine types of questions (Kvale 1996, ch. 7). What else is ticked follows Roulston, deMarrais and
Lewis 2003 (assessing and counselling), rubrics for training interviewers, and what pilots are held for.
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, get_args

from interviews.core.codec import Vocabulary
from interviews.core.events import Event, Sitting, Undone

FORMAT = 1
"""The version of the observation's format that this program writes."""

Speaker = Literal["interviewer", "informant", "nobody"]
MoveKind = Literal[
    "introducing", "follow_up", "probing", "specifying", "direct", "indirect", "structuring", "silence", "interpreting"
]
Sign = Literal["assessed", "counselled", "missed", "double", "leading", "steered", "narrowed", "abrupt", "drifted"]

FOLLOWS = "true in an anonymous study: `t` is the interview's own, as its log told it; else left out"
"""What the field of that name says."""

MOVES: tuple[MoveKind, ...] = get_args(MoveKind)
SIGNS: tuple[Sign, ...] = get_args(Sign)


class Sat(Sitting, kw_only=True):
    """The observer sat down; always the first line."""

    type: ClassVar[str] = "observation_started"
    does = "Begins the observation; `t` counts from here, or is the interview's own where it `follows`."
    undone_by = "nothing"
    refused_for = ()
    format: Annotated[int, "version of the observation's format"]
    interview: Annotated[str, "the interview that is observed: its log's name without suffix, such as P1"]
    program: Annotated[str, "version of the program that wrote the log"] = ""
    follows: Annotated[bool | None, FOLLOWS] = None
    nonce: Annotated[str, "random: tells this log from another in an anonymous study, where no clock does"] = ""


class SatAgain(Sitting, kw_only=True):
    """The observer went on after having left, or after the program had ended; what was between nobody observed."""

    type: ClassVar[str] = "observation_resumed"
    does = "Goes on; the gap was not observed."
    undone_by = "nothing"
    refused_for = ()
    gap: Annotated[float, "seconds from the last event before to t; nothing in them was observed"]
    follows: Annotated[bool | None, FOLLOWS] = None
    torn: Annotated[str, "bytes of an unfinished last line, moved here, base64, when there were any"] = ""


class Turn(Event, kw_only=True):
    """From here on somebody else speaks, or nobody does, until the next turn."""

    type: ClassVar[str] = "turn"
    does = "From here this one speaks, until the next turn."
    undone_by = "`undone`; the next `turn` ends it"
    refused_for = ("observing_already",)
    speaker: Annotated[Speaker, "interviewer, informant, or nobody: a silence"]


class Moved(Event, kw_only=True):
    """The interviewer made a move: one of Kvale's nine types of questions."""

    type: ClassVar[str] = "move"
    does = "Counts one move of this type."
    undone_by = "`undone`"
    refused_for = ()
    kind: Annotated[MoveKind, "the type; silence is one that was chosen, not one that merely happened"]


class Signed(Event, kw_only=True):
    """Something about how the interviewer led the talk was seen."""

    type: ClassVar[str] = "sign"
    does = "Counts one sign."
    undone_by = "`undone`"
    refused_for = ()
    what: Annotated[
        Sign,
        "assessed an answer, counselled, missed an opening, two questions at once, leading, steered too much, narrowed "
        "the answer while clarifying, an abrupt change of topic, let the talk drift",
    ]


class Remarked(Event, kw_only=True):
    """The observer wrote something; `t` is the key press that began it."""

    type: ClassVar[str] = "remark"
    does = "The observer's words, told in the debrief."
    undone_by = "`undone`"
    refused_for = ("observing_empty",)
    text: Annotated[str, "the words exactly as written"]


class Left(Event, kw_only=True):
    """The observer left the seat; from here on nothing is observed."""

    type: ClassVar[str] = "observation_left"
    does = "Ends what was observed, until somebody sits down again."
    undone_by = "nothing"
    refused_for = ()


OBSERVED_TYPES: Mapping[str, type[Event]] = {
    event.type: event for event in (Sat, SatAgain, Turn, Moved, Signed, Remarked, Left, Undone)
}
"""Every type of event in an observation by the name that stands in its log."""

OF_OBSERVATIONS = Vocabulary(OBSERVED_TYPES, Sat, FORMAT)
"""The vocabulary of an observation's log."""

Tick = Turn | Moved | Signed | Remarked
"""What an observer does, and can take back."""
