"""The review as an application of its own."""

from typing import ClassVar

from textual.binding import BindingType

from interviews.clock import Clock, SystemClock
from interviews.review import Review
from interviews.study import Study
from tui.base_app import BaseApp
from tui.review.desk import ReviewDesk
from tui.review.matrix_screen import MatrixScreen
from tui.words import Words


class StudyReviewApp(BaseApp, inherit_bindings=False):
    """The matrix first; from any cell to what it stands on, and back."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self, study: Study, result: Review, words: Words, theme: str = "dark", clock: Clock | None = None
    ) -> None:
        super().__init__(theme)
        self.desk = ReviewDesk(study, result, words, clock or SystemClock())

    def on_mount(self) -> None:
        """Open the matrix."""
        self.push_screen(MatrixScreen(self.desk))

    def on_unmount(self) -> None:
        """Let go of every log, however the review was left."""
        self.desk.close()


def show_review(study: Study, result: Review, words: Words, theme: str) -> None:
    """Show the review until it is left."""
    app = StudyReviewApp(study, result, words, theme)
    app.run()
    app.raise_crash()
