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

    if (opening := _opening(argv)) is not None:
        i18n.set_language(i18n.negotiate(opening.lang, os.environ))
        return _carried_out(opening)
    from teamops.cli.parser import parser, typed_language

    i18n.set_language(i18n.negotiate(typed_language(argv), os.environ))
    typed = parser().parse_args(argv)
    return _carried_out(typed)


def _opening(argv: Sequence[str]) -> Namespace | None:
    """What was typed, where it only opens the program: every morning's start does without the parser."""
    names = {"--db": "db", "--lang": "lang", "--as": "acting"}
    if (
        len(argv) % 2
        or any(word not in names for word in argv[::2])
        or any(word[:1] == "-" for word in argv[1::2])
    ):
        return None
    from types import SimpleNamespace

    from teamops.cli.program import run as program
    from teamops.i18n import parse_language

    found: dict[str, str | None] = {"db": None, "lang": None, "acting": None}
    found |= {names[name]: value for name, value in zip(argv[::2], argv[1::2], strict=True)}
    code = parse_language(found["lang"])
    if code is None and found["lang"] is not None:
        return None
    opening: Namespace = SimpleNamespace(run=program, **{**found, "lang": code})  # type: ignore[assignment]
    return opening


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
