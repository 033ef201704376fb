"""Files of others taken into the books: first every line with its verdict, then all of it or nothing."""

from __future__ import annotations

from teamops.cli.parser import Command
from teamops.i18n import N_, _, ngettext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path
    from typing import Any, Final, TypeAlias

    from teamops.cli.call import Call
    from teamops.cli.parser import Parser
    from teamops.importing.sheet import Sheet
    from teamops.models.imports import Plan, PlannedLine
    from teamops.services.desk import Reader, UseCase

    Planning: TypeAlias = Callable[[Reader, date, Path, str | None], "Planned"]


class Planned:
    """What a file comes to, the action that writes it, and what of the file was not read."""

    __slots__ = ("plan", "remarks", "take")

    def __init__(self, plan: Plan[Any], take: UseCase[..., int], remarks: Sequence[str] = ()) -> None:
        self.plan = plan
        self.take = take
        self.remarks = remarks


def _people(reader: Reader, today: date, path: Path, encoding: str | None) -> Planned:
    from teamops.importing import people
    from teamops.importing.sheet import read_sheet
    from teamops.services import imports
    from teamops.services.reading.imports import roster

    sheet = read_sheet(path, people.HEADERS, encoding=encoding)
    return Planned(people.plan(sheet, roster(reader, today)), imports.people, _remarks(sheet))


def _outlets(reader: Reader, today: date, path: Path, encoding: str | None) -> Planned:
    from teamops.importing import outlets
    from teamops.importing.sheet import read_sheet
    from teamops.services import imports
    from teamops.services.reading.imports import roster

    sheet = read_sheet(path, outlets.HEADERS, encoding=encoding)
    return Planned(outlets.plan(sheet, roster(reader, today)), imports.outlets, _remarks(sheet))


def _figures(reader: Reader, today: date, path: Path, encoding: str | None) -> Planned:
    from teamops.importing import figures
    from teamops.importing.sheet import read_sheet
    from teamops.services import imports
    from teamops.services.reading.figures import figures as kept
    from teamops.services.reading.imports import figure_book, roster

    sheet = read_sheet(path, figures.headers(kept(reader)), encoding=encoding)
    plan = figures.plan(sheet, roster(reader, today), figure_book(reader, figures.span(sheet)))
    return Planned(plan, imports.figures, _remarks(sheet))


def _targets(reader: Reader, today: date, path: Path, encoding: str | None) -> Planned:
    from teamops.importing import targets
    from teamops.importing.sheet import read_sheet
    from teamops.services import imports
    from teamops.services.reading.figures import figures as kept
    from teamops.services.reading.imports import roster, target_book

    sheet = read_sheet(path, targets.headers(kept(reader)), encoding=encoding)
    plan = targets.plan(sheet, roster(reader, today), target_book(reader, targets.span(sheet, today)))
    return Planned(plan, imports.targets, _remarks(sheet))


def _calendar(reader: Reader, _today: date, path: Path, encoding: str | None) -> Planned:
    from teamops.importing import calendar
    from teamops.services import imports
    from teamops.services.reading.imports import known_years

    read = calendar.read(path, encoding=encoding)
    return Planned(calendar.plan(read, known_years(reader, read.years)), imports.calendar)


KINDS: Final[dict[str, Planning]] = {
    "people": _people,
    "outlets": _outlets,
    "figures": _figures,
    "targets": _targets,
    "calendar": _calendar,
}
"""What can be imported, and how each file is understood."""


def _remarks(sheet: Sheet) -> list[str]:
    """What of a file was not read."""
    remarks = []
    if sheet.unknown:
        remarks.append(_("Columns left aside: {titles}.").format(titles=", ".join(sheet.unknown)))
    if sheet.passed_over:
        names = ", ".join(sheet.passed_over)
        said = _("Read from the worksheet {worksheet}; these were left aside: {names}.")
        remarks.append(said.format(worksheet=sheet.worksheet, names=names))
    return remarks


def _arguments(parser: Parser) -> None:
    parser.add_argument("kind", metavar="KIND", choices=tuple(KINDS), help=", ".join(KINDS))
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
    from teamops.cli.refusals import LinesRefused

    path = Path(call.typed.file).expanduser()
    with call.books() as books:
        with books.reading() as reader:
            planned = KINDS[call.typed.kind](reader, books.clock.today(), path, call.typed.encoding)
        plan = planned.plan
        for remark in planned.remarks:
            complain(remark)
        if call.typed.dry_run:
            for line in (*_lines(plan.lines), _counts(plan)):
                say(line)
            return 1 if plan.refused and not call.typed.skip_refused else 0
        for line in _lines(plan.refused):
            complain(line)
        if plan.refused and not call.typed.skip_refused:
            raise LinesRefused(len(plan.refused))
        planned.take(call.desk(books), plan, skip_refused=call.typed.skip_refused)
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
    changes = [f"{change.field}: {change.before or '–'} → {change.after or '–'}" for change in line.changes]
    return "; ".join(filter(None, (line.reason, *changes)))


def _counts(plan: Plan[Any]) -> str:
    """How many lines of each verdict: 12 lines: 9 added, 3 refused."""
    from teamops.models.imports import Verdict

    parts = [f"{plan.counts[verdict]:,} {verdict.label}" for verdict in Verdict if plan.counts.get(verdict)]
    total = ngettext("{n} line", "{n} lines", len(plan.lines)).format(n=f"{len(plan.lines):,}")
    return f"{total}: {', '.join(parts)}" if parts else total


COMMANDS: Final = (
    Command("import", N_("take a file into the books: all of it, or nothing"), _arguments, run),
)
