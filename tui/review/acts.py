"""Acts of the evening after: each becomes an event in that interview's own log, begun by ``reopened``."""

from interviews.clock import Clock
from interviews.commands import Command
from interviews.events import Refusal
from interviews.log import LogFailure
from interviews.session import Session
from interviews.state import Interview
from interviews.study import LogFile
from tui.words import Words


class Evening:
    """One interview that is worked on afterwards; its log is opened by the first act and let go at the end."""

    def __init__(self, file: LogFile, interview: Interview, clock: Clock, words: Words) -> None:
        self.file = file
        self._interview = interview
        self._clock = clock
        self._words = words
        self._session: Session | None = None

    @property
    def interview(self) -> Interview:
        """The interview as it is on disk."""
        return self._interview if self._session is None else self._session.interview

    def do(self, command: Command) -> str | None:
        """Carry out a command; why it was not done, in words, or None when it is on disk."""
        if self._interview.ended is None:
            return self._words("evening_not_ended", code=self.file.path.stem)
        try:
            if self._session is None:
                self._session, _ = Session.resume(self.file.path, self._clock)
            result = self._session.do(command)
        except LogFailure as failure:
            return self._words(failure.code, **failure.facts)
        return self._words.refusal(result) if isinstance(result, Refusal) else None

    def close(self) -> None:
        """Let go of the log."""
        if self._session is not None:
            self._interview = self._session.interview
            self._session.close()
            self._session = None
