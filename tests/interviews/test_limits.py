"""Time limits: due before the day and after it, ticked off, and due again for what came since."""

from datetime import date
from pathlib import Path

import pytest

from guide.model import DataLimits
from interviews.study.entries import Entry, LimitMet
from interviews.study.facts import add, read_study_facts
from interviews.study.limits import Limit, due, limits_of

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
