"""What a person has to learn, and to press: counted, and the same wherever it is told."""

from pathlib import Path

import pytest
from rich.console import Console

from interviews.core.commands import AskQuestion
from interviews.core.events import Asked, Covered, Noted, Raised, Refusal, Undone
from tests.tui.desk_helpers import Seat, Sit
from tests.tui.lines import GUIDE
from tui.input.actions import ACTS, BY_NAME, BY_SLASH, Action, key_of, slash_of
from tui.input.grammar import Context, parse
from tui.live.first_run import SIX, greets
from tui.live.help import GROUPS, group_table
from tui.translator import Language, Translator

SAMPLE = GUIDE
"""The thesis's guide, with what it wants before the first question ticked."""

EVERY_TERMINAL_SENDS = {"enter", "space", "tab", "escape", "up", "down", "pageup", "pagedown"} | {
    f"ctrl+{letter}" for letter in "abdefgklnopqrtuvwxyz"
}
"""Not c (taken for stopping a program), h, i, j, m (Backspace, Tab, Enter), s (stops some terminals)."""
NEEDS_ALTGR = set("@£$€{[]}\\~|")
WITHOUT_ALTGR = set("!\"#%&/()=?+-*'<>,;.:_0123456789 abcdefghijklmnopqrstuvwxyzæøå")


BY_ID = [(question.id, f"/{question.id.lower()}") for question in SAMPLE.questions]

BY_WORDS = {
    "A1": "/bev", "A2": "/uten", "A3": "/dette", "A4": "/ulik f", "B1": "/skjer", "B2": "/vektle", "B3": "/god",
    "B4": "/hverd", "B5": "/eksem", "B6": "/barri", "B7": "/forhol", "B8": "/ar sa", "B9": "/rette", "B10": "/akkur",
    "C1": "/opplev", "C2": "/ulike", "C3": "/synet", "Z1": "/legge",
}  # fmt: skip
"""What a person might type for each question of the sample, half words and all."""


@pytest.mark.parametrize(("question", "typed"), BY_ID)
def test_any_question_by_its_id_in_at_most_five_keys(sit: Sit, question: str, typed: str) -> None:
    seat = sit(guide=SAMPLE)
    seat.key(*typed, "enter")
    assert seat.session.interview.hand == question
    assert len(typed) + 1 <= 5


@pytest.mark.parametrize(("question", "typed"), BY_WORDS.items())
def test_any_question_by_its_words_in_at_most_eight_keys(sit: Sit, question: str, typed: str) -> None:
    seat = sit(guide=SAMPLE)
    seat.key(*typed, "enter")
    assert seat.session.interview.hand == question
    assert len(typed) + 1 <= 8


def test_the_commonest_acts_cost_one_or_two_keys(sit: Sit) -> None:
    seat = sit(guide=SAMPLE)
    seat.key("enter")
    assert isinstance(last(seat), Asked)
    seat.key("space")
    assert isinstance(last(seat), Noted)
    seat.key("!", "enter")
    assert isinstance(last(seat), Raised)
    seat.key("+", "enter")
    assert isinstance(last(seat), Covered)
    before = len(seat.session.interview.acts)
    seat.key("ctrl+z")
    assert len(seat.session.interview.acts) == before - 1


def last(seat: Seat) -> object:
    """The last act in force."""
    return seat.session.interview.last_act()


def test_an_undone_act_is_an_event(sit: Sit) -> None:
    seat = sit(guide=SAMPLE)
    seat.key("enter", "ctrl+z")
    assert seat.last["type"] == Undone.type


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_every_key_is_one_that_every_terminal_sends(act: Action) -> None:
    assert act.binding is None or act.binding in EVERY_TERMINAL_SENDS
    assert not NEEDS_ALTGR & set(act.prefix or "")
    assert set(act.prefix or "") <= WITHOUT_ALTGR


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_every_act_has_a_slash_word_that_is_its_own(act: Action) -> None:
    assert BY_SLASH[act.slash] is act
    meaning = parse(f"/{act.slash} 1", Context(SAMPLE, "A1")) if act.takes else parse(f"/{act.slash}", Context(SAMPLE))
    assert not isinstance(meaning, AskQuestion)
    assert not isinstance(meaning, Refusal) or act.takes


def test_no_two_acts_share_a_key() -> None:
    bindings = [act.binding for act in ACTS if act.binding]
    prefixes = [act.prefix for act in ACTS if act.prefix]
    assert len(set(bindings)) == len(bindings)
    assert len(set(prefixes)) == len(prefixes)


@pytest.mark.parametrize("language", ["nb", "en"])
def test_help_shows_every_act(language: str) -> None:
    _ = Translator("nb" if language == "nb" else "en")
    cells = [str(cell) for group in GROUPS for column in group_table(group, _).columns for cell in column.cells]
    page = "\n".join(cells)
    assert all(_(act.help) in page for act in ACTS)


@pytest.mark.parametrize("language", ["en", "nb", "nn", "da", "sv", "de"])
@pytest.mark.parametrize("width", [74, 86])
def test_help_shows_each_key_and_word_whole(language: Language, width: int) -> None:
    """What the page leaves of a terminal of 80 and of 100 columns."""
    _ = Translator(language)
    page = Console(width=width)
    with page.capture() as drawn:
        for group in GROUPS:
            page.print(group_table(group, _))
    begun = [line.split("  ") for line in drawn.get().splitlines()]
    shown = {part.strip() for parts in begun for part in parts}
    wanted = {said for act in ACTS for said in (key_of(act, _), slash_of(act, _)) if said}
    assert wanted <= shown


def test_the_six_keys_to_begin_with_are_always_in_sight() -> None:
    assert len(SIX) == 6
    assert all(name in BY_NAME for name in SIX)


def test_the_greeting_comes_once_and_never_back(tmp_path: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(tmp_path / "config")}
    assert greets(environment)
    assert not greets(environment)


def test_a_home_that_cannot_be_written_stands_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("no folder")
    assert greets({"XDG_CONFIG_HOME": str(tmp_path / "config")})
