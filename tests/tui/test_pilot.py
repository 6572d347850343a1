"""A pilot at the desk: a verdict in three keys, what it leads to, the peer's words, and nothing of it elsewhere."""

import subprocess
import sys
from pathlib import Path

import pytest

from interviews.core.commands import AskQuestion
from interviews.core.events import PilotKind
from interviews.core.verdicts import PLACED, REASONS, VERDICTS, WORDED, verdicts
from interviews.failures import LogFailure
from interviews.log.writer import Log
from tests.interviewer import logged
from tests.tui.desk_helpers import Seat, Sit
from tests.tui.lines import GUIDE
from tui.input.grammar import Context, parse
from tui.live.line_words import prompt_words, row_of_keys
from tui.live.modes import Closing, Judging, Talking
from tui.live.pilot_flow import standing
from tui.live.transcript import transcript_entries
from tui.translator import Translator

ROOT = Path(__file__).parent.parent.parent
PLAIN = GUIDE.but(after=(), opening=())


def begun(sit: Sit, pilot: PilotKind = "peer", comments: str = "now") -> Seat:
    """A pilot in which B2 is in hand."""
    seat = sit(guide=PLAIN, pilot=pilot, comments=comments)
    seat.say("/b2")
    return seat


def judged(question: str, verdict: str, reason: str = "") -> dict[str, str]:
    """The event as it stands in the log."""
    return logged(type="judged", question=question, verdict=verdict, reason=reason)


def test_a_verdict_and_its_reason_are_three_keys_each_on_disk_at_once(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("=")
    assert seat.table.leaf is not None
    assert seat.table.leaf.title == "Vurder B2"
    assert [point.text for point in seat.table.leaf.points] == [
        "behold",
        "omformuler",
        "tidligere",
        "senere",
        "del opp",
        "slå sammen",
        "nytt oppfølgingsspørsmål",
        "stryk",
    ]
    assert seat.types == ["asked"]
    seat.key("2")
    assert seat.last == judged("B2", "reword")
    assert (seat.line.text, seat.card) == ("", "B2: omformuler. Hvorfor?")
    seat.key("1")
    assert seat.last == judged("B2", "reword", "comprehension")


@pytest.mark.parametrize(("place", "verdict"), [*enumerate(VERDICTS, 1)][1:])
def test_each_verdict_has_its_digit_and_needs_no_words(sit: Sit, place: int, verdict: str) -> None:
    seat = begun(sit)
    seat.key("=", str(place))
    assert seat.last == judged("B2", verdict)
    seat.key("3")
    assert seat.last == judged("B2", verdict, "judgement")
    more = verdict in (*WORDED, *PLACED)
    assert isinstance(seat.table.mode, Judging if more else Talking)
    seat.key("enter", *["enter"] * more)
    assert (type(seat.table.mode), seat.table.card, seat.line.text) == (Talking, None, "")
    assert seat.types == ["asked", "judged", "judged"]
    seat.key("enter")
    assert seat.last["question"] == "B3"


@pytest.mark.parametrize(("place", "reason"), [*enumerate(REASONS, 1)])
def test_each_reason_has_its_digit(sit: Sit, place: int, reason: str) -> None:
    seat = begun(sit)
    seat.key("=", "8", str(place))
    assert seat.last == judged("B2", "drop", reason)
    assert seat.table.card is None


def test_the_enter_out_of_habit_after_a_whole_verdict_asks_nothing(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("=", "8", "7", "enter")
    assert (seat.types, seat.notice) == (["asked", "judged", "judged"], "B2 stryk: overlapper. Enter igjen går videre.")
    seat.key("enter")
    assert (seat.last["type"], seat.last["question"]) == ("asked", "B3")


@pytest.mark.parametrize(
    "between",
    [["a", "backspace"], [*"mistet tråden", "enter"], [*"!hva", "enter"], ["+", "enter"], ["space"]],
)
def test_an_enter_is_taken_where_something_was_typed_after_the_verdict(sit: Sit, between: list[str]) -> None:
    seat = begun(sit)
    seat.key("=", "8", "7", *("space" if key == " " else key for key in between), "enter")
    assert (seat.last["type"], seat.last["question"]) == ("asked", "B3")


def test_an_enter_is_taken_after_a_wording_and_after_a_paste(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("=", "2", "1")
    seat.say("Hva er viktig for deg?")
    seat.key("enter")
    assert seat.session.interview.hand == "B3"
    seat.key("=", "8", "7")
    seat.paste("et notat")
    seat.key("enter")
    assert (seat.last["type"], seat.notice) == ("noted", "")
    seat.key("enter")
    assert seat.session.interview.hand == "B4"


def test_an_enter_is_taken_after_a_question_was_clicked(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("=", "8", "7")
    seat.desk.carry_out(AskQuestion("B8"))
    seat.key("enter")
    assert seat.session.interview.hand == "B9"


@pytest.mark.parametrize(
    ("first", "second", "stands"), [("87", "2", "stryk"), ("1", "1", "behold"), ("21", "2", "omf")]
)
def test_two_verdicts_never_land_on_one_question_unseen(sit: Sit, first: str, second: str, stands: str) -> None:
    """Who believes that the next question is in hand sees that it is not, before anything is judged."""
    seat = begun(sit)
    seat.key("=", *first, "enter", "enter" if first == "21" else "escape")
    before = seat.types
    seat.key("=", second)
    assert (seat.types, seat.card) == (before, "Vurder B2 på nytt")
    assert seat.notice.startswith(f"B2 er vurdert: {stands}")
    seat.key("3")
    assert seat.types == before
    seat.key("escape")
    assert (seat.types, seat.table.card) == (before, None)
    seat.key("=", second, second)
    assert seat.types == [*before, "judged"]


def test_a_verdict_with_its_id_needs_no_second_digit(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("=", "8", "7", "enter")
    seat.say("=b2 1")
    assert seat.last == judged("B2", "keep")


@pytest.mark.parametrize(("keys", "proposed"), [("51", "Hva?"), ("21", "Hva?"), ("31", "a1"), ("67", "a1")])
def test_the_enter_out_of_habit_closes_no_step_unseen(sit: Sit, keys: str, proposed: str) -> None:
    seat = begun(sit)
    seat.key("=", *keys)
    card = seat.card
    seat.key("enter")
    assert seat.card == card
    assert "eller Enter igjen" in seat.notice
    seat.say(proposed)
    assert (seat.last["type"], seat.last.get("text") or seat.last["other"].lower()) == ("proposed", proposed)


@pytest.mark.parametrize(("keys", "said"), [("21", "B2: ingen ordlyd."), ("31", "B2: ingen plassering.")])
def test_a_second_enter_leaves_the_step_open_and_says_so(sit: Sit, keys: str, said: str) -> None:
    seat = begun(sit)
    seat.key("=", *keys, "enter", "enter")
    assert (type(seat.table.mode), seat.notice, seat.types[-1]) == (Talking, said, "judged")


def test_what_is_kept_needs_no_reason_and_no_page(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("=", "1")
    assert (seat.last, type(seat.table.mode), seat.table.card) == (judged("B2", "keep"), Talking, None)
    seat.key("3")
    assert (seat.line.text, seat.types) == ("", ["asked", "judged"])
    assert "ingen grunn" in seat.notice
    seat.say("=b5 13")
    assert (seat.types, seat.line.text) == (["asked", "judged"], "=b5 13")


@pytest.mark.parametrize("verdict", PLACED)
def test_a_place_may_follow_at_once_without_a_reason(sit: Sit, verdict: str) -> None:
    seat = begun(sit)
    seat.key("=", str(VERDICTS.index(verdict) + 1))
    seat.say("a1")
    assert seat.last == {"type": "proposed", "question": "B2", "other": "A1"}
    assert isinstance(seat.table.mode, Talking)


def test_words_where_a_reason_could_be_given_are_a_remark_where_nothing_else_follows(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("=", "8")
    seat.say("samme som B1")
    assert (seat.last["type"], seat.last["question"], seat.last["text"]) == ("commented", "B2", "samme som B1")
    assert seat.card == "B2: stryk. Hvorfor?"
    seat.key("7")
    assert seat.last == judged("B2", "drop", "overlap")


def test_a_pasted_wording_is_the_proposal_too(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("=", "2")
    seat.paste("= Hva er viktig?")
    seat.key("enter")
    assert (seat.last["type"], seat.last["text"]) == ("proposed", "= Hva er viktig?")


def test_free_words_after_the_sign_are_refused_once_and_clearly(sit: Sit) -> None:
    seat = begun(sit)
    seat.say("= peeren mistet tråden")
    assert "/kommentar" in seat.notice
    assert seat.line.text == "= peeren mistet tråden"
    assert prompt_words(seat.desk) == ""


@pytest.mark.parametrize("key", ["enter", "escape"])
def test_no_reason_needs_to_be_given(sit: Sit, key: str) -> None:
    seat = begun(sit)
    seat.key("=", "8", key)
    assert seat.types == ["asked", "judged"]
    assert (type(seat.table.mode), seat.table.card) == (Talking, None)


def test_a_digit_that_the_card_does_not_have_changes_nothing(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("=", "9")
    assert "9" in seat.notice
    assert seat.types == ["asked"]
    seat.key("2", "8")
    assert "8" in seat.notice
    assert seat.types == ["asked", "judged"]


@pytest.mark.parametrize("verdict", WORDED)
def test_words_after_it_are_the_proposal(sit: Sit, verdict: str) -> None:
    seat = begun(sit)
    seat.key("=", str(VERDICTS.index(verdict) + 1), "4")
    seat.say("Hva legger du vekt på? [da]")
    assert seat.last == {"type": "proposed", "question": "B2", "text": "Hva legger du vekt på? [da]"}


def test_words_may_follow_at_once_without_a_reason(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("=", "2")
    seat.say("Hva er viktig?")
    assert seat.types == ["asked", "judged", "proposed"]
    assert isinstance(seat.table.mode, Talking)


def test_a_split_takes_its_parts_one_after_another(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("=", "5", "enter")
    assert seat.card == "B2 delt opp: del 1"
    seat.say("Hva?")
    assert seat.card == "B2 delt opp: del 2"
    seat.say("Hvorfor?")
    seat.key("enter")
    assert isinstance(seat.table.mode, Talking)
    found = next(one for one in verdicts(seat.session.interview) if one.question == "B2")
    assert [each.text for each in found.proposals] == ["Hva?", "Hvorfor?"]


@pytest.mark.parametrize(("words", "other"), [("a1", "A1"), ("uformelle barrierer", "B6")])
@pytest.mark.parametrize("verdict", PLACED)
def test_a_place_is_found_by_id_or_words(sit: Sit, verdict: str, words: str, other: str) -> None:
    seat = begun(sit)
    seat.key("=", str(VERDICTS.index(verdict) + 1), "enter")
    seat.type(words)
    assert seat.table.hits[0].id == other
    assert "B2" not in [hit.id for hit in seat.table.hits]
    seat.key("enter")
    assert seat.last == {"type": "proposed", "question": "B2", "other": other}
    assert (seat.line.text, seat.table.hits, type(seat.table.mode)) == ("", [], Talking)


def test_a_place_is_chosen_with_the_arrows_or_the_mouse(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("=", "3", "enter")
    seat.type("samhandling")
    second = seat.table.hits[1].id
    seat.key("down", "enter")
    assert seat.last["other"] == second
    seat.key("=", "3", "3", "enter")
    seat.type("samhandling")
    third = seat.table.hits[2].id
    seat.desk.pick(3)
    assert (seat.last["type"], seat.last["other"], seat.line.text) == ("proposed", third, "")


def test_words_that_find_nothing_stay_on_the_line(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("=", "3", "enter")
    seat.say("qqqqqqqqq")
    assert (seat.line.text, seat.types[-1]) == ("qqqqqqqqq", "judged")
    assert "qqqqqqqqq" in seat.notice


def test_a_question_is_not_placed_at_one_whose_id_begins_like_its_own(sit: Sit) -> None:
    seat = begun(sit)
    seat.say("=b1 3")
    seat.key("enter")
    seat.say("b1")
    assert (seat.table.hits, seat.types[-1], seat.line.text) == ([], "judged", "b1")
    assert seat.notice == "B1 kan ikke stå før, etter eller sammen med seg selv."


def test_another_question_can_be_named(sit: Sit) -> None:
    seat = begun(sit)
    seat.say("=b5")
    assert (seat.card, seat.line.text) == ("Vurder B5", "")
    seat.key("4", "7")
    assert seat.last == judged("B5", "later", "overlap")
    seat.key("escape")
    assert seat.session.interview.hand == "B2"


@pytest.mark.parametrize("line", ["=b5 21", "=B5 2 1", "/verdict b5 21", "=b5, 2,1"])
def test_all_of_it_can_stand_on_one_line(sit: Sit, line: str) -> None:
    seat = begun(sit)
    seat.say(line)
    assert seat.last == judged("B5", "reword", "comprehension")
    assert seat.card == "Ny ordlyd for B5"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("=b99", "unknown_question"),
        ("=fordi", "verdict_words"),
        ("=b5 9", "which_verdict"),
        ("=b5 2 8", "which_verdict"),
        ("=b5 to", "which_verdict"),
        ("=b5 211", "which_verdict"),
        ("=b5 ²", "which_verdict"),
    ],
)
def test_a_line_that_names_nothing_is_refused_whole(line: str, code: str) -> None:
    meaning = parse(line, Context(GUIDE, "B2", pilot=True))
    assert getattr(meaning, "code", None) == code


def test_before_the_first_question_it_asks_which(sit: Sit) -> None:
    seat = sit(guide=PLAIN, pilot="peer")
    seat.key("=")
    assert seat.table.leaf is None
    seat.key("2", "enter")
    assert "=A1" in seat.notice
    assert seat.written == []


def test_outside_a_pilot_the_sign_is_a_character_like_any_other(sit: Sit) -> None:
    seat = sit(guide=PLAIN)
    seat.say("/b2")
    seat.say("=21")
    assert (seat.last["type"], seat.last["text"]) == ("noted", "=21")
    for line in ("/verdict", "/verdict b5 2", "/think", "/comment ja"):
        seat.say(line)
        assert "run --pilot" in seat.notice
        seat.line.clear()
    assert seat.types == ["asked", "noted"]


def test_typed_twice_or_pasted_it_begins_a_note(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("=", "=")
    assert (seat.line.text, seat.line.literal, seat.table.leaf) == ("=", True, None)
    seat.key("2", "enter")
    assert (seat.last["type"], seat.last["text"]) == ("noted", "=2")
    seat.paste("=")
    seat.key("2", "enter")
    assert (seat.last["type"], seat.last["text"]) == ("noted", "=2")


def test_esc_takes_the_card_away_and_leaves_what_lay_there(sit: Sit) -> None:
    seat = begun(sit)
    seat.say("/end")
    seat.key("=")
    assert seat.table.leaf is not None
    seat.key("escape")
    assert row_of_keys(seat.desk) == "{enter}   esc back to the conversation"
    assert (seat.line.text, seat.card) == ("", "Før du avslutter")
    seat.key("=", "1", "enter")
    assert (seat.card, type(seat.table.mode)) == ("Før du avslutter", Closing)


def test_what_is_typed_after_a_verdict_is_a_note_as_ever(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("=", "1")
    seat.say("et vanlig notat")
    assert (seat.last["type"], seat.last["text"]) == ("noted", "et vanlig notat")
    seat.key("=", "2")
    seat.say("/b3")
    assert (seat.last["type"], seat.last["question"], seat.table.card) == ("asked", "B3", None)
    assert isinstance(seat.table.mode, Talking)


def test_undo_goes_back_step_by_step_on_the_open_card(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("=", "5", "6")
    seat.say("Hva?")
    seat.key("ctrl+z")
    assert seat.card == "B2 delt opp: del 1"
    seat.key("ctrl+z")
    assert (seat.card, seat.marks()) == ("B2: del opp. Hvorfor?", ["open"] * 7)
    assert seat.notice == "angret: = B2 del opp: for langt"
    seat.key("ctrl+z")
    assert (seat.card, seat.marks()) == ("Vurder B2", ["open"] * 8)
    seat.key("8")
    assert seat.last == judged("B2", "drop")


def test_the_verdict_in_force_is_marked_and_a_later_one_replaces_it(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("=", "2", "escape", "=")
    assert seat.table.leaf is not None
    assert [point.mark for point in seat.table.leaf.points].index("done") == 1
    seat.key("1", "1", "escape")
    found = next(one for one in verdicts(seat.session.interview) if one.question == "B2")
    assert found.verdict == "keep"
    assert seat.types == ["asked", "judged", "judged"]


def test_what_was_told_stays_as_it_was_whatever_is_judged_later(sit: Sit) -> None:
    def told() -> list[str]:
        return [
            one.text for one in transcript_entries(seat.session.interview, Translator("nb")) if one.kind == "judged"
        ]

    seat = begun(sit)
    seat.key("=", "3", "enter")
    seat.say("a1")
    assert told() == ["= B2 tidligere", "= B2 før A1"]
    seat.say("=b2 4")
    assert told() == ["= B2 tidligere", "= B2 før A1", "= B2 senere"]
    seat.key("escape")
    seat.say("et notat")
    seat.say("=b2 4 7")
    assert told()[2:] == ["= B2 senere", "= B2 senere: overlapper"]
    seat.key("ctrl+z", "escape")
    seat.key("=", "4", "4", "7")
    assert told()[2:] == ["= B2 senere", "= B2 senere: overlapper"], "a reason given at once stands with its verdict"


def test_what_could_not_be_saved_is_said_and_can_be_given_again(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(log: Log, *events: object, first: bytes = b"", lines: object = ()) -> None:
        raise LogFailure("disk_full", file="I1.jsonl")

    seat = begun(sit)
    with monkeypatch.context() as broken:
        broken.setattr(Log, "append", full_disk)
        seat.key("=", "2")
        assert seat.table.notice is not None
        assert seat.table.notice.alarm
        assert (seat.types, seat.table.saved) == (["asked"], False)
    seat.key("2")
    assert (seat.last, seat.table.saved) == (judged("B2", "reword"), True)


def test_the_peer_is_asked_in_one_of_three_ways_and_answers(sit: Sit) -> None:
    seat = begun(sit)
    seat.say("/think")
    assert seat.table.card is not None
    assert [point.text for point in seat.table.card.points] == [
        "Hva tenkte du at jeg spurte om?",
        "Si det med egne ord.",
        "Hvor sikker er du?",
    ]
    seat.key("2")
    assert seat.table.card.text == "Si det med egne ord."
    seat.say("hva jeg *synes* er viktig")
    assert seat.last == {
        "type": "commented",
        "question": "B2",
        "text": "hva jeg *synes* er viktig",
        "prompt": "paraphrase",
        "late": False,
    }
    assert type(seat.table.mode) is Talking
    seat.say("et notat")
    assert seat.last["type"] == "noted"


@pytest.mark.parametrize("key", ["enter", "escape"])
def test_no_answer_needs_to_be_written(sit: Sit, key: str) -> None:
    seat = begun(sit)
    seat.say("/think")
    seat.key("3", key)
    assert (seat.types, seat.table.card, type(seat.table.mode)) == (["asked"], None, Talking)
    seat.say("/think")
    seat.key(key)
    assert (seat.types, seat.table.card, type(seat.table.mode)) == (["asked"], None, Talking)


def test_the_peers_words_need_no_asking(sit: Sit) -> None:
    seat = begun(sit)
    seat.say("/comment for langt, mistet tråden")
    assert (seat.last["text"], seat.last["question"]) == ("for langt, mistet tråden", "B2")
    seat.say("/comment")
    assert "/kommentar" in seat.notice


def test_other_cards_come_and_go_over_the_verdict(sit: Sit) -> None:
    seat = sit(guide=PLAIN, pilot="peer")
    seat.say("/a4")
    seat.key("=", "2", "down")
    assert seat.card == "Oppfølgingsspørsmål til A4"
    seat.key("1")
    assert seat.last["type"] == "ticked"
    seat.key("escape")
    assert (seat.card, type(seat.table.mode)) == ("", Talking)


def test_a_note_changed_meanwhile_leads_back_to_the_card(sit: Sit) -> None:
    seat = begun(sit)
    seat.say("et notat")
    seat.key("=", "2", "1", "up")
    assert seat.line.text == "et notat"
    seat.key("!", "enter")
    assert (seat.last["type"], seat.card) == ("edited", "Ny ordlyd for B2")
    seat.say("Hva?")
    assert seat.last["type"] == "proposed"


def test_the_keys_that_matter_are_said_at_each_step(sit: Sit) -> None:
    seat = begun(sit)
    told = [row_of_keys(seat.desk)]
    for key in ("=", "3", "1", "a", "escape", "escape"):
        seat.key(key)
        told.append(row_of_keys(seat.desk))
    assert told == [
        "hints",
        "1…8 verdict   =b5 another question   esc closes",
        "1…7 why   enter no reason   esc closes   Ctrl+Z undoes",
        "enter chooses   ↓ ↑ move   esc clears, then closes",
        "enter chooses   ↓ ↑ move   esc clears, then closes",
        "enter chooses   ↓ ↑ move   esc clears, then closes",
        "hints",
    ]


def test_a_guide_with_a_desk_reader_is_judged_without_asking_anything(sit: Sit) -> None:
    seat = sit(guide=PLAIN, pilot="desk")
    for question in PLAIN.questions:
        seat.say(f"={question.id} 1")
        seat.key("escape")
    assert {one.verdict for one in verdicts(seat.session.interview)} == {"keep"}
    assert not any(one.asked for one in verdicts(seat.session.interview))


def test_an_interview_loads_nothing_of_it(tmp_path: Path) -> None:
    """The first frame of an interview waits for no pilot."""
    program = (
        "import sys; from tests.tui.desk_helpers import Seat; from pathlib import Path;"
        "seat = Seat(Path(sys.argv[1]), pilot=sys.argv[2]); seat.say('/b2'); seat.say('+'); print(*sys.modules)"
    )
    loaded = [
        subprocess.run(
            [sys.executable, "-c", program, folder, kind], capture_output=True, text=True, check=True, cwd=ROOT
        ).stdout.split()
        for folder, kind in ((str(tmp_path / "live"), ""), (str(tmp_path / "pilot"), "peer"))
    ]
    pilots = {"interviews.core.verdicts", "tui.live.pilot_flow", "tui.input.verdict_line"}
    assert not pilots & set(loaded[0])
    assert "tui.live.pilot_flow" in loaded[1]


@pytest.mark.parametrize("words", ["2 av 3 forsto det ikke", "10 av 12 forsto", "8 av 9 lo", "87 % ble stille"])
@pytest.mark.parametrize("verdict", ["2", "3", "5", "7", "8"])
def test_words_that_begin_with_a_digit_at_the_why_are_a_comment_and_lose_nothing(
    sit: Sit, verdict: str, words: str
) -> None:
    seat = begun(sit)
    asked = seat.session.interview.hand
    seat.key("=", verdict, words[0])
    seat.apart = 0.1
    seat.type(words[1:])
    assert seat.prompt == f"kommentar til {asked}"
    seat.apart = 2.0
    seat.key("enter")
    assert (seat.last["type"], seat.last["question"], seat.last["text"]) == ("commented", asked, words)
    assert (standing(seat.session.interview, str(asked)).proposals, seat.card.endswith("Hvorfor?")) == ((), True)


def test_words_that_begin_with_a_digit_after_what_is_kept_are_a_note_and_keep_it(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("=", "1")
    seat.type("2 av 3 forsto")
    seat.key("enter")
    assert (seat.last["type"], seat.last["text"]) == ("noted", "2 av 3 forsto")


@pytest.mark.parametrize(
    ("verdict", "prompt"),
    [("2", "ny ordlyd for A1"), ("5", "ordlyd til en del av A1"), ("7", "nytt oppfølgingsspørsmål")],
)
def test_the_prompt_says_that_a_wording_is_asked_for(sit: Sit, verdict: str, prompt: str) -> None:
    seat = begun(sit)
    seat.key("=", verdict, "enter")
    assert seat.prompt.startswith(prompt.replace("A1", str(seat.session.interview.hand)))


def test_a_blank_after_a_reason_and_a_moment_is_a_bookmark(sit: Sit) -> None:
    seat = begun(sit)
    seat.key("=", "8", "2", "space")
    assert (seat.types[-2:], seat.last["kind"]) == (["judged", "noted"], "bookmark")
