"""The end of a project: the logs tell the same, and no day, no machine, no words that count no more."""

import errno
import re
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.core import commands as do
from interviews.core.codec import encode
from interviews.core.commands import Command
from interviews.core.events import Draft, Refusal
from interviews.core.state import Interview
from interviews.data_management.backup import make_backup
from interviews.data_management.finishing import coarser, finish, plan
from interviews.data_management.limits import find_days_met
from interviews.data_management.unfinished import FOLDER, settle
from interviews.failures import LogFailure
from interviews.log.copies import merge
from interviews.log.writer import Log
from interviews.observer_session import Seat
from interviews.observing.state import Stretch, axis, find_observation
from interviews.session import Session
from interviews.study.entries import LimitMet, PowerRating, Reflection, StudyFact
from interviews.study.facts import FILE, add, read_study_facts
from interviews.study.folder import Study
from interviews.study.review import InterviewReview, StudyWalk, interview_json
from tests.clocks import StandingClock
from tests.faults.stepwise import bytes_in, counted, failing, kill_at
from tests.interviews.choir import CHOIR, Talk, start
from tests.interviews.holding import ALL
from tests.tui.studies import SHORT, hold, study_with
from tui.main import main

DAY = "2027-06-15"
A_DAY = re.compile(r"(?<![0-9])20[0-9]{2}-[0-9]{2}-[0-9]{2}")
_TIME = r"\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:[+-]\d{2}:\d{2})?"
ANY_DATE = re.compile(rf"20\d{{2}}(?:-\d{{2}}){{1,2}}(?:[T ]{_TIME})?|(?:\d{{2}}\.)?\d{{2}}\.20\d{{2}}(?: {_TIME})?")
GONE = (
    "firstwords",
    "wrongword",
    "undonewords",
    "draftwords",
    "oldsample",
    "seenbefore",
    "madeinbergen",
    "watchedwrong",
)


def at(day: int, boot: str) -> StandingClock:
    clock = StandingClock(datetime(2026, 11, day, 9, 30, tzinfo=UTC), boot)
    clock.seconds += day * 86400
    return clock


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Study:
    """Two interviews with one participant in one month, one with a copy taken over, and two that were watched."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en")
    (tmp_path / "study").mkdir()
    folder = study_with(tmp_path / "study")
    _first(folder)
    hold(folder, "I1-2", (*SHORT, do.TakeNote("a second talk")), clock=at(20, "machine-a"))
    _with_copy(folder)
    _watched(folder, "I3", at(24, "machine-a"), "machine-a")
    _watched(folder, "P1", at(10, "machine-a"), "machine-b")
    add(
        folder,
        [
            StudyFact(date="2026-11-02", key="sample", value="oldsample"),
            StudyFact(date="2026-11-20", key="sample", value="four teachers"),
            PowerRating(date="2026-11-20", scale="aim", value=3, text="seenbefore"),
            PowerRating(date="2026-11-28", scale="aim", value=4, text="narrow"),
            Reflection(date="2026-11-29", text="I nodded too soon."),
        ],
    )
    return Study(folder)


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Study:
    """One interview with an edit, and what was said of it."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "small").mkdir()
    folder = study_with(tmp_path / "small")
    hold(folder, "I1", (do.AskQuestion("B1"), do.TakeNote("firstwords"), do.EditNote("later")), clock=at(18, "one"))
    hold(folder, "I2", (do.AskQuestion("B1"),), clock=at(19, "one"))
    add(folder, [StudyFact(date="2026-11-02", key="setting", value="madeinbergen", interview="I1")])
    return Study(folder)


def _first(folder: Path) -> None:
    clock = at(18, "machine-a")
    log = hold(folder, "I1", SHORT, ended=False, clock=clock)
    session, _ = Session.resume(log, clock)
    for act in (
        do.TakeNote("firstwords of a note"),
        do.EditNote("better words of a note"),
        do.TakeNote("undonewords said here #undonewords"),
        do.Undo(),
        do.TakeNote("a wrongword here"),
        do.Skip(("C2",), "undonewords too"),
        do.Undo(),
    ):
        assert not isinstance(session.do(act), Refusal), act
        clock.go_on(5)
    (wrong,) = (seq for seq, one in session.interview.acts.items() if getattr(one, "text", "") == "a wrongword here")
    session.do(do.CorrectNote("a right word here", wrong))
    session.do(do.TakeNote("thinking of myself", "reflexive"))
    session.close()
    draft = Draft(seq=session.interview.next_seq, t=session.interview.t, text="draftwords half said")
    log.write_bytes(log.read_bytes() + encode(draft))
    clock.go_on(60)
    session, _ = Session.resume(log, clock)
    session.do(do.End())
    session.close()


def _with_copy(folder: Path) -> None:
    """Both a log and its copy were gone on with; what the copy had is taken over, an edited note among it."""
    log = hold(folder, "I2", SHORT, ended=False, clock=at(22, "machine-a"))
    copy = folder.parent / "I2 (1).jsonl"
    shutil.copy(log, copy)
    for path, acts in (
        (log, (do.TakeNote("here alone"), do.End())),
        (copy, (do.TakeNote("firstwords there"), do.EditNote("there alone"))),
    ):
        session, _ = Session.resume(path, at(23, "machine-b"))
        for act in acts:
            assert not isinstance(session.do(act), Refusal), act
        session.close()
    assert main(["merge", "I2", str(copy), "--study", str(folder)]) == 0
    copy.unlink()


def _watched(folder: Path, code: str, clock: StandingClock, boot: str) -> None:
    """An interview and its observation, perhaps from another computer."""
    log = hold(folder, code, SHORT, clock=clock)
    theirs = StandingClock(clock.moment, boot)
    theirs.seconds = clock.seconds if boot == clock.boot_name else 77.0
    (folder / "observations").mkdir(exist_ok=True)
    seat = Seat.take(folder / "observations" / log.name, theirs)
    for tick in ("informant", "interviewer"):
        theirs.go_on(3)
        seat.turn(tick)
        seat.move("probing")
    seat.remark("watchedwrong words")
    seat.undo()
    seat.remark("a nod")
    seat.close()


def outputs(study: Study) -> dict[str, str]:
    """What the program makes of a study, every date as a word."""
    made = {}
    out = study.folder.parent / "out"
    out.mkdir(exist_ok=True)
    here = ["--study", str(study.folder)]
    for name, command in (
        ("review.html", ["review", "--html"]),
        ("review.md", ["review", "--markdown"]),
        ("reflexive.md", ["export", "reflexive", "-o"]),
        ("method.md", ["export", "method", "-o"]),
    ):
        main([*command, str(out / name), "--anyway", *here])
        text = (out / name).read_text(encoding="utf-8")
        made[name] = re.sub(r"[0-9a-f]{32,}", "", ANY_DATE.sub("DATE", text))
    return made


def json_of(study: Study, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["review", "--json", "--with-reflexive", "--study", str(study.folder)]) == 0
    return ANY_DATE.sub("DATE", capsys.readouterr().out)


def logs_of(study: Study) -> dict[str, bytes | str]:
    return {name: data for name, data in bytes_in(study.folder).items() if name != "guide.yaml"}


@pytest.mark.parametrize(
    ("date", "month"),
    [
        ("2026-11-20T10:00:00+01:00", "2026-11"),
        ("2026-11-20", "2026-11"),
        ("2026-11", "2026-11"),
        ("2026", "2026"),
        ("", ""),
        ("i november", "i november"),
    ],
)
def test_a_date_becomes_its_month(date: str, month: str) -> None:
    assert coarser(date) == month


def test_every_output_is_the_same_but_for_dates(study: Study, capsys: pytest.CaptureFixture[str]) -> None:
    before, told = outputs(study), json_of(study, capsys)
    lies = [axis(stretch.sitting, interview) for stretch, interview in watched(study)]
    assert [None if one is None else one.how for one in lies] == ["clock", "wall"]
    planned = plan(study, DAY)
    assert finish(study, planned)
    assert (outputs(study), json_of(study, capsys)) == (before, told)
    assert [axis(stretch.sitting, interview) for stretch, interview in watched(study)] == lies
    assert settle(study.folder) is None


def watched(study: Study) -> list[tuple[Stretch, Interview]]:
    found: list[tuple[Stretch, Interview]] = []
    for one in study.load_interviews():
        observation = find_observation(one.file.path).observation
        if observation is not None and one.interview is not None:
            found += [(stretch, one.interview) for stretch in observation.stretches]
    return found


def test_nothing_tells_a_day_a_machine_or_words_that_count_no_more(study: Study) -> None:
    (study.folder.parent / "stick").mkdir()
    make_backup(study, study.folder.parent / "stick", "2026-11-30")
    before = bytes_in(study.folder)
    planned = plan(study, DAY)
    assert bytes_in(study.folder) == before, "a plan changes nothing"
    finish(study, planned)
    left = b"".join(data for data in logs_of(study).values() if isinstance(data, bytes)).decode()
    assert A_DAY.findall(left) == []
    assert [word for word in (*GONE, "machine-a", "machine-b", "torn") if word in left] == []
    assert "better words of a note" in left
    assert "a right word here" in left
    assert "there alone" in left
    for one in study.load_interviews():
        assert one.interview is not None
        assert [problem for problem in one.problems if problem.severity != "notice"] == []
    assert sum(1 for one in study.load_interviews()) == 5, "two talks of one month are two"
    ended = [one for one in read_study_facts(study.folder).entries if isinstance(one, LimitMet)]
    assert [(one.limit, one.met, one.date) for one in ended] == [("end", True, "2027-06")]


def test_settings_are_emptied_and_other_facts_stay(study: Study) -> None:
    add(study.folder, [StudyFact(date=DAY, key="setting", value="madeinbergen", interview="I1")])
    add(study.folder, [StudyFact(date=DAY, key="others_present", value="madeinbergen", interview="I1")])
    planned = plan(study, DAY)
    assert (planned.settings, planned.logs) == (2, 5)
    assert planned.dates > 5
    assert planned.words >= 5
    finish(study, planned)
    assert b"madeinbergen" not in (study.folder / FILE).read_bytes()
    said = read_study_facts(study.folder)
    assert (said.of_interviews("setting"), said.of_study()["sample"].value) == ({}, "four teachers")
    assert said.problems == ()


def test_a_second_time_nothing_is_left_to_do(study: Study) -> None:
    finish(study, plan(study, DAY))
    before = bytes_in(study.folder)
    again = plan(study, "2027-07-01")
    assert not again.changes
    finish(study, again)
    assert bytes_in(study.folder) == before
    hold(study.folder, "I4")
    assert plan(study, DAY).changes


def test_a_log_that_is_open_damaged_or_changed_since_is_left_and_so_is_all_else(study: Study) -> None:
    log = study.folder / "interviews" / "I2.jsonl"
    whole = log.read_bytes()
    held = Log.open(log)
    with pytest.raises(LogFailure, match="log_locked"):
        plan(study, DAY)
    held.close()
    planned = plan(study, DAY)
    log.write_bytes(whole + b'{"torn')
    before = bytes_in(study.folder)
    with pytest.raises(LogFailure, match="log_changed"):
        finish(study, planned)
    assert bytes_in(study.folder) == before
    assert plan(study, DAY).changes, "a torn tail is no damage, and goes"
    lines = whole.split(b"\n")
    log.write_bytes(b"\n".join([*lines[:3], b"rubbish", *lines[4:]]))
    with pytest.raises(LogFailure, match="finish_damaged"):
        plan(study, DAY)
    assert not (study.folder / FOLDER).exists()


def test_practice_and_a_copy_under_another_code_lose_their_days_too(small: Study) -> None:
    folder = small.folder
    shutil.copy(folder / "interviews" / "I1.jsonl", folder / "interviews" / "I5.jsonl")
    held = hold(folder, "T1", (do.AskQuestion("B1"),), mode="practice", clock=at(18, "machine-a"))
    (folder / "practice").mkdir()
    practice = held.rename(folder / "practice" / "T1.jsonl")
    assert finish(small, plan(small, DAY))
    for path in (practice, *sorted((folder / "interviews").iterdir())):
        text = path.read_text(encoding="utf-8")
        assert (A_DAY.findall(text), "machine-a" in text) == ([], False), path
    assert [told.problems[0].code for told in small.load_interviews() if told.interview is None] == ["log_copy"]
    assert not plan(small, DAY).changes


def test_words_that_came_last_are_not_undone_where_those_before_them_were_deleted(study: Study) -> None:
    folder = study.folder
    edited = hold(folder, "I5", (do.AskQuestion("B1"), do.TakeNote("first"), do.EditNote("last")), ended=False)
    fill = (do.TakeNote("", "bookmark"), do.EditNote("first"), do.EditNote("last"))
    filled = hold(folder, "I6", (do.AskQuestion("B1"), *fill), ended=False)
    mark = (do.AskQuestion("B1"), do.TakeNote("", "bookmark"), do.EditNote("only"))
    bookmark = hold(folder, "I7", mark, ended=False)
    reason = hold(folder, "I8", (do.AskQuestion("B1"), do.Decline(("C1",), "first")))
    session, _ = Session.resume(reason, at(28, "x"))
    (declined,) = (one.seq for one in session.interview.acts.values() if getattr(one, "reason", ""))
    for text in ("second", "last"):
        session.do(do.CorrectNote(text, declined))
    session.close()
    (corrected,) = (
        seq
        for one in study.load_interviews("I1")
        if one.file.code == "I1" and one.interview is not None
        for seq, act in one.interview.acts.items()
        if getattr(act, "text", "") == "a right word here" and act.type == "noted"
    )
    finish(study, plan(study, DAY))
    before = bytes_in(folder)
    one = folder / "interviews" / "I1.jsonl"
    for log, command in (
        (edited, do.Undo()),
        (filled, do.Undo()),
        (reason, do.TakeBackCorrection(declined)),
        (one, do.TakeBackCorrection(corrected)),
    ):
        session, _ = Session.resume(log, at(29, "x"))
        refused = session.do(command)
        assert isinstance(refused, Refusal), log
        assert refused.code == "words_before_gone", log
        session.close()
        log.write_bytes(before[f"interviews/{log.name}"])  # type: ignore[arg-type]
    session, _ = Session.resume(bookmark, at(29, "x"))
    assert not isinstance(session.do(do.Undo()), Refusal), "a bookmark had no words before"
    session.close()


def test_each_step_that_fails_leaves_everything_as_it_was(small: Study, stride: int) -> None:
    study = small
    before = bytes_in(study.folder)
    planned = plan(study, DAY)
    with counted() as calls:
        finish(study, planned)
    after, outcomes = bytes_in(study.folder), set()
    for number in range(1, calls.count + 1, stride):
        put_back(study, before)
        try:
            with failing(number, errno.ENOSPC if number % 2 else errno.EIO):
                finish(study, planned)
        except LogFailure:
            expected = before
            outcomes.add("untouched")
        else:
            expected = after
            outcomes.add("done")
        settle(study.folder)
        assert bytes_in(study.folder) == expected, number
    assert outcomes == {"untouched", "done"}


def test_killed_at_any_moment_it_is_done_or_untouched_and_which_is_said(small: Study, stride: int) -> None:
    study = small
    before = bytes_in(study.folder)
    planned = plan(study, DAY)
    after = {path.relative_to(study.folder).as_posix(): new for path, _, new in planned.files}
    number, said = 1, set()
    while kill_at(number, lambda: finish(study, planned)):
        settled = settle(study.folder)
        found = bytes_in(study.folder)
        assert found in (before, before | after), number
        if settled is not None:
            said.add(settled.done)
            assert (settled.failure, settled.job) == (None, "finish")
            assert settled.done == (found == before | after)
        put_back(study, before)
        number += stride
    assert said == {True, False}


def put_back(study: Study, files: dict[str, bytes | str]) -> None:
    for name, data in files.items():
        assert isinstance(data, bytes)
        (study.folder / name).write_bytes(data)


def test_a_study_without_facts_or_interviews_ends_too(tmp_path: Path) -> None:
    study = Study(study_with(tmp_path))
    planned = plan(study, DAY)
    finish(study, planned)
    assert not plan(study, DAY).changes
    assert find_days_met(read_study_facts(tmp_path).entries) == {"end": "2027-06"}


ACTS = st.lists(ALL, max_size=8)


def _carry_out(talk: Talk, commands: list[Command], since: float) -> None:
    for place, command in enumerate(commands, 1):
        event = talk.decide(command, since + 10.0 * place)
        if not isinstance(event, Refusal):
            talk.add(event)


def _told(study: Study) -> object:
    (one,) = study.load_interviews()
    assert one.interview is not None
    told = interview_json(seen(study), one.interview, reflexive=True)
    return {name: value for name, value in told.items() if name != "started"}, one.interview.acts.keys()


def seen(study: Study) -> InterviewReview:
    ((found, _),) = StudyWalk(study)
    return found


@given(ACTS, ACTS, ACTS)
def test_whatever_was_done_and_taken_over_the_log_tells_the_same_without_what_was_taken_back(
    common: list[Command], here: list[Command], there: list[Command]
) -> None:
    ours = Talk(start().but(wall="2026-11-20T10:00:00+01:00", boot="machine-a", clock=5.0))
    _carry_out(ours, common, 0)
    theirs = Talk(ours.events[0])  # type: ignore[arg-type]
    for event in ours.events[1:]:
        theirs.add(event)
    _carry_out(ours, here, 500)
    _carry_out(theirs, there, 505)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(CHOIR, folder / "guide.yaml")
        (folder / "interviews").mkdir()
        log, copy = folder / "interviews" / "I1.jsonl", folder / "copy"
        log.write_bytes(ours.log)
        copy.write_bytes(theirs.log)
        merge(log, copy, StandingClock())
        study = Study(folder)
        before = _told(study)
        finish(study, plan(study, DAY))
        assert _told(study) == before
        assert A_DAY.search(log.read_text(encoding="utf-8")) is None
        assert b"machine-a" not in log.read_bytes()
        assert not plan(study, DAY).changes
        assert not list(log.parent.glob(".*"))
