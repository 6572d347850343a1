"""A study that stays anonymous: what becomes of dates.

``anonymous: yes`` in the guide means that nothing the program writes tells when something was, on which machine, or of
whom. An interview goes by its own copy of the guide; what is written of the whole study goes by the guide as it is now.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from guide.files import read_file
from guide.frozen import Value
from guide.reading import read_guide_file

_SAYS_SO = re.compile(
    rb"^(?:\xef\xbb\xbf)?[\"']?anonymous[\"']?[ \t]*:[ \t]*[\"']?(?!no\b|nei\b|false\b|[ \t]*$)\w",
    re.MULTILINE | re.IGNORECASE,
)
Dated = TypeVar("Dated", bound=Value)


def is_anonymous(folder: Path) -> bool:
    """Whether a study's guide says that it stays anonymous; of one that has faults just now its text is believed."""
    path = folder / "guide.yaml"
    try:
        data = read_file(path)
    except (OSError, ValueError):
        return False
    if b"anonymous" not in data.lower():  # most studies say nothing, and pay for nothing
        return False
    guide = read_guide_file(path, path.name).guide
    return guide.anonymous if guide is not None else _SAYS_SO.search(data) is not None


def without_dates(folder: Path, entries: Iterable[Dated]) -> tuple[Dated, ...]:
    """The entries as the study keeps them: without a date where it stays anonymous."""
    told = tuple(entries)
    if not any(getattr(one, "date", "") for one in told) or not is_anonymous(folder):
        return told
    return tuple(one.but(date="") if getattr(one, "date", "") else one for one in told)
