"""How a sheet of cells is drawn: names of rows that stay, whole columns beside them, a line of totals."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar, Final, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from teamops.text import fit, show
from teamops.widgets.caret import Caret
from teamops.widgets.frame import Frame, frame_css
from teamops.widgets.sheet import GridColumn, GridRow, Place, Sheet
from teamops.widgets.tones import TONE_CLASSES, Palette, tone_css

HEADER: Final = 1
_CURSOR: Final = "▸"
_WRONG: Final = "!"
_LESS: Final = "‹"
_MORE: Final = "›"


class Shown(NamedTuple):
    """A column in sight: its number, the cell it starts in and the cells it takes."""

    column: int
    x: int
    width: int


class SheetView(ScrollView, can_focus=True):
    """Named rows × columns with a cursor on one cell; columns come into sight whole or not at all.

    `totals` gives the closing line's text of a column, from its key and its texts ("" where one is refused).
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {*TONE_CLASSES, "tone--edit", "tone--here"}
    DEFAULT_CSS = (
        tone_css("SheetView")
        + frame_css("SheetView")
        + """
    SheetView {
        height: 1fr;
        overflow-x: hidden;
        & > .tone--edit { color: $foreground; background: $panel; text-style: underline; }
        & > .tone--here { color: $text-primary; text-style: bold; }
    }
    """
    )

    def __init__(self, columns: Sequence[GridColumn] = (), rows: Sequence[GridRow] = (), *,
                 label_title: str = "", label_width: int = 16,
                 totals: Callable[[str, list[str]], str] | None = None, totals_label: str = "",
                 title: str = "", id: str | None = None,  # noqa: A002
                 classes: str | None = None) -> None:  # fmt: skip
        super().__init__(id=id, classes=classes)
        self.frame = Frame(self, title)
        self._label_title = label_title
        self._label_width = label_width
        self._totals = totals
        self.totals_label = totals_label
        self._palette = Palette(self)
        self._sheet = Sheet(columns, rows)
        self._at = Place(0, 0)
        self._left = 0
        self._caret: Caret | None = None
        self._strips: dict[int, Strip] = {}
        self._sums: dict[int, str] = {}
        self._seen: list[Shown] = []
        self._fit_height()

    # --- the cursor -----------------------------------------------------------------------------------------

    @property
    def row_key(self) -> Hashable:
        """The key of the row under the cursor, or None without rows."""
        rows = self._sheet.rows
        return rows[self._at.row].key if rows else None

    @property
    def column_key(self) -> str:
        """The key of the column under the cursor, or "" without columns."""
        columns = self._sheet.columns
        return columns[self._at.column].key if columns else ""

    @property
    def hint(self) -> str:
        """What the column under the cursor says of itself."""
        columns = self._sheet.columns
        return columns[self._at.column].hint if columns else ""

    @property
    def _empty(self) -> bool:
        return not self._sheet.rows or not self._sheet.columns

    @property
    def _page(self) -> int:
        return max(1, self.size.height - HEADER - self._footing)

    @property
    def _footing(self) -> int:
        return 1 if self._totals is not None and self._sheet.rows else 0

    @property
    def _totals_y(self) -> int:
        return min(self.size.height - 1, HEADER + len(self._sheet.rows)) if self._footing else -1

    def _fit_height(self) -> None:
        self.virtual_size = Size(0, HEADER + len(self._sheet.rows) + self._footing)

    def _put_cursor(self, place: Place) -> None:
        before, self._at = self._at, place
        self._strips.pop(before.row, None)
        if not self._reveal():
            self._refresh_line(0)
            self._refresh_row(before.row)
            self._refresh_row(place.row)
        self._aim()

    def _reveal(self) -> bool:
        top, left, row = self.scroll_offset.y, self._left, self._at.row
        if row < top or row >= top + self._page:
            self.scroll_to(y=row if row < top else row - self._page + 1, animate=False, force=True)
        self._left = min(left, self._at.column)
        self._seen = self._lay_out()
        while self._seen and self._seen[-1].column < self._at.column:
            self._left += 1
            self._seen = self._lay_out()
        if left != self._left:
            self._redraw()
        return (top, left) != (self.scroll_offset.y, self._left)

    def _lay_out(self) -> list[Shown]:
        """The columns from `_left` on that find room beside a sign and the scroll bar, one in any case."""
        seen: list[Shown] = []
        x, limit = self._cells_of_label + 2, self.size.width - 2
        for number, column in enumerate(self._sheet.columns[self._left :], self._left):
            if seen and x + column.width > limit:
                break
            seen.append(Shown(number, x, max(0, min(column.width, limit - x))))
            x += column.width + 1
        return seen

    @property
    def _cells_of_label(self) -> int:
        return max(0, min(self._label_width, self.size.width // 2 - 2))

    def _aim(self) -> None:
        """Put the terminal's own cursor into the cell: an input method opens its window there."""
        if self.has_focus:
            x = next((seen.x for seen in self._seen if seen.column == self._at.column), 0)
            if self._caret is not None:
                x += self._caret.view(self._width_of_cursor).caret
            y = self._at.row - self.scroll_offset.y + HEADER
            self.app.cursor_position = self.content_region.offset + Offset(x, y)

    @property
    def _width_of_cursor(self) -> int:
        return next((seen.width for seen in self._seen if seen.column == self._at.column), 1)

    # --- drawing --------------------------------------------------------------------------------------------

    def _redraw(self) -> None:
        self._strips.clear()
        self.refresh()

    def _refresh_line(self, y: int) -> None:
        if 0 <= y < self.size.height:
            self.refresh(Region(0, y, self.size.width, 1))

    def _refresh_row(self, row: int) -> None:
        y = row - self.scroll_offset.y + HEADER
        if HEADER <= y != self._totals_y:
            self._refresh_line(y)

    def _on_resize(self, event: events.Resize) -> None:
        self.frame.draw()
        self._left = 0
        self._reveal()
        self._redraw()
        self._aim()

    def notify_style_update(self) -> None:
        """Draw anew: the theme, the focus or the border changed."""
        super().notify_style_update()
        self._palette.forget()
        self._strips.clear()
        if self.is_mounted:
            self.frame.draw()

    def render_line(self, y: int) -> Strip:
        """One line of what is shown."""
        if y < HEADER:
            return self._header_line()
        if y == self._totals_y:
            return self._totals_line()
        row = y - HEADER + self.scroll_offset.y
        if row >= len(self._sheet.rows):
            return Strip.blank(self.size.width, self._palette["plain"])
        if row == self._at.row:
            return self._row_line(row)
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self._row_line(row)
        return strip

    def _header_line(self) -> Strip:
        plain, dim, here = (self._palette[name] for name in ("plain", "dim", "here"))
        before = _LESS if self._left else " "
        drawn = [(" " + fit(show(self._label_title), self._cells_of_label) + before, dim)]
        for column, _x, width in self._seen:
            title = self._sheet.columns[column]
            style = here if column == self._at.column else dim
            drawn += (fit(show(title.title), width, title.align), style), (" ", plain)
        if self._seen and self._seen[-1].column + 1 < len(self._sheet.columns):
            drawn[-1] = (_MORE, dim)
        return self._line(drawn)

    def _row_line(self, row: int) -> Strip:
        plain, under = self._palette["plain"], row == self._at.row
        label = fit(show(self._sheet.rows[row].label), self._cells_of_label)
        drawn = [((_CURSOR if under else " ") + label + " ", self._palette["here"] if under else plain)]
        for column, _x, width in self._seen:
            place = Place(row, column)
            if place != self._at:
                drawn.append(self._cell(place, width))
            elif self._caret is None:
                drawn.append((self._cell(place, width)[0], self._palette["cursor"]))
            else:
                edit = self._palette["edit"]
                before, letter, after = self._caret.view(width)
                drawn += (before, edit), (letter, edit + Style(reverse=True)), (after, edit)
            drawn.append((" ", plain))
        return self._line(drawn)

    def _cell(self, place: Place, width: int) -> tuple[str, Style]:
        text, align = show(self._sheet.text(place)), self._sheet.columns[place.column].align
        if place in self._sheet.errors:
            return fit(_WRONG + fit(text, width - 1, align), width), self._palette["alert"]
        return fit(text, width, align), self._palette["plain"]

    def _totals_line(self) -> Strip:
        plain = self._palette["plain"]
        drawn = [(" " + fit(show(self.totals_label), self._cells_of_label) + " ", self._palette["dim"])]
        for column, _x, width in self._seen:
            align = self._sheet.columns[column].align
            drawn += (fit(show(self._sum(column)), width, align), plain), (" ", plain)
        return self._line(drawn)

    def _sum(self, column: int) -> str:
        total = self._sums.get(column)
        if total is None:
            texts, key = self._sheet.column_texts(column), self._sheet.columns[column].key
            total = self._sums[column] = self._totals(key, texts) if self._totals is not None else ""
        return total

    def _line(self, drawn: list[tuple[str, Style]]) -> Strip:
        width = self._cells_of_label + 2 + sum(seen.width + 1 for seen in self._seen)
        strip = Strip([Segment(text, style) for text, style in drawn if text], width)
        return strip.adjust_cell_length(self.size.width, self._palette["plain"])
