"""A log whose last line was cut short, or touched by an editor: everything whole is read."""

import pytest

from interviews.core.codec import encode
from interviews.log.reader import LogReading, read_log
from tests.interviews.choir import Talk, short_talk


def _codes(reading: LogReading) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in reading.problems]


def _cuts() -> list[int]:
    """Every byte of the last three records, as a length of the file."""
    talk = short_talk()
    last_three = sum(len(encode(event)) for event in talk.events[-3:])
    return list(range(len(talk.log) - last_three, len(talk.log)))


def _whole_records(talk: Talk, cut: int) -> tuple[int, int]:
    """How many records lie whole before the cut, the newline left aside, and where the last one's line ends."""
    count, end = 0, 0
    for event in talk.events:
        line = len(encode(event))
        if end + line - 1 > cut:
            break
        count, end = count + 1, end + line
    return count, end


def test_a_log_cut_anywhere_reads_up_to_the_last_whole_record() -> None:
    talk = short_talk()
    assert len(_cuts()) > 200
    for cut in _cuts():
        data = talk.log[:cut]
        count, end = _whole_records(talk, cut)
        reading = read_log(data, "I1.jsonl")
        assert reading.events == tuple(talk.events[:count]), cut
        assert reading.torn == data[end:], cut
        assert reading.unended is (end == cut + 1), cut
        assert reading.length == min(end, cut), cut
        assert (reading.lines, reading.next_seq) == (count, count), cut
        assert _codes(reading) == ([(count + 1, "log_torn")] if data[end:] else []), cut
        assert all(problem.severity == "notice" for problem in reading.problems), cut


def test_a_whole_log_has_nothing_to_report() -> None:
    talk = short_talk()
    reading = read_log(talk.log, "I1.jsonl")
    assert reading == LogReading("I1.jsonl", tuple(talk.events), length=len(talk.log), lines=len(talk.events))


def test_zeros_after_a_power_cut_are_a_torn_tail() -> None:
    talk = short_talk()
    reading = read_log(talk.log + bytes(4096), "I1.jsonl")
    assert reading.events == tuple(talk.events)
    assert reading.torn == bytes(4096)
    assert _codes(reading) == [(len(talk.events) + 1, "log_torn")]


def test_a_last_line_that_parses_but_is_not_the_next_is_torn() -> None:
    """A record that ends where a longer one was cut, such as one within a note's words."""
    talk = short_talk()
    strange = b'{"seq":70,"t":1.0,"type":"paused"}'
    assert read_log(talk.log + strange, "I1.jsonl").torn == strange


@pytest.mark.parametrize("data", [b"", b"\0" * 512, b'{"seq":0,"t":0.0,"type":"started","wall":"2026', b"{"])
def test_a_file_without_a_whole_first_record_is_reported_and_vacant(data: bytes) -> None:
    reading = read_log(data, "I1.jsonl")
    assert (reading.events, reading.started, reading.vacant) == ((), None, True)
    assert (1, "log_headless") in _codes(reading)


def test_a_first_record_alone_is_whole_even_without_its_newline() -> None:
    start = encode(short_talk().events[0])
    for data in (start, start[:-1]):
        reading = read_log(data, "I1.jsonl")
        assert (len(reading.events), reading.problems, reading.vacant) == (1, (), False)


def test_a_log_that_an_editor_saved_its_own_way_reads_the_same() -> None:
    talk = short_talk()
    for data in (talk.log.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + talk.log, talk.log[:-1]):
        reading = read_log(data, "I1.jsonl")
        assert (reading.events, reading.problems, reading.torn) == (tuple(talk.events), (), b"")


def test_an_editor_that_drops_the_last_newline_and_adds_an_empty_line_loses_nothing() -> None:
    lines = short_talk().log.split(b"\n")
    reading = read_log(b"\n".join([*lines[:3], b"", *lines[3:-1]]), "I1.jsonl")
    assert reading.events == tuple(short_talk().events)
    assert (_codes(reading), reading.torn) == ([(4, "log_damaged")], b"")


def test_a_line_of_another_form_makes_no_open_log_a_locked_one() -> None:
    talk = short_talk()
    for odd in (b"locked1 ", b"locked1 \n", b"locked1 0123456789abcdef 00\n"):
        reading = read_log(talk.log + odd, "I1.jsonl")
        assert reading.events == tuple(talk.events), odd
        assert reading.problems, odd
