"""What stands on the screen at once, and what a killed terminal leaves for the next."""

from pathlib import Path

from interviews.log.reader import read_log_file
from tests.emulator import Emulator
from tests.interviewer import Interviewer, records, thesis_study

FIRST = "Hvor bevisst er du på å"
LATER = "sosial samhandling i timene?"


def test_the_first_frame_has_the_first_questions_wording(tmp_path: Path) -> None:
    with Interviewer(thesis_study(tmp_path), anew=True) as person:
        person.terminal.wait_for(LATER)
        person.terminal.wait_still()
        seen = first_frame(person.terminal.raw, person.terminal.size)
    assert FIRST in seen
    assert LATER in seen


def first_frame(raw: bytes, size: tuple[int, int]) -> str:
    """What is drawn from the first time the upper left corner is written to until the second."""
    _, frame, *_ = raw.split(b"\x1b[1;1H")
    emulator = Emulator(*size)
    emulator.feed(b"\x1b[1;1H" + frame)
    return "\n".join(emulator.lines())


def test_the_opening_stands_beside_the_whole_guide(tmp_path: Path) -> None:
    with Interviewer(thesis_study(tmp_path)) as person:
        person.terminal.wait_for(LATER)
        screen = person.terminal.wait_still()
        assert "Åpning" in screen
        assert all(f"□ {id}" in screen for id in ("A1", "A4", "B1", "B10", "C3", "Z1"))
        assert not person.log.exists()


def test_an_interview_in_a_killed_terminal_goes_on_where_it_stopped(tmp_path: Path) -> None:
    study = thesis_study(tmp_path)
    with Interviewer(study) as person:
        person.ready()
        person.keys("enter", expect=2)
        person.line("før strømmen gikk")
        person.terminal.kill()
    with Interviewer(study) as person:
        person.terminal.wait_for("I1 ble ikke avsluttet")
        person.terminal.press("enter")
        person.terminal.wait_for("før strømmen gikk")
        (record,) = person.line("og så videre")
        assert record["about"] == ["A1"]
    log = read_log_file(study / "interviews" / "I1.jsonl", "I1.jsonl")
    assert [event.type for event in log.events] == ["started", "asked", "noted", "resumed", "noted"]


def test_a_second_window_on_the_same_interview_is_refused(tmp_path: Path) -> None:
    study = thesis_study(tmp_path)
    with Interviewer(study) as person:
        person.ready()
        person.keys("enter", expect=2)
        with Interviewer(study, "--participant", "I1", "--resume") as other:
            assert other.terminal.wait_exit() != 0
        person.line("uforstyrret")
        assert len(records(person.log)) == 3


def test_beginning_anew_beside_an_unended_interview_takes_the_next_code(tmp_path: Path) -> None:
    study = thesis_study(tmp_path)
    with Interviewer(study) as person:
        person.ready()
        person.keys("enter", expect=2)
        person.terminal.kill()
    with Interviewer(study, code="I2") as person:
        person.terminal.wait_for("I1 ble ikke avsluttet")
        person.terminal.press("down", "enter")
        person.terminal.wait_for("· I2")
        person.keys("enter", expect=2)
