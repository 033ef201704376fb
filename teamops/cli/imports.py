"""Files of others taken into the books: first every line with its verdict, then all of it or nothing."""

from __future__ import annotations

from teamops.cli.parser import Command
from teamops.i18n import N_, _, explained, listed, ngettext, parted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Final

    from teamops.cli.call import Call
    from teamops.cli.parser import Parser
    from teamops.models.imports import Plan, PlannedLine

KINDS: Final = ("people", "outlets", "figures", "targets", "calendar")
"""What can be imported."""


def _arguments(parser: Parser) -> None:
    parser.add_argument("kind", metavar="KIND", choices=KINDS, help=listed(KINDS))
    parser.add_argument("file", metavar="FILE", help=_("CSV or Excel workbook; a calendar also as JSON"))
    parser.add_argument("--dry-run", action="store_true", help=_("only tell what would become of each line"))
    parser.add_argument(
        "--skip-refused", action="store_true", help=_("take the good lines and list the others")
    )
    parser.add_argument(
        "--encoding", metavar="ENCODING", help=_("a CSV's encoding, where it is not told by its titles")
    )


def run(call: Call) -> int:
    """Take a file into the books, or only tell what would become of it; 1 where lines are refused."""
    from pathlib import Path

    from teamops.cli.output import complain, say
    from teamops.importing.files import planned

    path = Path(call.typed.file).expanduser()
    with call.books() as books:
        with books.reading() as reader:
            file = planned(call.typed.kind, reader, books.clock.today(), path, call.typed.encoding)
        plan = file.plan
        for remark in file.remarks:
            complain(remark)
        if call.typed.dry_run:
            for line in (*_lines(plan.lines), _counts(plan)):
                say(line)
            return 1 if plan.refused and not call.typed.skip_refused else 0
        for line in _lines(plan.refused):
            complain(line)
        file.take(call.desk(books), plan, skip_refused=call.typed.skip_refused)
        say(_counts(plan))
    return 0


def _lines(lines: Sequence[PlannedLine]) -> list[str]:
    """Each line of a file with its verdict, but for those that change nothing."""
    from teamops.cli.output import in_columns
    from teamops.models.imports import Verdict

    told = [line for line in lines if line.verdict is not Verdict.UNCHANGED]
    return in_columns(
        [(_place(line), line.verdict.label, line.what, _said(line)) for line in told], right=(0,)
    )


def _place(line: PlannedLine) -> str:
    return f"{line.number:,}" if line.number else "–"


def _said(line: PlannedLine) -> str:
    changes = (
        explained(change.field, f"{change.before or '–'} → {change.after or '–'}") for change in line.changes
    )
    return parted((line.reason, *changes))


def _counts(plan: Plan[Any]) -> str:
    """How many lines of each verdict: 12 lines: 9 added, 3 refused."""
    from teamops.models.imports import Verdict

    parts = (
        _("{n} {verdict}").format(n=f"{n:,}", verdict=verdict.label)
        for verdict in Verdict
        if (n := plan.counts.get(verdict))
    )
    total = ngettext("{n} line", "{n} lines", len(plan.lines)).format(n=f"{len(plan.lines):,}")
    return explained(total, listed(parts))


COMMANDS: Final = (
    Command("import", N_("take a file into the books: all of it, or nothing"), _arguments, run),
)
