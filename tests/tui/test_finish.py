"""``finish`` shows what it does, asks once, and ends done or untouched; without a terminal it asks for --yes."""

from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.data_management.limits import find_days_met
from interviews.data_management.unfinished import FOLDER
from interviews.study.facts import StudyFact, add, read_study_facts
from tests.faults.stepwise import bytes_in, kill_at
from tests.interviewer import PROGRAM
from tests.modes import is_private
from tests.terminal import Terminal
from tests.tui.studies import hold, study_with
from tui.main import main

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "study").mkdir()
    folder = study_with(tmp_path / "study")
    hold(folder, "I1", (do.AskQuestion("B1"), do.TakeNote("firstwords"), do.EditNote("later words")))
    add(folder, [StudyFact(date="2026-11-02", key="setting", value="the library", interview="I1")])
    guide = folder / "guide.yaml"
    data = "\ndata: {class: red, recording: 2027-01-31, end: 2027-06-15}\n"
    guide.write_text(guide.read_text(encoding="utf-8") + data, encoding="utf-8")
    return folder


def test_without_anybody_to_ask_it_shows_what_it_would_do_and_does_nothing(study: Path, capsys: Captured) -> None:
    before = bytes_in(study)
    assert main(["finish", "--study", str(study)]) == 1
    out, err = capsys.readouterr()
    assert "dates and times become months: 2" in out
    assert "are deleted: 1" in out
    assert "emptied: 1" in out
    assert "The recordings are to be deleted by 2027-01-31" in out, "what was not ticked off is named"
    assert "--yes" in err
    assert bytes_in(study) == before


def test_with_yes_it_is_done_and_said_and_a_second_time_nothing_is_left(study: Path, capsys: Captured) -> None:
    report = str(study.parent / "report.md")
    main(["review", "--markdown", report, "--study", str(study)])
    assert main(["finish", "--yes", "--study", str(study)]) == 0
    out = capsys.readouterr().out
    assert report in out, "what it does not reach is named"
    assert "The project has ended" in out
    left = b"".join(data for data in bytes_in(study).values() if isinstance(data, bytes))
    assert [word for word in (b"firstwords", b"the library", b"2026-11-02") if word in left] == []
    assert b"later words" in left
    assert find_days_met(read_study_facts(study).entries)["end"]
    assert is_private(*study.rglob("*.jsonl"))
    before = bytes_in(study)
    assert main(["finish", "--yes", "--study", str(study)]) == 0
    assert "nothing left to do" in capsys.readouterr().out
    assert bytes_in(study) == before


def test_a_kill_in_the_middle_is_settled_by_the_next_command_which_says_how(study: Path, capsys: Captured) -> None:
    before, said, number = bytes_in(study), set(), 8
    while kill_at(number, lambda: main(["finish", "--yes", "--study", str(study)])):
        capsys.readouterr()
        assert main(["review", "--study", str(study)]) == 0
        err = capsys.readouterr().err
        untouched = bytes_in(study) == before
        if "nothing is changed" in err:
            assert untouched, number
            said.add("untouched")
        elif "was cut short" in err:
            assert not untouched, number
            said.add("done")
        assert not (study / FOLDER).exists()
        for name, data in before.items():
            assert isinstance(data, bytes)
            (study / name).write_bytes(data)
        number += 9
    assert "untouched" in said


@pytest.mark.parametrize(("answer", "done"), [("n", False), ("", False), ("yes", True)])
def test_at_a_terminal_it_asks_once(study: Path, answer: str, *, done: bool) -> None:
    before = bytes_in(study)
    with Terminal([*PROGRAM, "finish", "--study", str(study)], size=(100, 40)) as seat:
        seat.wait_for("End the project?")
        seat.type(answer)
        seat.press("enter")
        assert seat.wait_exit() == (0 if done else 1)
    assert (bytes_in(study) != before) == done


def test_a_damaged_line_is_named_and_nothing_is_done(study: Path, capsys: Captured) -> None:
    log = study / "interviews" / "I1.jsonl"
    log.write_bytes(log.read_bytes().replace(b'"type":"edited"', b'"type":"\xff"'))
    before = bytes_in(study)
    assert main(["finish", "--yes", "--study", str(study)]) == 1
    assert "I1.jsonl, line 4" in capsys.readouterr().err
    assert bytes_in(study) == before
