"""Carrying out what line, key or mouse asks.

What came of it is laid into the view state.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Literal, Protocol

from guide.model import Point
from interviews.core import commands as do
from interviews.core.checklists import missing_at_start, missing_gates, ticks
from interviews.core.events import (
    Asked,
    Commented,
    Dropped,
    Edited,
    Ended,
    Event,
    Filled,
    Judged,
    Met,
    Noted,
    Proposed,
    Refusal,
    Retimed,
    Returned,
    Stopped,
    Ticked,
    Undone,
    Withheld,
)
from interviews.core.handlers import is_paused
from interviews.core.recorder import recording
from interviews.failures import LogFailure
from tui.input import cards
from tui.input import screen_commands as show
from tui.input.acts.session import list_points
from tui.input.grammar import act_for
from tui.input.screen_commands import Intent
from tui.live.attention import Attention
from tui.live.closing_flow import ClosingFlow
from tui.live.prompt_preview import refusal_of
from tui.live.suggestions import Offers
from tui.live.time_messages import due_line, time_line
from tui.live.transcript import act_line, describe_retiming
from tui.live.view_state import MaskOffer, Notice, ViewState
from tui.translator import N_
from tui.where_kept import log_news


def speak(table: ViewState, *, answered: bool) -> None:
    """After a key: behind a curtain nothing is said; else the line near the end stands where nothing else does."""
    if table.curtain:
        if table.behind is None or not table.behind.alarm:  # that something is not saved gives way to nothing
            table.behind = table.notice or table.behind
        table.notice = None
    elif table.notice is None:
        due = due_line(table, answered=answered)
        table.notice = Notice(due, lasting=True) if due is not None else None


def is_unseen(intent: Intent, table: ViewState, line: str) -> bool:
    """Whether it would act on what a curtain hides: on a card's points, on what was found, offered or comes next."""
    if not table.curtain:
        return False
    if asks_first(intent, table):
        return True
    match intent:
        case show.TickPlace() | show.TickProbes() | show.AcceptOffer() | show.EditLast() | show.CloseOpen():
            return True
        case show.BeginClosing():
            return table.mode.closes  # one step on from a card
        case do.AskNext():
            return True
        case do.AskQuestion():
            return bool(table.hits) and table.interview.guide.question(line[1:].strip()) is None
        case _:
            return _answers(table, line)


def asks_first(intent: Intent, table: ViewState) -> bool:
    """Whether something would be said first, and only the same again would do it."""
    interview = table.interview
    match intent:
        case do.AskQuestion():
            return waits_for_start(table)
        case do.ToggleRecording(same=same):
            if not same and table.past_limit is not None:
                return True
            waits = recording(interview) is None and not interview.started.afterwards
            return waits and bool(missing_gates(interview))
        case _:
            return False


def _answers(table: ViewState, line: str) -> bool:
    """Whether a line is such as the open card is answered with: digits, and the signs of one that asks for them."""
    card = table.card
    if card is None or not card.points:
        return False
    signed = line[:1] in ("+", "-") and (card.marks or bool(card.clears))
    return (signed or bool(line)) and not line[signed:].replace(" ", "").strip("0123456789")


Call = Literal["help", "palette", "quit", "scroll_up", "scroll_down"]


class KeyCount:
    """Counts keys while a pilot is held, not which: since the last act, and what each act took; in memory until then."""

    def __init__(self) -> None:
        self.keys = 0
        self._acts: list[tuple[int, int, int]] = []

    def acted(self, seq: int, seconds: float) -> None:
        """An act was done by these keys; ``seconds`` from its line's first key to Enter, 0 where there was none."""
        if self.keys:  # a line that came whole, from another program, took none
            self._acts.append((seq, self.keys, round(seconds * 1000)))
        self.keys = 0

    def taken(self) -> do.TellHandling | None:
        """What was counted since this was last asked; None where nothing was done."""
        if not self._acts:
            return None
        acts, keys, millis = zip(*self._acts, strict=True)
        told = do.TellHandling(acts, keys, millis, self.keys)
        self._acts, self.keys = [], 0
        return told


class ActionRunner:
    """Carries out intents; nothing is shown as done before it is on disk."""

    def __init__(self, table: ViewState, put: Callable[[str], None], call: Callable[[Call], None]) -> None:
        self.table = table
        self.attention = Attention(table.session.running)
        self.keys = KeyCount() if table.session.interview.started.mode == "pilot" else None
        self.walk = ClosingFlow(table, self.act, self.leave, self.attention)
        self.put = put
        self.call = call
        self.offers = Offers(table)
        self.sight: Sight = All()

    def carry_out(self, intent: Intent, began: float | None = None) -> bool:
        """Do it; True when it was done. ``began`` is the running clock at the line's first key press, in seconds."""
        refused = None if isinstance(intent, do.Command) else refusal_of(intent, self.table, began)
        if refused is not None:
            return self.table.refuse(refused)
        if isinstance(intent, show.ClearAll):
            return self.walk.clear_all(usable=intent.usable)
        act = act_for(intent)
        if act is not None and act.run is not None:
            return act.run(self, intent, began)
        return isinstance(intent, do.Command) and self.act(intent, began)

    def act(self, command: do.Command, began: float | None = None) -> bool:
        """Give the interview a command; what it became is on disk when this returns True."""
        table = self.table
        undoes = isinstance(command, do.Undo)
        last, was_over = (table.interview.last_act(), table.over) if undoes else (None, False)
        if isinstance(command, do.AskQuestion | do.AskNext):
            command = self._confirm_start(command)
            if not self._end_pause_before(command, began):
                return False
        if isinstance(command, do.End):
            self._keep_count()
        try:
            result = table.session.do(command, began)
        except LogFailure as failure:
            self._not_saved(failure, on_line=began is not None)
            return False
        if isinstance(result, Refusal):
            if result.code == "start_gate":
                self.ask_once(result, missing_gates(table.interview, "start"))
                return False
            if result.code != "unchanged_note":
                return table.refuse(result)
            table.mode.edited(self.walk)
            return True
        table.saved = True
        table.masked = None
        if self.keys is not None and not isinstance(result.act, Ended):
            self.keys.acted(result.act.seq, 0.0 if began is None else table.session.running() - began)
        if not isinstance(result.act, Ticked):
            self.attention.forget()
        table.forget_tags()
        self._after(result.act, last, was_over=was_over)
        self._tell_reach(command, result.act, began)
        self.offers.after(result.act)
        if result.masked is not None:
            of = result.act.note if isinstance(result.act, Edited | Filled) else result.act.seq
            table.masked = MaskOffer(of, result.masked, table.session.now)
            self.attention.came(called=True)  # Enter that bounces puts nothing back
        tell_news(table)
        return True

    def leave(self) -> None:
        """Leave; an interview that has not ended can be taken up again."""
        self._keep_count()
        self.call("quit")

    def _keep_count(self) -> None:
        """What a pilot's keys came to goes into its log; nothing waits for it, and nobody is told if it cannot."""
        told = None if self.keys is None else self.keys.taken()
        if told is not None:
            with suppress(LogFailure):
                self.table.session.do(told)

    def put_back(self) -> bool:
        """Put back as it was typed what was masked in the last act; on disk when this returns True."""
        table, offer = self.table, self.table.masked
        try:
            result = table.session.put_back()
        except LogFailure as failure:
            self._not_saved(failure, on_line=False)
            return False
        if offer is None or result is None:
            return False
        if isinstance(result, Refusal):
            return table.refuse(result)
        table.saved, table.masked = True, None
        self.attention.forget()
        table.forget_tags()
        if table.card is not None:
            table.card = cards.refresh_card(table.card, table.interview, table._)
        self.offers.after(result.act)
        table.say(N_("as typed: {words} · Ctrl+Z masks it again"), words=offer.words)
        tell_news(table)
        return True

    def _end_pause_before(self, command: do.AskQuestion | do.AskNext, began: float | None) -> bool:
        """A question that is asked while a pause is on ends it; False where that could not be saved."""
        if not is_paused(self.table.interview) or self.table.session.refusal_of(command, began) is not None:
            return True
        return self.act(do.TogglePause())

    def _not_saved(self, failure: LogFailure, *, on_line: bool) -> None:
        table = self.table
        table.saved = False
        reason = table._.failure(failure)
        table.notice = Notice(
            table._(
                N_("NOT SAVED: {reason} The text stays; Enter tries again.")
                if on_line
                else N_("NOT SAVED: {reason} Do it once more."),
                reason=reason,
            ),
            alarm=True,
        )

    def _after(self, act: Event, last: Event | None, *, was_over: bool) -> None:
        """What an act changes on the table: the mode it ends, the card it closes or ticks."""
        table = self.table
        match act:
            case Asked(question=question):
                self.walk.on_asked(question)
            case Ended():
                self.walk.afterwards()
                self._name_left_and_running()
            case Stopped():
                self.walk.begin_closing()
            case Undone() if last is not None:
                self.walk.on_undone(last, was_over=was_over)
                table.say(N_("undone: {what}"), what=act_line(last, table.interview, table._))
            case Edited() | Filled():
                table.mode.edited(self.walk)
            case Judged() | Proposed() | Commented() | Noted(kind="quote") if self.walk.jury is not None:
                self.walk.jury.after(act)
            case _:
                table.mode.took(self.walk, act)
        if isinstance(act, Retimed):
            table.notice = Notice(describe_retiming(act, table.interview, table._))
        if isinstance(act, Returned | Met | Dropped) and table.card is not None and table.card.picks:
            self.walk.go_back()
        if table.card is not None:
            table.card = cards.refresh_card(table.card, table.interview, table._)

    def ask_once(self, refusal: Refusal, missing: Sequence[Point]) -> bool:
        """Say what is not ticked and show it; the same again does what was refused."""
        table = self.table
        if table.card is None or table.card.name != "opening":
            self.lay(cards.opening_card(table.interview, table._))
        table.aside = True  # what is to be ticked is to be seen, and a digit ticks only that
        self.sight.bring(table.interview.guide.opening.index(missing[0]))
        return table.refuse(refusal)

    def _confirm_start(self, command: do.AskQuestion | do.AskNext) -> do.AskQuestion | do.AskNext:
        """The first question, once it was said what is not ticked."""
        if not waits_for_start(self.table):
            return command
        missing = missing_gates(self.table.interview, "start")
        return command.but(confirmed=self.attention.confirms("start_gate", _ids(missing)))

    def _name_left_and_running(self) -> None:
        """The interview has ended: points of the last card that are unticked, and that the recorder has not ended."""
        interview, _ = self.table.interview, self.table._
        done = ticks(interview, "after")
        left = [point for point in interview.guide.after if point.id not in done]
        running = cards.running_line(interview, _)
        if left and interview.last(Stopped) is None:
            points = list_points(left)
            told = _("After, not ticked: {points} · Ctrl+Z goes back there", points=points)
            if running:
                told = _(
                    "Recording {number} still runs (/rec stop) · after, not ticked: {points}",
                    number=recording(interview),
                    points=points,
                )
            self.table.notice = Notice(told, long=points)
        elif running:
            self.table.notice = Notice(running)

    def _tell_reach(self, command: do.Command, act: Event, began: float | None) -> None:
        """A while ago that was before the interview began stands at its beginning: say so."""
        session = self.table.session
        back = command.back if isinstance(command, do.TakeNote | do.ToggleTranscribing) else 0.0
        into = (session.running() if began is None else began) - session.running_at(0.0)
        if back > max(into, 0.0) + 1 and isinstance(act, Noted | Withheld):
            self.table.say(
                N_("Not that long yet: it is at 0:00, about no question (/at moves it).")
                if isinstance(act, Noted) and not act.about
                else N_("The interview has not lasted that long: the time is its start, 0:00 (/at moves it).")
            )

    def tell_time(self) -> None:
        """Say how the hour stands."""
        self.table.tell(time_line(self.table))

    def lay(self, card: cards.Card) -> None:
        """Lay a card over the one that is open."""
        if self.walk.jury is not None:
            self.walk.jury.step_aside()
        self.table.card = cards.lay_over(card, self.table.card)


def waits_for_start(table: ViewState) -> bool:
    """Whether the next question is the first, and points of the opening that it waits for are not ticked."""
    return bool(missing_at_start(table.interview))


def _ids(points: Sequence[Point]) -> frozenset[str]:
    return frozenset(point.id for point in points)


class Sight(Protocol):
    """The place where the card stands: it may be too low for all of it."""

    def sees(self, place: int) -> bool:
        """Whether the point in this place, from 0, is on the screen."""

    def bring(self, place: int) -> None:
        """Scroll to the point in this place, from 0."""

    def scroll_card(self, rows: int, *, page: bool = False) -> bool:
        """One step, or one page, up (below 0) or down; False where there is nothing to scroll that way."""


class All:
    """Without a screen all is in sight."""

    def sees(self, _: int) -> bool:
        """Whatever it is."""
        return True

    def bring(self, _: int) -> None:
        """It is there."""

    def scroll_card(self, _: int, *, page: bool = False) -> bool:
        """Nothing is out of sight."""
        return False


def tell_news(table: ViewState) -> None:
    """Say what has happened to the log since it was last told of, if anything has."""
    lines = log_news(table.session, table._)
    if lines:
        table.notice = Notice(" ".join(lines))
