"""Which question comes next, and how a leaning question sounds when it is jumped to."""

import pytest

from interviews.core import commands as do
from interviews.core.coverage import coverage
from interviews.core.events import Asked
from interviews.core.next_question import next_question
from tests.interviews.choir import Talk


def _next(*commands: do.Command) -> str | None:
    talk = Talk()
    talk.at(1, *commands)
    found = next_question(talk.interview.guide, coverage(talk.interview).questions, talk.interview.hand)
    return found.id if found is not None else None


def _wording(*commands: do.Command) -> str:
    act = Talk().at(1, *commands)
    assert isinstance(act, Asked)
    return act.wording


def test_the_first_suggestion_is_the_first_required_question() -> None:
    assert _next(do.ToggleRecording(confirmed=True)) == "A1"


def test_asking_next_to_the_end_asks_required_then_optional_then_closing() -> None:
    talk = Talk()
    asked = []
    while not talk_is_over(talk):
        act = talk.at(1, do.AskNext())
        assert isinstance(act, Asked)
        asked.append(act.question)
    assert asked == ["A1", "A2", "B1", "B2", "B3", "B4", "C1", "A3", "Z1"]


def talk_is_over(talk: Talk) -> bool:
    """Whether no question is suggested any more."""
    return next_question(talk.interview.guide, coverage(talk.interview).questions, talk.interview.hand) is None


def test_when_nothing_is_left_that_is_said() -> None:
    talk = Talk()
    talk.at(1, do.Skip(("A1", "A2", "A3", "B1", "B2", "B3", "B4", "C1", "Z1")))
    assert talk.refusal(do.AskNext()) == "nothing_next"


@pytest.mark.parametrize(
    ("commands", "wanted"),
    [
        ((do.AskQuestion("A2"),), "A1"),  # after it in its section nothing required: earlier in it
        ((do.AskQuestion("A2"), do.MarkCovered(("A1",))), "B1"),  # then later sections
        ((do.AskQuestion("B2"),), "B1"),
        ((do.AskQuestion("B2"), do.MarkCovered(("B1",))), "B3"),
        ((do.AskQuestion("B4"), do.MarkCovered(("B3",))), "A1"),  # then earlier ones
        ((do.AskQuestion("C1"),), "A1"),
        ((do.AskQuestion("Z1"),), "A1"),  # the closing stands in no section
        ((do.AskQuestion("B1"), do.MarkCovered(("A1", "A2", "B2", "B3", "B4"))), "C1"),
        ((do.AskQuestion("A1"), do.MarkCovered(("A2", "B1", "B2", "B3", "B4"))), "A3"),
        ((do.AskQuestion("A3"), do.MarkCovered(("A1", "A2", "B1", "B2", "B3", "B4", "C1"))), "Z1"),
    ],
)
def test_the_next_question_lies_nearest_to_the_one_in_hand(commands: tuple[do.Command, ...], wanted: str) -> None:
    assert _next(*commands) == wanted


@pytest.mark.parametrize("mark", [do.MarkCovered(("A1",)), do.Skip(("A1",)), do.Decline(("A1",))])
def test_what_is_done_is_not_suggested(mark: do.Command) -> None:
    assert _next(mark) == "A2"


def test_a_touched_question_is_still_suggested() -> None:
    assert _next(do.TakeNote("#a1 kom alt fram")) == "A1"


def test_what_was_asked_is_not_suggested_again_until_that_is_undone() -> None:
    assert _next(do.AskQuestion("A1")) == "A2"
    assert _next(do.AskQuestion("A1"), do.Undo()) == "A1"


def test_a_leaning_question_jumped_to_early_sounds_as_it_does_alone() -> None:
    assert _wording(do.AskQuestion("B2")) == "alone"


def test_without_a_wording_of_its_own_it_is_a_stub() -> None:
    assert _wording(do.AskQuestion("B4")) == "stub"


@pytest.mark.parametrize("talk", [do.AskQuestion("B1"), do.MarkCovered(("B1",)), do.TakeNote("#b1 hjelper")])
def test_once_what_it_leans_on_was_talked_about_it_sounds_as_written(talk: do.Command) -> None:
    assert _wording(talk, do.AskQuestion("B2")) == "ask"


@pytest.mark.parametrize("mark", [do.Skip(("B1",)), do.Decline(("B1",)), do.AskQuestion("B3")])
def test_what_was_left_out_is_nothing_to_lean_on(mark: do.Command) -> None:
    assert _wording(mark, do.AskQuestion("B2")) == "alone"


def test_a_question_that_leans_on_its_own_part_does_not_lean_on_itself() -> None:
    assert _wording(do.AskQuestion("B4"), do.AskQuestion("B4")) == "stub"
    assert _wording(do.TakeNote("#b3 i kapellet"), do.AskQuestion("B4")) == "ask"


def test_a_question_that_leans_on_nothing_always_sounds_as_written() -> None:
    assert _wording(do.AskQuestion("B3")) == "ask"
