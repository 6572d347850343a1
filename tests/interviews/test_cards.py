"""Cards and the other marks of an interview: ticks, the recorder, pauses, clarifications, the end."""

from interviews.core import commands as do
from interviews.core.checklists import missing_gates, ticks
from interviews.core.events import Explained, RecordingStarted, RecordingStopped, Ticked
from interviews.core.handlers import is_paused
from interviews.core.recorder import recording
from tests.interviews.choir import Talk, choir


def test_a_point_is_ticked_changed_and_unticked() -> None:
    talk = Talk()
    talk.at(1, do.Tick("opening", "consent"), do.Tick("opening", "1", "not_needed"))
    assert ticks(talk.interview, "opening") == {"consent": "done", "1": "not_needed"}
    talk.at(2, do.Tick("opening", "1", "open"))
    assert ticks(talk.interview, "opening") == {"consent": "done"}
    talk.at(3, do.Undo(), do.Undo())
    assert ticks(talk.interview, "opening") == {"consent": "done"}


def test_probes_are_ticked_under_their_own_question() -> None:
    talk = Talk()
    act = talk.at(1, do.Tick("probes", "2", question="a2"))
    assert isinstance(act, Ticked)
    assert act.question == "A2"
    assert ticks(talk.interview, "probes", "A2") == {"2": "done"}
    assert ticks(talk.interview, "probes", "A1") == {}
    assert talk.refusal(do.Tick("probes", "3", question="A2")) == "unknown_point"
    assert talk.refusal(do.Tick("probes", "1", question="D9")) == "unknown_point"
    assert talk.refusal(do.Tick("probes", "1")) == "unknown_point"


def test_points_belong_to_their_card() -> None:
    talk = Talk()
    assert talk.refusal(do.Tick("after", "consent")) == "unknown_point"
    point = choir().after[0].id
    talk.at(1, do.Tick("after", point, question="A2"))
    assert ticks(talk.interview, "after") == {point: "done"}


def test_the_recorder_waits_for_consent_or_for_a_confirmation() -> None:
    talk = Talk()
    assert [point.id for point in missing_gates(talk.interview)] == ["consent"]
    assert talk.refusal(do.ToggleRecording()) == "gate_first"
    act = talk.at(1, do.ToggleRecording(confirmed=True))
    assert isinstance(act, RecordingStarted)
    assert act.missing == ("consent",)


def test_recordings_are_numbered_and_stopped_by_their_number() -> None:
    talk = Talk()
    talk.at(1, do.Tick("opening", "consent"), do.ToggleRecording())
    assert recording(talk.interview) == 1
    act = talk.at(2, do.ToggleRecording())
    assert isinstance(act, RecordingStopped)
    assert (act.number, recording(talk.interview)) == (1, None)
    started = talk.at(3, do.ToggleRecording())
    assert isinstance(started, RecordingStarted)
    assert (started.number, started.missing) == (2, ())
    talk.at(4, do.Undo(), do.Undo())
    assert recording(talk.interview) == 1


def test_a_pause_is_on_until_it_is_over_or_undone() -> None:
    talk = Talk()
    talk.at(1, do.TogglePause())
    assert is_paused(talk.interview)
    talk.at(2, do.TogglePause())
    assert not is_paused(talk.interview)
    talk.at(3, do.Undo())
    assert is_paused(talk.interview)


def test_a_clarification_is_logged_with_the_question_it_came_after() -> None:
    talk = Talk()
    act = talk.at(1, do.AskQuestion("A2"), do.Explain("fellesskap", "full"))
    assert isinstance(act, Explained)
    assert (act.concept, act.level, act.after) == ("fellesskap", "full", "A2")
    assert talk.refusal(do.Explain("dirigent", "full")) == "unknown_concept"
    assert talk.refusal(do.Explain("tempo", "short")) == "unknown_concept"


def test_marks_need_a_question_in_hand_or_named() -> None:
    talk = Talk()
    for command in (do.MarkCovered(), do.Skip(), do.Decline(reason="for privat")):
        assert talk.refusal(command) == "nothing_in_hand"


def test_one_unknown_id_refuses_the_whole_mark() -> None:
    assert Talk().refusal(do.MarkCovered(("A1", "D9"))) == "unknown_question"


def test_an_interview_ends_once() -> None:
    talk = Talk()
    talk.at(1, do.End())
    assert talk.refusal(do.End()) == "already_ended"
