"""The sheet for the table on paper: exactly one page of A4 where it promises one; skipped without a Chromium."""

import re
from pathlib import Path

import pytest

from guide.model import Guide
from guide.reading import read_guide
from guide.samples import thesis_guide_text
from tests.browser.browser import PROGRAM, Browser, opened
from tests.tui.long_guides import guide_of
from tests.tui.test_export_paper import DISTRESS, with_aims
from tui.documents.sheet import fit_on_page
from tui.documents.sheet import sheet_html_of as html_of

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="there is no Chromium here")

A4 = (595, 842)
"""Points, upright."""


def thesis() -> Guide:
    guide = read_guide(thesis_guide_text(), "guide.yaml").guide
    assert guide is not None
    return guide


def printed(guide: Guide, folder: Path, browser: Browser) -> bytes:
    """The sheet as a browser prints it with the margins that the sheet itself asks for."""
    file = folder / "ark.html"
    file.write_text(html_of(fit_on_page(guide)), encoding="utf-8")
    with opened(browser, file) as page:
        pdf = page.printed()
        assert page.said_on_the_console() == []
    return pdf


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def shape(pdf: bytes) -> tuple[int, int]:
    box = re.search(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", pdf)
    assert box is not None
    return round(float(box[1])), round(float(box[2]))


ON_ONE_PAGE = {
    "thesis": thesis(),
    "25 questions": guide_of(25),
    "6 questions": guide_of(6),
    "English": guide_of(18).but(language="en"),
    "notes": with_aims(guide_of(11), DISTRESS),
}


@pytest.mark.parametrize("guide", ON_ONE_PAGE.values(), ids=ON_ONE_PAGE)
def test_it_is_exactly_one_upright_page_of_a4(guide: Guide, tmp_path: Path, browser: Browser) -> None:
    pdf = printed(guide, tmp_path, browser)
    assert pages(pdf) == 1
    assert shape(pdf) == A4


@pytest.mark.parametrize("long", [guide_of(60), with_aims(guide_of(25), f"{DISTRESS} {DISTRESS}")], ids=["60", "notes"])
def test_a_long_guide_takes_about_as_many_pages_as_was_said(long: Guide, tmp_path: Path, browser: Browser) -> None:
    assert 2 <= pages(printed(long, tmp_path, browser)) <= fit_on_page(long).pages
