"""What is half typed into a form, kept while one types."""

from __future__ import annotations

import asyncio
import threading
from typing import Protocol

from teamops.errors import Refusal


class DraftKeeper(Protocol):
    """Where the draft of one form is kept; all three may be called in any thread, and may raise a Refusal."""

    def load(self) -> tuple[dict[str, str], str] | None:
        """The draft as it was typed, by field, and when that was as it is shown; or None."""

    def save(self, values: dict[str, str]) -> None:
        """Keep these instead of what was kept."""

    def drop(self) -> None:
        """Keep nothing."""


class DraftWriter:
    """Writes the drafts of one opening of a form in the order they were typed, beside the keyboard.

    One is written at a time; of those that wait only the newest is. Without a keeper it does nothing.
    """

    def __init__(self, keeper: DraftKeeper | None) -> None:
        self.keeper = keeper
        self._lock = threading.Lock()
        self._stored = False
        self._wanted: dict[str, str] | None = None
        self._pending = False
        self._writing = False

    def load(self) -> tuple[dict[str, str], str] | None:
        """The draft that is kept, and when it was typed. Raises Refusal."""
        found = self.keeper.load() if self.keeper is not None else None
        self._stored = found is not None
        return found

    def want(self, values: dict[str, str] | None) -> None:
        """Have these kept by the next write, or with None nothing."""
        if self.keeper is not None and (values is not None or self._stored):
            self._stored = True
            self._wanted, self._pending = values, True

    async def write(self) -> None:
        """Keep what is wanted, in a thread; where another write is under way, that one sees to it."""
        if self._writing:
            return
        self._writing = True
        try:
            while self._pending:
                await asyncio.to_thread(self.flush)
        finally:
            self._writing = False

    def flush(self) -> None:
        """Keep what is wanted, here and now. Raises Refusal."""
        with self._lock:
            if self.keeper is None or not self._pending:
                return
            values, self._pending = self._wanted, False
            try:
                if values is None:
                    self.keeper.drop()
                else:
                    self.keeper.save(values)
            except Refusal:
                self._pending = True
                raise
