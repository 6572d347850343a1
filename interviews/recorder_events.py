"""What happened to the recorder that lies on the table, and what of its sound is not to be transcribed."""

from typing import Annotated, ClassVar

from interviews.event import Event


class RecordingStarted(Event, kw_only=True):
    """The separate recorder was started."""

    type: ClassVar[str] = "recording_started"
    number: Annotated[int, "which recording of this interview, from 1"]
    missing: Annotated[
        tuple[str, ...], "opening points wanted before recording and not ticked; confirmed by the person"
    ] = ()
    offset: Annotated[float, "seconds into its file where it goes on; 0 for a new file"] = 0.0


class RecordingStopped(Event, kw_only=True):
    """The separate recorder was stopped."""

    type: ClassVar[str] = "recording_stopped"
    number: Annotated[int, "which recording of this interview, from 1"]


class RecordingDeclined(Event, kw_only=True):
    """The informant declined to be recorded; a recorder that was running is stopped by it."""

    type: ClassVar[str] = "recording_declined"


class RecordingShifted(Event, kw_only=True):
    """A recording's file was found to lie otherwise against the log; the last shift in force counts."""

    type: ClassVar[str] = "recording_shifted"
    number: Annotated[int, "which recording of this interview, from 1"]
    later: Annotated[float, "seconds by which a moment lies later in the file than the marks say"] = 0.0
    earlier: Annotated[float, "seconds by which it lies earlier; one of the two is 0"] = 0.0


class Withheld(Event, kw_only=True):
    """From here on nothing is to be transcribed, until `released`."""

    type: ClassVar[str] = "withheld"
    back: Annotated[float, "seconds before t at which it begins"] = 0.0


class Released(Event, kw_only=True):
    """From here on the talk may be transcribed again."""

    type: ClassVar[str] = "released"
