"""Guides of every kind that the contract allows, for property tests."""

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from guide.ids import is_id, is_question_id
from guide.model import Concept, DataLimits, Guide, Part, Point, Probe, Question, Recorder, ResearchQuestion, Section
from guide.schema import COLOURS, LANGUAGES, RULES, SHORT_LIMIT, WITHDRAWALS

_SIGNS = st.characters(codec="utf-8")


_ANY = st.text(_SIGNS, min_size=1, max_size=40)
# A blank one is made a letter rather than filtered out: a guide has some hundred texts, and filters cost most of them.
TEXTS = _ANY.map(lambda text: text.strip() or "x")
LINES = _ANY.map(lambda text: " ".join(text.split()) or "x")
LABELS = _ANY.map(lambda text: " ".join(text.split())[:SHORT_LIMIT].strip() or "x")
IDS = st.text(st.sampled_from("abcABCæøÅé0123456789._"), min_size=1, max_size=8).filter(is_id)
MAYBE = st.none() | TEXTS
MINUTES = st.none() | st.integers(1, 9999).map(float) | st.floats(0.001, 9999)
REASONS = st.dictionaries(st.sampled_from(RULES), TEXTS, max_size=2)
CONCEPTS = st.lists(
    st.builds(Concept, LINES, MAYBE, MAYBE, MAYBE).filter(lambda concept: bool(concept.forms)),
    max_size=3,
    unique_by=lambda concept: _folded(concept.name),
)


RECORDERS = st.builds(Recorder, st.none() | LINES, MINUTES).filter(lambda one: one != Recorder())


DATES = st.none() | st.dates().map(str)
DATA = st.builds(DataLimits, st.none() | st.sampled_from(COLOURS), DATES, DATES, DATES, DATES).filter(
    lambda one: one != DataLimits()
)


def _folded(name: str) -> str:
    from guide.problems import fold_case

    return fold_case(name)


# Made once and not for each guide: looking whether a strategy is sound costs more than drawing from it.
POINTS = st.lists(
    st.builds(Point, IDS, TEXTS, st.sampled_from(((), ("start",), ("recording",), ("start", "recording")))),
    max_size=3,
    unique_by=lambda point: _folded(point.id),
)
NAMES = st.lists(IDS.filter(lambda name: _folded(name) != "x"), max_size=16, unique_by=_folded)
PROBES = st.lists(st.builds(Probe, TEXTS, MAYBE), max_size=2)
FEW_TEXTS = st.lists(TEXTS, max_size=2)
TITLES = st.just("") | LINES
RECORDER, DATA_OR_NONE = st.none() | RECORDERS, st.none() | DATA
ANONYMOUS_DATA = st.none() | st.builds(DataLimits, st.sampled_from(COLOURS), end=DATES)
WITHDRAWAL = st.none() | st.sampled_from(WITHDRAWALS)
NUMBERS = st.sampled_from([0, 0, 1, 2, 999])
UP_TO_TWO, UP_TO_THREE = st.integers(0, 2), st.integers(0, 3)
TRUTH, LANGUAGE = st.booleans(), st.sampled_from(list(LANGUAGES))


def _some(draw: DrawFn, names: Sequence[str], number: SearchStrategy[int]) -> tuple[str, ...]:
    """Some of these names, each once."""
    if not names:
        return ()
    one = st.sampled_from(names)
    return tuple(dict.fromkeys(draw(one) for _ in range(draw(number))))


@st.composite
def guides(draw: DrawFn) -> Guide:
    """Any guide that reads without a fault."""
    names = draw(NAMES)
    owners, free = _research_questions(draw, names)
    question_ids = [name for name in free if is_question_id(name)] or ["Ask.1"]
    targets = [target.id for owner in owners for target in owner.targets]
    concepts = draw(CONCEPTS)
    ends = draw(st.integers(0, len(question_ids)))
    sections, known = [], list(targets)
    asked = question_ids[:ends]
    while asked:
        size = draw(st.integers(1, len(asked)))
        serves = _some(draw, targets, UP_TO_TWO)
        questions = tuple(_question(draw, name, targets, known, concepts, serves) for name in asked[:size])
        sections.append(Section(draw(TITLES), serves, questions, draw(MINUTES)))
        asked = asked[size:]
    anonymous, opening = draw(st.booleans()), draw(POINTS)
    if anonymous:
        opening = [point.but(gate=tuple(one for one in point.gate if one != "recording")) for point in opening]
    return Guide(
        title=draw(LINES),
        language=draw(LANGUAGE),
        minutes=draw(MINUTES),
        problem=draw(MAYBE),
        research_questions=tuple(owners),
        concepts=tuple(concepts),
        opening=tuple(opening),
        sections=tuple(sections),
        closing=tuple(_question(draw, name, [], known, concepts, (), closing=True) for name in question_ids[ends:]),
        after=tuple(draw(POINTS)),
        bridges=tuple(draw(FEW_TEXTS)),
        on_withdrawal=draw(WITHDRAWAL),
        anonymous=anonymous,
        recorder=None if anonymous else draw(RECORDER),
        data=draw(ANONYMOUS_DATA if anonymous else DATA_OR_NONE),
        accepted=draw(REASONS),
    )


def _research_questions(draw: DrawFn, names: list[str]) -> tuple[list[ResearchQuestion], list[str]]:
    owners = []
    free = list(names)
    for _ in range(draw(UP_TO_THREE)):
        parts = draw(UP_TO_TWO)
        if len(free) <= parts:
            break
        own, *part_names = (free.pop() for _ in range(parts + 1))
        kept = tuple(Part(name, draw(TEXTS), draw(LABELS)) for name in part_names)
        owners.append(ResearchQuestion(own, draw(TEXTS), draw(LABELS), kept))
    return owners, free


def _question(
    draw: DrawFn,
    name: str,
    targets: list[str],
    known: list[str],
    concepts: list[Concept],
    usual: tuple[str, ...],
    *,
    closing: bool = False,
) -> Question:
    own = _some(draw, targets, UP_TO_THREE)
    leans = _some(draw, known, UP_TO_TWO)
    names = [concept.name for concept in concepts]
    known.append(name)
    return Question(
        id=name,
        ask=draw(TEXTS),
        label=draw(LABELS),
        serves=own if draw(TRUTH) else usual,
        probes=tuple(draw(PROBES)),
        optional=False if closing else draw(TRUTH),
        minutes=draw(MINUTES),
        concepts=_some(draw, names, UP_TO_TWO),
        listen_for=tuple(draw(FEW_TEXTS)),
        priority=draw(NUMBERS),
        examples=draw(NUMBERS),
        leans_on=leans,
        alone=draw(MAYBE),
        two_sided=draw(TRUTH),
        sensitive=draw(TRUTH),
        aim=draw(MAYBE),
        accepted=draw(REASONS),
    )
