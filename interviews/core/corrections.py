"""Corrections: the informant's words in the place of those before.

A correction is carried out on the acts themselves, so whoever reads an interview finds the words as they were
corrected, in the note, in a report, in the conversation, and nowhere those before it. What stood there is kept beside
the acts, for an undo alone.
"""

from collections.abc import Mapping

from interviews.core.events import (
    Commented,
    Corrected,
    Declined,
    Draft,
    Dropped,
    Edited,
    Event,
    Filled,
    LeftOut,
    Linked,
    Noted,
    Proposed,
    Retimed,
    Said,
    Skipped,
    Tagged,
    WordsCorrected,
)

CORRECTIONS = (Corrected, WordsCorrected, LeftOut)
"""Events after which words of before are not told any more."""


class Superseded(Event, kw_only=True):
    """Stands among the acts for one whose words a correction has taken; never in a log."""


def words_of(act: Event | None) -> str | None:
    """The words of an act that is no note and has some; None of any other."""
    match act:
        case Skipped() | Declined() | Dropped():
            return act.reason or None
        case Commented() | Proposed() | Said():
            return act.text or None
        case _:
            return None


def with_words(act: Event, text: str) -> Event:
    """Such an act with other words."""
    return act.but(reason=text) if isinstance(act, Skipped | Declined | Dropped) else act.but(text=text)


def settle(acts: dict[int, Event], before_them: Mapping[int, Event]) -> dict[int, Event]:
    """Carry out every correction that is in force, on what stands before it; what stood there, by seq.

    ``before_them`` is that of the last time: what an undone correction had taken is given back. The order is kept.
    """
    for seq, act in before_them.items():
        if seq in acts:
            acts[seq] = act
    originals: dict[int, Event] = {}
    before: dict[int, list[int]] = {}
    for seq, act in list(acts.items()):
        if isinstance(act, CORRECTIONS):
            of = _target(act)
            _carry_out(act, (of, *before.get(of, ())), acts, originals)
        about = act.act if isinstance(act, WordsCorrected) else getattr(act, "note", None)
        if isinstance(about, int):
            before.setdefault(about, []).append(seq)
    return originals


def _target(correction: Event) -> int:
    note, act = getattr(correction, "note", None), getattr(correction, "act", None)
    return note if isinstance(note, int) else act if isinstance(act, int) else -1


def _carry_out(correction: Event, seqs: tuple[int, ...], acts: dict[int, Event], originals: dict[int, Event]) -> None:
    for seq in seqs:
        act = acts.get(seq)
        told = None if act is None else _as_corrected(act, correction)
        if act is not None and told is not None and told != act:
            originals.setdefault(seq, act)
            acts[seq] = told


def _as_corrected(act: Event, correction: Event) -> Event | None:
    """What an act says once a correction of it, or of its note, is in force; None where that says nothing of it."""
    match act, correction:
        case Noted(), Corrected(text=text, about=about, tags=tags):
            return act.but(text=text, about=about, tags=tags)
        case Noted(), LeftOut():
            return act.but(text="", tags=())
        case ((Skipped() | Declined() | Dropped() | Commented() | Proposed() | Said()), WordsCorrected(text=text)):
            return with_words(act, text)
        case ((Skipped() | Declined() | Dropped() | Commented() | Proposed() | Said()), LeftOut()):
            return with_words(act, "")
        case Retimed(), Corrected():
            return act.but(about=())
        case Linked(question=question), Corrected(about=about):
            return None if question in about else Superseded(seq=act.seq, t=act.t)
        case ((Edited() | Filled()), LeftOut()):
            return act.but(text="", tags=())
        case ((Edited() | Filled() | Tagged() | Draft() | Corrected() | WordsCorrected()), _):
            return Superseded(seq=act.seq, t=act.t)
        case _:
            return None
