"""How an application of ours fails: the terminal is given back, and no traceback shows anyone's words."""

from textual.app import App


class QuietCrash(App[str]):
    """Keeps what crashed it, for the command line to say in one line."""

    def _fatal_error(self) -> None:
        """Leave without drawing the traceback that Textual would draw, with the values of every variable in it."""
        self._close_messages_no_wait()

    def raise_crash(self) -> None:
        """Raise what crashed the application, if anything did.

        Raises:
            Exception: whatever ended the application.
        """
        if self._exception is not None:
            raise self._exception
