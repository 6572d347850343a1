"""Whether a document is an interview guide at all: how much of it asks, before anything is made of it.

In guides of real studies at least a fifth of the words are questions, mostly more than half; in manuals, articles,
minutes and consent forms it is seldom more than a sixth, and much of what stands where questions would asks nothing.
"""

from collections.abc import Sequence

from guide.importing.drafts import Doubt, GuideDraft
from guide.importing.refusals import RefusedError
from guide.importing.structure.headings import is_guide_title
from guide.importing.structure.lines import Line
from guide.importing.structure.otherwise import refuse_other
from guide.importing.words.gaps import is_placeholder, is_slot
from guide.importing.words.wording import asks

_LEAST, _LEAST_OF_NAMED = 15, 9
"""Per cent of the words that are questions: in any document, and in one that calls itself an interview guide."""

_DOUBTFUL = 24
_FEW_PLACEHOLDERS = 3


def doubted(draft: GuideDraft, lines: Sequence[Line], seen: str) -> None:
    """Refuse what is no guide, and say where it is doubtful.

    Raises:
        RefusedError: with the reason.
    """
    running = [line for line in lines if not line.block.aside]
    if not running:
        raise RefusedError("import_no_words")
    refuse_other(draft, running)
    empty = sum(_is_empty(line) for line in running)
    asked = [question.ask for question in draft.questions if asks(question.ask)]
    if not asked:
        if empty:
            raise RefusedError("import_placeholders", count=f"{empty}")
        raise RefusedError("import_no_questions")
    if empty >= _FEW_PLACEHOLDERS and len(asked) < empty:
        raise RefusedError("import_placeholders", count=f"{empty}")
    inner = [probe.ask for question in draft.questions for probe in question.probes if asks(probe.ask)]
    words = sum(len(line.text.split()) for line in running)
    share = 100 * sum(len(text.split()) for text in asked + inner) // max(1, words)
    named = any(is_guide_title(line.text) for line in running) and len(asked) >= 5
    mixed = share < _DOUBTFUL and 3 * len(asked) < 2 * len(draft.questions)
    if share < (_LEAST_OF_NAMED if named else _LEAST) or mixed:
        raise RefusedError("import_not_a_guide", share=f"{share}")
    if share < _DOUBTFUL:
        draft.doubts.append(Doubt("few_questions", {"share": f"{share}"}))
    if not seen:
        draft.doubts.append(Doubt("language"))
    if not draft.targets:
        draft.doubts.append(Doubt("no_research"))
    if draft.targets and draft.sections and not any(_serves(draft)):
        draft.target_doubts.append(Doubt("unserved"))


def _is_empty(line: Line) -> bool:
    return any(map(str.isalnum, line.text)) and (is_placeholder(line.text) or is_slot(line.text))


def _serves(draft: GuideDraft) -> list[bool]:
    own = [bool(section.serves) for section in draft.sections]
    return own + [bool(question.serves) for question in draft.questions]
