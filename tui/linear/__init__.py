"""The linear mode: an interview as plain lines.

For ears, fingers and logs.
"""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.linear.source import Hear, Source


def open_source(hear: "Hear", *, brackets: bool) -> "Source":
    """Standard input; ``brackets`` says that a terminal is to mark where a paste begins and ends."""
    terminal = sys.stdin is not None and sys.stdin.isatty()
    if sys.platform == "win32":
        from tui.linear.windows_source import Console, Stream

        return Console(hear) if terminal else Stream(hear)
    else:  # noqa: RET505  a type checker looks at one of the two
        from tui.linear.posix_source import PosixTerminal, Stream

        return PosixTerminal(hear, brackets=brackets) if terminal else Stream(hear)
