"""An interview along its time: bars, marks and breaks say the same as the numbers that are shown in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.core import commands as do
from interviews.core.commands import Command
from interviews.core.course import order, seconds_off
from interviews.core.events import Resumed
from interviews.core.notes import notes
from interviews.core.timing import end_of, interview_seconds, seconds_in_hand
from interviews.study.interview_summary import Bar, Break, Mark, timeline
from tests.interviews.choir import Talk
from tests.interviews.holding import ALL, carried_out


def _talk() -> Talk:
    talk = Talk()
    talk.at(20, do.AskQuestion("B1"))
    talk.at(30, do.TakeNote("de frivillige #a2", "quote"), began=25)
    talk.at(40, do.TakeNote("", "bookmark"))
    talk.at(50, do.TogglePause())
    talk.at(80, do.TogglePause())
    talk.at(90, do.AskQuestion("A1"), do.MarkCovered(("A1", "B1"), 2))
    talk.at(100, do.TakeNote("hvem?", "follow_up"), do.ToggleTranscribing())
    talk.at(110, do.ToggleTranscribing())
    talk.at(115, do.Decline(("C1",), "vondt"), do.AskQuestion("B1"))
    talk.at(120, do.End())
    return talk


def test_each_stretch_in_hand_is_a_bar_pauses_off() -> None:
    assert timeline(_talk().interview).bars == (
        Bar("B1", 20, 90, 40),
        Bar("A1", 90, 115, 25),
        Bar("B1", 115, 120, 5),
    )


def test_marks_stand_in_the_order_of_their_moments_and_hold_nobodys_words() -> None:
    found = timeline(_talk().interview)
    assert found.marks == (
        Mark(25, "quote", ("B1", "A2")),
        Mark(40, "empty_bookmark", ("B1",)),
        Mark(90, "covered", ("A1", "B1")),
        Mark(100, "follow_up", ("A1",), 1),
        Mark(115, "declined", ("C1",)),
    )
    assert "frivillige" not in repr(found)
    assert "vondt" not in repr(found)


def test_pauses_and_talk_that_is_not_to_be_transcribed_are_told_apart() -> None:
    assert timeline(_talk().interview).breaks == (Break(50, 80, "pause"), Break(100, 110, "withheld"))


def test_a_gap_between_two_sittings_is_no_pause() -> None:
    talk = Talk()
    talk.at(10, do.AskQuestion("A1"))
    talk.add(Resumed(seq=2, t=100, wall="2026-03-02T10:02:00+01:00", gap=80))
    talk.at(130, do.End())
    found = timeline(talk.interview)
    assert found.breaks == (Break(20, 100, "gap"),)
    assert found.bars == (Bar("A1", 10, 130, 40),)


def test_a_pause_that_nobody_ended_runs_to_the_end() -> None:
    talk = Talk()
    talk.at(10, do.AskQuestion("A1"))
    talk.at(20, do.TogglePause())
    talk.at(50, do.TakeNote("etter"))
    assert timeline(talk.interview).breaks == (Break(20, 50, "pause"),)


@pytest.mark.parametrize("text", ["jeg styrte for mye", "kort"])
def test_what_was_written_after_the_end_is_counted_and_not_drawn(text: str) -> None:
    talk = _talk()
    before = timeline(talk.interview)
    talk.at(900, do.TakeNote(text, "reflexive"))
    assert timeline(talk.interview) == before
    assert timeline(talk.interview, reflexive=True) == before.but(later=1)


def test_before_anything_happened_there_is_nothing_to_draw() -> None:
    found = timeline(Talk().interview)
    assert (found.end, found.bars, found.marks, found.breaks, found.later) == (0.0, (), (), (), 0)


@given(st.lists(ALL, max_size=30))
def test_bars_come_to_what_the_review_counts(commands: list[Command]) -> None:
    interview = carried_out(commands).interview
    found = timeline(interview)
    took: dict[str, float] = {}
    for bar in found.bars:
        took[bar.question] = took.get(bar.question, 0.0) + bar.seconds
    assert took == pytest.approx(seconds_in_hand(interview))
    drawn = tuple(bar.question for bar in found.bars)
    assert drawn == order(interview)[: len(drawn)], "what was asked after the end is not drawn"
    off = sum(one.end - one.start for one in found.breaks if one.kind == "pause")
    assert off == pytest.approx(seconds_off(interview))
    assert found.end - off == pytest.approx(interview_seconds(interview))


@given(st.lists(ALL, max_size=30))
def test_every_note_has_its_mark(commands: list[Command]) -> None:
    interview = carried_out(commands).interview
    kinds = ("note", "quote", "follow_up", "bookmark", "empty_bookmark", "reflexive", "topic")
    drawn = [mark.t for mark in timeline(interview, reflexive=True).marks if mark.kind in kinds]
    assert sorted(drawn) == sorted(note.t for note in notes(interview) if note.t <= end_of(interview))
