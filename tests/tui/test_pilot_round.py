"""After a pilot: the round through what has no verdict yet, and comments that wait until then."""

from pathlib import Path
from typing import Any

import pytest

from interviews.core.verdicts import questions_to_judge, questions_undecided, verdicts
from tests.interviewer import logged
from tests.tui.desk_helpers import Seat, Sit
from tests.tui.lines import GUIDE
from tui.live.line_words import row_of_keys
from tui.live.modes import Filling, Judging, Reflecting, Settling, Talking
from tui.live.transcript import transcript_entries
from tui.sentences.code_names import VERDICT_NAMES
from tui.settings import read_settings
from tui.translator import Translator

SHORT = GUIDE.but(after=(), closing=(), opening=())


def held(sit: Sit, *lines: str, comments: str = "end") -> Seat:
    """A pilot in which these lines were typed, just ended."""
    seat = sit(guide=SHORT, pilot="peer", comments=comments)
    for line in lines:
        seat.say(line)
    seat.say("/end")
    seat.key("enter")
    assert "ended" in seat.types
    return seat


def mode(seat: Seat) -> type:
    """What Enter and Esc mean now."""
    return type(seat.table.mode)


def commented(question: str | None, text: str, prompt: str = "") -> dict[str, Any]:
    """What was said after the end, as it stands in the log."""
    return logged(type="commented", question=question, text=text, prompt=prompt, late=True)


@pytest.mark.parametrize("comments", ["now", "end"])
def test_the_round_takes_what_was_asked_and_has_no_verdict(sit: Sit, comments: str) -> None:
    seat = held(sit, "/b2", "=b2 1", "/a1", "/b5", comments=comments)
    assert seat.card == "Vurder A1 · 1 av 2"
    assert seat.table.card is not None
    assert seat.table.card.lead == f"«{SHORT.questions[0].ask}»"
    seat.key("2", "1", "enter", "enter")
    assert seat.card == "Vurder B5 · 2 av 2"
    seat.key("1", "enter")
    assert (seat.card, row_of_keys(seat.desk)) == ("Vurderingene", "write a comment on the guide   enter goes on")
    text = seat.table.card.text.split("\n")
    assert text[0] == "behold 2 · omformuler 1"
    assert "Alle stilte spørsmål er vurdert." in text
    assert text[-1].startswith("Aldri stilt: A2 A3")
    seat.key("enter")
    assert mode(seat) is Reflecting


def test_enter_leaves_a_question_open_and_the_end_says_so(sit: Sit) -> None:
    seat = held(sit, "/a1", "/b5")
    seat.key("enter", "8", "2")
    assert seat.table.card is not None
    assert "Uten vurdering: A1" in seat.table.card.text
    assert questions_undecided(verdicts(seat.session.interview)) == ("A1",)


def test_esc_leaves_the_round(sit: Sit) -> None:
    seat = held(sit, "/a1", "/b5")
    seat.key("escape")
    assert (mode(seat), questions_undecided(verdicts(seat.session.interview))) == (Reflecting, ("A1", "B5"))
    assert seat.types[-1] == "went_through"
    assert questions_to_judge(seat.session.interview) == ()


def test_what_is_peers_words_and_what_is_a_remark_reads_otherwise_on_the_card(sit: Sit) -> None:
    seat = held(sit, "/a1")
    seat.say("peeren mistet tråden")
    seat.say('"jeg falt av')
    assert (seat.last["type"], seat.last["kind"], seat.last["about"]) == ("noted", "quote", ["A1"])
    assert seat.table.card is not None
    assert "svar: «jeg falt av»" in seat.table.card.text
    seat.say("/think")
    seat.key("2")
    seat.say("om fokus")
    assert seat.table.card is not None
    assert seat.table.card.text.split("\n") == [
        "kommentar: peeren mistet tråden",
        "svar: «om fokus»",
        "svar: «jeg falt av»",
    ]
    assert "kommentar: peeren mistet tråden" in shown(seat).split("\n")


def test_the_enter_of_a_whole_verdict_takes_nothing_of_the_next_question_in_the_round(sit: Sit) -> None:
    seat = held(sit, "/a1", "/b5", "/b8")
    seat.key("1", "enter")
    assert (seat.card, seat.notice) == ("Vurder B5 · 2 av 3", "A1 behold. Enter igjen går videre.")
    seat.key("8", "7", "enter")
    assert (seat.card, seat.notice) == ("Vurder B8 · 3 av 3", "B5 stryk: overlapper. Enter igjen går videre.")
    seat.key("enter")
    assert "Uten vurdering: B8" in (seat.table.card.text if seat.table.card is not None else "")


def test_text_in_the_round_is_what_the_peer_says_and_the_card_stays(sit: Sit) -> None:
    seat = held(sit, "/a1")
    seat.say("jeg visste ikke hva du mente [ler]")
    assert seat.last == commented("A1", "jeg visste ikke hva du mente [ler]")
    assert seat.card == "Vurder A1 · 1 av 1"
    assert seat.table.card is not None
    assert "jeg visste ikke" in seat.table.card.text
    seat.say("/think")
    seat.key("3")
    seat.say("ganske sikker")
    assert seat.last == commented("A1", "ganske sikker", "confidence")
    assert seat.card == "Vurder A1 · 1 av 1"
    seat.key("1", "enter")
    seat.say("fin guide")
    assert (seat.last, seat.card) == (commented(None, "fin guide"), "Vurderingene")


def test_asking_and_other_cards_come_back_to_the_round(sit: Sit) -> None:
    seat = held(sit, "/a4", "/b5")
    seat.say("/think")
    seat.key("escape")
    assert seat.card == "Vurder A4 · 1 av 2"
    seat.say("/a4")
    seat.say("/probes")
    assert seat.card == "Oppfølgingsspørsmål til A4"
    seat.key("escape")
    assert seat.card == "Vurder A4 · 1 av 2"
    assert mode(seat) is Judging


def test_a_verdict_can_be_changed_in_the_round(sit: Sit) -> None:
    seat = held(sit, "/b2", "=b2 1", "/a1", "/b5")
    seat.say("=b2")
    seat.key("8", "enter")
    assert seat.last["question"] == "B2"
    assert seat.card == "Vurder A1 · 1 av 2"


def test_what_comes_after_the_end_waits_for_the_round(sit: Sit) -> None:
    seat = sit(guide=SHORT, pilot="peer", comments="end")
    seat.say("/a1")
    seat.key("space")
    seat.say("!struktur")
    seat.say("/end")
    seat.key("enter")
    assert mode(seat) is Judging
    seat.key("1", "enter", "enter")
    assert mode(seat) is Filling
    seat.key("enter")
    assert mode(seat) is Settling


def test_undo_in_the_round_goes_back_to_the_question_and_past_it_to_the_talk(sit: Sit) -> None:
    seat = held(sit, "/a1", "/b5")
    seat.key("ctrl+z")
    assert (mode(seat), seat.session.interview.ended) == (Talking, None)
    seat.say("/end")
    seat.key("enter", "2", "1")
    assert seat.card == "Ny ordlyd for A1"
    seat.key("enter", "enter")
    assert seat.card == "Vurder B5 · 2 av 2"
    seat.key("ctrl+z", "ctrl+z")
    assert seat.card == "Vurder A1 · 1 av 2"
    seat.key("ctrl+z")
    assert seat.notice
    assert seat.card == "Vurder A1 · 1 av 2"


def test_an_interview_has_no_round(sit: Sit) -> None:
    seat = sit(guide=SHORT)
    seat.say("/a1")
    seat.say("/end")
    seat.key("enter")
    assert mode(seat) is Reflecting


def test_a_pilot_in_which_all_is_judged_goes_straight_on(sit: Sit) -> None:
    lines = [f"={question.id} 1" for question in SHORT.questions]
    seat = sit(guide=SHORT, pilot="desk")
    for line in lines:
        seat.say(line)
        seat.key("enter")
    seat.say("/end")
    seat.key("enter")
    assert mode(seat) is Reflecting


def test_a_pilot_taken_up_afterwards_goes_on_with_the_round(sit: Sit) -> None:
    first = held(sit, "/a1", "/b5")
    first.key("1", "enter")
    first.session.close()
    seat = sit(resume=True)
    assert seat.card == "Vurder B5 · 1 av 1"
    seat.key("2")
    assert [event["type"] for event in seat.written[-2:]] == ["reopened", "judged"]


def shown(seat: Seat) -> str:
    """What the conversation holds of it."""
    return "\n".join(entry.text for entry in transcript_entries(seat.session.interview, Translator("nb")))


def test_saved_to_the_end_nothing_is_said_of_verdicts_before_it(sit: Sit) -> None:
    seat = sit(guide=SHORT, pilot="peer", comments="end")
    seat.say("/a1")
    table = seat.table
    before = table.keeps_verdicts_back
    seat.key("=", "2", "1", "escape")
    assert seat.types == ["asked", "judged", "judged"]
    seat.say("/end")
    seat.key("enter")
    assert (before, table.keeps_verdicts_back) == (True, False)
    assert not sit(guide=SHORT, pilot="peer").table.keeps_verdicts_back


def test_the_conversation_tells_each_verdict_once_as_it_stands(sit: Sit) -> None:
    seat = sit(guide=SHORT, pilot="peer")
    seat.say("/b2")
    seat.key("=", "2", "1")
    seat.say("Hva [er] viktig?")
    seat.key("=", "4", "4", "enter")
    seat.say("b5")
    seat.say("/think")
    seat.key("1")
    seat.say("noe annet")
    assert shown(seat).split("\n")[2:] == [
        "= B2 omformuler: forståelse",
        "= B2 forslag: Hva [er] viktig?",
        "= B2 senere",
        "= B2 etter B5",
        "Hva tenkte du at jeg spurte om?",
        "noe annet",
    ]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_verdict_and_reason_reads_in_both_languages(sit: Sit, language: str) -> None:
    _ = Translator("nb" if language == "nb" else "en")
    seat = sit(guide=SHORT, pilot="peer", language=_.language)
    for verdict in range(1, 9):
        seat.say("/b2")
        seat.say(f"=b2 {verdict} {min(verdict, 7) if verdict > 1 else ''}")
        seat.key("escape")
        kind = next(one.verdict for one in verdicts(seat.session.interview) if one.question == "B2")
        assert _(VERDICT_NAMES[kind or ""]) in "\n".join(
            entry.text for entry in transcript_entries(seat.session.interview, _)
        )


@pytest.mark.parametrize(("written", "wanted"), [("end", "end"), ("now", "now"), ("", "now"), ("seinere", "now")])
def test_when_comments_are_told_is_the_users_choice(written: str, wanted: str) -> None:
    assert read_settings({"INTERVJUGUIDE_COMMENTS": written, "HOME": "/nowhere"}).comments == wanted


def test_the_choice_stands_in_the_users_settings(tmp_path: Path) -> None:
    file = tmp_path / "intervjuguide" / "settings.yaml"
    file.parent.mkdir()
    file.write_text("comments: end\n", encoding="utf-8")
    environment = {"XDG_CONFIG_HOME": str(tmp_path)}
    assert read_settings(environment).comments == "end"
    assert read_settings({**environment, "INTERVJUGUIDE_COMMENTS": "now"}).comments == "now"


@pytest.mark.parametrize(
    ("line", "prompt", "hints", "event"),
    [
        (
            "+",
            "merk dekket: A2",
            "enter does it   esc clears   same character again: a note that begins with it",
            "covered",
        ),
        (
            "-x",
            "merk: ønsket ikke å svare på A2",
            "enter does it   esc clears   same character again: a note that begins with it",
            "declined",
        ),
        (
            "!hva nå",
            "følg opp",
            "enter does it   esc clears   same character again: a note that begins with it",
            "noted",
        ),
        ("/a3", "still A3", "enter asks the first   ↓ ↑ choose   esc clears", "asked"),
        ("litt lang", "kommentar til A1", "enter saves   esc clears   #id links   #word tags", "commented"),
    ],
)
def test_prompt_keys_and_enter_say_the_same_on_a_verdict_card(
    sit: Sit, line: str, prompt: str, hints: str, event: str
) -> None:
    seat = sit(guide=SHORT, pilot="peer")
    for before in ("/a1", "/a2", "=a1"):
        seat.say(before)
    seat.type(line)
    assert (seat.prompt, row_of_keys(seat.desk)) == (prompt, hints)
    seat.key("enter")
    assert seat.types[-1] == event
