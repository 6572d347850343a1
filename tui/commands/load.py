"""Six questions after a pilot: how demanding it was (NASA-TLX)."""

import re
from contextlib import suppress

from interviews.core.commands import RateLoad
from interviews.core.events import Refusal
from interviews.core.handling import load
from interviews.failures import LogFailure
from interviews.session import Session
from tui.console import ask, at_terminal, complain_folded, print_error, say_folded
from tui.documents.handling import LOAD_NAMES
from tui.translator import Translator


def ask_for_load(session: Session, _: Translator) -> None:
    """Ask once, where somebody sits at the terminal; Enter or Ctrl+C skips it.

    Whatever is no answer twice skips it too: then, and where nobody sits there, it is said how it is asked later.
    """
    if load(session.interview) is not None:
        return
    if not at_terminal():
        if session.ended_here:
            complain_folded(
                _(
                    "NASA-TLX is asked at a terminal alone. To rate the pilot later: intervjuguide run --resume --participant {code}{in_study}",
                    code=session.interview.code,
                )
            )
        return
    say_folded(
        _(
            "How demanding was it to hold the pilot with the program? Six numbers from 0 (low) to 20 (high), with blanks between (NASA-TLX): {scales}.",
            scales=", ".join(_(name) for name in LOAD_NAMES.values()),
        )
    )
    for _again in range(2):
        try:
            answer = ask(_("Six numbers, or Enter to skip: "))
        except KeyboardInterrupt:  # the interview is over and on the disk: what is left is to say goodbye
            answer = None
        if answer is None or not answer.strip():
            return
        numbers = tuple(int(one) for one in re.findall("[0-9]{1,3}", answer))
        with suppress(LogFailure):
            done = session.do(RateLoad(numbers))
            if not isinstance(done, Refusal):
                return
            print_error(_.refusal(done))
    say_folded(
        _(
            "NASA-TLX was skipped. To rate the pilot later: intervjuguide run --resume --participant {code}{in_study}",
            code=session.interview.code,
        )
    )
