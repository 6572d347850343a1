"""What happens in a pilot alone: verdicts on the guide's questions, what is proposed instead, the peer's words.

A pilot tries the guide, so its events are about questions and not about answers. The reasons are where answering goes
wrong in cognitive interviewing (Willis 1999: comprehension, recall, judgement, response), and three of our own.
"""

from typing import Annotated, ClassVar, Literal

from interviews.event import Event

PilotKind = Literal["", "self", "desk", "peer", "field"]
VerdictKind = Literal["keep", "reword", "earlier", "later", "split", "merge", "add_probe", "drop"]
ReasonCode = Literal["", "comprehension", "recall", "judgement", "response", "sensitive", "long", "overlap"]
Prompt = Literal["", "think_aloud", "paraphrase", "confidence"]


class Judged(Event, kw_only=True):
    """A verdict on a question of the guide; the last one in force counts."""

    type: ClassVar[str] = "judged"
    does = "The question's verdict; proposals for another verdict fall away."
    undone_by = "`undone`; a later `judged`"
    refused_for = ("not_a_pilot", "judge_which", "unknown_question")
    question: Annotated[str, "id of the question, asked or not"]
    verdict: Annotated[VerdictKind, "what is to become of it; `add_probe`: it needs one more probe"]
    reason: Annotated[ReasonCode, "where it went wrong, after Willis; left out where none was given"] = ""


class Proposed(Event, kw_only=True):
    """What the verdict on a question is to lead to: a wording, a probe, or a place."""

    type: ClassVar[str] = "proposed"
    does = "What the verdict leads to: of `split` and `add_probe` each one counts, else the last."
    undone_by = "`undone`; a later `judged` with another verdict"
    refused_for = ("not_a_pilot", "unknown_question", "itself_proposed", "empty_proposal")
    question: Annotated[str, "id of the question"]
    text: Annotated[str, "the proposed wording or probe exactly as written; left out where only a place is meant"] = ""
    other: Annotated[str, "id of the question before, after or with which; left out where none is meant"] = ""


class Commented(Event, kw_only=True):
    """What was said about a question, or about the guide: with a `prompt` the peer's answer, else anybody's remark.

    `t` is the moment of its first key press.
    """

    type: ClassVar[str] = "commented"
    does = "Words for the pilot's table; no state changes."
    undone_by = "`undone`"
    refused_for = ("not_a_pilot", "unknown_question", "empty_comment")
    question: Annotated[str | None, "id of the question; left out where it is about no single one"] = None
    text: Annotated[str, "the words exactly as written"]
    prompt: Annotated[Prompt, "what the peer was asked, after Willis; left out where nothing was"] = ""
    late: Annotated[bool, "whether it was said after the end, when going through the questions again"] = False


class WentThrough(Event, kw_only=True):
    """The round after the end was closed with questions left that have no verdict: it is not offered again."""

    type: ClassVar[str] = "went_through"
    does = "The round through questions without a verdict is closed."
    undone_by = "nothing; an end after it opens the round again"
    refused_for = ("not_a_pilot",)
