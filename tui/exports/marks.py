"""``export marks``: what was marked, beside each recording.

One file a recording, in the format of the program that plays it; or as chapters, in a copy of the recording.
"""

from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from guide.files import cause_of, open_file
from guide.frozen import Value
from guide.problems import Problem, nearest
from interviews.data_management.outputs import Outward
from interviews.marks.formats import FORMATS
from interviews.marks.mark_writing import MarkFormat
from interviews.marks.recording_marks import (
    CuePoint,
    NoWavError,
    RecordingMarks,
    marks_of,
    read_cue_points,
    with_recorder,
)
from interviews.study.folder import Study
from interviews.study.placement import Placements
from tui.console import DATA, OK, UsageError, complain_of, print_error, say_folded
from tui.exports.export_words import count_kept_back, labels_of, tell_changed, tell_left_out, tell_marks
from tui.exports.leaving import may_leave
from tui.exports.output_files import save_files
from tui.translator import Translator


class Marked(Value):
    """The recordings of the interviews that were asked for, and what is wrong in their logs."""

    recordings: tuple[RecordingMarks, ...]
    problems: tuple[Problem, ...]
    left_out: Counter[str]
    unrecorded: tuple[str, ...]


def export_marks(study: Study, arguments: Namespace, _: Translator) -> int:
    """Write the marks of one interview, or of a participant's interviews; exit 1 where nothing was recorded.

    Raises:
        UsageError: no format or no interview was named that there is, or nothing may be written over there.
    """
    form = choose_format(arguments, _)
    if arguments.participant is None:
        raise UsageError(_("Whose marks? Name an interview: --participant I3"))
    code: str = arguments.participant
    marked = collect_marks(study, code, _)
    recordings = [one for one in marked.recordings if arguments.rec in (None, one.number)]
    if not recordings:
        complain_of(marked.problems, _)
        if marked.recordings:
            numbers = ", ".join(str(one.number) for one in marked.recordings)
            print_error(
                _(
                    "{code} has no recording {number}; it has {numbers}",
                    code=code,
                    number=arguments.rec,
                    numbers=numbers,
                )
            )
        elif marked.unrecorded:
            print_error(
                _(
                    "Nothing was recorded in {codes}, so there is no recording to lay marks beside.",
                    codes=", ".join(marked.unrecorded),
                )
            )
        return DATA
    if arguments.wav is not None:
        if len(recordings) > 1:
            raise UsageError(_("Which of its recordings is {file}? Say --rec 1 or another number.", file=arguments.wav))
        recordings = [with_recorder(recordings[0], read_marks_of_recorder(arguments.wav, _))]
    if not may_leave(study, _, code, with_marks=arguments.with_marks):
        return DATA
    if arguments.into is not None:
        from tui.exports.chapters_into import put_chapters

        if len(recordings) > 1:
            raise UsageError(
                _("Which of its recordings is {file}? Say --rec 1 or another number.", file=arguments.into)
            )
        return put_chapters(study, recordings[0], marked.left_out, arguments, _)
    return _write(study, form, recordings, marked, arguments, _)


def choose_format(arguments: Namespace, _: Translator) -> MarkFormat:
    """The format that was asked for; ``--into`` means chapters.

    Raises:
        UsageError: there is none of that name.
    """
    name = vars(arguments)["as"] or ("chapters" if arguments.into is not None else None)
    formats = ", ".join(FORMATS)
    if name is None:
        raise UsageError(_("For which program? Say --as with one of {formats}", formats=formats))
    if name not in FORMATS:
        near = nearest(name, FORMATS)
        raise UsageError(
            _(
                "export marks does not know “{name}”; did you mean {near}? There are {formats}",
                name=name,
                near=near,
                formats=formats,
            )
            if near
            else _("export marks does not know “{name}”; there are {formats}", name=name, formats=formats)
        )
    if arguments.into is not None and name != "chapters":
        raise UsageError(
            _("--into puts chapters into a copy of a recording; it does not belong with --as {name}", name=name)
        )
    return FORMATS[name]


def collect_marks(study: Study, code: str, _: Translator) -> Marked:
    """Every recording of the interviews that answer to a code, in today's ids.

    Raises:
        UsageError: there is no such interview.
    """
    placements = Placements.of_study(study.folder, study.guide())
    recordings: list[RecordingMarks] = []
    problems: list[Problem] = []
    left_out: Counter[str] = Counter()
    unrecorded: list[str] = []
    found = False
    for told in study.load_interviews(code):
        found = True
        problems += told.problems
        if told.interview is None:
            continue
        interview = placements.of(told.interview.guide).view(told.interview)
        of_this = marks_of(interview)
        recordings += of_this
        unrecorded += [] if of_this else [interview.code]
        left_out.update(count_kept_back(interview))
    if not found:
        raise UsageError(_("there is no interview with {code}", code=code))
    return Marked(tuple(recordings), tuple(problems), left_out, tuple(unrecorded))


def _write(
    study: Study,
    form: MarkFormat,
    recordings: list[RecordingMarks],
    marked: Marked,
    arguments: Namespace,
    _: Translator,
) -> int:
    labels = labels_of(_)
    files: dict[Path, bytes] = {}
    of: dict[Path, tuple[str, ...]] = {}
    changed: dict[str, list[str]] = {}
    added: Counter[str] = Counter()
    for one in recordings:
        written = form.write(one, labels)
        path = _path(study, form, one, recordings if arguments.output else marked.recordings, arguments.output)
        files[path], of[path] = written.data, (one.interview,)
        added.update(written.added)
        for code, seqs in written.changed.items():
            changed.setdefault(code, []).extend(f"{one.interview}:{seq}" for seq in seqs)
    outward = Outward(study.folder, "marks", (f"--participant={arguments.participant}", f"--as={form.name}"))
    saved = save_files(files, outward, _, marked.problems, anyway=arguments.anyway, of=of)
    complain_of(marked.problems, _)
    if saved != OK:
        return saved
    for sentence in (
        *tell_marks(recordings, added, _),
        *tell_changed(changed, form.lacks, _),
        *tell_left_out(marked.left_out, _),
    ):
        say_folded(sentence)
    return DATA if any(problem.severity == "error" for problem in marked.problems) else OK


def _path(
    study: Study, form: MarkFormat, one: RecordingMarks, every: Sequence[RecordingMarks], output: str | None
) -> Path:
    """Where a recording's marks go: the file that was named, with the recording's number where there are several.

    A name that was given holds what was asked for (``every``); one of ours tells one recording from all there are.
    """
    interviews = {other.interview for other in every}
    ending = f"-{one.interview}" if output is not None and len(interviews) > 1 else ""
    ending += f"-rec{one.number}" if sum(other.interview == one.interview for other in every) > 1 else ""
    if output is not None:
        named = Path(output)
        return named.with_name(f"{named.stem}{ending}{named.suffix or form.suffix}")
    kind = "" if form.suffix.casefold() == f".{form.name}" else f"-{form.name}"
    return study.folder / f"{one.interview}{kind}{ending}{form.suffix}"


def read_marks_of_recorder(path: Path, _: Translator) -> tuple[CuePoint, ...]:
    """The marks in a recorder's own file.

    Raises:
        UsageError: it cannot be read, or is no WAV file.
    """
    try:
        with open_file(path) as file:
            return read_cue_points(file)
    except NoWavError:
        raise UsageError(
            _("{file} is no WAV file; a recorder's marks are in the file as it came.", file=path)
        ) from None
    except OSError as error:
        raise UsageError(_("{file} cannot be read ({reason})", file=path, reason=cause_of(error))) from None
