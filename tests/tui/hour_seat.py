"""A desk with half an hour's guide, where the study so far helps and time goes on as told."""

from collections.abc import Callable, Iterator
from pathlib import Path

from guide.model import Guide, Point, Probe, Question, Section
from tests.clocks import StandingClock
from tests.tui.desk_helpers import Seat
from tui.live.live_controller import LiveController
from tui.live.options import LiveOptions
from tui.translator import Language, Translator


def _question(id: str, minutes: float | None = None, *, optional: bool = False) -> Question:
    return Question(id=id, ask=f"Hva med {id}?", label=id, minutes=minutes, optional=optional)


HALF = Guide(
    title="Halvtime",
    minutes=30.0,
    sections=(
        Section("Først", (), (_question("A1", 4.0), _question("A2"), _question("A3", optional=True))),
        Section("Så", (), (_question("B1", 6.0), _question("B2").but(two_sided=True, probes=(Probe("Hvorfor?"),)))),
    ),
    closing=(_question("Z1"),),
)
"""Half an hour, five minutes of it for the closing: A1 4 min, B1 6 min, A2 (A3) B2 5 min each."""
OPENED = HALF.but(opening=(Point("consent", "Samtykke", gate=("recording",)),))
IDLE = "shift+tab"
"""A key that does nothing."""
IN_THE_MIDDLE = "15 min igjen, tid til 1: A2 B1 B2 ~16 min + avslutning 5"


class HourSeat(Seat):
    """A seat where the study so far and the user's wishes help."""

    def __init__(
        self,
        folder: Path,
        *,
        guide: Guide = HALF,
        language: Language = "nb",
        clock: StandingClock | None = None,
        resume: bool = False,
        helps: LiveOptions | None = None,
    ) -> None:
        super().__init__(folder, guide=guide, language=language, clock=clock, resume=resume)
        self.desk = LiveController(self.session, Translator(language), self.line, self.calls.append, helps)
        self.table = self.desk.table
        self.read_between()

    def at(self, t: float) -> "HourSeat":
        """Wait until so many seconds into the interview."""
        self.clock.go_on(t - self.session.now)
        return self

    @property
    def mode(self) -> type:
        """What Enter and Esc mean now."""
        return type(self.table.mode)

    @property
    def text(self) -> str:
        """What the open card says."""
        assert self.table.card is not None
        return "\n".join(part for part in (self.table.card.lead, self.table.card.text) if part)


SitDown = Callable[..., HourSeat]


def sittings(folder: Path) -> Iterator[SitDown]:
    """Sit down at desks in one study, as often as wanted; they are left when the test ends."""
    taken: list[HourSeat] = []

    def sit(**how: object) -> HourSeat:
        taken.append(HourSeat(folder, **how))  # type: ignore[arg-type]
        return taken[-1]

    yield sit
    for seat in taken:
        seat.session.close()


def ended(sit_down: SitDown, *lines: str) -> HourSeat:
    """An interview in which these lines were said, just ended."""
    seat = sit_down()
    seat.say("/a1")
    for line in lines:
        seat.say(line)
    seat.say("/end")
    seat.key("enter", "enter")
    assert seat.last == {"type": "ended"}
    return seat
