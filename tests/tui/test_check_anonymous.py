"""``check`` of an anonymous study: what it cannot reach, the conditions, what cannot stand beside it; no claim."""

import json
from pathlib import Path

import pytest

from tui.main import main

GUIDE = "title: t\nlanguage: en\nanonymous: yes\nclosing: [What else?]\n"


def checked(folder: Path, capsys: pytest.CaptureFixture[str], text: str, *arguments: str) -> tuple[int, str]:
    (folder / "guide.yaml").write_text(text, encoding="utf-8")
    code = main(["check", *arguments, "--study", str(folder)])
    said = capsys.readouterr()
    return code, " ".join((said.out + said.err).split())


def test_it_names_what_it_cannot_reach_and_the_conditions_and_claims_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = checked(tmp_path, capsys, GUIDE)
    assert code == 0
    for words in (
        "the times that the disk keeps",
        "cloud services",
        "no key that links codes",
        "A voice is personal data",
    ):
        assert words in said
    assert "whether they are met, only you can answer for" in said
    code, told = checked(tmp_path, capsys, GUIDE, "--json")
    found = json.loads(told)["anonymous"]
    assert (code, len(found["not_reached"]), len(found["conditions"])) == (0, 5, 5)


def test_a_folder_with_a_history_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    study = tmp_path / "Dropbox" / "study"
    (study / ".git").mkdir(parents=True)
    _, said = checked(study, capsys, GUIDE)
    assert "synchronised by Dropbox" in said
    assert "under version control" in said


@pytest.mark.parametrize(
    "beside", ["recorder: Zoom", "opening: [{point: p, gate: recording}]", "data: {key: 2027-01-31}"]
)
def test_a_recording_or_a_key_beside_it_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], beside: str
) -> None:
    code, said = checked(tmp_path, capsys, f"{GUIDE}{beside}\n")
    assert code == 1
    assert "cannot stand together" in said


def test_other_studies_hear_nothing_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = checked(tmp_path, capsys, GUIDE.replace("anonymous: yes\n", ""), "--json")
    assert (code, "anonymous" in json.loads(said)) == (0, False)
    _, said = checked(tmp_path, capsys, GUIDE.replace("yes", "no"))
    assert "Sikt" not in said
