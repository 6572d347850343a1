"""An action that the program does not have: one object, and grammar, prompt and carrying out take it from there."""

import pytest

from interviews.core import commands as do
from interviews.core.events import Refusal
from tests.tui.desk_helpers import Sit
from tui.input import actions, grammar
from tui.input.action import Action
from tui.input.context import Context
from tui.input.screen_commands import Intent, ScreenCommand
from tui.live.action_runner import ActionRunner
from tui.live.view_state import ViewState
from tui.translator import Translator


class Shout(ScreenCommand):
    """Say something under the line."""

    words: str


def _parse(tail: str, _: Context, _word: str) -> Intent | Refusal:
    return Shout(tail.strip())


def _tell(meaning: Intent, _context: Context, _: Translator) -> str:
    return f"shout {meaning.words}" if isinstance(meaning, Shout) else ""


def _refuse(meaning: Intent, _table: ViewState, _began: float | None) -> Refusal | None:
    return Refusal("nothing_paused") if meaning == Shout("quietly") else None


def _run(runner: ActionRunner, intent: Intent, _: float | None) -> bool:
    runner.table.say(intent.words if isinstance(intent, Shout) else "")
    return True


STAR = Action(
    "star", "Important", "a note", "note", "/qxstar", "qxstar", "qxstjerne", means=do.TakeNote("important", "topic")
)
SHOUT = Action(
    "shout", "Shout", "words", "see", "/qxshout", "qxshout", "qxrop",
    parse=_parse, tell=_tell, refuse=_refuse, run=_run, makes=(Shout,),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _more(monkeypatch: pytest.MonkeyPatch) -> None:
    """The registry with two more."""
    for act in (STAR, SHOUT):
        for word in (act.slash, act.nb):
            assert word not in actions.BY_SLASH, "the program has it: take another word here"
            monkeypatch.setitem(actions.BY_SLASH, word, act)
    monkeypatch.setitem(grammar._BY_MEANING, Shout, SHOUT)


def test_one_whose_word_is_a_command_needs_nothing_else(sit: Sit) -> None:
    seat = sit(language="en")
    seat.key("enter")
    seat.say("/qxstjerne")
    assert (seat.last["kind"], seat.last["text"]) == ("topic", "important")
    seat.type("/qxstar now")
    assert seat.prompt == "No words follow /qxstar: write them as a note."


def test_one_of_the_screen_says_what_it_would_do_why_not_and_does_it(sit: Sit) -> None:
    seat = sit(language="en")
    seat.type("/qxrop hurra")
    assert seat.prompt == "shout hurra"
    seat.key("enter")
    assert (seat.notice, seat.line.text) == ("hurra", "")
    seat.say("/qxshout quietly")
    assert (seat.notice, seat.line.text) == ("No pause is on, and nothing is off the record.", "/qxshout quietly")
