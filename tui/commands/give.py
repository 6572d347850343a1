"""``give I3``: a participant's copy of everything about them."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from interviews.core.notes import notes
from interviews.data_management.outputs import Outward, list_outputs
from interviews.revisions import read_history
from interviews.study.coarse import OutwardStudy
from interviews.study.facts import read_study_facts
from interviews.study.folder import Study
from interviews.study.interview_summary import account_of
from interviews.study.review import Review, StudyWalk, latest_copy
from interviews.transcripts.kept import find_transcript, read_kept
from interviews.transcripts.turns import Turn
from tui.commands.common import need_log, need_study, participant_code
from tui.console import DATA, OK, UsageError, agrees, at_terminal, complain_folded, complain_of, print_error, say_folded
from tui.documents.data import ReportData
from tui.documents.own_copy import Held, Wanted, mentions, own_copy
from tui.exports.output_files import SIGNED, save_output, sign_markdown
from tui.settings import Settings
from tui.translator import N_, Translator, language_of

_WHY_LEFT_OUT = {
    "reflexive": N_(
        "Reflexive notes ({count}) are about you as a researcher, but may be about the person too. As far as they are, they are data about the one who asks for a copy, and the right of access may hold for them. In doubt, ask your supervisor."
    ),
    "held_back": N_(
        "Notes ({count}) are from when the recorder was stopped or something was off the record, and nobody said that they may be used. They are stored about the person all the same, so the right of access may hold for them."
    ),
}


_PAGES, _MARKDOWN = (".html", ".htm"), (".md", ".markdown")


def run(arguments: Namespace, settings: Settings) -> int:
    """Write the copy, for its owner alone; exit 1 where something about the participant cannot be read."""
    study = OutwardStudy(arguments.study)
    reading = study.guide()
    _ = Translator(settings.language_for(reading.language))
    need_study(arguments.study, _)
    code = participant_code(arguments.code, _)
    file = study.folder / _("{code}-copy.html", code=code) if arguments.output is None else Path(arguments.output)
    suffix = file.suffix.lower()
    if suffix not in (*_PAGES, *_MARKDOWN):
        raise UsageError(_("the copy becomes a page (.html) or Markdown (.md), not {file}", file=file))
    walk = StudyWalk(study, code)
    held = [(one, interview) for one, interview in walk]
    guide = walk.current.guide or latest_copy(tuple(one for one, _log in held))
    if not held or guide is None:
        need_log(walk.problems, code, _)
        complain_of(walk.problems, _)
        return DATA
    wanted = _ask_what_goes_in(code, held, study, arguments, _)
    theirs = Translator(language_of(guide.language))
    accounts = tuple(account_of(one, interview, reflexive=wanted.reflexive) for one, interview in held)
    review = Review(guide, tuple(one for one, _log in held), walk.problems)
    data = ReportData(review, accounts, theirs, notes=True, code=code)
    said, elsewhere = read_study_facts(study.folder), tuple(_elsewhere(study, held, theirs))
    report, count = own_copy(
        code, held, data, said, wanted, elsewhere, _others(study, code), _read_turns(study, held, _)
    )
    if suffix in _PAGES:
        from tui.documents.to_html import html_of

        made = html_of(report)
    else:
        from tui.documents.to_markdown import MARKER, markdown_of

        made = markdown_of(report, MARKER)
    options = [f"--participant={code}"]
    options += ["--with-reflexive"] if wanted.reflexive else []
    options += ["--with-held-back"] if wanted.held_back else []
    outward = Outward(study.folder, "give", tuple(options), tuple(one.name for one, _log in held))
    written = save_output(file, sign_markdown(made), SIGNED, outward, _, walk.problems, anyway=arguments.anyway)
    complain_of(walk.problems, _)
    if written != OK:
        return written
    if count:
        say_folded(_("Codes of other participants were replaced, count: {count}.", count=count))
    say_folded(
        _("Read it before you hand it over: names of others may stand in the notes. Do not send it unencrypted.")
    )
    return DATA if any(problem.severity == "error" for problem in walk.problems) else OK


def _ask_what_goes_in(code: str, held: list[Held], study: Study, arguments: Namespace, _: Translator) -> Wanted:
    """What goes in besides: as was said, else as is answered at the terminal, else nothing; each with the reason."""
    every = [note for _log, interview in held for note in notes(interview)]
    own = sum(1 for note in every if note.kind == "reflexive")
    own += len(mentions(code, read_study_facts(study.folder).reflections()))
    unsure = sum(1 for note in every if not note.usable)
    return Wanted(
        reflexive=_goes_in("reflexive", own, _, wanted=arguments.with_reflexive),
        held_back=_goes_in("held_back", unsure, _, wanted=arguments.with_held_back),
    )


def _goes_in(what: str, count: int, _: Translator, *, wanted: bool) -> bool:
    if wanted or not count:
        return wanted
    complain_folded(_(_WHY_LEFT_OUT[what], count=count))
    if at_terminal():
        return agrees(_("Are they to be in it? (y/N) "))
    print_error(_("They are not in it; {flag} takes them in.", flag=f"--with-{what.replace('_', '-')}"))
    return False


def _elsewhere(study: Study, held: list[Held], _: Translator) -> Iterator[str]:
    """The revisions of the guide that these interviews gave reason for, and what was made of them and is there."""
    names = {one.name for one, _log in held}
    for revision in read_history(study.folder).revisions:
        if any(ref.partition(":")[0] in names for change in revision.changes for ref in change.evidence):
            dated = N_(
                "The interview guide, revision {number} ({date}), was changed on the grounds of the interview, among others."
            )
            undated = N_(
                "The interview guide, revision {number}, was changed on the grounds of the interview, among others."
            )
            yield _(dated if revision.date else undated, number=revision.number, date=_.date(revision.date))
    for output in list_outputs(study.folder):
        if output.state in ("as_made", "edited") and output.last.format != "give" and names & set(output.interviews):
            dated = N_("{file} ({date}), made from the interview")
            key = dated if output.last.date else N_("{file}, made from the interview")
            yield _(key, file=output.path.name, date=_.date(output.last.date))


def _read_turns(study: Study, held: list[Held], _: Translator) -> dict[str, tuple[Turn, ...]]:
    """The transcripts of these interviews that are kept; a line that is no turn is named."""
    found = {}
    for one, interview in held:
        path = find_transcript(study.folder, one.name, interview.started.combined)
        if path is not None:
            found[one.name], faults = read_kept(path)
            complain_of(faults, _)
    return found


def _others(study: Study, code: str) -> frozenset[str]:
    """The codes of everybody else in the study, and all that were given when somebody left: they may name who did."""
    facts = read_study_facts(study.folder)
    known = {file.participant for file in study.logs()} | {name.partition("-")[0] for name in facts.codes}
    known |= {f"{letters}{number}" for letters, to in facts.given_up_to.items() for number in range(1, to + 1)}
    return frozenset(known - {code})
