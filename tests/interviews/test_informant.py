"""The informant of a practice interview: what is read from a teacher's file, what is said when, what it showed."""

import math
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.model import Guide
from guide.reading import read_guide, read_guide_file
from interviews.core import commands as do
from interviews.core.events import Event, Reopened, Resumed
from interviews.core.notes import follow_ups
from interviews.core.state import Interview, apply, begin, replay
from interviews.practice.informant import Cue, CutOff, Early, Informant, debrief
from interviews.practice.informant_parser import MOST_PROBLEMS, MOST_SIGNS, read_informant
from tests.interviews.choir import Talk, choir, start
from tests.interviews.informant_turns import InformantTurn, turns_until
from tests.interviews.strategies import AWKWARD, COMMANDS, EVENTS

SAMPLES = Path(__file__).parents[2] / "guide" / "samples"

SINGER = """\
# en oppdiktet sanger
[opening]
Hei på deg.

[A1 covers b3, B4]
En to tre fire fem. Seks sju åtte ni ti.

Elleve tolv.

[A1 again]
Andre gang.
[A1 again]
Tredje gang.

[A2 clarified]
Nå vet jeg hva du mener.
[A2]
Jeg blander.
[A2 probe 2]
Derfor.
[A2 probe]
På en måte.

[concept FELLESSKAP]
Å, sånn ja.

[follow-up]
Det jeg sa om døra.
[follow-up]
Og om gulvet.

[closing]
Takk for praten.

[otherwise]
Vet ikke.
[otherwise]
Hm.
"""


def informant(text: str = SINGER) -> Informant:
    reading = read_informant(text, choir(), "sanger.txt")
    assert reading.informant is not None, reading.problems
    return reading.informant


def talk(*acts: tuple[float, do.Command]) -> Talk:
    held = Talk(start(mode="practice"))
    for t, command in acts:
        held.at(t, command)
    return held


def texts(held: Talk, text: str = SINGER) -> list[str]:
    """Everything said after the opening, nothing being cut off."""
    return [turn.text for turn in turns_until(informant(text), held.interview, math.inf, 0) if turn.to is not None]


def asking(*questions: str) -> list[str]:
    return texts(talk(*((10.0 * place, do.AskQuestion(id)) for place, id in enumerate(questions, 1))))


def problems(text: str, guide: Guide | None = None) -> list[tuple[int, int, str, dict[str, str]]]:
    reading = read_informant(text, guide or choir(), "sanger.txt")
    assert (reading.informant is None) == any(problem.severity == "error" for problem in reading.problems)
    assert {problem.file for problem in reading.problems} <= {"sanger.txt"}
    return [(one.line, one.column, one.code, dict(one.facts)) for one in reading.problems]


# what is said


def test_the_opening_is_said_before_any_question() -> None:
    assert turns_until(informant(), talk().interview, 0.0, 2) == (
        InformantTurn(0.0, "Hei på deg.", None, finished=False),
    )
    assert turns_until(informant(), talk().interview, 1.5, 2) == (
        InformantTurn(0.0, "Hei på deg.", None, finished=True),
    )


def test_a_long_answer_comes_sentence_by_sentence_at_its_pace() -> None:
    held = talk((100, do.AskQuestion("A1")))
    first, second, third = "En to tre fire fem.", " Seks sju åtte ni ti.", "\n\nElleve tolv."
    for now, text, finished in (
        (100, first, False),
        (102.4, first, False),
        (102.5, first + second, False),
        (105, first + second + third, False),
        (105.9, first + second + third, False),
        (106, first + second + third, True),
    ):
        assert turns_until(informant(), held.interview, now, 2)[-1] == InformantTurn(100, text, 1, finished=finished)


def test_nothing_is_said_before_its_moment() -> None:
    held = talk((100, do.AskQuestion("A1")))
    assert [turn.to for turn in turns_until(informant(), held.interview, 99, 2)] == [None]


def test_another_question_cuts_an_answer_off_for_good() -> None:
    held = talk((10, do.AskQuestion("A1")), (13, do.AskQuestion("A2")))
    turns = turns_until(informant(), held.interview, 900, 2)[1:]
    assert turns == (
        InformantTurn(10, "En to tre fire fem. Seks sju åtte ni ti.", 1, finished=False),
        InformantTurn(13, "Jeg blander.", 2, finished=True),
    )


def test_a_follow_up_returned_to_and_the_end_cut_off_too() -> None:
    held = talk((5, do.TakeNote("døra", "follow_up")), (10, do.AskQuestion("A1")), (11, do.ReturnTo(1)))
    held.at(12, do.End())
    turns = turns_until(informant(), held.interview, 900, 2)[1:]
    assert [(turn.text, turn.finished) for turn in turns] == [
        ("En to tre fire fem.", False),
        ("Det jeg sa om døra.", False),
    ]


def test_who_wishes_to_stop_says_no_more_and_was_not_cut_off() -> None:
    held = talk((10, do.AskQuestion("A1")), (13, do.Stop()))
    (turn,) = turns_until(informant(), held.interview, 900, 2)[1:]
    assert turn.text == "En to tre fire fem. Seks sju åtte ni ti."
    assert debrief(informant(), held.interview, 2).cut_off == ()


def test_nothing_is_said_after_the_end() -> None:
    held = talk((10, do.End()))
    held.add(Reopened(seq=held.interview.next_seq, t=4000.0, wall="2026-03-02T12:00:00+01:00"))
    held.at(4010, do.AskQuestion("A1"))
    assert texts(held) == []


def test_a_probe_or_clarification_waits_until_the_informant_has_finished() -> None:
    held = talk((10, do.AskQuestion("A1")), (11, do.Explain("fellesskap", "short")))
    turns = turns_until(informant(), held.interview, 900, 2)[1:]
    assert [(turn.t, turn.text, turn.to) for turn in turns][1] == (16.0, "Å, sånn ja.", 2)


def test_what_waited_is_never_said_when_a_question_comes_first() -> None:
    held = talk((10, do.AskQuestion("A1")), (11, do.Explain("fellesskap", "short")), (12, do.AskQuestion("A3")))
    assert [turn.to for turn in turns_until(informant(), held.interview, 900, 2)] == [None, 1, 3]


def test_nobody_speaks_in_a_pause() -> None:
    held = talk((10, do.AskQuestion("A1")), (11, do.TogglePause()), (311, do.TogglePause()))
    answer = [turns_until(informant(), held.interview, now, 2)[-1] for now in (200.0, 312.0, 312.5, 316.0)]
    assert [len(turn.text.split()) for turn in answer] == [5, 5, 10, 12]
    assert [turn.finished for turn in answer] == [False, False, False, True]


def test_nobody_speaks_in_the_gap_before_an_interview_is_taken_up_again() -> None:
    held = talk((10, do.AskQuestion("A1")), (11, do.TakeNote("fem")))
    held.add(Resumed(seq=held.interview.next_seq, t=911, wall="2026-03-02T11:00:00+01:00", gap=900))
    answer = [turns_until(informant(), held.interview, now, 2)[-1] for now in (500.0, 911.0, 912.5, 916.0)]
    assert [len(turn.text.split()) for turn in answer] == [5, 5, 10, 12]


def test_asked_again_the_informant_has_other_words_in_turn_and_then_none_of_its_own() -> None:
    answer = "En to tre fire fem. Seks sju åtte ni ti.\n\nElleve tolv."
    assert asking("A1", "A1", "A1", "A1") == [answer, "Andre gang.", "Tredje gang.", "Vet ikke."]


def test_a_question_without_an_answer_gets_the_other_words_in_turn_over_and_over() -> None:
    assert asking("A3", "B1", "B2", "B3") == ["Vet ikke.", "Hm.", "Vet ikke.", "Hm."]


def test_a_closing_question_without_an_answer_gets_the_closing_words() -> None:
    assert asking("Z1", "Z1") == ["Takk for praten.", "Vet ikke."]


def test_a_probe_is_answered_when_it_is_ticked_as_done_once() -> None:
    ticks = [do.Tick("probes", "2", mark, "A2") for mark in ("done", "open", "done")]
    held = talk((10, do.AskQuestion("A2")), *((20.0 + place, tick) for place, tick in enumerate(ticks)))
    assert texts(held) == ["Jeg blander.", "Derfor."]
    held.at(30, do.Tick("probes", "1", "not_needed", "A2"))
    assert texts(held) == ["Jeg blander.", "Derfor."]
    held.at(40, do.Tick("probes", "1", "done", "A2"))
    assert texts(held) == ["Jeg blander.", "Derfor.", "På en måte."]


def test_ticks_of_other_cards_and_probes_without_words_call_nothing_forth() -> None:
    held = talk((5, do.Tick("opening", "consent")), (6, do.Tick("probes", "1", "done", "A2")))
    assert texts(held, "[A2 probe 2]\nDerfor.\n[otherwise]\nHm.") == []


def test_a_clarified_concept_is_taken_in_and_changes_later_answers() -> None:
    guide = read_guide(
        "title: t\nconcepts: {kor: å synge, dans: å røre seg}\nresearch_questions: {A: a}\nsections:\n"
        "  - {title: s, serves: A, questions: [{ask: 'Hva?', concepts: [kor]}, {ask: 'Hvem?'}]}\n",
        "guide.yaml",
    ).guide
    assert guide is not None
    read = read_informant("[A1]\nBlander.\n[A1 clarified]\nNå så.\n[A2]\nX.\n[A2 clarified]\nY.", guide, "i").informant
    assert read is not None
    for concept, expected in (("dans", ["Blander.", "Y."]), ("kor", ["Nå så.", "Y."])):
        held = Talk(start(guide=guide))
        held.at(5, do.Explain(concept, "short"), do.AskQuestion("A1"), do.AskQuestion("A2"))
        assert [turn.text for turn in turns_until(read, held.interview, 9, 0)] == expected


def test_a_clarification_is_answered_as_often_as_there_are_words_for_it() -> None:
    explain = do.Explain("fellesskap", "short")
    assert texts(talk((10, explain), (20, explain))) == ["Å, sånn ja."]


def test_follow_ups_returned_to_are_answered_in_turn() -> None:
    held = talk(*((float(place), do.TakeNote("x", "follow_up")) for place in range(3)))
    held.at(20, do.ReturnTo(3), do.ReturnTo(1), do.ReturnTo(2))
    assert len(follow_ups(held.interview)) == 3
    assert texts(held) == ["Det jeg sa om døra.", "Og om gulvet.", "Vet ikke."]


def test_an_undo_takes_the_answer_away_and_the_one_before_was_never_cut_off() -> None:
    held = talk((10, do.AskQuestion("A1")))
    before = turns_until(informant(), held.interview, 60, 2)
    held.at(12, do.AskQuestion("A2"))
    assert turns_until(informant(), held.interview, 60, 2) != before
    held.at(20, do.Undo())
    assert turns_until(informant(), held.interview, 60, 2) == before


def test_replaying_the_events_says_the_same() -> None:
    held = talk((10, do.AskQuestion("A1")), (13, do.AskQuestion("A2")), (15, do.Undo()), (40, do.AskQuestion("B1")))
    assert turns_until(informant(), replay(held.events), 50, 2.5) == turns_until(informant(), held.interview, 50, 2.5)


def test_the_order_of_blocks_in_the_file_does_not_matter() -> None:
    blocks = re.findall(r"\[[^\]]+\][^\[]+", SINGER)
    turned = sorted(blocks, key=lambda block: block.partition("]")[0], reverse=True)
    assert turned != blocks
    held = talk((10, do.AskQuestion("A1")), (20, do.AskQuestion("A1")), (30, do.AskQuestion("A3")))
    assert texts(held, "".join(turned)) == texts(held)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ja. Nei! Hva? Jo …  Så.", ["Ja.", " Nei!", " Hva?", " Jo …", " Så."]),
        ("Det er f.eks. i koret. Ja.", ["Det er f.eks. i koret.", " Ja."]),
        ("Vi var ca. 20 stykker …  og så ble vi færre.", ["Vi var ca. 20 stykker … og så ble vi færre."]),
        ("Hun sa: «Kom inn.» «Ja?» (Stille.) – Ja.", ["Hun sa: «Kom inn.»", " «Ja?»", " (Stille.)", " – Ja."]),
        ("En linje\nsom går videre\n\n\nNytt avsnitt", ["En linje som går videre", "\n\nNytt avsnitt"]),
        ("Ett.\n# ikke sagt\nTo [ler] tre.\n[Ler.] Ja [gråter]", ["Ett.", " To [ler] tre.", " [Ler.]", " Ja [gråter]"]),
        ("\n\n*fett* [bold]x[/]\u2028\x1b[0m", ["*fett* [bold]x[/] \x1b[0m"]),
    ],
)
def test_a_text_is_split_where_a_speaker_would_breathe(text: str, sentences: list[str]) -> None:
    (words,) = informant(f"[A1]\n{text}\n[otherwise]\nHm.").words[Cue("answer", "A1")]
    assert list(words.sentences) == sentences


# what always holds


Step = tuple[float, do.Command | None]


def _held(steps: list[Step]) -> Interview:
    """An interview of commands, each so many seconds after the one before; None is a gap of that length."""
    held, t = Talk(start(mode="practice")), 0.0
    for after, command in steps:
        t += after
        if command is None:
            held.add(Resumed(seq=held.interview.next_seq, t=t, wall="2026-03-02T11:00:00+01:00", gap=after))
            continue
        decided = held.decide(command, t)
        if isinstance(decided, Event):
            held.add(decided)
    return held.interview


_SPOKEN: st.SearchStrategy[do.Command | None] = COMMANDS | st.sampled_from(
    [do.AskQuestion("A1"), do.AskQuestion("A2"), do.TogglePause(), do.Explain("fellesskap", "short"), do.Undo(), None]
)
_STEPS: st.SearchStrategy[list[Step]] = st.lists(
    st.tuples(st.sampled_from([0.0, 0.001, 1.5, 7.3]) | st.floats(0, 30), _SPOKEN), max_size=25
)
_INTERVIEWS = _STEPS.map(_held)
_PACES = st.sampled_from([0.0, 0.5, 2.0, 2.5, 3.3]) | st.floats(0, 20)
_SINGER = informant()
_WRITTEN = {"".join(one.sentences) for words in _SINGER.words.values() for one in words}


@given(_INTERVIEWS, _PACES, st.lists(st.floats(0, 900), min_size=2, max_size=5).map(sorted))
def test_what_has_been_said_never_shrinks_as_time_goes_on(
    interview: Interview, pace: float, moments: list[float]
) -> None:
    last: tuple[InformantTurn, ...] = ()
    for now in moments:
        turns = turns_until(_SINGER, interview, now, pace)
        assert len(turns) >= len(last)
        for earlier, later in zip(last, turns, strict=False):
            assert (earlier.t, earlier.to) == (later.t, later.to)
            assert later.text.startswith(earlier.text)
            assert later.finished >= earlier.finished
        last = turns


@given(_INTERVIEWS)
def test_without_a_pace_everything_is_said_at_once_and_nothing_is_cut_off(interview: Interview) -> None:
    turns = turns_until(_SINGER, interview, interview.t, 0)
    assert all(turn.finished and turn.text in _WRITTEN for turn in turns)
    assert {turn.to for turn in turns_until(_SINGER, interview, math.inf, 2)} <= {turn.to for turn in turns}
    assert debrief(_SINGER, interview, 0).cut_off == ()
    assert debrief(_SINGER, interview, 0).longest == 0


@given(_INTERVIEWS, _PACES, st.floats(0, 900))
def test_an_unfinished_answer_is_the_beginning_of_a_written_one(interview: Interview, pace: float, now: float) -> None:
    for turn in turns_until(_SINGER, interview, now, pace):
        assert turn.text
        assert 0 <= turn.t <= now + 0.001
        assert turn.text in _WRITTEN if turn.finished else any(one.startswith(turn.text) for one in _WRITTEN)


@given(st.lists(EVENTS, max_size=12), st.floats(allow_nan=False), st.floats(allow_nan=False))
def test_no_log_makes_it_raise(events: list[Event], now: float, pace: float) -> None:
    interview = begin(start())
    for seq, event in enumerate(events, 1):
        apply(interview, event.but(seq=seq))
    assert len(turns_until(_SINGER, interview, now, pace)) <= len(events) + 1
    debrief(_SINGER, interview, pace)


_PIECES = st.sampled_from(
    "[ ] # \n \r\n [A1] [a1 again] [A2 probe 2] [opening] [concept fellesskap] [otherwise] [A1 covers B8,] covers "
    "concept probe again A1 B3 Ja. Nei … \ufeff æ".split(" ")
)
_TEXTS = st.text(st.characters(exclude_categories=()) | st.sampled_from(AWKWARD), max_size=80) | st.lists(
    _PIECES | st.text(max_size=5), max_size=30
).map(lambda pieces: "\n".join(pieces) if len(pieces) % 2 else "".join(pieces))


@given(_TEXTS)
def test_no_text_makes_reading_raise_and_every_problem_has_a_place_in_it(text: str) -> None:
    lines = re.split(r"\r\n|\r|\n", text)
    for line, column, _, _ in problems(text):
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
    assert problems("[A1]\nJa.\n" + text) or read_informant("[A1]\nJa.\n" + text, choir(), "i").informant is not None


# what is wrong in a file


def test_a_whole_file_has_no_problems() -> None:
    assert problems(SINGER) == []


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_line_break_and_a_byte_order_mark_are_fine(ending: str) -> None:
    assert informant("\ufeff" + SINGER.replace("\n", ending)) == informant()


def test_ids_and_headings_are_compared_without_case_and_kept_as_the_guide_has_them() -> None:
    read = informant("[a1 COVERS b3 , B4]\nJa.\n[OTHERWISE]\nHm.\n  [ A2   Probe  1 ]\nX.")
    assert list(read.words) == [Cue("answer", "A1"), Cue("otherwise"), Cue("probe", "A2", "1")]
    assert read.words[Cue("answer", "A1")][0].covers == ("B3", "B4")


_REST = "\n[otherwise]\nHm."


@pytest.mark.parametrize(
    ("heading", "column", "code", "facts"),
    [
        ("[openning]", 2, "unknown_heading_near", {"heading": "openning", "nearest": "opening"}),
        ("[follow up]", 2, "unknown_heading_near", {"heading": "follow up", "nearest": "follow-up"}),
        ("[A11 again]", 2, "unknown_heading", {"heading": "A11 again"}),
        ("[AA1 again]", 2, "unknown_heading_near", {"heading": "AA1 again", "nearest": "A1"}),
        ("[konsept dirigent]", 2, "unknown_heading_near", {"heading": "konsept dirigent", "nearest": "concept"}),
        ("[pause]", 2, "unknown_heading", {"heading": "pause"}),
        ("[]", 2, "unknown_heading", {"heading": ""}),
        ("[A1 agian]", 5, "unknown_when_near", {"id": "A1", "word": "agian", "nearest": "again"}),
        ("[A1 etterpå]", 5, "unknown_when", {"id": "A1", "word": "etterpå"}),
        ("[A1 again 2]", 11, "unknown_when", {"id": "A1", "word": "2"}),
        ("[A1 probe]", 5, "no_probes", {"id": "A1"}),
        ("  [A2 probe 3]", 13, "unknown_probe", {"id": "A2", "probe": "3", "count": "2"}),
        ("[A1 covers]", 5, "covers_nothing", {"heading": "A1 covers"}),
        ("[A1 covers B2, B33]", 16, "unknown_covers", {"id": "B33"}),
        ("[A1 covers B2, BB3]", 16, "unknown_covers_near", {"id": "BB3", "nearest": "B3"}),
        ("[concept dirigenten]", 2, "unknown_concept_near", {"name": "dirigenten", "nearest": "dirigent"}),
        ("[concept takt]", 2, "unknown_concept", {"name": "takt", "names": "fellesskap, dirigent"}),
        ("[A1", 1, "open_bracket", {}),
        ("[A1]  Ja.", 7, "words_after_heading", {"heading": "A1"}),
    ],
)
def test_a_heading_that_cannot_be_meant_is_named_with_the_nearest_right_word(
    heading: str, column: int, code: str, facts: dict[str, str]
) -> None:
    ((line, found, named, told),) = problems(f"# hei\n\n{heading}\nJa." + _REST)
    assert (line, found, named) == (3, column, f"informant_{code}")
    assert facts.items() <= told.items()


def test_every_covered_question_that_the_guide_lacks_is_named() -> None:
    ids = "A1, A2, A3, B1, B2, B3, B4, C1, Z1"
    assert problems("[A1 covers XYZQ B2 XYZW]\nJa." + _REST) == [
        (1, 12, "informant_unknown_covers", {"id": "XYZQ", "ids": ids}),
        (1, 20, "informant_unknown_covers", {"id": "XYZW", "ids": ids}),
    ]


def test_two_answers_to_one_question_are_a_problem() -> None:
    facts = {"heading": "a1", "first_line": "1"}
    assert problems("[A1]\nJa.\n[a1]\nNei." + _REST) == [(3, 1, "informant_heading_again", facts)]


def test_words_before_the_first_heading_are_a_problem_once() -> None:
    assert problems("# hei\nJa.\n\n Nei.\n[A1]\nJa." + _REST) == [(2, 1, "informant_words_before_heading", {})]


def test_a_heading_without_words_is_a_warning() -> None:
    assert problems("[A1]\n# kommer\n\n[A2]\nJa." + _REST) == [(1, 1, "informant_no_words", {"heading": "A1"})]


@pytest.mark.parametrize("text", ["", "# bare en kommentar", "[opening]\nHei.\n[closing]\nTakk."])
def test_a_file_without_any_answer_is_a_problem(text: str) -> None:
    assert problems(text) == [(1, 1, "informant_no_answers", {})]


def test_questions_that_would_meet_silence_are_a_warning() -> None:
    assert problems("[A1]\nJa.\n[B1]\nJa.\n[closing]\nTakk.") == [
        (1, 1, "informant_silent", {"ids": "A2, A3, B2, B3, B4, C1"})
    ]


def test_a_file_of_another_size_and_one_full_of_faults_end_in_a_sentence() -> None:
    assert problems("x" * (MOST_SIGNS + 1)) == [(1, 1, "informant_too_big", {"limit": "1 MB"})]
    found = problems("[A17x]\n" * (MOST_PROBLEMS + 5))
    assert len(found) == MOST_PROBLEMS + 1
    assert found[-1] == (MOST_PROBLEMS + 1, 2, "informant_more", {"count": "5"})


# what the practice showed


def test_a_question_answered_early_is_told_with_what_the_interviewer_did_about_it() -> None:
    held = talk((10, do.AskQuestion("A1")))
    assert debrief(informant(), held.interview).early == ()
    held.at(30, do.MarkCovered(("B3",)))
    held.at(40, do.AskQuestion("B4"))
    found = debrief(informant(), held.interview).early
    assert found == (Early("B3", "A1", 10, 30, None), Early("B4", "A1", 10, None, 40))
    assert [one.marked for one in found] == [True, False]


def test_marking_it_after_asking_it_is_not_having_heard_it() -> None:
    held = talk((10, do.AskQuestion("A1")), (40, do.AskQuestion("B4")), (50, do.MarkCovered(("B4",))))
    assert not next(one for one in debrief(informant(), held.interview).early if one.question == "B4").marked


def test_a_question_asked_before_is_not_answered_early() -> None:
    held = talk((10, do.AskQuestion("B3")), (20, do.AskQuestion("A1")), (60, do.TakeNote("ja")))
    assert [one.question for one in debrief(informant(), held.interview).early] == ["B4"]


def test_an_answer_cut_off_before_its_last_sentence_answered_nothing_early() -> None:
    held = talk((10, do.AskQuestion("A1")), (11, do.AskQuestion("A2")), (60, do.End()))
    found = debrief(informant(), held.interview)
    assert found.early == ()
    assert found.cut_off == (CutOff(10, "A1", 1, 3),)


def test_what_the_end_interrupts_is_cut_off_and_what_goes_on_is_not() -> None:
    held = talk((10, do.AskQuestion("A1")), (11, do.TakeNote("fem")))
    assert debrief(informant(), held.interview).cut_off == ()
    held.at(11.5, do.End())
    assert debrief(informant(), held.interview).cut_off == (CutOff(10, "A1", 1, 3),)


def test_the_longest_answer_is_measured_at_the_pace_it_was_held_in_pauses_off() -> None:
    held = talk((10, do.AskQuestion("A1")), (11, do.TogglePause()), (99, do.TogglePause()), (300, do.End()))
    assert debrief(informant(), held.interview, 2).longest == 6
    assert debrief(informant(), held.interview, 4).longest == 3


def test_concepts_notes_and_bookmarks_are_counted() -> None:
    held = talk((10, do.Explain("dirigent", "short")), (11, do.Explain("fellesskap", "full")))
    held.at(12, do.Explain("dirigent", "short"), do.TakeNote("ja"), do.TakeNote("", "bookmark"))
    held.at(20, do.TakeNote("", "bookmark"), do.EditNote("ord"), do.TakeNote("angre"), do.Undo())
    found = debrief(informant(), held.interview)
    assert (found.clarified, found.notes, found.bookmarks) == (("dirigent", "fellesskap"), 2, 2)


# the informant that comes with the program


def _sample() -> tuple[Informant, Guide]:
    guide = read_guide_file(SAMPLES / "musikkterapi.yaml", "guide.yaml").guide
    assert guide is not None
    text = (SAMPLES / "musikkterapi-informant.txt").read_text(encoding="utf-8")
    reading = read_informant(text, guide, "informant.txt")
    assert reading.problems == ()
    assert reading.informant is not None
    assert "OPPDIKTET" in text.partition("[")[0]
    return reading.informant, guide


def test_the_sample_answers_every_question_of_the_thesis() -> None:
    read, guide = _sample()
    assert len(guide.questions) == 18
    assert all(Cue("answer", question.id) in read.words for question in guide.questions)
    assert all(Cue("concept", concept.name) in read.words for concept in guide.concepts)


def test_the_sample_gives_a_student_something_to_struggle_with() -> None:
    read, guide = _sample()
    answers = {cue.of: words[0] for cue, words in read.words.items() if cue.kind == "answer"}
    order = [question.id for question in guide.questions]
    early = {id for own, words in answers.items() for id in words.covers if order.index(id) > order.index(own)}
    assert len(early) >= 6
    assert sum(1 for words in answers.values() if len(words.sentences) >= 8) >= 5
    assert sum(1 for words in answers.values() if len(words.sentences) <= 5) >= 4
    assert sum(1 for cue in read.words if cue.kind == "clarified") >= 3


def test_the_sample_asked_in_the_guides_order_is_an_interview_of_ordinary_length() -> None:
    read, guide = _sample()
    held = Talk(start(mode="practice", guide=guide))
    for place, question in enumerate(guide.questions):
        held.at(20 + 120.0 * place, do.AskQuestion(question.id))
    held.at(20 + 120.0 * len(guide.questions), do.End())
    found = debrief(read, held.interview)
    assert found.cut_off == ()
    assert {"B8", "B10", "C2", "C3"} <= {one.question for one in found.early}
    assert 60 < found.longest < 120
