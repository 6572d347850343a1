"""An outline, lines behind their marks, is told by every writer, and people's words stay what they are."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from guide.importing import Imported, import_document
from tests.guide.importing.test_vedlegg1 import FIXTURES
from tui.commands.import_preview import preview_of
from tui.documents.model import Document, Outline, OutlineItem, Span
from tui.documents.to_docx import word_of
from tui.documents.to_html import html_of
from tui.documents.to_markdown import markdown_of
from tui.documents.to_text import document_text
from tui.exports.data_plan import DataplanFacts, dataplan
from tui.translator import Translator

OUTLINE = Outline(
    (
        OutlineItem("B7", "new *wording*", (OutlineItem("before", "a < b"), OutlineItem("–", "a & b"))),
        OutlineItem("", "about\nall"),
        OutlineItem((Span("→ C3", "name"),), (Span("one"), Span(" two", "gone", close=True), Span("three", "new"))),
    ),
    (4,),
)
EN = Translator("en")


def paragraphs(document: Document) -> list[str]:
    """The lines of the Word file."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, data in word_of(document).items():
            archive.writestr(name, data)
    return [one.text for one in docx.Document(file).paragraphs]


def test_an_outline_is_told_by_every_writer() -> None:
    document = Document("Title", "en", "en", (OUTLINE,), ())
    assert document_text(document, 30).splitlines() == [
        "Title",
        "B7   new *wording*",
        "     before a < b",
        "     – a & b",
        "     about",
        "     all",
        "→ C3 one- two +three",
    ]
    assert markdown_of(document).splitlines()[2:] == [
        "- **B7** new \\*wording\\*",
        "  - **before** a \\< b",
        "  - **–** a \\& b",
        "- about\\",
        "  all",
        "- **→ C3** one~~&nbsp;two~~ **three**",
    ]
    page = html_of(document)
    assert "<li><p><b>B7</b> new *wording*</p><ul" in page
    assert "<b>before</b> a &lt; b" in page
    assert "one<del> two</del> <ins>three</ins>" in page
    assert paragraphs(document) == [
        "Title",
        "B7 new *wording*",
        "before a < b",
        "– a & b",
        "about\nall",
        "→ C3 one two three",
    ]


@pytest.mark.parametrize("made", ["preview", "plan"])
def test_each_writer_tells_the_whole(made: str) -> None:
    if made == "plan":
        document = dataplan(DataplanFacts(version="1", system="Linux", folder="~/my_study"), EN)
        said = ("~/my_study", "[an own computer / the institution's computer]", "Nynorsk")
        assert all(words in markdown_of(document) for words in said), "signs of a form stay what they are"
    else:
        file = FIXTURES / "vedlegg1.docx"
        imported = import_document(file.read_bytes(), file.name, {})
        assert isinstance(imported, Imported)
        document = preview_of(imported, file.name, EN)
        said = ("Hva vektlegger du i samhandlingen; hvorfor?", "Left out", "B10")
    assert all(words in document_text(document, 200) for words in said)
    assert all(words in html_of(document).replace("&#39;", "'") for words in said)
    assert all(any(words in line for line in paragraphs(document)) for words in said)
