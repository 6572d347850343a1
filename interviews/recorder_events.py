"""What happened to the recorder that lies on the table, and what of its sound is not to be transcribed."""

from typing import Annotated, ClassVar

from interviews.event import Event


class RecordingStarted(Event, kw_only=True):
    """The separate recorder was started."""

    type: ClassVar[str] = "recording_started"
    does = "From here moments lie in file `number`, `offset` seconds into it."
    undone_by = "`undone`; `recording_stopped` ends it"
    refused_for = ("gate_first", "recorder_runs", "no_recording", "recorder_afterwards")
    number: Annotated[int, "which recording of this interview, from 1"]
    missing: Annotated[
        tuple[str, ...], "opening points wanted before recording and not ticked; confirmed by the person"
    ] = ()
    offset: Annotated[float, "seconds into its file where it goes on; 0 for a new file"] = 0.0


class RecordingStopped(Event, kw_only=True):
    """The separate recorder was stopped."""

    type: ClassVar[str] = "recording_stopped"
    does = "Ends the recording; notes until another begins wait for `cleared`."
    undone_by = "`undone`"
    refused_for = ("no_recorder_runs", "recorder_afterwards")
    number: Annotated[int, "which recording of this interview, from 1"]


class RecordingDeclined(Event, kw_only=True):
    """The informant declined to be recorded; a recorder that was running is stopped by it."""

    type: ClassVar[str] = "recording_declined"
    does = "Ends a recording that runs; nothing asks for a recorder any more."
    undone_by = "`undone`; a later `recording_started`"
    refused_for = ("recording_declined_already",)


class RecordingShifted(Event, kw_only=True):
    """A recording's file was found to lie otherwise against the log; the last shift in force counts."""

    type: ClassVar[str] = "recording_shifted"
    does = "Every moment in that file lies so much later or earlier; no other event changes."
    undone_by = "`undone`; a later shift of the same recording"
    refused_for = ("nothing_recorded", "unknown_recording", "recorder_afterwards")
    number: Annotated[int, "which recording of this interview, from 1"]
    later: Annotated[float, "seconds by which a moment lies later in the file than the marks say"] = 0.0
    earlier: Annotated[float, "seconds by which it lies earlier; one of the two is 0"] = 0.0


class Withheld(Event, kw_only=True):
    """From here on nothing is to be transcribed, until `released`."""

    type: ClassVar[str] = "withheld"
    does = "Begins a span that is not to be transcribed; notes in it wait for `cleared`."
    undone_by = "`undone`; `released` ends it"
    refused_for = ("already_withheld", "recorder_afterwards")
    back: Annotated[float, "seconds before t at which it begins"] = 0.0


class Released(Event, kw_only=True):
    """From here on the talk may be transcribed again."""

    type: ClassVar[str] = "released"
    does = "Ends that span."
    undone_by = "`undone`"
    refused_for = ("recorder_afterwards",)
