"""What the line asks for in revising."""

from typing import Literal

from guide.frozen import Value
from guide.model import Guide
from interviews.revisions.acts import Decision
from interviews.revisions.draft import Begun
from interviews.revisions.proposals import ActKind, Proposal
from tui.changes.reasons import why_of
from tui.sentences.code_names import VERDICT_NAMES
from tui.translator import N_, Translator

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

REVISE_ACTS = {
    **VERDICT_NAMES,
    "accept": N_("keep despite advice"),
    "add_question": N_("new question"),
    "drop_probe": N_("drop probe"),
}
"""What each act is called among the choices: as a pilot's verdict that asks for it is called."""

PLACES: tuple[Stage, ...] = ("before", "after", "with", "beside")
"""Stages in which the line names a question."""

STRIKES: tuple[ActKind, ...] = ("drop", "drop_probe")
"""Acts that take something out of the guide: proposed by their digit, never done by Enter alone."""

OF_A_QUESTION: tuple[ActKind, ...] = (
    "keep", "reword", "earlier", "later", "split", "merge", "add_probe", "drop", "accept",
)  # fmt: skip
"""The acts by their digits, in the order of the pilot's card; the last only where there is advice."""


class ActForm(Value):
    """An act that is being filled in: the stage the line is at, and what was written on the way.

    ``rules`` are the pieces of advice that may be accepted; of each of them the reason is asked for. ``is_chosen`` says
    that a key chose the act, so that the line is for its words alone; a suggested act may still become another one.
    """

    act: ActKind
    step: int = 0
    texts: tuple[str, ...] = ()
    other: str = ""
    rules: tuple[str, ...] = ()
    is_chosen: bool = False

    @property
    def stage(self) -> Stage:
        """What the line asks for now."""
        return STAGES[self.act][self.step]

    def next(self, text: str) -> "ActForm":
        """The task after the line was taken: a part is asked for again until it is empty."""
        if self.stage == "reason" or (self.stage == "part" and text.strip()):
            return self.but(texts=(*self.texts, text.strip() if self.stage == "reason" else text))
        step = self.step + 1
        if self.stage == "text":
            return self.but(step=step, texts=(text,))
        return self.but(step=step, other=text if self.stage in PLACES else self.other)

    @property
    def back(self) -> "tuple[ActForm, str] | None":
        """The task one line earlier, and what was taken from that line; None at the first line."""
        if self.stage == "reason" and self.texts:
            return self.but(texts=self.texts[:-1]), self.texts[-1]
        if self.stage == "part" and len(self.texts) > 1:
            return self.but(texts=self.texts[:-1]), self.texts[-1]
        if not self.step:
            return None
        before = self.but(step=self.step - 1)
        if before.stage == "text":
            return before.but(texts=()), self.texts[0] if self.texts else ""
        return (before.but(other=""), self.other) if before.stage in PLACES else (before, "")

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


def task_for(act: ActKind, proposal: Proposal) -> ActForm:
    """An act at its beginning."""
    rules = tuple(dict.fromkeys(piece.rule for piece in proposal.advice)) if act == "accept" else ()
    return ActForm(act, rules=rules)


def suggest_form(proposal: Proposal) -> ActForm:
    """What Enter would do first: what is proposed, or nothing where that would strike something."""
    return ActForm("keep") if proposal.act in STRIKES else task_for(proposal.act, proposal)


def half_written(task: ActForm, proposal: Proposal, line: str) -> Begun:
    """A task as it is kept until it is gone on with; ``line`` is what stands on the line."""
    unfinished = Decision(task.act, proposal.question, texts=task.texts, other=task.other, rules=task.rules)
    return Begun(unfinished, task.step, line)


def task_of(begun: Begun) -> ActForm:
    """The task that was kept, at the stage it had come to; who began to write had chosen."""
    one = begun.decision
    step = begun.step if 0 <= begun.step < len(STAGES[one.act]) else 0
    return ActForm(one.act, step, one.texts, one.other, one.rules, is_chosen=True)


def acts_for(proposal: Proposal) -> tuple[ActKind, ...]:
    """The acts that a proposal can become, by their digits from 1."""
    if proposal.is_apart:
        return "keep", "add_question"
    if not proposal.question:
        return "keep", "accept"
    acts = OF_A_QUESTION if proposal.advice else OF_A_QUESTION[:-1]
    return (*acts, "drop_probe") if proposal.kind == "probe" else acts


def prefill(task: ActForm, proposal: Proposal, taken: Decision | None, guide: Guide, _: Translator) -> str:
    """What stands on the line when a stage begins: what was taken, else what was proposed, else what is there now.

    ``taken`` is the decision in force, where it is this act's. A reason given for another act is none for this one.
    """
    question = guide.question(proposal.question)
    id, ask = (question.id, question.ask) if question is not None else ("", "")
    is_proposed = proposal.act == task.act
    meant = taken.texts if taken is not None else proposal.texts if is_proposed else ()
    match task.stage:
        case "text" if task.act == "merge":
            return meant[0] if meant else " ".join(one.ask for one in guide.questions if one.id in (id, task.other))
        case "text" if task.act in ("reword", "split"):
            return meant[0] if meant else ask
        case "text":
            return meant[0] if meant and (taken is not None or not is_bare(proposal)) else ""
        case "part":
            return meant[len(task.texts)] if len(meant) > len(task.texts) else ""
        case "before" | "after" | "with":
            return taken.other if taken is not None else proposal.other if is_proposed else ""
        case "beside":
            return proposal.question if taken is None else taken.other
        case "why" if taken is not None:
            return taken.why
        case "why":
            return why_of(proposal, _) if is_proposed or proposal.is_apart else ""
        case "reason" | "none":
            return ""


def is_bare(proposal: Proposal) -> bool:
    """Whether what was noted is no wording yet: a topic or a remark that does not ask. It has to be worded."""
    return proposal.is_apart and not any(text.rstrip(" »”\"'").endswith("?") for text in proposal.texts)


def lacks_words(task: ActForm, proposal: Proposal, _: Translator) -> str:
    """That a wording is wanted; of a topic also that it is none."""
    if task.act == "add_question" and is_bare(proposal):
        return _(
            "“{text}” is a topic, not a wording: write the question as it is to be asked.",
            text=" ".join(" ".join(proposal.texts).split()),
        )
    return _("Write a wording.")


def decision_of(task: ActForm, proposal: Proposal, why: str) -> Decision:
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
