"""Research questions against concepts: where the guide asks about one of them only once, and what was covered."""

import pytest

from guide.reading import read_guide
from interviews.core import commands as do
from interviews.core.coverage import coverage
from interviews.study.review import Asking, ConceptCoverage, asking, concept_coverage
from tests.interviews.choir import Talk, choir, start
from tests.tui.lines import GUIDE


def test_the_thesis_asks_about_its_two_concepts_unevenly() -> None:
    """Interaction alone, participation alone, both: A 1 1 2, Ba 3 1 3, Bb 1 1 1, C 0 0 3."""
    found = {(one.target, one.concept): one for one in asking(GUIDE)}
    first, second = (concept.name for concept in GUIDE.concepts)
    counts = {
        target: (
            len(found[target, first].alone),
            len(found[target, second].alone),
            len(found[target, first].together),
        )
        for target in ("A", "Ba", "Bb", "C")
    }
    assert counts == {"A": (1, 1, 2), "Ba": (3, 1, 3), "Bb": (1, 1, 1), "C": (0, 0, 3)}
    assert found["Bb", first] == Asking("Bb", first, ("B8",), ("B10",))


def test_a_guide_that_ties_no_question_to_a_concept_has_nothing_to_cross() -> None:
    assert asking(choir()) == ()


def test_required_questions_count_and_covered_ones_among_them() -> None:
    talk = Talk(start(guide=GUIDE))
    talk.at(10, do.MarkCovered(("B8",)), do.Skip(("B10",)), do.MarkCovered(("C3",)))
    found = coverage(talk.interview)
    concept = GUIDE.concepts[0].name
    assert concept_coverage(GUIDE, found, "Bb", concept) == ConceptCoverage(1, 2)
    assert concept_coverage(GUIDE, found, "B", concept) == ConceptCoverage(1, 8)
    assert concept_coverage(GUIDE, found, "C", concept) == ConceptCoverage(0, 2), "C3 is optional"


@pytest.mark.parametrize(("target", "concept"), [("X", "sosial samhandling"), ("A", "noe annet")])
def test_what_an_interviews_own_guide_did_not_ask_is_not_nothing_covered(target: str, concept: str) -> None:
    talk = Talk(start(guide=GUIDE))
    assert concept_coverage(GUIDE, coverage(talk.interview), target, concept) is None


def test_a_concept_that_only_an_optional_question_asks_about_requires_nothing() -> None:
    written = """\
title: x
research_questions: {A: Hva?}
concepts: {mentor: en som følger deg}
sections: [{title: y, serves: A, questions: [Hva?, {ask: Hvem?, optional: true, concepts: [mentor]}]}]
"""
    guide = read_guide(written, "guide.yaml").guide
    assert guide is not None
    talk = Talk(start(guide=guide))
    assert concept_coverage(guide, coverage(talk.interview), "A", "mentor") == ConceptCoverage(0, 0)
