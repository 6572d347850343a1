"""What is parked keeps its number on the list, and whose words they are."""

from pathlib import Path
from typing import Literal

import pytest

from interviews.core import commands as do
from tests.tui.desk_helpers import Seat
from tests.tui.hour_seat import SitDown
from tests.tui.studies import hold, study_with
from tui.live.card_panel import CardPanel
from tui.live.prompt_preview import prompt_for
from tui.live.transcript import transcript_entries
from tui.main import main


def _rows(seat: Seat) -> list[str]:
    panel = CardPanel()
    panel.show(seat.table.card, (), "")
    return [f"{row.lead}{row.text}" for row in panel._rows_at(60)]


@pytest.mark.parametrize(
    ("before", "rows", "digit", "taken"),
    [
        (["/met 1"], [2, 3], "2", 2),
        (["/met 2"], [1, 3], "3", 3),
        (["/drop 1", "/back 2"], [3], "3", 3),
        ([], [1, 2, 3], "2", 2),
    ],
)
def test_a_row_is_numbered_as_the_follow_up_is(
    seat: Seat, before: list[str], rows: list[int], digit: str, taken: int
) -> None:
    for line in ("!the friend", "!the bus", "!the dog", *before, "/parked"):
        seat.say(line)
    shown = _rows(seat)
    assert [row.split()[0] for row in shown[: len(rows)]] == [f"!{number}" for number in rows]
    assert f"/besvart {rows[0]} " in shown[len(rows)]
    assert f"/dropp {rows[0]} " in shown[len(rows)]
    seat.key(digit)
    assert seat.last == {"type": "returned", "follow_up": taken}


def test_a_digit_that_is_not_there_takes_up_nothing(seat: Seat) -> None:
    for line in ("!the friend", "!the bus", "/met 1", "/parked"):
        seat.say(line)
    seat.key("1")
    assert (seat.last["type"], seat.table.notice is not None) == ("met", True)
    seat.key("7")
    assert (seat.last["type"], seat.card) == ("met", "Å følge opp")


def test_a_click_takes_up_the_row_that_was_clicked(seat: Seat) -> None:
    for line in ("!the friend", "!the bus", "!the dog", "/met 1", "/parked"):
        seat.say(line)
    seat.desk.pick(2)
    assert seat.last == {"type": "returned", "follow_up": 3}


def test_beyond_nine_the_hint_says_how(seat: Seat) -> None:
    for number in range(1, 11):
        seat.say(f"!sak {number}")
    for number in range(1, 10):
        seat.say(f"/drop {number}")
    seat.say("/parked")
    assert _rows(seat)[1].startswith("/tilbake 10 ")


@pytest.mark.parametrize(
    ("line", "text", "quoted"),
    [
        ('!"hunden min', "hunden min", True),
        ('!"hunden min"', "hunden min", True),
        ('! " hunden', "hunden", True),
        ('-20s !"ring henne', "ring henne", True),
        ('/followup "bussen', "bussen", True),
        ('!"han sa "nei" da', 'han sa "nei" da', True),
        ("!hvem var hun", "hvem var hun", None),
        ('!""sitat" i tittelen', '"sitat" i tittelen', None),
        ('!hva er "bandet"', 'hva er "bandet"', None),
    ],
)
def test_a_mark_of_quotation_says_whose_words_they_are(
    seat: Seat, line: str, text: str, quoted: Literal[True] | None
) -> None:
    seat.type(line)
    prompt = prompt_for(seat.line.text, seat.desk.context, seat.table._)
    assert ("informantens ord" in prompt) is bool(quoted)
    seat.key("enter")
    assert (seat.last["kind"], seat.last["text"], seat.last.get("quoted")) == ("follow_up", text, quoted)


def test_only_the_informants_words_come_back_as_mentioned(seat: Seat) -> None:
    for line in ('!"vi øvde i kjelleren', "!hvem var hun", '"det var fint', "!", "/back 1", "/back 2", "/back 3"):
        seat.say(line)
    told = [entry.text for entry in transcript_entries(seat.session.interview, seat.table._)][-3:]
    assert told == [
        "!1 Du nevnte «vi øvde i kjelleren» …",
        "!2 er fulgt opp: hvem var hun",
        "!3 Du nevnte «det var fint» …",
    ]


def test_no_sentence_puts_the_interviewers_words_in_the_informants_mouth(sit_down: SitDown) -> None:
    seat = sit_down()
    for line in ("/a1", '!"i kjelleren', "!hvem var hun", "/bro"):
        seat.say(line)
    assert seat.text.startswith("Du sa «i kjelleren».")
    seat.say("/parked")
    assert "«i kjelleren»" in " ".join(_rows(seat))
    assert "«hvem var hun»" not in " ".join(_rows(seat))


def test_signs_of_quotation_alone_say_what_is_missing(seat: Seat) -> None:
    seat.say('!"')
    assert (seat.line.text, seat.notice) == ('!"', 'Skriv informantens ord etter !".')


def test_every_output_says_whose_words_were_parked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parked = (
        do.AskQuestion("B2"),
        do.TakeNote("å falle i et hull", "follow_up", quoted=True),
        do.TakeNote("hva mente hun", "follow_up"),
    )
    folder = study_with(tmp_path)
    hold(folder, "I1", parked)
    page = tmp_path / "r.md"
    for extra in (("--participant", "I1"), ("--json",), ("--markdown", str(page))):
        assert main(["review", "--study", str(folder), *extra]) == 0
    told = capsys.readouterr().out + page.read_text("utf-8")
    assert "oppfølging · sitat · B2: å falle i et hull (oppfølging 1: åpen)" in told
    assert "oppfølging · B2: hva mente hun (oppfølging 2: åpen)" in told
    assert '"quoted": true' in told
    assert told.count('"quoted"') == 1
    assert "oppfølging · sitat" in told


@pytest.mark.parametrize(("line", "number"), [("!2", "2"), ("! 2", "2"), ("/oppfølging 2", "2"), ("!9", "9")])
def test_a_bare_number_asks_what_was_meant_and_is_kept(seat: Seat, line: str, number: str) -> None:
    for one in ("!the friend", "!the bus"):
        seat.say(one)
    seat.type(line)
    assert seat.prompt == f"ny oppfølging «{number}»?"
    before = seat.types
    seat.key("enter")
    assert (seat.types, seat.line.text, seat.line.selected) == (before, line, False)
    assert seat.notice.startswith(f"«{number}» som ny oppfølging? Enter igjen lagrer")
    assert len(seat.notice) < 80
    assert (f"/tilbake {number} tar opp" in seat.notice) == (number == "2"), "only what is there can be returned to"
    seat.key("enter")
    assert (seat.last["text"], seat.last["follow_up"]) == (number, 3)
    assert seat.line.text == ""


@pytest.mark.parametrize("line", ["!2 of them", '!"2', "!!2", "-30s !2", "!1990", "2"])
def test_what_is_more_than_a_number_is_taken_at_once(seat: Seat, line: str) -> None:
    seat.say("!the friend")
    seat.say(line)
    assert (seat.last["type"], seat.line.text) == ("noted", "")


@pytest.mark.parametrize(
    ("line", "does"),
    [("/back !2", "returned"), ("/tilbake !2", "returned"), ("/besvart !2", "met"), ("/dropp !2 fordi", "dropped")],
)
def test_a_follow_up_is_named_as_it_is_shown(seat: Seat, line: str, does: str) -> None:
    for one in ("!the friend", "!the bus"):
        seat.say(one)
    seat.say(line)
    assert (seat.last["type"], seat.last["follow_up"]) == (does, 2)


def test_another_number_is_asked_about_anew(seat: Seat) -> None:
    seat.say("!the friend")
    seat.say("!1")
    before = seat.types
    seat.line.put("!3")
    seat.key("enter")
    assert (seat.types, "«3»" in seat.notice) == (before, True)


def test_behind_the_curtain_a_number_is_taken_as_it_stands(seat: Seat) -> None:
    seat.say("!the friend")
    seat.key("ctrl+l")
    seat.say("!1")
    assert (seat.last["text"], seat.last["follow_up"]) == ("1", 2)
