"""What is proposed for turns: the log as witness, and what was answered unasked."""

from guide.reading import read_guide
from interviews.core import commands as do
from interviews.core.state import Interview
from interviews.transcripts.matching import find_unasked, propose
from interviews.transcripts.reading import read_transcript
from interviews.transcripts.turns import Segment, Transcript, Turn, turns_of
from tests.interviews.choir import Talk
from tests.interviews.choir import start as begin

GUIDE = read_guide(
    """\
title: Nye lærere
language: nb
research_questions: {A: Hva overrasker?}
sections:
  - serves: A
    questions:
      - Kan du fortelle om den første uka på jobb?
      - {ask: Hva var annerledes enn du hadde tenkt?, listen_for: [møter, sene kvelder]}
      - {ask: Hvem går du til når noe er vanskelig?, listen_for: [kollega]}
""",
    "guide.yaml",
).guide


def asks(text: str, start: float | None = None) -> Turn:
    return Turn(text, "Kari", start, None, "interviewer")


def answers(text: str) -> Turn:
    return Turn(text, "I3", None, None, "participant")


def held(*acts: tuple[float, do.Command]) -> Interview:
    assert GUIDE is not None
    talk = Talk(begin(guide=GUIDE))
    for at, act in acts:
        talk.at(at, act)
    return talk.interview


def test_what_the_log_has_at_the_same_second_of_the_recording_decides() -> None:
    interview = held((0, do.ToggleRecording(confirmed=True)), (5, do.AskQuestion("A1")), (100, do.AskQuestion("A3")))
    turns = [asks("Og den gangen, da?", 4.0), asks("Og støtte, hva med det?", 98.0), asks("Ja vel?", 300.0)]
    assert [one.match.question if one.match.sure else None for one in propose(GUIDE, turns)] == [None, None, None]
    found = propose(GUIDE, turns, interview)
    assert [one.match.question if one.match.sure else None for one in found] == ["A1", "A3", None]


def test_only_interviewers_ask_and_where_nobody_is_known_everybody_may() -> None:
    said = "Kan du fortelle om den første uka på jobb?"
    assert [one.match.sure for one in propose(GUIDE, [answers(said), asks(said)])] == [False, True]
    assert [one.match.sure for one in propose(GUIDE, [Turn(said), Turn("Nei.")])] == [True, False]
    assert [one.match.sure for one in propose(None, [asks(said)])] == [False]


def test_cue_words_offer_what_was_answered_without_being_asked() -> None:
    assert GUIDE is not None
    turns = [
        asks("Hvordan var møtene og de sene kveldene?"),
        answers("Det var møtet mandag, og sene kvelder."),
        answers("Kollegaen min hjalp, et møte til."),
    ]
    found = find_unasked(GUIDE, turns, {"A1"})
    assert [(one.question, one.turn, one.cues) for one in found] == [
        ("A2", 1, ("møter", "sene kvelder")),
        ("A3", 2, ("kollega",)),
    ]
    assert find_unasked(GUIDE, turns, {"A2", "A3"}) == ()


def test_a_question_is_timed_by_the_caption_that_asks_it_and_not_by_the_mm_before() -> None:
    assert GUIDE is not None
    said = [
        Segment("Mhm.", "Kari", 10.0, 11.0),
        Segment("Ja. Og så", "Kari", 30.0, 31.0),
        Segment("kan du fortelle litt om den", "Kari", 31.0, 33.0),
        Segment("første uka på jobb?", "Kari", 33.0, 35.0),
        Segment("Det er vi nysgjerrige på.", "Kari", 35.0, 37.0),
        Segment("Den var kaos.", "I3", 38.0, 40.0),
    ]
    turns = Transcript(turns_of(said)).with_interviewers(["Kari"]).turns
    assert [(turn.start, turn.end) for turn in turns] == [(10.0, 37.0), (38.0, 40.0)]
    found = propose(GUIDE, turns)
    assert [(one.match.question if one.match.sure else None, one.at) for one in found] == [("A1", 31.0), (None, 38.0)]


def test_a_line_of_the_header_is_no_speaker() -> None:
    talk = "Intervjuer: Kari Nordmann\nInformant: I3\nDato: 12. november\n" + "Kari: Hei?\nI3: Ja.\n" * 3
    transcript = read_transcript(talk.encode(), "samtale.txt")
    assert list(transcript.speakers) == ["Kari", "I3"]
    assert transcript.missing == 0
