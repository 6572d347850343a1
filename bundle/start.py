"""Where the single-file program begins."""

import sys

from tui.main import main

sys.exit(main())
