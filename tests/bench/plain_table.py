"""The framework's own list: a thousand rows out of SQLite in a DataTable, a line to type in, a footer."""

import sqlite3
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import DataTable, Footer, Input

COLUMNS = ("number", "day", "time", "host", "present", "decided", "actions", "state")


class PlainTable(App[None]):
    """The least a list can be written with."""

    CSS = "DataTable { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [("slash", "focus('line')", "Type")]

    def compose(self) -> ComposeResult:
        """Table, line, footer."""
        yield DataTable(cursor_type="row")
        yield Input(id="line")
        yield Footer()

    def on_mount(self) -> None:
        """Fill the database and show all of it."""
        books = sqlite3.connect(":memory:")
        books.execute(f"CREATE TABLE meeting ({', '.join(COLUMNS)})")
        books.executemany(
            f"INSERT INTO meeting VALUES ({', '.join('?' * len(COLUMNS))})",
            (
                (f"MM-{n:04}", f"{n % 28 + 1} Nov", "08:30", f"Host {n}", "12/13", n % 4, n % 5, "signed")
                for n in range(1000)
            ),
        )
        self.query_one(Input).cursor_blink = False
        table = self.query_one(DataTable)
        table.add_columns(*COLUMNS)
        table.add_rows(books.execute("SELECT * FROM meeting"))
        table.focus()


if __name__ == "__main__":
    PlainTable().run()
