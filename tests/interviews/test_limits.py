"""Time limits: due before the day and after it, ticked off, and due again for what came since."""

from datetime import date
from pathlib import Path

import pytest

from guide.model import DataLimits
from interviews.core import commands as do
from interviews.data_management.limits import Limit, due, limits_of
from interviews.revisions import History
from interviews.revisions.writing import OnDisk, leading_to, read_on_disk
from interviews.study.entries import Entry, LimitMet
from interviews.study.facts import add, read_study_facts
from interviews.study.folder import Study
from interviews.study.review import review
from tests.tui.studies import hold, study_with

DATA = DataLimits("yellow", "2027-01-31", "2027-05-31", "2027-05-31", "2027-06-15")
HELD = [("I1", "2026-11-20T10:00:00+01:00"), ("I2", "2026-12-01"), ("I3", "")]


def told(day: str, *entries: Entry, held: list[tuple[str, str]] = HELD) -> dict[str, int]:
    return {one.name: one.days for one in due(limits_of(DATA, entries, held, date.fromisoformat(day)))}


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2026-12-31", {}),
        ("2027-01-01", {"recording": 30}),
        ("2027-01-31", {"recording": 0}),
        ("2027-02-01", {"recording": -1}),
        ("2027-05-16", {"recording": -105, "transcripts": 15, "key": 15, "end": 30}),
    ],
)
def test_a_limit_is_told_from_a_month_before_and_until_it_is_ticked_off(day: str, wanted: dict[str, int]) -> None:
    assert told(day) == wanted
    assert list(told(day)) == list(wanted), "what is most overdue comes first"


def test_what_is_ticked_off_is_told_no_more_unless_that_is_taken_back() -> None:
    done = LimitMet(date="2027-01-20", limit="recording")
    assert told("2027-02-01", done) == {}
    assert told("2027-02-01", done, LimitMet(date="2027-01-21", limit="recording", met=False)) == {"recording": -1}


def test_an_interview_held_since_brings_material_that_is_to_be_deleted_again() -> None:
    done = [LimitMet(date="2027-01-20", limit=limit) for limit in ("recording", "end")]
    held = [*HELD, ("I4", "2027-01-21T09:00:00+01:00")]
    (recording, *_) = limits_of(DATA, done, held, date(2027, 2, 1))
    assert recording == Limit("recording", "2027-01-31", -1, "2027-01-20", "I4")
    assert told("2027-06-20", *done, held=held) == {"recording": -140, "transcripts": -20, "key": -20}
    assert told("2027-02-01", *done, held=[("I4", "2027-01")]) == {}, "a date made coarser is no later day"


@pytest.mark.parametrize(
    ("began", "ticked", "due_again"),
    [
        ("2027-01-20T15:00:00+01:00", "2027-01-20T12:00:00+01:00", True),
        ("2027-01-20T09:00:00+01:00", "2027-01-20T12:00:00+01:00", False),
        ("2027-01-20T10:00:00-06:00", "2027-01-20T16:30:00+01:00", True),
        ("2027-01-21T00:10:00+02:00", "2027-01-20T23:30:00+01:00", False),
        ("2027-01-20T15:00:00+01:00", "2027-01-20", False),
        ("2027-01-21", "2027-01-20T12:00:00+01:00", True),
        ("2027-01", "2027-01-20T12:00:00+01:00", False),
        ("2027-01-20T15:00:00", "2027-01-20T12:00:00+01:00", False),
    ],
)
def test_an_interview_later_on_the_day_of_the_tick_brings_new_material(
    began: str, ticked: str, *, due_again: bool
) -> None:
    (recording, *_) = limits_of(DATA, [LimitMet(date=ticked, limit="recording")], [("I1", began)], date(2027, 2, 1))
    assert (recording.open, recording.met) == (due_again, "2027-01-20")


def test_a_guide_without_dates_has_no_limits() -> None:
    assert limits_of(None, (), HELD, date(2027, 2, 1)) == ()
    assert limits_of(DataLimits("red"), (), HELD, date(2027, 2, 1)) == ()


def test_a_tick_is_a_line_of_the_study_and_one_of_no_limit_is_named(tmp_path: Path) -> None:
    add(tmp_path, [LimitMet(date="2027-01-20", limit="key"), LimitMet(date="2027-01-21", limit="key", met=False)])
    assert [(one.limit, one.met) for one in read_study_facts(tmp_path).entries if isinstance(one, LimitMet)] == [
        ("key", True),
        ("key", False),
    ]
    path = tmp_path / "study.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"key"', b'"kay"'))
    found = read_study_facts(tmp_path)
    assert (found.entries, [problem.code for problem in found.problems]) == ((), ["log_wrong_value"] * 2)


def test_dates_are_no_part_of_what_an_interview_was_held_with(tmp_path: Path) -> None:
    """A project that lasts longer than was planned has no new version of its guide."""
    study = Study(study_with(tmp_path))
    text = study.guide_path.read_text(encoding="utf-8")
    for code, end in (("I1", "2027-06-15"), ("I2", "2027-12-15")):
        study.guide_path.write_text(f"{text}\ndata: {{end: {end}}}\n", encoding="utf-8")
        guide = study.guide().guide
        assert guide is not None
        assert guide.data == DataLimits(end=end)
        log = hold(tmp_path, code, (do.AskQuestion("A1"),), guide=guide)
        assert end not in log.read_text(encoding="utf-8")
    result = review(study)
    assert result is not None
    assert [one.revision for one in result.interviews] == [1, 1]
    assert [problem.code for problem in result.problems] == []
    copies = [one.interview.copy for one in study.load_interviews() if one.interview is not None]
    now = read_on_disk(tmp_path)
    assert isinstance(now, OnDisk)
    assert len(leading_to(now, History(), copies, lambda *_: ())) == 1
