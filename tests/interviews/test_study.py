"""A study is a folder: codes, files, what is unfinished, and files that are in a bad way."""

import shutil
from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.core.clock import moment_of
from interviews.log.writer import Log
from interviews.study.folder import Study
from tests.interviews.choir import CHOIR, Talk, short_talk, start


@pytest.fixture
def study(tmp_path: Path) -> Study:
    shutil.copy(CHOIR, tmp_path / "guide.yaml")
    return Study(tmp_path)


def _put(study: Study, name: str, log: bytes) -> Path:
    path = study.folder / "interviews" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(log)
    return path


def _ended(participant: str = "I1") -> bytes:
    talk = short_talk()
    talk.at(200, do.End())
    return talk.log.replace(b'"participant":"I1"', b'"participant":"%s"' % participant.encode())


def _started(wall: str, participant: str = "I1") -> bytes:
    return Talk(start(participant, wall=wall)).log


def test_a_folder_with_a_guide_is_a_study(study: Study, tmp_path: Path) -> None:
    assert study.exists
    assert study.guide().problems == ()
    assert not Study(tmp_path / "elsewhere").exists


def test_logs_are_found_by_their_names_and_stand_in_order(study: Study) -> None:
    for name in ("I10.jsonl", "I2.jsonl", "I2-2.jsonl", "I2-10.jsonl", "P1.jsonl", "AB7.jsonl"):
        _put(study, name, b"")
    for name in ("i3.jsonl", "Kari.jsonl", "I3.jsonl.bak", "I3.json", "I3-0.jsonl", "I1000.jsonl", "I3 (kopi).jsonl"):
        _put(study, name, b"")
    assert [file.name for file in study.logs()] == [
        "interviews/AB7.jsonl",
        "interviews/I2.jsonl",
        "interviews/I2-2.jsonl",
        "interviews/I2-10.jsonl",
        "interviews/I10.jsonl",
        "interviews/P1.jsonl",
    ]


def test_a_study_without_interviews_has_none(study: Study) -> None:
    assert (study.logs(), study.find_unfinished(), study.next_code("live")) == ((), (), "I1")


def test_the_next_code_follows_the_last_one_in_use(study: Study) -> None:
    for name in ("I1.jsonl", "I4.jsonl", "I4-2.jsonl", "IB9.jsonl", "P2.jsonl"):
        _put(study, name, b"")
    assert (study.next_code("live"), study.next_code("pilot")) == ("I5", "P3")


def test_after_the_last_code_there_is_comes_the_first_free_one(study: Study) -> None:
    for name in ("I1.jsonl", "I999.jsonl"):
        _put(study, name, b"")
    assert study.next_code("live") == "I2"


def test_a_participants_second_interview_has_its_own_file(study: Study) -> None:
    assert study.new_path("I1").name == "I1.jsonl"
    _put(study, "I1.jsonl", _ended())
    assert study.new_path("I1").name == "I1-2.jsonl"
    _put(study, "I1-2.jsonl", _ended())
    assert study.new_path("I1").name == "I1-3.jsonl"
    assert study.new_path("I11").name == "I11.jsonl"


@pytest.mark.parametrize("left", [b"", b"\0" * 100, b'{"seq":0,"t":0.0,"ty'])
def test_a_file_in_which_nothing_was_acknowledged_is_used_again(study: Study, left: bytes) -> None:
    _put(study, "I1.jsonl", left)
    assert study.new_path("I1").name == "I1.jsonl"


@pytest.mark.parametrize(
    "log", [b'{"seq":0,"t\n' + short_talk().log, short_talk().log.replace(b'"format":1', b'"format":2'), b"\n"]
)
def test_a_file_that_cannot_be_made_sense_of_is_never_used_again(study: Study, log: bytes) -> None:
    _put(study, "I1.jsonl", log)
    assert study.new_path("I1").name == "I1-2.jsonl"


def test_a_folder_in_a_logs_place_is_passed_by(study: Study) -> None:
    (study.folder / "interviews" / "I1.jsonl").mkdir(parents=True)
    assert study.new_path("I1").name == "I1-2.jsonl"
    assert [problem.code for told in study.load_interviews() for problem in told.problems] == ["log_unreadable"]


def test_unfinished_are_those_that_never_ended_the_latest_last(study: Study) -> None:
    _put(study, "I1.jsonl", _started("2026-03-05T10:00:00+01:00"))
    _put(study, "I2.jsonl", _ended())
    _put(study, "I3.jsonl", _started("2026-03-04T10:00:00+01:00", "I3"))
    _put(study, "I4.jsonl", b"")
    assert [told.file.participant for told in study.find_unfinished()] == ["I3", "I1"]


def test_an_interview_that_is_open_elsewhere_is_not_offered(study: Study) -> None:
    path = _put(study, "I1.jsonl", short_talk().log)
    log = Log.open(path)
    assert study.find_unfinished() == ()
    log.close()
    assert len(study.find_unfinished()) == 1


@pytest.mark.parametrize(
    ("log", "codes"),
    [
        (b"", ["log_headless"]),
        (short_talk().log[:-5], ["log_torn"]),
        (short_talk().log.replace(b'"format":1', b'"format":2'), ["log_newer"]),
        (short_talk().log.replace(b'"title":', b'"titel":'), ["log_guide_rules"]),
        (short_talk().log.replace(b'"seq":3', b'"seq":x'), ["log_damaged"]),
        (b'"' + short_talk().log, ["log_start_restored"]),
    ],
)
def test_one_bad_log_is_named_and_does_not_harm_the_others(study: Study, log: bytes, codes: list[str]) -> None:
    _put(study, "I1.jsonl", log)
    _put(study, "I2.jsonl", _ended("I2"))
    bad, good = study.load_interviews()
    assert [(problem.file, problem.code) for problem in bad.problems] == [
        ("interviews/I1.jsonl", code) for code in codes
    ]
    assert good.interview is not None
    assert good.problems == ()


def test_nothing_in_a_study_is_written_by_looking_at_it(study: Study) -> None:
    _put(study, "I1.jsonl", short_talk().log[:-5])
    _put(study, "I2.jsonl", b"")
    before = {path: path.read_bytes() for path in study.folder.rglob("*") if path.is_file()}
    assert [told.file.participant for told in study.load_interviews()] == ["I1", "I2"]
    study.find_unfinished()
    study.find_guide_changes()
    study.new_path("I1")
    assert {path: path.read_bytes() for path in study.folder.rglob("*") if path.is_file()} == before


def test_a_changed_wording_is_reported_once_for_every_wording_there_was(study: Study) -> None:
    for name in ("I1.jsonl", "I2.jsonl"):
        _put(study, name, _ended())
    text = study.guide_path.read_text(encoding="utf-8")
    study.guide_path.write_text(text.replace("Hvor øver dere?", "Hvor pleier dere å øve?"), encoding="utf-8")
    (problem,) = study.find_guide_changes()
    assert (problem.file, problem.code, problem.severity) == ("guide.yaml", "wording_changed", "notice")
    assert problem.facts == {"id": "B3", "participant": "I1", "before": "Hvor øver dere?"}


def test_a_question_that_came_or_went_has_not_changed_its_wording(study: Study) -> None:
    _put(study, "I1.jsonl", _ended())
    text = study.guide_path.read_text(encoding="utf-8")
    gone = '{id: B4, ask: "Hvorfor akkurat der?", leans_on: [Bb]}'
    assert gone in text
    study.guide_path.write_text(text.replace(gone, "{id: B9, ask: Hvem valgte stedet?}"), encoding="utf-8")
    assert study.guide().guide is not None
    assert [one.code for one in study.find_guide_changes()] == ["questions_changed"]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2026-10-25T02:50:00+02:00", "2026-10-25T02:10:00+01:00"),
        ("2026-03-02T23:30:00+01:00", "2026-03-02T23:10:00+00:00"),
        ("2026-03", "2026-03-02T10:00:00+01:00"),
    ],
)
def test_wall_times_are_put_in_order_whatever_their_offsets(earlier: str, later: str) -> None:
    assert moment_of(earlier) < moment_of(later)
