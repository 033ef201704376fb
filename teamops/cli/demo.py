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


def _arguments(parser: Parser) -> None:
    parser.add_argument(
        "path", metavar="PATH", nargs="?", help=_("the file to make (else one of today, opened again)")
    )
    parser.add_argument("--people", metavar="N", type=count, default=15, help=_("how many people (15)"))
    parser.add_argument("--months", metavar="N", type=count, default=3, help=_("how many months (3)"))
    parser.add_argument("--seed", metavar="N", type=count, default=1, help=_("another number, another branch"))
    parser.add_argument("--no-open", action="store_true", help=_("only make it"))


def run(call: Call) -> int:
    """Make a believable branch whose last day is today, and open the program on it."""
    from teamops.cli import program
    from teamops.cli.call import whole
    from teamops.cli.output import say
    from teamops.errors import DatabaseExists

    typed = call.typed
    if not typed.no_open:
        program.sure_terminal()
    _check(typed.people, typed.months)
    today = _today(call.present)
    path = whole(typed.path) if typed.path else call.places.data / f"demo-{today.isoformat()}.db"
    if not path.exists():
        _make(call, path, today)
    elif typed.path:
        raise DatabaseExists(path)
    if typed.no_open:
        say(str(path))
        return 0
    return program.opened(call, path)


def _check(people: int, months: int) -> None:
    from teamops.cli.refusals import Mistyped
    from teamops.demo.making import MONTHS, PEOPLE

    for option, number, (low, high) in (("--people", people, PEOPLE), ("--months", months, MONTHS)):
        if not low <= number <= high:
            raise Mistyped(option, _("from {low} to {high}").format(low=low, high=high))


def _today(present: datetime | None) -> date:
    """The demo's last day, where its branch is."""
    from teamops.clock import Clock
    from teamops.demo.texts import texts_of

    clock = Clock(texts_of(language()).names.zone)
    if present is None:
        return clock.today()
    return (clock.local(present) if present.tzinfo else present).date()


def _make(call: Call, path: Path, today: date) -> None:
    from teamops.cli.output import Progress
    from teamops.demo import make

    with Progress() as progress:
        make(
            path,
            language=language(),
            today=today,
            people=call.typed.people,
            months=call.typed.months,
            seed=call.typed.seed,
            progress=progress,
        )


COMMANDS: Final = (
    Command("demo", N_("make an invented branch whose last day is today, and open it"), _arguments, run),
)
