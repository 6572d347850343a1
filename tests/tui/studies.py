"""Studies on disk with interviews in them, made by the same acts that the screen gives."""

from pathlib import Path

from guide.model import Guide
from interviews.core import commands as do
from interviews.core.commands import Command
from interviews.core.events import Mode, Refusal
from interviews.session import Session
from tests.clocks import StandingClock
from tests.interviewer import thesis_study
from tests.tui.lines import GUIDE
from tui import VERSION

SHORT: tuple[Command, ...] = (
    do.ToggleRecording(confirmed=True),
    do.AskQuestion("B1"),
    do.TakeNote("bandet på byen, uformell møteplass #b8 #arena"),
    do.TakeNote("", "bookmark"),
    do.MarkCovered((), 3),
    do.TakeNote("kulturendring?", "follow_up"),
    do.MarkCovered(("B8",)),
    do.Decline(("C1",), "vondt"),
)


def study_with(folder: Path, *interviews: str) -> Path:
    """A study of the thesis with these interviews, by their files' names."""
    thesis_study(folder)
    for name in interviews:
        hold(folder, name)
    return folder


def hold(
    folder: Path,
    name: str = "I1",
    acts: tuple[Command, ...] = SHORT,
    *,
    ended: bool = True,
    mode: Mode | None = None,
    clock: StandingClock | None = None,
    guide: Guide = GUIDE,
) -> Path:
    """Hold an interview, ten seconds an act; the log."""
    if clock is None:
        clock = StandingClock()
        clock.go_on(7 * 86400 * int(name.partition("-")[2] or 0))
    log = folder / "interviews" / f"{name}.jsonl"
    kind: Mode = mode or ("pilot" if name.startswith("P") else "live")
    session = Session.new(log, guide, name.partition("-")[0], kind, clock, VERSION)
    for act in (*acts, *((do.End(),) if ended else ())):
        assert not isinstance(session.do(act), Refusal), act
        clock.go_on(10)
    session.close()
    return log
