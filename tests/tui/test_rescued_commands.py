"""What was written elsewhere, because the log went away, as the commands tell it."""

import errno
import json
import os
from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.os_support import system
from tests.interviewer import thesis_study
from tests.interviews.chair import Chair
from tui.main import main
from tui.translator import Translator
from tui.where_kept import tell_what_is_kept


@pytest.fixture
def chair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Chair:
    """A study in which the log of I1 was cut in the middle of the interview."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    chair = Chair(thesis_study(tmp_path / "study"))
    chair.do(do.AskNext(), do.TakeNote("hun nøler"), after=5)
    os.truncate(chair.path, 200)
    chair.do(do.TakeNote("spiller på torsdager"), do.MarkCovered(("A1",)), after=5)
    chair.session.close()
    return chair


def json_of(study: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, list[dict[str, object]]]:
    assert main(["review", "--json", "--study", str(study)]) in (0, 1)
    told: dict[str, list[dict[str, object]]] = json.loads(capsys.readouterr().out)
    return told


@pytest.mark.parametrize("gone", ["cut", "gone", "another folder"])
def test_review_reads_both_files_as_one_interview(
    chair: Chair, capsys: pytest.CaptureFixture[str], tmp_path: Path, gone: str
) -> None:
    study = chair.path.parent.parent
    if gone == "gone":
        chair.path.unlink()
    if gone == "another folder":
        study = study.rename(tmp_path / "flyttet")
    (one,) = json_of(study, capsys)["interviews"]
    assert (one["code"], one["participant"]) == ("I1", "I1")
    assert isinstance(one["notes"], list)
    assert [note["text"] for note in one["notes"]] == ["hun nøler", "spiller på torsdager"]
    main(["review", "--participant", "I1", "--study", str(study)])
    assert "spiller på torsdager" in capsys.readouterr().out


def test_the_file_is_named_and_so_is_what_only_it_has(chair: Chair, capsys: pytest.CaptureFixture[str]) -> None:
    study = chair.path.parent.parent
    main(["review", "--study", str(study)])
    said = capsys.readouterr().err
    assert "interviews/I1.rescued-1.jsonl:1:1: Fortsettelsen av interviews/I1.jsonl" in said
    chair.path.unlink()
    main(["review", "--study", str(study)])
    said = capsys.readouterr().err
    assert "interviews/I1.jsonl er borte; intervjuet er lest herfra." in said


def test_what_only_the_file_that_was_left_has_can_be_taken_over(
    chair: Chair, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sync program put another computer's version in the log's place, which had gone on by itself."""
    study = chair.path.parent.parent
    rescued = chair.path.with_name("I1.rescued-1.jsonl")
    lines = rescued.read_bytes().splitlines(keepends=True)
    chair.path.write_bytes(
        b"".join([*lines[:-1], lines[-2].replace(b'"seq":3', b'"seq":4').replace(b"torsdager", b"fredager")])
    )
    problems = [str(problem["message"]) for problem in json_of(study, capsys)["problems"]]
    assert any("intervjuguide merge I1 interviews/I1.jsonl" in one for one in problems), problems
    for said in (
        "I1.rescued-1.jsonl har tatt med hendelser som bare sto i I1.jsonl: 1.",
        "Alt i I1.jsonl står allerede",
    ):
        assert main(["merge", "I1", "interviews/I1.jsonl", "--study", str(study)]) == 0
        assert said in capsys.readouterr().out
    told = json_of(study, capsys)
    assert [note["text"] for note in told["interviews"][0]["notes"]] == [  # type: ignore[attr-defined]
        "hun nøler",
        "spiller på torsdager",
        "spiller på fredager",
    ]
    assert [problem for problem in told["problems"] if "regnes ikke" in str(problem["message"])] == []


def test_what_nobody_could_keep_is_said_and_never_called_saved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> int:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    chair = Chair(tmp_path)
    chair.do(do.AskNext(), do.TakeNote("hun nøler"), after=5)
    os.truncate(chair.path, chair.path.read_bytes().rindex(b"\n", 0, -1) + 1)
    with monkeypatch.context() as disk:
        disk.setattr(system(), "write_at", failing)
        chair.session.close()
    assert not tell_what_is_kept(chair.session, Translator("nb"), "farewell_crashed")
    said = capsys.readouterr()
    assert (said.out, said.err.startswith("IKKE LAGRET: ")) == ("", True)
    assert "I1.jsonl har 2 av 3 handlinger" in said.err
    assert "nøler" not in said.err
