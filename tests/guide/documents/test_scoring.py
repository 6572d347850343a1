"""The scorer itself: a guide made of what is expected is right in every facet, and each kind of fault is seen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from guide.model import Guide, Point, Probe, Question, ResearchQuestion, Section
from tests.guide.documents.expectation import EXPECTED, Expectation, Wanted, expected
from tests.guide.documents.library import NAMES, document
from tests.guide.documents.scoring import score

STEMS = [Path(name).stem for name in NAMES]


def wished(name: str) -> Guide:
    """The guide that is exactly what is expected."""
    wish = expected(name)
    ids = {aim.text: aim.id or f"R{place}" for place, aim in enumerate(wish.aims)}
    questions = {
        place: _question(wish, place, each, ids) for place, each in enumerate(wish.wanted) if each.parent is None
    }
    return Guide(
        title=wish.titles[0] or "",
        language=wish.language,
        minutes=wish.minutes[0],
        problem=wish.problems[0],
        research_questions=tuple(ResearchQuestion(id, text, text[:20]) for text, id in ids.items()),
        opening=tuple(Point(str(place), text) for place, text in enumerate(wish.opening)),
        sections=tuple(
            Section((*section.titles, "")[0], (), tuple(_of(wish, questions, place)))
            for place, section in enumerate(wish.sections)
        ),
        closing=tuple(_of(wish, questions, None)),
        after=tuple(Point(str(place), text) for place, text in enumerate(wish.after)),
    )


def _question(wish: Expectation, place: int, each: Wanted, ids: dict[str, str]) -> Question:
    probes = [probe for probe in wish.wanted if probe.parent == place]
    return Question(
        f"Q{place}",
        each.asks[0],
        "",
        tuple(ids.get(target, target) for target in each.serves or ()),
        tuple(Probe(probe.asks[0], probe.condition or None) for probe in probes),
        optional=each.optional,
        listen_for=each.keywords,
        aim=each.note or None,
    )


def _of(wish: Expectation, questions: dict[int, Question], section: int | None) -> list[Question]:
    return [question for place, question in questions.items() if wish.wanted[place].section == section]


@pytest.mark.parametrize("name", STEMS)
def test_what_is_expected_is_right_in_every_facet(name: str) -> None:
    assert {facet: found.wrong for facet, found in score(wished(name), expected(name)).items() if found.share < 1} == {}


def test_every_document_has_an_expectation_and_the_other_way_round() -> None:
    assert sorted(STEMS) == sorted(path.stem for path in EXPECTED.iterdir())
    assert all(document(name) for name in NAMES)


def _first(guide: Guide, change: Callable[[Question], Question]) -> Guide:
    section = guide.sections[1]
    questions = (change(section.questions[0]), *section.questions[1:])
    return guide.but(sections=(guide.sections[0], section.but(questions=questions), *guide.sections[2:]))


def _dropped(guide: Guide) -> Guide:
    section = guide.sections[1]
    return guide.but(sections=(guide.sections[0], section.but(questions=section.questions[1:]), *guide.sections[2:]))


def _promoted(guide: Guide) -> Guide:
    section = guide.sections[1]
    first = section.questions[0]
    probe = Question("X1", first.probes[0].ask, "")
    questions = (first.but(probes=first.probes[1:]), probe, *section.questions[1:])
    return guide.but(sections=(guide.sections[0], section.but(questions=questions), *guide.sections[2:]))


def _turned(guide: Guide) -> Guide:
    section = guide.sections[1]
    return guide.but(sections=(guide.sections[0], section.but(questions=section.questions[::-1]), *guide.sections[2:]))


def _early(guide: Guide) -> Guide:
    last = guide.sections[-1]
    return guide.but(
        sections=(*guide.sections[:-1], last.but(questions=(*last.questions, *guide.closing))),
        closing=(),
    )


@pytest.mark.parametrize(
    ("fault", "facets"),
    [
        (_dropped, {"recall", "levels"}),
        (_promoted, {"precision", "levels"}),
        (_turned, {"order"}),
        (_early, {"levels"}),
        (lambda guide: _first(guide, lambda one: one.but(ask=one.ask[:-9])), {"recall", "precision", "levels"}),
        (lambda guide: _first(guide, lambda one: one.but(serves=("RQ2",))), {"serves"}),
        (lambda guide: _first(guide, lambda one: one.but(optional=True)), {"optional"}),
        (lambda guide: guide.but(title="Appendix"), {"head"}),
        (lambda guide: guide.but(research_questions=guide.research_questions[:1]), {"research questions"}),
        (lambda guide: guide.but(opening=guide.opening[1:]), {"opening"}),
    ],
)
def test_each_fault_is_seen(fault: Callable[[Guide], Guide], facets: set[str]) -> None:
    found = score(fault(wished("migrant_mothers")), expected("migrant_mothers"))
    assert facets <= {facet for facet, tally in found.items() if tally.share < 1}
