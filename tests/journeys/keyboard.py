"""A person at the keyboard: the running program, keys pressed, and what the screen says afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from unittest.mock import patch

from textual.events import Key, Paste
from textual.keys import _character_to_key
from textual.pilot import Pilot

from teamops.app import Teamops
from teamops.clock import Clock
from teamops.db.books import Books
from teamops.paths import places
from teamops.services.desk import Desk
from teamops.settings import Settings
from tests.screen_text import screen_text

SIZES = ((80, 24), (120, 36))
SOON = 0.1
"""What a timer of fewer seconds does belongs to the key that set it; what a later one does, does not."""

PATIENCE = 5000
"""How often it is looked whether everything rests, before the test gives up."""


class Keyboard:
    """Presses keys and waits until all that follows from them is done."""

    def __init__(self, app: Teamops, pilot: Pilot[None]) -> None:
        self.app = app
        self._pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys one after another, each until nothing moves any more."""
        for key in keys:
            await self._send(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text, as an input method sends it: character by character."""
        for character in text:
            await self._send(character)
        await self.settle()

    async def _send(self, key: str) -> None:
        if len(key) > 1 or key.isalnum():
            await self._pilot.press(key)
            return
        # The framework's own tester forgets which character it is where its name has several words.
        event = Key(_character_to_key(key), key)
        event.set_sender(self.app)
        self.app.post_message(event)
        await self._pilot._wait_for_screen()

    async def paste(self, text: str) -> None:
        """Paste a text, as the terminal sends it."""
        self.app.post_message(Paste(text))
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Make the terminal another size."""
        await self._pilot.resize_terminal(width, height)
        await self.settle()

    async def settle(self, soon: float = SOON) -> None:
        """Wait for actions, drafts, repaints, and for the timers that go off within `soon` seconds."""
        quiet = 0
        for _ in range(PATIENCE):
            if self.app._exception is not None:
                raise self.app._exception
            await self.app.workers.wait_for_complete()
            await self._pilot._wait_for_screen()
            self.app.screen._on_timer_update()
            await asyncio.sleep(0.002 if self._moves(soon) else 0)
            quiet = 0 if self._moves(soon) else quiet + 1
            if quiet == 3:
                return
        raise AssertionError(f"it never comes to rest:\n{self.screen}")

    def _moves(self, soon: float) -> bool:
        screen = self.app.screen
        pumps = (self.app, *screen.walk_children(with_self=True))
        return (
            bool(screen._callbacks or screen._layout_required or screen._dirty_widgets)
            or any(not worker.is_finished for worker in self.app.workers)
            or any(pump.message_queue_size or pump._next_callbacks for pump in pumps)
            or any(
                timer._repeat == 0
                and timer._interval <= soon
                and timer._task is not None
                and not timer._task.done()
                for pump in pumps
                for timer in pump._timers
            )
            or self.app.animator._animations != {}
        )

    @property
    def screen(self) -> str:
        """What is on the screen."""
        return screen_text(self.app)

    def sees(self, *texts: str) -> None:
        """Fail unless every text is on the screen."""
        shown = self.screen
        for text in texts:
            assert text in shown, f"{text!r} is not on the screen:\n{shown}"

    def misses(self, text: str) -> None:
        """Fail where a text is on the screen."""
        assert text not in self.screen, f"{text!r} is on the screen:\n{self.screen}"


@asynccontextmanager
async def at_the_keyboard(desk: Desk, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Keyboard]:
    """The program on these books, on a terminal of this size."""
    app = Teamops(desk, Settings(), places())
    with patch("textual.app.wait_for_idle", _at_once), patch("textual.pilot.wait_for_idle", _at_once):
        async with app.run_test(size=size, notifications=True) as pilot:
            keyboard = Keyboard(app, pilot)
            await keyboard.settle()
            yield keyboard
            app.exit()


async def _at_once(_least: float = 0.0) -> None:
    """In the place of the framework's wait for an idle processor: a busy machine is never idle."""


def later(books: Books, **by: int) -> None:
    """Let time pass for these books."""
    now = books.clock.now() + timedelta(**by)
    books.clock = Clock(books.clock.zone.key, now, monotonic=lambda: 0.0)
