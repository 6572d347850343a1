"""A pilot's acts in the conversation: quiet lines for verdicts and proposals, the peer's words as they were said."""

from collections.abc import Iterator

from interviews.pilot_events import Commented, Judged, Proposed
from interviews.state import Interview
from interviews.verdicts import place_of, verdicts
from tui.stamps import stamp
from tui.widgets.entry_rows import Entry
from tui.words import Words


def pilot_entries(act: Judged | Proposed | Commented, interview: Interview, words: Words) -> Iterator[Entry]:
    """What the conversation shows of an act; a verdict that was given again at once is told as it stands then."""
    at = stamp(act.t)
    if isinstance(act, Commented):
        if act.prompt:
            said = words(f"think_{act.prompt}")
            yield Entry(key=f"{act.seq}p", side="quiet", stamp="", head="", text=said, kind="judged")
        yield Entry(key=f"{act.seq}", side="right", stamp=at, head="=", text=act.text, kind="said")
    elif not isinstance(act, Judged) or not _given_again(act, interview):
        text = pilot_line(act, interview, words)
        yield Entry(key=f"{act.seq}", side="quiet", stamp=at, head="", text=text, kind="judged")


def pilot_line(act: Judged | Proposed | Commented, interview: Interview, words: Words) -> str:
    """An act in a few words."""
    match act:
        case Judged(question=id, verdict=verdict, reason=reason):
            kind = words(f"verdict_{verdict}")
            if not reason:
                return words("told_judged", id=id, verdict=kind)
            return words("told_judged_because", id=id, verdict=kind, reason=words(f"reason_{reason}"))
        case Proposed(question=id, text=text, other=other):
            if not other:
                return words("told_proposed", id=id, text=text)
            kinds = {one.question: one.verdict for one in verdicts(interview)}
            return words(f"told_{place_of(kinds.get(id))}", id=id, other=other)
        case Commented(text=text):
            return f"«{text}»"


def _given_again(act: Judged, interview: Interview) -> bool:
    later = (one for one in interview.events() if isinstance(one, Judged) and one.seq > act.seq)
    again = next((one for one in later if one.question == act.question), None)
    return again is not None and again.verdict == act.verdict
