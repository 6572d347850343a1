"""``backup`` says what was done, what stays and why; the study's screen says how old the copy is."""

from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.data_management.backup import make_backup
from interviews.session import Session
from interviews.study.folder import Study
from tests.clocks import StandingClock
from tests.interviewer import PROGRAM
from tests.terminal import Terminal
from tests.tui.studies import hold, study_with
from tui.commands.due import backup_line
from tui.commands.open_interview import _farewell
from tui.main import main
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en")
    (tmp_path / "stick").mkdir()
    (tmp_path / "home").mkdir()
    return study_with(tmp_path / "home" / "studien", "I1")


@pytest.fixture
def stick(tmp_path: Path) -> str:
    return str(tmp_path / "stick")


def test_a_copy_is_made_and_told_and_the_next_one_follows(study: Path, stick: str, capsys: Captured) -> None:
    here = ["--study", str(study)]
    assert main(["backup", stick, *here]) == 0
    out, err = capsys.readouterr()
    assert "Copied and read back" in out
    assert "same disk" in err
    hold(study, "I2")
    assert backup_line(Study(study), Translator("en")) == "Backup: today; without I2"
    assert main(["backup", stick, *here]) == 0
    assert "The former one is deleted" in capsys.readouterr().out
    assert backup_line(Study(study), Translator("nb")) == "Sikkerhetskopi: i dag"
    assert main(["where", *here]) == 0
    out = capsys.readouterr().out
    assert "Backup: today" in out
    assert str(Path(stick) / "studien") in out


def test_what_is_refused_leaves_everything_and_says_so(study: Path, stick: str, capsys: Captured) -> None:
    before = {path: path.read_bytes() for path in study.rglob("*") if path.is_file()}
    assert main(["backup", str(study / "interviews"), "--study", str(study)]) == 1
    assert "Nothing was copied" in capsys.readouterr().err
    assert main(["backup", f"{stick}/none", "--study", str(study)]) == 2
    assert "plugged in" in capsys.readouterr().err
    assert main(["backup", "--study", str(study)]) == 2
    assert {path: path.read_bytes() for path in study.rglob("*") if path.is_file()} == before


def test_what_was_made_from_the_study_is_told_from_what_is_ones_own(
    study: Path, stick: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = ["--study", str(study)]
    monkeypatch.chdir(study)
    for name in ("guide.md", "edited.md"):
        assert main(["export", "guide", "-o", name, *here]) == 0
    (study / "edited.md").write_text("mine", encoding="utf-8")
    (study / "I1.wav").write_bytes(b"RIFF")
    capsys.readouterr()
    assert main(["backup", stick, *here]) == 0
    out = capsys.readouterr().out
    assert "Not copied, 1 file that was made from the study and can be made again: guide.md" in out
    assert "Not copied, 2 files that are your own or changed by hand: I1.wav, edited.md" in out


def test_a_damaged_study_is_copied_beside_the_good_copy(study: Path, stick: str, capsys: Captured) -> None:
    assert main(["backup", stick, "--study", str(study)]) == 0
    log = study / "interviews" / "I1.jsonl"
    log.write_bytes(log.read_bytes().replace(b'"type":"noted"', b'"type":"n\xffted"', 1))
    capsys.readouterr()
    assert main(["backup", stick, "--study", str(study)]) == 1
    assert "is kept" in capsys.readouterr().err
    assert len(list(Path(stick).iterdir())) == 2


def test_a_copy_is_left_whole_where_the_study_was_rewritten_on_purpose(
    study: Path, stick: str, capsys: Captured
) -> None:
    main(["backup", stick, "--study", str(study)])
    log = study / "interviews" / "I1.jsonl"
    log.write_bytes(log.read_bytes().replace("møteplass".encode(), b"place"))
    capsys.readouterr()
    assert main(["backup", stick, "--study", str(study)]) == 0
    assert "delete the copy yourself" in capsys.readouterr().err


def test_the_studys_screen_says_how_old_the_copy_is(study: Path, stick: str) -> None:
    make_backup(Study(study), Path(stick), "2026-01-02")
    with Terminal([*PROGRAM, "--study", str(study)], size=(80, 40)) as seat:
        seat.wait_for("Backup: 2026-01-02")
        seat.press("escape")


def test_after_the_interview_the_next_copy_is_named_where_one_was_made_before(
    study: Path, stick: str, capsys: Captured
) -> None:
    log = hold(study, "I2", (do.AskQuestion("B1"),), ended=False)
    for copied in (False, True):
        session, _ = Session.resume(log, StandingClock())
        if session.interview.ended is None:
            session.do(do.End())
        session.close()
        assert _farewell(Study(study), session, Translator("en")) == 0
        assert (f"backup {stick} --study" in capsys.readouterr().out) == copied
        make_backup(Study(study), Path(stick), "2026-01-02")


@pytest.mark.parametrize(("answer", "left"), [("", 2), ("ja", 1)])
def test_whoever_took_something_out_on_purpose_is_asked_about_the_copy_that_has_it(
    study: Path, stick: str, answer: str, left: int
) -> None:
    main(["backup", stick, "--study", str(study)])
    (study / "interviews" / "I1.jsonl").unlink()
    with Terminal([*PROGRAM, "backup", stick, "--study", str(study)]) as seat:
        seat.wait_for("on purpose? Delete that copy?")
        seat.type(answer)
        seat.press("enter")
        assert seat.wait_exit() == 0
    assert len(list(Path(stick).iterdir())) == left
