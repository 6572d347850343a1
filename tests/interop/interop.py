"""What the readers' tests share; nothing of the program is imported here."""

import os
import re
import shutil
from pathlib import Path

import pytest

MADE = Path(os.environ.get("INTEROP_MADE", ".cache/interop/made"))
"""Where ``make.py`` has put the exports."""


def carried(text: str, breaks: str = "\n") -> str:
    """The words as a file for others has them: one kind of line break, numbers for what none holds."""
    lines = re.sub("\r\n|[\n\r\v\f\x85\u2028\u2029]", breaks, text)
    return re.sub("[\x00-\x08\x0e-\x1f\ud800-\udfff]", lambda found: f"‹{ord(found[0]):02X}›", lines)


def needs(program: str) -> pytest.MarkDecorator:
    """A test that is skipped, and said to be, where a program is not installed."""
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")
