"""``align``: how a recording's file lies against the marks.

From one moment that is known in both; or the recorder's own marks, laid beside the notes to find such a moment.
"""

import re
from argparse import Namespace

from interviews.core.clock import SystemClock
from interviews.core.commands import ShiftRecording
from interviews.core.events import RecordingShifted, Refusal
from interviews.core.notes import notes
from interviews.core.recorder import segments
from interviews.core.state import Interview
from interviews.marks.mark_writing import Pen, clock
from interviews.marks.recording_marks import CuePoint, Mark, RecordingMarks, marks_of
from interviews.study.folder import LoadedInterview, Study
from interviews.study.placement import Placements
from tui.commands.common import find_study, interview_code
from tui.console import DATA, OK, UsageError, agrees, complain_of, print_error, print_out, say_folded
from tui.exports.export_words import labels_of
from tui.exports.marks import read_marks_of_recorder
from tui.review.late_edits import LateEditSession
from tui.settings import Settings
from tui.translator import Translator

_SLACK = 60.0
"""So many seconds a recorder often runs on unmarked; a moment later than that is asked about."""

_AT = re.compile(r"(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,5}(?:[.,]\d{1,3})?)")


def run(arguments: Namespace, settings: Settings) -> int:
    """Set a recording's shift, or list the recorder's marks beside ours; exit 1 where that cannot be."""
    study, _ = find_study(arguments, settings)
    code = interview_code(arguments.code, _)
    told = list(study.load_interviews(code))
    if not told:
        raise UsageError(_("there is no interview with {code}", code=code))
    one = next((one for one in told if one.file.code == code and one.interview is not None), None)
    if one is None or one.interview is None:
        complain_of((problem for one in told for problem in one.problems), _)
        return DATA
    interview = Placements.of_study(study.folder, study.guide()).of(one.interview.guide).view(one.interview)
    recording = _recording(interview, arguments.rec, _)
    if arguments.wav is not None:
        if arguments.note is not None or arguments.at is not None:
            raise UsageError(_("--wav lists the recorder's marks; the shift is set afterwards, with --note and --at"))
        return _list(recording, read_marks_of_recorder(arguments.wav, _), _)
    if arguments.note is None or arguments.at is None:
        raise UsageError(_("Which moment is known? Say --note and its number, and --at with its time in the recording"))
    return _set(study, one, interview, recording, arguments, _)


def _recording(interview: Interview, number: int | None, _: Translator) -> RecordingMarks:
    """The recording that is meant: the one that was named, or the only one.

    Raises:
        UsageError: there is none, or there are several.
    """
    every = marks_of(interview)
    if not every:
        raise UsageError(_.refusal(Refusal("nothing_recorded")))
    numbers = ", ".join(str(one.number) for one in every)
    if number is None and len(every) > 1:
        raise UsageError(_("Which recording? {code} has {numbers}: say --rec", code=interview.code, numbers=numbers))
    found = next((one for one in every if number in (None, one.number)), None)
    if found is None:
        raise UsageError(
            _("{code} has no recording {number}; it has {numbers}", code=interview.code, number=number, numbers=numbers)
        )
    return found


def _set(
    study: Study,
    one: LoadedInterview,
    interview: Interview,
    recording: RecordingMarks,
    arguments: Namespace,
    _: Translator,
) -> int:
    at = _seconds(arguments.at, _)
    note = next((note for note in notes(interview) if note.seq == arguments.note), None)
    if note is None:
        raise UsageError(_.refusal(Refusal("no_such_note", {"seq": str(arguments.note)})))
    ran = [segment for segment in segments(interview) if segment.number == recording.number]
    inside = [
        segment for segment in ran if segment.start <= note.t and (segment.stop is None or note.t <= segment.stop)
    ]
    if not inside:
        raise UsageError(
            _("Note {seq} was not taken while recording {number} ran.", seq=note.seq, number=recording.number)
        )
    shifts = [act for act in interview.events() if isinstance(act, RecordingShifted) and act.number == recording.number]
    before = shifts[-1].later - shifts[-1].earlier if shifts else 0.0
    marked = note.t - inside[0].start + inside[0].offset - before
    shift = round(at - marked, 3)
    length = recording.length - before
    if abs(shift) > length or at > length + _SLACK:
        print_error(
            _(
                "{given} is {time} (hours, minutes, seconds). Recording {number} lasted {length} as you marked it, with note {seq} at {marked}: every mark would move by {shift}. 12:03 is 12 minutes and 3 seconds; 12.03 is 12 seconds.",
                given=arguments.at,
                time=clock(at),
                number=recording.number,
                length=clock(length, places=0),
                seq=note.seq,
                marked=clock(marked),
                shift=f"{'-' if shift < 0 else '+'}{clock(abs(shift))}",
            )
        )
        if not (arguments.yes or agrees(_("Is that so? yes/NO: "))):
            print_error(_("Nothing was set. Say --at with another time, or --yes if it is so."))
            return DATA
    assert one.interview is not None  # noqa: S101  only such are chosen
    placement = Placements.of_study(study.folder, study.guide()).of(one.interview.guide)
    evening = LateEditSession(study, one.file, one.interview, placement, SystemClock(), _)
    try:
        outcome = evening.do(ShiftRecording(shift, recording.number, note.seq))
    finally:
        evening.close()
    if outcome.said:
        (print_out if outcome.done else print_error)(outcome.said)
    if not outcome.done:
        return DATA
    say_folded(
        _(
            "Note {seq} is at {time} in recording {number}; every moment in it lies {shift} s from its mark.",
            seq=note.seq,
            time=clock(at),
            number=recording.number,
            shift=f"{shift:+g}",
        )
    )
    return OK


def _seconds(given: str, _: Translator) -> float:
    found = _AT.fullmatch(given)
    if found is None:
        raise UsageError(_("“{given}” is no time in a recording: write 12:03.4, 1:12:03 or 723.4", given=given))
    hours, minutes, seconds = found.groups()
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(seconds.replace(",", "."))


def _list(recording: RecordingMarks, points: tuple[CuePoint, ...], _: Translator) -> int:
    """Each mark of the recorder with the nearest of ours."""
    if not points:
        print_error(_("The recorder has put no marks in this file; a copy of it would have lost them."))
        return DATA
    pen = Pen(labels_of(_))
    ours = [mark for mark in recording.marks if not (mark.away or mark.goes_on)]
    for point in points:
        label = f" {pen.line(point.label, _as_mark(point))}" if point.label else ""
        near = min(ours, key=lambda mark: abs(mark.start - point.seconds), default=None)
        beside = ""
        if near is not None:
            beside = f"   {near.start - point.seconds:+.1f} s: {near.seq} {pen.label(near)[:60]}"
        print_out(f"{clock(point.seconds)}{label}{beside}")
    say_folded(
        _(
            "Is one of ours the same moment? Then set it: align {code} --rec {number} --note NUMBER --at TIME",
            code=recording.interview,
            number=recording.number,
        )
    )
    return OK


def _as_mark(point: CuePoint) -> Mark:
    return Mark("recorder", point.seconds, None, point.label)
