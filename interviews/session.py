"""A session: one person in one interview.

Commands come in, and events are on disk before they count.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from guide.frozen import Value
from guide.model import Guide
from guide.serialize import guide_to_dict
from interviews.core.clock import Clock, Moment, is_known
from interviews.core.commands import Command, EditNote, Undo, text_of, with_text
from interviews.core.corrections import words_of
from interviews.core.events import (
    FORMAT,
    Draft,
    Edited,
    Ended,
    Event,
    Filled,
    Mode,
    Noted,
    PilotKind,
    Refusal,
    Reopened,
    Resumed,
    Sitting,
    Started,
    Undone,
)
from interviews.core.handlers import decide
from interviews.core.notes import notes
from interviews.core.state import Interview, NoInterviewError, apply, begin, code_of, replay
from interviews.failures import LogFailure
from interviews.log.log_files import need_link
from interviews.log.reader import OF_INTERVIEWS, LogReading
from interviews.log.rescued import hold_log
from interviews.log.writer import Log, TimedSession, new_log, seconds

if TYPE_CHECKING:
    from interviews.third_persons.typed import Catcher, Masked


class Done(Value):
    """What a command came to: the events that are on disk now, the last one being the act itself.

    ``masked`` is what of its words was masked, in a study that stays anonymous: ``put_back`` puts it back.
    """

    events: tuple[Event, ...]
    masked: "Masked | None" = None

    @property
    def act(self) -> Event:
        """The event that the command became."""
        return self.events[-1]


class Caught(Value):
    """What was masked in an act: the command as it was typed, and the act that it became without that."""

    masked: "Masked"
    command: Command
    act: Event


class Session(TimedSession):
    """One interview being held; what ``interview`` says is on disk, and nothing is shown that is not."""

    def __init__(self, path: Path, interview: Interview, clock: Clock, log: Log | None) -> None:
        super().__init__(path, log, clock, None, anonymous=interview.anonymous)
        self.interview = interview
        self.interview.code = code_of(path)
        self._ended_here = False
        self._reopened_here = False
        self._elsewhere: Callable[[], tuple[Path, str]] | None = None
        self.when_begun: Callable[[], object] = _nothing
        self.draft_lost = False
        self._catcher: Catcher | None = None
        self._caught: Caught | None = None

    @classmethod
    def new(
        cls,
        path: Path,
        guide: Guide,
        participant: str,
        mode: Mode,
        clock: Clock,
        program: str = "",
        elsewhere: Callable[[], tuple[Path, str]] | None = None,
        pilot: PilotKind = "",
    ) -> "Session":
        """An interview that has not begun: its file is made when the first act is done.

        ``elsewhere`` gives the next free file and code, for when another window has taken this one meanwhile; ``pilot``
        is the kind of a pilot.

        Raises:
            LogFailure: its folder is a link to what is not here now.
        """
        need_link(path.parent)
        started = Started(
            seq=0,
            t=0.0,
            wall="",
            format=FORMAT,
            participant=participant,
            mode=mode,
            guide=guide_to_dict(guide.as_held),
            program=program,
            pilot=pilot,
        )
        session = cls(path, begin(started, guide), clock, None)
        session._elsewhere = elsewhere
        return session

    @classmethod
    def resume(
        cls, path: Path, clock: Clock, date: str = "", known: LogReading | None = None
    ) -> tuple["Session", LogReading]:
        """Take an interview up again where its log stops; the gap is in the log before this returns.

        ``date`` is when one that is entered afterwards was held, where that is said only now; ``known`` is what was
        read of the log before.

        Raises:
            LogFailure: the log is held by another program, of a newer format, without a whole first record, without a
                readable guide, or cannot be written.
        """
        with hold_log(path, path.name, OF_INTERVIEWS, "log_headless_file", vacant=False, known=known) as held:
            log, reading = held
            session = cls(path, _replay(reading), clock, log)
            session._take_up(reading, date)
        return session, reading

    @property
    def ended_here(self) -> bool:
        """Whether the interview was ended in this sitting, and is."""
        return self._ended_here and self.interview.ended is not None

    @property
    def has_begun(self) -> bool:
        """Whether an act was done, so that there is, or was, a file of it."""
        return self._origin is not None

    def enter_afterwards(self, date: str = "") -> None:
        """Say, before the first act, that the interview was held without the program; ``date`` is when, if known."""
        here = self.interview
        here.started = here.started.but(afterwards=True, date="" if self.anonymous else date)
        here.acts[here.started.seq] = here.started
        here.forget()

    def hold_by(self, interviewer: str) -> None:
        """Say, before the first act, whose interview it is, by initials; a study that stays anonymous keeps none."""
        here = self.interview
        if interviewer and not self.anonymous:
            here.started = here.started.but(interviewer=interviewer)
            here.acts[here.started.seq] = here.started
            here.forget()

    def practise_with(self, informant: str, pace: float, again: str = "") -> None:
        """Say, before the first act, who answers and how fast, and which practice interview this is a second go of."""
        here = self.interview
        here.started = here.started.but(informant=informant, pace=pace, again=again)
        here.acts[here.started.seq] = here.started
        here.forget()

    def do(
        self, command: Command, began: float | None = None, *, as_typed: bool = False, instead: bool = False
    ) -> Done | Refusal:
        """Carry out one command; ``began`` is the running clock at the first key press of its line, in seconds.

        In a study that stays anonymous its words are saved with names, places and dates masked, unless they are to
        stand ``as_typed``. ``instead`` takes the last act back for it, in one write.

        Raises:
            LogFailure: nothing was saved and nothing has changed; the same command may be given again.
        """
        typed, masked = command, self._mask(command) if self.anonymous and not as_typed else None
        if masked is not None:
            command = with_text(command, masked.text)
        now = self._clock.running()
        began = now if began is None else min(began, now)
        origin = began if self._origin is None else self._origin
        here = self.interview
        at = Moment(max(round(began - origin, 3), 0.0), max(round(now - origin, 3), here.t))
        before = () if here.ended is None else self._before(command, at)
        if before:
            here = self._trial(before)
        if instead:
            undone = decide(here, Undo(), at)
            if isinstance(undone, Refusal):
                return undone
            before = (*before, undone)
            here = self._trial(before)
        decided = decide(here, command, at)
        if isinstance(decided, Refusal):
            return decided
        self._commit(origin, now, *before, decided)
        self._ended_here = self._ended_here or isinstance(decided, Ended)
        if before:
            self._reopened_here = self._reopened_here or any(isinstance(one, Reopened) for one in before)
        self._caught = None if masked is None else Caught(masked, typed, decided)
        if isinstance(decided, Undone) and self._catcher is not None:
            self._catcher.look_again(self._standing())  # what was put back may be masked again
        return Done((*before, decided), masked)

    @property
    def masked(self) -> "Masked | None":
        """What was masked in the last act, and can be put back; None where nothing was, or something was done since."""
        return None if self._caught is None else self._caught.masked

    def put_back(self) -> Done | Refusal | None:
        """Put back as it was typed what was masked in the last act; None where there is nothing to put back.

        A note is edited; another act is taken back and done again, in one write.

        Raises:
            LogFailure: nothing was saved and nothing has changed.
        """
        caught = self._caught
        if caught is None:
            return None
        if isinstance(caught.act, Noted | Edited | Filled):
            note = caught.act.seq if isinstance(caught.act, Noted) else caught.act.note
            edited = caught.command if isinstance(caught.command, EditNote) else EditNote("")
            done = self.do(edited.but(text=caught.masked.typed, note=note), as_typed=True)
        else:
            done = self.do(caught.command, as_typed=True, instead=True)
        if isinstance(done, Done):
            self._catching().let_stand(caught.masked.typed)
        return done

    def _mask(self, command: Command) -> "Masked | None":
        """What is to be masked in a command's words, in a study that stays anonymous."""
        text = text_of(command)
        if not text:
            return None
        standing = ""
        if isinstance(command, EditNote):
            taken = notes(self.interview)
            last = taken[-1].seq if taken else None
            seq = last if command.note is None else command.note
            standing = next((note.text for note in taken if note.seq == seq), "")
        return self._catching().mask(text, standing)

    def prepare(self) -> None:
        """What the first words need that are masked, before anybody waits for it."""
        if self.anonymous:
            self._catching()

    def _standing(self) -> tuple[str, ...]:
        """The words that stand in the interview now."""
        here = self.interview
        return (*(note.text for note in notes(here)), *(words_of(act) or "" for act in here.events()))

    def _catching(self) -> "Catcher":
        if self._catcher is None:
            from interviews.third_persons.typed import Catcher  # only a study that stays anonymous pays for it

            here = self.interview
            self._catcher = Catcher.of(here.guide, self.home.parent.parent, self._standing())
        return self._catcher

    def refusal_of(self, command: Command, began: float | None = None) -> Refusal | None:
        """Why the command would be refused if it were given now; None where it would be done. Nothing is changed."""
        now = self._clock.running()
        began = now if began is None else min(began, now)
        origin, here = began if self._origin is None else self._origin, self.interview
        at = Moment(max(round(began - origin, 3), 0.0), max(round(now - origin, 3), here.t))
        before = self._before(command, at)
        trial = here.remember("trial", lambda: self._trial(before)) if before else here  # asked at every key
        decided = decide(trial, command, at)
        return decided if isinstance(decided, Refusal) else None

    def keep_draft(self, text: str, began: float | None, *, literal: bool, note: int | None = None) -> bool:
        """Put the unfinished input line in the log, so that taking the interview up again brings it back.

        ``note`` is the seq of the note that it was to become the words of. A log that had ended is reopened first, for
        the bytes of a torn tail move into that event. There is no second try, so what cannot be written here is
        written elsewhere; False where nothing can be written anywhere.
        """
        now = self._clock.running()
        began = now if began is None else min(began, now)
        origin = began if self._origin is None else self._origin
        t = seconds(began - origin)
        before = self._reopening(max(seconds(now - origin), self.interview.t))
        masked = self._catching().mask(text) if self.anonymous else None
        text = text if masked is None else masked.text
        seq = self.interview.next_seq + len(before)
        draft = Draft(seq=seq, t=t, text=text, literal=literal, note=note)
        try:
            self._commit(origin, now, *before, draft)
        except LogFailure:
            try:
                self._commit_elsewhere(origin, now, *before, draft)
            except LogFailure:
                self.draft_lost = True
                return False
        self._reopened_here = self._reopened_here or bool(before)
        return True

    def _before(self, command: Command, at: Moment) -> tuple[Event, ...]:
        """The event that goes before: after the end an act first reopens the interview."""
        if self.interview.ended is None or (self._ended_here and isinstance(command, Undo)):
            return ()
        return self._reopening(at.now)

    def _trial(self, before: tuple[Event, ...]) -> Interview:
        """The interview to decide on, with what goes before."""
        merges = replace(self.interview.merges, own=[*self.interview.merges.own])
        trial = replace(self.interview, acts=dict(self.interview.acts), merges=merges)
        for event in before:
            apply(trial, event)
        return trial

    def _reopening(self, t: float) -> tuple[Reopened, ...]:
        """What goes before the first event of this sitting in an interview that had ended."""
        here = self.interview
        if here.ended is None or self._reopened_here:
            return ()
        reopened = Reopened(seq=here.next_seq, t=t, torn=self._torn_text)
        return (self._place_on_clock(reopened),)

    def _commit(self, origin: float, now: float, *events: Event) -> None:
        """Put events on disk and into the interview; the first ones make the file."""
        if self._log is not None:
            self._append(*events)
            return
        try:
            self._begin(origin, now, *events)
        except LogFailure as failure:
            if failure.code not in ("log_exists", "log_locked") or self._elsewhere is None:
                raise
            self.path, participant = self._elsewhere()
            self.interview.started = self.interview.started.but(participant=participant)
            self._begin(origin, now, *events)

    def _commit_elsewhere(self, origin: float, now: float, *events: Event) -> None:
        """The same in another place, because nothing can be written where the log belongs."""
        if self._log is None:
            self._begin(origin, now, *events, make=Log.create_elsewhere)
        else:
            self._log.move_away()
            self._append(*events)

    def _begin(
        self, origin: float, now: float, *events: Event, make: "Callable[[Path, Sequence[Event]], Log] | None" = None
    ) -> None:
        """Make the file, with its start and its first act in one write."""
        self._origin = origin
        nonce = os.urandom(8).hex() if self.anonymous else ""
        started = self._place_on_clock(self.interview.started.but(nonce=nonce), now - origin)
        try:
            log = (make or new_log)(self.path, [started, *events])
        except LogFailure:
            self._origin = None
            raise
        self.home = self.path
        self._hold(log)
        self.interview = begin(started, self.interview.guide)
        self.interview.code = code_of(self.home)
        for event in events:
            apply(self.interview, event)
        self.when_begun()

    def _take_up(self, reading: LogReading, date: str) -> None:
        last = next(act for act in reversed(self.interview.acts.values()) if isinstance(act, Sitting))
        self._go_on_from(last, self.interview.t)
        self.interview.next_seq = reading.next_seq
        self._stand_behind(reading.torn, unended=reading.unended)
        if self.interview.ended is not None:
            return
        t = max(self.now, self.interview.t)
        resumed = Resumed(
            seq=self.interview.next_seq,
            t=t,
            gap=round(t - self.interview.t, 3) if is_known(last, self._clock) else None,
            torn=self._torn_text,
            date="" if self.anonymous else date,
        )
        self._append(self._place_on_clock(resumed))

    def _take_in(self, record: Event) -> None:
        apply(self.interview, record)


def _nothing() -> None:
    """Nobody wants to know."""


def _replay(reading: LogReading) -> Interview:
    try:
        return replay(reading.events)
    except NoInterviewError:
        raise LogFailure("log_guide_unreadable", file=reading.file) from None
