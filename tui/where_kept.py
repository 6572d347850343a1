"""Where an interview is kept, said once.

On the screen, and on leaving only what a look at its file has shown.
"""

from typing import TYPE_CHECKING

from interviews.log.log_files import from_home
from interviews.session import Session
from tui.console import print_error, print_out
from tui.translator import N_, Translator

if TYPE_CHECKING:
    from interviews.observer_session import Seat

_KEPT = {
    "rewritten": N_("{log} was gone; everything is written anew in {file}."),
    "rescued": N_("{log} is gone or was changed; all is in {file} now."),
    "rescued_away": N_("{log} is gone; all is in {file} now."),
    "unguarded": N_("The drive has no locks: do not open {log} on another computer meanwhile."),
}


def tell_what_is_kept(session: Session, _: Translator, well: str | None = None) -> bool:
    """Say what did not go as it should, ``well`` where all did; False where something that was shown is nowhere."""
    if session.draft_lost:
        print_error(_("The text on the line could not be saved and is lost."))
    return not session.has_begun or tell_of_file(session, _, well)


def tell_of_file(session: "Session | Seat", _: Translator, well: str | None = None) -> bool:
    """The same of the file alone."""
    if not session.whole:
        kept, count = session.kept
        print_error(
            _(
                "NOT SAVED: {file} has {kept} of {count} acts, and the rest could not be written anywhere.",
                file=session.path,
                kept=kept,
                count=count,
            )
        )
        return False
    if session.path != session.home:
        print_error(
            _(
                "{log} went away or was changed meanwhile. All is in {file}, which is read as its continuation.",
                log=session.home.name,
                file=session.path,
            )
        )
    elif session.moved:
        print_error(
            _(
                "{log} went away meanwhile; everything is written anew in {file}.",
                log=session.home.name,
                file=session.path.absolute(),
            )
        )
    elif well is not None:
        print_out(_(well, file=session.path))
    return True


def log_news(session: "Session | Seat", _: Translator) -> list[str]:
    """What has happened to the log and was not told yet: where it is now; that other computers are not kept out."""
    place = session.path.absolute()
    where = {
        "rewritten": "/".join(place.parts[-3:]),
        "rescued": "/".join(place.parts[-2:]),
        "rescued_away": from_home(place.parent.parent),
    }
    return [_(_KEPT[news], log=session.home.name, file=where.get(news, "")) for news in session.take_news()]


def describe_kept(count: int, _: Translator) -> str:
    """That transcripts are kept here, and how many: they hold more of people's words than anything else."""
    return _.ngettext(
        "{count} transcript is kept in transcripts/, word for word.",
        "{count} transcripts are kept in transcripts/, word for word.",
        count,
    )
