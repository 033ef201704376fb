"""The framework's own list: a thousand rows out of SQLite in a DataTable, a filter under it, a footer."""

import sqlite3
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import DataTable, Footer, Input

COLUMNS = ("number", "day", "time", "host", "present", "decided", "actions", "state")


class PlainTable(App[None]):
    """The least a list can be written with."""

    BINDINGS: ClassVar[list[BindingType]] = [("slash", "focus('sought')", "Find")]

    def compose(self) -> ComposeResult:
        """Table, filter, footer."""
        yield DataTable(cursor_type="row")
        yield Input(id="sought")
        yield Footer()

    def on_mount(self) -> None:
        """Fill the database and show all of it."""
        self.books = sqlite3.connect(":memory:")
        self.books.execute(f"CREATE TABLE meeting ({', '.join(COLUMNS)})")
        self.books.executemany(
            f"INSERT INTO meeting VALUES ({', '.join('?' * len(COLUMNS))})",
            (
                (f"MM-{n:04}", f"{n % 28 + 1} Nov", "08:30", f"Host {n}", "12/13", n % 4, n % 5, "signed")
                for n in range(1000)
            ),
        )
        self.query_one(Input).cursor_blink = False
        self.query_one(DataTable).add_columns(*COLUMNS)
        self.find("")
        self.query_one(DataTable).focus()

    def find(self, sought: str) -> None:
        """Show the rows that hold `sought`."""
        rows = self.books.execute("SELECT * FROM meeting WHERE number || host LIKE ?", (f"%{sought}%",))
        table = self.query_one(DataTable)
        table.clear()
        table.add_rows(rows)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find while it is typed."""
        self.find(event.value)


if __name__ == "__main__":
    PlainTable().run()
