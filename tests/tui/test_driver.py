"""The way in: from what a terminal sends to keys, pastes and nothing else, first without a terminal, then in one."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events

from tests.terminal import Terminal
from tui.terminal.keystream import Bursts, PasteSplitter
from tui.terminal.reader import Reader

ROOT = Path(__file__).parent.parent.parent
START, END = "\x1b[200~", "\x1b[201~"
REPLIES = ("\x1b]11;rgb:1e1e/1e1e/1e1e\x07", "\x1b]4;1;x\x1b\\", "\x1bP>|xterm(390)\x1b\\", "\x1b_Gi=31;OK\x1b\\")
UNKNOWN = ("\x1b[?62;22c", "\x1b[?1;2;99z", "\x1b[13;2u", "\x1b[999~", "\x1b[I", "\x1b[O", "\x1b[?997;1n")


def keys_of(chars: str) -> list[tuple[str, str | None]]:
    reader = Reader()
    messages = reader.feed(chars) + reader.flush()
    return [(message.key, message.character) for message in messages if isinstance(message, events.Key)]


@pytest.mark.parametrize("garbage", [*REPLIES, *UNKNOWN])
def test_replies_of_the_terminal_are_never_typed(garbage: str) -> None:
    assert keys_of(f"a{garbage}b") == [("a", "a"), ("b", "b")]


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        ("\x1a", "ctrl+z"),
        ("\x1b", "escape"),
        ("\r", "enter"),
        ("\x1bOM", "enter"),
        ("\x1b[1;5D", "ctrl+left"),
        ("\x1bb", "alt+b"),
        ("\x1b[1;3D", "alt+left"),  # Textual alone makes Esc and left of it
        ("\x1b[Z", "shift+tab"),
        ("\x1bx", "alt+x"),
        ("\x1bX", "alt+shift+x"),
        ("\x1b\r", "alt+enter"),
        ("\x1b/", "alt+solidus"),
    ],
)
def test_keys(sent: str, key: str) -> None:
    [(found, character)] = keys_of(sent)
    assert found == key
    assert character is None or not key.startswith("alt+")


def test_mouse_and_paste_come_in_order_with_keys() -> None:
    messages = Reader().feed(f"a\x1b[<0;12;3M{START}b\r\x1bc{END}\r")
    assert [type(message) for message in messages] == [events.Key, events.MouseDown, events.Paste, events.Key]
    paste = messages[2]
    assert isinstance(paste, events.Paste)
    assert paste.text == "b\n\x1bc"


PROGRAM = """
import json, sys, time
from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Label
from tui.terminal import terminal_driver
from tui.widgets.line_editor import LineEditor

class Notes(App[None]):
    def compose(self) -> ComposeResult:
        yield Label("ready")
        yield LineEditor(time.monotonic, prefix="> ")

    def on_mount(self) -> None:
        editor = self.query_one(LineEditor)
        editor.before_key = self.before_key
        editor.focus()

    def before_key(self, event: Key) -> bool:
        if event.key in ("enter", "escape", "ctrl+z"):
            editor = self.query_one(LineEditor)
            with open(sys.argv[1], "a", encoding="utf-8") as file:
                file.write(json.dumps([event.key, editor.text, editor.pasted]) + "\\n")
            self.query_one(Label).update(f"{event.key} {len(editor.text)}")
            editor.clear()
            return True
        return False

Notes(driver_class=terminal_driver()).run()
"""


class Notes:
    """The program above in a terminal, and the lines it took, which it writes to a file."""

    def __init__(self, terminal: Terminal, log: Path) -> None:
        self.terminal = terminal
        self.log = log

    def taken(self, count: int) -> list[tuple[str, str, bool]]:
        """Wait for the line with this number; all of them."""
        self.terminal.wait_for(lambda _screen: self.log.exists() and self.log.read_bytes().count(b"\n") >= count)
        return [tuple(json.loads(line)) for line in self.log.read_text("utf-8").split("\n")[:-1]]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notes]:
    log = tmp_path_factory.mktemp("notes") / "log"
    with Terminal([sys.executable, "-c", PROGRAM, log], cwd=ROOT) as terminal:
        terminal.wait_for("ready")
        yield Notes(terminal, log)


@pytest.fixture
def notes(program: Notes) -> Notes:
    program.log.unlink(missing_ok=True)
    return program


def test_invalid_bytes_end_nothing(notes: Notes) -> None:
    notes.terminal.send(b"a\xff\xc3(\x9b\xed\xa0\x80b\r")
    [(_, first, _)] = notes.taken(1)
    assert first.strip("\ufffd") == first
    assert first.replace("\ufffd", "") == "a(b"
    notes.terminal.type("går videre\r")
    assert notes.taken(2)[1] == ("enter", "går videre", False)


def test_a_paste_is_taken_whole_and_runs_nothing(notes: Notes) -> None:
    pasted = "en\nto\u2028tre\x1b[A\x1b\r\x00 [by] *ler* \\ 👩‍👩‍👧 שלום"
    notes.terminal.paste(pasted)
    notes.terminal.press("enter")
    assert notes.taken(1) == [("enter", pasted.replace("\r", "\n"), True)]


def test_what_is_shown_of_a_paste_commands_nothing(notes: Notes) -> None:
    notes.terminal.paste("x\x1b]0;hijacked\x07\x1b[31mred\u2028y")
    notes.terminal.wait_for("x‹1B›]0;hijacked‹07›‹1B›[31mred¬y")
    assert b"\x1b]0;hijacked" not in notes.terminal.raw
    notes.terminal.press("escape")
    assert notes.taken(1)[0][0] == "escape"


def test_ten_thousand_characters_typed_or_pasted(notes: Notes) -> None:
    text = "ordene står tett, æøå 🙂 " * 400
    notes.terminal.paste(text)
    notes.terminal.press("enter")
    assert notes.taken(1) == [("enter", text, True)]
    notes.terminal.type(text)
    notes.terminal.press("enter")
    assert notes.taken(2)[1] == ("enter", text, False)


def test_a_megabyte_pasted(notes: Notes) -> None:
    text = "linje æøå\n" * 90_000
    notes.terminal.paste(text)
    notes.terminal.press("enter")
    assert notes.taken(1) == [("enter", text, True)]


def test_a_paste_without_its_end_is_not_lost(notes: Notes) -> None:
    notes.terminal.send(b"\x1b[200~halvveis")
    notes.terminal.wait_for("> halvveis")
    notes.terminal.type(" og videre\r")
    assert notes.taken(1) == [("enter", "halvveis og videre", True)]


def test_a_sequence_split_between_reads_is_one_key(notes: Notes) -> None:
    notes.terminal.type("ab")
    for byte in b"\x1b[D":
        notes.terminal.send(bytes([byte]))
    notes.terminal.type("x\r")
    assert notes.taken(1) == [("enter", "axb", False)]


def test_esc_alone_and_ctrl_z_are_keys(notes: Notes) -> None:
    notes.terminal.type("bort")
    notes.terminal.press("escape")
    notes.terminal.type("igjen")
    notes.terminal.press("ctrl+z")
    assert notes.taken(2) == [("escape", "bort", False), ("ctrl+z", "igjen", False)]
    notes.terminal.type("her\r")
    assert notes.taken(3)[2] == ("enter", "her", False)


def test_replies_and_lost_focus_type_nothing(notes: Notes) -> None:
    notes.terminal.type("a" + "".join((*REPLIES, *UNKNOWN)) + "b\r")
    assert notes.taken(1) == [("enter", "ab", False)]


def test_kitty_keys_are_not_asked_for(notes: Notes) -> None:
    assert b"\x1b[>" not in notes.terminal.raw


def test_the_end_of_standard_input_ends_the_program(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "log")]
    ended = subprocess.run(command, stdin=subprocess.DEVNULL, cwd=ROOT, capture_output=True, timeout=30, check=False)
    assert ended.returncode == 0


def test_a_paste_that_a_console_types_out_is_known_by_its_speed() -> None:
    """Where a line break is in it or comes right after; what a hand types is left alone, and a marked paste too."""
    bursts = Bursts()

    def kinds(chars: str, now: float, *, pasting: bool = False) -> list[str]:
        return [type(piece).__name__ for piece in PasteSplitter().feed(bursts.mark(chars, now, pasting=pasting))]

    assert kinds("h", 0.0) == ["Keys"]
    assert kinds("\r", 0.1) == ["Keys"]
    assert kinds("ja\r", 0.2) == ["Keys"]
    assert kinds("one\rtwo", 1.0) == ["Pasted"]
    assert kinds("e\r", 1.04) == ["Pasted"]
    assert kinds("\r", 1.2) == ["Keys"]
    assert kinds("expanded", 2.0) == ["Keys"]
    assert kinds("\r", 2.01) == ["Pasted"]
    assert kinds("\x1b[200~one\rtwo\x1b[201~", 3.0) == ["Pasted"]
    assert bursts.mark("one\rtwo", 4.0, pasting=True) == "one\rtwo"
