"""A pilot of the program itself: keys, seconds and load agree with the log, are told, and are counted nowhere."""

import json
from pathlib import Path
from unittest.mock import Mock

import pytest

from interviews.core import commands as do
from interviews.core.coverage import coverage
from interviews.core.events import Handled, LoadRated, Noted, Refusal
from interviews.core.handling import handling, raw_load
from interviews.core.timing import interview_seconds
from interviews.observing.debrief import spans_of
from interviews.session import Session
from tests.clocks import StandingClock
from tests.interviewer import records
from tests.interviews.observers import Watching, interview
from tests.tui.desk_helpers import Sit
from tests.tui.lines import GUIDE
from tests.tui.studies import hold, study_with
from tui.commands.load import ask_for_load
from tui.main import main
from tui.translator import Translator

PLAIN = GUIDE.but(after=(), opening=())
Captured = pytest.CaptureFixture[str]


def test_keys_and_seconds_of_each_act_are_in_the_log_and_no_key_is(sit: Sit) -> None:
    clock = StandingClock()
    seat = sit(guide=PLAIN, pilot="peer", clock=clock)
    seat.say("/b2")  # 3 keys and Enter
    seat.key("h")
    clock.go_on(4)
    seat.key("e", "i", "enter")
    seat.key("space")
    seat.key("pageup", "pageup")  # looked back: two keys that belong to what comes next
    clock.go_on(1)
    seat.key("ctrl+z")
    seat.say("/end")
    seat.key("enter", "enter")
    here = seat.table.interview
    assert here.ended is not None, (seat.card, seat.notice)
    told = next(event for event in here.events() if isinstance(event, Handled))
    note = next(act for act in here.events() if isinstance(act, Noted))
    assert told.keys[:2] == (4, 4)
    assert told.millis[:2] == (0, 4000)
    assert told.acts[1] == note.seq
    assert len(told.acts) == len(told.keys) == len(told.millis)
    assert told.keys[2] == 1, "a bookmark is one key"
    found = handling(here)
    assert found is not None
    assert found.keys == sum(told.keys) + told.rest
    assert found.seconds == (4.0,)
    assert found.keys_of(words=True) == (4,)


def test_no_interview_counts_keys_and_a_pilots_count_changes_no_coverage(sit: Sit) -> None:
    seat = sit(guide=PLAIN)
    seat.say("/b2")
    seat.say("et notat")
    assert seat.desk.hands.keys is None
    seat.key("ctrl+q")
    assert "handled" not in seat.types


def test_a_pilot_left_open_is_no_longer_for_being_left(sit: Sit) -> None:
    clock = StandingClock()
    seat = sit(guide=PLAIN, pilot="peer", clock=clock)
    seat.say("/b2")
    clock.go_on(10)
    seat.say("hei")
    clock.go_on(3600)
    seat.key("ctrl+q")
    assert seat.types[-1] == "handled"
    assert interview_seconds(seat.session.interview) == 10


def test_an_act_in_an_answer_is_known_by_an_observer_alone(tmp_path: Path, capsys: Captured) -> None:
    study = study_with(tmp_path / "s")
    clock = StandingClock()
    counted = do.TellHandling((1, 2, 3), (4, 9, 2), (0, 5000, 0), 3)
    acts = (do.AskQuestion("B1"), do.TakeNote("ett"), do.MarkCovered(), counted)
    log = hold(study, "P1", acts, clock=clock)
    capsys.readouterr()
    assert main(["review", "--participant", "P1", "--study", str(study)]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Tastetrykk: 18 for 3 handlinger; 3 av tastetrykkene ble ikke til noe" in out
    assert "Mens informanten snakket: ikke kjent" in out
    assert log.exists()


def test_whose_turn_it_was_tells_which_acts_fell_into_an_answer() -> None:
    here = interview(until=100.0)
    watched = Watching().turn(0, "interviewer").turn(20, "informant").turn(50, "nobody").left(60)
    assert spans_of(here, watched.observation, "informant") == ((20.0, 50.0),)


def test_load_is_asked_once_and_six_numbers_are_kept(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = study_with(tmp_path / "s")
    answers = iter(["1 2 3", "8 2 5 4 10 3"])
    for module in ("tui.commands.load.at_terminal",):
        monkeypatch.setattr(module, lambda: True)
    monkeypatch.setattr("tui.commands.load.ask", lambda _: next(answers))
    log = study / "interviews" / "P1.jsonl"
    session = Session.new(log, GUIDE, "P1", "pilot", StandingClock(), "0.2.0", None, "peer")
    for act in (do.AskQuestion("B1"), do.End()):
        assert not isinstance(session.do(act), Refusal)
    before = coverage(session.interview)
    assert session.ended_here
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui.commands.load.ask", Mock(side_effect=KeyboardInterrupt))
        ask_for_load(session, Translator("nb"))
    assert session.interview.last(LoadRated) is None, "Ctrl+C skips it, and the goodbye is still said"
    ask_for_load(session, Translator("nb"))
    ask_for_load(session, Translator("nb"))
    rated = session.interview.last(LoadRated)
    assert rated is not None
    assert (rated.mental, rated.frustration, raw_load(rated)) == (8, 3, 26.7)
    assert coverage(session.interview) == before
    session.close()
    assert "fra 0 til 20" in capsys.readouterr().err
    assert main(["review", "--json", "--study", str(study)]) == 0
    (told,) = json.loads(capsys.readouterr().out)["interviews"]
    assert told["load"] == {
        "mental": 8, "physical": 2, "temporal": 5, "performance": 4, "effort": 10, "frustration": 3, "raw": 26.7,
    }  # fmt: skip


def test_two_lines_that_are_no_answer_skip_it_and_it_is_said_how_to_be_asked_again(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = hold(study_with(tmp_path / "s"), "P1", (do.AskQuestion("B1"),), ended=False)
    session, _ = Session.resume(log, StandingClock())
    session.do(do.End())
    monkeypatch.setattr("tui.commands.load.at_terminal", lambda: True)
    monkeypatch.setattr("tui.commands.load.ask", lambda _: "hva?")
    ask_for_load(session, Translator("nb"))
    session.close()
    told = " ".join("".join(capsys.readouterr()).split())
    assert "NASA-TLX ble hoppet over" in told
    assert "run --resume --participant P1" in told


def test_where_nobody_could_be_asked_it_is_said_and_the_pilot_is_rated_later(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = hold(study_with(tmp_path / "s"), "P1", (do.AskQuestion("B1"),), ended=False)
    session, _ = Session.resume(log, StandingClock())
    session.do(do.End())
    ask_for_load(session, Translator("nb"))
    session.close()
    assert "run --resume --participant P1" in " ".join(capsys.readouterr().err.split())
    monkeypatch.setattr("tui.commands.load.at_terminal", lambda: True)
    monkeypatch.setattr("tui.commands.load.ask", lambda _: "8 2 5 4 10 3")
    session, _ = Session.resume(log, StandingClock())
    ask_for_load(session, Translator("nb"))
    session.close()
    assert [event["type"] for event in records(log)][-3:] == ["ended", "reopened", "load_rated"]
