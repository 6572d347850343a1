"""What the method text tells of gates, and of a mind that was changed about the recorder."""

import pytest

from guide.model import Point
from interviews.core import commands as do
from tests.interviews.choir import Talk, choir, start
from tests.interviews.method_study import facts
from tui.method.sentences import sentences
from tui.words import Language, Words

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
    found = sentences(facts({"I1": talk.events}).values(), Words(language))
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
