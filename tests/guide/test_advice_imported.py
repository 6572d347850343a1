"""Advice on the thesis's guide as it comes out of Word: probes in the wording, no concepts listed, nothing leaning.

The table is that of the method requirements (3.2). Two rows differ, as they must. What leans is found by the wording
alone (B2 and C2 lean by the author's word only). Jargon is found without a list of concepts: by what the research
questions say again and again (A1 A4 B4 B6 B7 B8 B9); none of them stands in B5 and B10, which the table names too.
"""

import json
from functools import cache
from pathlib import Path

import pytest

from guide.advice import advise, find_accepted
from guide.importing import Imported, import_document
from guide.model import Guide
from guide.reading import read_guide
from guide.write import write_guide
from tests.guide.test_advice import asking, by_rule, rules, whole
from tests.tui.test_cli import run

VEDLEGG = Path(__file__).parent / "importing" / "fixtures" / "vedlegg1.docx"
Captured = pytest.CaptureFixture[str]

TABLE = {
    "double-barrelled": "A4 B3 B5 B6 C1 C2 Z1",
    "stacked": "A4 B2 B7 C3",
    "closed": "A4 C2 C3 Z1",
    "degree": "A1",
    "why": "A4 B2 B7 B10 C3",
    "jargon": "A1 A4 B4 B6 B7 B8 B9",
    "leans": "A3 B10 C1 C3",
    "long": "B5 Z1",
    "two-sided": "B5 B6 C1 C2",
    "abstract-first": "A1",
}
"""No rule but these finds anything in a question; ``leading`` is empty in the table too."""


@cache
def imported() -> Guide:
    """The guide as it stands in ``guide.yaml`` after the import."""
    found = import_document(VEDLEGG.read_bytes(), VEDLEGG.name)
    assert isinstance(found, Imported)
    guide = read_guide(write_guide(found.guide), "guide.yaml").guide
    assert guide is not None
    return guide


def test_the_guide_is_as_the_import_leaves_it() -> None:
    guide = imported()
    assert guide.concepts == ()
    assert not any(question.probes or question.leans_on for question in guide.questions)


def test_the_table_of_the_method_requirements() -> None:
    assert by_rule(imported()) == TABLE
    assert whole(imported(), "no-example") == ["A", "Bb", "C"]
    assert whole(imported(), "missing-role") == ["warm-up", "transition"]


def test_the_terms_come_from_the_research_questions() -> None:
    terms = {one.question: one.evidence for one in advise(imported()) if one.form == "research"}
    assert terms == {
        "A1": "sosial samhandling",
        "A4": "sosial samhandling",
        "B4": "sosial deltagelse",
        "B6": "sosial samhandling",
        "B7": "sosial deltagelse",
        "B8": "sosial samhandling",
        "B9": "sosial deltagelse",
    }


def test_it_stays_advice_and_goes_when_it_is_accepted(capsys: Captured, tmp_path: Path) -> None:
    study = tmp_path / "studie"
    assert run("new", study, "--from", VEDLEGG) == 0
    capsys.readouterr()
    assert run("check", "--study", study, "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["ok"]
    assert said["errors"] == []
    assert {one["rule"] for one in said["advice"]} == {*TABLE, "no-example", "missing-role"}
    file = study / "guide.yaml"
    reasons = "".join(f"  {one}: det er med vilje\n" for one in sorted({one["rule"] for one in said["advice"]}))
    file.write_text(f"{file.read_text(encoding='utf-8')}\naccepted:\n{reasons}", encoding="utf-8")
    assert run("check", "--study", study, "--json") == 0
    again = json.loads(capsys.readouterr().out)
    assert again["ok"]
    assert again["advice"] == []


NEUTRAL = {
    "nb": [
        "Hva taler for og imot en slik ordning?",
        "Hvordan har yrket preget deg som menneske, på godt og vondt?",
        "Hvilke likheter og forskjeller ser du?",
        "Hvordan jobber du med eller uten tolk?",
        "Hvordan var hverdagen før og etter flyttingen?",
        "Hva har fungert, og hva har ikke?",
    ],
    "nn": ["Kva talar for og imot ei slik ordning?", "Kva likskapar og skilnader ser du?"],
    "en": [
        "What speaks for and against it?",
        "How has the work changed you, for better or worse?",
        "What similarities and differences do you see?",
        "What was life like before and after the move?",
        "What has worked, and what has not?",
        "How do you feel about whether or not to stay?",
    ],
}
"""Wordings that leave both sides open in one question: they are let be."""


@pytest.mark.parametrize(("language", "ask"), [(code, ask) for code, asks in NEUTRAL.items() for ask in asks])
def test_neutral_two_sided_wordings_are_let_be(language: str, ask: str) -> None:
    assert not rules(language, ask) & {"double-barrelled", "closed", "leading", "stacked", "degree"}


SIDES_ON_PURPOSE = "begge sider på like fot, så ingen av dem ligger i spørsmålet"
FALSE_ALARMS = {
    ("nb", "Hvilke fordeler og ulemper ser du?"): {"double-barrelled", "two-sided"},
    ("nb", "Hvilke muligheter og utfordringer opplever du?"): {"double-barrelled", "two-sided"},
    ("nb", "Hvordan bidro det, enten positivt eller negativt?"): {"double-barrelled", "two-sided"},
    ("nb", "Har det blitt lettere eller vanskeligere?"): {"double-barrelled", "closed", "two-sided"},
    ("nn", "Kva føremoner og ulemper ser du?"): {"double-barrelled", "two-sided"},
    ("en", "What challenges and opportunities do you see?"): {"double-barrelled", "two-sided"},
    ("en", "What do you like or dislike about the work?"): {"double-barrelled", "two-sided"},
    ("en", "Has it become easier or harder?"): {"double-barrelled", "closed", "two-sided"},
}
"""Neutral two-sided wordings that still get advice, as the table wants it (B5 B6 C1 C2), and all of what they get."""


@pytest.mark.parametrize(("language", "ask"), FALSE_ALARMS)
def test_a_false_alarm_is_accepted_with_its_reason(language: str, ask: str) -> None:
    guide = asking(language, ask)
    found = FALSE_ALARMS[language, ask]
    assert rules(language, ask) == found
    reasons = dict.fromkeys(found, SIDES_ON_PURPOSE)
    section = guide.sections[0]
    overruled = guide.but(sections=(section.but(questions=(section.questions[0].but(accepted=reasons),)),))
    again = read_guide(write_guide(overruled), "guide.yaml").guide
    assert again is not None
    assert "Q1" not in {one.question for one in advise(again)}
    told = {(one.rule, one.question, one.reason) for one in find_accepted(again)}
    assert told == {(rule, "Q1", SIDES_ON_PURPOSE) for rule in found}
