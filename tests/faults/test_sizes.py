"""A window that is made too small for anything, and large again, while somebody writes in it."""

import random
from pathlib import Path

from tests.faults.ailing import Ailing
from tests.faults.day import HALF, Day, a_day
from tests.faults.tally import Tally

USUAL = (100, 30)


def below_the_clock(day: Day) -> list[str]:
    """The screen without the clock's row."""
    return day.terminal.screen[1:]


def usual_again(day: Day, before: list[str]) -> None:
    """Make the window as large as it was, and see the same on it."""
    day.terminal.resize(*USUAL)
    day.terminal.wait_for(lambda _: below_the_clock(day) == before)


SIZES = ((20, 5), (1, 1), (300, 2), (2, 100))


def test_a_window_made_small_and_large_again(day: Day) -> None:
    """Window resized while there is text on the line, and back."""
    day.terminal.wait_for(lambda screen: "enter lagrer" in screen)  # the row below the line is drawn after it
    before = below_the_clock(day)
    for size in SIZES:
        day.terminal.resize(*size)
        day.terminal.type(" videre")
        day.terminal.press(*["backspace"] * len(" videre"))
        day.terminal.wait_still()
        try:
            usual_again(day, before)
        except AssertionError as error:
            error.add_note(f"{size[0]} x {size[1]}")
            raise
    day.tally.said, day.tally.tried = None, len(SIZES)
    day.go_on()
    day.reckon()


def test_a_small_window_still_says_that_nothing_was_saved(study: Path, tally: Tally) -> None:
    """Window resized to 20 x 5 while nothing can be saved, and back."""
    person = Ailing(study)
    with a_day(study, tally, person=person) as day:
        day.begin()
        day.write()
        person.ail("ENOSPC pwrite")
        day.refused("Disken er full.")
        before = below_the_clock(day)
        day.terminal.resize(20, 5)
        day.terminal.wait_for(lambda _: day.terminal.screen[-1].lstrip().startswith("IKKE LAGRET"))
        usual_again(day, before)
        person.ail("")
        day.go_on()
        day.reckon()


def test_a_window_dragged_about_while_typing(day: Day) -> None:
    """Window resized again and again while typing."""
    chance = random.Random(56)
    text = " og så litt til om kapellet på mandager, der alle er med"
    panes = day.terminal.screen[1:-2]
    for character in text:
        day.terminal.resize(chance.randint(1, 120), chance.randint(1, 40))
        day.terminal.type(character)
    day.terminal.resize(*USUAL)
    day.terminal.wait_for(lambda _: day.terminal.screen[1:-2] == panes and day.on_line(text))
    day.tally.said, day.tally.tried = None, len(text)
    day.go_on(HALF + text)
    day.reckon()
