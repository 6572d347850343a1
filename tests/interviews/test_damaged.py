"""A log that is damaged in the middle: the line is named by its number, and everything else is read."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from interviews.core.codec import encode
from interviews.core.events import FORMAT
from interviews.core.state import NoInterviewError, replay
from interviews.log.reader import LogReading, read_log, read_log_file
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


def test_a_line_taken_out_is_named_and_does_not_give_its_place_away() -> None:
    talk = short_talk()
    lines = _lines(talk)
    reading = read_log(b"".join([*lines[:3], *lines[4:]]), "I1.jsonl")
    assert reading.events == (*talk.events[:3], *talk.events[4:])
    assert (_codes(reading), reading.next_seq) == ([(4, "log_missing_seq")], len(lines))
    assert reading.problems[0].facts == {"seq": "3"}


def test_several_lines_taken_out_are_named_together_and_a_damaged_one_accounts_for_itself() -> None:
    lines = _lines(short_talk())
    reading = read_log(b"".join([lines[0], b"??\n", lines[2], *lines[6:]]), "I1.jsonl")
    assert _codes(reading) == [(2, "log_damaged"), (4, "log_missing_seq")]
    assert reading.problems[1].facts == {"seq": "3–5"}


@pytest.mark.parametrize(("first", "second"), [(1, 2), (3, 4), (0, 1), (2, 6), (0, 7)])
def test_lines_that_changed_places_are_all_read(first: int, second: int) -> None:
    talk = short_talk()
    lines = _lines(talk)
    lines[first], lines[second] = lines[second], lines[first]
    reading = read_log(b"".join(lines), "I1.jsonl")
    assert reading.events == tuple(talk.events)
    assert {problem.code for problem in reading.problems} == {"log_swapped"}
    assert {problem.severity for problem in reading.problems} == {"warning"}
    assert {problem.line for problem in reading.problems} <= {*range(first + 1, second + 2)}


def test_lines_pasted_twice_count_once() -> None:
    talk = short_talk()
    lines = _lines(talk)
    reading = read_log(b"".join([*lines[:4], *lines[2:4], *lines[4:]]), "I1.jsonl")
    assert reading.events == tuple(talk.events)
    assert _codes(reading) == [(5, "log_doubled"), (6, "log_doubled")]


@pytest.mark.parametrize("seq", [913, 7, 1, 0])
def test_a_line_whose_seq_is_wrong_is_read_where_it_stands(seq: int) -> None:
    talk = short_talk()
    lines = _lines(talk)
    reading = read_log(b"".join([*lines[:3], _changed(lines[3], seq=seq), *lines[4:]]), "I1.jsonl")
    assert reading.events == tuple(talk.events)
    assert (_codes(reading), reading.next_seq) == ([(4, "log_wrong_seq")], len(lines))


def test_two_acts_with_one_seq_are_both_read_and_named() -> None:
    talk = short_talk()
    lines = _lines(talk)
    other = b'{"seq":3,"t":21.0,"type":"paused"}\n'
    reading = read_log(b"".join([*lines[:4], other, *lines[4:]]), "I1.jsonl")
    assert [event.type for event in reading.events[:6]] == [
        "started", "ticked", "recording_started", "asked", "paused", "noted",
    ]  # fmt: skip
    assert _codes(reading) == [(5, "log_doubled_seq")]
    assert reading.problems[0].facts == {"seq": "3", "first": "4"}
    interview = replay(reading.events)
    assert interview.acts[3] == talk.events[3]
    assert interview.next_seq <= reading.next_seq == len(lines) + 1


def test_what_another_logs_start_begins_is_not_read_into_this_one() -> None:
    talk = short_talk()
    reading = read_log(talk.log + encode(start("I2")) + b'{"seq":1,"t":5.0,"type":"paused"}\n', "I1.jsonl")
    assert reading.events == tuple(talk.events)
    assert _codes(reading) == [(len(talk.events) + 1, "log_second_start")]
    assert reading.problems[0].facts == {"count": "1"}


def test_the_same_log_twice_in_one_file_is_one_interview() -> None:
    talk = short_talk()
    reading = read_log(talk.log * 2, "I1.jsonl")
    assert reading.events == tuple(talk.events)
    assert {problem.code for problem in reading.problems} == {"log_doubled"}


def test_two_events_on_one_line_are_both_read() -> None:
    talk = short_talk()
    lines = _lines(talk)
    for place in (0, 3):
        for between in (b"x", b" ", b"\xff", b""):
            damaged = [*lines[:place], lines[place][:-1] + between + lines[place + 1], *lines[place + 2 :]]
            reading = read_log(b"".join(damaged), "I1.jsonl")
            assert reading.events == tuple(talk.events)
            assert _codes(reading) == [(place + 1, "log_lines_joined")]


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
