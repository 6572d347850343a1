"""When a note touches one more question: by cues and by notes linked before, and silence where that is not enough."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.model import Concept, Guide, Question, Section
from guide.word_index import WordIndex
from interviews.linking.suggestions import LinkSuggester
from interviews.study.previous_interviews import Link
from tests.interviews.choir import choir
from tests.interviews.strategies import TEXTS


def question(id: str, ask: str, *listen_for: str, concepts: tuple[str, ...] = ()) -> Question:
    return Question(id=id, ask=ask, label=id, listen_for=listen_for, concepts=concepts)


GUIDE = Guide(
    title="Gartnere",
    concepts=(Concept("grønn omsorg"), Concept("fellesskap")),
    sections=(
        Section(
            "Hagen",
            (),
            (
                question("A1", "Hva dyrker dere i drivhuset?", "tomatplanter", "såkasse", "gjødsel", "øvrig avling"),
                question("A2", "Hvordan er været?", "hagl", "tørke", "vanning", concepts=("fellesskap",)),
                question(
                    "A3", "Hvem kjøper grønnsakene?", "marked", "grossist", "andelseier", concepts=("fellesskap",)
                ),
                question("B1", "Hvem passer på plantene?", "vaktliste", "vanning", concepts=("grønn omsorg",)),
                question("B2", "Why do you garden?", "solitude", "harvest", "fresh air", "allotment"),
                question("B3", "Hva koster det?", "regnskap", "tilskudd"),
            ),
        ),
    ),
)
BARE = GUIDE.but(
    sections=tuple(
        section.but(questions=tuple(one.but(listen_for=(), concepts=()) for one in section.questions))
        for section in GUIDE.sections
    )
)


def offered(text: str, *about: str, guide: Guide = GUIDE, links: tuple[Link, ...] = ()) -> str | None:
    found = LinkSuggester(guide, links).offer(text, about)
    return found.question if found is not None else None


def linked(question: str, *texts: str) -> tuple[Link, ...]:
    return tuple(Link(text, (question,)) for text in texts)


@pytest.mark.parametrize(
    "text",
    [
        "gjødsel til tomatplantene",
        "GJØDSLING AV TOMATPLANTER",  # inflected, in capitals
        "gjodsel til tomatplantane",  # without ø; nynorsk
        "gjoedsel og såkassene",
        "gjøsdel og tomatplatner",  # misspelt
        "hønsegjødsel i sakassa",  # a compound
        "såkasser i hele drivhuset",  # one cue, and a word of the question itself
    ],
)
def test_two_words_that_mark_a_question_are_enough(text: str) -> None:
    assert offered(text) == "A1"


@pytest.mark.parametrize(
    "text", ["harvested alone, in solitude", "harvests on the alotment", "fresh air, then harvesting"]
)
def test_english_cues_too(text: str) -> None:
    assert offered(text) == "B2"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "hva dyrker dere i drivhuset, og hvem passer på plantene?",  # the guide's own words
        "drivhus, dyrking og dyrkere i alle drivhus",
        "gjødsel er dyrt",  # one cue alone
        "fresh fish and thin air from the sea",  # a cue of two words is one cue
        "fresh, she said; harvest is over",  # half a cue
        "snakket om alt mulig annet, og så var tida ute",
        "hun var glad og det var fint å høre, veldig bra",
    ],
)
def test_less_is_not(text: str) -> None:
    assert offered(text) is None


def test_silence_where_two_questions_are_as_likely() -> None:
    assert offered("gjødsel og regnskap") is None
    assert offered("gjødsel, såkasse, regnskap, tilskudd") is None
    assert offered("vanning i tørke, vanning etter vaktliste") is None


def test_a_cue_of_two_questions_decides_for_neither() -> None:
    assert offered("vanning, bare vanning") is None
    assert offered("vanning under tørke, så kom hagl") == "A2"


def test_a_concept_that_one_question_lists_supports_its_cue() -> None:
    assert offered("vaktliste for grønn omsorg") == "B1"
    assert offered("grønn omsorg") is None
    assert offered("fellesskapet") is None


def test_never_what_the_note_is_about_already() -> None:
    assert offered("gjødsel til tomatplantene", "A1") is None
    assert offered("gjødsel til tomatplantene", "a1", "B3") is None
    assert offered("gjødsel til tomatplantene, i regnskapet som tilskudd", "A1") == "B3"
    assert offered("gjødsel til tomatplantene", "B3", "X9") == "A1"


def test_wording_alone_never_offers_however_few_questions_there_are() -> None:
    small = Guide(title="t", sections=(Section("s", (), (question("A1", "Hva dyrker dere i drivhuset i vest?"),)),))
    assert offered("drivhuset i vest: de dyrker", guide=small) is None
    assert LinkSuggester(small).best("drivhuset i vest: de dyrker") is None


OTHERS = tuple(
    link
    for id in ("A1", "A2", "A3", "B1", "B2")
    for link in linked(
        id, *[f"hos {id.lower()} var det {end}{id.lower()}" for end in ("grus", "pukk", "sand", "leire")]
    )
)
"""What notes of other interviews say of the other questions."""


def test_notes_linked_before_are_evidence_when_they_agree_often_enough() -> None:
    once = linked("B3", "vippsnummer på bua")
    often = linked(
        "B3", "vippsnummer på bua", "la ut for frø, vippsnummer", "fikk nytt vippsnummer", "vippsnummeret virket"
    )
    assert offered("vippsnummer igjen", guide=BARE, links=once + OTHERS) is None
    assert offered("vippsnummer og frø igjen", guide=BARE, links=often + OTHERS) == "B3"
    mixed = often + linked("A2", "vippsnummer", "vippsnummer i regnet") + linked("B1", "vippsnummer")
    assert offered("vippsnummer igjen", guide=BARE, links=mixed + OTHERS) is None


def test_notes_may_contradict_a_cue() -> None:
    against = linked(
        "A3", "såkasse med gjødsel", "gjødsel og såkasse", "såkassene, gjødselen", "ny såkasse, ny gjødsel"
    )
    assert offered("såkasse med gjødsel") == "A1"
    assert offered("såkasse med gjødsel", links=against) != "A1"


def test_words_of_every_day_do_not_offer_however_often_they_came_up() -> None:
    often = linked("A2", *["hun tror det går bra når de får tid"] * 3)
    assert offered("tror det blir bra når det er tid", guide=BARE, links=often) is None


def test_what_is_learnt_counts_at_once() -> None:
    offerer = LinkSuggester(BARE, OTHERS)
    note = "kalkyle for plast og diesel"
    assert offerer.offer(note) is None
    for text in ("kalkyle, plast", "diesel dyrere enn plast", "kalkylen sprakk, diesel"):
        offerer.learn(text, ("b3",))
    found = offerer.offer(note)
    assert found is not None
    assert found.question == "B3"
    assert found.sure


def test_the_same_words_again_are_no_new_evidence() -> None:
    again = linked("B3", "kalkyle sprakk") * 20
    assert offered("kalkyle", guide=BARE, links=again + OTHERS) is None


def test_links_to_questions_that_the_guide_no_longer_has_are_passed_over() -> None:
    assert offered("kalkyle", guide=BARE, links=linked("X7", "kalkyle", "kalkyle", "kalkyle")) is None


def test_a_guide_without_questions_offers_nothing() -> None:
    offerer = LinkSuggester(Guide(title="t"), linked("A1", "noe"))
    assert offerer.best("noe") is None


def test_a_great_many_links_are_no_trouble() -> None:
    often = linked("B3", *[f"kalkyle {number}" for number in range(3000)])
    offerer = LinkSuggester(BARE, often + OTHERS + linked("A1", *[f"kalkyle {number}" for number in range(40)]))
    best = offerer.best("kalkylen")
    assert best is not None
    assert best.question == "B3"
    assert best.score < 1.0


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("improviserte", "improvisasjon"),
        ("veiledningen", "veileder"),
        ("konserten", "konsert"),
        ("konsrtene", "konsert"),
        ("kirkekonsert", "konsert"),
        ("nøkler", "nøkkel"),
        ("tryggere", "trygghet"),
        ("øvingane", "øvinger"),
        ("ovelse", "øvelser"),
        ("retirement", "retire"),
        ("napping", "nap"),
        ("worries", "worried"),
        ("tilit", "tillit"),
    ],
)
def test_forms_of_a_word_are_alike(typed: str, known: str) -> None:
    words = WordIndex()
    words.add(known)
    assert set(words.like(typed)) == {known}


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("mest", "mestring"),
        ("partly", "partner"),
        ("flytte", "lytte"),
        ("bane", "bade"),
        ("utkast", "kast"),
        ("4", "40"),
    ],
)
def test_other_words_are_not(typed: str, known: str) -> None:
    words = WordIndex()
    words.add(known)
    assert words.like(typed) == {}


LINKS = (
    Link("koret øvde i kapellet, dirigenten var syk", ("B3",)),
    Link("dirigenten ordner notene, kapellet er kaldt", ("B1", "B3")),
    Link("trygt å synge når dirigenten smiler", ("B2",)),
    Link("pauser og kaffe i kapellet", ("B3", "B4")),
    Link("sluttet da ryggen ble dårlig", ("C1",)),
)


@given(TEXTS | st.sampled_from([link.text for link in LINKS]), st.lists(st.sampled_from(["A1", "B3", "x"]), max_size=3))
def test_any_text_has_an_answer_and_always_the_same(text: str, about: list[str]) -> None:
    offerer = LinkSuggester(choir(), LINKS)
    best = offerer.best(text, about)
    assert offerer.best(text, about) == best
    assert best is None or (0.0 <= best.score <= 1.0 and best.question not in about)
    assert offerer.offer(text, about) == (best if best is not None and best.sure else None)
    offerer.learn(text, about)
    offerer.best(text, about)


@given(st.permutations(LINKS + LINKS[:2]), st.integers(0, 7), st.randoms(use_true_random=False))
def test_the_order_of_links_does_not_matter(links: list[Link], cut: int, chance: random.Random) -> None:
    words = " ".join(link.text for link in LINKS).split()
    text = " ".join(chance.sample(words, 4))
    offerer = LinkSuggester(choir(), links[:cut])
    for link in links[cut:]:
        offerer.learn(link.text, link.about)
    assert offerer.best(text) == LinkSuggester(choir(), LINKS + LINKS[:2]).best(text)
