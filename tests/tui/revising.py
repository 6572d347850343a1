"""People who revise: a study with a pilot in it, a round without a screen, and the screen itself."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot

from interviews.core import commands as do
from interviews.core.commands import Command
from interviews.revisions.draft import RevisionDraft, keep_draft
from interviews.revisions.writing import OnDisk, read_on_disk
from interviews.study.folder import Study
from tests.clocks import StandingClock
from tests.tui.sittings import KEYS, settled
from tests.tui.studies import hold, study_with
from tui.commands.revise import material_of, write
from tui.revise.revise_controller import Call, ReviseController
from tui.revise.revise_screen import ReviseApp
from tui.revise.revision_session import Material, RevisionSession
from tui.translator import Language, Translator
from tui.widgets.line_model import TypedLine

NEW_A1 = "Kan du fortelle om hvordan du tenker på det sosiale når du planlegger en time?"
PILOT: tuple[Command, ...] = (
    do.AskQuestion("A1"),
    do.TakeComment("hvor bevisst … det høres ut som en prøve"),
    do.Judge("reword", reason="response"),
    do.Propose("A1", NEW_A1),
    do.AskQuestion("A2"),
    do.Judge("keep"),
    do.AskQuestion("B3"),
    do.TakeNote("Hvordan merker du at kontakten er der?", "follow_up"),
    do.AskQuestion("B6"),
    do.TakeComment("to spørsmål på en gang?", prompt="paraphrase"),
    do.Judge("split", reason="overlap"),
    do.Propose("B6", "Hvordan jobber du med det som hindrer klienten i å delta?"),
    do.Propose("B6", "Hvilke ressurser bygger du på?"),
    do.AskQuestion("B9"),
    do.Judge("merge", reason="overlap"),
    do.Propose("B9", "", "B8"),
    do.AskQuestion("C3"),
    do.TakeComment("dette ville jeg hatt først"),
    do.Judge("earlier"),
    do.Propose("C3", "", "A1"),
    do.TakeNote("Taushetsplikten i små miljøer", "topic"),
    do.Judge("drop", "B7", "overlap"),
)
"""A pilot that finds fault with wording, order and length, and raises a topic."""


def piloted(folder: Path, acts: tuple[Command, ...] = PILOT) -> Path:
    """The thesis's study after one pilot."""
    study_with(folder)
    hold(folder, "P1", acts)
    return folder


def material(folder: Path, after: str | None = None) -> Material:
    """What there is to decide on."""
    now = read_on_disk(folder)
    assert isinstance(now, OnDisk)
    found = material_of(Study(folder), now, after, Translator("nb"))
    assert isinstance(found, Material)
    return found


class Seat:
    """Somebody who revises without a screen: presses keys, and looks at the round."""

    def __init__(self, folder: Path, after: str | None = None, language: Language = "nb") -> None:
        self.folder = folder
        self._ = Translator(language)
        self.round = RevisionSession(material(folder, after), self._, self._keep)
        self.calls: list[Call] = []
        self.line = TypedLine(lambda: 0.0)
        self.desk = ReviseController(self.round, self._, self.line, self.calls.append)

    def _keep(self, draft: RevisionDraft) -> None:
        keep_draft(self.folder, draft)

    def key(self, *keys: str) -> None:
        """Press keys by their names, or characters."""
        for key in keys:
            character = key if len(key) == 1 else None
            if not self.desk.press(key, character):
                if character is not None:
                    self.line.insert(character)
                else:
                    self.line.edit(key)
            self.desk.take_typed()

    def write(self, text: str) -> None:
        """Put another text on the line, and press Enter."""
        self.key("end", "ctrl+u", *text, "enter")

    def at(self, question: str, kind: str | None = None) -> None:
        """Go to the first proposal about a question."""
        found = (
            place
            for place, one in enumerate(self.round.material.proposals)
            if one.question == question and kind in (None, one.kind)
        )
        self.desk.go_to(next(found))

    def finish(self) -> str:
        """Write the revision; why it could not be, or nothing."""
        return write(self.round, self._, StandingClock()).failed

    @property
    def said(self) -> list[str]:
        """What was decided, each in a sentence."""
        return [self.round.describe_done(done) for done in self.round.done]


class AtScreen:
    """Somebody at the screen."""

    def __init__(self, app: App[str], pilot: Pilot[str], folder: Path, clock: StandingClock) -> None:
        self.app, self.pilot, self.folder, self.clock = app, pilot, folder, clock

    async def keys(self, keys: str) -> None:
        """Look, then press keys without any time between them; ⏎ is Enter, ⇥ Tab."""
        self.clock.go_on(60)
        await self.pilot.press(*({"⇥": "tab", "-": "minus"}.get(key) or KEYS.get(key, key) for key in keys))
        await settled(self.app, self.pilot)

    @property
    def rows(self) -> str:
        """What stands on the screen."""
        return "\n".join(strip.text.rstrip() for strip in self.app.screen._compositor.render_strips())


@asynccontextmanager
async def at_screen(
    folder: Path,
    after: str | None = None,
    size: tuple[int, int] = (100, 30),
    language: Language = "nb",
) -> AsyncIterator[AtScreen]:
    """Sit down at the screen to revise a study."""
    _ = Translator(language)
    round_ = RevisionSession(material(folder, after), _, lambda draft: keep_draft(folder, draft))
    clock = StandingClock()
    app = ReviseApp(round_, _, lambda: write(round_, _, StandingClock()).failed, now=clock.running)
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        yield AtScreen(app, pilot, folder, clock)
