"""``check`` with a gigabyte of memory and no more, as a program: ``python -m tests.guide.limited FILE``."""

import contextlib
import resource
import sys

from tui.main import main

if __name__ == "__main__":
    with contextlib.suppress(OSError, ValueError):  # macOS knows the limit and refuses to set it
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    sys.exit(main(["check", *sys.argv[1:]]))
