"""The hour: a whole interview on the real screen, in a real terminal, and the log and the review that come of it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from interviews.core.coverage import coverage
from interviews.core.state import replay
from interviews.log.reader import read_log_file
from tests.hour.script import Step, hour
from tests.interviewer import Interviewer, logged, records, thesis_study, told
from tests.warm import run_program

STARTED = {"type": "started", "format": 1, "participant": "I1", "mode": "live", "afterwards": False}


def hold(interviewer: Interviewer, step: Step) -> None:
    """Do one step; the first act brings the interview's start with it."""
    first = 0 if interviewer.log.exists() else 1
    if step.events:
        interviewer.keys(*step.keys, expect=len(step.events) + first)
    else:
        interviewer.keys(*step.keys, expect=0)
    if step.shows:
        interviewer.terminal.wait_for(step.shows)


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study after the hour."""
    folder = thesis_study(tmp_path_factory.mktemp("hour") / "study")
    with Interviewer(folder) as interviewer:
        interviewer.ready()
        for step in hour():
            hold(interviewer, step)
        interviewer.look()
        interviewer.terminal.press("enter")
        assert interviewer.terminal.wait_exit() == 0
        assert "I1" in interviewer.terminal.text
    return folder


def reviewed(study: Path) -> dict[str, Any]:
    """What ``review --json`` says."""
    done = run_program("review", "--json", "--study", study, code=0)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_log_holds_exactly_the_hour(study: Path) -> None:
    log = records(study / "interviews" / "I1.jsonl")
    expected = [STARTED, *(event for step in hour() for event in step.events)]
    assert [record["seq"] for record in log] == list(range(len(expected)))
    for place, (record, event) in enumerate(zip(log, expected, strict=True)):
        assert told(record) == logged(**{**event, **_pointed(log, place, event)}), place


def test_what_is_empty_is_left_out_and_seconds_have_a_point(study: Path) -> None:
    data = (study / "interviews" / "I1.jsonl").read_bytes()
    assert re.findall(rb'"\w+":(?:null|""|\[\]|\{\})', data) == []
    seconds = re.findall(rb'"(?:t|clock|back|offset)":([^,}]*)', data)
    assert len(seconds) > 80
    assert all(re.fullmatch(rb"\d+\.\d+", number) for number in seconds)


def _pointed(log: list[dict[str, Any]], place: int, event: dict[str, Any]) -> dict[str, Any]:
    """The seqs that an event must point at: the act before for an undo, the note meant for words given later."""
    if event["type"] == "undone":
        return {"act": place - 1}
    if event["type"] in ("edited", "raised"):
        return {"note": max(one["seq"] for one in log[:place] if one["type"] == "noted")}
    if event["type"] == "filled":
        bookmarks = [one for one in log if one.get("kind") == "bookmark"]
        return {"note": next(one["seq"] for one in bookmarks if one.get("about") == event.get("about"))}
    return {}


def test_the_hour_is_what_was_meant(study: Path) -> None:
    log = records(study / "interviews" / "I1.jsonl")
    kinds = [record.get("kind") for record in log if record["type"] == "noted"]
    types = [record["type"] for record in log]
    words = "".join(record.get("text", "") for record in log)
    assert kinds.count("bookmark") == 4
    assert types.count("filled") == 2
    assert len([kind for kind in kinds if kind in ("note", "quote")]) == 12
    assert (types.count("returned"), types.count("dropped"), types.count("edited"), types.count("undone")) == (
        1,
        1,
        1,
        2,
    )
    assert all(piece in words for piece in ("[by]", "*ler*", "æ", "ø", "å"))


def test_the_review_agrees_with_the_log(study: Path) -> None:
    found = reviewed(study)
    (interview,) = found["interviews"]
    questions = interview["questions"]
    required = [id for id in questions if id != "C3"]
    assert found["problems"] == []
    assert interview["ended"] is True
    assert len(required) == 17
    assert [id for id in required if questions[id]["unasked"]] == ["A3", "B2", "B6"]
    assert {id: questions[id]["state"] for id in required} == dict.fromkeys(required, "covered") | {"B7": "declined"}
    assert (questions["B1"]["depth"], questions["C1"]["depth"], questions["A1"]["depth"]) == (3, 1, None)
    assert interview["follow_ups"] == {"open": 1, "returned": 1, "met": 0, "dropped": 1}
    assert {id: one["state"] for id, one in interview["research_questions"].items()} == dict.fromkeys(
        ("A", "B", "Ba", "Bb", "C"), "covered"
    )
    assert (interview["research_questions"]["B"]["covered"], interview["research_questions"]["B"]["of"]) == (9, 10)


def test_the_notes_in_the_review_are_the_words_that_were_written(study: Path) -> None:
    (interview,) = reviewed(study)["interviews"]
    texts = [note["text"] for note in interview["notes"]]
    assert "[by] er liten, alle kjenner alle" in texts
    assert "*ler* det er jo musikken" in texts
    assert "muligheter: felleskap!" in texts
    assert [note["text"] for note in interview["notes"] if note["kind"] == "bookmark"] == [
        "hun lo da hun sa det",
        "",
        "på kjøkkenet",
        "",
    ]
    assert "reflexive" not in [note["kind"] for note in interview["notes"]]


def test_replaying_the_log_agrees_with_the_review(study: Path) -> None:
    interview = replay(read_log_file(study / "interviews" / "I1.jsonl", "I1").events)
    states = {id: one.state for id, one in coverage(interview).questions.items()}
    (told_again,) = reviewed(study)["interviews"]
    assert states == {id: one["state"] for id, one in told_again["questions"].items()}
