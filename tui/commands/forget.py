"""``forget``: a participant leaves the study."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from interviews.core.clock import SystemClock
from interviews.data_management.leaving import Leaving, find_promise, forget, look_for
from interviews.data_management.outputs import Output
from interviews.data_management.unfinished import NotTakenBackError
from interviews.failures import LogFailure
from interviews.study.coarse import OutwardStudy
from interviews.study.entries import Exported, Withdrawn
from interviews.study.facts import NAME, CodeStays, add, read_study_facts
from interviews.study.folder import LoadedInterview, Study
from tui.commands.common import find_study, participant_code
from tui.console import DATA, OK, USAGE, UsageError, agrees, at_terminal, print_error, print_out, say_folded
from tui.settings import Settings
from tui.translator import N_, Translator

_TRACES = {
    "words": N_("{file}, line {line}: the participant's words"),
    "code": N_("{file}, line {line}: names {code}"),
    "name": N_("{file}: {code} stands in its name"),
    "closed": N_("{file}: cannot be looked into from here"),
    "more": N_("The folder has more files than are looked into; the rest you must look into yourself"),
}


_ASK = {
    "anonymise": N_("Make everything about {code} anonymous? It cannot be undone. (yes/no) "),
    "delete": N_("Delete everything about {code}? It cannot be undone. (yes/no) "),
}


_DONE = {
    "anonymise": N_("Everything about the participant is anonymous now. A receipt that names nobody: {ref}."),
    "delete": N_("Everything about the participant is deleted. A receipt that names nobody: {ref}."),
}


_STILL = {
    "anonymise": N_(
        "What the program can make anonymous about the participant is anonymous now. Left are places that you must decide about, as shown above: {count}. A receipt that names nobody: {ref}."
    ),
    "delete": N_(
        "What the program can delete about the participant is deleted. Left are places that you must decide about, as shown above: {count}. A receipt that names nobody: {ref}."
    ),
}


_HEADS = {
    "anonymise": N_(
        "This is here about {code}. It will go, as was promised; what remains is a course of events without words, times, code and date, and is not counted:"
    ),
    "delete": N_("This is here about {code}, and all of it will be deleted, as was promised:"),
}


_RECEIPTS = {
    "anonymise": N_(
        "A participant withdrew. What the program reaches is made anonymous (interviews {interviews}, pilots {pilots}). Not reached from here: the key that links codes to names (strike the participant there), recordings and transcripts outside the study's folder, version history (git, cloud services), trash, snapshots and backups, copies in the cloud, on a stick, on paper or with others, and what was printed or pasted elsewhere."
    ),
    "delete": N_(
        "A participant withdrew. What the program reaches is deleted (interviews {interviews}, pilots {pilots}). Not reached from here: the key that links codes to names (strike the participant there), recordings and transcripts outside the study's folder, version history (git, cloud services), trash, snapshots and backups, copies in the cloud, on a stick, on paper or with others, and what was printed or pasted elsewhere."
    ),
}


def run(arguments: Namespace, settings: Settings) -> int:
    """Show everything about a participant, ask once, and do what was promised; exit 1 when nothing was done."""
    study, _ = find_study(arguments, settings)
    code = _participant(arguments.code, _)
    if arguments.stays:
        return let_stay(study, code, _)
    how = find_promise(study, code)
    leaving = look_for(study, code, how or "delete")
    _need_something(study, leaving, _)
    if how is None:
        raise UsageError(
            _(
                "guide.yaml does not say what was promised to somebody who withdraws. Write on_withdrawal: anonymise or on_withdrawal: delete there, as the information letter has it, and try again."
            )
        )
    if leaving.held:
        print_error(
            _(
                "{file} is open in another window; close it, and try again. Nothing was changed.",
                file=_name_in_study(leaving.held[0], study),
            )
        )
        return DATA
    _show(study, leaving, _)
    if not arguments.yes:
        if not at_terminal():
            print_error(
                _(
                    "Nothing was changed. Without a terminal nobody can answer: forget {code} --yes does what stands above.",
                    code=code,
                )
            )
            return USAGE
        if not agrees(_(_ASK[how], code=code)):
            print_out(_("Nothing was changed."))
            return DATA
    return _carry_out(study, leaving, _)


def _participant(given: str, _: Translator) -> str:
    """The code of the participant, who leaves with all interviews.

    Raises:
        UsageError: it is none, or that of one interview.
    """
    code, dash, _number = given.partition("-")
    participant = participant_code(code, _)
    if dash:
        raise UsageError(
            _(
                "{given} is one interview; a participant leaves with all of them: forget {code}.",
                given=given,
                code=participant,
            )
        )
    return participant


def _need_something(study: Study, leaving: Leaving, _: Translator) -> None:
    """Refuse where there is nothing, or where it is not certain whose a file is.

    Raises:
        UsageError: so it is.
    """
    if leaving.others:
        path, said = leaving.others[0]
        raise UsageError(
            _(
                "{file} is {said}'s by what is in it. Give the file its right name first, and try again. Nothing was changed.",
                file=_name_in_study(path, study),
                said=said,
            )
        )
    if not leaving.found:
        _tell_named(study, leaving, _)
        _tell_traces(leaving, _)
        _list([one.text for one in read_study_facts(study.folder).entries if isinstance(one, Withdrawn)])
        now = ", ".join(sorted(study.codes_now(leaving.participant)))
        if now:
            raise UsageError(
                _(
                    "There is nothing about {code} here: what had that code has {now} now.",
                    code=leaving.participant,
                    now=now,
                )
            )
        key = (
            N_("There is nothing about {code} here. Somebody has left the study; who it was nothing here knows.")
            if study.is_retired(leaving.participant)
            else N_("There is nothing about {code} here.")
        )
        raise UsageError(_(key, code=leaving.participant))


def _show(study: Study, leaving: Leaving, _: Translator) -> None:
    """All that there is, and what is to become of it."""
    say_folded(_(_HEADS[leaving.how], code=leaving.participant))
    _list([_name_in_study(path, study) for path in leaving.files])
    if leaving.lines:
        _list([_.ngettext("study.jsonl: 1 line", "study.jsonl: {count} lines", leaving.lines)])
    _list(
        [
            _(
                "study.jsonl, line {line}: cannot be read, names the participant, and goes whole. Look at it first.",
                line=number,
            )
            for number in leaving.damaged
        ]
    )
    _tell_outputs(study, leaving.deleted, N_("Files that were made here and will be deleted:"), _)
    _tell_outputs(
        study, leaving.remade, N_("Files about others too, which will be made again without the participant:"), _
    )
    _tell_outputs(
        study,
        leaving.edited,
        N_("Files that were changed since, or that cannot be made again or written here; look at them yourself:"),
        _,
    )
    if leaving.backups:  # known by what stands in each
        say_folded(_("Backups in which the participant is too. Make a new one afterwards (backup), and delete these:"))
        _list([_name_in_study(one.path.parent, study) for one in leaving.backups])
    _tell_outputs(
        study,
        leaving.away,
        N_("Files that are not here now (on a stick, moved, deleted); look for them yourself, and delete them:"),
        _,
    )
    _tell_named(study, leaving, _)
    _tell_traces(leaving, _)


def _tell_named(study: Study, leaving: Leaving, _: Translator) -> None:
    if leaving.named:
        say_folded(
            _(
                "Files with the code in their name or behind a link, which may be your own; they are left alone, look yourself:"
            )
        )
        _list([_name_in_study(path, study) for path in leaving.named])


def _tell_outputs(study: Study, outputs: tuple[Output, ...], key: str, _: Translator) -> None:
    if outputs:
        say_folded(_(key))
        _list([_name_in_study(one.path, study) for one in outputs])


def _tell_traces(leaving: Leaving, _: Translator) -> None:
    if leaving.traces:
        say_folded(
            _(
                "Traces in other files, and files that cannot be looked into. Nothing of this is changed; decide about each yourself:"
            )
        )
        _list([_(_TRACES[one.kind], file=one.file, line=one.line, code=leaving.participant) for one in leaving.traces])


def _list(lines: list[str]) -> None:
    for line in lines:
        print_out(f"  {line}")


def _carry_out(study: Study, leaving: Leaving, _: Translator) -> int:
    receipt = _receipt(study, leaving, _)
    try:
        done, unmade = forget(study, leaving, receipt, lambda entry: remake(study, entry, _))
    except LogFailure as failure:
        print_error(_("Nothing was changed: {reason} Try again when that is mended.", reason=_.failure(failure)))
        return DATA
    except NotTakenBackError as left:
        print_error(
            _(
                "It failed, and not all could be put back: {reason} The next command in the study puts it back.",
                reason=_.failure(left.failure),
            )
        )
        return DATA
    seq = max(one.seq for one in read_study_facts(study.folder).entries if isinstance(one, Withdrawn))
    _tell_outputs(
        study,
        unmade,
        N_(
            "Files that could not be made again without the participant; they are as before, delete or mend them yourself:"
        ),
        _,
    )
    left_over = (*leaving.traces, *leaving.edited, *leaving.backups, *leaving.away, *leaving.named, *unmade)
    facts = {"ref": f"{NAME}:{seq}", "count": str(len(left_over))}
    say_folded(_(_STILL[leaving.how] if left_over else _DONE[leaving.how], **facts))
    if not done.cleared:
        print_error(
            _(
                "What had been set aside could not be deleted yet (the folder .unfinished); the next command here tries again."
            )
        )
    say_folded(
        _(
            "The program cannot reach: the key that links codes to names (strike the participant there), recordings and transcripts outside the study's folder, version history (git, cloud services), trash, snapshots and backups, copies in the cloud, on a stick, on paper or with others, and what was printed or pasted elsewhere."
        )
    )
    return OK


def _receipt(study: Study, leaving: Leaving, _: Translator) -> Withdrawn:
    """What is kept of it: the day, what was done, where to look, and what nobody can reach; it names nobody.

    Whose log came back after they had left is counted already.
    """
    date = SystemClock().wall().date().isoformat()
    interviews, pilots = (0, 0) if leaving.again else leaving.counted
    text = _(_RECEIPTS[leaving.how], interviews=interviews, pilots=pilots)
    places = leaving.places_left(study.folder)
    if places:
        text += " " + _(
            "Look yourself whether something about the participant is still there: {places}.", places=", ".join(places)
        )
    return Withdrawn(date=date, how=leaving.how, interviews=interviews, pilots=pilots, text=text, again=leaving.again)


class _OnlyThose(OutwardStudy):
    """A study of which only some interviews are gone through: those of which a file was made."""

    names: frozenset[str] = frozenset()

    def load_interviews(self, participant: str | None = None, *, sources: bool = False) -> Iterator[LoadedInterview]:
        """As a study's."""
        return (told for told in super().load_interviews(participant, sources=sources) if told.file.code in self.names)


def remake(study: Study, entry: Exported, _: Translator) -> bytes | None:
    """A file that was written outward, made again of the interviews that it was of; None where it cannot be made."""
    study = _OnlyThose(study.folder)
    study.names = frozenset(entry.interviews)
    as_json = "--json" in entry.options
    if entry.format in ("method", "reflexive"):
        from tui.commands.export import make_method, make_reflexive, sign

        made = (
            make_method(study, _, as_json=as_json)
            if entry.format == "method"
            else make_reflexive(study, None, _, as_json=as_json)
        )
        if made.content is None:
            return None
        signed = sign(made.content, Path(entry.path).suffix.lower())
        return signed if isinstance(signed, bytes) else signed.encode()
    from tui.commands.report import render
    from tui.documents.data import collect_report_data
    from tui.exports.output_files import encode

    notes, reflexive = "--without-notes" not in entry.options, "--with-reflexive" in entry.options
    material, _walk = collect_report_data(study, _, code=None, notes=notes, reflexive=reflexive)
    if material is None:
        return None
    report, _kind = render(material, entry.format)
    return report if isinstance(report, bytes) else bytes(encode(report))


def _name_in_study(path: Path, study: Study) -> str:
    home = study.folder.resolve()
    place = path.parent.resolve() / path.name
    return place.relative_to(home).as_posix() if place.is_relative_to(home) else str(place)


def let_stay(study: Study, code: str, _: Translator) -> int:
    """Remember it, where there is a doubt; from then on the code is like any other.

    Raises:
        UsageError: there is none.
    """
    if not (study.is_retired(code) or study.came_back(code)):
        raise UsageError(_("There is no doubt about {code} here; nothing was changed.", code=code))
    failed = note_stays(study, code, _)
    if not failed:
        say_folded(_("Noted: nobody with the code {code} has left. {code} counts and can be used.", code=code))
    return DATA if failed else OK


def note_stays(study: Study, code: str, _: Translator) -> bool:
    """Write it down; whether that failed, which is told."""
    try:
        add(study.folder, [CodeStays(code=code)])
    except LogFailure as failure:
        print_error(_.failure(failure))
        return True
    return False
