"""The conversation: how entries are wrapped, and what stays where when they change."""

import time
from collections.abc import Sequence
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.app import App, ComposeResult

from tests.tui.sittings import settled
from tui.widgets.conversation import Conversation, Entry
from tui.widgets.entry_rows import count_rows, rows_of, wrap

A3 = Entry("1", "left", "20:02", "A3", "Hva er det som påvirker hva slags fokus du har på dette?", "question")
NOTE = Entry("2", "right", "20:40", "", "kommer an på dagen", "note")
OFFER = Entry("3", "quiet", "", "→", 'B8 "På hvilke arenaer …"?', "offer")
FOLLOW = Entry("4", "right", "1:02:03", "!", "kulturendring? hva mente han [by] *ler*\nto linjer", "follow-up")
WORDS = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("   aå\n🙂각\x1b")))


class Host(App[None]):
    def compose(self) -> ComposeResult:
        yield Conversation()

    @property
    def conversation(self) -> Conversation:
        return self.query_one(Conversation)


def rows(conversation: Conversation) -> list[str]:
    return [conversation.render_line(y).text.rstrip() for y in range(conversation.size.height)]


def follows(conversation: Conversation) -> bool:
    return conversation.following


def numbered(count: int, first: int = 0) -> list[Entry]:
    return [NOTE.but(key=str(number), text=f"note {number}") for number in range(first, first + count)]


@given(WORDS, st.integers(2, 40))
def test_wrapping_drops_nothing_but_blanks(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(wrap(text, 10_000_000)).replace(" ", "")


def test_words_are_kept_whole_where_they_fit() -> None:
    assert wrap("kommer an på dagen", 10) == ["kommer an", "på dagen"]
    assert wrap("arbeidsmiljøundersøkelser er lange", 10) == ["arbeidsmil", "jøundersøk", "elser er", "lange"]
    assert wrap("  innrykk [by]\n\nslutt", 12) == ["  innrykk", "[by]", "", "slutt"]
    assert wrap("", 10) == [""]


@given(st.sampled_from(["left", "right", "quiet"]), WORDS, st.sampled_from(["", "A3", "!", "B10"]), st.integers(24, 90))
def test_no_row_is_wider_than_the_view(side: str, text: str, head: str, width: int) -> None:
    entry = Entry("k", side, "1:02:03", head, text, "note")  # type: ignore[arg-type]
    for row in rows_of(entry, width):
        part, x, words = row.parts[-1]
        assert part == "text"
        assert x + cell_len(words) <= width


@given(
    st.sampled_from(["left", "right", "quiet"]),
    st.one_of(WORDS, st.text("abc å", max_size=60)),
    st.sampled_from(["", "A3", "!", "B10", "각", "\x1b"]),
    st.sampled_from(["", "0:01", "1:02:03", "101:02:03"]),
    st.integers(0, 60),
)
def test_rows_are_counted_as_they_are_wrapped(side: str, text: str, head: str, stamp: str, width: int) -> None:
    entry = Entry("k", side, stamp, head, text, "note")  # type: ignore[arg-type]
    assert count_rows(entry, width) == len(rows_of(entry, width))


async def test_who_speaks_is_told_by_the_side() -> None:
    app = Host()
    async with app.run_test(size=(51, 10)) as pilot:
        app.conversation.show([A3, NOTE, OFFER, FOLLOW])
        await pilot.pause()
        assert rows(app.conversation)[:7] == [
            " 20:02  A3  Hva er det som påvirker hva slags",
            "            fokus du har på dette?",
            " 20:40                          kommer an på dagen",
            '        → B8 "På hvilke arenaer …"?',
            "1:02:03             ! kulturendring? hva mente han",
            "                      [by] *ler*",
            "                      to linjer",
        ]


async def test_only_what_differs_and_is_in_view_is_wrapped_again(monkeypatch: pytest.MonkeyPatch) -> None:
    wrapped: list[str] = []

    def counted(entry: Entry, width: int) -> Sequence[object]:
        wrapped.append(entry.key)
        return rows_of(entry, width)

    monkeypatch.setattr("tui.widgets.conversation.rows_of", counted)
    app = Host()
    async with app.run_test(size=(60, 10)) as pilot:
        entries = numbered(50)
        app.conversation.show(entries)
        await pilot.pause()
        assert sorted(wrapped) == [str(number) for number in range(40, 50)]
        wrapped.clear()
        app.conversation.show([*entries, NOTE])
        await pilot.pause()
        assert wrapped == [NOTE.key]
        wrapped.clear()
        edited = [*entries[:48], entries[48].but(text="rettet"), entries[49]]
        app.conversation.show(edited)
        await pilot.pause()
        assert {"48", "49"} <= {*wrapped} <= {str(number) for number in range(39, 50)}
        assert [row.split()[-1] for row in rows(app.conversation)[-2:]] == ["rettet", "49"]
        wrapped.clear()
        app.conversation.show(list(edited))
        assert wrapped == []
        app.conversation.show(edited[:3])
        await pilot.pause()
        assert app.conversation.virtual_size.height == 3
        app.conversation.show([])
        assert set(rows(app.conversation)) == {""}


async def test_of_a_long_conversation_the_end_is_counted_at_once_and_the_rest_in_slices() -> None:
    long = [note.but(text="kommer an på dagen " * (1 + place % 4)) for place, note in enumerate(numbered(2000))]
    app, counted = Host(), Host()
    async with counted.run_test(size=(40, 10)) as pilot:
        counted.conversation.show(long)
        await pilot.pause()
        counted.conversation.page_up()  # who scrolls up waits for all of it
        await pilot.pause()
        whole, above = counted.conversation.virtual_size, rows(counted.conversation)
        counted.conversation.page_down()
        await pilot.pause()
        end = rows(counted.conversation)
    async with app.run_test(size=(40, 10)) as pilot:
        conversation = app.conversation
        conversation.show(long)
        await pilot.pause()
        assert rows(conversation) == end
        assert conversation.virtual_size != whole
        conversation.show([*long, NOTE])
        conversation.show(long)
        while conversation.virtual_size != whole:
            await pilot.pause(0.02)
        assert rows(conversation) == end
        assert follows(conversation)
        conversation.page_up()
        await pilot.pause()
        assert rows(conversation) == above
        conversation.show([long[0].but(text="rettet"), *long[1:]])
        await pilot.pause()
        assert rows(conversation) == above


async def test_the_end_stays_in_view_until_the_reader_scrolls_up() -> None:
    app = Host()
    async with app.run_test(size=(60, 10)) as pilot:
        conversation = app.conversation
        conversation.show(numbered(50))
        await pilot.pause()
        assert rows(conversation)[-1].endswith("note 49")
        conversation.page_up()
        await pilot.pause()
        assert not follows(conversation)
        before = rows(conversation)
        conversation.show(numbered(60))
        await pilot.pause()
        assert rows(conversation) == before
        conversation.page_down()
        conversation.page_down()
        conversation.page_down()
        await pilot.pause()
        assert follows(conversation)
        conversation.show(numbered(61))
        await pilot.pause()
        assert rows(conversation)[-1].endswith("note 60")


async def test_following_can_be_asked_for() -> None:
    app = Host()
    async with app.run_test(size=(60, 10)) as pilot:
        app.conversation.show(numbered(50))
        app.conversation.page_up()
        app.conversation.show(numbered(51), follow=True)
        await pilot.pause()
        assert rows(app.conversation)[-1].endswith("note 50")
        app.conversation.page_up()
        app.conversation.show(numbered(51), follow=True)
        await pilot.pause()
        assert rows(app.conversation)[-1].endswith("note 50")


async def test_the_mouse_wheel_scrolls_and_the_focus_stays_away() -> None:
    app = Host()
    async with app.run_test(size=(60, 10)) as pilot:
        app.conversation.show(numbered(50))
        await pilot.pause()
        wheel = events.MouseScrollUp(app.conversation, 5, 5, 0, -1, 0, shift=False, meta=False, ctrl=False)
        app.conversation.post_message(wheel)
        while follows(app.conversation):
            await pilot.pause()
        app.conversation.page_down()
        assert follows(app.conversation)
        assert app.focused is None


async def test_another_width_wraps_anew_and_keeps_the_place() -> None:
    app = Host()
    async with app.run_test(size=(90, 10)) as pilot:
        entries = [A3.but(key=str(number), head=f"A{number}") for number in range(40)]
        conversation = app.conversation
        conversation.show(entries)
        await pilot.pause()
        await pilot.resize_terminal(50, 12)
        await settled(app, pilot)
        assert follows(conversation)
        assert rows(conversation)[-1].strip() == "fokus du har på dette?"
        conversation.page_up()
        await pilot.pause()
        top = next(row for row in rows(conversation) if "A" in row[8:10]).split()[1]
        await pilot.resize_terminal(90, 10)
        await settled(app, pilot)
        assert not follows(conversation)
        assert any(top in row for row in rows(conversation)[:2])


async def test_words_command_nothing() -> None:
    app = Host()
    async with app.run_test(size=(60, 10)) as pilot:
        app.conversation.show([NOTE.but(text="[bold]\x1b[2J\u202e"), OFFER.but(text="a\nb")])
        await pilot.pause()
        assert rows(app.conversation)[0].endswith("[bold]‹1B›[2J‹202E›")
        assert [row.strip() for row in rows(app.conversation)[1:3]] == ["→ a", "b"]


class Styled(Conversation):
    COMPONENT_CLASSES: ClassVar[set[str]] = {"conversation--follow-up"}
    DEFAULT_CSS = "Styled > .conversation--follow-up { text-style: underline; }"


class StyledHost(App[None]):
    def compose(self) -> ComposeResult:
        yield Styled()


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark"])
async def test_a_kind_has_a_style_in_every_theme(theme: str) -> None:
    app = StyledHost()
    async with app.run_test(size=(60, 10)) as pilot:
        app.theme = theme
        app.query_one(Styled).show([FOLLOW, NOTE, A3])
        await pilot.pause()

        def style_of(y: int, word: str) -> Style:
            [style] = [each.style for each in app.query_one(Styled).render_line(y) if word in each.text]
            assert style is not None
            return style

        assert style_of(0, "kultur").underline
        assert not style_of(3, "dagen").underline
        assert style_of(4, "A3").bold
        assert style_of(0, "1:02").dim


async def test_an_append_costs_the_same_in_a_long_conversation() -> None:
    app = Host()
    async with app.run_test(size=(100, 30)) as pilot:
        costs = []
        for count in (10, 10_000):
            entries = numbered(count)
            app.conversation.show(entries)
            found = []
            for number in range(20):
                entries = [*entries, NOTE.but(key=f"new {number}")]
                begun = time.perf_counter()
                app.conversation.show(entries)
                found.append(time.perf_counter() - begun)
                await pilot.pause()
            costs.append(min(found))
        assert costs[1] < 3 * costs[0] + 0.002
