"""Questions that were moved by hand in a guide without ids: every command and screen tells the same, and offers ids."""

import json
from pathlib import Path

import pytest

from interviews.study import Study
from tests.interviews.moved_guides import NIGHT, guide_of, held, study_of, text_of
from tui.main import main

COME, FAMILY, FIRST = NIGHT["A"]
NEW = "Who told you of the job?"
INSERTED = {"A": [COME, NEW, FAMILY, FIRST], "B": NIGHT["B"]}
SWAPPED = {"A": [COME, FIRST, FAMILY], "B": NIGHT["B"]}
LETTERS = {"C": NIGHT["A"], "B": NIGHT["B"]}
DELETED = {"A": [FAMILY, FIRST], "B": NIGHT["B"]}

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def study(tmp_path: Path, request: pytest.FixtureRequest) -> Study:
    now = getattr(request, "param", SWAPPED)
    return study_of(tmp_path, text_of(now), I1=held(guide_of(text_of(NIGHT)), (COME, FAMILY)))


def said(capsys: Captured, study: Study, *arguments: str) -> str:
    assert main([*arguments, "--study", str(study.folder)]) == 0
    shown = capsys.readouterr()
    return shown.out + shown.err


@pytest.mark.parametrize(
    ("study", "rows"),
    [
        (SWAPPED, {"A1": "■2", "A2": "□", "A3": "■2"}),
        (INSERTED, {"A1": "■2", "A2": "·", "A3": "■2", "A4": "□"}),
        (DELETED, {"A1": "■2", "A2": "□", "A1†": "■2"}),
        (LETTERS, {"C1": "■2", "C2": "■2", "C3": "□"}),
    ],
    indirect=["study"],
)
def test_the_matrix_says_where_the_wording_is(study: Study, rows: dict[str, str], capsys: Captured) -> None:
    shown = said(capsys, study, "review").splitlines()
    found = {id: line.split()[-1] for line in shown for id in line.split()[:2] if id in rows}
    assert found == rows
    told = [line for line in shown if "Questions have moved since I1" in line]
    assert len(told) == 1
    assert "check --write-ids" in told[0]


def test_json_counts_under_the_ids_of_today(study: Study, capsys: Captured) -> None:
    document = json.loads(said(capsys, study, "review", "--json").partition("\nguide.yaml")[0])
    (one,) = document["interviews"]
    assert one["moved"] == {"A2": "A3", "A3": "A2"}
    assert {id: found["state"] for id, found in one["questions"].items() if found["state"] != "untouched"} == {
        "A1": "covered",
        "A3": "covered",
    }
    assert one["order"] == ["A1", "A3"]
    assert [note["about"] for note in one["notes"]] == [["A1"], ["A3"]]


@pytest.mark.parametrize("form", ["--html", "--markdown"])
def test_reports_say_the_same(study: Study, form: str, capsys: Captured) -> None:
    shown = said(capsys, study, "review", form, "-")
    assert "A2 → A3, A3 → A2" in shown
    if form == "--markdown":
        (row,) = [line for line in shown.splitlines() if "first night" in line and "□" in line]
        assert "A2" in row


def test_diff_says_moved_and_not_reworded(study: Study, capsys: Captured) -> None:
    document = json.loads(said(capsys, study, "diff", "--json"))
    assert [change["kind"] for change in document["changes"]] == ["moved"]
    assert document["moved"] == {"A2": "A3", "A3": "A2"}
    for arguments in (["diff"], ["diff", "I1", "now"], ["diff", "now", "I1"]):
        shown = said(capsys, study, *arguments)
        assert "moved" in shown
        assert "reworded" not in shown


@pytest.mark.parametrize("study", [INSERTED, DELETED], indirect=True)
def test_diff_says_what_came_or_went_and_no_more(study: Study, capsys: Captured) -> None:
    (change,) = json.loads(said(capsys, study, "diff", "--json"))["changes"]
    assert change["kind"] in ("added", "dropped")


def test_ids_are_written_by_one_command_and_then_all_is_quiet(study: Study, capsys: Captured) -> None:
    before = study.guide_path.read_text(encoding="utf-8")
    assert "A2 → A3, A3 → A2" in said(capsys, study, "check", "--write-ids")
    after = study.guide_path.read_text(encoding="utf-8")
    assert [line for line in after.splitlines() if "id:" not in line.replace("- id:", "id:")] != []
    assert [line.replace("ask: ", "- ").strip() for line in after.splitlines() if "id: " not in line] == [
        line.strip() for line in before.splitlines()
    ]
    assert "moved" not in said(capsys, study, "review")
    assert "already" in said(capsys, study, "check", "--write-ids")
    assert study.guide_path.read_text(encoding="utf-8") == after


def test_a_broken_guide_gets_no_ids(study: Study, capsys: Captured) -> None:
    study.guide_path.write_text("title: [", encoding="utf-8")
    assert main(["check", "--write-ids", "--study", str(study.folder)]) == 1
    assert "guide.yaml:1" in capsys.readouterr().err
    assert study.guide_path.read_text(encoding="utf-8") == "title: ["
