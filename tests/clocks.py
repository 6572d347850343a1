"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta


class StandingClock:
    """Runs and tells the time of day only when told to go on; ``boot`` names its computer's running."""

    def __init__(self, wall: datetime = datetime(2026, 3, 2, 10, 0, tzinfo=UTC), boot_name: str = "one") -> None:
        self.seconds = 1000.0
        self.moment = wall
        self.boot_name = boot_name

    def go_on(self, seconds: float) -> None:
        """Let time pass, for both clocks."""
        self.seconds += seconds
        self.moment += timedelta(seconds=seconds)

    def running(self) -> float:
        """Seconds on the running clock."""
        return self.seconds

    def boot(self) -> str:
        """The name of the running."""
        return self.boot_name

    def wall(self) -> datetime:
        """The time of day."""
        return self.moment
