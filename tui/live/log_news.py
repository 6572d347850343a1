"""What has become of the log, said once, in one line under the input line."""

from interviews.rescued import from_home
from interviews.session import Session
from tui.live.table import Notice, Table
from tui.words import Words


def tell_news(table: Table) -> None:
    """Say what has happened to the log since it was last told of, if anything has."""
    lines = log_news(table.session, table.words)
    if lines:
        table.notice = Notice(" ".join(lines))


def log_news(session: Session, words: Words) -> list[str]:
    """The same as sentences: where everything is now, and that nobody keeps another computer out."""
    place = session.path.absolute()
    where = {
        "rewritten": "/".join(place.parts[-3:]),
        "rescued": "/".join(place.parts[-2:]),
        "rescued_away": from_home(place.parent.parent),
    }
    return [words(f"kept_{news}", log=session.home.name, file=where.get(news, "")) for news in session.take_news()]
