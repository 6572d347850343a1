"""A layout: one row of the list of what can be read."""

from collections.abc import Callable

from guide.frozen import Value
from interviews.transcripts.turns import Reading


class Layout(Value):
    """A way in which transcripts are laid out: its name, how it is known, how it is read."""

    name: str
    recognises: Callable[[str], bool]
    read: Callable[[str], Reading]


class Unread(Exception):
    """A file that cannot be read as a transcript; ``code`` says why and ``facts`` fill the sentence."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
