"""A program that is one grid, and cells for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.pilot import Pilot
from textual.widgets import Label

from teamops.errors import NotANumber
from teamops.widgets.grid import Grid, GridColumn, GridRow
from tests.screen_text import screen_text

Said = tuple[str, ...]


def whole(text: str) -> str:
    if not text.isdigit():
        raise NotANumber(text)
    return str(int(text))


def total(key: str, texts: list[str]) -> str:
    return "" if key == "note" else str(sum(int(text) for text in texts if text))


COLUMNS = (
    GridColumn("accounts", "Accounts", 8, parse=whole, hint="opened today"),
    GridColumn("visits", "Visits", 6, parse=whole),
    GridColumn("note", "Note", 12, align="left"),
)
ROWS = (
    GridRow("A101", "Xu Jing", {"accounts": "3", "visits": "1"}),
    GridRow("A102", "Li Na", {"accounts": "4"}),
    GridRow("A104", "王小明"),
)


class Host(App[None]):
    """One grid, what it said, and the keys that came through."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("1", "note('section')"),
        ("escape", "note('back')"),
        ("ctrl+s", "note('save')"),
        ("n", "note('n')"),
    ]

    def __init__(self, grid: Grid | None = None) -> None:
        super().__init__()
        self.grid = grid or Grid(
            COLUMNS,
            ROWS,
            label_title="Name",
            label_width=8,
            totals=total,
            totals_label="Total",
            title="Figures",
        )
        self.said: list[Said] = []

    def compose(self) -> ComposeResult:
        yield self.grid
        other = Label("other")
        other.can_focus = True
        yield other

    def action_note(self, what: str) -> None:
        self.said.append((what,))

    def on_grid_highlighted(self, event: Grid.Highlighted) -> None:
        assert event.control is self.grid
        self.said.append(("at", str(event.row_key), event.column_key))

    def on_grid_changed(self, event: Grid.Changed) -> None:
        self.said.append(("changed", str(event.row_key), event.column_key, event.text))

    def on_grid_problem(self, event: Grid.Problem) -> None:
        self.said.append(("problem", str(event.row_key), event.column_key, event.message))

    def on_grid_pasted(self, event: Grid.Pasted) -> None:
        assert event.control is self.grid
        self.said.append(("pasted", str(event.changed), str(event.refused), str(event.outside)))

    def news(self, *kinds: str) -> list[Said]:
        return [said for said in self.said if said[0] in kinds]


def lines(app: App[None]) -> list[str]:
    return [line.strip("│╭╰╮╯").rstrip() for line in screen_text(app).splitlines()]


async def paste(app: Host, pilot: Pilot[None], text: str) -> None:
    app.post_message(events.Paste(text))
    await pilot.pause()


def wide(columns: int = 12, rows: int = 30, totals: Callable[[str, list[str]], str] | None = None) -> Grid:
    cells = [GridColumn(f"d{day}", str(day), 5) for day in range(1, columns + 1)]
    return Grid(
        cells,
        [
            GridRow(n, f"A{n}", {f"d{day}": f"{n}.{day}" for day in range(1, columns + 1)})
            for n in range(rows)
        ],
        label_width=6,
        totals=totals,
    )
