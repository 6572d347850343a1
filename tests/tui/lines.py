"""The thesis's guide and the contexts in which tests read a line: before the first question, and with B2 in hand."""

from collections.abc import Sequence

from guide.model import Guide
from guide.reading import read_guide
from guide.samples import thesis_guide_text
from guide.search import Hit, QuestionIndex
from interviews.core.events import Refusal
from tui.input.grammar import Context, parse


def thesis() -> Guide:
    guide = read_guide(thesis_guide_text(), "guide.yaml").guide
    assert guide is not None
    return guide


def without_start_gate(guide: Guide) -> Guide:
    """The guide whose first question waits for nothing: for tests that are about something else."""
    return guide.but(
        opening=tuple(point.but(gate=tuple(gate for gate in point.gate if gate != "start")) for point in guide.opening)
    )


GUIDE = without_start_gate(thesis())
ANONYMOUS = GUIDE.but(
    anonymous=True,
    recorder=None,
    opening=tuple(one.but(gate=tuple(gate for gate in one.gate if gate != "recording")) for one in GUIDE.opening),
)
"""The same for a study that stays anonymous."""

FINDER = QuestionIndex(GUIDE)


def find(words: str) -> Sequence[Hit]:
    return FINDER.find(words, 7)


BEFORE = Context(GUIDE, find=find, has_word=FINDER.has_word)
CONTEXT = BEFORE.but(hand="B2")


def refused(line: str, context: Context = CONTEXT) -> str:
    meaning = parse(line, context)
    assert isinstance(meaning, Refusal), meaning
    return meaning.code
