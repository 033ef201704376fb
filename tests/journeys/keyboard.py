"""A person at the keyboard: the running program, keys pressed, and what the screen says afterwards."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from textual.pilot import Pilot

from teamops.app import Teamops
from teamops.clock import Clock
from teamops.db.books import Books
from teamops.paths import places
from teamops.services.desk import Desk
from teamops.settings import Settings
from tests.screen_text import screen_text

SIZES = ((80, 24), (120, 36))


class Keyboard:
    """Presses keys and waits until all that follows from them is done."""

    def __init__(self, app: Teamops, pilot: Pilot[None]) -> None:
        self.app = app
        self._pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys one after another, each until nothing moves any more."""
        for key in keys:
            await self._pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text, as an input method sends it: character by character."""
        for character in text:
            await self._pilot.press("space" if character == " " else character)
        await self.settle()

    async def settle(self) -> None:
        """Wait for actions, drafts and repaints."""
        await self.app.workers.wait_for_complete()
        await self._pilot.pause()
        await self.app.workers.wait_for_complete()
        await self._pilot.pause()

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
    async with app.run_test(size=size, notifications=True) as pilot:
        keyboard = Keyboard(app, pilot)
        await keyboard.settle()
        yield keyboard


def later(books: Books, **by: int) -> None:
    """Let time pass for these books."""
    now = books.clock.now() + timedelta(**by)
    books.clock = Clock(books.clock.zone.key, now, monotonic=lambda: 0.0)
