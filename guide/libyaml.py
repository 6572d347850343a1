"""PyYAML, for its libyaml, without the patterns of its other reader.

``import yaml`` makes thirteen patterns ready for the readers written in Python, which nobody here uses; one of them,
of all the characters that there are, takes as long as the rest of a guide's reading. They wait until they are asked.
"""

import re
from typing import Any


class _PatternWhenUsed:
    """A pattern that is compiled when something is first looked for with it, and is like any other then."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        return getattr(re.compile(self._pattern, self._flags), name)


_compile = re.compile
re.compile = _PatternWhenUsed  # type: ignore[assignment]  # while PyYAML is imported, and no longer
try:
    import yaml
finally:
    re.compile = _compile

__all__ = ["yaml"]
