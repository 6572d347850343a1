"""What every event of a log has; the vocabulary itself is in ``interviews.events``."""

from typing import Annotated, ClassVar

from guide.values import Value


class Event(Value, kw_only=True):
    """What every event has; order is ``seq``, since a note's ``t`` may precede its neighbours'.

    ``does``, ``undone_by`` and ``refused_for`` are its rules in ``docs/spec.md``: what follows from it, what takes that
    back, and the codes of the refusals that a command meets instead of becoming it.
    """

    type: ClassVar[str] = ""
    does: ClassVar[str]
    undone_by: ClassVar[str]
    refused_for: ClassVar[tuple[str, ...]]
    seq: Annotated[int, "place in the log: 0, 1, 2 …"]
    t: Annotated[float, "seconds into the interview; 0 is the key press that began the first act"]


BESIDE = 2**52
"""Seqs from here on are no places in a log: a record whose seq another one has is read beside it, under its line."""
