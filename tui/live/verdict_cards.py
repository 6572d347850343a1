"""The cards of a pilot: a verdict, its reason, what is proposed, what the peer is asked, and how the round ended."""

from collections.abc import Sequence

from interviews.pilot_events import Prompt, VerdictKind
from interviews.state import Interview
from interviews.verdicts import PLACED, PROMPTS, REASONS, VERDICTS, WORDED, Verdict, verdicts
from tui.live.cards import Card, CardPoint
from tui.verdict_tally import tally_lines
from tui.words import Words

_SHOWN = 2  # remarks and answers, quotes, and proposals that stand on a card, the last ones


def verdict_card(interview: Interview, question: str, words: Words, queue: Sequence[str] = ()) -> Card:
    """The eight verdicts, the one in force marked; in the round with the question's wording and what was said of it."""
    one = standing(interview, question)
    points = tuple(
        CardPoint(kind, words(f"verdict_{kind}"), "done" if one.verdict == kind else "open") for kind in VERDICTS
    )
    if question not in queue:
        title = words("card_verdict" if one.verdict is None else "card_verdict_again", id=question)
        return Card(title, points=points, text=_said_of(one, words), pilots=True)
    asked = interview.guide.question(question)
    title = words("card_round", id=question, place=queue.index(question) + 1, of=len(queue))
    return Card(
        title,
        points=points,
        lead=f"«{asked.ask}»" if asked is not None else "",
        text=_said_of(one, words),
        foot=words("round_foot"),
        pilots=True,
    )


def reason_card(interview: Interview, question: str, verdict: VerdictKind, words: Words) -> Card:
    """Where the question went wrong, for the verdict that was just given."""
    one = standing(interview, question)
    points = tuple(
        CardPoint(
            reason,
            words(f"reason_{reason}"),
            "done" if one.reason == reason else "open",
            words(f"because_{reason}"),
        )
        for reason in REASONS
    )
    title = words("card_reason", id=question, verdict=words(f"verdict_{verdict}"))
    then = "wording" if verdict in WORDED else "place" if verdict in PLACED else "remark"
    return Card(title, points=points, text=_said_of(one, words), foot=words(f"reason_foot_{then}"), pilots=True)


def wording_card(interview: Interview, question: str, verdict: VerdictKind, words: Words) -> Card:
    """Room for the proposed wording or probe; the wording as it is now stands above."""
    one = standing(interview, question)
    asked = interview.guide.question(question)
    parts = [proposal.text for proposal in one.proposals if proposal.text]
    lines = [f"«{asked.ask}»"] if asked else []
    lines += [words("proposed_so_far", text=part) for part in parts[-_SHOWN:]]
    more = bool(parts) and verdict != "reword"
    title = words(f"card_wording_{verdict}", id=question, part=len(parts) + 1)
    return Card(title, text="\n".join(lines), foot=words("wording_more_foot" if more else "wording_foot"), pilots=True)


def place_card(question: str, verdict: VerdictKind, words: Words) -> Card:
    """Before, after or with which question."""
    return Card(words(f"card_place_{verdict}", id=question), foot=words("place_foot"), pilots=True)


def think_card(words: Words) -> Card:
    """Three things to ask a peer about a question (think-aloud and verbal probing, Willis 1999)."""
    points = tuple(CardPoint(prompt, words(f"think_{prompt}")) for prompt in PROMPTS)
    return Card(words("card_think"), points=points, picks=True, pilots=True)


def heard_card(prompt: Prompt, words: Words) -> Card:
    """What the peer was asked, and room for the answer."""
    return Card(words("card_heard"), text=words(f"think_{prompt}"), foot=words("heard_foot"), pilots=True)


def done_card(interview: Interview, words: Words) -> Card:
    """What the round came to: how many of each verdict, what is undecided, what was never asked."""
    text = "\n".join(tally_lines(verdicts(interview), words))
    return Card(words("card_round_done"), text=text, foot=words("round_done_foot"), pilots=True)


def standing(interview: Interview, question: str) -> Verdict:
    """What has been said of a question so far."""
    return next(one for one in verdicts(interview) if one.question == question)


def _said_of(one: Verdict, words: Words) -> str:
    said = [
        words("answered_so_far" if comment.prompt else "commented_so_far", text=comment.text)
        for comment in one.comments[-_SHOWN:]
    ]
    return "\n".join([*said, *(words("answered_so_far", text=note.text) for note in one.quotes[-_SHOWN:])])
