"""Textual's pilot, waiting until the app is at rest instead of until its process looks idle.

Textual sleeps fiftieths of a second until it sees a process that uses no processor, twice for each key: most of the
time of a test with a screen, and a guess. Here nothing sleeps: the app is at rest when no task of the loop can go on,
nothing is left to draw, and no timer is about to fire that only puts off what is owed (a resize).
"""

import asyncio
from typing import Any, cast

import textual.app
import textual.pilot
from textual._context import active_app
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

TURNS = 10_000
"""Of the loop, until an app that never comes to rest is told so: far beyond what any needs."""


async def rest(min_sleep: float = 0, max_sleep: float = 0) -> None:
    """Wait until nothing is left that the app would do by itself; the arguments are Textual's and mean nothing here."""
    app = active_app.get()
    loop = cast("Any", asyncio.get_running_loop())
    for _ in range(TURNS):
        await asyncio.sleep(0)
        if loop._ready or _draw(app):
            continue
        if app._resize_timer is None:
            return
        app._check_resize()
    raise AssertionError(f"the app does not come to rest: {loop._ready}")


def _draw(app: App[Any]) -> bool:
    """Draw what the timer of a screen would draw a sixtieth of a second later; whether there was anything."""
    if not app._screen_stack:
        return False
    screen = app.screen
    owed = bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )
    if owed and not app._batch_count:
        screen._on_timer_update()
        return True
    return False


_COMPOSE = Screen._compositor_refresh


def _compose_later(screen: Screen[Any]) -> None:
    """No terminal gets a frame between the keys of one press, and nobody looks: what it changes is in the next."""
    app = screen.app
    if app.is_headless and screen is app.screen:
        screen._dirty_widgets.clear()
        app._update_mouse_over(screen)
    else:
        _COMPOSE(screen)


async def _everything_is_processed(pilot: Pilot[Any], timeout: float = 0) -> bool:
    """What Textual asks each widget in turn, and whether the app still stands; now the frame is drawn."""
    await rest()
    if pilot.app._screen_stack:
        _COMPOSE(pilot.app.screen)
    return pilot.app._exception is None


def share() -> None:
    """Let every pilot wait so."""
    textual.app.wait_for_idle = textual.pilot.wait_for_idle = rest  # type: ignore[attr-defined]
    Screen._compositor_refresh = _compose_later  # type: ignore[method-assign, assignment]
    Pilot._wait_for_screen = _everything_is_processed  # type: ignore[method-assign, assignment]
