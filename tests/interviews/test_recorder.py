"""The recorder's marks: which file runs, where a moment lies in it, and what is not to be transcribed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.core import commands as do
from interviews.core.events import RecordingShifted, RecordingStarted, Refusal, Reopened, Resumed
from interviews.core.recorder import (
    RecordingPlace,
    RecordingStretch,
    Segment,
    is_withheld,
    place_of,
    recording,
    segments,
    withheld,
    withheld_in_files,
)
from interviews.core.timing import interview_seconds
from tests.interviews.choir import Talk
from tests.interviews.holding import RECORDER, carried_out

REC = do.ToggleRecording(confirmed=True)
SAME = do.ToggleRecording(confirmed=True, same=True)
NOT_THIS = do.ToggleTranscribing()


def _talk(*acts: tuple[float, do.Command]) -> Talk:
    talk = Talk()
    for t, command in acts:
        talk.at(t, command)
    return talk


def _segments(*acts: tuple[float, do.Command]) -> list[Segment]:
    return list(segments(_talk(*acts).interview))


def _places(talk: Talk, *moments: float) -> list[RecordingPlace | None]:
    return [place_of(talk.interview, t) for t in moments]


# stretches


def test_without_a_mark_there_is_no_recording_and_no_moment_lies_in_one() -> None:
    talk = _talk((1, do.AskQuestion("A1")))
    assert (segments(talk.interview), recording(talk.interview), place_of(talk.interview, 1)) == ((), None, None)


def test_a_stretch_runs_from_its_start_to_its_stop() -> None:
    assert _segments((10, REC)) == [Segment(1, 10, None, 0)]
    assert _segments((10, REC), (70, REC)) == [Segment(1, 10, 70, 0)]


def test_a_recorder_started_again_begins_a_new_file() -> None:
    assert _segments((10, REC), (70, REC), (100, REC)) == [Segment(1, 10, 70, 0), Segment(2, 100, None, 0)]


def test_in_the_same_file_it_goes_on_where_it_stopped() -> None:
    talk = _talk((10, REC), (70, REC), (100, SAME), (130, REC), (200, SAME))
    assert list(segments(talk.interview)) == [
        Segment(1, 10, 70, 0),
        Segment(1, 100, 130, 60),
        Segment(1, 200, None, 90),
    ]
    assert recording(talk.interview) == 1


def test_the_same_file_is_the_last_one_and_a_new_one_is_numbered_after_it() -> None:
    found = _segments((0, REC), (10, REC), (20, REC), (50, REC), (60, SAME), (65, REC), (70, REC))
    assert found[2:] == [Segment(2, 60, 65, 30), Segment(3, 70, None, 0)]


def test_there_must_be_a_file_to_go_on_in() -> None:
    assert _talk((1, do.Tick("opening", "consent"))).refusal(SAME) == "no_recording"
    assert _talk((1, REC), (2, do.Undo())).refusal(SAME) == "no_recording"


def test_a_running_recorder_need_not_go_on_in_its_file() -> None:
    assert _talk((1, REC)).refusal(SAME) == "recorder_runs"


def test_going_on_in_the_same_file_waits_for_consent_too() -> None:
    talk = _talk((1, REC), (2, REC))
    assert talk.refusal(do.ToggleRecording(same=True)) == "gate_first"
    act = talk.at(3, SAME)
    assert isinstance(act, RecordingStarted)
    assert (act.number, act.offset, act.missing) == (1, 1, ("consent",))


def test_a_pause_of_the_talk_does_not_stop_the_recorder() -> None:
    talk = _talk((10, REC), (20, do.TogglePause()), (320, do.TogglePause()), (330, do.TakeNote("videre")))
    assert place_of(talk.interview, 330) == RecordingPlace(1, 320)


def test_neither_does_a_break_of_the_program() -> None:
    talk = _talk((10, REC))
    talk.add(Resumed(seq=talk.interview.next_seq, t=500.0, wall="2026-03-02T11:00:00+01:00", gap=490.0))
    assert (recording(talk.interview), place_of(talk.interview, 500)) == (1, RecordingPlace(1, 490))


# where a moment lies


def test_a_moment_lies_in_the_stretch_that_ran_then_its_edges_included() -> None:
    talk = _talk((10, REC), (70, REC), (100, REC))
    assert _places(talk, 9.999, 10, 40.5, 70) == [
        None,
        RecordingPlace(1, 0),
        RecordingPlace(1, 30.5),
        RecordingPlace(1, 60),
    ]
    assert _places(talk, 70.001, 85, 99.999, 100, 160) == [
        None,
        None,
        None,
        RecordingPlace(2, 0),
        RecordingPlace(2, 60),
    ]


def test_in_a_file_that_goes_on_a_moment_lies_after_all_that_was_recorded_before() -> None:
    talk = _talk((10, REC), (70, REC), (100, SAME))
    assert _places(talk, 70, 85, 100, 130) == [
        RecordingPlace(1, 60),
        None,
        RecordingPlace(1, 60),
        RecordingPlace(1, 90),
    ]


def test_a_note_written_after_the_end_lies_in_no_recording_that_was_stopped() -> None:
    talk = _talk((10, REC), (70, REC), (80, do.End()))
    assert place_of(talk.interview, 4000) is None


def test_a_recorder_that_was_never_marked_as_stopped_does_not_run_on_after_the_end() -> None:
    talk = _talk((10, REC), (80, do.End()))
    talk.add(Reopened(seq=talk.interview.next_seq, t=90000.0, wall="2026-03-03T11:00:00+01:00"))
    talk.at(90000, do.TakeNote("for raskt videre", "reflexive"))
    assert place_of(talk.interview, 80) == RecordingPlace(1, 70)
    assert place_of(talk.interview, 90000) is None


def test_a_stop_lost_from_a_damaged_log_does_not_hide_the_next_file() -> None:
    talk = _talk((10, REC))
    talk.add(RecordingStarted(seq=3, t=100.0, number=2, missing=()))
    assert place_of(talk.interview, 130) == RecordingPlace(2, 30)


# what was found out afterwards


@pytest.mark.parametrize(
    ("seconds", "place"),
    [
        (3.0, RecordingPlace(1, 33)),
        (-4.5, RecordingPlace(1, 25.5)),
        (0.0, RecordingPlace(1, 30)),
        (-45.0, RecordingPlace(1, 0)),
    ],
)
def test_a_shift_moves_every_moment_of_its_file_but_none_before_its_beginning(
    seconds: float, place: RecordingPlace
) -> None:
    talk = _talk((10, REC), (70, REC), (500, do.ShiftRecording(seconds)))
    assert place_of(talk.interview, 40) == place


def test_a_shift_is_kept_with_its_direction() -> None:
    talk = _talk((10, REC))
    assert talk.at(20, do.ShiftRecording(-3)) == RecordingShifted(seq=2, t=20, number=1, later=0, earlier=3)
    assert talk.at(21, do.ShiftRecording(3)) == RecordingShifted(seq=3, t=21, number=1, later=3, earlier=0)


def test_of_several_shifts_the_last_in_force_counts_and_they_are_not_added_up() -> None:
    talk = _talk((10, REC), (70, do.ShiftRecording(3)), (71, do.ShiftRecording(-2)))
    assert place_of(talk.interview, 40) == RecordingPlace(1, 28)
    talk.at(72, do.Undo())
    assert place_of(talk.interview, 40) == RecordingPlace(1, 33)
    talk.at(73, do.Undo())
    assert place_of(talk.interview, 40) == RecordingPlace(1, 30)


def test_a_shift_is_of_the_last_file_unless_another_is_named() -> None:
    talk = _talk((10, REC), (70, REC), (100, REC), (200, do.ShiftRecording(5)))
    assert _places(talk, 40, 130) == [RecordingPlace(1, 30), RecordingPlace(2, 35)]
    talk.at(201, do.ShiftRecording(-1, 1))
    assert _places(talk, 40, 130) == [RecordingPlace(1, 29), RecordingPlace(2, 35)]


def test_a_shift_moves_every_stretch_of_a_file_that_went_on_also_one_that_comes_later() -> None:
    talk = _talk((10, REC), (70, REC), (80, do.ShiftRecording(-3)), (100, SAME))
    assert [one.offset for one in segments(talk.interview)] == [-3, 57]
    assert _places(talk, 70, 100) == [RecordingPlace(1, 57), RecordingPlace(1, 57)]


@pytest.mark.parametrize("number", [-1, 0, 3])
def test_a_file_that_there_is_not_cannot_be_shifted(number: int) -> None:
    talk = _talk((10, REC), (70, REC), (100, REC))
    assert talk.refusal(do.ShiftRecording(3, number)) == "unknown_recording"


def test_without_a_file_there_is_nothing_to_shift() -> None:
    assert Talk().refusal(do.ShiftRecording(3)) == "nothing_recorded"
    assert _talk((10, REC), (11, do.Undo())).refusal(do.ShiftRecording(3)) == "nothing_recorded"


def test_a_file_can_be_shifted_after_the_end_without_changing_a_duration() -> None:
    talk = _talk((10, REC), (70, REC), (80, do.End()))
    talk.add(Reopened(seq=talk.interview.next_seq, t=9000.0, wall="2026-03-03T11:00:00+01:00"))
    talk.at(9001, do.ShiftRecording(2))
    assert (place_of(talk.interview, 40), interview_seconds(talk.interview)) == (RecordingPlace(1, 32), 80)


# undo


def test_an_undone_start_never_ran_and_an_undone_stop_never_stopped() -> None:
    talk = _talk((10, REC), (70, REC), (71, do.Undo()))
    assert (list(segments(talk.interview)), recording(talk.interview)) == ([Segment(1, 10, None, 0)], 1)
    talk.at(72, do.Undo())
    assert (segments(talk.interview), recording(talk.interview)) == ((), None)


def test_after_an_undone_stop_the_same_file_goes_on_after_all_of_it() -> None:
    talk = _talk((10, REC), (70, REC), (71, do.Undo()), (90, REC), (100, SAME))
    assert segments(talk.interview)[-1] == Segment(1, 100, None, 80)


@given(st.lists(RECORDER, max_size=10), RECORDER)
def test_whatever_the_recorders_mark_was_undoing_it_leaves_no_trace(before: list[do.Command], last: do.Command) -> None:
    talk = carried_out(before)
    t = talk.interview.t
    spans = withheld(talk.interview)
    here = (segments(talk.interview), recording(talk.interview), is_withheld(talk.interview))
    decided = talk.decide(last, t)
    if isinstance(decided, Refusal):
        return
    talk.add(decided)
    talk.at(t, do.Undo())
    assert (segments(talk.interview), recording(talk.interview), is_withheld(talk.interview)) == here
    assert withheld(talk.interview) == spans


@given(st.lists(RECORDER | st.just(do.Undo()), max_size=14))
def test_stretches_never_overlap_and_a_file_never_runs_backwards(commands: list[do.Command]) -> None:
    talk = carried_out(commands)
    found = segments(talk.interview)
    moments = [moment for one in found for moment in (one.start, one.stop) if moment is not None]
    assert moments == sorted(moments)
    assert all(one.stop is not None for one in found[:-1])
    for number in {one.number for one in found}:
        own = [one for one in found if one.number == number]
        ends = [one.offset + ((one.stop or one.start) - one.start) for one in own]
        assert [one.offset for one in own[1:]] == pytest.approx(ends[:-1])
    halfway = [5.0 + 10 * place for place in range(len(commands) + 1)]
    for t in halfway:
        runs = [one for one in found if one.start <= t and (one.stop is None or t <= one.stop)]
        assert (place_of(talk.interview, t) is None) is (not runs)


# what is not to be transcribed


def test_what_is_withheld_lies_between_two_marks() -> None:
    talk = _talk((10, NOT_THIS))
    assert is_withheld(talk.interview)
    talk.at(40, NOT_THIS)
    assert (withheld(talk.interview), is_withheld(talk.interview)) == (((10, 40),), False)
    talk.at(50, NOT_THIS)
    talk.at(55, NOT_THIS)
    assert withheld(talk.interview) == ((10, 40), (50, 55))


def test_a_span_still_open_goes_on_with_the_log_and_stops_at_the_end() -> None:
    talk = _talk((5, NOT_THIS), (6, NOT_THIS), (10, NOT_THIS))
    assert withheld(talk.interview) == ((5, 6), (10, 10))
    talk.at(30, do.TakeNote("om naboen"))
    assert withheld(talk.interview) == ((5, 6), (10, 30))
    talk.at(60, do.End())
    talk.add(Reopened(seq=talk.interview.next_seq, t=9000.0, wall="2026-03-03T11:00:00+01:00"))
    assert withheld(talk.interview) == ((5, 6), (10, 60))


def test_an_undone_mark_takes_the_span_back_and_an_undone_release_opens_it_again() -> None:
    talk = _talk((10, NOT_THIS), (40, NOT_THIS), (45, do.Undo()))
    assert (withheld(talk.interview), is_withheld(talk.interview)) == (((10, 45),), True)
    talk.at(50, do.Undo())
    assert (withheld(talk.interview), is_withheld(talk.interview)) == ((), False)


def test_without_a_mark_nothing_is_withheld() -> None:
    talk = _talk((10, REC))
    assert (withheld(talk.interview), is_withheld(talk.interview)) == ((), False)


def test_what_is_withheld_does_not_stop_the_recorder() -> None:
    talk = _talk((10, REC), (20, NOT_THIS), (40, NOT_THIS))
    assert _places(talk, 30, 50) == [RecordingPlace(1, 20), RecordingPlace(1, 40)]


def test_what_is_withheld_is_told_in_each_file_that_holds_some_of_it() -> None:
    """The transcriber listens to files, whose time is not the interview's."""
    talk = _talk((10, REC), (30, NOT_THIS), (40, REC), (50, REC), (70, NOT_THIS), (80, NOT_THIS), (82, NOT_THIS))
    assert withheld_in_files(talk.interview) == (
        (RecordingStretch(1, 20, 30), RecordingStretch(2, 0, 20)),
        (RecordingStretch(2, 30, 32),),
    )
    talk.at(90, do.ShiftRecording(-3, 2))
    assert withheld_in_files(talk.interview)[1] == (RecordingStretch(2, 27, 29),)


def test_a_span_within_a_stop_lies_in_no_file_and_the_same_file_goes_on() -> None:
    talk = _talk((10, REC), (20, REC), (22, NOT_THIS), (25, NOT_THIS), (30, SAME), (32, NOT_THIS), (35, NOT_THIS))
    assert withheld_in_files(talk.interview) == ((), (RecordingStretch(1, 12, 15),))
    whole = _talk((5, NOT_THIS), (10, REC), (20, REC), (30, SAME), (35, NOT_THIS))
    assert withheld_in_files(whole.interview) == ((RecordingStretch(1, 0, 15),),)
