"""``new``: a new study."""

import os
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from guide.files import cause_of
from guide.frozen import NOTHING
from guide.reading import read_guide
from interviews.os_support import make_folder, quote, system, unfit_name
from interviews.save import save
from tui.console import (
    DATA,
    OK,
    UsageError,
    ask,
    at_terminal,
    complain_of,
    print_error,
    print_out,
    program_name,
    read_named,
    say_folded,
    told_in_part,
)
from tui.progress import tell_progress
from tui.settings import Settings
from tui.translator import N_, Translator

if TYPE_CHECKING:
    from guide.importing import Imported
    from interviews.study.folder import Study
    from tui.commands.import_preview import LabelsGiven

_NOT_TOLD: Mapping[int, str] = NOTHING  # type: ignore[assignment]
_CORRECT = frozenset({"c", "r"})
_YES, _NO = frozenset({"", "j", "ja", "y", "yes"}), frozenset({"n", "nei", "no"})


def run(arguments: Namespace, settings: Settings) -> int:
    """Make the folder and its guide; nothing that is there is overwritten."""
    folder: Path = arguments.folder
    _ = Translator(settings.language_for(None))
    source: Path | None = arguments.source
    if arguments.preview and source is None:
        raise UsageError(_("--preview shows what a document became; say which with --from FILE"))
    if not arguments.preview:
        from interviews.study.folder import Study  # what a document becomes is shown without a study

        if has_guide(Study(folder)):
            raise UsageError(_("there is a study in {folder} already; choose another folder", folder=folder))
    if source is None:
        return make_study(folder, template(_).encode(), _)
    from guide.importing.reading import MAX_BYTES

    data = read_named(source, MAX_BYTES + 1, _)  # no more than anybody can mean
    if data is None:
        return DATA
    if source.suffix.lower() not in (".yaml", ".yml"):
        return _from_document(folder, source, data, settings, preview=arguments.preview)
    reading = read_guide(data, str(source))
    _ = Translator(settings.language_for(reading.language))
    if not reading.ok:
        complain_of(reading.problems, _)
        return DATA
    if arguments.preview:
        print_out(data.decode("utf-8", "replace").rstrip("\n"))
        return OK
    return make_study(folder, data, _)


def _from_document(
    folder: Path,
    source: Path,
    data: bytes,
    settings: Settings,
    *,
    preview: bool,
    told: Mapping[int, str] = _NOT_TOLD,
    alone: frozenset[int] = frozenset(),
) -> int:
    """Show what a document became, and write it unless somebody at the terminal says no.

    ``told`` are the labels that somebody gave to lines of it, ``alone`` the lines that nothing follows.
    """
    from guide.importing import ImportRefusal, import_document
    from guide.write import write_guide
    from tui.commands.import_preview import WIDTH, preview_of, remarks_of
    from tui.documents.to_text import document_text

    _ = Translator(settings.language_for(None))
    with tell_progress(_("Reading the document"), _, _("Stopped; nothing was written.")):
        imported = import_document(data, source.name, told, alone)
    if isinstance(imported, ImportRefusal):
        reason = _.failure(imported)
        print_error(
            _(
                "intervjuguide: cannot use {file}: {reason}",
                file=source,
                reason=reason + ("" if reason.endswith(("?", "!")) else "."),
            )
        )
        return DATA
    _ = Translator(settings.language_for(imported.guide.language))
    text = write_guide(imported.guide, remarks_of(imported, source.name, _))
    reading = read_guide(text, "guide.yaml")
    if reading.guide != imported.guide:
        print_error(
            _(
                "intervjuguide: {file} cannot become a guide that reads back; please report the document. Nothing was written.",
                file=source,
            )
        )
        return DATA
    shown = document_text(preview_of(imported, source.name, _), WIDTH, apart=True)
    if preview:
        print_out(shown)
        return OK
    if not at_terminal():
        written = write_study(folder, text.encode(), _)  # before the outline, whose reader may go away: `… | head`
        if written == OK:
            print_out(f"{shown}\n")
            _say_made(
                folder,
                _,
                N_(
                    "The study is in {folder}.\n"
                    "Read through guide.yaml (what is uncertain is marked with #), then:\n"
                    "  {program} check --study {folder}"
                ),
            )
        return written
    print_out(f"{shown}\n")
    answer = _ask_whether_to_write(folder / "guide.yaml", _)
    if answer not in ("yes", "no"):
        typed = "" if answer == "correct" else answer
        told, alone = _correct(imported, data, source.name, (told, alone), typed, _)
        return _from_document(folder, source, data, settings, preview=False, told=told, alone=alone)
    if answer != "yes":
        print_out(_("Nothing was written."))
        return OK
    return make_study(
        folder,
        text.encode(),
        _,
        made=N_(
            "The study is in {folder}.\n"
            "Read through guide.yaml (what is uncertain is marked with #), then:\n"
            "  {program} check --study {folder}"
        ),
    )


_Labels = tuple[Mapping[int, str], frozenset[int]]
"""Labels given to lines, and which of these nothing follows."""


def _correct(imported: "Imported", data: bytes, name: str, given: _Labels, typed: str, _: Translator) -> _Labels:
    """The labels with all that somebody gives until Enter; what came of each correction is said at once.

    ``typed`` are corrections that were typed already; without any, every line is shown first.
    """
    from tui.commands.import_preview import ask_for_labels, explain_labels, read_labels, say_followers

    read = read_labels(typed, imported, _) if typed else ""
    if isinstance(read, str):
        if read:
            print_out(read)
        explain_labels(imported, _)
        more = ask_for_labels(imported, _)
    else:
        more = read
    while more is not None:
        given, made, said = _accept_labels(imported, data, name, given, more, _)
        followed = say_followers(imported, made, more, _)
        if said or followed:
            say_folded(f"{said} {followed}".strip())
        imported = made
        more = ask_for_labels(imported, _)
    return given


def _accept_labels(
    imported: "Imported", data: bytes, name: str, given: _Labels, more: "LabelsGiven", _: Translator
) -> "tuple[_Labels, Imported, str]":
    """The labels with further ones, what the document is with them, and what is to be said of that, "" where all hold.

    They are their lines' alone where most questions would be gone, and taken back where no guide would be left or a line
    stays what it was.
    """
    from guide.importing import ImportRefusal, import_document
    from guide.importing.structure.corrections import unheeded
    from tui.commands.import_preview import say_unheeded

    told, before = given
    both, alone = {**told, **more.told}, before.difference(more.told) | more.alone
    made, said = import_document(data, name, both, alone), ""
    if isinstance(made, ImportRefusal) or 2 * len(made.guide.questions) < len(imported.guide.questions):
        alone = before.union(more.told)
        made = import_document(data, name, both, alone)
        said = _("If what looks alike followed, hardly a question would be left; this time it does not.")
    if isinstance(made, ImportRefusal):
        reason = _.failure(made).rstrip(".")
        said = _("No guide would be left ({reason}); these corrections are taken back.", reason=reason)
        return given, imported, said
    back = unheeded(made.lines, more.told)
    held = {line: label for line, label in both.items() if line not in back}
    return (held, alone), made, f"{said} {say_unheeded(made, more.told, _)}".strip()


def _ask_whether_to_write(file: Path, _: Translator) -> str:
    """Whether somebody at the terminal wants the guide written ("yes", "no"), or lines of it called something else.

    It is "correct" then, or the corrections that were typed at once.
    """
    from tui.commands.import_preview import corrects_lines

    while True:
        answer = ask(_("Write this to {file}? [Y/n, or c to correct lines] ", file=file))
        if answer is None or answer.casefold() in _NO:
            return "no"
        if answer.casefold() in _YES:
            return "yes"
        if answer.casefold() in _CORRECT:
            return "correct"
        if corrects_lines(answer):
            return answer
        print_out(_("Answer y, n or c. A correction, as 12q, may stand here too."))


def make_study(
    folder: Path,
    guide: bytes,
    _: Translator,
    *,
    made: str = N_("The study is in {folder}. Edit guide.yaml, then:\n  {program} run --study {folder}"),
) -> int:
    """Write a study folder that only its owner can read, and say what to do next, in the sentence ``made``.

    A folder in which other things lie already keeps its own permissions.

    Raises:
        UsageError: something else has that name.
    """
    written = write_study(folder, guide, _)
    if written == OK:
        _say_made(folder, _, made)
    return written


def has_guide(study: "Study") -> bool:
    """Whether anything but a blank file has the guide's name."""
    return os.path.lexists(study.guide_path) and not study.half_made


def write_study(folder: Path, guide: bytes, _: Translator) -> int:
    """Make a study's folders, and its guide last, whole or not at all; one that was half made is begun again.

    Raises:
        UsageError: something else has the name of the folder or of the guide.
    """
    from interviews.study.folder import Study

    if unfit := unfit_name(folder):
        raise UsageError(_("Windows lets no file or folder be called {name}. Choose another name.", name=unfit))
    study = Study(folder)
    try:
        make_folder(folder)
        if not any(folder.iterdir()):
            system().close_folder(folder)
        make_folder(folder / "interviews")
        again = study.half_made
        save(study.guide_path, guide, new=not again)
    except (FileExistsError, NotADirectoryError):
        if has_guide(study):
            raise UsageError(_("there is a study in {folder} already; choose another folder", folder=folder)) from None
        raise UsageError(_("{folder} is no folder; choose another name", folder=folder)) from None
    except OSError as error:
        print_error(_("intervjuguide: cannot write to {file} ({reason}).", file=folder, reason=cause_of(error)))
        return DATA
    if again:
        print_out(_("guide.yaml was empty, as when something stopped half-way; it is written anew."))
    return OK


def _say_made(folder: Path, _: Translator, made: str) -> None:
    place = folder if folder.name else folder.resolve()
    say_folded(_(made, folder=quote(str(place)), program=program_name()))
    if in_part := told_in_part(_):
        say_folded(in_part)


def template(_: Translator) -> str:
    """The guide that a new study begins with, in the language of the interface."""
    from tui.commands.template import TEMPLATES

    return TEMPLATES.get(_.language, TEMPLATES["en"])
