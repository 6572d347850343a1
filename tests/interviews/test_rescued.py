"""A log whose file goes away goes on elsewhere, and what is in several files is read as one interview."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.core.events import Asked, Noted
from interviews.failures import LogFailure
from interviews.log.locking import is_held
from interviews.log.rescued import apart, read_whole, take_up
from interviews.log.writer import Log
from interviews.observer_session import Seat
from interviews.observing import Turn
from interviews.observing.state import find_observation, observation_path, strays
from interviews.os_support import system
from interviews.session import Session
from interviews.study.folder import Study
from tests.interviews.chair import Chair, lose
from tests.interviews.choir import choir
from tests.modes import is_private

TEXTS = ["hun nøler", "spiller på torsdager", "vi får jo lov"]


@pytest.fixture(autouse=True)
def data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder / "intervjuguide"


@pytest.fixture
def chair(tmp_path: Path, anybodys_drive: None) -> Chair:
    """An interview with three notes."""
    chair = Chair(tmp_path)
    chair.do(do.AskNext(), *map(do.TakeNote, TEXTS), after=5)
    return chair


def texts(chair: Chair) -> list[str]:
    return [event.text for event in read_whole(chair.path, "I1.jsonl").events if isinstance(event, Noted)]


def codes(chair: Chair) -> list[str]:
    return [problem.code for problem in read_whole(chair.path, "I1.jsonl").problems]


def beside(chair: Chair, number: int = 1) -> Path:
    return chair.path.with_name(f"I1.rescued-{number}.jsonl")


def test_what_is_gone_is_written_anew_in_its_place(chair: Chair) -> None:
    before = chair.path.read_bytes()
    lose(chair.path)
    chair.path.parent.rmdir()
    chair.do(do.TakeNote("videre"))
    assert chair.session.take_news() == ("rewritten",)
    assert chair.session.take_news() == ()
    assert chair.path.read_bytes().startswith(before)
    assert texts(chair) == [*TEXTS, "videre"]
    assert is_private(chair.path)
    assert codes(chair) == []
    assert is_held(chair.path)


def cut(chair: Chair) -> None:
    os.truncate(chair.path, 300)


def empty(chair: Chair) -> None:
    os.truncate(chair.path, 0)


def touch_a_byte(chair: Chair) -> None:
    data = bytearray(chair.path.read_bytes())
    data[-5] ^= 1
    chair.path.write_bytes(data)
    os.utime(chair.path, ns=(0, 0))


def put_a_folder_there(chair: Chair) -> None:
    lose(chair.path)
    chair.path.mkdir()


def put_a_link_to_nothing_there(chair: Chair) -> None:
    chair.path.unlink()
    chair.path.symlink_to("nowhere")


@pytest.mark.parametrize("harm", [cut, empty, touch_a_byte, put_a_folder_there, put_a_link_to_nothing_there])
def test_what_is_another_is_left_alone_and_all_is_written_beside_it(
    chair: Chair, harm: Callable[[Chair], None]
) -> None:
    harm(chair)
    left = chair.path.read_bytes() if chair.path.is_file() else None
    chair.do(do.TakeNote("videre"), do.TakeNote("og videre"))
    assert chair.session.take_news() == ("rescued",)
    assert (chair.path.read_bytes() if chair.path.is_file() else None) == left
    assert texts(chair) == [*TEXTS, "videre", "og videre"]
    assert chair.session.path == beside(chair)
    assert "log_headless" not in codes(chair)  # no next interview begins in a place whose interview goes on
    chair.resume()
    chair.do(do.TakeNote("neste dag"))
    assert texts(chair) == [*TEXTS, "videre", "og videre", "neste dag"]
    (told,) = Study(chair.path.parent.parent).load_interviews()
    assert (told.file.participant, told.interview is not None) == ("I1", True)


def test_where_nothing_can_be_written_beside_it_the_users_data_folder_takes_over(
    chair: Chair, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut(chair)
    real = system().open_new

    def protected(path: Path) -> int:
        if path.is_relative_to(chair.path.parent):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return real(path)

    monkeypatch.setattr(system(), "open_new", protected)
    chair.do(do.TakeNote("videre"))
    assert chair.session.take_news() == ("rescued_away",)
    assert chair.session.path.is_relative_to(data / "rescued")
    assert texts(chair) == [*TEXTS, "videre"]


def test_where_there_is_no_place_at_all_the_act_is_refused(chair: Chair, monkeypatch: pytest.MonkeyPatch) -> None:
    cut(chair)
    monkeypatch.setattr(system(), "write_at", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "")))
    with pytest.raises(LogFailure):
        chair.session.do(do.TakeNote("videre"))
    monkeypatch.undo()
    assert [path.name for path in chair.path.parent.iterdir()] == ["I1.jsonl"]
    chair.session.close()
    assert chair.session.whole
    assert texts(chair) == TEXTS


@pytest.mark.parametrize("code", [errno.ENODEV, errno.ESTALE])
def test_a_drive_that_is_gone_is_left_at_once(
    chair: Chair, data: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    real = system().write_at
    held = chair.path.stat().st_ino

    def gone(fd: int, written: bytes, offset: int) -> int:
        if os.fstat(fd).st_ino == held:
            raise OSError(code, os.strerror(code))
        return real(fd, written, offset)

    monkeypatch.setattr(system(), "write_at", gone)
    chair.do(do.TakeNote("videre"))
    assert chair.session.path != chair.path
    assert texts(chair) == [*TEXTS, "videre"]


def test_a_study_that_was_moved_finds_what_was_rescued_of_it(chair: Chair, data: Path, tmp_path: Path) -> None:
    chair.session.keep_draft("halvt", None, literal=False)
    log = Log.create_elsewhere(chair.path, read_whole(chair.path, "I1.jsonl").events)
    log.append(Noted(seq=chair.interview.next_seq, t=99.0, kind="note", text="bare her", about=()))
    chair.session.close()
    log.close()
    moved = tmp_path / "flyttet"
    moved.mkdir()
    chair.path.parent.rename(moved / "interviews")
    chair.path = moved / "interviews" / "I1.jsonl"
    assert texts(chair) == [*TEXTS, "bare her"]
    assert codes(chair) == ["log_rescued"]


def test_a_log_that_is_gone_is_there_as_long_as_its_continuation_is(chair: Chair, tmp_path: Path) -> None:
    cut(chair)
    chair.do(do.TakeNote("videre"))
    chair.session.close()
    chair.path.unlink()
    study = Study(tmp_path)
    (told,) = study.load_interviews()
    assert (told.file.name, told.file.code, [one.code for one in told.problems]) == (
        "interviews/I1.jsonl",
        "I1",
        ["log_rescued_alone"],
    )
    assert study.next_code("live") == "I2"
    assert study.new_path("I1").name == "I1-2.jsonl"
    (unfinished,) = study.find_unfinished()
    chair.session, _ = Session.resume(unfinished.file.path, chair.clock)
    assert study.find_unfinished() == ()
    assert chair.session.path == chair.path
    assert texts(chair) == [*TEXTS, "videre"]
    assert codes(chair) == ["log_rescued_copy"]


def test_what_two_files_tell_otherwise_is_named_and_the_later_one_counts(chair: Chair) -> None:
    chair.path.write_bytes(chair.path.read_bytes().replace(b"torsdager", b"mandager "))
    chair.do(do.TakeNote("videre"))
    reading = read_whole(chair.path, "I1.jsonl")
    assert texts(chair) == [*TEXTS, "videre"]
    (problem,) = [one for one in reading.problems if one.severity == "error"]
    assert (problem.file, problem.code, problem.facts) == (
        "I1.jsonl",
        "log_rescued_unmerged",
        {"seq": "3", "count": "1", "code": "I1", "file": "I1.jsonl"},
    )


def test_an_act_at_this_table_counts_however_much_others_wrote_into_the_log(chair: Chair) -> None:
    last = chair.path.read_bytes().splitlines(keepends=True)[-1]
    with chair.path.open("ab") as stream:
        stream.writelines(
            last.replace(b'"seq":4', b'"seq":%d' % seq).replace(b"lov", b"fremmed") for seq in range(5, 12)
        )
    chair.do(do.TakeNote("videre"), after=5)
    assert texts(chair) == [*TEXTS, "videre"]
    assert sorted(codes(chair)) == ["log_rescued", "log_rescued_unmerged"]
    chair.resume()
    chair.do(do.TakeNote("neste dag"))
    assert texts(chair) == [*TEXTS, "videre", "neste dag"]


def test_a_rescued_file_that_was_left_hides_nothing_of_a_log_that_was_changed_by_hand(chair: Chair) -> None:
    empty(chair)
    chair.do(do.TakeNote("i Bergen"), after=5)
    chair.resume()
    assert chair.session.path == chair.path
    chair.do(do.TakeNote("neste dag"), do.TakeNote("og neste"), after=5)
    chair.session.close()
    chair.path.write_bytes(chair.path.read_bytes().replace(b"i Bergen", b"i [byen]"))
    assert texts(chair) == [*TEXTS, "i [byen]", "neste dag", "og neste"]
    log, reading = take_up(chair.path, "I1.jsonl")
    assert (log.path, [one.text for one in reading.events if isinstance(one, Noted)]) == (chair.path, texts(chair))
    log.close()


def test_a_rescued_file_that_begins_otherwise_is_an_interview_of_its_own(chair: Chair, tmp_path: Path) -> None:
    chair.session.close()
    other = Chair(tmp_path / "annen")
    other.clock.go_on(3600)
    other.do(do.AskNext(), do.TakeNote("en annen"))
    other.session.close()
    other.path.rename(beside(chair))
    told = list(Study(tmp_path).load_interviews())
    assert [one.file.name for one in told] == ["interviews/I1.jsonl", "interviews/I1.rescued-1.jsonl"]
    assert [one.file.code for one in told] == ["I1", "I1.rescued-1"]
    assert all(one.interview is not None for one in told)
    assert texts(chair) == TEXTS


def test_a_second_window_is_refused_wherever_the_log_goes_on(chair: Chair) -> None:
    empty(chair)
    chair.do(do.TakeNote("videre"))
    with pytest.raises(LogFailure) as caught:
        take_up(chair.path, "I1.jsonl")
    assert caught.value.code == "log_locked"
    assert Study(chair.path.parent.parent).find_unfinished() == ()


def test_leaving_looks_at_the_file_and_writes_what_is_not_in_it(chair: Chair) -> None:
    cut(chair)
    chair.session.close()
    assert (chair.session.whole, chair.session.path) == (True, beside(chair))
    assert texts(chair) == TEXTS


def test_what_nobody_could_keep_is_counted(chair: Chair, monkeypatch: pytest.MonkeyPatch) -> None:
    chair.path.write_bytes(chair.path.read_bytes().rpartition(b"\n")[0].rpartition(b"\n")[0] + b"\n")
    monkeypatch.setattr(system(), "write_at", lambda *_: (_ for _ in ()).throw(OSError(errno.EIO, "")))
    chair.session.close()
    assert (chair.session.whole, chair.session.kept) == (False, (4, 5))


def test_an_observation_goes_on_too(chair: Chair, tmp_path: Path) -> None:
    path = observation_path(chair.path)
    seat = Seat.take(path, chair.clock)
    seat.turn("interviewer")
    os.truncate(path, 10)
    seat.turn("informant")
    assert seat.take_news() == ("rescued",)
    seat.close()
    assert (seat.whole, seat.path.name) == (True, "I1.rescued-1.jsonl")
    found = find_observation(chair.path)
    assert found.observation is not None
    assert [tick.speaker for tick in found.observation.ticks if isinstance(tick, Turn)] == ["interviewer", "informant"]
    assert strays(tmp_path, [chair.path]) == ()
    again = Seat.take(path, chair.clock)
    again.close()
    assert len(again.observation.stretches) == 2


def test_a_log_of_another_interview_is_not_taken_for_one_that_was_lost(chair: Chair, tmp_path: Path) -> None:
    cut(chair)
    chair.do(do.AskQuestion("B1"))
    chair.session.close()
    other = tmp_path / "annen studie"
    session = Session.new(other / "interviews" / "I1.jsonl", choir(), "I1", "live", chair.clock)
    chair.clock.go_on(86400)
    session.do(do.AskNext())
    session.close()
    (told,) = Study(other).load_interviews()
    assert isinstance(told.reading.events[-1], Asked)
    assert told.problems == ()


def test_a_rescued_file_whose_date_was_made_coarser_goes_on_with_its_log(chair: Chair, tmp_path: Path) -> None:
    cut(chair)
    chair.do(do.TakeNote("videre"))
    chair.session.close()
    wall = chair.session.interview.started.wall
    beside(chair).write_bytes(beside(chair).read_bytes().replace(wall.encode(), wall[:10].encode(), 1))
    assert apart(chair.path) == ()
    assert texts(chair) == [*TEXTS, "videre"]
    assert [log.code for log in Study(tmp_path).logs()] == ["I1"]


def test_a_log_that_cannot_be_read_back_loses_nothing(chair: Chair, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(fd: int, length: int, offset: int) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    os.utime(chair.path, (1, 1))
    with monkeypatch.context() as patched:
        patched.setattr(system(), "read_at", failing)
        chair.do(do.TakeNote("videre"))
    chair.do(do.TakeNote("enda en gang"))
    assert texts(chair) == [*TEXTS, "videre", "enda en gang"]
