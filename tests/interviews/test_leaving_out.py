"""Words that the informant wants out are out of the log at once, or nothing has changed; the rest stands as before."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.core import commands as do
from interviews.core.coverage import coverage
from interviews.core.emptied import without
from interviews.core.events import Draft, LeftOut, Refusal, Reopened
from interviews.core.notes import Note, notes, notes_to_ask_about
from interviews.core.state import Interview, replay
from interviews.data_management.leaving_out import LeftWords, leave_out
from interviews.data_management.unfinished import FOLDER, NotTakenBackError, settle
from interviews.failures import LogFailure
from interviews.log.copies import merge
from interviews.log.reader import read_log_file
from interviews.log.rescued import read_whole
from interviews.log.writer import Log
from tests.clocks import StandingClock
from tests.faults.stepwise import bytes_in, counted, failing, kill_at
from tests.interviews.choir import Talk, bytes_of, short_talk, start
from tests.interviews.holding import ALL, carried_out

OLD = "Kari på Lade var syk"


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "study"
    (folder / "interviews").mkdir(parents=True)
    return folder


def talk_with_old_words() -> tuple[Talk, int]:
    """A talk in which the words of one note stand in every way in which a log can hold them; and the note's seq."""
    talk = short_talk()
    talk.add(Draft(seq=talk.interview.next_seq, t=100.0, text=f"{OLD} ut"))
    talk.at(110, do.TakeNote(f"{OLD} feil #lade"), do.Undo())
    seq = talk.at(200, do.TakeNote(f"{OLD} #b3 #lade")).seq
    talk.at(210, do.EditNote(f"{OLD} igjen", seq), do.TagNote(seq, "lade"), do.EditNote(f"{OLD} på ny", seq))
    talk.at(220, do.Undo())
    talk.at(900, do.CorrectNote("Kari var borte", seq))
    talk.add(Reopened(seq=talk.interview.next_seq, t=901.0, torn="eyJzZXEiOiA5LCAidGV4dCI6ICJLYXJp"))
    return talk, seq


def put(study: Path, talk: Talk, tail: bytes = b"") -> Path:
    log = study / "interviews" / "I1.jsonl"
    log.write_bytes(bytes_of(*talk.events) + tail)
    return log


def read(log: Path) -> Interview:
    reading = read_log_file(log, log.name)
    assert reading.problems == ()
    return replay(reading.events)


def others(interview: Interview, seq: int) -> list[Note]:
    return [note for note in notes(interview) if note.seq != seq]


def test_no_word_of_it_is_left_in_the_log_and_everything_else_stands(study: Path) -> None:
    talk, seq = talk_with_old_words()
    log = put(study, talk, b'{"seq": 99, "text": "Kari')
    left = leave_out(study, log, seq)
    assert isinstance(left, LeftWords)
    assert "Kari var borte" in left.texts
    data = log.read_text(encoding="utf-8").casefold()
    assert not any(word in data for word in ("kari", "lade", "torn", "borte"))
    interview = read(log)
    note = next(one for one in notes(interview) if one.seq == seq)
    assert (note.text, note.tags, note.left_out, note.about) == ("", (), True, ("A1",))
    assert others(interview, seq) == others(talk.interview, seq)
    assert coverage(interview) == coverage(talk.interview)
    again = leave_out(study, log, seq)
    assert isinstance(again, Refusal)
    assert again.code == "left_out_already"


def test_a_reason_is_left_out_and_the_refusal_stands(study: Path) -> None:
    talk = short_talk()
    seq = talk.at(300, do.Decline(("B4",), OLD)).seq
    log = put(study, talk)
    assert isinstance(leave_out(study, log, seq), LeftWords)
    assert "Kari" not in log.read_text(encoding="utf-8")
    assert coverage(read(log)).questions["B4"].state == "declined"
    assert isinstance(leave_out(study, log, seq), Refusal)
    assert isinstance(leave_out(study, log, 2), Refusal)


def test_of_what_is_left_out_nobody_is_asked_whether_it_may_be_used(study: Path) -> None:
    talk = Talk(start().but(program="0.2.0"))
    talk.at(10, do.ToggleRecording(confirmed=True), do.AskNext(confirmed=True), do.ToggleRecording())
    seq = talk.at(310, do.TakeNote(OLD)).seq
    assert [note.seq for note in notes_to_ask_about(talk.interview)] == [seq]
    log = put(study, talk)
    assert isinstance(leave_out(study, log, seq), LeftWords)
    assert notes_to_ask_about(read(log)) == ()


@given(st.lists(ALL, max_size=25), st.integers(0, 12))
def test_nothing_but_the_words_is_otherwise(commands: list[do.Command], place: int) -> None:
    talk = carried_out(commands)
    found = notes(talk.interview)
    if not found:
        return
    seq = found[place % len(found)].seq
    bare = without(seq, talk.events, talk.interview)
    after = replay([*bare, LeftOut(seq=talk.interview.next_seq, t=talk.interview.t, note=seq)])
    assert others(after, seq) == others(talk.interview, seq)
    assert list(after.acts)[:-1] == list(talk.interview.acts)
    note = next(one for one in notes(after) if one.seq == seq)
    assert (note.text, note.tags, note.about) == ("", (), found[place % len(found)].about)
    assert [event.seq for event in bare] == [event.seq for event in talk.events]


def test_what_a_copy_had_brought_goes_too_and_a_copy_brings_nothing_back(study: Path) -> None:
    ours, seq = talk_with_old_words()
    theirs = Talk(ours.events[0])  # type: ignore[arg-type]
    for event in ours.events[1 : seq + 1]:
        theirs.add(event)
    theirs.at(950, do.EditNote(f"{OLD} der", seq), do.TakeNote("noe nytt"))
    log, copy = put(study, ours), study / "interviews" / "I1 (1).jsonl"
    copy.write_bytes(bytes_of(*theirs.events))
    assert merge(log, copy, StandingClock()).count
    assert isinstance(leave_out(study, log, seq), LeftWords)
    before = log.read_bytes()
    assert b"Kari" not in before
    assert "noe nytt" in {note.text for note in notes(read(log))}
    assert merge(log, copy, StandingClock()).count == 0
    assert log.read_bytes() == before


def test_a_copy_out_of_which_words_were_taken_is_not_merged_into_a_log_that_has_them(study: Path) -> None:
    talk, seq = talk_with_old_words()
    copy = put(study, talk)
    assert isinstance(leave_out(study, copy, seq), LeftWords)
    copy = copy.rename(study / "interviews" / "I1 (1).jsonl")
    log = put(study, talk)
    with pytest.raises(LogFailure) as refused:
        merge(log, copy, StandingClock())
    assert refused.value.code == "merge_left_out"
    assert isinstance(leave_out(study, log, seq), LeftWords)
    assert merge(log, copy, StandingClock()).left == 0


def with_a_rescued_file(study: Path) -> tuple[Path, Path, int]:
    talk, seq = talk_with_old_words()
    log = put(study, talk)
    rescued = log.with_name("I1.rescued-1.jsonl")
    rescued.write_bytes(bytes_of(*talk.events[:-3]))
    return log, rescued, seq


def test_a_rescued_file_that_says_no_more_goes_and_one_that_does_stays_with_everything(study: Path) -> None:
    log, rescued, seq = with_a_rescued_file(study)
    left = leave_out(study, log, seq)
    assert isinstance(left, LeftWords)
    assert (left.removed, left.cleared) == ((rescued,), True)
    assert list(bytes_in(study)) == ["interviews/I1.jsonl"]
    assert read_whole(log, log.name).problems == ()
    log, rescued, seq = with_a_rescued_file(study)
    log.write_bytes(b"\n".join(log.read_bytes().split(b"\n")[:8]) + b"\n")
    before = bytes_in(study)
    with pytest.raises(LogFailure) as refused:
        leave_out(study, log, 6)
    assert (refused.value.code, bytes_in(study)) == ("leave_out_rescued", before)


def alone(study: Path) -> tuple[Path, int]:
    talk, seq = talk_with_old_words()
    return put(study, talk), seq


def beside_a_rescued_file(study: Path) -> tuple[Path, int]:
    log, _, seq = with_a_rescued_file(study)
    return log, seq


CASES = pytest.mark.parametrize("case", [alone, beside_a_rescued_file])


@CASES
def test_where_a_step_fails_it_is_done_or_untouched_and_that_is_said(
    study: Path, case: Callable[[Path], tuple[Path, int]]
) -> None:
    log, seq = case(study)
    before = bytes_in(study)
    with counted() as steps:
        leave_out(study, log, seq)
    done, failed = bytes_in(study), 0
    for at in range(1, steps.count + 1):
        for name in (*before, *done):
            (study / name).unlink(missing_ok=True)
        case(study)
        try:
            with failing(at, errno.EIO):
                left = leave_out(study, log, seq)
        except (LogFailure, NotTakenBackError):
            failed += 1
            settle(study)
            assert bytes_in(study) == before, at
        else:
            assert isinstance(left, LeftWords)
            settle(study)
            assert bytes_in(study) == done, (at, left.cleared)
    assert failed


@CASES
def test_a_kill_at_any_moment_leaves_it_done_or_untouched(
    study: Path, case: Callable[[Path], tuple[Path, int]], stride: int
) -> None:
    log, seq = case(study)
    before = bytes_in(study)
    at, seen = 1, set[bool]()

    def killed() -> bool:
        return kill_at(at, lambda: leave_out(study, log, seq))

    while killed():
        settle(study)
        found = {name: data for name, data in bytes_in(study).items() if not name.endswith(".intervjuguide")}
        seen.add(found == before)
        words = b"Kari" in b"".join(data for data in found.values() if isinstance(data, bytes))
        assert words is (found == before), at
        assert not (study / FOLDER).exists()
        case(study)
        at += stride
    assert True in seen


def test_a_log_that_somebody_has_open_is_left_alone(study: Path) -> None:
    log, seq = alone(study)
    before, held = log.read_bytes(), Log.open(log)
    with pytest.raises(LogFailure) as refused:
        leave_out(study, log, seq)
    held.close()
    assert (refused.value.code, log.read_bytes()) == ("log_locked", before)
