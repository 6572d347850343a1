"""A transcript's questions, gone through and answered by key.

Each answer is an event of its own in the interview's log. An interview that was held without the program has none; one
is made for it, as for a paper sheet. At the end coverage can be filled from what was heard, and what may have been
answered without being asked is offered, where the guide has cue words for it.
"""

from collections.abc import Sequence

from guide.model import Guide
from interviews.core.afterwards import read_date
from interviews.core.clock import SystemClock
from interviews.core.commands import Command, End, Hear, MarkCovered
from interviews.core.coverage import coverage, find_heard_turns
from interviews.core.events import Refusal
from interviews.core.state import Interview
from interviews.failures import LogFailure
from interviews.session import Session
from interviews.study.folder import LogFile, Study
from interviews.study.placement import Placements
from interviews.transcripts.matching import TurnProposal, find_unasked
from interviews.transcripts.turns import Transcript
from tui import VERSION
from tui.commands.open_interview import need_free
from tui.commands.transcript_lines import keep_as, say_kept, sure, when
from tui.console import DATA, OK, agrees, ask, print_error, print_out, say_folded, yes_or_no
from tui.review.late_edits import LateEditSession
from tui.signs import PROMPT
from tui.translator import Translator

_MAYBE = 0.4  # a confidence from which on a turn is shown though it is not held to ask
_MOST = 400  # characters of a turn that are shown


def walk(
    study: Study,
    code: str,
    log: LogFile | None,
    guide: Guide | None,
    proposals: Sequence[TurnProposal],
    _: Translator,
    *,
    keeping: Transcript | None = None,
) -> int:
    """Go through the proposals; exit 1 where nothing could be written, or somebody says no to it.

    ``keeping`` is a transcript of an interview that has no log: it is kept when somebody says that it shall be.
    """
    if guide is None:
        if keeping is None:
            return OK
        return _keep_alone(study, code, keeping, _) if agrees(_alone(code, _)) else _nothing(_)
    writer = _Writer(study, code, log, guide, _)
    refused = writer.refusal
    if refused:
        say_folded(refused)
        return DATA
    done = find_heard_turns(writer.interview) if writer.interview is not None else {}
    open_ones = [one for one in proposals if one.match.score >= _MAYBE and one.number not in done]
    if keeping is not None:
        answer = _log_or_not(code, _, nothing_found=not open_ones)
        if answer != "log":
            return _keep_alone(study, code, keeping, _) if answer == "keep" else _nothing(_)
        if not writer.make(agreed=True):
            return _nothing(_)
        if not keep_as(study, code, keeping, _):
            return DATA
        say_kept(code, _)
    elif not open_ones:
        say_folded(_("Everything that was found has been gone through."))
    elif log is None and not writer.make():
        return OK
    try:
        _Walk(writer, guide, proposals, _).go(open_ones)
        if open_ones:
            say_folded(
                _("Done. What you said is in the log of {code}; intervjuguide review{in_study} counts it.", code=code)
            )
    except _StopAsking:
        say_folded(_("Stopped; the rest is asked the next time."))
    except LogFailure as failure:
        print_error(_.failure(failure))
        return DATA
    finally:
        writer.close()
    return OK


def _alone(code: str, _: Translator) -> str:
    return _("There is no interview {code} here. Keep the transcript all the same? (y/n)", code=code) + f" {PROMPT} "


def _log_or_not(code: str, _: Translator, *, nothing_found: bool) -> str:
    """What to do with the transcript of an interview without a log: `log`, `keep`, or nothing."""
    if nothing_found:
        return "keep" if agrees(_alone(code, _)) else ""
    say_folded(
        _(
            "{code} has no log here. y make one, as of an interview held without the program · k keep the transcript alone · Enter nothing",
            code=code,
        )
    )
    said = (ask(f"{PROMPT} ") or "").casefold()
    return "keep" if said == "k" else "log" if yes_or_no(said) else ""


def _keep_alone(study: Study, code: str, transcript: Transcript, _: Translator) -> int:
    if not keep_as(study, code, transcript, _):
        return DATA
    say_kept(code, _)
    return OK


def _nothing(_: Translator) -> int:
    say_folded(_("Nothing was kept."))
    return DATA


class _StopAsking(Exception):
    """Somebody wants to stop here."""


class _Back(Exception):
    """Somebody wants to see the turn before again."""


class _Writer:
    """The log that the answers go to: the interview's own, or one that is made for it."""

    def __init__(self, study: Study, code: str, log: LogFile | None, guide: Guide, _: Translator) -> None:
        self._study, self._code, self._guide, self._ = study, code, guide, _
        self._late: LateEditSession | None = None
        self._new: Session | None = None
        self.refusal = ""
        if log is not None:
            interview = study.load(log).interview
            if interview is None:
                self.refusal = _("The log of {code} cannot be read, so nothing can be added to it.", code=code)
                return
            placement = Placements.of_study(study.folder, study.guide()).of(interview.guide)
            self._late = LateEditSession(study, log, interview, placement, SystemClock(), _)
            self.refusal = self._late.refusal

    @property
    def interview(self) -> Interview | None:
        """The interview as it stands, in the ids of today; None where there is none yet."""
        if self._late is not None:
            return self._late.interview
        return None if self._new is None else self._new.interview

    def make(self, *, agreed: bool = False) -> bool:
        """Whether a log is to be made: the person is asked, unless that is agreed, and when the interview was held."""
        _ = self._
        participant = self._code.partition("-")[0]
        need_free(self._study, participant, "live", _)
        path = self._study.new_path(participant)
        if path.stem != self._code:
            say_folded(
                _(
                    "There is no interview {code}; the next one with {participant} is {next}.",
                    code=self._code,
                    participant=participant,
                    next=path.stem,
                )
            )
            return False
        if not agreed and not agrees(
            _("{code} has no log. Make one, as of an interview held without the program? (y/n)", code=self._code)
            + f" {PROMPT} "
        ):
            return False
        date = ""
        while True:
            said = ask(_("When was it held? (2026-11-20, 2026-11, or nothing)") + f" {PROMPT} ")
            if said is None:
                return False
            date = read_date(said) or "" if said else ""
            if date or not said:
                break
        self._new = Session.new(path, self._guide, participant, "live", SystemClock(), VERSION)
        self._new.enter_afterwards(date)
        return True

    def do(self, command: Command) -> str:
        """Carry a command out; what is to be said of it, which is nothing where all is well."""
        if self._late is not None:
            outcome = self._late.do(command)
            return "" if outcome.done else outcome.said
        if self._new is None:
            return ""
        result = self._new.do(command)
        return self._.refusal(result) if isinstance(result, Refusal) else ""

    def close(self) -> None:
        """Let go of the log; one that was made here is ended, so that it counts."""
        if self._late is not None:
            self._late.close()
        if self._new is not None:
            try:
                if self._new.has_begun and self._new.interview.ended is None:
                    self._new.do(End())
            finally:
                self._new.close()
            self._study.remember_codes()


class _Walk:
    """Goes through turns, then through what they mean for coverage."""

    def __init__(self, writer: _Writer, guide: Guide, proposals: Sequence[TurnProposal], _: Translator) -> None:
        self._writer, self._guide, self._proposals, self._ = writer, guide, proposals, _

    def go(self, open_ones: Sequence[TurnProposal]) -> None:
        """Ask about each, then offer what follows."""
        place = 0
        while place < len(open_ones):
            back = self._turn(open_ones[place], place, len(open_ones))
            place += -1 if back else 1
        if self._writer.interview is None:
            return
        self._offer_coverage()
        self._offer_unasked()

    def _turn(self, one: TurnProposal, place: int, of: int) -> bool:
        """Ask what a turn asks; whether somebody wants to go back to the one before."""
        _ = self._
        print_out()
        print_out(f"{place + 1}/{of} · {when(one)} · {sure(one)}")
        said = " ".join(one.turn.text.split())
        said = said if len(said) <= _MOST else f"{said[:_MOST].rpartition(' ')[0]} …"
        say_folded(f"{one.turn.speaker}: {said}" if one.turn.speaker else said)
        for id in (one.match.question, *one.match.also):
            question = self._guide.question(id)
            if question is not None:
                say_folded(f"{question.id:<5}{question.ask}")
        keys = (
            _("Enter yes · n none of the guide's · an id: that one · s later · q stop")
            if one.match.sure
            else _("y yes · Enter none of the guide's · an id: that one · s later · q stop")
        )
        keys += f" · {_('b back')}" if place else ""
        try:
            while (ids := self._answer(one, keys, first=not place)) is not None:
                fault = self._writer.do(Hear(one.number, ids, one.at, one.match.score))
                if not fault:
                    break
                say_folded(fault)
        except _Back:
            return True
        return False

    def _answer(self, one: TurnProposal, keys: str, *, first: bool) -> tuple[str, ...] | None:
        """The questions that the turn asks, nothing where it asks none, None for later."""
        while True:
            say_folded(keys)
            said = ask(f"{PROMPT} ")
            if said is None or said.casefold() == "q":
                raise _StopAsking
            word = said.casefold()
            if word in ("b", "-") and not first:
                raise _Back
            if word == "s":
                return None
            if word in ("n", "nei", "no") or (not word and not one.match.sure):
                return ()
            if word in ("y", "j", "yes", "ja") or not word:
                return (one.match.question, *one.match.also)
            ids = said.replace(",", " ").split()
            wrong = next((id for id in ids if self._guide.question(id) is None), None)
            if wrong is None:
                return tuple(ids)
            say_folded(self._("{word} is no question of the guide's: {ids}", word=wrong, ids=" ".join(self._ids())))

    def _ids(self) -> list[str]:
        return [question.id for question in self._guide.questions]

    def _offer_coverage(self) -> None:
        """What was heard and has no mark: all of it is covered, or some, or that is left for later."""
        _, interview = self._, self._writer.interview
        if interview is None:
            return
        found = {id for act in find_heard_turns(interview).values() for id in act.questions}
        states = coverage(interview).questions
        open_ones = [id for id in self._ids() if id in found and not states[id].settled]
        if not open_ones:
            return
        print_out()
        say_folded(_("Asked in the transcript and not marked: {ids}.", ids=" ".join(open_ones)))
        while True:
            say_folded(_("Asked is not covered. Enter: leave it so · a all are covered · ids: these are"))
            said = ask(f"{PROMPT} ")
            if not said or yes_or_no(said) is False:
                return
            if said.casefold() == "q":
                raise _StopAsking
            named = open_ones if said.casefold() in ("a", "alle", "all") else said.replace(",", " ").split()
            fault = self._writer.do(MarkCovered(tuple(named)))
            if not fault:
                return
            say_folded(fault)

    def _offer_unasked(self) -> None:
        """What may have been answered unasked, question by question."""
        _, interview = self._, self._writer.interview
        if interview is None:
            return
        states = coverage(interview).questions
        settled = {id for id, one in states.items() if one.settled or one.state == "asked"}
        for offer in find_unasked(self._guide, [one.turn for one in self._proposals], settled):
            question = self._guide.question(offer.question)
            if question is None:
                continue
            one = self._proposals[offer.turn]
            print_out()
            say_folded(
                _(
                    "{id} was not asked. Was it answered here all the same? ({cues})",
                    id=question.id,
                    cues=", ".join(offer.cues),
                )
            )
            say_folded(f"{question.id:<5}{question.ask}")
            said = " ".join(one.turn.text.split())
            say_folded(f"{when(one)} {one.turn.speaker}: {said if len(said) <= _MOST else said[:_MOST] + ' …'}")
            answer = ask(_("y covered · Enter no · q stop") + f" {PROMPT} ")
            if answer is None or answer.casefold() == "q":
                raise _StopAsking
            if answer.casefold() in ("y", "j", "yes", "ja"):
                fault = self._writer.do(MarkCovered((question.id,)))
                if fault:
                    say_folded(fault)
