"""The targets of a month: the team's line and its members' × the figures that are counted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from teamops.i18n import _, month_year, ngettext
from teamops.models.figures import FigureKind, FigureLine, TargetLine, cell_text, parse_target
from teamops.screens.sheet import Cell, SheetScreen, SheetView, Typed, Value
from teamops.services.desk import Desk, Reader
from teamops.services.reading import figures, people

TEAM = 0
"""The key of the team's own line."""
_YEARS = range(2000, 2100)


class Targets(SheetScreen):
    """One month's sheet."""

    PLACES = ("targets",)
    DRAFT = "targets"

    def __init__(self, month: date) -> None:
        super().__init__()
        self.month = month.replace(day=1)

    def read(self, reader: Reader) -> SheetView:
        lines = tuple(line for line in figures.figures(reader) if line.kind is not FigureKind.TEXT)
        known = {line.id: line for line in lines}
        kept = [line for line in figures.targets(reader, self.month) if line.figure_id in known]
        return SheetView(
            self.month,
            ((TEAM, _("team as a whole")), *self._members(reader, kept)),
            lines,
            {
                (line.person_id or TEAM, line.figure_id): Cell(
                    cell_text(known[line.figure_id], line.value), line.version
                )
                for line in kept
            },
        )

    def _members(self, reader: Reader, kept: Iterable[TargetLine]) -> tuple[tuple[int, str], ...]:
        """Who sells as the month begins, as it ends or today, and whoever has a target of it; by number."""
        today, last = self.desk.books.clock.today(), turned(self.month, 1) - timedelta(days=1)
        days = {self.month, last} | ({today} if self.month <= today <= last else set())
        wanted = {line.person_id for line in kept} | {
            person.id for day in days for person in people.selling(reader, day)
        }
        everybody = people.people(reader, today, include_left=True)
        return tuple((line.id, f"{line.number} {line.name}") for line in everybody if line.id in wanted)

    def parse(self, figure: FigureLine, text: str) -> Value:
        return parse_target(figure, text)

    def summed(self, texts: list[str]) -> list[str]:
        """The members'; the team's own line, the first, is not among them."""
        return texts[1:]

    def write(self, desk: Desk, sheet: SheetView, cells: tuple[Typed, ...]) -> int:
        from teamops.models.inputs.figures import TargetIn
        from teamops.services import figures as service

        lines = tuple(
            TargetIn(
                person_id=cell.row or None,
                figure_id=cell.figure,
                value=cell.value if isinstance(cell.value, Decimal) else None,
                version=cell.version,
            )
            for cell in cells
        )
        return service.target(desk, sheet.of, lines)

    def beside(self, reader: Reader, of: date, by: int) -> date | None:
        month = turned(of, by)
        return month if month.year in _YEARS else None

    def turn_to(self, of: date) -> None:
        self.month = of

    # --- its words

    def heading(self, of: date) -> str:
        return _("Targets of {month}").format(month=month_year(of))

    def sum_label(self) -> str:
        return _("members together")

    def at_rest(self, sheet: SheetView) -> str:
        return "" if sheet.figures else _("No figure is counted; n under Set-up adds one.")

    def written(self, count: int) -> str:
        return ngettext("{n} target written down.", "{n} targets written down.", count).format(n=count)

    def unsaved(self, count: int) -> str:
        return ngettext("{n} target is not saved yet.", "{n} targets are not saved yet.", count).format(
            n=count
        )

    # --- actions

    def action_save_targets(self) -> None:
        """Write the changed cells down."""
        self.save(self.leave)

    def action_month_before(self) -> None:
        """The month before."""
        self.turn(-1)

    def action_month_after(self) -> None:
        """The month after."""
        self.turn(1)


def turned(month: date, by: int) -> date:
    """The first day of the month so many months on, or back."""
    year, place = divmod(month.year * 12 + month.month - 1 + by, 12)
    return date(year, place + 1, 1)
