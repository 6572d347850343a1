"""The questions that somebody may mean by an id or some words, in the guide as it has become."""

from guide.finding import Finder
from guide.model import Guide
from tui.grammar import LEAST
from tui.meant import meant, named

_MOST = 6
"""Questions that are shown at once."""


class Seeker:
    """Finds questions; what a guide is searched by is made once for each guide."""

    def __init__(self) -> None:
        self._made: tuple[Guide, Finder] | None = None

    def found(self, guide: Guide, words: str, own: str) -> tuple[str, ...]:
        """The ids of the questions that are surely enough meant, best first; none where ``own`` itself is named."""
        exact = named(words, guide)
        if not words.strip() or (exact is not None and exact.id == own):
            return ()
        if self._made is None or self._made[0] is not guide:
            self._made = guide, Finder(guide)
        hits = meant(self._made[1].find(words), words, guide, LEAST)
        return tuple(hit.id for hit in hits if hit.id != own)[:_MOST]
