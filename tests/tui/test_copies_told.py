"""Copies and files that cannot be read now, through the commands: named everywhere, merged, and nothing overwritten."""

import io
import json
import os
import shutil
from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.session import Session
from interviews.study.folder import Study
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.tui.studies import study_with
from tui.commands import home
from tui.main import main
from tui.translator import Translator


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Two interviews, and a copy of the first that went its own way."""
    folder = study_with(tmp_path / "studien", "I1", "I2")
    log, copy = folder / "interviews" / "I1.jsonl", folder / "interviews" / "I1 (1).jsonl"
    shutil.copy(log, copy)
    clock = StandingClock()
    clock.go_on(3600)
    session, _ = Session.resume(copy, clock)
    session.do(do.TakeNote("bare i kopien [sic]"))
    session.close()
    return folder


def _run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_review_names_the_copy_in_every_form(study: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    copy = "interviews/I1 (1).jsonl:1:1: Ser ut som en kopi av I1.jsonl og leses ikke. "
    said = f"{copy}Hendelser i den som I1.jsonl mangler: 2."
    assert said in _run(capsys, "review", "--study", study)[2]
    assert said in _run(capsys, "review", "--participant", "I1", "--study", study)[2]
    assert "I1 (1)" not in _run(capsys, "review", "--participant", "I2", "--study", study)[2]
    found = json.loads(_run(capsys, "review", "--json", "--study", study)[1])
    assert [one["code"] for one in found["interviews"]] == ["I1", "I2"]
    assert [problem["file"] for problem in found["problems"]] == ["interviews/I1 (1).jsonl"]
    for form in ("--html", "--markdown"):
        page = tmp_path / f"side{form}"
        _run(capsys, "review", form, page, "--study", study)
        assert "I1 (1).jsonl" in page.read_text(encoding="utf-8")
    assert said in _run(capsys, "export", "method", "--study", study)[2]


def test_the_study_screen_names_it(study: Path) -> None:
    shown = home._summary(Study(study), Translator("nb"))
    assert "I1 (1).jsonl: Ser ut som en kopi av I1.jsonl" in shown
    for number in range(2, 7):
        shutil.copy(study / "interviews" / "I1 (1).jsonl", study / "interviews" / f"I1 ({number}).jsonl")
    shown = home._summary(Study(study), Translator("en"))
    assert "and 3 more files" in shown


def test_merge_takes_over_and_says_what(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = study / "interviews" / "I1 (1).jsonl"
    before = copy.read_bytes()
    code, out, err = _run(capsys, "merge", "i1", "I1 (1).jsonl", "--study", study)
    assert (code, err) == (0, "")
    assert out == "I1.jsonl har tatt med hendelser som bare sto i I1 (1).jsonl: 2. I1 (1).jsonl er som før.\n"
    assert copy.read_bytes() == before
    found = json.loads(_run(capsys, "review", "--json", "--study", study)[1])
    assert "bare i kopien [sic]" in [note["text"] for note in found["interviews"][0]["notes"]]
    code, out, _ = _run(capsys, "merge", "I1", copy, "--study", study)
    assert (code, out) == (0, "Alt i I1 (1).jsonl står allerede i I1.jsonl. Ingenting er gjort.\n")
    assert "Alt i den står også i I1.jsonl" in _run(capsys, "review", "--study", study)[2]


def test_after_merging_a_copy_has_nothing_of_its_own(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (study / "interviews" / "I1 (1).jsonl").rename(study / "interviews" / "I1-2.jsonl")
    assert "I1.jsonl:1:1: Er en kopi av I1-2.jsonl" in _run(capsys, "review", "--study", study)[2]
    code, _, _ = _run(capsys, "merge", "I1", study / "interviews" / "I1-2.jsonl", "--study", study)
    assert code == 0
    result = review(Study(study))
    assert result is not None
    assert [one.name for one in result.interviews] == ["I1", "I2"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("I1", "I2.jsonl"), 1, "I2.jsonl hører til et annet intervju enn I1.jsonl"),
        (("I1", "I1.jsonl"), 2, "I1.jsonl er loggen selv"),
        (("I1", "borte.jsonl"), 2, "fila finnes ikke"),
        (("I1", "../interviews"), 2, "er ikke en vanlig fil"),
        (("I9", "I1 (1).jsonl"), 2, "I9"),
        (("Kari", "I1 (1).jsonl"), 2, "Kari"),
        (("I1", "../guide.yaml"), 1, "er ikke en intervjulogg"),
    ],
)
def test_what_cannot_be_merged_is_refused_and_changes_nothing(
    study: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, str], code: int, said: str
) -> None:
    given = study / "interviews" / arguments[1] if "/" in arguments[1] else Path(arguments[1])
    before = {path: path.read_bytes() for path in study.rglob("*") if path.is_file()}
    done, _, err = _run(capsys, "merge", arguments[0], given, "--study", study)
    assert (done, said in err) == (code, True), err
    assert {path: path.read_bytes() for path in study.rglob("*") if path.is_file()} == before


def _in_cloud(log: Path) -> None:
    log.rename(log.with_name(f".{log.name}.icloud"))


def _too_big(log: Path) -> None:
    log.unlink()
    with log.open("wb") as stream:
        stream.truncate(600 * 1024 * 1024)


def _folder(log: Path) -> None:
    log.unlink()
    log.mkdir()


def _pipe(log: Path) -> None:
    log.unlink()
    os.mkfifo(log)


def _newer(log: Path) -> None:
    log.write_bytes(log.read_bytes().replace(b'"format":1', b'"format":9', 1))


HINDRANCES = (_in_cloud, _too_big, _folder, _pipe, _newer)
WRITERS = (
    ("review", "--html"),
    ("review", "--markdown"),
    ("export", "method", "-o"),
    ("export", "method", "--json", "-o"),
    ("export", "reflexive", "-o"),
)


@pytest.mark.parametrize("hinder", HINDRANCES)
def test_no_report_is_written_over_while_a_log_cannot_be_read(
    study: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, hinder: object
) -> None:
    files = [tmp_path / f"rapport{place}" for place in range(len(WRITERS))]
    for writer, file in zip(WRITERS, files, strict=True):
        assert _run(capsys, *writer, file, "--study", study)[0] == 0
    before = [file.read_bytes() for file in files]
    assert callable(hinder)
    hinder(study / "interviews" / "I2.jsonl")
    for writer, file in zip(WRITERS, files, strict=True):
        code, _, err = _run(capsys, *writer, file, "--study", study)
        assert code == 1
        assert f"{file} er ikke skrevet" in err
        assert "interviews/I2.jsonl" in err
        assert "--anyway" in err
    assert [file.read_bytes() for file in files] == before
    for writer, file in zip(WRITERS, files, strict=True):
        code, _, err = _run(capsys, *writer, file, "--anyway", "--study", study)
        assert (code, "er ikke skrevet" in err) == (1, False)
    assert all(file.read_bytes() != data for file, data in zip(files[:2], before[:2], strict=True))


def test_at_a_terminal_it_asks_and_enter_is_no(
    study: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "rapport.html"
    assert _run(capsys, "review", "--html", file, "--study", study)[0] == 0
    before = file.read_bytes()
    _in_cloud(study / "interviews" / "I2.jsonl")
    for typed, written in (("\n", False), ("", False), ("nei\n", False), ("ja\n", True)):
        keys = io.StringIO(typed)
        monkeypatch.setattr(keys, "isatty", lambda: True)
        monkeypatch.setattr("sys.stdin", keys)
        monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
        code, out, _ = _run(capsys, "review", "--html", file, "--study", study)
        assert code == 1
        assert "Skrive over den likevel?" in out
        assert (file.read_bytes() != before) == written


def test_a_new_file_is_written_and_says_what_is_not_in_it(
    study: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    _in_cloud(study / "interviews" / "I2.jsonl")
    file = tmp_path / "ny.html"
    code, _, err = _run(capsys, "review", "--html", file, "--study", study)
    assert code == 1
    assert "bare i skyen" in err
    assert "I2.jsonl" in file.read_text(encoding="utf-8")
    found = json.loads(_run(capsys, "review", "--json", "--study", study)[1])
    assert "interviews/I2.jsonl" in [problem["file"] for problem in found["problems"]]


def test_a_damaged_log_that_can_be_read_hinders_no_report(
    study: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "rapport.md"
    log = study / "interviews" / "I2.jsonl"
    _run(capsys, "review", "--markdown", file, "--study", study)
    log.write_bytes(log.read_bytes().replace(b'"seq":2', b'"seq":x'))
    assert "er ikke skrevet" not in _run(capsys, "review", "--markdown", file, "--study", study)[2]


def test_a_copy_of_an_observation_is_named_too(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = study / "observations"
    folder.mkdir()
    wall = "2026-03-02T10:00:00+01:00"
    sat = f'{{"seq":0,"t":0.0,"type":"observation_started","wall":"{wall}","format":1,"interview":"I1"}}\n'
    turn = '{"seq":1,"t":4.0,"type":"turn","speaker":"nobody"}\n'
    (folder / "I1.jsonl").write_text(sat, encoding="utf-8")
    (folder / "I1 (1).jsonl").write_text(sat + turn, encoding="utf-8")
    err = _run(capsys, "review", "--study", study)[2]
    assert "observations/I1 (1).jsonl:1:1: Ser ut som en kopi av observations/I1.jsonl og leses ikke." in err
    assert "mangler: 1." in err
