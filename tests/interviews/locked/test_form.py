"""The form of locked files: what was sealed comes back, and whatever happened to it is told apart and named."""

import json
import os
import struct
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("cryptography", reason="cryptography is not installed")

from interviews.locked.form import (
    BLOCK,
    FileKey,
    Line,
    Seal,
    Told,
    Unread,
    beginning,
    chain_after,
    id_of,
    open_lines,
    plain,
    seal,
)
from interviews.locked.names import is_locked

LINES = st.lists(st.binary(max_size=700).filter(lambda line: b"\n" not in line), max_size=8)
WORDS = [f'{{"seq":{number},"text":"ord nummer {number}"}}'.encode() for number in range(6)]


def sealed(key: FileKey, *lines: bytes, data: bytes = b"") -> bytes:
    """A locked file, line by line behind what is in it already, as a log is written."""
    for line in lines:
        data += seal(line + b"\n", key, chain_after(data, key))[0]
    return data


def parts(data: bytes) -> list[bytes]:
    return data.removesuffix(b"\n").split(b"\n")


def opened_of(lines: list[bytes], key: FileKey) -> list[Line]:
    return open_lines(b"".join(line + b"\n" for line in lines), key)


def codes(opened: list[Line]) -> list[str]:
    return [line.told.code if isinstance(line, Told | Unread) else "" for line in opened]


@given(LINES)
def test_what_was_sealed_comes_back_to_the_byte(lines: list[bytes]) -> None:
    key = FileKey.new()
    data = sealed(key, *lines)
    at_once, chain = seal(b"".join(line + b"\n" for line in lines), key, beginning(key))
    for one in (data, at_once):
        assert plain(one, key) == b"".join(line + b"\n" for line in lines)
        assert id_of(one) == (key.id if lines else None)
        assert is_locked(one) is bool(lines)
    assert chain.number == len(lines)
    opened = opened_of(parts(data), key) if lines else []
    assert not any(codes(opened))
    assert [line if isinstance(line, bytes) else line.encode() for line in opened] == lines


@given(st.binary(max_size=3 * BLOCK), st.binary(max_size=3 * BLOCK))
def test_lengths_tell_blocks_and_nothing_within_one(one: bytes, other: bytes) -> None:
    key = FileKey.new()
    one, other = one.replace(b"\n", b" "), other.replace(b"\n", b" ")
    same = (36 + len(one) + BLOCK - 1) // BLOCK == (36 + len(other) + BLOCK - 1) // BLOCK
    assert (len(sealed(key, one)) == len(sealed(key, other))) is same


def test_the_same_words_never_look_the_same_and_no_word_stands_in_the_file() -> None:
    key = FileKey.new()
    data = sealed(key, *WORDS, *WORDS)
    assert len(set(parts(data))) == 2 * len(WORDS)
    assert not any(word in data for word in (b"ord nummer", b'"seq', b'"text'))
    assert sealed(key, WORDS[0]) != sealed(key, WORDS[0])


def test_a_line_is_what_the_specification_says_by_the_primitives_alone() -> None:
    """Read with the library's AES-GCM, and nothing of ours."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    key = FileKey(bytes(range(8)), bytes(range(32)))
    data = sealed(key, b'{"seq":0}', b"x" * 300)
    before = b"locked1 0001020304050607"
    for number, (line, said) in enumerate(zip(parts(data), (b'{"seq":0}', b"x" * 300), strict=True)):
        form, name, packed = line.split(b" ")
        assert (form, name) == (b"locked1", b"0001020304050607")
        raw = bytes.fromhex(packed.decode())
        record = AESGCM(bytes(range(32))).decrypt(raw[:12], raw[12:], b"locked1 0001020304050607 ")
        assert len(record) % 256 == 0
        assert struct.unpack(">Q", record[:8]) == (number,)
        assert record[8:32] == before[-24:]
        assert struct.unpack(">I", record[32:36]) == (len(said),)
        assert record[36:] == said + bytes(len(record) - 36 - len(said))
        before = line


def test_a_line_made_by_the_primitives_alone_is_read() -> None:
    """A known answer: key, nonce and text are fixed, so the line is too."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    name, secret, nonce, said = b"\x11" * 8, b"\x22" * 32, b"\x33" * 12, '{"seq":0,"text":"blåbær"}'.encode()
    head = struct.pack(">Q24sI", 0, b"locked1 " + b"11" * 8, len(said))
    record = (head + said).ljust(256, b"\0")
    beside = b"locked1 1111111111111111 "
    made = beside + (nonce + AESGCM(secret).encrypt(nonce, record, beside)).hex().encode()
    assert sha256(made).hexdigest() == "60bb6024e2f87040566d5f04cae2cfb5d6b127463384a09dfcaf348bfaec1da8"
    assert opened_of([made], FileKey(name, secret)) == [said.decode()]


@given(st.integers(0, len(WORDS) - 1), st.data())
def test_a_flipped_bit_is_named_by_its_line_and_all_else_is_read(place: int, data: st.DataObject) -> None:
    key = FileKey.new()
    lines = parts(sealed(key, *WORDS))
    where = data.draw(st.integers(0, len(lines[place]) - 1))
    flipped = bytearray(lines[place])
    flipped[where] ^= data.draw(st.sampled_from([1 << bit for bit in range(8)]))
    lines[place] = bytes(flipped).replace(b"\n", b"\v")
    opened = opened_of(lines, key)
    assert codes(opened)[place] in ("locked_damaged", "locked_foreign", "locked_never_sealed")
    assert [one for one in opened if one] == [word.decode() for number, word in enumerate(WORDS) if number != place]
    assert sum(map(bool, codes(opened))) == 1


def test_what_was_done_to_the_lines_is_told_apart() -> None:
    key, other = FileKey.new(), FileKey.new()
    one, two, three, four, five, six = parts(sealed(key, *WORDS))
    foreign = parts(sealed(other, *WORDS))[2]
    start = sealed(key, *WORDS[:2], data=b"")
    fork = parts(sealed(key, *WORDS[2:4], data=one + b"\n" + two + b"\n"))[2:]  # a copy that was gone on with
    anew = parts(start)
    told = {
        "swapped": ([one, three, two, four], ["", "", "locked_swapped", ""]),
        "dropped": ([one, two, five, six], ["", "", "locked_dropped", ""]),
        "first dropped": ([two, three], ["locked_dropped", ""]),
        "replayed": ([one, two, three, two, four], ["", "", "", "locked_replayed", ""]),
        "from another interview": ([one, two, foreign, four], ["", "", "locked_foreign", ""]),
        "from another copy": ([one, two, fork[0], four], ["", "", "", "locked_spliced"]),
        "from an earlier text": ([anew[0], two, three], ["", "locked_spliced", ""]),
        "never sealed": ([one, WORDS[1], three], ["", "locked_never_sealed", ""]),
        "cut within": ([one, two[:-9], three], ["", "locked_damaged", ""]),
        "damaged and dropped": ([one, two[:-9], four], ["", "locked_damaged", "locked_dropped"]),
    }
    for what, (lines, wanted) in told.items():
        assert codes(opened_of(lines, key)) == wanted, what
    assert not any(codes(opened_of([one, two, *fork], key)))  # a copy by itself is whole: nobody can tell which counts
    assert not any(codes(opened_of([one, two, three], key)))  # and so is an open log that was rolled back


def test_a_file_goes_on_behind_what_is_damaged() -> None:
    key = FileKey.new()
    lines = parts(sealed(key, *WORDS[:3]))
    for spoilt in ([*lines[:2], lines[2][:-5]], [lines[0], lines[2]], [*lines, b"{}"]):
        data = b"".join(line + b"\n" for line in spoilt)
        before = codes(opened_of(spoilt, key))
        on = parts(sealed(key, *WORDS[3:5], data=data))
        opened = opened_of(on, key)
        assert codes(opened) == [*before, "", ""]
        assert opened[-2:] == [WORDS[3].decode(), WORDS[4].decode()]


@given(st.lists(st.tuples(st.integers(0, 5), st.binary(max_size=40)), max_size=6), st.integers(0, 4000))
def test_whatever_is_done_to_a_file_nothing_is_raised_and_no_false_word_is_read(
    cuts: list[tuple[int, bytes]], until: int
) -> None:
    key = FileKey.new()
    lines = parts(sealed(key, *WORDS))
    for place, put in cuts:
        lines.insert(place, put.replace(b"\n", b" "))
    spoilt = b"\n".join(lines)[:until]
    opened = open_lines(spoilt + b"\n", key)
    assert len(opened) == len(spoilt.split(b"\n"))
    assert {line for line in opened if not isinstance(line, Unread)} <= {word.decode() for word in WORDS}
    plain(spoilt, key)
    id_of(spoilt)
    chain_after(spoilt, key)


def test_lines_that_are_no_text_stay_bytes() -> None:
    key = FileKey.new()
    assert opened_of(parts(sealed(key, b"\xff\xfe")), key) == [b"\xff\xfe"]
    assert json.loads(opened_of(parts(sealed(key, b"{}")), key)[0]) == {}
    with pytest.raises(ValueError, match="id"):
        FileKey(os.urandom(4), os.urandom(32))


def test_how_an_interview_ended_is_told_where_its_end_is_another() -> None:
    key = FileKey.new()
    lines = parts(sealed(key, *WORDS[:4]))
    ended = Seal(4, lines[-1][-24:])

    def told(*there: bytes) -> list[str]:
        return codes(open_lines(b"".join(line + b"\n" for line in there), key, ended))

    assert told(*lines) == [""] * 4
    on = parts(sealed(key, WORDS[4], data=b"".join(line + b"\n" for line in lines)))
    assert told(*on) == [""] * 5  # it was gone on with after its end
    assert told(*lines[:3]) == ["", "", "locked_cut"]
    assert told(lines[0]) == ["locked_cut"]
    other = parts(sealed(key, *WORDS[3:], data=b"".join(line + b"\n" for line in lines[:2])))
    assert told(*other[:4]) == ["", "", "", "locked_false_end"]  # a copy of before, gone on with otherwise
    assert told(*other) == ["", "", "", "", "locked_false_end"]
    assert told(lines[0], lines[1][:-3], *lines[2:])[1] == "locked_damaged"


def test_capitals_and_odd_lengths_are_no_lines_of_ours() -> None:
    key = FileKey.new()
    (line,) = parts(sealed(key, WORDS[0]))
    for spoilt in (line[:25] + line[25:].upper(), line[:-1], line[:-2], line + b"00", line[:24], line.upper()):
        assert codes(opened_of([spoilt], key)) != [""], spoilt
