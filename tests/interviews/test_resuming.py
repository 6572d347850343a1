"""An interview is taken up again: after a break, a suspend, a power cut, a wall clock that was set."""

import base64
import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from interviews.core import commands as do
from interviews.core.codec import encode
from interviews.core.events import FORMAT, Draft, Noted, Reopened, Resumed, Undone
from interviews.failures import LogFailure
from interviews.log.reader import LogReading, read_log, read_log_file
from interviews.log.writer import Log
from interviews.os_support import system
from interviews.session import Session
from tests.interviews.chair import Chair
from tests.interviews.choir import short_talk

HOLDER = """
import sys
from pathlib import Path
from interviews.log.writer import Log

log = Log.open(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def chair(tmp_path: Path) -> Chair:
    chair = Chair(tmp_path)
    chair.do(do.AskQuestion("A1"))
    chair.do(do.TakeNote("sang i kapellet"), after=100)
    return chair


def _fail(fd: int) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def _resumed(chair: Chair) -> Resumed:
    event = chair.reading.events[-1]
    assert isinstance(event, Resumed)
    return event


def test_the_gap_is_in_the_log_at_once(chair: Chair) -> None:
    chair.clock.go_on(500)
    chair.resume()
    resumed = _resumed(chair)
    assert (resumed.seq, resumed.t, resumed.gap) == (3, 600.0, 500.0)
    assert (resumed.wall, resumed.boot, resumed.clock) == ("2026-03-02T10:10:00+00:00", "one", 1600.0)
    assert (resumed.torn, chair.session.now) == ("", 600.0)


def test_the_interview_goes_on_as_it_was(chair: Chair) -> None:
    before = dict(chair.interview.acts)
    chair.resume()
    assert {seq: act for seq, act in chair.interview.acts.items() if seq < 3} == before
    assert chair.interview.hand == "A1"
    assert chair.do(do.Undo()).type == "undone"
    assert [act.seq for act in chair.interview.events()] == [0, 1, 3]


@pytest.mark.parametrize("change", ["none", "one more", "as long, other words", "damaged"])
def test_what_was_read_before_counts_for_as_long_as_the_bytes_are_the_same(
    chair: Chair, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    chair.session.close()
    path, data = chair.path, chair.path.read_bytes()
    if change == "damaged":
        path.write_bytes(data := data + b"no record\n")
    known = read_log_file(path, path.name)
    if change == "one more":
        path.write_bytes(data + encode(Noted(seq=3, t=200.0, kind="note", text="en til")))
    if change == "as long, other words":
        path.write_bytes(data.replace(b"kapellet", b"kjelleren"[:8]))
    read: list[str] = []

    def noting(data: bytes, file: str, *rest: Any) -> LogReading:
        read.append(file)
        return read_log(data, file, *rest)

    monkeypatch.setattr("interviews.log.reader.read_log", noting)
    session, reading = Session.resume(path, chair.clock, "", known)
    session.close()
    assert bool(read) is (change != "none")
    monkeypatch.undo()
    path.write_bytes(path.read_bytes()[: reading.length])
    assert reading.events == read_log_file(path, path.name).events


def test_a_suspend_counts_as_time(chair: Chair) -> None:
    chair.clock.suspend(300)
    assert chair.do(do.MarkCovered()).t == 400.0
    chair.clock.suspend(300)
    chair.resume()
    assert _resumed(chair).t == 700.0


@pytest.mark.parametrize("shift", [-3600, 3600])
def test_a_wall_clock_that_was_set_changes_nothing_in_the_same_running(chair: Chair, shift: float) -> None:
    chair.clock.set_wall(shift)
    assert chair.do(do.MarkCovered(), after=10).t == 110.0
    chair.resume()
    assert (_resumed(chair).t, _resumed(chair).gap) == (110.0, 0.0)


def test_after_a_reboot_the_wall_clock_tells_how_long_it_was(chair: Chair) -> None:
    chair.clock.reboot(240)
    chair.resume()
    assert (_resumed(chair).t, _resumed(chair).gap) == (340.0, 240.0)
    assert chair.do(do.MarkCovered(), after=10).t == 350.0


def test_after_a_reboot_time_never_goes_below_the_last_moment(chair: Chair) -> None:
    chair.clock.reboot(60)
    chair.clock.set_wall(-3600)
    chair.resume()
    assert (_resumed(chair).t, _resumed(chair).gap) == (100.0, 0.0)
    assert chair.do(do.MarkCovered(), after=10).t == 110.0


def test_a_second_reboot_counts_from_the_last_sitting(chair: Chair) -> None:
    chair.clock.reboot(100)
    chair.resume()
    chair.do(do.MarkCovered(), after=50)
    chair.clock.reboot(100)
    chair.resume()
    assert (_resumed(chair).t, _resumed(chair).gap) == (350.0, 100.0)


@pytest.mark.parametrize(
    ("wall", "gap"),
    [
        ("2026-03", None),
        ("mars 2026", None),
        ("", None),
        ("9999-12-31T23:59:59-12:00", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("2026-03-02T12:00:00", 0.0),
    ],
)
def test_a_date_made_coarser_or_impossible_hinders_nothing(chair: Chair, wall: str, gap: float | None) -> None:
    chair.session.close()
    data = chair.path.read_bytes().replace(b"2026-03-02T10:00:00+00:00", wall.encode())
    chair.path.write_bytes(data)
    chair.clock.reboot(0)
    chair.resume()
    assert (_resumed(chair).t, _resumed(chair).gap) == (100.0, gap)


@pytest.mark.parametrize("count", [2, 40, 77])
def test_torn_bytes_move_into_the_resumption_and_nothing_else_changes(chair: Chair, count: int) -> None:
    chair.do(do.TakeNote("et langt notat om kapellet, som strømmen gikk midt i"), after=20)
    chair.session.close()
    torn = chair.tear(count)
    whole = chair.path.read_bytes().removesuffix(torn)
    reading = chair.resume()
    assert [problem.code for problem in reading.problems] == ["log_torn"]
    assert base64.b64decode(_resumed(chair).torn) == torn
    assert (_resumed(chair).seq, _resumed(chair).gap) == (3, 20.0)
    assert chair.path.read_bytes() == whole + encode(_resumed(chair))
    assert chair.reading.problems == ()


def test_torn_bytes_are_kept_once(chair: Chair) -> None:
    chair.session.close()
    assert chair.tear(20)
    chair.resume()
    chair.do(do.End(), do.TakeNote("litt til", "reflexive"))
    chair.resume()
    chair.do(do.TakeNote("og litt til", "reflexive"))
    kept = [event.torn for event in chair.reading.events if isinstance(event, Resumed | Reopened)]
    assert (len(kept), [bool(torn) for torn in kept]) == (3, [True, False, False])


def test_a_lost_newline_is_mended(chair: Chair) -> None:
    whole = chair.path.read_bytes()
    chair.session.close()
    chair.tear(1)
    reading = chair.resume()
    assert (reading.problems, len(reading.events)) == ((), 3)
    assert chair.path.read_bytes() == whole + encode(_resumed(chair))
    assert _resumed(chair).torn == ""
    written = chair.path.read_bytes()
    act = chair.do(do.MarkCovered())
    assert chair.path.read_bytes() == written + encode(act)


def test_looking_at_a_torn_log_changes_nothing(chair: Chair) -> None:
    chair.session.close()
    chair.tear(10)
    data = chair.path.read_bytes()
    assert chair.reading.torn
    assert chair.path.read_bytes() == data


def test_an_ended_interview_is_opened_without_writing(chair: Chair) -> None:
    chair.do(do.End())
    data = chair.path.read_bytes()
    chair.clock.reboot(9000)
    chair.resume()
    assert chair.path.read_bytes() == data
    assert chair.interview.ended is not None


def test_an_act_in_an_ended_interview_begins_with_reopened_in_every_sitting(chair: Chair) -> None:
    chair.do(do.End())
    for day in range(2):
        chair.clock.reboot(86400)
        chair.resume()
        chair.do(do.TakeNote("hørte opptaket igjen", "reflexive"), do.TakeNote("og en gang til", "reflexive"))
        assert len([event for event in chair.reading.events if isinstance(event, Reopened)]) == day + 1
    assert [event.type for event in chair.reading.events[3:]] == ["ended", *["reopened", "noted", "noted"] * 2]


def test_an_earlier_sittings_end_cannot_be_taken_back(chair: Chair) -> None:
    chair.do(do.End())
    chair.resume()
    assert chair.refused(do.Undo()) == "nothing_to_undo"


def test_torn_bytes_of_an_ended_interview_move_into_the_reopening(
    chair: Chair, monkeypatch: pytest.MonkeyPatch
) -> None:
    chair.do(do.End(), do.TakeNote("litt til", "reflexive"))
    chair.session.close()
    torn = chair.tear(30)
    whole = chair.path.read_bytes().removesuffix(torn)
    chair.resume()
    assert chair.path.read_bytes() == whole + torn
    with monkeypatch.context() as broken:
        broken.setattr(system(), "sync", _fail)
        with pytest.raises(LogFailure):
            chair.do(do.TakeNote("litt til", "reflexive"))
    assert chair.path.read_bytes() == whole + torn
    chair.do(do.TakeNote("litt til", "reflexive"))
    reopened, note = chair.reading.events[-2:]
    assert isinstance(reopened, Reopened)
    assert base64.b64decode(reopened.torn) == torn
    assert chair.path.read_bytes() == whole + encode(reopened) + encode(note)


def test_a_lost_newline_of_an_ended_interview_is_mended_by_the_next_act(chair: Chair) -> None:
    chair.do(do.End())
    chair.session.close()
    chair.tear(1)
    chair.resume()
    chair.do(do.TakeNote("litt til", "reflexive"))
    assert [event.seq for event in chair.reading.events] == [0, 1, 2, 3, 4, 5]
    assert chair.reading.problems == ()


def test_damage_in_the_middle_stays_as_it_is_and_the_next_act_has_the_next_place(chair: Chair) -> None:
    chair.session.close()
    lines = chair.path.read_bytes().split(b"\n")
    lines[2] = b'{"seq":2,"t":1?'
    data = b"\n".join(lines)
    chair.path.write_bytes(data)
    reading = chair.resume()
    assert [(problem.line, problem.code) for problem in reading.problems] == [(3, "log_damaged")]
    assert chair.path.read_bytes() == data + encode(_resumed(chair))
    assert _resumed(chair).seq == 3
    assert chair.do(do.TakeNote("videre")).seq == 4


def test_an_interview_of_which_only_the_start_was_written_is_taken_up(chair: Chair) -> None:
    chair.session.close()
    chair.path.write_bytes(chair.path.read_bytes().split(b"\n")[0] + b'\n{"seq":1,"t":0.0,"ty')
    chair.resume()
    assert [event.type for event in chair.reading.events] == ["started", "resumed"]
    assert chair.do(do.AskNext()).seq == 2


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "log_headless_file"),
        (b'{"seq":0,"t":0.0,"type":"star', "log_headless_file"),
        (short_talk().log.replace(b'"format":1', b'"format":%d' % (FORMAT + 1)), "log_newer_file"),
    ],
)
def test_what_tells_of_no_interview_is_not_taken_up_and_stays_as_it_is(chair: Chair, data: bytes, code: str) -> None:
    chair.session.close()
    chair.path.write_bytes(data)
    with pytest.raises(LogFailure) as caught:
        Session.resume(chair.path, chair.clock)
    assert (caught.value.code, chair.path.read_bytes()) == (code, data)
    Log.open(chair.path).close()


def test_an_interview_that_is_open_elsewhere_is_not_taken_up(chair: Chair) -> None:
    chair.session.close()
    data = chair.path.read_bytes()
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, chair.path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(LogFailure) as caught:
            Session.resume(chair.path, chair.clock)
        holder.communicate("")
    assert (caught.value.code, chair.path.read_bytes()) == ("log_locked", data)
    chair.resume()


def test_a_resumption_that_could_not_be_saved_lets_go_of_the_log(chair: Chair, monkeypatch: pytest.MonkeyPatch) -> None:
    chair.session.close()
    torn = chair.tear(12)
    data = chair.path.read_bytes()
    with monkeypatch.context() as broken:
        broken.setattr(system(), "sync", _fail)
        with pytest.raises(LogFailure):
            Session.resume(chair.path, chair.clock)
    assert chair.path.read_bytes() == data
    chair.resume()
    assert base64.b64decode(_resumed(chair).torn) == torn


def test_an_undo_of_a_start_written_by_another_program_takes_nothing_away(chair: Chair) -> None:
    chair.session.close()
    with chair.path.open("ab") as stream:
        stream.write(b'{"seq":3,"t":100.0,"type":"undone","act":0}\n')
    chair.resume()
    assert [type(act).__name__ for act in chair.interview.events()] == ["Started", "Asked", "Noted", "Resumed"]
    assert isinstance(chair.reading.events[2], Noted)


def test_a_line_kept_after_the_end_does_not_write_over_torn_bytes(chair: Chair) -> None:
    chair.do(do.End(), do.TakeNote("litt til", "reflexive"))
    chair.session.close()
    torn = chair.tear(30)
    chair.resume()
    chair.session.keep_draft("halvveis", None, literal=True)
    reopened, draft = chair.reading.events[-2:]
    assert isinstance(reopened, Reopened)
    assert base64.b64decode(reopened.torn) == torn
    assert isinstance(draft, Draft)
    assert draft.text == "halvveis"


def test_a_line_kept_after_the_end_has_the_place_after_the_reopening(chair: Chair) -> None:
    chair.do(do.End())
    chair.resume()
    assert chair.session.keep_draft("halvveis", None, literal=True)
    reading = chair.reading
    assert [event.seq for event in reading.events] == list(range(len(reading.events)))
    assert ([event.type for event in reading.events[-3:]], reading.problems) == (["ended", "reopened", "draft"], ())
    assert chair.session.keep_draft("og mer", None, literal=True)
    assert [(event.seq, event.type) for event in chair.reading.events[-2:]] == [(5, "draft"), (6, "draft")]


def test_only_the_end_of_this_sitting_is_taken_back_and_only_once(chair: Chair) -> None:
    chair.do(do.End())
    undone = chair.do(do.Undo())
    assert (chair.interview.ended, chair.reading.events[-1]) == (None, undone)
    ended = chair.do(do.End())
    chair.resume()
    assert chair.refused(do.Undo()) == "nothing_to_undo"
    assert chair.reading.events[-1] == ended
    chair.do(do.TakeNote("litt til", "reflexive"))
    assert isinstance(chair.do(do.Undo()), Undone)
    assert [event.type for event in chair.reading.events[-3:]] == ["reopened", "noted", "undone"]
    assert chair.refused(do.Undo()) == "nothing_to_undo"
