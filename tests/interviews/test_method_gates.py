"""What the method text tells of gates, and of a mind that was changed about the recorder."""

import pytest

from guide.model import Point
from interviews.core import commands as do
from interviews.core.events import Asked, RecordingStarted, Ticked
from tests.interviews.choir import Talk, choir, start
from tests.interviews.method_study import facts
from tui.documents.method_text import sentences
from tui.translator import Language, Translator

OPENING = (
    Point("1", "Formål"),
    Point("2", "Rettigheter", ("start",)),
    Point("3", "Lydopptak", ("recording",)),
    Point("4", "Samtykke", ("start", "recording")),
)


def told(*commands: do.Command, language: Language = "nb") -> dict[str, str]:
    """The sentences about one interview in which this was done."""
    talk = Talk(start(guide=choir().but(opening=OPENING)))
    for t, command in enumerate(commands, 1):
        talk.at(float(t), command)
    found = sentences(facts({"I1": talk.events}).values(), Translator(language))
    return {key: sentence.partition(" [")[0] for key, sentence in found.items()}


def test_a_gate_is_told_as_what_it_gates() -> None:
    found = told(*(do.Tick("opening", point.id) for point in OPENING))
    assert (
        found["consent_start"]
        == "Punkter som skal være på plass før første spørsmål, krysset av: Rettigheter (i 1 intervju)."
    )
    assert found["consent"] == "Punkter som skal være på plass før opptak, krysset av: Lydopptak (i 1 intervju)."
    assert found["consent_both"].startswith(
        "Punkter som skal være på plass før første spørsmål og opptak, krysset av: Sam"
    )


NO, REC = do.DeclineRecording(), do.ToggleRecording(confirmed=True)


@pytest.mark.parametrize(
    ("commands", "said"),
    [
        ((NO,), "I 1 intervju ønsket informanten ikke opptak."),
        ((NO, REC), "I 1 intervju ønsket informanten først ikke opptak, men opptakeren ble startet senere."),
        ((NO, REC, REC), "I 1 intervju ønsket informanten først ikke opptak, men opptakeren ble startet senere."),
        ((REC, NO), "I 1 intervju ønsket informanten ikke at opptaket fortsatte."),
        ((NO, REC, do.Undo()), "I 1 intervju ønsket informanten ikke opptak."),
    ],
)
def test_a_changed_mind_about_the_recorder_is_told(commands: tuple[do.Command, ...], said: str) -> None:
    assert told(*commands)["recording_declined"] == said


def test_one_interview_is_one_in_english() -> None:
    assert told(REC, language="en")["interviews"] == "There was 1 interview, with 1 participant."


@pytest.mark.parametrize("begin", [do.AskQuestion("A1", confirmed=True), REC], ids=["question", "recorder"])
def test_an_older_logs_not_needed_is_begun_without_and_never_counted_as_given(begin: do.Command) -> None:
    """It could be said of a point that gates; then nothing was said to be missing."""
    talk = Talk(start(guide=choir().but(opening=OPENING)))
    talk.at(1.0, *(do.Tick("opening", point.id) for point in OPENING))
    act = talk.at(2.0, begin)
    ticked = [one for one in talk.events if isinstance(one, Ticked) and one.point == "4"]
    older = [one.but(mark="not_needed") if one in ticked else one for one in talk.events]
    assert isinstance(act, Asked | RecordingStarted)
    assert act.missing == ()
    found = facts({"I1": talk.events, "I2": older}).values()
    told = sentences(found, Translator("nb"))
    assert "Samtykke (i 1 intervju). [I1:" in told["consent_both"]
    assert "I2" not in told["consent_both"]
    assert "Samtykke (i 1 intervju)" in told["begun_before"]
    assert f"I2:{act.seq}" in told["begun_before"]


def test_a_tick_that_was_taken_away_is_neither_counted_nor_cited() -> None:
    talk = Talk(start(guide=choir().but(opening=OPENING)))
    talk.at(1.0, do.Tick("opening", "4"), do.Tick("opening", "4", "open"), do.Tick("opening", "2"))
    told = sentences(facts({"I1": talk.events}).values(), Translator("nb"))
    assert "consent_both" not in told
    assert "consent_start" in told
