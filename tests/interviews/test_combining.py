"""Two note-takers' logs become one: nothing doubled, nothing lost, whose note it is always visible."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.model import Guide, Probe, Question
from guide.schema import QUESTION_KEYS
from guide.serialize import guide_to_dict, questions_in
from interviews.core import commands as do
from interviews.core.codec import decode, encode
from interviews.core.commands import Command
from interviews.core.course import order
from interviews.core.events import Aside, Asked, Combined, Event, Noted, Seconded, Started
from interviews.core.notes import Note, follow_ups, notes
from interviews.core.recorder import withheld
from interviews.core.state import Interview, replay
from interviews.core.timing import interview_seconds
from interviews.study.combining import NAMING, Hand, agreement, combine, find_offset, hands_of, join_guides
from tests.interviews.choir import Talk, choir, start
from tests.interviews.holding import ALL, carried_out

WALL = "2026-03-02T10:00:00+01:00"


def begun(by: str, *, seconds: float = 0.0, guide: Guide | None = None, mode: str = "live") -> Started:
    """The first line of a log of one of two, on a computer of its own."""
    wall = (datetime(2026, 3, 2, 9, 0, tzinfo=UTC) + timedelta(seconds=seconds)).isoformat()
    first = start(guide=guide, wall=wall, mode="pilot" if mode == "pilot" else "live")
    return first.but(interviewer=by, boot=by, clock=5000.0, program="0.2.0")


def both(ours: Talk, theirs: Talk, later: float = 0.0) -> tuple[Event, ...]:
    hands = (Hand("I1", "AB", tuple(ours.events)), Hand("I1-2", "CD", tuple(theirs.events), later, "said"))
    made = combine(hands)
    assert [decode(_record(event)) for event in made] == list(made), "it is read back as it is written"
    assert [event.seq for event in made] == list(range(len(made)))
    return made


def _record(event: Event) -> object:
    return json.loads(encode(event))


def told(note: Note) -> tuple[object, ...]:
    """What a note says, but for its number, its moment and its follow-up's number."""
    return (note.kind, note.text, note.about, note.tags, note.state, note.reason, note.corrected, note.left_out)


def test_what_both_wrote_stands_beside_each_other_each_with_its_hand() -> None:
    ours, theirs = Talk(begun("AB")), Talk(begun("CD"))
    ours.at(10, do.AskQuestion("A1"))
    ours.at(30, do.TakeNote("hos AB #b3"))
    theirs.at(2, do.AskQuestion("A1"))
    theirs.at(15, do.TakeNote("hos CD", "follow_up"))
    theirs.at(40, do.AskQuestion("A2"))
    ours.at(90, do.TakeNote("senere", "follow_up"))
    theirs.at(80, do.ReturnTo(1))
    made = replay(both(ours, theirs, 10.0))
    assert [(note.t, note.by, note.text) for note in notes(made)] == [
        (25.0, "CD", "hos CD"),
        (30.0, "AB", "hos AB #b3"),
        (90.0, "AB", "senere"),
    ]
    assert [(one.follow_up, one.by, one.state) for one in follow_ups(made)] == [
        (1, "CD", "returned"),
        (2, "AB", "open"),
    ]
    assert order(made) == ("A1", "A2"), "a question that both marked was asked once"
    found = agreement(made)
    assert found is not None
    assert (hands_of(made), found.asked["A1"], found.asked["A2"], found.asked["B1"]) == (
        ("AB", "CD"), ("AB", "CD"), ("CD",), (),
    )  # fmt: skip
    assert found.notes["A1"] == {"AB": 2, "CD": 1}
    assert found.count(found.asked)[:2] == (1, {"AB": 0, "CD": 1})


def test_the_talk_is_told_by_one_hand_and_the_others_marks_of_it_stand_aside() -> None:
    ours, theirs = Talk(begun("AB")), Talk(begun("CD"))
    ours.at(5, do.ToggleRecording(confirmed=True))
    theirs.at(6, do.ToggleRecording(confirmed=True))
    ours.at(100, do.TogglePause())
    theirs.at(102, do.TogglePause())
    theirs.at(195, do.TogglePause())
    ours.at(200, do.TogglePause())
    ours.at(300, do.End())
    theirs.at(310, do.TakeNote("på vei ut"))
    theirs.at(330, do.End())
    made = replay(both(ours, theirs))
    assert interview_seconds(made) == 330 - 100
    assert [(act.by, act.event["type"]) for act in made.events() if isinstance(act, Aside)] == [
        ("CD", "recording_started"), ("CD", "paused"), ("CD", "continued"), ("AB", "ended"),
    ]  # fmt: skip
    assert made.ended is not None
    assert (made.ended.t, made.ended.by) == (330.0, "CD")


def test_what_either_keeps_off_the_record_is_off_it() -> None:
    ours, theirs = Talk(begun("AB")), Talk(begun("CD"))
    for talk in (ours, theirs):
        talk.at(1, do.ToggleRecording(confirmed=True))
    ours.at(100, do.ToggleTranscribing())
    theirs.at(150, do.ToggleTranscribing(back=70))
    theirs.at(180, do.TakeNote("det de ikke ville ha med"))
    ours.at(160, do.ToggleTranscribing())
    theirs.at(200, do.ToggleTranscribing())
    theirs.at(300, do.ToggleRecording())
    theirs.at(320, do.TakeNote("etter at CD slo av"))
    made = replay(both(ours, theirs))
    assert withheld(made) == ((80.0, 200.0),)
    assert [(note.text, note.use) for note in notes(made)] == [
        ("det de ikke ville ha med", "unanswered"),
        ("etter at CD slo av", "unanswered"),
    ]


def test_a_log_that_began_before_the_first_one_keeps_all_its_moments() -> None:
    ours, theirs = Talk(begun("AB")), Talk(begun("CD"))
    ours.at(5, do.TakeNote("AB"))
    theirs.at(5, do.TakeNote("CD"))
    made = both(ours, theirs, -60.0)
    first = made[0]
    assert isinstance(first, Started)
    assert [(note.by, note.t) for note in notes(replay(made))] == [("CD", 5.0), ("AB", 65.0)]
    assert (first.clock, first.wall) == (4940.0, "2026-03-02T08:59:00+00:00"), "its first moment is a minute earlier"


@pytest.mark.parametrize(("recorded", "wall", "how", "later"), [
    (True, True, "recorder", 7.0), (False, True, "wall", 12.0), (False, False, "asked", 9.0),
])  # fmt: skip
def test_how_they_lie_is_found_by_a_mark_of_both_or_by_the_clocks(
    *, recorded: bool, wall: bool, how: str, later: float
) -> None:
    ours, theirs = Talk(begun("AB")), Talk(begun("CD", seconds=12))
    if not wall:
        theirs = Talk(begun("CD").but(wall="2026-03"))
    if recorded:
        ours.at(10, do.ToggleRecording(confirmed=True))
        theirs.at(3, do.ToggleRecording(confirmed=True))
    for place, id in enumerate(("A1", "A2", "B1"), 1):
        ours.at(20.0 * place, do.AskQuestion(id))
        theirs.at(20.0 * place - 9, do.AskQuestion(id))
    found = find_offset(ours.events, theirs.events)
    assert found is not None
    assert (found.how, found.later) == (how, later)


def test_a_question_that_the_other_guide_alone_has_comes_along() -> None:
    plain = choir()
    other = plain.but(sections=tuple(
        section.but(questions=tuple(
            one.but(id="N1", ask="Noe helt annet, om noter?") if one.id == "A1" else one for one in section.questions
        ))
        for section in plain.sections
    ))  # fmt: skip
    ours, theirs = Talk(begun("AB")), Talk(begun("CD", guide=other))
    ours.at(10, do.AskQuestion("A1"))
    theirs.at(12, do.AskQuestion("N1"))
    theirs.at(14, do.TakeNote("om noter"))
    theirs.at(16, do.AskQuestion("A2"))
    made = replay(both(ours, theirs))
    assert order(made) == ("A1", "N1", "A2")
    added = made.guide.question("N1")
    assert added is not None
    assert added.ask == "Noe helt annet, om noter?"
    assert notes(made)[0].about == ("N1",)


def test_every_key_of_such_a_question_is_carried_over_or_named_as_naming_something() -> None:
    """A key that the guide gets one day comes along, unless it names what the other guide alone has."""
    whole = Question(
        "N1", "Noe helt annet?", "annet", ("A",), (Probe("Hvordan?"),), True, 4.5, ("noter",), ("ord",), 2, 3, ("A2",),
        "Annet?", True, True, "å vite det", {"long": "derfor"},
    )  # fmt: skip
    assert all(getattr(whole, name) for name in Question.field_names()), "each says something"
    plain = choir()
    first = plain.sections[0]
    other = plain.but(sections=(first.but(questions=(*first.questions, whole)), *plain.sections[1:]))
    joined = join_guides(replay([begun("AB")]), guide_to_dict(plain), replay([begun("CD", guide=other)]))
    added = next(one for one in questions_in(joined.guide) if one["id"] == "N1")
    assert QUESTION_KEYS.keys() - added.keys() <= set(NAMING)


LISTS = st.lists(ALL, max_size=14)


@given(LISTS, LISTS, st.floats(-300, 300).map(lambda seconds: round(seconds, 3)))
def test_of_any_two_logs_nothing_is_doubled_nothing_lost_and_each_has_its_hand(
    ours: list[Command], theirs: list[Command], later: float
) -> None:
    pilot = any(isinstance(one, do.Judge | do.Propose | do.TakeComment) for one in (*ours, *theirs))
    talks = [carried_out(commands, begun(by, mode="pilot" if pilot else "live")) for by, commands in
             (("AB", ours), ("CD", theirs))]  # fmt: skip
    made = both(talks[0], talks[1], later)
    whole = replay(made)
    _no_note_is_lost_or_doubled(talks, whole)
    _every_record_is_there_once(talks, made)
    assert {act.by for act in made[1:]} <= {"AB", "CD"}
    assert len(order(whole)) + sum(_seconds_asking(act, whole) for act in made) == sum(
        len(order(talk.interview)) for talk in talks
    )
    pairs = [*zip(talks, (0.0, later), strict=True)]
    lift = max(0.0, *(-(event.t + shift) for talk, shift in pairs for event in talk.events))
    for note in notes(whole):
        talk, shift = pairs[note.by == "CD"]
        assert any(abs(note.t - one.t - shift - lift) < 0.002 for one in notes(talk.interview))


def _no_note_is_lost_or_doubled(talks: Sequence[Talk], whole: Interview) -> None:
    pairs = zip(("AB", "CD"), talks, strict=True)
    before = Counter((by, told(one)) for by, talk in pairs for one in notes(talk.interview))
    assert Counter((one.by, told(one)) for one in notes(whole)) == before
    numbers = [one.follow_up for one in follow_ups(whole)]
    assert len(numbers) == len({*numbers})


def _every_record_is_there_once(talks: Sequence[Talk], made: Sequence[Event]) -> None:
    """By its type: counting, as what another hand has said already, or aside; marks taken back may be the source's."""
    for by, talk in zip(("AB", "CD"), talks, strict=True):
        here = Counter[str]()
        for event in made:
            if event.by == by and not isinstance(event, Combined):
                kind = event.event["type"] if isinstance(event, Aside) else event.type
                here[str(kind)] += 1
        wanted = Counter(event.type for event in talk.events[1:])
        in_force = Counter(act.type for act in talk.interview.events() if not isinstance(act, Started))
        again = here.pop(Seconded.type, 0)
        assert sum(wanted.values()) >= sum(here.values()) + again >= sum(in_force.values())
        for kind, count in in_force.items():
            assert here[kind] <= wanted[kind]
            assert here[kind] >= count or kind in ("asked", "sided", "explained", "stopped")
        notes_there = [event for event in made if isinstance(event, Noted) and event.by == by]
        assert len(notes_there) == wanted["noted"], "notes that were taken back too"


def _seconds_asking(event: Event, whole: Interview) -> bool:
    return isinstance(event, Seconded) and isinstance(whole.acts.get(event.act), Asked)
