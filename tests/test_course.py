"""The course in docs/course: every command runs in its order, and both languages teach the same."""

import re
from pathlib import Path

import pytest

from guide.reading import read_guide
from guide.samples import english_guide_text, thesis_guide_text
from interviews.core import commands as do
from interviews.session import Session
from tests.clocks import StandingClock
from tests.test_manual import _FENCE, Shell, commands
from tests.tui.studies import hold
from tui.input.actions import ACTS

COURSE = Path(__file__).parent.parent / "docs" / "course"
PAGES = ("teacher", "1-write", "2-pilot", "3-hold", "4-review")


def page(language: str, name: str) -> str:
    return (COURSE / language / f"{name}.md").read_text(encoding="utf-8")


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Shell:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return Shell(monkeypatch, capsys)


@pytest.mark.parametrize(("language", "study"), [("en", "course-study"), ("nb", "kursstudien")])
def test_every_command_of_the_course_runs(
    language: str, study: str, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the pairs do at the screen between them is done here: the demo study, a pilot, an interview, a practice."""
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", language)
    folder = Path(study)
    folder.mkdir()
    text = english_guide_text() if language == "en" else thesis_guide_text()
    (folder / "guide.yaml").write_text(text, encoding="utf-8")
    guide = read_guide(text, "guide.yaml").guide
    assert guide is not None
    shell.follow(page(language, "teacher"))
    shell.follow(page(language, "1-write"))
    hold(folder, "P1", (do.AskQuestion("A1", confirmed=True), do.MarkCovered(), do.Judge("reword")), guide=guide)
    shell.follow(page(language, "2-pilot"))
    session = Session.new(folder / "practice" / "T1.jsonl", guide, "T1", "practice", StandingClock())
    session.practise_with("talkative", 2.5)
    session.do(do.AskQuestion("A1"))
    session.do(do.Say("Hva er den tredje stolen?" if language == "nb" else "What is the third chair?"))
    session.close()
    shell.follow(page(language, "3-hold"))
    hold(folder, "I1", (do.AskQuestion("A1", confirmed=True), do.TakeNote("Invented."), do.MarkCovered()), guide=guide)
    shell.follow(page(language, "4-review"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_teaches_the_same_in_both_languages(name: str) -> None:
    english, norwegian = page("en", name), page("nb", name)
    assert [kind for kind, _ in _FENCE.findall(english)] == [kind for kind, _ in _FENCE.findall(norwegian)]
    for sign in ("\n## ", "\n| ", "\n\n", "\n1. ", "\n2. ", "\n3. ", "**"):
        assert english.count(sign) == norwegian.count(sign), sign
    told = [[line.split()[:2] for line, _ in commands(text)] for text in (english, norwegian)]
    assert told[0] == told[1]
    if name != "teacher":
        for part in ("| minutes |", "**Purpose.**", "**Look for.**", "## To talk about"):
            assert part in english
        total = re.findall(r"^\| \d+–(\d+) \|", english, re.MULTILINE)
        assert total[-1] == "120"


@pytest.mark.parametrize("language", ["en", "nb"])
def test_a_page_names_commands_in_its_own_language(language: str) -> None:
    text = "\n".join(page(language, name) for name in PAGES)
    other = {act.word("en" if language == "nb" else "nb") for act in ACTS} - {act.word(language) for act in ACTS}
    assert set(re.findall(r"`/([a-zæøå]{3,})", text)) & other == set()
