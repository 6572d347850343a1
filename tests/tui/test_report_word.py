"""The report as a Word file: the same words as the page and Markdown, and never over somebody's own work."""

from pathlib import Path

import pytest
from docx import Document

from tests.tui.pages import made
from tests.tui.studies import study_with
from tui.main import main
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]


def test_the_report_as_a_word_file_tells_the_same(capsys: Captured, tmp_path: Path) -> None:
    study, file = study_with(tmp_path, "I1", "P1"), tmp_path / "rapport.docx"
    assert str(file) in made(capsys, "review", "--word", file, "--study", study)
    document = Document(str(file))
    told = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert "bandet på byen, uformell møteplass #b8 #arena" in told
    assert Translator("nb")("Coverage shows what was talked about, not what was found.") in told
    assert ["Ba", "B1 beskriv samhandlingen", "■3", "■3"] in cells
    markdown = made(capsys, "review", "--markdown", "-", "--study", study)
    headings = [one.text for one in document.paragraphs if ((one.style and one.style.name) or "").startswith("Heading")]
    assert headings == [line.lstrip("# ") for line in markdown.splitlines() if line.startswith("#")]


def test_a_changed_file_or_another_kind_of_name_is_left_alone(capsys: Captured, tmp_path: Path) -> None:
    study, file = study_with(tmp_path, "I1"), tmp_path / "rapport.docx"
    made(capsys, "review", "--word", file, "--study", study)
    made(capsys, "review", "--word", file, "--study", study)
    file.write_bytes(b"mine")
    for name in (file, tmp_path / "rapport.html", "-"):
        assert main(["review", "--word", str(name), "--study", str(study)]) == 2
    assert file.read_bytes() == b"mine"
