"""The user's own key, which seals what the program wrote.

Anybody who can read the user's data has it. It tells what came with a study, or was put into a folder by somebody else,
from what this user's program made.
"""

import os
from contextlib import suppress

from guide.files import read_file
from interviews.os_support import data_folder, make_folder


def own_key() -> bytes:
    """The key; made where there is none.

    Raises:
        OSError: it can neither be read nor made.
    """
    path = data_folder() / "key"
    if not path.exists():
        from interviews.save import save  # a key is made once

        make_folder(path.parent)
        with suppress(FileExistsError):  # another window has made it meanwhile
            save(path, os.urandom(32).hex().encode(), new=True)
    return read_file(path, 1024)
