"""Points of the cards: probes that wait for their condition, and both sides of a question that asks for both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.model import Guide, Probe, Question, Section
from interviews.core import commands as do
from interviews.core.checklists import SIDES, probe_points, sides, ticks
from interviews.core.events import Sided, Ticked
from tests.interviews.choir import Talk, start
from tests.interviews.holding import ALL, carried_out

GUIDE = Guide(
    title="Kor",
    sections=(
        Section(
            "Sangen",
            (),
            (
                Question(
                    id="A1",
                    ask="Hva er annerledes nå?",
                    label="annerledes",
                    probes=(
                        Probe("Hvordan merkes det?"),
                        Probe("Hva ble bedre?", "noe ble bedre"),
                        Probe("For hvem?", "noe ble bedre"),
                        Probe("Hva ble verre?", "noe ble verre"),
                    ),
                ),
                Question(id="A2", ask="Når gikk det bra, og når ikke?", label="bra og ikke", two_sided=True),
                Question(id="A3", ask="Hva er lett, og hva er tungt?", label="lett og tungt", two_sided=True),
                Question(id="A4", ask="Hvem kommer?", label="hvem"),
            ),
        ),
    ),
)
PROBED = GUIDE.questions[0]


def _talk(*commands: do.Command) -> Talk:
    talk = Talk(start(guide=GUIDE))
    talk.at(1, *commands)
    return talk


def _shown(*commands: do.Command) -> list[str]:
    return [one.point for one in probe_points(_talk(*commands).interview, PROBED)]


def _tick(point: str, mark: str = "done") -> do.Tick:
    return do.Tick("probes", point, "done" if mark == "done" else "not_needed", "A1")


# probes and their conditions


def test_a_probe_without_a_condition_is_there_and_of_the_others_only_the_condition() -> None:
    points = probe_points(_talk(do.TakeNote("hei")).interview, PROBED)
    assert [(one.point, one.text, one.is_condition) for one in points] == [
        ("1", "Hvordan merkes det?", False),
        ("if 2", "noe ble bedre", True),
        ("if 4", "noe ble verre", True),
    ]


def test_a_ticked_condition_brings_its_probes_and_no_others() -> None:
    assert _shown(_tick("if 2")) == ["1", "if 2", "2", "3", "if 4"]
    assert _shown(_tick("if 4")) == ["1", "if 2", "if 4", "4"]
    assert _shown(_tick("if 4"), _tick("if 2")) == ["1", "if 2", "2", "3", "if 4", "4"]


def test_a_condition_that_two_probes_share_is_asked_once() -> None:
    texts = [one.text for one in probe_points(_talk(_tick("if 2")).interview, PROBED)]
    assert texts.count("noe ble bedre") == 1


def test_a_condition_that_is_not_needed_brings_nothing() -> None:
    assert _shown(_tick("if 2", "not_needed")) == ["1", "if 2", "if 4"]


@pytest.mark.parametrize("mark", ["done", "not_needed"])
def test_a_ticked_probe_stays_when_its_condition_no_longer_holds(mark: str) -> None:
    ticked = (_tick("if 2"), _tick("3", mark))
    away = do.Tick("probes", "if 2", "open", "A1")
    assert _shown(*ticked, away) == ["1", "if 2", "3", "if 4"]
    assert _shown(*ticked, away, do.Tick("probes", "3", "open", "A1")) == ["1", "if 2", "if 4"]


def test_undoing_the_tick_of_a_condition_takes_its_probes_away() -> None:
    assert _shown(_tick("if 2"), do.Undo()) == ["1", "if 2", "if 4"]


def test_a_tick_of_a_condition_is_a_tick_like_any_other() -> None:
    talk = _talk(_tick("if 2"))
    assert talk.events[-1] == Ticked(seq=1, t=1, card="probes", point="if 2", question="A1", mark="done")
    assert ticks(talk.interview, "probes", "A1") == {"if 2": "done"}
    assert ticks(talk.interview, "probes", "A2") == {}


@pytest.mark.parametrize("point", ["0", "5", "if 5", "if", "noe ble bedre", "positive"])
def test_a_point_that_there_is_not_is_refused(point: str) -> None:
    assert _talk(do.TakeNote("hei")).refusal(_tick(point)) == "unknown_point"


@pytest.mark.parametrize("point", ["if 1", "if 3"])
def test_a_condition_that_there_is_not_is_refused(point: str) -> None:
    assert _talk(do.TakeNote("hei")).refusal(_tick(point)) == "unknown_point"


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["1", "2", "3", "4", "if 2", "if 4"]), st.sampled_from(["done", "not_needed", "open"])
        ),
        max_size=10,
    )
)
def test_what_is_ticked_can_always_be_seen_and_a_condition_stands_before_its_probes(
    marks: list[tuple[str, str]],
) -> None:
    commands = [do.Tick("probes", point, mark, "A1") for point, mark in marks]  # type: ignore[arg-type]
    talk = carried_out(commands, start(guide=GUIDE))
    shown = [one.point for one in probe_points(talk.interview, PROBED)]
    ticked = ticks(talk.interview, "probes", "A1")
    assert set(ticked) <= set(shown)
    assert {"1", "if 2", "if 4"} <= set(shown)
    assert len(shown) == len(set(shown))
    for condition, probes in (("if 2", ("2", "3")), ("if 4", ("4",))):
        for probe in probes:
            assert (probe in shown) is (ticked.get(condition) == "done" or probe in ticked)
            assert probe not in shown or shown.index(condition) < shown.index(probe)


# both sides


def test_every_question_that_asks_for_both_sides_has_its_counts_and_no_other_question_has() -> None:
    assert sides(_talk(do.TakeNote("hei")).interview) == {
        "A2": {"positive": 0, "negative": 0},
        "A3": {"positive": 0, "negative": 0},
    }


def test_each_experience_is_counted_on_its_side_of_its_question() -> None:
    talk = _talk(do.MarkSide("positive", "a2"), do.MarkSide("positive", "A2"), do.MarkSide("negative", "A3"))
    assert talk.events[1] == Sided(seq=1, t=1, question="A2", side="positive")
    assert sides(talk.interview) == {"A2": {"positive": 2, "negative": 0}, "A3": {"positive": 0, "negative": 1}}


def test_without_a_name_it_is_the_question_in_hand() -> None:
    talk = _talk(do.AskQuestion("A2"), do.MarkSide("negative"), do.AskQuestion("A3"), do.MarkSide("negative"))
    assert [found["negative"] for found in sides(talk.interview).values()] == [1, 1]


def test_a_side_is_undone_one_by_one() -> None:
    talk = _talk(do.MarkSide("positive", "A2"), do.MarkSide("positive", "A2"), do.Undo())
    assert sides(talk.interview)["A2"] == {"positive": 1, "negative": 0}
    talk.at(2, do.Undo())
    assert sides(talk.interview)["A2"] == {"positive": 0, "negative": 0}


@pytest.mark.parametrize(
    ("before", "command", "code"),
    [
        ((), do.MarkSide("positive"), "nothing_in_hand"),
        ((do.AskQuestion("A4"),), do.MarkSide("positive"), "not_two_sided"),
        ((do.AskQuestion("A2"),), do.MarkSide("positive", "A4"), "not_two_sided"),
        ((), do.MarkSide("negative", "D9"), "unknown_question"),
    ],
)
def test_a_side_is_refused_where_no_question_asks_for_both(
    before: tuple[do.Command, ...], command: do.MarkSide, code: str
) -> None:
    assert _talk(*before).refusal(command) == code


@given(st.lists(ALL, max_size=14))
def test_the_counts_are_those_of_the_marks_in_force(commands: list[do.Command]) -> None:
    talk = carried_out(commands, start(guide=GUIDE))
    marks = [act for act in talk.interview.events() if isinstance(act, Sided)]
    counted = sides(talk.interview)
    assert sum(sum(found.values()) for found in counted.values()) == len(marks)
    for question, found in counted.items():
        assert found == {
            side: sum(1 for act in marks if (act.question, act.side) == (question, side)) for side in SIDES
        }
