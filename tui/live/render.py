"""What each part of the live screen shows.

Projections of the controller; nothing is decided here.
"""

from collections.abc import Callable, Mapping
from math import ceil
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from guide.model import Guide
from interviews.core import commands as do
from interviews.core.checklists import missing_gates, sides
from interviews.core.coverage import all_covered, coverage, examples
from interviews.core.events import Asked, Side, Stopped
from interviews.core.handlers import is_paused
from interviews.core.notes import follow_ups, notes
from interviews.core.recorder import has_declined, is_withheld, limit_at, recording
from interviews.core.state import Interview
from interviews.core.timing import interview_seconds
from tui import screen_commands as show
from tui import signs
from tui.first_run import HINTS, SIX, greeting
from tui.live.cards import Card, Numbered, probes_in_hand
from tui.live.completions import label_questions
from tui.live.live_controller import LiveController
from tui.live.modes import (
    Clearing,
    Closing,
    Debriefing,
    Editing,
    Filling,
    Judging,
    Listening,
    Marking,
    Reflecting,
    Settling,
    Talking,
    lasting,
)
from tui.live.outline import NOTHING_BELOW, Below, HeadRow, ProbeRow, QuestionRow, Row, Unfolded, WordingRow, outline
from tui.live.practice import speech_entries
from tui.live.prompt_preview import said_of
from tui.live.time_messages import drifts
from tui.live.transcript import beforehand, transcript_entries, wording_to_say
from tui.live.view_state import Notice, ViewState
from tui.names import MODE_NAMES, PILOT_NAMES
from tui.time_format import format_time, note_stamp
from tui.translator import N_, Translator
from tui.widgets.bars import Bar, Curtain, Piece
from tui.widgets.card_panel import CardPanel, Found
from tui.widgets.conversation import Conversation
from tui.widgets.entry_rows import wrap
from tui.widgets.guide_pane import Foot, GuidePane
from tui.widgets.line_editor import LineEditor

_PLACE_PROMPTS = {
    "before": N_("{id} before"),
    "after": N_("{id} after"),
    "with": N_("{id} with"),
}


_TAB = " Tab"

Now = Callable[[], float]

NEAR_LIMIT = 300
"""Seconds before a recording's limit from which the clock's row counts down."""


def header(bar: Bar, desk: LiveController) -> None:
    """The clock's row: whose interview, how long, recorder, and whether the last act is on disk."""
    interview, _ = desk.table.interview, desk.table._
    if desk.table.curtain:
        clock = [] if desk.table.interview.started.afterwards else [Piece(f" {_clock(desk)}")]
        bar.show([Piece(" Ctrl+L ", "dim", "curtain")], [*clock, _saved_sign(desk)])
        return
    started = interview.started
    menu, title = (
        Piece(f" {signs.DRIFTING if drifts(desk.table) else signs.MENU} ", "dim", "palette"),
        Piece(interview.guide.title, "strong", shrinks=True),
    )
    left = [menu, title, Piece(f" · {interview.code}")]
    if started.mode == "pilot":  # what is cut on a narrow screen is the title, not that this is a pilot
        kind = Piece(f" · {_(PILOT_NAMES[started.pilot])}", "strong")
        left = [menu, Piece(interview.code), kind, Piece(f" · {interview.guide.title}")]
    elif started.mode != "live":
        left.append(Piece(f" · {_(MODE_NAMES[started.mode])}", "strong"))
    elif started.afterwards:  # never to be taken for an interview that goes on
        kind = Piece(f" · {_('entered afterwards')}", "strong")
        left = [menu, Piece(started.participant), kind, Piece(f" · {interview.guide.title}")]
    bar.show(left, _right_of_header(desk))


def _clock(desk: LiveController) -> str:
    """The time that counts, pauses and breaks off: what stands beside the plan agrees with every other length."""
    return format_time(interview_seconds(desk.table.interview, desk.table.session.now))


def _saved_sign(desk: LiveController) -> Piece:
    """Whether the last act is on disk; behind a curtain also that the line would be lost on leaving."""
    table = desk.table
    if table.saved is None:
        return Piece(f" · {table._('not begun')} ", "dim")
    lost = not table.saved or (table.curtain and desk.leaving)
    return Piece(f" · {table._(N_('NOT SAVED ×') if lost else N_('saved √'))} ", "alarm" if lost else "plain")


def _right_of_header(desk: LiveController) -> list[Piece]:
    interview, _ = desk.table.interview, desk.table._
    if interview.started.afterwards:
        return [*([Piece(f" · {_('ended')}")] if interview.ended is not None else []), _saved_sign(desk)]
    now = _clock(desk)
    minutes = interview.guide.minutes
    right = [Piece(" " + (_("{now} of {minutes} min", now=now, minutes=f"{minutes:g}") if minutes else now))]
    if interview.ended is not None:
        right.append(Piece(f" · {_('ended')}"))
    elif is_paused(interview):
        right.append(Piece(f" · {_('PAUSED')}", "strong"))
    if is_withheld(interview):
        right.append(Piece(f" · {_('DO NOT TRANSCRIBE')}", "strong"))
    right += _recorder(desk)
    return [*right, _saved_sign(desk)]


def _recorder(desk: LiveController) -> list[Piece]:
    """Which recording runs, and near its limit for how long yet; that none does, where the guide's opening gates it."""
    interview, _ = desk.table.interview, desk.table._
    number = recording(interview)
    if number is None:
        awaited = interview.guide.gating("recording") and not has_declined(interview)
        if not awaited or interview.ended is not None or interview.started.mode == "practice":
            return []
        return [Piece(f" · {_('not recording')}", "plain" if interview.hand is None else "strong")]
    if interview.ended is not None:
        return [Piece(f" · {_('rec {number} still runs', number=number)}", "strong")]
    limit, now = limit_at(interview), desk.table.session.now
    if limit is None or limit - now > NEAR_LIMIT:
        return [Piece(f" · {_('rec {number}', number=number)}")]
    if now >= limit:
        return [Piece(f" · {_('rec {number}: limit reached', number=number)}", "strong")]
    return [Piece(f" · {_('rec {number}: {left} left', number=number, left=format_time(ceil(limit - now)))}", "strong")]


def guide(pane: GuidePane, desk: LiveController) -> None:
    """The whole guide, what is parked, and what comes next."""
    interview, _ = desk.table.interview, desk.table._
    states = coverage(interview)
    feet: list[Foot] = []
    parked = [note for note in follow_ups(interview) if note.state == "open"]
    if parked:
        numbers = " ".join(f"{signs.FOLLOW_UP}{note.follow_up}" for note in parked[:6])
        feet.append(Foot("follow_up", _("{numbers} to follow up", numbers=numbers + (" …" if parked[6:] else "")), ""))
    feet += _what_enter_asks(desk)
    hand = interview.hand

    counted, told = sides(interview), examples(interview)

    def plan(width: int, height: int, wide: bool) -> list[Row]:  # noqa: FBT001  as the pane asks
        rows = outline(interview.guide, states, hand, height, under_hand(interview, _, width, wide=wide))
        return [_with_experiences(_with_title(row, desk), interview.guide, counted, told, _) for row in rows]

    pane.show(plan, feet)


def _what_enter_asks(desk: LiveController) -> list[Foot]:
    """The question that Enter on an empty line would ask now; in the debriefing there is none."""
    interview, _, mode = desk.table.interview, desk.table._, lasting(desk.table.mode)
    if isinstance(mode, Debriefing | Reflecting):
        return []
    if is_paused(interview):
        return [Foot("next", _("PAUSED"), _("enter ends the pause"))]
    ahead = desk.table.ahead
    if ahead is None:
        key = N_("all is covered") if all_covered(interview) else N_("no more questions")
        return [Foot("next", _("Next"), _(N_("After") if isinstance(mode, Closing) else key))]
    return [Foot("next", f"{_('Next')}  {ahead.id}", ahead.ask, ahead.id)]


def _with_title(row: Row, desk: LiveController) -> Row:
    """Groups without a title of their own get the interface's word for them."""
    if isinstance(row, HeadRow) and not row.id and not row.title:
        return row.but(title=desk.table._(N_("Closing") if row.closing else N_("Other questions")))
    return row


def _with_experiences(
    row: Row, plan: Guide, counted: Mapping[str, Mapping[Side, int]], told: Mapping[str, int], _: Translator
) -> Row:
    """A question that asks for both sides, or for examples, with what was told of them so far."""
    question = plan.question(row.id) if isinstance(row, QuestionRow) else None
    if not isinstance(row, QuestionRow) or question is None or not (question.two_sided or question.examples):
        return row
    both = counted.get(question.id)
    number = {"told": told[question.id], "wanted": question.examples}
    return row.but(
        sides="" if both is None else f"+{both['positive']} -{both['negative']}",
        examples=(_("{told}/{wanted} examples", **number), _("{told}/{wanted}", **number)) if question.examples else (),
    )


def conversation(view: Conversation, desk: LiveController) -> None:
    """What was said and marked so far."""
    table = desk.table
    first = greeting(table._) if table.helps.first else []
    told = transcript_entries(table.interview, table._, table.offer, speech_entries(table))
    if table.keeps_verdicts_back:
        told = [entry for entry in told if entry.kind not in ("judged", "said")]
    view.show([*first, *beforehand(table), *told])


def card(panel: CardPanel, desk: LiveController) -> None:
    """The questions found, else the open card."""
    guide = desk.table.interview.guide
    found = []
    for place, hit in enumerate(desk.table.listed):
        question = guide.question(hit.id)
        if question is not None:
            found.append(Found(question.id, question.ask, place == desk.table.chosen))
    panel.show(desk.table.leaf or card_as_shown(desk.table), found, desk.table._("Questions"))


def card_as_shown(table: ViewState) -> Card | None:
    """The open card; the opening's names the talk's next question, which Enter asks in the talk alone."""
    card = table.card
    talks = isinstance(lasting(table.mode), Talking) and not is_paused(table.interview)
    return card.but(foot="") if card is not None and card.name == "opening" and not talks else card


def prompt(line: LineEditor, desk: LiveController) -> None:
    """What Enter would do, before it does it."""
    said = "" if desk.table.curtain else _prompt_words(desk)
    prefix = f" {said} {signs.PROMPT} " if said else f" {signs.PROMPT} "
    if line.prefix != prefix:
        line.prefix = prefix
    writes = desk.table.curtain or isinstance(desk.table.mode, Filling | Reflecting | Judging | Listening)
    key = N_("note …, or 12:30 note …") if desk.table.interview.started.afterwards else N_("note …")
    placeholder = "" if writes else desk.table._(key)
    if line.placeholder != placeholder:
        line.placeholder = placeholder


def _prompt_words(desk: LiveController) -> str:
    """What Enter would do with the line, from what Enter itself asks; on an empty line what words would become."""
    _, mode = desk.table._, desk.table.mode
    if not desk.line.text:
        return _begun_prompt(desk)
    match desk.meaning():
        case do.EditNote():
            return _begun_prompt(desk)
        case do.Propose() | do.TakeComment() if isinstance(mode, Judging | Listening) and desk.writes:
            return _pilots_prompt(mode, desk)
        case meaning:
            said = said_of(desk.refusal_of(meaning) or meaning, desk.context, _)
            notice = desk.table.notice
            return "" if notice is not None and notice.text == said else said  # why not: once is enough


def _begun_prompt(desk: LiveController) -> str:
    """What words become where something waits for them; nothing in the talk, where their sign decides."""
    _ = desk.table._
    match desk.table.mode:
        case Editing(note=seq):
            return _("change {stamp}", stamp=_stamp_of(desk, seq))
        case Filling(queue=queue, place=place):
            about = next((" ".join(one.about) for one in notes(desk.table.interview) if one.seq == queue[place]), "")
            return _(
                "bookmark {place} of {of} · {stamp} {about}",
                place=place + 1,
                of=len(queue),
                stamp=_stamp_of(desk, queue[place]),
                about=about,
            ).rstrip()
        case Reflecting():
            return _("reflexive note")
        case (Judging() | Listening()) as mode:
            return _pilots_prompt(mode, desk)
        case _:
            return ""


def _pilots_prompt(mode: Judging | Listening, desk: LiveController) -> str:
    """What words would become while a pilot's card is open; nothing before they are begun, where they may be none."""
    _, hits = desk.table._, desk.table.hits
    match mode:
        case Judging(step="place", question=id, verdict=verdict):
            from interviews.core.verdicts import kind_of_place  # interviews do without

            place = _(_PLACE_PROMPTS[kind_of_place(verdict)], id=id)
            return f"{place} {hits[desk.table.chosen].id}" if hits else place
        case Judging(step="wording", question=id):
            return _("proposal for {id}", id=id)
        case _ if not desk.line.text and isinstance(mode, Judging):
            return ""
        case _:
            return _("comment on {id}", id=mode.question) if mode.question else _("comment")


def _stamp_of(desk: LiveController, seq: int) -> str:
    return next((note_stamp(note) for note in notes(desk.table.interview) if note.seq == seq), "")


def curtain(over: Curtain, desk: LiveController) -> None:
    """Over everything between the rows above and below; over the line too where words stand on it from before."""
    over.display = desk.table.curtain
    over.set_class(not (desk.table.veiled and desk.line.text), "above-the-line")


def hints(bar: Bar, desk: LiveController) -> None:
    """The keys that matter now, or what there is to say about the last one; nothing below a curtain."""
    notice = desk.table.notice
    if desk.table.curtain:
        bar.show([])
        return
    picking = bool(desk.table.hits or desk.table.completions) or desk.table.leaf is not None
    if notice is not None and not (notice.lasting and picking):
        bar.show(_notice(notice, bar.size.width))
        return
    key = row_of_keys(desk)
    if desk.table.completions and desk.line.text:
        width = bar.size.width - len(_TAB)
        named = label_questions(desk.table.completions, desk.table.interview.guide, width)
        bar.show([Piece(_TAB, "dim"), *(Piece(f" {told}  ", "dim", f"#{id}") for id, told in named)])
    elif key == "hints":
        judges = desk.context.pilot and not desk.table.keeps_verdicts_back
        acts = ["verdict" if act == "bookmark" else act for act in SIX] if judges else SIX
        bar.show([Piece(f" {desk.table._(HINTS[act])}  ", "dim", act) for act in acts])
    else:
        bar.show([Piece(f" {desk.table._(key, enter=enter_says(desk.table))}", "dim")])


def _notice(notice: Notice, width: int) -> list[Piece]:
    """What there is to say; where it is too long, what may be shortened is, so that what to do stays readable."""
    style = "alarm" if notice.alarm else "strong"
    said = notice.brief if notice.brief and cell_len(notice.text) >= width else notice.text
    before, long, after = said.partition(notice.long) if notice.long else (said, "", "")
    if not long:
        return [Piece(f" {notice.text}", style)]
    return [Piece(f" {before}", style), Piece(long, style, shrinks=True), Piece(after, style)]


def enter_says(table: ViewState) -> str:
    """What Enter does on an empty line while an interview goes on, whatever card lies open."""
    _, interview = table._, table.interview
    mode = lasting(table.mode)
    if table.over or not isinstance(mode, Talking | Closing):
        return _("enter go on")
    if is_paused(interview):
        return _("enter ends the pause")
    if table.ahead is None:
        none_left = isinstance(mode, Talking) and interview.last(Stopped) is None
        return _(N_("enter: none left") if none_left else N_("enter go on"))
    gated = interview.hand is None and not interview.started.afterwards and missing_gates(interview, "start")
    return _("enter: what is missing") if gated else _("enter asks {id}", id=table.ahead.id)


def row_of_keys(desk: LiveController) -> str:
    """The row of keys that matters now."""
    if desk.table.leaf is not None:
        return N_("1…8 verdict   =b5 another question   esc closes")
    match desk.table.mode:
        case Judging() | Listening() if desk.table.card is not None and desk.table.card.pilots and not _acts(desk):
            return _pilots_hints(desk.table.mode, writing=bool(desk.line.text))
        case Editing() | Filling() | Reflecting() if desk.line.text and not desk.writes:
            return N_("enter does it   esc clears")
        case Editing():
            return N_("enter saves   esc leaves it as it was")
        case Filling():
            return N_("enter saves · empty line: the next   esc back")
        case Closing() | Marking() if desk.table.card is not None and desk.table.card.marks and not desk.line.text:
            return _sorting_hints(desk.table)
        case Settling() | Clearing() if not desk.line.text:
            return _sorting_hints(desk.table)
        case Clearing() if isinstance(desk.meaning(), show.ClearAll):
            return N_("enter does it   esc clears")
        case Reflecting():
            return N_("enter saves, then perhaps another · empty line: done   esc back")
        case Debriefing() if desk.table.card is not None and not desk.line.text:
            return (
                N_("1…9 tick, again: not needed   enter ends the interview   esc back")
                if desk.table.card.name == "after"
                else N_("1…9 tick, again: not needed   {enter}   esc close")
            )
        case Closing() if desk.table.card is not None and desk.table.card.closing and not desk.line.text:
            return N_("{enter}   esc back to the conversation")
    if desk.table.listed:
        return (
            N_("enter asks the first   ↓ ↑ choose   esc clears")
            if desk.table.sure and desk.table.picked is None
            else N_("↓ ↑ choose, enter asks the one chosen   esc clears")
        )
    if desk.line.text:
        if desk.context.ticks(desk.line.text):
            return N_("enter ticks   esc clears   Ctrl+Z right after: a note after all")
        return (
            N_("enter saves   esc clears   #id links   #word tags")
            if desk.context.is_words(desk.line.text)
            else N_("enter does it   esc clears   same character again: a note that begins with it")
        )
    return _resting_hints(desk)


def _resting_hints(desk: LiveController) -> str:
    """The keys on an empty line while an interview goes on: those of the card that lies open, else the six."""
    card = desk.table.card
    if card is None:
        if is_paused(desk.table.interview) and not desk.table.over:
            return N_("PAUSED: enter goes on   write: a note   space bookmark   ? help")
        return (
            N_("/ find   + covered   - skip   12:30 note   ↓ tick   /end done   ? help")
            if desk.context.afterwards
            else "hints"
        )
    if card.pilots:
        return N_("1 2 3 what you said   esc closes")
    if card.picks:
        return N_("1…9 takes up again   {enter}   esc closes")
    if not card.points:
        return N_("{enter}   esc close")
    return (
        N_("1…9 tick   /rec the recorder runs   {enter}   esc close")
        if card.name == "opening" and not desk.context.afterwards
        else N_("1…9 tick, again: not needed   {enter}   esc close")
    )


def _acts(desk: LiveController) -> bool:
    """Whether the line asks for an act rather than being words."""
    return bool(desk.line.text) and not desk.writes


def _sorting_hints(table: ViewState) -> str:
    """The keys of a card on which signs and digits decide: what Enter leaves, or that it only goes on."""
    left = table.card is not None and bool(table.card.unmarked)
    match table.mode:
        case Settling():
            return N_("1 2 3 what became of it   enter takes it on   esc back")
        case Clearing():
            return (
                N_("+ Enter: may be used   - Enter: not   1…9 one, again: not   Enter: later")
                if left
                else N_("+ Enter: may be used   - Enter: not   1…9 changes   Enter goes on   Esc back")
            )
        case Closing():
            return (
                N_("+ Enter: all covered   1…9 one by one, again: not after all   Enter goes on")
                if left
                else N_("1…9 not after all   Enter goes on   Esc back")
            )
        case _:
            return (
                N_("+ Enter: all covered   1…9 one by one, again: not after all   Enter leave them")
                if left
                else N_("1…9 not after all   Enter goes on   Esc back")
            )


def _pilots_hints(mode: Judging | Listening, *, writing: bool) -> str:
    """The keys of the step that a verdict has come to."""
    match mode:
        case Listening():
            return N_("enter saves the answer   esc closes")
        case Judging(step="place"):
            return N_("enter chooses   ↓ ↑ move   esc clears, then closes")
        case Judging(step="wording"):
            return N_("enter saves · empty line: leave it   esc closes")
        case _ if writing:
            return N_("enter saves   esc clears   #id links   #word tags")
        case Judging(step="reason"):
            return N_("1…7 why   enter no reason   esc closes   Ctrl+Z undoes")
        case Judging(step="done"):
            return N_("write a comment on the guide   enter goes on")
        case Judging(in_round=in_round):
            return (
                N_("1…8 verdict   write a comment   \" peer's words   enter next   esc stops")
                if in_round
                else N_("1…8 verdict   or write a comment   enter or esc closes")
            )


INDENT = 3
"""Cells before a probe's number, or a line of the wording."""


def under_hand(interview: Interview, _: Translator, width: int, *, wide: bool) -> Unfolded:
    """What stands under the question in hand in a pane of ``width`` cells; on ``wide`` screens its wording too."""
    question = interview.guide.question(interview.hand or "")
    if question is None:
        return NOTHING_BELOW
    asked = interview.last(Asked)
    wording: list[Below] = []
    if wide and asked is not None:
        said = wrap(wording_to_say(question, asked.wording), max(width - INDENT - 1, 8))
        wording = [WordingRow(question.id, line) for line in said]
    told = probes_in_hand(interview)
    whole = [row for one in told for row in _lines(one, _, width)]
    short: list[Below] = [ProbeRow(_text(one, _), one.mark, one.place) for one in told]
    rows = ((*wording, *whole),) if wide else (tuple(whole), tuple(short))
    return Unfolded(rows, always=wide)


def _text(one: Numbered, _: Translator) -> str:
    return _("if {condition}", condition=one.point.text) if one.point.is_condition else one.point.text


def _lines(one: Numbered, _: Translator, width: int) -> list[Below]:
    first, *rest = wrap(_text(one, _), max(width - INDENT - 4, 8)) or [""]
    head: Below = ProbeRow(first, one.mark, one.place)
    return [head, *(ProbeRow(line, one.mark, one.place, lead=False) for line in rest)]


class LiveConversation(Conversation):
    """The conversation, with the kinds of notes that have a look of their own."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "conversation--asked",
        "conversation--quote",
        "conversation--said",
        "conversation--follow_up",
        "conversation--bookmark",
        "conversation--closed",
    }


def panes(header: Bar, line: LineEditor) -> ComposeResult:
    """Header, guide, conversation with its card, input line, hints, and the curtain above all."""
    yield header
    with Horizontal(id="panes"):
        yield GuidePane(id="guide")
        with Vertical(id="right"):
            yield LiveConversation(id="conversation")
            yield CardPanel(id="card")
    yield line
    yield Bar(id="hints")
    yield Curtain(id="curtain")
