"""The base of sheets typed like a spreadsheet: people × figures, kept while typed, saved cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import ClassVar, NamedTuple

from textual.widget import Widget
from textual.widgets import Static

from teamops.errors import ChangedSince, Refusal
from teamops.i18n import _, bracketed, explained
from teamops.models.figures import FigureKind, FigureLine, cell_text
from teamops.numbers import format_number
from teamops.screens.base import BaseScreen
from teamops.screens.forms import Keeper
from teamops.screens.host import literal
from teamops.services.desk import Desk, Reader
from teamops.text import cell_width
from teamops.widgets.grid import Grid, GridColumn, GridRow
from teamops.widgets.question import Answer, Question

Place = tuple[int, int]
"""A cell: its row and its figure."""
Value = Decimal | str | None


class Cell(NamedTuple):
    """What is written down in a cell, and the version of that; 0: nothing."""

    text: str
    version: int


class SheetView(NamedTuple):
    """A sheet: the day or month it is of, its rows, its figures, and what is written down."""

    of: date
    rows: tuple[tuple[int, str], ...]
    figures: tuple[FigureLine, ...]
    cells: Mapping[Place, Cell]

    def cell(self, place: Place) -> Cell:
        """A cell, written or not."""
        return self.cells.get(place, Cell("", 0))


NOTHING = SheetView(date.min, (), (), {})
"""The sheet before any was read."""


class Typed(NamedTuple):
    """A cell that was typed into, and the version that stood there then."""

    row: int
    figure: int
    value: Value
    version: int


class SheetScreen(BaseScreen):
    """A sheet of a day or a month; its drafts are called `DRAFT`.

    Subclasses give `read`, `write` and the words about them.
    """

    READS = frozenset(("figures", "people"))
    MASTHEAD: ClassVar[bool] = False
    DRAFT: ClassVar[str] = ""
    DEFAULT_CSS = """
    SheetScreen {
        #sheet { height: 1fr; }
        #said { height: auto; min-height: 1; max-height: 3; padding: 0 1; color: $text-muted; }
        #said.-refused { color: $text-warning; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.sheet = NOTHING
        self._kept = False
        self._refusal = ""
        self._versions: dict[Place, int] = {}

    # --- what a sheet is

    def read(self, reader: Reader) -> SheetView:
        raise NotImplementedError

    def write(self, desk: Desk, sheet: SheetView, cells: tuple[Typed, ...]) -> int:
        """Write cells down; how many changed. Raises Refusal."""
        raise NotImplementedError

    def beside(self, reader: Reader, of: date, by: int) -> date | None:
        """The day or month of the sheet before or after; none: there is none."""
        raise NotImplementedError

    def turn_to(self, of: date) -> None:
        """Be the sheet of another day or month."""
        raise NotImplementedError

    def heading(self, of: date) -> str:
        """What the sheet is called."""
        raise NotImplementedError

    def sum_label(self) -> str:
        """What the line of sums is called."""
        return _("total")

    def written(self, count: int) -> str:
        """That so many were written down."""
        raise NotImplementedError

    def unsaved(self, count: int) -> str:
        """That so many are not."""
        raise NotImplementedError

    def at_rest(self, sheet: SheetView) -> str:
        """What is said while nothing waits to be saved."""
        return ""

    def parse(self, figure: FigureLine, text: str) -> Value:
        """What was typed into a cell. Raises Refusal."""
        raise NotImplementedError

    def summed(self, texts: list[str]) -> list[str]:
        """The texts of a column that are added up."""
        return texts

    # --- reading and showing

    @property
    def grid(self) -> Grid:
        """The cells."""
        return self.query_one("#sheet", Grid)

    def body(self) -> Iterable[Widget]:
        yield Grid(id="sheet", totals=self._sum)
        yield Static("", id="said", markup=False)

    def show(self, data: SheetView) -> None:
        grid = self.grid
        grid.commit()
        if self.sheet.of != data.of:
            typed = self._take_up(data)
            self._kept, self._refusal = bool(typed), ""
        else:
            # What is typed already is held against what stood in the cell then.
            typed = {place: text for place, text in self._typed().items() if text != data.cell(place).text}
            self._versions = {place: self._version(place) for place in typed}
        self.sheet = data
        rows = [
            GridRow(row, label, {str(f.id): data.cell((row, f.id)).text for f in data.figures})
            for row, label in data.rows
        ]
        grid.totals_label = self.sum_label()
        grid.show_sheet([self._column(figure) for figure in data.figures], rows)
        known = {(row, figure.id) for row, _label in data.rows for figure in data.figures}
        with grid.prevent(Grid.Changed):
            for (row, figure), text in typed.items():
                if (row, figure) in known:
                    grid.put(row, str(figure), text)
        grid.frame.title(self.heading(data.of), _("^s save"))
        self._say_waiting()

    def begin(self) -> None:
        self.grid.focus()

    def _column(self, figure: FigureLine) -> GridColumn:
        def parse(text: str) -> str:
            value = self.parse(figure, text)
            return value if isinstance(value, str) else cell_text(figure, value)

        words = figure.kind is FigureKind.TEXT
        title = bracketed(figure.name, figure.unit)
        width = 28 if words else max(10, cell_width(title))
        return GridColumn(str(figure.id), title, width, "left" if words else "right", parse)

    def _sum(self, key: str, texts: list[str]) -> str:
        figure = self._figure(int(key))
        if figure is None or figure.kind is FigureKind.TEXT:
            return ""
        values = [self.parse(figure, text) for text in self.summed(texts)]
        numbers = [value for value in values if isinstance(value, Decimal)]
        return format_number(sum(numbers, Decimal(0)), figure.decimals) if numbers else ""

    def _figure(self, key: int) -> FigureLine | None:
        return next((figure for figure in self.sheet.figures if figure.id == key), None)

    def _typed(self) -> dict[Place, str]:
        """The cells that differ from what was read."""
        sheet, grid = self.sheet, self.grid
        places = [(row, figure.id) for row, _label in sheet.rows for figure in sheet.figures]
        now = {place: grid.text_at(place[0], str(place[1])) for place in places}
        return {place: text for place, text in now.items() if text != sheet.cell(place).text}

    # --- drafts

    def _keeper(self, of: date) -> Keeper:
        return Keeper(self.desk, self.DRAFT, of.isoformat())

    def _take_up(self, data: SheetView) -> dict[Place, str]:
        """What was typed and neither saved nor thrown away, each cell with the version it was typed over."""
        found = self._keeper(data.of).load()
        typed: dict[Place, str] = {}
        self._versions = {}
        for key, text in found[0].items() if found is not None else ():
            row, figure, *version = map(int, key.split(" "))
            cell = data.cell((row, figure))
            if text != cell.text:
                typed[row, figure] = text
                self._versions[row, figure] = version[0] if version else cell.version
        return typed

    def _keep(self) -> None:
        """Keep what waits to be saved, or nothing where nothing does."""
        keeper = self._keeper(self.sheet.of)
        cells = {f"{row} {figure} {self._version((row, figure))}": text
                 for (row, figure), text in self._typed().items()}  # fmt: skip
        self.host.beside(lambda: keeper.save(cells) if cells else keeper.drop())

    def _version(self, place: Place) -> int:
        return self._versions.get(place, self.sheet.cell(place).version)

    # --- what happens in the grid

    def on_grid_changed(self, event: Grid.Changed) -> None:
        """Keep what waits to be saved, and say how much it is."""
        self._refusal = ""
        self._keep()
        self._say_waiting()

    def _say_waiting(self) -> None:
        count = len(self._typed())
        if count and self._refusal:
            self._say("! " + self._refusal, refused=True)
            return
        said = _("{n} changed, not yet saved").format(n=count)
        if self._kept:
            said += " · " + _("kept from before")
        self._say(said if count else self.at_rest(self.sheet))

    def on_grid_problem(self, event: Grid.Problem) -> None:
        """Keep what was refused too, and say why it was."""
        self._keep()
        self._say("! " + event.message, refused=True)

    def on_grid_highlighted(self, event: Grid.Highlighted) -> None:
        """Say what is wrong with the cell under the cursor."""
        error = self.grid.error_at(event.row_key, event.column_key)
        if error:
            self._say("! " + error, refused=True)

    def _say(self, text: str, *, refused: bool = False) -> None:
        line = self.query_one("#said", Static)
        line.set_class(refused, "-refused")
        line.update(literal(text))

    # --- saving

    def save(self, then: Callable[[], object]) -> None:
        """Write the changed cells down and go on; where one is refused, stay and say so."""
        grid, sheet, desk = self.grid, self.sheet, self.desk
        grid.commit()
        if grid.problems:
            (row, column), message = next(iter(grid.problems.items()))
            grid.move_to(row, column)
            self._say("! " + message, refused=True)
            return
        typed = self._typed()
        if not typed:
            then()
            return
        known = {figure.id: figure for figure in sheet.figures}
        cells = tuple(
            Typed(row, figure, self.parse(known[figure], text), self._version((row, figure)))
            for (row, figure), text in typed.items()
        )

        def saved(count: int) -> None:
            if not self._over:  # it may have been left while it was being written down
                self.refresh_data()
                self._keep()
                then()
            self.host.say(self.written(count))

        def refused(refusal: Refusal) -> None:
            if self._over:
                self.host.refuse(refusal)
                return
            others = self._changed_by_others() if isinstance(refusal, ChangedSince) else ""
            self._refusal = f"{others} {refusal}".lstrip()
            self._say_waiting()

        self.host.do(lambda: self.write(desk, sheet, cells), saved, refused)

    def _changed_by_others(self) -> str:
        """What stands now in the first cell somebody else changed; told once, it may be written over."""
        self.refresh_data()
        sheet, found = self.sheet, ""
        names, titles = dict(sheet.rows), {figure.id: figure.name for figure in sheet.figures}
        for place in self._typed():
            cell = sheet.cell(place)
            if self._version(place) != cell.version:
                what = f"{names[place[0]]} · {titles[place[1]]}"
                found = found or explained(what, f"{cell.text or '–'}.")
                self._versions[place] = cell.version
        self._keep()
        return found

    # --- leaving and turning

    def action_back(self) -> None:
        """Leave the sheet; unsaved cells are asked about."""
        self.give_way()

    def give_way(self, then: Callable[[], object] | None = None) -> None:
        self.grid.commit()
        count = len(self._typed())
        if not count:
            super().give_way(then)
            return

        def answered(answer: str | None) -> None:
            if answer == "save":
                self.save(go)
            elif answer == "discard":
                self.host.beside(self._keeper(self.sheet.of).drop)
                self.call_later(go)

        def go() -> None:
            super(SheetScreen, self).give_way(then)

        answers = [
            ("save", Answer(_("Save"), "s")),
            ("discard", Answer(_("Discard"), "d")),
            ("stay", Answer(_("Go on typing"), "escape")),
        ]
        self.app.push_screen(Question(self.unsaved(count), answers), answered)

    def turn(self, by: int) -> None:
        """The sheet before or after; what is typed is saved first."""
        self.grid.commit()
        if self._typed():
            self.save(lambda: self.turn(by))
            return
        with self.desk.books.reading() as reader:
            of = self.beside(reader, self.sheet.of, by)
        if of is not None:
            self.turn_to(of)
            self.refresh_data()
