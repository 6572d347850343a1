"""The observer's seat on its real screen: one key a tick, what it says is on disk, and the debrief afterwards."""

import errno
import json
import os
import shutil
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Static

from interviews.core import commands as do
from interviews.observer_session import Seat, Window, open_logs
from interviews.observing import MOVES, SIGNS
from interviews.observing.state import find_observation, observation_path
from interviews.os_support import system
from interviews.session import Session
from interviews.study.folder import Study
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.interviewer import PROGRAM, Interviewer, records, thesis_study
from tests.keys import bytes_of
from tests.pictures import Pictures
from tests.terminal import Terminal
from tests.tui.sittings import app_for, session_in, settled
from tests.tui.studies import SHORT, hold, study_with
from tests.tui.test_stillness import rows as drawn_rows
from tui.main import main
from tui.observer.observer_controller import BY_BINDING, OBSERVER_ACTS
from tui.observer.observer_screen import ObserverApp, ObserverScreen, WaitingApp
from tui.review.app import StudyReviewApp
from tui.review.study_pages import PageScreen
from tui.sentences.code_names import OBSERVER_TITLES
from tui.translator import Language, Translator

Captured = pytest.CaptureFixture[str]
SMALL, USUAL = (80, 24), (100, 30)
ONE_KEY = ("left", "space", "right", *"ious", "d", "n", "t", ".", "r", *"123456789")


class Observer:
    """Somebody at the second screen: presses keys, lets time pass, looks."""

    def __init__(self, pilot: Pilot[str], seat: Seat, clock: StandingClock) -> None:
        self.pilot, self.seat, self.clock = pilot, seat, clock

    @property
    def screen(self) -> ObserverScreen:
        screen = self.pilot.app.screen_stack[1]
        assert isinstance(screen, ObserverScreen)
        return screen

    @property
    def log(self) -> Path:
        return self.seat.path

    async def press(self, *keys: str, after: float = 0.0) -> None:
        self.clock.go_on(after)
        await self.pilot.press(*(KEYS.get(key, key) for key in keys))
        await self.pilot.pause()

    async def wait(self, seconds: float) -> None:
        self.clock.go_on(seconds)
        self.screen.tick()
        await self.pilot.pause()

    def rows(self) -> list[str]:
        return [strip.text for strip in self.pilot.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        return "\n".join(self.rows())

    @property
    def types(self) -> list[str]:
        return [record["type"] for record in records(self.log)[1:]]


KEYS = {".": "full_stop", ":": "colon", "?": "question_mark", "[": "left_square_bracket", "]": "right_square_bracket"}


@asynccontextmanager
async def observing(
    study: Path,
    clock: StandingClock,
    *,
    name: str = "P1",
    language: Language = "nb",
    size: tuple[int, int] = USUAL,
    theme: str = "dark",
) -> AsyncIterator[Observer]:
    log = study / "interviews" / f"{name}.jsonl"
    seat = Seat.take(observation_path(log), clock)
    _ = Translator(language)
    app = ObserverApp(lambda: ObserverScreen(seat, Window(log), _, clock), _, theme)
    try:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Observer(pilot, seat, clock)
    finally:
        seat.close()


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def session(tmp_path: Path, clock: StandingClock) -> Session:
    """A pilot under way: the first question is asked."""
    session = Session.new(
        thesis_study(tmp_path) / "interviews" / "P1.jsonl",
        session_in(tmp_path, clock).interview.guide,
        "P1",
        "pilot",
        clock,
    )
    session.do(do.AskQuestion("A1"))
    return session


# ------------------------------------------------------------------ ticks


async def test_every_tick_is_one_key_and_on_disk_before_the_screen_says_so(tmp_path: Path, session: Session) -> None:
    async with observing(tmp_path, StandingClock()) as seat:
        for place, key in enumerate(ONE_KEY, 1):
            await seat.press(key, after=1)
            assert len(records(seat.log)) == 1 + place, key
        assert seat.types == ["turn"] * 3 + ["move"] * 9 + ["sign"] * 9
        assert "lagret √" in seat.rows()[0]
        observation = seat.seat.observation
        assert observation.moves == dict.fromkeys(MOVES, 1)
        assert observation.signs == dict.fromkeys(SIGNS, 1)


@pytest.mark.parametrize("note", ["Hun nølte lenge", "Uro", ": nja"])
async def test_a_capital_letter_or_a_sign_begins_a_note_and_ticks_nothing(
    tmp_path: Path, session: Session, note: str
) -> None:
    async with observing(tmp_path, StandingClock()) as seat:
        await seat.press(*(KEYS.get(key, "space" if key == " " else key) for key in note))
        assert seat.types == []
        await seat.press("enter")
        assert (records(seat.log)[-1]["text"], seat.types) == (note, ["remark"])


async def test_holding_backspace_takes_back_one_tick_after_another(tmp_path: Path, session: Session) -> None:
    async with observing(tmp_path, StandingClock()) as seat:
        await seat.press("u", "n", "t", "h")
        assert "enter notat" in seat.rows()[-1], "what is said never hides how a note is begun"
        await seat.press("backspace", "backspace", "backspace")
        assert seat.seat.observation.ticks == ()
        assert "enter notat" in seat.rows()[-1]


async def test_who_speaks_now_stands_out_without_colour_and_counts_go_up(tmp_path: Path, session: Session) -> None:
    async with observing(tmp_path, StandingClock()) as seat:
        assert "•" not in seat.text
        await seat.press("left")
        assert "• ←  intervjueren  1" in seat.text
        await seat.press("space", "right", "space", "left", "u", "u", "3")
        assert "• ←  intervjueren  2" in seat.text
        assert seat.text.count("•") == 1
        assert "u inngående                                2 " in seat.text
        assert "3 åpning ikke fulgt" in seat.text


async def test_the_one_who_speaks_already_makes_no_tick(tmp_path: Path, session: Session) -> None:
    async with observing(tmp_path, StandingClock()) as seat:
        await seat.press("right", "right")
        assert seat.types == ["turn"]
        assert "Det er allerede slik." in seat.rows()[-1]


@pytest.mark.parametrize("key", ["ctrl+z", "backspace"])
async def test_the_last_tick_is_taken_back(tmp_path: Path, session: Session, key: str) -> None:
    async with observing(tmp_path, StandingClock()) as seat:
        await seat.press("left", "5", key)
        assert "angret: ledende" in seat.rows()[-1]
        assert seat.seat.observation.signs == {}
        await seat.press(key, key)
        assert "Det er ingenting å angre." in seat.rows()[-1]
        assert seat.types == ["turn", "sign", "undone", "undone"]
        assert "•" not in seat.text


async def test_a_note_begins_with_its_key_and_is_kept_as_written(
    tmp_path: Path, session: Session, clock: StandingClock
) -> None:
    async with observing(tmp_path, clock) as seat:
        await seat.press("enter", after=5)
        await seat.press(*"se [by]  i3", after=8)
        assert seat.types == []
        assert "notat › se [by]  i3" in seat.text
        await seat.press("enter")
        (remark,) = records(seat.log)[1:]
        assert (remark["type"], remark["t"], remark["text"]) == ("remark", 5.0, "se [by]  i3")
        assert "se [by]  i3" in seat.text
        await seat.press("i")
        assert seat.types == ["remark", "move"]


async def test_a_key_that_is_none_is_told_and_leaves_no_trace(tmp_path: Path, session: Session) -> None:
    async with observing(tmp_path, StandingClock()) as seat:
        await seat.press("x")
        assert "x er ikke en tast her" in seat.rows()[-1]
        await seat.press("enter")
        assert seat.screen.line.text == ""
        await seat.press("enter", "x", "escape")
        assert seat.types == []


async def test_a_paste_ticks_nothing_and_begins_a_note(tmp_path: Path, session: Session) -> None:
    async with observing(tmp_path, StandingClock()) as seat:
        seat.pilot.app.post_message(Paste("iiu 3"))
        await settled(seat.pilot.app, seat.pilot)
        assert "notat › iiu 3" in seat.text
        await seat.press("enter")
        (remark,) = records(seat.log)[1:]
        assert (remark["type"], remark["text"]) == ("remark", "iiu 3")


async def test_words_are_left_only_after_asking(tmp_path: Path, session: Session) -> None:
    async with observing(tmp_path, StandingClock()) as seat:
        await seat.press("enter", *"hm", "escape")
        assert "Ikke lagret" in seat.rows()[-1]
        assert seat.screen.desk.writing
        await seat.press("escape", "o")
        assert seat.types == ["move"]


async def test_leaving_keeps_the_words_on_the_line(tmp_path: Path, session: Session) -> None:
    async with observing(tmp_path, StandingClock()) as seat:
        await seat.press("enter", *"midt i", "ctrl+q")
        assert seat.types == ["remark", "observation_left"]


async def test_what_cannot_be_saved_is_said_and_not_counted(
    tmp_path: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    async with observing(tmp_path, StandingClock()) as seat:
        await seat.press("left")
        with monkeypatch.context() as disk:
            disk.setattr(system(), "write_at", full)
            await seat.press("u")
        assert "IKKE LAGRET ×" in seat.rows()[0]
        assert "IKKE LAGRET: Disken er full." in seat.rows()[-1]
        assert seat.seat.observation.moves == {}
        await seat.press("u")
        assert "lagret √" in seat.rows()[0]
        assert seat.types == ["turn", "move"]


@pytest.mark.usefixtures("anybodys_drive")
async def test_a_log_that_goes_away_is_written_anew_and_that_is_said(tmp_path: Path, session: Session) -> None:
    async with observing(tmp_path, StandingClock()) as seat:
        await seat.press("left")
        seat.log.rename(seat.log.with_suffix(".away"))
        await seat.press("u")
        assert "lagret √" in seat.rows()[0]
        assert "P1.jsonl var borte; alt er skrevet på nytt i" in seat.rows()[-1]
        assert seat.types == ["turn", "move"]


async def test_a_click_ticks_too(tmp_path: Path, session: Session) -> None:
    async with observing(tmp_path, StandingClock()) as seat:
        await seat.pilot.click("#signs", offset=(6, 4))
        await seat.pilot.click("#turns", offset=(90, 2))
        assert [record.get("what", record.get("speaker")) for record in records(seat.log)[1:]] == [
            "double",
            "informant",
        ]


async def test_the_palette_does_every_act_by_its_name(tmp_path: Path, session: Session) -> None:
    async with observing(tmp_path, StandingClock()) as seat:
        await seat.press("ctrl+p", *"fortolk")
        await settled(seat.pilot.app, seat.pilot)
        await seat.press("down", "enter")
        await settled(seat.pilot.app, seat.pilot)
        assert seat.types == ["move"]


# ------------------------------------------------------------------ keys and words


def test_every_key_is_one_that_all_terminals_send_and_that_needs_no_altgr() -> None:
    names = {name: character for character, name in KEYS.items()}
    for binding in BY_BINDING:
        assert bytes_of(names.get(binding, binding))
        assert names.get(binding, binding) not in "@£$€{[]}\\~|^`"
    assert len(BY_BINDING) == sum(len(act.bindings) for act in OBSERVER_ACTS), "no key means two things"


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("size", [SMALL, USUAL])
async def test_all_keys_stand_on_the_screen_in_both_languages(
    tmp_path: Path, session: Session, language: Language, size: tuple[int, int]
) -> None:
    _ = Translator(language)
    async with observing(tmp_path, StandingClock(), language=language, size=size) as seat:
        for act in OBSERVER_ACTS[:-6]:
            assert _(OBSERVER_TITLES[act.name]) in seat.text, act.name
        assert seat.rows()[-1].strip() == _(
            "enter/a capital: note · Ctrl+Z undo · {help} help · Ctrl+L hide · Ctrl+Q leave", help="?"
        )
        assert all(cell_len(row) == size[0] for row in seat.rows())
        await seat.press("?")
        shown = " ".join(str(one.content) for one in seat.pilot.app.screen.query("Static") if hasattr(one, "content"))
        assert _("One press as it happens. Leave “mm” and nods alone.") in shown
        await seat.press("escape", "i")
        assert seat.types == ["move"]


async def test_keys_behind_help_tick_nothing(tmp_path: Path, session: Session) -> None:
    async with observing(tmp_path, StandingClock()) as seat:
        await seat.press("?", "i", "left", "q")
        assert seat.types == []


async def test_the_curtain_hides_all_but_the_clock(tmp_path: Path, session: Session) -> None:
    async with observing(tmp_path, StandingClock()) as seat:
        await seat.press("ctrl+l")
        assert not [word for word in ("ledende", "Hvor bevisst", "Musikkterapi") if word in seat.text]
        await seat.press("left", "ctrl+l")
        assert "• ←" in seat.text


# ------------------------------------------------------------------ the interview beside it


async def test_the_question_in_hand_follows_the_interview(
    tmp_path: Path, session: Session, clock: StandingClock
) -> None:
    async with observing(tmp_path, clock) as seat:
        assert "A1  Hvor bevisst er du på å tilrettelegge" in seat.text
        assert "prøveintervju" in seat.rows()[0]
        session.do(do.AskQuestion("B8"))
        await seat.wait(75)
        assert "B8  " in seat.rows()[1]
        assert " 1:15 " in seat.rows()[0]
        session.do(do.End())
        await seat.wait(1)
        assert "Intervjuet er avsluttet" in seat.text
        assert "avsluttet" in seat.rows()[0]


async def test_ticks_are_listed_by_the_interviews_time(tmp_path: Path, session: Session, clock: StandingClock) -> None:
    clock.go_on(100)
    async with observing(tmp_path, clock) as seat:
        await seat.press("u", after=5)
        assert "   1:45  inngående" in seat.text
        assert " 1:45 · lagret" in seat.rows()[0]


async def test_an_interview_that_nobody_has_open_is_said_to_be_so(tmp_path: Path) -> None:
    hold(study_with(tmp_path), "P1", (do.AskQuestion("A1"),), ended=False)
    async with observing(tmp_path, StandingClock()) as seat:
        assert "P1 er ikke åpent i noe vindu på denne maskinen; sist skrevet 2026-03-02 10:00." in seat.rows()[1]
        assert "A1  Hvor bevisst" in seat.rows()[2]


async def test_a_copy_of_the_study_is_observed_as_well(tmp_path: Path, capsys: Captured) -> None:
    """On another computer, by its time of day; afterwards the two are put together by copying one file."""
    here, there = study_with(tmp_path / "here"), tmp_path / "there"
    hold(here, "P1", (do.AskQuestion("A1"),), ended=False)
    shutil.copytree(here, there)
    clock = StandingClock(boot_name="another")
    clock.seconds = 5.0
    async with observing(there, clock) as seat:
        await seat.press("left", after=10)
        await seat.press("space", after=5)
        await seat.press("right", after=4)
        await seat.press("ctrl+q", after=11)
    shutil.copytree(there / "observations", here / "observations")
    main(["review", "--json", "--study", str(here)])
    (told,) = json.loads(capsys.readouterr().out)["interviews"]
    assert told["debrief"]["aligned"] == "wall"
    assert told["debrief"]["wait1"]["seconds"] == [4.0]
    assert told["debrief"]["observed"] == 30.0
    main(["review", "--participant", "P1", "--study", str(here)])
    assert "lagt sammen etter klokkeslett" in capsys.readouterr().out


async def test_the_seat_can_be_taken_before_the_interview_begins(tmp_path: Path, clock: StandingClock) -> None:
    thesis_study(tmp_path)
    async with observing(tmp_path, clock) as seat:
        assert "P1 er ikke begynt ennå" in seat.text
        await seat.press("left")
        assert seat.types == ["turn"]
        hold(tmp_path, "P1", (do.AskQuestion("A1"),), ended=False, clock=clock)
        await seat.wait(1)
        assert "A1  Hvor bevisst" in seat.text


async def test_between_key_presses_the_clocks_row_alone_changes(
    tmp_path: Path, session: Session, clock: StandingClock
) -> None:
    async with observing(tmp_path, clock) as seat:
        await seat.press("left", "u", "right")
        await settled(seat.pilot.app, seat.pilot)
        before = drawn_rows(seat.pilot.app)
        for _ in range(15 * 60):
            clock.go_on(1)
            seat.screen.tick()
        await settled(seat.pilot.app, seat.pilot)
        after = drawn_rows(seat.pilot.app)
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    assert len(changed) == 1
    assert "15:00" in changed[0][1]


async def test_a_pilot_observed_ends_in_a_debrief(tmp_path: Path, capsys: Captured, clock: StandingClock) -> None:
    """UC3: the interviewer at the live screen, the observer at another, one study."""
    live = session_in(thesis_study(tmp_path), clock, "P1")
    live.interview.started = live.interview.started.but(mode="pilot")
    app = app_for(live, clock)
    async with app.run_test(size=USUAL) as interviewer:
        await interviewer.press("slash", *"a1", "enter")
        async with observing(tmp_path, clock) as seat:
            await seat.press("left", "i")
            await seat.press("space", after=8)
            await seat.press("right", after=4)
            await seat.press("space", after=40)
            await seat.press("left", "o", after=1)
            await seat.press("space", after=6)
            await seat.press("right", "1", after=2)
            await interviewer.press("slash", *"b1", "enter")
            await seat.wait(30)
            assert "B1  " in seat.rows()[1]
            await seat.press("space", "3")
            await seat.press("ctrl+q")
    live.do(do.End())
    live.close()
    assert main(["review", "--json", "--participant", "P1", "--study", str(tmp_path)]) == 0
    (told,) = json.loads(capsys.readouterr().out)["interviews"]
    found = told["debrief"]
    assert found["wait1"] == {"n": 2, "median": 3.0, "long": 1, "share": 50, "seconds": [2.0, 4.0]}
    assert found["wait2"] == {"n": 1, "median": 1.0, "long": 0, "share": 0, "seconds": [1.0]}
    assert (found["talk"]["interviewer"]["share"], found["talk"]["informant"]["share"]) == (17, 83)
    assert {kind: count for kind, count in found["moves"].items() if count} == {"introducing": 1, "follow_up": 1}
    assert {what: count for what, count in found["signs"].items() if count} == {"assessed": 1, "missed": 1}
    assert main(["review", "--participant", "P1", "--study", str(tmp_path)]) == 0
    page = capsys.readouterr().out
    row = next(line for line in page.splitlines() if "1 fra spørsmål til svar" in line)
    assert row.split()[5:] == ["2,", "få", "3,0", "s", "1", "av", "2"]
    assert "17 %" in page


@pytest.mark.parametrize("form", ["page", "--markdown", "--html"])
def test_without_an_observer_one_line_says_that_nobody_measured(tmp_path: Path, capsys: Captured, form: str) -> None:
    study_with(tmp_path, "P1")
    arguments = ["review", "--participant", "P1", "--study", str(tmp_path), *([form, "-"] if form != "page" else [])]
    assert main(arguments) == 0
    page = capsys.readouterr().out
    page = page[page.index("Observert") :]
    assert page.count("ikke målt") == 1
    assert " %" not in page.split("Notater")[0]
    assert "Betenkningstid" not in page


async def test_the_report_has_the_tables_and_leaves_out_the_observers_words_when_told_to(
    tmp_path: Path, capsys: Captured
) -> None:
    log = hold(study_with(tmp_path), "P1")
    clock = StandingClock()
    seat = Seat.take(observation_path(log), clock)
    seat.turn("interviewer")
    clock.go_on(10)
    seat.turn("informant")
    seat.remark("hemmelig [ord]")
    clock.go_on(10)
    seat.leave()
    for form in ("--markdown", "--html"):
        for extra in ([], ["--without-notes"]):
            assert main(["review", form, "-", *extra, "--study", str(tmp_path)]) == 0
            page = capsys.readouterr().out
            assert "Betenkningstid" in page
            assert "50 %" in page
            assert ("hemmelig" in page) == (not extra)


def test_the_review_names_what_is_wrong_in_an_observation(tmp_path: Path, capsys: Captured) -> None:
    log = hold(study_with(tmp_path), "P1")
    seat = Seat.take(observation_path(log), StandingClock())
    seat.leave()
    with seat.path.open("ab") as file:
        file.write(b"??\n")
    seat.path.with_name("P9.jsonl").write_bytes(b"")
    assert main(["review", "--study", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "observations/P1.jsonl:3:1: " in said
    assert "observations/P9.jsonl:1:1: Det er ikke noe intervju P9" in said


# ------------------------------------------------------------------ the command


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--participant", "P1"), "P1 er avsluttet"),
        (("--participant", "Kari"), "deltakerkode"),
    ],
)
def test_where_there_is_nothing_to_observe_it_says_what_to_do(
    tmp_path: Path, capsys: Captured, arguments: tuple[str, ...], said: str
) -> None:
    study_with(tmp_path, "P1")
    assert main(["observe", *arguments, "--study", str(tmp_path)]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "observations").exists()


def test_an_interview_whose_log_cannot_be_read_is_not_said_to_have_ended(tmp_path: Path, capsys: Captured) -> None:
    log = hold(study_with(tmp_path), "P1", ended=False)
    log.write_bytes(b"".join(b"{oops\n" for _ in log.read_bytes().splitlines()))
    assert main(["observe", "--participant", "P1", "--study", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert "interviews/P1.jsonl kan ikke leses" in said
    assert "avsluttet" not in said


async def test_an_observer_who_sits_down_first_waits_for_the_next_interview(tmp_path: Path) -> None:
    study = Study(study_with(tmp_path, "P1"))
    app = WaitingApp(lambda: next((file.path for file in open_logs(study)), None), Translator("nb"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("u", "space", "enter")
        assert app.found is None
        log = hold(tmp_path, "P2", ended=False)
        app.look()
        await pilot.pause()
    assert app.found == log


@pytest.mark.parametrize("arguments", [(), ("--participant", "P1"), ("--participant", "P2")])
def test_it_needs_a_terminal(tmp_path: Path, capsys: Captured, arguments: tuple[str, ...]) -> None:
    """Also for one that is yet to begin."""
    hold(study_with(tmp_path), "P1", ended=False)
    assert main(["observe", *arguments, "--study", str(tmp_path)]) == 2
    assert "terminal" in capsys.readouterr().err


def seated(study: Path, *arguments: str, size: tuple[int, int] = USUAL) -> Terminal:
    return Terminal([*PROGRAM, "observe", "--study", str(study), *arguments], size=size)


def test_two_terminals_on_one_study(tmp_path: Path) -> None:
    """UC3 through two real terminals: both programs, one study, nothing of one in the other's log."""
    study = thesis_study(tmp_path)
    with Interviewer(study, "--pilot", code="P1") as interviewer:
        interviewer.ready()
        interviewer.line("/a1", expect=2)
        with seated(study, size=SMALL) as seat:
            seat.wait_for("A1  Hvor bevisst er du")
            seat.press("left", "i", "space", "right", "o", "space", "3")
            log = study / "observations" / "P1.jsonl"
            seat.wait_for(lambda _: len(records(log)) == 8)
            interviewer.line("/b1")
            seat.wait_for("B1  ")
            with seated(study) as other:
                assert other.wait_exit() == 1
                other.wait_for("P1 observeres allerede i et annet vindu. Gå videre der")
            seat.press("ctrl+q")
            assert seat.wait_exit() == 0
            seat.wait_for("Observasjonen av P1")
        assert [record["type"] for record in records(interviewer.log)] == ["started", "asked", "asked"]
    found = find_observation(interviewer.log)
    assert found.problems == ()
    assert found.observation is not None
    assert len(found.observation.ticks) == 7


def test_a_killed_observer_loses_no_tick_that_the_screen_had_shown(tmp_path: Path) -> None:
    hold(study_with(tmp_path), "P1", (do.AskQuestion("A1"),), ended=False)
    log = tmp_path / "observations" / "P1.jsonl"
    shown = 0
    for _ in range(3):
        with seated(tmp_path) as seat:
            seat.wait_for("inngående")
            seat.type("u" * 25)
            seat.wait_for(lambda text, before=shown: counted(text) >= before + 5)  # type: ignore[misc]
            seat.kill()
            shown = counted(seat.text)
        found = find_observation(tmp_path / "interviews" / "P1.jsonl")
        assert found.observation is not None
        assert found.observation.moves["probing"] >= shown
        assert not [problem for problem in found.problems if problem.severity == "error"]
        shown = found.observation.moves["probing"]
    with seated(tmp_path) as seat:
        seat.wait_for(lambda text: counted(text) == shown)
        seat.press("ctrl+q")
        seat.wait_exit()
    assert [record["type"] for record in records(log)].count("observation_resumed") == 3


def counted(text: str) -> int:
    """How many probing moves the screen counts."""
    row = next((row for row in text.split("\n") if " u inngående " in row), "")
    cell = row.partition("inngående")[2].partition("│")[0].strip()
    return int(cell) if cell.isdecimal() else 0


def test_a_burst_of_keys_is_taken_as_it_was_typed(tmp_path: Path) -> None:
    """Notes begun and saved between ticks, faster than any hand: no key is lost, none ends up in a note."""
    hold(study_with(tmp_path), "P1", (do.AskQuestion("A1"),), ended=False)
    log = tmp_path / "observations" / "P1.jsonl"
    with seated(tmp_path) as seat:
        seat.wait_for("inngående")
        for place in range(5):
            seat.send(f"\x1b[Dix\rnotat {place} u3\ru\x1b[C3".encode())
        seat.wait_for(lambda _: len(records(log)) == 1 + 5 * 6)
        seat.press("ctrl+q")
        seat.wait_exit()
    burst = ["turn", "move", "remark", "move", "turn", "sign"]
    assert [record["type"] for record in records(log)[1:-1]] == burst * 5
    texts = [record["text"] for record in records(log) if record["type"] == "remark"]
    assert texts == [f"notat {place} u3" for place in range(5)]


def test_a_terminal_that_is_closed_keeps_the_note(tmp_path: Path) -> None:
    hold(study_with(tmp_path), "P1", (do.AskQuestion("A1"),), ended=False)
    with seated(tmp_path) as seat:
        seat.wait_for("inngående")
        seat.press("enter")
        seat.type("halv tanke")
        seat.wait_for("halv tanke")
        seat.signal(signal.SIGHUP)
        seat.wait_exit()
    types = [record["type"] for record in records(tmp_path / "observations" / "P1.jsonl")]
    assert types == ["observation_started", "remark", "observation_left"]


# ------------------------------------------------------------------ pictures


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_seat_at_a_size(tmp_path: Path, session: Session, drawn: Pictures, size: tuple[int, int]) -> None:
    clock = StandingClock()
    async with observing(tmp_path, clock, size=size) as seat:
        await tick_a_while(seat)
        drawn(seat.pilot.app, f"observer-{size[0]}x{size[1]}")


@pytest.mark.parametrize("theme", ["light", "contrast", "terminal"])
async def test_the_seat_in_a_theme(tmp_path: Path, session: Session, drawn: Pictures, theme: str) -> None:
    async with observing(tmp_path, StandingClock(), language="en", theme=theme) as seat:
        await tick_a_while(seat)
        drawn(seat.pilot.app, f"observer-{theme}")


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_debrief_on_the_reviews_screen(tmp_path: Path, drawn: Pictures, size: tuple[int, int]) -> None:
    """On the interview's page nothing of the debrief is wider than the smallest screen; it is drawn alone."""
    hold(study_with(tmp_path), "P1", SHORT * 3, clock=StandingClock())
    async with observing(tmp_path, StandingClock()) as seat:
        await tick_a_while(seat)
        await seat.press("enter", *"rolig", "enter", "ctrl+q")
    result = review(Study(tmp_path))
    assert result is not None
    app = StudyReviewApp(Study(tmp_path), result, Translator("nb"))
    async with app.run_test(size=size) as pilot:
        await pilot.press("i")
        await pilot.pause()
        lines = str(app.screen.query_one("#text", Static).content).split("\n")
        begins = next(place for place, line in enumerate(lines) if line.startswith("Observasjonen"))
        ends = next(place for place, line in enumerate(lines) if line == "Notater")
        assert max(cell_len(line) for line in lines[begins:ends]) <= 74
        app.push_screen(PageScreen("P1", "\n".join(lines[begins:ends]), Translator("nb")))
        await settled(app, pilot)
        drawn(app, f"debrief-{size[0]}x{size[1]}")


async def tick_a_while(seat: Observer) -> None:
    """Some minutes of a talk."""
    for key, after in (
        ("left", 4), ("i", 3), ("space", 6), ("right", 4), ("space", 62), ("left", 1), ("o", 2), ("right", 5),
        ("3", 8), ("space", 40), ("left", 2), ("u", 3), ("1", 2), ("space", 4), ("right", 3),
    ):  # fmt: skip
        await seat.press(key, after=after)
    await seat.wait(1)
    await settled(seat.pilot.app, seat.pilot)
