"""The prompt says what Enter will do, whatever the line is wanted for just now; a moment is shown as the log has it."""

from collections.abc import Callable

import pytest

from interviews.core.recorder import withheld
from tests.tui.desk_helpers import Seat, Sit
from tests.tui.lines import GUIDE
from tui.live.line_words import row_of_keys

PLAIN = GUIDE.but(after=(), closing=(), opening=())


@pytest.fixture
def seat(sit: Sit) -> Seat:
    """A1 is asked; a note at 0:30, a bookmark at 1:00; now it is 20:00."""
    seat = sit(guide=PLAIN)
    seat.say("/a1")
    seat.clock.go_on(30)
    seat.say("kommer an på dagen")
    seat.clock.go_on(30)
    seat.key("space")
    seat.clock.go_on(1140)
    return seat


def _editing(seat: Seat) -> None:
    seat.key("ctrl+z", "up")
    seat.line.clear()


def _filling(seat: Seat) -> None:
    seat.say("/fyll")


def _reflecting(seat: Seat) -> None:
    seat.say("/slutt")
    seat.key("enter", "enter", "enter")
    assert seat.card == "Refleksjonsnotat"


@pytest.mark.parametrize(
    ("begin", "line", "said", "does"),
    [
        (_editing, "/ved 0:50", "flytt til 0:50", "retimed"),
        (_editing, "/slutt", "endre 0:30", "edited"),
        (_filling, "/ved 0:50", "flytt til 0:50", "retimed"),
        (_filling, "/angre", "Angre", "undone"),
        (_filling, "/stopp", "merk at informanten ønsker å stoppe", "stopped"),
        (_filling, "-20s ja", "bokmerke 1 av 1 · 1:00 A1", "filled"),
        (_reflecting, "/ved 0:50", "flytt til 0:50", "retimed"),
        (_reflecting, "/angre", "Angre", "undone"),
        (_reflecting, "/jeg styrte", "refleksjonsnotat", "noted"),
        (_reflecting, "+ mer", "refleksjonsnotat", "noted"),
    ],
)
def test_where_words_are_wanted_the_prompt_says_what_enter_does(
    seat: Seat, begin: Callable[[Seat], None], line: str, said: str, does: str
) -> None:
    begin(seat)
    seat.type(line)
    assert seat.prompt == said
    assert (row_of_keys(seat.desk) == "enter does it   esc clears") == (does in ("retimed", "undone", "stopped"))
    before = len(seat.types)
    seat.key("enter")
    assert does in seat.types[before:]


@pytest.mark.parametrize("line", ["-a2 tid", "!hvem?", "/tid", "/a1", "jeg styrte", "/ved 0:50"])
def test_while_marks_are_offered_too(sit: Sit, line: str) -> None:
    seat = sit(guide=PLAIN.but(closing=GUIDE.closing))
    for one in ("/a1", "/slutt", "", "nei", ""):
        seat.say(one)
    assert seat.card == "Ble dette dekket?"
    seat.type(line)
    assert (seat.prompt == "refleksjonsnotat") == (line == "jeg styrte")


@pytest.mark.parametrize(
    ("line", "shown", "said"),
    [
        ("/fortrolig 90s", "18:30", "1m30s siden: "),
        ("/offrecord -2m", "18:00", "2m siden: "),
        ("-20s hun ler", "19:40", "20s siden: notat A1"),
        ("-1m", "19:00", "1m siden: bokmerke"),
        ('-1:30 "ja"', "18:30", "1m30s siden: sitat"),
        ("-5m !hvem?", "15:00", "5m siden: følg opp"),
        ("/siden 40s hun gråt", "19:20", "40s siden: notat A1"),
        ("/fortrolig", "20:00", ""),
        ("/fortrolig 50m", "0:00", "50m siden: "),
    ],
)
def test_what_is_dated_back_stands_at_its_moment(seat: Seat, line: str, shown: str, said: str) -> None:
    from tui.live.transcript import transcript_entries

    seat.type(line)
    assert seat.prompt.startswith(said)
    seat.key("enter")
    last = transcript_entries(seat.table.interview, seat.table._)[-1]
    assert last.stamp == shown
    spans = withheld(seat.session.interview)
    if spans:
        minutes, seconds = shown.split(":")
        assert spans[0][0] == 60 * int(minutes) + int(seconds)


def test_a_recording_that_was_stopped_at_its_limit_is_shown_stopped_there(sit: Sit) -> None:
    from guide.model import Recorder
    from tui.live.transcript import transcript_entries

    seat = sit(guide=PLAIN.but(recorder=Recorder("diktafon", 10.0)))
    for line in ("/a1", "/opptak"):
        seat.say(line)
    seat.clock.go_on(900)
    seat.say("/opptak")
    told = [(one.stamp, one.text) for one in transcript_entries(seat.table.interview, seat.table._)[-2:]]
    assert told == [
        ("10:00", "opptakeren er stoppet: opptak 1"),
        ("15:00", "opptakeren går: opptak 2"),
    ]
