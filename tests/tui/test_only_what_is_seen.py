"""No key acts on what is not seen: behind a list of questions, behind the curtain, out of sight."""

from pathlib import Path

import pytest

from guide.model import Point
from tests.tui.desk_helpers import Seat, Sit
from tests.tui.lines import GUIDE
from tests.tui.test_card_scroll import OPENING, table

GATED = OPENING.but(opening=tuple(one.but(gate=("start",)) for one in OPENING.opening[:2]) + OPENING.opening[2:])
FEW = OPENING.but(opening=tuple(one.but(gate=("start",)) for one in OPENING.opening[1:4]))


@pytest.mark.parametrize("line", ["/hva", "/ b2"])
async def test_a_gates_card_is_seen_before_a_digit_ticks_on_it(tmp_path: Path, line: str) -> None:
    async with table(tmp_path, FEW) as at:
        await at.press(*("slash" if one == "/" else "space" if one == " " else one for one in line))
        assert not at.sees("1 □ Formålet")
        await at.press("enter")
        assert at.sees("1 □ Formålet")
        await at.press("1")
        assert at.ticked == ["2 done"]
        assert at.sees("1 ■ Formålet")


async def test_a_digit_over_questions_found_ticks_nothing(tmp_path: Path) -> None:
    async with table(tmp_path, OPENING) as at:
        await at.press("slash", *"hva", "ctrl+a")
        assert not at.sees("1 □ Takk for")
        panel = at.app.screen.query_one("#card")
        assert not panel.sees(0)  # type: ignore[attr-defined]
        await at.press("1")
        assert at.ticked == []


def test_the_second_enter_asks_what_the_arrow_picked(sit: Sit) -> None:
    seat = sit(guide=GUIDE.but(opening=(Point("1", "Samtykke", ("start",)),)))
    seat.type("/hva")
    seat.key("down")
    picked = seat.table.picked
    assert picked is not None
    seat.key("enter")
    assert (seat.table.listed, seat.types, seat.card) == ([], [], "Åpning")
    seat.clock.go_on(5)
    seat.key("enter")
    assert seat.last["question"] == picked.id


async def test_a_point_called_by_its_command_is_called_once_more(tmp_path: Path) -> None:
    many = OPENING.but(opening=tuple(Point(f"{place}", f"Punkt {place} her") for place in range(1, 25)))
    async with table(tmp_path, many) as at:
        await at.press("slash", *"tick", "space", *"20", "enter")
        assert at.sees("Punkt 20 sto utenfor bildet; Enter en gang til krysser av.")
        await at.press("enter")
        assert at.ticked == ["20 done"]


def _opening(seat: Seat) -> None:
    seat.say("/åpning")


def _marking(seat: Seat) -> None:
    for line in ("/a1", "ett", "/slutt"):
        seat.say(line)


def _clearing(seat: Seat) -> None:
    for line in ("/a1", "+", "/fortrolig", "hemmelig", "/fortrolig", "/slutt", "", "", ""):
        seat.say(line)
        seat.clock.go_on(5)


def _parked(seat: Seat) -> None:
    for line in ("/a1", "!bandet", "/parkert"):
        seat.say(line)


def _probes(seat: Seat) -> None:
    seat.say("/b2")
    seat.key("down")


CARDS = [
    (_opening, "Åpning", "1"),
    (_marking, "Før du avslutter", "1"),
    (_marking, "Før du avslutter", "+"),
    (_clearing, "Kan dette brukes?", "+"),
    (_clearing, "Kan dette brukes?", "-"),
    (_clearing, "Kan dette brukes?", "1"),
    (_parked, "Å følge opp", "1"),
    (_probes, "B2", "1"),
    (_probes, "B2", "1 2"),
    (_marking, "Før du avslutter", "+ 2"),
    (_marking, "Før du avslutter", "/slutt"),
]


@pytest.mark.parametrize(("lay", "title", "keys"), CARDS)
def test_behind_the_curtain_no_key_acts_on_a_card(sit: Sit, lay: object, title: str, keys: str) -> None:
    seat = sit(guide=GUIDE.but(after=(Point("a", "Takk"),)))
    lay(seat)  # type: ignore[operator]
    assert title in seat.card
    before, card = seat.types, seat.table.card
    seat.key("ctrl+l")
    seat.say(keys)
    assert (seat.types, seat.table.card) == (before, card)
    seat.key("ctrl+l")
    assert seat.notice == "Ingenting ble gjort mens skjermen var skjult: ingen så hva det gjaldt."
    assert seat.line.text == keys


def test_behind_the_curtain_words_are_taken_and_questions_asked_by_id(sit: Sit) -> None:
    seat = sit()
    for line in ("/a1", "!bandet", "/parkert"):
        seat.say(line)
    seat.key("ctrl+l")
    seat.say("3 barn, alle voksne")
    assert seat.last["text"] == "3 barn, alle voksne"
    seat.say("+a1 2")
    assert seat.last["questions"] == ["A1"]
    before = seat.types
    seat.key("escape", "tab", "up", "enter")
    seat.say("/neste")
    seat.key("escape")
    seat.say("/hva")
    seat.key("escape")
    seat.say("1")
    seat.key("escape")
    assert seat.types == before
    assert seat.card == "Å følge opp"
    seat.say("/b2")
    assert seat.last["question"] == "B2"
    seat.type("1")
    seat.key("enter")
    assert seat.last["question"] == "B2"
    seat.key("ctrl+l", "enter")
    assert seat.last["type"] in ("ticked", "noted")


def test_a_pasted_line_is_words_wherever_words_are_written(sit: Sit) -> None:
    seat = sit(guide=GUIDE.but(after=(), closing=()))
    for line in ("/a1", "ja"):
        seat.say(line)
    seat.key("space")
    seat.say("/fyll")
    seat.paste("/stopp")
    assert "bokmerke 1 av 1" in seat.prompt
    seat.key("enter")
    assert (seat.last["type"], seat.last["text"]) == ("filled", "/stopp")
    seat.say("/slutt")
    seat.key("enter", "enter", "enter")
    assert seat.card == "Refleksjonsnotat"
    for text in ("/angre", "/ved 0:01", "/opptak stopp"):
        seat.paste(text)
        assert seat.prompt == "refleksjonsnotat"
        seat.key("enter")
        assert (seat.last["kind"], seat.last["text"]) == ("reflexive", text)
