"""A study whose files are each odd in a way of their own: every one is shown for what it is, and no other suffers."""

import json
from pathlib import Path

import pytest
from textual.widgets import Static

from interviews.study.folder import Study
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.tui.sittings import settled
from tests.tui.studies import SHORT, hold, study_with
from tui.main import main
from tui.review.app import StudyReviewApp
from tui.translator import Translator

HOSTILE = "<script>alert(1)</script> \x1b[2J \u202e</style> javascript:alert(1) [by] *stjerne* " + "x" * 5000


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """I1 whole, I2 of an older guide, I3 never ended, I4 torn, I5 damaged, I6 from the future, I7 nothing whole."""
    study = study_with(tmp_path, "I1", "I2", "I4", "I5", "I6", "P1")
    hold(study, "I3", SHORT, ended=False)
    logs = study / "interviews"
    older = (logs / "I2.jsonl").read_text(encoding="utf-8")
    (logs / "I2.jsonl").write_text(older.replace('"B10"', '"B11"'), encoding="utf-8")
    torn = (logs / "I4.jsonl").read_bytes()
    (logs / "I4.jsonl").write_bytes(torn + b'{"seq":10,"t":9')
    lines = (logs / "I5.jsonl").read_bytes().split(b"\n")
    (logs / "I5.jsonl").write_bytes(b"\n".join([*lines[:3], b"{ikke en hendelse", *lines[4:]]))
    future = (logs / "I6.jsonl").read_text(encoding="utf-8")
    (logs / "I6.jsonl").write_text(future.replace('"format":1', '"format":9', 1), encoding="utf-8")
    (logs / "I7.jsonl").write_bytes(b'{"seq":0,"t":')
    return study


def test_each_is_told_for_what_it_is(odd: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--json", "--study", str(odd)]) == 1
    document = json.loads(capsys.readouterr().out)
    told = {one["participant"]: one for one in document["interviews"]}
    assert list(told) == ["I1", "I2", "I3", "I4", "I5", "P1"]
    assert (told["I1"]["ended"], told["I3"]["ended"], told["P1"]["mode"]) == (True, False, "pilot")
    assert "B11" in told["I2"]["questions"]
    assert told["I4"]["questions"] == told["I1"]["questions"]
    wrong = {(problem["file"], problem["line"]) for problem in document["problems"]}
    assert {("interviews/I5.jsonl", 4), ("interviews/I6.jsonl", 1), ("interviews/I7.jsonl", 1)} <= wrong
    assert any(file == "interviews/I4.jsonl" for file, _ in wrong)
    assert not any(file in ("interviews/I1.jsonl", "interviews/I3.jsonl", "interviews/P1.jsonl") for file, _ in wrong)


@pytest.mark.parametrize("form", [[], ["--html", "-"], ["--markdown", "-"]])
def test_it_can_be_read_in_every_form(odd: Path, capsys: pytest.CaptureFixture[str], form: list[str]) -> None:
    assert main(["review", *form, "--study", str(odd)]) == 1
    shown = capsys.readouterr()
    assert "B11" in shown.out
    assert "I5" in shown.out + shown.err
    assert "Traceback" not in shown.out + shown.err


async def test_the_screen_tells_questions_of_another_guide_from_untouched_ones(odd: Path) -> None:
    result = review(Study(odd))
    assert result is not None
    app = StudyReviewApp(Study(odd), result, Translator("nb"), clock=StandingClock())
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(app, pilot)
        rows = [strip.text for strip in app.screen._compositor.render_strips()]
        b10 = next(row for row in rows if " B10 " in row)
        gone = next(row for row in rows if " B11 " in row)
        assert b10.split()[-5:] == ["□", "·", "□", "□", "□"]
        assert gone.split()[-5:] == ["·", "□", "·", "·", "·"]
        assert gone.split()[0] == "†"
        assert "feil i filene" in rows[0]


async def test_hostile_words_are_words_on_every_screen_of_the_review(tmp_path: Path) -> None:
    from interviews.core import commands as do

    study = study_with(tmp_path)
    hold(study, "I1", (do.AskQuestion("B1"), do.TakeNote(HOSTILE), do.TakeNote(HOSTILE, "topic")))
    result = review(Study(study))
    assert result is not None
    app = StudyReviewApp(Study(study), result, Translator("nb"), clock=StandingClock())
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in (("down", "down", "down", "down", "enter"), ("escape", "i"), ("escape", "n")):
            await pilot.press(*keys)
            await settled(app, pilot)
            seen = "".join(strip.text for strip in app.screen._compositor.render_strips())
            assert "\x1b" not in seen
            assert "\u202e" not in seen
            whole = "".join(str(one.content) for one in app.screen.query(Static))
            assert "<script>alert(1)</script>" in seen + whole


def test_a_folder_without_a_study_is_said_to_be_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--study", str(tmp_path)]) == 2
    assert "review" not in capsys.readouterr().out
