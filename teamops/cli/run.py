"""One run of the command line, from the words typed to the exit status."""

from __future__ import annotations

import os
import sys

from teamops import __version__
from teamops.cli.outcome import Outcome, readied

TYPE_CHECKING = False  # typing itself takes longer to import than the version to print
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from types import FrameType


def run(argv: Sequence[str]) -> int:
    """Do what was typed; whatever goes wrong, the user gets one line and the caller an exit status."""
    with Outcome() as outcome:
        readied()
        outcome.status = _done(argv)
        if sys.stdout is not None:
            sys.stdout.flush()
    return outcome.status


def _done(argv: Sequence[str]) -> int:
    if list(argv) == ["--version"]:  # asked by scripts, and answered without even the parser
        print(f"teamops {__version__}")
        return 0
    from teamops import i18n
    from teamops.cli.parser import parser, typed_language

    i18n.set_language(i18n.negotiate(typed_language(argv), os.environ))
    typed = parser().parse_args(argv)
    return _carried_out(typed)


def _carried_out(typed: Namespace) -> int:
    import signal

    from teamops.cli.call import Call

    call = Call(typed)
    call.speak()
    before = signal.signal(signal.SIGTERM, _leave)
    try:
        status: int = typed.run(call)
    finally:
        signal.signal(signal.SIGTERM, before)
    return status


def _leave(number: int, _frame: FrameType | None) -> None:
    """Asked to end, put things in order first."""
    raise SystemExit(128 + number)
