"""A link that was offered and accepted: the note is about one more question, once, and stays so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.core import commands as do
from interviews.core.coverage import coverage
from interviews.core.events import Linked
from interviews.core.notes import Note, notes
from interviews.core.state import replay
from tests.interviews.choir import Talk
from tests.interviews.holding import ALL, LINKS, carried_out


def _noted(text: str = "sang i kapellet") -> Talk:
    """A talk with A1 in hand and one note, whose seq is 2."""
    talk = Talk()
    talk.at(1, do.AskQuestion("A1"), do.TakeNote(text))
    return talk


def _note(talk: Talk) -> Note:
    return notes(talk.interview)[-1]


def test_a_link_adds_one_more_question_and_changes_nothing_else() -> None:
    talk = _noted("sang i kapellet #rom")
    before = _note(talk)
    act = talk.at(9, do.LinkNote(2, "b3"))
    assert act == Linked(seq=3, t=9, note=2, question="B3")
    assert _note(talk) == before.but(about=("A1", "B3"))


def test_several_links_stand_in_the_order_in_which_they_were_made() -> None:
    talk = _noted()
    talk.at(9, do.LinkNote(2, "B3"), do.LinkNote(2, "A2"))
    assert _note(talk).about == ("A1", "B3", "A2")


def test_an_earlier_note_can_be_linked_too() -> None:
    talk = _noted()
    talk.at(5, do.TakeNote("og i stua"), do.LinkNote(2, "B3"))
    assert [note.about for note in notes(talk.interview)] == [("A1", "B3"), ("A1",)]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (do.LinkNote(2, "B3"), "already_linked"),  # by a hash in its words
        (do.LinkNote(2, "a1"), "already_linked"),  # by the question in hand
        (do.LinkNote(2, "B1"), "already_linked"),  # by a link of before
        (do.LinkNote(2, "D9"), "unknown_question"),
        (do.LinkNote(2, "Bb"), "unknown_question"),
        (do.LinkNote(1, "B2"), "no_note"),  # a question asked
        (do.LinkNote(3, "B2"), "no_note"),  # a link
        (do.LinkNote(9, "B2"), "no_note"),
    ],
)
def test_a_link_is_refused_twice_and_where_there_is_no_such_note_or_question(command: do.LinkNote, code: str) -> None:
    talk = _noted("sang i kapellet #b3")
    talk.at(2, do.LinkNote(2, "B1"))
    assert talk.refusal(command) == code


def test_a_note_that_was_undone_cannot_be_linked() -> None:
    talk = _noted()
    talk.at(2, do.Undo())
    assert talk.refusal(do.LinkNote(2, "B3")) == "no_note"


def test_an_undone_link_is_gone_and_can_be_made_again() -> None:
    talk = _noted()
    talk.at(2, do.LinkNote(2, "B3"), do.Undo())
    assert _note(talk).about == ("A1",)
    assert coverage(talk.interview).questions["B3"].state == "untouched"
    talk.at(3, do.LinkNote(2, "B3"))
    assert _note(talk).about == ("A1", "B3")


def test_a_link_touches_its_question_and_its_research_question() -> None:
    talk = _noted()
    talk.at(2, do.LinkNote(2, "B3"))
    found = coverage(talk.interview)
    assert (found.questions["B3"].state, found.questions["B3"].notes) == ("touched", 1)
    assert {id: target.notes for id, target in found.targets.items()} == {"A": 1, "B": 1, "Ba": 0, "Bb": 1, "C": 0}


def test_a_note_linked_to_several_questions_of_one_research_question_counts_there_once() -> None:
    talk = _noted()
    talk.at(2, do.LinkNote(2, "B1"), do.LinkNote(2, "B2"), do.LinkNote(2, "B3"))
    found = coverage(talk.interview)
    assert [found.questions[id].notes for id in ("A1", "B1", "B2", "B3")] == [1, 1, 1, 1]
    assert {id: target.notes for id, target in found.targets.items()} == {"A": 1, "B": 1, "Ba": 1, "Bb": 1, "C": 0}


def test_a_linked_bookmark_counts_once_it_has_its_words() -> None:
    talk = Talk()
    talk.at(1, do.AskQuestion("A1"), do.TakeNote("", "bookmark"), do.LinkNote(2, "B3"))
    assert coverage(talk.interview).questions["B3"].notes == 0
    talk.at(2, do.EditNote("i kapellet", 2))
    assert _note(talk).about == ("A1", "B3")
    assert coverage(talk.interview).questions["B3"].notes == 1


@pytest.mark.parametrize("words", ["i stua", "i stua #b1", "i stua #b3"])
def test_a_link_survives_other_words(words: str) -> None:
    talk = _noted("i kapellet #a2")
    talk.at(2, do.LinkNote(2, "B3"), do.EditNote(words))
    assert "B3" in _note(talk).about
    assert "A2" not in _note(talk).about
    assert coverage(talk.interview).questions["B3"].notes == 1


def test_a_link_survives_words_that_name_it_and_then_do_not() -> None:
    talk = _noted()
    talk.at(2, do.LinkNote(2, "B3"), do.EditNote("i kapellet #b3"), do.EditNote("i kapellet"))
    assert _note(talk).about == ("A1", "B3")


def test_an_undone_edit_leaves_the_link_that_was_made_before_it() -> None:
    talk = _noted()
    talk.at(2, do.LinkNote(2, "B3"), do.EditNote("i stua #b1"), do.Undo())
    assert (_note(talk).text, _note(talk).about) == ("sang i kapellet", ("A1", "B3"))


@given(st.lists(st.one_of(ALL, LINKS), max_size=16))
def test_replaying_the_log_gives_the_links_back(commands: list[do.Command]) -> None:
    talk = carried_out(commands)
    again = replay(talk.events)
    assert again == talk.interview
    assert notes(again) == notes(talk.interview)
    assert coverage(again) == coverage(talk.interview)


@given(st.lists(st.one_of(ALL, LINKS), max_size=16))
def test_no_note_is_ever_about_a_question_twice_and_coverage_counts_just_what_notes_say(
    commands: list[do.Command],
) -> None:
    talk = carried_out(commands)
    taken = notes(talk.interview)
    assert all(len(note.about) == len(set(note.about)) for note in taken)
    for id, question in coverage(talk.interview).questions.items():
        outward = [note for note in taken if note.kind != "reflexive"]
        assert question.notes == sum(1 for note in outward if note.counts and id in note.about)
