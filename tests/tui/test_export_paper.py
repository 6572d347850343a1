"""``export paper``: the guide on a sheet for the table, to be ticked off by hand when the computer fails."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from docx import Document
from hypothesis import given

from guide.model import Guide
from guide.reading import read_guide
from guide.samples import thesis_guide_text
from tests.examples import SLOW
from tests.guide.strategies import guides
from tests.modes import is_private
from tests.tui.crosswise import CROSSWISE
from tests.tui.long_guides import guide_of
from tests.tui.pages import HOSTILE
from tests.tui.studies import study_with
from tests.tui.test_cli import refusal, run
from tui.documents.sheet import COLUMNS, PAGE, WIDE, fit_on_page, height, lines, sheet_of, width, words_of
from tui.documents.sheet import sheet_html_of as html_of
from tui.documents.sheet_word import sheet_word_of
from tui.escape import visible_lines

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return study_with(tmp_path / "s")


def thesis() -> Guide:
    guide = read_guide(thesis_guide_text(), "guide.yaml").guide
    assert guide is not None
    return guide


def page(guide: Guide) -> ET.Element:
    """The sheet as a page; it is well-formed as XML too."""
    return ET.fromstring(html_of(fit_on_page(guide)).partition("\n")[2])  # noqa: S314  our own page


def said(element: ET.Element) -> str:
    return "".join(element.itertext())


def boxes(element: ET.Element) -> int:
    return sum(1 for one in element.iter("span") if one.get("class") == "box")


# --- what stands on it


def test_every_question_has_its_id_its_words_in_full_and_two_boxes() -> None:
    guide = thesis()
    rows = [row for row in page(guide).iter("tr") if row.find("td") is not None]
    assert [said(row[0]) for row in rows] == [question.id for question in guide.questions]
    for row, question in zip(rows, guide.questions, strict=True):
        wanted = f"({question.ask})" if question.optional else question.ask
        assert said(row[3]).startswith(wanted)
        assert [boxes(row[1]), boxes(row[2]), boxes(row[3])] == [1, 1, len(question.probes)]
        assert all(probe.ask in said(row[3]) for probe in question.probes)
        assert said(row[4]) == "", "room for the time and for notes"


def test_a_theme_that_serves_several_stands_whole_and_each_question_says_what_it_serves() -> None:
    sheet = sheet_of(CROSSWISE)
    assert [group.title for group in sheet.groups] == [
        "Bakgrunn · 10 min", "K · Overgangen · 20 min", "L · Hjelp og støtte", "Veien videre", "Avslutning",
    ]  # fmt: skip
    marks = {one.id: one.mark for one in sheet.questions}
    assert [marks[id] for id in ("Q1", "Q2", "Q3", "Q4", "Q8", "Z1")] == ["(K)", "(K, L)", "(L)", "", "(også K)", ""]


def test_points_and_concepts_stand_there_to_be_ticked_and_said() -> None:
    guide = thesis()
    whole = page(guide)
    opening, after = (block for block in whole.iter("div") if block.get("class") == "points")
    assert [said(point) for point in opening.iter("li")][:2] == [
        "Samtykkeskjemaet er underskrevet (før første spørsmål og opptaket)",
        "Bruk og lagring av lydopptaket (før opptaket)",
    ]
    assert (boxes(opening), boxes(after)) == (6, 3)
    assert "sosial samhandling: interaksjon som oppstår i musikkterapitimene" in said(whole)


def test_a_leaning_question_says_on_what_it_leans_and_how_it_sounds_before_that_where_there_is_room() -> None:
    assert "Hvorfor på akkurat disse arenaene? (etter B8, B9)" in said(page(thesis()))
    guide = thesis()
    brief = guide.but(sections=guide.sections[2:3], closing=(), opening=(), after=())
    assert "Før B8, B9: Hva er grunnen til at du jobber med" in said(page(brief))


DISTRESS = "Interviewer note: move on to the closing if the participant becomes distressed; offer the leaflet."


def with_aims(guide: Guide, aim: str) -> Guide:
    """The guide with the same note to the interviewer at every planned question."""
    sections = tuple(
        section.but(questions=tuple(question.but(aim=aim) for question in section.questions))
        for section in guide.sections
    )
    return guide.but(sections=sections)


def test_a_note_to_the_interviewer_stands_small_under_its_question() -> None:
    guide = thesis()
    noted = {question.id: question.aim for question in guide.questions if question.aim}
    assert noted, "the sample has a note"
    rows = {said(row[0]): row[3] for row in page(guide).iter("tr") if row.find("td") is not None}
    found = {id: said(one) for id, cell in rows.items() for one in cell.iter("p") if one.get("class") == "aim"}
    assert found == noted
    (row,) = (cell for id, cell in rows.items() if id in noted)
    assert [one.get("class") for one in row][:2] == [None, "aim"], "right under its wording"


def test_a_note_to_the_interviewer_stands_on_the_word_sheet_too(study: Path) -> None:
    guide = study / "guide.yaml"
    lines = guide.read_text(encoding="utf-8").replace("aim: konkrete", "aim: helt konkrete")
    guide.write_text(lines, encoding="utf-8")
    file = study / "ark.docx"
    assert run("export", "paper", "--study", study, "-o", file) == 0
    paragraphs = [p for row in Document(str(file)).tables[0].rows for p in row.cells[3].paragraphs]
    (aim,) = (p for p in paragraphs if p.text.startswith("helt konkrete eksempler"))
    (words,) = aim.runs
    assert words.style.name == "Emphasis", "as all that is not to be read aloud"
    assert words.font.size is not None
    assert words.font.size.pt == 8.5


def test_a_note_to_the_interviewer_is_no_part_of_an_appendix(study: Path) -> None:
    for name in ("vedlegg.docx", "vedlegg.md"):
        file = study / name
        assert run("export", "guide", "--study", study, "-o", file) == 0
        data = (
            file.read_text(encoding="utf-8")
            if name.endswith(".md")
            else "".join(
                paragraph.text for row in Document(str(file)).tables[0].rows for paragraph in row.cells[1].paragraphs
            )
        )
        assert "minn om ikke" not in data


def test_it_needs_nothing_from_anywhere() -> None:
    text = html_of(fit_on_page(thesis()))
    assert "default-src &#39;none&#39;" in text
    assert not re.search(r"https?:|<script|<img|<link|url\(", text)


def test_peoples_words_stay_what_they_are() -> None:
    question = thesis().closing[0].but(ask=HOSTILE)
    found = said(page(thesis().but(title=HOSTILE, closing=(question,))))
    assert found.count("\n".join(visible_lines(HOSTILE))) == 3, "in the title twice, and asked"


# --- how it is laid out


def test_the_thesiss_guide_fits_one_page_in_a_size_that_can_be_read() -> None:
    layout = fit_on_page(thesis())
    assert layout.pages == 1
    assert layout.size >= 8.5
    assert layout.room >= 1.5, "a line of handwriting"
    assert round(sum(COLUMNS.values()), 3) == WIDE


@pytest.mark.parametrize("count", range(1, 26))
def test_up_to_25_questions_fit_one_page(count: int) -> None:
    layout = fit_on_page(guide_of(count))
    assert layout.pages == 1
    assert layout.size >= 8.5
    taken = height(layout.sheet, layout.size) + layout.room * count + layout.follow_up
    assert taken <= PAGE


def test_notes_make_the_type_smaller_and_only_then_the_sheet_longer() -> None:
    bare, noted = fit_on_page(guide_of(11)), fit_on_page(with_aims(guide_of(11), DISTRESS))
    assert noted.pages == bare.pages == 1
    assert 8.5 <= noted.size < bare.size
    assert noted.room >= 1.5
    longer = fit_on_page(with_aims(guide_of(25), f"{DISTRESS} {DISTRESS}"))
    assert longer.pages > 1
    assert longer.size >= 8.5


def test_a_guide_that_notes_make_too_long_is_said_to_be(capsys: Captured, tmp_path: Path) -> None:
    from guide.write import write_guide

    study = study_with(tmp_path / "s")
    long = with_aims(guide_of(25), f"{DISTRESS} {DISTRESS}")
    (study / "guide.yaml").write_text(write_guide(long), encoding="utf-8")
    assert run("export", "paper", "--study", study, "-o", study / "ark.html") == 0
    assert "Guiden er lang: arket går over omtrent 3 sider" in capsys.readouterr().out


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("count", [1, 25])
def test_every_head_has_room_in_its_column(language: str, count: int) -> None:
    """Arial's bold is at most a tenth wider than its upright; a cell has a millimetre on either side."""
    layout = fit_on_page(guide_of(count).but(language=language))
    _ = words_of(language)
    names = (_("Id"), _("asked"), _("covered"), _("Question"), _("Time, notes"))
    for name, wide in zip(names, COLUMNS.values(), strict=True):
        assert width(name, layout.size * 0.8) * 1.1 + 2 <= wide, name


def test_a_longer_guide_goes_over_several_pages_and_that_is_said(capsys: Captured, tmp_path: Path) -> None:
    from guide.serialize import guide_to_dict
    from interviews.core.codec import to_json

    study = study_with(tmp_path / "s")
    (study / "guide.yaml").write_text(to_json(guide_to_dict(guide_of(60))), encoding="utf-8")
    file = study / "ark.html"
    assert run("export", "paper", "--study", study, "-o", file) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == f"Skrevet: {file}"
    assert re.fullmatch(r"Guiden er lang: arket går over omtrent [234] sider, .*", out[1])
    text = file.read_text(encoding="utf-8")
    assert "counter(pages)" in text
    assert "thead { display: table-header-group; }" in text
    assert run("export", "paper", "--study", study) == 0
    printed, complained = capsys.readouterr()
    assert printed.startswith("<!DOCTYPE html>")
    assert complained.startswith("Guiden er lang"), "not in the page"


@SLOW
@given(guides())
def test_any_guide_can_be_laid_out_and_written(guide: Guide) -> None:
    layout = fit_on_page(guide)
    assert layout.pages >= 1
    ET.fromstring(html_of(layout).partition("\n")[2])  # noqa: S314  our own page
    assert sheet_word_of(layout) == sheet_word_of(layout)


def test_a_text_takes_as_many_lines_as_its_words_need() -> None:
    word = width("nærmiljøet", 10)
    assert lines("nærmiljøet " * 6, word * 3.5, 10) == 2
    assert lines("nærmiljøet", word / 3.5, 10) == 4, "a word that is too long is broken"
    assert lines("", 50, 10) == 1
    assert lines("a\nb\n\nc", 50, 10) == 4


# --- files


@pytest.mark.parametrize("name", ["ark.html", "ark.htm", "ark.docx"])
def test_it_is_private_made_anew_and_never_in_the_way(capsys: Captured, study: Path, name: str) -> None:
    file = study / name
    for _ in range(2):
        assert run("export", "paper", "--study", study, "-o", file) == 0
        assert is_private(file)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    capsys.readouterr()
    assert run("export", "paper", "--study", study, "-o", file) == 2
    assert "velg et annet navn" in refusal(capsys)


def test_the_word_file_is_the_same_sheet(study: Path) -> None:
    file = study / "ark.docx"
    assert run("export", "paper", "--study", study, "-o", file) == 0
    document = Document(str(file))
    table = document.tables[0]
    asked = {row.cells[0].text: row.cells[3].text for row in table.rows[1:] if row.cells[0].text != row.cells[3].text}
    assert list(asked) == [question.id for question in thesis().questions]
    assert asked["A4"].splitlines()[0] == "Har du ulikt fokus på sosial samhandling og sosial deltagelse?"
    assert asked["A4"].count("□") == 2
    assert asked["A4"].count("□\u00a0") == 2, "no box stays behind at the end of a line"
    assert len(table.rows[0]._tr.xpath("w:trPr/w:tblHeader")) == 1
    assert document.sections[0].page_width is not None
    assert round(document.sections[0].page_width.mm) == 210
