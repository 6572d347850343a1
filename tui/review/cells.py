"""What the review's tables have in common: states as shapes, labels, columns of a fixed width."""

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size

from guide.model import Group, Guide, Question
from interviews.coverage import QuestionCoverage
from interviews.review import Reviewed
from tui.live.outline import GLYPHS, REFUSED
from tui.stamps import stamp
from tui.verbatim import visible
from tui.words import Words

LABEL = 29
"""The width of a question's label, its blank included."""


def margins(guide: Guide, words: Words) -> tuple[int, int]:
    """How wide the columns of research questions and of ids are in this guide."""
    names = [cell_len(group_name(group, words)) for group in guide.groups]
    ids = [cell_len(question.id) for question in guide.questions]
    return max([3, *names]) + 1, max([4, *ids]) + 1


def label(question: Question) -> str:
    """A question's label, an optional one in brackets."""
    return f"({question.label})" if question.optional else question.label


def group_name(group: Group, words: Words) -> str:
    """What a group is called in the margin."""
    return group.id or (words("review_closing_mark") if group.closing else "·")


def state(question: QuestionCoverage | None) -> str:
    """The state's shape, the depth, and the sign of a refusal that came before; a point where it was in no guide."""
    if question is None:
        return "·"
    glyph = "▣" if question.unasked else GLYPHS[question.state]
    return glyph + (str(question.depth) if question.depth else "") + (REFUSED if question.refused_before else "")


def length(one: Reviewed) -> str:
    """How long an interview was; one that was entered afterwards has no length."""
    return "–" if one.afterwards else stamp(one.seconds)


def heading(one: Reviewed) -> str:
    """What its column is called: the interview's name, with a sign where it was entered afterwards."""
    return f"{one.name}*" if one.afterwards else one.name


def legend(shown: Iterable[Reviewed], words: Words) -> list[str]:
    """What the shapes mean, and the sign of interviews that were entered afterwards where there are any."""
    entered = [words("legend_afterwards")] if any(one.afterwards for one in shown) else []
    return [words("review_legend"), *entered]


def moment(t: float, one: Reviewed, words: Words) -> str:
    """When something was marked; of what was marked after the end only that, for it has no place in the talk.

    Nothing in an interview that was entered afterwards.
    """
    if one.afterwards:
        return ""
    return words("later") if one.end is not None and t > one.end else stamp(t)


def fixed(text: str, width: int) -> str:
    """The text in so many cells, the last of them blank."""
    text = visible(text)
    if cell_len(text) < width:
        return set_cell_size(text, width)
    return set_cell_size(text, width - 2).rstrip() + "… " if width > 2 else set_cell_size(text, width)
