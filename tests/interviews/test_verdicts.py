"""What a pilot comes to: verdicts on questions, proposals and the peer's words, on disk and as they are told."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.core import commands as do
from interviews.core.codec import decode, encode
from interviews.core.commands import Command
from interviews.core.coverage import coverage
from interviews.core.events import Asked, Commented, Judged, Mode, Proposed, Refusal, Started
from interviews.core.notes import notes
from interviews.core.state import replay
from interviews.core.timing import interview_seconds
from interviews.core.verdicts import (
    Verdict,
    comments,
    count_verdicts,
    never_asked,
    questions_to_judge,
    questions_undecided,
    verdicts,
    verdicts_json,
    without_words,
)
from interviews.log.reader import read_log
from tests.interviews.choir import Talk, choir, start
from tests.interviews.holding import ALL, carried_out
from tests.interviews.strategies import PILOTS, TEXTS

WORDS = "jeg skjønte ikke «fellesskap» [ler]\u2028 *hva* er det?"


def pilot() -> Talk:
    """A pilot with a peer in which A1 is in hand."""
    talk = Talk(start("P1", "pilot").but(pilot="peer"))
    talk.at(5, do.AskQuestion("A1"))
    return talk


def of(talk: Talk, question: str) -> Verdict:
    """What is told of one question."""
    return next(one for one in verdicts(talk.interview) if one.question == question)


@pytest.mark.parametrize("mode", ["live", "practice"])
@pytest.mark.parametrize("command", [do.Judge("keep"), do.Propose("A1", "Hva?"), do.TakeComment("ja")])
def test_only_a_pilot_judges_the_guide(mode: Mode, command: Command) -> None:
    talk = Talk(start(mode=mode))
    talk.at(5, do.AskQuestion("A1"))
    assert talk.refusal(command) == "not_a_pilot"


def test_a_verdict_is_about_the_question_in_hand_or_the_one_that_is_named() -> None:
    talk = pilot()
    assert talk.at(9, do.Judge("reword")) == Judged(seq=2, t=9, question="A1", verdict="reword")
    assert talk.at(9, do.Judge("drop", "b3", "long")) == Judged(
        seq=3, t=9, question="B3", verdict="drop", reason="long"
    )
    assert not of(talk, "B3").asked


def test_before_the_first_question_a_verdict_asks_which() -> None:
    talk = Talk(start(mode="pilot"))
    assert talk.refusal(do.Judge("keep")) == "judge_which"
    assert talk.refusal(do.Judge("keep", "D9")) == "unknown_question"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (do.Propose("A1"), "empty_proposal"),
        (do.Propose("A1", "  \n"), "empty_proposal"),
        (do.Propose("A1", other="D9"), "unknown_question"),
        (do.Propose("D9", "Hva?"), "unknown_question"),
        (do.Propose("A1", other="a1"), "itself_proposed"),
        (do.TakeComment(" "), "empty_comment"),
        (do.TakeComment("ja", question="D9"), "unknown_question"),
    ],
)
def test_what_says_nothing_or_names_nothing_is_refused(command: Command, code: str) -> None:
    assert pilot().refusal(command) == code


def test_every_question_of_the_guide_is_told_once_in_the_guides_order() -> None:
    talk = pilot()
    talk.at(9, do.Judge("keep"), do.AskQuestion("B1"), do.AskQuestion("A1"), do.Judge("reword"))
    assert [one.question for one in verdicts(talk.interview)] == [one.id for one in choir().questions]
    found = verdicts(talk.interview)
    assert questions_undecided(found) == ("B1",)
    assert set(never_asked(found)) == {one.id for one in choir().questions} - {"A1", "B1"}


def test_the_last_verdict_in_force_counts_and_both_stay_in_the_log() -> None:
    talk = pilot()
    talk.at(9, do.Judge("keep"))
    talk.at(10, do.Judge("reword", None, "recall"))
    assert (of(talk, "A1").verdict, of(talk, "A1").reason) == ("reword", "recall")
    assert [event.verdict for event in talk.events if isinstance(event, Judged)] == ["keep", "reword"]
    talk.at(11, do.Undo())
    assert (of(talk, "A1").verdict, of(talk, "A1").reason) == ("keep", "")


def test_a_proposal_goes_with_the_verdict_that_it_was_made_for() -> None:
    talk = pilot()
    talk.at(9, do.Judge("reword"), do.Judge("reword", None, "long"), do.Propose("A1", "Kortere?"))
    assert [each.text for each in of(talk, "A1").proposals] == ["Kortere?"]
    talk.at(10, do.Judge("earlier"))
    assert of(talk, "A1").proposals == ()
    talk.at(11, do.Undo())
    assert [each.text for each in of(talk, "A1").proposals] == ["Kortere?"]


def test_the_last_proposal_counts_but_the_parts_of_a_split_stand_beside_each_other() -> None:
    talk = pilot()
    talk.at(9, do.Judge("reword"), do.Propose("A1", "en"), do.Propose("A1", "to"))
    assert [each.text for each in of(talk, "A1").proposals] == ["to"]
    talk.at(10, do.Judge("split"), do.Propose("A1", "del en"), do.Propose("A1", "del to"))
    assert [each.text for each in of(talk, "A1").proposals] == ["del en", "del to"]
    talk.at(11, do.Judge("split"), do.Propose("A1", "ny del en"))
    assert [each.text for each in of(talk, "A1").proposals] == ["ny del en"]


def test_a_place_is_another_question_and_needs_no_words() -> None:
    talk = pilot()
    talk.at(9, do.Judge("later"))
    assert talk.at(9, do.Propose("a1", other="b2")) == Proposed(seq=3, t=9, question="A1", text="", other="B2")


def test_the_peers_words_are_kept_as_they_were_said_at_the_moment_they_were_begun() -> None:
    talk = pilot()
    act = talk.at(60, do.TakeComment(WORDS, "think_aloud"), began=31.5)
    assert act == Commented(seq=2, t=31.5, question="A1", text=WORDS, prompt="think_aloud")
    assert [one.text for one in of(talk, "A1").comments] == [WORDS]
    talk.at(70, do.End())
    late = talk.at(80, do.TakeComment("og lang", question="B1"))
    assert isinstance(late, Commented)
    assert (late.late, late.question) == (True, "B1")


def test_a_comment_before_the_first_question_is_about_none() -> None:
    talk = Talk(start(mode="pilot"))
    talk.at(3, do.TakeComment("fin guide"))
    assert [(one.question, one.text) for one in comments(talk.interview)] == [(None, "fin guide")]
    assert not any(one.comments for one in verdicts(talk.interview))


def test_verdicts_count_in_nothing_that_is_counted_of_a_talk() -> None:
    talk = pilot()
    before = (coverage(talk.interview).questions, notes(talk.interview))
    talk.at(5, do.Judge("drop", None, "long"), do.Propose("A1", "Hva?"), do.TakeComment("ja"))
    assert (coverage(talk.interview).questions, notes(talk.interview)) == before
    assert interview_seconds(talk.interview) == 5


def test_a_log_of_before_pilots_had_kinds_still_reads() -> None:
    first = json.loads(encode(start("P1", "pilot")))
    assert "pilot" not in first
    asked = encode(Asked(seq=1, t=0.5, question="A1"))
    reading = read_log((json.dumps(first) + "\n").encode() + asked, "P1.jsonl")
    assert not reading.problems
    started = reading.events[0]
    assert isinstance(started, Started)
    assert started.pilot == ""
    assert questions_undecided(verdicts(replay(reading.events))) == ("A1",)


def test_a_kind_that_no_program_writes_is_a_damaged_line() -> None:
    record = json.loads(encode(start("P1", "pilot"))) | {"pilot": "cat"}
    with pytest.raises(ValueError, match="log_wrong_value"):
        decode(record)


def test_other_programs_get_the_verdicts_with_their_evidence() -> None:
    talk = pilot()
    talk.at(9, do.Judge("split", None, "long"), do.Propose("A1", "Hva?"), do.TakeComment("lang", "paraphrase"))
    told = verdicts_json(talk.interview, "P1")
    assert told["pilot"] == "peer"
    assert told["verdicts"][0] == {
        "question": "A1",
        "asked": True,
        "verdict": "split",
        "reason": "long",
        "proposals": [{"t": 9, "text": "Hva?", "other": ""}],
        "evidence": ["P1:2", "P1:3", "P1:4"],
    }
    assert told["verdicts"][1]["verdict"] is None
    assert told["comments"] == [{"t": 9, "question": "A1", "text": "lang", "prompt": "paraphrase", "late": False}]


def test_the_round_is_open_from_the_end_until_all_is_judged_or_it_is_closed() -> None:
    talk = pilot()
    talk.at(9, do.AskQuestion("B1"))
    assert questions_to_judge(talk.interview) == (), "the talk comes first"
    talk.at(20, do.End())
    assert questions_to_judge(talk.interview) == ("A1", "B1")
    talk.at(30, do.Judge("keep", "A1"))
    assert questions_to_judge(talk.interview) == ("B1",)
    talk.at(31, do.CloseRound())
    assert questions_to_judge(talk.interview) == ()
    assert questions_undecided(verdicts(talk.interview)) == ("B1",)


def test_what_was_heard_of_a_question_stands_with_its_verdict() -> None:
    talk = pilot()
    talk.at(9, do.TakeNote("hva mener du", "quote"), do.TakeNote("min egen", "note"))
    talk.at(20, do.TakeNote("om den andre", "quote", question="b1"))
    assert [note.text for note in of(talk, "A1").quotes] == ["hva mener du"]
    assert [note.text for note in of(talk, "B1").quotes] == ["om den andre"]


def test_without_words_verdicts_and_places_stay() -> None:
    talk = pilot()
    talk.at(8, do.TakeNote("hemmelig", "quote"))
    talk.at(9, do.Judge("reword", None, "long"), do.Propose("A1", "hemmelig"), do.TakeComment("hemmelig"))
    talk.at(10, do.Judge("merge", "B1"), do.Propose("B1", "hemmelig", "B2"))
    bare = {one.question: one for one in without_words(verdicts(talk.interview))}
    assert "hemmelig" not in repr(bare)
    assert (bare["A1"].verdict, bare["A1"].reason) == ("reword", "long")
    assert [each.other for each in bare["B1"].proposals] == ["B2"]


@given(st.lists(ALL, max_size=30))
def test_verdicts_are_those_of_the_acts_in_force_whatever_was_done(tried: list[Command]) -> None:
    talk = carried_out(tried)
    if not any(isinstance(command, PILOTS) for command in tried):
        assert all(one.verdict is None for one in verdicts(talk.interview))
    acts = list(talk.interview.events())
    found = verdicts(talk.interview)
    assert {one.question for one in found if one.asked} == {act.question for act in acts if isinstance(act, Asked)}
    last = {act.question: act for act in acts if isinstance(act, Judged)}
    assert {one.question: (one.verdict, one.reason) for one in found if one.verdict} == {
        id: (act.verdict, act.reason) for id, act in last.items()
    }
    kinds, _ = count_verdicts(found)
    assert sum(kinds.values()) == len(last)
    in_force = set(talk.interview.acts)
    assert all(set(one.evidence) <= in_force for one in found)
    assert set(questions_undecided(found)) | set(never_asked(found)) | set(last) == {one.question for one in found}


@given(TEXTS)
def test_whatever_the_peer_says_is_stored_as_it_was_said(text: str) -> None:
    talk = pilot()
    decided = talk.decide(do.TakeComment(text), 9)
    if isinstance(decided, Refusal):
        assert not text.strip()
        return
    talk.add(decided)
    assert [one.text for one in comments(replay(read_log(talk.log, "P1.jsonl").events))] == [text]
