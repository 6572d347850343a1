"""What happens to clocks between two sittings."""

from datetime import timedelta

from tests.clocks import StandingClock


class HouseClock(StandingClock):
    """A computer's two clocks, and the things that people and power cuts do to them."""

    def suspend(self, seconds: float) -> None:
        """Close the lid for a while: both clocks go on."""
        self.go_on(seconds)

    def reboot(self, seconds: float) -> None:
        """Start the computer anew: the running clock begins again, under another name."""
        self.moment += timedelta(seconds=seconds)
        self.seconds = 12.5
        self.boot_name += "'"

    def set_wall(self, seconds: float) -> None:
        """Set the wall clock forward, or back."""
        self.moment += timedelta(seconds=seconds)
