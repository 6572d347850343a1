"""A command that a sentence names can be typed as it stands: it says where the study is, if it is elsewhere."""

from pathlib import Path

import pytest

from tests.tui.studies import study_with
from tui.main import main

Captured = pytest.CaptureFixture[str]


def test_the_study_is_named_where_it_is_not_the_current_folder(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = study_with(tmp_path / "min studie", "I1")
    monkeypatch.chdir(tmp_path)
    assert main(["correct", "I1", "--study", "min studie"]) == 0
    assert "intervjuguide correct I1 --note NR --study 'min studie'" in capsys.readouterr().out.replace('"', "'")
    assert main(["finish", "--done", "opptak", "--study=min studie"]) == 0
    assert "intervjuguide finish --not-done opptak --study 'min studie'" in capsys.readouterr().out.replace('"', "'")
    monkeypatch.chdir(folder)
    for given in ([], ["--study", "."], ["--study", str(folder)]):
        assert main(["correct", "I1", *given]) == 0
        assert "--study" not in capsys.readouterr().out


def test_a_report_names_no_folder_of_the_computer(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = study_with(tmp_path / "hos_kari", "I1")
    log, copy = folder / "interviews" / "I1.jsonl", folder / "interviews" / "I1 (1).jsonl"
    lines = log.read_bytes().splitlines(keepends=True)
    copy.write_bytes(log.read_bytes())
    log.write_bytes(b"".join(lines[:-2]))
    monkeypatch.chdir(tmp_path)
    assert main(["review", "--markdown", "rapport.md", "--study", "hos_kari"]) == 0
    report = (tmp_path / "rapport.md").read_text(encoding="utf-8")
    assert "Ser ut som en kopi av I1.jsonl" in report
    assert "intervjuguide merge" not in report
    assert "hos_kari" not in report
    said = capsys.readouterr().err
    assert "intervjuguide merge I1" in said
    assert "--study hos_kari" in said


def test_norwegian_help_names_the_norwegian_word_for_leaving(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    for language, word in (("nb", "trekk I3"), ("en", "forget I3")):
        monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", language)
        assert main(["--help"]) == 0
        assert word in capsys.readouterr().out
