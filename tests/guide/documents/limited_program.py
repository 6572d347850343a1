"""The program with a gigabyte of memory and no more, and with lower limits for documents: as ``python -m tui``."""

import contextlib
import resource
import sys

from tests.guide.sizes import lower_limits
from tui.main import main

if __name__ == "__main__":
    with contextlib.suppress(OSError, ValueError):  # macOS knows the limit and refuses to set it
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    lower_limits()
    sys.exit(main(sys.argv[1:]))
