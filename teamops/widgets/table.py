"""A list of any length drawn line by line: it reads only the rows it shows, and a key repaints two lines."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar, Final, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from teamops.text import cell_width, fit, show
from teamops.widgets.frame import Frame, frame_css
from teamops.widgets.rows import Column, ListRows, PlacedRows, Row, Rows, share
from teamops.widgets.tones import TONE_CLASSES, Align, Mark, Palette, mark, tone_css

__all__ = ["Column", "ListRows", "Mark", "PlacedRows", "Row", "Rows", "Table"]

_LEAST_WINDOW: Final = 24
_KEPT_STRIPS: Final = 512
_STEPS: Final = {"up": -1, "down": 1}
_PAGES: Final = {"pageup": -1, "pagedown": 1}
_ENDS: Final = {"home": False, "ctrl+home": False, "end": True, "ctrl+end": True}
_CURSOR: Final = "▸"
_SELECTED: Final = "✓"


class _Place(NamedTuple):
    """A column that is drawn: which one, and in how many cells."""

    column: int
    cells: int
    align: Align


class Table(ScrollView, can_focus=True):
    """Rows under columns, a cursor on one of them, and, where `selectable`, a choice of many with space.

    `selected` holds the keys of the chosen rows; `empty_text` and `empty_hint` stand in an empty list.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)
    DEFAULT_CSS = (
        tone_css("Table")
        + frame_css("Table")
        + """
    Table {
        height: 1fr;
        overflow-x: hidden;
        &.-bare { border: none; }
    }
    """
    )

    class Event(Message):
        """About one row of a table."""

        def __init__(self, table: Table, key: Hashable, index: int) -> None:
            super().__init__()
            self.table = table
            self.key = key
            self.index = index

        @property
        def control(self) -> Table:
            """The table it happened in."""
            return self.table

    class Highlighted(Event):
        """The cursor came to a row."""

    class Opened(Event):
        """A row was asked for, by enter or a double click."""

    class Selected(Event):
        """A row was chosen or left out; all the choice is `table.selected`."""

    def __init__(self, columns: Sequence[Column] = (), rows: Rows | None = None, *, empty_text: str = "",
                 empty_hint: str = "", title: str = "", show_header: bool = True, selectable: bool = False,
                 id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 # fmt: skip
        super().__init__(id=id, classes=classes)
        self.frame = Frame(self, title)
        self.empty_text = empty_text
        self.empty_hint = empty_hint
        self.selectable = selectable
        self.selected: set[Hashable] = set()
        self._columns = tuple(columns)
        self._show_header = show_header
        self._rows: Rows = ListRows() if rows is None else rows
        self._count = len(self._rows)
        self._cursor = 0
        self._key: Hashable = None
        self._first = self._span = 0
        self._window: Sequence[Row] = ()
        self._strips: dict[tuple[int, bool], Strip] = {}
        self._places: list[_Place] | None = None
        self._palette = Palette(self)
        self.beside: Callable[[], object] | None = None
        """Shows elsewhere what the cursor is on; called at once, so that both are painted in one frame."""
        self._settle()
        self._fit_height()

    # --- what it shows --------------------------------------------------------------------------------------

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns; the rows to match are shown next."""
        self._columns = tuple(columns)
        self._redraw()

    def show_rows(self, rows: Rows, *, keep: bool = True) -> None:
        """Show `rows`; with `keep`, the cursor stays on its record, or in its place if that is gone."""
        key, above = self._key, self._cursor - self.scroll_offset.y
        self._rows, self._count = rows, len(rows)
        self._span = 0
        if keep:
            self._cursor = self._place(key)
            if isinstance(rows, PlacedRows):
                self.selected = {chosen for chosen in self.selected if rows.position(chosen) is not None}
        else:
            self._cursor, above = 0, 0
            self.selected.clear()
        self._settle()
        self._fit_height()
        self._redraw()
        if self.size:
            self.scroll_to(y=max(0, self._cursor - above), animate=False, force=True)
            self._reveal()
        if self._key != key and self.is_mounted:
            self._highlight()

    def _place(self, key: Hashable) -> int:
        index = max(0, min(self._cursor, self._count - 1))
        if key is None or not self._count:
            return index
        if isinstance(self._rows, PlacedRows):
            found = self._rows.position(key)
            return index if found is None else found
        self._row(index)  # reads the rows round the old place
        return next((self._first + i for i, row in enumerate(self._window) if row.key == key), index)

    @property
    def show_header(self) -> bool:
        """Whether the titles of the columns stand above the rows."""
        return self._show_header

    @show_header.setter
    def show_header(self, shown: bool) -> None:
        self._show_header = shown
        self._fit_height()
        self._redraw()

    @property
    def row_count(self) -> int:
        """How many rows the list has."""
        return self._count

    @property
    def cursor_index(self) -> int:
        """The index of the row under the cursor; 0 in an empty list."""
        return self._cursor

    @property
    def cursor_key(self) -> Hashable:
        """The key of the row under the cursor, or None in an empty list."""
        return self._key

    def _settle(self) -> None:
        row = self._row(self._cursor)
        self._key = None if row is None else row.key

    def _row(self, index: int) -> Row | None:
        if not 0 <= index < self._count:
            return None
        if not self._first <= index < self._first + self._span:
            page = max(self.size.height, _LEAST_WINDOW)
            self._first = max(0, min(index - page, self._count - 3 * page))
            self._span = min(3 * page, self._count - self._first)
            self._window = self._rows.window(self._first, self._span)
        place = index - self._first
        return self._window[place] if place < len(self._window) else None

    def _fit_height(self) -> None:
        self.virtual_size = Size(0, self._count + self._show_header)

    def _redraw(self) -> None:
        self._places = None
        self._strips.clear()
        self.refresh()

    # --- the cursor -----------------------------------------------------------------------------------------

    def move_to(self, index: int) -> None:
        """Put the cursor on the row at `index`, or on the nearest there is, and scroll it into sight."""
        index = max(0, min(index, self._count - 1))
        if index == self._cursor or not self._count:
            return
        before, self._cursor = self._cursor, index
        self._settle()
        if not self._reveal():
            self._refresh_row(before)
            self._refresh_row(index)
        self._highlight()

    def move_to_key(self, key: Hashable) -> bool:
        """Put the cursor on the row of `key`, where the rows can tell its place; whether it was found."""
        index = self._rows.position(key) if isinstance(self._rows, PlacedRows) else None
        if index is not None:
            self.move_to(index)
        return index is not None

    def _reveal(self) -> bool:
        top, page = self.scroll_offset.y, self._page
        if self._cursor < top:
            self.scroll_to(y=self._cursor, animate=False, force=True)
        elif self._cursor >= top + page:
            self.scroll_to(y=self._cursor - page + 1, animate=False, force=True)
        return self.scroll_offset.y != top

    @property
    def _page(self) -> int:
        return max(1, self.size.height - self._show_header)

    def _refresh_row(self, index: int) -> None:
        y = index - self.scroll_offset.y + self._show_header
        if self._show_header <= y < self.size.height:
            self.refresh(Region(0, y, self.size.width, 1))

    def _highlight(self) -> None:
        if self.beside is not None:
            self.beside()
        self._say(self.Highlighted)

    def _say(self, event: type[Table.Event]) -> None:
        if self._count:
            self.post_message(event(self, self._key, self._cursor))

    def open_row(self) -> None:
        """Ask for the row under the cursor, as enter does."""
        self._say(self.Opened)

    def toggle(self) -> None:
        """Choose the row under the cursor, or leave it out, and go on to the next."""
        self.selected ^= {self._key}
        self._strips.pop((self._cursor, True), None)
        self._strips.pop((self._cursor, False), None)
        self._refresh_row(self._cursor)
        self._say(self.Selected)
        self.move_to(self._cursor + 1)

    def _on_key(self, event: events.Key) -> None:  # type: ignore[override]
        # What moves in a list never travels up to the application's bindings: that is what makes it quick.
        if not self._count:
            return
        if (target := self._target(event.key)) is not None:
            self.move_to(target)
        elif event.key == "enter":
            self.open_row()
        elif event.key == "space" and self.selectable:
            self.toggle()
        else:
            return
        event.stop()
        event.prevent_default()

    def _target(self, key: str) -> int | None:
        if key in _ENDS:
            return self._count - 1 if _ENDS[key] else 0
        if key in _STEPS:
            return self._cursor + _STEPS[key]
        if key in _PAGES:
            return self._cursor + _PAGES[key] * self._page
        return None

    def _on_click(self, event: events.Click) -> None:  # type: ignore[override]
        inside = event.get_content_offset(self)
        if inside is None or inside.y < self._show_header:
            return
        index = inside.y - self._show_header + self.scroll_offset.y
        if index < self._count:
            self.move_to(index)
            if event.chain == 2:
                self.open_row()

    # --- drawing --------------------------------------------------------------------------------------------

    def _on_mount(self, event: events.Mount) -> None:
        self._say(self.Highlighted)

    def _on_resize(self, event: events.Resize) -> None:
        self.frame.draw()
        self._redraw()
        self._reveal()

    def notify_style_update(self) -> None:
        """Draw anew: the theme, the focus or the size of the border changed."""
        super().notify_style_update()
        self._palette.forget()
        self._strips.clear()
        if self.is_mounted:
            self.frame.draw()

    def render_line(self, y: int) -> Strip:
        """One line of what is shown."""
        if not self._count:
            return self._empty_line(y)
        if self._show_header and y == 0:
            return self._header_line()
        index = y - self._show_header + self.scroll_offset.y
        under = index == self._cursor
        strip = self._strips.get((index, under))
        if strip is None:
            if len(self._strips) >= _KEPT_STRIPS:
                self._strips.clear()
            strip = self._strips[index, under] = self._row_line(index, under=under)
        return strip

    def _row_line(self, index: int, *, under: bool) -> Strip:
        row = self._row(index)
        plain = self._palette["plain"]
        if row is None:
            return Strip.blank(self.size.width, plain)
        base = self._palette["cursor"] if under else self._palette["dim"] if row.dim else plain
        margin = _CURSOR if under else " "
        if self.selectable:
            margin += (_SELECTED if row.key in self.selected else " ") + " "
        drawn = [(margin, base)]
        for place, cells, align in self._layout:
            text, tone = mark(row.cells[place]) if place < len(row.cells) else Mark("")
            style = base if under or tone == "plain" else self._palette[tone]
            drawn += (fit(show(text), cells, align), style), (" ", base)
        return self._line(drawn, base)

    def _header_line(self) -> Strip:
        plain, header = self._palette["plain"], self._palette["header"]
        drawn = [(" " * self._margin, plain)]
        for place, cells, align in self._layout:
            drawn += (fit(show(self._columns[place].title), cells, align), header), (" ", plain)
        return self._line(drawn, plain)

    @property
    def _margin(self) -> int:
        return 3 if self.selectable else 1

    @property
    def _layout(self) -> list[_Place]:
        if self._places is None:
            room = self.size.width - self._margin - 1  # the last cell is the scroll bar's
            shared = share(self._columns, room)
            self._places = [_Place(place, cells, self._columns[place].align) for place, cells in shared]
        return self._places

    def _line(self, drawn: list[tuple[str, Style]], base: Style) -> Strip:
        width = self._margin + sum(cells + 1 for _place, cells, _align in self._layout)
        strip = Strip([Segment(text, style) for text, style in drawn], width).simplify()
        return strip.adjust_cell_length(self.size.width, base)

    def _empty_line(self, y: int) -> Strip:
        width, plain = self.size.width, self._palette["plain"]
        lines = (Mark(show(self.empty_text)), Mark(show(self.empty_hint), "dim"))
        place = y - max(0, (self.size.height - len(lines)) // 2)
        if not 0 <= place < len(lines):
            return Strip.blank(width, plain)
        widest = min(width, max(cell_width(text) for text, _tone in lines))
        left = (width - widest) // 2
        text, tone = lines[place]
        segments = [Segment(" " * left, plain), Segment(fit(text, widest), self._palette[tone])]
        return Strip(segments, left + widest).adjust_cell_length(width, plain)
