"""Actions of the interview itself.

Undo, time, recorder, pauses, the opening, the end.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from guide.model import Point
from guide.normalize import plain
from interviews.core import commands as do
from interviews.core.checklists import missing_gates
from interviews.core.events import Refusal
from interviews.core.handlers import is_paused
from interviews.core.recorder import is_withheld, recording
from interviews.core.state import Interview
from tui.input import cards
from tui.input import screen_commands as show
from tui.input.action import ENDING, Action, argument_of
from tui.input.context import Context
from tui.input.screen_commands import Intent
from tui.time_format import ago, ago_of, shift_of
from tui.translator import N_, Translator

if TYPE_CHECKING:
    from tui.live.action_runner import ActionRunner
    from tui.live.view_state import ViewState


_RECORDER: dict[str, Intent] = {
    "same": do.ToggleRecording(same=True),
    "stop": do.StopRecording(),
    "no": do.DeclineRecording(),
}
"""What follows the recorder's word."""


def _shifted(tail: str, _: Context, _word: str) -> Intent | Refusal:
    shift = shift_of(tail)
    return Refusal("which_shift") if shift is None else do.ShiftRecording(shift.seconds, shift.number)


def _withheld(tail: str, _: Context, _word: str) -> Intent | Refusal:
    ago = ago_of(tail.strip().removeprefix("-"))
    if plain(tail.strip()) in ENDING:
        return show.GoOn(off_record=True)
    return do.ToggleTranscribing(ago.seconds) if ago is not None and not ago.text else Refusal("offrecord_how")


def _recorder(meaning: Intent, context: Context, _: Translator) -> str:
    """What would be marked of the recorder; past its limit that the next recording begins."""
    recorder, number = context.guide.recorder, context.standing().past_limit
    match meaning:
        case do.ToggleRecording(same=False) if number is not None and recorder is not None:
            return _(
                "begin recording {number}; recording {before} is ended at {minutes} min",
                number=number + 1,
                before=number,
                minutes=f"{recorder.limit:g}",
            )
        case do.ToggleRecording(same=False) if context.standing().recording is not None:
            return _("mark that the recorder is stopped")
        case do.ToggleRecording() if context.standing().unrecorded:
            return _("record all the same, after the informant declined")
        case do.ToggleRecording():
            return _("mark that the recorder runs")
        case do.StopRecording():
            return _("mark that the recorder is stopped")
        case do.DeclineRecording():
            return _("mark that the informant declines recording")
        case do.ShiftRecording(seconds=seconds, number=shifted):
            return _("shift recording {number} by {seconds} s", number=shifted or "", seconds=f"{seconds:+g}")
        case _:
            return _("Recorder")


def _tell_going_on(meaning: Intent, context: Context, _: Translator) -> str:
    """What is over by it, where anything is."""
    match meaning:
        case do.ToggleTranscribing(back=0.0) | show.GoOn(off_record=True) if context.standing().withheld:
            return _("transcribe again from here")
        case do.TogglePause() | show.GoOn(off_record=False) if context.standing().paused:
            return _("go on after the pause")
        case show.GoOn(off_record=False) if context.standing().withheld:
            return _("transcribe again from here")
        case do.ToggleTranscribing(back=back) if back:
            return _("{ago} ago: {what}", ago=ago(back), what=_("Do not transcribe"))
        case do.ToggleTranscribing():
            return _("Do not transcribe")
        case do.TogglePause():
            return _("Pause")
        case _:
            return _("Go on")


def _record(runner: "ActionRunner", intent: Intent, began: float | None) -> bool:
    """Before its gates are ticked the recorder's mark asks once; the second time it is made.

    Where the running recording has lasted as long as one may, it was stopped then, and the next one begins.
    """
    same = isinstance(intent, do.ToggleRecording) and intent.same
    interview, over = runner.table.interview, runner.table.past_limit if not same else None
    missing = () if interview.started.afterwards else missing_gates(interview)
    starts = recording(interview) is None
    refused = runner.table.session.refusal_of(do.ToggleRecording(confirmed=True, same=same), began)
    if refused is not None:
        return runner.table.refuse(refused)
    if starts and missing and not runner.attention.confirms("gate_first", frozenset(point.id for point in missing)):
        return runner.ask_once(Refusal("gate_first", {"points": list_points(missing)}), missing)
    if over is not None and not runner.act(do.StopRecording(at_limit=True), began):
        return False
    return runner.act(do.ToggleRecording(confirmed=True, same=same), began)


def _run_recorder(runner: "ActionRunner", intent: Intent, began: float | None) -> bool:
    toggles = isinstance(intent, do.ToggleRecording)
    return _record(runner, intent, began) if toggles else isinstance(intent, do.Command) and runner.act(intent, began)


def list_points(points: Sequence[Point]) -> str:
    """Points in one line."""
    return " · ".join(point.text for point in points)


def going_on(intent: show.GoOn, interview: Interview) -> do.Command | None:
    """What goes on: a pause that is on, else what is off the record, which alone may be asked for; None for nothing."""
    if is_paused(interview) and not intent.off_record:
        return do.TogglePause()
    return do.ToggleTranscribing() if is_withheld(interview) else None


def _refuse_going_on(intent: Intent, table: "ViewState", _: float | None) -> Refusal | None:
    if not isinstance(intent, show.GoOn) or going_on(intent, table.interview) is not None:
        return None
    return Refusal("not_off_record" if intent.off_record else "nothing_paused")


def _go_on(runner: "ActionRunner", intent: Intent, _: float | None) -> bool:
    goes_on = going_on(intent, runner.table.interview) if isinstance(intent, show.GoOn) else None
    return goes_on is not None and runner.act(goes_on)


def _tell_time(runner: "ActionRunner", _: Intent, _began: float | None) -> bool:
    runner.tell_time()
    return True


def _show_opening(runner: "ActionRunner", _: Intent, _began: float | None) -> bool:
    runner.lay(cards.opening_card(runner.table.interview, runner.table._))
    return True


def _close_interview(runner: "ActionRunner", _: Intent, _began: float | None) -> bool:
    runner.walk.close()
    return True


def _leave(runner: "ActionRunner", _: Intent, _began: float | None) -> bool:
    runner.leave()
    return True


ACTS: tuple[Action, ...] = (
    Action(
        "undo",
        N_("Undo"),
        N_("undo the last act, one at a time"),
        "session",
        "Ctrl+Z",
        "undo",
        "angre",
        binding="ctrl+z",
        later=True,
        means=do.Undo(),
    ),
    Action(
        "time",
        N_("Time"),
        N_("the time: what is left, and how you stand"),
        "session",
        "/time",
        "time",
        "tid",
        heard=("klokka", "klokke", "varighet"),
        means=show.TellTime(),
        run=_tell_time,
    ),
    Action(
        "rec",
        N_("Recorder"),
        N_("mark that the recorder was started or stopped; /rec same: the same file; /rec no: declined"),
        "session",
        "/rec",
        "rec",
        "opptak",
        heard=("diktafon", "lyd"),
        means=do.ToggleRecording(),
        parse=lambda tail, _context, _word: _RECORDER.get(argument_of(tail), Refusal("rec_how")),
        tell=_recorder,
        run=_run_recorder,
        makes=(do.StopRecording, do.DeclineRecording),
    ),
    Action(
        "shift",
        N_("Shift a recording"),
        N_("recording 1 turned out to lie 3 s earlier than the marks"),
        "session",
        "/shift 1 -3s",
        "shift",
        "forskyv",
        takes=True,
        parse=_shifted,
        tell=_recorder,
        makes=(do.ShiftRecording,),
    ),
    Action(
        "transcribe",
        N_("Do not transcribe"),
        N_("from here (or /offrecord 90s: from 90 s ago) nothing is to be transcribed; again: it may be again"),
        "session",
        "Ctrl+T",
        "offrecord",
        "fortrolig",
        binding="ctrl+t",
        anywhere=True,
        heard=("privat", "konfidensielt"),
        nn="fortruleg",
        means=do.ToggleTranscribing(),
        parse=_withheld,
        tell=_tell_going_on,
    ),
    Action(
        "opening",
        N_("Opening"),
        N_("the opening's points"),
        "session",
        "/opening",
        "opening",
        "åpning",
        nn="opning",
        means=show.ShowCard("opening"),
        refuse=lambda _intent, table, _began: None if table.interview.guide.opening else Refusal("no_opening"),
        run=_show_opening,
    ),
    Action(
        "pause",
        N_("Pause"),
        N_("pause, or go on"),
        "session",
        "/pause",
        "pause",
        "pause",
        means=do.TogglePause(),
        tell=_tell_going_on,
    ),
    Action(
        "go_on",
        N_("Go on"),
        N_("the pause (Enter does it too), or what is off the record, is over"),
        "session",
        "/continue",
        "continue",
        "fortsett",
        heard=("resume",),
        nn="haldfram",
        means=show.GoOn(),
        tell=_tell_going_on,
        refuse=_refuse_going_on,
        run=_go_on,
    ),
    Action(
        "stop",
        N_("The informant wishes to stop"),
        N_("the informant wishes to stop: straight to the closing"),
        "session",
        "/stop",
        "stop",
        "stopp",
        means=do.Stop(),
        tell=lambda _meaning, _context, _: _("mark that the informant wishes to stop"),
    ),
    Action(
        "end",
        N_("Close the interview"),
        N_("close: what is uncovered, the closing, after"),
        "session",
        "/end",
        "end",
        "slutt",
        heard=("avslutt", "ferdig"),
        means=show.BeginClosing(),
        run=_close_interview,
    ),
    Action(
        "quit",
        N_("Leave"),
        N_("leave; the interview can be taken up again"),
        "session",
        "Ctrl+Q",
        "quit",
        "forlat",
        binding="ctrl+q",
        anywhere=True,
        means=show.Quit(),
        run=_leave,
    ),
)
"""In the order of the help."""
