"""The keys of a locked study: what opens what, and what no longer does."""

import json
from base64 import b32decode, b64decode
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("cryptography", reason="cryptography is not installed")

from interviews.locked.file_keys import (
    BadKeyFile,
    Cost,
    WrongKey,
    change_passphrase,
    file_key_of,
    new_recovery_key,
    new_study_key,
    study_key_of,
    wrap_file_key,
    wrap_study_key,
)
from interviews.locked.form import FileKey, Seal, open_lines

CHEAP = Cost(memory=64, passes=1, lanes=1)
"""Tests wait for behaviour, not for Argon2id."""


def test_passphrase_and_recovery_key_open_a_study_and_nothing_else_does() -> None:
    key, recovery = new_study_key(), new_recovery_key()
    document = wrap_study_key(key, "blåbær på tur", recovery, CHEAP)
    assert study_key_of(document, "blåbær på tur") == key
    assert study_key_of(document, recovery) == key
    assert study_key_of(document, f" {recovery.lower().replace('-', ' ')} ") == key
    for wrong in ("blåbær på Tur", "", new_recovery_key(), recovery[:-1]):
        with pytest.raises(WrongKey):
            study_key_of(document, wrong)


@settings(max_examples=20)
@given(st.text(max_size=30))
def test_any_text_is_a_passphrase(text: str) -> None:
    key = new_study_key()
    assert study_key_of(wrap_study_key(key, text, new_recovery_key(), CHEAP), text) == key


def test_a_letter_typed_on_another_keyboard_is_the_same_letter() -> None:
    key = new_study_key()
    assert study_key_of(wrap_study_key(key, "p\u00e5", new_recovery_key(), CHEAP), "pa\u030a") == key


def test_a_new_passphrase_changes_what_the_key_is_wrapped_in_and_not_the_key() -> None:
    key, recovery, mine = new_study_key(), new_recovery_key(), FileKey.new()
    before = wrap_study_key(key, "old", recovery, CHEAP)
    after = change_passphrase(before, key, "new", CHEAP)
    file = wrap_file_key(mine, key, "interviews/I1")
    assert study_key_of(after, "new") == study_key_of(after, recovery) == key
    assert file_key_of(file, study_key_of(after, "new")).key.bytes == mine.bytes
    with pytest.raises(WrongKey):
        study_key_of(after, "old")


def test_the_study_key_is_wrapped_as_the_specification_says() -> None:
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV
    from cryptography.hazmat.primitives.hashes import SHA512
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    key, recovery, mine = new_study_key(), new_recovery_key(), FileKey.new()
    document = wrap_study_key(key, "ord", recovery, CHEAP)
    by = Argon2id(salt=b64decode(str(document["salt"])), length=64, iterations=1, lanes=1, memory_cost=64).derive(
        b"ord"
    )
    assert AESSIV(by).decrypt(b64decode(str(document["by_passphrase"])), [b"locked1", b"passphrase"]) == key
    raw = b32decode(recovery.replace("-", ""))
    by = HKDF(algorithm=SHA512(), length=64, salt=None, info=b"locked1 recovery").derive(raw)
    assert AESSIV(by).decrypt(b64decode(str(document["by_recovery"])), [b"locked1", b"recovery"]) == key
    file = wrap_file_key(mine, key, "interviews/I1")
    assert AESSIV(key).decrypt(
        b64decode(str(file["key"])), [b"locked1", b"file", mine.id, b"interviews/I1"]
    ) == mine.bytes + bytes(32)
    assert len(raw) == 20


def test_a_study_that_others_have_sealed_from_the_specification_alone_is_opened() -> None:
    """``known.json`` was made of docs/spec.md's words with pycryptodome 4.4 and argon2-cffi 25.1: none of it ours."""
    known = json.loads(Path(__file__).with_name("known.json").read_text(encoding="utf-8"))
    study_key = bytes(range(64))
    assert study_key_of(known["study"], "blåbær på tur") == study_key_of(known["study"], known["recovery"]) == study_key
    kept = file_key_of(known["key"], study_key)
    whole = "".join(f"{line}\n" for line in known["lines"]).encode()
    assert open_lines(whole, kept.key, kept.ended) == ['{"seq":0,"text":"blåbær"}', "x" * 300]
    (cut,) = open_lines(known["lines"][0].encode() + b"\n", kept.key, kept.ended)
    assert getattr(cut, "told", None) is not None
    assert wrap_file_key(kept.key, study_key, "interviews/I1", kept.ended) == known["key"]


def test_argon2id_is_the_one_of_the_rfc() -> None:
    """RFC 9106, 5.3."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    made = Argon2id(
        salt=b"\2" * 16, length=32, iterations=3, lanes=4, memory_cost=32, secret=b"\3" * 8, ad=b"\4" * 12
    ).derive(b"\1" * 32)
    assert made.hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


def test_aes_siv_is_the_one_of_the_rfc() -> None:
    """RFC 5297, A.1."""
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

    key = bytes.fromhex("fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff")
    beside = bytes.fromhex("101112131415161718191a1b1c1d1e1f2021222324252627")
    made = AESSIV(key).encrypt(bytes.fromhex("112233445566778899aabbccddee"), [beside])
    assert made.hex() == "85632d07c6e8f37f950acd320a2ecc9340c02b9690c4dc04daef7f6afe5c"


def test_a_file_key_opens_in_its_own_study_alone_and_under_its_own_id() -> None:
    key, mine = new_study_key(), FileKey.new()
    ended = Seal(12, b"l" * 24)
    document = wrap_file_key(mine, key, "interviews/I1", ended)
    found = file_key_of(document, key)
    assert (found.key.id, found.key.bytes, found.file, found.ended) == (mine.id, mine.bytes, "interviews/I1", ended)
    assert file_key_of(wrap_file_key(mine, key, "interviews/I1"), key).ended is None
    other = wrap_file_key(FileKey.new(), key, "interviews/I1", ended)
    for spoilt in ({"id": FileKey.new().id.hex()}, {"file": "interviews/I2"}, {"key": other["key"]}):
        with pytest.raises(WrongKey):
            file_key_of(document | spoilt, key)
    with pytest.raises(WrongKey):
        file_key_of(document, new_study_key())


def test_a_key_file_that_is_none_is_named_as_such() -> None:
    key, mine = new_study_key(), FileKey.new()
    study, file = wrap_study_key(key, "ord", new_recovery_key(), CHEAP), wrap_file_key(mine, key, "interviews/I1")
    odd_costs = ({"memory": 2**40}, {"passes": 0}, {"lanes": 1000}, {"memory": True}, {"memory": None})
    for spoilt in ({"form": 2}, {"kdf": "md5"}, {"salt": 1}, {"salt": "å"}, {"by_passphrase": "*"}, *odd_costs):
        with pytest.raises(BadKeyFile):
            study_key_of(study | spoilt, "ord")
    for changed in ({"form": 2}, {"id": "zz"}, {"id": "00"}, {"key": 3}, {"key": "å"}, {"file": None}):
        with pytest.raises(BadKeyFile):
            file_key_of(file | changed, key)
