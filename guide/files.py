"""Ordinary files: opening them, finding their text's encoding.

Nothing may ever wait for a pipe or read a device for ever.
"""

import codecs
import errno
import os
import re
import stat
import sys
from pathlib import Path
from typing import BinaryIO, Self

from guide.frozen import Value

_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
"""Nothing is waited for, and bytes are read as they are, on whichever system."""


class OddFileError(OSError):
    """A pipe, a device or a socket that has the name of a file."""


def open_file(path: Path) -> BinaryIO:
    """An ordinary file, open for reading; returns at once, whatever has that name.

    Raises:
        OddFileError: it is a pipe, a device or a socket.
        OSError: there is none, it is a folder, or it cannot be opened.
        ValueError: no file can have that name.
    """
    need_ordinary(path.stat().st_mode, path)  # looked at before, since opening alone already moves some devices
    fd = _open(path)
    try:
        need_ordinary(os.fstat(fd).st_mode, path)
    except OSError:
        os.close(fd)
        raise
    return os.fdopen(fd, "rb")


def _open(path: Path) -> int:
    if sys.platform == "win32":
        from guide.windows_files import ANY, READING, open_shared

        return open_shared(path, READING, ANY)  # so that a reader stands in nobody's way
    else:  # noqa: RET505  a type checker looks at one of the two
        return os.open(path, _READING)


class Cause(str):
    """Why the system did not do something: its own words, and the name of its error, by which others can be found."""

    __slots__ = ("name",)

    def __new__(cls, words: str, name: str) -> Self:
        """The words and the name, ``ENOENT`` or so; no name where the system has none."""
        made = super().__new__(cls, words)
        made.name = name
        return made

    name: str


def cause_of(error: OSError | ValueError) -> Cause:
    """What the system says of a file that could not be read or written."""
    if isinstance(error, OddFileError):
        return Cause(error.strerror or str(error), "odd")
    if isinstance(error, OSError):
        return Cause(error.strerror or str(error), errno.errorcode.get(error.errno or 0, ""))
    return Cause(str(error), "")


def read_file(path: Path, most: int = -1) -> bytes:
    """What is in an ordinary file, and no more than ``most`` bytes of it. Raises as ``open_file`` does."""
    with open_file(path) as stream:
        if most < 0:
            return stream.read()
        there = os.fstat(stream.fileno()).st_size  # Windows sets aside at once all the room that a reading may fill
        data = stream.read(min(most, there + 1))
        return data if len(data) <= there else data + stream.read(most - len(data))  # it has grown meanwhile


def need_ordinary(mode: int, path: Path) -> None:
    """Refuse what is no ordinary file, by its mode.

    Raises:
        IsADirectoryError: it is a folder.
        OddFileError: it is a pipe, a device or a socket.
    """
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise OddFileError(errno.EINVAL, "no ordinary file", str(path))


_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WINDOWS = {number: bytes([number]).decode("cp1252", "replace") for number in range(0x80, 0xA0)}
"""What Windows-1252 has in the place of Latin-1's control signs; the five that it leaves out are seen as U+FFFD."""

_STRAY = {0xDC00 + number: _WINDOWS.get(number, chr(number)) for number in range(0x80, 0x100)}
"""A byte that is no UTF-8, as Python escapes it: the letter that it is in Windows-1252."""

_BYTE = re.compile("[\udc80-\udcff]")
_CUT = re.compile("[\udcc2-\udcf4][\udc80-\udcbf]{0,2}\\Z")  # the last letter of a file that ends in the middle of it
_DECLARED = re.compile(rb"\s*<[^\0]{0,3000}?(?:charset|encoding)\s*=\s*[\"']?([\w-]{1,30})", re.IGNORECASE)
_EIGHT_BITS = re.compile(r"mac-?\w+|(?:windows-|cp|ibm)\d{3,4}|iso-8859-(?!1$)\d{1,2}|koi8-[ru]")

_ODD = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd\ufffe\uffff]")
_MOST_ODD = 0.02


class Decoded(Value):
    """A file's text, and the name of the encoding it was found to have."""

    text: str
    encoding: str


def decode_text(data: bytes) -> Decoded | None:
    """The text that somebody else's bytes are, or None where they are none: too much is what no editor shows.

    A mark at the start decides, then the zeros of UTF-16, then UTF-8 where most of its letters are valid: a byte among
    them that is not came in by pasting. What is left is as its head declares, or was written by an older Windows
    program. Control signs, which no editor shows, are left out.
    """
    found = _decode(data)
    odd = _ODD.findall(found.text)
    if len(odd) > _MOST_ODD * len(found.text) + 2:
        return None
    unseen = {ord(sign): None for sign in odd if sign != "\ufffd"}
    return found.but(text=found.text.translate(unseen)) if unseen else found


def _decode(data: bytes) -> Decoded:
    marked = next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), None)
    mark, name = marked or (b"", _wide_encoding(data))
    if name and name != "utf-8":
        return Decoded(data[len(mark) :].decode(name, errors="replace"), name)
    text = data[len(mark) :].decode("utf-8", errors="surrogateescape")
    stray = len(_BYTE.findall(_CUT.sub("", text)))
    if mark or text.isascii() or len(re.findall("[^\0-\x7f\udc80-\udcff]", text)) > stray:
        return Decoded(_CUT.sub("\ufffd", text).translate(_STRAY) if _BYTE.search(text) else text, "utf-8")
    if declared := _declared_encoding(data):
        return Decoded(data.decode(declared, errors="replace"), declared)
    return Decoded(data.decode("latin-1").translate(_WINDOWS), "windows-1252")


def _declared_encoding(data: bytes) -> str:
    """The encoding of eight bits that a page's head names; empty where it names none that is known."""
    found = _DECLARED.match(data)
    name = "" if found is None else found[1].decode("ascii", "replace").lower().removeprefix("x-")
    try:
        sound = _EIGHT_BITS.fullmatch(name) and b"<html>".decode(name) == "<html>"
    except (LookupError, UnicodeDecodeError):
        sound = False
    return name if sound else ""


_WRONG_LETTERS = re.compile(r"\S*(?:\ufffd|[ÃÂ][\x80-\xbf€-™]|[^\W\d_][†‡‰‹›„¢£¤¥¦¨©«¬®¯±´¶¸»¼½¾¿][^\W\d_])\S*")


def wrong_letters(text: str) -> list[str]:
    """The words with a sign inside that no word has, as letters come out of an encoding that was not theirs.

    None where a single word looks so, which may be how it is written; a letter that is lost is one too many.
    """
    found = _WRONG_LETTERS.findall(text)
    return found if len(set(found)) > 1 or "\ufffd" in "".join(found) else []


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without its mark, empty where it is none: every other byte of western text is 0."""
    sample = data[:4_000]
    if len(sample) < 4:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd * 3 > len(sample) and odd > 4 * even:
        return "utf-16-le"
    return "utf-16-be" if even * 3 > len(sample) and even > 4 * odd else ""
