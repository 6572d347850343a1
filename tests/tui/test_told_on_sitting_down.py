"""What is wrong in a study is told by whatever sits down at it, and where it is seen."""

import shutil
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.failures import LogFailure
from interviews.study.entries import LimitMet
from interviews.study.facts import add
from interviews.study.folder import Study
from interviews.study.write_ids import NotNamedError
from tests.tui.studies import hold, study_with
from tui.commands import home, open_interview, run
from tui.commands.common import Choice, Told, Visit
from tui.main import main
from tui.settings import Settings
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]

GUIDE = """title: Days
language: en
research_questions: {A: How is it?}
sections:
  - serves: A
    questions:
      - How was the first day?
      - What surprised you there?
      - Who helped you along?
"""
MOVED = GUIDE.replace("      - What surprised you there?\n", "") + "      - What surprised you there?\n"


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One interview, a copy of it under another name, and two questions of the guide that have changed places."""
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en")
    (tmp_path / "guide.yaml").write_text(GUIDE, encoding="utf-8")
    guide = Study(tmp_path).guide().guide
    assert guide is not None
    hold(tmp_path, "I1", (do.AskQuestion("A1"),), guide=guide)
    (tmp_path / "guide.yaml").write_text(MOVED, encoding="utf-8")
    log = tmp_path / "interviews" / "I1.jsonl"
    (tmp_path / "interviews" / "I1 (1).jsonl").write_bytes(log.read_bytes())
    for command in (open_interview, home):
        monkeypatch.setattr(command, "need_terminal", lambda _: None)
    monkeypatch.setattr("tui.commands.choose.choose", lambda *_: None)
    return tmp_path


@pytest.mark.parametrize("command", [["run"], ["run", "--afterwards", "I5"], ["run", "--pilot"], ["run", "--resume"]])
def test_every_way_in_names_a_copy_that_is_not_read(
    study: Path, command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(run, "open_interview", lambda *_, **__: 0)
    monkeypatch.setattr("tui.commands.afterwards.open_interview", lambda *_, **__: 0)
    main([*command, "--study", str(study)])
    assert "I1 (1).jsonl" in capsys.readouterr().err


@pytest.fixture
def unwritable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The ids can be written nowhere, and questions have moved."""

    def refuse(*_: object) -> bool:
        raise NotNamedError("disk_error", file="guide.yaml", reason="No space left on device")

    monkeypatch.setattr("tui.commands.moved_ids.write_names", refuse)


@pytest.mark.usefixtures("unwritable")
@pytest.mark.parametrize("where", ["home", "run"])
def test_a_failed_writing_of_ids_is_told_on_the_next_screen(
    study: Path, where: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    shown: list[str] = []
    answers = ["ids", "quit" if where == "home" else "new"]

    def choose(_title: str, what: Told, choices: Sequence[Choice], *_: object) -> str:
        shown.append(what if isinstance(what, str) else what(30))
        assert "ids" in [one.name for one in choices]
        return answers[len(shown) - 1]

    monkeypatch.setattr("tui.commands.choose.choose", choose)
    monkeypatch.setattr(run, "open_interview", lambda *_: 0)
    if where == "home":
        assert home.run(Namespace(study=study), Settings(language="en")) == 0
    else:
        assert main(["run", "--study", str(study)]) == 0
    assert ["No space left" in what for what in shown] == [False, True]
    assert "No space left" in capsys.readouterr().err


def test_what_the_review_said_on_leaving_stands_on_the_study_screen(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def choose(_title: str, what: Told, *_: object) -> str:
        shown.append(what if isinstance(what, str) else what(30))
        return "review" if len(shown) == 1 else "quit"

    monkeypatch.setattr("tui.commands.choose.choose", choose)
    monkeypatch.setattr("tui.review.app.show_review", lambda *_: ("I1.jsonl is gone",))
    home.run(Namespace(study=study), Settings(language="en"))
    assert ["I1.jsonl is gone" in what for what in shown] == [False, True]


@pytest.mark.parametrize("code", ["log_locked", "disk_error"])
def test_a_code_that_could_not_be_noted_is_told_after_leaving(
    tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    study = Study(study_with(tmp_path))
    guide = study.guide().guide
    assert guide is not None

    def held(session: object, *_: object) -> None:
        session.do(do.AskQuestion("A1"))  # type: ignore[attr-defined]

    def refuse(*_: object) -> None:
        raise LogFailure(code, file="study.jsonl", reason="Input/output error")

    monkeypatch.setattr(open_interview, "_show", held)
    monkeypatch.setattr("interviews.study.facts.add", refuse)
    visit = Visit(study, Translator("en"), Settings())
    assert open_interview.open_interview(visit, guide, None, None, "live") == 0
    err = capsys.readouterr().err
    assert "Code I1 was not noted as used: study.jsonl" in err


def _garbage(study: Path) -> None:
    (study / "interviews" / "P1.jsonl").unlink()
    (study / "interviews" / "I1.jsonl").write_bytes(b"garbage{")


def _emptied(study: Path) -> None:
    (study / "interviews" / "P1.jsonl").unlink()
    (study / "interviews" / "I1.jsonl").write_bytes(b"")


def _zeros(study: Path) -> None:
    (study / "interviews" / "P1.jsonl").unlink()
    (study / "interviews" / "I1.jsonl").write_bytes(bytes(4000))


def _no_folder(study: Path) -> None:
    shutil.rmtree(study / "interviews")


def _volume_away(study: Path) -> None:
    shutil.rmtree(study / "interviews")
    (study / "interviews").symlink_to(study.parent / "volume")


@pytest.mark.parametrize(
    ("harm", "named"),
    [
        (_garbage, "I1.jsonl: Nothing in it can be read"),
        (_emptied, "I1.jsonl: Nothing in it can be read"),
        (_zeros, "I1.jsonl: Nothing in it can be read"),
        (_no_folder, "The folder is not here, though interviews were held (I1, P1)"),
        pytest.param(
            _volume_away,
            "is a link to what is not here now",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="a link takes an administrator there"),
        ),
    ],
)
def test_what_cannot_be_read_is_named_and_no_first_pilot_proposed(
    tmp_path: Path, harm: Callable[[Path], None], named: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en")
    study, stick = study_with(tmp_path / "s", "P1", "I1"), tmp_path / "stick"
    stick.mkdir()
    assert Study(study).remember_codes() is None
    assert main(["backup", str(stick), "--study", str(study)]) == 0
    harm(study)
    capsys.readouterr()
    main(["--plain", "--study", str(study)])
    said = capsys.readouterr().out
    assert named in said
    assert "Next step" not in said
    assert "Only in the backup, and not to be read here: I1, P1." in said
    assert main(["review", "--study", str(study)]) == 1
    assert named.partition(": ")[2] in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="a link takes an administrator there")
@pytest.mark.parametrize("command", [["run"], ["run", "--pilot"], ["run", "--participant", "I7"]])
def test_no_interview_begins_in_a_folder_that_is_a_link_to_nothing(
    tmp_path: Path, command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en")
    study = study_with(tmp_path / "s")
    (study / "interviews").symlink_to(tmp_path / "volume")
    assert main([*command, "--plain", "--study", str(study)]) == 1
    said = capsys.readouterr()
    assert "The folder interviews in the study is a link to what is not here now. Connect the disk" in said.err
    assert "I1" not in said.out, "nothing was begun"


class Screen:
    """What the study's screen says is next, and which choice is marked there."""

    def __init__(self, study: Path, patch: pytest.MonkeyPatch) -> None:
        self._study, self._shown = study, ""
        self.marked = ""
        patch.setattr(home, "need_terminal", lambda _: None)
        patch.setattr("tui.commands.choose.choose", self._choose)

    def _choose(
        self, _title: str, tell: Told, choices: Sequence[Choice], _: object, _settings: object, at: str | None
    ) -> None:
        self._shown = tell if isinstance(tell, str) else tell(30)
        self.marked = next((one.text for one in choices if one.name == at), choices[0].text)

    def show(self) -> str:
        assert home.run(Namespace(study=self._study), Settings(language="en")) == 0
        return self._shown

    def next_step(self) -> str:
        return next((line for line in self.show().split("\n") if line.startswith("Next step: ")), "")


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A study with a guide and no interview."""
    folder = tmp_path / "s"
    folder.mkdir()
    (folder / "guide.yaml").write_text(GUIDE, encoding="utf-8")
    (tmp_path / "stick").mkdir()
    return folder


def _hold(study: Path, code: str, *acts: do.Command, ended: bool = True) -> None:
    guide = Study(study).guide().guide
    assert guide is not None
    hold(study, code, (do.AskQuestion("A1"), *acts), guide=guide, ended=ended)


def test_a_pilot_comes_first_and_what_it_leads_to_is_marked(begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(begun, monkeypatch)
    assert screen.next_step() == "Next step: a pilot (P1), before the first interview."
    assert screen.marked == "Pilot P1"
    _hold(begun, "P1", ended=False)
    assert screen.next_step() == "Next step: go on with P1, which was not ended."
    assert screen.marked == "Go on with P1"
    (begun / "interviews" / "P1.jsonl").unlink()
    _hold(begun, "P1")
    assert screen.next_step() == "Next step: the verdicts of P1, before the first interview."
    assert screen.marked == "Go on with the verdicts of P1"
    (begun / "interviews" / "P1.jsonl").unlink()
    _hold(begun, "P1", do.End(), do.Judge("reword", "A1"), ended=False)
    assert screen.next_step() == "Next step: revise the guide, for which a pilot has 1 proposal."
    assert screen.marked == "Revise the guide"
    _hold(begun, "I1", ended=False)
    assert screen.next_step() == ""
    assert screen.marked == "Go on with I1"


def test_a_pilot_whose_informant_left_was_held(begun: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    screen = Screen(begun, monkeypatch)
    (begun / "guide.yaml").write_text(GUIDE + "on_withdrawal: delete\n", encoding="utf-8")
    _hold(begun, "P1")
    assert Study(begun).remember_codes() is None
    assert main(["forget", "P1", "--yes", "--study", str(begun)]) == 0
    assert not (begun / "interviews" / "P1.jsonl").exists()
    assert screen.next_step() == ""
    capsys.readouterr()


def test_a_backup_is_next_once_an_interview_was_held_and_none_is_there(
    begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    screen = Screen(begun, monkeypatch)
    _hold(begun, "I2")
    assert screen.next_step().startswith("Next step: a backup, none has been made: intervjuguide backup DIR")
    assert main(["backup", str(tmp_path / "stick"), "--study", str(begun)]) == 0
    assert screen.next_step() == ""
    add(begun, [LimitMet(date="2026-11-30", limit="end")])
    assert screen.next_step().startswith("Next step: a backup, the last one has all that was")
    assert main(["backup", str(tmp_path / "stick"), "--study", str(begun)]) == 0
    assert screen.next_step() == ""
    (copy,) = (tmp_path / "stick").iterdir()
    inside = Screen(copy, monkeypatch)
    assert "Backup: this folder is one" in inside.show()
    assert inside.next_step() == "", "the copy that stands there is one"
    screen = Screen(begun, monkeypatch)
    (tmp_path / "stick").rename(tmp_path / "drawer")
    assert screen.next_step() == "", "a stick that is not plugged in has its copy"
    (tmp_path / "stick").mkdir()
    assert screen.next_step().startswith("Next step: a backup, the last one is not where it was made")
    assert f"not there any more: {copy}" in screen.show()
    capsys.readouterr()
