"""The thesis's appendix, as the Word table that it is and as the text of its PDF: the same guide, word for word."""

from functools import cache
from pathlib import Path

import pytest

from guide.importing import Imported, ImportRefusal, import_document
from guide.importing.document_blocks import Block
from guide.importing.reading.word_reader import read_word
from guide.importing.structure.research_questions import bare_words
from guide.reading import read_guide
from guide.write import write_guide
from tests.guide.documents.pdf import PdfPaper

FIXTURES = Path(__file__).parent / "fixtures"
BOTH = ("vedlegg1.docx", "vedlegg1.txt", "vedlegg1.pdf")
QUESTIONS = {
    "A1": "Hvor bevisst er du på å tilrettelegge for sosial samhandling i timene?",
    "A2": "Hva slags fokus har du på klientens sosiale musikkbruk utenfor musikkterapi?",
    "A3": "Hva er det som påvirker hva slags fokus du har på dette?",
    "A4": "Har du ulikt fokus på sosial samhandling og sosial deltagelse; evt. hvordan og hvorfor?",
    "B1": "Hvordan vil du beskrive den sosiale samhandlingen som skjer i timene?",
    "B2": "Hva vektlegger du i samhandlingen; hvorfor?",
    "B3": "Hva gjør du for å skape god kontakt mellom deg og klienten (evt. mellom klienter i en gruppe)?",
    "B4": "Hvordan jobber du for å fremme sosial deltagelse i klientens hverdagsliv?",
    "B5": "Kan du komme med et eller to eksempler fra din praksis hvor musikkterapi bidro enten særlig positivt eller "
    "negativt til klientens sosiale bedring?",
    "B6": "Hvordan jobber du med evt. barrierer og ressurser som påvirker klientens muligheter for sosial samhandling "
    "og sosial deltagelse?",
    "B7": "Hvordan vil du beskrive arbeidet ditt med sosial deltagelse i forhold til sosial samhandling; er det "
    "forskjeller, hvorfor?",
    "B8": "På hvilke arenaer tilrettelegger du for sosial samhandling?",
    "B9": "På hvilke arenaer legger du til rette for sosial deltagelse?",
    "B10": "Hvorfor på akkurat disse arenaene?",
    "C1": "Hvilke muligheter og utfordringer opplever du at musikkterapi har med slikt arbeid i psykisk helsevern?",
    "C2": "Er det ulike muligheter og utfordringer for samhandling og deltagelse?",
    "C3": "Har synet ditt på slikt arbeid endret seg siden du begynte å jobbe i psykisk helsevern; hvorfor?",
    "Z1": "Er det andre ting du vil legge til som jeg ikke har spurt om, eller som du ikke har fått sagt?",
}
SERVES = {"A": 4, "Ba": 7, "Bb": 3, "C": 3}


def on_paper() -> bytes:
    """The Word file as a PDF: its paragraphs, its table with lines drawn around the cells, its pages."""
    paper = PdfPaper()
    down = 80.0
    rows: dict[int, list[Block]] = {}
    for block in read_word((FIXTURES / "vedlegg1.docx").read_bytes()):
        if block.aside:
            continue
        if block.cell is not None:
            rows.setdefault(block.cell.row, []).append(block)
            continue
        size = 14 if block.kind == "heading" else 10
        words = f"{block.label} {block.text}".strip()
        down = paper.paragraph(words, 72, down, 450, size=size, face="bold" if block.bold else "", hang=18) + 8
    for cells in rows.values():
        if down > 560:
            paper.turn()
            down = 80.0
        top, ends = down - 14, [down]
        for column, (left, width) in enumerate(((76.0, 150.0), (236.0, 280.0))):
            at = down
            for block in cells:
                if block.cell is not None and block.cell.column == column:
                    words = f"{'•' if block.label else ''} {block.text}".strip()
                    at = paper.paragraph(words, left, at, width, hang=12 if block.label else 0) + 2
            ends.append(at)
        down = max(ends) + 4
        paper.box(72, top, 230, down - 10)
        paper.box(230, top, 522, down - 10)
        down += 4
    return paper.bytes()


@cache
def imported(name: str) -> Imported:
    made = import_document(on_paper() if name.endswith(".pdf") else (FIXTURES / name).read_bytes(), name)
    assert isinstance(made, Imported), made
    return made


@pytest.mark.parametrize("name", BOTH)
def test_every_question_is_there_word_for_word_under_its_id(name: str) -> None:
    assert {question.id: question.ask for question in imported(name).guide.questions} == QUESTIONS


@pytest.mark.parametrize("name", BOTH)
def test_each_serves_what_stands_beside_it(name: str) -> None:
    guide = imported(name).guide
    served = [target for section in guide.sections for question in section.questions for target in question.serves]
    assert {target: served.count(target) for target in served} == SERVES
    assert [question.id for question in guide.closing] == ["Z1"]


@pytest.mark.parametrize("name", BOTH)
def test_title_problem_and_research_questions(name: str) -> None:
    guide = imported(name).guide
    assert guide.title == "Veiledende intervjuguide"
    assert guide.language == "nb"
    assert guide.problem is not None
    assert guide.problem.startswith("Hvordan beskriver musikkterapeuter eget arbeid med å fremme")
    assert guide.problem.endswith("for voksne med psykiske lidelser?")
    assert [(question.id, len(question.text.split())) for question in guide.research_questions] == [
        ("A", 20),
        ("B", 20),
        ("C", 13),
    ]
    parts = guide.research_questions[1].parts
    assert [part.id for part in parts] == ["Ba", "Bb"]
    assert parts[0].text.endswith("i sin praksis…")
    assert parts[1].text == "… og på hvilke arenaer foregår dette?"


@pytest.mark.parametrize("name", BOTH)
def test_the_question_in_brackets_is_optional_and_said_to_be(name: str) -> None:
    made = imported(name)
    assert [question.id for question in made.guide.questions if question.optional] == ["C3"]
    assert "optional_brackets" in {doubt.code for doubt in made.doubts["question:C3"]}


@pytest.mark.parametrize("name", BOTH)
def test_probes_inside_a_sentence_stay_there_and_are_marked(name: str) -> None:
    doubts = imported(name).doubts
    marked = {place for place, found in doubts.items() if any(doubt.code == "inner_probes" for doubt in found)}
    assert marked == {"question:A4", "question:B2", "question:B3", "question:B7", "question:C3"}


def test_both_give_the_same_guide() -> None:
    assert imported("vedlegg1.docx").guide == imported("vedlegg1.txt").guide


@pytest.mark.parametrize("name", BOTH)
def test_it_can_be_written_and_read_with_its_ids(name: str) -> None:
    guide = imported(name).guide
    assert read_guide(write_guide(guide), "guide.yaml").guide == guide


@pytest.mark.parametrize("name", BOTH)
def test_what_is_left_out_are_leads_alone(name: str) -> None:
    out = [line for line in imported(name).lines if line.became == "left_out"]
    assert {line.reason for line in out} == {"appendix", "structure"}
    assert all(len(line.text.split()) <= 5 for line in out)


def test_a_line_of_the_pdf_that_holds_both_columns_is_told_apart() -> None:
    became = {line.text: line.became for line in imported("vedlegg1.txt").lines}
    assert became["… og på hvilke arenaer foregår dette?"] == "rq:Bb"
    assert became["På hvilke arenaer tilrettelegger du for sosial samhandling?"] == "question:B8"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("not-a-guide/Leitfaden.docx", "import_not_a_guide"),
        ("placeholders/iteration_2_utvardering.md", "import_placeholders"),
    ],
)
def test_what_is_no_guide_is_refused_with_the_reason(name: str, code: str) -> None:
    refused = import_document((FIXTURES / name).read_bytes(), Path(name).name)
    assert isinstance(refused, ImportRefusal)
    assert refused.code == code
    assert all(fact.isdecimal() for fact in refused.facts.values())


def test_words_are_compared_without_their_signs() -> None:
    assert bare_words("… og på hvilke arenaer foregår dette?") == ["og", "på", "hvilke", "arenaer", "foregår", "dette"]
