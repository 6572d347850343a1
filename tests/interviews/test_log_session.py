"""One way of writing a log, whatever its vocabulary: an interview's, an observation's, a study's facts."""

import base64
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from interviews.core.commands import TakeNote
from interviews.failures import LogFailure
from interviews.log.writer import Log, LogSession
from interviews.observer_session import Seat
from interviews.session import Session
from interviews.study.facts import FILE, CodeUsed, Reflection, add
from tests.interviews.choir import choir
from tests.interviews.clocks import HouseClock


def interview(folder: Path) -> None:
    """A note, by somebody who sits down and gets up again."""
    path = folder / "interviews" / "I1.jsonl"
    if path.exists():
        session, _ = Session.resume(path, HouseClock())
    else:
        session = Session.new(path, choir(), "I1", "live", HouseClock())
    try:
        session.do(TakeNote("øvelse [by]"))
    finally:
        session.close()


def observation(folder: Path) -> None:
    seat = Seat.take(folder / "observations" / "I1.jsonl", HouseClock())
    try:
        seat.remark("øvelse [by]")
    finally:
        seat.close()


def facts(folder: Path) -> None:
    add(folder, [Reflection(date="2026-03-02", text="øvelse [by]")])


WRITTEN = [
    (interview, "interviews/I1.jsonl"),
    (observation, "observations/I1.jsonl"),
    (facts, FILE),
]
every_log = pytest.mark.parametrize(("write", "name"), WRITTEN, ids=("interview", "observation", "facts"))
Write = Callable[[Path], None]


@every_log
def test_bytes_of_an_unfinished_line_move_into_the_next_record(tmp_path: Path, write: Write, name: str) -> None:
    write(tmp_path)
    whole = (tmp_path / name).read_bytes()
    torn = whole[:17]
    (tmp_path / name).write_bytes(whole + torn)
    write(tmp_path)
    assert (tmp_path / name).read_bytes().startswith(whole)
    lines = (tmp_path / name).read_bytes()[len(whole) :].split(b"\n")[:-1]
    assert [base64.b64decode(json.loads(line).get("torn", "")) for line in lines] == [torn, *[b""] * (len(lines) - 1)]


@every_log
def test_a_lost_line_break_is_mended_with_the_next_record(tmp_path: Path, write: Write, name: str) -> None:
    write(tmp_path)
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[:-1])
    write(tmp_path)
    after = (tmp_path / name).read_bytes()
    assert after.startswith(whole)
    assert [json.loads(line)["seq"] for line in after.split(b"\n")[:-1]] == list(range(after.count(b"\n")))


@every_log
def test_who_comes_second_is_refused_and_who_fails_lets_go(tmp_path: Path, write: Write, name: str) -> None:
    write(tmp_path)
    before = (tmp_path / name).read_bytes()
    held = Log.open(tmp_path / name)
    with pytest.raises(LogFailure) as failure:
        write(tmp_path)
    assert failure.value.code == "log_locked"
    assert (tmp_path / name).read_bytes() == before
    held.close()
    write(tmp_path)
    assert (tmp_path / name).read_bytes().startswith(before)


@pytest.mark.parametrize(("write", "name"), WRITTEN[:2], ids=("interview", "observation"))
@pytest.mark.parametrize("start", ["newer", "headless"])
def test_one_that_cannot_be_gone_on_with_is_let_go_as_it_was(
    tmp_path: Path, write: Write, name: str, start: str
) -> None:
    """The facts of a study have no start: whatever is there is written on."""
    write(tmp_path)
    first, _, rest = (tmp_path / name).read_bytes().partition(b"\n")
    bad = first.replace(b'"format":1', b'"format":9') + b"\n" + rest if start == "newer" else b"{\n"
    (tmp_path / name).write_bytes(bad)
    with pytest.raises(LogFailure) as failure:
        write(tmp_path)
    assert failure.value.code in ("log_newer_file", "log_headless_file", "observation_headless_file")
    assert (tmp_path / name).read_bytes() == bad
    Log.open(tmp_path / name).close()


def test_with_nothing_new_to_say_an_unfinished_line_stays(tmp_path: Path) -> None:
    add(tmp_path, [CodeUsed(code="I1")])
    before = (tmp_path / FILE).read_bytes() + b'{"seq":1,"da'
    (tmp_path / FILE).write_bytes(before)
    assert add(tmp_path, [CodeUsed(code="I1")]) == ()
    assert (tmp_path / FILE).read_bytes() == before


def test_what_sessions_share_they_say_nowhere_again() -> None:
    shared = {"take_news", "close", "_append", "_hold", "_stand_behind", "_place_on_clock", "now", "begun"}
    for kind in (Session, Seat):
        assert issubclass(kind, LogSession)
        assert not shared & vars(kind).keys()
