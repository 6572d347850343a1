"""The report as Markdown: what the page says, in words that render as they were written."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.core import commands as do
from interviews.core.commands import Command
from interviews.core.events import NoteKind
from tests.modes import is_private
from tests.tui.pages import HOSTILE, LINES, found, made, page_of, rendered, table, words_of
from tests.tui.studies import SHORT, hold, study_with
from tui.documents.model import Cell, Column, Document, Entries, Entry, Row, RowGroup, Table
from tui.documents.to_markdown import MARKER, markdown_of
from tui.escape import visible_lines
from tui.main import main
from tui.translator import Translator

Captured = pytest.CaptureFixture[str]
NB = Translator("nb")
KINDS: tuple[NoteKind, ...] = ("note", "quote", "follow_up", "topic", "reflexive")


def report(capsys: Captured, study: Path, *more: str) -> str:
    return made(capsys, "review", "--study", study, "--markdown", "-", *more)


def text_in(element: Element) -> str:
    """The text as it is read: breaks are breaks, a hard blank is a blank."""
    parts = [element.text or ""]
    for child in element:
        parts += ["\n" if child.tag == "br" else text_in(child), (child.tail or "").removeprefix("\n")]
    return "".join(parts).replace("\N{NO-BREAK SPACE}", " ")


def as_read(words: str) -> str:
    """How words are to be read in the end."""
    lines = visible_lines(words)
    return "\n".join(line or " " for line in lines).replace("\N{NO-BREAK SPACE}", " ")


def quotation(words: str) -> Element:
    """Words as a note in a report, rendered; everything else about the report is empty."""
    entries = Entries((Entry("I1", ("0:20", "notat"), words),))
    shown = rendered(markdown_of(Document("t", "nb", "nb", (entries,), (), "")))
    return next(shown.iter("blockquote"))


def test_it_says_what_it_is_and_what_coverage_is_not(capsys: Captured, tmp_path: Path) -> None:
    lines = report(capsys, study_with(tmp_path, "I1")).split("\n")
    assert lines[:5] == [
        MARKER,
        "",
        "# Musikkterapi og deltagelse",
        "",
        f"**{NB('Coverage shows what was talked about, not what was found.')}**",
    ]


def test_the_matrix_is_the_pages(capsys: Captured, tmp_path: Path) -> None:
    study = study_with(tmp_path, "I1", "I2", "P1")
    hold(tmp_path, "I3", (*SHORT, do.MarkCovered(("A1", "B2"), 1)))
    page = page_of(made(capsys, "review", "--study", study, "--html", "-"))
    tables = list(rendered(report(capsys, study)).iter("table"))
    expected = [table(page, name) for name in ("matrix-1", "targets-1", "minutes-1")]
    for shown, told in zip(tables, expected, strict=False):
        rows = [[text_in(cell) for cell in row] for row in shown.iter("tr")][1:]
        width = len(next(iter(told.values())))
        assert [row[-width:] for row in rows] == [list(cells.values()) for cells in told.values()]


def test_the_same_words_stand_in_both(capsys: Captured, tmp_path: Path) -> None:
    """Pictures and what is spoken of shapes aside, the page says nothing that the Markdown does not."""
    study = study_with(tmp_path, "I1", "P1")
    hold(tmp_path, "I2", (do.AskQuestion("B1"), do.TakeNote(LINES), do.TakeNote("tema", "topic")))
    page = page_of(made(capsys, "review", "--study", study, "--html", "-"))
    shown = re.sub(r"\s+", " ", text_in(rendered(report(capsys, study))))
    for tag in ("h2", "h3", "h4", "dd", "td", "blockquote"):
        for one in page.iter(tag):
            if not list(one):
                assert re.sub(r"\s+", " ", words_of(one)).strip() in shown.replace("‹09›", " "), tag


@pytest.mark.parametrize("words", [HOSTILE, LINES, "x" * 100_000, "`" * 50, "|" * 9, "a\n---\nb", "|a|b|\n|-|-|", "\\"])
def test_words_of_any_kind_read_as_they_were_written(words: str) -> None:
    (paragraph,) = quotation(words)
    assert paragraph.tag == "p"
    assert {one.tag for one in paragraph.iter()} <= {"p", "br"}
    assert text_in(paragraph) == as_read(words)


@given(st.text(st.sampled_from("ab1 *_`[]()<>&#|~$^@:!-+=.\\\"'\n\t{}/wW"), min_size=1, max_size=40))
def test_any_words_read_as_they_were_written(words: str) -> None:
    (paragraph,) = quotation(words)
    assert {one.tag for one in paragraph.iter()} <= {"p", "br"}
    assert text_in(paragraph) == as_read(words)


@given(st.text(min_size=1, max_size=30))
def test_any_text_reads_as_it_was_written(words: str) -> None:
    (paragraph,) = quotation(words)
    assert {one.tag for one in paragraph.iter()} <= {"p", "br"}
    assert " ".join(text_in(paragraph).split()) == " ".join(as_read(words).split())


@given(st.text(st.sampled_from("ab *_`[]<>&#|~:-\\\n"), max_size=20))
def test_words_in_a_table_stay_in_their_cell(words: str) -> None:
    whole = Table(
        "t", "", (Cell("a"),), (Column("b"), Column("c")), (RowGroup("", (Row("x", (Cell(words), Cell("z"))),)),)
    )
    shown = rendered(markdown_of(Document("t", "nb", "nb", (whole,), (), "")))
    (row,) = next(shown.iter("tbody"))
    cells = [text_in(cell) for cell in row]
    assert cells[0] == "x"
    assert cells[2] == "z"
    assert cells[1].strip() == (as_read(words) if words else "").strip()


def test_hostile_notes_and_reasons_in_a_whole_report(capsys: Captured, tmp_path: Path) -> None:
    study_with(tmp_path)
    acts: tuple[Command, ...] = (
        do.AskQuestion("B1"),
        do.Skip(("B2",), HOSTILE),
        *(do.TakeNote(HOSTILE, kind) for kind in KINDS),
    )
    hold(tmp_path, acts=acts)
    shown = rendered(made(capsys, "review", "--study", tmp_path, "--markdown", "-", "--with-reflexive"))
    assert not {one.tag for one in shown.iter()} & {"script", "style", "a", "em", "code", "s", "img"}
    quotations = [text_in(next(iter(one))) for one in shown.iter("blockquote")]
    assert quotations.count(as_read(HOSTILE)) == len(KINDS) + 2


def test_it_is_readable_as_it_is(capsys: Captured, tmp_path: Path) -> None:
    text = report(capsys, study_with(tmp_path, "I1"))
    assert "- **I1** · 0:20 · 1·0:20 · notat · B1 B8\n\n  > bandet på byen, uformell møteplass \\#b8 \\#arena\n" in text
    assert "| Ba | B1 beskriv samhandlingen | ■3 |" in text
    assert "\n\n\n" not in text


def test_without_notes_nobodys_words_are_there(capsys: Captured, tmp_path: Path) -> None:
    study = study_with(tmp_path, "I1", "P1")
    text = report(capsys, study, "--without-notes")
    for word in ("bandet", "uformell", "arena\n", "kulturendring", "vondt"):
        assert word not in text
    assert (
        NB(
            "Without notes: nobody's words stand here but the guide's. Notes, quotations, reasons, topics and follow-ups are left out."  # noqa: E501
        ).split(":")[0]
        in text
    )


def test_it_is_written_like_the_page(capsys: Captured, tmp_path: Path) -> None:
    study = study_with(tmp_path, "I1")
    file = tmp_path / "rapport.md"
    for _ in range(2):
        assert main(["review", "--study", str(study), "--markdown", str(file)]) == 0
    capsys.readouterr()
    assert file.read_text(encoding="utf-8") == report(capsys, study)
    assert is_private(file)


def test_it_speaks_english(capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en")
    text = report(capsys, study_with(tmp_path, "I1", "P1"))
    assert Translator("en")("Questions in rows, interviews in columns. Questions in brackets are optional.") in text
    assert (
        found(page_of(made(capsys, "review", "--study", tmp_path, "--html", "-")), "section", id="coverage") is not None
    )
