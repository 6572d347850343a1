"""Any acts of revising, one after the other, on any guide; those that the guide does not allow leave it as it is."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from hypothesis import strategies as st

from guide.model import Guide, Probe
from guide.revise import RevisionError, accept, add_probe, add_question, drop, drop_probe, merge, move, reword, split
from guide.schema import RULES
from tests.guide.strategies import TEXTS


class Act(NamedTuple):
    """One act: its name, two questions and a place by numbers that wrap around, and words."""

    name: str
    first: int
    second: int
    words: tuple[str, str]
    rule: str


NAMES = ("reword", "before", "after", "split", "merge", "drop", "probe", "unprobe", "add", "accept", "accept_all")
NUMBERS = st.integers(0, 40)
ACTS = st.lists(
    st.builds(Act, st.sampled_from(NAMES), NUMBERS, NUMBERS, st.tuples(TEXTS, TEXTS), st.sampled_from(RULES)),
    min_size=1,
    max_size=5,
)


def done(guide: Guide, act: Act, taken: Iterable[str] = ()) -> Guide:
    """The guide after an act; raises ``RevisionError`` where it is not allowed."""
    questions = guide.questions
    first, second = questions[act.first % len(questions)], questions[act.second % len(questions)]
    words, other = act.words
    used = [*taken]
    ways: dict[str, Callable[[], Guide]] = {
        "reword": lambda: reword(guide, first.id, words),
        "before": lambda: move(guide, first.id, before=second.id),
        "after": lambda: move(guide, first.id, after=second.id),
        "split": lambda: split(guide, first.id, [words, other, words][: 2 + act.second % 2], used),
        "merge": lambda: merge(guide, first.id, second.id, words),
        "drop": lambda: drop(guide, first.id),
        "probe": lambda: add_probe(guide, first.id, Probe(words, None if act.second % 2 else other)),
        "unprobe": lambda: drop_probe(guide, first.id, 1 + act.second % max(len(first.probes), 1)),
        "add": lambda: add_question(guide, words, act.second % (len(guide.sections) + 1) or None, used),
        "accept": lambda: accept(guide, first.id, act.rule, words),
        "accept_all": lambda: accept(guide, None, act.rule, words),
    }
    return ways[act.name]()


def history(guide: Guide, acts: Iterable[Act]) -> list[Guide]:
    """The guide and what it becomes, one act after the other; no id is used twice."""
    guides = [guide]
    taken: list[str] = []
    for act in acts:
        taken += [question.id for question in guides[-1].questions]
        try:
            guides.append(done(guides[-1], act, taken))
        except RevisionError:
            continue
    return guides
