"""The review as an application."""

from contextlib import redirect_stderr
from io import StringIO

from interviews.core.clock import Clock, SystemClock
from interviews.study.folder import Study
from interviews.study.review import Review
from tui.base_app import FirstScreenApp, OrderedKeysApp
from tui.console import print_error
from tui.review.matrix_screen import MatrixScreen
from tui.review.review_model import ReviewModel
from tui.translator import Translator
from tui.where_kept import tell_what_is_kept


class StudyReviewApp(OrderedKeysApp):
    """The matrix first; from any cell to what it stands on, and back."""

    def __init__(
        self, study: Study, result: Review, _: Translator, theme: str = "dark", clock: Clock | None = None
    ) -> None:
        super().__init__(theme)
        self.desk = ReviewModel(study, result, _, clock or SystemClock())

    def on_mount(self) -> None:
        """Open the matrix."""
        self.push_screen(MatrixScreen(self.desk))

    def on_unmount(self) -> None:
        """Let go of every log, however the review was left."""
        self.desk.close()


class StudyPageApp(FirstScreenApp, OrderedKeysApp):
    """One screen of the study's own, shown until it is left."""


def show_study_page(page: str, study: Study, _: Translator, theme: str) -> None:
    """Show the read-throughs (``transcripts``) or the line for reflexive notes (``reflect``) until it is left."""
    from tui.review.study_pages import ReflectScreen, TranscriptsScreen

    screen = TranscriptsScreen if page == "transcripts" else ReflectScreen
    app = StudyPageApp(lambda: screen(study, _, SystemClock()), theme)
    app.run_to_end(_)


def show_review(study: Study, result: Review, _: Translator, theme: str) -> tuple[str, ...]:
    """Show the review until it is left; what was told of its logs then, for a screen that covers the terminal."""
    app = StudyReviewApp(study, result, _, theme)
    said = StringIO()
    try:
        app.run_to_end(_)
    finally:
        try:
            with redirect_stderr(said):
                for session in app.desk.left:
                    tell_what_is_kept(session, _)
        finally:
            lines = tuple(said.getvalue().splitlines())
            for line in lines:
                print_error(line)
    return lines
