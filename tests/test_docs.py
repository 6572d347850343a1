"""Documents that are made from the code say what the code says today; ``make docs`` brings them up to date."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import get_args

import pytest

from interviews.core.coverage import QuestionState
from interviews.core.events import EVENT_TYPES, PilotKind
from interviews.core.notes import FATES
from interviews.core.verdicts import REASONS, VERDICTS
from interviews.observing import MOVES, SIGNS
from tests.man_page import man_page
from tests.spec_tables import log_document, spec_tables, with_tables
from tui.input.actions import key_table
from tui.sentences.code_names import (
    FATE_NAMES,
    OBSERVER_TITLES,
    PILOT_KIND_NAMES,
    REASON_NAMES,
    STATE_NAMES,
    VERDICT_NAMES,
)
from tui.translator import Language, Translator

ROOT = Path(__file__).parent.parent

_TABLES: Mapping[str, tuple[Mapping[str, str], Iterable[str]]] = {
    "Types of questions (moves)": (OBSERVER_TITLES, MOVES),
    "What an observer notices (signs)": (OBSERVER_TITLES, SIGNS),
    "Verdicts on a question": (VERDICT_NAMES, VERDICTS),
    "Where a question went wrong": (REASON_NAMES, REASONS),
    "Kinds of pilots": (PILOT_KIND_NAMES, (kind for kind in get_args(PilotKind) if kind)),
    "States of a question": (STATE_NAMES, get_args(QuestionState)),
    "What became of a follow-up": (FATE_NAMES, FATES),
}


def value_tables() -> str:
    """Every fixed value of the files with its words in bokmål and English, in Markdown."""
    norwegian, english = Translator("nb"), Translator("en")
    parts = []
    for title, (names, values) in _TABLES.items():
        rows = [f"| `{one}` | {norwegian(names[one])} | {english(names[one])} |" for one in values]
        parts.append("\n".join([f"### {title}", "", "| in files | bokmål | English |", "|---|---|---|", *rows]))
    return "\n\n".join(parts)


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether the documents are to be written anew."""
    return bool(request.config.getoption("--update-docs"))


def _same(file: Path, wanted: str, *, update: bool) -> None:
    if update:
        file.write_text(wanted, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == wanted, f"{file.name} is out of date: make docs"


def test_the_vocabulary_of_the_log_is_that_of_the_events(*, update: bool) -> None:
    _same(ROOT / "docs" / "log.md", log_document(), update=update)


def test_the_tables_of_the_specification_are_those_of_the_code(*, update: bool) -> None:
    spec = ROOT / "docs" / "spec.md"
    _same(spec, with_tables(spec.read_text(encoding="utf-8"), spec_tables()), update=update)


def test_a_document_without_a_place_for_a_table_is_named() -> None:
    assert with_tables("a <!-- made: x -->old<!-- end: x --> b", {"x": "new"}) == (
        "a <!-- made: x -->\n\nnew\n\n<!-- end: x --> b"
    )
    with pytest.raises(ValueError, match="the table of x"):
        with_tables("a <!-- made: x --> b", {"x": "new"})


def test_the_vocabulary_names_every_type_of_event() -> None:
    document = (ROOT / "docs" / "log.md").read_text(encoding="utf-8")
    assert all(f"\n## {name}\n" in document for name in EVENT_TYPES)


@pytest.mark.parametrize(("language", "place"), [("en", "man1"), ("nb", "nb/man1")])
def test_the_page_for_man_is_the_commands_own_help(language: Language, place: str, *, update: bool) -> None:
    page = ROOT / "docs" / "man" / place / "intervjuguide.1"
    if update:
        page.parent.mkdir(parents=True, exist_ok=True)
    _same(page, man_page(language), update=update)


@pytest.mark.parametrize("language", ["en", "nb"])
def test_the_manual_lists_the_keys_that_there_are(language: Language, *, update: bool) -> None:
    page = ROOT / "docs" / "manual" / language / "table.md"
    _same(page, with_tables(page.read_text(encoding="utf-8"), {"keys": key_table(language)}), update=update)


def test_the_glossary_has_the_values_of_the_files_and_their_words(*, update: bool) -> None:
    page = ROOT / "docs" / "glossary.md"
    _same(page, with_tables(page.read_text(encoding="utf-8"), {"values": value_tables()}), update=update)


def test_the_pictures_that_the_readme_shows_are_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in ("interview", "review"):
        assert f"docs/pictures/{name}.svg" in readme
        assert (ROOT / "docs" / "pictures" / f"{name}.svg").is_file()


def test_the_threat_model_names_tests_that_are_there() -> None:
    told = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
    lost = [path for path in re.findall(r"`(tests/[\w/.]+)`", told) if not (ROOT / path).exists()]
    promises = (ROOT / "tests" / "test_promises.py").read_text(encoding="utf-8")
    lost += [name for name in re.findall(r"`(test_\w+)`", told) if f"def {name}(" not in promises]
    assert lost == []
