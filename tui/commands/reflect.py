"""``reflect``: a reflexive note between interviews."""

from argparse import Namespace

from interviews.core.clock import SystemClock
from interviews.failures import LogFailure
from interviews.os_support import end_of_input
from interviews.reflexive import keep_reflection
from interviews.study.facts import NAME
from tui.commands.common import find_study
from tui.console import DATA, OK, UsageError, print_error, print_out, read_input, say_folded, text_of, types
from tui.settings import Settings
from tui.translator import Translator


def run(arguments: Namespace, settings: Settings) -> int:
    """Keep the note; without words on the line they are read, since other users see a command's words."""
    study, _ = find_study(arguments, settings)
    text = " ".join(arguments.words) if arguments.words else _read(_)
    if not text.strip():
        raise UsageError(_('reflect needs words: intervjuguide reflect "…"{in_study}, or write them on standard input'))
    try:
        seq, masked = keep_reflection(study.folder, text, SystemClock())
    except LogFailure as failure:
        print_error(_.failure(failure))
        return DATA
    print_out(_("Written: {ref}", ref=f"{NAME}:{seq}"))
    if masked is not None:
        say_folded(
            _(
                "Masked: {words}. Was it nobody? intervjuguide correct study --note {seq}{in_study} takes other words.",
                words=", ".join(span.words for span in masked.spans),
                seq=seq,
            )
        )
    return OK


def _read(_: Translator) -> str:
    r"""All of standard input but its last line break; written at a terminal, it ends with Ctrl+D.

    Raises:
        UsageError: it is no text in UTF-8.
    """
    if types():
        print_error(_("Write the note; {end} on an empty line ends it.", end=end_of_input()))
    try:
        return text_of(read_input()).removesuffix("\n")
    except UnicodeDecodeError:
        raise UsageError(_("what came on standard input is no text in UTF-8; save it as UTF-8 and try again")) from None
