"""Items one below the other with a cursor that others move: under a name being typed, or in a choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final, NamedTuple

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from teamops.text import cell_width, fit, show
from teamops.widgets.tones import TONE_CLASSES, Mark, Palette, cut, tone_css

_CURSOR: Final = "▸ "
_AIR: Final = 2


class Suggestion(NamedTuple):
    """What can be taken, and what tells it from others like it."""

    label: str
    detail: str = ""


class ItemList(Widget):
    """Items a row each; it never takes the focus, whoever has it moves the cursor."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)
    DEFAULT_CSS = tone_css("ItemList")

    class Clicked(Message):
        """The item under the cursor was taken with the mouse."""

    def __init__(self, items: Sequence[Suggestion] = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._palette = Palette(self)
        self._items: tuple[Suggestion, ...] = ()
        self._shown: list[tuple[str, str]] = []
        self._cursor = 0
        self._top = 0
        self.show_items(items)

    def show_items(self, items: Sequence[Suggestion], cursor: int = 0) -> None:
        """Show these, the cursor on the item numbered `cursor`."""
        self._items = tuple(items)
        self._shown = [(show(label), show(detail)) for label, detail in self._items]
        self._cursor = self._top = 0
        self.move(cursor)
        self.refresh()

    @property
    def items(self) -> tuple[Suggestion, ...]:
        """What is shown."""
        return self._items

    @property
    def cursor(self) -> int:
        """The number of the item under the cursor; 0 in an empty list too."""
        return self._cursor

    @property
    def widest(self) -> int:
        """The cells a row needs to be seen whole."""
        details = max((cell_width(detail) for _label, detail in self._shown), default=0)
        return len(_CURSOR) + self._label_width + (_AIR + details if details else 0) + 1

    @property
    def _label_width(self) -> int:
        return max((cell_width(label) for label, _detail in self._shown), default=0)

    def move(self, by: int) -> None:
        """Move the cursor down by so many items, or up."""
        self._cursor = max(0, min(self._cursor + by, len(self._items) - 1))
        self._reveal()
        self.refresh()

    def page(self, by: int) -> None:
        """Move the cursor by so many windows full of items."""
        self.move(by * max(1, self.size.height - 1))

    def _reveal(self) -> None:
        room = max(1, self.size.height)
        lowest = max(0, len(self._items) - room)
        self._top = max(min(self._top, self._cursor, lowest), self._cursor - room + 1)

    def _on_resize(self, event: events.Resize) -> None:
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """Take the item that was clicked."""
        event.stop()
        row = self._top + event.y - self.gutter.top
        if 0 <= row < len(self._items):
            self.move(row - self._cursor)
            self.post_message(self.Clicked())

    def notify_style_update(self) -> None:
        """Draw anew: the theme changed."""
        super().notify_style_update()
        self._palette.forget()

    def render_line(self, y: int) -> Strip:
        """One item."""
        width, number = self.size.width, self._top + y
        if number >= len(self._items):
            return Strip.blank(width, self._palette["plain"])
        label, detail = self._shown[number]
        here = number == self._cursor
        column = min(self._label_width, max(1, width - len(_CURSOR)))
        marks = [Mark(_CURSOR if here else " " * len(_CURSOR)), Mark(fit(label, column))]
        if detail:
            marks.append(Mark(" " * _AIR + detail, "dim"))
        drawn, used = cut(marks, width)
        plain = self._palette["cursor"] if here else self._palette["plain"]
        segments = [
            Segment(text, self._palette["dim"] if tone == "dim" and not here else plain)
            for text, tone in drawn
        ]
        return Strip(segments, used).adjust_cell_length(width, plain)
