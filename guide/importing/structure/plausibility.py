"""Plausibility: whether a document is a guide.

How much of it asks is measured before anything is made of it. A transcript, an information sheet or a questionnaire
has something that no guide has: answers after the questions, two voices in turn, boxes to tick, or questions that
only turn up in the middle of somebody's prose.

In guides of real studies at least a fifth of the words are questions, mostly more than half; in manuals, articles,
minutes and consent forms it is seldom more than a sixth, and much of what stands where questions would asks nothing.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from guide.importing.document_blocks import RefusedError
from guide.importing.guide_draft import SUSPECT, Doubt, GuideDraft, QuestionDraft, Reason
from guide.importing.structure.document_lines import DocumentLine
from guide.importing.structure.headings import announces_questions, is_guide_title, names_section, zone_of
from guide.importing.words.line_kinds import (
    asks,
    is_open,
    is_placeholder,
    is_slot,
    note_lead,
    of_informant,
    requests,
    speaks_of_myself,
)
from guide.importing.words.lists import compiled
from guide.importing.words.sentences import addresses, has_question, inside_brackets, sentences
from guide.importing.words.typed_labels import steps

_LEAST, _LEAST_OF_NAMED = 15, 9
"""Per cent of the words that are questions: in any document, and in one that calls itself an interview guide."""

_DOUBTFUL = 24
_FEW_PLACEHOLDERS = 3


def check_plausible(draft: GuideDraft, lines: Sequence[DocumentLine], seen: str) -> None:
    """Refuse what is no guide, and say where it is doubtful.

    Raises:
        RefusedError: with the reason.
    """
    running = [line for line in lines if not line.block.aside]
    if not running:
        raise RefusedError("import_no_words")
    refuse_other(draft, running)
    empty = sum(_is_empty(line) for line in running)
    asked = [question.ask for question in draft.questions if asks(question.ask) or is_open(question.ask)]
    if not any(map(asks, asked)):
        if empty:
            raise RefusedError("import_placeholders", count=f"{empty}")
        raise RefusedError("import_no_questions")
    if empty >= _FEW_PLACEHOLDERS and len(asked) < empty:
        raise RefusedError("import_placeholders", count=f"{empty}")
    inner = [probe.ask for question in draft.questions for probe in question.probes if asks(probe.ask)]
    words = sum(len(line.text.split()) for line in running) - sum(len(line.text.split()) for line in draft.answers)
    share = 100 * sum(len(text.split()) for text in asked + inner) // max(1, words)
    named = len(asked) >= 5 and any(is_guide_title(line.text) or announces_questions(line.text) for line in running)
    mixed = share < _DOUBTFUL and 3 * len(asked) < 2 * len(draft.questions)
    if share < (_LEAST_OF_NAMED if named else _LEAST) or mixed:
        raise RefusedError("import_not_a_guide", share=f"{share}")
    if share < _DOUBTFUL:
        draft.doubts.append(Doubt("few_questions", {"share": f"{share}"}))
    missed = [left for left in draft.left if is_missed(left.text, left.reason)]
    if missed:
        draft.doubts.append(Doubt("asked_left_out", {"count": f"{len(missed)}"}))
    if not seen:
        draft.doubts.append(Doubt("language"))
    if not draft.targets:
        draft.doubts.append(Doubt("no_research"))
    served = any(one.serves for one in draft.sections) or any(one.serves for one in draft.questions)
    if draft.targets and draft.sections and not served:
        draft.target_doubts.append(Doubt("unserved"))
    _doubt_places(draft)


_LONG = 45  # words of a question
_LONG_REQUEST = 20  # words of one
_MUCH_TOLD = 2  # sentences of a question that do not ask


def _doubt_places(draft: GuideDraft) -> None:
    """Say where a question looks unlike the others, where a note asks, and where a heading may be none or be lost."""
    small = sum(question.ask[:1].islower() for question in draft.questions)
    for question in draft.questions:
        bare = question.ask.lstrip("\"'“«„")
        mine = speaks_of_myself(bare) and not addresses(bare)
        told = sum(not (has_question(sentence) or requests(sentence)) for sentence in sentences(bare))
        much = told >= _MUCH_TOLD and question not in draft.closing
        odd = mine or much or not 1 < len(bare.split()) <= _LONG
        if odd or (bare[:1].islower() and 5 * small < len(draft.questions)):
            question.doubt("odd_question")
        for piece in question.aim:
            told = piece.line.hint == "note" and requests(piece.text) and not of_informant(piece.text)
            said = len(piece.text.split()) > _LONG_REQUEST or len(sentences(piece.text)) > 1
            request = not (said or note_lead(piece.text) or speaks_of_myself(piece.text))  # in words known to nobody
            if told or (addresses(piece.text) and (has_question(piece.text) or request)):
                question.doubt("asked_as_note", text=piece.text)
    counted = [question for question in draft.questions if _counts_below(question)]
    if len(counted) == 1:  # under several they begin anew, as sub-questions do
        counted[0].doubt("numbered_below")
    titled = any(section.title for section in draft.sections)
    for section in draft.sections:
        if titled and not (section.title or section.serves):
            section.questions[0].doubt("no_title")
    heads = [section.head for section in draft.sections if section.head is not None]
    ended = sum(head.text.endswith(":") for head in heads)
    for section in draft.sections:
        head = section.head
        if head is None or head.block.kind == "heading" or not head.text.endswith(":"):
            continue
        named = zone_of(head.text) or names_section(head.text) or len(head.text.split()) == 1
        if named:
            continue
        if 2 * ended < len(heads) or len(heads) == 1:  # where most headings end so, it tells nothing
            section.questions[0].doubt("may_be_lead", text=head.text)


def _counts_below(question: QuestionDraft) -> bool:
    """Whether numbers begin below a question that has none itself: each may be a question of its own."""
    block = question.line.block
    if question.line.told or question.number or block.label or block.kind != "paragraph" or block.cell is not None:
        return False
    lines = [probe.line for probe in question.probes if probe.line.block.form == "decimal" and not probe.line.told]
    return len(lines) > 1 and all(steps(one.block.label, "decimal") == 1 and has_question(one.text) for one in lines)


def is_missed(text: str, reason: Reason | None) -> bool:
    """Whether a line was left out though it asks somebody something."""
    if reason not in SUSPECT or len(text.split()) < _FEWEST_ASKING:
        return False
    return asks(text) and (has_question(text) or addresses(text))


_FEWEST_ASKING = 3  # words


def _is_empty(line: DocumentLine) -> bool:
    return any(map(str.isalnum, line.text)) and (is_placeholder(line.text) or is_slot(line.text))


_TURN = re.compile(r"(?P<who>[^\W\d_][\w.]{0,14}(?: [^\W\d_][\w.]{0,12})?\s?\d{0,2})\s?:\s+(?P<said>\S.*)")
_SAID = re.compile(
    r"(?:interviewee|informant|respondent|participant|deltaker|intervjuobjekt|P|R|IP|Inf|A|S)\s?\d{0,2}", re.IGNORECASE
)
_FEW_TURNS, _FEW_ANSWERS = 6, 3

_BOXES = re.compile(r"[☐☑☒□■○◯⬜❑❏]|\[\s?\]")
_SCALE = re.compile(
    r"\b1\b\W{1,12}(?:\w+\W{1,6}){0,3}2\b\W{1,12}(?:\w+\W{1,6}){0,3}3\b\W{1,12}(?:\w+\W{1,6}){0,3}4\b"
    r"|(?:strongly|completely|totally) (?:dis)?agree.{0,80}(?:strongly|completely|totally) (?:dis)?agree"
    r"|(?:helt|svært|heilt) (?:u)?enig.{0,80}(?:helt|svært|heilt) (?:u)?enig",
    re.IGNORECASE,
)
_FEW_TICKED = 3

_FIRST_PERSON = re.compile(r"\b(?:I|my|me|jeg|meg|min|mitt|mine|eg)\b")
_FEW_ANSWERED = 3
_SENTENCE = 6  # words of a paragraph that answers
_PROSE_WORDS = 25  # of a paragraph that tells something
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")


_OBSERVED = compiled(r"\b", "observation", after=r"\b")
_NEAR_TOP, _TITLE_WORDS = 4, 10


def refuse_other(draft: GuideDraft, lines: Sequence[DocumentLine]) -> None:
    """Refuse what is surely something else than a guide, and say where it may be.

    Raises:
        RefusedError: with the reason.
    """
    asked = [question for question in draft.questions if asks(question.ask)]
    titles = [line.text for line in lines[:_NEAR_TOP] if len(line.text.split()) <= _TITLE_WORDS]
    observed = any(map(_OBSERVED.search, titles)) and not any(map(is_guide_title, titles))
    if observed and not any(addresses(question.ask) for question in asked):
        raise RefusedError("import_observation")
    answers = _answers(lines)
    if answers:
        raise RefusedError("import_transcript", count=f"{answers}")
    ticked = _count_boxes(lines)
    if ticked >= _FEW_TICKED and 2 * ticked >= len(asked):
        raise RefusedError("import_questionnaire", count=f"{ticked}")
    if ticked:
        draft.doubts.append(Doubt("questionnaire", {"count": f"{ticked}"}))
    answered = list(filter(_is_answered, asked))
    if len(answered) >= _FEW_ANSWERED and 2 * len(answered) >= len(asked):
        if 3 * sum(_FIRST_PERSON.search(one.ask) is not None for one in answered) >= len(asked):
            raise RefusedError("import_answered", count=f"{len(answered)}", of=f"{len(asked)}")
        if not any(is_guide_title(line.text) for line in lines):
            draft.doubts.append(Doubt("answered", {"count": f"{len(answered)}"}))
    if asked and 2 * sum(map(_in_prose, asked)) >= len(asked):
        raise RefusedError("import_prose")


def _answers(lines: Sequence[DocumentLine]) -> int:
    """How many answers a transcript has, 0 where it is none: two voices by turns, one of which hardly asks."""
    turns = [found for line in lines if (found := _TURN.fullmatch(line.text)) is not None]
    if len(turns) < _FEW_TURNS or 2 * len(turns) < len(lines):
        return 0
    voices: dict[str, list[str]] = {}
    for turn in turns:
        voices.setdefault(turn["who"].strip(), []).append(turn["said"])
    told = [said for said in voices.values() if len(said) >= _FEW_ANSWERS]
    answers = [said for said in told if 3 * sum(map(has_question, said)) <= len(said)]
    known = [said for who, said in voices.items() if _SAID.fullmatch(who) and said in answers]
    spoken = known or [said for said in answers if len(told) > 1 and _by_turns([turn["who"] for turn in turns])]
    whole = [said for said in spoken if 2 * sum(one.rstrip().endswith((".", "!", "…")) for one in said) >= len(said)]
    return sum(map(len, whole))


def _by_turns(voices: Sequence[str]) -> bool:
    changes = sum(first != second for first, second in pairwise(voices))
    return len(set(voices)) <= _FEW_TURNS and 3 * changes >= 2 * (len(voices) - 1)


def _count_boxes(lines: Sequence[DocumentLine]) -> int:
    """How many lines, or lists below a question, have boxes or a scale."""
    ticked = sum(len(_BOXES.findall(line.text)) > 1 or _SCALE.search(line.text[:400]) is not None for line in lines)
    run = 0
    for line in lines:
        boxed = _BOXES.match(line.block.label) is not None and not line.asks and len(line.text.split()) <= 4
        run = run + 1 if boxed else 0
        ticked += run == _FEW_TICKED
    return ticked


def _is_answered(question: QuestionDraft) -> bool:
    """Whether what follows a question in its own words, or as a paragraph below, tells the answer."""
    if any(addresses(sentence) for sentence in sentences(question.ask) if has_question(sentence)):
        return False
    tail = re.split(r"[?？]", question.ask)[-1].strip()
    if len(tail.split()) > 1 and not inside_brackets(tail) and not requests(tail):
        return True
    return any(
        piece.line.block.kind == "paragraph"
        and not piece.line.hint
        and not piece.line.block.italic
        and not inside_brackets(piece.text)
        and len(piece.text.split()) >= _SENTENCE
        and piece.text.endswith(".")
        for piece in question.aim
    )


def _in_prose(question: QuestionDraft) -> bool:
    """Whether a question only turns up in a paragraph that tells something."""
    block = question.line.block
    if block.kind != "paragraph" or block.label or question.line.hint or len(question.ask.split()) <= _PROSE_WORDS:
        return False
    found = sentences(_QUOTED.sub("«»", question.ask))
    asked = [sentence for sentence in found if has_question(sentence) or requests(sentence)]
    return len(found) > 2 * len(asked) and not any(map(addresses, asked))
