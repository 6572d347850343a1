"""Examples: how many were told of a question that asks for some, and what stayed abstract."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.model import Guide, Question, ResearchQuestion, Section
from interviews.core import commands as do
from interviews.core.coverage import coverage, examples, without_example
from tests.interviews.choir import Talk, start
from tests.interviews.holding import ALL, carried_out

GUIDE = Guide(
    title="Kor",
    research_questions=(ResearchQuestion("A", "Hva betyr koret?", "Koret"), ResearchQuestion("B", "Hvem?", "Hvem")),
    sections=(
        Section(
            "Sangen",
            ("A",),
            (
                Question("A1", "Hva skjer?", "skjer", ("A",), examples=1),
                Question("A2", "Når gikk det bra, og når ikke?", "bra og ikke", ("A",), two_sided=True, examples=2),
                Question("A3", "Hvem kommer?", "hvem", ("A",)),
                Question("B1", "Hvem hjelper?", "hjelper", ("B",), examples=1),
            ),
        ),
    ),
    closing=(Question("Z1", "Noe mer?", "mer", examples=1),),
)


def _talk(*commands: do.Command) -> Talk:
    talk = Talk(start(guide=GUIDE))
    talk.at(1, do.AskQuestion("A1"))
    talk.at(2, *commands)
    return talk


def _cover(id: str, depth: int | None = None) -> do.MarkCovered:
    return do.MarkCovered((id,), depth)


@pytest.mark.parametrize(
    ("acts", "told"),
    [
        ((), 0),
        ((_cover("A2", 3),), 1),
        ((_cover("A2", 3), _cover("A2", 3)), 2),
        ((_cover("A2", 3), _cover("A2")), 1),
        ((_cover("A2", 3), _cover("A2", 2)), 0),
        ((_cover("A2", 3), do.Unmark(("A2",))), 0),
        ((_cover("A2", 3), do.Decline(("A2",))), 0),
        ((_cover("A2", 3), do.Skip(("A2",)), _cover("A2", 3)), 1),
        ((_cover("A2", 3), do.Undo()), 0),
        ((do.MarkSide("positive", "A2"),), 1),
        ((do.MarkSide("positive", "A2"), _cover("A2", 3)), 1),
        ((do.MarkSide("positive", "A2"), do.MarkSide("negative", "A2"), _cover("A2", 2)), 2),
    ],
)
def test_an_example_is_a_cover_with_one_or_an_experience_on_a_side(acts: tuple[do.Command, ...], told: int) -> None:
    assert examples(_talk(*acts).interview)["A2"] == told


@pytest.mark.parametrize(
    ("acts", "bare"),
    [
        ((), ()),
        ((_cover("A3", 2),), ("A",)),
        ((_cover("A3", 3),), ()),
        ((_cover("A1"), _cover("A3", 3)), ("A1",)),
        ((_cover("A1", 2),), ("A", "A1")),
        ((_cover("A1", 3), _cover("B1", 1)), ("B", "B1")),
        ((_cover("A2"), do.MarkSide("negative", "A2")), ()),
        ((_cover("A1", 3), _cover("A1", 2)), ("A", "A1")),
        ((_cover("Z1"),), ("Z1",)),
        ((do.Skip(("A1",)), do.Decline(("B1",))), ()),
        ((_cover("A1"), do.Unmark(("A1",))), ()),
    ],
)
def test_what_was_covered_without_an_example_is_named_by_research_question_and_by_question(
    acts: tuple[do.Command, ...], bare: tuple[str, ...]
) -> None:
    assert without_example(_talk(*acts).interview) == bare


@given(st.lists(ALL, max_size=20))
def test_a_question_at_the_third_depth_has_an_example_and_no_other_cover_has(commands: list[do.Command]) -> None:
    interview = carried_out(commands).interview
    told = examples(interview)
    for id, one in coverage(interview).questions.items():
        if one.depth == 3:
            assert told[id]
