"""What a run comes to: its exit status, and one line for whatever went wrong."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import TextIO

INTERRUPTED = 130
PIPE_CLOSED = 141


class Outcome:
    """Round a whole run: nothing that goes wrong inside comes out as a traceback; `status` to exit with."""

    def __init__(self) -> None:
        self.status = 0

    def __enter__(self) -> Outcome:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> bool:
        if error is None:
            return False
        self.status = _status(error)
        _settle(sys.stdout)
        _settle(sys.stderr)
        return True


def _status(error: BaseException) -> int:
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else 0
    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED
    if isinstance(error, BrokenPipeError):
        return PIPE_CLOSED
    from teamops.cli.output import complain
    from teamops.cli.refusals import WrongCommand
    from teamops.errors import Refusal
    from teamops.faults import record

    if isinstance(error, Refusal):
        complain(str(error))
        return 2 if isinstance(error, WrongCommand) else 1
    complain(record(error))
    return 1


def readied() -> None:
    """Make the streams take any text: what a terminal cannot show becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.encoding.lower() in ("ascii", "us-ascii", "ansi_x3.4-1968", "646"):
            reconfigure(encoding="utf-8")
        reconfigure(errors="replace")


def _settle(stream: TextIO | None) -> None:
    """Let a stream that cannot be written any more go quietly when the process ends."""
    if stream is None:
        return
    try:
        stream.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
