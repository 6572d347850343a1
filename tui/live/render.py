"""What each part of the live screen shows.

Projections of the controller; nothing is decided here.
"""

from collections.abc import Callable, Mapping
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from guide.model import Guide
from interviews.core.checklists import sides
from interviews.core.coverage import all_covered, coverage, examples
from interviews.core.events import Asked, Side
from interviews.core.handlers import is_paused
from interviews.core.notes import follow_ups
from interviews.core.state import Interview
from tui import signs
from tui.input.cards import Numbered, probes_in_hand
from tui.keymap import KEYS
from tui.live.card_panel import CardPanel, Found
from tui.live.first_run import HINTS, SIX, greeting
from tui.live.guide_pane import Foot, GuidePane
from tui.live.line_words import card_as_shown, prompt_words, row_of_keys, row_said
from tui.live.live_controller import LiveController
from tui.live.outline import NOTHING_BELOW, Below, HeadRow, ProbeRow, QuestionRow, Row, Unfolded, WordingRow, outline
from tui.live.practice import speech_entries
from tui.live.suggestions import label_questions
from tui.live.time_messages import drifts, standing_words, time_words
from tui.live.transcript import beforehand, transcript_entries, wording_to_say
from tui.live.view_state import Notice
from tui.sentences.code_names import MODE_NAMES, PILOT_NAMES
from tui.translator import N_, Translator
from tui.widgets.bars import Bar, Curtain, Piece
from tui.widgets.conversation import Conversation
from tui.widgets.entry_rows import wrap
from tui.widgets.line_editor import LineEditor

_TAB = " Tab"

Now = Callable[[], float]


def header(bar: Bar, desk: LiveController) -> None:
    """The clock's row: whose interview, how long, recorder, and whether the last act is on disk."""
    interview, _ = desk.table.interview, desk.table._
    if desk.table.curtain:
        now = "" if desk.table.interview.started.afterwards else time_words(desk.table).partition(" ")[0]
        clock = [Piece(f" {now}")] if now else []
        bar.show([Piece(KEYS.say(" Ctrl+L "), "dim", "curtain")], [*clock, _sign_of_saving(desk)])
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


def _sign_of_saving(desk: LiveController) -> Piece:
    """Whether the last act is on disk; behind a curtain also that the line would be lost on leaving."""
    table = desk.table
    if table.saved is None:
        return Piece(f" · {table._('not begun')} ", "dim")
    lost = not table.saved or (table.curtain and desk.leaving)
    return Piece(f" · {table._(N_('NOT SAVED ×') if lost else N_('saved √'))} ", "alarm" if lost else "plain")


def _right_of_header(desk: LiveController) -> list[Piece]:
    now = "" if desk.table.interview.started.afterwards else time_words(desk.table)
    told = [Piece(f" · {one.text}", "strong" if one.strong else "plain") for one in standing_words(desk.table)]
    return [*([Piece(f" {now}")] if now else []), *told, _sign_of_saving(desk)]


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
    interview, _, mode = desk.table.interview, desk.table._, desk.table.mode.lasting
    if not mode.talks:
        return []
    if desk.table.puts_back:
        return [Foot("next", _("Next"), _("enter or Tab: as typed"))]
    if is_paused(interview):
        return [Foot("next", _("PAUSED"), _("enter ends the pause"))]
    ahead = desk.table.ahead
    if ahead is None:
        key = N_("all is covered") if all_covered(interview) else N_("no more questions")
        return [Foot("next", _("Next"), _(N_("After") if mode.closes else key))]
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
    first = greeting(table._) if table.greets else []
    told = transcript_entries(table.interview, table._, table.offer, speech_entries(table), table.masked)
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


def prompt(line: LineEditor, desk: LiveController) -> None:
    """What Enter would do, before it does it."""
    said = "" if desk.table.curtain else prompt_words(desk)
    prefix = f" {said} {signs.PROMPT} " if said else f" {signs.PROMPT} "
    if line.prefix != prefix:
        line.prefix = prefix
    writes = desk.table.curtain or not desk.table.mode.invites
    key = N_("note …, or 12:30 note …") if desk.table.interview.started.afterwards else N_("note …")
    placeholder = "" if writes else desk.table._(key)
    if line.placeholder != placeholder:
        line.placeholder = placeholder


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
        bar.show([Piece(f" {row_said(desk)}", "dim")])


def _notice(notice: Notice, width: int) -> list[Piece]:
    """What there is to say; where it is too long, what may be shortened is, so that what to do stays readable."""
    style = "alarm" if notice.alarm else "strong"
    said = notice.brief if notice.brief and cell_len(notice.text) >= width else notice.text
    before, long, after = said.partition(notice.long) if notice.long else (said, "", "")
    if not long:
        return [Piece(f" {notice.text}", style)]
    return [Piece(f" {before}", style), Piece(long, style, shrinks=True), Piece(after, style)]


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
