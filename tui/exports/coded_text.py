"""``export coded``, ``qdpx``, ``qdc``: notes for analysis programs.

With the codes that they arrive with.
"""

from argparse import Namespace
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from guide.frozen import Value
from guide.problems import Problem, nearest
from interviews.coding.coded_interview import Codebook, CodedFiles, CodedInterview, code_interview, codebook_of
from interviews.coding.formats import FORMATS
from interviews.coding.refi import Profile, write_qdc, write_qdpx
from interviews.core.state import Interview
from interviews.study.folder import Study
from interviews.study.outputs import Outward
from interviews.study.placement import Placements
from interviews.transcripts.kept import find_transcript, read_kept
from tui import VERSION
from tui.console import DATA, OK, UsageError, complain_of, print_error, say_folded
from tui.exports.export_words import coding_labels, count_kept_back, tell_left_out, tell_named
from tui.exports.leaving import may_leave
from tui.exports.output_files import name_file, save_files
from tui.translator import Translator

PROFILES: tuple[Profile, ...] = ("standard", "qualcoder")
"""For whom a project can be written: any program that keeps to the standard, or QualCoder."""


class Material(Value):
    """What there is to export: interviews, their codebook, and what is wrong or was left out."""

    interviews: tuple[CodedInterview, ...]
    codebook: Codebook | None
    problems: tuple[Problem, ...]
    left_out: Counter[str]


def export_coded(study: Study, arguments: Namespace, _: Translator) -> int:
    """Write coded text for one program; exit 1 where there is no interview, or a file has errors.

    Raises:
        UsageError: no program, or none that there is a form for.
    """
    name = vars(arguments)["for"]
    programs = ", ".join(FORMATS)
    if name is None:
        raise UsageError(_("For which program? Say --for with one of {programs}", programs=programs))
    if name not in FORMATS:
        near = nearest(name, FORMATS)
        if near:
            raise UsageError(_("export coded does not know “{name}”; did you mean {near}?", name=name, near=near))
        raise UsageError(_("export coded does not know “{name}”; there are {programs}", name=name, programs=programs))
    material = _material(study, arguments, _)
    if material is None or material.codebook is None:
        return DATA
    made = FORMATS[name].write(material.interviews, material.codebook, coding_labels(_))
    return _save(study, made, f"coded-{name}", (f"--for={name}",), material, arguments, _)


def export_qdpx(study: Study, arguments: Namespace, _: Translator) -> int:
    """Write a project after REFI-QDA; exit 1 where there is no interview, or a file has errors.

    Raises:
        UsageError: there is no such profile.
    """
    profile = next((one for one in PROFILES if one == (arguments.profile or PROFILES[0])), None)
    if profile is None:
        profiles = " / ".join(PROFILES)
        raise UsageError(_("--profile is {profiles}, not “{name}”", profiles=profiles, name=arguments.profile))
    material = _material(study, arguments, _)
    if material is None or material.codebook is None:
        return DATA
    program = f"intervjuguide {VERSION}"
    made = write_qdpx(material.interviews, material.codebook, coding_labels(_), program, profile)
    if profile != PROFILES[0]:
        made = made.but(files={f"project-{profile}.qdpx": data for data in made.files.values()})
    return _save(study, made, "project", (f"--profile={profile}",), material, arguments, _)


def export_qdc(study: Study, arguments: Namespace, _: Translator) -> int:
    """Write the codebook alone, after REFI-QDA."""
    material = _material(study, arguments, _, words=False)
    if material is None or material.codebook is None:
        return DATA
    data = write_qdc(material.codebook, material.interviews, coding_labels(_), f"intervjuguide {VERSION}")
    return _save(study, CodedFiles({"codebook.qdc": data}, {}), "codebook", (), material, arguments, _)


def _material(study: Study, arguments: Namespace, _: Translator, *, words: bool = True) -> Material | None:
    """The interviews that were asked for: every live one, or those that answer to a code; None where nothing may leave.

    The codebook is always the whole study's, so that it is the same for every export.

    Raises:
        UsageError: there is no such interview.
    """
    code: str | None = arguments.participant
    reading = study.guide()
    placements = Placements.of_study(study.folder, reading)
    problems = [problem for problem in reading.problems if problem.severity == "error"]
    every: list[Interview] = []
    chosen: list[Interview] = []
    named = False
    for told in study.load_interviews():
        problems += told.problems
        named = named or told.file.answers_to(code)
        if told.interview is None:
            continue
        interview = placements.of(told.interview.guide).view(told.interview)
        every.append(interview)
        if told.file.answers_to(code) and (code is not None or interview.started.mode == "live"):
            chosen.append(interview)
    problems += study.strays()
    if code is not None and not named:
        raise UsageError(_("there is no interview with {code}", code=code))
    guide = reading.guide or (every[-1].guide if every else None)
    if guide is None or (words and not chosen):
        complain_of(problems, _)
        print_error(_("There is no interview to export yet."))
        return None
    if chosen and not may_leave(study, _, code, with_marks=arguments.with_marks):
        return None
    left_out: Counter[str] = Counter()
    for interview in chosen:
        left_out.update(count_kept_back(interview))
    interviews = []
    for interview in chosen:
        path = find_transcript(study.folder, interview.code, interview.started.combined)
        turns, unread = read_kept(path) if path is not None else ((), ())
        problems += unread
        interviews.append(code_interview(interview, turns))
    return Material(tuple(interviews), codebook_of(guide, every), tuple(problems), left_out if words else Counter())


def _save(
    study: Study,
    made: CodedFiles,
    name: str,
    options: tuple[str, ...],
    material: Material,
    arguments: Namespace,
    _: Translator,
) -> int:
    """Save what was made: one file under the name that was given, several in a folder of that name."""
    every = tuple(one.code for one in material.interviews)
    paths = place_files(study, made, name, every, arguments.output)
    files = {paths[file]: data for file, data in made.files.items()}
    given = Path(arguments.output or "")
    if len(files) > 1 and given.suffix.casefold() in {path.suffix for path in files} and not given.is_dir():
        raise UsageError(
            _(
                "export {format} writes a file for each interview: give -o the name of a folder, not “{file}”",
                format=arguments.format,
                file=given,
            )
        )
    of = {
        path: every if len(paths) == 1 else tuple(code for code in every if code == Path(file).stem)
        for file, path in paths.items()
    }
    in_folder = arguments.output is None or Path(arguments.output) in {path.parent for path in files}
    asked = () if arguments.participant is None else (f"--participant={arguments.participant}",)
    outward = Outward(study.folder, arguments.format, (*asked, *options))
    saved = save_files(files, outward, _, material.problems, anyway=arguments.anyway, of=of, in_folder=in_folder)
    complain_of(material.problems, _)
    if saved != OK:
        return saved
    if arguments.format != "qdc":
        entries = sum(len(one.entries) for one in material.interviews)
        say_folded(
            _.ngettext(
                "1 entry, {codes} codes.",
                "{count} entries, {codes} codes.",
                entries,
                codes=0 if material.codebook is None else len(material.codebook.codes),
            )
        )
    called = {file: path.name for file, path in paths.items()}
    named = {code: [_rename_place(place, called) for place in places] for code, places in made.named.items()}
    for sentence in (*tell_named(named, _), *tell_left_out(material.left_out, _)):
        say_folded(sentence)
    return DATA if any(problem.severity == "error" for problem in material.problems) else OK


def _rename_place(place: str, called: Mapping[str, str]) -> str:
    """A place, a line of a file or an event, with the name that the file got."""
    file, colon, line = place.rpartition(":")
    return f"{called.get(file, file)}{colon}{line}"


def place_files(
    study: Study, made: CodedFiles, name: str, every: tuple[str, ...], output: str | None
) -> dict[str, Path]:
    """Where each file goes.

    A file an interview lies in a folder whose name tells the program, or has the program in its own name: what is for
    one program never takes the place of what is for another.
    """
    if not any(Path(file).stem in every for file in made.files):
        return {file: study.folder / file if output is None else name_file(output, file) for file in made.files}
    if output is not None and len(made.files) == 1 and Path(output).suffix and not Path(output).is_dir():
        return dict.fromkeys(made.files, Path(output))
    folder = study.folder / name if output is None else Path(output)
    program = name.removeprefix("coded-")
    ending = "" if program in folder.name.casefold() else f"-{program}"
    return {file: folder / f"{Path(file).stem}{ending}{Path(file).suffix}" for file in made.files}
