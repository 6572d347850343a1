"""The terminal: how keys come in, one implementation a system."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver


def terminal_driver() -> "type[Driver]":
    """Textual's driver for this system, with ``Reader`` as its way in; pass it as ``App(driver_class=…)``."""
    if sys.platform == "win32":
        from tui.terminal.windows_driver import ConsoleDriver

        return ConsoleDriver
    else:  # noqa: RET505  a type checker looks at one of the two
        from tui.terminal.posix_driver import TerminalDriver

        return TerminalDriver
