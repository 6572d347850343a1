"""What was promised by a date is told at start and on the study's screen, and ticked off there."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from interviews.study.entries import LimitMet
from interviews.study.facts import read_study_facts
from tests.interviewer import PROGRAM
from tests.terminal import Terminal
from tests.tui.studies import study_with
from tui.main import main

Captured = pytest.CaptureFixture[str]


def study(folder: Path, **days: int) -> Path:
    """A study whose limits are so many days from today."""
    study_with(folder, "I1")
    dates = ", ".join(
        f"{name}: {(datetime.now().astimezone() + timedelta(days=left)).date()}" for name, left in days.items()
    )
    guide = folder / "guide.yaml"
    guide.write_text(f"{guide.read_text(encoding='utf-8')}\ndata: {{class: yellow, {dates}}}\n", encoding="utf-8")
    return folder


def ticks(folder: Path) -> list[tuple[str, bool]]:
    return [(one.limit, one.met) for one in read_study_facts(folder).entries if isinstance(one, LimitMet)]


def test_each_is_due_and_ticked_off_from_the_command_line(tmp_path: Path, capsys: Captured) -> None:
    study(tmp_path, recording=-3, transcripts=12, key=40, end=200)
    here = ["--study", str(tmp_path)]
    for given, name in (("recording", "recording"), ("nøkkel", "key"), ("Transkripsjoner", "transcripts")):
        assert main(["finish", "--done", given, *here]) == 0
        assert f"--not-done {given.casefold() if given != 'recording' else 'opptak'}" in capsys.readouterr().out
        assert ticks(tmp_path)[-1] == (name, True)
    assert main(["finish", "--not-done", "key", *here]) == 0
    assert main(["finish", "--not-done", "key", *here]) == 1
    assert main(["finish", "--done", "recordings", *here]) == 2
    assert main(["finish", "--done", "key", "--not-done", "key", *here]) == 2
    assert ticks(tmp_path) == [("recording", True), ("key", True), ("transcripts", True), ("key", False)]
    assert "limit_met" in (tmp_path / "study.jsonl").read_text(encoding="utf-8")


def test_the_studys_screen_tells_what_is_due_and_enter_ticks_it_off(tmp_path: Path) -> None:
    study(tmp_path, recording=-3, transcripts=12, key=90)
    with Terminal([*PROGRAM, "--study", str(tmp_path)], env={"INTERVJUGUIDE_LANGUAGE": "en"}, size=(80, 40)) as seat:
        shown = ("3 days ago", "12 days left", "Time limits: tick off", "Leave")
        seat.wait_for(lambda text: all(one in text for one in shown))
        assert "linking key" not in seat.text
        for key in ("up", "up", "enter"):  # past the end of the list, and from there upwards
            seat.press(key)
        seat.wait_for("Tick off: the recordings are deleted")
        seat.press("enter")
        seat.wait_for(lambda text: "Noted" in text and "Leave" in text)
        assert ticks(tmp_path) == [("recording", True)]
        assert "3 days ago" not in seat.text
        seat.press("escape")


def test_the_review_names_it_and_what_is_ticked_off_no_more(tmp_path: Path, capsys: Captured) -> None:
    here = ["--study", str(study(tmp_path, recording=-2, key=31))]
    assert main(["review", *here]) == 0
    assert [line for line in capsys.readouterr().err.splitlines() if "finish --done" in line] != []
    main(["finish", "--done", "opptak", *here])
    capsys.readouterr()
    assert main(["review", *here]) == 0
    assert "finish" not in capsys.readouterr().err


def test_whoever_begins_an_interview_is_told_in_one_line_each(tmp_path: Path) -> None:
    study(tmp_path, recording=1, key=-1, end=0)
    with Terminal([*PROGRAM, "run", "--study", str(tmp_path)], env={"INTERVJUGUIDE_LANGUAGE": "nb"}) as seat:
        said = ("finish --done opptak", "i morgen", "i går", "i dag")  # above the screen that comes right behind it
        seat.wait_for(lambda _: all(word in " ".join(seat.raw.decode(errors="replace").split()) for word in said))


def test_one_limit_is_ticked_off_at_once_and_on_a_low_terminal_the_rest_is_counted(tmp_path: Path) -> None:
    one, many = tmp_path / "one", tmp_path / "many"
    one.mkdir()
    many.mkdir()
    study(one, key=-3)
    english = {"INTERVJUGUIDE_LANGUAGE": "en"}
    with Terminal([*PROGRAM, "--study", str(one)], env=english, size=(80, 24)) as seat:
        seat.wait_for("Tick off: the linking key is destroyed")
        for key in ("up", "up", "enter"):
            seat.press(key)
        seat.wait_for(lambda text: "Noted" in text and "Leave" in text)
        assert ticks(one) == [("key", True)]
        seat.press("escape")
    study(many, recording=-3, transcripts=1, key=2, end=3)
    with Terminal([*PROGRAM, "--study", str(many)], env=english, size=(80, 24)) as seat:
        seat.wait_for(lambda text: "and 2 more time limits" in text and "Leave" in text)
        seat.press("escape")
