"""Windows, from version 10 on.

Locks are on one byte far beyond a file's end, for Windows lets nobody read or write what is locked. Modes are lists of
who may do what: here the user, the system itself and the administrators, as in the user's own folders. A folder's names
are the file system's own care: nothing syncs them. A file that another program has just opened (a virus scanner, an
index, a cloud drive) cannot be renamed or deleted in that moment, so both are tried again for a while.
"""

import atexit
import ctypes
import errno
import msvcrt
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from ctypes import wintypes
from functools import cache
from hashlib import sha256
from pathlib import Path

from guide import windows_files
from guide.files import read_file
from interviews.os_support.folders import Disk, data_folder, make_folder_durably

assert sys.platform == "win32"  # noqa: S101  what follows is looked at by a type checker for Windows alone

REPLACES_OPEN = False
"""As ``System`` says; newer NTFS can, a memory stick cannot."""

IN_USE = (32, 33)
"""Windows' numbers for a file that another program has open, or has locked."""

_DENIED = 5
_LOCKED = (33, 997)  # somebody else holds it; it would have to be waited for
_TRIES = 40
_BETWEEN_TRIES = 0.025
"""Seconds; a scanner or a cloud drive looks at a new file for much less than all of them."""

_AT_ONCE, _ALONE = 1, 2
_BEYOND = 1 << 30  # times 4 GiB: no log is so long
_REPLACE, _ON_DISK = 1, 8
_FILE, _DACL, _PROTECTED, _INHERITED = 1, 4, 0x8000_0000, 0x2000_0000
_NO_CRITICAL_BOX, _NO_FAULT_BOX, _NO_HEAP = 1, 2, 1
_TIME_OF_DAY = 3
_LONGEST = 32_768  # signs of a path
_REMOVABLE = 2
_LAST_MOMENTS = 10.0  # seconds; Windows itself grants fewer

_KERNEL = ctypes.WinDLL("kernel32", use_last_error=True)
_RIGHTS = ctypes.WinDLL("advapi32", use_last_error=True)
_NT = ctypes.WinDLL("ntdll")


class _Overlapped(ctypes.Structure):
    """Where in a file: ``OVERLAPPED``."""

    _fields_ = (
        ("status", ctypes.c_void_p),
        ("done", ctypes.c_void_p),
        ("low", wintypes.DWORD),
        ("high", wintypes.DWORD),
        ("event", wintypes.HANDLE),
    )


class _NewRights(ctypes.Structure):
    """What a new file begins with: ``SECURITY_ATTRIBUTES``."""

    _fields_ = (("length", wintypes.DWORD), ("rights", ctypes.c_void_p), ("inherit", wintypes.BOOL))


class _TimeOfDay(ctypes.Structure):
    """``SYSTEM_TIMEOFDAY_INFORMATION``; the start is moved with the wall clock, and ``moved`` says by how much."""

    _fields_ = (
        ("started", ctypes.c_longlong),
        ("now", ctypes.c_longlong),
        ("zone", ctypes.c_longlong),
        ("zone_id", wintypes.ULONG),
        ("reserved", wintypes.ULONG),
        ("moved", ctypes.c_ulonglong),
        ("slept", ctypes.c_ulonglong),
    )


_KERNEL.GetTickCount64.restype = ctypes.c_ulonglong
_KERNEL.LockFileEx.argtypes = [wintypes.HANDLE, *[wintypes.DWORD] * 4, ctypes.c_void_p]
_KERNEL.MoveFileExW.argtypes = [wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD]
_KERNEL.GetCurrentProcess.restype = wintypes.HANDLE
_KERNEL.CloseHandle.argtypes = [wintypes.HANDLE]
_KERNEL.LocalFree.argtypes = [ctypes.c_void_p]
_RIGHTS.OpenProcessToken.argtypes = [wintypes.HANDLE, wintypes.DWORD, ctypes.c_void_p]
_RIGHTS.GetTokenInformation.argtypes = [wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD, ctypes.c_void_p]
_RIGHTS.ConvertSidToStringSidW.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
_RIGHTS.ConvertStringSecurityDescriptorToSecurityDescriptorW.argtypes = [
    *(wintypes.LPCWSTR, wintypes.DWORD, ctypes.c_void_p, ctypes.c_void_p),
]
_RIGHTS.GetSecurityDescriptorDacl.argtypes = [ctypes.c_void_p] * 4
_RIGHTS.ConvertSecurityDescriptorToStringSecurityDescriptorW.argtypes = [
    *(ctypes.c_void_p, wintypes.DWORD, wintypes.DWORD, ctypes.c_void_p, ctypes.c_void_p),
]
_RIGHTS.GetNamedSecurityInfoW.argtypes = [wintypes.LPCWSTR, ctypes.c_int, wintypes.DWORD, *[ctypes.c_void_p] * 5]
_RIGHTS.SetNamedSecurityInfoW.argtypes = [wintypes.LPCWSTR, ctypes.c_int, wintypes.DWORD, *[ctypes.c_void_p] * 4]
_RIGHTS.SetSecurityInfo.argtypes = [wintypes.HANDLE, ctypes.c_int, wintypes.DWORD, *[ctypes.c_void_p] * 4]


def _last_error(path: Path | None = None) -> OSError:
    number = ctypes.get_last_error()
    return OSError(None, ctypes.FormatError(number).strip(), None if path is None else os.fspath(path), number)


# ---------------------------------------------------------------------------------------------------------- files


def sync(fd: int) -> None:
    """As ``System`` says: ``FlushFileBuffers``."""
    os.fsync(fd)


def sync_name(folder: Path) -> None:
    """As ``System`` says: nothing is done; NTFS keeps its names in a journal, and renaming waits for the disk."""


def open_new(path: Path) -> int:
    """As ``System`` says."""
    return _open_new(path, windows_files.READ | windows_files.WRITE)


def open_to_rename(path: Path) -> int:
    """As ``System`` says."""
    return _open_new(path, windows_files.ANY)


def _open_new(path: Path, others: int) -> int:
    access = windows_files.READING | windows_files.WRITING | windows_files.SETTING_RIGHTS
    with _rights(_own_rights()) as rights:
        new = _NewRights(ctypes.sizeof(_NewRights), rights, inherit=False)
        return windows_files.open_shared(path, access, others, windows_files.NEW, rights=ctypes.addressof(new))


def open_nameless(_folder: Path) -> int | None:
    """As ``System`` says: there are none."""
    return None


def give_name(_fd: int, path: Path) -> None:
    """As ``System`` says; never asked, since there are no nameless files."""
    raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(path))


def open_to_write(path: Path) -> int:
    """As ``System`` says; nobody can rename or delete the file meanwhile."""
    with suppress(PermissionError):  # one may write in somebody else's file and not say who else may
        return windows_files.open_shared(
            path,
            windows_files.READING | windows_files.WRITING | windows_files.SETTING_RIGHTS,
            windows_files.READ | windows_files.WRITE,
        )
    return windows_files.open_shared(
        path, windows_files.READING | windows_files.WRITING, windows_files.READ | windows_files.WRITE
    )


def open_to_lock(path: Path, *, make: bool) -> int:
    """As ``System`` says."""
    if make:
        return windows_files.open_shared(
            path, windows_files.READING | windows_files.WRITING, windows_files.ANY, windows_files.THERE_OR_NEW
        )
    return windows_files.open_shared(path, windows_files.READING, windows_files.ANY)


def open_folder(folder: Path) -> int:
    """As ``System`` says: Windows locks no folders, so what is locked is a file that stands for it, of this user's."""
    if not folder.is_dir():
        folder.stat()  # says what is wrong
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    name = sha256(os.path.normcase(os.path.realpath(folder)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    place = data_folder() / "locks" / name
    make_folder_durably(place.parent, close_folder, sync_name)
    return open_to_lock(place, make=True)


def lock(fd: int, *, shared: bool = False) -> None:
    """As ``System`` says."""
    place = _Overlapped(high=_BEYOND)
    how = _AT_ONCE | (0 if shared else _ALONE)
    if not _KERNEL.LockFileEx(msvcrt.get_osfhandle(fd), how, 0, 1, 0, ctypes.byref(place)):
        if ctypes.get_last_error() in _LOCKED:
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        raise _last_error()


def read_at(fd: int, length: int, place: int) -> bytes:
    """As ``System`` says; where the file is read or written next is changed by it."""
    os.lseek(fd, place, os.SEEK_SET)
    return os.read(fd, length)


def write_at(fd: int, data: bytes, place: int) -> int:
    """As ``System`` says."""
    os.lseek(fd, place, os.SEEK_SET)
    return os.write(fd, data)


def replace(path: Path, target: Path) -> None:
    """As ``System`` says; returns once the new name is on the disk. A folder with an open file in it is denied."""
    _try_again(lambda: _KERNEL.MoveFileExW(os.fspath(path), os.fspath(target), _REPLACE | _ON_DISK), path, target)


def remove(path: Path) -> None:
    """As ``System`` says."""
    _try_again(lambda: _try_remove(path), path)


def _try_remove(path: Path) -> bool:
    try:
        path.unlink()
    except OSError as error:
        if error.winerror not in (*IN_USE, _DENIED):
            raise
        ctypes.set_last_error(error.winerror)
        return False
    return True


def _try_again(act: Callable[[], int], *paths: Path) -> None:
    """Do something that another program may hinder for a moment by having the file open.

    Raises:
        OSError: it cannot be done; with one of ``IN_USE`` where that program does not let go.
    """
    for left in reversed(range(_TRIES)):
        if act():
            return
        error = _last_error(paths[-1])
        of_a_folder = len(paths) > 1 and paths[0].is_dir()
        denied = error.winerror == _DENIED and (of_a_folder or any(map(_is_in_use, paths)))
        if error.winerror not in IN_USE and not denied:
            raise error
        if left:
            time.sleep(_BETWEEN_TRIES)
    raise OSError(None, ctypes.FormatError(IN_USE[0]).strip(), os.fspath(paths[-1]), IN_USE[0])


def _is_in_use(path: Path) -> bool:
    """Whether another program has the file open in such a way that it can be neither renamed nor deleted."""
    to_delete = 0x0001_0000
    try:
        os.close(
            windows_files.open_shared(path, to_delete | windows_files.READING, windows_files.ANY, windows_files.THERE)
        )
    except OSError as error:
        return error.winerror in IN_USE
    return False


# ------------------------------------------------------------------------------------------------- who may do what


def set_mode(fd: int, mode: int) -> None:
    """As ``System`` says, as far as it is about others: they may nothing, or what they may in the folder."""
    private = not mode & 0o077
    with _rights(_own_rights() if private else "D:") as rights:
        what = _DACL | (_PROTECTED if private else _INHERITED)
        failed = _RIGHTS.SetSecurityInfo(msvcrt.get_osfhandle(fd), _FILE, what, None, None, _list_in(rights), None)
    if failed:
        raise OSError(None, ctypes.FormatError(failed).strip(), None, failed)


def close_folder(folder: Path) -> None:
    """As ``System`` says; what lies in it is closed with it. One that has a list of its own already is left."""
    if rights_of(folder).startswith("D:P"):
        return
    with _rights(_own_rights("OICI")) as rights:
        failed = _RIGHTS.SetNamedSecurityInfoW(
            os.fspath(folder), _FILE, _DACL | _PROTECTED, None, None, _list_in(rights), None
        )
    if failed:
        raise OSError(None, ctypes.FormatError(failed).strip(), os.fspath(folder), failed)


def lets_others_in(_path: Path) -> bool | None:
    """As ``System`` says: what wine makes of a list of rights says nothing of what Windows would."""
    return None


def rights_of(path: Path) -> str:
    """Who may do what with a file, as Windows writes it in words; empty where it does not say."""
    rights, text = ctypes.c_void_p(), ctypes.c_wchar_p()
    if _RIGHTS.GetNamedSecurityInfoW(os.fspath(path), _FILE, _DACL, None, None, None, None, ctypes.byref(rights)):
        return ""
    try:
        _RIGHTS.ConvertSecurityDescriptorToStringSecurityDescriptorW(rights, 1, _DACL, ctypes.byref(text), None)
        return text.value or ""
    finally:
        _KERNEL.LocalFree(rights)
        _KERNEL.LocalFree(text)


def is_own(_found: os.stat_result) -> bool:
    """As ``System`` says: Windows' numbers do not tell, and who may not delete a file is refused it."""
    return True


@contextmanager
def _rights(words: str) -> Iterator[int]:
    """The address of what Windows makes of rights in words, as long as the block lasts."""
    address = ctypes.c_void_p()
    if not _RIGHTS.ConvertStringSecurityDescriptorToSecurityDescriptorW(words, 1, ctypes.byref(address), None):
        raise _last_error()
    try:
        yield address.value or 0
    finally:
        _KERNEL.LocalFree(address)


def _own_rights(inherited: str = "") -> str:
    """Everything for the user, the system and the administrators, nothing for others, nothing from the folder above."""
    return "D:P" + "".join(f"(A;{inherited};FA;;;{who})" for who in (_user(), "SY", "BA"))


@cache
def _user() -> str:
    """The user's own number, as Windows writes it in words."""
    token, text, length = wintypes.HANDLE(), ctypes.c_wchar_p(), wintypes.DWORD()
    if not _RIGHTS.OpenProcessToken(_KERNEL.GetCurrentProcess(), 8, ctypes.byref(token)):
        raise _last_error()
    try:
        found = (ctypes.c_void_p * 64)()
        if not _RIGHTS.GetTokenInformation(token, 1, found, ctypes.sizeof(found), ctypes.byref(length)):
            raise _last_error()
        if not _RIGHTS.ConvertSidToStringSidW(found[0], ctypes.byref(text)):
            raise _last_error()
    finally:
        _KERNEL.CloseHandle(token)
    try:
        return text.value or ""
    finally:
        _KERNEL.LocalFree(text)


def _list_in(rights: int) -> int | None:
    """The address of the list that is part of rights."""
    there, listed, default = wintypes.BOOL(), ctypes.c_void_p(), wintypes.BOOL()
    _RIGHTS.GetSecurityDescriptorDacl(rights, ctypes.byref(there), ctypes.byref(listed), ctypes.byref(default))
    return listed.value


# ------------------------------------------------------------------------------------------------- the program itself


@cache
def keep_memory_private() -> None:
    """As ``System`` says: no report of a fault is made, and if one is, the heap is not in it."""
    with suppress(OSError, AttributeError):
        _KERNEL.SetErrorMode(_KERNEL.GetErrorMode() | _NO_CRITICAL_BOX | _NO_FAULT_BOX)
        ctypes.WinDLL("wer").WerSetFlags(_NO_HEAP)


def allow_many_files() -> None:
    """As ``System`` says: there is nothing to ask for."""


def running_seconds() -> float:
    """As ``System`` says: milliseconds since the computer was started, those of sleep too."""
    return float(_KERNEL.GetTickCount64()) / 1000


def running_name() -> str:
    """As ``System`` says: the moment of the start, without what the wall clock was moved by since."""
    found = _TimeOfDay()
    if _NT.NtQuerySystemInformation(_TIME_OF_DAY, ctypes.byref(found), ctypes.sizeof(found), None):
        return ""
    return str(found.started - found.moved)


def read_anew(path: Path) -> bytes:
    """As ``System`` says; Windows lets nobody say so."""
    return read_file(path)


def disk_of(folder: Path) -> Disk:
    """As ``System`` says; whether a disk is encrypted only its administrator is told."""
    root, kind = ctypes.create_unicode_buffer(_LONGEST), ctypes.create_unicode_buffer(_LONGEST)
    if not _KERNEL.GetVolumePathNameW(os.path.realpath(folder), root, len(root)):
        return Disk()
    if not _KERNEL.GetVolumeInformationW(root, None, 0, None, None, None, kind, len(kind)):
        return Disk()
    return Disk(kind=kind.value, removable=_KERNEL.GetDriveTypeW(root) == _REMOVABLE)


def cells_drawn(_text: str) -> int | None:
    """As ``System`` says: a console is not asked."""
    return None


def hear_end(end: Callable[[], None]) -> None:
    """As ``System`` says: Ctrl+Break, a window that is closed, and the computer's shutting down.

    Windows ends the program as soon as this has answered, so it answers late, and the program ends by itself meanwhile.
    """
    import asyncio  # only where there is a screen

    loop = asyncio.get_running_loop()

    def told(what: int) -> bool:
        if what == signal.CTRL_C_EVENT:
            return False
        try:
            loop.call_soon_threadsafe(end)
        except RuntimeError:  # what was to end has ended
            return False
        if what != signal.CTRL_BREAK_EVENT:
            time.sleep(_LAST_MOMENTS)
        return True

    handler = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.DWORD)(told)
    if _KERNEL.SetConsoleCtrlHandler(handler, 1):
        atexit.register(_KERNEL.SetConsoleCtrlHandler, handler, 0)  # which also keeps Python from throwing it away


def language() -> str:
    """The user's language, as in ``nb-NO``; an empty string where Windows does not say."""
    name = ctypes.create_unicode_buffer(85)
    return name.value if _KERNEL.GetUserDefaultLocaleName(name, len(name)) else ""
