"""A pilot's acts in the conversation: quiet lines for verdicts and proposals, the peer's words as they were said."""

from collections.abc import Iterator

from interviews.events import Sitting
from interviews.pilot_events import Commented, Judged, Proposed, VerdictKind
from interviews.state import Interview
from interviews.verdicts import place_of
from tui.stamps import stamp
from tui.widgets.entry_rows import Entry
from tui.words import Words


def pilot_entries(act: Judged | Proposed | Commented, interview: Interview, words: Words) -> Iterator[Entry]:
    """What the conversation shows of an act; a verdict that was given again at once is told as it stands then.

    Only an answer to what the peer was asked is told as the peer's words; else it may be the interviewer's remark.
    """
    at = stamp(act.t)
    if isinstance(act, Commented):
        if act.prompt:
            said = words(f"think_{act.prompt}")
            yield Entry(key=f"{act.seq}p", side="quiet", stamp="", head="", text=said, kind="judged")
            yield Entry(key=f"{act.seq}", side="right", stamp=at, head="=", text=act.text, kind="said")
        else:
            remark = words("commented_so_far", text=act.text)
            yield Entry(key=f"{act.seq}", side="right", stamp=at, head="=", text=remark, kind="judged")
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
            return words(f"told_{place_of(_verdict_at(act, interview))}", id=id, other=other)
        case Commented(text=text, prompt=prompt):
            return f"«{text}»" if prompt else words("commented_so_far", text=text)


def _verdict_at(act: Proposed, interview: Interview) -> VerdictKind | None:
    """The verdict that a proposal was made for; a later one does not change what was proposed."""
    given = (one for one in interview.events() if isinstance(one, Judged) and one.seq < act.seq)
    kinds = [one.verdict for one in given if one.question == act.question]
    return kinds[-1] if kinds else None


def _given_again(act: Judged, interview: Interview) -> bool:
    """Whether the very next act gives the same verdict, as a reason does; one given again later has its own line."""
    later = (one for one in interview.events() if one.seq > act.seq and not isinstance(one, Sitting))
    again = next(later, None)
    return isinstance(again, Judged) and (again.question, again.verdict) == (act.question, act.verdict)
