"""What of the open card is on the screen, as the desk knows it, whatever draws it."""

from typing import Protocol


class Sight(Protocol):
    """The place where the card stands: it may be too low for all of it."""

    def sees(self, place: int) -> bool:
        """Whether the point in this place, from 0, is on the screen."""

    def bring(self, place: int) -> None:
        """Scroll to the point in this place, from 0."""

    def scroll_card(self, rows: int, *, page: bool = False) -> bool:
        """One step, or one page, up (below 0) or down; False where there is nothing to scroll that way."""


class All:
    """Without a screen all is in sight."""

    def sees(self, _: int) -> bool:
        """Whatever it is."""
        return True

    def bring(self, _: int) -> None:
        """It is there."""

    def scroll_card(self, _: int, *, page: bool = False) -> bool:
        """Nothing is out of sight."""
        return False
