"""Practice interviews with an informant written beforehand."""

import re

_DOTS = re.compile(r"[.… ]+")


def is_kept_silence(text: str) -> bool:
    """Whether an utterance is nothing but dots: one says nothing, and waits."""
    return _DOTS.fullmatch(text) is not None
