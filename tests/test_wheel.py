"""The wheel holds what the program reads beside its modules, and nothing of anybody's."""

import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from guide.schema import LANGUAGES

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What is in the wheel that is built of this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(wheel) as packed:
        return set(packed.namelist())


def test_the_wheel_has_catalogues_samples_and_style_sheets(names: set[str]) -> None:
    languages = {*LANGUAGES.values()} - {"en"}
    assert {f"tui/locale/{one}/LC_MESSAGES/intervjuguide.mo" for one in languages} <= names
    assert {"guide/samples/musikkterapi.yaml", "guide/samples/musikkterapi-informant.txt"} <= names
    files = {path for room in ("guide", "interviews", "tui") for path in (ROOT / room).rglob("*") if path.is_file()}
    kept = {".py", ".css", ".tcss", ".yaml", ".txt", ".typed", ".mo"}
    wanted = {path.relative_to(ROOT).as_posix() for path in files if path.suffix in kept or path.name == "py.typed"}
    assert wanted - names == set()


def test_the_wheel_has_the_pages_for_man(names: set[str]) -> None:
    pages = {name.partition(".data/data/")[2] for name in names if name.endswith(".1")}
    assert pages == {"share/man/man1/intervjuguide.1", "share/man/nb/man1/intervjuguide.1"}


def test_the_wheel_has_nothing_else(names: set[str]) -> None:
    rooms = {name.partition("/")[0] for name in names}
    assert {room for room in rooms if not room.startswith("intervjuguide-")} == {"guide", "interviews", "tui"}
    assert [name for name in names if name.endswith((".po", ".jsonl", ".docx"))] == []
