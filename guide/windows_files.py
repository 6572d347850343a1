"""Opening files on Windows.

Python alone opens them in a way in which nobody else can replace or delete them meanwhile.

Whoever opens a file there says what others may do with it meanwhile. Python's own way lets nobody rename or delete a
file that is open, not even for reading; so a reader would stand in the way of whoever saves.
"""

import ctypes
import msvcrt
import os
import sys
from ctypes import wintypes
from pathlib import Path

assert sys.platform == "win32"  # noqa: S101  what follows is looked at by a type checker for Windows alone

READING, WRITING, SETTING_RIGHTS = 0x8000_0000, 0x4000_0000, 0x0002_0000 | 0x0004_0000
"""What is done with the file: one for each ``GENERIC_…``, and ``READ_CONTROL | WRITE_DAC``."""

READ, WRITE, DELETE = 1, 2, 4
"""What others may do with it meanwhile; to rename is to delete."""

ANY = READ | WRITE | DELETE
NEW, THERE, THERE_OR_NEW = 1, 3, 4
"""Whether the file is to be made: ``CREATE_NEW``, ``OPEN_EXISTING``, ``OPEN_ALWAYS``."""

_NONE = wintypes.HANDLE(-1).value
_KERNEL = ctypes.WinDLL("kernel32", use_last_error=True)
_CREATE = _KERNEL.CreateFileW
_CREATE.restype = wintypes.HANDLE
_CREATE.argtypes = [
    *(wintypes.LPCWSTR, wintypes.DWORD, wintypes.DWORD, ctypes.c_void_p),
    *(wintypes.DWORD, wintypes.DWORD, wintypes.HANDLE),
]
_CLOSE = _KERNEL.CloseHandle
_CLOSE.argtypes = [wintypes.HANDLE]


def open_shared(
    path: Path, access: int, others: int, make: int = THERE, *, rights: int | None = None, hidden: bool = False
) -> int:
    """An open file's number; ``rights`` is the address of the ``SECURITY_ATTRIBUTES`` of a new file.

    Raises:
        OSError: it cannot be opened.
        ValueError: no file can have that name.
    """
    name = os.fspath(path)
    if "\0" in name:
        raise ValueError("embedded null character")
    handle = _CREATE(name, access, others, rights, make, 0x2 if hidden else 0x80, None)
    if handle == _NONE:
        error = ctypes.get_last_error()
        raise OSError(None, ctypes.FormatError(error).strip(), name, error)
    try:
        return msvcrt.open_osfhandle(handle, (0 if access & WRITING else os.O_RDONLY) | os.O_NOINHERIT)
    except OSError:
        _CLOSE(handle)
        raise
