"""A silent session is a full session: marks and bookmarks alone give the whole review."""

import json
from pathlib import Path

import pytest

from tests.interviewer import Interviewer, records, thesis_study
from tests.warm import run_program


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An interview held without a word: ticks, Enter, +, Space, ! and Ctrl+Z."""
    folder = thesis_study(tmp_path_factory.mktemp("silent") / "study")
    with Interviewer(folder) as person:
        person.ready()
        person.keys("1", expect=2)
        for digit in "23456":
            person.keys(digit)
        for number in range(17):
            person.keys("enter")
            if number % 5 == 0:
                person.keys("space")
            if number == 5:
                person.keys("!", "enter")
                person.keys("ctrl+z")
            person.keys("+", "enter")
        person.terminal.type("/end\r")
        person.keys("enter")
        person.keys("+", "enter")
        person.keys("enter", expect=0)
        person.terminal.wait_for("Etterpå")
        for digit in "123":
            person.keys(digit)
        person.keys("enter")
        for number in range(1, 5):
            person.terminal.wait_for(f"bokmerke {number} av 4")
            person.look()
            person.terminal.press("enter")
        person.terminal.wait_for("refleksjonsnotat")
        person.look()
        person.terminal.press("enter")
        assert person.terminal.wait_exit() == 0
    return folder


def test_the_log_has_not_a_word(study: Path) -> None:
    log = records(study / "interviews" / "I1.jsonl")
    assert not any(record.get("text") or record.get("reason") for record in log)
    assert log[-1]["type"] == "ended"


def test_the_review_is_whole_all_the_same(study: Path) -> None:
    done = run_program("review", "--json", "--study", study, code=0)
    (interview,) = json.loads(done.stdout)["interviews"]
    states = {id: one["state"] for id, one in interview["questions"].items()}
    assert set(states.values()) == {"covered"}
    assert {one["state"] for one in interview["research_questions"].values()} == {"covered"}
    assert len(interview["order"]) == len(states) == 18
    assert sum(one["seconds"] for one in interview["questions"].values()) > 0
    assert [note["kind"] for note in interview["notes"]] == ["bookmark"] * 4
    assert interview["ended"] is True


def test_the_review_for_reading_tells_its_course(study: Path) -> None:
    page = run_program("review", "--participant", "I1", "--study", study, code=0).stdout
    assert "Åpning: 6 av 6\nEtterpå: 3 av 3" in page
    assert "Rekkefølgen i samtalen: A1 A2 A3 A4 B1" in page
    assert page.count("(bokmerke uten ord)") == 4
