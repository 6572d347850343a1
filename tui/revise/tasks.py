"""What the line asks for while a proposal is decided on: a wording, a place, a second wording, and why."""

from typing import Literal

from guide.model import Guide
from guide.values import Value
from interviews.decisions import Decision
from interviews.proposals import ActKind, Proposal
from tui.words import Words

Stage = Literal["text", "part", "before", "after", "with", "beside", "reason", "why", "none"]

STAGES: dict[ActKind, tuple[Stage, ...]] = {
    "keep": ("none",),
    "reword": ("text", "why"),
    "earlier": ("before", "why"),
    "later": ("after", "why"),
    "split": ("text", "part", "why"),
    "merge": ("with", "text", "why"),
    "add_probe": ("text", "why"),
    "drop": ("why",),
    "accept": ("reason",),
    "drop_probe": ("why",),
    "add_question": ("text", "beside", "why"),
}
"""What each act asks for, in order; a part is asked for until an empty one comes, a reason for each piece of advice."""

PLACES: tuple[Stage, ...] = ("before", "after", "with", "beside")
"""Stages in which the line names a question."""

OF_A_QUESTION: tuple[ActKind, ...] = (
    "keep", "reword", "earlier", "later", "split", "merge", "add_probe", "drop", "accept",
)  # fmt: skip
"""The acts by their digits, in the order of the pilot's card; the last only where there is advice."""


class Task(Value):
    """An act that is being filled in: the stage the line is at, and what was written on the way.

    ``rules`` are the pieces of advice that may be accepted; of each of them the reason is asked for.
    """

    act: ActKind
    step: int = 0
    texts: tuple[str, ...] = ()
    other: str = ""
    rules: tuple[str, ...] = ()

    @property
    def stage(self) -> Stage:
        """What the line asks for now."""
        return STAGES[self.act][self.step]

    def next(self, text: str) -> "Task":
        """The task after the line was taken: a part is asked for again until it is empty."""
        if self.stage == "reason" or (self.stage == "part" and text.strip()):
            return self.but(texts=(*self.texts, text.strip() if self.stage == "reason" else text))
        step = self.step + 1
        if self.stage == "text":
            return self.but(step=step, texts=(text,))
        return self.but(step=step, other=text if self.stage in PLACES else self.other)

    @property
    def is_last(self) -> bool:
        """Whether the act is complete when this line is taken."""
        if self.stage == "reason":
            return len(self.texts) >= len(self.rules) - 1
        return self.step == len(STAGES[self.act]) - 1

    @property
    def is_begun(self) -> bool:
        """Whether something was taken before the line at hand."""
        return bool(self.step or self.texts)

    @property
    def rule(self) -> str:
        """The piece of advice whose reason is asked for, empty where none is."""
        return self.rules[len(self.texts)] if len(self.texts) < len(self.rules) else ""


def task_for(act: ActKind, proposal: Proposal) -> Task:
    """An act at its beginning."""
    rules = tuple(dict.fromkeys(piece.rule for piece in proposal.advice)) if act == "accept" else ()
    return Task(act, rules=rules)


def acts_for(proposal: Proposal) -> tuple[ActKind, ...]:
    """The acts that a proposal can become, by their digits from 1."""
    if not proposal.question or proposal.kind == "topic":
        return ("keep", "add_question") if proposal.kind == "topic" else ("keep", "accept")
    acts = OF_A_QUESTION if proposal.advice else OF_A_QUESTION[:-1]
    return (*acts, "drop_probe") if proposal.kind == "probe" else acts


def prefilled(task: Task, proposal: Proposal, guide: Guide, words: Words) -> str:
    """What stands on the line when a stage begins: what was proposed, else what is there now."""
    question = guide.question(proposal.question)
    ask = question.ask if question is not None else ""
    meant = proposal.texts if proposal.act == task.act else ()
    match task.stage:
        case "text" if task.act in ("reword", "split", "merge"):
            return meant[0] if meant else ask
        case "text":
            return meant[0] if meant else ""
        case "part":
            return meant[len(task.texts)] if len(meant) > len(task.texts) else ""
        case "before" | "after" | "with":
            return proposal.other if proposal.act == task.act else ""
        case "beside":
            return proposal.question
        case "why":
            return why_of(proposal, words)
        case "reason" | "none":
            return ""


def why_of(proposal: Proposal, words: Words) -> str:
    """The reason that was given in the pilots, with the peer's words where they are short."""
    if proposal.kind in ("follow_up", "topic"):
        return words("revise_arose", interview=proposal.source)
    if proposal.kind == "probe":
        return words("revise_not_used", interviews=", ".join(interviews_of(proposal)))
    told = [one.verdict for one in proposal.heard if f"{one.interview}:" in " ".join(proposal.evidence)]
    reasons = [words(f"revise_reason_{verdict.reason}") for verdict in told if verdict.reason]
    said = [comment.text for verdict in told for comment in verdict.comments if len(comment.text) <= _SHORT]
    reason = "; ".join(dict.fromkeys(reasons))
    if said:
        quoted = words("revise_said", said=" ".join(said[0].split()))
        return f"{reason} ({quoted})" if reason else quoted
    return reason


def interviews_of(proposal: Proposal) -> tuple[str, ...]:
    """The interviews that its evidence is from."""
    return tuple(dict.fromkeys(ref.partition(":")[0] for ref in proposal.evidence))


_SHORT = 100
"""Characters of a peer's words that a reason can hold."""


def decision_of(task: Task, proposal: Proposal, why: str) -> Decision:
    """The finished task as a decision; advice for which no reason was given is not accepted."""
    texts = proposal.texts if task.act == "drop_probe" else task.texts
    rules: tuple[str, ...] = ()
    why = why.strip()
    if task.act == "accept":
        given = [(rule, said) for rule, said in zip(task.rules, (*task.texts, why), strict=False) if said]
        rules, texts = tuple(rule for rule, _ in given), tuple(said for _, said in given)
        why = "; ".join(dict.fromkeys(texts))
    return Decision(
        act=task.act,
        question=proposal.question,
        texts=texts,
        other=task.other,
        place=proposal.place,
        rules=rules,
        why=why,
        evidence=proposal.evidence,
    )
