"""What is said of where an interview is kept: on the screen once, on leaving only what a look at its file has shown."""

from typing import TYPE_CHECKING

from interviews.rescued import from_home
from interviews.session import Session
from tui.saying import complain, say
from tui.words import Words

if TYPE_CHECKING:
    from interviews.observing.seat import Seat


def tell_what_is_kept(session: Session, words: Words, well: str | None = None) -> bool:
    """Say what did not go as it should, ``well`` where all did; False where something that was shown is nowhere."""
    if session.draft_lost:
        complain(words("farewell_draft_lost"))
    return not session.interview.started.wall or tell_of_file(session, words, well)


def tell_of_file(session: "Session | Seat", words: Words, well: str | None = None) -> bool:
    """The same of the file alone."""
    if not session.whole:
        kept, count = session.kept
        complain(words("farewell_lacking", file=session.path, kept=kept, count=count))
        return False
    if session.path != session.home:
        complain(words("farewell_rescued", log=session.home.name, file=session.path))
    elif session.moved:
        complain(words("farewell_rewritten", log=session.home.name, file=session.path.absolute()))
    elif well is not None:
        say(words(well, file=session.path))
    return True


def log_news(session: "Session | Seat", words: Words) -> list[str]:
    """What has happened to the log and was not told yet: where it is now; that other computers are not kept out."""
    place = session.path.absolute()
    where = {
        "rewritten": "/".join(place.parts[-3:]),
        "rescued": "/".join(place.parts[-2:]),
        "rescued_away": from_home(place.parent.parent),
    }
    return [words(f"kept_{news}", log=session.home.name, file=where.get(news, "")) for news in session.take_news()]
