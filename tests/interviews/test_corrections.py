"""What the informant had corrected takes the place of the words before, for whoever reads the interview."""

import re
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.core import commands as do
from interviews.core.course import reasons
from interviews.core.coverage import coverage
from interviews.core.emptied import emptied
from interviews.core.events import (
    EVENT_TYPES,
    Draft,
    Event,
    Judged,
    LeftOut,
    Merged,
    Noted,
    Started,
    Tagged,
    Undone,
)
from interviews.core.notes import Note, count_links, notes
from interviews.core.replaying import Tape
from interviews.core.state import Interview, replay
from interviews.core.verdicts import comments, verdicts
from interviews.log.copies import merge
from interviews.log.reader import read_log_file
from tests.clocks import StandingClock
from tests.interviews.choir import Talk, bytes_of, choir, short_talk, start
from tests.interviews.holding import ALL, carried_out
from tui.live.transcript import transcript_entries
from tui.translator import Translator

WORDS = Translator("nb")
OLD = "sa at Kari på Lade var syk"
NEW = "sa at [en kollega] var borte #b3"


def said(interview: Interview) -> str:
    """All that the acts of an interview say, and its conversation."""
    return f"{list(interview.events())} {transcript_entries(interview, WORDS)}"


def noted(talk: Talk, seq: int) -> Note:
    return next(note for note in notes(talk.interview) if note.seq == seq)


def corrected_talk() -> tuple[Talk, int]:
    """A talk in which a note was taken, edited, tagged, and corrected; and the note's seq."""
    talk = short_talk()
    seq = talk.at(200, do.TakeNote(OLD)).seq
    talk.at(210, do.EditNote(f"{OLD} #lade", seq), do.TagNote(seq, "sykdom"))
    talk.at(900, do.CorrectNote(NEW, seq))
    return talk, seq


def test_its_words_links_and_tags_are_the_informants_and_nothing_tells_those_before() -> None:
    talk, seq = corrected_talk()
    note = noted(talk, seq)
    assert (note.text, note.corrected, "B3" in note.about, note.tags) == (NEW, True, True, ("sykdom",))
    assert "Lade" not in said(talk.interview)
    assert "lade" not in said(talk.interview)
    assert replay(talk.events) == talk.interview


def test_an_undo_gives_the_words_back_and_a_second_correction_hides_the_first() -> None:
    talk, seq = corrected_talk()
    before = noted(short_talk_of(talk.events[:-1]), seq)
    talk.at(910, do.CorrectNote("sa lite", seq))
    assert noted(talk, seq).text == "sa lite"
    assert "kollega" not in said(talk.interview)
    talk.at(920, do.Undo())
    assert noted(talk, seq).text == NEW
    talk.at(930, do.Undo())
    assert noted(talk, seq) == before
    talk.at(940, do.Undo())
    assert noted(talk, seq).tags == ("lade",)


def short_talk_of(events: list[Event]) -> Talk:
    talk = Talk(start())
    for event in events[1:]:
        talk.add(event)
    return talk


def test_a_later_edit_is_the_researchers_again_and_shows_none_of_the_old_words() -> None:
    talk, seq = corrected_talk()
    talk.at(950, do.EditNote("sa ikke mer", seq))
    assert (noted(talk, seq).text, noted(talk, seq).corrected) == ("sa ikke mer", False)
    assert "Lade" not in said(talk.interview)


@pytest.mark.parametrize("kind", ["quote", "follow_up", "reflexive", "topic", "bookmark"])
def test_every_kind_of_note_can_be_corrected(kind: str) -> None:
    talk = short_talk()
    seq = talk.at(200, do.TakeNote("" if kind == "bookmark" else OLD, kind)).seq  # type: ignore[arg-type]
    if kind == "bookmark":
        talk.at(205, do.EditNote(OLD, seq))
    talk.at(900, do.CorrectNote("noe annet", seq))
    assert (noted(talk, seq).text, noted(talk, seq).kind, noted(talk, seq).counts) == ("noe annet", kind, True)
    assert OLD not in said(talk.interview)
    assert sum(count_links(talk.interview).values()) == sum(
        1 for note in notes(talk.interview) if note.counts and note.kind != "reflexive"
    )


def test_reasons_and_what_was_said_in_a_pilot_are_corrected_too() -> None:
    talk = Talk(start(mode="pilot"))
    talk.at(10, do.AskQuestion("A1"), do.TakeNote("si mer", "follow_up"))
    acts = [
        talk.at(20, command).seq
        for command in (
            do.Skip(("A2",), OLD),
            do.Decline(("B1",), OLD),
            do.Drop(1, OLD),
            do.TakeComment(OLD, question="A1"),
        )
    ]
    talk.at(30, do.Judge("reword", "A1"))
    acts.append(talk.at(40, do.Propose("A1", OLD)).seq)
    talk.at(900, *(do.CorrectNote("noe annet", seq) for seq in acts))
    assert OLD not in said(talk.interview)
    assert {act.reason for of in reasons(talk.interview).values() for act in of} == {"noe annet"}
    assert [one.text for one in comments(talk.interview)] == ["noe annet"]
    assert [one.text for each in verdicts(talk.interview) for one in each.proposals] == ["noe annet"]
    assert follow_up_reason(talk) == "noe annet"
    assert coverage(talk.interview).questions["B1"].state == "declined"


def follow_up_reason(talk: Talk) -> str:
    return next(note.reason for note in notes(talk.interview) if note.follow_up == 1)


def test_what_has_no_words_is_no_note() -> None:
    talk, seq = corrected_talk()
    asked = next(event.seq for event in talk.events if event.type == "asked")
    assert [talk.refusal(do.CorrectNote("x", of)) for of in (asked, 999)] == ["no_such_note"] * 2
    assert (talk.refusal(do.CorrectNote(NEW, seq)), talk.refusal(do.CorrectNote(" ", seq))) == (
        "unchanged_note",
        "empty_note",
    )


def test_what_was_left_out_is_an_empty_place_even_where_the_log_has_the_words_still() -> None:
    talk, seq = corrected_talk()
    talk.add(LeftOut(seq=talk.interview.next_seq, t=900.0, note=seq))
    note = noted(talk, seq)
    assert (note.text, note.tags, note.left_out, note.about != ()) == ("", (), True, True)
    assert "kollega" not in said(talk.interview)
    assert "Lade" not in said(talk.interview)
    assert talk.interview.last_act() is not None


def test_played_again_it_never_shows_them_neither_taken_back_nor_drafts() -> None:
    talk = short_talk()
    talk.add(Draft(seq=talk.interview.next_seq, t=150.0, text=OLD))
    talk.at(160, do.TakeNote(OLD))
    talk.at(170, do.Undo())
    seq = talk.at(200, do.TakeNote(OLD)).seq
    talk.at(210, do.EditNote(f"{OLD} #lade", seq))
    talk.at(900, do.CorrectNote(NEW, seq))
    tape = Tape(talk.events, choir())
    for place in range(1, tape.end + 1):
        then = tape.interview(place)
        assert "Lade" not in said(then)
        assert "lade" not in repr([*then.originals.values(), tape.events[place - 1]])
    assert notes(tape.interview(tape.end)) == notes(talk.interview)


@given(st.lists(ALL, max_size=25))
def test_played_again_it_ends_as_it_stands(commands: list[do.Command]) -> None:
    talk = carried_out(commands)
    tape = Tape(talk.events, talk.interview.guide)
    last = tape.interview(tape.end)
    assert (notes(last), coverage(last)) == (notes(talk.interview), coverage(talk.interview))
    assert count_links(last) == count_links(talk.interview)


def put(folder: Path, name: str, talk: Talk) -> Path:
    path = folder / name
    path.write_bytes(bytes_of(*talk.events))
    return path


def merged(folder: Path, ours: Talk, theirs: Talk) -> Interview:
    log = put(folder, "I1.jsonl", ours)
    merge(log, put(folder, "I1 (1).jsonl", theirs), StandingClock())
    return replay(read_log_file(log, log.name).events)


def fork() -> tuple[Talk, Talk, int]:
    base = short_talk()
    seq = base.at(200, do.TakeNote(OLD)).seq
    return short_talk_of(base.events), short_talk_of(base.events), seq


@pytest.mark.parametrize("ours_has_it", [True, False])
def test_a_copy_that_does_not_know_the_correction_brings_no_old_words_back(
    tmp_path: Path, *, ours_has_it: bool
) -> None:
    knowing, unknowing, seq = fork()
    knowing.at(900, do.CorrectNote(NEW, seq))
    unknowing.at(1500, do.EditNote(f"{OLD} #lade", seq), do.TagNote(seq, "sykdom"), do.TakeNote("noe nytt"))
    pair = (knowing, unknowing) if ours_has_it else (unknowing, knowing)
    interview = merged(tmp_path, *pair)
    note = next(one for one in notes(interview) if one.text == NEW)
    assert note.corrected
    assert "lade" not in said(interview).casefold()
    assert any(one.text == "noe nytt" for one in notes(interview))
    tape = Tape(read_log_file(tmp_path / "I1.jsonl", "I1.jsonl").events, choir())
    for place in range(1, tape.end + 1):
        assert "lade" not in said(tape.interview(place)).casefold()


def test_what_the_copy_wrote_after_its_own_correction_counts(tmp_path: Path) -> None:
    ours, theirs, seq = fork()
    ours.at(800, do.TakeNote("her"))
    theirs.at(900, do.CorrectNote(NEW, seq))
    theirs.at(950, do.EditNote("og så", seq))
    interview = merged(tmp_path, ours, theirs)
    assert "og så" in {note.text for note in notes(interview)}
    assert "Lade" not in said(interview)


def test_a_tag_that_was_given_goes_with_drop_tags_and_comes_back_by_undo() -> None:
    talk, seq = corrected_talk()
    talk.at(910, do.CorrectNote(NEW, seq, drop_tags=True))
    assert (noted(talk, seq).tags, noted(talk, seq).text) == ((), NEW)
    assert "sykdom" not in said(talk.interview)
    assert talk.refusal(do.CorrectNote(NEW, seq, drop_tags=True)) == "unchanged_note"
    talk.at(920, do.Undo())
    assert noted(talk, seq).tags == ("sykdom",)


@pytest.mark.parametrize("kind", EVENT_TYPES.values(), ids=EVENT_TYPES)
def test_every_field_that_holds_words_is_emptied(kind: type[Event]) -> None:
    """An event that is new is in ``emptied``, or its words would stay where somebody wanted them out."""
    if kind in (Started, Merged, Judged):
        return
    hints = get_type_hints(kind, include_extras=True)
    held = {
        name: "hemmelig" if get_args(hint)[0] is str else ("hemmelig",)
        for name, hint in hints.items()
        if name in kind.field_names() and re.search("as written|exactly|as typed|base64|tags", get_args(hint)[1])
    }
    needed = {"seq": 1, "t": 1.0, "note": 1, "act": 1, "question": "A1", "kind": "note", "follow_up": 1, "number": 1}
    fields = {name: value for name, value in needed.items() if name in kind.field_names()}
    for name in kind.field_names():
        if name not in kind.defaults() and name not in fields and name not in held:
            fields[name] = ()
    assert "hemmelig" not in repr(emptied(kind(**fields | held)))  # type: ignore[arg-type]


def test_an_undo_of_the_note_takes_its_correction_along() -> None:
    talk, seq = corrected_talk()
    talk.add(Undone(seq=talk.interview.next_seq, t=901.0, act=seq))
    assert seq not in {note.seq for note in notes(talk.interview)}
    assert not any(isinstance(act, Noted | Tagged) and "Lade" in repr(act) for act in talk.interview.events())


def test_words_that_name_no_question_leave_the_note_where_it_was() -> None:
    talk = short_talk()
    seq = talk.at(200, do.TakeNote("kjem frå Bergen #b3")).seq
    talk.at(900, do.CorrectNote("nye", seq))
    assert "B3" in noted(talk, seq).about
