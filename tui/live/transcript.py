"""The conversation as entries.

The one place that turns events into what the right side of the screen shows.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from guide.model import Question
from interviews.core.events import (
    Asked,
    Cleared,
    Combined,
    Commented,
    Continued,
    Corrected,
    Covered,
    Declined,
    Dropped,
    Edited,
    Ended,
    Event,
    Explained,
    Filled,
    Heard,
    Judged,
    LeftOut,
    Linked,
    Met,
    Noted,
    Paused,
    Proposed,
    Raised,
    RecordingDeclined,
    RecordingShifted,
    RecordingStarted,
    RecordingStopped,
    Released,
    Reopened,
    Resumed,
    Retimed,
    Returned,
    Said,
    Seconded,
    Sided,
    Skipped,
    Stopped,
    Tagged,
    Ticked,
    Unmarked,
    Withheld,
    WordsCorrected,
)
from interviews.core.notes import Note, follow_ups, notes
from interviews.core.recorder import moment_of
from interviews.core.state import Interview
from interviews.core.timing import interview_seconds
from tui import signs
from tui.live.view_state import MaskOffer, Offered, ViewState
from tui.sentences.code_names import DEPTH_NAMES, SIDE_NAMES
from tui.time_format import format_time, note_stamp
from tui.translator import N_, Translator
from tui.widgets.entry_rows import Entry

_WORDINGS = {
    "alone": N_("stand-alone wording, {ids} not talked about yet"),
    "stub": N_("leans on {ids}, not talked about yet: say what it is about"),
}


_GLYPHS = {"quote": signs.QUOTE, "topic": signs.TOPIC, "reflexive": signs.REFLEXIVE}


def transcript_entries(
    interview: Interview,
    _: Translator,
    offer: Offered | None = None,
    spoken: Mapping[int, Sequence[Entry]] = MappingProxyType({}),
    masked: MaskOffer | None = None,
) -> list[Entry]:
    """What was said and marked so far, oldest first, each as it stands now; an offer stands under its note.

    So does what was ``masked`` in the last act, as long as it can be put back.

    ``spoken`` is what a practice interview's informant said, by the seq of the act after which it was said.
    """
    standing, made = {note.seq: note for note in notes(interview)}, interview.memo("entries")
    told: list[Entry] = []
    late = went_on = False
    for act in interview.events():
        if isinstance(act, Reopened) and late:
            continue
        late = late or isinstance(act, Reopened)
        if isinstance(act, Noted) and not late:
            note = standing[act.seq]
            known = made.get(act.seq)
            if known is None or known[0] is not note:
                made[act.seq] = known = (note, note_entry(note))
            told.append(known[1])
        else:
            shown = _entries_of(act, interview, standing, _)
            if late or (interview.started.afterwards and not isinstance(act, Noted)):
                shown = (entry.but(stamp="") for entry in shown)  # days later has no place on the clock
            told += shown
        if isinstance(act, Continued) and not went_on:
            went_on = True
            told.append(
                Entry(
                    key=f"{act.seq}c",
                    side="quiet",
                    stamp="",
                    head="",
                    text=_("the clock above leaves the pause out; the times beside notes do not"),
                    kind="mark",
                )
            )
        told += spoken.get(act.seq, ())
        if offer is not None and act.seq == offer.note:
            told += _offer_entries(offer, interview, _)
        if masked is not None and act.seq == masked.seq:
            text = _("masked: {words}   Tab: as typed", words=masked.words)
            told.append(Entry(key=f"{act.seq}x", side="quiet", stamp="", head="", text=text, kind="mark"))
    return told


def beforehand(table: ViewState) -> list[Entry]:
    """What is good to know before the first question; not what was left over, only that: informants see the screen."""
    if table.interview.hand is not None:
        return []
    if table.interview.started.afterwards:
        return [
            _beforehand(place, line)
            for place, line in enumerate(
                table._(
                    "From the paper sheet, without a clock:\n"
                    "/b1 takes the question, then its notes\n"
                    "12:30 before a note: about when it was\n"
                    "+b1 2, - and -x as at the table; ↓ probes\n"
                    "/end when all is entered"
                ).split("\n")
            )
        ]
    earlier = table.earlier.earlier
    left = len(earlier.left) + earlier.awaited
    unspoken = sum(1 for concept in table.interview.guide.concepts if not concept.say)
    lines = [table._("from before: {count} (/left)", count=left)] if left else []
    if table.interview.started.mode == "practice":
        lines.append(table._("a line that begins with : is what you say to the informant"))
    if unspoken:
        lines.append(
            table._.ngettext(
                "{count} concept lacks an agreed wording", "{count} concepts lack an agreed wording", unspoken
            )
        )
    return [_beforehand(place, line) for place, line in enumerate(lines)]


def _beforehand(place: int, line: str) -> Entry:
    return Entry(key=f"beforehand {place}", side="quiet", stamp="", head="", text=line, kind="mark")


def _offer_entries(offer: Offered, interview: Interview, _: Translator) -> Iterator[Entry]:
    question = interview.guide.question(offer.question)
    if question is not None:
        text = _("→ {id} {label}?   Tab links it", id=question.id, label=question.label)
        yield Entry(key=f"{offer.note}o", side="quiet", stamp="", head="", text=text, kind="mark")


def _entries_of(act: Event, interview: Interview, standing: dict[int, Note], _: Translator) -> Iterator[Entry]:
    match act:
        case Asked():
            yield from tell_asked(act, interview, _)
        case Noted():
            yield note_entry(standing[act.seq])
        case Said():
            yield Entry(key=str(act.seq), side="left", stamp=format_time(act.t), head=":", text=act.text, kind="asked")
        case Judged() | Proposed() | Commented():
            from tui.live.pilot_flow import pilot_entries  # interviews do without

            yield from pilot_entries(act, interview, _)
        case _:
            line = quiet_line(act, interview, _)
            if line and act.by:
                line = _("{by}: {line}", by=act.by, line=line)
            if line:
                yield Entry(
                    key=str(act.seq), side="quiet", stamp=format_time(moment_of(act)), head="", text=line, kind="mark"
                )


def note_entry(note: Note) -> Entry:
    """A note on the interviewer's side: its glyph, its words exactly as written."""
    glyph = (signs.FILLED if note.counts else signs.BOOKMARK) if note.kind == "bookmark" else _GLYPHS.get(note.kind, "")
    if note.follow_up is not None:
        glyph = f"{signs.FOLLOW_UP}{note.follow_up}{signs.QUOTE if note.quoted else ''}"
    kind = note.kind if note.state in (None, "open") else "closed"
    head = f"{note.by} {glyph}".rstrip() if note.by else glyph
    return Entry(key=str(note.seq), side="right", stamp=note_stamp(note), head=head, text=note.text, kind=kind)


def tell_asked(act: Asked, interview: Interview, _: Translator) -> Iterator[Entry]:
    """A question as it is to be said, and below it its aim, what was not ticked before it, what it leans on."""
    question = interview.guide.question(act.question)
    if question is None:
        return
    yield Entry(
        key=str(act.seq),
        side="left",
        stamp=format_time(act.t),
        head=f"{act.by} {question.id}" if act.by else question.id,
        text=wording_to_say(question, act.wording),
        kind="asked",
    )
    if question.aim:
        yield Entry(key=f"{act.seq}a", side="quiet", stamp="", head="", text=question.aim, kind="mark")
    missing = [point.text for point in interview.guide.opening if point.id in act.missing]
    if missing:
        text = _("begun before this was ticked: {points}", points=" · ".join(missing))
        yield Entry(key=f"{act.seq}m", side="quiet", stamp="", head="", text=text, kind="mark")
    if act.wording != "ask":
        ids = ", ".join(question.leans_on)
        yield Entry(
            key=f"{act.seq}w",
            side="quiet",
            stamp="",
            head="",
            text=_(_WORDINGS[act.wording], ids=ids),
            kind="mark",
        )


def wording_to_say(question: Question, wording: str) -> str:
    """The wording to say: as it sounds alone where that was chosen, else as the guide asks it."""
    return question.alone if wording == "alone" and question.alone else question.ask


def act_line(act: Event, interview: Interview, _: Translator) -> str:
    """Any act in a few words, for saying which one was undone."""
    match act:
        case Asked(question=question):
            return _("asked {id}", id=question)
        case Noted(kind="bookmark", text=""):
            return _("bookmark")
        case Noted(text=text) | Edited(text=text) | Filled(text=text) | Said(text=text):
            return _("“{said}”", said=text)
        case Retimed(at=moment):
            return _("moved to {stamp}", stamp=format_time(moment))
        case Ticked():
            return _("tick")
        case Corrected() | WordsCorrected():
            return _(N_("replaced in brackets") if act.bracketed else N_("the informant's correction"))
        case Returned(follow_up=number):
            return _("returned to !{number}", number=number)
        case Raised(follow_up=number):
            return _("!{number} to follow up", number=number)
        case Judged() | Proposed() | Commented():
            from tui.live.pilot_flow import pilot_line

            return pilot_line(act, interview, _)
        case _:
            return quiet_line(act, interview, _)


def quiet_line(act: Event, interview: Interview, _: Translator) -> str:
    """What an act that is no note and no question did, in a few words; empty where there is nothing to say."""
    match act:
        case Covered(questions=ids, depth=depth):
            said = N_("covered {ids}, {depth}") if depth in DEPTH_NAMES else N_("covered {ids}")
            return _(said, ids=" ".join(ids), depth=_(DEPTH_NAMES[depth]) if depth in DEPTH_NAMES else "")
        case Skipped(questions=ids, reason=reason):
            return _because(_("skipped {ids}", ids=" ".join(ids)), reason, _)
        case Declined(questions=ids, reason=reason):
            return _because(_("declined {ids}", ids=" ".join(ids)), reason, _)
        case Unmarked(questions=ids):
            return _("mark taken off: {ids}", ids=" ".join(ids))
        case Returned(follow_up=number):
            note = next((one for one in follow_ups(interview) if one.follow_up == number), None)
            if note is None or not note.text:
                return _("returned to !{number}", number=number)
            key = N_("!{number} You mentioned “{text}” …") if note.is_said else N_("returned to !{number}: {text}")
            return _(key, number=number, text=note.text)
        case Met(follow_up=number):
            return _("!{number} was answered meanwhile", number=number)
        case Dropped(follow_up=number, reason=reason):
            return _because(_("let go !{number}", number=number), reason, _)
        case Explained(concept=concept):
            return _("concept: {concept}", concept=concept)
        case Heard(turn=turn, questions=ids):
            said = N_("turn {turn} of the transcript asks {ids}")
            nothing = N_("turn {turn} of the transcript asks nothing of the guide")
            return _(said if ids else nothing, turn=turn + 1, ids=" ".join(ids))
        case Sided(question=question, side=side):
            return _("{id}: {side}", id=question, side=_(SIDE_NAMES[side]))
        case Linked(question=question):
            return _("the note is about {id} too", id=question)
        case Tagged(tag=tag):
            return f"#{tag}"
        case Corrected() | WordsCorrected():
            return _(N_("replaced in brackets") if act.bracketed else N_("corrected as the informant wished"))
        case LeftOut():
            return _("left out as the informant wished")
        case Cleared(notes=seqs, usable=usable):
            return _(N_("may be used: {count}") if usable else N_("not to be used: {count}"), count=len(seqs))
        case _:
            return _session_line(act, interview, _)


def _session_line(act: Event, interview: Interview, _: Translator) -> str:
    match act:
        case RecordingStarted(number=number, missing=missing, offset=offset):
            points = [point.text for point in interview.guide.opening if point.id in missing]
            if points:
                return _(
                    "recording {number} started with these unticked: {points}", number=number, points=" · ".join(points)
                )
            told = _(
                N_("the recorder goes on: same file, {number}")
                if offset
                else N_("the recorder runs: recording {number}"),
                number=number,
            )
            marks = (RecordingStarted, RecordingDeclined)
            before = [one for one in interview.events() if one.seq < act.seq and isinstance(one, marks)]
            agreed = bool(before) and isinstance(before[-1], RecordingDeclined)
            return _("{told} (the informant declined at first)", told=told) if agreed else told
        case RecordingDeclined():
            return _("the informant declines recording")
        case RecordingStopped(number=number):
            return _("the recorder stopped: recording {number}", number=number)
        case RecordingShifted(number=number, later=later, earlier=earlier):
            return _("recording {number} shifted by {seconds} s", number=number, seconds=f"{later - earlier:+g}")
        case Withheld() | Released():
            return _(
                N_("not to be transcribed from here")
                if isinstance(act, Withheld)
                else N_("to be transcribed again from here")
            )
        case Stopped():
            return _("the informant wished to stop")
        case Resumed() if interview.started.afterwards:
            return ""  # the entering was interrupted, which is nobody's business
        case Resumed(gap=gap):
            return (
                _("taken up again; after how long is unknown")
                if gap is None
                else _("taken up again after a break of {gap}", gap=format_time(gap))
            )
        case Paused():
            return _("paused")
        case Continued():
            return _("the end of the pause")
        case Ended():
            return _("the interview has ended")
        case Reopened():
            return _("after the interview")
        case Combined(log=log):
            return _("combined of {log}", log=log)
        case Seconded(act=seq) if (meant := interview.acts.get(seq)) is not None:
            return _("marked this too: {what}", what=act_line(meant, interview, _))
        case _:
            return ""


def _because(line: str, reason: str, _: Translator) -> str:
    return _("{line}: {reason}", line=line, reason=reason) if reason else line


def describe_retiming(act: Retimed, interview: Interview, _: Translator) -> str:
    """Where a note stands now, and what the clock above said then where pauses lay before."""
    note = next(note for note in notes(interview) if note.seq == act.note)
    what = f"«{note.text}»" if note.text else _("bookmark")
    key = N_("{what} has moved to {stamp}, about {ids}.") if note.about else N_("{what} has moved to {stamp}.")
    said = _(key, what=what, stamp=format_time(act.at), ids=" ".join(note.about))
    counted = format_time(interview_seconds(interview, act.at)) if not note.afterwards else format_time(act.at)
    return said if counted == format_time(act.at) else f"{said} {_('The clock above said {counted}.', counted=counted)}"
