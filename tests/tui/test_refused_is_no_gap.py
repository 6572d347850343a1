"""A question that the informant declined is no gap, whatever came later: on every screen and in every output."""

from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import DataTable

from interviews.core import commands as do
from interviews.session import Session
from interviews.study.folder import Study
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.interviewer import thesis_study
from tests.tui.lines import GUIDE
from tests.tui.pages import made, page_of, words_of
from tests.tui.sittings import app_for, settled
from tui.live.guide_pane import GuidePane
from tui.review.app import StudyReviewApp
from tui.translator import Translator

LATER: dict[str, tuple[do.Command, ...]] = {
    "A1": (),
    "A2": (do.AskQuestion("A2"),),
    "B1": (do.Skip(("B1",)), do.AskQuestion("B1")),
    "B2": (do.Skip(("B2",)), do.AskQuestion("A1"), do.AskQuestion("B2"), do.TakeNote("litt likevel")),
    "B3": (do.MarkCovered(("B3",)), do.Unmark(("B3",))),
    "C1": (do.MarkCovered(("C1",)),),
}
"""What came after each was declined."""
OPEN = ("A3", "B4", "C2")
"""Asked, and neither covered nor declined: gaps."""


def _hold(folder: Path) -> tuple[Session, StandingClock]:
    clock = StandingClock()
    session = Session.new(thesis_study(folder) / "interviews" / "I1.jsonl", GUIDE, "I1", "live", clock)
    declined = [act for id, later in LATER.items() for act in (do.AskQuestion(id), do.Decline((id,)), *later)]
    for act in (do.Tick("opening", "consent"), *declined, *map(do.AskQuestion, OPEN), do.AskQuestion("B6")):
        clock.go_on(5)
        assert not hasattr(session.do(act), "code"), act
    return session, clock


async def _wanted_in_pane(app: App[str], pilot: Pilot[str]) -> dict[str, bool]:
    """Of each question in the guide pane whether it stands out as one that wants something."""
    await settled(app, pilot)
    pane = app.screen.query_one(GuidePane)
    wanted = pane.get_component_rich_style("guide-pane--open", partial=True)
    lines = [list(pane.render_line(y)) for y in range(pane.size.height)]
    return {line[0].text[3:6].strip(): line[0].style == pane.rich_style + wanted for line in lines if line}


async def test_a_refusal_stands_back_wherever_gaps_stand_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session, clock = _hold(tmp_path)
    app = app_for(session, clock)
    async with app.run_test(size=(140, 45)) as pilot:
        shown = await _wanted_in_pane(app, pilot)
    session.close()
    expected = dict.fromkeys(LATER, False) | dict.fromkeys(OPEN, True)
    assert {id: shown[id] for id in expected} == expected, "the guide pane"
    result = review(Study(tmp_path))
    assert result is not None
    matrix: App[Any] = StudyReviewApp(Study(tmp_path), result, Translator("nb"), clock=StandingClock())
    async with matrix.run_test(size=(120, 45)) as pilot:
        await settled(matrix, pilot)
        table = matrix.screen.query_one(DataTable)
        rows = [table.get_row_at(place) for place in range(table.row_count)]
        told = {str(row[1]): row[3].style == "bold" for row in rows}
    assert {id: told[id] for id in expected} == expected, "the review's matrix"
    page = page_of(made(capsys, "review", "--study", tmp_path, "--html", "-"))
    (whole,) = (one for one in page.iter("table") if "matrix-1" in str(one[0].get("id")))
    cells = {words_of(row[-2]).split()[0]: row[-1] for row in whole.iter("tr") if len(row) >= 2}
    looks = {id: "wanted" in (cells[id].get("class") or "").split() for id in expected}
    assert looks == expected, "the report"
