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
from interviews.core.notes import notes
from interviews.core.recorder import recording
from interviews.log.writer import LogFailure
from tui.input import screen_commands as show
from tui.input.screen_commands import Intent
from tui.live import cards
from tui.live.attention import Attention
from tui.live.cards import probes_in_hand
from tui.live.closing_flow import ClosingFlow
from tui.live.key_count import KeyCount
from tui.live.modes import Editing, Filling
from tui.live.prompt_preview import forms_of, going_on, refusal_of
from tui.live.suggestions import Offers
from tui.live.time_messages import bridge_card, due_line, time_line
from tui.live.transcript import act_line, describe_retiming
from tui.live.view_state import MaskOffer, Notice, ViewState
from tui.sentences.where_kept import log_news
from tui.translator import N_


def draw_curtain(table: ViewState) -> None:
    """Hide everything, the line as it stands too; lifted, it shows what was said behind it."""
    table.curtain = not table.curtain
    table.veiled = table.curtain
    if not table.curtain:
        table.notice, table.behind = table.behind, None


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


class ActionRunner:
    """Carries out intents; nothing is shown as done before it is on disk."""

    def __init__(self, table: ViewState, put: Callable[[str], None], call: Callable[[Call], None]) -> None:
        self.table = table
        self.attention = Attention(lambda: table.session.running_at(table.session.now))
        self.keys = KeyCount() if table.session.interview.started.mode == "pilot" else None
        self.walk = ClosingFlow(table, self.act, self._quit, self.attention)
        self._put = put
        self._call = call
        self.offers = Offers(table)
        self.sight: Sight = All()

    def carry_out(self, intent: Intent, began: float | None = None) -> bool:
        """Do it; True when it was done. ``began`` is the running clock at the line's first key press, in seconds."""
        refused = None if isinstance(intent, do.Command) else refusal_of(intent, self.table, began)
        if refused is not None:
            return self.table.refuse(refused)
        match intent:
            case show.ShowHelp() | show.ShowPalette() if self.table.curtain:
                return False  # nothing of ours opens over a curtain
            case show.ShowHelp():
                self._call("help")
            case show.ShowPalette():
                self._call("palette")
            case show.Scroll(pages=pages) if self.sight.scroll_card(pages, page=True):
                pass
            case show.Scroll(pages=pages):
                self._call("scroll_up" if pages < 0 else "scroll_down")
            case show.Quit():
                self._quit()
            case show.ToggleCurtain():
                draw_curtain(self.table)
            case show.BeginClosing():
                self.walk.close()
            case show.CloseOpen():
                self.walk.go_back()
            case show.FillBookmarks():
                return Filling.begin(self.walk)
            case show.TellTime():
                self.table.notice = Notice(time_line(self.table))
            case show.AcceptOffer():
                return self._accept()
            case show.OpenVerdict(question=question):
                named = question or self.table.interview.hand
                return self.walk.jury is not None and named is not None and self.walk.jury.open(named)
            case _:
                return self._carry_out_here(intent, began)
        return True

    def act(self, command: do.Command, began: float | None = None) -> bool:
        """Give the interview a command; what it became is on disk when this returns True."""
        table = self.table
        last, was_over = table.interview.last_act(), table.over
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
                self._ask_once(result, missing_gates(table.interview, "start"))
                return False
            if result.code != "unchanged_note":
                return table.refuse(result)
            table.mode.worded(self.walk)
            return True
        table.saved = True
        table.masked = None
        if self.keys is not None and not isinstance(result.act, Ended):
            self.keys.acted(
                result.act.seq, 0.0 if began is None else table.session.running_at(table.session.now) - began
            )
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

    def _quit(self) -> None:
        self._keep_count()
        self._call("quit")

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

    def _end_pause_before(self, command: do.Command, began: float | None) -> bool:
        """A question that is asked while a pause is on ends it; False where that could not be saved."""
        asks = isinstance(command, do.AskQuestion | do.AskNext) and is_paused(self.table.interview)
        if not asks or self.table.session.refusal_of(command, began) is not None:
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

    def _carry_out_here(self, intent: Intent, began: float | None) -> bool:
        match intent:
            case show.ShowCard(card="opening"):
                self._lay(cards.opening_card(self.table.interview, self.table._))
                return True
            case show.ShowCard(card="parked"):
                return self._show_parked()
            case show.ShowCard(card="left"):
                return self._show_left()
            case show.ShowCard(card="bridge"):
                self._lay(bridge_card(self.table))
                return True
            case show.ShowCard(card="guide"):
                self._lay(cards.guide_card(self.table.interview, self.table._))
                return True
            case show.ShowCard(card="think"):
                return self.walk.jury is not None and self.walk.jury.think()
            case show.ShowCard():
                return self._show_probes()
            case show.TickPlace(place=place):
                return self._tick(place, by_line=began is not None)
            case show.TickProbes(places=places):
                return self.tick_probes(places) == len(places)
            case show.ShowConcept(concept=concept):
                return self._explain(concept, began)
            case show.GoOn():
                goes_on = going_on(intent, self.table.interview)
                return goes_on is not None and self.act(goes_on)
            case show.ClearAll(usable=usable):
                return self.walk.clear_all(usable=usable)
            case show.EditLast():
                return self._edit_last()
            case do.ToggleRecording(same=same):
                return self._record(began, same=same)
            case do.Judge(question=None) if self.walk.jury is not None and self.walk.jury.holds_back(intent):
                return False
            case do.AskNext() if self.table.suggested is not None:
                return self.act(do.AskQuestion(self.table.suggested.id), began)
            case (
                show.ShowHelp()
                | show.ShowPalette()
                | show.Scroll()
                | show.Quit()
                | show.ToggleCurtain()
                | show.BeginClosing()
                | show.CloseOpen()
                | show.FillBookmarks()
                | show.AcceptOffer()
                | show.TellTime()
                | show.OpenVerdict()
            ):
                return False
            case _:
                return self.act(intent, began)

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
                table.mode.worded(self.walk)
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

    def _record(self, began: float | None, *, same: bool) -> bool:
        """Before its gates are ticked the recorder's mark asks once; the second time it is made.

        Where the running recording has lasted as long as one may, it was stopped then, and the next one begins.
        """
        interview, over = self.table.interview, self.table.past_limit if not same else None
        missing = () if interview.started.afterwards else missing_gates(interview)
        starts = recording(interview) is None
        refused = refusal_of(do.ToggleRecording(confirmed=True, same=same), self.table, began)
        if refused is not None:
            return self.table.refuse(refused)
        if starts and missing and not self.attention.confirms("gate_first", _ids(missing)):
            return self._ask_once(Refusal("gate_first", {"points": _list_points(missing)}), missing)
        if over is not None and not self.act(do.StopRecording(at_limit=True), began):
            return False
        return self.act(do.ToggleRecording(confirmed=True, same=same), began)

    def _ask_once(self, refusal: Refusal, missing: Sequence[Point]) -> bool:
        """Say what is not ticked and show it; the same again does what was refused."""
        table = self.table
        if table.card is None or table.card.name != "opening":
            self._lay(cards.opening_card(table.interview, table._))
        table.aside = True  # what is to be ticked is to be seen, and a digit ticks only that
        self.sight.bring(table.interview.guide.opening.index(missing[0]))
        return table.refuse(refusal)

    def _confirm_start(self, command: do.Command) -> do.Command:
        """The first question, once it was said what is not ticked."""
        if not isinstance(command, do.AskQuestion | do.AskNext) or not waits_for_start(self.table):
            return command
        missing = missing_gates(self.table.interview, "start")
        return command.but(confirmed=self.attention.confirms("start_gate", _ids(missing)))

    def _show_parked(self) -> bool:
        card = cards.parked_card(self.table.interview, self.table._, self.table.session.now)
        if card is None:
            self.table.say(N_("Nothing is parked."))
            return True
        self._lay(card)
        return True

    def _show_left(self) -> bool:
        left = self.table.earlier.find_leftovers()
        if not left:
            self.table.say(N_("Nothing is left over."))
            return True
        self._lay(cards.leftovers_card(left, self.table._))
        return True

    def _accept(self) -> bool:
        if self.table.masked is not None:
            return self.put_back()
        offer = self.table.offer
        if offer is None:
            return False
        return self.act(do.LinkNote(offer.note, offer.question))

    def _show_probes(self) -> bool:
        table = self.table
        question = table.interview.guide.question(table.interview.hand or "")
        if question is None:
            return False
        self._lay(cards.probes_card(table.interview, question, table._))
        return True

    def _name_left_and_running(self) -> None:
        """The interview has ended: points of the last card that are unticked, and that the recorder has not ended."""
        interview, _ = self.table.interview, self.table._
        done = ticks(interview, "after")
        left = [point for point in interview.guide.after if point.id not in done]
        running = cards.running_line(interview, _)
        if left and interview.last(Stopped) is None:
            points = _list_points(left)
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
        into = (session.running_at(session.now) if began is None else began) - session.running_at(0.0)
        if back > max(into, 0.0) + 1 and isinstance(act, Noted | Withheld):
            self.table.say(N_("The interview has not lasted that long: the time is its start, 0:00 (/at moves it)."))

    def _lay(self, card: cards.Card) -> None:
        if self.walk.jury is not None:
            self.walk.jury.step_aside()
        self.table.card = cards.lay_over(card, self.table.card)

    def _tick(self, place: int, *, by_line: bool = False) -> bool:
        """Tick a point that is seen; one out of sight is brought, and asked for once more by what asked for it."""
        card = self.table.card
        numbered = [at for at, point in enumerate(card.points) if point.number == place] if card is not None else []
        at = numbered[0] if numbered else place - 1
        if card is not None and self.table.leaf is None and self._is_out_of_sight(card, at):
            self.sight.bring(at)
            self.table.say(
                N_("Point {point} was out of sight; Enter once more ticks it.")
                if by_line
                else N_("Point {point} was out of sight; {point} again ticks it."),
                point=place,
            )
            return False
        if card is not None and card.pilots and self.walk.jury is not None:
            return self.walk.jury.pick(place)
        if card is not None and card.picks:  # a follow-up keeps its number, whatever else is parked
            return self.act(do.ReturnTo(place))
        decided = self.table.mode.digit(self.walk, place)
        if decided is not None:
            return decided
        if card is None and place in self.table.probes():
            return self.tick_probes((place,)) == 1
        return card is not None and self.act(cards.command_of(card, card.points[place - 1]))

    def _is_out_of_sight(self, card: cards.Card, at: int) -> bool:
        """Whether a point is not on the screen, or was brought there too lately to be read."""
        what = card.title, at
        told, read = self.attention.awaits("out_of_sight", what), self.attention.confirms
        if not self.sight.sees(at):
            read("out_of_sight", what)
            return True
        return told and not read("out_of_sight", what)

    def tick_probes(self, places: tuple[int, ...]) -> int:
        """Tick probes of the question in hand by their numbers; how many of them are on disk."""
        table = self.table
        told = {one.place: one for one in probes_in_hand(table.interview)}
        for done, place in enumerate(places):
            if place not in told:
                table.refuse(Refusal("unknown_point", {"point": str(place)}))
                return done
            one = told[place]
            tick = do.Tick("probes", one.point.point, cards.next_mark(one.mark), table.interview.hand)
            if not self.act(tick):
                return done
        return len(places)

    def _explain(self, name: str, began: float | None) -> bool:
        """The shortest form first; the same concept again while its card is open, the next longer one."""
        concept = next(one for one in self.table.interview.guide.concepts if one.name == name)
        levels = forms_of(name, self.table.interview)
        card = self.table.card
        shown = card.level if card is not None and card.concept == name else None
        place = min(levels.index(shown) + 1, len(levels) - 1) if shown is not None else 0
        if not self.act(do.Explain(name, levels[place]), began):
            return False
        self._lay(cards.concept_card(concept, levels[place], self.table.interview.guide, self.table._))
        return True

    def _edit_last(self) -> bool:
        note = notes(self.table.interview)[-1]
        if note.counts:
            self.table.mode = Editing(note.seq, self.table.mode.staying)
            self._put(note.text)
        else:
            self.walk.fill((note.seq,))
            self._put("")
        return True


def waits_for_start(table: ViewState) -> bool:
    """Whether the next question is the first, and points of the opening that it waits for are not ticked."""
    return bool(missing_at_start(table.interview))


def _ids(points: Sequence[Point]) -> frozenset[str]:
    return frozenset(point.id for point in points)


def _list_points(points: Sequence[Point]) -> str:
    return " · ".join(point.text for point in points)


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
