"""What is asked for as JSON stands on standard output alone: every sentence besides goes to standard error."""

import io
import json
import sys
from pathlib import Path

import pytest

from interviews.study.folder import Study
from tests.interviews.moved_guides import NIGHT, guide_of, held, study_of, text_of
from tui.commands import COMMANDS
from tui.main import main

COME, FAMILY, FIRST = NIGHT["A"]
SWAPPED = {"A": [COME, FIRST, FAMILY], "B": NIGHT["B"]}
ASKED = {
    "check": [["check", "--json"], ["check", "--write-ids", "--json"]],
    "review": [["review", "--json"], ["review", "--json", "--participant", "I1"]],
    "find": [["find", "--json", "family"], ["find", "--json", "qqqq"]],
    "touches": [["touches", "--json"]],
    "export": [["export", "method", "--json"], ["export", "reflexive", "--json"]],
    "scan": [["scan", "--json"], ["scan", "I1", "--json"]],
    "where": [["where", "--json"]],
    "doctor": [["doctor", "--json"]],
    "diff": [["diff", "--json"], ["diff", "I1", "--json"]],
}


@pytest.fixture(params=["moved", "with a stray file", "new"])
def study(tmp_path: Path, request: pytest.FixtureRequest) -> Study:
    if request.param == "new":
        return study_of(tmp_path, text_of(NIGHT))
    made = study_of(tmp_path, text_of(SWAPPED), I1=held(guide_of(text_of(NIGHT)), (COME, FAMILY)))
    if request.param != "moved":
        (made.folder / "interviews" / "I1 (1).jsonl").write_text("{}\n", encoding="utf-8")
        (made.folder / "study.jsonl").write_text("{\n", encoding="utf-8")
    return made


def test_every_command_that_has_json_is_tried() -> None:
    able = {name for name, (_, options) in COMMANDS.items() if any(option == "--json" for option, _ in options)}
    assert able - {"transcript"} == set(ASKED)  # that needs a file: tests/tui/test_transcript.py


@pytest.mark.parametrize("name", ASKED)
def test_nothing_but_json_is_printed(
    study: Study, name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = [one for one in ASKED[name] if study.logs() or "I1" not in one]
    for asked in [*tried, *tried]:  # the second time what was to be done is done
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"about my family\n")))
        assert main([*asked, "--study", str(study.folder)]) in (0, 1)
        json.loads(capsys.readouterr().out)


def test_ids_are_written_and_told_beside_the_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = study_of(tmp_path, text_of(SWAPPED), I1=held(guide_of(text_of(NIGHT)), (COME, FAMILY)))
    assert main(["check", "--write-ids", "--json", "--study", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["ok"]
    assert "A2 → A3, A3 → A2" in err
    made.guide_path.write_text("title: [", encoding="utf-8")
    assert main(["check", "--write-ids", "--json", "--study", str(tmp_path)]) == 1
    assert json.loads(capsys.readouterr().out)["errors"], "a broken guide is told in JSON too"
