"""A branch to look around in."""

from __future__ import annotations

from teamops.cli.parser import Command, count
from teamops.i18n import N_, _, language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path
    from typing import Final

    from teamops.cli.call import Call
    from teamops.cli.parser import Parser


_SIZES = ("people", "months", "seed")


def _arguments(parser: Parser) -> None:
    parser.add_argument(
        "path", metavar="PATH", nargs="?", help=_("the file to make (else one of today, opened again)")
    )
    parser.add_argument("--people", metavar="N", type=count, help=_("how many people (15)"))
    parser.add_argument("--months", metavar="N", type=count, help=_("how many months up to today (3)"))
    parser.add_argument("--seed", metavar="N", type=count, help=_("another number, another branch"))
    parser.add_argument("--no-open", action="store_true", help=_("only make it, and tell where"))


def run(call: Call) -> int:
    """Make a believable branch whose last day is today, and open the program on it."""
    from teamops.cli import program
    from teamops.cli.call import whole
    from teamops.cli.output import say
    from teamops.errors import DatabaseExists

    typed = call.typed
    if not typed.no_open:
        program.sure_terminal()
    call.sure()
    today = _today(call.present)
    path = whole(typed.path) if typed.path else call.places.data / f"demo-{today.isoformat()}.db"
    asked = {name: getattr(typed, name) for name in _SIZES if getattr(typed, name) is not None}
    if not path.exists():
        _make(path, today, asked)
    elif typed.path or asked:
        raise DatabaseExists(path)
    if typed.no_open:
        say(str(path))
        return 0
    return program.opened(call, path)


def _today(present: datetime | None) -> date:
    """The demo's last day, where its branch is."""
    from teamops.clock import Clock
    from teamops.demo.texts import texts_of

    clock = Clock(texts_of(language()).names.zone)
    if present is None:
        return clock.today()
    return (clock.local(present) if present.tzinfo else present).date()


def _make(path: Path, today: date, asked: dict[str, int]) -> None:
    from teamops.cli.output import Progress
    from teamops.cli.refusals import Mistyped
    from teamops.demo import make
    from teamops.errors import NumberOutOfRange

    try:
        with Progress() as progress:
            make(path, language=language(), today=today, progress=progress, **asked)
    except NumberOutOfRange as refusal:
        raise Mistyped(f"--{refusal.field}", str(refusal)) from refusal


COMMANDS: Final = (
    Command("demo", N_("make an invented branch whose last day is today, and open it"), _arguments, run),
)
