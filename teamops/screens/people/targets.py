"""The targets of a month: the team's line and its members' × the figures that are counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import ClassVar, NamedTuple

from textual.widget import Widget
from textual.widgets import Static

from teamops.errors import Refusal
from teamops.i18n import _, month_year, ngettext
from teamops.models.figures import FigureKind, FigureLine, TargetLine, cell_text, parse_target
from teamops.screens.base import BaseScreen
from teamops.screens.host import literal
from teamops.screens.people.tab import may
from teamops.services.desk import Reader
from teamops.services.reading import figures, people
from teamops.text import format_number
from teamops.widgets.grid import Grid, GridColumn, GridRow
from teamops.widgets.question import Answer, Question

TEAM = 0
"""The key of the team's own line."""
_YEARS = range(2000, 2100)

Place = tuple[int, int]
"""A cell: person and figure."""


class TargetSheet(NamedTuple):
    """A month's targets: who and which figures there are, and what is set already."""

    month: date
    members: tuple[tuple[int, str], ...]
    figures: tuple[FigureLine, ...]
    texts: dict[Place, str]


class Targets(BaseScreen):
    """One month's sheet."""

    PLACES = ("targets",)
    READS = frozenset(("figures", "people"))
    CSS_PATH = "targets.tcss"
    MASTHEAD: ClassVar[bool] = False

    def __init__(self, month: date) -> None:
        super().__init__()
        self.month = month.replace(day=1)
        self.sheet: TargetSheet | None = None

    @property
    def grid(self) -> Grid:
        """The sheet."""
        return self.query_one("#sheet", Grid)

    def body(self) -> Iterable[Widget]:
        yield Grid(id="sheet", totals=self._total, totals_label=_("members together"))
        yield Static("", id="said", markup=False)

    # --- reading and showing

    def read(self, reader: Reader) -> TargetSheet:
        lines = tuple(line for line in figures.figures(reader) if line.kind is not FigureKind.TEXT)
        known = {line.id: line for line in lines}
        kept = [line for line in figures.targets(reader, self.month) if line.figure_id in known]
        texts = {
            (line.person_id or TEAM, line.figure_id): cell_text(known[line.figure_id], line.value)
            for line in kept
        }
        return TargetSheet(self.month, self._members(reader, kept), lines, texts)

    def _members(self, reader: Reader, kept: Iterable[TargetLine]) -> tuple[tuple[int, str], ...]:
        """Who sells as the month begins, as it ends or today, and whoever has a target of it; by number."""
        today, last = self.desk.books.clock.today(), turned(self.month, 1) - timedelta(days=1)
        days = {self.month, last} | ({today} if self.month <= today <= last else set())
        wanted = {line.person_id for line in kept} | {
            person.id for day in days for person in people.selling(reader, day)
        }
        everybody = people.people(reader, today, include_left=True)
        return tuple((line.id, f"{line.number} {line.name}") for line in everybody if line.id in wanted)

    def show(self, data: TargetSheet) -> None:
        self.grid.commit()
        typed = self._typed() if self.sheet is not None and self.sheet.month == data.month else {}
        self.sheet = data
        columns = [
            GridColumn(
                str(figure.id), figure.name + (f" ({figure.unit})" if figure.unit else ""), width=22,
                parse=_parser(figure),
            )
            for figure in data.figures
        ]  # fmt: skip
        rows = [
            GridRow(
                person_id, label, {str(f.id): data.texts.get((person_id, f.id), "") for f in data.figures}
            )
            for person_id, label in ((TEAM, _("team as a whole")), *data.members)
        ]
        self.grid.show_sheet(columns, rows)
        for (person_id, figure_id), text in typed.items():
            if any(row.key == person_id for row in rows) and any(f.id == figure_id for f in data.figures):
                self.grid.put(person_id, str(figure_id), text)
        self.grid.frame.title(_("Targets of {month}").format(month=month_year(data.month)), _("^s save"))
        self._say("" if data.figures else _("No figure is counted; n under Set-up adds one."))

    def begin(self) -> None:
        self.grid.focus()

    def offers(self, action_id: str) -> bool:
        return action_id != "save_targets" or may(self.desk, "figures.target")

    def _total(self, key: str, texts: list[str]) -> str:
        """What the members are to reach together; the team's own line, the first, is not among them."""
        figure = next((f for f in self.sheet.figures if str(f.id) == key), None) if self.sheet else None
        if figure is None:
            return ""
        values = [value for text in texts[1:] if (value := parse_target(figure, text)) is not None]
        return format_number(sum(values, Decimal(0)), figure.decimals) if values else ""

    def _typed(self) -> dict[Place, str]:
        """The cells that differ from what was read."""
        sheet, grid = self.sheet, self.grid
        if sheet is None:
            return {}
        places = [
            (key, figure.id)
            for key in (TEAM, *(key for key, _label in sheet.members))
            for figure in sheet.figures
        ]
        now = {place: grid.text_at(place[0], str(place[1])) for place in places}
        return {place: text for place, text in now.items() if text != sheet.texts.get(place, "")}

    # --- what happens in the grid

    def on_grid_changed(self, event: Grid.Changed) -> None:
        """Say how much waits to be saved."""
        count = len(self._typed())
        self._say(_("{n} changed, not yet saved").format(n=count) if count else "")

    def on_grid_problem(self, event: Grid.Problem) -> None:
        """Say why a cell was refused."""
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

    # --- actions

    def action_save_targets(self) -> None:
        """Write the changed cells down."""
        self._save(self.dismiss)

    def _save(self, then: Callable[[], object]) -> None:
        grid, sheet, desk = self.grid, self.sheet, self.desk
        grid.commit()
        if grid.problems:
            (row, column), message = next(iter(grid.problems.items()))
            grid.move_to(row, column)
            self._say("! " + message, refused=True)
            return
        typed = self._typed()
        if sheet is None or not typed:
            then()
            return

        def job() -> int:
            from teamops.models.inputs.figures import TargetIn
            from teamops.services import figures as service

            known = {figure.id: figure for figure in sheet.figures}
            lines = [
                TargetIn(
                    person_id=key or None, figure_id=figure_id, value=parse_target(known[figure_id], text)
                )
                for (key, figure_id), text in typed.items()
            ]
            return service.target(desk, sheet.month, tuple(lines))

        def saved(count: int) -> None:
            said = ngettext("{n} target written down.", "{n} targets written down.", count)
            self.host.say(said.format(n=count))
            then()

        def refused(refusal: Refusal) -> None:
            self._say("! " + str(refusal), refused=True)

        self.host.do(job, saved, refused)

    def action_back(self) -> None:
        """Leave the sheet; unsaved cells are asked about."""
        self.grid.commit()
        if not self._typed():
            self.dismiss()
            return

        def answered(answer: str | None) -> None:
            if answer == "save":
                self._save(self.dismiss)
            elif answer == "discard":
                self.dismiss()

        count = len(self._typed())
        text = ngettext("{n} target is not saved yet.", "{n} targets are not saved yet.", count).format(
            n=count
        )
        answers = [
            ("save", Answer(_("Save"), "s")),
            ("discard", Answer(_("Discard"), "d")),
            ("stay", Answer(_("Go on typing"), "escape")),
        ]
        self.app.push_screen(Question(text, answers), answered)

    def action_month_before(self) -> None:
        """The month before."""
        self._turn(-1)

    def action_month_after(self) -> None:
        """The month after."""
        self._turn(1)

    def _turn(self, by: int) -> None:
        self.grid.commit()
        if self._typed():
            self._save(lambda: self._turn(by))
            return
        month = turned(self.month, by)
        if month.year in _YEARS:
            self.month = month
            self.refresh_data()


def turned(month: date, by: int) -> date:
    """The first day of the month so many months on, or back."""
    year, place = divmod(month.year * 12 + month.month - 1 + by, 12)
    return date(year, place + 1, 1)


def _parser(figure: FigureLine) -> Callable[[str], str]:
    return lambda text: cell_text(figure, parse_target(figure, text))
