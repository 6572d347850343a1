"""What was cut short while a study was made is told, and finished or begun again."""

import os
from pathlib import Path

import pytest

from guide.samples import thesis_guide_text
from tests.interviewer import PROGRAM, thesis_study
from tests.modes import is_private
from tests.terminal import Terminal
from tests.tui.studies import hold
from tui.main import main

Captured = pytest.CaptureFixture[str]
BLANKS = (b"", b"\n \n", b"\0" * 4096)
"""An empty guide; a power cut leaves zeros."""


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en")


@pytest.mark.parametrize("blank", BLANKS)
def test_a_blank_guide_is_begun_again_by_new(tmp_path: Path, capsys: Captured, blank: bytes) -> None:
    (tmp_path / "guide.yaml").write_bytes(blank)
    run("review", "--study", tmp_path)
    assert "only half made" in capsys.readouterr().err
    source = tmp_path / "source.yaml"
    source.write_text(thesis_guide_text(), encoding="utf-8")
    assert run("new", tmp_path, "--from", source) == 0
    assert "written anew" in capsys.readouterr().out
    assert (tmp_path / "guide.yaml").read_text(encoding="utf-8") == thesis_guide_text()
    assert (tmp_path / "interviews").is_dir()
    assert run("new", tmp_path, "--from", source) == 2
    assert "a study in" in capsys.readouterr().err


def test_what_somebody_wrote_is_never_begun_again(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "guide.yaml").write_text("# soon\n", encoding="utf-8")
    assert run("new", tmp_path) == 2
    (tmp_path / "guide.yaml").unlink()
    (tmp_path / "guide.yaml").symlink_to(tmp_path / "elsewhere")
    assert run("new", tmp_path) == 2
    assert capsys.readouterr().err.count("a study in") == 2
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_without_its_guide_is_gone_on_with(tmp_path: Path) -> None:
    """Killed between the two: the guide comes last, so that one that is there is whole."""
    (tmp_path / "interviews").mkdir()
    assert run("new", tmp_path) == 0
    assert is_private(tmp_path / "guide.yaml")


def test_interviews_beside_a_blank_guide_are_kept(tmp_path: Path, capsys: Captured) -> None:
    log = hold(thesis_study(tmp_path))
    before = log.read_bytes()
    (tmp_path / "guide.yaml").write_bytes(b"")
    assert run("new", tmp_path) == 0
    assert log.read_bytes() == before
    assert "written anew" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [("--study",), ("demo",)], ids=["home", "demo"])
def test_at_the_terminal_too(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "guide.yaml").touch()
    with Terminal([*PROGRAM, *arguments, str(folder)]) as terminal:
        if arguments == ("demo",):
            terminal.wait_for("Guide")
        else:
            assert "half made" in terminal.wait_for("guide.yaml is empty")
            terminal.press("down", "enter")
            terminal.wait_for(lambda _: (folder / "guide.yaml").stat().st_size > 0)
    assert "title:" in (folder / "guide.yaml").read_text(encoding="utf-8")


def test_what_a_kill_left_in_a_study_is_gone_at_the_next_start(tmp_path: Path) -> None:
    folder = thesis_study(tmp_path)
    left = folder / ".guide.yaml.0123abcd.intervjuguide"
    left.write_bytes(b"half a guide")
    with Terminal([*PROGRAM, "run", "--study", str(folder)]) as terminal:
        terminal.wait_for("Guide")
        assert not os.path.lexists(left)
