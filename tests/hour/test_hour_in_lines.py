"""The hour in the linear mode, in a real terminal: the log is the screen's, and nothing is drawn."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hour.script import holds_the_hour, hour
from tests.hour.test_hour import hold
from tests.interviewer import PROGRAM, Interviewer, records, thesis_study
from tests.terminal import Terminal

PLAIN = {"INTERVJUGUIDE_THINK_TIME": "0"}


class InLines(Interviewer):
    """Sits at a terminal that shows lines."""

    def __init__(self, study: Path, *arguments: str, env: dict[str, str | None] | None = None) -> None:
        super().__init__(study, "--plain", *arguments, env=env if env is not None else PLAIN)

    def ready(self) -> str:
        """Wait until it can be typed on."""
        return self.terminal.wait_for(lambda text: text.rstrip().endswith(">"))


@pytest.fixture
def person(tmp_path: Path) -> Iterator[InLines]:
    """Somebody who has B2 in hand."""
    with InLines(thesis_study(tmp_path / "study")) as person:
        person.ready()
        person.line("/b2", expect=2)
        yield person


def kept(person: Interviewer) -> list[str]:
    """The texts of the notes in the log."""
    return [record.get("text", "") for record in records(person.log) if record["type"] == "noted"]


def test_the_hour_in_lines_gives_the_log_of_the_hour_on_the_screen(tmp_path: Path) -> None:
    study = thesis_study(tmp_path / "study")
    with InLines(study) as person:
        person.ready()
        for step in hour():
            hold(person, step, shown=not set(step.shows) & set("•"))
        person.look()
        person.terminal.press("enter")
        assert person.terminal.wait_exit() == 0
        raw = person.terminal.raw
    holds_the_hour(study)
    assert b"\x1b[?1049h" not in raw
    assert b"\x1b[" not in raw.replace(b"\x1b[?2004h", b"").replace(b"\x1b[?2004l", b"")


def test_every_note_that_was_said_to_be_saved_survives_a_kill_right_after(tmp_path: Path) -> None:
    study = thesis_study(tmp_path / "study")
    said: list[str] = []
    for number in range(5):
        with InLines(study, *(("--resume",) if number else ())) as person:
            person.ready()
            if not number:
                person.line("/b2", expect=2)
            text = f"merke {number} om [by] og øv"
            person.terminal.type(text)
            person.terminal.press("enter")
            person.terminal.wait_for(lambda screen, text=text: f"> {text}\nLagret" in screen)  # type: ignore[misc]
            person.terminal.kill()
            said.append(text)
            assert kept(person) == said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_keeps_the_line_and_gives_the_terminal_back(person: InLines, number: signal.Signals) -> None:
    person.terminal.type("midt i en setning")
    person.terminal.wait_for("> midt i en setning")
    person.terminal.signal(number)
    assert person.terminal.wait_exit() == 0
    assert records(person.log)[-1]["text"] == "midt i en setning"
    with InLines(person.study, "--resume") as again:
        again.terminal.wait_for("> midt i en setning")
        again.line(" til ende")
        assert kept(again) == ["midt i en setning til ende"]


def test_a_paste_of_several_lines_is_one_note(person: InLines) -> None:
    person.terminal.paste("+b1\n/end\nog mer")
    person.keys("enter")
    assert kept(person) == ["+b1\n/end\nog mer"]


def test_keys_that_a_terminal_has_meanings_of_its_own_for_are_the_program_s(person: InLines) -> None:
    person.line("et notat e\u0301")
    (undone,) = person.keys("ctrl+z")
    assert undone["type"] == "undone"
    person.terminal.press("ctrl+c")
    person.terminal.wait_for("Ctrl+Q")
    person.terminal.press("ctrl+d")
    assert person.terminal.wait_exit() == 0


def test_esc_alone_closes_a_card_and_an_arrow_is_none(tmp_path: Path) -> None:
    with InLines(thesis_study(tmp_path / "study")) as person:
        person.ready()
        person.terminal.press("escape")
        person.terminal.wait_for("Åpningen er lukket")
        person.line("/b2", expect=2)
        person.keys("space")
        person.terminal.press("up")
        person.terminal.wait_for("bokmerke 1 av 1")
        person.line("ord", expect=1)
        assert person.terminal.text.count("[A") == 0


def test_stopped_by_another_program_it_goes_on_with_its_line(person: InLines) -> None:
    person.terminal.type("halvt")
    person.terminal.wait_for("> halvt")
    person.terminal.signal(signal.SIGSTOP)
    person.terminal.signal(signal.SIGCONT)
    person.terminal.wait_for(lambda screen: screen.count("> halvt") == 2)
    person.keys(" og helt", "enter")
    assert kept(person) == ["halvt og helt"]


def test_a_second_window_is_refused(person: InLines) -> None:
    with Terminal([*PROGRAM, "run", "--plain", "--resume", "--study", str(person.study)]) as second:
        assert second.wait_exit() == 1
        assert "I1.jsonl" in second.text
    with InLines(person.study) as other:
        other.ready()
        other.log = person.study / "interviews" / "I2.jsonl"
        other.line("/b1", expect=2)


def test_lines_that_come_whole_are_one_act_each_as_from_a_terminal_that_has_lines(tmp_path: Path) -> None:
    """An editor's shell buffer sends a line at once, with its end."""
    with InLines(thesis_study(tmp_path / "study"), env={"TERM": "dumb"}) as person:
        person.ready()
        person.terminal.send(b"1\n")
        person.terminal.wait_for(lambda screen: screen.count("Lagret") == 1)
        person.terminal.send(b"/b2\n")
        person.terminal.wait_for("B2")
        person.terminal.send(b"to linjer\nlimt inn\n")
        person.terminal.wait_for("limt inn¬")
        person.terminal.wait_still()  # an Enter at once would belong to what was pasted
        person.terminal.send(b"\n")
        person.terminal.wait_for(lambda screen: screen.count("Lagret") == 3)
        assert kept(person) == ["to linjer\nlimt inn\n"]
        assert b"\x1b" not in person.terminal.raw
