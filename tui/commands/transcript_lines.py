"""What is told of a transcript and its proposed questions."""

from interviews.failures import LogFailure
from interviews.study.folder import Study
from interviews.transcripts.kept import FOLDER, keep
from interviews.transcripts.matching import TurnProposal
from interviews.transcripts.turns import Transcript
from tui.console import print_error, say_folded
from tui.time_format import format_time
from tui.translator import IN_STUDY, Translator


def keep_as(study: Study, code: str, transcript: Transcript, _: Translator) -> bool:
    """Keep a transcript as that of an interview; False where it could not be, and why is said."""
    try:
        keep(study.folder, code, transcript)
    except LogFailure as failure:
        print_error(_.failure(failure))
        return False
    return True


def say_kept(code: str, _: Translator) -> None:
    """Say where the transcript of an interview is."""
    say_folded(_("Kept as {file}, readable by you alone.", file=f"{FOLDER}/{code}{IN_STUDY.ending}"))


def when(proposal: TurnProposal) -> str:
    """Where in the recording a turn asks; where no times are known, which turn it is."""
    return format_time(proposal.at) if proposal.at is not None else f"#{proposal.number}"


def sure(proposal: TurnProposal) -> str:
    """How sure a proposal is, in hundredths."""
    return f"{round(100 * proposal.match.score):>3} %"
