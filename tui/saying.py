"""Everything printed outside the screens goes through here, made harmless for the terminal first."""

import sys

from tui.verbatim import visible


def say(text: str = "") -> None:
    """Print to standard output."""
    sys.stdout.write("\n".join(visible(line) for line in text.split("\n")) + "\n")


def complain(text: str) -> None:
    """Print one line to standard error."""
    sys.stderr.write(visible(text) + "\n")
