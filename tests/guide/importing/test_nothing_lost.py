"""Whatever a document is made of, every word of it is in the guide where it is said to be, or is listed as left out."""

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from guide.importing import Imported, import_blocks
from guide.importing.document_blocks import Aside, Block, Cell, Form, Kind, RefusedError, Run, Spot, fold_spaces
from guide.model import Guide
from guide.reading import read_guide
from guide.write import write_guide

WORDINGS = st.sampled_from(
    (
        "Hva gjør du på jobb?",
        "Hvorfor?",
        "Fortell om en god dag",
        "How do you plan, and why?",
        "Motivasjon: Hva driver deg?",
        "(Har du tid til mer?)",
        "Hva liker du? (5 min)",
        "(valgfritt) Hva liker du?",
        "What stops you? (RQ1)",
        "Hvis ja: Hva skjedde?",
        "If no, why not?",
        "Hvis ja:",
        "Oppfølging: Hvordan da?",
        "Stikkord:",
        "Probe: time, money",
        "alder, utdanning",
        "Intervjuguide",
        "Bakgrunn (10 min)",
        "Avslutning",
        "Innledning",
        "Forskningsspørsmål:",
        "RQ1: How do teachers plan?",
        "Problemstilling: Hva er læring?",
        "Tema 1: Læring",
        "Er det greit at jeg tar opp?",
        "Er det noe du vil legge til?",
        "Takk for at du ville delta!",
        "[Interviewer: wait here]",
        "Merk: gi god tid.",
        "Varighet: 45 minutter",
        "Navn: ______",
        "[Spørsmål 3]",
        "→ Hva så?",
        "* valgfrie spørsmål",
        "From: Anne Doyle <anne@example.org>",
        "Subject: the guide",
        "Hei Anne,",
        "Her er guiden. Forskningsspørsmålet mitt er: hvordan planlegger de dagen? Si fra!",
        "Med vennlig hilsen",
        "On 2 Jan 2026, Anne Doyle wrote:",
        "Prompts: cost, time and friends",
        "Stikkord: penger, tid, osv.",
        "Probes: arrival; leaving",
        "Oppfølging: Hva da? Og hvem?",
        "What did you do? [remember to wait]",
        "What helps you? [prompts: time; money and friends]",
        "If yes, what then?",
        "If it went badly:",
        "How long have you been here? ______",
        "Tema: Bønder og framtid",
        "Del 2: Arbeid (15 min) – RQ1",
        "(Valgfrie spørsmål)",
        "Adapted from Hill (2011)",
        "Innhent samtykke",
        "How did you come to [name of school]?",
        "Do you like it? ☐ Yes ☐ No",
        "Research question: How do they plan?",
        "Supervisor: A. Hill",
        "Interview technique",
        "Thank you!",
        "Vi snakker nå om noe annet enn det vi snakket om før, og jeg håper at det er i orden for deg.",
    )
)
CELLS = st.one_of(
    st.none(),
    st.builds(
        lambda row, column, width: Cell(1, row, min(column, 3 - width), 3, width),
        st.integers(0, 3),
        st.integers(0, 2),
        st.integers(1, 3),
    ),
)
LABELS: st.SearchStrategy[tuple[str, Form]] = st.sampled_from(
    (
        ("", ""),
        ("1.", "decimal"),
        ("2.", "decimal"),
        ("1.1", "decimal"),
        ("Q3)", "named"),
        ("A2.", "named"),
        (">", "bullet"),
        ("a)", "letter"),
        ("i.", "roman"),
        ("•", "bullet"),
    )
)


ASIDES: st.SearchStrategy[Aside] = st.sampled_from(("", "", "", "", "footnote", "comment"))


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    text = draw(WORDINGS)
    label, form = draw(LABELS)
    kinds: tuple[Kind, ...] = ("paragraph", "paragraph", "item", "heading")
    kind = draw(st.sampled_from(kinds))
    return Block(
        fold_spaces([Run(text, draw(st.booleans()), draw(st.booleans()))]),
        Spot("paragraph", {"number": "1"}),
        kind=kind,
        level=draw(st.integers(0, 3)),
        label=label if kind != "paragraph" else "",
        form=form if kind != "paragraph" else "",
        indent=draw(st.sampled_from((0.0, 18.0, 36.0))),
        quoted=draw(st.booleans()),
        follows=draw(st.booleans()),
        cell=draw(CELLS),
        aside=draw(ASIDES),
    )


def in_order(found: list[Block]) -> tuple[Block, ...]:
    """Blocks of one table stand together, row by row."""
    table = [(block.cell.row, block.cell.column, at, block) for at, block in enumerate(found) if block.cell is not None]
    return (*(block for block in found if block.cell is None), *(entry[-1] for entry in sorted(table, key=_place)))


def _place(entry: tuple[int, int, int, Block]) -> tuple[int, int, int]:
    return entry[:3]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def at(guide: Guide, place: str) -> str:
    """The words of a place in a guide."""
    kind, _, rest = place.partition(":")
    match kind:
        case "title":
            return guide.title
        case "problem":
            return guide.problem or ""
        case "rq":
            return next(target.text for target in guide.targets if target.id == rest)
        case "opening" | "after":
            points = guide.opening if kind == "opening" else guide.after
            return points[int(rest) - 1].text
        case "section":
            return guide.sections[int(rest) - 1].title
        case "probe":
            id, _, number = rest.partition(":")
            question = guide.question(id)
            assert question is not None
            return question.probes[int(number) - 1].ask
        case _:
            question = guide.question(rest)
            assert question is not None
            return (question.aim or "") if kind == "aim" else question.ask


def made_of(found: tuple[Block, ...]) -> Imported | None:
    try:
        return import_blocks(found, "guide")
    except RefusedError:
        return None


@given(st.lists(blocks(), min_size=1, max_size=14).map(in_order))
def test_every_line_is_where_it_is_said_to_be(found: tuple[Block, ...]) -> None:
    made = made_of(found)
    for line in made.lines if made is not None else ():
        assert made is not None
        if line.became == "left_out":
            assert line.reason is not None
        else:
            assert not words(line.text) - words(at(made.guide, line.became)), line


@given(st.lists(blocks(), min_size=1, max_size=14).map(in_order))
def test_no_word_of_any_line_is_missing(found: tuple[Block, ...]) -> None:
    made = made_of(found)
    if made is not None:
        source = sum((words(f"{block.label} {block.text}") for block in found), Counter[str]())
        told = sum((words(line.text) for line in made.lines), Counter[str]())
        assert not source - told


@given(st.lists(blocks(), min_size=1, max_size=14).map(in_order))
def test_the_guide_reads_back_equal(found: tuple[Block, ...]) -> None:
    made = made_of(found)
    if made is not None:
        assert read_guide(write_guide(made.guide), "guide.yaml").guide == made.guide


@given(st.lists(blocks(), min_size=1, max_size=14).map(in_order))
def test_doubts_are_about_places_that_there_are(found: tuple[Block, ...]) -> None:
    made = made_of(found)
    for place in made.doubts if made is not None else ():
        assert made is not None
        if place.partition(":")[0] in ("question", "probe", "rq"):
            assert at(made.guide, place)
