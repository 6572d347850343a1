"""Finding questions by whatever words come to mind."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.model import Guide
from guide.normalize import plain, spellings, words_of
from guide.reading import read_guide, read_guide_file
from guide.samples import thesis_guide_text
from guide.search import Hit, QuestionIndex
from tests.bench.remembered import count_placings
from tests.guide.strategies import guides

FIXTURES = Path(__file__).parent / "fixtures"


def _guide(text: str) -> Guide:
    guide = read_guide(text, "g").guide
    assert guide is not None
    return guide


@pytest.fixture(scope="module")
def thesis() -> Guide:
    return _guide(thesis_guide_text())


@pytest.fixture(scope="module")
def finder(thesis: Guide) -> QuestionIndex:
    return QuestionIndex(thesis)


def _ids(hits: list[Hit]) -> list[str]:
    return [hit.id for hit in hits]


def test_every_question_is_found_first_by_its_id_in_any_case(thesis: Guide, finder: QuestionIndex) -> None:
    for question in thesis.questions:
        for typed in (question.id, question.id.lower(), f" {question.id.upper()} "):
            assert finder.find(typed)[0] == Hit(question.id, 1.0)


def test_a_research_question_brings_its_questions_in_the_guides_order(thesis: Guide, finder: QuestionIndex) -> None:
    for target in ("A", "B", "ba", "BB", "c"):
        wanted = [question.id for question in thesis.serving(target)]
        assert _ids(finder.find(target))[: len(wanted)] == wanted


def test_ids_with_a_dot() -> None:
    reading = read_guide_file(FIXTURES / "short.yaml", "g")
    assert reading.guide is not None
    finder = QuestionIndex(reading.guide)
    assert finder.find("1.2")[0] == Hit("1.2", 1.0)
    assert _ids(finder.find("1"))[:4] == ["1.1", "1.2", "2.1", "1.3"]
    assert finder.find("2.")[0].id == "2.1"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("arenaer deltagelse", "B9"),
        ("deltagelse arenaer", "B9"),
        ("akkurat", "B10"),
        ("hvorfor disse aren", "B10"),
        ("barr", "B6"),
        ("bariere", "B6"),
        ("endret syn", "C3"),
        ("hverdagsliv", "B4"),
        ("klientens sosiale bedring", "B5"),
        ("saerlig positivt", "B5"),
        ("serlig negativt", "B5"),
        ("paavirker fokus", "A3"),
        ("pavirker fokus", "A3"),
        ("PÅVIRKER FOKUS", "A3"),
        ("spurt om", "Z1"),
        ("i gruppe", "B3"),
        ("vektleger", "B2"),
        ("vekltegger", "B2"),
        ("vektl", "B2"),
        ("vetkl", "B2"),
        ("b8 noe helt annet", "B8"),
    ],
)
def test_what_people_type(finder: QuestionIndex, typed: str, first: str) -> None:
    assert finder.find(typed, 1)[0].id == first


def test_the_wording_counts_more_than_the_research_question(finder: QuestionIndex) -> None:
    hits = finder.find("arenaer")
    assert set(_ids(hits)[:2]) == {"B8", "B9"}
    assert hits[0].score > hits[-1].score


def test_tags_find_the_questions_that_notes_were_about(thesis: Guide) -> None:
    tagged = QuestionIndex(thesis, {"b8": ["øvingslokale"], "B9": ["festival"], "ukjent": ["x"]})
    assert _ids(tagged.find("ovingslokale", 1)) == ["B8"]
    assert _ids(tagged.find("festivalen", 1)) == ["B9"]
    assert all(hit.score < 0.2 for hit in QuestionIndex(thesis).find("øvingslokale"))


def test_what_matches_nothing_finds_nothing(finder: QuestionIndex) -> None:
    for typed in ("", "   ", "xyzzyqq", "?!", "🎵", "b99"):
        assert finder.find(typed) == [], typed


def test_a_limit_cuts_the_list_and_changes_nothing_else(finder: QuestionIndex) -> None:
    hits = finder.find("sosial samhandling")
    assert finder.find("sosial samhandling", 3) == hits[:3]
    assert finder.find("sosial samhandling", 0) == []


def test_digraphs_and_letters_in_any_mixture() -> None:
    finder = QuestionIndex(_guide("title: t\nclosing: [Åsgårdstrandsøya?, Hva med Aasen?, Noen lærere?, Nei]"))
    for typed in ("aasgardstrandsoeya", "asgaardstrandsøya", "Åsgårdstrandsoya", "åsgardstrandsoeia"):
        assert finder.find(typed)[0].id == "Z1", typed
    for typed in ("aasen", "åsen", "Asen"):
        assert finder.find(typed)[0].id == "Z2", typed
    for typed in ("noen", "neon", "noe", "non", "laerere", "lerere", "larere", "lärere", "lærrere"):
        assert finder.find(typed)[0].id == "Z3", typed


def test_spellings_and_plain_words() -> None:
    assert words_of("Kryss-kontekstuelt, «ÅPENT» arbeid_i Malmö?") == [
        "kryss",
        "kontekstuelt",
        "åpent",
        "arbeid",
        "i",
        "malmø",
    ]
    assert plain("Café A\u030aLESUND") == "cafe ålesund"
    assert set(spellings("båt")) == {"båt", "baat", "bat"}
    assert spellings("båt")["båt"]
    assert list(spellings("blåbærgrøtgjørerå")) == ["blåbærgrøtgjørerå", "blaabaergroetgjoereraa", "blabargrotgjorera"]


def test_a_pasted_page_is_searched_in_no_time(finder: QuestionIndex) -> None:
    assert finder.find("a" * 10_000) == []
    assert len(finder.find("samhandling klienten " * 5_000)) > 1


_TYPED = st.text(max_size=30) | st.text(st.sampled_from("abcdeorsåæø .1AB"), max_size=30)


@given(guides(), _TYPED)
def test_any_search_of_any_guide_is_ranked_and_sound(guide: Guide, typed: str) -> None:
    hits = QuestionIndex(guide).find(typed)
    assert len(set(_ids(hits))) == len(hits)
    assert all(0 < hit.score <= 1 for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    exact = guide.question(typed.strip())
    assert exact is None or hits[0] == Hit(exact.id, 1.0)


@given(guides())
def test_any_question_is_found_by_its_whole_wording(guide: Guide) -> None:
    finder = QuestionIndex(guide)
    for question in guide.questions:
        if len(words_of(question.ask)) > 2:
            assert question.id in _ids(finder.find(question.ask))


def test_words_remembered_of_a_question_find_it_first_and_synonyms_find_something() -> None:
    counts = count_placings()
    remembered, synonyms = counts["words"], counts["synonym"]
    assert remembered["first"] >= 0.85 * remembered["queries"]
    assert remembered["first_three"] >= 0.97 * remembered["queries"]
    assert synonyms["nothing"] <= 1


def test_a_questions_own_words_count_more_than_its_probes_cues_and_concepts() -> None:
    guide = _guide(
        "title: t\nresearch_questions: {A: Hva?}\nconcepts: {rytme: takt}\nsections:\n  - title: s\n    serves: A\n"
        "    questions:\n"
        "      - {ask: Hva betyr sorg for deg?, probes: [Hva med rytme og dans?], listen_for: [glede]}\n"
        "      - {ask: Hvordan lærer du rytme?, concepts: [rytme]}\n"
        "      - {ask: Hva gir deg glede?}\n"
        "      - {ask: Hvor hører du musikk?, concepts: [rytme]}\n"
    )
    finder = QuestionIndex(guide)
    assert _ids(finder.find("rytme")) == ["A2", "A1", "A4"]
    assert _ids(finder.find("glede")) == ["A3", "A1"]
    assert _ids(finder.find("dans")) == ["A1"]


@pytest.mark.parametrize(
    ("typed", "meant"), [("klasseledelse", "A1"), ("relasjonsbygging", "A2"), ("bandøvelse", "A3")]
)
def test_a_word_that_is_near_none_finds_what_shares_its_letters(typed: str, meant: str) -> None:
    guide = _guide(
        "title: t\nresearch_questions: {A: Hva?}\nsections:\n  - title: s\n    serves: A\n    questions:\n"
        "      - Hvordan merker du ledelsen i klasser?\n      - Hva er en god relasjon?\n      - Når øver bandet?\n"
    )
    found = QuestionIndex(guide).find(typed)
    assert found[0].id == meant
    assert found[0].score < 0.5
