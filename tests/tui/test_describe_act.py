"""What an act says of itself is what the difference of the two guides says."""

from hypothesis import given
from hypothesis import strategies as st

from guide.diff import Change, diff
from guide.model import Guide
from guide.revise import RevisionError
from interviews.revisions.acts import Decision, Done, carry_out
from interviews.revisions.proposals import ActKind
from tests.guide.strategies import guides
from tui.changes.describe_change import describe, record_change
from tui.translator import Translator

EN = Translator("en")
ALONE: tuple[ActKind, ...] = ("reword", "add_probe", "drop_probe", "drop", "add_question", "accept")
"""Acts that change one thing, so that a difference tells them too."""


def along(change: Change, about: str) -> bool:
    """Whether a change is one of what leaned on a question that went."""
    return change.kind == "changed" and change.question not in ("", about)


@given(guides().filter(lambda guide: bool(guide.questions)), st.sampled_from(ALONE), st.data())
def test_an_act_tells_all_that_the_difference_tells(guide: Guide, act: ActKind, data: st.DataObject) -> None:
    question = data.draw(st.sampled_from(guide.questions))
    about = "" if act == "add_question" else question.id
    decision = Decision(act, about, ("Fortell.",), other=question.id, place=1, rules=("closed",))
    try:
        after = carry_out(guide, decision, ())
    except RevisionError:
        return
    told = record_change(Done(decision, guide, after), EN)
    found = diff(guide, after)
    first = [describe(one, EN).what for one in found if not along(one, about)][:1]
    rest = [describe(one, EN).what for one in found if along(one, about)]
    assert ("" if told is None else told.what) == "; ".join((*first, *rest))
