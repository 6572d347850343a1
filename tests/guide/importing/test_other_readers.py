"""OpenDocument, HTML as Google Docs saves it, and workbooks: into the same guide as the Word file."""

from io import BytesIO

import pytest
import xlsxwriter

from guide.importing import Imported, ImportRefusal, import_document
from guide.importing.reading.odt_reader import read_odt
from guide.importing.reading.sheet_reader import read_sheets
from guide.model import Guide
from tests.guide.documents.odt import heading, items, odt, paragraph, rows
from tests.guide.documents.packages import zipped


def imported(data: bytes, name: str) -> Imported:
    made = import_document(data, name)
    assert isinstance(made, Imported), made
    return made


def tree(guide: Guide) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    return [
        (section.title, [(one.ask, [probe.ask for probe in one.probes]) for one in section.questions])
        for section in guide.sections
    ]


def left_out(made: Imported, reason: str) -> list[str]:
    return [line.text for line in made.lines if line.became == "left_out" and line.reason == reason]


WANTED: list[tuple[str, list[tuple[str, list[str]]]]] = [
    ("Arbeidet", [("Hvordan begynte du?", ["Hvem lærte deg det?", "Når var det?"]), ("Hva reparerer du oftest?", [])]),
    ("Folk", [("Hvem spør du om råd?", []), ("Hva skulle du ønske?", [])]),
]


def in_odt() -> bytes:
    return odt(
        paragraph("Intervjuguide: reparasjon", "Title"),
        heading("Arbeidet"),
        items("Hvordan begynte du?", items("Hvem lærte deg det?", "Når var det?", style="L1")),
        items("Hva reparerer du oftest?", more=' text:continue-numbering="true"'),
        heading("Folk"),
        items("Hvem spør du om råd?", "Hva skulle du ønske?", more=' text:continue-numbering="true"'),
    )


GOOGLE = """<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">
.lst-kix_abc-0>li{counter-increment:lst-ctn-kix_abc-0}ol.lst-kix_abc-1{list-style-type:none}
.lst-kix_abc-0>li:before{content:"" counter(lst-ctn-kix_abc-0,decimal) ". "}
.lst-kix_abc-1>li:before{content:"" counter(lst-ctn-kix_abc-1,lower-latin) ". "}
.c5{font-weight:700}.c1{font-weight:400}</style><title>noe annet</title></head><body class="c9 doc-content">
<p class="c3 title"><span class="c1">Intervjuguide: repa</span><span class="c1">rasjon</span></p>
<h1 class="c2"><span>Arbeidet</span></h1>
<ol class="c7 lst-kix_abc-0 start" start="1"><li class="c4 li-bullet-0"><span class="c1">Hvordan </span><span
class="c5">begynte</span><span class="c1"> du?</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></li></ol>
<ol class="c7 lst-kix_abc-1 start" start="1"><li class="c4"><span>Hvem lærte deg det?</span></li><li><span>Når var
det?</span></li></ol><ol class="c7 lst-kix_abc-0" start="2"><li><span>Hva reparerer du oftest?</span></li></ol>
<h1 class="c2"><span>Folk</span></h1><ol class="c7 lst-kix_abc-0" start="3"><li><span>Hvem spør du om råd?</span><sup><a
href="#ftnt1" id="ftnt_ref1">[1]</a></sup></li><li><span>Hva skulle du ønske?</span></li></ol><hr>
<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;Også på nett.</span></p></div>
<div class="c11"><p class="c2"><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Er dette ledende?</span></p></div>
</body></html>"""


def in_html() -> bytes:
    return GOOGLE.replace("Når var\ndet?", "Når var det?").encode()


def workbook(*sheets: tuple[str, list[list[object]]]) -> bytes:
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        for name, lines in sheets:
            sheet = book.add_worksheet(name)
            for at, line in enumerate(lines):
                for column, words in enumerate(line):
                    if words != "":
                        sheet.write(at, column, words)
    return file.getvalue()


def in_sheet() -> bytes:
    return workbook(
        (
            "Ark1",
            [
                ["Tema", "Spørsmål", "Oppfølging"],
                ["Arbeidet", "Hvordan begynte du?", "Hvem lærte deg det?\nNår var det?"],
                ["", "Hva reparerer du oftest?", ""],
                ["Folk", "Hvem spør du om råd?", ""],
                ["", "Hva skulle du ønske?", ""],
            ],
        )
    )


@pytest.mark.parametrize(
    ("data", "name"),
    [(in_odt(), "guide.odt"), (in_html(), "guide.html"), (in_sheet(), "guide.xlsx"), (in_odt(), "guide.docx")],
    ids=["odt", "html", "xlsx", "odt called .docx"],
)
def test_the_same_guide_in_each_format(data: bytes, name: str) -> None:
    made = imported(data, name)
    assert tree(made.guide) == WANTED
    if "xlsx" not in name:
        assert made.guide.title == "Intervjuguide: reparasjon"
        assert [question.id for question in made.guide.questions] == ["Q1", "Q2", "Q3", "Q4"]


def test_what_hangs_in_a_sentence_is_kept_apart_from_it() -> None:
    made = imported(
        odt(
            '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>Hvorfor gikk det galt?'
            "</text:p></text:deletion></text:changed-region></text:tracked-changes>",
            paragraph("Intervjuguide: noter", "Title"),
            paragraph("Hva gjør du i arbeidet ditt<text:note><text:note-citation>1</text:note-citation><text:note-body>"
                      "<text:p>Lønnet eller ulønnet.</text:p></text:note-body></text:note>?"),
            paragraph("Hvem<text:s text:c='2'/>hjelper<text:line-break/>deg<office:annotation><text:p>Ledende?</text:p>"
                      "</office:annotation>?"),
            paragraph('Hva er vanskelig?<text:span text:style-name="HID">Ikke si dette</text:span>'),
            styles=False,
        ),
        "guide.odt",
    )  # fmt: skip
    assert [question.ask for question in made.guide.questions] == [
        "Hva gjør du i arbeidet ditt?", "Hvem hjelper deg?", "Hva er vanskelig?",
    ]  # fmt: skip
    assert left_out(made, "footnote") == ["Lønnet eller ulønnet."]
    assert left_out(made, "comment") == ["Ledende?"]
    assert left_out(made, "deleted") == ["Hvorfor gikk det galt?"]
    assert left_out(made, "hidden") == ["Ikke si dette"]


def test_googles_comments_and_footnotes_are_listed_and_their_marks_are_no_words() -> None:
    made = imported(in_html(), "guide.html")
    assert left_out(made, "comment") == ["Er dette ledende?"]
    assert left_out(made, "footnote") == ["Også på nett."]


def test_frames_and_drawings_of_an_odt_are_told_wherever_they_hang() -> None:
    box = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
    shape = "<draw:custom-shape><text:p>{}</text:p></draw:custom-shape>"
    made = imported(
        odt(
            box.format("Fast på sida"), shape.format("En form"), f"<draw:g>{box.format('I ei gruppe')}</draw:g>",
            paragraph("Intervjuguide: rammer", "Title"),
            paragraph(f"Hva gjør {shape.format('Ved ordet')}du?"),
            paragraph(f"Hvem hjelper deg?<draw:g>{box.format('Gruppe i teksten')}</draw:g>"),
            paragraph("Hva er vanskelig?"),
            "<text:alphabetical-index><text:index-body><text:p>Arbeid 1</text:p></text:index-body>"
            "</text:alphabetical-index>",
        ),
        "guide.odt",
    )  # fmt: skip
    assert [question.ask for question in made.guide.questions] == [
        "Hva gjør du?", "Hvem hjelper deg?", "Hva er vanskelig?",
    ]  # fmt: skip
    assert left_out(made, "text_box") == ["Fast på sida", "En form", "I ei gruppe", "Ved ordet", "Gruppe i teksten"]
    assert left_out(made, "contents") == ["Arbeid 1"]


def test_cells_of_an_odt_that_others_cover_keep_their_column_and_their_words() -> None:
    wide = '<table:table-cell table:number-columns-spanned="2"><text:p>Begge</text:p></table:table-cell>'
    high = '<table:table-cell table:number-rows-spanned="2"><text:p>Arbeidet</text:p></table:table-cell>'
    covered = "<table:covered-table-cell><text:p>Dekket</text:p></table:covered-table-cell>"
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    found = read_odt(
        odt(
            "<table:table>"
            + "".join(
                f"<table:table-row>{row}</table:table-row>"
                for row in (
                    wide + covered + cell.format("Tid"),
                    high + cell.format("Hva gjør du?") + cell.format("5"),
                    covered + cell.format("Hvem hjelper deg?") + cell.format("6"),
                )
            )
            + "</table:table>"
        )
    )
    assert [(one.cell.row, one.cell.column, one.text) for one in found if one.cell] == [
        (0, 0, "Begge"), (0, 2, "Tid"), (1, 0, "Arbeidet"), (1, 1, "Hva gjør du?"), (1, 2, "5"),
        (2, 1, "Hvem hjelper deg?"), (2, 2, "6"),
    ]  # fmt: skip
    assert [one.text for one in found if one.aside == "hidden"] == ["Dekket", "Dekket"]


def test_an_odt_table_is_read_by_its_columns() -> None:
    guide = imported(
        odt(
            paragraph("Intervjuguide: tabell", "Title"),
            rows(
                (paragraph("Tema"), paragraph("Spørsmål")),
                (paragraph("Arbeidet"), paragraph("Hvordan begynte du?") + paragraph("Hva reparerer du oftest?")),
                (paragraph("Folk"), paragraph("Hvem spør du om råd?") + paragraph("Hva skulle du ønske?")),
            ),
        ),
        "guide.odt",
    ).guide
    assert [(title, [ask for ask, _ in asked]) for title, asked in tree(guide)] == [
        (title, [ask for ask, _ in asked]) for title, asked in WANTED
    ]


def test_an_xlsform_becomes_sections_and_questions() -> None:
    survey: list[list[object]] = [
        ["type", "name", "label::Norsk (nb)", "label::English (en)", "hint"],
        ["start", "start", "", "", ""],
        ["note", "hei", "Vi er to studenter som undersøker reparasjon, og du kan stoppe når som helst.", "", ""],
        ["begin_group", "g1", "Arbeidet", "Work", ""],
        ["text", "q1", "Hvordan begynte du?", "How did you begin?", ""],
        ["text", "q2", "Hva reparerer du oftest?", "What do you repair?", ""],
        ["end_group", "", "", "", ""],
        ["begin_group", "g2", "Folk", "People", ""],
        ["text", "q3", "Hvem spør du om råd?", "Whom do you ask?", ""],
        ["text", "q4", "Hva skulle du ønske?", "What would you wish?", ""],
        ["end_group", "", "", "", ""],
    ]
    choices: list[list[object]] = [["list_name", "name", "label"], ["yn", "y", "Ja"], ["yn", "n", "Nei"]]
    made = imported(workbook(("survey", survey), ("choices", choices)), "form.xlsx")
    assert [(title, [ask for ask, _ in asked]) for title, asked in tree(made.guide)] == [
        (title, [ask for ask, _ in asked]) for title, asked in WANTED
    ]
    assert "Ja" not in [line.text for line in made.lines]


def test_one_question_a_row_is_enough() -> None:
    guide = imported(workbook(("Ark1", [["Hva gjør du?"], ["Hvem hjelper deg?"], ["Hva er best?"]])), "q.xlsx").guide
    assert [question.ask for question in guide.questions] == ["Hva gjør du?", "Hvem hjelper deg?", "Hva er best?"]


@pytest.mark.parametrize("form", [[], [["Bakery interviews"], ["Name:"], ["Date:", ""]]])
def test_names_between_numbered_rows_are_sections_below_a_form_or_none(form: list[list[object]]) -> None:
    rows: list[list[object]] = [
        *form,
        ["No", "Question", "Prompts"],
        ["", "The shop", "Where it lies"],
        ["a1", "Who buys the bread?", "Neighbours, children, strangers"],
        ["a2", "How full is it in the morning?", "1 = empty, 5 = crowded"],
        ["", "The oven", ""],
        ["b1", "Who lights it?", ""],
        ["b2", "What is baked first?", ""],
    ]
    guide = imported(workbook(("Ark1", rows)), "q.xlsx").guide
    assert [(one.title, [question.ask[:5] for question in one.questions]) for one in guide.sections] == [
        ("The shop", ["Who b", "How f"]),
        ("The oven", ["Who l", "What "]),
    ]
    assert [len(question.probes) for question in guide.questions] == [3, 0, 0, 0]
    assert guide.questions[1].aim == "1 = empty, 5 = crowded"


def test_keywords_below_a_numbered_question_name_no_section() -> None:
    rows: list[list[object]] = [["No", "Question"], ["1", "Who buys the bread?"], ["", "Neighbours"], ["", "Children"]]
    rows += [["2", "Who lights the oven?"], ["3", "What is baked first?"]]
    guide = imported(workbook(("Ark1", rows)), "q.xlsx").guide
    assert len(guide.sections) == 1
    assert [question.ask for question in guide.questions][1:] == ["Who lights the oven?", "What is baked first?"]


@pytest.mark.parametrize("shown", ["0", '0" years"', '0\\ "years"', '0" minutes"', '0" dager"', '0" kr"'])
def test_a_number_is_read_as_what_it_is_however_it_is_shown(shown: str) -> None:
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet, form = book.add_worksheet(), book.add_format({"num_format": shown})
        for at, number in enumerate((5, 31)):
            sheet.write(at, 0, f"I{at + 1}")
            sheet.write_number(at, 1, number, form)
    assert ["".join(run.text for run in block.runs) for block in read_sheets(file.getvalue())] == [
        "I1",
        "5",
        "I2",
        "31",
    ]


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a><b>"}), "g.odt",
         "import_broken_package"),
        (zipped({"mimetype": b"application/epub", "content.xml": b"<a/>"}), "g.odt", "import_no_odt"),
        (zipped({"xl/workbook.xml": b"<a/>"}), "g.xlsx", "import_broken_package"),
        (workbook(("Ark1", [])), "g.xlsx", "import_no_words"),
        (b"<html><body></body></html>", "g.html", "import_no_words"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named(data: bytes, name: str, code: str) -> None:
    made = import_document(data, name)
    assert isinstance(made, ImportRefusal)
    assert made.code == code


def test_a_title_above_the_headings_of_a_sheets_columns_hides_none_of_them() -> None:
    rows: list[list[object]] = [
        ["Evaluering av ferga, intervjuguide"], ["Versjon 2"], [],
        ["Nr", "Tema", "Spørsmål", "Oppfølging", "Hvem"], [1, "Arbeidet", "Hva gjør du om bord?", "Hvem med?", "alle"],
        [2, "", "Hva liker du best?", "", "alle"], [3, "Framtida", "Hva ville du endret?", "", "ledere"],
    ]  # fmt: skip
    guide = imported(workbook(("Guide", rows)), "ferga.xlsx").guide
    assert [(section.title, len(section.questions)) for section in guide.sections] == [("Arbeidet", 2), ("Framtida", 1)]
    assert [[probe.ask for probe in question.probes] for question in guide.questions] == [["Hvem med?"], [], []]


@pytest.mark.parametrize(("head", "when"), [("Hvis nei", "nei"), ("If no", "no"), ("Dersom ja:", "ja")])
def test_a_column_headed_by_a_condition_gives_its_probes_that_condition(head: str, when: str) -> None:
    sheet: list[list[object]] = [
        ["Tema", "Spørsmål", head],
        ["Start", "Synger dere hver uke?", "Hva hindrer dere?\nHva mer?"],
        ["Midt", "Har dere instrumenter?", ""],
    ]
    made = imported(workbook(("Ark1", sheet)), "guide.xlsx")
    probes = [(probe.ask, probe.condition) for question in made.guide.questions for probe in question.probes]
    assert probes == [("Hva hindrer dere?", when), ("Hva mer?", when)]
    assert left_out(made, "condition") == [head]


@pytest.mark.parametrize(
    ("lines", "probes"),
    [
        (["hvor", "når", "med hvem"], ["hvor", "når", "med hvem"]),
        (["vei inn", "første dag"], ["vei inn", "første dag"]),
        (["hvor de begynte,", "og hvordan"], ["hvor de begynte, og hvordan"]),
        (["Fortell om", "den første dagen"], ["Fortell om den første dagen"]),
        (["hvordan gikk", "det da?"], ["hvordan gikk det da?"]),
    ],
)
@pytest.mark.parametrize("kind", ["html", "odt"])
def test_keywords_below_each_other_in_a_cell_are_probes_and_a_broken_sentence_is_one(
    lines: list[str], probes: list[str], kind: str
) -> None:
    table = [("Spørsmål", "Stikkord"), ("Hva synger du?", lines), ("Hvem hører på?", ["familie"])]
    if kind == "html":
        cells = [[words if isinstance(words, str) else "<br>".join(words) for words in row] for row in table]
        body = "".join(f"<tr>{''.join(f'<td>{words}</td>' for words in row)}</tr>" for row in cells)
        data = f"<html><body><table>{body}</table></body></html>".encode()
    else:
        joined = [
            [words if isinstance(words, str) else "<text:line-break/>".join(words) for words in row] for row in table
        ]
        data = odt(rows(*(tuple(map(paragraph, row)) for row in joined)))
    made = imported(data, f"guide.{kind}")
    assert [probe.ask for probe in made.guide.questions[0].probes] == probes


GUIDE_SHEET: list[list[object]] = [
    ["Min intervjuguide 2026"],
    [],
    ["Nr", "FS", "Spørsmål", "Oppfølging 1", "Oppfølging 2", "Kommentar"],
    [1, "A", "Hva er musikkterapi for deg?", "Eksempel?", "", "start rolig"],
    [2, "A", "Hvordan planlegger du en time?", "Hvem er med?", "Hvor lenge?", ""],
    [3, "B", "Hva er vanskelig?", "", "", "ømfintlig"],
]
RESEARCH_SHEET: list[list[object]] = [["A", "Hvordan forstår de faget?"], ["B", "Hvordan er hverdagen?"]]


@pytest.mark.parametrize(
    "sheets",
    [
        (("Guide", GUIDE_SHEET), ("FS", RESEARCH_SHEET)),
        (("FS", RESEARCH_SHEET), ("Guide", GUIDE_SHEET)),
        (("Guide", GUIDE_SHEET), ("Forskningsspørsmål", [["FS", "Forskningsspørsmål"], *RESEARCH_SHEET])),
        (("Guide", GUIDE_SHEET), ("RQs", RESEARCH_SHEET)),
    ],
    ids=["last", "first", "headed", "english"],
)
def test_a_sheet_of_research_questions_is_what_the_column_of_ids_names(
    sheets: tuple[tuple[str, list[list[object]]], ...],
) -> None:
    made = imported(workbook(*sheets), "guide.xlsx")
    assert [(one.id, one.text) for one in made.guide.research_questions] == [tuple(row) for row in RESEARCH_SHEET]
    assert [(one.ask, one.serves, one.aim, [probe.ask for probe in one.probes]) for one in made.guide.questions] == [
        ("Hva er musikkterapi for deg?", ("A",), "start rolig", ["Eksempel?"]),
        ("Hvordan planlegger du en time?", ("A",), None, ["Hvem er med?", "Hvor lenge?"]),
        ("Hva er vanskelig?", ("B",), "ømfintlig", []),
    ]
    assert left_out(made, "served") == ["A", "A", "B"]


def test_ids_of_research_questions_that_stand_elsewhere_are_no_notes() -> None:
    made = imported(workbook(("Ark1", GUIDE_SHEET[2:])), "guide.xlsx")
    assert [question.aim for question in made.guide.questions] == ["start rolig", None, "ømfintlig"]
    assert left_out(made, "mark") == ["A", "A", "B"]
