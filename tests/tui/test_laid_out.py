"""The guide on the screen as its author laid it out, with the probes of the question in hand in sight."""

import asyncio
from pathlib import Path

import pytest

from guide.model import Guide, Probe
from interviews.core import commands as do
from interviews.core.coverage import coverage
from interviews.core.events import Asked
from interviews.session import Session
from tests.clocks import StandingClock
from tests.interviewer import thesis_study
from tests.interviews.choir import Talk, start
from tests.tui.crosswise import CROSSWISE
from tests.tui.lines import GUIDE
from tests.tui.sittings import Acts, hold, settled
from tui.live.live_screen import InterviewApp, LiveScreen
from tui.live.outline import CoverageRow, HeadRow, ProbeRow, QuestionRow, Row, outline
from tui.live.render import under_hand
from tui.translator import Translator

WORDS = Translator("nb")


async def _shown(folder: Path, acts: Acts, size: tuple[int, int], guide: Guide = CROSSWISE) -> list[str]:
    """What stands in the guide pane after these acts."""
    clock = StandingClock()
    session = Session.new(thesis_study(folder) / "interviews" / "I1.jsonl", guide, "I1", "live", clock)
    app = InterviewApp(lambda: LiveScreen(session, WORDS, clock.running), WORDS)
    async with app.run_test(size=size) as pilot:
        await hold(app, clock, acts)
        await settled(app, pilot)
        strips = [strip.text for strip in app.screen._compositor.render_strips()]
    session.close()
    return [row[2:].partition(" │")[0].rstrip() for row in strips if row.startswith("│")]


def _rows(guide: Guide, height: int, *acts: do.Command, wide: bool = False, width: int = 35) -> list[Row]:
    talk = Talk(start(guide=guide))
    if acts:
        talk.at(1, *acts)
    here = talk.interview
    return outline(here.guide, coverage(here), here.hand, height, under_hand(here, WORDS, width, wide=wide))


def _heads(rows: list[Row]) -> list[tuple[str, str, str, bool]]:
    return [(row.id, row.title, row.serves, row.folded) for row in rows if isinstance(row, HeadRow)]


def test_groups_are_the_authors_sections_in_their_order() -> None:
    rows = _rows(CROSSWISE, 40)
    assert _heads(rows) == [
        ("", "Bakgrunn", "", False),
        ("", "Overgangen", "K", False),
        ("", "Hjelp og støtte", "", False),
        ("", "Veien videre", "", False),
        ("", "", "", False),
    ]
    serves = {row.id: row.serves for row in rows if isinstance(row, QuestionRow)}
    assert serves == {
        "Q1": "K", "Q2": "K·L", "Q3": "L", "Q4": "", "Q5": "", "Q6": "", "Q7": "L", "Q8": "L·K", "Q10": "K", "Q11": "L",
        "Z1": "",
    }  # fmt: skip


def test_the_order_of_suggestions_is_the_order_on_the_screen() -> None:
    talk = Talk(start(guide=CROSSWISE))
    asked = []
    for _ in range(11):
        act = talk.at(1, do.AskNext())
        assert isinstance(act, Asked)
        asked.append(act.question)
    on_screen = [row.id for row in _rows(CROSSWISE, 40) if isinstance(row, QuestionRow)]
    assert sorted(asked[:9], key=on_screen.index) == asked[:9], "what must be asked goes down the screen"
    assert asked[9:] == ["Q11", "Z1"], "then what may be, then the closing"


def test_one_row_tells_how_far_the_research_questions_are_covered() -> None:
    (first, *rest) = _rows(CROSSWISE, 40, do.MarkCovered(("Q2",)), do.MarkCovered(("Q7",)))
    assert isinstance(first, CoverageRow)
    assert [(one.id, one.covered, one.of) for one in first.targets] == [("K", 1, 7), ("L", 2, 4)]
    assert not any(isinstance(row, CoverageRow) for row in rest)
    first = _rows(GUIDE, 40)[0]
    assert isinstance(first, CoverageRow)
    assert [(one.id, one.of) for one in first.targets] == [("A", 4), ("Ba", 7), ("Bb", 3), ("C", 2)]


def test_where_sections_are_research_questions_nothing_changes_but_the_row() -> None:
    assert _heads(_rows(GUIDE, 40)) == [
        ("A", "Fokus", "", False),
        ("Ba", "Praksis", "", False),
        ("Bb", "Arenaer", "", False),
        ("C", "Erfaringer og refleksjoner", "", False),
        ("", "", "", False),
    ]
    assert not any(isinstance(row, QuestionRow) and row.serves for row in _rows(GUIDE, 40))
    assert len(_rows(GUIDE, 40)) == 1 + 5 + 18


def test_a_section_without_a_title_is_called_by_what_it_serves() -> None:
    first, *others = CROSSWISE.sections
    bare = CROSSWISE.but(sections=(first.but(title=""), *(one.but(title="") for one in others)))
    assert [(title, serves) for _, title, serves, _ in _heads(_rows(bare, 40))][:3] == [
        ("", ""),
        ("Overgangen", "K"),
        ("", ""),
    ]


@pytest.mark.parametrize("height", range(4, 25))
def test_the_group_in_hand_and_its_probes_stand_open_however_low_the_screen(height: int) -> None:
    rows = _rows(CROSSWISE, height, do.AskQuestion("Q2"))
    assert len(rows) <= height
    at = next(place for place, row in enumerate(rows) if isinstance(row, QuestionRow) and row.in_hand)
    probes = [row for row in rows[at + 1 :] if isinstance(row, ProbeRow)]
    if height > 12:
        assert [row.place for row in probes if row.lead] == [1, 2, 3, None, 4]
    if height < 21:
        assert any(folded for *_, folded in _heads(rows)) or height < 10


def test_what_has_no_room_is_not_shown_half() -> None:
    many = tuple(Probe(f"Oppfølging {number}") for number in range(1, 13))
    first, *others = CROSSWISE.sections
    guide = CROSSWISE.but(sections=(first.but(questions=(first.questions[0].but(probes=many),)), *others))
    rows = _rows(guide, 17, do.AskQuestion("Q1"))
    probes = [row.text for row in rows if isinstance(row, ProbeRow)]
    assert probes[-1] == "…"
    assert 4 <= len(probes) <= 8
    assert sum(isinstance(row, ProbeRow) for row in _rows(guide, 17, do.AskQuestion("Q1"), wide=True)) == 12


def test_nothing_folds_that_has_room() -> None:
    whole = 1 + 5 + 11
    assert not any(folded for *_, folded in _heads(_rows(CROSSWISE, whole, do.AskQuestion("Q1"))))
    assert not any(folded for *_, folded in _heads(_rows(CROSSWISE, whole + 5, do.AskQuestion("Q2"))))
    assert any(folded for *_, folded in _heads(_rows(CROSSWISE, whole + 4, do.AskQuestion("Q2"))))


async def test_at_80_columns_the_screen_shows_probes_numbered_and_letters_at_the_end(tmp_path: Path) -> None:
    shown = await _shown(tmp_path, ((1, "/q2⏎"), (1, "1⏎"), (1, "+q1 2⏎")), (80, 24))
    assert shown[0] == "K 1/7 · L 0/4"
    assert shown[1].split() == ["Bakgrunn", "1/3"]
    assert shown[2].split()[-2:] == ["K", "2"]
    assert shown[3].split() == ["→▄", "Q2", "tiden", "i", "barnevernet", "K·L"]
    assert [row.strip() for row in shown[4:9]] == [
        "1 ■ Hvor bodde du?",
        "2 □ Hvem var viktige?",
        "3 □ hvis flyttet ofte",
        "Hva gjorde flyttingen?",
        "4 □ Noe annet?",
    ]
    assert shown[-1].startswith("Neste  Q3")


async def test_at_120_columns_the_whole_wording_stands_there_however_low(tmp_path: Path) -> None:
    shown = await _shown(tmp_path, ((1, "/q2⏎"),), (120, 20))
    text = " ".join(" ".join(shown).split())
    assert CROSSWISE.questions[1].ask in text
    assert "4 □ Noe annet?" in text
    narrow = await _shown(tmp_path / "narrow", ((1, "/q2⏎"),), (119, 40))
    assert CROSSWISE.questions[1].ask not in " ".join(" ".join(narrow).split())


async def test_a_click_on_a_probe_ticks_it_and_one_on_a_question_asks_it(tmp_path: Path) -> None:
    clock = StandingClock()
    session = Session.new(thesis_study(tmp_path) / "interviews" / "I1.jsonl", CROSSWISE, "I1", "live", clock)
    app = InterviewApp(lambda: LiveScreen(session, WORDS, clock.running), WORDS)
    async with app.run_test(size=(80, 24)) as pilot:
        await hold(app, clock, ((1, "/q2⏎"),))
        await settled(app, pilot)
        for row in (6, 6, 4, 7, 8):  # a probe twice, the question itself, a condition, what stands under it
            await pilot.click("#guide", offset=(10, row))
            await pilot.pause()
            await asyncio.sleep(0)
        acts = [act for act in session.interview.events() if act.type in ("ticked", "asked")]
        told = [(act.type, getattr(act, "point", ""), getattr(act, "mark", "")) for act in acts]
    session.close()
    assert told == [
        ("asked", "", ""),
        ("ticked", "2", "done"),
        ("ticked", "2", "not_needed"),
        ("asked", "", ""),
        ("ticked", "if 3", "done"),
        ("ticked", "3", "done"),
    ]
