"""What screens may ask of the application they stand in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from textual.app import App
from textual.content import Content
from textual.timer import Timer

from teamops.errors import Refusal
from teamops.models.meetings import ClockView
from teamops.services import meeting_clock
from teamops.services.desk import GivenUp, Reader
from teamops.text import cell_width, show
from teamops.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from teamops.services.desk import Desk
    from teamops.settings import Settings

T = TypeVar("T")
BEAT_SECONDS = 0.5


class Host(App[None]):
    """The application as screens know it: a desk to act at, the user's settings, and one queue of actions.

    Actions run one after another in a thread of their own, in the order they were asked for, so that a slow disk never
    holds up a key and a fast hand never overtakes itself.
    """

    desk: Desk
    settings: Settings

    def __init__(self) -> None:
        super().__init__()
        self.actions_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="actions")
        self.beside_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="beside")
        self._seekers = ThreadPoolExecutor(max_workers=1, thread_name_prefix="seek")
        self._seeking: Reader | None = None
        self._sought = 0
        self._clocks: dict[int, ClockView] = {}
        self._beats: Timer | None = None
        self._beating = False
        self._beat_refused = False

    def do(
        self,
        job: Callable[[], T],
        then: Callable[[T], None] | None = None,
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Do `job` after the actions before it; `then` gets its result.

        A refusal is said, or handed to `refused`; any other fault ends the program.
        """

        async def run() -> None:
            try:
                result = await asyncio.get_running_loop().run_in_executor(self.actions_thread, job)
            except Refusal as refusal:
                (refused or self.refuse)(refusal)
            else:
                if then is not None:
                    then(result)

        self.run_worker(run(), group="actions", exit_on_error=True)

    def beside(self, job: Callable[[], None]) -> None:
        """Keep something beside the books (a draft); a refusal is said."""

        async def run() -> None:
            try:
                await asyncio.get_running_loop().run_in_executor(self.beside_thread, job)
            except Refusal as refusal:
                self.refuse(refusal)

        self.run_worker(run(), group="beside", exit_on_error=True)

    def seek(self, ask: Callable[[Reader], T], then: Callable[[T], None]) -> None:
        """Ask the books what may take long, beside the keys; a newer question gives this one up."""
        self._sought += 1
        mine, older = self._sought, self._seeking
        if older is not None:
            older.interrupt()

        def job() -> T:
            with self.desk.books.reading() as reader:
                self._seeking = reader
                try:
                    if mine != self._sought:
                        raise GivenUp
                    return ask(reader)
                finally:
                    self._seeking = None

        async def run() -> None:
            try:
                found = await asyncio.get_running_loop().run_in_executor(self._seekers, job)
            except GivenUp:
                return
            except Refusal as refusal:
                self.refuse(refusal)
                return
            if mine == self._sought:
                then(found)

        self.run_worker(run(), group="seek", exit_on_error=True)

    def stop_threads(self) -> None:
        """Let the last action and the last draft finish."""
        if self._seeking is not None:
            self._seeking.interrupt()
        for thread in (self.actions_thread, self.beside_thread, self._seekers):
            thread.shutdown(wait=True)

    def say(self, text: str) -> None:
        """Tell the user something that went well: in the key line of the screen that is in front then."""
        self.call_later(self._say, text)

    def decline(self, refusal: Refusal) -> None:
        """Tell the user, as calmly, why what they asked for is not theirs to do; as much of it as there is room for."""
        for keys in self.screen.query(KeyBar):
            keys.say(str(refusal), "alert")

    def _say(self, text: str) -> None:
        for keys in self.screen.query(KeyBar):
            if cell_width(show(text)) < keys.size.width:
                keys.say(text)
                return
        self.notify(show(text), markup=False, timeout=4)

    def refuse(self, refusal: Refusal) -> None:
        """Tell the user what was refused and what to do."""
        self.notify(show(str(refusal)), severity="warning", markup=False, timeout=8)

    # --- the clock of the meeting that runs, whether its view is open or not

    def clock_of(self, meeting_id: int) -> ClockView | None:
        """The clock of a running meeting, where this process has it."""
        return self._clocks.get(meeting_id)

    def keep_clock(self, meeting_id: int, clock: ClockView) -> None:
        """Go on with this clock: it is kept beside the books twice a second."""
        self._clocks[meeting_id] = clock
        if self._beats is None:
            self._beats = self.set_interval(BEAT_SECONDS, self._beat)
        self._beat()

    def drop_clock(self, meeting_id: int) -> None:
        """The meeting runs no more."""
        self._clocks.pop(meeting_id, None)
        if not self._clocks and self._beats is not None:
            self._beats.stop()
            self._beats = None

    def _beat(self) -> None:
        if self._beating:
            return
        books = self.desk.books
        now = books.clock.now()
        kept = [(meeting_id, clock.at(now)) for meeting_id, clock in self._clocks.items()]

        async def run() -> None:
            def keep() -> None:
                for meeting_id, clock in kept:
                    meeting_clock.keep(books, meeting_id, clock)

            self._beating = True
            try:
                await asyncio.get_running_loop().run_in_executor(self.beside_thread, keep)
            except Refusal as refusal:
                if not self._beat_refused:
                    self.refuse(refusal)
                self._beat_refused = True
            else:
                self._beat_refused = False
            finally:
                self._beating = False

        self.run_worker(run(), group="beats", exit_on_error=True)

    def keep_settings(self) -> None:
        """Write the user's settings down as they are now."""
        raise NotImplementedError

    def open_place(self, place: str) -> None:
        """Go to a section."""
        raise NotImplementedError

    def go_to(self, place: str, tab: str, key: int | None) -> None:
        """Go to a list of a section, the cursor on a record."""
        raise NotImplementedError

    def open_screen(self, name: str, *arguments: object) -> None:
        """Open a screen by its name in `app.SCREENS_BY_NAME`; screens do not know one another."""
        raise NotImplementedError

    def switch_who(self, number: str) -> None:
        """Work under another name."""
        raise NotImplementedError


def literal(text: str) -> Content:
    """User text for a widget's slot: shown as it is, never read as markup."""
    return Content(show(text))
