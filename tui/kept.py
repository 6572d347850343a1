"""What is said on leaving an interview: only what a look at its file has shown."""

from interviews.session import Session
from tui.saying import complain, say
from tui.words import Words


def tell_what_is_kept(session: Session, words: Words, well: str | None = None) -> bool:
    """Say what did not go as it should, ``well`` where all did; False where something that was shown is nowhere."""
    if session.draft_lost:
        complain(words("farewell_draft_lost"))
    if not session.interview.started.wall:
        return True
    if not session.whole:
        kept, count = session.kept
        complain(words("farewell_lacking", file=session.path, kept=kept, count=count))
        return False
    if session.path != session.home:
        complain(words("farewell_rescued", log=session.home.name, file=session.path))
    elif well is not None:
        say(words(well, file=session.path))
    return True
