"""What left the study is known: where it lies, whether it is as it was made, and of whom it holds something."""

from pathlib import Path

import pytest

from interviews.data_management.outputs import Outward, is_ours, list_outputs, record_output
from interviews.failures import LogFailure
from interviews.log.writer import Log
from interviews.study.facts import FILE, Exported, StudyFacts, read_study_facts

DAY = "2026-11-28"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    return folder


def write(path: Path, data: bytes, outward: Outward, day: str = DAY) -> None:
    record_output(path, data, outward, day)
    path.write_bytes(data)


def test_each_file_is_listed_with_whose_words_it_holds_and_how_it_is_now(study: Path, tmp_path: Path) -> None:
    report, away, edited, gone = study / "r.html", tmp_path / "stick.md", study / "e.md", study / "g.md"
    write(report, b"one", Outward(study, "html", ("--without-notes",), ("I2", "I1", "I1")))
    write(away, b"two", Outward(study, "markdown", (), ("I1",)))
    for path in (edited, gone):
        write(path, b"three", Outward(study, "guide"))
    edited.write_bytes(b"my own")
    gone.unlink()
    found = list_outputs(study)
    assert [(one.path, one.state, one.interviews) for one in found] == [
        (report, "as_made", ("I1", "I2")),
        (away, "as_made", ("I1",)),
        (edited, "edited", ()),
        (gone, "gone", ()),
    ]
    assert [one.last.path for one in found] == ["r.html", str(away), "e.md", "g.md"]
    assert found[0].last.options == ("--without-notes",)
    assert '"options"' not in (study / FILE).read_text().split("\n")[1]


def test_an_anonymous_study_knows_no_name_of_whoever_s_stick_it_is(
    study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (study / "guide.yaml").write_text("title: T\nanonymous: yes\n", encoding="utf-8")
    home, stick = tmp_path / "home" / "ingridsen", tmp_path / "media" / "ingridsen" / "STICK"
    for folder in (home, stick):
        folder.mkdir(parents=True)
    monkeypatch.setattr(Path, "home", lambda: home)
    write(stick / "r.md", b"one", Outward(study, "markdown", (), ("I1",)))
    assert "ingridsen" not in (study / FILE).read_text(encoding="utf-8")
    (found,) = list_outputs(study)
    assert (found.path, found.state, is_ours(found, study)) == (stick / "r.md", "as_made", True)


def test_a_file_made_again_is_what_it_was_made_last_unless_an_older_one_lies_there(study: Path) -> None:
    report = study / "r.html"
    write(report, b"one", Outward(study, "html", (), ("I1",)))
    write(report, b"one", Outward(study, "html", (), ("I1",)), "2026-12-24")
    assert len(read_study_facts(study).entries) == 1
    write(report, b"two", Outward(study, "html", (), ("I1", "I2")))
    assert [one.interviews for one in list_outputs(study)] == [("I1", "I2")]
    report.write_bytes(b"one")
    assert [(one.state, one.interviews) for one in list_outputs(study)] == [("as_made", ("I1",))]
    report.write_bytes(b"three")
    assert [(one.state, one.interviews) for one in list_outputs(study)] == [("edited", ("I1", "I2"))]


def test_a_file_in_the_study_is_found_where_the_study_lies_by_now(study: Path, tmp_path: Path) -> None:
    (study / "out").mkdir()
    write(study / "out" / "r.html", b"one", Outward(study, "html"))
    moved = study.rename(tmp_path / "moved")
    assert [(one.path, one.state) for one in list_outputs(moved)] == [(moved / "out" / "r.html", "as_made")]


def test_what_cannot_be_noted_is_said(study: Path) -> None:
    held = Log.create(study / FILE, ())
    with pytest.raises(LogFailure, match="log_locked"):
        record_output(study / "r.html", b"", Outward(study, "html"), DAY)
    held.close()


GOOD = '"path":"r","sha256":"0","format":"html"'


@pytest.mark.parametrize("fields", ['"path":1', f'{GOOD},"options":3', f'{GOOD},"interviews":[1]'])
def test_a_line_with_wrong_values_is_named_and_the_rest_is_read(study: Path, fields: str) -> None:
    lines = [f'{{"seq":{n},"date":"{DAY}","type":"exported",{given}}}\n' for n, given in enumerate((fields, GOOD))]
    (study / FILE).write_text("".join(lines))
    facts: StudyFacts = read_study_facts(study)
    assert [type(one) for one in facts.entries] == [Exported]
    assert len(facts.problems) == 1
