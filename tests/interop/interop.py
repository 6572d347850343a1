"""What the readers' tests share; nothing of the program is imported here."""

import os
import shutil
from pathlib import Path

import pytest

MADE = Path(os.environ.get("INTEROP_MADE", ".cache/interop/made"))
"""Where ``make.py`` has put the exports."""


def needs(program: str) -> pytest.MarkDecorator:
    """A test that is skipped, and said to be, where a program is not installed."""
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")
