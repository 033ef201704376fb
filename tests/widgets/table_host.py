"""A program that is one table, and rows for it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from textual.app import App, ComposeResult

from teamops.widgets.table import Column, ListRows, Row, Table
from tests.screen_text import screen_text

NAMES = (Column("date", 6), Column("name", minimum=6), Column("balance", 9, "right"))


def slips(count: int, start: int = 0) -> ListRows:
    numbers = range(start, start + count)
    return ListRows([Row(f"V{n}", (f"{n} Nov", f"Client {n}", str(n * 1000))) for n in numbers])


class Ledger:
    """A million lines that are made when asked for, and a note of what was asked."""

    def __init__(self, count: int = 1_000_000) -> None:
        self.count = count
        self.asked: list[tuple[int, int]] = []

    def __len__(self) -> int:
        return self.count

    def window(self, first: int, count: int) -> Sequence[Row]:
        self.asked.append((first, count))
        return [Row(n, (str(n), f"line {n}", str(n))) for n in range(first, min(first + count, self.count))]


class Shifted(Ledger):
    """The same lines with two new ones before them."""

    def window(self, first: int, count: int) -> Sequence[Row]:
        return [Row(n - 2, (str(n),)) for n in range(first, min(first + count, self.count))]


class Host(App[None]):
    """One table, and what it said."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table = table
        self.said: list[tuple[str, Hashable, int]] = []

    def compose(self) -> ComposeResult:
        yield self.table

    def on_table_highlighted(self, event: Table.Highlighted) -> None:
        assert event.control is self.table
        self.said.append(("at", event.key, event.index))

    def on_table_opened(self, event: Table.Opened) -> None:
        self.said.append(("open", event.key, event.index))

    def on_table_selected(self, event: Table.Selected) -> None:
        self.said.append(("chosen", event.key, event.index))


def lines(app: App[None]) -> list[str]:
    return [line.strip("│╭╰╮╯").rstrip() for line in screen_text(app).splitlines()]
