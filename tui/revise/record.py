"""What a revision's file says of each change: a sentence that reads well years later, in the guide's language."""

from collections.abc import Sequence

from guide.changes import Added, Change, Dropped, diff
from guide.model import Guide
from interviews.revisions import RecordedChange
from interviews.revisions.decisions import Done
from tui.revise.told import Told, merged_told, moved_told, split_told, told
from tui.words import Words


def recorded(done: Sequence[Done], words: Words) -> tuple[RecordedChange, ...]:
    """The changes that decisions made, one each, in the order in which they were taken."""
    return tuple(change for one in done if (change := recorded_one(one, words)) is not None)


def recorded_one(done: Done, words: Words) -> RecordedChange | None:
    """The change that a decision made, with what it brought along; None where it changed nothing."""
    found = diff(done.before, done.after)
    if not found:
        return None
    main, others = _main(done, found, words)
    more = [told(change, words).what for change in found if _is_along(done, change, others)]
    return RecordedChange(
        question=main.question,
        kind=main.kind,
        what="; ".join((main.what, *more)),
        before=main.before,
        after=main.after,
        why=done.decision.why,
        evidence=done.decision.evidence,
        others=others,
    )


def by_hand(before: Guide, after: Guide, words: Words) -> tuple[RecordedChange, ...]:
    """What was changed in the file itself: the reason and the evidence are not known."""
    every = (told(change, words) for change in diff(before, after))
    return tuple(RecordedChange(one.question, one.kind, one.what, one.before, one.after) for one in every)


def _main(done: Done, found: Sequence[Change], words: Words) -> tuple[Told, tuple[str, ...]]:
    """The change that the decision was for, and the ids that it gave or took away."""
    decision = done.decision
    new = tuple(change.question for change in found if isinstance(change, Added))
    gone = tuple(change.question for change in found if isinstance(change, Dropped))
    if decision.act == "split":
        return split_told(done.before, done.after, _spelt(done, decision.question), new, words), new
    if decision.act == "merge" and gone:
        both = (_spelt(done, decision.question), _spelt(done, decision.other))
        kept = next(id for id in both if id not in gone)
        return merged_told(done.before, done.after, kept, gone[0], words), gone
    if decision.act in ("earlier", "later"):
        return moved_told(done.before, done.after, _spelt(done, decision.question), words), ()
    named = (*new, *gone) or (_spelt(done, decision.question),)
    first = next((change for change in found if change.question in named), found[0])
    return told(first, words), ()


def _spelt(done: Done, id: str) -> str:
    question = done.before.question(id)
    return id if question is None else question.id


def _is_along(done: Done, change: Change, others: tuple[str, ...]) -> bool:
    """Whether a change came along: what leaned on a question that is gone leans on another, or on none."""
    own = {_spelt(done, done.decision.question), _spelt(done, done.decision.other), *others}
    return change.kind == "changed" and change.question not in own and change.question != ""
