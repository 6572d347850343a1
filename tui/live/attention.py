"""Whether whoever acts can have read what came up.

A finger bounces, a key is held, a mouse is clicked twice, and hands are faster than eyes. What asks for a second word,
and a card that has just come up, take an answer only from somebody who had the time to read, or did something else in
between.
"""

from collections.abc import Callable
from math import inf

QUIET = 1.5
"""Seconds without any key or click after which the same again is an answer to what was said."""
MOMENT = 0.7
"""Seconds without any key or click after which a card that came up by the last one has been seen.

No system as it comes waits longer before a key that is held repeats itself.
"""
MOUSE = "mouse"
"""What palette and mouse count as: the one source that is no key."""

_DECIDE = frozenset(("enter", "plus", "minus", MOUSE, *"123456789+-"))
"""Sources that answer a card, or what was said."""


class Attention:
    """Hears every key and click before it is acted on; ``now`` is the running clock, in seconds."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.now = now
        self._source, self._at, self._quiet = "", 0.0, QUIET
        self.asked: tuple[str, object] | None = None
        """What asks for a second word, and about what; None where nothing does."""
        self._asked_by, self._between = "", False
        self._fresh = self._called = self._to_read = False
        self._fresh_by, self._drawn_at = "", 0.0

    def hear(self, source: str, ago: float = 0.0) -> None:
        """A key by its name, or the mouse; ``ago`` is how many seconds ago it was pressed."""
        at = self.now() - ago
        self._between = self._between or not (self._source in _DECIDE or self._source == self._asked_by)
        self._quiet = at - max(self._at, self._drawn_at)
        if self._quiet >= MOMENT or (source not in _DECIDE and not self._to_read):
            self._fresh = False
        self._source, self._at = source, at

    def confirms(self, what: str, facts: object = None, after: float = QUIET) -> bool:
        """Whether this was said ``after`` seconds ago or earlier, and can have been read; else it is to be said now.

        Of a set of things, less than was said is confirmed too.
        """
        said = self.asked is not None and self.asked[0] == what and _within(facts, self.asked[1])
        if said and (self._between or self._quiet >= after):
            self._between = True  # and stays so, should the disk refuse
            return True
        if not said or self.asked != (what, facts):
            self.asked, self._asked_by, self._between = (what, facts), self._source, False
        return False

    def awaits(self, what: str, facts: object = None) -> bool:
        """Whether just this was said, and nothing was done since."""
        return self.asked == (what, facts)

    @property
    def goes_on(self) -> bool:
        """Whether this key came as one writes a word: without a moment after the key before it."""
        return self._quiet < MOMENT

    def forget(self) -> None:
        """Something else was done: what was said has to be said again."""
        self.asked = None

    def came(self, *, called: bool, to_read: bool = False) -> None:
        """Something new stands there by this key; ``called`` where it is what the key asked for.

        What is there ``to_read`` has been read by nobody who had no moment for it, whatever keys were pressed meanwhile.
        """
        self._fresh, self._called, self._fresh_by = to_read or self._source in _DECIDE, called, self._source
        self._to_read, self._drawn_at = to_read, 0.0

    def await_drawing(self) -> None:
        """What came is not on the screen yet, and nobody sees it before ``drawn``."""
        self._drawn_at = inf

    def drawn(self) -> None:
        """What came is on the screen, from now on."""
        self._drawn_at = self.now()

    def is_unread(self) -> bool:
        """Whether this key, or click, answers what it cannot have seen: it came too soon after the last one.

        What was called up takes the next key; the same key once more is a bounce there too.
        """
        return self._fresh and (not self._called or self._source == self._fresh_by)


def _within(facts: object, said: object) -> bool:
    return facts <= said if isinstance(facts, frozenset) and isinstance(said, frozenset) else facts == said
