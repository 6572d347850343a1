"""The keys of a locked study, and what wraps them.

``keys/study.json`` holds the study's key twice: wrapped by what Argon2id makes of the passphrase, and wrapped by the
recovery key. ``keys/<id>.json`` holds one file's key, wrapped by the study's, and in the same wrapping, for an
interview that has ended, how many lines it had then. So a new passphrase changes ``study.json`` alone, and whoever is
to be forgotten is so where one small file is gone.
"""

import os
import struct
import unicodedata
from base64 import b32decode, b32encode, b64decode, b64encode
from collections.abc import Mapping
from typing import Any

from guide.frozen import Value
from interviews.locked.form import FORM, ID_BYTES, LINK_BYTES, FileKey, Seal
from interviews.locked.form import KEY_BYTES as FILE_KEY_BYTES

KEY_BYTES = 64
_RECOVERY_BYTES = 20
_GROUP = 4
_SALT_BYTES = 16
_BYTE_ORDER_MARK = "\ufeff"
_SEAL = struct.Struct(f">Q{LINK_BYTES}s")


class Cost(Value):
    """What Argon2id costs: KiB of memory, passes over it, lanes; by default RFC 9106's second choice."""

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    @property
    def bearable(self) -> bool:
        """Whether a file may ask this of a computer; one from elsewhere could ask for all of it."""
        return 8 * self.lanes <= self.memory <= 1024 * 1024 and 1 <= self.passes <= 64 and 1 <= self.lanes <= 64


class BadKeyFile(ValueError):
    """A file in ``keys/`` that holds no key, or not in this form."""


class WrongKey(ValueError):
    """What was given does not open what it was tried on."""


def new_study_key() -> bytes:
    """A key that nobody has had."""
    return os.urandom(KEY_BYTES)


def new_recovery_key() -> str:
    """A key to print: 160 bits, in groups that can be typed."""
    text = b32encode(os.urandom(_RECOVERY_BYTES)).decode()
    return "-".join(text[place : place + _GROUP] for place in range(0, len(text), _GROUP))


def wrap_study_key(study_key: bytes, passphrase: str, recovery: str, cost: Cost | None = None) -> dict[str, object]:
    """What ``keys/study.json`` holds."""
    return _by_passphrase(study_key, passphrase, cost or Cost()) | {
        "by_recovery": _wrap(study_key, _key_of_recovery(recovery), b"recovery"),
    }


def change_passphrase(
    document: Mapping[str, Any], study_key: bytes, passphrase: str, cost: Cost | None = None
) -> dict[str, object]:
    """The same with another passphrase; the recovery key stays what it was."""
    return _by_passphrase(study_key, passphrase, cost or Cost()) | {"by_recovery": _text(document, "by_recovery")}


def study_key_of(document: Mapping[str, Any], given: str) -> bytes:
    """The study's key, by the passphrase or by the recovery key.

    Raises:
        WrongKey: it is neither.
        BadKeyFile: the document is none.
    """
    if document.get("form") != 1 or document.get("kdf") != "argon2id":
        raise BadKeyFile("form")
    try:
        return _unwrap(_text(document, "by_recovery"), _key_of_recovery(given), b"recovery")
    except WrongKey:
        pass
    cost = Cost(*(_number(document, name) for name in Cost.field_names()))
    if not cost.bearable:
        raise BadKeyFile("cost")
    salt, wrapped = _bytes(document, "salt"), _text(document, "by_passphrase")
    try:
        return _unwrap(wrapped, _key_of_passphrase(given, salt, cost), b"passphrase")
    except WrongKey:  # an editor's byte order mark was once taken for a part of it
        return _unwrap(wrapped, _key_of_passphrase(_BYTE_ORDER_MARK + given, salt, cost), b"passphrase")


class FileKeyKept(Value):
    """What ``keys/<id>.json`` holds: a file's key, whose it is, and, once its interview has ended, how it was then."""

    key: FileKey
    file: str
    ended: Seal | None


def wrap_file_key(key: FileKey, study_key: bytes, file: str, ended: Seal | None = None) -> dict[str, object]:
    """What ``keys/<id>.json`` holds; ``file`` says to people, and to ``forget``, whose key it is."""
    packed = key.bytes + (_SEAL.pack(ended.lines, ended.link) if ended is not None else bytes(_SEAL.size))
    return {
        "form": 1,
        "id": key.id.hex(),
        "file": file,
        "key": _wrap(packed, study_key, b"file", key.id, file.encode("utf-8", "surrogatepass")),
    }


def file_key_of(document: Mapping[str, Any], study_key: bytes) -> FileKeyKept:
    """The key of a file.

    Raises:
        WrongKey: it was wrapped in another study, or for another file.
        BadKeyFile: the document is none.
    """
    file = _text(document, "file")
    try:
        name = bytes.fromhex(_text(document, "id"))
    except ValueError:
        raise BadKeyFile("id") from None
    if document.get("form") != 1 or len(name) != ID_BYTES:
        raise BadKeyFile("form")
    packed = _unwrap(_text(document, "key"), study_key, b"file", name, file.encode("utf-8", "surrogatepass"))
    lines, link = _SEAL.unpack(packed[FILE_KEY_BYTES:])
    key = FileKey(name, packed[:FILE_KEY_BYTES])
    return FileKeyKept(key, file, Seal(lines, link) if lines else None)


def _by_passphrase(study_key: bytes, passphrase: str, cost: Cost) -> dict[str, object]:
    salt = os.urandom(_SALT_BYTES)
    key = _key_of_passphrase(passphrase, salt, cost)
    return {
        "form": 1,
        "kdf": "argon2id",
        "salt": b64encode(salt).decode(),
        "memory": cost.memory,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "by_passphrase": _wrap(study_key, key, b"passphrase"),
    }


def _key_of_passphrase(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    try:
        how = Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory)
    except ValueError:
        raise BadKeyFile("cost") from None
    return how.derive(unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass"))


def _key_of_recovery(recovery: str) -> bytes:
    """What wraps by a recovery key, however it was typed; of anything else a key that opens nothing."""
    from cryptography.hazmat.primitives.hashes import SHA512
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    typed = "".join(recovery.split()).replace("-", "").upper().replace("0", "O").replace("1", "I").replace("8", "B")
    try:
        raw = b32decode(typed)
    except ValueError:
        raw = b""
    if len(raw) != _RECOVERY_BYTES:
        return os.urandom(KEY_BYTES)
    return HKDF(algorithm=SHA512(), length=KEY_BYTES, salt=None, info=FORM + b" recovery").derive(raw)


def _wrap(key: bytes, wrapping: bytes, *what: bytes) -> str:
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

    return b64encode(AESSIV(wrapping).encrypt(key, [FORM, *what])).decode()


def _unwrap(wrapped: str, wrapping: bytes, *what: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

    try:
        key = AESSIV(wrapping).decrypt(b64decode(wrapped, validate=True), [FORM, *what])
    except InvalidTag:
        raise WrongKey(what[0].decode()) from None
    except ValueError:
        raise BadKeyFile(what[0].decode()) from None
    if len(key) != KEY_BYTES:
        raise BadKeyFile(what[0].decode())
    return key


def _text(document: Mapping[str, Any], name: str) -> str:
    value = document.get(name)
    if type(value) is not str:
        raise BadKeyFile(name)
    return value


def _number(document: Mapping[str, Any], name: str) -> int:
    value = document.get(name)
    if type(value) is not int:
        raise BadKeyFile(name)
    return value


def _bytes(document: Mapping[str, Any], name: str) -> bytes:
    try:
        return b64decode(_text(document, name), validate=True)
    except ValueError:
        raise BadKeyFile(name) from None
