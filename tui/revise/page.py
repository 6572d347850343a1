"""The page beside the proposals.

The question at hand, what was said of it, the advice, the choices.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from guide.advice import Advice
from guide.frozen import Value
from guide.model import Question
from interviews.core.events import Prompt
from interviews.revisions.proposals import PilotFinding, Proposal, ProposalKind
from tui import signs
from tui.changes.reasons import interviews_of
from tui.revise.act_form import REVISE_ACTS, STRIKES
from tui.revise.annotated_diff import wording
from tui.revise.pane import BLANK, LinePiece, PageLine, Style, line_of, pieces_of
from tui.revise.revise_controller import ReviseController
from tui.sentences.code_names import REASON_NAMES, RULE_NAMES, VERDICT_NAMES
from tui.translator import N_, NP_, Translator

_HEADS = {
    "verdict": N_("From pilots"),
    "follow_up": N_("Probes that arose"),
    "comment": N_("On the guide as a whole"),
    "topic": N_("Outside the guide"),
    "probe": N_("Never used"),
    "advice": N_("Advice on wording"),
    "rest": N_("The rest of the guide"),
}


_APART = {
    "topic": NP_("report", "topic"),
    "comment": N_("remark on the guide"),
}


_LACKS = {
    "warm-up": N_("lacks a warm-up"),
    "transition": N_("lacks a transition"),
    "closing": N_("lacks a closing"),
}


class ListLine(Value):
    """A line of the list: a head, or the proposal at ``place``."""

    text: str
    place: int | None


_MARKS = {"open": signs.UNTOUCHED, "taken": signs.COVERED, "left": signs.SKIPPED, "rest": " "}


def list_lines(desk: ReviseController) -> Iterator[ListLine]:
    """Every proposal with its state and what became of it, under a head for each kind."""
    last: ProposalKind | None = None
    for place, proposal in enumerate(desk.round.material.proposals):
        if proposal.kind != last:
            yield ListLine(desk._(_HEADS[proposal.kind]), None)
            last = proposal.kind
        done = desk.round.decision_at(place)
        act = desk._(REVISE_ACTS[proposal.act if done is None else done.decision.act])
        yield ListLine(f"{_MARKS[desk.round.state(place)]} {_name_proposal(proposal, desk, act)}", place)


def _name_proposal(proposal: Proposal, desk: ReviseController, act: str) -> str:
    name = proposal.question or desk._("guide")
    question = desk.round.guide.question(proposal.question)
    match proposal.kind:
        case "topic" | "comment":
            return " ".join(" ".join(proposal.texts).split())
        case "advice":
            rules = dict.fromkeys(_rule_named(piece, desk._) for piece in proposal.advice)
            return f"{name:<4} {', '.join(rules)}"
        case "rest":
            return f"{name:<4} {question.label if question is not None else ''}"
        case _:
            return f"{name:<4} {act}"


def _rule_named(piece: Advice, _: Translator) -> str:
    """What a piece of advice is about, in a word or two; of the roles the one that is missing."""
    if piece.rule == "missing-role":
        return _(_LACKS[piece.evidence])
    return _(RULE_NAMES[piece.rule])


def page_title(desk: ReviseController) -> str:
    """The question's id and label, or what else is at hand."""
    proposal = desk.proposal
    question = desk.round.guide.question(proposal.question)
    if proposal.is_apart:
        return desk._(_APART[proposal.kind])
    if question is not None:
        return f"{question.id} {question.label}"
    return proposal.question or desk._("guide")


def page_lines(desk: ReviseController) -> Iterator[PageLine]:
    """The page from top to bottom."""
    proposal, _ = desk.proposal, desk._
    question = desk.round.guide.question(proposal.question)
    if desk.is_seeking:
        yield from _hit_lines(desk)
        return
    if question is not None and not proposal.is_apart:
        yield from _question(question, desk, _)
    elif proposal.question and not proposal.is_apart:
        yield line_of(_("{id} is no longer in the guide.", id=proposal.question), "dim")
    yield from _preview(desk, question)
    yield from _decision_lines(desk)
    yield BLANK
    yield from _choices(desk)
    for heard in proposal.heard:
        yield BLANK
        yield from _comment_lines(heard, _)
    yield from _note_lines(proposal, _)
    rule = desk.task.rule
    for advice in sorted(proposal.advice, key=lambda piece: piece.rule != rule):
        yield BLANK
        yield line_of(_("Advice: {message}", message=_.advice(advice)), "chosen" if advice.rule == rule else "plain")


def _question(question: Question, desk: ReviseController, _: Translator) -> Iterator[PageLine]:
    was = desk.round.material.now.guide.question(question.id)
    if was is not None and was.ask != question.ask:
        yield PageLine(pieces_of(wording(was.ask, question.ask)))
    else:
        yield PageLine((LinePiece(question.ask, "strong"),))
    for probe in question.probes:
        text = (
            probe.ask
            if probe.condition is None
            else _("{ask} (if {condition})", ask=probe.ask, condition=probe.condition)
        )
        yield line_of(_("probe: {text}", text=text), "dim", 4)
    if question.alone:
        yield line_of(_("alone: {text}", text=question.alone), "dim", 4)


def _preview(desk: ReviseController, question: Question | None) -> Iterator[PageLine]:
    """What the act at hand would make of it, as far as it is written."""
    task, written = desk.task, desk.written
    shown = [*task.texts, *([written] if task.stage in ("text", "part") and written.strip() else [])]
    match task.act:
        case "reword" if question is not None and shown and shown[0] != question.ask:
            yield BLANK
            pieces = pieces_of(wording(question.ask, shown[0]))
            same = any(piece.style == "plain" and piece.text.strip() for piece in pieces)
            yield PageLine(pieces if same else (LinePiece("+ "), LinePiece(shown[0], "new")), 0 if same else 2)
            if question.alone:
                yield line_of(desk._("also has a stand-alone wording; see whether it still fits"), "dim")
        case "split" | "merge" | "add_probe" | "add_question" if shown:
            yield BLANK
            yield from (PageLine((LinePiece("+ "), LinePiece(text, "new")), 2) for text in shown)
        case _:
            pass
    named = task.other or next(iter(desk.find_questions()), "")
    other = desk.round.guide.question(named)
    if other is not None:
        key = {"earlier": N_("before {other}"), "merge": N_("with {other}")}.get(task.act, N_("after {other}"))
        yield BLANK
        yield PageLine(
            (LinePiece(f"{signs.IN_HAND} {desk._(key, other=other.id)}  ", "chosen"), LinePiece(other.ask)), 2
        )
        yield from _among(desk, question, other)


def _among(desk: ReviseController, question: Question | None, other: Question) -> Iterator[PageLine]:
    """That a move leads in among the questions for something else, while groups on the live screen stay as they are."""
    if question is None or desk.task.act not in ("earlier", "later"):
        return
    guide = desk.round.guide
    rest = [one for one in guide.questions if one.id != question.id]
    at = next((place for place, one in enumerate(rest) if one.id == other.id), None)
    if at is None:
        return
    at += desk.task.act == "later"
    beside = [*rest[max(at - 1, 0) : at], *rest[at : at + 1]]
    own, *others = ([guide.owner(id) or id for id in one.serves] for one in (question, *beside))
    if own and all(served and not set(own) & set(served) for served in others):
        owners = dict.fromkeys(id for served in others for id in served[:1])
        said = desk._(
            "{id} then stands between questions for {other}. On the screen during the interview {id} stays with {own}.",
            id=question.id,
            other=", ".join(owners),
            own=own[0],
        )
        yield line_of(said, "strong", 2)


def _decision_lines(desk: ReviseController) -> Iterator[PageLine]:
    done, _ = desk.round.decision_at(desk.at), desk._
    if done is not None:
        yield BLANK
        yield line_of(_("Taken: {what}", what=desk.round.describe_done(done)), "new", 2)
        if done.decision.why:
            yield line_of(_("because: {why}", why=done.decision.why), "dim", 2)
    elif desk.round.state(desk.at) == "left":
        yield BLANK
        yield line_of(_("Left as it is."), "dim")


def _comment_lines(heard: PilotFinding, _: Translator) -> Iterator[PageLine]:
    verdict = heard.verdict
    said = _(VERDICT_NAMES[verdict.verdict]) if verdict.verdict is not None else _("no verdict")
    if verdict.reason:
        reason = _(REASON_NAMES[verdict.reason])
        yield line_of(_("{interview}: {verdict} ({reason})", interview=heard.interview, verdict=said, reason=reason))
    else:
        yield line_of(_("{interview}: {verdict}", interview=heard.interview, verdict=said))
    if heard.was:
        yield line_of(_("asked like this then: “{text}”", text=heard.was), "dim", 2)
    for proposed in verdict.proposals:
        if proposed.other:
            key = {"earlier": N_("before {other}"), "later": N_("after {other}")}.get(
                verdict.verdict or "", N_("with {other}")
            )
            yield line_of(_("proposal: {text}", text=_(key, other=proposed.other)), indent=2)
        if proposed.text:
            yield line_of(_("proposal: {text}", text=proposed.text), indent=2)
    for comment in verdict.comments:
        yield line_of(_(_SAID[comment.prompt], said=comment.text), "said", 2)


_SAID: Mapping[Prompt, str] = MappingProxyType(
    {
        "": N_("“{said}”"),
        "think_aloud": N_("thinking aloud: “{said}”"),
        "paraphrase": N_("in their own words: “{said}”"),
        "confidence": N_("how sure: “{said}”"),
    }
)
"""How a comment is shown, by what the peer was asked."""


def _note_lines(proposal: Proposal, _: Translator) -> Iterator[PageLine]:
    text = " ".join(proposal.texts)
    if proposal.kind in ("follow_up", "topic"):
        yield BLANK
        yield line_of(_("From {interview}: “{text}”", interview=proposal.source, text=text), "said", 2)
    if proposal.kind == "comment":
        yield BLANK
        yield line_of(_("From {interview}, comment: “{text}”", interview=proposal.source, text=text), "said", 2)
    if proposal.kind == "probe":
        yield BLANK
        yield line_of(
            _(
                "“{text}” was never ticked in {interviews}, where other probes of the question were.",
                text=text,
                interviews=", ".join(interviews_of(proposal)),
            ),
            indent=2,
        )


def _choices(desk: ReviseController) -> Iterator[PageLine]:
    """The acts by their digits, the one at hand marked."""
    pieces: list[LinePiece] = []
    for digit, act in enumerate(desk.acts, 1):
        style: Style = "chosen" if act == desk.task.act and desk.task.stage != "none" else "dim"
        pieces += [
            LinePiece(
                desk._("{digit} {act}", digit=digit, act=desk._(REVISE_ACTS[act]).replace(" ", "\N{NO-BREAK SPACE}")),
                style,
            ),
            LinePiece("   "),
        ]
    yield PageLine(tuple(pieces[:-1]))
    proposed = desk.proposal.act
    if proposed in STRIKES and desk.task.stage == "none" and desk.round.state(desk.at) == "open":
        digit, called = desk.acts.index(proposed) + 1, desk._(REVISE_ACTS[proposed])
        yield line_of(desk._("Proposed: {digit} {act}. Enter leaves it as it is.", digit=digit, act=called), "strong")


def _hit_lines(desk: ReviseController) -> Iterator[PageLine]:
    """The questions that the words on the line may mean, Enter takes the first; in words that there is none."""
    found = desk.find_questions()
    if not found:
        yield line_of(desk.nothing_found, "strong")
    for place, id in enumerate(found):
        question = desk.round.guide.question(id)
        if question is not None:
            style: Style = "strong" if place == 0 else "plain"
            yield PageLine((LinePiece(f"{signs.IN_HAND if place == 0 else ' '} {id:<4} {question.ask}", style),), 7)
            if place == 0:
                yield from _among(desk, desk.round.guide.question(desk.proposal.question), question)
