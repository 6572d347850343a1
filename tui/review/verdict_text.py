"""What a pilot came to, for reading in a terminal: each question that was asked, its verdict, what was said of it."""

from guide.model import Guide
from interviews.review import Reviewed
from interviews.state import Interview
from interviews.verdicts import Comment, Proposal, Verdict, comments, place_of, verdicts
from tui.review.cells import LABEL, fixed, label, margins
from tui.verbatim import visible_lines
from tui.verdict_tally import tally_lines
from tui.words import Words

_VERDICT = 17


def verdict_lines(one: Reviewed, interview: Interview, words: Words) -> list[str]:
    """A row for each question that was asked or judged, then how often each verdict, the undecided, the unasked."""
    found = verdicts(interview)
    told = [each for each in found if each.told]
    _, ids = margins(one.guide, words)
    lines = [words("verdicts_title")]
    for each in told:
        lines.append(_row(each, one.guide, ids, words))
        lines += [line for proposal in each.proposals for line in _proposal(proposal, each, ids, words)]
        lines += [line for comment in each.comments for line in _comment(comment, ids, words)]
        lines += [line for note in each.quotes for line in _hanging("❞ ", note.text, ids)]
    lines += [] if told else [f"  {words('verdicts_none')}"]
    general = [comment for comment in comments(interview) if comment.question is None]
    lines += [f"  {words('verdicts_general')}"] if general else []
    lines += [line for comment in general for line in _comment(comment, ids, words)]
    return [*lines, "", *(f"  {line}" for line in tally_lines(found, words))]


def _row(one: Verdict, guide: Guide, ids: int, words: Words) -> str:
    question = guide.question(one.question)
    verdict = words("verdicts_open") if one.verdict is None else words(f"verdict_{one.verdict}")
    reason = words(f"reason_{one.reason}") if one.reason else ""
    asked = "" if one.asked else f"({words('verdicts_not_asked')})"
    name = fixed(label(question) if question is not None else "", LABEL)
    tail = "  ".join(part for part in (reason, asked) if part)
    return f"  {fixed(one.question, ids)}{name}{fixed(verdict, _VERDICT)}{tail}".rstrip()


def _proposal(proposal: Proposal, one: Verdict, ids: int, words: Words) -> list[str]:
    place = words(f"place_{place_of(one.verdict)}", other=proposal.other) if proposal.other else ""
    return _hanging("→ ", proposal.text or place, ids)


def _comment(comment: Comment, ids: int, words: Words) -> list[str]:
    """The peer's answer under what was asked; a remark, which may be the interviewer's own, says that it is one."""
    if not comment.prompt:
        return _hanging("· ", words("commented_so_far", text=comment.text), ids)
    return [_lead(ids) + words(f"think_{comment.prompt}"), *_hanging("❞ ", comment.text, ids)]


def _hanging(sign: str, text: str, ids: int) -> list[str]:
    """Somebody's words as they were written; what follows a line break stands below their beginning."""
    first, *rest = visible_lines(text)
    return [f"{_lead(ids)}{sign}{first}", *(f"{_lead(ids)}  {line}" for line in rest)]


def _lead(ids: int) -> str:
    return " " * (2 + ids)
