"""Notes taken after the recorder stopped, or off the record: asked about once at the end, in no output until then."""

import json
from pathlib import Path

import pytest

from interviews.core import commands as do
from interviews.core.notes import count_left_out, notes, outward_notes
from interviews.session import Session
from interviews.study.folder import Study
from interviews.study.previous_interviews import collect_leftovers
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.interviewer import records, thesis_study
from tests.tui.desk_helpers import Seat
from tests.tui.hour_seat import HourSeat, SitDown
from tests.tui.lines import GUIDE
from tests.tui.sittings import settled
from tui import VERSION
from tui.live.modes import Clearing, Reflecting, Settling
from tui.main import main
from tui.review.app import StudyReviewApp
from tui.review.notes_screen import NotesScreen
from tui.translator import Translator


def held(sit_down: SitDown, *steps: str) -> HourSeat:
    """An interview in which these lines were said a second apart; § stands for Ctrl+T."""
    seat = sit_down()
    seat.say("/a1")
    for step in steps:
        seat.clock.go_on(1)
        if step == "§":
            seat.key("ctrl+t")
        else:
            seat.say(step)
    return seat


def end(seat: HourSeat) -> HourSeat:
    seat.clock.go_on(1)
    seat.say("/end")
    seat.key("enter", "enter")
    assert "ended" in seat.types
    return seat


def asked(seat: HourSeat) -> list[str]:
    """The words that are asked about."""
    assert seat.table.card is not None
    return [point.text for point in seat.table.card.points]


STOPPED = ("/rec", "mens det gikk", "/rec stopp", "etter at det stoppet", '"hold det for deg selv')


def test_what_was_noted_after_the_recorder_stopped_is_asked_about_at_the_end(sit_down: SitDown) -> None:
    seat = end(held(sit_down, *STOPPED))
    assert (seat.mode, seat.card) == (Clearing, "Kan dette brukes?")
    assert asked(seat) == ["0:04 A1 etter at det stoppet", "0:05 A1 hold det for deg selv"]
    assert [note.text for note in outward_notes(seat.session.interview)] == ["mens det gikk"]


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (("/rec", "§", "om naboen", "§", "videre"), ["om naboen"]),
        (("§", "om naboen", "§"), ["om naboen"]),
        (("/rec", "sagt", "/offrecord 90s"), ["sagt"]),
        (
            ("/rec", "/rec stopp", ">et nytt tema", "!følg opp dette", "/rec", "på igjen"),
            ["et nytt tema", "følg opp dette"],
        ),
        (("/rec", "/rec nei", "uten opptak"), ["uten opptak"]),
    ],
)
def test_off_the_record_in_every_way_it_comes_about(
    sit_down: SitDown, steps: tuple[str, ...], words: list[str]
) -> None:
    seat = end(held(sit_down, *steps))
    assert seat.mode is Clearing
    assert [text.split(" ", 1)[1].removeprefix("A1 ") for text in asked(seat)] == words


@pytest.mark.parametrize(
    "steps",
    [
        ("et notat", "enda et"),
        ("før opptaket", "/rec", "under opptaket"),
        ("/rec nei", "uten opptak, etter avtale"),
        ("/rec", "/rec stopp"),
        ("/rec", "sagt", "/rec stopp", "/reflect min egen tanke"),
    ],
)
def test_nobody_is_asked_about_anything_else(sit_down: SitDown, steps: tuple[str, ...]) -> None:
    seat = end(held(sit_down, *steps))
    assert seat.mode is not Clearing
    assert count_left_out(seat.session.interview) == {}


def test_a_log_of_an_earlier_program_is_left_as_it_was(tmp_path: Path) -> None:
    session = Session.new(
        tmp_path / "I1.jsonl",
        Seat(tmp_path / "x").session.interview.guide,
        "I1",
        "live",
        StandingClock(),
        program="0.1.0",
    )
    for command in (
        do.AskQuestion("A1"),
        do.ToggleRecording(confirmed=True),
        do.StopRecording(),
        do.TakeNote("etterpå"),
    ):
        session.do(command)
    assert [note.use for note in notes(session.interview)] == [None]
    session.close()


@pytest.mark.parametrize(("key", "usable", "out"), [("+", True, 1), ("-", False, 0)])
def test_plus_and_minus_answer_for_all_and_enter_goes_on(sit_down: SitDown, key: str, usable: bool, out: int) -> None:  # noqa: FBT001
    seat = end(held(sit_down, "/rec", "/rec stopp", "etterpå"))
    seat.type(key)
    assert (seat.prompt, seat.types[-1]) == ("la alle brukes" if usable else "la ingen brukes", "ended")
    seat.key("enter")
    assert (seat.types[-1], seat.last["usable"], len(seat.last["notes"])) == ("cleared", usable, 1)
    assert (seat.mode, seat.marks()) == (Clearing, ["done" if usable else "not_needed"])
    assert len(outward_notes(seat.session.interview)) == out
    seat.key("enter")
    assert seat.mode is Reflecting


def test_digits_answer_one_by_one_and_plus_takes_the_rest(sit_down: SitDown) -> None:
    seat = end(held(sit_down, "/rec", "/rec stopp", "en", "to", "tre"))
    seat.key("1", "2", "2", "+", "enter")
    assert seat.marks() == ["done", "not_needed", "done"]
    assert [note.text for note in outward_notes(seat.session.interview)] == ["en", "tre"]
    seat.key("ctrl+z")
    assert (seat.marks(), seat.notice) == (["done", "not_needed", "open"], "angret: kan brukes: 1")


@pytest.mark.parametrize(("place", "told"), [("1", "etterpå"), ("2", "sitat c"), ("3", "sitat d")])
def test_a_digit_answers_for_the_note_that_stands_there_whatever_was_taken_back(
    sit_down: SitDown, place: str, told: str
) -> None:
    seat = end(held(sit_down, "/rec", "/rec stopp", "etterpå"))
    seat.say('"sitat b')
    seat.key("ctrl+z")
    seat.say('"sitat c')
    seat.say('"sitat d')
    seat.key(place)
    assert [note.text for note in notes(seat.session.interview) if note.use == "usable"] == [told]
    assert [mark == "done" for mark in seat.marks()] == [f"{at}" == place for at in (1, 2, 3)]
    seat.say("-")
    assert len([note for note in notes(seat.session.interview) if note.use == "unusable"]) == 2


def test_enter_leaves_it_for_later_and_escape_asks_again(sit_down: SitDown) -> None:
    seat = end(held(sit_down, "/rec", "/rec stopp", "!om broren"))
    seat.key("enter", "escape")
    assert seat.marks() == ["open"]
    seat.key("+", "enter", "enter", "escape")
    assert seat.marks() == ["done"]
    seat.key("ctrl+z", "enter")
    assert (seat.mode, seat.types[-1]) == (Settling, "undone")
    assert count_left_out(seat.session.interview) == {"unanswered": 1}


def test_an_answer_taken_back_further_on_asks_again(sit_down: SitDown) -> None:
    seat = end(held(sit_down, "/rec", "/rec stopp", "etterpå"))
    seat.key("+", "enter", "enter", "ctrl+z")
    assert (seat.mode, seat.marks()) == (Clearing, ["open"])


def test_words_typed_instead_are_a_reflexive_note(sit_down: SitDown) -> None:
    seat = end(held(sit_down, "/rec", "/rec stopp", "etterpå"))
    seat.say("jeg burde latt opptakeren gå")
    assert (seat.last["kind"], seat.mode) == ("reflexive", Reflecting)


def test_a_bookmark_is_asked_about_once_it_has_words(sit_down: SitDown) -> None:
    seat = held(sit_down, "/rec", "/rec stopp")
    seat.clock.go_on(1)
    seat.key("space")
    end(seat)
    seat.say("da hun gråt")
    seat.key("enter")  # past what has a note now and no mark
    assert (seat.mode, asked(seat)) == (Clearing, ["0:03 A1 da hun gråt"])


def test_the_next_interview_is_told_nothing_of_it_until_it_is_answered(sit_down: SitDown) -> None:
    seat = end(held(sit_down, "/rec", "/rec stopp", ">et tema", "!en oppfølging"))
    assert collect_leftovers(seat.session.interview) == []
    seat.say("+")
    assert [one.text for one in collect_leftovers(seat.session.interview)] == ["en oppfølging", "et tema"]


# what leaves the program

ASIDE = "naboen drakk"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study with one interview in which something was noted after the recorder had stopped."""
    thesis_study(tmp_path)
    session = Session.new(tmp_path / "interviews" / "I1.jsonl", GUIDE, "I1", "live", StandingClock(), program=VERSION)
    for command in (
        do.AskQuestion("A1"),
        do.ToggleRecording(confirmed=True),
        do.TakeNote("mens det gikk"),
        do.StopRecording(),
        do.TakeNote(ASIDE, "topic"),
        do.TakeNote(f"{ASIDE} igjen #arena", "follow_up"),
        do.End(),
    ):
        session.do(command)
    session.close()
    return tmp_path


def answer(study: Path, *, usable: bool) -> None:
    session, _ = Session.resume(study / "interviews" / "I1.jsonl", StandingClock())
    session.do(do.ClearNotes(tuple(note.seq for note in notes(session.interview) if note.use), usable=usable))
    session.close()


def outputs(study: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """Everything that the program says of the study to others."""
    said = {}
    for name, arguments in {
        "review": ["review"],
        "one": ["review", "--participant", "I1"],
        "json": ["review", "--json"],
        "method": ["export", "method", "-o", f"{study}/method.md"],
        "html": ["review", "--html", f"{study}/report.html"],
        "markdown": ["review", "--markdown", f"{study}/report.md"],
    }.items():
        for made in study.glob("*.md"):
            made.unlink()
        (study / "report.html").unlink(missing_ok=True)
        assert main([*arguments, "--study", str(study)]) == 0
        made_files = [*study.glob("*.md"), *study.glob("*.html")]
        said[name] = capsys.readouterr().out + "".join(one.read_text("utf-8") for one in made_files)
    return said


def test_until_it_is_answered_no_output_has_the_words_and_each_says_how_many_it_left_out(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = outputs(study, capsys)
    assert {name: ASIDE in text for name, text in said.items() if ASIDE in text} == {}
    assert "Utelatte notater: 2 (ikke svart på om de kan brukes)" in said["one"]
    assert "2 (ikke svart på om de kan brukes)" in said["html"]
    assert "2 (ikke svart på om de kan brukes)" in said["markdown"]
    told = json.loads(said["json"])["interviews"][0]
    assert (told["notes_left_out"], [note["text"] for note in told["notes"]]) == (
        {"unanswered": 2},
        ["mens det gikk", "", ""],
    )
    assert told["topics"] == []


def test_what_may_be_used_stands_everywhere_and_what_may_not_nowhere(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(study, usable=True)
    said = outputs(study, capsys)
    assert [name for name in ("one", "json", "html", "markdown") if ASIDE not in said[name]] == []
    answer(study, usable=False)
    said = outputs(study, capsys)
    assert {name: ASIDE in text for name, text in said.items() if ASIDE in text} == {}
    assert json.loads(said["json"])["interviews"][0]["notes_left_out"] == {"unusable": 2}


async def test_in_the_review_it_is_marked_and_answered(study: Path) -> None:
    result = review(Study(study))
    assert result is not None
    app = StudyReviewApp(Study(study), result, Translator("nb"), clock=StandingClock())
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(app, pilot)
        app.push_screen(NotesScreen(app.desk, None, result.interviews))
        await settled(app, pilot)

        def sees(words: str) -> bool:
            return any(words in strip.text for strip in app.screen._compositor.render_strips())

        assert sees("(kan dette brukes?)")
        await pilot.press("down", "a")
        await settled(app, pilot)
        assert sees("(kan brukes)")
        await pilot.press("a")
        await settled(app, pilot)
        assert sees("(skal ikke brukes)")
        await pilot.press("up", "a")
        await settled(app, pilot)
        assert sees("Det er ikke noe å spørre om")
    marks = [record for record in records(study / "interviews" / "I1.jsonl") if record["type"] == "cleared"]
    assert [(mark["notes"], mark["usable"]) for mark in marks] == [([5], True), ([5], False)]


def test_json_of_notes_found_has_no_words_that_may_not_leave(
    sit_down: SitDown, capsys: pytest.CaptureFixture[str]
) -> None:
    seat = held(sit_down, "/rec", "fritt kvern", "§", "hemmelig kvern", "§")
    seat.session.do(do.TakeNote("min kvern", "reflexive"))
    seat.session.close()
    study = seat.session.path.parents[1]
    assert main(["find", "--notes", "kvern", "--json", "--study", str(study)]) == 0
    told = capsys.readouterr()
    assert [one["text"] for one in json.loads(told.out)] == ["fritt kvern"]
    assert told.err.startswith("2 ")
    assert main(["find", "--notes", "kvern", "--study", str(study)]) == 0
    assert "hemmelig kvern" in capsys.readouterr().out
    assert main(["find", "--notes", "?!", "--study", str(study)]) == 2
    assert "kvern" not in capsys.readouterr().out
