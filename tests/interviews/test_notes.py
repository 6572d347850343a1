"""Notes: links and tags within the words, later words, and what becomes of a follow-up."""

import pytest
from hypothesis import given

from interviews.core import commands as do
from interviews.core.events import Edited, Filled, Noted
from interviews.core.notes import Note, empty_bookmarks, follow_ups, hash_words, notes
from tests.interviews.choir import Talk, choir
from tests.interviews.strategies import TEXTS


def _note(talk: Talk, place: int = -1) -> Note:
    return notes(talk.interview)[place]


@pytest.mark.parametrize(
    ("text", "links", "tags"),
    [
        ("trygt i kapellet", (), ()),
        ("trygt #b2", ("B2",), ()),
        ("#B2 og #b2 og #b3", ("B2", "B3"), ()),
        ("kapellet #rom #håp_1", (), ("rom", "håp_1")),
        ("#Rom #rom #ROM", (), ("Rom",)),
        ("(#b2), #b3. #rom!", ("B2", "B3"), ("rom",)),
        ("#kor-øving #b2-ish", (), ("kor-øving", "b2-ish")),
        ("#b22 #D9", (), ("b22", "D9")),
        ("nr#b2 ##b2 # b2 #", (), ()),
        ("#b2/#b3 #b2#b3", ("B2", "B3"), ()),
        ("første linje\n#b3 på neste", ("B3",), ()),
        ("#a\u030apent rom", (), ("åpent",)),
        ("#🎵 #b2", ("B2",), ()),
    ],
)
def test_a_hash_before_a_questions_id_is_a_link_and_before_any_other_word_a_tag(
    text: str, links: tuple[str, ...], tags: tuple[str, ...]
) -> None:
    assert hash_words(text, choir()) == (links, tags)


@given(TEXTS.filter(str.strip))
def test_the_text_is_kept_exactly_as_typed(text: str) -> None:
    talk = Talk()
    talk.at(1, do.TakeNote(text))
    assert _note(talk).text == text
    talk.at(2, do.TakeNote("annet"), do.EditNote(f"{text} "))
    assert _note(talk).text == f"{text} "


def test_a_note_is_about_the_question_in_hand_and_those_it_links() -> None:
    talk = Talk()
    talk.at(1, do.AskQuestion("A1"), do.TakeNote("sang #b3 og #a1 i går"))
    assert (_note(talk).about, _note(talk).tags) == (("A1", "B3"), ())


def test_before_the_first_question_a_note_is_about_nothing() -> None:
    talk = Talk()
    talk.at(1, do.TakeNote("rolig rom"), do.TakeNote("nevner #b3 alt nå"))
    talk.at(2, do.AskQuestion("A1"))
    talk.at(4, do.TakeNote("satte seg ved vinduet"), began=1.5)
    assert [note.about for note in notes(talk.interview)] == [(), ("B3",), ()]


@pytest.mark.parametrize(
    ("back", "about"), [(0.0, "B1"), (20.0, "B1"), (21.0, "A1"), (50.0, "A1"), (51.0, "A1"), (60.0, "A1")]
)
def test_a_note_dated_back_is_about_what_was_in_hand_then_or_else_the_first(back: float, about: str) -> None:
    talk = Talk()
    talk.at(10, do.AskQuestion("A1"))
    talk.at(40, do.AskQuestion("B1"))
    talk.at(60, do.TakeNote("litt før", back=back))
    assert _note(talk).about == (about,)


def test_a_note_dated_back_to_before_the_interview_is_about_what_it_links_alone() -> None:
    talk = Talk()
    talk.at(10, do.AskQuestion("A1"))
    talk.at(60, do.TakeNote("mye før", back=900.0), do.TakeNote("mye før #b3", back=900.0))
    assert [note.about for note in notes(talk.interview)] == [(), ("B3",)]


@pytest.mark.parametrize("kind", ["topic", "reflexive"])
def test_topics_and_reflexive_notes_are_about_what_they_link_alone(kind: str) -> None:
    talk = Talk()
    talk.at(1, do.AskQuestion("A1"), do.TakeNote("frivillige", "topic"), do.TakeNote("for fort #b1", "reflexive"))
    found = {note.kind: note.about for note in notes(talk.interview)}
    assert found == {"topic": (), "reflexive": ("B1",)}
    assert kind in found


@pytest.mark.parametrize("text", ["", "  ", "\n\t"])
def test_only_a_bookmark_has_no_words(text: str) -> None:
    talk = Talk()
    assert talk.refusal(do.TakeNote(text)) == "empty_note"
    talk.at(1, do.TakeNote("", "bookmark"))
    assert talk.refusal(do.EditNote(text)) == "empty_note"


def test_an_edit_gives_other_words_and_other_links_and_keeps_the_moment() -> None:
    talk = Talk()
    talk.at(1, do.AskQuestion("A1"))
    talk.at(20, do.TakeNote("kapellet #b3 #rom"), began=15)
    act = talk.at(30, do.EditNote("stua #b1 #uro"))
    assert isinstance(act, Edited)
    assert _note(talk) == Note(2, 15, "note", "stua #b1 #uro", ("A1", "B1"), ("uro",), edited=True)


def test_a_link_taken_out_leaves_the_question_in_hand() -> None:
    talk = Talk()
    talk.at(1, do.AskQuestion("B3"), do.TakeNote("kapellet #b3"))
    talk.at(2, do.AskQuestion("B4"), do.EditNote("kapellet"))
    assert _note(talk).about == ("B3",)


def test_a_link_taken_out_of_a_reflexive_note_is_out() -> None:
    talk = Talk()
    talk.at(1, do.AskQuestion("B3"), do.TakeNote("for fort #b3", "reflexive"), do.EditNote("for fort"))
    assert _note(talk).about == ()


def test_an_undone_edit_brings_the_earlier_words_back() -> None:
    talk = Talk()
    talk.at(1, do.TakeNote("kapellet #b3"), do.EditNote("stua"), do.Undo())
    assert (_note(talk).text, _note(talk).about, _note(talk).edited) == ("kapellet #b3", ("B3",), False)


def test_a_note_is_edited_by_its_place_and_without_one_the_last() -> None:
    talk = Talk()
    talk.at(1, do.TakeNote("en"), do.TakeNote("to"), do.EditNote("EN", 1), do.EditNote("TO"))
    assert [note.text for note in notes(talk.interview)] == ["EN", "TO"]


def test_there_must_be_a_note_to_edit_and_other_words() -> None:
    talk = Talk()
    assert talk.refusal(do.EditNote("to")) == "no_note"
    talk.at(1, do.TakeNote("to"))
    assert talk.refusal(do.EditNote("tre", 9)) == "no_note"
    assert talk.refusal(do.EditNote("to")) == "unchanged_note"


def test_a_bookmark_gets_its_words_and_stays_a_bookmark() -> None:
    talk = Talk()
    talk.at(5, do.AskQuestion("B1"), do.TakeNote("", "bookmark"), do.AskQuestion("A1"))
    assert [note.seq for note in empty_bookmarks(talk.interview)] == [2]
    act = talk.at(90, do.EditNote("hjelperen kom inn #b3", 2))
    assert isinstance(act, Filled)
    assert _note(talk) == Note(2, 5, "bookmark", "hjelperen kom inn #b3", ("B1", "B3"), ())
    assert _note(talk).counts
    assert empty_bookmarks(talk.interview) == ()


def test_a_filled_bookmark_is_edited_like_any_note() -> None:
    talk = Talk()
    talk.at(5, do.TakeNote("", "bookmark"), do.EditNote("inn"))
    assert isinstance(talk.at(6, do.EditNote("inn og ut")), Edited)
    assert talk.refusal(do.EditNote("inn og ut")) == "unchanged_note"


def test_follow_ups_are_numbered_as_they_were_raised() -> None:
    talk = Talk()
    talk.at(1, do.TakeNote("de frivillige?", "follow_up"), do.TakeNote("«det gjør godt»", "quote"), do.RaiseFollowUp())
    assert [(note.follow_up, note.kind, note.state) for note in follow_ups(talk.interview)] == [
        (1, "follow_up", "open"),
        (2, "quote", "open"),
    ]
    assert talk.refusal(do.RaiseFollowUp()) == "already_follow_up"


def test_a_number_that_was_undone_is_not_given_again() -> None:
    talk = Talk()
    talk.at(1, do.TakeNote("hvem?", "follow_up"), do.Undo())
    act = talk.at(2, do.TakeNote("hvor?", "follow_up"))
    assert isinstance(act, Noted)
    assert act.follow_up == 2
    assert talk.refusal(do.ReturnTo(1)) == "unknown_follow_up"


def test_there_must_be_a_note_to_raise() -> None:
    assert Talk().refusal(do.RaiseFollowUp()) == "no_note"


@pytest.mark.parametrize(
    ("command", "state", "reason"),
    [(do.ReturnTo(1), "returned", ""), (do.CallMet(1), "met", ""), (do.Drop(1, "for privat"), "dropped", "for privat")],
)
def test_a_follow_up_has_one_fate_until_that_is_undone(command: do.Command, state: str, reason: str) -> None:
    talk = Talk()
    talk.at(1, do.TakeNote("hvem?", "follow_up"), command)
    (note,) = follow_ups(talk.interview)
    assert (note.state, note.reason) == (state, reason)
    assert talk.refusal(do.Drop(1)) == "follow_up_closed"
    talk.at(2, do.Undo())
    assert follow_ups(talk.interview)[0].state == "open"


def test_what_is_said_of_notes_that_are_not_there_changes_nothing() -> None:
    """A log from which another program took the note out."""
    talk = Talk()
    talk.add(Edited(seq=5, t=1.0, note=3, text="borte", about=()))
    talk.add(Filled(seq=6, t=1.0, note=3, text="borte", about=()))
    assert notes(talk.interview) == ()


MOVED = (do.AskQuestion("A1"), do.AskQuestion("B1"), do.AskQuestion("B3"))
"""Asked at 10, 20 and 30 seconds."""


def _at_b3(*commands: do.Command) -> Talk:
    talk = Talk()
    for place, ask in enumerate(MOVED, 1):
        talk.at(10 * place, ask)
    talk.at(40, *commands)
    return talk


@pytest.mark.parametrize(
    ("commands", "about"),
    [
        ((do.TakeNote("kor"),), ("B1",)),
        ((do.TakeNote("kor #b3"),), ("B1", "B3")),
        ((do.TakeNote("kor #b3", "quote"),), ("B1", "B3")),
        ((do.TakeNote("kor #b3 #b4"),), ("B1", "B3", "B4")),
        ((do.TakeNote("kor #b1"),), ("B1",)),
        ((do.TakeNote("kor"), do.EditNote("kor #b3")), ("B1", "B3")),
        ((do.TakeNote("kor #b3"), do.EditNote("kor")), ("B1",)),
        ((do.TakeNote("kor #b3"), do.EditNote("kor"), do.Undo()), ("B1", "B3")),
        ((do.TakeNote("", "bookmark"), do.EditNote("kor #b3")), ("B1", "B3")),
        ((do.TakeNote("for fort #b3", "reflexive"),), ("B3",)),
    ],
)
def test_a_note_that_moves_follows_the_question_in_hand_and_keeps_what_was_linked(
    commands: tuple[do.Command, ...], about: tuple[str, ...]
) -> None:
    talk = _at_b3(*commands)
    talk.at(50, do.RetimeNote(25))
    assert _note(talk).about == about
    talk.at(60, do.Undo())
    assert _note(talk).about[:1] == ("B3",)


@pytest.mark.parametrize("linked", [(do.TakeNote("kor #b1"),), (do.TakeNote("kor"), do.LinkNote(4, "B1"))])
def test_a_link_stays_through_a_move_to_its_own_question_and_on(linked: tuple[do.Command, ...]) -> None:
    talk = _at_b3(*linked)
    assert _note(talk).about == ("B3", "B1")
    for moment, about in ((25, ("B1",)), (15, ("A1", "B1")), (35, ("B3", "B1"))):
        talk.at(50, do.RetimeNote(moment))
        assert _note(talk).about == about


def test_a_note_that_moves_to_before_the_first_question_is_about_that_one_and_leaves_it_again() -> None:
    talk = _at_b3(do.TakeNote("kor"))
    for moment, about in ((5, ("A1",)), (25, ("B1",))):
        talk.at(50, do.RetimeNote(moment))
        assert _note(talk).about == about
    talk.at(60, do.TakeNote("før", back=58.0), do.RetimeNote(25))
    assert _note(talk).about == ("B1",)


def test_a_note_from_before_the_first_question_keeps_its_links_where_it_moves() -> None:
    talk = Talk()
    talk.at(1, do.TakeNote("nevner #a1 alt nå"))
    for place, ask in enumerate(MOVED, 1):
        talk.at(10 * place, ask)
    talk.at(40, do.RetimeNote(25))
    assert _note(talk).about == ("B1", "A1")
