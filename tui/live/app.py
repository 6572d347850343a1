"""The live screen's Textual application."""

from collections.abc import Iterable

from textual.app import SystemCommand
from textual.screen import Screen

from tui.actions import ACTS, key_of, slash_of
from tui.base_app import CommandApp
from tui.live.live_screen import LiveScreen


class InterviewApp(CommandApp, inherit_bindings=False):
    """Runs the live screen, and has a palette of its acts."""

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every act of the live screen, and nothing else."""
        if not isinstance(screen, LiveScreen):
            return
        for act in ACTS:
            keys = f"{key_of(act, self._)}  {slash_of(act, self._)}".rstrip()
            title = f"{self._.title(act.name)}   {keys}"
            yield SystemCommand(title, self._.help(act.name), lambda name=act.name: screen.do_act(name))
