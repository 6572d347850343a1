"""A log that is damaged in the middle: the line is named by its number, and everything else is read."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from interviews.codec import encode
from interviews.events import FORMAT
from interviews.reading import LogReading, read_log, read_log_file
from interviews.state import NoInterviewError, replay
from tests.interviews.choir import Talk, short_talk, start


def _codes(reading: LogReading) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in reading.problems]


def _lines(talk: Talk) -> list[bytes]:
    return [encode(event) for event in talk.events]


def _changed(line: bytes, **fields: object) -> bytes:
    return json.dumps(json.loads(line) | fields).encode() + b"\n"


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (b"\n", "log_damaged"),
        (b'{"seq":3,"t":12.0,"type":"asked","quest\n', "log_damaged"),
        (b'{"seq":3,"t":12.0,"type":"asked","question":"A\xff1"}\n', "log_damaged"),
        (bytes(200) + b"\n", "log_damaged"),
        (b"[" * 100_000 + b"\n", "log_damaged"),
        (b'{"a":' * 100_000 + b"\n", "log_damaged"),
        (b'{"seq":' + b"9" * 5000 + b"}\n", "log_damaged"),
        (b'{"seq":3,"t":1e999,"type":"paused"}\n', "log_wrong_value"),
        (b'{"seq":3,"t":NaN,"type":"paused"}\n', "log_wrong_value"),
        (b'{"seq":3,"t":1' + b"0" * 400 + b',"type":"paused"}\n', "log_wrong_value"),
        (b'{"seq":3,"t":12.0,"type":' + b"[" * 400 + b"]" * 400 + b"}\n", "log_unknown_type"),
        (b'{"seq":3,"t":12.0,"type":"sung"}\n', "log_unknown_type"),
        (b'{"seq":3,"t":12.0,"type":"asked"}\n', "log_missing_field"),
        (b"12\n", "log_not_an_object"),
        (b'{"seq":1,"t":12.0,"type":"paused"}\n', "log_out_of_order"),
    ],
)
def test_a_damaged_line_is_named_and_the_rest_is_read(damage: bytes, code: str) -> None:
    talk = short_talk()
    lines = _lines(talk)
    reading = read_log(b"".join([*lines[:3], damage, *lines[4:]]), "interviews/I1.jsonl")
    assert reading.events == (*talk.events[:3], *talk.events[4:])
    assert _codes(reading) == [(4, code)]
    assert {(problem.file, problem.severity) for problem in reading.problems} == {("interviews/I1.jsonl", "error")}
    assert (reading.lines, reading.next_seq) == (len(lines), len(lines))


def test_a_damaged_last_line_keeps_its_place_in_the_count() -> None:
    lines = _lines(short_talk())
    reading = read_log(b"".join(lines[:-1]) + b"??\n", "I1.jsonl")
    assert (reading.next_seq, reading.torn) == (len(lines), b"")


def test_a_line_taken_out_does_not_give_its_place_away() -> None:
    talk = short_talk()
    lines = _lines(talk)
    reading = read_log(b"".join([*lines[:3], *lines[4:]]), "I1.jsonl")
    assert reading.events == (*talk.events[:3], *talk.events[4:])
    assert (reading.problems, reading.next_seq) == ((), len(lines))


def test_a_line_pasted_twice_counts_once() -> None:
    talk = short_talk()
    lines = _lines(talk)
    reading = read_log(b"".join([*lines[:4], *lines[2:4], *lines[4:]]), "I1.jsonl")
    assert reading.events == tuple(talk.events)
    assert _codes(reading) == [(5, "log_out_of_order"), (6, "log_out_of_order")]


def test_a_place_far_too_high_costs_that_line_and_no_other() -> None:
    talk = short_talk()
    lines = _lines(talk)
    reading = read_log(b"".join([*lines[:3], _changed(lines[3], seq=913), *lines[4:]]), "I1.jsonl")
    assert reading.events == (*talk.events[:3], *talk.events[4:])
    assert _codes(reading) == [(4, "log_out_of_order")]
    assert reading.next_seq == len(lines)


def test_a_place_that_the_start_has_already_is_out_of_order() -> None:
    talk = short_talk()
    lines = _lines(talk)
    reading = read_log(b"".join([lines[0], _changed(lines[1], seq=0), *lines[2:]]), "I1.jsonl")
    assert reading.events == (talk.events[0], *talk.events[2:])
    assert _codes(reading) == [(2, "log_out_of_order")]


def test_a_second_start_is_no_new_interview() -> None:
    talk = short_talk()
    reading = read_log(talk.log + encode(start("I2")) + b'{"seq":1,"t":5.0,"type":"paused"}\n', "I1.jsonl")
    assert reading.events == tuple(talk.events)
    assert [code for _, code in _codes(reading)] == ["log_out_of_order", "log_out_of_order"]


def test_without_its_first_line_a_log_tells_of_no_interview_and_is_not_vacant() -> None:
    lines = _lines(short_talk())
    reading = read_log(b"".join([b'{"seq":0,"t"\n', *lines[1:]]), "I1.jsonl")
    assert (reading.started, reading.vacant) == (None, False)
    assert _codes(reading) == [(1, "log_damaged"), (2, "log_no_start")]


def test_a_newer_format_is_named_as_such_whatever_else_it_holds() -> None:
    newer = FORMAT + 1
    first = _changed(encode(start()), format=newer, mode="hybrid", guide=["another shape"])
    for data in (first + b'{"seq":1,"type":"sung"}\n', first, first[:-1]):
        reading = read_log(data, "I1.jsonl")
        assert [(problem.code, problem.facts) for problem in reading.problems] == [
            ("log_newer", {"format": str(newer)})
        ]
        assert (reading.newer, reading.started, reading.vacant) == (True, None, False)


def test_a_line_in_the_middle_cannot_make_a_log_newer() -> None:
    talk = short_talk()
    reading = read_log(talk.log + _changed(encode(start()), seq=50, format=FORMAT + 1), "I1.jsonl")
    assert (reading.events, reading.newer) == (tuple(talk.events), False)


def test_a_file_that_cannot_be_read_is_a_problem_and_never_vacant(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.jsonl", tmp_path):
        reading = read_log_file(path, "I1.jsonl")
        assert (_codes(reading), reading.vacant) == ([(1, "log_unreadable")], False)
        assert reading.problems[0].facts["reason"]


def test_a_file_too_big_to_be_a_log_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "I1.jsonl"
    with path.open("wb") as stream:
        stream.truncate(600 * 1024 * 1024)  # a hole: nothing is written
    reading = read_log_file(path, "I1.jsonl")
    assert (_codes(reading), reading.vacant) == ([(1, "log_too_big")], False)


def _read_and_replayed(data: bytes) -> LogReading:
    reading = read_log(data, "I1.jsonl")
    try:
        interview = replay(reading.events)
    except NoInterviewError:
        return reading
    assert interview.next_seq <= reading.next_seq
    return reading


@given(st.binary(max_size=300))
@example(b"\n")
@example(b"\xff\xfe\x00\n\n")
@example(b'\xed\xa0\x80"\n')
def test_any_bytes_are_read_without_an_exception(data: bytes) -> None:
    reading = _read_and_replayed(data)
    assert reading.length + len(reading.torn) == len(data)
    assert reading.problems or reading.vacant


@given(st.data())
def test_a_log_with_any_bytes_put_in_anywhere_is_read_without_an_exception(data: st.DataObject) -> None:
    talk = short_talk()
    log = talk.log
    place = data.draw(st.integers(len(encode(talk.events[0])), len(log)))
    cut = data.draw(st.integers(0, 40))
    reading = _read_and_replayed(log[:place] + data.draw(st.binary(max_size=40)) + log[place + cut :])
    untouched = sum(1 for end in _ends(talk) if end <= place)
    assert reading.events[:untouched] == tuple(talk.events[:untouched])


def _ends(talk: Talk) -> list[int]:
    ends, end = [], 0
    for event in talk.events:
        end += len(encode(event))
        ends.append(end)
    return ends
