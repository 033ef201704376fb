"""The sheet of a day's figures: members × figures, typed like a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from teamops.errors import ChangedSince, Refusal
from teamops.i18n import _, full_day, ngettext
from teamops.models.figures import FigureKind, FigureLine, FigureSheet, cell_text, parse_cell
from teamops.screens.base import BaseScreen
from teamops.screens.forms import Keeper
from teamops.screens.host import literal
from teamops.services.desk import Reader
from teamops.services.reading import calendar, figures
from teamops.text import cell_width, format_number
from teamops.widgets.grid import Grid, GridColumn, GridRow
from teamops.widgets.question import Answer, Question


class Figures(BaseScreen):
    """One day's sheet."""

    PLACES = ("figures",)
    READS = frozenset(("figures", "people"))
    CSS_PATH = "figures.tcss"
    MASTHEAD: ClassVar[bool] = False

    def __init__(self, day: date | None = None) -> None:
        super().__init__()
        self.day = day
        self.sheet: FigureSheet | None = None
        self._restored = False
        self._versions: dict[tuple[int, str], int] = {}

    def body(self) -> Iterable[Widget]:
        yield Grid(id="sheet", totals=self._total)
        yield Static("", id="said", markup=False)

    def read(self, reader: Reader) -> FigureSheet:
        if self.day is None:
            self.day = calendar.previous_workday(reader, self.desk.books.clock.today())
        return figures.sheet(reader, self.day)

    def show(self, data: FigureSheet) -> None:
        anew = self.sheet is None or self.sheet.day != data.day
        typed = self._draft(data.day) if anew else self._typed()
        self._restored = bool(typed) if anew else self._restored
        read = {(cell.person_id, str(cell.figure_id)): cell.version for cell in data.cells}
        # What is typed already is held against what stood in the cell then.
        self._versions = read if anew else read | {key: self._versions.get(key, 0) for key in typed}
        self.sheet = data
        cells = {(cell.person_id, cell.figure_id): cell for cell in data.cells}
        titles = {
            figure.id: figure.name + (f" ({figure.unit})" if figure.unit else "") for figure in data.figures
        }
        columns = [
            GridColumn(
                str(figure.id),
                titles[figure.id],
                width=28 if figure.kind is FigureKind.TEXT else max(10, cell_width(titles[figure.id])),
                align="left" if figure.kind is FigureKind.TEXT else "right",
                parse=_parser(figure),
            )
            for figure in data.figures
        ]
        rows = []
        for person_id, number, name in data.members:
            texts = {}
            for figure in data.figures:
                cell = cells.get((person_id, figure.id))
                texts[str(figure.id)] = cell_text(figure, cell.value, cell.words) if cell else ""
            rows.append(GridRow(person_id, f"{number} {name}", texts))
        grid = self.query_one("#sheet", Grid)
        grid.totals_label = _("total")
        grid.show_sheet(columns, rows)
        for (person_id, key), text in typed.items():
            if any(row.key == person_id for row in rows) and any(column.key == key for column in columns):
                grid.put(person_id, key, text)
        grid.frame.title(_("Figures of {day}").format(day=full_day(data.day)), _("^s save"))
        self._say_waiting()

    def begin(self) -> None:
        grid = self.query_one("#sheet", Grid)
        grid.focus()
        me, sheet = self.desk.actor.person_id, self.sheet
        if sheet is not None and sheet.figures and any(member[0] == me for member in sheet.members):
            grid.move_to(me, str(sheet.figures[0].id))

    def _total(self, key: str, texts: list[str]) -> str:
        figure = self._figure(key)
        if figure is None or figure.kind is FigureKind.TEXT:
            return ""
        values = [parse_cell(figure, text) for text in texts if text]
        total = sum((value for value in values if isinstance(value, Decimal)), start=Decimal(0))
        return format_number(total, figure.decimals)

    def _figure(self, key: str) -> FigureLine | None:
        return next((f for f in self.sheet.figures if str(f.id) == key), None) if self.sheet else None

    def _typed(self) -> dict[tuple[int, str], str]:
        """The cells that differ from what was read."""
        if self.sheet is None:
            return {}
        grid = self.query_one("#sheet", Grid)
        cells = {(cell.person_id, cell.figure_id): cell for cell in self.sheet.cells}
        changed = {}
        for person_id, _number, _name in self.sheet.members:
            for figure in self.sheet.figures:
                cell = cells.get((person_id, figure.id))
                before = cell_text(figure, cell.value, cell.words) if cell else ""
                now = grid.text_at(person_id, str(figure.id))
                if now != before:
                    changed[person_id, str(figure.id)] = now
        return changed

    def _keeper(self, day: date) -> Keeper:
        return Keeper(self.desk, "figures", day.isoformat())

    def _draft(self, day: date) -> dict[tuple[int, str], str]:
        """What was typed and neither saved nor thrown away."""
        kept = self._keeper(day).load()
        cells = {} if kept is None else kept[0]
        parts = {key.partition(" "): text for key, text in cells.items()}
        return {(int(person), figure): text for (person, _space, figure), text in parts.items()}

    def _keep(self, typed: dict[tuple[int, str], str]) -> None:
        if self.sheet is None:
            return
        keeper = self._keeper(self.sheet.day)
        cells = {f"{person} {figure}": text for (person, figure), text in typed.items()}
        self.host.beside(lambda: keeper.save(cells) if cells else keeper.drop())

    # --- what happens in the grid

    def on_grid_changed(self, event: Grid.Changed) -> None:
        """Keep what waits to be saved, and say how much it is."""
        self._keep(self._typed())
        self._say_waiting()

    def _say_waiting(self) -> None:
        count = len(self._typed())
        said = _("{n} changed, not yet saved").format(n=count)
        if self._restored:
            said += " · " + _("kept from before")
        self._say(said if count else "")

    def on_grid_problem(self, event: Grid.Problem) -> None:
        """Say why a cell was refused."""
        self._say("! " + event.message, refused=True)

    def on_grid_highlighted(self, event: Grid.Highlighted) -> None:
        """Say what is wrong with the cell under the cursor."""
        error = self.query_one("#sheet", Grid).error_at(event.row_key, event.column_key)
        if error:
            self._say("! " + error, refused=True)

    def _say(self, text: str, *, refused: bool = False) -> None:
        line = self.query_one("#said", Static)
        line.set_class(refused, "-refused")
        line.update(literal(text))

    # --- actions

    def action_save_figures(self) -> None:
        """Write the changed cells down."""
        self._save(self.leave)

    def _save(self, then: Callable[[], object]) -> None:
        grid = self.query_one("#sheet", Grid)
        grid.commit()
        if grid.problems:
            (row, column), message = next(iter(grid.problems.items()))
            grid.move_to(row, column)
            self._say("! " + message, refused=True)
            return
        typed, sheet, desk, versions = self._typed(), self.sheet, self.desk, self._versions
        if sheet is None:
            return
        if not typed:
            then()
            return

        def job() -> int:
            from teamops.models.inputs.figures import CellIn
            from teamops.services import figures as service

            known = {figure.id: figure for figure in sheet.figures}
            cells = []
            for (person_id, key), text in typed.items():
                value = parse_cell(known[int(key)], text) if text else None
                cells.append(
                    CellIn(
                        person_id=person_id,
                        figure_id=int(key),
                        value=value if isinstance(value, Decimal) else None,
                        words=value if isinstance(value, str) else "",
                        version=versions.get((person_id, key), 0),
                    )
                )
            return service.record(desk, sheet.day, tuple(cells))

        def saved(count: int) -> None:
            self._keep({})
            said = ngettext("{n} figure written down.", "{n} figures written down.", count)
            self.host.say(said.format(n=count))
            then()

        def refused(refusal: Refusal) -> None:
            others = self._changed_by_others() if isinstance(refusal, ChangedSince) else ""
            self._say(" ".join(("!", *filter(None, (others, str(refusal))))), refused=True)

        self.host.do(job, saved, refused)

    def _changed_by_others(self) -> str:
        """What stands now in the first cell somebody else changed; told once, it may be written over."""
        if self.sheet is None:
            return ""
        typed = self._typed()
        found = ""
        for cell in self.sheet.cells:
            key = cell.person_id, str(cell.figure_id)
            if key in typed and self._versions.get(key, 0) != cell.version and not found:
                name = next(name for number, _number, name in self.sheet.members if number == cell.person_id)
                figure = self._figure(key[1])
                found = f"{name}: {cell_text(figure, cell.value, cell.words) if figure else ''}."
            self._versions[key] = cell.version
        return found

    def action_back(self) -> None:
        """Leave the sheet; unsaved cells are asked about."""
        self.query_one("#sheet", Grid).commit()
        count = len(self._typed())
        if not count:
            self.dismiss()
            return

        def answered(answer: str | None) -> None:
            if answer == "save":
                self._save(self.leave)
            elif answer == "discard":
                self._keep({})
                self.dismiss()

        answers = [
            ("save", Answer(_("Save"), "s")),
            ("discard", Answer(_("Discard"), "d")),
            ("stay", Answer(_("Go on typing"), "escape")),
        ]
        question = ngettext("{n} figure is not saved yet.", "{n} figures are not saved yet.", count)
        self.app.push_screen(Question(question.format(n=count), answers), answered)

    def action_day_before(self) -> None:
        """The working day before."""
        self._turn(-1)

    def action_day_after(self) -> None:
        """The working day after, up to today."""
        self._turn(1)

    def _turn(self, by: int) -> None:
        if self.day is None:
            return
        if self._typed():
            self._save(lambda: self._turn(by))
            return
        with self.desk.books.reading() as reader:
            step = calendar.previous_workday if by < 0 else calendar.next_workday
            day = step(reader, self.day)
        if day <= self.desk.books.clock.today():
            self.day = day
            self.refresh_data()


def _parser(figure: FigureLine) -> Callable[[str], str]:
    def parse(text: str) -> str:
        value = parse_cell(figure, text)
        return value if isinstance(value, str) else cell_text(figure, value)

    return parse
