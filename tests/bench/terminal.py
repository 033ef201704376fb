"""A program on a pseudo-terminal: what it prints is stamped as it is read, and drawn when it is silent."""

from __future__ import annotations

import os
import random
import select
import time
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

import pyte
from ptyprocess import PtyProcess

COLUMNS, LINES = 120, 40
STILL = 0.06
"""A key is answered when no cell has changed for so many seconds."""
STARTED = 0.4
"""A program has started when nothing has come for so many seconds."""

KEYS = {
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "enter": "\r", "tab": "\t",
    "escape": "\x1b", "backspace": "\x7f", "ctrl+p": "\x10", "ctrl+q": "\x11",
}  # fmt: skip
_ASKS_FOR_SYNC, _HAS_SYNC = b"\x1b[?2026$p", b"\x1b[?2026;2$y"

now = time.perf_counter


class Painted(NamedTuple):
    """Milliseconds to the first and to the last change of a cell."""

    first: float
    last: float


class Silent(Exception):
    """The program did not show what was waited for; the message has its screen."""


class Terminal:
    """A program that runs on 120 × 40 cells; a context manager, which ends it."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self.screen)
        self._seen = [self._cells(line) for line in range(LINES)]
        self._heard: deque[tuple[float, bytes]] = deque()
        self._began = now()
        self._process = PtyProcess.spawn(list(command), env=dict(environment), dimensions=(LINES, COLUMNS))
        self._poll = select.poll()
        self._poll.register(self._process.fd, select.POLLIN)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        with suppress(OSError, Silent):
            self._write(KEYS["ctrl+q"])
            self._hear(1.0)
        self._process.terminate(force=True)

    # --- starting, pressing, waiting

    def started(self, shows: str, patience: float = 60) -> Painted:
        """Wait until the program shows a text and is silent; when its first and its last paint came."""
        changes: list[float] = []
        while not changes or shows not in self.text():
            if now() - self._began > patience:
                raise Silent(f"no “{shows}” on\n{self.text()}")
            self._hear(STARTED)
            changes += self._draw()
        return self._painted(changes, self._began)

    def painted_once(self) -> Painted:
        """Wait for the first paint, not for what follows it."""
        while not (changes := self._draw()):
            self._hear(0.02)
        return self._painted(changes, self._began)

    def press(self, key: str, *, still: float = STILL, patience: float = 2) -> Painted | None:
        """Press a key after a moment's random wait; when it painted, or none where it changed no cell."""
        self.rest(random.uniform(0.002, 0.022))
        sent = now()
        self._write(KEYS.get(key, key))
        changes: list[float] = []
        while not changes and (left := sent + patience - now()) > 0:
            if self._poll.poll(left * 1000):
                self._hear(still)
                changes = self._draw()
        return self._painted(changes, sent) if changes else None

    def rest(self, seconds: float) -> int:
        """Press nothing; how many times a cell changed meanwhile."""
        until = now() + seconds
        while (left := until - now()) > 0:
            if self._poll.poll(left * 1000):
                self._read()
        return len(self._draw())

    def text(self) -> str:
        """What is on the screen."""
        return "\n".join("".join(cell.data for cell in self._cells(line)) for line in range(LINES))

    # --- what it costs

    def memory(self) -> float:
        """The most memory the program has had so far, in MB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("ascii")
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024

    def cpu(self) -> float:
        """Seconds of processor time of the threads there are."""
        threads = Path(f"/proc/{self._process.pid}/task").glob("*/schedstat")
        return sum(int(thread.read_text("ascii").split()[0]) for thread in threads) / 1e9

    # --- reading and drawing

    def _write(self, text: str) -> None:
        os.write(self._process.fd, text.encode())

    def _hear(self, quiet: float) -> None:
        """Read until nothing has come for `quiet` seconds."""
        while self._poll.poll(quiet * 1000):
            self._read()

    def _read(self) -> None:
        try:
            data = os.read(self._process.fd, 65536)
        except OSError as error:
            self._draw()
            raise Silent(f"the program ended:\n{self.text()}") from error
        self._heard.append((now(), data))
        if _ASKS_FOR_SYNC in data:
            os.write(self._process.fd, _HAS_SYNC)

    def _draw(self) -> list[float]:
        """Draw what was read; the stamps of what changed a cell."""
        stamps = []
        while self._heard:
            stamp, data = self._heard.popleft()
            self._stream.feed(data)
            if self._changed():
                stamps.append(stamp)
        return stamps

    def _changed(self) -> bool:
        changed = False
        for line in self.screen.dirty:
            if line < LINES and (cells := self._cells(line)) != self._seen[line]:
                self._seen[line] = cells
                changed = True
        self.screen.dirty.clear()
        return changed

    def _cells(self, line: int) -> list[pyte.screens.Char]:
        row = self.screen.buffer[line]
        return [row[column] for column in range(COLUMNS)]

    @staticmethod
    def _painted(changes: Sequence[float], since: float) -> Painted:
        return Painted((changes[0] - since) * 1000, (changes[-1] - since) * 1000)
