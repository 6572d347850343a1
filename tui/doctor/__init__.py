"""What ``doctor`` looks at, and what it finds."""

from typing import Literal

from guide.frozen import Value

State = Literal["ok", "look", "wrong"]
"""All well; to be known or judged by a person; something to be done."""


class Finding(Value):
    """One thing looked at: how it is, what to do.

    ``said`` and ``to_do`` are whole sentences, without anybody's words or codes: they may be pasted into a mail.
    """

    about: str
    state: State
    said: str
    to_do: str = ""
