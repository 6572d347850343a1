"""``revise``: to the guide's next revision."""

from argparse import Namespace

from guide.frozen import Value
from guide.problems import Problem
from guide.reading import Reading, read_guide
from interviews.core.clock import Clock, SystemClock
from interviews.core.state import Interview
from interviews.revisions import file_of, read_history
from interviews.revisions.draft import NO_DRAFT, keep_draft
from interviews.revisions.proposals import OF_INTERVIEWS, Named
from interviews.revisions.writing import OnDisk, RevisionFailure, WritingStep, finish, read_on_disk, write_steps
from interviews.study.folder import Study
from interviews.study.placement import Placements
from interviews.study.write_ids import naming_in
from tui.changes.describe_change import record_changes
from tui.changes.reasons import interviews_of
from tui.commands.common import find_study, interview_code, tell_that_it_is_a_screen
from tui.console import DATA, OK, USAGE, UsageError, at_terminal, complain_of, print_error, print_out, say_folded
from tui.revise.revision_session import Material, RevisionSession, gather
from tui.settings import Settings
from tui.translator import N_, Translator, language_of


class Outcome(Value):
    """The revisions that were written, and whether the guide's layout stands; or why nothing was."""

    numbers: tuple[int, ...] = ()
    whole: bool = True
    failed: str = ""


def run(arguments: Namespace, settings: Settings) -> int:
    """Revise the study's guide on a screen; exit 1 when the guide or its history has errors."""
    study, _ = find_study(arguments, settings)
    if not at_terminal():
        print_error(_("intervjuguide: revise opens a screen and needs a terminal; diff does without."))
        return USAGE
    tell_that_it_is_a_screen("revise", settings, _)
    left = finish(study.folder)
    if left is not None:
        complain_of([left], _)
        if left.severity == "error":
            return DATA
    now = read_on_disk(study.folder)
    if isinstance(now, Reading):
        complain_of(now.errors, _)
        return DATA
    material = material_of(study, now, arguments.after, _)
    if isinstance(material, int):
        return material
    return _hold(material, _, settings)


def material_of(study: Study, now: OnDisk, after: str | None, _: Translator) -> Material | int:
    """What there is to decide on; an exit code where the history cannot be read.

    Raises:
        UsageError: there is no interview ``after``.
    """
    history = read_history(study.folder)
    held, problems = _load_held_guides(study)
    wrong = [one for one in (*history.problems, *problems) if one.severity == "error"]
    complain_of(wrong, _)
    if any(one.file.startswith("revisions/") for one in wrong):
        return DATA
    named = None if after is None else _interview(after, held, _)
    now, placements = _with_ids(study, now, [interview for _log, interview in held])
    held = [(name, placements.of(interview.guide).view(interview)) for name, interview in held]
    return gather(study.folder, now, history, held, named, Translator(language_of(now.guide.language)))


def _with_ids(study: Study, now: OnDisk, held: list[Interview]) -> tuple[OnDisk, Placements]:
    """The guide with its ids written out where somebody moved questions by hand: a revision goes by ids from then on.

    Nothing is written before the revision is.
    """
    from guide.editing import with_ids

    reading = read_guide(now.text, study.guide_path.name)
    placements = Placements.of_study(study.folder, reading)
    naming = naming_in(study.folder, reading, held, placements)
    if not naming.shifts:
        return now, placements
    text = with_ids(now.text, naming.names).text
    reading = read_guide(text, study.guide_path.name)
    if reading.guide is None:
        return now, placements
    return OnDisk(now.data, text, reading.guide), Placements.of_study(study.folder, reading)


def _load_held_guides(study: Study) -> tuple[list[Named], list[Problem]]:
    held: list[Named] = []
    problems: list[Problem] = []
    for told in study.load_interviews():
        problems += told.problems
        if told.interview is not None:
            held.append((told.file.path.stem, told.interview))
    return held, problems


def _interview(given: str, held: list[Named], _: Translator) -> str:
    """The log that is meant: the one of this name, or a participant's last one.

    Raises:
        UsageError: there is none.
    """
    name = interview_code(given, _)
    found = [log for log, _interview in held if log == name or log.partition("-")[0] == name]
    if not found:
        raise UsageError(_("there is no interview with {code}", code=name))
    return name if name in found and "-" in name else found[-1]


def _hold(material: Material, _: Translator, settings: Settings) -> int:
    from tui.revise.revise_screen import ReviseApp

    round_ = RevisionSession(material, _, lambda draft: keep_draft(material.folder, draft))
    outcomes: list[Outcome] = []
    app = ReviseApp(round_, _, lambda: _tell_what_was_kept(write(round_, _, SystemClock()), outcomes), settings.theme)
    app.run_to_end(_)
    numbers = outcomes[-1].numbers if outcomes else ()
    if not numbers:
        failed = round_.keep()
        if failed:
            print_error(failed)
            return DATA
        print_out(
            _(
                N_("Nothing is written. What you chose is kept for next time.")
                if round_.decisions or round_.begun
                else N_("Nothing is taken, so the guide stays as it is.")
            )
        )
        return OK
    print_out(_("Revision {number} is written: {file}.", number=numbers[-1], file=file_of(numbers[-1])))
    if not outcomes[-1].whole:
        print_out(_("guide.yaml was written anew; its comments stand at the top."))
    if numbers[-1] > 1:
        say_folded(_("See what changed:\n  intervjuguide diff {a} {b}{in_study}", a=numbers[-1] - 1, b=numbers[-1]))
    still_open = describe_still_open(round_, _)
    if still_open:
        say_folded(still_open)
    return OK


def describe_still_open(round_: RevisionSession, _: Translator) -> str:
    """What interviews suggested and nobody decided on, and that it comes again; empty where nothing is left."""
    every = enumerate(round_.material.proposals)
    of_interviews = [one for place, one in every if one.kind in OF_INTERVIEWS and round_.state(place) == "open"]
    sources = tuple(dict.fromkeys(name for one in of_interviews for name in interviews_of(one)))
    if not sources:
        return ""
    return _(
        "Proposals still open from {interviews}: {count}. They come again the next time you run intervjuguide revise{in_study}.",
        interviews=", ".join(sources),
        count=len(of_interviews),
    )


def _tell_what_was_kept(outcome: Outcome, outcomes: list[Outcome]) -> str:
    outcomes.append(outcome)
    return outcome.failed


def write(round_: RevisionSession, _: Translator, clock: Clock) -> Outcome:
    """Write what was decided, and what was changed by hand before it; all or nothing."""
    from guide.editing import edit_text

    material, whole = round_.material, True
    steps = [_with_why(step, round_.why_by_hand.strip()) for step in material.leading]
    if round_.done:
        told = [one.told for one in round_.done]
        merged = {one.name: one.question for one in told if one is not None and one.kind == "merged"}
        edited = edit_text(material.now.text, round_.guide, merged)
        changes = record_changes(round_.done, Translator(language_of(material.now.guide.language)))
        steps = [*steps, WritingStep(edited.text, round_.guide, material.after, changes, round_.left)]
        whole = edited.whole
    elif steps:
        steps[-1] = steps[-1].but(left=round_.left)
    try:
        made = write_steps(material.folder, material.now, material.history, steps, clock.wall().date().isoformat())
        keep_draft(material.folder, NO_DRAFT)
    except RevisionFailure as failure:
        return Outcome(failed=_.failure(failure))
    return Outcome(tuple(one.number for one in made), whole)


def _with_why(step: WritingStep, why: str) -> WritingStep:
    """What was changed by hand, with the one reason that was given for it."""
    return step.but(changes=tuple(change.but(why=why) for change in step.changes)) if why else step
