"""The way out of an interview, step by step, what comes after it, and taking up what was left."""

import pytest

from guide.model import Guide, Point
from interviews.study.previous_interviews import Left, PreviousInterviews
from tests.tui.desk_helpers import Seat, Sit
from tests.tui.hour_seat import HALF, SitDown
from tests.tui.lines import GUIDE
from tui.live.modes import Closing, Debriefing, Filling, Marking, Reflecting, Settling, Talking
from tui.live.options import LiveOptions

PLAIN = GUIDE.but(after=(), closing=(), opening=())


def begun(sit: Sit, guide: Guide = GUIDE) -> Seat:
    seat = sit(guide=guide)
    seat.say("/a1")
    return seat


def ended(sit: Sit) -> Seat:
    """An interview with two bookmarks, just ended."""
    seat = begun(sit)
    seat.key("space", "enter", "space")
    seat.say("/end")
    seat.key("enter", "enter", "enter")
    assert seat.last == {"type": "ended"}
    return seat


def mode(seat: Seat) -> type:
    return type(seat.table.mode)


def test_the_way_out_step_by_step(sit: Sit) -> None:
    seat = begun(sit)
    seat.say("!kulturendring?")
    seat.key("space")
    seat.say("+a1 a2 a3 a4 b1 b2 b3 b4 b5 b6 b7 b8 b9 b10")
    seat.say("/end")
    assert seat.card == "Før du avslutter"
    assert seat.table.card is not None
    assert "Ikke dekket: C1 C2" in seat.table.card.text
    assert "!1 kulturendring?" in seat.table.card.text
    assert seat.table.card.foot.startswith("Enter: Z1 ")

    seat.key("enter")
    assert (seat.last["question"], seat.card, mode(seat)) == ("Z1", "", Closing)
    seat.say("nei, det var alt")
    seat.key("enter")
    assert (seat.card, mode(seat)) == ("Etterpå", Debriefing)
    seat.key("1")
    assert seat.last == {"type": "ticked", "card": "after", "point": "1", "mark": "done"}

    seat.key("enter")
    assert (seat.last, mode(seat), seat.card) == ({"type": "ended"}, Filling, "Fyll bokmerker")
    seat.say("+b1 er bare ord her")
    assert seat.written[-2]["type"] == "reopened"
    assert (seat.last["type"], seat.last["text"]) == ("filled", "+b1 er bare ord her")

    assert (mode(seat), seat.card) == (Marking, "Ble dette dekket?")
    seat.key("enter")
    assert (mode(seat), seat.card) == (Settling, "!1 er åpen")
    seat.key("2")
    assert seat.last == {"type": "met", "follow_up": 1}
    assert (mode(seat), seat.card) == (Reflecting, "Refleksjonsnotat")
    seat.say("/jeg styrte")
    seat.say("og mer")
    assert [(event["kind"], event["text"]) for event in seat.written[-2:]] == [
        ("reflexive", "/jeg styrte"),
        ("reflexive", "og mer"),
    ]
    seat.key("enter")
    assert seat.calls == ["quit"]


def test_escape_goes_one_step_back_on_the_way_out_and_ends_nothing(sit: Sit) -> None:
    seat = begun(sit)
    seat.say("/end")
    seat.key("enter", "enter")
    seat.type("takk")
    seat.key("escape")
    assert (seat.line.text, mode(seat)) == ("", Debriefing)
    seat.key("escape")
    assert (mode(seat), seat.card, seat.types[-1]) == (Closing, "Før du avslutter", "asked")
    seat.key("enter")
    assert (mode(seat), seat.card) == (Debriefing, "Etterpå")
    seat.key("escape", "escape", "escape")
    assert (mode(seat), seat.card, seat.types) == (Talking, "", ["asked", "asked"])
    seat.say("/end")
    seat.key("enter", "enter")
    assert (seat.last, mode(seat)) == ({"type": "ended"}, Reflecting)


def test_escape_after_a_stop_goes_back_to_what_the_stop_showed(sit: Sit) -> None:
    seat = begun(sit)
    seat.say("/stop")
    seat.key("enter", "escape")
    assert (mode(seat), seat.card) == (Closing, "Informanten ønsket å stoppe")


def test_escape_after_the_end_goes_back_through_every_step_and_leaves_nothing(sit: Sit) -> None:
    """Bookmarks, what lacks a mark, follow-ups, the reflexive note: each is there again, and the program stays."""
    seat = begun(sit)
    for line in ("!en", "!to", "/a2"):
        seat.say(line)
    seat.key("space", "space", "space")
    seat.say("/stop")
    seat.key("enter", "enter")
    seat.say("lo høyt")  # now A2 has a note, and no mark
    steps = []
    for _ in range(5):
        steps.append((mode(seat), seat.card, getattr(seat.table.mode, "place", 0)))
        seat.key("enter")
    assert [(card, place) for _, card, place in steps] == [
        ("Fyll bokmerker", 1),
        ("Fyll bokmerker", 2),
        ("Ble dette dekket?", 0),
        ("!1 er åpen", 0),
        ("!2 er åpen", 1),
    ]
    assert seat.card == "Refleksjonsnotat"
    for kind, card, _ in reversed(steps):
        seat.key("escape")
        assert (mode(seat), seat.card) == (kind, card)
    seat.key("escape")
    assert (mode(seat), seat.calls, seat.types[-1]) == (Filling, [], "filled")
    assert "Ctrl+Z: angre" in seat.notice
    assert "Ctrl+Q: gå ut" in seat.notice
    seat.key("enter", "enter")
    assert seat.card == "Ble dette dekket?"  # what was stepped back from comes again


def test_the_closing_can_be_left_for_the_talk(sit: Sit) -> None:
    seat = begun(sit)
    seat.say("/end")
    seat.key("escape")
    assert (mode(seat), seat.card) == (Talking, "")
    seat.key("enter")
    assert seat.last["question"] == "A2"


@pytest.mark.parametrize("steps", [1, 2])
def test_asking_a_question_of_the_guide_leads_back_into_the_talk(sit: Sit, steps: int) -> None:
    seat = begun(sit)
    seat.say("/end")
    seat.key(*["enter"] * steps)
    seat.say("/b3")
    assert (seat.last["question"], mode(seat), seat.card) == ("B3", Talking, "")
    seat.key("enter")
    assert seat.last["question"] == "B4"
    seat.say("/end")
    seat.key("enter")
    assert (mode(seat), seat.card) == (Debriefing, "Etterpå")


def test_the_list_before_closing_follows_what_is_marked(sit: Sit) -> None:
    seat = begun(sit)
    seat.say("/end")
    assert seat.table.card is not None
    assert " B3 " in seat.table.card.text
    seat.say("+b3")
    assert seat.table.card is not None
    assert " B3 " not in seat.table.card.text


@pytest.mark.parametrize("key", ["escape", "enter"])
def test_a_concept_explained_in_the_debriefing_does_not_end_the_interview(sit: Sit, key: str) -> None:
    seat = begun(sit)
    seat.say("/end")
    seat.key("enter", "enter")
    seat.say("?samhandling")
    assert seat.card == "Begrep: sosial samhandling"
    seat.key(key)
    assert (seat.card, mode(seat), seat.last["type"]) == ("Etterpå", Debriefing, "explained")
    seat.key("enter")
    assert seat.last == {"type": "ended"}


@pytest.mark.parametrize("line", ["/fill", "/edit"])
def test_filling_and_editing_on_the_way_out_come_back_to_it(sit: Sit, line: str) -> None:
    seat = begun(sit)
    seat.say("ja")
    seat.key("space")
    seat.say("/end")
    seat.key("enter", "enter")
    if line == "/edit":
        seat.say("takk")
    seat.say(line)
    seat.say("!")
    assert seat.last["type"] == ("filled" if line == "/fill" else "edited")
    assert (seat.card, mode(seat)) == ("Etterpå", Debriefing)
    seat.key("enter")
    assert seat.last == {"type": "ended"}


def test_a_guide_without_closing_and_debriefing_ends_at_once_after_the_list(sit: Sit) -> None:
    seat = begun(sit, PLAIN)
    seat.say("/end")
    assert (seat.card, seat.types) == ("Før du avslutter", ["asked"])
    seat.key("enter")
    assert (seat.last, mode(seat)) == ({"type": "ended"}, Reflecting)
    seat.key("ctrl+z")
    assert (seat.last["type"], mode(seat), seat.table.over) == ("undone", Talking, False)


def test_the_end_can_be_taken_back(sit: Sit) -> None:
    seat = begun(sit)
    seat.say("/end")
    seat.key("enter", "enter", "1", "enter")
    seat.key("ctrl+z")
    assert (seat.last["type"], seat.notice) == ("undone", "angret: intervjuet er avsluttet")
    assert (mode(seat), seat.card, seat.marks()[:2]) == (Debriefing, "Etterpå", ["done", "open"])
    seat.say("/b4")
    assert (mode(seat), seat.last["question"]) == (Talking, "B4")


def test_a_closing_question_that_is_taken_back_on_the_last_card_is_asked_before_the_end(sit: Sit) -> None:
    seat = begun(sit)
    seat.say("/end")
    seat.key("enter", "enter")
    asked = seat.last["question"]
    assert mode(seat) is Debriefing
    seat.key("ctrl+z")
    assert (seat.last["type"], mode(seat), seat.card) == ("undone", Closing, "")
    seat.key("enter")
    assert (seat.last["type"], seat.last["question"]) == ("asked", asked)


def test_what_was_added_after_the_end_is_taken_back_first_and_the_end_stays(sit: Sit) -> None:
    seat = ended(sit)
    seat.say("det første")
    assert seat.table.mode == Filling((2, 4), 1, Reflecting())
    seat.key("ctrl+z")
    assert (seat.last["type"], seat.table.over) == ("undone", True)
    seat.say("det første, igjen")
    assert (seat.last["type"], seat.last["note"]) == ("filled", 2)


def test_empty_bookmarks_can_be_passed_over(sit: Sit) -> None:
    seat = ended(sit)
    seat.key("enter")
    seat.say("det andre")
    assert (seat.last["note"], mode(seat)) == (4, Marking)


def test_escape_while_filling_clears_the_line_first(sit: Sit) -> None:
    seat = ended(sit)
    seat.key("enter")
    seat.type("halv")
    seat.key("escape")
    assert seat.table.mode == Filling((2, 4), 1, Reflecting())
    seat.key("escape")
    assert seat.table.mode == Filling((2, 4), 0, Reflecting())


def test_escape_stops_a_filling_in_the_talk(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("space", "space")
    seat.say("/fill")
    seat.key("enter", "escape")
    assert (mode(seat), seat.card) == (Talking, "")


def test_escape_never_leaves_the_program(sit: Sit) -> None:
    """Words meant for the reflexive note must not land in whatever the terminal shows next."""
    seat = begun(sit)
    seat.say("/end")
    seat.key("enter", "enter", "enter")
    seat.key("escape", "escape", "escape")
    assert (mode(seat), seat.card, seat.calls) == (Reflecting, "Refleksjonsnotat", [])
    assert "Ctrl+Q: gå ut" in seat.notice
    seat.key("enter")
    assert seat.calls == ["quit"]


def test_closing_the_opening_says_how_it_comes_back(sit: Sit) -> None:
    seat = sit()
    seat.key("escape")
    assert (seat.card, seat.notice) == ("", "Åpningen er lukket · /åpning viser den igjen")
    seat.say("/åpning")
    assert seat.card == "Åpning"


def test_a_reflexive_note_can_be_edited_with_up(sit: Sit) -> None:
    seat = begun(sit)
    seat.say("/end")
    seat.key("enter", "enter", "enter")
    seat.say("jeg styrte")
    seat.key("up", "!", "enter")
    assert (seat.last["type"], seat.last["text"], mode(seat)) == ("edited", "jeg styrte!", Reflecting)


def test_bookmarks_can_be_filled_in_the_middle_of_the_interview(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("space", "enter", "space")
    seat.say("/fill")
    assert seat.table.mode == Filling((2, 4), 0, Talking())
    seat.say("første #b8")
    seat.say("andre")
    assert (mode(seat), seat.card) == (Talking, "")
    assert [event["note"] for event in seat.written[-2:]] == [2, 4]
    assert seat.written[-2]["about"] == ["A1", "B8"]
    seat.say("/fill")
    assert (seat.notice, seat.line.text) == ("Det er ingen tomme bokmerker.", "/fill")


def test_undo_while_filling_comes_back_to_that_bookmark_and_never_begins_the_debriefing(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("space", "space")
    seat.say("/fill")
    seat.say("feil")
    seat.key("ctrl+z")
    assert seat.table.mode == Filling((2, 3), 0, Talking())
    seat.key("ctrl+z", "ctrl+z")
    assert (mode(seat), seat.card) == (Talking, "")


def test_an_act_by_mouse_does_not_pass_over_the_bookmark_in_turn(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("space", "space")
    seat.say("/fill")
    seat.type("halv")
    seat.desk.do_action("pause")
    seat.key("enter")
    assert (seat.last["type"], seat.last["note"]) == ("filled", 2)


def test_up_on_an_empty_bookmark_fills_it(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("space", "up")
    seat.say("!lo")
    assert (seat.last["type"], seat.last["text"], mode(seat)) == ("filled", "!lo", Talking)


def test_an_interview_taken_up_again_goes_on_where_it_was(sit: Sit) -> None:
    first = begun(sit)
    first.key("space")
    first.session.close()
    first.clock.go_on(60)
    seat = sit(resume=True, clock=first.clock)
    assert (seat.last["type"], seat.last["gap"], seat.card, mode(seat)) == ("resumed", 60, "", Talking)
    assert seat.table.saved is True
    seat.key("enter")
    assert seat.last["question"] == "A2"


def test_one_left_in_the_opening_opens_it_again_with_its_ticks(sit: Sit) -> None:
    first = sit()
    first.key("2")
    first.session.close()
    seat = sit(resume=True)
    assert (seat.card, seat.marks()[:2]) == ("Åpning", ["open", "done"])


def test_one_that_had_ended_goes_on_with_its_bookmarks(sit: Sit) -> None:
    first = ended(sit)
    first.session.close()
    seat = sit(resume=True)
    assert (mode(seat), seat.last) == (Filling, {"type": "ended"})
    seat.key("ctrl+z")
    assert (seat.notice, seat.last) == ("Det er ingenting å angre.", {"type": "ended"})
    seat.say("ord")
    assert [event["type"] for event in seat.written[-2:]] == ["reopened", "filled"]


def test_one_that_had_ended_with_nothing_to_fill_offers_the_reflexive_note(sit: Sit) -> None:
    first = begun(sit)
    first.say("/end")
    first.key("enter", "enter", "enter")
    first.session.close()
    seat = sit(resume=True)
    assert (mode(seat), seat.card) == (Reflecting, "Refleksjonsnotat")


def test_in_english(sit: Sit) -> None:
    seat = sit(language="en")
    seat.key("enter")
    seat.say("/end")
    assert seat.card == "Before you close"
    seat.key("ctrl+z")
    assert seat.notice == "undone: asked A1"


@pytest.mark.parametrize("digit", ["1", "2", "3"])
def test_an_enter_of_habit_decides_nothing_on_a_card_that_a_digit_brought(sit: Sit, digit: str) -> None:
    seat = begun(sit)
    for line in ("!en", "!to", "+", "/stopp"):
        seat.say(line)
    seat.key("enter", "enter")
    assert seat.card == "!1 er åpen"
    seat.key(digit)
    seat.apart = 0.1
    seat.key("enter", digit, "enter")
    assert (seat.card, seat.types[-1]) == ("!2 er åpen", {"1": "returned", "2": "met", "3": "dropped"}[digit])
    assert seat.notice == "Et nytt kort er kommet, «!2 er åpen»: se på det, og trykk en gang til."
    seat.clock.go_on(1)
    seat.key(digit, "enter", "enter")
    assert (seat.card, seat.calls) == ("Refleksjonsnotat", [])
    seat.clock.go_on(1)
    seat.key("enter")
    assert seat.calls == ["quit"]


def test_a_key_between_shows_that_the_new_card_was_seen(sit: Sit) -> None:
    seat = begun(sit)
    for line in ("!en", "!to", "+", "/stopp"):
        seat.say(line)
    seat.key("enter", "enter", "1", "down", "enter")
    assert seat.card == "Refleksjonsnotat"


def test_a_digit_meant_for_another_card_is_no_bookmarks_words_without_a_second_enter(sit: Sit) -> None:
    seat = ended(sit)
    seat.say("2")
    assert (seat.types[-1], seat.line.text, "«2»" in seat.notice) == ("ended", "2", True)
    seat.key("enter")
    assert (seat.last["type"], seat.last["text"]) == ("filled", "2")
    seat.say("2 barn")
    assert seat.last["text"] == "2 barn"


def test_what_is_not_ticked_at_the_end_is_named_and_how_to_come_back(sit: Sit) -> None:
    seat = begun(sit)
    seat.say("/end")
    seat.key("enter", "enter", "enter")
    assert seat.notice.startswith("Etterpå, ikke krysset av: ")
    assert seat.notice.endswith("Ctrl+Z går tilbake dit")
    seat.key("ctrl+z")
    assert seat.card == "Etterpå"


@pytest.mark.parametrize("called", ["/åpning", "/gjenstår", "/parkert"])
@pytest.mark.parametrize("asked", [True, False])
def test_a_card_called_up_in_the_closing_closes_and_the_closing_goes_on(
    sit_down: SitDown,
    called: str,
    asked: bool,  # noqa: FBT001
) -> None:
    left = (Left("I0", "follow_up", "om broren", ()),)
    seat = sit_down(
        guide=HALF.but(opening=(Point("1", "Formål"),)), helps=LiveOptions(earlier=PreviousInterviews(left=left))
    )
    seat.key("enter")
    for line in ("!om søsteren", "/slutt"):
        seat.say(line)
    if asked:
        seat.key("enter")
    seat.say(called)
    seat.key("escape")
    assert (seat.mode, seat.card) == (Closing, "" if asked else "Før du avslutter")
    seat.key("enter")
    assert (seat.last.get("question"), "A2" in [one.get("question") for one in seat.written]) == (
        (None, False) if asked else ("Z1", False)
    )


@pytest.mark.parametrize("line", ["/neste", "/next"])
def test_once_the_informant_wished_to_stop_no_next_question_is_asked(sit_down: SitDown, line: str) -> None:
    seat = sit_down()
    seat.key("enter")
    seat.say("/stopp")
    seat.key("escape")
    before = seat.types
    seat.say(line)
    assert (seat.types, seat.line.text) == (before, line)
    assert seat.notice.startswith("Informanten ønsket å stoppe")
    seat.line.clear()
    seat.say("/a2")
    assert seat.last["question"] == "A2"
    seat.say("/hva med b1")
    assert seat.last["question"] == "B1"
