"""A log takes over what only a copy of it has: every act of both, each once, and nothing else is otherwise."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.core import commands as do
from interviews.core.commands import Command
from interviews.core.coverage import coverage
from interviews.core.events import Asked, Covered, Ended, Event, Filled, Merged, Noted, Refusal, Started
from interviews.core.notes import follow_ups, notes
from interviews.core.state import Interview, replay
from interviews.core.timing import interview_seconds
from interviews.failures import LogFailure
from interviews.log.copies import lacking, merge
from interviews.log.reader import read_log_file
from tests.clocks import StandingClock
from tests.interviews.choir import Talk, bytes_of, short_talk, start
from tests.interviews.holding import ALL


def _put(folder: Path, name: str, events: list[Event]) -> Path:
    path = folder / name
    path.write_bytes(bytes_of(*events))
    return path


def _read(path: Path) -> Interview:
    reading = read_log_file(path, path.name)
    assert reading.problems == ()
    return replay(reading.events)


def _talk(events: list[Event]) -> Talk:
    talk = Talk(events[0] if isinstance(events[0], Started) else None)
    for event in events[1:]:
        talk.add(event)
    return talk


def _fork() -> tuple[Talk, Talk]:
    """One talk, gone on with in two places."""
    return _talk(short_talk().events), _talk(short_talk().events)


def test_what_only_the_copy_has_comes_in_and_a_second_time_nothing(tmp_path: Path) -> None:
    ours, theirs = _fork()
    ours.at(200, do.TakeNote("bare her"))
    theirs.at(190, do.TakeNote("bare der [sic] #b3"))
    theirs.at(210, do.MarkCovered(("B3",), 3))
    log, copy = _put(tmp_path, "I1.jsonl", ours.events), _put(tmp_path, "I1 (1).jsonl", theirs.events)
    before, other = log.read_bytes(), copy.read_bytes()
    assert merge(log, copy, StandingClock()).count == 2
    merged = _read(log)
    assert [note.text for note in notes(merged)][-2:] == ["bare der [sic] #b3", "bare her"]
    assert coverage(merged).questions["B3"].depth == 3
    assert (log.read_bytes()[: len(before)], copy.read_bytes()) == (before, other)
    after = log.read_bytes()
    assert merge(log, copy, StandingClock()).count == 0
    assert log.read_bytes() == after


def test_numbers_mean_what_they_meant_in_the_copy(tmp_path: Path) -> None:
    ours, theirs = _fork()
    mark = theirs.interview.next_seq
    ours.at(200, do.TakeNote("", "bookmark"))
    ours.at(205, do.TakeNote("spør om salen", "follow_up"))
    theirs.at(201, do.TakeNote("", "bookmark"))
    theirs.at(202, do.TakeNote("spør om dirigenten", "follow_up"))
    theirs.at(220, do.EditNote("ord til kopiens bokmerke", mark))
    theirs.at(221, do.EditNote("ord til det felles bokmerket", 5))
    theirs.at(222, do.ReturnTo(1))
    log = _put(tmp_path, "I1.jsonl", ours.events)
    merge(log, _put(tmp_path, "I1 2.jsonl", theirs.events), StandingClock())
    merged = _read(log)
    by_text = {note.text: note for note in notes(merged)}
    assert by_text["ord til kopiens bokmerke"].t == 201
    assert by_text["ord til det felles bokmerket"].seq == 5
    assert [(note.text, note.follow_up, note.state) for note in follow_ups(merged)] == [
        ("spør om salen", 1, "open"),
        ("spør om dirigenten", 2, "returned"),
    ]
    assert [note.t for note in notes(merged) if not note.text] == [200]


def test_an_undo_in_the_copy_undoes_the_copys_act(tmp_path: Path) -> None:
    ours, theirs = _fork()
    ours.at(200, do.TakeNote("bare her"))
    theirs.at(200, do.TakeNote("angret"))
    theirs.at(210, do.Undo())
    log = _put(tmp_path, "I1.jsonl", ours.events)
    merge(log, _put(tmp_path, "I1 2.jsonl", theirs.events), StandingClock())
    assert [note.text for note in notes(_read(log))][-1] == "bare her"
    assert "angret" not in [note.text for note in notes(_read(log))]


def test_a_copy_that_only_went_on_is_gone_on_with(tmp_path: Path) -> None:
    ours, theirs = _fork()
    theirs.at(300, do.AskQuestion("B1"))
    theirs.at(500, do.TogglePause())
    theirs.at(560, do.TogglePause())
    theirs.at(900, do.End())
    log = _put(tmp_path, "I1.jsonl", ours.events)
    merge(log, _put(tmp_path, "I1 2.jsonl", theirs.events), StandingClock())
    merged = _read(log)
    assert merged.acts == theirs.interview.acts
    assert interview_seconds(merged) == interview_seconds(theirs.interview) == 840
    assert merged.ended is not None


def test_durations_of_an_ended_interview_stay_and_it_is_reopened_first(tmp_path: Path) -> None:
    ours, theirs = _fork()
    ours.at(300, do.End())
    theirs.at(250, do.TogglePause())
    theirs.at(400, do.TakeNote("etterpå"))
    theirs.at(500, do.End())
    log = _put(tmp_path, "I1.jsonl", ours.events)
    before = interview_seconds(ours.interview)
    merge(log, _put(tmp_path, "I1 2.jsonl", theirs.events), StandingClock())
    reading = read_log_file(log, log.name)
    assert [event.type for event in reading.events[-4:]] == ["reopened", "merged", "merged", "merged"]
    merged = _read(log)
    assert interview_seconds(merged) == before
    assert merged.ended == ours.interview.ended
    assert notes(merged)[-1].text == "etterpå"
    assert lacking(reading.events, theirs.events) == []


def test_an_act_of_the_copy_counts_at_its_moment(tmp_path: Path) -> None:
    ours, theirs = _fork()
    ours.at(300, do.AskQuestion("B1"))
    ours.at(400, do.End())
    theirs.at(200, do.AskQuestion("A2"))
    log = _put(tmp_path, "I1.jsonl", ours.events)
    merge(log, _put(tmp_path, "I1 2.jsonl", theirs.events), StandingClock())
    merged = _read(log)
    assert [act.question for act in merged.events() if isinstance(act, Asked)] == ["A1", "A2", "B1"]
    assert coverage(merged).questions["A2"].seconds == 100
    assert merged.hand == "B1"


def test_a_second_copy_may_know_what_the_first_one_gave(tmp_path: Path) -> None:
    ours, first = _fork()
    ours.at(200, do.TakeNote("bare her"))
    first.at(200, do.TakeNote("", "bookmark"))
    second = _talk(first.events)
    second.at(260, do.EditNote("ord i den andre kopien", first.interview.next_seq - 1))
    log = _put(tmp_path, "I1.jsonl", ours.events)
    assert merge(log, _put(tmp_path, "I1 2.jsonl", first.events), StandingClock()).count == 1
    assert merge(log, _put(tmp_path, "I1 3.jsonl", second.events), StandingClock()).count == 1
    assert [note.text for note in notes(_read(log))].count("ord i den andre kopien") == 1
    assert len(notes(_read(log))) == len(notes(second.interview)) + 1


def test_another_file_of_the_same_name_is_another_copy(tmp_path: Path) -> None:
    ours, first = _fork()
    second = _talk(short_talk().events)
    ours.at(200, do.TakeNote("bare her"))
    for t, talk, text in ((200, first, "i den ene"), (201, second, "i den andre")):
        talk.at(t, do.TakeNote("", "bookmark"))
        talk.at(260, do.EditNote(text, talk.interview.next_seq - 1))
    log = _put(tmp_path, "I1.jsonl", ours.events)
    for talk in (first, second):
        merge(log, _put(tmp_path, "I1 2.jsonl", talk.events), StandingClock())
    assert {"i den ene", "i den andre", "bare her"} <= {note.text for note in notes(_read(log))}
    files = {event.file for event in read_log_file(log, log.name).events if isinstance(event, Merged)}
    assert files == {"I1 2.jsonl", "I1 2.jsonl #2"}


def test_a_copy_that_had_merged_gives_on_what_it_took(tmp_path: Path) -> None:
    ours, middle = _fork()
    last = _talk(short_talk().events)
    ours.at(200, do.TakeNote("bare her"))
    middle.at(201, do.TakeNote("i midten"))
    last.at(202, do.TakeNote("", "bookmark"))
    last.at(203, do.EditNote("ytterst", last.interview.next_seq - 1))
    log, between = _put(tmp_path, "I1.jsonl", ours.events), _put(tmp_path, "I1 2.jsonl", middle.events)
    merge(between, _put(tmp_path, "I1 3.jsonl", last.events), StandingClock())
    assert merge(log, between, StandingClock()).count == 3
    assert [note.text for note in notes(_read(log))][-3:] == ["bare her", "i midten", "ytterst"]


def test_what_comes_back_from_a_copy_that_took_it_counts_once(tmp_path: Path) -> None:
    ours, theirs = _fork()
    ours.at(200, do.TakeNote("bare her", "follow_up"))
    theirs.at(201, do.TakeNote("bare der", "follow_up"))
    theirs.at(202, do.TakeNote("angret"))
    theirs.at(203, do.Undo())
    log, copy = _put(tmp_path, "I1.jsonl", ours.events), _put(tmp_path, "I1-2.jsonl", theirs.events)
    for _ in range(2):
        merge(log, copy, StandingClock())
        merge(copy, log, StandingClock())
    for path in (log, copy):
        texts = sorted(note.text for note in notes(_read(path)))
        assert texts == sorted([*(note.text for note in notes(short_talk().interview)), "bare der", "bare her"])
        assert len(follow_ups(_read(path))) == len(follow_ups(short_talk().interview)) + 2


def test_another_interviews_log_is_refused(tmp_path: Path) -> None:
    log = _put(tmp_path, "I1.jsonl", short_talk().events)
    for name, events in (("I1 2.jsonl", Talk(start(wall="2026-05-01T10:00:00+02:00")).events), ("tom.jsonl", [])):
        with pytest.raises(LogFailure) as caught:
            merge(log, _put(tmp_path, name, events), StandingClock())
        assert caught.value.code in ("merge_other", "merge_no_log")
    assert log.read_bytes() == short_talk().log


def test_torn_bytes_are_kept(tmp_path: Path) -> None:
    ours, theirs = _fork()
    theirs.at(200, do.TakeNote("bare der"))
    log = tmp_path / "I1.jsonl"
    log.write_bytes(ours.log + b'{"seq":8,"t":19')
    merge(log, _put(tmp_path, "I1 2.jsonl", theirs.events), StandingClock())
    taken = next(event for event in read_log_file(log, log.name).events if isinstance(event, Merged))
    assert taken.torn == "eyJzZXEiOjgsInQiOjE5"
    assert notes(_read(log))[-1].text == "bare der"


ACTS = st.lists(ALL, max_size=8)


def _carry_out(talk: Talk, commands: list[Command], since: float) -> None:
    for place, command in enumerate(commands, 1):
        event = talk.decide(command, since + 10.0 * place)
        if not isinstance(event, Refusal) and not (isinstance(event, Ended) and talk.interview.ended is not None):
            talk.add(event)


@given(ACTS, ACTS, ACTS, st.floats(1, 30))
def test_a_merged_log_has_every_act_of_both(
    common: list[Command], here: list[Command], there: list[Command], later: float
) -> None:
    import tempfile

    ours = Talk(start())
    _carry_out(ours, common, 0)
    theirs = _talk(ours.events)
    _carry_out(ours, here, 500)
    _carry_out(theirs, there, 500 + later)
    with tempfile.TemporaryDirectory() as name:
        log = _put(Path(name), "I1.jsonl", ours.events)
        copy = _put(Path(name), "I1 (1).jsonl", theirs.events)
        before = interview_seconds(ours.interview)
        taken = merge(log, copy, StandingClock())
        assert taken.count == len(lacking(ours.events, theirs.events))
        assert merge(log, copy, StandingClock()).count == 0
        merged = _read(log)
    forked = len(ours.events) > len(theirs.events) or ours.events != theirs.events[: len(ours.events)]
    if forked and ours.interview.ended is not None:
        assert interview_seconds(merged) == before
    if not forked and ours.interview.ended is None:
        assert notes(merged) == notes(theirs.interview)
    for kind in (Noted, Covered, Asked, Filled):
        told = {
            (act.t, getattr(act, "text", ""), getattr(act, "question", ""))
            for act in merged.acts.values()
            if isinstance(act, kind)
        }
        for talk in (ours, theirs):
            undone = _undone(ours) | _undone(theirs)
            for act in talk.interview.acts.values():
                key = (act.t, getattr(act, "text", ""), getattr(act, "question", ""))
                assert not isinstance(act, kind) or act in undone or key in told
    numbers = [note.follow_up for note in follow_ups(merged)]
    assert len(numbers) == len(set(numbers))


def _undone(talk: Talk) -> set[Event]:
    """What one of the two took back."""
    return {event for event in talk.events[1:] if event.seq not in talk.interview.acts}


@pytest.mark.parametrize("seq", [None, "q", -1, 1.5, [], {}])
def test_an_act_taken_over_whose_place_is_damaged_hinders_nothing(seq: object) -> None:
    talk = short_talk()
    damaged = {"seq": seq, "t": 9.0, "type": "noted", "text": "der"}
    events = [*talk.events, Merged(seq=len(talk.events), t=9.0, file="I1 (1)", event=damaged)]
    assert [note.text for note in notes(replay(events))] == [note.text for note in notes(replay(talk.events))]


def test_an_end_that_a_copy_took_back_stays_where_this_log_went_its_own_way(tmp_path: Path) -> None:
    ours = short_talk()
    ours.at(60, do.End())
    theirs = _talk(ours.events)
    ours.at(70, do.AskQuestion("A1"))
    theirs.at(75, do.Undo())
    theirs.at(3600, do.TakeNote("bare der"))
    log = _put(tmp_path, "I1.jsonl", ours.events)
    before = interview_seconds(ours.interview)
    merge(log, _put(tmp_path, "I1 2.jsonl", theirs.events), StandingClock())
    assert interview_seconds(_read(log)) == before
    assert notes(_read(log))[-1].text == "bare der"
