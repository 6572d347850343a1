"""Pictures open without a network, do not vary, and say what to do when the screen has changed."""

import re
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from tests.pictures import Pictures


class Small(App[None]):
    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words

    def compose(self) -> ComposeResult:
        yield Static(self.words, markup=False)


async def draw(pictures: Pictures, words: str, name: str = "small") -> None:
    app = Small(words)
    async with app.run_test(size=(40, 6)):
        pictures(app, name)


async def test_a_picture_is_drawn_the_same_twice(tmp_path: Path) -> None:
    await draw(Pictures(tmp_path, update=True), "Hva er læring? terminal-17")
    await draw(Pictures(tmp_path, update=False), "Hva er læring? terminal-17")


async def test_a_picture_names_no_other_host(tmp_path: Path) -> None:
    await draw(Pictures(tmp_path, update=True), "Hva er læring? terminal-17")
    svg = (tmp_path / "small.svg").read_text(encoding="utf-8")
    assert set(re.findall(r"\w+://[^\s\"')]+", svg)) == {"http://www.w3.org/2000/svg"}  # a name, never fetched
    assert "font-face" not in svg
    assert "læring" in svg
    assert "terminal-17" in svg
    assert set(re.findall(r"url\(#(picture-small|.*?)-", svg)) == {"picture-small"}


async def test_a_changed_screen_says_how_to_update(tmp_path: Path) -> None:
    await draw(Pictures(tmp_path, update=True), "før")
    with pytest.raises(pytest.fail.Exception, match="make pictures"):
        await draw(Pictures(tmp_path, update=False), "etter")


async def test_a_missing_picture_says_how_to_draw_it(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="make pictures"):
        await draw(Pictures(tmp_path, update=False), "før")
    assert not list(tmp_path.iterdir())


def test_the_fixture_looks_where_the_readme_does(picture: Pictures, request: pytest.FixtureRequest) -> None:
    assert picture.folder == request.config.rootpath / "docs" / "pictures"
