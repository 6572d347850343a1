"""The way in on Windows: from a console's records of keys to keys, pastes and sizes; without a console."""

import os
import threading
import time
from collections.abc import Iterable, Sequence
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from textual import events, messages

pytestmark = pytest.mark.skipif(os.name != "nt", reason="runs on Windows: make windows")

win32: Any = import_module("textual.drivers.win32") if os.name == "nt" else None
driver: Any = import_module("tui.terminal.windows_driver") if os.name == "nt" else None

KEY, SIZE = 1, 4
PATIENCE = 10.0  # seconds until a wait gives up


def key(char: str, *, down: bool = True, times: int = 1, code: int = 65, held: int = 0) -> Any:
    """A record of a key: one UTF-16 unit."""
    record = win32.INPUT_RECORD()
    record.EventType = KEY
    pressed = record.Event.KeyEvent
    pressed.bKeyDown, pressed.wRepeatCount, pressed.wVirtualKeyCode, pressed.dwControlKeyState = down, times, code, held
    pressed.uChar.UnicodeChar = char
    return record


def typed(text: str) -> list[Any]:
    """Each key pressed and let go."""
    data = text.encode("utf-16-le", "surrogatepass")
    units = [chr(int.from_bytes(data[at : at + 2], "little")) for at in range(0, len(data), 2)]
    return [key(unit, down=down) for unit in units for down in (True, False)]


def resized(columns: int, rows: int) -> Any:
    record = win32.INPUT_RECORD()
    record.EventType = SIZE
    record.Event.WindowBufferSizeEvent.dwSize.X = columns
    record.Event.WindowBufferSizeEvent.dwSize.Y = rows
    return record


def heard(monkeypatch: pytest.MonkeyPatch, reads: Iterable[Sequence[Any]], wanted: int) -> list[Any]:
    """What the thread that reads makes of these reads, once it is as much as that."""
    found: list[Any] = []
    left, ending, end = list(reads), threading.Event(), time.monotonic() + PATIENCE

    def wait(handles: list[Any], _timeout: int) -> Any:
        if left:
            return handles[0]
        if len(found) >= wanted or time.monotonic() > end:
            ending.set()
        return None

    def read(_console: Any, records: Any, _most: int, count: Any) -> int:
        given = left.pop(0)
        for place, record in enumerate(given):
            records._obj[place] = record
        count._obj.value = len(given)
        return len(given)  # nothing: the console is gone

    monkeypatch.setattr(win32, "wait_for_handles", wait)
    monkeypatch.setattr(win32.KERNEL32, "ReadConsoleInputW", read, raising=False)
    monitor = driver.Monitor(None, SimpleNamespace(), ending, found.append)
    monkeypatch.setattr(monitor, "_send", found.append)
    monitor.run()
    return found


def keys_of(found: Iterable[Any]) -> list[tuple[str, str | None]]:
    return [(one.key, one.character) for one in found if isinstance(one, events.Key)]


def test_what_is_typed_comes_as_keys_and_signs_beyond_16_bits_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = typed("å𝄞")[:4], typed("å𝄞")[4:]  # its second half comes with the next read
    found = heard(monkeypatch, [first, second, typed("\r")], 3)
    assert keys_of(found) == [("å", "å"), (found[1].key, "𝄞"), ("enter", "\r")]


def test_half_a_sign_alone_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    found = heard(monkeypatch, [[key("\ud834")], typed("a"), typed("b")], 2)
    assert keys_of(found)[-1] == ("b", "b")


def test_a_key_held_down_repeats_and_shift_alone_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    made_up = key("x", code=0, held=16)
    found = heard(monkeypatch, [[key("\0", code=16), made_up, key("a", times=3), key("a", down=False)]], 3)
    assert keys_of(found) == [("a", "a")] * 3


@pytest.mark.parametrize("pasted", ["\x1b[200~one\rtwo \x1b[31m\x1b[201~", "one\rtwo"])
def test_a_paste_is_one_whether_the_console_says_so_or_types_it_out(
    monkeypatch: pytest.MonkeyPatch, pasted: str
) -> None:
    found = heard(monkeypatch, [typed(pasted)], 1)
    assert [type(one) for one in found] == [events.Paste]
    assert found[0].text.startswith("one")
    assert "two" in found[0].text


def test_the_linear_mode_hears_the_same_records(monkeypatch: pytest.MonkeyPatch) -> None:
    console_of = import_module("tui.linear.windows_source").Console

    given = [typed("å𝄞\r"), [resized(70, 20)]]
    monkeypatch.setattr(win32, "wait_for_handles", lambda handles, _timeout: handles[0] if given else None)

    def read(_console: Any, records: Any, _most: int, count: Any) -> int:
        for place, record in enumerate(taken := given.pop(0)):
            records._obj[place] = record
        count._obj.value = len(taken)
        return len(taken)

    monkeypatch.setattr(win32.KERNEL32, "ReadConsoleInputW", read, raising=False)
    console = console_of(lambda _data, _at: None)
    assert [console.read(), console.read(), console.read()] == ["å𝄞\r", None, None]


def test_esc_alone_is_a_key_once_nothing_follows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert keys_of(heard(monkeypatch, [typed("\x1b")], 1)) == [("escape", "\x1b")]
    assert keys_of(heard(monkeypatch, [typed("\x1b[A")], 1)) == [("up", None)]


def test_a_window_s_new_size_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = heard(monkeypatch, [[resized(70, 20), resized(100, 30)]], 1)
    assert isinstance(found, events.Resize)
    assert found.size == (100, 30)


def test_a_console_that_is_gone_ends_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = heard(monkeypatch, [[]], 1)
    assert isinstance(found, messages.ExitApp)
