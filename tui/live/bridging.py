"""When the talk drifts: a sign that nobody else notices, and a sentence that leads back to the guide.

That a sentence was shown is no fact about the interview, since nobody knows whether it was said: nothing is logged.
"""

from interviews.deciding import is_paused
from interviews.notes import notes
from tui.live.cards import Card
from tui.live.modes import Talking
from tui.live.table import Table


def drifts(table: Table) -> bool:
    """Whether nothing has been marked for so long that the header's sign changes, where the user wants it to."""
    interview, after = table.interview, table.helps.drift
    if not after or interview.started.afterwards or interview.hand is None or table.over or is_paused(interview):
        return False
    return isinstance(table.mode, Talking) and table.session.now - interview.t >= after


def bridge_card(table: Table) -> Card:
    """The guide's own sentences one after the other, else a plain one, and the question that comes next.

    It begins with the informant's words that were marked last, where there are any.
    """
    words, here = table.words, table.card
    sentences = table.interview.guide.bridges or (words("bridge_plain"),)
    place = 0 if here is None or here.bridge is None else (here.bridge + 1) % len(sentences)
    marked = [one.text for one in notes(table.interview) if one.is_said and one.usable]
    text = words("bridge_words", text=marked[-1], sentence=sentences[place]) if marked else sentences[place]
    ahead = table.suggested
    foot = words("bridge_next", id=ahead.id, ask=ahead.ask) if ahead is not None else ""
    return Card(words("act_bridge"), text=text, foot=foot, bridge=place)
