"""A disk that is full in the middle of an interview that is held line by line."""

from pathlib import Path

from tests.faults.disks import mounted
from tests.hour.test_hour_in_lines import InLines, kept
from tests.interviewer import thesis_study

LONG = "et langt notat, " * 25


def test_what_a_full_disk_does_not_take_is_said_and_stays_until_there_is_room(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk") as disk, InLines(thesis_study(disk.folder / "study")) as person:
        person.ready()
        person.line("/b2", expect=2)
        disk.fill()
        said: list[str] = []
        while not told(person)[0]:
            text = f"{LONG}{len(said)}"
            person.terminal.paste(text)
            before = told(person)
            person.terminal.press("enter")
            person.terminal.wait_for(lambda _, before=before: told(person) != before)  # type: ignore[misc]
            said.append(text)
        assert kept(person) == said[:-1]
        person.terminal.wait_for("Disken er full.")
        person.terminal.wait_for(lambda screen: screen.rstrip().endswith(f" {len(said) - 1}"))
        disk.make_room()
        person.keys("enter")
        person.terminal.wait_for(lambda _: kept(person) == said)


def told(person: InLines) -> tuple[int, int]:
    """How often it was said that something was not saved, and that something was."""
    return person.terminal.raw.count(b"IKKE LAGRET"), person.terminal.raw.count(b"Lagret")
