"""PyYAML's libyaml, without the patterns of its other reader.

``import yaml`` makes thirteen patterns ready for the readers written in Python, which nobody here uses; one of them,
of all the characters that there are, takes as long as the rest of a guide's reading. They wait until they are asked.
"""

import re
from _thread import get_ident
from typing import Any


class _PatternWhenUsed:
    """A pattern that is compiled when something is first looked for with it, and is like any other then."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what a copy or a pickle asks for before there is anything
            raise AttributeError(name)
        return getattr(re.compile(self._pattern, self._flags), name)


_compile, _here = re.compile, get_ident()


def _compile_when_used(pattern: Any, flags: Any = 0) -> Any:
    """As ``re.compile`` for every thread but the one that imports PyYAML."""
    return _PatternWhenUsed(pattern, flags) if get_ident() == _here else _compile(pattern, flags)


re.compile = _compile_when_used
try:  # while PyYAML is imported, and no longer
    import yaml
finally:
    re.compile = _compile

__all__ = ["yaml"]
