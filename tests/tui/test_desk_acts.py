"""The desk while the interview goes on: searching, concepts, the recorder, a full disk, follow-ups, leaving."""

import pytest

from interviews.failures import LogFailure
from interviews.log.writer import Log
from tests.tui.desk_helpers import Seat, Sit
from tui.live.modes import Talking


@pytest.fixture
def seat(sit: Sit) -> Seat:
    """A new interview with the opening's card closed and A1 asked."""
    seat = sit()
    seat.key("escape", "enter")
    assert seat.last == {"type": "asked", "question": "A1", "wording": "ask"}
    return seat


def test_searching_lists_questions_and_the_arrows_choose(seat: Seat) -> None:
    seat.type("/arenaer")
    first, second = (hit.id for hit in seat.table.hits[:2])
    seat.key("down", "down", "up")
    assert seat.table.chosen == 1
    seat.key("enter")
    assert seat.last["question"] == second != first
    assert (seat.table.hits, seat.line.text) == ([], "")


def test_the_arrows_go_round_and_typing_on_begins_at_the_first_again(seat: Seat) -> None:
    seat.type("/arena")
    seat.key("up")
    assert seat.table.chosen == len(seat.table.hits) - 1
    seat.key("e")
    assert seat.table.chosen == 0


def test_enter_asks_the_first_found(seat: Seat) -> None:
    seat.type("/arenaer")
    first = seat.table.hits[0].id
    seat.key("enter")
    assert seat.last["question"] == first


@pytest.mark.parametrize("line", ["/kulturendring", "/hestehandel", "/mat", "/ tid", "/finn tid"])
def test_a_weak_hit_is_shown_and_asked_only_once_it_is_chosen(seat: Seat, line: str) -> None:
    seat.type(line)
    assert (bool(seat.table.hits), seat.table.sure, seat.table.chosen, seat.prompt) == (True, False, -1, "↓ velger")
    before = seat.types
    seat.key("enter")
    assert (seat.types, seat.line.text, seat.line.selected) == (before, line, True)
    assert "velg med ↓" in seat.notice
    first = seat.table.hits[0].id
    seat.key("down")
    assert seat.prompt == f"still {first}"
    seat.key("enter")
    assert (seat.last["question"], seat.line.text) == (first, "")


def test_the_last_weak_hit_is_one_key_up_and_the_mouse_takes_any(seat: Seat) -> None:
    seat.type("/kulturendring")
    last, second = seat.table.hits[-1].id, seat.table.hits[1].id
    seat.key("up", "enter")
    assert seat.last["question"] == last
    seat.type("/kulturendring")
    seat.desk.pick(2)
    assert seat.last["question"] == second


@pytest.mark.parametrize("line", ["/par", "/avs", "/slut", "/qqqq"])
def test_a_command_that_is_begun_lists_no_weak_hits(seat: Seat, line: str) -> None:
    seat.type(line)
    assert seat.table.hits == []


def test_what_is_no_search_stays_a_note(seat: Seat) -> None:
    seat.say("kulturendring")
    assert (seat.last["type"], seat.last["text"]) == ("noted", "kulturendring")


def test_tags_are_found_too(seat: Seat) -> None:
    seat.say("hun nevnte #banjospill")
    seat.say("/b3")
    seat.say("/banjospill")
    assert seat.last["question"] == "A1"


def test_a_command_or_an_id_lists_no_questions_but_its_own(seat: Seat) -> None:
    seat.type("/end")
    assert seat.table.hits == []
    seat.key("escape")
    seat.type("/b8")
    assert seat.table.hits[0].id == "B8"


def test_concepts_come_shortest_first_and_longer_when_asked_again(seat: Seat) -> None:
    seat.say("?samhandling")
    assert seat.last == {"type": "explained", "concept": "sosial samhandling", "level": "short", "after": "A1"}
    assert seat.table.card is not None
    assert seat.table.card.foot == "?samhandling igjen: lengre"
    seat.say("?samhandling")
    seat.say("?samhandling")
    assert [event["level"] for event in seat.written[2:]] == ["short", "full", "full"]
    assert seat.table.card.foot == ""
    seat.key("escape")
    seat.say("?samhandling")
    assert seat.last["level"] == "short"


def test_a_concept_explained_during_the_opening_gives_the_opening_back(sit: Sit) -> None:
    seat = sit()
    seat.key("6")
    seat.say("?samhandling")
    seat.say("?deltagelse")
    assert seat.card == "Begrep: sosial deltagelse"
    seat.key("escape")
    assert (seat.card, seat.marks()[5]) == ("Åpning", "done")
    seat.key("escape")
    assert seat.card == ""


def test_the_recorder_before_consent_asks_once(sit: Sit) -> None:
    seat = sit()
    seat.key("2")
    seat.say("/rec")
    assert seat.types == ["ticked"]
    assert "Samtykkeskjemaet er underskrevet" in seat.notice
    assert (seat.line.text, seat.line.selected) == ("/rec", True)
    seat.key("enter")
    assert seat.last == {"type": "recording_started", "number": 1, "missing": ["consent"], "offset": 0.0}
    seat.say("/rec")
    assert seat.last == {"type": "recording_stopped", "number": 1}


def test_the_recorder_after_consent_asks_nothing(sit: Sit) -> None:
    seat = sit()
    seat.key("1", "2")
    seat.say("/rec")
    assert seat.last == {"type": "recording_started", "number": 1, "offset": 0.0}


def full_disk(log: Log, *events: object, first: bytes = b"", lines: object = ()) -> None:
    raise LogFailure("disk_full", file="I1.jsonl")


def test_what_cannot_be_saved_stays_on_the_line_and_is_said(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Log, "append", full_disk)
        seat.say("viktig")
        assert (seat.line.text, seat.table.saved, seat.types) == ("viktig", False, ["asked"])
        assert seat.table.notice is not None
        assert seat.table.notice.alarm
        assert seat.notice == "IKKE LAGRET: Disken er full. Teksten blir stående; Enter prøver igjen."
    seat.key("enter")
    assert (seat.line.text, seat.table.saved, seat.last["text"]) == ("", True, "viktig")


def test_a_bookmark_that_cannot_be_saved_does_not_promise_that_enter_tries_again(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Log, "append", full_disk)
        seat.key("space")
        assert seat.notice == "IKKE LAGRET: Disken er full. Gjør det en gang til."
    seat.key("space")
    assert (seat.table.saved, seat.last["kind"]) == (True, "bookmark")


def test_the_recorder_can_be_started_after_a_failed_write(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    seat = sit()
    seat.key("enter")
    with monkeypatch.context() as broken:
        broken.setattr(Log, "append", full_disk)
        seat.say("/rec")
        seat.say("/rec")
        assert (seat.line.text, seat.table.saved) == ("/rec", False)
    seat.key("enter")
    assert seat.last["type"] == "recording_started"


def test_follow_ups_are_raised_returned_to_and_let_go(seat: Seat) -> None:
    seat.say("!bandet")
    seat.say("en tanke")
    seat.say("!")
    assert seat.last == {"type": "raised", "note": 3, "follow_up": 2}
    seat.say("!")
    assert seat.notice == "Det er allerede oppfølging 2."
    seat.key("escape")
    seat.say("/back 1")
    seat.say("/drop 2 ikke {viktig}")
    assert [event["type"] for event in seat.written[-2:]] == ["returned", "dropped"]
    assert seat.last["reason"] == "ikke {viktig}"
    seat.say("/met 1")
    assert seat.notice == "Oppfølging 1 er allerede lukket."


def test_the_curtain_hides_and_typing_goes_on(seat: Seat) -> None:
    seat.key("ctrl+l")
    assert seat.table.curtain
    seat.say("bak teppet")
    assert (seat.table.curtain, seat.last["text"]) == (True, "bak teppet")
    seat.key("ctrl+l")
    assert not seat.table.curtain


def test_quitting_with_text_asks_once(seat: Seat) -> None:
    seat.type("halv")
    seat.key("ctrl+q")
    assert (seat.calls, seat.notice) == ([], "Teksten på linja er ikke lagret. Ctrl+Q igjen går ut likevel.")
    seat.key("t", "ctrl+q")
    assert seat.calls == []
    seat.key("ctrl+q")
    assert (seat.calls, seat.types) == (["quit"], ["asked"])


def test_quitting_without_text_leaves_at_once(seat: Seat) -> None:
    seat.key("ctrl+q")
    seat.say("/quit")
    assert seat.calls == ["quit", "quit"]


def test_the_palette_asks_too_before_it_leaves_a_text(seat: Seat) -> None:
    seat.type("halv")
    assert not seat.desk.do_action("quit")
    assert (seat.calls, seat.line.text) == ([], "halv")
    assert seat.desk.do_action("quit")
    assert seat.calls == ["quit"]


@pytest.mark.parametrize("act", ["edit", "fill", "end"])
def test_what_the_palette_does_never_takes_the_line_from_a_text(seat: Seat, act: str) -> None:
    seat.key("space")
    seat.type("halv")
    assert not seat.desk.do_action(act)
    assert (seat.line.text, isinstance(seat.table.mode, Talking)) == ("halv", True)
    assert "ikke lagret" in seat.notice


def test_ctrl_z_and_the_arrows_leave_a_text_alone(seat: Seat) -> None:
    seat.type("halv")
    seat.key("ctrl+z", "up", "down", "tab", "ctrl+c")
    assert (seat.line.text, seat.types) == ("halv", ["asked"])


def test_screen_keys_are_called(seat: Seat) -> None:
    seat.key("pageup", "pagedown", "ctrl+p")
    seat.say("?")
    seat.say("/up")
    assert seat.calls == ["scroll_up", "scroll_down", "palette", "help", "scroll_up"]
    assert seat.types == ["asked"]


@pytest.mark.parametrize("opened", ["?samhandling", "/probes", "/parked", "/end"])
def test_a_bookmark_is_taken_whatever_card_is_open(seat: Seat, opened: str) -> None:
    seat.say("/b2")
    seat.say("! musikk hjemme")
    seat.say(opened)
    card = seat.table.card
    seat.key("space")
    assert card is not None
    assert (seat.last["type"], seat.last["kind"]) == ("noted", "bookmark")
    assert seat.table.card is not None
    assert seat.table.card.name == card.name


def test_a_note_from_before_the_interview_is_about_no_question_and_that_is_said(sit: Sit) -> None:
    seat = sit()
    seat.key("1", "escape")
    seat.clock.go_on(60)
    seat.key("enter")
    seat.type("-90m sa hun")
    assert "A1" not in seat.prompt
    seat.key("enter")
    assert (seat.last["text"], seat.last.get("about", [])) == ("sa hun", [])
    assert seat.notice.endswith("satt til 0:00, uten spørsmål (/ved flytter).")
    seat.say("-90m om det #a1")
    assert seat.last["about"] == ["A1"]
    assert "uten spørsmål" not in seat.notice
    seat.say("-20s sa hun så")
    assert (seat.last["about"], seat.notice) == (["A1"], "")
