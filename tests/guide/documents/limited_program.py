"""The program with a gigabyte of memory and no more, and with lower limits for documents: as ``python -m tui``."""

import sys

from tests.guide.sizes import limit_memory, lower_limits
from tui.main import main

if __name__ == "__main__":
    limit_memory()
    lower_limits()
    sys.exit(main(sys.argv[1:]))
