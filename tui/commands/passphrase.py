"""A locked study's passphrase, asked for once a sitting.

At the terminal, or read from a descriptor; it is shown nowhere.
"""

import os
from argparse import Namespace
from contextlib import suppress
from getpass import getpass
from importlib.util import find_spec
from pathlib import Path

from guide.files import Cause, cause_of
from tui.console import UsageError, at_terminal, complain_folded, is_terminal_near, print_error, text_of
from tui.translator import Translator

_TRIES = 3
_MOST = 64 * 1024
_LEAST = 8


def open_study(arguments: Namespace, _: Translator) -> bool:
    """Open a locked study for this sitting; whether it is open now.

    Raises:
        UsageError: there is nobody to ask, and nothing was given.
    """
    need_library(_)
    from interviews.locked.file_keys import BadKeyFile, WrongKey, study_key_of
    from interviews.locked.keyring import KEYRING, bring_keys_home, study_document

    given = lines_given(arguments, _)
    for tried in range(_TRIES):
        if given is None and not is_terminal_near():
            raise UsageError(
                _(
                    "the study is locked, and there is no terminal to ask at: let a password manager give the passphrase (… | intervjuguide … --passphrase-fd 0)"
                )
            )
        try:
            passphrase = given[0] if given else getpass(_("Passphrase (or recovery key): "))
            KEYRING.hold(arguments.study, study_key_of(study_document(arguments.study), passphrase))
            bring_keys_home(arguments.study)
        except WrongKey:
            print_error(_("That is neither the passphrase nor the recovery key."))
            if given or tried == _TRIES - 1:
                if not given:
                    complain_folded(
                        _(
                            "The recovery key is the eight groups of letters and digits that lock showed; it may be typed instead, and intervjuguide lock --change{in_study} then sets another passphrase."
                        )
                    )
                return False
        except EOFError:
            return False
        except (BadKeyFile, OSError) as error:
            print_error(
                _(
                    "{file} cannot be read ({reason}). Without it nobody can open the study: fetch it from a backup.",
                    file="keys/study.json",
                    reason=Cause(str(error), "no_key") if isinstance(error, BadKeyFile) else cause_of(error),
                )
            )
            return False
        else:
            return True
    return False


def tell_what_is_open(study: Path, _: Translator) -> None:
    """Name the files of a locked study that are not locked: an interview was begun as it was locked, or a copy came."""
    from interviews.data_management.locking import open_files
    from interviews.failures import LogFailure

    with suppress(LogFailure):  # what cannot be read is told by whoever reads it
        names = ", ".join(path.name for path in open_files(study))
        if names:
            complain_folded(
                _("Not locked, though the study is: {names}. Lock it: intervjuguide lock{in_study}", names=names)
            )


def ask_anew(given: list[str] | None, _: Translator) -> str | None:
    """A new passphrase, typed twice; None where it was not given.

    Raises:
        UsageError: there is nobody to ask, or what a descriptor gave is too short.
    """
    too_short = _("At least {least} characters; five or six words that do not belong together are best.", least=_LEAST)
    if given is not None:
        if given and given[0] and len(given[0]) < _LEAST:
            raise UsageError(too_short)
        return given[0] if given else None
    if not at_terminal():
        raise UsageError(_("there is no terminal to ask for a passphrase at; write --passphrase-fd N"))
    with suppress(EOFError):
        while True:
            first = getpass(_("New passphrase: "))
            if len(first) < _LEAST:
                print_error(too_short)
            elif first == getpass(_("Once more: ")):
                return first
            else:
                print_error(_("The two are not the same."))
    return None


def lines_given(arguments: Namespace, _: Translator) -> list[str] | None:
    """The lines of the descriptor that was named; None where none was. It is read once.

    Raises:
        UsageError: it cannot be read.
    """
    number = arguments.passphrase_fd
    if number is None:
        return None
    if isinstance(number, list):
        return number
    data = b""
    try:
        while len(data) < _MOST and (more := os.read(number, _MOST)):
            data += more
        lines = text_of(data).removesuffix("\n").split("\n")
    except (OSError, ValueError, OverflowError):
        raise UsageError(_("nothing can be read from descriptor {number}", number=number)) from None
    arguments.passphrase_fd = lines
    return lines


def need_library(_: Translator) -> None:
    """Say what is missing where the library that locks is not there, or cannot be loaded.

    Raises:
        UsageError: so it is.
    """
    if find_spec("cryptography") is None:
        raise UsageError(
            _("locked studies need the package cryptography: install intervjuguide with [locked] or [all]")
        )
    try:
        import cryptography.hazmat.primitives.ciphers.aead
        import cryptography.hazmat.primitives.kdf.argon2  # noqa: F401  # parts of it load a library of the system
    except ImportError as error:
        raise UsageError(
            _("the package cryptography is here, but cannot be loaded on this machine: {reason}", reason=str(error))
        ) from None
