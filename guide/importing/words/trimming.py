"""A question's wording without what is said about the question: its minutes, that it is optional, what it serves."""

import re

from guide.importing.drafts import GuideDraft, Piece, ProbeDraft, QuestionDraft
from guide.importing.structure.lines import Line
from guide.importing.structure.research import Targets
from guide.importing.words.gaps import is_placeholder, open_slot
from guide.importing.words.leads import minutes_in, note_lead, optional_mark, probe_lead
from guide.importing.words.prompts import listed
from guide.importing.words.texts import has_question, unbracketed
from guide.importing.words.wording import asks
from guide.keys import SHORT_LIMIT

_TOPIC = re.compile(r"^(?P<lead>[^:?.!,;\"“«(\[]{2,60}):\s+(?=\S)")
_BRACKETS = re.compile(r"\s*(?P<note>\[[^\[\]]{3,300}\]|\([^()]{3,300}\))")
_ROOM = re.compile(r"[\s:]*(?:_{3,}|\.{6,}|…{3,})[\s._…]*$")
_FEWEST = 2  # words of a note
_PROMPTS = re.compile(
    r"\W*(?:[\w-]+ )?(?:prob|prompt|follow|oppfølg|oppfylg|stikkord|cue|keyword|nøkkelord)", re.IGNORECASE
)
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
    text = _prompted(question, draft, _timed(question, draft, text))
    text = without_notes(question.line, question, text)
    text = without_fields(question.line, draft, text)
    inner = unbracketed(text)
    if inner and asks(inner):
        text = inner
        question.optional = True
        question.doubt("optional_brackets")
    text = _topic(question, draft, text)
    question.ask = plain_quotes(text) or question.ask
    slot = open_slot(question.ask)
    if slot:
        question.doubt("slot", text=slot)


def _prompted(question: QuestionDraft, draft: GuideDraft, text: str) -> str:
    """Probes in brackets behind a question, "[prompts: cost; time]", are its probes."""
    found = next((one for one in _BRACKETS.finditer(text) if not text[one.end() :].strip(" .")), None)
    lead = probe_lead(found["note"][1:-1]) if found is not None else None
    if found is None or lead is None or not lead[1] or not _PROMPTS.match(lead[0]):
        return text
    draft.leave(question.line, "structure", lead[0])
    pieces, joins = listed(lead[1], led=True)
    question.probes += [ProbeDraft(piece, question.line) for piece in pieces]
    for join in joins:
        draft.leave(question.line, "structure", join)
    return text[: found.start()].rstrip()


def without_notes(line: Line, question: QuestionDraft, text: str) -> str:
    """A wording without the notes to the interviewer that stand in brackets in it; they go where notes are kept."""
    for found in reversed(list(_BRACKETS.finditer(text))):
        before, after = text[: found.start()].rstrip(), text[found.end() :]
        ended = not after.strip(" .") and before.endswith(("?", ".", "!", "…", '"', "”", "»"))
        square = found["note"].startswith("[")
        inner = found["note"][1:-1].strip()
        noted = note_lead(inner) or (square and ended and _tells(inner))
        if noted and before and (square or not after.strip(" .")) and not optional_mark(found["note"]):
            question.aim.insert(0, Piece(line, found["note"]))
            text = f"{before}{after.rstrip(' .')}" if not after.strip(" .") else f"{before} {after.lstrip()}"
    return text


def _tells(text: str) -> bool:
    """Whether words in square brackets after a question are meant for whoever asks it."""
    return len(text.split()) >= _FEWEST and not has_question(text) and not is_placeholder(text)


def without_fields(line: Line, draft: GuideDraft, text: str) -> str:
    """A wording without the room for an answer behind it: "How long? ______"."""
    found = _ROOM.search(text)
    if found is None or not asks(text[: found.start()]):
        return text
    draft.leave(line, "form", found[0].strip())
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
