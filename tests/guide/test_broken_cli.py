"""``check`` on broken guides: one line of standard error for each fault, and the same places in the JSON."""

import json
from pathlib import Path

import pytest

from tests.guide.broken import EXPECTED
from tests.warm import run_program
from tui.main import main

Captured = pytest.CaptureFixture[str]
FOLDER = Path(__file__).parent / "fixtures" / "broken"
BROKEN = sorted(set(EXPECTED) - {"unserved"})


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("language", ["nb", "en"])
def test_check_names_each_fault_on_a_line(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, name: str, language: str
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", language)
    path = FOLDER / f"{name}.yaml"
    assert main(["check", str(path)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    lines = err.splitlines()
    assert [line.partition(": ")[0] for line in lines] == [
        f"{path}:{line}:{column}" for line, column, _, _ in EXPECTED[name]
    ]
    assert all(line.partition(": ")[2] for line in lines)

    assert main(["check", str(path), "--json"]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    document = json.loads(out)
    assert document["ok"] is False
    said = [
        f"{one['file']}:{one['line']}:{one['column']}: {one['message']}"
        for one in sorted(document["errors"] + document["warnings"], key=lambda one: (one["line"], one["column"]))
    ]
    assert said == lines


def test_an_unserved_research_question_hinders_nothing(capsys: Captured) -> None:
    path = FOLDER / "unserved.yaml"
    assert main(["check", str(path)]) == 0
    out, err = capsys.readouterr()
    assert out.split("\n\n")[0].count("\n") == 0  # then comes advice
    assert [line.partition(": ")[0] for line in err.splitlines()] == [f"{path}:5:3", f"{path}:10:7"]


@pytest.mark.parametrize("name", ["latin-1", "python-tags", "many-yaml-faults"])
def test_check_as_a_program(name: str) -> None:
    done = run_program("check", FOLDER / f"{name}.yaml")
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == len(EXPECTED[name])
    assert "Traceback" not in done.stderr
