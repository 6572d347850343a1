"""What lay on the table at a moment of an interview, as far as its acts tell: the card, and how far the talk had come.

The log does not know when a card was opened or closed. The opening's and the debriefing's are shown as long as they
last; one that was called up in passing is shown until the next act.
"""

from guide.model import Question
from interviews.events import Asked, Event, Explained, Noted, Sided, Stopped, Ticked
from interviews.state import Interview
from tui.live import cards
from tui.live.cards import Card
from tui.live.modes import Closing, Debriefing, Mode, Reflecting, Talking
from tui.words import Words


def card_at(interview: Interview, last: Event, words: Words) -> Card | None:
    """The card that the acts so far imply; ``last`` is the event that came last. What Enter would do is left out."""
    card = _in_passing(interview, last, words) or _lasting(interview, words)
    return card.but(foot="") if card is not None else None


def mode_at(interview: Interview) -> Mode:
    """Whether there was talk still, or the closing, the debriefing, or what comes after."""
    if interview.ended is not None:
        return Reflecting()
    match _turn(interview):
        case Ticked():
            return Debriefing()
        case Stopped():
            return Closing()
        case Asked(question=question) if any(one.id == question for one in interview.guide.closing):
            return Closing()
        case _:
            return Talking()


def _turn(interview: Interview) -> Event | None:
    """The last act that led into the talk, its closing or its debriefing."""
    for act in reversed(list(interview.events())):
        if isinstance(act, Asked | Stopped) or (isinstance(act, Ticked) and act.card == "after"):
            return act
    return None


def _lasting(interview: Interview, words: Words) -> Card | None:
    if interview.ended is not None:
        return None
    match _turn(interview):
        case Ticked():
            return cards.after_card(interview, words)
        case Stopped():
            return cards.stopped_card(interview, words)
        case None if interview.guide.opening:
            return cards.opening_card(interview, words)
        case _:
            return None


def _in_passing(interview: Interview, last: Event, words: Words) -> Card | None:
    guide = interview.guide
    match last:
        case Ticked(card="probes", question=id) | Sided(question=id):
            question = guide.question(id) if id is not None else None
            return _probes(interview, question, words)
        case Explained(concept=name, level=level):
            concept = next((one for one in guide.concepts if one.name == name), None)
            known = concept is not None and level in dict(concept.forms)
            return cards.concept_card(concept, level, guide, words) if concept is not None and known else None
        case Noted(kind="reflexive") if interview.ended is not None:
            return cards.reflect_card(interview, words)
        case _:
            return None


def _probes(interview: Interview, question: Question | None, words: Words) -> Card | None:
    return cards.probes_card(interview, question, words) if question is not None else None
