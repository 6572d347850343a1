"""A question's wording without what is said about the question: its minutes, that it is optional, what it serves."""

import re

from guide.importing.drafts import GuideDraft, Piece, QuestionDraft
from guide.importing.leads import minutes_in, note_lead, optional_mark, probe_lead
from guide.importing.research import Targets
from guide.importing.texts import unbracketed
from guide.importing.wording import asks
from guide.keys import SHORT_LIMIT

_TOPIC = re.compile(r"^(?P<lead>[^:?.!,;\"“«(\[]{2,60}):\s+(?=\S)")
_NOTE = re.compile(r"\s*[\[(](?P<note>[^\[\]()]{3,200})[\])]\s*\.?$")
_TOPIC_WORDS = 4
_PAIRS = {'"': '"', "“": "”", "«": "»", "„": "“", "”": "”", "'": "'", "‘": "’"}


def plain_quotes(text: str) -> str:
    """A wording without the quotation marks that enclose all of it."""
    bare = text.strip()
    shut = _PAIRS.get(bare[:1])
    if shut is None or len(bare) < 3:
        return bare
    end = bare[-1]
    if end == shut and bare[0] not in bare[1:-1] and end not in bare[1:-1]:
        return bare[1:-1].strip()
    return bare


def trim(question: QuestionDraft, draft: GuideDraft, targets: Targets) -> None:
    """Take out of a wording what is said about it, each piece accounted for."""
    text = " ".join(question.ask.split())
    mark = optional_mark(text)
    if mark:
        text = " ".join(text.replace(mark, " ", 1).split()).lstrip(":–- ")
        if text.count(")") > text.count("("):
            text = text.rstrip(") ")
        question.optional = True
        draft.leave(question.line, "mark", mark)
    if draft.starred and re.search(r"\w[?.!\"”»)]*\s?\*+$", text):
        text = text.rstrip("* ")
        question.optional = True
        draft.leave(question.line, "mark", "*")
    text, tag, ids = targets.tag(text)
    if ids:
        question.serves = ids
        draft.leave(question.line, "mark", tag)
    text = _noted(question, _timed(question, draft, text))
    inner = unbracketed(text)
    if inner and asks(inner):
        text = inner
        question.optional = True
        question.doubt("optional_brackets")
    text = _topic(question, draft, text)
    question.ask = plain_quotes(text) or question.ask


def _noted(question: QuestionDraft, text: str) -> str:
    """A note to the interviewer in brackets after the wording is no part of it."""
    found = _NOTE.search(text)
    if found is None or not note_lead(found["note"]) or not text[: found.start()].strip():
        return text
    question.aim.append(Piece(question.line, found[0].strip()))
    return text[: found.start()].rstrip()


def _timed(question: QuestionDraft, draft: GuideDraft, text: str) -> str:
    timed = minutes_in(text)
    if timed is None or not timed[0].startswith(("(", "[")):
        return text
    if not text.rstrip(" .:").endswith(timed[0].rstrip(" .:")):
        return text
    question.minutes = timed[1]
    draft.leave(question.line, "minutes", timed[0])
    return text[: text.rindex(timed[0])].rstrip()


def _topic(question: QuestionDraft, draft: GuideDraft, text: str) -> str:
    """A topic before the question's own words, "Motivation: What …?", is its label on the screen."""
    found = _TOPIC.match(text)
    if found is None or len(found["lead"].split()) > _TOPIC_WORDS or len(found["lead"]) > SHORT_LIMIT:
        return text
    rest = text[found.end() :]
    if not asks(rest) or asks(found["lead"]) or probe_lead(text) is not None or not rest[:1].isupper():
        return text
    question.short = found["lead"].strip()
    question.doubt("topic_as_label", text=question.short)
    draft.leave(question.line, "topic", found[0].strip())
    return rest
