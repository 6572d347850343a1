"""Revising: from a pilot's verdicts to the guide's next revision, by keys, on the screen and in a real terminal."""

import signal
from pathlib import Path

import pytest
from textual import events
from textual.strip import Strip

from guide.diff import diff
from interviews.core import commands as do
from interviews.core.commands import Command
from interviews.os_support import system
from interviews.revisions import read_history
from interviews.revisions.draft import NO_DRAFT, RevisionDraft, read_draft
from interviews.revisions.writing import OnDisk, RevisionFailure, read_on_disk
from interviews.study.folder import Study
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.interviewer import PROGRAM, records, thesis_study
from tests.keys import bytes_of
from tests.modes import is_private
from tests.pictures import Pictures
from tests.terminal import Terminal
from tests.tui.revising import NEW_A1, PILOT, Seat, at_screen, material, piloted
from tests.tui.sittings import settled
from tests.tui.studies import hold, study_with
from tests.tui.test_pilot_screen import app_for, pilot_in, press
from tui.commands.open_interview import _study_so_far
from tui.commands.revise import describe_still_open
from tui.documents.matrix_rows import matrix_rows
from tui.live.attention import MOMENT
from tui.live.transcript import transcript_entries
from tui.main import main
from tui.review.review_model import ReviewModel
from tui.revise.page import page_lines
from tui.revise.pane import Pane
from tui.revise.revise_screen import _HINTS_NONE, _LINES, ReviseScreen
from tui.translator import Language, Translator

NB = Translator("nb")


def ids(folder: Path) -> list[str]:
    """The questions of the guide as it is now."""
    now = read_on_disk(folder)
    assert isinstance(now, OnDisk)
    return [question.id for question in now.guide.questions]


def page(seat: Seat) -> str:
    """What stands beside the proposals."""
    return "\n".join("".join(piece.text for piece in line.pieces) for line in page_lines(seat.desk))


# --- UC1 and UC2, on the screens themselves


async def piloted_on_the_screen(folder: Path, *keys: str) -> None:
    """Hold a pilot on the live screen."""
    clock = StandingClock()
    session = pilot_in(thesis_study(folder), clock)
    app = app_for(session, clock)
    async with app.run_test(size=(100, 30)) as pilot:
        for some in keys:
            await press(pilot, clock, some)
    session.close()


async def test_a_pilot_that_found_wording_faults_leads_to_a_revision_with_date_what_why_and_evidence(
    tmp_path: Path,
) -> None:
    """UC1: the ids of reworded questions stay, and each change can be traced to what was said."""
    await piloted_on_the_screen(
        tmp_path,
        "/a1⏎=24Hva gjør du for at klientene skal spille sammen?⏎",
        "␛/b5⏎=26Kan du fortelle om en gang det gikk godt?⏎",
        "␛/b2⏎=1␛",
    )
    before = ids(tmp_path)
    async with at_screen(tmp_path) as at:
        assert "Hva gjør du for at klientene skal spille sammen?" in " ".join(at.rows.replace("│", " ").split())
        await at.keys("⏎⏎")
        await at.keys("⏎⏎")
        await at.keys("⇥")
        assert "Skriv versjon 2?" in at.rows
        assert [one.number for one in read_history(tmp_path).revisions] == []
        await at.keys("⏎")
    assert ids(tmp_path) == before
    first, second = read_history(tmp_path).revisions
    assert [change.question for change in second.changes] == ["A1", "B5"]
    log = {f"P1:{one['seq']}": one for one in records(tmp_path / "interviews" / "P1.jsonl")}
    for change in second.changes:
        assert (second.date, second.after) == ("2026-03-02", "P1")
        assert change.kind == "reworded"
        assert change.what.startswith(f"{change.question} ble omformulert: «{change.before}» → «{change.after}»")
        assert change.why
        assert change.evidence
        assert {log[ref]["question"] for ref in change.evidence} == {change.question}
    assert first.guide is not None
    assert second.guide is not None
    assert {change.kind for change in diff(first.guide, second.guide)} == {"reworded"}


async def test_an_enter_that_is_held_writes_nothing_that_nobody_can_have_read(tmp_path: Path) -> None:
    folder = piloted(tmp_path)
    async with at_screen(folder) as at:
        assert isinstance(at.app.screen, ReviseScreen)
        desk = at.app.screen.desk
        for place, _ in enumerate(desk.round.material.proposals[1:], 1):
            if desk.round.material.proposals[place].kind != "rest":
                desk.round.leave(place)
        desk.go_to(0)
        await at.keys("⏎" * 8)
        assert "Skriv versjon 2?" in at.rows
        assert "før noen kan ha lest dette" in at.rows
        assert read_history(folder).revisions == ()
        await at.keys("⏎")
        assert len(read_history(folder).revisions) == 2


async def test_an_enter_before_the_rows_are_on_the_screen_writes_nothing(tmp_path: Path) -> None:
    async with at_screen(piloted(tmp_path)) as at:
        await at.keys("⏎⏎⇥⏎⏎⏎↓⏎")
        assert "før noen kan ha lest dette" in at.rows
        assert read_history(tmp_path).revisions == ()
        await at.keys("⏎")
        assert len(read_history(tmp_path).revisions) == 2


async def test_an_enter_that_was_pressed_before_the_page_came_up_has_not_waited_for_it(tmp_path: Path) -> None:
    async with at_screen(piloted(tmp_path)) as at:
        await at.keys("⏎⏎⇥")
        at.clock.go_on(5)
        queued = events.Key("enter", None)
        queued.time -= 5
        at.app.screen.post_message(queued)
        await settled(at.app, at.pilot)
        assert "før noen kan ha lest dette" in at.rows
        assert read_history(tmp_path).revisions == ()


async def test_an_enter_that_bounces_does_not_answer_why_the_guide_was_changed_by_hand(tmp_path: Path) -> None:
    folder = piloted(tmp_path)
    path = folder / "guide.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("minutes: 60", "minutes: 45"), encoding="utf-8")
    async with at_screen(folder) as at:
        await at.keys("⏎⏎⇥")
        await at.keys("⏎⏎⏎")
        assert "endret for hånd, fordi:" in at.rows
        assert "før noen kan ha lest dette" in at.rows
        assert read_history(folder).revisions == ()
        await at.keys("kortere⏎")
    assert [change.why for change in read_history(folder).revisions[1].changes] == ["kortere"]


def test_an_enter_that_is_held_in_a_terminal_writes_nothing(tmp_path: Path) -> None:
    folder = piloted(tmp_path)
    with revising(folder) as terminal:
        terminal.wait_for("versjon 2 etter P1")
        terminal.press("enter")
        terminal.wait_for("fordi:")
        terminal.press("enter")
        terminal.wait_for("1 tatt")
        terminal.send(b"".join(map(bytes_of, ("tab", *["enter"] * 5))))
        terminal.wait_for("før noen kan ha lest dette")
        terminal.press("escape")
        terminal.wait_for("1 tatt")
    assert read_history(folder).revisions == ()


async def test_a_question_moved_up_gives_a_revision_that_differs_in_order_alone_and_is_said_to_be_moved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """UC2: never deleted and added; interviews held before keep the order that they had."""
    await piloted_on_the_screen(tmp_path, "/a1⏎", "/c3⏎=3⏎a1⏎␛")
    async with at_screen(tmp_path) as at:
        assert "før A1" in at.rows
        await at.keys("⏎⏎⇥")
        await at.keys("⏎")
    first, second = (one.guide for one in read_history(tmp_path).revisions)
    assert first is not None
    assert second is not None
    assert first.questions != second.questions
    assert sorted(first.questions, key=lambda one: one.id) == sorted(second.questions, key=lambda one: one.id)
    assert [one.id for one in second.questions][:2] == ["C3", "A1"]
    assert [change.kind for change in diff(first, second)] == ["moved"]
    capsys.readouterr()
    assert main(["diff", "1", "2", "--study", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert "C3   flyttet: før A1" in told
    assert "strøket" not in told
    assert "nytt spørsmål" not in told
    [pilot] = list(Study(tmp_path).load_interviews())
    assert pilot.interview is not None
    assert [question.id for question in pilot.interview.guide.questions] == [one.id for one in first.questions]


def test_interviews_from_before_and_after_line_up_by_id(tmp_path: Path) -> None:
    folder = piloted(tmp_path)
    hold(folder, "I1")
    seat = Seat(folder)
    seat.at("C3")
    seat.key("enter", "enter")
    seat.at("A1")
    seat.key("enter", "enter")
    assert seat.finish() == ""
    now = read_on_disk(folder)
    assert isinstance(now, OnDisk)
    hold(folder, "I2", (do.AskQuestion("C3"), do.MarkCovered(("A1",), 2)), guide=now.guide)
    result = review(Study(folder))
    assert result is not None
    rows = {row.question: row for row in matrix_rows(result, result.counted, NB)}
    assert [bool(cell.strip()) for cell in rows["C1"].cells] == [True, True]
    assert result.gone == ()
    asks = {one.name: one.guide.questions[0].ask for one in result.counted}
    assert asks["I1"].startswith("Hvor bevisst er du")
    assert asks["I2"].startswith("Har synet ditt")
    [pilot] = [told.interview for told in Study(folder).load_interviews("P1")]
    assert pilot is not None
    assert any(entry.text.startswith("Hvor bevisst er du på") for entry in transcript_entries(pilot, NB))


def test_the_method_chapter_tells_the_revision_with_its_reason_and_events(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("B7")
    seat.key("8", "enter")
    seat.finish()
    capsys.readouterr()
    assert main(["export", "method", "--study", str(tmp_path)]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert (
        "Endringer av guiden: versjon 2 (02.03.2026, etter P1): B7 ble strøket: «Hvordan vil du beskrive arbeidet"
        in told
    )
    assert "(fordi: overlappet et annet spørsmål). [revisions/2.yaml, P1:22]" in told


# --- keys


def test_enter_takes_the_proposed_wording_with_the_reason_that_was_given(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    assert (seat.desk.proposal.question, seat.line.text) == ("A1", NEW_A1)
    seat.key("enter")
    assert seat.line.text == "svaret passet ikke til spørsmålet (kommentar: «hvor bevisst … det høres ut som en prøve»)"
    seat.key("enter")
    [(_, decision)] = seat.round.decisions
    assert (decision.texts, decision.evidence) == ((NEW_A1,), ("P1:2", "P1:3", "P1:4"))
    question = seat.round.guide.question("A1")
    assert question is not None
    assert question.ask == NEW_A1
    assert seat.desk.proposal.question == "B6"


def test_wording_and_reason_can_be_edited(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.write("Hva gjør dere sammen? [ler]")
    seat.write("for ledende")
    assert seat.said[0].startswith("A1 ble omformulert: «Hvor bevisst er du på å tilrettelegge for sosial samhandling")
    assert seat.said[0].endswith("» → «Hva gjør dere sammen? [ler]»")
    assert seat.round.decisions[0][1].why == "for ledende"


def test_digits_and_minus_are_text_once_something_was_written(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("end", "8", "-")
    assert seat.line.text == f"{NEW_A1}8-"
    assert seat.desk.task.act == "reword"


@pytest.mark.parametrize(
    ("keys", "written", "said"),
    [
        ("3", ["a3", ""], "A4 ble flyttet og står nå før A3"),
        ("4", ["praksis beskriv samhandlingen", ""], "A4 ble flyttet og står nå etter B1 (i «Praksis»)"),
        ("7", ["Når da?", ""], "A4 fikk oppfølgingsspørsmålet «Når da?»"),
        ("8", [""], "A4 ble strøket: «Har du ulikt fokus på sosial samhandling og sosial deltagelse?»"),
        ("9", ["bevisst valg", "", "", "", ""], "A4 ble beholdt tross råd om «to spørsmål i ett»"),
        ("5", ["Hva er viktig i timene?", "Hva er viktig utenfor?", "", "to ting"], "A4 ble delt: «Har du ulikt fokus"),
        ("6", ["a2", "Hva slags fokus har du?", "like"], "A4 ble slått sammen med A2: «Hva slags fokus har du på"),
    ],
)
def test_a_digit_chooses_any_act_for_any_question(tmp_path: Path, keys: str, written: list[str], said: str) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("A4")
    seat.key(*keys)
    for text in written:
        seat.write(text)
    assert len(seat.said) == 1, seat.desk.notice
    assert seat.said[0].startswith(said)


def test_a_key_that_writes_nothing_leaves_the_digits_their_meaning(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.desk.press("ctrl+l", "\x0c")
    seat.desk.press("ctrl+c", "\x03")
    seat.key("3")
    assert (seat.desk.task.act, seat.desk.task.stage) == ("earlier", "before")


def test_a_part_that_is_split_off_gets_an_id_that_nothing_ever_had(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("B6")
    seat.key("enter", "enter", "enter", "enter")
    assert seat.said[0].endswith(
        "B6 «Hvordan jobber du med det som hindrer klienten i å delta?», B11 «Hvilke ressurser bygger du på?»"
    )
    seat.finish()
    again = Seat(tmp_path)
    again.at("B11")
    again.key("8", "enter")
    again.finish()
    last = Seat(tmp_path)
    last.at("B4")
    last.key("5")
    for text in ("Én?", "To?", "", "lang"):
        last.write(text)
    assert "B12 «To?»" in last.said[0]


def test_a_topic_becomes_a_question_after_the_one_it_came_up_at(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("C3", "topic")
    assert seat.line.text == ""
    seat.key("enter", "enter", "enter")
    assert seat.desk.notice == (
        "«Taushetsplikten i små miljøer» er et tema, ikke en ordlyd: skriv spørsmålet slik det skal stilles."
    )
    assert (seat.said, seat.desk.task.stage) == ([], "text")
    seat.write("Hva gjør taushetsplikten med arbeidet ditt?")
    assert seat.line.text == "C3"
    seat.write("c1")
    seat.write("medstudenten savnet det")
    assert seat.said == ["Nytt spørsmål, C4: «Hva gjør taushetsplikten med arbeidet ditt?»"]
    order = [question.id for question in seat.round.guide.questions]
    assert order[order.index("C1") + 1] == "C4"


def test_a_topic_that_asks_already_is_a_wording_and_an_interviews_topic_is_settled_by_it(tmp_path: Path) -> None:
    study_with(tmp_path)
    acts = (do.AskQuestion("B1"), do.TakeNote("Hva med de frivillige?", "topic"), do.TakeNote("penger", "topic"))
    hold(tmp_path, "I1", acts)
    study = Study(tmp_path)
    guide = study.guide().guide
    assert guide is not None

    def left() -> list[str]:
        return [one.text for one in _study_so_far(study, study.survey(), None, guide).left]

    assert left() == ["Hva med de frivillige?", "penger"]
    seat = Seat(tmp_path)
    seat.at("B1", "topic")
    assert seat.line.text == "Hva med de frivillige?"
    seat.key("enter", "enter", "enter")
    assert seat.finish() == ""
    assert left() == ["penger"]
    result = review(study)
    assert result is not None
    told = "\n".join(ReviewModel(study, result, Translator("nb"), StandingClock()).next_time())
    assert "penger" in told
    assert "frivillige" not in told


def test_a_follow_up_from_the_pilot_becomes_a_probe(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("B3", "follow_up")
    seat.key("enter", "enter")
    question = seat.round.guide.question("B3")
    assert question is not None
    assert question.probes[-1].ask == "Hvordan merker du at kontakten er der?"


def test_a_probe_that_nobody_used_can_be_struck(tmp_path: Path) -> None:
    folder = piloted(tmp_path, (*PILOT, do.AskQuestion("B3"), do.Tick("probes", "1", "not_needed", "B3")))
    hold(folder, "P2", (do.AskQuestion("B3"), do.Tick("probes", "1", "not_needed", "B3")))
    seat = Seat(folder)
    seat.at("B3", "probe")
    seat.key("9")
    seat.write("passer ikke")
    assert seat.said == [
        "Oppfølgingsspørsmålet «Mellom klienter i en gruppe? (hvis informanten jobber med grupper)» til B3 ble strøket"
    ]


def test_advice_is_accepted_piece_by_piece_each_with_its_reason(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("A4", "advice")
    rules = seat.desk.task.rules
    assert len(rules) == 5
    for _ in rules:
        seat.write("")
    assert (seat.desk.notice, seat.said) == ("Skriv hvorfor det skal stå tross rådet.", [])
    for reason in ("hører sammen", "", "", "", "de bruker ordet selv"):
        seat.write(reason)
    assert seat.said == ["A4 ble beholdt tross råd om «to spørsmål i ett», «fagord»"]
    assert seat.round.guide.questions[3].accepted == {rules[0]: "hører sammen", rules[4]: "de bruker ordet selv"}
    seat.finish()
    left = next(one for one in material(tmp_path).proposals if one.kind == "advice" and one.question == "A4")
    assert {piece.rule for piece in left.advice} == set(rules[1:4])
    assert read_history(tmp_path).revisions[-1].changes[0].why == "hører sammen; de bruker ordet selv"


def test_advice_about_the_whole_guide_can_be_accepted(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    place = next(at for at, one in enumerate(seat.round.material.proposals) if not one.question and one.advice)
    seat.desk.go_to(place)
    seat.write("oppvarmingen er samtalen før opptaket")
    assert seat.said[0].startswith("Guiden ble beholdt tross råd om «")


def test_a_minus_leaves_a_proposal_and_it_can_be_taken_later(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("-")
    assert (seat.round.state(0), seat.desk.proposal.question) == ("left", "B6")
    seat.desk.go_to(0)
    seat.key("enter", "enter")
    assert seat.round.state(0) == "taken"


def test_what_was_taken_can_be_left_again_and_taken_otherwise(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("enter", "enter")
    seat.desk.go_to(0)
    seat.key("-")
    assert (seat.round.state(0), seat.round.decisions) == ("left", [])
    seat.desk.go_to(0)
    seat.key("enter", "enter")
    seat.desk.go_to(0)
    seat.key("8", "enter")
    assert len(seat.said) == 1
    assert seat.said[0].startswith("A1 ble strøket")


def test_ctrl_z_takes_back_decision_by_decision(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("enter", "enter", "enter", "enter", "enter", "enter")
    assert len(seat.said) == 2
    seat.key("ctrl+z")
    assert (seat.desk.proposal.question, seat.round.state(1)) == ("B6", "open")
    assert seat.desk.notice.startswith("angret: B6 ble delt")
    seat.key("ctrl+z")
    assert (seat.round.guide, seat.desk.at) == (seat.round.material.now.guide, 0)
    seat.key("ctrl+z")
    assert seat.desk.notice == "Det er ingenting å angre."


def test_half_written_words_stay_with_their_proposal(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("end", *" Eller?")
    seat.key("down", "up")
    assert seat.line.text == f"{NEW_A1} Eller?"
    seat.key("escape")
    assert (seat.line.text, seat.calls) == (NEW_A1, [])


def test_what_esc_took_from_the_line_comes_back_with_ctrl_z(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("end", *" Eller?", "escape")
    assert seat.desk.notice == "Ctrl+Z henter det du skrev tilbake."
    seat.key("ctrl+z")
    assert (seat.line.text, seat.desk.is_writing) == (f"{NEW_A1} Eller?", True)
    seat.key("enter", "end", *" nei", "ctrl+z")
    assert (seat.desk.task.stage, seat.line.text) == ("text", f"{NEW_A1} Eller?")
    seat.key("ctrl+z")
    assert (seat.desk.task.stage, seat.line.text[-5:]) == ("why", ") nei")
    seat.key("enter")
    assert seat.round.guide.question("A1").ask == f"{NEW_A1} Eller?"  # type: ignore[union-attr]


def test_half_written_words_are_there_again_the_next_time(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("B6", "verdict")
    seat.key("enter", "end", *" Og så?")
    written = seat.line.text
    seat.at("B7", "verdict")
    seat.key("escape")
    assert seat.calls == ["leave"]
    again = Seat(tmp_path)
    assert (again.desk.proposal.question, again.desk.task.stage, again.line.text) == ("B6", "part", written)
    assert again.desk.notice == "Linja er som du forlot den."
    again.key("escape", "down", "escape")
    assert read_draft(tmp_path).begun == ()


def test_a_terminal_that_is_closed_takes_no_words_with_it(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("end", *" Eller?")
    seat.desk.keep_line()
    assert Seat(tmp_path).line.text == f"{NEW_A1} Eller?"
    assert is_private(tmp_path / "revisions" / ".draft.json")


def test_esc_goes_back_step_by_step_and_asks_once_before_it_leaves(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("enter", "escape")
    assert (seat.desk.task.stage, seat.line.text) == ("text", NEW_A1)
    seat.key("3", "escape")
    assert seat.desk.task.act == "reword"
    seat.key("enter", "enter", "escape")
    assert seat.calls == []
    assert "Endringer som ikke er skrevet: 1" in seat.desk.notice
    seat.key("escape")
    assert seat.calls == ["leave"]


def test_what_the_guide_does_not_allow_is_said_and_the_line_stays(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("A4")
    seat.key("4")
    seat.write("z1")
    seat.write("sist")
    assert (seat.line.text, seat.said) == ("sist", [])
    assert seat.desk.notice == "A4 kan ikke stå i avslutningen: det hører til et forskningsspørsmål eller er valgfritt."
    while seat.desk.task.is_chosen:
        seat.key("escape")
    seat.key("2", "enter", "enter")
    assert seat.desk.notice == "Det står slik allerede."


@pytest.mark.parametrize(("words", "notice"), [("qqqqq", "Fant ikke noe spørsmål med «qqqqq»."), ("", "Skriv hvilket")])
def test_a_place_that_is_none_is_said(tmp_path: Path, words: str, notice: str) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("3")
    seat.write(words)
    assert seat.desk.notice.startswith(notice)
    assert seat.desk.task.stage == "before"


def test_a_question_is_not_taken_for_one_whose_id_begins_like_its_own(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("B1")
    seat.key("3")
    seat.write("b1")
    assert (seat.desk.notice, seat.said) == ("Velg et annet spørsmål enn B1 selv.", [])
    assert (seat.desk.task.stage, seat.line.text) == ("before", "b1")


def test_what_builds_on_another_change_is_undone_first(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("C3", "topic")
    seat.write("Hva med taushetsplikten?")
    seat.key("enter", "enter")
    seat.at("A4")
    seat.key("4")
    seat.write("c4")
    seat.write("hører sammen")
    assert seat.said[1] == "A4 ble flyttet og står nå etter C4 (i «Erfaringer og refleksjoner»)"
    seat.at("C3", "topic")
    seat.key("-")
    assert seat.desk.notice == "En senere endring bygger på denne: angre den først (Ctrl+Z)."
    assert len(seat.said) == 2


def test_behind_the_last_proposal_the_whole_is_shown(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    while not seat.calls:
        seat.key("-")
    assert seat.calls == ["see"]
    assert seat.round.count("open") == 0
    assert seat.finish() == ""


def test_only_what_one_interview_gave(tmp_path: Path) -> None:
    folder = piloted(tmp_path)
    hold(folder, "P2", (do.AskQuestion("B1"), do.Judge("drop")))
    kinds = {one.question for one in material(folder, "P2").proposals if one.kind == "verdict"}
    assert kinds == {"B1"}
    assert (material(folder, "P1").after, material(folder).after) == ("P1", "P2")


def test_what_was_left_open_is_said_with_the_way_back_to_it(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("enter", "enter")
    said = describe_still_open(seat.round, NB)
    assert said == "Åpne forslag fra P1: 6. De kommer igjen neste gang du kjører intervjuguide revise."
    seat.finish()
    again = Seat(tmp_path)
    listed = again.round.material.proposals
    assert [one.question for one in listed if one.kind == "verdict"] == ["B6", "B7", "B9", "C3"]
    assert again.round.material.after == "P1"
    while again.round.next_open(-1) is not None and not again.calls:
        again.key("-")
    assert describe_still_open(again.round, NB) == ""


def test_a_verdict_on_another_wording_shows_the_wording_it_was_on(tmp_path: Path) -> None:
    folder = piloted(tmp_path)
    assert "spurt slik da" not in page(Seat(folder))
    path = folder / "guide.yaml"
    text = path.read_text(encoding="utf-8")
    was = "Hvor bevisst er du på å tilrettelegge for sosial samhandling i timene?"
    path.write_text(text.replace(f"ask: {was}", "ask: Hva er sosial samhandling for deg?"), encoding="utf-8")
    assert f"spurt slik da: «{was}»" in page(Seat(folder))


def test_what_was_decided_on_is_not_proposed_again(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("enter", "enter", "-")
    seat.finish()
    assert read_history(tmp_path).revisions[-1].left == seat.round.material.proposals[1].evidence
    listed = [one.question for one in material(tmp_path).proposals if one.kind == "verdict"]
    assert listed == ["B7", "B9", "C3"]
    assert next(one.question for one in material(tmp_path, "P1").proposals if one.kind == "verdict") == "A1"


def test_the_history_speaks_the_guides_language_whatever_the_screen_speaks(tmp_path: Path) -> None:
    folder = piloted(tmp_path)
    path = folder / "guide.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("language: nb", "language: en"), encoding="utf-8")
    seat = Seat(folder)
    seat.key("enter", "enter")
    assert seat.desk.notice.startswith("tatt: A1 ble omformulert")
    seat.finish()
    change = read_history(folder).revisions[-1].changes[0]
    assert change.what.startswith("A1 was reworded: “Hvor bevisst")
    assert change.why.startswith("the answer did not fit the question (comment: “hvor bevisst")


def test_what_was_changed_by_hand_between_interviews_is_recorded_before_the_revision(tmp_path: Path) -> None:
    """The history begins with the guide of the first interview, not with what it had become."""
    folder = piloted(tmp_path)
    path = folder / "guide.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("minutes: 60", "minutes: 45"), encoding="utf-8")
    seat = Seat(folder)
    assert [change.what for change in seat.round.material.by_hand] == ["Guiden: planlagt tid er nå 45"]
    seat.key("enter", "enter")
    assert seat.finish() == ""
    first, second, third = read_history(folder).revisions
    assert first.guide is not None
    assert (first.guide.minutes, first.changes) == (60, ())
    assert [change.what for change in second.changes] == ["Guiden: planlagt tid er nå 45"]
    assert [change.question for change in third.changes] == ["A1"]
    pilot = next(told.interview for told in Study(folder).load_interviews("P1"))
    assert pilot is not None
    assert read_history(folder).of(pilot.guide) == first


def test_a_change_by_hand_alone_can_be_recorded(tmp_path: Path) -> None:
    folder = piloted(tmp_path)
    seat = Seat(folder)
    seat.key("enter", "enter")
    seat.finish()
    path = folder / "guide.yaml"
    mine = path.read_text(encoding="utf-8").replace("minutes: 60", "minutes: 45")
    path.write_text(mine, encoding="utf-8")
    assert Seat(folder).finish() == ""
    assert [change.kind for change in read_history(folder).revisions[-1].changes] == ["changed"]
    assert path.read_text(encoding="utf-8") == mine


def test_a_paste_where_nothing_is_asked_for_is_no_text(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("enter", "enter")
    seat.desk.go_to(0)
    seat.line.put("limt inn")
    seat.desk.take_typed()
    assert (seat.line.text, seat.desk.is_writing) == ("", False)


# --- nothing lost


def test_decisions_are_there_again_after_the_terminal_was_closed(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("enter", "enter", "-")
    again = Seat(tmp_path)
    assert (again.said, again.round.state(1)) == (seat.said, "left")
    assert again.desk.notice == "Endringer du hadde begynt på, ligger klare: 1."
    again.finish()
    assert read_draft(tmp_path).decisions == ()
    assert "du hadde begynt på" not in Seat(tmp_path).desk.notice


def test_decisions_that_no_longer_fit_are_counted(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("enter", "enter")
    seat.at("C3", "verdict")
    seat.key("enter", "enter")
    path = tmp_path / "guide.yaml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("      # (Har synet ditt"), text.index("closing:")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    again = Seat(tmp_path)
    assert again.desk.notice == "Endringer du hadde begynt på, ligger klare: 1; 1 passer ikke lenger."
    assert len(again.said) == 1


def test_a_draft_that_cannot_be_kept_is_said_before_it_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(folder: Path, draft: RevisionDraft) -> None:
        raise RevisionFailure("disk_full", file="revisions/.draft.json")

    monkeypatch.setattr("tests.tui.revising.keep_draft", full_disk)
    seat = Seat(piloted(tmp_path))
    seat.key("enter", "enter", "escape")
    assert seat.calls == []
    assert seat.desk.notice.endswith("Det du valgte, er ikke lagret. Esc igjen går ut uten det.")
    seat.key("escape")
    assert seat.calls == ["leave"]


def test_a_second_window_that_only_looked_leaves_the_first_one_s_decisions(tmp_path: Path) -> None:
    second = Seat(piloted(tmp_path))
    first = Seat(tmp_path)
    first.key("enter", "enter")
    second.key("escape")
    assert second.calls == ["leave"]
    assert Seat(tmp_path).said == first.said


def test_decisions_that_no_longer_fit_are_kept_until_a_revision_is_written(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("C3", "verdict")
    seat.key("enter")
    seat.write("fellen kom opp først")
    path = tmp_path / "guide.yaml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("      # (Har synet ditt"), text.index("closing:")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    again = Seat(tmp_path)
    again.at("A1", "verdict")
    again.key("enter", "enter")
    assert len(read_draft(tmp_path).decisions) == 2
    path.write_text(text, encoding="utf-8")
    third = Seat(tmp_path)
    assert [one.question for _, one in third.round.decisions] == ["C3", "A1"]
    assert third.finish() == ""
    assert read_draft(tmp_path) == NO_DRAFT


def test_a_decision_finds_its_question_though_another_pilot_says_something_else_of_it(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("end", *" Eller?", "enter", "enter")
    later = StandingClock()
    later.go_on(86_400)
    other = (do.AskQuestion("A1"), do.Judge("reword"), do.Propose("A1", "Fortell om timene dine."))
    hold(tmp_path, "P2", other, clock=later)
    again = Seat(tmp_path)
    assert again.desk.notice == "Endringer du hadde begynt på, ligger klare: 1."
    assert (again.said, again.round.state(0)) == (seat.said, "taken")


@pytest.mark.parametrize(
    "broken", [b"", b"[", b"{}", b'{"decisions": 7, "left": []}', b'{"decisions": [{}], "left": []}']
)
def test_a_draft_that_cannot_be_read_is_no_draft(tmp_path: Path, broken: bytes) -> None:
    folder = piloted(tmp_path)
    (folder / "revisions").mkdir()
    (folder / "revisions" / ".draft.json").write_bytes(broken)
    assert Seat(folder).said == []


def test_a_guide_changed_meanwhile_is_not_written_over_and_the_decisions_wait(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("enter", "enter")
    path = tmp_path / "guide.yaml"
    mine = path.read_text(encoding="utf-8").replace("minutes: 60", "minutes: 50")
    path.write_text(mine, encoding="utf-8")
    assert seat.finish().startswith("guide.yaml ble endret mens du arbeidet med guiden. Ingenting er skrevet")
    assert path.read_text(encoding="utf-8") == mine
    again = Seat(tmp_path)
    assert again.said == seat.said
    assert again.finish() == ""
    numbers = [(one.number, [change.kind for change in one.changes]) for one in read_history(tmp_path).revisions]
    assert numbers == [(1, []), (2, ["changed"]), (3, ["reworded"])]


# --- the screen, the terminal


async def test_the_screen_shows_before_and_after_and_writes_only_then(tmp_path: Path) -> None:
    async with at_screen(piloted(tmp_path), size=(80, 24)) as at:
        await at.keys("⏎⏎")
        assert "1 tatt" in at.rows
        await at.keys("⇥")
        assert "Guiden før og etter" in at.rows
        await at.keys("␛")
        assert read_history(tmp_path).revisions == ()
        await at.keys("⇥")
        await at.keys("⏎")
    assert read_history(tmp_path).revisions[-1].number == 2


async def test_what_is_half_written_is_said_before_anything_is_written(tmp_path: Path) -> None:
    async with at_screen(piloted(tmp_path), size=(80, 24)) as at:
        await at.keys("x↓⇥")
        assert "Halvskrevet, og ikke med her: A1. Esc går tilbake til det." in at.rows
        await at.keys("␛↑")
        assert "omformuler: " in at.rows
        assert "en time?x" in at.rows


@pytest.mark.parametrize("keys", [("end",), ("end", *" Eller?", "ctrl+u")])
def test_a_line_that_is_as_it_was_or_empty_again_is_not_half_written(tmp_path: Path, keys: tuple[str, ...]) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key(*keys)
    seat.key("tab")
    assert (seat.calls, seat.round.begun) == (["see"], {})


async def test_the_mouse_takes_a_proposal_in_hand(tmp_path: Path) -> None:
    async with at_screen(piloted(tmp_path)) as at:
        row = next(y for y, line in enumerate(at.rows.splitlines()) if "B7" in line)
        await at.pilot.click(offset=(6, row))
        await at.keys("")
        assert "Foreslått: 8 stryk" in at.rows
        await at.keys("8")
        assert "stryk, fordi" in at.rows


async def test_a_key_on_the_line_draws_the_rows_of_the_page_that_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    piloted(tmp_path)
    drawn: list[int] = []
    draw_row = Pane.render_line

    def note_row(pane: Pane, y: int) -> Strip:
        drawn.append(y)
        return draw_row(pane, y)

    async with at_screen(tmp_path) as at:
        await at.keys("og")
        before = at.rows.splitlines()
        monkeypatch.setattr(Pane, "render_line", note_row)
        await at.keys("x")
        changed = [y for y, (old, new) in enumerate(zip(before, at.rows.splitlines(), strict=True)) if old != new]
        assert 0 < len(set(drawn)) < len(changed)  # the line itself has changed too
        for words in (" nå og da i en travel hverdag der alt skal gå fort", "", "⏎", "⇥", "␛"):
            await (at.keys(words) if words else at.pilot.press(*["backspace"] * 12))
            seen = at.rows
            for pane in at.app.screen.query(Pane):
                pane.refresh()
            await at.pilot.pause()
            assert at.rows == seen


async def test_people_s_words_are_words_and_never_signs(tmp_path: Path) -> None:
    acts: tuple[Command, ...] = (
        do.AskQuestion("A1"),
        do.TakeComment("[bold]nei[/] \x1b[31m rødt"),
        do.Judge("reword"),
        do.Propose("A1", "Hva [by] gjør du?\nOg så?"),
    )
    async with at_screen(piloted(tmp_path, acts)) as at:
        assert "[bold]nei[/] ‹1B›[31m rødt" in at.rows
        await at.keys("⏎⏎⇥")
        await at.keys("⏎")
    change = read_history(tmp_path).revisions[-1].changes[0]
    assert change.after == "Hva [by] gjør du?\nOg så?"
    assert "\x1b[31m" in change.why


@pytest.mark.parametrize("size", [(80, 24), (100, 30)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_pictures_of_revising(tmp_path: Path, drawn: Pictures, size: tuple[int, int]) -> None:
    async with at_screen(piloted(tmp_path), size=size) as at:
        drawn(at.app, f"revise-{size[0]}x{size[1]}")
        await at.keys("⏎⏎⏎⏎⏎⏎8⏎")
        await at.keys("⇥")
        await at.pilot.press("pagedown")
        await at.keys("")
        drawn(at.app, f"revise-after-{size[0]}x{size[1]}")


def test_without_a_terminal_it_says_so_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["revise", "--study", str(piloted(tmp_path))]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "trenger en terminal" in told.err


def revising(folder: Path, *arguments: str) -> Terminal:
    """The program in a terminal of its own."""
    return Terminal([*PROGRAM, "revise", "--study", str(folder), *arguments], size=(80, 24))


def test_from_the_first_key_to_the_revision_in_a_terminal(tmp_path: Path) -> None:
    folder = piloted(tmp_path)
    with revising(folder, "--after", "p1") as terminal:
        terminal.wait_for("versjon 2 etter P1")
        terminal.press("enter")
        terminal.wait_for("fordi:")
        terminal.press("enter")
        terminal.wait_for("1 tatt")
    with revising(folder) as terminal:
        terminal.wait_for("ligger klare: 1")
        terminal.press("tab")
        terminal.wait_for("Skriv versjon 2?")
        terminal.wait_still(2 * MOMENT)
        terminal.press("enter")
        terminal.wait_for("Versjon 2 er skrevet: revisions/2.yaml.")
    assert [change.question for change in read_history(folder).revisions[-1].changes] == ["A1"]


def test_a_terminal_that_is_closed_keeps_what_stands_on_the_line(tmp_path: Path) -> None:
    folder = piloted(tmp_path)
    with revising(folder) as terminal:
        terminal.wait_for("versjon 2 etter P1")
        terminal.type(" Eller?")
        terminal.wait_for("Eller?")
        terminal.signal(signal.SIGHUP)
        terminal.wait_exit()
    with revising(folder) as terminal:
        terminal.wait_for("Linja er som du forlot den.")
        terminal.press("enter")
        terminal.wait_for("fordi:")
    assert read_draft(folder).decisions == ()


def test_the_study_at_a_glance_leads_to_revising(tmp_path: Path) -> None:
    with Terminal([*PROGRAM, "--study", str(piloted(tmp_path))], size=(80, 24)) as terminal:
        terminal.wait_for("Endre guiden")
        terminal.press("end")
        terminal.press("up")
        terminal.press("enter")
        terminal.wait_for("versjon 2 etter P1")


class Killed(BaseException):
    """The program is gone."""


def interrupted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A study in which the program was killed between the revision's file and the guide's."""
    seat = Seat(piloted(folder))
    seat.key("enter", "enter")
    real = system().replace

    def replace(path: Path, target: Path) -> None:
        if path.name.startswith(".guide.yaml"):
            raise Killed
        real(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(system(), "replace", replace)
        with pytest.raises(Killed):
            seat.finish()
    return folder


@pytest.mark.parametrize("command", ["revise", "run", "home"])
def test_a_revision_that_was_interrupted_is_finished_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    folder = interrupted(tmp_path, monkeypatch)
    arguments = [] if command == "home" else [command]
    with Terminal([*PROGRAM, *arguments, "--study", str(folder)], size=(80, 24)) as terminal:
        terminal.wait_for(lambda _: NEW_A1 in (folder / "guide.yaml").read_text(encoding="utf-8"))
        terminal.wait_for("Musikkterapi og deltagelse")
    assert read_history(folder).revisions[-1].text == (folder / "guide.yaml").read_text(encoding="utf-8")


def test_diff_says_that_a_revision_was_interrupted_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = interrupted(tmp_path, monkeypatch)
    before = (folder / "guide.yaml").read_bytes()
    assert main(["diff", "--study", str(folder)]) == 0
    assert f"intervjuguide revise --study {folder} gjør den ferdig" in capsys.readouterr().err
    assert (folder / "guide.yaml").read_bytes() == before


def test_a_guide_with_errors_is_not_revised(tmp_path: Path) -> None:
    folder = piloted(tmp_path)
    (folder / "guide.yaml").write_text("title: Kor\nsektions: []\n", encoding="utf-8")
    with revising(folder) as terminal:
        terminal.wait_for("guide.yaml:2:1")
    assert read_history(folder).revisions == ()


@pytest.mark.parametrize("code", ["P9", "Kari"])
def test_an_interview_that_is_not_there_is_named(tmp_path: Path, code: str) -> None:
    with revising(piloted(tmp_path), "--after", code) as terminal:
        terminal.wait_for(code)


def test_every_verdict_of_the_pilot_is_somewhere_in_the_list(tmp_path: Path) -> None:
    told = {command.question for command in PILOT if isinstance(command, do.Judge) and command.question}
    shown = {one.question for one in material(piloted(tmp_path)).proposals if one.kind == "verdict"}
    assert told <= shown
    assert shown == {"A1", "B6", "B7", "B9", "C3"}


def test_nothing_is_struck_by_enter_alone(tmp_path: Path) -> None:
    """Enter all the way takes what is proposed, but strikes neither a question nor a probe."""
    ticked = (do.AskQuestion("A4"), do.Tick("probes", "1", question="A4"))
    folder = piloted(tmp_path / "study", (*PILOT, *ticked))
    hold(folder, "P2", ticked)
    seat = Seat(folder)
    acts = [one.act for one in seat.round.material.proposals]
    assert {"drop", "drop_probe"} <= set(acts)
    for _ in range(4 * len(acts)):
        seat.key("enter")
    before = {question.id: len(question.probes) for question in seat.round.material.now.guide.questions}
    now = {question.id: len(question.probes) for question in seat.round.guide.questions}
    assert "B7" in now
    assert now["A4"] == before["A4"] == 2


def test_a_strike_is_proposed_by_its_digit_and_taken_by_it(tmp_path: Path) -> None:
    ticked = (do.AskQuestion("A4"), do.Tick("probes", "1", question="A4"))
    folder = piloted(tmp_path / "study", (*PILOT, *ticked))
    hold(folder, "P2", ticked)
    seat = Seat(folder)
    seat.at("B7", "verdict")
    assert "Foreslått: 8 stryk. Enter lar stå." in _page(seat)
    seat.key("8", "enter")
    assert "B7" not in [question.id for question in seat.round.guide.questions]
    seat.at("A4", "probe")
    assert "Foreslått: 9 stryk oppfølgingsspørsmål. Enter lar stå." in _page(seat)
    seat.key("9", "enter")
    question = seat.round.guide.question("A4")
    assert question is not None
    assert len(question.probes) == 1
    seat.key("ctrl+z", "ctrl+z")
    assert len(seat.round.guide.questions) == len(seat.round.material.now.guide.questions)


def _page(seat: Seat) -> str:
    return "\n".join("".join(piece.text for piece in line.pieces) for line in page_lines(seat.desk))


def test_enter_where_nothing_is_asked_says_what_it_leaves_and_is_undone(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.at("B7", "verdict")
    at = seat.desk.at
    for key in ("enter", "-"):
        seat.key(key)
        assert seat.round.state(at) == "left"
        name = seat.round.name_at(at)
        assert seat.desk.notice == NB("left as it is: {what} (Ctrl+Z undoes)", what=name)
        seat.key("ctrl+z")
        assert (seat.desk.at, seat.round.state(at)) == (at, "open")
        assert seat.desk.notice == NB("undone, open again: {what}", what=name)
    seat.key("-")
    seat.desk.go_to(at)
    seat.key("enter")  # on what was left already: on to the next, with nothing more to undo
    assert seat.desk.at != at
    seat.key("ctrl+z", "ctrl+z")
    assert seat.desk.notice == NB("Nothing to undo.")


def test_what_is_left_is_named_in_words_where_it_has_no_id(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    topic = next(place for place, one in enumerate(seat.round.material.proposals) if one.kind == "topic")
    seat.desk.go_to(topic)
    seat.key("-")
    assert "Taushetsplikten i små miljøer" in seat.desk.notice
    whole = next(place for place, one in enumerate(seat.round.material.proposals) if not one.question)
    assert seat.round.name_at(whole)
    rest = next(place for place, one in enumerate(seat.round.material.proposals) if one.kind == "rest")
    seat.desk.go_to(rest)
    seat.key("enter")
    assert seat.desk.notice == NB("{what} stays as it is. A digit chooses a change.", what=seat.round.name_at(rest))
    assert seat.desk.at == rest


@pytest.mark.parametrize("language", ["nb", "en"])
async def test_the_line_and_the_last_row_say_what_enter_does(tmp_path: Path, language: Language) -> None:
    folder, _ = piloted(tmp_path), Translator(language)
    async with at_screen(folder, size=(80, 24), language=language) as at:
        assert isinstance(at.app.screen, ReviseScreen)
        desk = at.app.screen.desk
        places = list(enumerate(desk.round.material.proposals))
        desk.go_to(next(place for place, one in places if one.act == "drop"))
        for keys, state in (("", "open"), ("-↑", "left")):
            await at.keys(keys)
            desk.go_to(next(place for place, one in places if one.act == "drop"))
            at.app.screen.draw()
            await at.keys("")
            line = _(_LINES[f"none_{state}"], act=_("keep"))
            assert line.strip() in at.rows
            assert _(_HINTS_NONE[state], most=len(desk.acts)) in at.rows
            assert "enter" in at.rows.splitlines()[-1]


def test_a_wording_that_stands_so_already_is_told_before_a_reason_is_asked_for(tmp_path: Path) -> None:
    seat = Seat(piloted(tmp_path))
    seat.key("2")
    question = seat.round.guide.question(seat.desk.proposal.question)
    assert question is not None
    seat.line.put(question.ask)
    seat.key("enter")
    assert (seat.desk.task.stage, seat.desk.notice) == ("text", "Det står slik allerede.")
    seat.line.put("Fortell om en time med musikk?")
    seat.key("enter")
    assert seat.desk.task.stage == "why"
