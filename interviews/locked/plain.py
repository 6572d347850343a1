"""A file's bytes, read as an open study has them."""

import sys
from pathlib import Path

from guide.files import read_file
from interviews.locked.names import is_locked, is_locked_study


def read_plain(path: Path, most: int = -1) -> bytes:
    """A file's bytes as an open study has them. Raises as ``read_file`` does."""
    return plain(read_file(path, most))


def plain(data: bytes) -> bytes:
    """The same of bytes that were read."""
    if not is_locked(data):
        return data
    from interviews.locked.keyring import KEYRING  # no open study pays for it

    return KEYRING.plain(data)


def settle_ends(*, done: bool) -> None:
    """Say of locked files that were rewritten that it is ``done``, or taken back; no open study pays for it."""
    keyring = sys.modules.get("interviews.locked.keyring")
    if keyring is not None:
        keyring.KEYRING.settle_ends(done=done)


def as_kept(study: Path, path: Path, data: bytes) -> bytes:
    """The bytes that a file of a study is to hold: ``data``, locked where the study is.

    Raises:
        LogFailure: the study is locked, and nobody has its key.
        OSError: what is there cannot be read, or a key cannot be kept.
    """
    if not is_locked_study(study):
        return data
    from interviews.locked.keyring import KEYRING  # no open study pays for it

    before = read_file(path) if path.exists() else b""
    if not is_locked(before):
        return KEYRING.whole(path, data)
    made = KEYRING.rewritten(path, before, lambda _: data)
    KEYRING.forget_ends()  # when it is there nobody says
    return made
