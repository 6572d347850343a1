"""What every event of a log has; the vocabulary itself is in ``interviews.events``."""

from typing import Annotated, ClassVar

from guide.values import Value


class Event(Value, kw_only=True):
    """What every event has; order is ``seq``, since a note's ``t`` may precede its neighbours'."""

    type: ClassVar[str] = ""
    seq: Annotated[int, "place in the log: 0, 1, 2 …"]
    t: Annotated[float, "seconds into the interview; 0 is the key press that began the first act"]


BESIDE = 2**52
"""Seqs from here on are no places in a log: a record whose seq another one has is read beside it, under its line."""
