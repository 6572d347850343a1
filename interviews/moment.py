"""When a command was given."""

from guide.values import Value


class Moment(Value):
    """The first key press of its line, and now, both in seconds into the interview."""

    began: float
    now: float
