"""Why a guide was changed, in words.

As pilots gave the reason, and told again in another language.
"""

import re

from guide.schema import LANGUAGES
from interviews.core.events import Prompt
from interviews.core.verdicts import Comment, Verdict
from interviews.log.log_files import CODE
from interviews.revisions.proposals import Proposal
from tui.translator import N_, Translator

_REASONS = {
    "comprehension": N_("hard to understand"),
    "recall": N_("hard to remember"),
    "judgement": N_("hard to weigh up"),
    "response": N_("the answer did not fit the question"),
    "sensitive": N_("came too close"),
    "long": N_("too long"),
    "overlap": N_("overlapped another question"),
}


_QUOTES = {
    "think_aloud": N_("thinking aloud: “{said}”"),
    "paraphrase": N_("in their own words: “{said}”"),
    "": N_("comment: “{said}”"),
}
"""Words with where they come from, by what asked for them."""

_SOURCES = {"interview": N_("came up in {interview}"), "interviews": N_("not used in {interviews}")}
"""Reasons that name interviews, by the field that does."""

_NAME = rf"{CODE.pattern}(-[1-9][0-9]*)?"
"""An interview's name, which is all that such a reason names."""

_SHORT = 100
"""Characters of a comment that a reason can hold."""

_INNER = str.maketrans("«»“”", "‹›‘’")
"""Quotation marks within a quotation."""


def why_of(proposal: Proposal, _: Translator) -> str:
    """The reason that was given in the pilots, with what was written down about the question where it is short."""
    if proposal.kind in ("follow_up", "topic"):
        return _("came up in {interview}", interview=proposal.source)
    if proposal.kind == "probe":
        return _("not used in {interviews}", interviews=", ".join(interviews_of(proposal)))
    if proposal.kind == "comment":
        return _quote(" ".join(proposal.texts), "", _)
    told = [one.verdict for one in proposal.heard if f"{one.interview}:" in " ".join(proposal.evidence)]
    reasons = [_(_REASONS[verdict.reason]) for verdict in told if verdict.reason]
    said = next((comment for verdict in reversed(told) if (comment := _grounds(verdict)) is not None), None)
    reason = "; ".join(dict.fromkeys(reasons))
    if said is None:
        return reason
    quoted = _quote(said.text, said.prompt, _)
    return f"{reason} ({quoted})" if reason else quoted


def _grounds(verdict: Verdict) -> Comment | None:
    """What was said last before the verdict, or else first after it; how sure an answer was is no reason."""
    others = {each.seq for each in verdict.proposals} | {each.seq for each in verdict.comments}
    judged = max((seq for seq in verdict.evidence if seq not in others), default=0)
    said = [one for one in verdict.comments if one.prompt != "confidence" and len(one.text) <= _SHORT]
    before = [one for one in said if one.seq <= judged]
    return before[-1] if before else next(iter(said), None)


def _quote(text: str, prompt: Prompt, _: Translator) -> str:
    """Words with where they come from; a bare comment may be the interviewer's own remark, and is called no more."""
    return _(_QUOTES.get(prompt, _QUOTES[""]), said=" ".join(text.split()).translate(_INNER))


def retell_why(why: str, _: Translator) -> str:
    """A recorded reason in the language of the text around it, where it is whole as it is worded here.

    Whatever else stands in it somebody wrote, and it stays as it is.
    """
    for code in dict.fromkeys(LANGUAGES.values()):
        other = Translator(code)
        reasons = {other(key): _(key) for key in _REASONS.values()}
        given, bracket, quoted = why.partition(" (")
        told = [reasons.get(reason, "") for reason in given.split("; ")]
        if all(told) and not bracket:
            return "; ".join(told)
        inner = _retell_quote(quoted.removesuffix(")"), other, _)
        if all(told) and inner and quoted.endswith(")"):
            return f"{'; '.join(told)} ({inner})"
        if whole := _retell_quote(why, other, _):
            return whole
    return why


def _retell_quote(said: str, other: Translator, _: Translator) -> str:
    """Words with where they come from, as ``other`` says it, in this language; empty where it does not say it so."""
    quotes = ((key, "said", f"[^{''.join(map(chr, _INNER))}]+") for key in _QUOTES.values())
    sources = ((key, field, f"{_NAME}(, {_NAME})*") for field, key in _SOURCES.items())
    for key, field, filling in (*quotes, *sources):
        before, _mark, after = other(key, **{field: "\0"}).partition("\0")
        found = re.fullmatch(f"{re.escape(before)}(?P<filling>{filling}){re.escape(after)}", said)
        if found is not None:
            return _(key, **{field: found["filling"]})
    return ""


def interviews_of(proposal: Proposal) -> tuple[str, ...]:
    """The interviews that its evidence is from."""
    return tuple(dict.fromkeys(ref.partition(":")[0] for ref in proposal.evidence))
