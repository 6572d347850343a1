"""A person who holds an interview on the real screen: presses keys, and waits until what was done is in the log."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from guide.samples import thesis_guide_text
from tests.terminal import Terminal

PROGRAM = [sys.executable, "-m", "tui"]
PLACE = ("seq", "t", "type", "wall", "boot", "clock", "guide", "program")
"""Fields that a script cannot know beforehand, or that stand beside the rest."""


def thesis_study(folder: Path) -> Path:
    """A study folder with the thesis's guide in it, whose first question waits for no tick."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    text = thesis_guide_text().replace("gate: [start, recording]", "gate: recording")
    (folder / "guide.yaml").write_text(text, encoding="utf-8")
    return folder


def records(log: Path) -> list[dict[str, Any]]:
    """The whole records of a log as they stand in the file."""
    if not log.exists():
        return []
    whole, _, _ = log.read_bytes().rpartition(b"\n")
    return [json.loads(line) for line in whole.split(b"\n") if line]


def _lines(log: Path) -> int:
    """How many whole records there are."""
    return log.read_bytes().count(b"\n") if log.exists() else 0


class Interviewer:
    """Sits at one terminal, in one study, with one interview."""

    def __init__(
        self,
        study: Path,
        *arguments: str,
        code: str = "I1",
        size: tuple[int, int] = (100, 30),
        env: Mapping[str, str | None] | None = None,
        anew: bool = False,
    ) -> None:
        self.study = study
        self.log = study / "interviews" / f"{code}.jsonl"
        self.terminal = Terminal([*PROGRAM, "run", "--study", str(study), *arguments], size=size, env=env, anew=anew)

    def __enter__(self) -> Self:
        self.terminal.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self.terminal.close()

    def ready(self) -> str:
        """Wait until the screen is there, and return it."""
        return self.terminal.wait_for("Guide")

    def look(self) -> None:
        """Press a key that does nothing: what has come up is seen, and the next key is an answer to it."""
        self.terminal.press("shift+tab")

    def line(self, text: str, *, expect: int = 1) -> list[dict[str, Any]]:
        """Write a line and press Enter; the events that it became."""
        return self.keys(text, "enter", expect=expect)

    def keys(self, *keys: str, expect: int = 1) -> list[dict[str, Any]]:
        """Press keys (a name the terminal knows, or text to type) and wait for that many new events in the log.

        Each Enter and each digit is that of somebody who looks first.
        """
        before = _lines(self.log)
        for key in keys:
            if key == "enter" or key in tuple("123456789+-"):
                self.look()
            if key in NAMED or key.startswith("ctrl+"):
                self.terminal.press(key)
            else:
                self.terminal.type(key)
        self.terminal.wait_for(lambda _: _lines(self.log) >= before + expect)
        found = records(self.log)[before:]
        assert len(found) == expect, found
        return found


NAMED = ("enter", "esc", "up", "down", "space", "tab", "pageup", "pagedown", "backspace")


def logged(**fields: Any) -> dict[str, Any]:
    """The record that these fields become: what is empty is left out of a log."""
    return {name: value for name, value in fields.items() if value not in (None, "", [])}


def told(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record without the fields that a script cannot know, its type first."""
    return {"type": record["type"], **{name: value for name, value in record.items() if name not in PLACE}}
