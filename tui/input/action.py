"""An action of the live screen.

Its keys and words, what they mean, what the prompt says, what is done.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from guide.frozen import Value
from guide.normalize import plain
from tui.translator import NORWEGIAN, Translator

if TYPE_CHECKING:
    from interviews.core.events import Refusal
    from tui.input.context import Context
    from tui.input.screen_commands import Intent
    from tui.live.action_runner import ActionRunner
    from tui.live.view_state import ViewState

Group = Literal["talk", "mark", "note", "park", "pilot", "practice", "see", "session"]

Parse = Callable[[str, "Context", str], "Intent | Refusal"]
"""What words after a slash word, or after a sign, mean: the words, what that depends on, the word as it was typed."""
Tell = Callable[["Intent", "Context", Translator], str]
Refuse = Callable[["Intent", "ViewState", "float | None"], "Refusal | None"]
Run = Callable[["ActionRunner", "Intent", "float | None"], bool]


class Action(Value):
    """One act, with its short ``title`` and its line of ``help``.

    ``key`` is how it is shown to people, ``binding`` the key as the terminal sends it (on an empty line), ``prefix`` the
    character that begins its line, ``slash`` its English word after ``/``, ``nb`` its bokmål one and ``nn`` its nynorsk one
    where that differs; ``takes`` says whether words follow, ``anywhere`` whether its key works with text on the line too,
    ``later`` whether it can be done in the review too, as a correction of what was done at the table. ``heard`` are
    further words that are understood and never shown.

    ``means`` is what its word means alone, ``parse`` what it means with words behind it, ``sign`` what its one-character
    prefix means with words behind that. ``tell`` is what the prompt says of it before Enter, its title where there is none;
    ``refuse`` why it would not be done now, ``run`` how it is done: else the interview decides both. ``makes`` are the kinds
    of commands that ``parse`` and ``sign`` make, for ``tell``, ``refuse`` and ``run`` to be asked about.
    """

    name: str
    title: str
    help: str
    group: Group
    key: str
    slash: str
    nb: str
    binding: str | None = None
    prefix: str | None = None
    takes: bool = False
    anywhere: bool = False
    heard: tuple[str, ...] = ()
    later: bool = False
    nn: str = ""
    means: "Intent | None" = None
    parse: Parse | None = None
    sign: Parse | None = None
    tell: Tell | None = None
    refuse: Refuse | None = None
    run: Run | None = None
    makes: tuple[type, ...] = ()

    def word(self, language: str) -> str:
        """Its word after ``/`` in the interface's language."""
        if language == "nn" and self.nn:
            return self.nn
        return self.nb if language in NORWEGIAN else self.slash

    def key_in(self, language: str) -> str:
        """Its key as shown in the interface's language: a word after ``/`` is in that language."""
        return self.key.replace(f"/{self.slash}", f"/{self.word(language)}") if len(self.key) > 1 else self.key


ENDING = ("slutt", "stopp", "av", "end", "stop", "off")
"""Words after what begins and ends, that can only be meant to end it."""

ARGUMENTS = {"no": "nei", "same": "samme", "stop": "stopp"}
"""Words that follow a command's, in English and Norwegian."""


def argument_of(word: str) -> str:
    """A word after a command's in English, whichever language it was typed in; any other as it is, in lower case."""
    typed = plain(word.strip())
    return next((english for english, norwegian in ARGUMENTS.items() if typed == norwegian), typed)
