"""What is proposed for each turn of a transcript, the log of the interview as witness where there is one."""

from collections.abc import Mapping, Sequence
from math import inf
from statistics import median

from guide.frozen import Value
from guide.model import Guide
from interviews.core.events import Asked
from interviews.core.recorder import place_of, segments
from interviews.core.state import Interview
from interviews.transcripts.matching import NO_MATCH, Match, QuestionMatcher
from interviews.transcripts.turns import Turn, count_words

_NEAR = 60.0  # seconds between the key and the words; some ask first and press then
_FEWEST = 3  # questions that words alone must find before they say how log and recording lie to each other


class TurnProposal(Value):
    """A turn, its number, and what it is held to ask; of a turn that is no interviewer's ``match`` is empty.

    ``at`` is when that is asked, which may be a while after the turn begins; of other turns it is when they begin.
    """

    number: int
    turn: Turn
    match: Match = NO_MATCH
    at: float | None = None


def propose(guide: Guide | None, turns: Sequence[Turn], interview: Interview | None = None) -> tuple[TurnProposal, ...]:
    """One proposal a turn; where nobody is known to be the interviewer, every turn may ask."""
    nobody = all(turn.role != "interviewer" for turn in turns)
    asking = [number for number, turn in enumerate(turns) if nobody or turn.role == "interviewer"]
    matches: Mapping[int, Match] = {}
    times = {number: turn.start for number, turn in enumerate(turns)}
    if guide is not None:
        matcher = QuestionMatcher.of_guide(guide)
        said = [turns[number].text for number in asking]
        found = matcher.match(said)
        if interview is not None:
            logged = _logged(interview, [turns[number] for number in asking], found)
            found = matcher.match(said, logged) if logged else found
        matches = dict(zip(asking, found, strict=True))
        for number, match in matches.items():
            turn = turns[number]
            if match.question and turn.cues:
                times[number] = turn.start_at(matcher.place(turn.text, match.question, [at for at, _ in turn.cues]))
    return tuple(
        TurnProposal(number, turn, matches.get(number, NO_MATCH), times[number]) for number, turn in enumerate(turns)
    )


def _logged(interview: Interview, turns: Sequence[Turn], found: Sequence[Match]) -> dict[int, dict[str, float]]:
    """For each question that the log has as asked, the one turn near that moment that is likest to have asked it."""
    if interview.started.afterwards:
        return {}
    asked = [act for act in interview.events() if isinstance(act, Asked)]
    first = segments(interview)[0].number if segments(interview) else None
    moments: dict[int, float] = {}
    for act in asked:
        place = place_of(interview, act.t)
        if place is not None and place.number == first:
            moments[act.seq] = place.seconds
    if len(moments) < len(asked) or first is None:
        shift = _shift(asked, turns, found)
        if shift is not None:
            moments |= {act.seq: act.t + shift for act in asked if act.seq not in moments or first is None}
    logged: dict[int, dict[str, float]] = {}
    for act in asked:
        if act.seq not in moments:
            continue
        near = {
            place: 1.0 - away / _NEAR
            for place, turn in enumerate(turns)
            if (away := _away(turn, moments[act.seq])) < _NEAR and count_words(turn.text) > 2
        }
        if near:
            best = max(
                near,
                key=lambda place: near[place] + (found[place].score if found[place].question == act.question else 0),
            )
            logged.setdefault(best, {})[act.question] = max(0.3, near[best])
    return logged


def _away(turn: Turn, moment: float) -> float:
    """How many seconds a moment is from the nearest of a turn's captions; of a turn without times, more than any."""
    if turn.start is None:
        return inf
    return min(abs(start - moment) for start in (turn.start, *(start for _, start in turn.cues)))


def _shift(asked: Sequence[Asked], turns: Sequence[Turn], found: Sequence[Match]) -> float | None:
    """How much later a moment lies in the recording than in the log, by the questions that words alone find."""
    first = {act.question: act.t for act in reversed(asked)}
    apart = [
        turn.start - first[match.question]
        for turn, match in zip(turns, found, strict=True)
        if match.sure and turn.start is not None and match.question in first
    ]
    return median(apart) if len(apart) >= _FEWEST else None
