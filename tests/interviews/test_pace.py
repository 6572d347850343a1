"""The hour: how long each question should take, where the talk stands, and what there is still time for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.model import Guide, Point, Question, Section
from interviews.core import commands as do
from interviews.core.coverage import coverage
from interviews.core.events import Resumed
from interviews.core.pace import Triage, behind, briefing_seconds, closing_reserve, plan_seconds, triage
from tests.interviews.choir import Talk, choir, start
from tests.interviews.holding import ALL, carried_out


def _question(id: str, minutes: float | None = None, *, optional: bool = False) -> Question:
    return Question(id=id, ask=f"{id}?", label=id, minutes=minutes, optional=optional)


GUIDE = Guide(
    title="Halvtime",
    minutes=30.0,
    sections=(
        Section("Først", (), (_question("A1", 4.0), _question("A2"), _question("A3", optional=True))),
        Section("Så", (), (_question("B1", 6.0), _question("B2"))),
    ),
    closing=(_question("Z1"),),
)
"""Half an hour, five minutes of it for the closing: A1 4 min, B1 6 min, and A2 (A3) B2 share the rest, 5 min each."""


def _talk(*acts: tuple[float, do.Command], guide: Guide = GUIDE) -> Talk:
    talk = Talk(start(guide=guide))
    for t, command in acts:
        talk.at(t, command)
    return talk


def _triage(talk: Talk, now: float) -> Triage:
    found = triage(talk.interview, now)
    assert found is not None
    return found


def _left(talk: Talk, now: float) -> list[str]:
    return [question.id for question in _triage(talk, now).questions]


# how long a question should take


def test_what_the_guide_says_beats_an_even_share_of_the_rest() -> None:
    assert plan_seconds(GUIDE) == {"A1": 240, "A2": 300, "A3": 300, "B1": 360, "B2": 300}


def test_what_was_measured_beats_what_the_guide_says_and_the_others_share_what_is_left() -> None:
    planned = plan_seconds(GUIDE, {"A1": 90, "A2": 120})
    assert planned == {"A1": 90, "A2": 120, "A3": 465, "B1": 360, "B2": 465}


def test_nothing_measured_is_no_measure() -> None:
    assert plan_seconds(GUIDE, {"A1": 0.0, "Q9": 700.0}) == plan_seconds(GUIDE)


def test_without_a_planned_length_a_question_has_three_minutes() -> None:
    planned = plan_seconds(GUIDE.but(minutes=None), {"B2": 40})
    assert planned == {"A1": 240, "A2": 180, "A3": 180, "B1": 360, "B2": 40}


def test_the_even_share_is_never_less_than_a_minute() -> None:
    assert plan_seconds(GUIDE.but(minutes=5))["A2"] == 60


def test_the_closing_has_no_plan_of_its_own() -> None:
    assert "Z1" not in plan_seconds(GUIDE, {"Z1": 400})


@given(
    st.none() | st.floats(1, 600),
    st.dictionaries(st.sampled_from(["A1", "A2", "A3", "B1", "B2", "Z1", "Q9"]), st.floats(0, 9000)),
)
def test_every_question_but_the_closings_always_has_some_time(
    minutes: float | None, measured: dict[str, float]
) -> None:
    planned = plan_seconds(GUIDE.but(minutes=minutes), measured)
    assert list(planned) == ["A1", "A2", "A3", "B1", "B2"]
    assert all(seconds > 0 for seconds in planned.values())


# the closing's reserve


@pytest.mark.parametrize(("minutes", "reserve"), [(90, 300), (30, 300), (12, 120), (6, 60), (None, 300)])
def test_the_closing_keeps_five_minutes_and_at_most_a_sixth(minutes: float | None, reserve: float) -> None:
    assert closing_reserve(GUIDE.but(minutes=minutes)) == reserve


def test_the_debriefing_alone_is_worth_a_reserve_and_nothing_needs_none() -> None:
    assert closing_reserve(GUIDE.but(closing=(), after=(Point("1", "Takk"),))) == 300
    bare = GUIDE.but(closing=())
    assert closing_reserve(bare) == 0
    assert _triage(_talk((0, do.AskQuestion("A1")), guide=bare), 0).reserve == 0


# what is left


def test_without_planned_minutes_there_is_nothing_to_weigh() -> None:
    talk = _talk((0, do.AskQuestion("A1")), guide=GUIDE.but(minutes=None))
    assert triage(talk.interview, 100) is None


def test_what_is_left_stands_in_the_guides_order_with_optional_ones_last() -> None:
    found = _triage(_talk((0, do.AskQuestion("A1"))), 0)
    assert [question.id for question in found.questions] == ["A2", "B1", "B2", "A3"]
    assert (found.remaining, found.needed, found.reserve, found.room) == (1800, 1260, 300, 4)


def test_the_question_in_hand_is_not_among_them_and_before_the_first_all_are() -> None:
    assert _left(_talk((0, do.AskQuestion("B1"))), 0) == ["A1", "A2", "B2", "A3"]
    assert _left(_talk((0, do.TakeNote("rolig rom"))), 0) == ["A1", "A2", "B1", "B2", "A3"]


def test_optional_questions_leave_first_as_soon_as_there_is_no_room_for_everything() -> None:
    talk = _talk((0, do.AskQuestion("A1")))
    assert _left(talk, 240) == ["A2", "B1", "B2", "A3"]
    assert _left(talk, 241) == ["A2", "B1", "B2"]


@pytest.mark.parametrize(("now", "room"), [(240, 4), (241, 3), (540, 3), (541, 2), (840, 2), (841, 1), (1201, 0)])
def test_room_counts_how_many_fit_in_their_order_before_the_closing(now: float, room: int) -> None:
    assert _triage(_talk((0, do.AskQuestion("A1"))), now).room == room


def test_once_the_time_is_up_what_remains_is_below_nothing_and_the_required_ones_still_stand() -> None:
    found = _triage(_talk((0, do.AskQuestion("A1"))), 2000)
    assert (found.remaining, found.room, [one.id for one in found.questions]) == (-200, 0, ["A2", "B1", "B2"])


@pytest.mark.parametrize("mark", [do.MarkCovered(("A2",)), do.Skip(("A2",)), do.Decline(("A2",))])
def test_what_is_covered_skipped_or_declined_is_not_left_until_that_is_undone(mark: do.Command) -> None:
    talk = _talk((0, do.AskQuestion("A1")), (1, mark))
    assert _left(talk, 600) == ["B1", "B2"]
    talk.at(2, do.Undo())
    assert _left(talk, 600) == ["A2", "B1", "B2"]


def test_what_was_touched_is_still_left_and_what_was_asked_is_told_apart() -> None:
    """Asked takes no more time, and is not covered either."""
    talk = _talk((0, do.AskQuestion("A2")), (10, do.TakeNote("#b2 kom opp")), (20, do.AskQuestion("A1")))
    assert _left(talk, 600) == ["B1", "B2"]
    found = _triage(talk, 600)
    assert [question.id for question in found.asked] == ["A2"]
    talk.at(30, do.MarkCovered(("A2",)))
    assert _triage(talk, 600).asked == ()


def test_when_all_is_done_nothing_is_left() -> None:
    talk = _talk((0, do.AskQuestion("A1")), (1, do.MarkCovered(("A1", "A2", "A3", "B1", "B2"))))
    found = _triage(talk, 600)
    assert (found.questions, found.needed, found.room) == ((), 0, 0)


def test_measured_times_decide_what_there_is_room_for() -> None:
    talk = _talk((0, do.AskQuestion("A1")))
    found = triage(talk.interview, 900, {"A2": 200.0, "B1": 100.0, "B2": 200.0, "A3": 50.0})
    assert found is not None
    assert (found.needed, found.room, len(found.questions)) == (550, 4, 4)


def test_after_the_end_time_stands_still() -> None:
    talk = _talk((0, do.AskQuestion("A1")), (600, do.End()))
    assert _triage(talk, 9000).remaining == 1200


@given(st.lists(ALL, max_size=12), st.integers(0, 4000))
def test_what_is_left_is_always_open_in_order_and_adds_up(commands: list[do.Command], now: int) -> None:
    talk = carried_out(commands)
    found = _triage(talk, max(float(now), talk.interview.t))
    states = coverage(talk.interview).questions
    planned = plan_seconds(choir())
    ids = [question.id for question in found.questions]
    assert not any(states[id].settled for id in ids)
    assert talk.interview.hand not in ids
    for optional in (False, True):
        own = [question.id for question in found.questions if question.optional is optional]
        assert own == [id for id in planned if id in own]
    optionals = [question.optional for question in found.questions]
    assert optionals == sorted(optionals)
    assert found.needed == pytest.approx(sum(planned[id] for id in ids))
    assert 0 <= found.room <= len(ids)
    fits = [
        sum(planned[id] for id in ids[:count]) <= found.remaining - found.reserve for count in range(1, len(ids) + 1)
    ]
    assert found.room == fits.count(True)
    if any(optionals):
        assert found.room == len(ids)


# behind and ahead


def test_before_the_first_question_the_talk_is_neither_behind_nor_ahead() -> None:
    assert behind(_talk((0, do.TakeNote("rolig rom"))).interview, 500) is None


@pytest.mark.parametrize(("now", "late"), [(60, 0), (200, 0), (300, 0), (420, 120), (1260, 960)])
def test_a_question_is_on_plan_until_its_time_is_up_and_then_behind(now: float, late: float) -> None:
    assert behind(_talk((60, do.AskQuestion("A1"))).interview, now) == late


def test_the_opening_counts_with_the_time_that_it_took() -> None:
    for asked in (0, 60, 900):
        assert behind(_talk((asked, do.AskQuestion("A1"))).interview, asked + 100) == 0


def test_a_question_done_before_its_time_is_up_brings_the_talk_ahead() -> None:
    talk = _talk((60, do.AskQuestion("A1")), (120, do.AskQuestion("A2")))
    assert behind(talk.interview, 120) == -180
    assert behind(talk.interview, 120 + 300) == -180
    assert behind(talk.interview, 120 + 300 + 200) == 20


@pytest.mark.parametrize("mark", [do.MarkCovered(("B1",)), do.Skip(("B1",)), do.Decline(("B1",))])
def test_what_is_done_unasked_brings_the_talk_ahead_and_a_touch_does_not(mark: do.Command) -> None:
    talk = _talk((0, do.AskQuestion("A1")), (10, do.TakeNote("#b1 kom opp")))
    assert behind(talk.interview, 100) == 0
    talk.at(20, mark)
    assert behind(talk.interview, 100) == -360


def test_measured_times_decide_what_is_behind() -> None:
    talk = _talk((0, do.AskQuestion("A1")), (100, do.AskQuestion("A2")))
    assert behind(talk.interview, 100, {"A1": 40.0}) == 60


def test_pauses_and_gaps_put_nobody_behind() -> None:
    talk = _talk((0, do.AskQuestion("A1")), (100, do.TogglePause()), (700, do.TogglePause()))
    assert behind(talk.interview, 840) == 0
    talk.add(Resumed(seq=talk.interview.next_seq, t=2000.0, wall="2026-03-02T11:00:00+01:00", gap=1300.0))
    assert behind(talk.interview, 2000) == 0
    found = _triage(talk, 2000)
    assert found.remaining == 1800 - 100


def test_while_a_pause_is_on_no_time_goes() -> None:
    talk = _talk((0, do.AskQuestion("A1")), (100, do.TogglePause()))
    assert behind(talk.interview, 5000) == 0
    assert _triage(talk, 5000).remaining == 1700


# the briefing


def test_the_briefing_is_the_time_before_the_first_question() -> None:
    talk = _talk((0, do.TakeNote("rolig rom")), (95.5, do.AskQuestion("A1")), (400, do.AskQuestion("A2")))
    assert briefing_seconds(talk.interview) == 95.5
    talk.at(900, do.End())
    assert briefing_seconds(talk.interview) == 95.5


def test_a_pause_in_the_briefing_is_off() -> None:
    talk = _talk((0, do.TogglePause()), (60, do.TogglePause()), (90, do.AskQuestion("A1")))
    assert briefing_seconds(talk.interview) == 30


def test_while_nothing_was_asked_all_of_the_time_is_briefing() -> None:
    assert briefing_seconds(_talk((0, do.TakeNote("hei")), (80, do.TakeNote("hallo"))).interview) == 80
    assert briefing_seconds(_talk((10, do.AskQuestion("A1")), (20, do.Undo())).interview) == 20


@given(st.lists(ALL, max_size=12))
def test_the_briefing_is_never_longer_than_the_interview(commands: list[do.Command]) -> None:
    talk = carried_out(commands)
    assert 0 <= briefing_seconds(talk.interview) <= talk.interview.t


def test_a_sections_minutes_are_shared_by_its_questions_that_have_none() -> None:
    first, then = GUIDE.sections
    timed = GUIDE.but(sections=(first.but(minutes=10.0), then))
    planned = plan_seconds(timed)
    assert [planned[id] for id in ("A1", "A2", "A3")] == [240.0, 180.0, 180.0]
    assert plan_seconds(timed, {"A2": 400.0})["A2"] == 400.0, "what was measured beats what was planned"
    assert planned["B2"] == (30 - 5 - 10 - 6) * 60, "what is left goes to the others"


def test_a_section_without_time_left_for_its_questions_gives_each_a_minute() -> None:
    first, then = GUIDE.sections
    planned = plan_seconds(GUIDE.but(sections=(first.but(minutes=3.0), then)))
    assert (planned["A1"], planned["A2"]) == (240.0, 60.0)
