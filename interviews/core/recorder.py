"""The recorder on the table, as its marks tell.

Which file runs, where a moment lies in it, what is not to be transcribed.

The program records nothing; recordings are timed by the interview's own clock, which no pause of the talk stops.
"""

from guide.frozen import Value
from interviews.core.checklists import missing_gates
from interviews.core.clock import Moment
from interviews.core.commands import (
    DeclineRecording,
    ShiftRecording,
    StopRecording,
    ToggleRecording,
    ToggleTranscribing,
)
from interviews.core.events import (
    Aside,
    Ended,
    Event,
    RecordingDeclined,
    RecordingShifted,
    RecordingStarted,
    RecordingStopped,
    Refusal,
    Released,
    Withheld,
)
from interviews.core.state import Interview
from interviews.core.timing import end_of


class Segment(Value):
    """A stretch in which the recorder ran: ``start`` and ``stop`` in seconds into the interview, None while it runs.

    ``offset`` is where the stretch begins in file ``number`` (seconds), the shift that was set later included.
    """

    number: int
    start: float
    stop: float | None
    offset: float


class RecordingPlace(Value):
    """Where a moment lies in a recording: which file, from 1, and how many seconds into it."""

    number: int
    seconds: float


def recording(interview: Interview) -> int | None:
    """The number of the recording that is running, or None."""
    last = interview.last(RecordingStarted, RecordingStopped, RecordingDeclined)
    return last.number if isinstance(last, RecordingStarted) else None


def has_declined(interview: Interview) -> bool:
    """Whether the informant declined to be recorded, and no recorder was started since."""
    return isinstance(interview.last(RecordingStarted, RecordingDeclined), RecordingDeclined)


def limit_at(interview: Interview) -> float | None:
    """When the running recording has lasted as long as one may, in seconds into the interview.

    None where none runs, or where the guide says nothing of a limit.
    """
    recorder = interview.guide.recorder
    if recorder is None or recorder.limit is None or recording(interview) is None:
        return None
    running = _segments_as_marked(interview)[-1]
    return round(max(running.start + recorder.limit * 60 - running.offset, running.start), 3)


def stretches_off(interview: Interview, by: str = "") -> tuple[tuple[Event, Event | None], ...]:
    """What stopped the recorder once it had run, each with what started it again, or None.

    Where note-takers' logs were combined, ``by`` asks for the marks of one hand that no recording is told by.
    """
    spans: list[tuple[Event, Event | None]] = []
    runs = False
    for act in interview.events_but_notes():
        kind = act.event.get("type") if isinstance(act, Aside) and act.by == by else act.type if not by else ""
        if kind == RecordingStarted.type:
            runs = True
            if spans and spans[-1][1] is None:
                spans[-1] = (spans[-1][0], act)
        elif kind in (RecordingStopped.type, RecordingDeclined.type) and runs:
            runs = False
            spans.append((act, None))
    return tuple(spans)


def segments(interview: Interview) -> tuple[Segment, ...]:
    """Every stretch in which the recorder ran, in order."""
    return interview.remember("segments", lambda: _segments(interview))


def place_of(interview: Interview, t: float) -> RecordingPlace | None:
    """Where the moment ``t`` (seconds into the interview) lies in a recording; None where none ran."""
    for segment in segments(interview):
        if segment.start <= t and (segment.stop is None or t <= segment.stop):
            return RecordingPlace(segment.number, round(max(t - segment.start + segment.offset, 0.0), 3))
    return None


def withheld(interview: Interview) -> tuple[tuple[float, float], ...]:
    """The spans that are not to be transcribed (seconds into the interview); one still open ends where the log does."""
    return tuple((start, max(start, end_of(interview)) if end is None else end) for start, end in _spans(interview))


class RecordingStretch(Value):
    """A piece of a recording: which file, and from where to where in it, in seconds."""

    number: int
    start: float
    end: float


def withheld_in_files(interview: Interview) -> tuple[tuple[RecordingStretch, ...], ...]:
    """Each span of ``withheld`` where it lies in the recordings; nothing for what was not recorded."""
    return tuple(stretches(interview, start, end) for start, end in withheld(interview))


def stretches(interview: Interview, start: float, end: float) -> tuple[RecordingStretch, ...]:
    """Where a span (seconds into the interview) lies in the recordings, file by file."""
    found: list[RecordingStretch] = []
    for one in segments(interview):
        begin, stop = max(start, one.start), end if one.stop is None else min(end, one.stop)
        if begin > stop or (begin == stop and start < end):
            continue
        first, last = (round(max(moment - one.start + one.offset, 0.0), 3) for moment in (begin, stop))
        if found and (found[-1].number, found[-1].end) == (one.number, first):
            found[-1] = found[-1].but(end=last)  # the file went on where it had stopped
        else:
            found.append(RecordingStretch(one.number, first, last))
    return tuple(found)


def withheld_at(interview: Interview, t: float) -> bool:
    """Whether the moment ``t`` (seconds into the interview) is not to be transcribed; an open span has no end."""
    return any(start <= t and (end is None or t < end) for start, end in _spans(interview))


def _spans(interview: Interview) -> list[tuple[float, float | None]]:
    return interview.remember("withheld", lambda: _withheld(interview))


def moment_of(act: Event) -> float:
    """The moment that an act is about, in seconds: what was dated back began before it was said."""
    return round(max(act.t - act.back, 0.0), 3) if isinstance(act, Withheld) else act.t


def _withheld(interview: Interview) -> list[tuple[float, float | None]]:
    spans: list[tuple[float, float | None]] = []
    for act in interview.events_but_notes():
        is_open = bool(spans) and spans[-1][1] is None
        if isinstance(act, Withheld) and is_open:  # where logs were combined another hand may have gone further back
            spans[-1] = (min(spans[-1][0], moment_of(act)), None)
        elif isinstance(act, Withheld):
            spans.append((moment_of(act), None))
        elif isinstance(act, Released) and is_open:
            spans[-1] = (spans[-1][0], act.t)
    return spans


def is_withheld(interview: Interview) -> bool:
    """Whether what is said now is not to be transcribed."""
    return isinstance(interview.last(Withheld, Released), Withheld)


def record(interview: Interview, command: ToggleRecording, at: Moment) -> Event | Refusal:
    """The recorder is started or stopped; before the opening's gates are ticked it must be confirmed."""
    running = recording(interview)
    if running is None and interview.anonymous:
        return Refusal("anonymous_unrecorded")
    if running is not None and command.same:
        return Refusal("recorder_runs", {"number": str(running)})
    if running is not None:
        return RecordingStopped(seq=interview.next_seq, t=at.now, number=running)
    missing = missing_gates(interview)
    if missing and not command.confirmed:
        return Refusal("gate_first", {"points": " · ".join(point.text for point in missing)})
    last = _last_number(interview)
    if command.same and not any(one.number == last and one.stop is not None for one in _segments_as_marked(interview)):
        return Refusal("no_recording")
    return RecordingStarted(
        seq=interview.next_seq,
        t=at.now,
        number=last if command.same else last + 1,
        missing=tuple(point.id for point in missing),
        offset=_seconds_in_file(interview, last) if command.same else 0.0,
    )


def stop(interview: Interview, command: StopRecording, at: Moment) -> Event | Refusal:
    """The running recorder is stopped, or was when its recording came to its limit."""
    running = recording(interview)
    if running is None:
        return Refusal("no_recorder_runs")
    limit = limit_at(interview) if command.at_limit else None
    return RecordingStopped(seq=interview.next_seq, t=at.now if limit is None else min(limit, at.now), number=running)


def decline(interview: Interview, _: DeclineRecording, at: Moment) -> Event | Refusal:
    """The informant declines to be recorded."""
    if has_declined(interview):
        return Refusal("recording_declined_already")
    return RecordingDeclined(seq=interview.next_seq, t=at.now)


def shift(interview: Interview, command: ShiftRecording, at: Moment) -> Event | Refusal:
    """How a recording's file lies against the marks, as found out afterwards."""
    last = _last_number(interview)
    number = last if command.number is None else command.number
    if not last:
        return Refusal("nothing_recorded")
    if not 1 <= number <= last:
        return Refusal("unknown_recording", {"number": str(number)})
    later, earlier = max(command.seconds, 0.0), max(-command.seconds, 0.0)
    return RecordingShifted(
        seq=interview.next_seq, t=at.now, number=number, later=later, earlier=earlier, note=command.note
    )


def toggle_transcribing(interview: Interview, command: ToggleTranscribing, at: Moment) -> Event | Refusal:
    """From here on, or from a while ago, nothing is to be transcribed; or it may be again."""
    if not is_withheld(interview):
        return Withheld(seq=interview.next_seq, t=at.now, back=min(command.back, at.now))
    return Refusal("already_withheld") if command.back else Released(seq=interview.next_seq, t=at.now)


def _last_number(interview: Interview) -> int:
    return max((act.number for act in interview.events_but_notes() if isinstance(act, RecordingStarted)), default=0)


def _seconds_in_file(interview: Interview, number: int) -> float:
    """How many seconds file ``number`` holds, before any shift."""
    stretches = [one for one in _segments_as_marked(interview) if one.number == number and one.stop is not None]
    last = stretches[-1]
    return round(last.offset + (last.stop or last.start) - last.start, 3)


def _segments(interview: Interview) -> tuple[Segment, ...]:
    shifts = {
        act.number: act.later - act.earlier for act in interview.events_but_notes() if isinstance(act, RecordingShifted)
    }
    return tuple(one.but(offset=one.offset + shifts.get(one.number, 0.0)) for one in _segments_as_marked(interview))


def _segments_as_marked(interview: Interview) -> tuple[Segment, ...]:
    """The stretches as marked; one whose end was not marked ends where the next begins, or with the interview."""
    return interview.remember("segments as marked", lambda: _mark_segments(interview))


def _mark_segments(interview: Interview) -> tuple[Segment, ...]:
    found: list[Segment] = []
    for act in interview.events_but_notes():
        if isinstance(act, RecordingStarted):
            _stop_last(found, act.t)
            found.append(Segment(act.number, act.t, None, act.offset))
        elif (isinstance(act, RecordingStopped) and found and found[-1].number == act.number) or isinstance(
            act, RecordingDeclined | Ended
        ):
            _stop_last(found, act.t)
    return tuple(found)


def _stop_last(found: list[Segment], t: float) -> None:
    if found and found[-1].stop is None:
        found[-1] = found[-1].but(stop=t)
