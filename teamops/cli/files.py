"""Commands about the file itself: whether it is sound, backups, where everything is."""

from __future__ import annotations

from teamops.cli.parser import Command
from teamops.i18n import N_, _, explained, ngettext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from teamops.cli.call import Call
    from teamops.cli.parser import Parser


def _nothing(_parser: Parser) -> None:
    """A command without arguments."""


def verify(call: Call) -> int:
    """Compare everything in the books with the event log; 1 where something was found."""
    from teamops.cli.output import Progress, in_columns, say
    from teamops.db.verify import verify as verified

    path = call.existing()
    with Progress() as progress:
        report = verified(path, progress)
    for finding in report.findings:
        say(finding.line)
    if report.sound:
        said = _("{path} is sound: {rows}, {events}, ledger digest {head}.")
    else:
        said = _("{path} is not sound. Looked at: {rows}, {events}, ledger digest {head}.")
    say(said.format(path=path, rows=_rows(report.rows), events=_events(report.events), head=report.head))
    say(_("Outside the event log, and why:"))
    for line in in_columns([("", table, why) for table, why in report.exempt]):
        say(line)
    return 0 if report.sound else 1


def _rows(n: int) -> str:
    return ngettext("{n} record", "{n} records", n).format(n=f"{n:,}")


def _events(n: int) -> str:
    return ngettext("{n} event", "{n} events", n).format(n=f"{n:,}")


def _backup_arguments(parser: Parser) -> None:
    parser.add_argument(
        "file", metavar="FILE", nargs="?", help=_("where to, a file or a folder (else the backups folder)")
    )


def backup(call: Call) -> int:
    """Copy the books while they are in use, and tell where."""
    from teamops.cli.call import named_file
    from teamops.cli.output import say
    from teamops.services import backups

    with call.books() as books:
        usual = backups.default_target(books)
        target = named_file(call.typed.file, usual.name) if call.typed.file else usual
        say(backups.backup(books, target).file)
    return 0


def _restore_arguments(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("the backup"))


def restore(call: Call) -> int:
    """Put a backup in the place of the database; what it replaces is kept."""
    from pathlib import Path

    from teamops.cli.output import Progress, say
    from teamops.services import backups

    target = call.database
    with Progress() as progress:
        kept = backups.restore(Path(call.typed.file).expanduser(), target, progress)
    say(_("{path} is now what the backup holds.").format(path=target))
    if kept is not None:
        say(_("What it was before is kept as {path}.").format(path=kept))
    return 0


def locate(call: Call) -> int:
    """Tell where database, settings, backups and log are, whether they are there yet or not."""
    from teamops.cli.output import say

    places = call.places
    named = {
        _("database"): call.database,
        _("settings"): places.settings,
        _("backups"): places.backups,
        _("log"): places.log,
    }
    for name, path in named.items():
        say(explained(name, str(path)))
    return 0


COMMANDS: Final = (
    Command("verify", N_("compare the books with their event log"), _nothing, verify),
    Command("backup", N_("copy the books while they are in use"), _backup_arguments, backup),
    Command(
        "restore",
        N_("put a backup in the place of the database; what it replaces is kept"),
        _restore_arguments,
        restore,
    ),
    Command("locate", N_("tell where database, settings, backups and log are"), _nothing, locate),
)
