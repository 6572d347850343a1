"""The hour: a whole interview on the real screen, in a real terminal, and the log and the review that come of it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from interviews.core.coverage import coverage
from interviews.core.state import replay
from interviews.log.reader import read_log_file
from tests.hour.script import Step, holds_the_hour, hour
from tests.interviewer import Interviewer, records, thesis_study
from tests.warm import run_program


def hold(interviewer: Interviewer, step: Step, *, shown: bool = True) -> None:
    """Do one step; the first act brings the interview's start with it. What it shows is waited for where ``shown``."""
    first = 0 if interviewer.log.exists() else 1
    if step.events:
        interviewer.keys(*step.keys, expect=len(step.events) + first)
    else:
        interviewer.keys(*step.keys, expect=0)
    if step.shows and shown:
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
    holds_the_hour(study)


def test_what_is_empty_is_left_out_and_seconds_have_a_point(study: Path) -> None:
    data = (study / "interviews" / "I1.jsonl").read_bytes()
    assert re.findall(rb'"\w+":(?:null|""|\[\]|\{\})', data) == []
    seconds = re.findall(rb'"(?:t|clock|back|offset)":([^,}]*)', data)
    assert len(seconds) > 80
    assert all(re.fullmatch(rb"\d+\.\d+", number) for number in seconds)


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
