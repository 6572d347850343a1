"""Guides written as YAML: read back as they were, and as a person would have written them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.model import Concept, DataLimits, Guide, Part, Point, Probe, Question, Recorder, ResearchQuestion, Section
from guide.reading import read_guide
from guide.samples import thesis_guide_text
from guide.write import Remarks, write_guide
from guide.yaml_shapes import WIDTH
from tests.guide.strategies import TEXTS, guides

GUIDE = Guide(
    title="Nye lærere",
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
    concepts=(Concept("mentor", "en som følger deg"), Concept("kollega", say="Med kollega mener jeg …")),
    opening=(Point("1", "Du kan trekke deg"), Point("consent", "Samtykke er underskrevet", ("start", "recording"))),
    sections=(
        Section(
            "Start",
            ("A",),
            (
                Question("A1", "Kan du fortelle om den første uka?", "den første uka", ("A",)),
                Question(
                    id="A2",
                    ask="Hva var annerledes: på skolen, i klasserommet?",
                    label="annerledes",
                    serves=("A", "Bb"),
                    probes=(Probe("Hvordan?"), Probe("Hvorfor det?", "noe var annerledes")),
                    optional=True,
                    minutes=4.5,
                    concepts=("mentor",),
                    listen_for=("sjokk", "kaos, rot"),
                    priority=1,
                    examples=2,
                    leans_on=("A1",),
                    alone=(
                        "Når du tenker på den første tida som lærer, hva var annerledes enn du hadde tenkt deg at det "
                        "skulle være?"
                    ),
                    two_sided=True,
                    accepted={"why": "de vet det"},
                ),
            ),
        ),
        Section("", (), (Question("Q1", "Noe annet?\nHva da?", "annet", ()),)),
    ),
    closing=(Question("Z1", "- Er det noe du vil legge til?", "noe å legge til"),),
    after=(Point("1", "Hvordan var det å bli intervjuet?"),),
    bridges=("Jeg vil, om jeg får, tilbake til …", "Over til: neste"),
    on_withdrawal="anonymise",
    recorder=Recorder("Nettskjema-diktafon", 45),
    data=DataLimits("yellow", "2027-01-31", end="2027-06-15"),
)
TEXT = """\
title: Nye lærere
language: nb
minutes: 45
problem: Hvordan opplever nye lærere det første året?

research_questions:
  A:
    text: Hva overrasker nye lærere?
    short: Overraskelser
  B:
    text: Hvem får de støtte av, og hvor skjer det?
    parts:
      Ba:
        text: Hvem får de støtte av?
        short: Støtte
      Bb: Steder

concepts:
  mentor: en som følger deg
  kollega:
    say: Med kollega mener jeg …

opening:
  - Du kan trekke deg
  - {id: consent, point: Samtykke er underskrevet, gate: [start, recording]}

sections:
  - title: Start
    serves: A
    questions:
      - id: A1
        ask: Kan du fortelle om den første uka?
        short: den første uka
      - id: A2
        ask: "Hva var annerledes: på skolen, i klasserommet?"
        short: annerledes
        serves: [A, Bb]
        probes:
          - Hvordan?
          - {ask: Hvorfor det?, if: noe var annerledes}
        optional: true
        minutes: 4.5
        concepts: [mentor]
        listen_for: [sjokk, "kaos, rot"]
        priority: 1
        examples: 2
        leans_on: [A1]
        alone: >-
          Når du tenker på den første tida som lærer, hva var annerledes enn du hadde tenkt deg at det skulle
          være?
        two_sided: true
        accepted: {why: de vet det}

  - questions:
      - id: Q1
        ask: |-
          Noe annet?
          Hva da?
        short: annet

closing:
  - id: Z1
    ask: "- Er det noe du vil legge til?"
    short: noe å legge til

after:
  - Hvordan var det å bli intervjuet?

bridges:
  - Jeg vil, om jeg får, tilbake til …
  - "Over til: neste"

on_withdrawal: anonymise

recorder: {name: Nettskjema-diktafon, limit: 45}

data: {class: yellow, recording: 2027-01-31, end: 2027-06-15}
"""


@given(guides())
def test_any_guide_reads_back_as_it_was(guide: Guide) -> None:
    reading = read_guide(write_guide(guide), "guide.yaml")
    assert reading.guide == guide
    assert not reading.errors


@given(guides())
def test_what_was_written_is_written_the_same_again(guide: Guide) -> None:
    text = write_guide(guide)
    again = read_guide(text.encode(), "guide.yaml").guide
    assert again is not None
    assert write_guide(again) == text


def test_it_looks_as_a_person_would_have_written_it() -> None:
    text = write_guide(GUIDE)
    assert text.splitlines() == TEXT.splitlines()


def test_the_thesis_guide_reads_back_and_fits_its_lines() -> None:
    guide = read_guide(thesis_guide_text(), "guide.yaml").guide
    assert guide is not None
    text = write_guide(guide)
    assert read_guide(text, "guide.yaml").guide == guide
    assert max(map(len, text.splitlines())) <= WIDTH


HOSTILE = [
    *("- x", "-", "--- x", "...", "? x", "x: y", "x:", ":x", ": x", "#x", "x # y", "x #", "'x", '"x"', "x'y\"z", "\\"),
    *("\\n", "no", "1:30", "~", "null", "[x]", "{x: y}", "x, y]", "&a", "*a", "!x", "|", ">-", "%x", "@x", "`x", "="),
    *(
        "<<",
        "x  y",
        "x\ty",
        "x\ny",
        "x\n\n  y",
        "x\n- y",
        "x\r\ny",
        "x\x85y",
        "x\u2028y",
        "x\u2029y",
        "\0",
        "x\x1b[31m",
    ),
    *(
        "x\ufeffy",
        "\u200bx",
        "-\u200bx",
        "x \u200by",
        "x \xa0y",
        "10\xa0kr",
        "👩\u200d🏫 og 👨\u200d👩\u200d👧",
        "مرحبا",
    ),
    *("x\ufffey", "\U0010ffff", "ask:x", "point:x", "if:x", "short: x", "«Hva?»", "…"),
    *("x" * 2000, "ord " * 500 + "slutt", "ord: " * 100 + "slutt"),
]


@pytest.mark.parametrize("words", HOSTILE, ids=ascii)
def test_hostile_words_survive_wherever_they_stand(words: str) -> None:
    line = " ".join(words.split())
    guide = Guide(
        title=line,
        problem=words,
        research_questions=(ResearchQuestion("A", words, "kort", (Part("Aa", words, "del"),)),),
        concepts=(Concept(line, words), Concept(f"{line}2", say=words, full=words)),
        opening=(Point("1", words), Point("x", words, ("recording",))),
        sections=(
            Section(
                line,
                ("A",),
                (
                    Question(
                        id="A1",
                        ask=words,
                        label="kort",
                        serves=("A",),
                        probes=(Probe(words), Probe(words, words)),
                        concepts=(line,),
                        listen_for=(words, "x"),
                        alone=words,
                        aim=words,
                        accepted={"why": words, "long": words},
                    ),
                ),
            ),
        ),
        closing=(Question("Z1", words, "kort"),),
        after=(Point("1", words),),
        accepted={"long": words},
    )
    reading = read_guide(write_guide(guide).encode(), "guide.yaml")
    assert reading.guide == guide


def test_remarks_stand_above_what_they_are_about() -> None:
    remarks = Remarks(
        head=("Laget av utkast.docx",),
        on={
            "title": ("fra filnavnet",),
            "rq:Ba": ("er dette en del?",),
            "opening:2": ("uklart",),
            "section:2": ("uten overskrift",),
            "question:A2": ("to spørsmål i ett?", "kanskje: valgfritt"),
            "probe:A2:2": ("fra underpunkt",),
            "after": ("se side 2",),
            "question:X9": ("finnes ikke",),
            "left_out": ("Ikke med:", "side 1"),
        },
    )
    lines = write_guide(GUIDE, remarks).splitlines()

    def below(remark: str) -> str:
        return lines[lines.index(remark) + 1].strip()

    assert lines[:3] == ["# Laget av utkast.docx", "", "# fra filnavnet"]
    assert below("# fra filnavnet") == "title: Nye lærere"
    assert below("      # er dette en del?") == "Ba:"
    assert below("  # uklart").startswith("- {id: consent")
    assert below("  # uten overskrift") == "- questions:"
    assert below("      # to spørsmål i ett?") == "# kanskje: valgfritt"
    assert below("      # kanskje: valgfritt") == "- id: A2"
    assert below("          # fra underpunkt").startswith("- {ask: Hvorfor det?")
    assert below("# se side 2") == "after:"
    assert lines[-5:] == ["", "# finnes ikke", "", "# Ikke med:", "# side 1"]


@given(guides(), st.lists(st.text(), max_size=3), st.lists(TEXTS, max_size=3))
def test_no_remark_is_ever_read_as_part_of_the_guide(guide: Guide, head: list[str], said: list[str]) -> None:
    places = [f"question:{question.id}" for question in guide.questions] + ["title", "left_out", "section:1"]
    remarks = Remarks(tuple(head), dict.fromkeys(places, tuple(said)))
    reading = read_guide(write_guide(guide, remarks).encode(), "guide.yaml")
    assert reading.guide == guide
    assert not reading.errors


def test_a_remark_with_its_own_sign_and_of_several_lines() -> None:
    text = write_guide(GUIDE, Remarks(head=("# én", "to\u2028tre\r\nfire", "", "## fem")))
    assert text.splitlines()[:6] == ["# én", "# to", "# tre", "# fire", "#", "## fem"]
