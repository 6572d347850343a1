"""What a practice informant has said up to a moment."""

from guide.frozen import Value
from interviews.core.events import Started
from interviews.core.state import Interview
from interviews.practice.informant import Informant, speeches_until


class InformantTurn(Value):
    """One thing the informant said: ``t`` is where it began, in seconds into the interview; ``text`` as far as it came.

    ``to`` is the seq of the act that it answers, None for the opening. ``finished`` is false while the informant goes
    on, and for good where the interviewer cut in.
    """

    t: float
    text: str
    to: int | None
    finished: bool


def turns_until(informant: Informant, interview: Interview, now: float, pace: float) -> tuple[InformantTurn, ...]:
    """Everything said up to ``now`` (seconds into the interview) at ``pace`` words a second, 0 for all at once.

    A sentence is there when its first word is. A question, a follow-up returned to and the end cut off what is being
    said; what any other act calls forth waits until the informant has finished. In pauses and gaps nobody speaks.
    """
    return tuple(
        InformantTurn(
            round(speech.t, 3), speech.text, None if isinstance(speech.act, Started) else speech.act.seq, speech.done
        )
        for speech in speeches_until(informant, interview, now, pace)
    )
