"""Keys one after the other.

A key may open a line, a card or a screen that the next key is meant for. Keys that come in one read (typed ahead while
the machine was busy, or sent by another program) would all go to where the focus was before the first of them:
Textual 8.2 sends a key on when it arrives, and ``Widget.focus`` only asks for the focus to be set later
(``textual/widget.py``).
"""

from collections import deque
from typing import TYPE_CHECKING

from textual import events
from textual.message_pump import MessagePump

from tui.base_app import BaseApp

if TYPE_CHECKING:
    from textual.timer import Timer

_STUCK = 1.0
"""Seconds after which the next key is let through although nobody said that the one before was dealt with."""


class OrderedKeysApp(BaseApp, inherit_bindings=False):
    """Gives each key to whatever has the focus after the key before it was dealt with."""

    def __init__(self, theme: str = "dark") -> None:
        super().__init__(theme)
        self._coming: deque[events.Key | events.Paste] = deque()
        self._under_way = 0
        self._number = 0
        self._guard: Timer | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a key is being dealt with, or waits for its turn."""
        return bool(self._coming or self._under_way)

    async def on_event(self, event: events.Event) -> None:
        """Take a key or a paste in its turn, and everything else at once."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._coming.append(event)
        if not self._under_way:
            await self._next()

    async def _next(self) -> None:
        if not self._coming:
            return
        self._number += 1
        number = self._under_way = self._number
        self._guard = self.set_timer(_STUCK, lambda: self._finish(number))
        target: MessagePump = self.focused or self.screen
        await super().on_event(self._coming.popleft())
        self._follow(target, number)

    def _follow(self, node: MessagePump | None, number: int) -> None:
        """Go the way of the key, from the widget up to the application, behind it in each queue."""
        above = None if node is None else node._parent  # noqa: SLF001  a screen's parent is not told otherwise
        if node is None or node is self or not node.call_later(self._follow, above, number):
            self.call_later(self._look_around, number)

    def _look_around(self, number: int) -> None:
        """Whatever the key opened is drawn, and has the focus, before the next one."""
        if not self.screen.call_after_refresh(self._finish, number):
            self._finish(number)

    def _finish(self, number: int) -> None:
        if number != self._under_way:
            return
        if self._guard is not None:
            self._guard.stop()
        self.call_later(self._let_go, number)

    async def _let_go(self, number: int) -> None:
        if number == self._under_way:
            self._under_way = 0
            await self._next()
