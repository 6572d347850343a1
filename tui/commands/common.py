"""What several commands need."""

import gc
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from guide.files import cause_of, read_file
from guide.frozen import Value
from guide.problems import Problem
from interviews.core.clock import SystemClock
from interviews.failures import LogFailure
from interviews.os_support import quote
from interviews.save import sweep
from interviews.study.facts import not_yet_shown, remember_shown
from interviews.study.folder import CODE, Study
from interviews.study.guide_drift import TOLD_ONCE, fold_guide_changes
from tui.console import (
    USAGE,
    UsageError,
    at_terminal,
    complain_folded,
    complain_of,
    print_error,
    program_name,
    read_input,
    text_of,
)
from tui.settings import Settings
from tui.translator import N_, Translator

if TYPE_CHECKING:
    from argparse import Namespace

    from interviews.data_management.unfinished import JobName

_JOBS: "dict[JobName, str]" = {
    "forget": N_("Forgetting a participant"),
    "correct": N_("A correction"),
    "finish": N_("Finishing the study"),
    "lock": N_("Locking the study"),
    "unlock": N_("Unlocking the study"),
    "rename": N_("Renaming a participant"),
    "combine": N_("Combining two logs"),
}


NOT_DONE = N_("Nothing was done, and all is as it was: {reason}")
NOT_CHANGED = N_("Nothing was changed: {reason} Try again when that is mended.")
"""What is said of a change of several files that was refused."""

Done = TypeVar("Done")

NAME_LIST = N_(
    "{files} looks like a list of names. Keep the linking key elsewhere than the study: whoever finds the folder should not find both."
)
"""The name of the notice on files that look like a list of names; of them it remembers no name."""

_NUMBER = re.compile("[1-9][0-9]{0,8}")


AROUND = 4
"""Rows that a low terminal's box needs besides what is told and the choices: its frame, the keys, a blank one."""

Told = str | Callable[[int], str]
"""What stands above the choices, or what does on a terminal of so many rows."""


class Choice(Value):
    """One line of the list."""

    name: str
    text: str


@contextmanager
def without_collector() -> Iterator[None]:
    """Long work that makes no cycles: to look through what it holds again and again for waste finds none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def tell_guide_changes_once(folder: Path, problems: Iterable[Problem]) -> list[Problem]:
    """The problems without those changes of the guide that were told before; from now on all of them were told."""
    folded = list(fold_guide_changes(problems))
    new = dict[str, set[str]]()
    for code in TOLD_ONCE:
        tokens = {_token(one) for one in folded if one.code == code}
        new[code] = not_yet_shown(folder, code, tokens) if tokens else set()
        if new[code]:
            remember_shown(folder, code, new[code], SystemClock().wall().date().isoformat())
    return [one for one in folded if one.code not in TOLD_ONCE or _token(one) in new[one.code]]


def _token(change: Problem) -> str:
    """Of which interview it is told, of which revisions and what became of which questions, in one word."""
    facts = {name: fact.replace(" ", "") for name, fact in change.facts.items()}
    revised = [facts[name] for name in ("participant", "revisions", "ids") if name in facts]
    return ":".join((*revised, *(f"{name}={facts[name]}" for name in ("added", "dropped", "moved") if facts.get(name))))


class Visit(Value):
    """A study at which somebody sits down, in the language in which its screens speak, with the user's settings."""

    study: Study
    _: Translator
    settings: Settings

    @property
    def theme(self) -> str:
        """The colours of its screens."""
        return self.settings.theme


def read_words(file: str, most: int, _: Translator) -> str:
    """The words in a file, or on standard input, which is called "-".

    Raises:
        UsageError: they cannot be read, or are no text in UTF-8.
    """
    try:
        return text_of(read_input() if file == "-" else read_file(Path(file), most))
    except UnicodeDecodeError:
        raise UsageError(_("what was given is no text in UTF-8; save it as UTF-8 and try again")) from None
    except (OSError, ValueError) as error:
        raise UsageError(_("{file} cannot be read ({reason})", file=file, reason=cause_of(error))) from None


def finish_revision(study: Study, _: Translator) -> bool:
    """Put in place a revision that a crash kept from its place, and say so; whether there was one."""
    sweep(study.folder)
    if not any(study.guide_path.resolve().parent.glob(".guide.yaml.*.next")):
        return False
    from interviews.revisions.writing import finish

    left = finish(study.folder)
    complain_of([] if left is None else [left], _)
    return True


def settle_unfinished(folder: Path, _: Translator) -> None:
    """Settle a job that a kill had cut short in a study, and say how it ended."""
    from interviews.data_management.unfinished import settle

    settled = settle(folder)
    if settled is None:
        return
    job = _(N_("A job") if settled.job is None else _JOBS[settled.job])
    if settled.failure is None:
        print_error(
            _(
                N_("{job} was cut short after everything was done; what had been set aside is deleted now.")
                if settled.done
                else N_("{job} was cut short. All was put back, and nothing is changed. Do it once more."),
                job=job,
            )
        )
        return
    if not settled.done:
        _say_cut_short(job, settled.failure, folder, _)
        return
    print_error(
        _(
            "{job} is done, but what had been set aside cannot be deleted now: {reason} The next command tries again.",
            job=job,
            reason=_.failure(settled.failure),
        )
    )


def tell_cut_short(job: "JobName", failure: LogFailure, folder: Path, _: Translator) -> None:
    """Say that a job in a study stopped half-way, and could not be put back."""
    _say_cut_short(_(_JOBS[job]), failure, folder, _)


def _say_cut_short(job: str, failure: LogFailure, folder: Path, _: Translator) -> None:
    from interviews.data_management.unfinished import FOLDER

    print_error(
        _(
            "{job} was cut short and cannot be put back now: {reason} The next command tries again. Leave the folder {folder}.",
            job=job,
            reason=_.failure(failure),
            folder=folder / FOLDER,
        )
    )


def carry_out(
    job: "JobName", change: Callable[[], Done], study: Study, _: Translator, *, what: str = "", refused: str = NOT_DONE
) -> Done | None:
    """What a change of several files came to; None where nothing was done, and why was said.

    ``what`` is told while it lasts, where it may last long.
    """
    from interviews.data_management.unfinished import NotTakenBackError
    from tui.progress import ALL_AS_IT_WAS, tell_reading

    try:
        with tell_reading(study, _, _(ALL_AS_IT_WAS), what=what) if what else nullcontext():
            return change()
    except NotTakenBackError as left:
        tell_cut_short(job, left.failure, study.folder, _)
    except LogFailure as failure:
        print_error(_(refused, reason=_.failure(failure)))
    return None


def tell_uncleared(study: Study, _: Translator) -> None:
    """Say that what was there before a change could not be deleted."""
    from interviews.data_management.unfinished import FOLDER

    complain_folded(_("What was before could not be deleted altogether: delete {folder}", folder=study.folder / FOLDER))


def need_log(problems: Iterable[Problem], code: str, _: Translator) -> None:
    """Refuse a code that no log has; one whose log cannot be read is told as a problem instead.

    Raises:
        UsageError: so it is.
    """
    if not any(problem.file != "guide.yaml" for problem in problems):
        raise UsageError(_("there is no interview with {code}", code=code))


def new_name_lists(folder: Path, _: Translator) -> str:
    """What to say of files that look like a list of names, once for each; empty where there is nothing to say."""
    from interviews.data_management.name_lists import find_name_lists

    found = find_name_lists(folder)
    if not found:
        return ""
    from hashlib import sha256  # hardly any study has such a file

    tokens = {sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:8]: name for name in found}
    new = not_yet_shown(folder, NAME_LIST, tokens)
    if not new:
        return ""
    remember_shown(folder, NAME_LIST, new, SystemClock().wall().date().isoformat())
    return _(
        "{files} looks like a list of names. Keep the linking key elsewhere than the study: whoever finds the folder should not find both.",
        files=", ".join(name for token, name in tokens.items() if token in new),
    )


def need_terminal(_: Translator) -> int | None:
    """An exit code when this is no terminal, said in words; None when it is one."""
    if at_terminal():
        return None
    print_error(
        _(
            "intervjuguide: this command opens a screen and needs a terminal; run --plain, review, check and find do without."
        )
    )
    return USAGE


def tell_that_it_is_a_screen(command: str, settings: Settings, _: Translator) -> None:
    """Say, where no screens are wanted, that a command has nothing else."""
    if settings.plain:
        print_error(_("intervjuguide: {command} has no plain lines yet, and opens a screen.", command=command))


def participant_code(given: str, _: Translator) -> str:
    """A participant's code as the contract has it.

    Raises:
        UsageError: it is none, and so perhaps a name.
    """
    code = given.upper()
    if CODE.fullmatch(code) is None:
        raise UsageError(_("“{given}” is no participant code: use one like I3, never a name", given=given))
    return code


def interview_code(given: str, _: Translator) -> str:
    """A participant's code, or that of one interview: I1 means all of I1's interviews, I1-2 the second one alone.

    Raises:
        UsageError: it is none, and so perhaps a name.
    """
    code, dash, number = given.partition("-")
    if dash and _NUMBER.fullmatch(number) is None:
        raise UsageError(_("“{given}” is no participant code: use one like I3, never a name", given=given))
    return participant_code(code, _) + dash + number


def find_study(arguments: "Namespace", settings: Settings) -> tuple[Study, Translator]:
    """The study that a command is about, and the language in which it speaks.

    Raises:
        UsageError: there is none.
    """
    study = Study(arguments.study)
    _ = Translator(settings.language_for(study.guide().language))
    need_study(study.folder, _)
    return study, _


def need_study(folder: Path, _: Translator) -> None:
    """Refuse a folder that holds no study, and say how one that was only half made is begun again.

    Raises:
        UsageError: there is no guide.yaml and no interviews folder in it.
    """
    study = Study(folder)
    if study.half_made and not study.logs():
        print_error(
            _(
                "The study in {folder} was only half made: guide.yaml is empty. Begin again: {program} new {folder}",
                folder=quote(str(folder)),
                program=program_name(),
            )
        )
    if not (folder / "guide.yaml").exists() and not (folder / "interviews").is_dir():
        raise UsageError(
            _(
                "there is no study in {folder}: go to the study's folder, or make one with intervjuguide new FOLDER",
                folder=folder.resolve(),
            )
        )
