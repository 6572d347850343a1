"""Files that are made from a study and can be made again: private, and never in the way of anybody's own work.

A made file carries a mark with the digest of what was made, so that one that a person has changed since is known.
"""

import os
import re
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

_UNSIGNED = "0" * 64
_MARK = re.compile(r"made by intervjuguide, sha256 ([0-9a-f]{64})")


class InTheWayError(Exception):
    """A file is there that was not made here, or was changed since."""


def signed_markdown(text: str) -> str:
    """The text with the mark as a comment at its end."""
    return _signed(f"{text}\n\n<!-- made by intervjuguide, sha256 {_UNSIGNED} -->\n")


def signed_json(text: str) -> str:
    """A JSON object's text with the mark as its last key."""
    mark = f'"made": "made by intervjuguide, sha256 {_UNSIGNED}"'
    return _signed(f"{text.rstrip().removesuffix('}').rstrip()},\n {mark}\n}}\n")


def write_made(path: Path, text: str) -> None:
    """Write a signed text, readable by its owner only, whole or not at all; one made here before is replaced.

    Raises:
        InTheWayError: what is there was not made here, or was changed since.
        OSError: it cannot be written.
    """
    if os.path.lexists(path) and not _is_ours(path):
        raise InTheWayError
    fd, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # 0600
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _signed(text: str) -> str:
    return text.replace(_UNSIGNED, sha256(text.encode()).hexdigest())


def _is_ours(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    marks = list(_MARK.finditer(text))
    return bool(marks) and _signed_again(text, marks[-1]) == marks[-1][1]


def _signed_again(text: str, mark: re.Match[str]) -> str:
    return sha256((text[: mark.start(1)] + _UNSIGNED + text[mark.end(1) :]).encode()).hexdigest()
