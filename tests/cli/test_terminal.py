"""The program on a real pseudo-terminal: it opens, and leaves the terminal as it was."""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import NOW
from tests.cli.test_start import environment

ptyprocess = pytest.importorskip("ptyprocess")
pytestmark = pytest.mark.pty

PAINTED = "徐靜".encode()
LEFT = b"\x1b[?1049l"
SECONDS = 30
Leave = Callable[[Any], object]


def ran(database: Path, tmp_path: Path, leave: Leave) -> tuple[bytes, int]:
    """What the terminal got, and the exit status; `leave` is called once the first frame is there."""
    env = environment(tmp_path, TERM="xterm-256color", TEAMOPS_NOW=NOW, TEAMOPS_DB=str(database))
    words = [sys.executable, "-m", "teamops", "--lang", "zh-TW"]
    process = ptyprocess.PtyProcess.spawn(words, env=env, dimensions=(36, 120))
    shown = b""
    left = False
    while True:
        ready, _, _ = select.select([process.fd], [], [], SECONDS)
        assert ready, shown[-500:]
        try:
            piece = os.read(process.fd, 65536)
        except OSError:  # how Linux says that nobody has the terminal any more
            break
        if not piece:
            break
        shown += piece
        if not left and PAINTED in shown:
            left = True
            leave(process)
    process.wait()
    process.close()
    return shown, process.exitstatus


@pytest.mark.parametrize(
    ("leave", "status"),
    [
        (lambda process: process.write(b"\x11"), 0),
        (lambda process: os.kill(process.pid, signal.SIGTERM), 143),
    ],
    ids=["ctrl+q", "SIGTERM"],
)
def test_the_program_opens_and_leaves_the_terminal_as_it_was(
    database: Path, tmp_path: Path, leave: Leave, status: int
) -> None:
    shown, came_to = ran(database, tmp_path, leave)
    assert came_to == status
    assert PAINTED in shown
    assert shown.count(LEFT) == 1
    assert b"Traceback" not in shown
