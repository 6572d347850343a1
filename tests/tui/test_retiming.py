"""A note moved to another moment of the conversation, and a bookmark that is filled with its surroundings in sight."""

import pytest

from interviews.core.codec import decode
from interviews.core.coverage import coverage
from interviews.core.notes import notes
from interviews.core.state import replay
from tests.interviewer import records
from tests.tui.desk_helpers import Seat, Sit
from tests.tui.lines import GUIDE
from tui.live.modes import Editing, Filling
from tui.live.transcript import transcript_entries
from tui.translator import Translator

PLAIN = GUIDE.but(opening=())


def go(seat: Seat, seconds: float, *lines: str) -> None:
    """Let time pass, then say lines."""
    seat.clock.go_on(seconds)
    for line in lines:
        seat.say(line)


def talk(sit: Sit) -> Seat:
    """A1 from 0:00, B2 from 5:00, and a note about it at 20:00."""
    seat = sit(guide=PLAIN)
    seat.say("/a1")
    go(seat, 300, "/b2")
    go(seat, 900, "trommer")
    return seat


@pytest.mark.parametrize(
    ("line", "at"),
    [("/at 12:30", 750), ("/ved 12:30", 750), ("/at 0:12:30", 750), ("/ved 90s", 90), ("/at 20:00", None)],
)
def test_the_last_note_moves_to_that_time(sit: Sit, line: str, at: float | None) -> None:
    seat = talk(sit)
    seat.say(line)
    if at is None:
        assert seat.types[-1] == "noted"
        return
    assert (seat.last["type"], seat.last["note"], seat.last["at"]) == ("retimed", 3, at)
    note = notes(seat.session.interview)[-1]
    assert (note.t, note.text) == (at, "trommer")
    assert note.about == (("B2",) if at == 750 else ("A1",))
    told = {one.key: one.stamp for one in transcript_entries(seat.session.interview, Translator("nb"))}
    assert told["3"] == ("12:30" if at == 750 else "1:30")
    assert f"flyttet til {told['3']}, om {note.about[0]}" in seat.notice


def test_the_prompt_says_it_before_and_undo_takes_it_back(sit: Sit) -> None:
    seat = talk(sit)
    seat.type("/ved 2:00")
    assert seat.prompt == "flytt til 2:00"
    seat.key("enter", "ctrl+z")
    assert "flyttet til 2:00" in seat.notice
    assert (notes(seat.session.interview)[-1].t, notes(seat.session.interview)[-1].about) == (1200, ("B2",))


@pytest.mark.parametrize("line", ["/at 20:01", "/at 1:00:00", "/at", "/ved nå"])
def test_a_time_that_has_not_come_and_no_time_at_all_move_nothing(sit: Sit, line: str) -> None:
    seat = talk(sit)
    seat.say(line)
    assert (seat.types[-1], seat.line.text) == ("noted", line)
    assert seat.notice


def test_where_pauses_were_the_stamps_count_and_the_clock_above_is_told(sit: Sit) -> None:
    """The clock above stands still in a pause, so a time of its could be several moments; a stamp is one."""
    seat = talk(sit)
    seat.say("/pause")
    go(seat, 600, "/pause")
    go(seat, 300, "kor")
    seat.say("/at 32:00")
    assert notes(seat.session.interview)[-1].t == 32 * 60
    assert "Klokka øverst viste 22:00" in seat.notice


def test_the_open_note_moves_and_keeps_its_words(sit: Sit) -> None:
    seat = talk(sit)
    go(seat, 10, "sang")
    seat.key("up")
    assert isinstance(seat.table.mode, Editing)
    seat.line.put("")
    seat.say("/ved 2:00")
    assert (seat.last["type"], seat.last["note"]) == ("retimed", 4)
    assert type(seat.table.mode).__name__ == "Talking"
    assert [(one.text, one.t) for one in notes(seat.session.interview)] == [("trommer", 1200), ("sang", 120)]


def test_a_bookmark_that_is_filled_moves_and_still_waits_for_its_words(sit: Sit) -> None:
    seat = talk(sit)
    seat.key("space")
    go(seat, 10, "etterpå", "/fyll", "/at 3:00")
    assert (seat.last["note"], type(seat.table.mode)) == (4, Filling)
    seat.say("ordene")
    filled = notes(seat.session.interview)[1]
    assert (filled.text, filled.t, filled.about, filled.kind) == ("ordene", 180, ("A1",), "bookmark")


def test_filling_shows_the_place_in_the_recording_and_the_note_before(sit: Sit) -> None:
    seat = sit(guide=PLAIN)
    seat.say("/a1")
    go(seat, 20, "/opptak")
    go(seat, 10, "trommer [da]")
    go(seat, 5)
    seat.key("space")
    go(seat, 10, "/opptak")
    go(seat, 10)
    seat.key("space")
    go(seat, 10, "senere", "/fyll")
    assert seat.table.card is not None
    assert seat.table.card.text.split("\n")[1:] == ["Opptak 1, 0:15", "Før: 0:30 «trommer [da]»"]
    seat.key("enter")
    assert seat.table.card.text.split("\n")[1:] == ["Ikke i opptaket", "Før: 0:30 «trommer [da]»"]
    seat.key("escape")
    assert seat.table.card is None


def test_filling_where_nothing_was_recorded_or_noted_says_nothing_of_it(sit: Sit) -> None:
    seat = sit(guide=PLAIN)
    seat.key("space")
    seat.say("/fyll")
    assert seat.table.card is not None
    assert seat.table.card.text == "Hva skjedde her?"


def test_a_moved_note_lifts_a_skip_by_its_new_moment_alone(sit: Sit) -> None:
    seat = sit(guide=PLAIN)
    seat.say("/b2")
    go(seat, 60, "-")
    go(seat, 60, "trommer")
    assert coverage(seat.session.interview).questions["B2"].state == "asked"
    seat.say("/at 0:30")
    assert coverage(seat.session.interview).questions["B2"].state == "skipped"


def test_the_log_read_again_says_the_same(sit: Sit) -> None:
    seat = talk(sit)
    seat.say("/at 2:00")
    again = replay([decode(record) for record in records(seat.log)])
    assert notes(again) == notes(seat.session.interview)
    assert coverage(again) == coverage(seat.session.interview)
