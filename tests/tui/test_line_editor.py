"""The input line in a three-line app."""

import time
from collections.abc import Callable

import pytest
from textual import events, on
from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot

from tui.widgets.line_editor import LineEditor

FAMILY, HEART, THUMB, FLAG, E_ACUTE = "👩‍👩‍👧", "❤️", "👍🏽", "🇳🇴", "e\u0301"


class Host(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.clock = 100.0
        self.changes: list[str] = []
        self.bubbled: list[str] = []

    def compose(self) -> ComposeResult:
        yield LineEditor(lambda: self.clock, prefix=" › ", placeholder="note…")

    @on(LineEditor.Changed)
    def changed(self, message: LineEditor.Changed) -> None:
        self.changes.append(message.text)

    def on_key(self, event: events.Key) -> None:
        self.bubbled.append(event.key)

    @property
    def editor(self) -> LineEditor:
        return self.query_one(LineEditor)


def begun(editor: LineEditor) -> float | None:
    return editor.begun_at


async def type_in(pilot: Pilot[None], text: str) -> None:
    for char in text:
        await pilot.press(char)


def row(editor: LineEditor) -> str:
    return editor.render_line(0).text


def under_cursor(editor: LineEditor) -> str:
    return "".join(segment.text for segment in editor.render_line(0) if segment.style and segment.style.reverse)


async def test_typing_and_editing() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await type_in(pilot, "[by] *ler*")
        assert app.editor.text == "[by] *ler*"
        assert row(app.editor).rstrip() == " › [by] *ler*"
        await pilot.press("ctrl+left", "left", "backspace", "home", "x", "ctrl+right", "delete")
        assert (app.editor.text, app.editor.cursor) == ("x[by*ler*", 4)
        await pilot.press("end", "space", "a", "ctrl+w", "ctrl+a", "delete")
        assert app.editor.text == "[by*ler* "
        await pilot.press("ctrl+e", "ctrl+u")
        assert (app.editor.text, app.editor.cursor) == ("", 0)
        assert app.changes[-1] == ""
        assert app.bubbled == []


async def test_the_cursor_moves_and_deletes_by_what_is_seen() -> None:
    app = Host()
    async with app.run_test() as pilot:
        app.editor.put(f"a{FAMILY}{FLAG}{E_ACUTE}b")
        await pilot.press("left", "backspace")
        assert app.editor.text == f"a{FAMILY}{FLAG}b"
        await pilot.press("left", "left", "delete")
        assert app.editor.text == f"a{FLAG}b"
        assert under_cursor(app.editor) == FLAG
        await pilot.press("ctrl+right", "z", "alt+b", "y")
        assert app.editor.text == f"a{FLAG}ybz"


async def test_keys_of_others_go_on() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press("enter", "tab", "up", "down", "escape", "ctrl+z", "alt+x", "f1")
        assert app.bubbled == ["enter", "tab", "up", "down", "escape", "ctrl+z", "alt+x", "f1"]
        assert app.editor.text == ""
        assert app.editor.has_focus


async def test_the_hook_sees_every_key_first() -> None:
    app = Host()
    async with app.run_test() as pilot:
        seen: list[tuple[str, str]] = []

        def before_key(event: events.Key) -> bool:
            seen.append((event.key, app.editor.text))
            return event.key in {"enter", "x"}

        app.editor.before_key = before_key
        await pilot.press("a", "x", "enter", "backspace", "escape")
        assert seen == [("a", ""), ("x", "a"), ("enter", "a"), ("backspace", "a"), ("escape", "")]
        assert app.bubbled == ["escape"]


async def test_when_a_line_was_begun() -> None:
    app = Host()
    async with app.run_test() as pilot:
        editor = app.editor
        assert begun(editor) is None
        await pilot.press("a")
        app.clock = 200.0
        await pilot.press("b")
        assert begun(editor) == 100.0
        await pilot.press("backspace", "backspace")
        assert begun(editor) is None
        await pilot.press("c")
        assert begun(editor) == 200.0
        editor.put("tilbake", begun_at=50.0)
        assert (begun(editor), editor.cursor) == (50.0, 7)
        editor.clear()
        assert (begun(editor), editor.text) == (None, "")


async def test_a_line_may_be_literal_until_it_is_empty() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press("slash")
        app.editor.literal = True
        await pilot.press("a", "backspace")
        assert app.editor.literal is True
        await pilot.press("backspace")
        assert not app.editor.literal


async def test_a_paste_is_kept_verbatim_and_shown_in_one_row() -> None:
    app = Host()
    async with app.run_test() as pilot:
        pasted = "en\nto\u2028tre\x1b[31m\t\x00"
        app.post_message(events.Paste(pasted))
        await pilot.pause()
        assert (app.editor.text, app.editor.pasted, app.editor.begun_at) == (pasted, True, 100.0)
        assert row(app.editor).rstrip() == " › en¬to¬tre‹1B›[31m‹09›‹00›"
        assert app.bubbled == []
        app.editor.clear()
        await pilot.press("a")
        app.post_message(events.Paste(pasted))
        await pilot.pause()
        assert (app.editor.text, app.editor.pasted) == ("a" + pasted, False)


async def test_characters_that_are_not_called_printable_are_typed_all_the_same() -> None:
    app = Host()
    async with app.run_test() as pilot:
        for char in FAMILY + "\xa0" + HEART + "ש":
            app.editor.post_message(events.Key(char, char))
        app.editor.post_message(events.Key("ctrl+@", "\x00"))
        await pilot.pause()
        assert app.editor.text == FAMILY + "\xa0" + HEART + "ש"


async def test_prefix_and_placeholder() -> None:
    app = Host()
    async with app.run_test(size=(40, 4)) as pilot:
        assert row(app.editor).rstrip() == " › note…"
        assert under_cursor(app.editor) == "n"
        app.editor.prefix = Content(" skip [B2], reason ")
        app.editor.placeholder = ""
        assert row(app.editor).rstrip() == " skip [B2], reason"
        await type_in(pilot, "tid")
        assert row(app.editor).rstrip() == " skip [B2], reason tid"
        app.editor.prefix = "x" * 100
        assert row(app.editor) == "x" * 28 + "tid".ljust(12)


async def test_a_long_line_scrolls_with_the_cursor() -> None:
    app = Host()
    async with app.run_test(size=(23, 3)) as pilot:
        app.editor.put("".join(f"{number:05}" for number in range(2000)))
        assert row(app.editor) == " › …996019970199801999 "
        assert under_cursor(app.editor) == " "
        await pilot.press("home")
        assert row(app.editor) == " › 0000000001000020000…"
        for _ in range(19):
            await pilot.press("right")
        assert under_cursor(app.editor) == app.editor.text[19]
        await pilot.press("right")
        assert row(app.editor).startswith(" › …")
        assert under_cursor(app.editor) == app.editor.text[20]


async def test_wide_characters_fill_two_cells() -> None:
    app = Host()
    async with app.run_test(size=(16, 3)) as pilot:
        app.editor.put("각" * 50)
        await pilot.pause()
        strip = app.editor.render_line(0)
        assert strip.cell_length == 16
        assert app.cursor_position.x == 3 + 12
        await pilot.press("home")
        assert row(app.editor) == " › 각각각각각…  "


async def test_the_cursor_is_where_an_input_method_looks_for_it() -> None:
    app = Host()
    async with app.run_test() as pilot:
        app.editor.put(f"{FLAG}ab")
        await pilot.press("left")
        await pilot.pause()
        assert app.cursor_position == (3 + 3, 0)


@pytest.mark.parametrize(("x", "cursor"), [(0, 0), (3, 0), (4, 1), (5, 1), (6, 3), (7, 4), (30, 4)])
async def test_a_click_places_the_cursor(x: int, cursor: int) -> None:
    app = Host()
    async with app.run_test() as pilot:
        app.editor.put(f"a{FLAG}b")
        await pilot.pause()
        await pilot.click(LineEditor, offset=(x, 0))
        assert app.editor.cursor == cursor


async def test_the_cursor_is_drawn_while_the_line_has_the_focus() -> None:
    app = Host()
    async with app.run_test() as pilot:

        def drawn() -> str:
            rows = app.screen._compositor.render_strips()
            return "".join(part.text for part in rows[0] if part.style and part.style.reverse)

        app.editor.put("a")
        await pilot.press("left")
        await pilot.pause()
        assert drawn() == "a"
        app.screen.set_focus(None)
        await pilot.pause()
        assert drawn() == ""
        app.editor.focus()
        await pilot.pause()
        assert drawn() == "a"


def quickest(act: Callable[[], None], times: int = 40) -> float:
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        found.append(time.perf_counter() - begun)
    return min(found)


async def test_a_key_costs_the_same_in_a_long_line() -> None:
    app = Host()
    async with app.run_test() as pilot:

        def key() -> None:
            app.editor.insert("x")
            app.editor.render_line(0)

        app.editor.put("å " * 60)
        await pilot.pause()
        short = quickest(key)
        app.editor.put("å " * 50_000)
        assert quickest(key) < 3 * short + 0.001
