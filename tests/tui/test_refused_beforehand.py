"""The prompt says beforehand what Enter would refuse, and what a toggle would do now; nothing lands unseen."""

from pathlib import Path

import pytest

from guide.model import Concept, Point, Recorder
from tests.clocks import StandingClock
from tests.tui.desk_helpers import Seat, Sit
from tests.tui.lines import GUIDE
from tui.live.modes import Reflecting

PLAIN = GUIDE.but(after=(), closing=(), opening=(), concepts=(*GUIDE.concepts, Concept("samspill")))


@pytest.mark.parametrize(
    ("before", "line", "said"),
    [
        (("/fortrolig",), "/fortrolig", "transkriber igjen herfra"),
        (("/fortrolig",), "/fortrolig 90s", "Det er allerede merket at det ikke skal transkriberes herfra"),
        ((), "/fortrolig", "Ikke transkriber"),
        (("/pause",), "/pause", "fortsett etter pausen"),
        ((), "/pause", "Pause"),
        (("/opptak",), "/opptak", "merk at opptakeren er stoppet"),
        (("/opptak",), "/opptak samme", "Opptak 1 går allerede"),
        ((), "/opptak stopp", "Ingen opptaker er merket som i gang."),
        (("/opptak nei",), "/opptak nei", "Det er allerede merket at informanten ikke ønsker opptak."),
        ((), "/negativ", "A1 spør ikke etter begge sider."),
        ((), "/kommentar den var tung", "pilot"),
        ((), "/ved 50:00", "Så langt er intervjuet ikke kommet."),
        ((), "/ved 0:00", "Notatet har allerede den tiden."),
        ((), "/tilbake 4", "Det er ingen oppfølging 4."),
        ((), "/fyll", "Det er ingen tomme bokmerker."),
        ((), "/åpning", "Guiden har ingen åpning."),
        ((), "/lenk", "Ingenting tilbys nå."),
        ((), "/forskyv -3s", "Ingenting er tatt opp ennå."),
        (("/stopp",), "/stopp", "Det er allerede merket at informanten ønsker å stoppe."),
        ((), "/fortsett", "Ingen pause er i gang, og ingenting er fortrolig."),
        (("/pause",), "/fortsett", "fortsett etter pausen"),
        (("/fortrolig",), "/fortsett", "transkriber igjen herfra"),
        (("/fortrolig", "/pause"), "/fortsett", "fortsett etter pausen"),
        (("/fortrolig", "/pause"), "/fortrolig slutt", "transkriber igjen herfra"),
        (("/pause",), "/fortrolig slutt", "Ingenting er fortrolig nå."),
        ((), "/kryss 9", "Ingen kort er åpne."),
        (("/b7", "/stikkord"), "/kryss 9", "Det er ikke noe punkt 9 på kortet."),
        (("! mer om bandet", "/parkert"), "/kryss 9", "Det er ingen oppfølging 9."),
        (("/bro",), "/kryss 1", "Ingen kort er åpne."),
        ((), "?samspill", "Guiden har ingen forklaring av samspill."),
    ],
)
def test_the_prompt_says_what_enter_does(sit: Sit, before: tuple[str, ...], line: str, said: str) -> None:
    seat = sit(guide=PLAIN)
    for one in ("/a1", "ja", *before):
        seat.say(one)
    seat.type(line)
    assert said in seat.prompt
    types = seat.types
    refused = seat.desk.refused
    seat.key("enter")
    assert (seat.types == types) == (refused is not None)


def test_what_is_asked_about_once_is_told_at_enter_alone(sit: Sit) -> None:
    seat = sit(guide=PLAIN.but(opening=(Point("c", "Samtykke", ("start", "recording")),)))
    seat.type("/opptak")
    assert seat.prompt == "merk at opptakeren går"
    seat.key("escape", "escape")
    seat.type("/b5")
    assert seat.prompt == "still B5"
    seat.key("enter", "escape", "escape")
    assert seat.line.text == ""
    seat.say("/b5")
    assert (seat.types, "Samtykke" in seat.notice) == ([], True)
    seat.clock.go_on(5)
    seat.key("enter")
    assert seat.last["question"] == "B5"


def test_where_the_limit_came_while_the_line_stood_enter_says_so_first(sit: Sit) -> None:
    seat = sit(guide=PLAIN.but(recorder=Recorder("diktafon", 1.0)))
    for line in ("/a1", "/opptak"):
        seat.say(line)
    seat.clock.go_on(55)
    seat.type("/opptak")
    assert seat.prompt == "merk at opptakeren er stoppet"
    seat.clock.go_on(10)
    before = seat.types
    seat.key("enter")
    assert (seat.types, "nådd grensen" in seat.notice) == (before, True)
    assert seat.prompt == "begynn opptak 2; opptak 1 får slutt ved 1 min"
    seat.key("enter")
    assert seat.types[len(before) :] == ["recording_stopped", "recording_started"]


def test_past_the_limit_palette_and_mouse_ask_in_the_prompt_too(sit: Sit) -> None:
    seat = sit(guide=PLAIN.but(recorder=Recorder("diktafon", 1.0)))
    for line in ("/a1", "/opptak"):
        seat.say(line)
    seat.clock.go_on(65)
    before = seat.types
    assert seat.desk.do_action("rec")
    assert (seat.types, seat.line.text) == (before, "/opptak")
    assert "begynn opptak 2" in seat.prompt
    assert not seat.desk.do_action("rec")
    assert seat.line.text == "/opptak"
    seat.key("enter")
    assert seat.types[-1] == "recording_started"


def test_a_time_that_a_note_has_is_refused_and_nothing_is_passed_over(sit: Sit) -> None:
    seat = sit(guide=PLAIN)
    seat.say("/a1")
    seat.clock.go_on(30)
    seat.key("space")
    seat.clock.go_on(30)
    seat.say("/fyll")
    seat.say("/ved 0:30")
    assert (seat.notice, seat.card, seat.line.text) == (
        "Notatet har allerede den tiden.",
        "Fyll bokmerker",
        "/ved 0:30",
    )
    seat.key("escape")
    seat.say("ord")
    assert (seat.last["type"], seat.last["text"]) == ("filled", "ord")
    seat.say("/ved 0:30")
    assert (seat.notice, seat.line.text) == ("Notatet har allerede den tiden.", "/ved 0:30")
    seat.key("escape")
    seat.say("/ved 0:20")
    seat.say("/ved 0:20")
    assert seat.types.count("retimed") == 1


@pytest.mark.parametrize("line", ["/negativ", "/opptak stopp", "/tilbake 9", "/opptak hvorfor"])
def test_a_refused_command_is_selected_after_a_resume_too(tmp_path: Path, line: str) -> None:
    clock = StandingClock()
    seat = Seat(tmp_path, guide=PLAIN, clock=clock)
    seat.say("/a1")
    seat.say(line)
    assert seat.line.selected
    seat.desk.keep_draft()
    seat.session.close()
    again = Seat(tmp_path, clock=clock, resume=True)
    again.desk.take_up_draft()
    assert (again.line.text, again.line.selected) == (line, True)
    again.say("+b6 2")
    assert again.last["questions"] == ["B6"]
    again.session.close()


@pytest.mark.parametrize("line", ["/negativ er det", "hun ler", "+b2", "/utel"])
def test_a_line_that_was_only_begun_is_not(tmp_path: Path, line: str) -> None:
    clock = StandingClock()
    seat = Seat(tmp_path, guide=PLAIN, clock=clock)
    seat.say("/a1")
    seat.type(line)
    seat.desk.keep_draft()
    seat.session.close()
    again = Seat(tmp_path, clock=clock, resume=True)
    again.desk.take_up_draft()
    assert (again.line.text, again.line.selected) == (line, False)
    again.session.close()


@pytest.mark.parametrize(
    ("step", "line", "does"),
    [
        ("reflecting", "/opptak stopp", "recording_stopped"),
        ("reflecting", "/opptak", "recording_stopped"),
        ("filling", "/angre", "undone"),
        ("editing", "/ved 0:00", "retimed"),
        ("reflecting", "/dette er ord", "noted"),
        ("filling", "hun nøler", "filled"),
    ],
)
def test_what_stood_on_the_line_is_a_command_or_words_as_before(
    tmp_path: Path, step: str, line: str, does: str
) -> None:
    """Where lines are words too: the program is told to end, and the line is put back."""
    clock = StandingClock()
    seat = Seat(tmp_path, guide=PLAIN, clock=clock)
    seat.say("/a1")
    seat.say("/opptak")
    clock.go_on(20)
    if step == "filling":
        seat.key("space")
        seat.say("/fyll")
    else:
        seat.say("hun nøler")
    if step == "editing":
        seat.key("up")
        seat.line.clear()
    elif step == "reflecting":
        seat.say("+")
        seat.say("/slutt")
        seat.key("enter", "enter")
        assert isinstance(seat.table.mode, Reflecting)
    seat.type(line)
    prompt = seat.prompt
    seat.desk.keep_draft()
    seat.session.close()
    again = Seat(tmp_path, clock=clock, resume=True)
    again.desk.take_up_draft()
    assert (again.line.text, again.prompt) == (line, prompt)
    again.key("enter")
    assert again.last["type"] == does
    again.session.close()


@pytest.mark.parametrize("line", ["/vurder 5", "/verdict 2 1", "= 5", "= 2 1"])
def test_no_verdict_lands_on_another_unseen(sit: Sit, line: str) -> None:
    seat = sit(guide=PLAIN, pilot="peer")
    seat.say("/a1")
    seat.say("/vurder 1")
    assert seat.last["type"] == "judged"
    seat.key("escape")
    before = seat.types
    seat.say(line)
    assert (seat.types, "A1 er vurdert" in seat.notice) == (before, True)
    seat.key("enter")
    assert (seat.types[len(before) :], seat.last["question"]) == (["judged"], "A1")


def test_a_verdict_on_a_named_question_is_no_slip(sit: Sit) -> None:
    seat = sit(guide=PLAIN, pilot="peer")
    for line in ("/a1", "/vurder a1 1", "/vurder a1 5"):
        seat.say(line)
        seat.key("escape")
    assert seat.types.count("judged") == 2


def test_words_off_the_record_join_the_notes_that_are_asked_about(sit: Sit) -> None:
    seat = sit(guide=PLAIN)
    for line in ("/a1", "+", "/fortrolig", "hemmelig", "/slutt", ""):
        seat.say(line)
        seat.clock.go_on(5)
    assert seat.card == "Kan dette brukes?"
    assert seat.table.card is not None
    assert len(seat.table.card.points) == 1
    seat.say('"enda mer')
    assert [point.text.rpartition(" ")[2] for point in seat.table.card.points] == ["hemmelig", "mer"]
    seat.say("+")
    assert len(seat.last["notes"]) == 2
