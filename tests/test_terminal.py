"""The harness itself, against a small program of its own: what these tests show is what the other tests build on."""

import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.emulator import Emulator
from tests.keys import bytes_of
from tests.terminal import Terminal
from tests.warm import Forked, fits, run_program


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    with Terminal([sys.executable, "-m", "tests.echo"]) as started:
        started.wait_for("ready")
        yield started


def test_norwegian_letters_arrive_one_by_one(terminal: Terminal) -> None:
    terminal.type("æøå")
    for letter in "æøå":
        terminal.wait_for(f" {letter}.")


def test_letters_of_several_code_points_stand_as_written(terminal: Terminal) -> None:
    terminal.paste("👩\u200d💻 e\u0301 🇳🇴 שלום")
    terminal.wait_for("paste of 14: 👩\u200d💻 e\u0301 🇳🇴 שלום.")


def test_keys_by_name(terminal: Terminal) -> None:
    keys = "enter tab up down left right backspace delete pageup f3 f12 ctrl+z home".split()
    terminal.press(*keys)
    shown = terminal.wait_for("key home ")
    assert re.findall(r"key (\S+)", shown) == keys


def test_keys_with_modifiers(terminal: Terminal) -> None:
    terminal.press("shift+tab", "shift+up", "ctrl+right", "ctrl+delete", "alt+x")
    for key in ("shift+tab", "shift+up", "ctrl+right", "ctrl+delete", "alt+x"):
        terminal.wait_for(f"key {key} ")


def test_escape_does_not_merge_with_the_next_key(terminal: Terminal) -> None:
    terminal.press("esc", "x", "esc", "up", "esc")
    terminal.type("[A")
    shown = terminal.wait_for("key A A.")
    assert re.findall(r"key (\w+)", shown) == ["escape", "x", "escape", "up", "escape", "left_square_bracket", "A"]


def test_a_paste_arrives_whole(terminal: Terminal) -> None:
    terminal.paste("linje én\nlinje to")
    shown = terminal.wait_for("linje to.")
    assert "paste of 17: linje én\nlinje to." in shown


def test_a_paste_larger_than_any_buffer(terminal: Terminal) -> None:
    terminal.paste("å" * 100_000)
    terminal.wait_for("paste of 100000: ")


def test_the_window_changes_size(terminal: Terminal) -> None:
    terminal.wait_for("size 100 x 30")
    terminal.resize(72, 20)
    terminal.wait_for("size 72 x 20")
    terminal.wait_for(lambda _: "Leave" in terminal.screen[19])
    assert len(terminal.screen) == 20
    assert max(len(line) for line in terminal.screen) <= 72


def test_a_kill_ends_it_at_once(terminal: Terminal) -> None:
    terminal.type("ø")
    terminal.wait_for(" ø.")
    terminal.kill()
    assert terminal.wait_exit() == -signal.SIGKILL
    assert " ø." in terminal.text


def test_the_program_ends_and_leaves_the_first_screen(terminal: Terminal) -> None:
    terminal.press("ctrl+e")
    assert terminal.wait_exit() == 7
    assert terminal.screen[0] == "goodbye"
    assert "ready" not in terminal.text
    assert b"\x1b[?1049h" in terminal.raw
    assert terminal.raw.rstrip().endswith(b"goodbye")


def test_a_stopped_program_goes_on(terminal: Terminal) -> None:
    terminal.signal(signal.SIGSTOP)
    terminal.type("z")
    with pytest.raises(AssertionError, match="still runs"):
        terminal.wait_for("key z", timeout=0.3)
    terminal.signal(signal.SIGCONT)
    terminal.wait_for("key z")


def test_a_wait_in_vain_shows_the_screen(terminal: Terminal) -> None:
    with pytest.raises(AssertionError, match=r"waited for 'kaffe'(.|\n)*still runs(.|\n)*size 100 x 30"):
        terminal.wait_for("kaffe", timeout=0.1)
    with pytest.raises(AssertionError, match="to go"):
        terminal.wait_gone("ready", timeout=0.1)


def test_a_wait_gives_up_when_the_program_is_gone(terminal: Terminal) -> None:
    terminal.kill()
    began = time.monotonic()
    with pytest.raises(AssertionError, match="has ended with exit code -9"):
        terminal.wait_for("kaffe")
    assert time.monotonic() - began < 5


def test_the_environment_of_the_program() -> None:
    look = "import os; print(os.get_terminal_size(), os.environ['TERM'], os.environ.get('HOME'), os.environ['EKSTRA'])"
    with Terminal([sys.executable, "-c", look], size=(90, 12), env={"EKSTRA": "ja", "HOME": None}) as terminal:
        assert terminal.wait_exit() == 0
        assert terminal.screen[0] == "os.terminal_size(columns=90, lines=12) xterm-256color None ja"


def test_a_click_has_a_place(terminal: Terminal) -> None:
    terminal.wait_for("Leave")
    footer = terminal.screen[29]
    terminal.click(footer.index("Leave"), 29)
    assert terminal.wait_exit() == 7


@pytest.mark.parametrize(
    "unknown",
    [
        "\x1b[?2026$p",
        "\x1b[?2026h",
        "\x1b[?2048$p",
        "\x1b[>25u",
        "\x1b[=1;1u",
        "\x1b[<u",
        "\x1b[?u",
        "\x1b[>0q",
        "\x1b[4:3m",
        "\x1b[1;2;3A",
        "\x1b]2;a title\x07",
        "\x1b]8;;file:///a\x1b\\",
        "\x1bP+q544e\x1b\\",
        "\x1b_Ga=q\x1b\\",
        "\x1b=",
        "\x1b(B",
        "\x9b?1004h",
        "\x1b\x1b[m",
    ],
    ids=ascii,
)
def test_sequences_that_draw_nothing(unknown: str) -> None:
    """Whole, and cut in two at every byte."""
    data = f"\n\nfør{unknown} etter".encode()
    for cut in range(len(data)):
        emulator = Emulator(40, 4)
        emulator.feed(data[:cut])
        emulator.feed(data[cut:])
        assert "".join(emulator.lines()).replace(" etter", "").strip() == "før"
        assert " etter" in "".join(emulator.lines())


def test_invalid_bytes_are_shown_as_such() -> None:
    emulator = Emulator(10, 1)
    emulator.feed(b"a\xffb\xc3")
    emulator.feed(b"\xa5c")
    assert emulator.lines() == ["a�båc"]


def test_no_bytes_for_keys_that_some_terminals_cannot_send() -> None:
    with pytest.raises(ValueError, match="no terminal is sure to send ctrl\\+enter"):
        bytes_of("ctrl+enter")


def test_a_forked_program_finds_what_one_of_its_own_finds(tmp_path: Path) -> None:
    told = []
    for anew in (True, False):
        program = [sys.executable, "-m", "tests.surroundings", str(tmp_path / "told")]
        with Terminal(program, size=(90, 24), env={"EKSTRA": "ja", "HOME": None}, anew=anew) as terminal:
            assert terminal.wait_exit() == 3
            assert isinstance(terminal.process, Forked) is not anew
        told.append((tmp_path / "told").read_text(encoding="utf-8"))
    assert told[0] == told[1]


@pytest.mark.parametrize("different", [{"PYTHONUTF8": "0"}, {"TERM": "linux"}, {"TEXTUAL_FPS": "5"}, {"LC_ALL": "C"}])
def test_what_is_read_at_the_start_asks_for_a_start(different: dict[str, str]) -> None:
    program = [sys.executable, "-m", "tests.surroundings"]
    with Terminal(program) as terminal:
        assert fits(program, terminal.env)
        assert not fits(program, terminal.env | different)
        assert not fits([sys.executable, "-c", "pass"], terminal.env)


def test_a_program_that_cannot_be_started_says_so(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "tests.surroundings"]
    with pytest.raises(OSError, match=r"tests\.surroundings"), Terminal(program, cwd=tmp_path / "nowhere"):
        pass


def test_a_command_by_fork_ends_with_its_code_and_both_streams(tmp_path: Path) -> None:
    assert re.fullmatch(r"intervjuguide [\d.a-z]+\n", run_program("--version", code=0).stdout)
    wrong = run_program("review", "--study", tmp_path / "nei", INTERVJUGUIDE_LANGUAGE="nb")
    assert (wrong.returncode, wrong.stdout, wrong.stderr.count("\n")) == (2, "", 1)
