"""What helps an interview along: choices, and earlier interviews' words.

The words of earlier interviews are read after the first frame, a slice at a time. Nobody waits for them: an offer is
made on what is there, and whoever asks for what was left over gets all of it.
"""

from typing import TYPE_CHECKING

from guide.frozen import Value
from interviews.study.previous_interviews import NONE_EARLIER, PreviousInterviews

if TYPE_CHECKING:
    from interviews.practice.informant import Informant
    from interviews.study.kept import KeptNumbers
from collections.abc import Iterator
from time import monotonic

from interviews.study.previous_interviews import Left, Link


class LiveOptions(Value):
    """``first`` greets with six keys. For ``think`` seconds after a question nothing is offered.

    After ``drift`` seconds without a mark the header's sign changes; 0 is never.
    ``near_end`` seconds before the planned end one line says what is left. In a practice interview ``informant``
    answers, at ``pace`` words a second. In a pilot ``comments`` says whether verdicts are
    told ``now`` or at the ``end``. ``kept`` are the numbers that are written down once the first frame stands.
    ``clock`` goes on by the ``second``, by the ``minute``, or is ``off``: then nothing is drawn between two keys.
    """

    first: bool = False
    earlier: PreviousInterviews = NONE_EARLIER
    think: float = 3.0
    near_end: float = 900.0
    drift: float = 0.0
    informant: "Informant | None" = None
    pace: float = 2.5
    comments: str = "now"
    kept: "KeptNumbers | None" = None
    clock: str = "second"


class EarlierWords:
    """Reads on, interview by interview; ``earlier`` is what is known by now."""

    def __init__(self, earlier: PreviousInterviews) -> None:
        self.earlier = earlier
        self._parts: Iterator[PreviousInterviews] | None = None if earlier.to_come is None else earlier.to_come()
        self._links: list[Link] = []
        self._left: list[Left] = []

    @property
    def to_come(self) -> bool:
        """Whether there is more to read."""
        return self._parts is not None

    @property
    def links(self) -> tuple[Link, ...] | list[Link]:
        """The notes that are linked, as far as they were read."""
        return self._links if self.to_come else self.earlier.links

    def read_on(self, seconds: float) -> tuple[Link, ...]:
        """Read for so long, at least one interview; the links that were found now."""
        before, until = len(self._links), monotonic() + seconds
        while self._parts is not None:
            part = next(self._parts, None)
            if part is None:
                self._parts = None
                links, left = tuple(self._links), tuple(self._left)
                self.earlier = self.earlier.but(links=links, left=left, awaited=0, to_come=None)
            else:
                self._links += part.links
                self._left += part.left
                if part.courses or part.seconds:  # of all interviews, once each was read
                    self.earlier = self.earlier.but(courses=part.courses, seconds=part.seconds)
            if monotonic() > until:
                break
        return tuple(self._links[before:])

    def find_leftovers(self) -> tuple[Left, ...]:
        """All that earlier interviews left over; what was not read yet is read now."""
        while self.to_come:
            self.read_on(1.0)
        return self.earlier.left
