"""What is said is so: of coverage, of time, of quotation marks, of what reads as a time."""

import pytest

from guide.model import Guide
from guide.reading import read_guide
from interviews.core import commands as do
from interviews.core.events import Refusal
from tests.tui.desk_helpers import Sit
from tests.tui.lines import CONTEXT
from tui.input.grammar import parse
from tui.live.render import _what_enter_asks


def guide_of(text: str) -> Guide:
    guide = read_guide(f"title: T\nlanguage: nb\n{text}", "guide.yaml").guide
    assert guide is not None
    return guide


TWO = guide_of("minutes: 20\nsections: [{title: En, questions: [Hvor bor du?, Hvem kjenner du der?]}]\n")
A, B = (one.id for one in TWO.questions)


@pytest.mark.parametrize(
    ("lines", "foot", "time", "closing"),
    [
        (("", "", ""), "ingen flere spørsmål", "stilt", "Stilt, uten notat og merke"),
        ((f"-{A} {B}",), "ingen flere spørsmål", "ingen obligatoriske gjenstår", f"Utelatt: {A} {B}"),
        ((f"+{A}", f"-x {B}"), "ingen flere spørsmål", "ingen obligatoriske gjenstår", f"Ønsket ikke å svare: {B}"),
        ((f"+{A} {B}",), "alt er dekket", "alt obligatorisk er dekket", "Alle obligatoriske spørsmål er dekket."),
        (("", f"-{A} {B}"), "ingen flere spørsmål", "ingen obligatoriske gjenstår", f"Utelatt: {A} {B}"),
    ],
)
def test_covered_is_said_of_what_is_covered(
    sit: Sit, lines: tuple[str, ...], foot: str, time: str, closing: str
) -> None:
    seat = sit(guide=TWO)
    for line in lines:
        seat.say(line)
    assert _what_enter_asks(seat.desk)[0].text == foot
    seat.say("/tid")
    assert time in seat.notice
    seat.say("/slutt")
    assert seat.table.card is not None
    told = seat.table.card.lead + seat.table.card.text
    assert closing in told
    assert ("er dekket" in told) == (closing == "Alle obligatoriske spørsmål er dekket.")


SECTIONS = """
sections:
  - {title: En, minutes: 10, questions: [Hvor bor du?]}
  - {title: To, minutes: 20, questions: [Hvem kjenner du?, Hvem hjelper?]}
"""


def test_minutes_of_all_sections_are_a_plan(sit: Sit) -> None:
    seat = sit(guide=guide_of(SECTIONS))
    seat.say("")
    seat.clock.go_on(300)
    seat.say("/tid")
    assert "25 min" in seat.notice


def test_where_one_section_says_nothing_there_is_no_plan(sit: Sit) -> None:
    seat = sit(guide=guide_of(SECTIONS.replace("minutes: 10, ", "")))
    seat.say("")
    seat.say("/tid")
    assert seat.notice == seat.table._("The guide does not say how long the interview is to last.")


@pytest.mark.parametrize(
    ("line", "text", "kind"),
    [
        ('"hund"', "hund", "quote"),
        ('"hund', "hund", "quote"),
        ('-20s "hund"', "hund", "quote"),
        ('/sitat "hund"', "hund", "quote"),
        ("/sitat «hund»", "hund", "quote"),
        ("/sitat hund", "hund", "quote"),
        ('"hun sa "ja"', 'hun sa "ja"', "quote"),
        ('"han sa "ja" og gikk"', 'han sa "ja" og gikk', "quote"),
        ('"ja" og "nei"', 'ja" og "nei"', "quote"),
        ('"ja", sa hun', 'ja", sa hun', "quote"),
        ('/sitat "ja" og "nei"', '"ja" og "nei"', "quote"),
        ('!"hund"', "hund", "said"),
        ("!«hund»", "hund", "said"),
        ("!“hund”", "hund", "said"),
        ('!"han sa "ja" og gikk"', 'han sa "ja" og gikk', "said"),
        ("!«han sa «ja» og gikk»", "han sa «ja» og gikk", "said"),
        ("!«hund» og katt", "«hund» og katt", "follow_up"),
        ("-20s !«hund»", "hund", "said"),
        ('!""hund"', '"hund"', "follow_up"),
        ('-20s ""hund"', '"hund"', "note"),
        ('>"tema"', '"tema"', "topic"),
    ],
)
def test_a_closing_mark_goes_with_the_opening_one(line: str, text: str, kind: str) -> None:
    taken = parse(line, CONTEXT)
    assert isinstance(taken, do.TakeNote)
    assert (taken.text, "said" if taken.quoted else taken.kind) == (text, kind)


@pytest.mark.parametrize(
    "line",
    [
        "-ca 30s x",
        "-omtrent 30s x",
        "-about 2 min",
        "-approx 30s",
        "-rundt 2 min",
        "-½ min x",
        "-(30s) x",
        "-for 30s siden",
        "-kl 12:30 x",
        "-cirka to minutter",
        "-et kvarter siden",
        "-en stund siden",
        "-a couple of minutes",
        "-<30s",
        "-≈30s",
        "-for et par minutter siden hun lo",
        "-a quarter of an hour ago",
        "-ca. 2 m",
        "- «30 s» x",
        "-nesten en halv time",
        "-et øyeblikk",
        "-klokka 12",
        "-nitti sekunder siden",
        "-seksti sekunder",
        "-ninety seconds ago",
        "-tjuefem sekunder siden",
        "-twenty-five seconds",
        "-tretten minutter",
        "-halvminutt siden",
        "-et minutts tid siden",
        "-et lite minutt siden",
        "-femogtyve sekunder",
        "-en liten stund siden, hun lo",
        "-a little while ago",
        "-sytten timer siden",
        "-minuttet etter",
        "-hun lo minutter etter",
        "-en times tid siden",
        "-sånn cirka halvannet minutt",
        "-tjueto sek",
    ],
)
def test_what_reads_as_a_time_skips_nothing(line: str) -> None:
    meant = parse(line, CONTEXT)
    assert isinstance(meant, Refusal)
    assert meant.code == "which_time"


@pytest.mark.parametrize(
    "line",
    [
        "-",
        "-b2",
        "-b2 30s",
        "-b2 ca 30 min igjen",
        "-tid",
        "-for lite tid",
        "-ikke tid",
        "-en annen gang",
        "-for sent",
        "-no time",
        "-min feil",
        "-i forrige intervju",
        "-a1 b2 to ganger",
        "-om hun vil",
        "-sekundært her",
        "-vi tar det en annen dag",
        "-not a good moment",
        "-no time left",
        "-asked a second time",
        "-time is up",
        "-lunsjen begynte for lenge siden",
        "-vi hadde allerede snakket i flere minutter",
    ],
)
def test_a_reason_is_no_time(line: str) -> None:
    assert isinstance(parse(line, CONTEXT), do.Skip)
