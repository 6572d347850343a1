"""What is printed is folded between words, and a command can still be copied from the terminal."""

import shlex

import pytest

from tui import console as saying

LONG = "/home/somebody/research/autumn/interviews-about-aftercare and-support"


class _Terminal:
    """A standard output that is a terminal."""

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.text += text
        return len(text)


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_lines_end_between_words_and_the_command_reads_back(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    terminal = _Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    command = f"intervjuguide review --participant P1 --study {shlex.quote(LONG)}"
    saying.say_folded(f"P1 er lagret i interviews/P1.jsonl, og mer kan sies om den. Se dekningen:\n  {command}")
    lines = terminal.text.splitlines()
    assert all(len(line) <= width for line in lines if LONG not in line)
    at = next(place for place, line in enumerate(lines) if line.startswith("  intervjuguide"))
    assert " ".join(lines[:at]) == "P1 er lagret i interviews/P1.jsonl, og mer kan sies om den. Se dekningen:"
    assert shlex.split("\n".join(lines[at:]).replace("\\\n", "")) == shlex.split(command)


def test_programs_find_whole_lines(capsys: pytest.CaptureFixture[str]) -> None:
    saying.say_folded("ord " * 60 + f"\n  intervjuguide run --study {shlex.quote(LONG)}")
    assert len(capsys.readouterr().out.splitlines()) == 2
