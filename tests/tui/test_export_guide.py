"""``export guide``: the guide as the appendix of a thesis, in Word and in Markdown."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument

from guide.model import Guide, Question, ResearchQuestion, Section
from tests.modes import is_private
from tests.test_imports import loaded_by
from tests.tui.appendix_form import AppendixTable, form_of
from tests.tui.studies import study_with
from tests.tui.test_cli import refusal, run
from tui.documents.research_table import appendix_of
from tui.documents.sheet import sheet_of

Captured = pytest.CaptureFixture[str]
SMALL = """
title: Nye lærere
language: nb
minutes: 4.5
problem: Hvordan går det?
research_questions: {A: Hva overrasker?, B: Hvem støtter?}
concepts: {mentor: {short: en som følger deg, say: "Med mentor mener jeg …"}}
opening: [Formålet, {id: consent, point: Samtykke, gate: recording}]
sections:
  - title: Oppvarming
    questions: [Hvor lenge har du vært her?]
  - title: Start
    serves: [A, B]
    questions:
      - {ask: Hva var nytt?, minutes: 3, probes: [{ask: Hvordan?, if: noe var nytt}]}
      - {ask: "Hva [nå]?", optional: true, serves: A}
      - {ask: (Hva mer?), serves: [B, A]}
  - questions: [Bor du her?]
closing: [Noe mer?]
after: [Hvordan var det?]
"""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return study_with(tmp_path / "s")


def small(folder: Path, language: str = "nb") -> Path:
    (folder / "guide.yaml").write_text(SMALL.replace("language: nb", f"language: {language}"), encoding="utf-8")
    return folder


def markdown(capsys: Captured, study: Path, *more: str) -> str:
    capsys.readouterr()
    assert run("export", "guide", "--study", study, *more) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def word(study: Path, *more: str) -> WordDocument:
    file = study / "vedlegg.docx"
    assert run("export", "guide", "--study", study, "-o", file, *more) == 0
    return Document(str(file))


def rows(document: WordDocument) -> list[tuple[str, list[str]]]:
    (table,) = document.tables
    return [
        (row.cells[0].text, [f"{p.style.name if p.style else ''}: {p.text}" for p in row.cells[1].paragraphs])
        for row in table.rows
    ]


# --- the form


EXPERIENCES = (
    "Hvilke erfaringer og refleksjoner har musikkterapeuter rundt muligheter og utfordringer med slikt arbeid?"
)


def test_the_thesiss_guide_has_the_form_of_its_own_appendix(study: Path) -> None:
    """Its table, row by row, as in the thesis, under the sections' titles: B cut in two, the optional question in
    parentheses, the closing last.
    """
    document = word(study)
    head, *table = rows(document)
    assert head == ("Forskningsspørsmål", ["Normal: Spørsmål til deltager"])
    assert table[0][0].startswith("Fokus\nHva slags fokus har musikkterapeuter på å fremme")
    assert [left for left, _ in table[1:]] == [
        "Praksis\nHvordan legger musikkterapeuter til rette for sosial samhandling og sosial deltagelse i sin praksis…",
        "Arenaer\n… og på hvilke arenaer foregår dette?",
        f"Erfaringer og refleksjoner\n{EXPERIENCES}",
        "Avslutning",
    ]
    assert [len([line for line in right if line.startswith("List Bullet: ")]) for _, right in table] == [4, 7, 3, 3, 1]
    assert table[0][1][3:] == [
        "List Bullet: Har du ulikt fokus på sosial samhandling og sosial deltagelse?",
        "List Bullet 2: Dersom fokuset er ulikt: Hvordan?",
        "List Bullet 2: Dersom fokuset er ulikt: Hvorfor?",
    ]
    assert table[3][1][2] == (
        "List Bullet: (Har synet ditt på slikt arbeid endret seg siden du begynte å jobbe i psykisk helsevern?)"
    )


def test_before_the_table_stand_title_problem_and_research_questions(study: Path) -> None:
    said = [(p.style.name if p.style else "", p.text[:42]) for p in word(study).paragraphs]
    assert said[:7] == [
        ("Heading 1", "Musikkterapi og deltagelse"),
        ("Normal", "Problemstilling: Hvordan beskriver musikkt"),
        ("Normal", "Forskningsspørsmål:"),
        ("List", "A) Hva slags fokus har musikkterapeuter på"),
        ("List", "B) Hvordan legger musikkterapeuter til ret"),
        ("List 2", "Ba) Hvordan legger musikkterapeuter til re"),
        ("List 2", "Bb) … og på hvilke arenaer foregår dette?"),
    ]
    assert ("Normal", "Planlagt tid: 60 minutter") in said
    assert ("List Bullet", "Bruk og lagring av lydopptaket (før opptak") in said
    assert ("Normal", "Spørsmål i parentes er valgfrie.") in said
    assert ("List Bullet", "sosial samhandling: interaksjon som oppstå") in said


TITLES = ("Fokus", "fokus", "Hva slags fokus?", "Avslutning", "Forskningsspørsmål", "Uten forskningsspørsmål", "Mer?")
"""Each equals another text: a short name, a research question, a word of the appendix's own, a question."""


def test_a_title_of_the_authors_stands_whatever_else_says_the_same() -> None:
    target = ResearchQuestion("A", "Hva slags fokus?", "Fokus")
    sections = tuple(
        Section(title, ("A",), (Question(f"A{place}", "Mer?", "Mer?", ("A",)),)) for place, title in enumerate(TITLES)
    )
    guide = Guide("Fokus", "nb", research_questions=(target,), sections=sections)
    (table,) = (block for block in form_of(appendix_of(guide)).blocks if isinstance(block, AppendixTable))
    heads = [[(span.text, span.look) for (span,) in row.head] for row in table.rows]
    assert heads == [[(title, "name"), (target.text, "words")] for title in TITLES]
    assert [group.title for group in sheet_of(guide).groups] == [f"A · {title}" for title in TITLES]


def test_what_serves_several_none_or_something_else_is_told(capsys: Captured, tmp_path: Path) -> None:
    table = [line for line in markdown(capsys, small(tmp_path)).splitlines() if line.startswith("| ")]
    probe = "<br>&nbsp;&nbsp;◦ *Dersom noe var nytt:* Hvordan?"
    assert table[2:] == [
        "| **Oppvarming** | • Hvor lenge har du vært her? |",
        f"| **Start**<br>Hva overrasker? | • Hva var nytt? *(også B; 3 min)*{probe}<br>• (Hva \\[nå\\]?) |",
        "| **Start**<br>Hvem støtter?<br>Hva overrasker? | • (Hva mer?) *(skal stilles)* |",
        "| *Uten forskningsspørsmål* | • Bor du her? |",
        "| Avslutning | • Noe mer? |",
    ]


THEMES = {"nb": ("Tema", "Uten tema"), "nn": ("Tema", "Utan tema"), "en": ("Theme", "No theme")}


@pytest.mark.parametrize("language", THEMES)
def test_a_column_of_titles_alone_has_themes_for_its_head(language: str) -> None:
    head, none = THEMES[language]
    sections = (
        Section("Warm-up", (), (Question("Q1", "How long have you been here?", "x"),)),
        Section("", (), (Question("Q2", "What was new?", "x"),)),
    )
    guide = Guide("t", language, research_questions=(ResearchQuestion("A", "Why?", "x"),), sections=sections)

    def told(guide: Guide) -> list[str]:
        (table,) = (block for block in form_of(appendix_of(guide)).blocks if isinstance(block, AppendixTable))
        return [table.heads[0], *(row.head[0][0].text for row in table.rows)]

    assert told(guide) == [head, "Warm-up", none]
    serving = guide.sections[1].questions[0].but(serves=("A",))
    assert told(guide.but(sections=(sections[0], Section("", (), (serving,)))))[0] not in (head, "Warm-up")
    untitled = told(guide.but(sections=(sections[1],)))
    assert untitled[0] not in (head, ""), "no titles, so no themes"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nb",
            ["**Forskningsspørsmål:**", "**Planlagt tid:** 4,5 minutter", "**Åpning:**", "**Begreper:**", "*Sies:*"],
        ),
        (
            "nn",
            ["**Forskingsspørsmål:**", "**Planlagt tid:** 4,5 minutt", "**Opning:**", "**Omgrep:**", "*Blir sagt:*"],
        ),
        (
            "en",
            ["**Research questions:**", "**Planned time:** 4.5 minutes", "**Opening:**", "**Concepts:**", "*Said:*"],
        ),
    ],
)
def test_the_appendix_speaks_the_guides_language_whatever_the_interface_speaks(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: str, said: list[str]
) -> None:
    monkeypatch.setenv("INTERVJUGUIDE_LANGUAGE", "en" if language == "nb" else "nb")
    out = markdown(capsys, small(tmp_path, language))
    assert [lead for lead in said if lead not in out] == []
    tags = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
    (found,) = word(tmp_path).styles.element.xpath("w:docDefaults//w:lang/@w:val")
    assert found == tags[language]


def test_ids_stand_there_when_they_are_asked_for(capsys: Captured, study: Path) -> None:
    assert "*A1*" not in markdown(capsys, study)
    out = markdown(capsys, study, "--ids")
    assert "| **Fokus**<br>A) Hva slags fokus" in out
    assert "• *A1* Hvor bevisst" in out
    assert "• *C3* (Har synet ditt" in out
    assert rows(word(study, "--ids"))[1][1][0].startswith("List Bullet: A1 Hvor bevisst")


# --- the Word file


def test_it_takes_on_the_look_of_the_thesis_that_it_is_pasted_into(study: Path) -> None:
    """No colours, no fonts and no sizes beside the styles; headings repeat, rows stay whole."""
    document = word(study)
    (table,) = document.tables
    assert table.style is not None
    assert table.style.name == "Table Grid"
    marked = [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows]
    assert marked == [True] + [False] * (len(table.rows) - 1)
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in table.rows)
    body = document.element.body
    assert body.xpath(".//w:rPr/*[not(self::w:rStyle)]") == []
    assert {run.style.name for p in document.paragraphs for run in p.runs} <= {
        "Default Paragraph Font",
        "Strong",
        "Emphasis",
    }
    heading = document.styles["Heading 1"].element
    assert heading.xpath(".//w:color | .//w:rFonts") == []
    for name in ("List Bullet", "List Bullet 2"):
        assert document.styles[name].element.xpath("w:pPr/w:numPr/w:numId"), "a real bullet of Word's"


def test_the_file_names_nobody_and_no_date(study: Path) -> None:
    word(study)
    with ZipFile(study / "vedlegg.docx") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
        assert [name for name in archive.namelist() if name.startswith("docProps/")] == ["docProps/core.xml"]
        assert not [name for name in archive.namelist() if "thumbnail" in name or "customXml" in name]
    assert "<dc:title>Musikkterapi og deltagelse</dc:title>" in core
    assert not [word for word in ("creator", "created", "modified", "lastModifiedBy", "python-docx") if word in core]


def test_the_same_guide_makes_the_same_bytes(study: Path) -> None:
    made = []
    for name in ("a.docx", "b.docx"):
        assert run("export", "guide", "--study", study, "-o", study / name) == 0
        made.append((study / name).read_bytes())
    assert made[0] == made[1]


# --- files


@pytest.mark.parametrize("name", ["v.docx", "v.md", "V.MD", "v.markdown"])
def test_what_was_made_here_is_private_and_may_be_made_anew(capsys: Captured, study: Path, name: str) -> None:
    file = study / name
    for _ in range(2):
        assert run("export", "guide", "--study", study, "-o", file) == 0
        assert is_private(file)
    small(study)
    assert run("export", "guide", "--study", study, "-o", file) == 0
    data = file.read_bytes()
    text = Document(BytesIO(data)).paragraphs[0].text if name.endswith(".docx") else data.decode()
    assert "Nye lærere" in text
    assert capsys.readouterr().out.count(str(file)) == 3


def edited_in_word(file: Path) -> None:
    document = Document(str(file))
    document.paragraphs[1].add_run(" Lagt til av meg.")
    document.save(str(file))


def edited_as_text(file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace("Avslutning", "Til slutt"), encoding="utf-8")


def somebody_elses(file: Path) -> None:
    document = Document()
    document.add_paragraph("Min oppgave")
    document.save(str(file))


def broken(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-40])


def foreign(file: Path) -> None:
    file.write_text("mine egne ord", encoding="utf-8")


def bomb(file: Path) -> None:
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("docProps/core.xml", b"0" * 60_000_000)


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("v.docx", bomb),
        ("v.docx", edited_in_word),
        ("v.docx", somebody_elses),
        ("v.docx", broken),
        ("v.docx", foreign),
        ("v.md", edited_as_text),
        ("v.md", foreign),
        ("v.md", somebody_elses),
    ],
)
def test_what_somebody_wrote_is_never_written_over(capsys: Captured, study: Path, name: str, spoil: object) -> None:
    file = study / name
    assert run("export", "guide", "--study", study, "-o", file) == 0
    assert callable(spoil)
    spoil(file)
    before = file.read_bytes()
    capsys.readouterr()
    assert run("export", "guide", "--study", study, "-o", file) == 2
    assert "velg et annet navn" in refusal(capsys)
    assert file.read_bytes() == before


def test_a_word_file_packed_anew_without_a_change_is_still_ours(study: Path) -> None:
    file = study / "v.docx"
    assert run("export", "guide", "--study", study, "-o", file) == 0
    with ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(file, "w", ZIP_STORED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    assert run("export", "guide", "--study", study, "-o", file) == 0


def test_a_place_that_cannot_be_written_is_named(capsys: Captured, study: Path) -> None:
    assert run("export", "guide", "--study", study, "-o", study / "nowhere" / "v.docx") == 1
    assert str(study / "nowhere" / "v.docx") in refusal(capsys)


# --- what was asked for


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("guide", "-o", "v.pdf"), ".docx / .md"),
        (("guide", "-o", "vedlegg"), ".docx / .md"),
        (("paper", "-o", "ark.md"), ".html / .docx"),
        (("guide", "--json"), "--json hører ikke sammen med export guide"),
        (("guide", "--participant", "I1"), "--participant hører ikke sammen med export guide"),
        (("paper", "--fact", "setting=x"), "--fact hører ikke sammen med export paper"),
        (("paper", "--ids"), "--ids hører ikke sammen med export paper"),
        (("method", "--ids"), "--ids hører ikke sammen med export method"),
        (("guid",), "mente du guide?"),
    ],
)
def test_what_a_format_does_not_take_is_said_in_one_line(
    capsys: Captured, study: Path, arguments: tuple[str, ...], said: str
) -> None:
    assert run("export", *arguments, "--study", study) == 2
    assert said in refusal(capsys)


def test_a_missing_library_is_named_with_the_way_to_get_it(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, study: Path
) -> None:
    monkeypatch.setattr("tui.commands.export.find_spec", lambda _: None)
    assert run("export", "guide", "--study", study, "-o", study / "v.docx") == 2
    assert "pip install 'intervjuguide[documents]'" in refusal(capsys)
    assert run("export", "guide", "--study", study, "-o", study / "v.md") == 0


def test_a_guide_with_errors_is_not_written(capsys: Captured, study: Path) -> None:
    (study / "guide.yaml").write_text("titel: x\n", encoding="utf-8")
    assert run("export", "guide", "--study", study, "-o", study / "v.docx") == 1
    assert "guide.yaml:1:1" in capsys.readouterr().err
    assert not (study / "v.docx").exists()


@pytest.mark.parametrize(("arguments", "loaded"), [((), set()), (("-o", "v.docx"), {"docx"})])
def test_nothing_is_loaded_that_is_not_needed(
    study: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], loaded: set[str]
) -> None:
    given = [str(study / one) if one.endswith(".docx") else one for one in arguments]
    program = "import sys; from tui.main import main; main(sys.argv[1:])"
    found = loaded_by(program, "export", "guide", "--study", str(study), *given)
    assert found & {"docx", "textual", "asyncio", "markdown_it"} == loaded
