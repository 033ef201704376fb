"""The sheet of a day's figures: members × figures, typed like a spreadsheet."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from teamops.i18n import _, full_day, ngettext
from teamops.models.figures import FigureLine, cell_text, parse_cell
from teamops.screens.sheet import Cell, SheetScreen, SheetView, Typed, Value
from teamops.services.desk import Desk, Reader
from teamops.services.reading import calendar, figures


class Figures(SheetScreen):
    """One day's sheet."""

    PLACES = ("figures",)
    DRAFT = "figures"

    def __init__(self, day: date | None = None) -> None:
        super().__init__()
        self.day = day

    def read(self, reader: Reader) -> SheetView:
        if self.day is None:
            self.day = calendar.previous_workday(reader, self.desk.books.clock.today())
        sheet = figures.sheet(reader, self.day)
        known = {figure.id: figure for figure in sheet.figures}
        return SheetView(
            sheet.day,
            tuple((person_id, f"{number} {name}") for person_id, number, name in sheet.members),
            sheet.figures,
            {
                (cell.person_id, cell.figure_id): Cell(
                    cell_text(known[cell.figure_id], cell.value, cell.words), cell.version
                )
                for cell in sheet.cells
                if cell.figure_id in known
            },
        )

    def begin(self) -> None:
        super().begin()
        me, sheet = self.desk.actor.person_id, self.sheet
        if sheet.figures and any(row == me for row, _label in sheet.rows):
            self.grid.move_to(me, str(sheet.figures[0].id))

    def parse(self, figure: FigureLine, text: str) -> Value:
        return parse_cell(figure, text)

    def write(self, desk: Desk, sheet: SheetView, cells: tuple[Typed, ...]) -> int:
        from teamops.models.inputs.figures import CellIn
        from teamops.services import figures as service

        lines = tuple(
            CellIn(
                person_id=cell.row,
                figure_id=cell.figure,
                value=cell.value if isinstance(cell.value, Decimal) else None,
                words=cell.value if isinstance(cell.value, str) else "",
                version=cell.version,
            )
            for cell in cells
        )
        return service.record(desk, sheet.of, lines)

    def beside(self, reader: Reader, of: date, by: int) -> date | None:
        day = (calendar.previous_workday if by < 0 else calendar.next_workday)(reader, of)
        return day if day <= self.desk.books.clock.today() else None

    def turn_to(self, of: date) -> None:
        self.day = of

    # --- its words

    def heading(self, of: date) -> str:
        return _("Figures of {day}").format(day=full_day(of))

    def written(self, count: int) -> str:
        return ngettext("{n} figure written down.", "{n} figures written down.", count).format(n=count)

    def unsaved(self, count: int) -> str:
        return ngettext("{n} figure is not saved yet.", "{n} figures are not saved yet.", count).format(
            n=count
        )

    # --- actions

    def action_save_figures(self) -> None:
        """Write the changed cells down."""
        self.save(self.leave)

    def action_day_before(self) -> None:
        """The working day before."""
        self.turn(-1)

    def action_day_after(self) -> None:
        """The working day after, up to today."""
        self.turn(1)
