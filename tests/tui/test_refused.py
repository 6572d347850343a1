"""A command refused for what it says is selected: typing replaces it, an arrow keeps it, Up brings it back."""

from pathlib import Path

import pytest

from interviews.failures import LogFailure
from interviews.log.writer import Log
from tests.tui.desk_helpers import Seat, Sit

REFUSED = [
    "/negativ",
    "+b99",
    "-b99 tid",
    "-x b99",
    "/tilbake 3",
    "/fyll",
    "/qqqqqq",
    "?økonomi",
    "/tick 9",
    "+7",
    "-90",
    "-30 hun tok bussen",
    "-ca 2 år",
    "/kolega sliter",
    "/qolega",
]


@pytest.fixture
def seat(sit: Sit) -> Seat:
    """A seat in which B2 is in hand, with a note, and nothing is open."""
    here = sit()
    for line in ("/b2", "trommer"):
        here.say(line)
    return here


@pytest.mark.parametrize("line", REFUSED)
def test_another_command_replaces_a_refused_one_and_up_brings_it_back(seat: Seat, line: str) -> None:
    seat.say(line)
    assert (seat.line.text, seat.line.selected) == (line, True)
    assert seat.notice
    seat.type("+b7 2")
    assert (seat.line.text, seat.line.selected) == ("+b7 2", False)
    seat.key("up")
    assert seat.line.text == line
    seat.key("up")
    assert seat.line.text == "+b7 2"
    seat.key("enter")
    assert (seat.last["type"], seat.last["questions"]) == ("covered", ["B7"])
    assert seat.session.interview.hand == "B2"
    seat.key("up")
    assert seat.line.text == "trommer"


@pytest.mark.parametrize("key", ["left", "right", "home", "end", "up", "down"])
def test_an_arrow_keeps_it(seat: Seat, key: str) -> None:
    seat.say("+b99")
    seat.key(key)
    assert (seat.line.text, seat.line.selected) == ("+b99", False)
    seat.key("backspace", "backspace", "7", "enter")
    assert seat.last["questions"] == ["B7"]


@pytest.mark.parametrize("line", [*REFUSED, "-20"])
def test_what_was_refused_is_gone_on_with_where_it_ends(seat: Seat, line: str) -> None:
    before = len(seat.types)
    for keys, stands in (("s", f"{line}s"), (("space",), f"{line} "), (("backspace",), line[:-1])):
        seat.say(line)
        assert (seat.line.text, len(seat.types)) == (line, before)
        seat.key(*keys)
        assert (seat.line.text, seat.line.cursor, len(seat.types)) == (stands, len(stands), before)
        seat.key("escape")


def test_a_refused_time_is_mended_by_what_it_lacks(seat: Seat) -> None:
    seat.say("-20")
    seat.say("s hun lo")
    assert (seat.last["type"], seat.last["text"]) == ("noted", "hun lo")


def test_a_paste_replaces_it_and_is_a_note(seat: Seat) -> None:
    seat.say("/negativ")
    seat.paste("+b7 slik")
    seat.key("enter")
    assert seat.last["text"] == "+b7 slik"


def test_what_was_replaced_is_forgotten_once_something_else_is_done(seat: Seat) -> None:
    seat.say("/negativ")
    seat.key("+", "backspace", "space", "up")
    assert seat.line.text == ""
    assert "bokmerke" in seat.prompt


@pytest.mark.parametrize(
    ("line", "more", "meant"),
    [
        ('"', "ja", '"ja'),
        (">", "kor", ">kor"),
        ("/", "b7", "/b7"),
        ("/siden", " 20s", "/siden 20s"),
        ("/kryss", " 1", "/kryss 1"),
    ],
)
def test_a_line_that_only_lacks_something_goes_on(seat: Seat, line: str, more: str, meant: str) -> None:
    seat.say(line)
    seat.type(more)
    assert seat.line.text == meant


@pytest.mark.parametrize("line", ["hun tok bussen", "+b7 2", "/opptak", '"trommer"', "-b7 for lite tid"])
def test_words_that_could_not_be_saved_are_never_selected(
    seat: Seat, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat.say("/opptak")
    seat.say("/opptak")

    def full(*_: object, **__: object) -> None:
        raise LogFailure("disk_full")

    with monkeypatch.context() as patched:
        patched.setattr(Log, "append", full)
        seat.say(line)
        assert (seat.line.text, seat.line.selected, seat.table.saved) == (line, False, False)
    seat.type("!")
    assert seat.line.text == f"{line}!"


def test_the_stumble_of_the_field(sit: Sit, tmp_path: Path) -> None:
    """``/negative`` refused and ``+q7 2`` typed used to become one line, and Enter asked Q7."""
    seat = sit(language="en")
    seat.say("/b2")
    seat.say("/negative")
    seat.say("+b7 2")
    assert seat.types == ["asked", "covered"]


@pytest.mark.parametrize("key", ["down", "up"])
def test_an_arrow_on_a_refused_search_chooses_among_what_it_found(seat: Seat, key: str) -> None:
    seat.say("/kolega sliter")
    assert "sliter" in seat.notice
    assert seat.line.selected
    assert seat.table.hits
    seat.key(key)
    picked = seat.table.picked
    assert picked is not None
    assert (seat.line.text, seat.line.selected) == ("/kolega sliter", False)
    seat.key("enter")
    assert seat.last["question"] == picked.id


@pytest.mark.parametrize(
    ("slip", "meant", "again", "done"),
    [
        ("/pasue", "/pause", "/pause", "paused"),
        ("/opptka", "/opptak", "+b7", "covered"),
        ("/frotrolig", "/fortrolig", "/fortrolig", "withheld"),
        ("/pasue", "/pause", "", "paused"),
    ],
)
def test_a_command_with_a_slip_is_typed_over(seat: Seat, slip: str, meant: str, again: str, done: str) -> None:
    seat.say(slip)
    assert (seat.line.text, seat.line.selected) == (meant, True)
    seat.say(again)
    assert (seat.last["type"], seat.line.text) == (done, "")


def test_a_refused_time_and_what_is_said_next_are_two_lines(seat: Seat) -> None:
    seat.say("-90")
    seat.say("-x vil ikke")
    assert (seat.last["type"], seat.last["reason"]) == ("declined", "vil ikke")


@pytest.mark.parametrize("line", ["/refleksjon", "/reflect", "/notat"])
@pytest.mark.parametrize("space", ["", " "])
def test_a_command_that_lacks_its_words_waits_for_them(seat: Seat, line: str, space: str) -> None:
    seat.say(line)
    assert (seat.line.text, seat.line.selected) == (f"{line} ", False)
    seat.type(f"{space}jeg styrte")
    seat.key("enter")
    assert (seat.last["type"], seat.last["text"]) == ("noted", "jeg styrte")


def test_behind_the_curtain_a_refused_line_is_gone_on_with_too(seat: Seat) -> None:
    seat.key("ctrl+l")
    seat.say("-20")
    seat.say("s hun lo")
    assert (seat.last["type"], seat.last["text"]) == ("noted", "hun lo")
    seat.say("/qqqqqq")
    seat.say('"ja')
    assert (seat.last["kind"], seat.last["text"]) == ("quote", "ja")
    seat.say("/pasue")
    assert (seat.line.text, seat.table.veiled) == ("/pause", True)
    seat.say("det som står der, ser ingen")
    assert seat.last["text"] == "det som står der, ser ingen"
