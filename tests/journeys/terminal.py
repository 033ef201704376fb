"""The program in a real pseudo-terminal, its screen emulated."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
import time
from pathlib import Path

import pyte
from ptyprocess import PtyProcess

PATIENCE = 30.0
"""How long a text may take to appear before the test gives up, in seconds; a busy machine is slow."""

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "f4": "\x1bOS",
    "ctrl+s": "\x13",
    "ctrl+q": "\x11",
    "right": "\x1b[C",
    "tab": "\t",
}


class Terminal:
    """A running program and what its screen shows."""

    def __init__(
        self, arguments: list[str], home: Path, environment: dict[str, str], size: tuple[int, int] = (80, 24)
    ) -> None:
        width, height = size
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self.screen)
        env = {key: value for key, value in os.environ.items() if not key.startswith(("TEAMOPS", "COV_"))}
        env |= {
            "TEAMOPS_HOME": str(home),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(Path(__file__).parents[2]),
            **environment,
        }
        self.process = PtyProcess.spawn(
            [sys.executable, "-m", "teamops", *arguments], dimensions=(height, width), env=env
        )

    def pump(self, seconds: float) -> None:
        """Take in what the program writes in the next `seconds`."""
        end = time.monotonic() + seconds
        while select.select([self.process.fd], [], [], max(0.0, end - time.monotonic()))[0]:
            try:
                data = os.read(self.process.fd, 65536)
            except OSError:
                return
            if not data:
                return
            # The emulator trips on private sequences that draw nothing.
            data = re.sub(rb"\x1b\[[<=>?][0-9;:]*[$]?[a-zA-Z]", b"", data)
            self._stream.feed(data)

    @property
    def text(self) -> str:
        """The screen."""
        return "\n".join(self.screen.display)

    def until(self, text: str) -> None:
        """Wait for a text; fail where it does not come."""
        end = time.monotonic() + PATIENCE
        self.pump(0.1)
        while text not in self.text.replace(" ", "") and text not in self.text:
            assert time.monotonic() < end, f"{text!r} never came:\n{self.text}"
            assert self.process.isalive() or select.select([self.process.fd], [], [], 0)[0], self.text
            self.pump(0.1)

    def press(self, *keys: str) -> None:
        """Press keys, or type a text that is no key's name."""
        for key in keys:
            self.process.write(KEYS.get(key, key).encode())
            self.pump(0.15)

    def kill(self) -> None:
        """End the program as a power cut would."""
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def wait(self) -> int:
        """Wait for the program's end; its exit code."""
        end = time.monotonic() + PATIENCE
        while self.process.isalive():
            assert time.monotonic() < end, f"it did not end:\n{self.text}"
            self.pump(0.1)
        return int(self.process.exitstatus)

    def close(self) -> None:
        """End the program if it still runs."""
        if self.process.isalive():
            self.process.terminate(force=True)
