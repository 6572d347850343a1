"""Guides as people write them, and what the program makes of them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.model import Concept, DataLimits, Guide, Part, Point, Probe, Question, Recorder, ResearchQuestion, Section
from guide.problems import Fault
from guide.reading import Reading, read_guide, read_guide_file
from guide.samples import thesis_guide_text
from guide.schema import GUIDE_KEYS, QUESTION_KEYS, SECTION_KEYS

FIXTURES = Path(__file__).parent / "fixtures"


def _read(text: str) -> Guide:
    reading = read_guide(text, "guide.yaml")
    assert not reading.errors
    assert reading.guide is not None
    return reading.guide


def _question(text: str) -> Question:
    return _read(f"title: t\nsections: [{{questions: [{text}]}}]").questions[0]


def _codes(reading: Reading) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in reading.problems]


def test_every_key_there_is() -> None:
    reading = read_guide_file(FIXTURES / "nye-laerere.yaml", "guide.yaml")
    assert reading.guide == Guide(
        title="Nye lærere",
        language="nb",
        minutes=45,
        problem="Hvordan opplever nye lærere det første året?",
        research_questions=(
            ResearchQuestion("A", "Hva overrasker nye lærere?", "Overraskelser"),
            ResearchQuestion(
                "B",
                "Hvem får de støtte av, og hvor skjer det?",
                "Hvem får de støtte av",
                (Part("Ba", "Hvem får de støtte av?", "Støtte"), Part("Bb", "Steder", "Steder")),
            ),
        ),
        concepts=(
            Concept("kollegastøtte", "hjelp fra andre lærere, planlagt eller ikke"),
            Concept("mentor", "en som følger deg", "Med mentor mener jeg …", "…"),
        ),
        opening=(
            Point("1", "Du kan trekke deg når som helst, uten å oppgi grunn"),
            Point("consent", "Samtykke er underskrevet", ("start", "recording")),
        ),
        sections=(
            Section(
                "Start",
                ("A",),
                (
                    Question("A1", "Kan du fortelle om den første uka?", "første uka", ("A",)),
                    Question(
                        "A2",
                        "Hva var annerledes enn du hadde tenkt?",
                        "annerledes enn tenkt",
                        ("A",),
                        probes=(Probe("Hvordan?"), Probe("Hvorfor det?", "noe var annerledes")),
                        optional=True,
                        minutes=4,
                        concepts=("mentor",),
                        listen_for=("sjokk", "kaos", "forventning"),
                        priority=1,
                        examples=1,
                        leans_on=("A1",),
                        alone="Når du tenker på den første tida, hva var annerledes enn du hadde tenkt?",
                        two_sided=True,
                        sensitive=True,
                        aim="forventning mot erfaring",
                        accepted={"double-barrelled": "bevisst valg"},
                    ),
                ),
            ),
        ),
        closing=(Question("Z1", "Er det noe du vil legge til?", "Er det noe du vil legge til"),),
        after=(Point("1", "Hvordan var det å bli intervjuet?"), Point("2", "Du kan få lese gjennom transkripsjonen")),
        bridges=("Jeg vil gjerne tilbake til …",),
        on_withdrawal="anonymise",
        recorder=Recorder("Nettskjema-diktafon", 45),
        data=DataLimits("yellow", "2027-01-31", "2027-05-31", "2027-05-31", "2027-06-15"),
    )
    assert _codes(reading) == [(7, Fault.UNSERVED), (9, Fault.UNSERVED_PART), (9, Fault.UNSERVED_PART)]
    assert reading.places["A2"] == (21, 9)


def test_the_shortest_forms() -> None:
    reading = read_guide_file(FIXTURES / "short.yaml", "guide.yaml")
    assert reading.problems == ()
    assert reading.guide is not None
    assert [(question.id, question.serves) for question in reading.guide.questions] == [
        ("1.1", ("1",)),
        ("1.2", ("1",)),
        ("2.1", ("2", "1")),
        ("1.3", ("1",)),
        ("Q1", ()),
        ("Z1", ()),
    ]
    assert reading.guide.question("1.3") == Question(
        "1.3",
        "What do you do on days when you leave the bike at home?",
        "days leave bike at home",
        ("1",),
        (Probe("How do you decide?"),),
    )


def test_a_first_draft_shows_all_its_faults_at_once() -> None:
    reading = read_guide_file(FIXTURES / "forste-utkast.yaml", "guide.yaml")
    assert reading.guide is None
    assert _codes(reading) == [
        (2, Fault.UNKNOWN_KEY_NEAR),
        (4, Fault.NOT_MINUTES),
        (10, Fault.UNSERVED),
        (16, Fault.COLON_IN_TEXT),
        (19, Fault.LONG_SHORT),
        (20, Fault.UNKNOWN_KEY_NEAR),
        (21, Fault.AUTOMATIC_ID_TAKEN),
        (26, Fault.UNKNOWN_LEAN),
        (27, Fault.UNKNOWN_CONCEPT),
        (28, Fault.EMPTY_WORDING),
        (32, Fault.UNKNOWN_TARGET),
        (33, Fault.WANTED_LIST),
        (36, Fault.CLOSING_IGNORED),
    ]
    assert [p.facts["nearest"] for p in reading.problems if "nearest" in p.facts][:2] == ["title", "optional"]


@pytest.mark.parametrize("yes", ["true", "True", "YES", "yes", "ja", "Ja"])
@pytest.mark.parametrize("no", ["false", "FALSE", "no", "No", "nei"])
def test_yes_and_no_in_both_languages(yes: str, no: str) -> None:
    question = _question(f"{{ask: a, optional: {yes}, two_sided: {no}}}")
    assert question.optional
    assert not question.two_sided


@pytest.mark.parametrize(("written", "minutes"), [("4", 4), ("4.5", 4.5), ("'4,5'", 4.5), ("0.25", 0.25), ("090", 90)])
def test_minutes(written: str, minutes: float) -> None:
    assert _question(f"{{ask: a, minutes: {written}}}").minutes == minutes


@pytest.mark.parametrize("written", ["0", "-4", "1:30", "fire", "4 min", "1e3", "inf", "nan", "0.0", "99999", "٤"])
def test_what_is_no_number_of_minutes(written: str) -> None:
    reading = read_guide(f"title: t\nclosing: [{{ask: a, minutes: {written}}}]", "g")
    assert [problem.facts for problem in reading.errors] == [{"value": written}]


@pytest.mark.parametrize(("written", "examples"), [("1", 1), ("2", 2), ("'3'", 3), ("999", 999)])
def test_how_many_examples_are_wanted(written: str, examples: int) -> None:
    assert _question(f"{{ask: a, examples: {written}}}").examples == examples


@pytest.mark.parametrize("written", ["0", "-1", "1.0", "ja", "to", "1000", "01", "1e1", "٢"])
def test_what_is_no_number_of_examples(written: str) -> None:
    reading = read_guide(f"title: t\nclosing: [{{ask: a, examples: {written}}}]", "g")
    assert [(problem.code, problem.facts) for problem in reading.errors] == [
        (Fault.NOT_A_COUNT, {"key": "examples", "value": written})
    ]


@pytest.mark.parametrize(("written", "language"), [("nb", "nb"), ("NN", "nn"), ("No", "no"), ("en", "en")])
def test_languages(written: str, language: str) -> None:
    assert _read(f"title: t\nlanguage: {written}\nclosing: [a]").language == language


def test_an_unknown_language_is_kept_and_warned_about() -> None:
    reading = read_guide("title: t\nlanguage: fr\nclosing: [a]", "g")
    assert reading.guide is not None
    assert reading.guide.language == "fr"
    assert [problem.code for problem in reading.warnings] == [Fault.UNKNOWN_LANGUAGE]


def test_a_guide_in_norwegian_bokmaal_needs_no_language() -> None:
    assert _read("title: t\nclosing: [a]").language == "nb"


def test_texts_stay_as_written_and_lines_are_lines() -> None:
    closing = "closing:\n- ask: |\n    Først dette.\n\n    [Så] *dette*, 100 % \\ ?\n  short: a\n    b\n"
    guide = _read("title: '  To   ord '\n" + closing)
    assert guide.title == "To ord"
    assert guide.closing[0].ask == "Først dette.\n\n[Så] *dette*, 100 % \\ ?"
    assert guide.closing[0].label == "a b"


def test_empty_lists_are_fine() -> None:
    text = """
title: t
research_questions: {}
concepts: {}
opening: []
sections: [{title: s, serves: [], questions: [{ask: a, probes: [], concepts: [], listen_for: [], leans_on: []}]}]
closing: []
after: []
accepted: {}
"""
    assert read_guide(text, "g").problems == ()


def test_one_text_is_as_good_as_a_list_of_one() -> None:
    text = """
title: t
research_questions: {A: a}
concepts: {mentor: m}
sections:
- serves: A
  questions: [a, {ask: b, probes: Hvorfor?, concepts: mentor, listen_for: sjokk, leans_on: a1, serves: a}]
"""
    question = _read(text).questions[1]
    assert question.probes == (Probe("Hvorfor?"),)
    assert (question.concepts, question.listen_for, question.leans_on, question.serves) == (
        ("mentor",),
        ("sjokk",),
        ("A1",),
        ("A",),
    )


def test_closing_items_are_questions_that_are_required_and_serve_nothing() -> None:
    text = (
        "title: t\nresearch_questions: {A: a}\nclosing: [a, {ask: b, short: c, probes: [d], serves: A, optional: yes}]"
    )
    reading = read_guide(text, "g")
    assert reading.guide is not None
    assert reading.guide.closing[1] == Question("Z2", "b", "c", probes=(Probe("d"),))
    assert [(problem.code, problem.facts) for problem in reading.warnings] == [
        (Fault.UNSERVED, {"id": "A"}),
        (Fault.CLOSING_IGNORED, {"key": "serves"}),
        (Fault.CLOSING_IGNORED, {"key": "optional"}),
    ]


def test_points_have_their_place_for_an_id_unless_they_are_given_one() -> None:
    guide = _read("title: t\nopening: [a, {id: c, point: b}, {point: d, gate: Recording}]\nclosing: [q]\nafter: [a]")
    assert guide.opening == (Point("1", "a"), Point("c", "b"), Point("3", "d", ("recording",)))
    assert guide.after == (Point("1", "a"),)


def test_a_taken_point_id_is_a_fault_whichever_came_first() -> None:
    for points in ("[{id: '2', point: a}, b]", "[a, {id: '1', point: b}]", "[{id: c, point: a}, {id: C, point: b}]"):
        errors = read_guide(f"title: t\nopening: {points}\nclosing: [q]", "g").errors
        assert [problem.code for problem in errors] == [Fault.ID_TAKEN]


def test_concepts_compare_without_case_and_come_out_as_defined() -> None:
    text = "title: t\nconcepts: {Sosial  Deltagelse: a}\nclosing: [{ask: b, concepts: sosial deltagelse}]"
    assert _read(text).closing[0].concepts == ("Sosial Deltagelse",)


def test_a_concept_defined_twice_is_named() -> None:
    errors = read_guide("title: t\nconcepts:\n  mentor: a\n  Mentor: b\nclosing: [c]", "g").errors
    assert [(problem.line, problem.code, problem.facts["first_line"]) for problem in errors] == [
        (4, Fault.DUPLICATE_KEY, "3")
    ]


def test_norwegian_keys_are_no_keys() -> None:
    reading = read_guide("title: t\nspørsmål: [a]\nclosing: [b]", "g")
    assert [problem.code for problem in reading.errors] == [Fault.UNKNOWN_KEY]


def test_a_misspelt_key_is_one_fault() -> None:
    for text, code in (
        ("title: t\nsection: [{questions: [a]}]", Fault.UNKNOWN_KEY_NEAR),
        ("title: t\nsections: [{question: [a]}]", Fault.UNKNOWN_KEY_NEAR),
        ("title: t\nclosing: [{asks: a}]", Fault.UNKNOWN_KEY_NEAR),
        ("titel: t\nclosing: [a]", Fault.UNKNOWN_KEY_NEAR),
        ("title: t\nsections: hei", Fault.WANTED_LIST),
        ("title: t\nresearch_questions: {A: a}\nsections: [{serves: AA, questions: [{ask: a, leans_on: A1}, b]}]",
         Fault.UNKNOWN_TARGET_NEAR),
    ):  # fmt: skip
        problems = read_guide(text, "g").problems
        assert [problem.code for problem in problems if problem.code != Fault.CIRCULAR] == [code], text


def test_a_thousand_questions_are_enough() -> None:
    assert len(_read("title: t\nclosing: [" + "a, " * 1000 + "]").questions) == 1000


def test_the_largest_allowed_file_reads_in_reasonable_time() -> None:
    line = "  - {ask: Hva er det, optinal: ja, leans_on: [A, B, C], concepts: d}\n"
    reading = read_guide("title: t\nclosing:\n" + line * (990_000 // len(line)), "g")
    assert not reading.ok


_WORDS = st.sampled_from(
    [*GUIDE_KEYS, *SECTION_KEYS, *QUESTION_KEYS, "A", "A1", "ja", "hva?", "4", "''", "x", "B", "[", "]", "{", "}"]
)
_GLUE = st.sampled_from([": ", "\n", "\n  ", "\n  - ", "\n    ", ", ", " ", "- ", ":\n    - ", ": [", ": {"])


@given(st.lists(st.tuples(_WORDS, _GLUE), max_size=25))
def test_reading_never_raises_and_a_guide_means_no_errors(pieces: list[tuple[str, str]]) -> None:
    _assert_sound(read_guide("".join(word + glue for word, glue in pieces), "g"))


@given(st.text() | st.binary())
def test_reading_never_raises_for_any_text(data: str | bytes) -> None:
    _assert_sound(read_guide(data, "g"))


@given(st.data())
def test_a_guide_with_a_slip_anywhere_is_read_or_explained(data: st.DataObject) -> None:
    text = thesis_guide_text()
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 30))
    put = data.draw(st.text(st.sampled_from("abA1:-[]{},'\"#&*!| \n\t"), max_size=4))
    _assert_sound(read_guide(text[:at] + put + text[at + cut :], "g"))


def _assert_sound(reading: Reading) -> None:
    assert reading.ok is (reading.guide is not None) is not bool(reading.errors)
    places = [(problem.line, problem.column) for problem in reading.problems]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("written", "gate"),
    [
        ("start", ("start",)),
        ("[recording]", ("recording",)),
        ("[recording, Start]", ("start", "recording")),
        ("[]", ()),
    ],
)
def test_a_point_may_gate_the_start_the_recording_or_both(written: str, gate: tuple[str, ...]) -> None:
    guide = _read(f"title: t\nopening: [{{id: c, point: b, gate: {written}}}]\nclosing: [q]")
    assert guide.opening[0].gate == gate
    assert [point.id for point in guide.gating("start")] == (["c"] if "start" in gate else [])


@pytest.mark.parametrize(
    ("rest", "at"),
    [
        ("recorder: Zoom", (3, 1)),
        ("opening: [{point: p, gate: [start, recording]}]", (3, 22)),
        ("data: {class: red, key: 2027-01-31}", (3, 20)),
        ("data: {recording: 2027-01-31}", (3, 8)),
        ("data: {transcripts: 2027-01-31}", (3, 8)),
    ],
)
def test_an_anonymous_study_has_no_recording_and_no_key(rest: str, at: tuple[int, int]) -> None:
    reading = read_guide(f"title: t\nanonymous: ja\n{rest}\nclosing: [q]", "guide.yaml")
    assert [(one.code, one.line, one.column) for one in reading.problems] == [(Fault.NOT_ANONYMOUS, *at)]
    assert not _read(f"title: t\nanonymous: nei\n{rest}\nclosing: [q]").anonymous


def test_a_study_stays_anonymous_where_it_says_so() -> None:
    rest = "opening: [{point: p, gate: start}]\ndata: {class: green, end: 2027-01-31}\nclosing: [q]"
    assert _read(f"title: t\nanonymous: true\n{rest}").anonymous


@pytest.mark.parametrize(
    ("written", "recorder"),
    [
        ("{name: Diktafon, limit: 45}", Recorder("Diktafon", 45)),
        ("{limit: '7,5'}", Recorder(None, 7.5)),
        ("{name: Zoom H1}", Recorder("Zoom H1")),
        ("Zoom H1", Recorder("Zoom H1")),
    ],
)
def test_a_recorder_has_a_name_and_perhaps_a_limit(written: str, recorder: Recorder) -> None:
    assert _read(f"title: t\nrecorder: {written}\nclosing: [q]").recorder == recorder


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("recorder: {limit: lenge}", Fault.NOT_MINUTES),
        ("recorder: {limits: 45}", Fault.UNKNOWN_KEY_NEAR),
        ("recorder: [Zoom]", Fault.WANTED_TEXT_OR_KEYS),
        ("recorder: {}", Fault.WANTED_KEYS),
        ("opptaker: Zoom", Fault.UNKNOWN_KEY_NEAR),
        ("opening: [{point: a, gate: [start, opptak]}]", Fault.UNKNOWN_CHOICE),
    ],
)
def test_what_is_wrong_with_a_recorder_or_a_gate_is_named(line: str, fault: Fault) -> None:
    reading = read_guide(f"title: t\n{line}\nclosing: [q]", "g")
    assert [problem.code for problem in reading.errors] == [fault]


@pytest.mark.parametrize(
    ("written", "limits"),
    [
        ("{class: yellow, recording: 2027-01-31}", DataLimits("yellow", "2027-01-31")),
        ("{class: Gul, end: 1.2.2027}", DataLimits("yellow", end="2027-02-01")),
        ("{class: RØD}", DataLimits("red")),
        ("{class: raud, key: '29. 02. 2028'}", DataLimits("red", key="2028-02-29")),
        ("{transcripts: 2027-05-31}", DataLimits(transcripts="2027-05-31")),
    ],
)
def test_the_material_has_a_class_and_dates_that_may_each_be_left_out(written: str, limits: DataLimits) -> None:
    assert _read(f"title: t\ndata: {written}\nclosing: [q]").data == limits


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("data: {end: i juni}", Fault.NOT_A_DATE),
        ("data: {end: 2027-02-29}", Fault.NOT_A_DATE),
        ("data: {end: 2027-6-1}", Fault.NOT_A_DATE),
        ("data: {end: 31/01/2027}", Fault.NOT_A_DATE),
        ("data: {class: orange}", Fault.UNKNOWN_CHOICE),
        ("data: {clas: red}", Fault.UNKNOWN_KEY_NEAR),
        ("data: {koblingsnøkkel: 2027-01-31}", Fault.UNKNOWN_KEY_NEAR),
        ("data: yellow", Fault.WANTED_KEYS),
        ("data: [2027-01-31]", Fault.WANTED_KEYS),
        ("data: {}", Fault.WANTED_KEYS),
        ("data:", Fault.WANTED_KEYS),
    ],
)
def test_what_is_wrong_with_the_dates_is_named(line: str, fault: Fault) -> None:
    reading = read_guide(f"title: t\n{line}\nclosing: [q]", "g")
    assert [problem.code for problem in reading.errors] == [fault]
