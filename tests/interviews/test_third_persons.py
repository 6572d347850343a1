"""What is found in people's words, where, and what is remembered of it."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, strategies

from interviews.core import commands as do
from interviews.core.commands import Command
from interviews.data_management.name_lists import find_name_lists
from interviews.study.facts import FILE, NoPerson, StudyFact, add
from interviews.study.folder import Study
from interviews.third_persons.figures import is_account_number, is_identity_number
from interviews.third_persons.find import find_traces
from interviews.third_persons.study_scan import found_fine, scan_study
from tests.tui.studies import hold, study_with

DAY = "2026-11-28"


def found(text: str, language: str = "nb", *known: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in find_traces(text, language, known)]


def open_words(folder: Path, participant: str | None = None) -> list[str]:
    return [one.words for one in scan_study(Study(folder), participant).open]


def fine(folder: Path, words: str) -> None:
    (one,) = [one for one in scan_study(Study(folder)).open if one.words == words]
    add(folder, [found_fine(one.passage, one.trace.start, one.trace.end, DAY)])


def note(text: str, kind: str = "note") -> Command:
    return do.TakeNote(text, kind)  # type: ignore[arg-type]


# --- one text


def test_a_place_a_first_name_an_age_and_a_date_are_all_found() -> None:
    text = "Kari, 34 år, flyttet til Voss den 3. mai 2019"
    assert found(text) == [("name", "Kari"), ("age", "34 år"), ("place", "Voss"), ("date", "3. mai 2019")]


def test_a_word_that_sentences_begin_with_is_no_name_written_small() -> None:
    assert found("så kom de andre, og kari gikk") == [("name", "kari")]


def test_of_several_forms_the_first_in_the_text_is_found_and_the_rest_is_searched_on() -> None:
    text = "en dame på 81 år, en 34 år gammel mann, 12-åringen og hun som fylte 50, født 1987, den 3.4 og 5. mai"
    kinds = ["age", "age", "age", "age", "date", "date", "date"]
    assert [kind for kind, _ in found(text)] == kinds


def test_what_stands_in_brackets_was_replaced_already() -> None:
    assert found("[navn] flyttet til [by], sa [Kari]") == []


def test_a_known_term_is_nobody_whole_in_a_compound_or_in_the_genitive() -> None:
    assert found("så brukte vi Zantus, Zantus-metoden og Zantus' bok", "nb", "zantus") == []
    assert found("så brukte vi Zantus") == [("name", "Zantus")]


def test_eleven_digits_are_an_identity_number_only_when_they_check() -> None:
    assert found("nummeret var 018190 10001") == [("id", "018190 10001")]
    assert is_identity_number("01819010001")
    assert is_identity_number("55828510079")  # a D number
    assert not is_identity_number("01819010002")
    assert not is_identity_number("0181901000")
    assert not is_identity_number("00819010001")
    assert is_account_number("12345678911")
    assert not is_account_number("12345678912")


@pytest.mark.parametrize(
    "text",
    [
        "Han har jobbet der i 15 år, og det tok 3 år før noen sang",
        "kl. 12:30 eller 14.30, side 12-14, 2 av 3, B7 og I3, rundt 1200 kroner i 2014",
        "Musikken som møteplass. Viktig: Trygghet. «Ikke pushe», på 17. mai",
        "Norge, NAV, DPS, BUP og Nordoff-Robbins",
    ],
)
def test_what_tells_of_nobody_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_odd_texts_are_searched_too() -> None:
    for text in (
        "",
        " ",
        "\u2028",
        "K",
        "#",
        "[",
        "👩‍👩‍👧 Kari",
        "a" * 100_000,
        "Kari " * 2_000,
        "\udc80Kari",
        "1" * 5_000,
    ):
        find_traces(text, "nb")


# --- a study


def test_every_text_that_may_leave_is_searched_with_its_place(tmp_path: Path) -> None:
    study = study_with(tmp_path)
    acts = (
        do.AskQuestion("B1"),
        note("Kari startet bandet"),
        note("som Ola sa", "quote"),
        note("hva mente Torgunn?", "follow_up"),
        do.Drop(1, "Ingvild rakk det ikke"),
        do.Decline(("C1",), "fordi Leif var der"),
        do.Skip(("C2",), "Sigrid kom inn"),
        note("jeg ble irritert på Per", "reflexive"),
    )
    hold(study, "I1", acts)
    add(study, [StudyFact(date=DAY, key="setting", value="kontoret til Marit", interview="I1")])
    told = [(one.passage.kind, one.words) for one in scan_study(Study(study)).found]
    assert told == [
        ("note", "Kari"),
        ("quote", "Ola"),
        ("follow_up", "Torgunn"),
        ("reflexive", "Per"),
        ("reason", "Ingvild"),
        ("reason", "Leif"),
        ("reason", "Sigrid"),
        ("fact", "Marit"),
    ]
    assert {one.passage.seq for one in scan_study(Study(study)).found if one.passage.kind == "note"} == {2}


def test_a_word_of_the_guide_is_a_term(tmp_path: Path) -> None:
    study = study_with(tmp_path)
    guide = (study / "guide.yaml").read_text("utf-8")
    (study / "guide.yaml").write_text(guide.replace("title: ", "title: Med Zantus i ", 1), "utf-8")
    hold(study, "I1", (do.AskQuestion("B1"), note("vi brukte Zantus"), note("vi spurte Zandra")))
    assert open_words(study) == ["Zandra"]


def test_who_is_named_inside_one_sentence_is_found_at_the_start_of_another(tmp_path: Path) -> None:
    study = study_with(tmp_path)
    hold(study, "I1", (do.AskQuestion("B1"), note("Zandra er ny"), note("så spilte Zandra tromme")))
    hold(
        study,
        "I2",
        (
            do.AskQuestion("B1"),
            note("Zandra igjen"),
        ),
    )
    assert open_words(study) == ["Zandra"] * 3
    assert open_words(study, "I2") == ["Zandra"]


def test_what_is_fine_stays_fine_until_the_note_has_other_words(tmp_path: Path) -> None:
    study = study_with(tmp_path)
    log = hold(study, "I1", (do.AskQuestion("B1"), note("så spilte Kari, og Ola sang")))
    fine(study, "Kari")
    assert open_words(study) == ["Ola"]
    assert "Kari" not in (study / FILE).read_text("utf-8")
    text = log.read_text("utf-8").replace("så spilte Kari", "da spilte Kari")  # as another program might
    log.write_text(text, "utf-8")
    assert open_words(study) == ["Kari", "Ola"]


def test_the_same_words_elsewhere_are_another_place(tmp_path: Path) -> None:
    study = study_with(tmp_path)
    hold(study, "I1", (do.AskQuestion("B1"), note("så spilte Kari"), note("da sang Kari")))
    first = scan_study(Study(study)).open[0]
    add(study, [found_fine(first.passage, first.trace.start, first.trace.end, DAY)])
    assert len(open_words(study)) == 1


def test_a_term_is_no_person_anywhere_until_it_is_taken_back(tmp_path: Path) -> None:
    study = study_with(tmp_path)
    hold(study, "I1", (do.AskQuestion("B1"), note("så brukte vi Zantus"), note("da sa Zantus nei")))
    add(study, [NoPerson(date=DAY, term="zantus")])
    assert open_words(study) == []
    add(study, [NoPerson(date=DAY, term="Zantus", taken_back=True)])
    assert open_words(study) == ["Zantus", "Zantus"]


def test_what_is_remembered_of_one_interview_names_it_and_nobody(tmp_path: Path) -> None:
    study = study_with(tmp_path)
    hold(study, "I1", (do.AskQuestion("B1"), note("så spilte Kari")))
    fine(study, "Kari")
    lines = [json.loads(line) for line in (study / FILE).read_text("utf-8").splitlines()]
    (kept,) = [line for line in lines if line["type"] == "found_fine"]
    assert kept["interview"] == "I1"
    assert set(kept) == {"seq", "date", "type", "interview", "where", "note", "start", "end", "check"}
    assert len(kept["check"]) == 4


# --- a list of names


@pytest.mark.parametrize(
    "name",
    ["koblingsnøkkel.xlsx", "Koblingsnokkel 2026.docx", "deltakere.txt", "navneliste.pdf", "key.csv", "Names.ods"],
)
def test_a_key_is_known_by_its_name(tmp_path: Path, name: str) -> None:
    study = study_with(tmp_path)
    (study / name).write_bytes(b"PK")
    assert find_name_lists(study) == (name,)


@pytest.mark.parametrize(
    "text", ["I1;Kari Nilsen\nI2;Per Hansen\n", "kode\tnavn\nI1\tKari\nI2\tOla\n", "- Kari Nilsen: I1\n- Ola Moe: I2\n"]
)
def test_a_key_is_known_by_codes_with_names_beside_them(tmp_path: Path, text: str) -> None:
    study = study_with(tmp_path)
    (study / "liste.txt").write_text(text, "utf-8")
    assert find_name_lists(study) == ("liste.txt",)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("informasjon til deltakere.docx", "x"),
        ("informant.txt", "I1 Kari\nI2 Ola\n"),
        ("plan.txt", "I1 tirsdag klokka to\nI2 onsdag\n"),
        ("intervjuguide.md", "A1 Hva gjør du?\nA2 Hvorfor?\n"),
        ("rapport.html", "<p>Kari</p>"),
    ],
)
def test_other_files_are_no_key(tmp_path: Path, name: str, text: str) -> None:
    study = study_with(tmp_path)
    (study / name).write_text(text, "utf-8")
    assert find_name_lists(study) == ()


# --- whatever is written


PIECES = (
    "Kari",
    "kari",
    "på Voss",
    "34 år",
    "01819010001",
    "[by]",
    "«",
    ".",
    " ",
    "\n",
    "#b8",
    "K.L.",
    "Ælfrødå",
    "4",
    "@",
    "’s",
)


@given(
    text=strategies.one_of(
        strategies.text(max_size=80), strategies.lists(strategies.sampled_from(PIECES)).map("".join)
    ),
    language=strategies.sampled_from(["nb", "nn", "en", ""]),
)
def test_what_is_found_lies_in_the_text_in_order_and_apart(text: str, language: str) -> None:
    traces = find_traces(text, language, ("voss",), ("kari",))
    assert all(0 <= one.start < one.end <= len(text) for one in traces)
    assert all(one.end <= after.start for one, after in pairwise(traces))
    assert all("[by]" not in text[one.start : one.end] for one in traces)
    assert traces == find_traces(text, language, ("voss",), ("kari",))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "En pasient på 84 år nynnet med."),
        ("nb", "Moren på nesten 91 år satt stille."),
        ("nb", "Jeg tenker på en dame på 77, hun husket alle versene."),
        ("nb", "Han er 84 år gammel."),
        ("nb", "Det var en 84-åring i koret."),
        ("nb", "Beboeren (88) ville danse."),
        ("nb", "Hun er i 50-årene og spiller trompet."),
        ("nb", "En mann i slutten av sekstiårene gråt."),
        ("nn", "Ein pasient på 79 år tok fela."),
        ("nn", "Ei jente på sju år trommar."),
        ("nn", "Ho er i 40-åra."),
        ("nn", "Ein 84-årig mann kom kvar dag."),
        ("en", "A resident of 84 who hummed."),
        ("en", "She is 84 years of age."),
        ("en", "He was in his late 50s."),
        ("en", "My neighbour, in her eighties, plays the organ."),
        ("en", "An 84-year-old danced."),
    ],
)
def test_an_age_is_found_however_it_is_said(language: str, text: str) -> None:
    assert [kind for kind, _ in found(text, language)] == ["age"]


@pytest.mark.parametrize(
    "text",
    [
        "Mye har endret seg på 10 år.",
        "Vi hadde kontrakt på 3 år.",
        "Det er en 3-årig utdanning.",
        "Gruppa på 12 møtes ukentlig.",
        "Barn på 3 prosent av plassene.",
        "Året før var det roligere.",
    ],
)
def test_how_long_something_lasted_is_no_age(text: str) -> None:
    assert found(text) == []
