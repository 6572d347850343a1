"""How much of the program stands between a key and the disk: its calls are counted, which no machine's load changes."""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from interviews.core.coverage import coverage
from tests.tui.desk_helpers import Sit
from tui.live.line_words import prompt_words

ROOT = Path(__file__).parents[2]
OURS = tuple(f"{ROOT / room}/" for room in ("guide", "interviews", "tui"))
MOST_FOR_A_CHARACTER = 20
MOST_TO_THE_DISK = 45
MOST_FILES = 12


def count_calls(act: Callable[[], object]) -> Counter[str]:
    """Calls of our own by their file, until the disk is asked to keep what was written."""
    calls: Counter[str] = Counter()
    counts = [True]

    def look(frame: FrameType, event: str, arg: object) -> None:
        file = frame.f_code.co_filename
        if event == "c_call" and getattr(arg, "__name__", "") in ("fsync", "fdatasync"):
            counts[0] = False
        elif event == "call" and counts[0] and file.startswith(OURS):
            calls[file] += 1

    sys.setprofile(look)
    try:
        act()
    finally:
        sys.setprofile(None)
    return calls


def test_a_note_comes_to_the_disk_in_few_calls(sit: Sit) -> None:
    seat = sit()
    seat.key("enter")
    seat.say("den første tar med sitt: det som lastes én gang")
    seat.type("han nøl")
    prompt_words(seat.desk)  # as the screen draws it after each key
    coverage(seat.session.interview)
    pressed = count_calls(lambda: seat.desk.press("e", "e"))
    seat.line.insert("e")
    typed = count_calls(seat.desk.take_typed)
    prompt_words(seat.desk)
    entered = count_calls(lambda: seat.desk.press("enter", None))
    assert seat.last["text"] == "han nøle"
    assert sum((pressed + typed).values()) <= MOST_FOR_A_CHARACTER
    assert sum(entered.values()) <= MOST_TO_THE_DISK
    assert len(entered) <= MOST_FILES
