"""Files that look like logs and are not read are named, with what only they have; copies count once."""

import os
import shutil
from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.log.log_files import code_in, is_rescued, looks_like_log
from interviews.study.folder import Study
from interviews.study.review import StudyWalk, review
from tests.interviews.choir import CHOIR, Talk, short_talk, start

NAMES = (
    "I1 (conflicted copy 2026-03-02 101500).jsonl",
    "I1 (Karis konfliktkopi 2026-03-02).jsonl",
    "I1 (Kari's conflicted copy 2026-03-02).jsonl",
    "I1-DESKTOP-8ABC.jsonl",
    "I1 (1).jsonl",
    "I1(2).jsonl",
    "I1 2.jsonl",
    "I1 - Kopi.jsonl",
    "I1 - Copy.jsonl",
    "I1 - kopi (2).jsonl",
    "I1 copy.jsonl",
    "I1_conflict-20260302-101500.jsonl",
    "I1.sync-conflict-20260302-101500-ABCDEFG.jsonl",
    ".I1.sync-conflict-20260302-101500-ABCDEFG.jsonl",
    "I1.jsonl.sync-conflict-20260302",
    "I1.JSONL",
    "i1.jsonl",
    "I1.jsonl.txt",
    "I1.jsonl.bak",
    "I1.jsonl~",
    "~I1.jsonl",
    "I1.jsonl.download",
    "Kopi av I1.jsonl",
    "Copy of I1.jsonl",
    "I1-0.jsonl",
)
"""What clouds, browsers, file managers and editors make of I1.jsonl."""


@pytest.fixture
def study(tmp_path: Path) -> Study:
    shutil.copy(CHOIR, tmp_path / "guide.yaml")
    _put(tmp_path, "I1.jsonl", short_talk().log)
    return Study(tmp_path)


def _put(folder: Path, name: str, log: bytes) -> Path:
    path = folder / "interviews" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(log)
    return path


def longer() -> Talk:
    """The short talk, gone on with for two notes."""
    talk = short_talk()
    talk.at(200, do.TakeNote("bare i kopien"))
    talk.at(210, do.TakeNote("også bare der #trygghet"))
    return talk


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_is_known_by_its_name(name: str) -> None:
    assert looks_like_log(name)
    assert code_in(name) == "I1"


@pytest.mark.parametrize("name", ["I1.rescued-1.jsonl", "I1-2.rescued-3.jsonl"])
def test_what_goes_on_with_a_log_is_no_copy_of_it(name: str) -> None:
    assert is_rescued(name)
    assert not looks_like_log(name)


@pytest.mark.parametrize("name", ["I10 (1).jsonl", "notater.jsonl", "Kari.jsonl", "I1 plan.docx", "Info.jsonl"])
def test_other_names_are_not_taken_for_copies_of_it(name: str) -> None:
    assert not (looks_like_log(name) and code_in(name) == "I1")


def test_every_copy_is_named_with_what_only_it_has(study: Study) -> None:
    for name in NAMES:
        _put(study.folder, name, longer().log)
    named = {problem.file: (problem.code, problem.facts["count"]) for problem in study.strays()}
    assert named == {f"interviews/{name}": ("copy_more", "2") for name in NAMES}
    result = review(study)
    assert result is not None
    assert [one.participant for one in result.interviews] == ["I1"]
    assert set(named) <= {problem.file for problem in result.problems}
    assert {problem.file for problem in study.survey().strays} == set(named)


def test_a_copy_with_nothing_of_its_own_is_a_notice(study: Study) -> None:
    _put(study.folder, "I1 (1).jsonl", short_talk().log[:-40])
    (problem,) = study.strays()
    assert (problem.code, problem.severity) == ("copy_same", "notice")


def test_a_log_under_any_name_is_known_by_its_content(study: Study) -> None:
    _put(study.folder, "intervju torsdag.txt", longer().log)
    _put(study.folder, "notater.txt", b"{dette er ingen logg}\n")
    (problem,) = study.strays()
    assert (problem.file, problem.code) == ("interviews/intervju torsdag.txt", "copy_more")


def test_a_log_that_has_no_other_is_named_with_the_name_it_should_have(study: Study) -> None:
    _put(study.folder, "I7 (1).jsonl", Talk(start("I7", wall="2026-04-01T09:00:00+02:00")).log)
    (problem,) = study.strays()
    assert (problem.code, problem.facts) == ("copy_alone", {"count": "1", "log": "I7.jsonl", "file": "'I7 (1).jsonl'"})


def test_a_log_of_another_interview_is_no_copy(study: Study) -> None:
    _put(study.folder, "I1 (1).jsonl", Talk(start("I1", wall="2026-04-01T09:00:00+02:00")).log)
    (problem,) = study.strays()
    assert (problem.code, problem.facts["log"]) == ("copy_other", "I1-2.jsonl")


def test_what_lies_in_a_folder_within_is_named_where_it_has_more(study: Study) -> None:
    _put(study.folder, "sikkerhetskopi/I1.jsonl", short_talk().log)
    _put(study.folder, "interviews/I1.jsonl", longer().log)
    (problem,) = study.strays()
    assert (problem.file, problem.code) == ("interviews/interviews/I1.jsonl", "copy_more")
    assert problem.facts["file"] == "interviews/interviews/I1.jsonl"


def test_a_name_with_odd_signs_is_told_as_a_shell_takes_it(study: Study) -> None:
    _put(study.folder, "I1 (Kari's conflicted copy).jsonl", longer().log)
    assert study.strays()[0].facts["file"] == """'I1 (Kari'"'"'s conflicted copy).jsonl'"""


def test_odd_files_hinder_nothing(study: Study) -> None:
    folder = study.folder / "interviews"
    os.mkfifo(folder / "I1 (2).jsonl")
    (folder / "I1 (3).jsonl").mkdir()
    (folder / "I1 (4).jsonl").symlink_to(folder / "nowhere")
    _put(study.folder, "._I1.jsonl", b"\x00\x05\x16\x07\x00\x02")
    _put(study.folder, "I1 (5).jsonl", b"")
    assert [problem.code for problem in study.strays()] == ["copy_empty"]


@pytest.mark.parametrize("name", ["I1-2.jsonl", "I3.jsonl"])
def test_a_copy_under_a_logs_name_counts_once(study: Study, name: str) -> None:
    _put(study.folder, name, short_talk().log)
    rounds = StudyWalk(study)
    assert [one.file for one, _ in rounds] == ["interviews/I1.jsonl"]
    (problem,) = (problem for problem in rounds.problems if problem.file == f"interviews/{name}")
    assert (problem.code, problem.severity) == ("log_copy", "notice")


@pytest.mark.parametrize("name", ["I1-2.jsonl", "I3.jsonl"])
def test_of_two_logs_of_one_interview_the_one_that_has_more_counts(study: Study, name: str) -> None:
    _put(study.folder, name, longer().log)
    assert [one.file for one, _ in StudyWalk(study)] == [f"interviews/{name}"]
    rounds = StudyWalk(study, "I1")
    assert [one.file for one, _ in rounds] == [f"interviews/{name}"]
    assert [problem.code for problem in rounds.problems] == (
        ["log_copy", "log_other_code"] if name == "I3.jsonl" else ["log_copy"]
    )


def test_a_copy_whose_date_was_made_coarser_is_one_all_the_same(study: Study) -> None:
    log = short_talk().log.replace(b"2026-03-02T10:00:00+01:00", b"2026-03")
    _put(study.folder, "I1 (1).jsonl", log)
    assert [problem.code for problem in study.strays()] == ["copy_same"]


def test_two_interviews_with_one_participant_are_two(study: Study) -> None:
    _put(study.folder, "I1-2.jsonl", Talk(start("I1", wall="2026-04-01T09:00:00+02:00")).log)
    assert len(list(StudyWalk(study))) == 2


def test_a_log_that_lies_in_the_cloud_alone_is_told_as_unread(study: Study) -> None:
    _put(study.folder, ".I2.jsonl.icloud", b"bplist00")
    told = list(study.load_interviews())
    assert [(one.file.participant, one.reading.unread) for one in told] == [("I1", False), ("I2", True)]
    assert [problem.code for problem in study.survey().strays] == ["log_in_cloud"]
