"""A sheet typed into as in a spreadsheet: what a cell cannot take stays in it, marked."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Final

from textual import events
from textual.message import Message

from teamops.widgets.caret import Caret, one_line, printable
from teamops.widgets.sheet import Entry, GridColumn, GridRow, Place, Sheet, block
from teamops.widgets.sheet_view import HEADER, SheetView

__all__ = ["Grid", "GridColumn", "GridRow"]

_SIDEWAYS: Final = frozenset({"left", "right"})


class Grid(SheetView):
    """Typing overwrites a cell, enter or F2 edits it, enter and tab take what was typed, esc gives it up."""

    _in_place = False

    class CellEvent(Message):
        """About one cell."""

        def __init__(self, grid: Grid, row_key: Hashable, column_key: str) -> None:
            super().__init__()
            self.grid = grid
            self.row_key = row_key
            self.column_key = column_key

        @property
        def control(self) -> Grid:
            """The grid it happened in."""
            return self.grid

    class Highlighted(CellEvent):
        """The cursor came to a cell."""

    class Changed(CellEvent):
        """A cell holds another text, accepted by its column."""

        def __init__(self, grid: Grid, row_key: Hashable, column_key: str, text: str) -> None:
            super().__init__(grid, row_key, column_key)
            self.text = text

    class Problem(CellEvent):
        """A text was refused; it stays in its cell, marked."""

        def __init__(self, grid: Grid, row_key: Hashable, column_key: str, message: str) -> None:
            super().__init__(grid, row_key, column_key)
            self.message = message

    class Pasted(Message):
        """A block was filled in: how many cells changed, were refused, and how many texts lay outside."""

        def __init__(self, grid: Grid, changed: int, refused: int, outside: int) -> None:
            super().__init__()
            self.grid = grid
            self.changed = changed
            self.refused = refused
            self.outside = outside

        @property
        def control(self) -> Grid:
            """The grid it happened in."""
            return self.grid

    # --- what it holds --------------------------------------------------------------------------------------

    def show_sheet(self, columns: Sequence[GridColumn], rows: Sequence[GridRow]) -> None:
        """Show other cells; the cursor stays on its row and column where they are still there."""
        self._caret = None
        keys = (self.row_key, self.column_key)
        self._sheet = Sheet(columns, rows)
        row, column = self._sheet.row_of(keys[0]), self._sheet.column_of(keys[1])
        self._at = Place(
            min(self._at.row, max(0, len(rows) - 1)) if row is None else row,
            min(self._at.column, max(0, len(columns) - 1)) if column is None else column,
        )
        self._sums.clear()
        self._fit_height()
        self._reveal()
        self._redraw()
        if (self.row_key, self.column_key) != keys and self.is_mounted:
            self._say_here()

    @property
    def editing(self) -> bool:
        """Whether a cell is being typed into."""
        return self._caret is not None

    @property
    def problems(self) -> dict[tuple[Hashable, str], str]:
        """The messages of all refused cells, by row key and column key, from the top."""
        sheet = self._sheet
        return {
            (sheet.rows[place.row].key, sheet.columns[place.column].key): sheet.errors[place]
            for place in sorted(sheet.errors)
        }

    def text_at(self, row_key: Hashable, column_key: str) -> str:
        """What a cell holds, refused or not. Raises KeyError."""
        return self._sheet.text(self._sheet.place(row_key, column_key))

    def error_at(self, row_key: Hashable, column_key: str) -> str | None:
        """Why the text of a cell is refused, or None. Raises KeyError."""
        return self._sheet.errors.get(self._sheet.place(row_key, column_key))

    def put(self, row_key: Hashable, column_key: str, text: str) -> None:
        """Put `text` into a cell as if it were typed. Raises KeyError."""
        self._enter(self._sheet.place(row_key, column_key), text)

    def move_to(self, row_key: Hashable, column_key: str) -> None:
        """Put the cursor on a cell. Raises KeyError."""
        self._move(*self._sheet.place(row_key, column_key))

    def edit(self) -> None:
        """Edit the text of the cell under the cursor where it stands."""
        if not self._empty:
            self._caret, self._in_place = Caret(self._sheet.text(self._at)), True
            self._typed()

    def commit(self) -> None:
        """Take what is being typed into the cell, as leaving it does."""
        caret, self._caret = self._caret, None
        if caret is not None:
            self._enter(self._at, caret.text)

    def _enter(self, place: Place, typed: str) -> Entry:
        entry = self._sheet.enter(place, typed)
        keys = self._sheet.rows[place.row].key, self._sheet.columns[place.column].key
        if entry is Entry.CHANGED:
            self.post_message(self.Changed(self, *keys, self._sheet.text(place)))
        elif entry is Entry.REFUSED:
            self.post_message(self.Problem(self, *keys, self._sheet.errors[place]))
        self._strips.pop(place.row, None)
        self._sums.pop(place.column, None)
        self._refresh_row(place.row)
        self._refresh_line(self._totals_y)
        return entry

    # --- keys -----------------------------------------------------------------------------------------------

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters, digits and signs are typed, whatever they are bound to elsewhere."""
        return bool(printable(character or "")) and not self._empty

    def _on_key(self, event: events.Key) -> None:  # type: ignore[override]
        if self._empty:
            return
        if not self._press(event.key):
            typed = printable(event.character or "")
            if not typed:  # a key of somebody else's, who should find the cell as it was typed
                self.commit()
                return
            self._type(typed)
        event.stop()
        event.prevent_default()

    def _press(self, key: str) -> bool:
        caret = self._caret
        if caret is None:
            return self._idle_key(key) or self._walk(key)
        if key == "escape":
            self._caret = None
        elif key == "f2":
            self._in_place = not self._in_place
        elif key == "enter":
            self._move(self._at.row + 1, self._at.column)
        elif (key in _SIDEWAYS and not self._in_place) or not caret.press(key):
            return self._walk(key)
        self._typed()
        return True

    def _idle_key(self, key: str) -> bool:
        match key:
            case "enter" | "f2":
                self.edit()
            case "delete" | "backspace":
                self._enter(self._at, "")
            case "home":
                self._move(self._at.row, 0)
            case "end":
                self._move(self._at.row, len(self._sheet.columns) - 1)
            case _:
                return False
        return True

    def _walk(self, key: str) -> bool:
        row, column = self._at
        match key:
            case "up":
                self._move(row - 1, column)
            case "down":
                self._move(row + 1, column)
            case "left":
                self._move(row, column - 1)
            case "right":
                self._move(row, column + 1)
            case "pageup":
                self._move(row - self._page, column)
            case "pagedown":
                self._move(row + self._page, column)
            case "ctrl+home":
                self._move(0, 0)
            case "ctrl+end":
                self._move(len(self._sheet.rows) - 1, len(self._sheet.columns) - 1)
            case "tab":
                return self._step(1)
            case "shift+tab":
                return self._step(-1)
            case _:
                return False
        return True

    def _step(self, by: int) -> bool:
        """One cell on or back in reading order; at either end the key goes to the next widget."""
        width = len(self._sheet.columns)
        place = self._at.row * width + self._at.column + by
        if not 0 <= place < width * len(self._sheet.rows):
            return False
        self._move(*divmod(place, width))
        return True

    def _move(self, row: int, column: int) -> None:
        self.commit()
        place = Place(
            max(0, min(row, len(self._sheet.rows) - 1)), max(0, min(column, len(self._sheet.columns) - 1))
        )
        if place != self._at:
            self._put_cursor(place)
            self._say_here()

    def _say_here(self) -> None:
        if not self._empty:
            self.post_message(self.Highlighted(self, self.row_key, self.column_key))

    def _type(self, typed: str) -> None:
        if self._caret is None:
            self._caret, self._in_place = Caret(), False
        self._caret.type(typed)
        self._typed()

    def _typed(self) -> None:
        self._refresh_row(self._at.row)
        self._aim()

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if self._caret is not None:
            self._type(event.text)
        elif not self._empty:
            self._fill(block(event.text))

    def _fill(self, lines: list[list[str]]) -> None:
        counts = dict.fromkeys(Entry, 0)
        outside = 0
        for row, line in enumerate(lines, self._at.row):
            for column, text in enumerate(line, self._at.column):
                if row < len(self._sheet.rows) and column < len(self._sheet.columns):
                    counts[self._enter(Place(row, column), one_line(text))] += 1
                else:
                    outside += bool(text.strip())
        self.post_message(self.Pasted(self, counts[Entry.CHANGED], counts[Entry.REFUSED], outside))

    def _on_click(self, event: events.Click) -> None:  # type: ignore[override]
        inside = event.get_content_offset(self)
        if inside is None or inside.y < HEADER or inside.y == self._totals_y:
            return
        row = inside.y - HEADER + self.scroll_offset.y
        for column, x, width in self._seen:
            if x <= inside.x < x + width and row < len(self._sheet.rows):
                self._move(row, column)
                if event.chain == 2:
                    self.edit()

    def _on_mount(self, event: events.Mount) -> None:
        self._say_here()

    def on_focus(self) -> None:
        """Say where the cursor is to the terminal, once the focus has settled."""
        self.call_next(self._aim)

    def on_blur(self) -> None:
        """Take what was being typed."""
        self.commit()
