"""The user's own key, which seals what the program wrote.

Anybody who can read the user's data has it. It tells what came with a study, or was put into a folder by somebody else,
from what this user's program made.
"""

import os
from contextlib import suppress

from guide.files import read_file
from interviews.os_support import data_folder, make_folder

_LENGTH = 64

UNSIGNED = "0" * 64
"""What stands for the sum in a file that is not signed yet."""

MARK = f"made by intervjuguide, sha256 {UNSIGNED}"
"""The mark in such a file."""


def own_key() -> bytes:
    """The key; made where there is none, and anew where it was cut short: anybody could make that one too.

    Raises:
        OSError: it can neither be read nor made.
    """
    path = data_folder() / "key"
    there = path.exists()
    key = read_file(path, 1024) if there else b""
    if len(key) >= _LENGTH:
        return key
    from interviews.save import save  # a key is made once

    make_folder(path.parent)
    with suppress(FileExistsError):  # another window has made it meanwhile
        save(path, os.urandom(_LENGTH // 2).hex().encode(), new=not there)
    return read_file(path, 1024)
