"""A card that is higher than its place, on the real screen: it scrolls, folds, and a digit ticks only what is seen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual.pilot import Pilot

from guide.model import Guide, Point, Probe
from interviews.core import commands as do
from interviews.session import Session
from tests.clocks import StandingClock
from tests.interviewer import records
from tests.tui.hour_seat import HALF
from tests.tui.sittings import app_for, settled
from tui import VERSION
from tui.live.card_panel import Found, _hit_rows, window_at
from tui.live.live_screen import InterviewApp
from tui.live.options import LiveOptions
from tui.widgets.bars import _cut

THANKS = (
    "Takk for at du har lyst til å delta! Jeg er interessert i dine erfaringer med ettervern, og det finnes ingen "
    "riktige eller gale svar. Intervjuet varer omtrent en time, og du bestemmer selv hvor mye du vil fortelle "
    "underveis, hva du vil la ligge, og når vi eventuelt skal ta en pause"
)
LONG = (
    THANKS,
    "Formålet med prosjektet",
    "Taushetsplikt og anonymisering",
    "Frivillig: du kan trekke deg når som helst, uten å oppgi grunn",
    "Du trenger ikke å svare på alt",
    "Samtykkeskjemaet er gjennomgått og underskrevet",
    "Lydopptak er greit",
    "Har du noen spørsmål før vi begynner?",
)
OPENING = HALF.but(opening=tuple(Point(f"{place}", text) for place, text in enumerate(LONG, 1)))


class Table:
    """An interview on the screen: keys as a person presses them."""

    def __init__(self, app: InterviewApp, pilot: Pilot[str], session: Session) -> None:
        self.app, self.pilot, self.session = app, pilot, session

    async def press(self, *keys: str) -> list[str]:
        """Press keys; the rows of the screen."""
        await self.pilot.press(*keys)
        await settled(self.app, self.pilot)
        return self.rows

    @property
    def rows(self) -> list[str]:
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    def sees(self, words: str) -> bool:
        """Whether this stands right of the guide, or on the last row."""
        return any(words in row for row in (*(row[39:] for row in self.rows), self.rows[-1]))

    @property
    def ticked(self) -> list[str]:
        return [f"{one['point']} {one['mark']}" for one in records(self.session.path) if one["type"] == "ticked"]


@asynccontextmanager
async def table(folder: Path, guide: Guide, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Table]:
    clock = StandingClock()
    session = Session.new(folder / "interviews" / "I1.jsonl", guide, "I1", "live", clock, program=VERSION)
    app = app_for(session, clock)
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        yield Table(app, pilot, session)
    session.close()


async def test_the_opening_scrolls_and_what_lies_below_is_named(tmp_path: Path) -> None:
    async with table(tmp_path, OPENING) as at:
        assert at.sees("1 □ Takk for")
        assert at.sees("↓ 5 6 7 8")
        assert not at.sees("8 □")
        await at.press("8")
        assert (at.ticked, at.sees("8 □ Har du noen")) == ([], True)
        assert at.sees("Punkt 8 sto utenfor bildet; 8 igjen krysser av.")
        await at.press("8")
        assert at.ticked == ["8 done"]
        await at.press("pageup", "pageup")
        assert at.sees("1 □ Takk for")
        await at.press("down")
        assert at.sees("2 □ Formålet")
        assert at.sees("↑ 1")
        await at.press("pagedown", "down", "down", "down")
        assert at.sees("8 ■ Har du noen")
        await at.press("up", "pageup", "up")
        assert at.sees("1 □ Takk for")
        assert not at.sees("↑ ")


async def test_what_is_ticked_folds_and_all_can_be_ticked_in_turn_without_scrolling(tmp_path: Path) -> None:
    async with table(tmp_path, OPENING) as at:
        await at.press("1")
        assert at.sees("1 ■ Takk for at du har lyst til å … ")
        assert not at.sees("gale svar")
        for place in "2345678":
            assert at.sees(f"{place} □"), place
            await at.press(place)
        assert at.ticked == [f"{place} done" for place in range(1, 9)]
        await at.press("8")
        assert at.ticked[-1] == "8 not_needed"


@pytest.mark.parametrize("width", range(12, 60))
def test_a_question_found_that_is_cut_says_so_at_every_width(width: int) -> None:
    text = "Hvordan vil du beskrive den sosiale samhandlingen"
    (row,) = _hit_rows(0, Found("B1", text, chosen=False), width)
    assert len(row.lead + row.text) <= width
    assert row.text.endswith("…") or row.text == text


async def test_who_is_greeted_reads_all_six_keys_once_the_opening_is_put_away(tmp_path: Path) -> None:
    session = Session.new(tmp_path / "interviews" / "I1.jsonl", OPENING, "I1", "live", clock := StandingClock())
    app = app_for(session, clock, helps=LiveOptions(first=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        at = Table(app, pilot, session)
        assert not any("? hjelp" in row[39:-1] for row in at.rows[:-1])
        await at.press("escape")
        wanted = ("Seks taster", *("enter neste", "/ finn", "+ dekket", "mellomrom bokmerke", "! følg opp", "? hjelp"))
        assert [words for words in wanted if not at.sees(words)] == []
    session.close()


async def test_the_gate_brings_what_is_not_ticked_into_sight(tmp_path: Path) -> None:
    points = tuple(point.but(gate=("start",)) if point.id == "6" else point for point in OPENING.opening)
    async with table(tmp_path, OPENING.but(opening=points)) as at:
        assert not at.sees("6 □")
        await at.press("enter")
        assert at.sees("6 □ Samtykkeskjemaet")
        assert at.sees("Ikke krysset av: Samtykkeskjemaet er gjennomgått og … Enter igjen: likevel")
        await at.press("6", "enter")
        assert [one["type"] for one in records(at.session.path)[1:]] == ["ticked", "asked"]


async def test_the_recorders_gate_fits_its_row_and_cuts_no_word(tmp_path: Path) -> None:
    points = tuple(point.but(gate=("recording",)) for point in OPENING.opening)
    async with table(tmp_path, OPENING.but(opening=points)) as at:
        await at.press("slash", "r", "e", "c", "enter")
        assert at.rows[-1].strip() == "Ikke krysset av: Takk for at du har lyst til å delta! … /opptak igjen: likevel"


PROBED = HALF.but(
    sections=(
        HALF.sections[0].but(
            questions=(
                HALF.questions[0].but(
                    probes=tuple(Probe(f"{text}, og hvordan var det for deg den gangen?") for text in LONG)
                ),
            )
        ),
    )
)
AFTER = HALF.but(after=OPENING.opening)


@pytest.mark.parametrize(
    ("guide", "keys"),
    [(PROBED, ("enter", "down")), (AFTER, (*"/a1", "enter", *"/end", "enter", "enter", "enter"))],
    ids=["probes", "after"],
)
async def test_the_other_cards_scroll_by_the_same_keys(tmp_path: Path, guide: Guide, keys: tuple[str, ...]) -> None:
    async with table(tmp_path, guide) as at:
        await at.press(*("slash" if key == "/" else key for key in keys))
        assert at.sees("1 □ Takk for")
        assert not at.sees("8 □")
        await at.press("8")
        assert at.ticked == []
        await at.press("pageup", "pageup", "pageup")
        assert not at.sees("8 □")
        await at.press(*["down"] * 12)
        assert at.sees("8 □")
        await at.press("8")
        assert at.ticked == ["8 done"]


async def test_what_is_only_to_be_read_scrolls_too(tmp_path: Path) -> None:
    """What is parked, shown before the closing, on a low screen; at its top the arrow means what it always does."""
    async with table(tmp_path, HALF, (80, 16)) as at:
        at.session.do(do.AskQuestion("A1"))
        for place in range(12):
            at.session.do(do.TakeNote(f"nr{place}", "follow_up"))
        await at.press("slash", *"end", "enter")
        assert (at.sees("!1 nr0"), at.sees("!12 nr11")) == (True, False)
        await at.press(*["pagedown"] * 6)
        assert (at.sees("!1 nr0"), at.sees("!12 nr11"), at.sees("Enter: Z1")) == (False, True, True)
        await at.press(*["pageup"] * 6)
        assert at.sees("!1 nr0")


async def test_where_all_is_seen_the_arrows_and_pages_mean_what_they_always_do(tmp_path: Path) -> None:
    async with table(tmp_path, HALF.but(opening=OPENING.opening[1:3]), (100, 30)) as at:
        await at.press("1", "2")
        assert at.ticked == ["2 done", "3 done"]
        assert not at.sees("↓ ")
        await at.press("down")
        assert at.sees("Ingen spørsmål er stilt ennå")


@given(top=st.integers(-3, 60), count=st.integers(0, 50), room=st.integers(0, 30))
def test_a_window_fills_its_room_and_says_what_is_left_out(top: int, count: int, room: int) -> None:
    window = window_at(top, count, room)
    shown = window.stop - window.start + window.above + window.below
    assert shown == min(count, room)
    assert 0 <= window.start <= window.stop <= count
    if room >= 3:
        assert window.above == (window.start > 0)
        assert window.below == (window.stop < count)


@example("aaaaa 日日a", 10)
@given(st.text(st.sampled_from("ab æ日 "), max_size=30), st.integers(0, 30))
def test_a_cut_row_has_room_and_ends_between_words(text: str, room: int) -> None:
    from rich.cells import cell_len

    cut = _cut(text, room)
    assert cell_len(cut) <= room or cell_len(text) <= room
    kept = cut.removesuffix("…").rstrip()
    if cut != text and " " in text.strip():
        assert text.startswith(kept)
        assert not kept or not text[len(kept) : len(kept) + 1].strip()


async def test_what_was_just_ticked_stays_in_sight_though_others_above_are_open(tmp_path: Path) -> None:
    async with table(tmp_path, OPENING) as at:
        await at.press(*["down"] * 12, "8")
        assert (at.ticked, at.sees("8 ■ Har du noen")) == (["8 done"], True)
        await at.press("7")
        assert at.sees("7 ■ Lydopptak")


async def test_the_gate_brings_its_point_into_sight_on_a_card_that_was_closed(tmp_path: Path) -> None:
    points = tuple(point.but(gate=("start",)) if point.id == "8" else point for point in OPENING.opening)
    async with table(tmp_path, OPENING.but(opening=points)) as at:
        await at.press("escape")
        assert not at.sees("1 □")
        await at.press("enter")
        assert at.sees("8 □ Har du noen")
