"""What a round of revising is about: the guide and its history, what interviews suggest, what was decided before."""

import json
from collections.abc import Iterable
from pathlib import Path

from guide.values import Value
from interviews.revisions import History, RecordedChange, taken_ids
from interviews.revisions.draft import Draft, kept_draft
from interviews.revisions.proposals import OF_INTERVIEWS, Named, Proposal, decided_on, in_order, proposals, since_last
from interviews.revisions.writing import OnDisk, Step, leading_to
from tui.revise.record import by_hand
from tui.words import Words


class Material(Value):
    """``after`` names the interview that the revision is made after, empty where there was none.

    ``leading`` is recorded before the revision itself: the guide as it was, and what was changed by hand since.
    ``taken`` is every id ever used.
    """

    folder: Path
    now: OnDisk
    history: History
    proposals: tuple[Proposal, ...]
    after: str
    leading: tuple[Step, ...]
    taken: frozenset[str]
    draft: Draft

    @property
    def number(self) -> int:
        """The number that the revision will have."""
        before = self.history.last.number if self.history.last is not None else 0
        return before + len(self.leading) + 1

    @property
    def by_hand(self) -> tuple[RecordedChange, ...]:
        """What somebody changed in the file itself, and no revision tells of yet."""
        return tuple(change for step in self.leading for change in step.changes)


def gather(
    folder: Path, now: OnDisk, history: History, held: Iterable[Named], after: str | None, words: Words
) -> Material:
    """Everything that a round needs; ``words`` are in the guide's language.

    ``after`` narrows it to one interview, all of it; else every interview is asked for what nobody has decided on.
    """
    sat = in_order(tuple(held))
    new = since_last(history, sat)
    if after is None:
        found = proposals(now.guide, sat, sat, decided_on(history))
    else:
        found = proposals(now.guide, [one for one in sat if one[0] == after], sat)
    copies = [interview.guide for _, interview in new]
    return Material(
        folder=folder,
        now=now,
        history=history,
        proposals=found,
        after=after or (new[-1][0] if new else _latest_source(found, sat)),
        leading=tuple(leading_to(now, history, copies, lambda old, new: by_hand(old, new, words))),
        taken=taken_ids(history, (now.guide, *(interview.guide for _, interview in sat))),
        draft=kept_draft(folder),
    )


def _latest_source(found: Iterable[Proposal], sat: Iterable[Named]) -> str:
    """The last interview held of those that something is proposed from, empty where nothing is."""
    refs = {ref.partition(":")[0] for one in found if one.kind in OF_INTERVIEWS for ref in one.evidence}
    return next((name for name, _ in reversed(tuple(sat)) if name in refs), "")


def name_of(proposal: Proposal) -> str:
    """A name by which a proposal is found again tomorrow."""
    return json.dumps([proposal.kind, proposal.question, proposal.act, proposal.texts, proposal.source])
