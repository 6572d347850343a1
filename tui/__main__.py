"""``python -m tui`` is the same as ``intervjuguide``."""

from tui.main import main

raise SystemExit(main())
