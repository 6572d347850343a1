"""Keys that the settings give to actions: what they do, where they are told, and which are refused."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import DataTable, OptionList

from interviews.observing import Moved
from interviews.study.folder import Study
from interviews.study.review import review
from tests.clocks import StandingClock
from tests.interviewer import PROGRAM, records, thesis_study, told
from tests.terminal import Terminal
from tests.tui.desk_helpers import Sit
from tests.tui.linear_seat import LinearSeat
from tests.tui.revising import Seat as Revising
from tests.tui.revising import at_screen, piloted
from tests.tui.sittings import SIZE, app_for, session_in, settled
from tests.tui.studies import SHORT, hold, study_with
from tests.tui.test_linear_observer import Watcher
from tests.tui.test_observer import Observer, observing
from tests.tui.test_replay import showing
from tui.base_app import Palette
from tui.commands.given_keys import give_keys, own_keys
from tui.doctor.program import find_setting_faults
from tui.input.actions import BY_NAME, key_of, slash_of
from tui.keymap import KEYS, KeyFault
from tui.linear.source import keys_of
from tui.live.help import GROUPS, group_table
from tui.main import main
from tui.observer.observer_controller import OBSERVER_ACTS
from tui.review.app import StudyReviewApp
from tui.review.notes_screen import help_lines
from tui.settings import read_settings, settings_path
from tui.terminal.keystream import Sequence
from tui.translator import Language, Translator

_ = Translator("en")
FILE = "settings.yaml"
OPENS = "Enter opens the screen; all else in the settings counts:"


@pytest.fixture(autouse=True)
def _own_keys() -> Iterator[None]:
    yield
    KEYS.forget()


def give(**keys: str) -> None:
    give_keys({name.replace("__", "."): key for name, key in keys.items()}, FILE)
    assert KEYS.faults == ()


def fault(**keys: str) -> KeyFault:
    give_keys({name.replace("__", "."): key for name, key in keys.items()}, FILE)
    (found,) = KEYS.faults
    return found


def test_another_key_undoes_and_the_one_before_does_nothing(sit: Sit) -> None:
    give(undo="f8")
    seat = sit()
    seat.key("enter", "ctrl+z")
    assert seat.types == ["asked"]
    seat.key("f8")
    assert seat.types == ["asked", "undone"]


def test_two_actions_change_places(sit: Sit) -> None:
    give(undo="ctrl+l", curtain="ctrl+z")
    seat = sit()
    seat.key("enter", "ctrl+l", "ctrl+z")
    assert seat.types == ["asked", "undone"]
    assert seat.table.curtain


def test_a_pedal_makes_a_bookmark_also_while_words_stand_on_the_line(sit: Sit) -> None:
    give(mark="f9, f10")
    seat = sit()
    seat.key("enter", "f9", "space", "h", "f10")
    assert [event["kind"] for event in seat.written if event["type"] == "noted"] == ["bookmark"] * 3
    assert seat.line.text == "h"


def test_a_pedal_is_a_key_and_no_mouse(sit: Sit) -> None:
    give(mark="f9", covered="f6", next="f7")
    seat = sit(language="en")
    seat.key("f7")
    assert seat.types == ["asked"]
    seat.type("hun nøler")
    seat.key("f6")
    assert (seat.line.text, seat.notice) == ("hun nøler", "The text on the line is not saved: Enter saves, Esc clears.")
    seat.key("escape", "f9", "up")
    assert seat.line.text == "", "Up brings back what Esc cleared only as the very next key"


def test_a_command_without_a_key_gets_one(sit: Sit) -> None:
    give(pause="f5", covered="f6")
    seat = sit()
    seat.key("enter", "f5")
    assert seat.types == ["asked", "paused"]
    seat.key("f6")
    assert seat.line.text == "+"


def test_sentences_help_and_palette_name_the_key_that_it_has_now(sit: Sit) -> None:
    give(undo="f8", quit="ctrl+g", rec="f5")
    assert key_of(BY_NAME["undo"], _) == "F8"
    assert (key_of(BY_NAME["rec"], _), slash_of(BY_NAME["rec"], _)) == ("F5", "/rec")
    assert slash_of(BY_NAME["pause"], _) == ""
    assert key_of(BY_NAME["bookmark"], _) == "Space"
    seat = sit(language="en")
    seat.key("h", "ctrl+g")
    assert seat.notice == "The text on the line is not saved. Ctrl+G again leaves all the same."
    shown = [str(cell) for group in GROUPS for column in group_table(group, _).columns for cell in column.cells]
    assert "F8" in shown
    assert "Ctrl+Z" not in shown


def test_what_somebody_wrote_is_told_as_they_wrote_it(sit: Sit) -> None:
    give(undo="f8")
    seat = sit(language="en")
    seat.say("trykk Ctrl+Z")
    seat.key("f8")
    assert "trykk Ctrl+Z" in seat.notice


def rows_of(app: StudyReviewApp) -> list[str]:
    return [strip.text for strip in app.screen._compositor.render_strips()]


def open_in(app: StudyReviewApp) -> str:
    return type(app.screen).__name__


def moves(observer: Observer) -> list[str]:
    return [tick.kind for tick in observer.seat.observation.ticks if isinstance(tick, Moved)]


async def test_the_observers_screen_has_the_keys_that_it_was_given(tmp_path: Path) -> None:
    give(undo="f8", quit="f7", observer__probing="f", observer__follow_up="u")
    thesis_study(tmp_path)
    async with observing(tmp_path, StandingClock(), language="en") as seat:
        assert "F8 undo" in seat.rows()[-1]
        await seat.press("f", "u", "ctrl+z")
        assert moves(seat) == ["probing", "follow_up"]
        await seat.press("f8")
        assert moves(seat) == ["probing"]
        assert any("f probing" in row.replace("  ", " ") for row in seat.rows())
        await seat.press("question_mark")
        await seat.press("end")
        assert "F7" in seat.text
        assert "Ctrl+Q" not in seat.text


async def test_a_replay_and_the_palette_have_the_keys_of_the_table(tmp_path: Path) -> None:
    study = study_with(tmp_path)
    log = hold(study, "I1", SHORT)
    give(curtain="f2", quit="f7", palette="f6")
    async with showing(log, language="en") as show:
        assert "F2 hide" in show.rows()[-1]
        drawn = []
        for key in ("ctrl+l", "f2", "f2"):
            await show.press(key)
            drawn.append(show.screen.desk.table.curtain)
        assert drawn == [False, True, False]
        running = []
        for key in ("ctrl+q", "f7"):
            await show.pilot.press(key)
            running.append(show.pilot.app.is_running)
        assert running == [True, False]
    clock = StandingClock()
    session = session_in(study, clock, "I2")
    async with app_for(session, clock).run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+p")
        assert len(pilot.app.screen_stack) == 2
        await pilot.press("f6")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Palette)
    session.close()


def press(seat: LinearSeat, key: str) -> str:
    seat.desk.press(key, None)
    return seat.said()


def test_lines_instead_of_a_screen_have_them_too(tmp_path: Path) -> None:
    give(angre="f8", mark="f9", observer__probing="f")
    seat = LinearSeat(tmp_path)
    seat.key("enter")
    assert "Saved 0:00: bookmark" in press(seat, "f9")
    assert "undone" in press(seat, "f8")
    assert "undo is F8" in press(seat, "ctrl+z")
    assert "F8, /undo: " in seat.key("?", "enter")
    watcher = Watcher(tmp_path / "interviews" / "I1.jsonl", StandingClock())
    assert "probing" in watcher.press("f")
    watcher.desk.take_line("/undo")
    assert watcher.types == ["move", "undone"]
    seat.session.close()
    watcher.seat.close()


@pytest.mark.parametrize(
    ("sent", "key"), [("\x1bOP", "f1"), ("\x1b[15~", "f5"), ("\x1b[24~", "f12"), ("\x1b[2~", "insert")]
)
def test_a_function_key_has_its_name_without_a_screen(sent: str, key: str) -> None:
    assert list(keys_of(Sequence(sent))) == [(key, None)]


@pytest.mark.parametrize("screen", [[], ["--plain"]])
def test_at_a_terminal_an_interview_is_left_by_the_key_that_the_settings_say(tmp_path: Path, screen: list[str]) -> None:
    study = thesis_study(tmp_path / "study")
    config = tmp_path / "config" / "intervjuguide"
    config.mkdir(parents=True)
    written = "language: en\nkeys: {quit: f10, pause: f5, undo: ctrl+m}\n"
    (config / "settings.yaml").write_text(written, encoding="utf-8")
    program = [*PROGRAM, "run", "--participant", "I1", *screen, "--study", str(study)]
    with Terminal(program, env={"XDG_CONFIG_HOME": str(tmp_path / "config")}) as terminal:
        terminal.wait_for("keys: undo: a terminal sends Ctrl+M as Enter")
        if not screen:
            terminal.wait_for(OPENS)
            terminal.press("enter")
            terminal.wait_gone(OPENS)
        terminal.press("f5")
        terminal.wait_for("PAUSED" if not screen else "pause")
        terminal.press("ctrl+q", "f10")
        assert terminal.wait_exit() == 0
    assert [told(record)["type"] for record in records(study / "interviews" / "I1.jsonl")] == ["started", "paused"]


@pytest.mark.parametrize(
    ("keys", "code", "said"),
    [
        ({"undoo": "f8"}, "key_near_action", "settings.yaml: keys: there is no action undoo. Did you mean undo?"),
        ({"forgive": "f8"}, "key_no_action", "lists them"),
        ({"undo": "ctrl+m"}, "key_sent_alike", "a terminal sends Ctrl+M as Enter"),
        ({"undo": "ctrl+i"}, "key_sent_alike", "as Tab"),
        ({"undo": "ctrl+shift+z"}, "key_unsent", "not every terminal sends Ctrl+Shift+Z"),
        ({"undo": "alt+z"}, "key_unsent", "Alt+Z"),
        ({"undo": "ctrl+s"}, "key_unsent", "Ctrl+S"),
        ({"undo": ""}, "key_none", "keys: undo has no key. Write one"),
        ({"/undoo": "f8"}, "key_near_action", "no action /undoo. Did you mean undo?"),
        ({"undo": "u"}, "key_is_text", "u is text there"),
        ({"undo": "tab"}, "key_of_the_line", "Tab has a meaning of its own"),
        ({"mark": "ctrl+w"}, "key_of_the_line", "Ctrl+W"),
        ({"undo": "ctrl+l"}, "key_taken", "undo: curtain has Ctrl+L"),
        ({"undo": "f8", "rec": "f8"}, "key_taken", "F8"),
        ({"observer.probing": "i"}, "key_taken", "observer.introducing has i"),
    ],
)
def test_a_key_that_cannot_be_given_is_refused_with_what_where_and_what_to_do(
    keys: dict[str, str], code: str, said: str
) -> None:
    found = fault(**keys)
    assert found.code == code
    assert said in _.failure(found)
    assert _.failure(found).startswith(f"{FILE}: keys: ")


def test_refused_keys_are_told_before_a_screen_with_keys_and_by_doctor_once(
    tmp_path: Path, settings: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    settings("language: en\nkeys: {undo: ctrl+m}\n")
    study = thesis_study(tmp_path / "study")
    told = "keys: undo: a terminal sends Ctrl+M as Enter"
    hold(study, "I1")
    for command in (
        ["check", "--json"], ["review", "--json"], ["review", "--word", str(tmp_path / "w.docx")],
        ["review", "--participant", "I1"], ["practice", "--list"], ["where"], ["--help"], ["find", "lek"],
    ):  # fmt: skip
        main([*command, *(["--study", str(study)] if command != ["--help"] else [])])
        assert told not in capsys.readouterr().err, command
    main(["doctor", "--study", str(study)])
    said = capsys.readouterr()
    assert (" ".join(said.out.split()).count(told), said.err.count(told)) == (1, 0)
    assert "Take the line out" not in said.out
    for command in (["revise"], ["run", "--plain"], []):
        arguments = [*PROGRAM, *command, "--study", str(study)]
        with Terminal(arguments, size=(160, 30), env={"XDG_CONFIG_HOME": str(tmp_path / "config")}) as terminal:
            if command != ["run", "--plain"]:
                terminal.wait_for(OPENS)
                terminal.press("enter")
            terminal.wait_for("Musikkterapi og deltagelse")
            if command == ["run", "--plain"]:
                terminal.wait_for("Ctrl+R says the line again")
                assert " ".join(terminal.raw.decode(errors="replace").split()).count(told) == 1
            assert told in " ".join(terminal.raw.decode(errors="replace").split()), command
    assert (KEYS.faults_to_tell(), KEYS.faults_to_tell()) == (KEYS.faults, ())


def test_a_refused_key_can_be_read_on_a_small_terminal_before_the_screen_opens(
    tmp_path: Path, settings: Callable[[str], None]
) -> None:
    settings("language: en\nkeys: {quit: ctrl+i, undo: ctrl+u}\n")
    study = thesis_study(tmp_path / "study")
    arguments = [*PROGRAM, "run", "--participant", "I1", "--study", str(study)]
    with Terminal(arguments, size=(80, 24), env={"XDG_CONFIG_HOME": str(tmp_path / "config")}) as terminal:
        terminal.wait_for(OPENS)
        told = " ".join(terminal.text.split())
        assert "keys: quit: a terminal sends Ctrl+I as Tab. Take F2 to F12, or Ctrl with another letter." in told
        assert "keys: undo: Ctrl+U has a meaning of its own wherever one writes. Take F2 to F12" in told
        terminal.press("enter")
        terminal.wait_gone(OPENS)
        terminal.wait_for("I1")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0


def test_a_refused_key_leaves_all_else_as_it_was(sit: Sit) -> None:
    give_keys({"undo": "ctrl+m", "curtain": "f2"}, FILE)
    seat = sit(language="en")
    seat.key("enter", "ctrl+z", "f2")
    assert seat.types == ["asked", "undone"]
    assert seat.table.curtain


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def write(text: str) -> None:
        path = settings_path(os.environ)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return write


@pytest.mark.parametrize("language", ["en", "nb"])
def test_the_manual_names_every_act_of_the_observer(language: str) -> None:
    page = Path(__file__).parents[2] / "docs" / "manual" / language / "before.md"
    told = page.read_text(encoding="utf-8")
    assert [act.name for act in OBSERVER_ACTS if act.id != act.name and f"`{act.name}`" not in told] == []
    others = [one for one in own_keys() if one.screen not in ("live", "observer") and "." in one.id]
    assert [one.id for one in others if f"`{one.name}`" not in told and f"`{one.id}`" not in told] == []


def test_the_settings_say_which_action_has_which_key(settings: Callable[[str], None]) -> None:
    settings("theme: light\nkeys:\n  undo: f8\n  bookmark: f9, f10\n")
    found = read_settings(os.environ)
    assert found.keys == {"undo": "f8", "bookmark": "f9, f10"}
    assert found.theme == "light"
    assert find_setting_faults(os.environ) == ()


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("keys:\n  mark: [f9, f10]\n", ("f9", "f10")),
        ("keys:\n  mark:\n    - f9\n", ("f9",)),
        ("keys:\n  mark: f9\n  bokmerke: f10\n", ("f9", "f10")),
    ],
)
def test_an_actions_keys_in_a_list_or_under_both_its_words_all_count(
    settings: Callable[[str], None], written: str, keys: tuple[str, ...]
) -> None:
    settings(written)
    give_keys(read_settings(os.environ).keys, FILE)
    assert (KEYS.faults, KEYS.given["bookmark"]) == ((), keys)


@pytest.mark.parametrize("written", ["keys: [undo]\n", "keys: f9\n", "keys:\n  - undo: f9\n", "keys: {undo: {a: b}}\n"])
def test_keys_in_a_form_that_says_nothing_are_refused_and_not_passed_over(
    settings: Callable[[str], None], written: str
) -> None:
    settings(written)
    give_keys(read_settings(os.environ).keys, FILE)
    assert len(KEYS.faults) == 1
    assert find_setting_faults(os.environ) == ()


async def test_the_observers_row_and_answers_name_the_key_that_help_has_now(tmp_path: Path) -> None:
    give(undo="f8", observer__help="f1")
    thesis_study(tmp_path)
    async with observing(tmp_path, StandingClock(), language="en") as seat:
        assert "F1 help" in seat.rows()[-1]
        await seat.press("z")
        assert "z is no key here · F1 shows the keys" in seat.rows()[-1]
        await seat.press("u", "o", "backspace")
        assert moves(seat) == ["probing"]


def test_a_pilot_counts_keys_that_were_given_and_none_for_the_mouse(sit: Sit) -> None:
    give(mark="f9")
    seat = sit(pilot="peer")
    seat.key("enter", "f9")
    seat.desk.do_action("bookmark")
    told = None if seat.desk.hands.keys is None else seat.desk.hands.keys.taken()
    assert told is not None
    assert told.keys == (1, 1)


@pytest.mark.parametrize("written", ["keys:\n", "keys:\n  # undo: f8\n", "keys: {}\n"])
def test_no_keys_below_the_word_are_no_fault(settings: Callable[[str], None], written: str) -> None:
    settings(written)
    assert read_settings(os.environ).keys == {}
    assert find_setting_faults(os.environ) == ()


@pytest.mark.parametrize(
    ("written", "name", "told"),
    [
        ("Keys:\n  undo: f8\n", "Keys", "keys"),
        ("keyss: [undo]\n", "keyss", "keys"),
        ("theme: [dark]\n", "theme", "dark, light, contrast, terminal"),
        ("clock:\n  minute: yes\n", "clock", "second, minute, off"),
    ],
)
def test_a_setting_that_is_no_text_is_told(settings: Callable[[str], None], written: str, name: str, told: str) -> None:
    settings(written)
    (found,) = find_setting_faults(os.environ)
    assert (found.name, found.known or found.near) == (name, told)


def test_a_sentence_that_was_said_before_names_the_key_of_now() -> None:
    told = Translator("en")
    sentence = "First step after the interview. Enter: on · Ctrl+Z: undo · Ctrl+Q: leave"
    assert told(sentence) == sentence
    give(undo="f8")
    assert told(sentence) == sentence.replace("Ctrl+Z", "F8")
    KEYS.forget()
    assert told(sentence) == sentence


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("nb", {"angre": "ctrl+l"}, "angre: skjul har Ctrl+L"),
        ("en", {"mark": "shift+f5"}, "keys: mark: "),
        ("nb", {"bokmerke": "shift+f5"}, "keys: bokmerke: "),
        ("nb", {"skjull": "f6"}, "Mente du skjul?"),
        ("en", {"skjull": "f6"}, "Did you mean skjul?"),
    ],
)
def test_a_refused_key_is_told_by_the_name_that_was_written_and_others_in_the_interfaces_words(
    language: Language, written: dict[str, str], said: str
) -> None:
    give_keys(written, FILE, language)
    (found,) = KEYS.faults
    assert said in Translator(language).failure(found)


@pytest.mark.parametrize("word", ["parker", "/parker"])
def test_to_park_is_to_follow_up(word: str) -> None:
    give_keys({word: "f6"}, FILE, "nb")
    assert (KEYS.faults, dict(KEYS.given)) == ((), {"followup": ("f6",)})


def test_a_key_that_was_moved_says_where_its_action_is_now(sit: Sit, tmp_path: Path) -> None:
    give(undo="ctrl+g", quit="f7", observer__probing="f")
    seat = sit(language="nb")
    seat.key("enter", "ctrl+z")
    assert (seat.types, seat.notice) == (["asked"], "angre er Ctrl+G")
    seat.key("h", "ctrl+q")
    assert (seat.notice, seat.line.text) == ("forlat er F7", "h")
    seat.key("ctrl+g")
    assert "er Ctrl+G" not in seat.notice
    revising = Revising(piloted(tmp_path), language="en")
    revising.key("ctrl+z")
    assert revising.desk.notice == "undo is Ctrl+G"
    revising.key("ctrl+g")
    assert revising.desk.notice == "Nothing to undo."


async def test_review_and_its_notes_have_the_keys_that_they_were_given(tmp_path: Path) -> None:
    give(review__interview="f4", review__help="f1", notes__filter="x", notes__help="f1", undo="f8")
    study = Study(hold(study_with(tmp_path), "I1", SHORT).parent.parent)
    result = review(study)
    assert result is not None
    app = StudyReviewApp(study, result, _, clock=StandingClock())
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        assert "F4 interview · b concepts" in rows_of(app)[-1]
        assert rows_of(app)[-1].endswith(" F1 · esc")
        await pilot.press("i")
        assert open_in(app) == "MatrixScreen"
        await pilot.press("f4")
        await settled(app, pilot)
        assert open_in(app) == "PageScreen"
        await pilot.press("escape", "enter")
        await settled(app, pilot)
        assert open_in(app) == "NotesScreen"
        assert "x filter" in rows_of(app)[-1]
        await pilot.press("f")
        await settled(app, pilot)
        assert any("notes.filter is x" in row for row in rows_of(app))
        assert "\n  x      show only quotations" in help_lines(_)[0]


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"review.interview": "b"}, "key_taken"),
        ({"review.interview": "q"}, "key_taken"),
        ({"review.interview": "ctrl+q"}, "key_taken"),
        ({"notes.filter": "3"}, "key_is_text"),
        ({"notes.filter": "u"}, "key_taken"),
        ({"replay.next": "ctrl+l"}, "key_taken"),
        ({"replay.next": "enter"}, "key_of_the_line"),
        ({"revise.leave": "x"}, "key_is_text"),
        ({"review.help": "left"}, "key_of_the_screen"),
        ({"review.concepts": "pagedown"}, "key_of_the_screen"),
        ({"review.interview": "home"}, "key_of_the_screen"),
        ({"review.pilots": "enter"}, "key_of_the_line"),
        ({"notes.link": "end"}, "key_of_the_screen"),
        ({"revise.see": "pageup"}, "key_of_the_screen"),
        ({"replay.next": "ctrl+c"}, "key_of_the_screen"),
        ({"replay.next": "escape"}, "key_of_the_line"),
        ({"observer.probing": "ctrl+d"}, "key_of_the_screen"),
        ({"review.help": "ctrl+c"}, "key_of_the_screen"),
        ({"notes.filter": "ctrl+c"}, "key_of_the_screen"),
        ({"quit": "pageup", "scroll_up": "f5"}, "key_of_the_screen"),
        ({"notes.filtre": "x"}, "key_near_action"),
    ],
)
def test_a_screens_own_keys_are_refused_where_they_collide(keys: dict[str, str], code: str) -> None:
    assert fault(**keys).code == code


@pytest.mark.parametrize(("action", "widget"), [("review.help", DataTable), ("notes.filter", OptionList)])
def test_no_screen_is_given_a_key_that_its_list_takes(action: str, widget: type[Widget]) -> None:
    for screen in (widget, Screen):
        for key in screen._merge_bindings().key_to_bindings:
            assert fault(**{action: key}).code in ("key_of_the_screen", "key_of_the_line", "key_unsent"), key


async def test_a_replay_says_where_a_moved_key_is_until_the_next_one(tmp_path: Path) -> None:
    log = hold(study_with(tmp_path), "I1", SHORT)
    give(quit="f4", replay__leave="x", replay__next="ctrl+g")
    async with showing(log, language="en") as show:
        for key, told in (("q", "replay.leave is x"), ("ctrl+q", "quit is F4"), ("right", "replay.next is Ctrl+G")):
            await show.press(key)
            assert any(told in row for row in show.rows()), key
        await show.press("ctrl+g")
        assert not any("replay.next is" in row for row in show.rows())


async def test_the_review_and_its_pages_say_where_a_moved_key_is(tmp_path: Path) -> None:
    study = Study(hold(study_with(tmp_path), "I1", SHORT).parent.parent)
    result = review(study)
    assert result is not None
    give(quit="f4", review__leave="x", review__interview="ctrl+g", review__transcripts="f6", review__reflect="f7")
    app = StudyReviewApp(study, result, _, clock=StandingClock())
    async with app.run_test(size=SIZE) as pilot:

        async def says(key: str, told: str) -> bool:
            await pilot.press(key)
            await settled(app, pilot)
            return any(told in row for row in rows_of(app))

        await settled(app, pilot)
        assert await says("q", "review.leave is x")
        assert await says("ctrl+q", "quit is F4")
        assert await says("i", "review.interview is Ctrl+G")
        for opens, name in (("ctrl+g", "PageScreen"), ("f6", "TranscriptsScreen"), ("f7", "ReflectScreen")):
            await pilot.press(opens)
            await settled(app, pilot)
            assert open_in(app) == name
            assert await says("ctrl+q", "quit is F4")
            await pilot.press("escape" if name == "ReflectScreen" else "q")
            await settled(app, pilot)
            assert open_in(app) == "MatrixScreen", name


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("keys: f8\n", "keys: f8: write an action, a colon and a key, as undo: ctrl+g."),
        ("keys: [undo]\n", "keys: undo: write an action, a colon and a key"),
        ("keys:\n  - undo: f9\n", "keys: undo: write an action, a colon and a key"),
        ("keys: {undo: {a: b}}\n", "keys: undo: write an action, a colon and a key"),
        ("keys: {undo: [f8, {a: b}]}\n", "keys: undo: write an action, a colon and a key"),
        ('keys: {undo: "f8\\nf9"}\n', "keys: undo: not every terminal sends F8 f9."),
        ('keys: {"un\\ndoo": f8}\n', "keys: there is no action un doo."),
    ],
)
def test_keys_in_another_form_are_told_on_one_line_with_the_form_that_is_wanted(
    settings: Callable[[str], None], written: str, told: str
) -> None:
    settings(written)
    give_keys(read_settings(os.environ).keys, FILE)
    (found,) = KEYS.faults
    assert told in _.failure(found)
    assert "\n" not in _.failure(found)


def test_doctor_says_what_is_wrong_with_settings_on_one_line_each(
    settings: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    settings('language: en\nkeys: {undo: "f8\\n\\nf9"}\n"the\\n\\nne": dark\nclock: "a\\n\\nb"\n')
    main(["doctor"])
    said = " ".join(line.strip() or "(an empty line)" for line in capsys.readouterr().out.splitlines())
    for sentence in ("sends F8 f9.", "that there is not: the ne.", "clock: a b is no value"):
        assert sentence in said


async def test_a_replays_row_names_the_keys_that_it_has(tmp_path: Path) -> None:
    log = hold(study_with(tmp_path), "I1", SHORT)
    give(quit="f4", replay__next="n", replay__faster="f", replay__pause="x")
    async with showing(log, language="en") as show:
        assert "n next  ← previous  f - speed  Home End" in show.rows()[-1]
        assert show.rows()[-1].rstrip().endswith("F4 leave")
        place = show.screen.player.place
        await show.press("right")
        assert show.screen.player.place == place
        await show.press("n")
        assert show.screen.player.place == place + 1
        states = []
        for key in ("x", "space"):
            await show.press(key)
            states.append(show.screen.player.playing)
        assert states[0] != states[1]


def test_a_key_of_revising_and_the_sign_that_is_text_while_one_writes(tmp_path: Path) -> None:
    give(revise__leave="f4", revise__see="f6")
    seat = Revising(piloted(tmp_path), language="en")
    open_at = seat.desk.at
    seat.key("-")
    assert (seat.desk.notice, seat.desk.at) == ("revise.leave is F4", open_at)
    seat.key("f4")
    assert "left as it is" in seat.desk.notice
    seat.key("f6")
    assert seat.calls == ["see"]


async def test_keys_of_revising_hold_on_the_page_before_and_after_too(tmp_path: Path) -> None:
    give(revise__see="f6", quit="f10")
    async with at_screen(piloted(tmp_path), language="en") as at:
        await at.pilot.press("f6")
        assert "The guide before and after" in at.rows
        await at.pilot.press("ctrl+q")
        assert "quit is F10" in at.rows
        await at.pilot.press("f6")
        assert "The guide before and after" not in at.rows


def test_a_key_of_another_screen_is_none_at_the_table(sit: Sit) -> None:
    give(observer__remark="f5", notes__unmask="f6")
    seat = sit()
    seat.key("f5", "f6", "enter")
    assert seat.types == ["asked"]


def test_a_key_that_took_another_ones_place_tells_nothing(sit: Sit) -> None:
    give(undo="ctrl+l", curtain="ctrl+z")
    seat = sit(language="en")
    seat.key("enter", "ctrl+l")
    assert " is Ctrl" not in seat.notice


async def test_a_moved_key_of_the_observer_says_where_its_action_is_now(tmp_path: Path) -> None:
    give(undo="ctrl+g", observer__probing="f")
    thesis_study(tmp_path)
    async with observing(tmp_path, StandingClock(), language="en") as seat:
        await seat.press("ctrl+z")
        assert "undo is Ctrl+G" in seat.rows()[-1]
        await seat.press("u")
        assert "probing is f" in seat.rows()[-1]
        assert moves(seat) == []
