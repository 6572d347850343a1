"""What the interviewer marked in a recording, and the formats it is written in."""

import re

import pytest

from interviews.core import commands as do
from interviews.marks.formats import FORMATS
from interviews.marks.mark_writing import Labels, clock
from interviews.marks.recording_marks import KINDS, Mark, RecordingMarks, marks_of
from tests.interviews.choir import Talk, start

LABELS = Labels({kind: kind.upper() for kind in KINDS}, "BEGIN", "ON AGAIN", "¬", "MARK", "GOES ON")
REC = do.ToggleRecording(confirmed=True)


def _talk(*acts: tuple[float, do.Command]) -> Talk:
    talk = Talk(start().but(program="0.2.0"))
    for t, command in acts:
        talk.at(t, command)
    return talk


def _told(recording: RecordingMarks) -> list[tuple[str, float, float | None, float]]:
    return [(mark.kind, mark.start, mark.end, mark.away) for mark in recording.marks]


def test_marks_lie_in_the_files_own_time_and_a_question_lasts_until_the_next() -> None:
    talk = _talk((10, REC), (12, do.AskQuestion("A1")), (15.5, do.TakeNote("ja")), (30, do.AskQuestion("A2")))
    talk.at(40, do.End())
    (recording,) = marks_of(talk.interview)
    assert (recording.number, recording.length) == (1, 30)
    assert _told(recording) == [("question", 2, 20, 0), ("note", 5.5, None, 0), ("question", 20, 30, 0)]


def test_what_no_recording_has_stands_at_the_nearest_moment_of_one_and_says_how_far_off_it_was() -> None:
    talk = _talk((1, do.AskQuestion("A1")), (2, do.TakeNote("før")), (10, REC), (20, REC), (22, do.TakeNote("mellom")))
    talk.at(30, REC)
    talk.at(40, do.TakeNote("i to"))
    talk.at(50, REC)
    talk.at(55, do.TakeNote("etter"))
    unsure = tuple(event.seq for event in talk.events if getattr(event, "text", "") in ("mellom", "etter"))
    talk.at(56, do.ClearNotes(unsure, usable=True))
    first, second = marks_of(talk.interview)
    assert _told(first) == [("question", 0, 10, -9), ("note", 0, None, -8)]
    assert _told(second) == [
        ("question", 0, 20, 0),
        ("note", 0, None, -8),
        ("note", 10, None, 0),
        ("note", 20, None, 5),
    ]
    assert [mark.goes_on for mark in (*first.marks, *second.marks)] == [False, False, True, False, False, False]


def test_a_shift_moves_every_mark_and_nothing_lies_before_the_file() -> None:
    talk = _talk((10, REC), (11, do.TakeNote("tidlig")), (40, do.TakeNote("sent")), (50, do.ShiftRecording(-3)))
    (recording,) = marks_of(talk.interview)
    assert _told(recording) == [("note", 0, None, -2), ("note", 27, None, 0)]


def test_what_is_held_back_reflexive_or_has_no_words_is_no_mark_but_a_bookmark_is() -> None:
    talk = _talk((1, REC), (2, do.TakeNote("eget", "reflexive")), (3, do.TakeNote("", "bookmark")))
    talk.at(4, do.ToggleTranscribing())
    talk.at(5, do.TakeNote("utenfor"))
    talk.at(6, do.ToggleTranscribing())
    (recording,) = marks_of(talk.interview)
    assert _told(recording) == [("bookmark", 2, None, 0), ("withheld", 3, 5, 0)]


def test_a_file_that_went_on_has_one_stretch_of_what_was_in_hand_meanwhile() -> None:
    talk = _talk((0, REC), (5, do.AskQuestion("A1")), (10, REC), (20, do.ToggleRecording(confirmed=True, same=True)))
    talk.at(30, do.End())
    (recording,) = marks_of(talk.interview)
    assert _told(recording) == [("question", 5, 20, 0)]


def test_without_a_recording_there_is_nothing() -> None:
    assert marks_of(_talk((1, do.AskQuestion("A1"))).interview) == ()


RECORDING = RecordingMarks(
    "I1",
    1,
    60.0,
    (
        Mark("question", 0.0, 20.0, "Hva?", ("A1",), seq=1, away=-2.5),
        Mark("bookmark", 3.0005, None, "", ("A1",), seq=2),
        Mark("note", 3.0005, None, "en\nto\t<tre> --> {fire}", ("A1", "B2"), ("ord",), seq=3),
        Mark("note", 3.0005, None, "samtidig", seq=4),
        Mark("withheld", 10.0, 15.25, ""),
    ),
)


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_has_every_mark_and_no_label_is_empty(name: str) -> None:
    written = FORMATS[name].write(RECORDING, LABELS)
    text = written.data.decode("utf-8-sig")
    for word in (
        "Hva?",
        "samtidig",
        "A1 B2 \\#ord" if name == "chapters" else "A1 B2 #ord",
        "BOOKMARK" if "textgrid eaf nvivo".find(name) < 0 else "A1",
        "WITHHELD",
    ):
        assert word in text, word
    assert "-00:00:02.500" in text
    assert not re.search(r"-\d\.\d|[0-9]e-", text.replace("-00:", "")), "a time below zero, or with an exponent"
    nothing = FORMATS[name].write(RecordingMarks("I1", 1, 0.0, ()), LABELS)
    assert not nothing.changed


def test_what_had_to_change_is_told_by_the_event() -> None:
    changed = {name: FORMATS[name].write(RECORDING, LABELS).changed for name in FORMATS}
    away = {"away": (1,)}
    assert changed["eaf"] == away
    assert changed["vtt"] == {**away, "line_breaks": (3,)}
    assert changed["srt"] == {**away, "line_breaks": (3,), "arrows": (3,), "tags": (3,)}
    assert changed["audacity"] == {**away, "line_breaks": (3,), "tabs": (3,)}
    assert changed["textgrid"] == {**away, "line_breaks": (3,), "moved": (4,)}


def test_what_stands_in_a_file_besides_the_marks_is_counted() -> None:
    added = {name: FORMATS[name].write(RECORDING, LABELS).added for name in FORMATS}
    assert {name for name, counted in added.items() if counted} == {"chapters", "f4"}
    assert added["chapters"] == added["f4"] == {"resume": 1}
    late = RECORDING.but(marks=RECORDING.marks[1:])
    assert FORMATS["chapters"].write(late, LABELS).added == {"resume": 1, "begin": 1}


@pytest.mark.parametrize("name", list(FORMATS))
def test_what_goes_on_from_the_recording_before_says_so_and_nothing_of_how_far_off_it_was(name: str) -> None:
    marks = (Mark("question", 0.0, 20.0, "Hva?", ("A1",), seq=1, goes_on=True),)
    written = FORMATS[name].write(RecordingMarks("I1", 2, 60.0, marks), LABELS)
    assert "[GOES ON]" in written.data.decode("utf-8-sig")
    assert written.changed == {"goes_on": (1,)}


def test_times_are_rounded_first_and_then_split() -> None:
    assert clock(59.9996) == "00:01:00.000"
    assert clock(3599.96, "-", places=1) == "01:00:00-0"
    assert clock(90_000.4, places=0) == "25:00:00"
    assert clock(47.9996, places=0) == "00:00:47", "whole seconds are told as on the screens"
    assert clock(-0.001) == "00:00:00.000"


def test_what_was_before_the_recording_stands_in_the_order_in_which_it_was() -> None:
    talk = _talk((1, do.TakeNote("først")), (4, do.AskQuestion("A1")), (7, do.TakeNote("sist")), (10, REC))
    (first,) = marks_of(talk.interview)
    assert [mark.text for mark in first.marks if mark.kind == "note"] == ["først", "sist"]
    assert [mark.away for mark in first.marks] == [-9, -6, -3]
