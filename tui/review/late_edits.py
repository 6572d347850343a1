"""Late edits: marks and notes of the evening after.

Each becomes an event in that interview's own log, begun by ``reopened``.
"""

from guide.frozen import Value
from interviews.core.clock import Clock
from interviews.core.commands import Command, CorrectNote, EditNote
from interviews.core.events import Covered, Declined, Refusal, Sided, Skipped, Undone, Unmarked
from interviews.core.notes import Note, notes
from interviews.core.state import Interview
from interviews.failures import LogFailure
from interviews.session import Session
from interviews.study.folder import LogFile, Study
from interviews.study.placement import Placement, rename_ids
from tui.live.transcript import act_line
from tui.translator import Translator
from tui.where_kept import log_news

_MARKS = (Covered, Skipped, Declined, Unmarked, Sided)
"""Acts that are said once they are done: on a list of notes they do not show."""


class Outcome(Value):
    """What came of a command: whether it is on disk, what there is to say about it, and the code of a refusal."""

    done: bool
    said: str = ""
    code: str = ""


class LateEditSession:
    """One interview that is worked on afterwards; its log is opened by the first act and let go at the end.

    It is shown, and told what to do, in the ids of today; its log has its own.
    """

    def __init__(
        self, study: Study, file: LogFile, interview: Interview, placement: Placement, clock: Clock, _: Translator
    ) -> None:
        self.file = file
        self._placement = placement
        self._study = study
        self._interview = interview
        self._clock = clock
        self._ = _
        self._session: Session | None = None
        self.left: Session | None = None

    @property
    def interview(self) -> Interview:
        """The interview as it is on disk, as far as this window knows."""
        return self._placement.view(self._interview if self._session is None else self._session.interview)

    def renew(self) -> None:
        """Read the log anew, unless it is this window that holds it: another may have written to it."""
        if self._session is None:
            told = self._study.load(self.file)
            self._interview = told.interview if told.interview is not None else self._interview

    @property
    def refusal(self) -> str:
        """Why nothing can be added to this interview, in words; empty where it can."""
        self.renew()
        if self.interview.ended is not None:
            return ""
        return self._(
            "{code} was not ended. Run run --resume --participant {participant}, and write /end.",
            code=self.file.path.stem,
            participant=self._interview.started.participant,
        )

    def do(self, command: Command, shown: Note | None = None) -> Outcome:
        """Carry out a command on what is ``shown``; refused where the note has other words by now."""
        try:
            refused = self._open(shown)
            if refused:
                return Outcome(done=False, said=refused)
            return self._carry_out(command)
        except LogFailure as failure:
            self.close()
            self.renew()
            return Outcome(done=False, said=self._.failure(failure))

    def _open(self, shown: Note | None) -> str:
        """Take hold of the log; why it must not be written to, or nothing."""
        if self._session is not None:
            return ""
        refused = self.refusal
        if refused:
            return refused
        if shown is not None and shown not in notes(self.interview):
            return self._("The note was changed in another window: here it stands as it is now.")
        self._session, _ = Session.resume(self.file.path, self._clock)
        return ""

    def _carry_out(self, command: Command) -> Outcome:
        if self._session is None:
            return Outcome(done=False)
        before = dict(self.interview.acts)
        result = self._session.do(rename_ids(self._as_shown(command), self._placement.own))
        if isinstance(result, Refusal):
            return Outcome(done=result.code == "unchanged_note", said=self._.refusal(result), code=result.code)
        news = " ".join(log_news(self._session, self._))
        if news:
            return Outcome(done=True, said=news)
        if result.masked is not None:
            words = ", ".join(span.words for span in result.masked.spans)
            return Outcome(done=True, said=self._("saved, masked: {words} · Tab: as typed", words=words))
        if isinstance(result.act, Undone) and (undone := before.get(result.act.act)) is not None:
            return Outcome(done=True, said=self._("undone: {what}", what=act_line(undone, self.interview, self._)))
        marked = isinstance(result.act, _MARKS)
        said = act_line(rename_ids(result.act, self._placement.questions), self.interview, self._) if marked else ""
        return Outcome(done=True, said=said)

    def put_back(self) -> Outcome:
        """Put back as typed what was masked in the last act here; nothing where nothing was."""
        masked = None if self._session is None else self._session.masked
        if self._session is None or masked is None:
            return Outcome(done=False)
        try:
            result = self._session.put_back()
        except LogFailure as failure:
            return Outcome(done=False, said=self._.failure(failure))
        if isinstance(result, Refusal):
            return Outcome(done=False, said=self._.refusal(result), code=result.code)
        words = ", ".join(span.words for span in masked.spans)
        return Outcome(done=True, said=self._("as typed: {words}", words=words))

    def _as_shown(self, command: Command) -> Command:
        """The command with a note's # words as they are shown here, where the log has other ids."""
        if not isinstance(command, EditNote | CorrectNote) or self._placement.as_it_was:
            return command
        note = next((one for one in notes(self.interview) if one.seq == command.note), None)
        if note is None:
            return command
        about, tags = self._placement.hash_words(command.text, note.text, self.interview.copy)
        return command.but(about=about, tags=tags)

    def close(self) -> None:
        """Let go of the log."""
        if self._session is not None:
            self._interview = self._session.interview
            self._session.close()
            self.left = self._session
            self._session = None
