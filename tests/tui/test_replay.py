"""A replay: an interview as it went, on the live screen's own parts, and not a byte of it changed."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from interviews.core import commands as do
from interviews.core.codec import encode
from interviews.core.commands import Command
from interviews.core.events import Event, Refusal
from interviews.core.replaying import Player, Tape
from interviews.log.reader import read_log_file
from interviews.session import Session
from tests.clocks import StandingClock
from tests.interviewer import PROGRAM, thesis_study
from tests.terminal import Terminal
from tests.tui.lines import GUIDE
from tests.tui.sittings import MID, SIZE, app_for, session_in
from tests.tui.sittings import hold as sit_and_hold
from tests.tui.studies import SHORT, hold, study_with
from tui.base_app import FirstScreenApp
from tui.live.options import LiveOptions
from tui.main import main
from tui.review.replay_screen import ReplayScreen, card_at, mode_at
from tui.translator import Language, Translator

Captured = pytest.CaptureFixture[str]


class Show:
    """A replay on a screen in memory: presses keys, lets time pass, looks."""

    def __init__(self, pilot: Pilot[str], player: Player, clock: StandingClock) -> None:
        self.pilot, self.player, self.clock = pilot, player, clock

    @property
    def screen(self) -> ReplayScreen:
        screen = self.pilot.app.screen
        assert isinstance(screen, ReplayScreen)
        return screen

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def wait(self, seconds: float) -> None:
        self.clock.go_on(seconds)
        self.screen.tick()
        await self.pilot.pause()

    def rows(self) -> list[str]:
        return [strip.text for strip in self.screen._compositor.render_strips()]

    @property
    def card(self) -> str:
        card = self.screen.desk.table.card
        return card.title if card is not None else ""


@asynccontextmanager
async def showing(
    log: Path, speed: int = 10, language: Language = "nb", size: tuple[int, int] = SIZE
) -> AsyncIterator[Show]:
    clock = StandingClock()
    player = Player(Tape(read_log_file(log, log.name).events, GUIDE), speed)
    helps = LiveOptions(think=0)
    app = FirstScreenApp(lambda: ReplayScreen(player, log.stem, Translator(language), clock.running, helps))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Show(pilot, player, clock)


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """A study with one interview of nine acts, ten seconds apart: its log."""
    return hold(study_with(tmp_path))


async def test_at_the_end_it_is_the_screen_that_the_interviewer_saw(tmp_path: Path) -> None:
    clock = StandingClock()
    session = session_in(thesis_study(tmp_path), clock)
    app = app_for(session, clock)
    async with app.run_test(size=SIZE) as pilot:
        await sit_and_hold(app, clock, MID)
        await pilot.pause()
        seen = [strip.text for strip in app.screen._compositor.render_strips()]
    session.close()
    async with showing(session.path) as show:
        await show.press("end")
        again = show.rows()
    assert again[1:-2] == seen[1:-2]
    assert "22:46 av 60 min · opptak 1 " in seen[0]
    assert "22:46 av 60 min · opptak 1 " in again[0]


async def test_the_header_says_that_it_is_a_replay_and_how_fast(short: Path) -> None:
    async with showing(short) as show:
        assert show.rows()[0].startswith(" → Musikkterapi og deltagelse · I1 ")
        assert show.rows()[0].endswith(" AVSPILLING 10× ")
        assert show.rows()[-2].startswith(" I1 · hendelse ")
        assert "her skrives ingenting" in show.rows()[-2]
        await show.press("plus", "plus", "plus", "minus", "space")
        header = show.rows()[0]
    assert header.startswith(" = ")
    assert header.endswith(" AVSPILLING 60× ")
    assert "lagret" not in header


async def test_time_goes_on_as_fast_as_it_says_and_stands_when_paused(short: Path) -> None:
    async with showing(short, 5) as show:
        await show.wait(1)
        assert "0:05 av 60 min" in show.rows()[0]
        assert show.player.place == 2
        await show.press("space")
        await show.wait(100)
        assert "0:05 av 60 min" in show.rows()[0]
        await show.press("space")
        await show.wait(0.75)
        assert show.player.now == 8.75
        await show.wait(0.25)
        assert "Hvordan vil du beskrive" in "\n".join(show.rows())


async def test_the_arrows_jump_to_an_acts_moment_and_back(short: Path) -> None:
    async with showing(short) as show:
        await show.press("space", "right", "right", "right")
        assert "0:20 av" in show.rows()[0]
        assert "bandet på byen" in "\n".join(show.rows())
        await show.press("left")
        assert "0:10 av" in show.rows()[0]
        assert "bandet på byen" not in "\n".join(show.rows())
        await show.press("end")
        assert "1:20 av 60 min · avsluttet" in show.rows()[0]
        assert "slutten av loggen" in show.rows()[-2]
        await show.press("home")
        assert "0:00 av" in show.rows()[0]
        assert show.card == "Åpning"
        assert "hendelse 0 av 9" in show.rows()[-2]


async def test_a_long_silence_is_skipped_with_a_quiet_mark(tmp_path: Path) -> None:
    clock = StandingClock()
    session = session_in(thesis_study(tmp_path), clock)
    session.do(do.AskQuestion("A1"))
    for seconds in (300, 50):
        clock.go_on(seconds)
        session.do(do.TakeNote("", "bookmark"))
    session.close()
    async with showing(session.path) as show:
        await show.wait(1.9)
        assert "hopper over" not in show.rows()[-2]
        await show.wait(0.2)
        assert "hopper over 4 min" in show.rows()[-2]
        assert "4:51 av" in show.rows()[0]
        await show.wait(0.9)
        assert "hopper over" not in show.rows()[-2]
        assert show.player.place == 3
        await show.wait(2.1)
        assert "hopper over 20 s" in show.rows()[-2]


async def test_behind_the_curtain_nothing_is_seen_and_nothing_goes_on(short: Path) -> None:
    async with showing(short) as show:
        await show.press("end", "ctrl+l")
        hidden = "\n".join(show.rows())
        assert hidden.split() == ["Ctrl+L"]
        assert not [word for word in ("bandet", "Musikkterapi", "B1", "hendelse") if word in hidden]
        await show.press("ctrl+l", "home", "space", "space", "ctrl+l")
        await show.wait(100)
        assert show.player.place == 1
        await show.press("ctrl+l")
        assert "Åpning" in "\n".join(show.rows())
        assert "=" not in show.rows()[0]


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("playing", [True, False])
async def test_the_keys_are_told_on_a_small_screen_too(short: Path, language: Language, *, playing: bool) -> None:
    async with showing(short, language=language, size=(80, 24)) as show:
        await show.press(*(() if playing else ("space",)))
        hints, _ = show.rows()[-1].rstrip(), Translator(language)
        assert hints.endswith(_("q leave"))
        assert _("space pause" if playing else "space play") in hints
        assert (
            cell_len(" AB123-2 · " + _("event {place} of {of} · a replay: nothing is written here", place=999, of=999))
            <= 80
        )
        assert cell_len(" AB123-2 · " + _("the end of the log · space plays from the beginning")) <= 80
        assert cell_len(show.rows()[0]) == 80
        assert _("REPLAY {speed}×", speed=10) in show.rows()[0]


async def test_what_is_typed_goes_nowhere_and_a_click_on_a_key_presses_it(short: Path) -> None:
    before = short.read_bytes()
    async with showing(short) as show:
        await show.press("space", "right", "h", "e", "i", "enter", "slash", "1", "tab", "ctrl+z", "ctrl+p", "x")
        assert (show.screen.line.text, show.player.place) == ("", 2)
        await show.pilot.click("#hints", offset=(show.rows()[-1].index("neste"), 0))
        await show.pilot.pause()
        assert show.player.place == 3
        await show.pilot.click("#guide", offset=(8, 4))
        await show.pilot.click("#conversation")
        await show.press("right")
        assert show.player.place == 4
    assert short.read_bytes() == before


@pytest.mark.parametrize("key", ["escape", "q", "ctrl+q", "ctrl+c"])
async def test_leaving(short: Path, key: str) -> None:
    async with showing(short) as show:
        await show.press(key)
        assert show.pilot.app._exit


async def test_the_conversation_can_be_scrolled(short: Path) -> None:
    async with showing(short, size=(80, 10)) as show:
        await show.press("end")
        conversation = show.screen.query_one("#conversation")
        bottom = conversation.scroll_offset.y
        await show.press("pageup")
        assert conversation.scroll_offset.y < bottom
        await show.press("pagedown")
        assert conversation.scroll_offset.y == bottom


def cards_of(folder: Path, *acts: Command) -> list[str]:
    """The card's title after each of these acts, done one after the other in an interview of its own."""
    clock, _ = StandingClock(), Translator("nb")
    session = Session.new(folder / "interviews" / "I9.jsonl", GUIDE, "I9", "live", clock)
    titles: list[str] = []
    for act in acts:
        clock.go_on(10)
        done = session.do(act)
        assert not isinstance(done, Refusal), act
        card = card_at(session.interview, done.act, _)
        assert card is None or card.foot == ""
        titles.append(card.title if card is not None else "")
    session.close()
    return titles


def test_cards_are_there_where_the_acts_imply_them(tmp_path: Path) -> None:
    concept = GUIDE.concepts[0]
    level = concept.forms[0][0]
    assert cards_of(
        tmp_path,
        do.Tick("opening", "consent"),
        do.Explain(concept.name, level),
        do.ToggleRecording(confirmed=True),
        do.AskQuestion("B5"),
        do.MarkSide("positive", None),
        do.TakeNote("øving"),
        do.AskQuestion("A4"),
        do.Tick("probes", "if 1", question="A4"),
        do.Undo(),
        do.Stop(),
        do.Undo(),
        do.Tick("after", "1"),
        do.End(),
        do.TakeNote("styrte mye", "reflexive"),
    ) == [
        "Åpning", f"Begrep: {concept.name}", "Åpning", "", "Oppfølgingsspørsmål til B5", "", "",
        "Oppfølgingsspørsmål til A4", "", "Informanten ønsket å stoppe", "", "Etterpå", "", "Refleksjonsnotat",
    ]  # fmt: skip


def test_acts_about_what_the_guide_does_not_have_imply_no_card(tmp_path: Path) -> None:
    events: list[Event] = list(read_log_file(hold(study_with(tmp_path)), "I1.jsonl").events)
    interview = Tape(events, GUIDE).interview(3)
    for strange in (
        '{"seq":3,"t":1,"type":"ticked","card":"probes","point":"1","question":"X9","mark":"done"}',
        '{"seq":3,"t":1,"type":"ticked","card":"probes","point":"1","question":null,"mark":"done"}',
        '{"seq":3,"t":1,"type":"explained","concept":"tempo","level":"short","after":null}',
    ):
        log = tmp_path / "strange.jsonl"
        log.write_bytes(b"".join(map(encode, events[:3])) + strange.encode() + b"\n")
        last = read_log_file(log, "strange.jsonl").events[-1]
        assert last.seq == 3
        assert card_at(interview, last, Translator("nb")) is None


def test_how_far_the_talk_had_come_decides_what_came_next(tmp_path: Path) -> None:
    acts = (do.AskQuestion("B1"), do.AskQuestion("Z1"), do.Tick("after", "1"), do.End())
    log = hold(study_with(tmp_path), "I1", acts, ended=False)
    tape = Tape(read_log_file(log, "I1.jsonl").events, GUIDE)
    modes = [type(mode_at(tape.interview(place))).__name__ for place in range(1, tape.end + 1)]
    assert modes == ["Talking", "Talking", "Closing", "Debriefing", "Reflecting"]


# ------------------------------------------------------------------ the command


def run(*arguments: object) -> int:
    return main(["replay", *map(str, arguments)])


def refusal(capsys: Captured) -> str:
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err


@pytest.mark.parametrize("given", ["I2", "I1-3", "i2", "I1-1111111111"])
def test_an_interview_that_is_not_there(capsys: Captured, tmp_path: Path, given: str) -> None:
    assert run(given, "--study", study_with(tmp_path, "I1", "I1-2")) == 2
    assert "I" in refusal(capsys)


@pytest.mark.parametrize("given", ["Kari", "Kari-2", "I1-", "I1-0", "../I1", ""])
def test_a_name_is_no_code(capsys: Captured, tmp_path: Path, given: str) -> None:
    assert run(given, "--study", study_with(tmp_path, "I1")) == 2
    assert "aldri et navn" in refusal(capsys)


@pytest.mark.parametrize("given", ["0", "3", "fort", "-1", "10.0"])
def test_a_speed_that_there_is_not(capsys: Captured, tmp_path: Path, given: str) -> None:
    assert run("I1", f"--speed={given}", "--study", study_with(tmp_path, "I1")) == 2
    assert "1, 2, 5, 10, 30, 60, 120" in refusal(capsys)


def test_it_needs_a_study_a_code_and_a_terminal(capsys: Captured, tmp_path: Path) -> None:
    assert run("I1", "--study", tmp_path) == 2
    assert str(tmp_path) in refusal(capsys)
    study_with(tmp_path, "I1")
    assert run("--study", tmp_path) == 2
    assert "KODE" in refusal(capsys)
    assert run("I1", "--study", tmp_path) == 2
    assert "terminal" in refusal(capsys)


GUARD = """
import os, sys
study = sys.argv.pop(1)

def guard(event, facts):
    if event == "open" and str(facts[0]).startswith(study):
        mode, flags = facts[1] or "", facts[2] or 0
        changing = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC) or set(mode) & set("wax+")
    else:
        changing = event in CHANGING and any(str(fact).startswith(study) for fact in facts)
    if changing:
        os._exit(70)

CHANGING = {"os." + name for name in ("chmod", "link", "mkdir", "remove", "rename", "rmdir", "truncate", "utime")}
from tui.main import main
sys.addaudithook(guard)
sys.exit(main())
"""
"""The program, but it dies at once where it would change anything in the study."""


def test_a_log_that_another_window_holds_is_played_and_nothing_is_opened_for_writing(tmp_path: Path) -> None:
    study = study_with(tmp_path / "s", "I1")
    session = Session.new(study / "interviews" / "I1-2.jsonl", GUIDE, "I1", "live", StandingClock())
    for act in (do.AskQuestion("B4"), do.TakeNote("under arbeid")):
        session.do(act)
    files = {path: path.read_bytes() for path in study.rglob("*") if path.is_file()}
    home = tmp_path / "home"
    home.mkdir()
    program = [sys.executable, "-c", GUARD, str(study), "replay", "i1", "--speed", "120", "--study", str(study)]
    with Terminal(program, size=(80, 24), env={"HOME": str(home)}) as terminal:
        terminal.wait_for("AVSPILLING 120×")
        terminal.wait_for("under arbeid")
        terminal.wait_for(" I1-2 · slutten av loggen")
        terminal.press("home")
        terminal.wait_gone("under arbeid")
        terminal.press("right")
        terminal.wait_for("→▄ B4")
        terminal.press("esc")
        assert terminal.wait_exit() == 0
    session.close()
    assert {path: path.read_bytes() for path in study.rglob("*") if path.is_file()} == files
    assert list(home.rglob("*")) == []


def test_a_number_names_one_and_a_damaged_log_is_told_first_and_played(tmp_path: Path) -> None:
    study = study_with(tmp_path, "I1", "I1-2")
    first = study / "interviews" / "I1.jsonl"
    lines = first.read_bytes().split(b"\n")
    lines[2] = b"{skade"
    first.write_bytes(b"\n".join(lines))
    with Terminal([*PROGRAM, "replay", "I1-1", "--study", str(study)]) as terminal:
        terminal.wait_for("AVSPILLING 10×")
        assert b"interviews/I1.jsonl:3:1: " in terminal.raw.partition(b"\x1b[?1049h")[0]
        terminal.press("end")
        terminal.wait_for("bandet på byen")
        terminal.press("q")
        assert terminal.wait_exit() == 1


def test_a_log_that_tells_of_no_interview_is_said_and_not_played(tmp_path: Path) -> None:
    study = study_with(tmp_path, "I1")
    (study / "interviews" / "I1.jsonl").write_bytes(b"")
    with Terminal([*PROGRAM, "replay", "I1", "--study", str(study)]) as terminal:
        terminal.wait_for("interviews/I1.jsonl:1:1: ")
        assert terminal.wait_exit() == 1


def test_what_came_next_is_suggested_as_it_was_then(tmp_path: Path) -> None:
    """Only from the interviews that were held before this one."""
    from interviews.study.folder import Study
    from tui.commands.replay import _until_then

    study = study_with(tmp_path)
    for code, day in (("I1", 0), ("I2", 1), ("I3", 2)):
        clock = StandingClock()
        clock.go_on(day * 86_400)
        hold(study, code, SHORT, clock=clock)
    told = {one.file.participant: one.interview for one in Study(study).load_interviews()}
    counts = []
    for code in ("I1", "I2", "I3"):
        interview = told[code]
        assert interview is not None
        counts.append(len(_until_then(Study(study), interview).courses))
    assert counts == [0, 1, 2]
