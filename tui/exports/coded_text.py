"""``export coded``, ``qdpx``, ``qdc``: notes for analysis programs.

With the codes that they arrive with.
"""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from guide.frozen import Value
from guide.problems import Problem, nearest
from interviews.coding.coded_interview import (
    Codebook,
    CodedFiles,
    CodedInterview,
    HeldWith,
    code_interview,
    codebook_of,
    held_with,
)
from interviews.coding.formats import FORMATS
from interviews.coding.refi import Profile, write_qdc, write_qdpx
from interviews.data_management.outputs import Outward
from interviews.study.folder import GuideCache, LogFile, Study
from interviews.study.placement import Placements
from interviews.transcripts.kept import find_transcript, read_kept
from tui import VERSION
from tui.console import DATA, OK, UsageError, complain_of, print_error, say_folded
from tui.exports.export_words import coding_labels, count_kept_back, tell_left_out, tell_named
from tui.exports.leaving import may_leave
from tui.exports.output_files import kind_in_record, name_file, save_files, tell_stopped
from tui.progress import tell_reading
from tui.translator import Translator

PROFILES: tuple[Profile, ...] = ("standard", "qualcoder")
"""For whom a project can be written: any program that keeps to the standard, or QualCoder."""


_AT_ONCE = 100
"""Interviews whose files are made and saved together, where each has its own."""


class Material(Value):
    """What there is to export: the logs, their codebook, and what was left out.

    ``problems`` grow while the interviews are read.
    """

    study: Study
    files: tuple[LogFile, ...]
    placements: Placements
    codebook: Codebook
    problems: list[Problem]
    left_out: Counter[str]

    @property
    def codes(self) -> tuple[str, ...]:
        """The interviews' codes."""
        return tuple(file.code for file in self.files)

    def interviews(self) -> Iterator[CodedInterview]:
        """The interviews with their entries, each read when it is asked for, so that many take no more room than one."""
        shelf = GuideCache()
        for file in self.study.in_turn(self.files):
            interview = self.study.load(file, shelf).interview
            if interview is None:
                continue
            interview = self.placements.of(interview.guide).view(interview)
            path = find_transcript(self.study.folder, interview.code, interview.started.combined)
            turns, unread = read_kept(path) if path is not None else ((), ())
            self.problems.extend(unread)
            yield code_interview(interview, turns)


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
    if material is None:
        return DATA
    form, labels = FORMATS[name], coding_labels(_)
    interviews = material.interviews()
    saving = _Saving(study, f"coded-{name}", (f"--for={name}",), material, arguments, _)
    while some := tuple(_read_on(interviews, study, _, _AT_ONCE if form.apart else len(material.files), saving)):
        saved = saving.save(form.write(some, material.codebook, labels), some)
        if saved != OK:
            return saved
    return saving.finish()


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
    if material is None:
        return DATA
    program = f"intervjuguide {VERSION}"
    saving = _Saving(study, "project", (f"--profile={profile}",), material, arguments, _)
    every = tuple(_read_on(material.interviews(), study, _, len(material.files), saving))
    made = write_qdpx(every, material.codebook, coding_labels(_), program, profile)
    if profile != PROFILES[0]:
        made = made.but(files={f"project-{profile}.qdpx": data for data in made.files.values()})
    saved = saving.save(made, every)
    return saving.finish() if saved == OK else saved


def export_qdc(study: Study, arguments: Namespace, _: Translator) -> int:
    """Write the codebook alone, after REFI-QDA."""
    material = _material(study, arguments, _, words=False)
    if material is None:
        return DATA
    saving = _Saving(study, "codebook", (), material, arguments, _)
    every = tuple(_read_on(material.interviews(), study, _, len(material.files), saving))
    data = write_qdc(material.codebook, every, coding_labels(_), f"intervjuguide {VERSION}")
    saved = saving.save(CodedFiles({"codebook.qdc": data}, {}), every)
    return saving.finish() if saved == OK else saved


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
    every: list[HeldWith] = []
    chosen: list[LogFile] = []
    left_out: Counter[str] = Counter()
    named = False
    with tell_reading(study, _, stopped=_("Stopped; nothing was written.")):
        for told in study.load_interviews():
            problems += told.problems
            named = named or told.file.answers_to(code)
            if told.interview is None:
                continue
            interview = placements.of(told.interview.guide).view(told.interview)
            every.append(held_with(interview))
            if told.file.answers_to(code) and (code is not None or interview.started.mode == "live"):
                chosen.append(told.file)
                left_out.update(count_kept_back(interview))
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
    return Material(
        study, tuple(chosen), placements, codebook_of(guide, every), problems, left_out if words else Counter()
    )


def _read_on(
    interviews: Iterator[CodedInterview], study: Study, _: Translator, most: int, saving: "_Saving"
) -> list[CodedInterview]:
    """The next interviews, so many at most."""
    with tell_reading(study, _, saving.stopped(), at_once=saving.begun):
        return list(islice(interviews, most))


class _Saving:
    """Saves what was made, at once or part by part: one file under the name that was given, several in a folder."""

    def __init__(
        self,
        study: Study,
        name: str,
        options: tuple[str, ...],
        material: Material,
        arguments: Namespace,
        _: Translator,
    ) -> None:
        self._study, self._name, self._options = study, name, options
        self._material, self._arguments, self._ = material, arguments, _
        self._kind = kind_in_record(study.folder)
        self._saved: dict[str, Path] = {}
        self._named: dict[str, list[str]] = {}
        self._entries = 0

    @property
    def begun(self) -> bool:
        """Whether something was saved."""
        return bool(self._saved)

    def stopped(self) -> str:
        """What is said where Ctrl+C comes now."""
        return tell_stopped(len(self._saved), self._)

    def save(self, made: CodedFiles, of_these: tuple[CodedInterview, ...]) -> int:
        """Save the next files; an exit code."""
        _, arguments, every = self._, self._arguments, self._material.codes
        paths = place_files(self._study, made, self._name, every, arguments.output)
        files = {paths[file]: data for file, data in made.files.items() if file not in self._saved}
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
            path: every
            if len(paths) == 1 and len(of_these) == len(every)
            else tuple(code for code in every if code == Path(file).stem)
            for file, path in paths.items()
        }
        in_folder = arguments.output is None or Path(arguments.output) in {path.parent for path in files}
        asked = () if arguments.participant is None else (f"--participant={arguments.participant}",)
        outward = Outward(self._study.folder, arguments.format, (*asked, *self._options))
        saved = save_files(
            files,
            outward,
            _,
            tuple(self._material.problems),
            anyway=arguments.anyway,
            of=of,
            in_folder=in_folder,
            kind=self._kind,
            before=len(self._saved),
        )
        if saved != OK:
            complain_of(self._material.problems, _)
            return saved
        self._saved |= paths
        self._entries += sum(len(one.entries) for one in of_these)
        called = {file: path.name for file, path in paths.items()}
        for code, places in made.named.items():
            self._named.setdefault(code, []).extend(_rename_place(place, called) for place in places)
        return OK

    def finish(self) -> int:
        """Say what was written, and what must be said of it; exit 1 where a file has errors."""
        _, material = self._, self._material
        complain_of(material.problems, _)
        if self._arguments.format != "qdc":
            say_folded(
                _.ngettext(
                    "1 entry, {codes} codes.",
                    "{count} entries, {codes} codes.",
                    self._entries,
                    codes=len(material.codebook.codes),
                )
            )
        for sentence in (*tell_named(self._named, _), *tell_left_out(material.left_out, _)):
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
