"""The form of a locked file: its lines, sealed one by one.

A locked file is a text of lines, as an open one is, so that whatever appends, syncs, copies or cuts one off does so
with both. Each line holds one line of the open file::

    locked1 <id of the file, 16 hex digits> <base64 of: nonce (16 bytes), sealed record>

The record is sealed with AES-SIV (RFC 5297, 256-bit keys) under the file's own key, with ``locked1``, the id and the
nonce as what goes with it unencrypted. AES-SIV, because a file that was put back from a copy and gone on with uses the
same key at the same place again, and nothing but the equality of equal lines could ever come of that, were the nonces
equal too. Unsealed the record is::

    number of the line (8 bytes) · link (16 bytes) · length (4 bytes) · the line · zeros up to a multiple of 256 bytes

so that within a block no two lines differ in length. The link is what SHA-256 makes of the line before as it stands
in the file, cut to 16 bytes. Number and link stand inside, where the tag holds them, and not beside: so a line that is
whole but in the wrong place can still be read, and it can be said what happened to it.
"""

import os
import struct
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Self

from guide.frozen import Value
from interviews.locked.names import PREFIX

FORM = PREFIX.rstrip()
BLOCK = 256
KEY_BYTES = 64
ID_BYTES = 8
LINK_BYTES = 16
_NONCE_BYTES = 16
_HEAD = struct.Struct(f">Q{LINK_BYTES}sI")
_ID_END = len(PREFIX) + 2 * ID_BYTES


class FileKey:
    """The key of one locked file, with the id that stands in each of its lines."""

    def __init__(self, id: bytes, key: bytes) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESSIV  # no open study pays for it

        if len(id) != ID_BYTES:
            raise ValueError("id")
        self.id = id
        self.bytes = key
        self.cipher = AESSIV(key)
        self.prefix = PREFIX + id.hex().encode() + b" "

    @classmethod
    def new(cls) -> "FileKey":
        """A key that nobody has had, for a file that nobody has had."""
        return cls(os.urandom(ID_BYTES), os.urandom(KEY_BYTES))


class Chain(Value):
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
    return Chain(0, _start(key))


def seal(lines: bytes, key: FileKey, chain: Chain) -> tuple[bytes, Chain]:
    """Lines of an open file, each with its line break, as they stand in the locked one, and where it goes on."""
    number, link = chain.number, chain.link
    sealed: list[bytes] = []
    for line in lines.removesuffix(b"\n").split(b"\n") if lines else ():
        record = _HEAD.pack(number, link, len(line)) + line
        record += bytes(-len(record) % BLOCK)
        nonce = os.urandom(_NONCE_BYTES)
        made = key.prefix + b64encode(nonce + key.cipher.encrypt(record, [FORM, key.id, nonce]))
        sealed += made, b"\n"
        number, link = number + 1, _link(made)
    return b"".join(sealed), Chain(number, link)


def id_of(data: bytes) -> bytes | None:
    """The id of a locked file: the one that most of its lines have; None where none has one."""
    ids = Counter(line[len(PREFIX) : _ID_END] for line in data.split(b"\n") if line.startswith(PREFIX))
    for name, _ in ids.most_common():
        try:
            if len(found := bytes.fromhex(name.decode("ascii"))) == ID_BYTES:
                return found
        except ValueError:
            continue
    return None


class _Record(Value):
    number: int
    link: bytes
    line: bytes


def _open(line: bytes, key: FileKey) -> _Record | None:
    """The record that a line of the file's own is; None where it is damaged, or was never sealed with this key."""
    from cryptography.exceptions import InvalidTag

    try:
        packed = b64decode(line[_ID_END + 1 :], validate=True)
        nonce = packed[:_NONCE_BYTES]
        record = key.cipher.decrypt(packed[_NONCE_BYTES:], [FORM, key.id, nonce])
        number, link, length = _HEAD.unpack_from(record)
    except (ValueError, InvalidTag, struct.error):
        return None
    return _Record(number, link, record[_HEAD.size : _HEAD.size + length])


class Seal(Value):
    """How a log was when its interview ended: how many lines it had, and the link that would follow the last."""

    lines: int
    link: bytes


def open_lines(lines: Sequence[bytes], key: FileKey, ended: Seal | None = None) -> list[Line]:
    """The lines of an open file that these are, each at its place; what is wrong with one is told by it.

    ``ended``: how the file was when its interview ended. What is wrong with the end is told by the last line.
    """
    opened = _open_each(lines, key)
    if ended is not None and not any(type(line) is Unread for line in opened) and opened:
        code = "locked_cut" if len(lines) < ended.lines else ""
        code = code or ("locked_false_end" if ended.lines < 1 or _link(lines[ended.lines - 1]) != ended.link else "")
        odd = next((line for line in opened if type(line) is Told), None)
        if code and (odd is None or code == "locked_cut") and isinstance(last := opened[-1], str):
            opened[-1] = Told(last, code, lines=str(ended.lines), there=str(len(lines)))
    return opened


def _open_each(lines: Sequence[bytes], key: FileKey) -> list[Line]:
    opened: list[Line] = []
    number, link = 0, beginning(key).link
    for line in lines:
        record = _open(line, key) if line.startswith(key.prefix) else None
        if record is None or record.number != number or record.link != link:
            return _open_odd(lines, key)
        opened.append(_text(record.line))
        number, link = number + 1, _link(line)
    return opened


def open_last(line: bytes, key: FileKey) -> Line:
    """The same of one line, wherever it stands."""
    record = _open(line, key) if line.startswith(key.prefix) else None
    return Unread("locked_damaged") if record is None else _text(record.line)


def chain_after(data: bytes, key: FileKey) -> Chain:
    """Where the next line is sealed after these; the number goes on after the last line that can be read."""
    lines = data.removesuffix(b"\n").split(b"\n") if data else []
    if not lines:
        return beginning(key)
    last = _open(lines[-1], key) if lines[-1].startswith(key.prefix) else None
    return Chain(len(lines) if last is None else last.number + 1, _link(lines[-1]))


def _open_odd(lines: Sequence[bytes], key: FileKey) -> list[Line]:
    """Lines of which at least one is not what it was, or not where it was: what happened to each."""
    records = [_open(line, key) if line.startswith(key.prefix) else None for line in lines]
    by_number: dict[int, bytes] = {}
    for line, record in zip(lines, records, strict=True):
        if record is not None:
            by_number.setdefault(record.number, line)
    opened: list[Line] = []
    first: dict[bytes, int] = {}
    expected = unread = 0
    for place, (line, record) in enumerate(zip(lines, records, strict=True), 1):
        if record is None:
            opened.append(Unread(_why_not(line, key)))
            unread += 1
        elif line in first:
            opened.append(Unread("locked_replayed", first=str(first[line])))
        else:
            first[line] = place
            before = by_number.get(record.number - 1, b"")
            linked = not before or record.link == _link(before)
            lacking = sum(1 for one in range(expected, record.number) if one not in by_number)
            code = ""
            if not linked or by_number[record.number] != line or (not record.number and record.link != _start(key)):
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


def _start(key: FileKey) -> bytes:
    return _link(key.prefix.rstrip())


def _link(line: bytes) -> bytes:
    return sha256(line).digest()[:LINK_BYTES]


def plain(data: bytes, key: FileKey) -> bytes:
    """All of a locked file as the open one; what cannot be read stands there as it is, so that nothing is lost."""
    whole, newline, tail = data.rpartition(b"\n")
    lines = whole.split(b"\n") if newline else []
    opened = open_lines(lines, key) + ([open_last(tail, key)] if tail else [])
    as_they_are = (*lines, tail) if tail else lines
    return b"".join(
        (there if isinstance(line, Unread) else line if isinstance(line, bytes) else line.encode()) + b"\n"
        for line, there in zip(opened, as_they_are, strict=True)
        if not (isinstance(line, Unread) and line.told.code == "locked_replayed")
    )
