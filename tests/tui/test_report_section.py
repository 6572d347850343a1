"""A section of the report is one function: it stands on the terminal, in Markdown, HTML and Word then."""

from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest

from tests.tui.pages import made
from tests.tui.studies import study_with
from tui.documents import study as report
from tui.documents.data import ReportData
from tui.documents.model import Bullets, Cell, Column, Facts, Paragraph, Row, RowGroup, Section, Table

Captured = pytest.CaptureFixture[str]


def lengths_section(material: ReportData) -> Section:
    """Interviews by what was noted in them: all that somebody writes who adds a section."""
    rows = tuple(Row(one.name, (Cell(str(len(one.coverage.questions))),)) for one in material.shown)
    table = Table("asked", "Of each <interview>", (Cell("Interview"),), (Column("Questions"),), (RowGroup("", rows),))
    told = (Paragraph("Told * as it is"), Facts((("Interviews", str(len(rows))),)), Bullets(("one & all",)), table)
    return Section("How much was asked", told, "asked")


class _Texts(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_one_function_is_told_by_every_writer(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study, file = study_with(tmp_path, "I1", "P1"), tmp_path / "rapport.docx"
    monkeypatch.setattr(report, "SECTIONS", (*report.SECTIONS, lengths_section))

    terminal = made(capsys, "review", "--study", study)
    markdown = made(capsys, "review", "--markdown", "-", "--study", study)
    page = made(capsys, "review", "--html", "-", "--study", study)
    made(capsys, "review", "--word", file, "--study", study)
    word = docx.Document(str(file))
    cells = [[cell.text for cell in row.cells] for table in word.tables for row in table.rows]
    texts = _Texts(page).texts

    for words in ("How much was asked", "Told * as it is", "one & all", "Of each <interview>"):
        assert words in terminal
        assert words in texts
        assert any(words in one.text for one in word.paragraphs)
    assert "## How much was asked" in markdown
    assert "Told \\* as it is" in markdown
    asked = next(row[1] for row in cells if row[0] == "I1" and len(row) == 2)
    assert any(line.split() == ["I1", asked] for line in terminal.splitlines())
    assert f"| I1 | {asked} |" in markdown
    assert texts[texts.index("I1", texts.index("Of each <interview>")) + 1] == asked
    assert '<a href="#asked">How much was asked</a>' in page
