"""While `#` is typed in a note: up to three questions in one dim line; Tab takes the first; nothing else moves."""

from pathlib import Path

import pytest

from interviews.core.notes import Note, notes
from interviews.linking.completions import Completer
from interviews.session import Session
from interviews.study.previous_interviews import Link, PreviousInterviews
from tests.clocks import StandingClock
from tests.interviewer import thesis_study
from tests.tui.desk_helpers import Seat, Sit
from tests.tui.hour_seat import SitDown
from tests.tui.sittings import app_for, session_in, settled
from tests.tui.test_curtain import seen, table
from tui.live.live_screen import LiveScreen
from tui.live.options import LiveOptions
from tui.live.suggestions import Offers, label_questions


def named(seat: Seat) -> tuple[str, ...]:
    """The questions named for what stands on the line, as the screen asks for them once a key has been drawn."""
    seat.desk.work_out_completions()
    return seat.table.completions


def last(seat: Seat) -> Note:
    """The last note as it stands."""
    return notes(seat.session.interview)[-1]


def typed(seat: Seat, text: str) -> tuple[str, ...]:
    seat.type(text)
    return named(seat)


@pytest.fixture
def asked(sit: Sit) -> Seat:
    """An interview in which A1 has been asked."""
    seat = sit()
    seat.type("/a1")
    seat.key("enter")
    return seat


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("bandet spiller på mange arenaer #", "note"),
        ('"vi spiller på mange arenaer #', "quote"),
        ("!hvilke arenaer #", "follow_up"),
        ('!"det er jo arenaer nok #', "follow_up"),
        (">arenaer i nabokommunen #", "topic"),
        ("-20s spilte på flere arenaer #", "note"),
        ('-1m "flere arenaer #', "quote"),
        ("++arenaer #", "note"),  # a doubled prefix is text
        ("# arenaer, arenaer #", "note"),
    ],
)
def test_in_every_note_tab_takes_the_first_and_enter_links_it(asked: Seat, line: str, kind: str) -> None:
    first = typed(asked, line)[0]
    assert first in ("B8", "B9", "B10")
    asked.key("tab")
    assert asked.line.text == f"{line.replace('++', '+')}{first.lower()} "
    assert named(asked) == ()
    assert asked.table.notice is None
    assert asked.session.interview.next_seq == 2, "nothing is done before Enter"
    asked.type("i byen")
    asked.key("enter")
    done = last(asked)
    assert (done.kind, first in done.about) == (kind, True)


@pytest.mark.parametrize(
    "line",
    [
        "/find #",
        "/arenaer #",
        "/note arenaer #",
        "+b8 #",
        "- arenaer #",  # a reason links nothing
        "?arenaer #",
        "arenaer",
        "arenaer # ",
        "c#",  # as in music, or in a name
        "arenaer ##",
        "arenaer #b8!",
    ],
)
def test_elsewhere_nothing_is_named_and_tab_is_what_it_was(asked: Seat, line: str) -> None:
    assert typed(asked, line) == ()
    asked.key("tab")
    assert asked.line.text == line
    assert asked.table.notice is not None
    assert asked.table.notice.text == "Ingenting tilbys nå."


@pytest.mark.parametrize(
    ("begun", "taken"),
    [("b", "#b8 "), ("B", "#b8 "), ("b1", "#b1 "), ("b10", "#b10 "), ("C3", "#c3 "), ("bar", "#b6 "), ("are", "#b8 ")],
)
def test_what_is_typed_after_it_narrows_by_id_or_word(asked: Seat, begun: str, taken: str) -> None:
    typed(asked, f"samhandling på arenaer #{begun}")
    asked.key("tab")
    assert asked.line.text == f"samhandling på arenaer {taken}"


def test_tab_is_for_the_line_as_it_stands_however_quickly_it_comes(asked: Seat) -> None:
    typed(asked, "arenaer #")
    asked.type("c3")  # no look in between
    asked.key("tab")
    assert asked.line.text == "arenaer #c3 "


def test_no_key_waits_for_it(asked: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys are taken without it; it is worked out after they are drawn, once for each line."""
    worked_out = []

    def complete(_self: Completer, text: str, begun: str, *_rest: object) -> tuple[str, ...]:
        worked_out.append((text.strip(), begun))
        return ("B8",)

    monkeypatch.setattr(Completer, "complete", complete)
    asked.type("arenaer #b8")
    assert worked_out == []
    assert named(asked) == named(asked) == ("B8",)
    asked.key("shift+tab")
    assert named(asked) == ("B8",)
    assert worked_out == [("arenaer", "b8")]


def test_digits_and_every_other_key_stay_text(asked: Seat) -> None:
    assert len(typed(asked, "arenaer #")) == 3
    asked.type("1")
    assert asked.line.text == "arenaer #1"
    asked.type(" og mer, #tema")
    asked.key("enter")
    assert last(asked).text == "arenaer #1 og mer, #tema"


def test_the_question_in_hand_and_those_linked_already_are_not_named(asked: Seat) -> None:
    assert "A1" not in typed(asked, "bevisst i timene #a")
    asked.key("escape", "escape")
    first = typed(asked, "arenaer #")[0]
    asked.key("tab")
    assert first not in typed(asked, "#")


def test_escape_puts_the_names_away_and_the_line_goes_on(asked: Seat) -> None:
    assert typed(asked, "arenaer #")
    asked.key("escape")
    assert (asked.line.text, named(asked)) == ("arenaer #", ())
    assert typed(asked, "b") == (), "it was put away for this #"
    assert typed(asked, " og #"), "another begins anew"
    asked.key("escape", "escape")
    assert asked.line.text == ""
    assert typed(asked, "arenaer #"), "so does another line"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("spilte i F #", "spilte i F #"),
        ('"I sing in C #', "I sing in C #"),
        ("bandet spiller #b8 #", "bandet spiller #b8 #"),
        ("-20s spilte i F #", "spilte i F #"),
        ("#", "#"),
    ],
)
def test_a_hash_at_the_end_is_saved_as_it_was_written(asked: Seat, line: str, text: str) -> None:
    asked.type(line)
    asked.key("enter")
    assert last(asked).text == text
    asked.key("up")
    asked.type(" til #")
    asked.key("enter")
    assert last(asked).text == f"{text} til #"


def test_a_hash_at_the_end_of_a_paste_is_kept_when_its_front_is_edited(asked: Seat) -> None:
    asked.paste("hun sang i F #")
    asked.key("enter")
    assert last(asked).text == "hun sang i F #"
    asked.key("up")
    asked.line.put(f"og {asked.line.text}", literal=asked.line.literal)
    asked.key("enter")
    assert last(asked).text == "og hun sang i F #"


def test_in_think_time_it_answers_too_for_it_was_asked(sit_down: SitDown) -> None:
    seat = sit_down(helps=LiveOptions(think=10))
    seat.say("/a1")
    assert seat.table.thinking
    assert typed(seat, "om b2 #")


def test_notes_of_earlier_interviews_and_of_this_one_count(sit_down: SitDown) -> None:
    seat = sit_down(helps=LiveOptions(earlier=PreviousInterviews(links=(Link("dugnad i sandkassa", ("B2",)),))))
    seat.say("/a1")
    assert typed(seat, "dugnaden #")[0] == "B2"
    seat.key("escape", "escape")
    seat.say("trillebår og spade #b1")
    assert typed(seat, "nye trillebårer #")[0] == "B1"
    seat.key("escape", "escape", "ctrl+z", "ctrl+z")
    seat.say("trillebår og spade #a3")
    assert typed(seat, "nye trillebårer #")[0] == "A3"


def test_in_editing_and_in_filling_bookmarks(asked: Seat) -> None:
    asked.type("arenaer")
    asked.key("enter", "up")
    first = typed(asked, " #")[0]
    asked.key("tab", "enter")
    assert first in last(asked).about
    asked.key("space")
    asked.type("/fill")
    asked.key("enter")
    assert "A1" not in typed(asked, "/spilte på arenaer #"), "words, whatever they begin with"
    assert asked.table.completions
    asked.key("tab", "enter")
    assert "#b" in last(asked).text


def test_where_nothing_in_the_note_speaks_those_near_are_named(asked: Seat) -> None:
    assert typed(asked, "#") == ("A2", "A3", "A4")
    asked.key("tab")
    assert asked.line.text == "#a2 "


@pytest.mark.parametrize("width", [20, 40, 74, 95, 200])
def test_three_have_room_in_one_line(asked: Seat, width: int) -> None:
    told = [text for _, text in label_questions(("B7", "A4", "B10"), asked.session.interview.guide, width)]
    assert [text.split()[0] for text in told] == ["#b7", "#a4", "#b10"]
    assert width < 30 or sum(len(text) + 3 for text in told) <= width


async def test_on_the_screen_one_line_and_nothing_else_moves(tmp_path: Path) -> None:
    async with table(tmp_path, (80, 24)) as at:
        await at.say("/a1")
        before = await at.press(*"flere")
        rows = await at.press("space", "#")
        named = "Tab #"
        assert named in rows
        assert before.split("flere")[0].split("notat A1")[0] == rows.split("flere")[0].split("notat A1")[0]
        await at.press("left")
        assert named not in seen(at.app), "the cursor has left it"
        assert named in await at.press("right")
        assert "Tab #b9 arenaer deltagelse" in await at.press("b", "9")
        await at.press("tab")
        assert isinstance(at.app.screen, LiveScreen)
        assert at.app.screen.line.text == "flere #b9 "
        assert named not in await at.press("x")
        await at.press("space", "#")
        assert "Tab" not in await at.press("ctrl+l"), "nothing over a curtain"
        assert await at.press("c") == await at.press("tab"), "and Tab writes nothing there"
        assert "#c1" in await at.press("ctrl+l", "1")
        await at.press("enter")
        assert notes(at.session.interview)[-1].about == ("A1", "B9", "C1")


async def test_in_the_middle_of_a_line_and_with_the_mouse(tmp_path: Path) -> None:
    clock = StandingClock()
    session: Session = session_in(thesis_study(tmp_path), clock)
    app = app_for(session, clock)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = app.screen
        assert isinstance(screen, LiveScreen)
        await pilot.press("escape", *"/a1", "enter", *"arenaer", "space", *"ute", "left", "left", "left", "left")
        await pilot.press("space", "#")
        await settled(app, pilot)
        shown = screen.desk.table.completions
        assert len(shown) == 3
        row = next(text for text in seen(app).split("  ") if "Tab #" in text)
        assert all(f"#{id.lower()}" in row for id in shown)
        bar = screen.query_one("#hints")
        x = next(x for x in range(100) if bar.render_line(0).text[x:].startswith(f"#{shown[1].lower()}"))
        await pilot.click(bar, offset=(x, 0))
        await settled(app, pilot)
        assert screen.line.text == f"arenaer #{shown[1].lower()} ute"
        assert not screen.desk.table.completions
    session.close()


def test_a_second_word_narrows_further_and_tab_takes_both_away(asked: Seat) -> None:
    one = typed(asked, "hun spiller #arenaer")
    assert len(one) > 1
    two = typed(asked, " deltagelse")
    assert two[:1] == ("B9",)
    asked.key("tab")
    assert asked.line.text == f"hun spiller #{two[0].lower()} "
    assert typed(asked, "i byen") == ()


@pytest.mark.parametrize("line", ["#arena han", "#arena qqq", "#b8 arena", "#b9 deltagelse", "#arenaer deltagelse og"])
def test_what_finds_nothing_more_is_text_of_the_note(asked: Seat, line: str) -> None:
    assert typed(asked, f"hun lo {line}") == ()
    asked.key("tab")
    assert asked.line.text == f"hun lo {line}"


def test_evidence_gathered_in_slices_is_that_gathered_at_once(asked: Seat) -> None:
    for text in (
        "bandet spiller på arenaer #b2",
        "øver med klienten #b4",
        "arenaer i bandet",
        "klienten øver alene #b4",
    ):
        asked.say(text)
    sliced, whole = asked.desk.hands.offers, Offers(asked.table)
    asked.key("ctrl+z")  # takes evidence back, and nothing is due for an offer any more
    learning = [sliced.is_learning]
    while sliced.read_on(0.0):  # the guide's own first, then note by note
        learning.append(sliced.is_learning)
    assert learning == [True] * 5
    assert [sliced.is_learning] == [False]
    for text in ("bandet og arenaer", "øver klienten alene", "ingenting"):
        ours, theirs = sliced.prepare(), whole.prepare()
        assert ours[0].best(text) == theirs[0].best(text)
        assert ours[1].complete(text) == theirs[1].complete(text)


def test_a_note_taken_while_evidence_is_gathered_counts_once(asked: Seat) -> None:
    for text in ("bandet spiller på arenaer #b2", "øver med klienten #b4", "på flere arenaer #b2"):
        asked.say(text)
    offers = asked.desk.hands.offers
    offers.read_on(0.0)
    offers.read_on(0.0)
    asked.say("arenaer i byen #b2")
    while offers.read_on(0.0):
        pass
    asked.clock.go_on(60)
    asked.desk.work_out_offer()
    whole = Offers(asked.table).prepare()
    assert offers.prepare()[1].complete("arenaer") == whole[1].complete("arenaer")
    assert offers.prepare()[0].best("arenaer") == whole[0].best("arenaer")
