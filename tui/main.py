"""The command line.

It says what is wrong in one line, and never shows a traceback or anyone's words.
"""

import gc
import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from interviews.locked.names import ENDING, ending_in, is_locked_study
from interviews.os_support import quote, system
from tui.commands import COMMANDS, PASSPHRASE, PLAIN, STUDY
from tui.console import (
    DATA,
    INTERRUPTED,
    OK,
    USAGE,
    OutputLostError,
    UsageError,
    complain_folded,
    has_left,
    print_error,
    print_nowhere,
    print_out,
)
from tui.keymap import KEYS
from tui.settings import Settings, read_settings, settings_path
from tui.signs import DRAWING
from tui.translator import IN_STUDY, N_, Translator

if TYPE_CHECKING:
    from argparse import Namespace

UNFINISHED = ".unfinished"
"""The folder that a job of several steps has while it is under way; help must not pay for who knows more of it."""

_LOOKS = ("TEXTUAL_COLOR_SYSTEM", "TEXTUAL_FPS", "TEXTUAL_DIM_FACTOR")


_NORWEGIAN = {"trekk": "forget"}
"""Commands that are asked for in Norwegian words, by these."""

_MEANT = {
    word: meant
    for words, meant in (
        ("report rapport html", "review --html rapport.html"),
        ("markdown", "review --markdown rapport.md"),
        ("json", "review --json"),
        ("method metode metodekapittel", "export method"),
        ("paper papir skjema", "export paper"),
        ("pilot prøveintervju", "run --pilot"),
        ("resume fortsett gjenoppta", "run --resume"),
        ("afterwards etterpå papirintervju", "run --afterwards"),
        ("start interview intervju", "run"),
        ("import importer", "new DIR --from FILE"),
        ("edit endre rediger", "revise"),
        ("coverage dekning gjennomgang", "review"),
        ("search søk", "find"),
        ("glem slett slette trekke withdraw delete", "forget I3"),
        ("rett rette korriger", "correct"),
        ("gi innsyn kopi", "give"),
        ("eksport", "export"),
        ("avslutt prosjektslutt frister limits deadlines", "finish"),
        ("hvor lagring storage", "where"),
        ("doktor lege helse health diagnose status", "doctor"),
        ("sikkerhetskopi kopi copy", "backup"),
        ("sjekk", "check"),
        ("lås lukk krypter encrypt passord password", "lock"),
        ("åpne dekrypter decrypt", "unlock"),
        ("skann names navn tredjepersoner anonymiser anonymise", "scan"),
        ("ny", "new"),
    )
    for word in words.split()
}
"""What people call what is done by a command of another name, in both languages."""


_ABOUT_GUIDES = frozenset({"check", "completions", "diff", "find", "new", ("export", "guide"), ("export", "paper")})
"""Commands in whose memory nobody's words are unless they read an interview, and those are kept where they are read."""

_WITHOUT_WORDS = frozenset({"check", "completions", "doctor", "demo", "find", "new", "lock", "unlock"})
"""Commands that read nothing that is locked, or ask for the passphrase themselves."""

_SAID = (
    (N_("“{what}” does not belong here"), r"(?s)unrecognized arguments: (.*)"),
    (N_("{what} is missing"), r"(?s)the following arguments are required: (.*)"),
    (N_("{what} lacks a value"), r"(?s)argument (--?[\w-]+): expected .*argument.*"),
)

_TO_PUT_IN = (N_("CODE"), N_("DIR"), N_("FILE"), N_("WORDS"))
"""What the commands' help calls in other languages by other words."""

_WITH_STUDY = N_("a study is named with --study: intervjuguide {name}--study {folder}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    _ = None
    if sys.stdout is None:  # closed from the start (`>&-`): its number is taken before a log gets it
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  open until the program ends
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that is not UTF-8 shows ? for what it lacks
    if sys.platform == "win32" and not os.environ.get("PYTHONIOENCODING"):
        for stream in (sys.stdout, sys.stderr):  # a file or a program gets every word; a console does anyway
            if isinstance(stream, TextIOWrapper) and not stream.isatty():
                stream.reconfigure(encoding="utf-8", errors=stream.errors)
    _quiet_textual()
    try:
        settings = read_settings(os.environ)
        DRAWING.in_ascii = settings.signs == "ascii"
        _ = Translator(settings.language or settings.locale)
        if settings.unread:
            print_error(
                _("intervjuguide: the settings in {file} cannot be read, and do not count.", file=settings.unread)
            )
        KEYS.forget()
        if settings.keys:
            from tui.commands.given_keys import give_keys  # hardly anybody gives any

            give_keys(settings.keys, str(settings_path(os.environ)), _.language)
        code = _run(_study_last(sys.argv[1:] if arguments is None else list(arguments)), settings)
        _flush()
        return code  # noqa: TRY300  the flush belongs to the try
    except UsageError as wrong:
        complain_folded(f"intervjuguide: {wrong}")
        return USAGE
    except OutputLostError as lost:
        print_nowhere()
        from guide.files import cause_of  # help loads next to nothing

        why = cause_of(lost.error)
        print_error(_("intervjuguide: the output could not be written where it was sent ({reason}).", reason=why))
        return DATA
    except BrokenPipeError:
        print_nowhere()
        return OK
    except KeyboardInterrupt as stop:
        told = str(stop) or ("" if _ is None else _("Stopped."))
        with suppress(OSError):
            print_error(f"\n{told}" if sys.stderr is not None and sys.stderr.isatty() else told)
        return INTERRUPTED
    except Exception as crash:  # noqa: BLE001  the last line of defence: a traceback would show people's words
        if isinstance(crash, OSError) and has_left(crash):
            print_nowhere()
            return OK
        with suppress(OSError):  # the terminal itself may be gone
            print_error(_crash_line(crash, _))
        return DATA
    finally:
        IN_STUDY.forget()
        if "interviews.locked.keyring" in sys.modules:  # keys are held no longer than the sitting
            from interviews.locked.keyring import KEYRING

            KEYRING.let_go()


def _flush() -> None:
    """Let the last of the output go, where a reader that has left is expected, and changes nothing of how it ended."""
    try:
        sys.stdout.flush()
    except OSError as error:
        if not has_left(error):
            raise OutputLostError(error) from error
        print_nowhere()


def _run(arguments: list[str], settings: Settings) -> int:
    if not arguments or arguments[0] in ("--study", "--plain") or arguments[0].startswith("--study="):
        given = _parse("", arguments, settings)
        system().keep_memory_private()
        _settle_unfinished(given.study, arguments, settings)
        if not _is_open(given, arguments, settings):
            return DATA
        return _entry("tui.commands.home")(given, _plainly(given, settings))
    arguments = [_NORWEGIAN.get(arguments[0], arguments[0]), *arguments[1:]]
    name = arguments[0]
    _ = _words_here(arguments, settings) if name not in COMMANDS else Translator(settings.language or settings.locale)
    if name in ("--help", "-h", "help"):
        from tui.commands.command_help import OVERVIEW

        print_out(_(OVERVIEW))
        return OK
    if name == "--version":
        from tui import VERSION

        print_out(f"intervjuguide {VERSION}")
        return OK
    if name not in COMMANDS:
        from guide.problems import nearest

        if _is_study(arguments[0]):
            raise UsageError(_(_WITH_STUDY, name="", folder=quote(arguments[0])))
        meant = _MEANT.get(name.casefold())
        if meant is not None:
            raise UsageError(_("there is no command “{name}”; use intervjuguide {meant}", name=name, meant=meant))
        near = nearest(name, COMMANDS)
        raise UsageError(
            _(
                N_("there is no command “{name}”; did you mean {near}? See intervjuguide --help")
                if near
                else N_("there is no command “{name}”; see intervjuguide --help"),
                name=name,
                near=near,
            )
        )
    if any(word in ("--help", "-h") for word in arguments[1:]):
        _ = _words_here(arguments, settings)
        from tui.commands.command_help import COMMAND_HELP, EXPORT_HELP

        own = EXPORT_HELP.get(arguments[1]) if name == "export" else None
        print_out(_(COMMAND_HELP[name] if own is None else own))
        return OK
    given = _parse(name, arguments[1:], settings)
    in_notes = bool(getattr(given, "notes", False))
    if in_notes or (name not in _ABOUT_GUIDES and (name, getattr(given, "format", "")) not in _ABOUT_GUIDES):
        system().keep_memory_private()
    _settle_unfinished(given.study, arguments, settings)
    if (in_notes or name not in _WITHOUT_WORDS) and not _is_open(given, arguments, settings):
        return DATA
    return _entry(COMMANDS[name][0])(given, _plainly(given, settings))


def _plainly(given: "Namespace", settings: Settings) -> Settings:
    """The settings, with plain lines where this command was asked for them."""
    DRAWING.in_lines = settings.plain or bool(getattr(given, "plain", False))
    return settings.but(plain=True) if getattr(given, "plain", False) else settings


def _settle_unfinished(study: Path, arguments: list[str], settings: Settings) -> None:
    """Whatever is asked of a study, a job that a kill cut short there is settled first."""
    if (study / UNFINISHED).is_dir():
        from tui.commands.common import settle_unfinished

        settle_unfinished(study, _words_here(arguments, settings))


def _is_open(given: "Namespace", arguments: list[str], settings: Settings) -> bool:
    """Whether the study is an open one, or was opened for this sitting: a locked one asks once, here."""
    if not is_locked_study(given.study):
        return True
    IN_STUDY.ending = ENDING
    system().keep_memory_private()
    from tui.commands.passphrase import open_study, tell_what_is_open

    _ = _words_here(arguments, settings)
    opened = open_study(given, _)
    if opened and arguments[:1] != ["where"]:  # that lists them
        tell_what_is_open(given.study, _)
    return opened


def _parse(name: str, arguments: list[str], settings: Settings) -> "Namespace":
    from tui.arguments import Parser  # help waits for none

    parser = Parser(prog="intervjuguide", add_help=False, allow_abbrev=False)
    for option, facts in [*(COMMANDS[name][1] if name else [PLAIN]), STUDY, PASSPHRASE]:
        parser.add_argument(option, **facts)  # type: ignore[arg-type]
    try:
        given = parser.parse_args(arguments)
    except UsageError as wrong:
        _ = _words_here(arguments, settings)
        found = re.fullmatch(_SAID[0][1], str(wrong))
        if found is not None and _is_study(found[1]):
            raise UsageError(_(_WITH_STUDY, name=f"{name} ".lstrip(), folder=quote(found[1]))) from None
        raise UsageError(
            _("{problem}; see intervjuguide {name}--help", problem=_translate(str(wrong), _), name=f"{name} ".lstrip())
        ) from None
    if given.study.resolve() != Path.cwd():
        IN_STUDY.option = f" --study {quote(str(given.study))}"
    return given


def _is_study(word: str) -> bool:
    """Whether what was given without ``--study`` is a study's folder."""
    return (Path(word) / "guide.yaml").is_file()


def _words_here(arguments: list[str], settings: Settings) -> Translator:
    """The language in which the study speaks that the command is given in, where there is one."""
    given = [second for first, second in pairwise(arguments) if first == "--study"]
    given += [word.partition("=")[2] for word in arguments if word.startswith("--study=")]
    IN_STUDY.ending = ending_in(Path(given[-1] if given else ""))
    path = Path(given[-1] if given else "") / "guide.yaml"
    if settings.language is not None or not path.is_file():
        return Translator(settings.language or settings.locale)
    from guide.reading import read_guide_file  # help loads next to nothing where there is no study

    return Translator(settings.language_for(read_guide_file(path, path.name).language))


def _translate(problem: str, _: Translator) -> str:
    """What argparse says in English, in the interface's language; what is to be put in stands as the help has it."""
    for key, pattern in _SAID:
        found = re.fullmatch(pattern, problem)
        if found is not None:
            return _(key, what=", ".join(_(word) if word in _TO_PUT_IN else word for word in found[1].split(", ")))
    return _("the command cannot be understood")


def _study_last(arguments: list[str]) -> list[str]:
    """``--study DIR`` before the command is the same as after it."""
    head = arguments[:1]
    taken = 2 if head == ["--study"] else int(bool(head) and head[0].startswith("--study="))
    return [*arguments[taken:], *arguments[:taken]] if taken and arguments[taken:] else arguments


def _entry(module: str) -> "Callable[[Namespace, Settings], int]":
    gc.disable()  # what is imported stays, and need not be looked at, now or later
    entry: Callable[[Namespace, Settings], int] = import_module(module).run
    gc.freeze()
    gc.enable()
    return entry


def _crash_line(crash: Exception, _: Translator | None) -> str:
    """What a crash says: its kind and its place, and nothing that anybody wrote; of a file without rights, which."""
    if isinstance(crash, PermissionError) and isinstance(crash.filename, str) and _ is not None:
        from guide.files import cause_of

        return _("intervjuguide: cannot read {file} ({reason}).", file=crash.filename, reason=cause_of(crash))
    kind, where = type(crash).__name__, _where(crash)
    if _ is None:
        return f"intervjuguide: a fault in the program ({kind}, {where}) before it had begun"
    return _("intervjuguide: a fault in the program ({kind}, {where}). Run the command again.", kind=kind, where=where)


def _quiet_textual() -> None:
    """Textual's own switches can write every key to a file; only those that change how things look are let through."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL") and name not in _LOOKS]:
        del os.environ[name]
    os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"  # under it a bare Shift is a key, and AltGr may be lost


def _where(crash: BaseException) -> str:
    """The place in the program, without any of the values that were there."""
    trace = crash.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace is not None else "?"
