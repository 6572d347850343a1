"""The form of a locked file, sealed line by line.

A locked file is a text of lines, as an open one is, so that whatever appends, syncs, copies or cuts one off does so
with both. Each line holds one line of the open file::

    locked1 <id of the file, 16 hex digits> <in hex: nonce (12 bytes), sealed record, tag (16 bytes)>

The record is sealed with AES-256-GCM under the file's own key, with ``locked1 <id>`` and the space behind it as what
goes with it unencrypted. The nonce is random and never counted: a file that was put back from a copy and gone on with
uses the same key at the same place again. Unsealed the record is::

    number of the line (8 bytes) · link (24 bytes) · length (4 bytes) · the line · zeros up to a multiple of 256 bytes

so that within a block no two lines differ in length. The link is how the line before ends in the file, 24 characters,
most of its tag. Number and link stand inside, where the tag holds them, and not beside: so a line that is whole but in
the wrong place can still be read, and it can be said what happened to it.

Opening a long file costs little more than reading an open one, so there is one quick way through lines of which each
is what it should be, and another one, line by line, where any is not.
"""

import os
import struct
from binascii import hexlify, unhexlify
from collections import Counter
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import NamedTuple, Self

from guide.frozen import Value
from interviews.locked.names import PREFIX

FORM = PREFIX.rstrip()
BLOCK = 256
DAMAGED = b"damaged "
"""How a line begins in an open file that could not be unsealed."""
KEY_BYTES = 32
ID_BYTES = 8
LINK_BYTES = 24
_NONCE_BYTES = 12
_HEAD = struct.Struct(f">Q{LINK_BYTES}sI")
_ID_END = len(PREFIX) + 2 * ID_BYTES
_NO_LINE = b"\0" * LINK_BYTES
_CAPITALS = tuple(bytes([letter]) for letter in b"ABCDEF")


class FileKey:
    """The key of one locked file, with the id that stands in each of its lines."""

    def __init__(self, id: bytes, key: bytes) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # no open study pays for it

        if len(id) != ID_BYTES:
            raise ValueError("id")
        self.id = id
        self.bytes = key
        self.cipher = AESGCM(key)
        self.prefix = PREFIX + id.hex().encode() + b" "

    @classmethod
    def new(cls) -> "FileKey":
        """A key that nobody has had, for a file that nobody has had."""
        return cls(os.urandom(ID_BYTES), os.urandom(KEY_BYTES))


class Chain(NamedTuple):
    """Where the next line of a locked file is sealed: its number, and the link to the line before it."""

    number: int
    link: bytes


class Remark(Value):
    """What is to be told of a line: a code, and what fills its sentence."""

    code: str
    facts: Mapping[str, str]


class Told(str):
    """A line that is read, of which something is to be told all the same."""

    __slots__ = ("told",)
    told: Remark

    def __new__(cls, text: str, code: str, **facts: str) -> Self:
        """The line's text, and what is to be told."""
        line = super().__new__(cls, text)
        line.told = Remark(code, facts)
        return line


class Unread(str):
    """A line that is not read, and why."""

    __slots__ = ("told",)
    told: Remark

    def __new__(cls, code: str, **facts: str) -> Self:
        """Nothing that could be read, and what is to be told."""
        line = super().__new__(cls, "")
        line.told = Remark(code, facts)
        return line


Line = str | bytes
"""A line of the open file; ``Told`` and ``Unread`` are lines too. As bytes where it is no UTF-8."""


def beginning(key: FileKey) -> Chain:
    """Where the first line of a file is sealed."""
    return Chain(0, link_to(key.prefix.rstrip()))


def seal(lines: bytes, key: FileKey, chain: Chain) -> tuple[bytes, Chain]:
    """Lines of an open file, each with its line break, as they stand in the locked one, and where it goes on."""
    number, link = chain
    sealed: list[bytes] = []
    for line in lines.removesuffix(b"\n").split(b"\n") if lines else ():
        record = _HEAD.pack(number, link, len(line)) + line
        record += bytes(-len(record) % BLOCK)
        nonce = os.urandom(_NONCE_BYTES)
        made = hexlify(nonce + key.cipher.encrypt(nonce, record, key.prefix))
        sealed += key.prefix, made, b"\n"
        number, link = number + 1, made[-LINK_BYTES:]
    return b"".join(sealed), Chain(number, link)


def id_of(data: bytes) -> bytes | None:
    """The id of a locked file: the one that most of its lines have; None where none has one."""
    if (
        2 * data.count(b"\n" + data[:_ID_END]) >= data.count(b"\n" + PREFIX)
        and (first := id_of_first(data)) is not None
    ):
        return first
    lines = (line for line in data.split(b"\n") if line.startswith(PREFIX))
    names = Counter(line[len(PREFIX) : _ID_END] for line in lines)
    return next((id for name, _ in names.most_common() if (id := id_of_first(PREFIX + name)) is not None), None)


def id_of_first(data: bytes) -> bytes | None:
    """The id in a locked file's first line; None where none stands there."""
    try:
        found = bytes.fromhex(data[len(PREFIX) : _ID_END].decode("ascii"))
    except ValueError:
        return None
    return found if len(found) == ID_BYTES and data.startswith(PREFIX) else None


class _Record(NamedTuple):
    number: int
    link: bytes
    line: bytes


def _open(line: bytes, key: FileKey) -> _Record | None:
    """The record that a line of the file's own is; None where it is damaged, or was never sealed with this key."""
    from cryptography.exceptions import InvalidTag

    if not line.startswith(key.prefix) or _has_capitals(line):
        return None
    try:
        raw = unhexlify(line[len(key.prefix) :])
        record = key.cipher.decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], key.prefix)
        number, link, length = _HEAD.unpack_from(record)
    except (ValueError, InvalidTag, struct.error):
        return None
    return _Record(number, link, record[_HEAD.size : _HEAD.size + length])


class Seal(Value):
    """How a log was when its interview ended: how many lines it had, and the link that would follow the last."""

    lines: int
    link: bytes


def open_lines(whole: bytes, key: FileKey, ended: Seal | None = None) -> list[Line]:
    """The lines of an open file that these are, each at its place; what is wrong with one is told by it.

    ``whole`` is a locked file up to its last line break. ``ended``: how it was when its interview ended; what is
    wrong with the end is told by the last line.
    """
    opened = open_in_turn(whole, key)
    if opened is not None:
        return with_end(opened, whole, ended)
    return with_end(_open_odd(whole.removesuffix(b"\n").split(b"\n"), key), whole, ended, odd=True)


def with_end(opened: list[Line], whole: bytes, ended: Seal | None, *, odd: bool = False) -> list[Line]:
    """The opened lines of ``whole``; where they do not end as when the interview did, the last one says so.

    ``odd``: not all of them were in their places.
    """
    if ended is None or (odd and any(type(line) is Unread for line in opened)):
        return opened
    code = "locked_cut" if len(opened) < ended.lines else ""
    if not code and (ended.lines < 1 or _link_after(whole, len(opened) - ended.lines) != ended.link):
        code = "locked_false_end"
    named = odd and any(type(line) is Told for line in opened)
    if code and (not named or code == "locked_cut") and isinstance(last := opened[-1], str):
        opened[-1] = Told(last, code, lines=str(ended.lines), there=str(len(opened)))
    return opened


def open_in_turn(whole: bytes, key: FileKey) -> list[Line] | None:
    """All lines, where each is of this file and in its place; None where one is not.

    Nothing of the file's size is copied: getting so much memory takes longer than anything else here.
    """
    from cryptography.exceptions import InvalidTag

    if not whole.startswith(key.prefix) or _has_capitals(whole):
        return None
    decrypt, beside, unpack, start = key.cipher.decrypt, key.prefix, _HEAD.unpack_from, _HEAD.size
    lines: list[bytes] = []
    begins = len(beside)
    number, link = beginning(key)
    try:
        for line in BytesIO(whole):
            if not line.startswith(beside):
                return None
            sealed = line[begins:].rstrip(b"\n")
            raw = unhexlify(sealed)
            record = decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], beside)
            its_number, its_link, length = unpack(record)
            if its_link != link or its_number != number:
                return None
            lines.append(record[start : start + length])
            number, link = number + 1, sealed[-LINK_BYTES:]
    except (ValueError, InvalidTag, struct.error):
        return None
    try:
        return [*b"\n".join(lines).decode("utf-8").split("\n")]
    except UnicodeDecodeError:
        return [_text(line) for line in lines]


def _has_capitals(sealed: bytes) -> bool:
    """Whether a digit was made another letter that means the same: nobody but us writes lines."""
    return any(letter in sealed for letter in _CAPITALS)


def open_last(line: bytes, key: FileKey) -> Line:
    """The same of one line, wherever it stands."""
    record = _open(line, key)
    return Unread("locked_damaged") if record is None else _text(record.line)


def chain_after(data: bytes, key: FileKey) -> Chain:
    """Where the next line is sealed after these; the number goes on after the last line that can be read."""
    if not data:
        return beginning(key)
    whole = data.removesuffix(b"\n")
    line = whole[whole.rfind(b"\n") + 1 :]
    last = _open(line, key)
    return Chain(whole.count(b"\n") + 1 if last is None else last.number + 1, link_to(line))


def _open_odd(lines: Sequence[bytes], key: FileKey) -> list[Line]:
    """Lines of which at least one is not what it was, or not where it was: what happened to each."""
    records = [_open(line, key) for line in lines]
    by_number: dict[int, bytes] = {}
    for line, record in zip(lines, records, strict=True):
        if record is not None:
            by_number.setdefault(record.number, line)
    opened: list[Line] = []
    first: dict[bytes, int] = {}
    expected = unread = 0
    start = beginning(key).link
    for place, (line, record) in enumerate(zip(lines, records, strict=True), 1):
        if record is None:
            opened.append(Unread(_why_not(line, key)))
            unread += 1
        elif line in first:
            opened.append(Unread("locked_replayed", first=str(first[line])))
        else:
            first[line] = place
            before = by_number.get(record.number - 1, b"")
            linked = not before or record.link == link_to(before)
            lacking = sum(1 for one in range(expected, record.number) if one not in by_number)
            code = ""
            if not linked or by_number[record.number] != line or (not record.number and record.link != start):
                code = "locked_spliced"
            elif record.number < expected:
                code = "locked_swapped"
            elif lacking > unread:
                code = "locked_dropped"
            expected, unread = max(expected, record.number + 1), 0
            text = _text(record.line)
            opened.append(Told(text, code, number=str(record.number + 1)) if code and isinstance(text, str) else text)
    return opened


def _why_not(line: bytes, key: FileKey) -> str:
    if line.startswith(key.prefix):
        return "locked_damaged"
    head = line[len(PREFIX) : _ID_END]
    foreign = line.startswith(PREFIX) and line[_ID_END : _ID_END + 1] == b" " and not head.strip(b"0123456789abcdef")
    return "locked_foreign" if foreign else "locked_damaged" if line.startswith(FORM) else "locked_never_sealed"


def _text(line: bytes) -> Line:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line


def link_to(line: bytes) -> bytes:
    """What the line behind this one holds of it: how it ends."""
    return (_NO_LINE + line)[-LINK_BYTES:]


def _link_after(whole: bytes, more: int) -> bytes:
    """The link to the line behind which so many more stand."""
    end = len(whole) - whole.endswith(b"\n")
    for _ in range(more):
        end = whole.rfind(b"\n", 0, end)
    return link_to(whole[max(whole.rfind(b"\n", 0, end) + 1, end - LINK_BYTES) : end])


def _unread(line: bytes) -> bytes:
    """A line of a locked file in an open one: no reader takes the open file for a locked one because of it."""
    return DAMAGED + line if line.startswith(PREFIX) else line


def plain(data: bytes, key: FileKey) -> bytes:
    """All of a locked file as the open one; of what cannot be read the bytes stand there, behind ``DAMAGED``."""
    whole, newline, tail = data.rpartition(b"\n")
    lines = whole.split(b"\n") if newline else []
    opened = (open_lines(whole + newline, key) if newline else []) + ([open_last(tail, key)] if tail else [])
    as_they_are = (*lines, tail) if tail else lines
    return b"".join(
        (_unread(there) if isinstance(line, Unread) else line if isinstance(line, bytes) else line.encode()) + b"\n"
        for line, there in zip(opened, as_they_are, strict=True)
        if not (isinstance(line, Unread) and line.told.code == "locked_replayed")
    )
