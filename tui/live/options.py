"""What helps an interview along.

The study so far, and how the user wants to be helped.
"""

from typing import TYPE_CHECKING

from guide.frozen import Value
from interviews.study.previous_interviews import NONE_EARLIER, PreviousInterviews

if TYPE_CHECKING:
    from interviews.practice.informant import Informant
    from interviews.study.kept import KeptNumbers


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
