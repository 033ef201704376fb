"""Names and choices that are taken from a list which opens below them while one types."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Protocol

from textual import events
from textual.widget import Widget

from teamops.text import search_key
from teamops.widgets.entry import LineEntry
from teamops.widgets.item_list import ItemList, Suggestion

_MOST: Final = 7
_MOVES: Final = {"up": -1, "down": 1, "pageup": -_MOST, "pagedown": _MOST}


class Completer(Protocol):
    """Finds what a few characters may mean."""

    def complete(self, text: str, limit: int) -> Sequence[Suggestion]:
        """At most `limit` that `text` may mean, the likeliest first; asked at every key, so it is quick."""


class DropDown(ItemList):
    """The list that is open below one entry of a form, or hidden."""

    DEFAULT_CSS = """
    DropDown {
        display: none;
        background: $foreground 14%;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.owner: Widget | None = None

    def open(self, owner: Widget, items: Sequence[Suggestion], cursor: int = 0) -> None:
        """Open below `owner`."""
        self.owner = owner
        self.display = True
        self.show_items(items, cursor)
        self.refresh(layout=True)

    def close(self) -> None:
        """Hide, whatever was open."""
        self.owner = None
        self.display = False

    @property
    def wanted(self) -> tuple[int, int]:
        """The cells and rows it would take to be seen whole, up to a handful of rows."""
        return self.widest + self.gutter.width, min(_MOST, len(self.items))

    def press(self, key: str) -> bool:
        """Move the cursor, or close, as `key` wants; whether it was such a key."""
        if key in _MOVES:
            self.move(_MOVES[key])
        elif key == "escape":
            self.close()
        else:
            return False
        return True


class NameEntry(LineEntry):
    """A line for one name, or for `several` with commas or 、 between them."""

    def __init__(self, drop: DropDown, *, several: bool = False) -> None:
        super().__init__()
        self.completer: Completer | None = None
        self._drop = drop
        self._several = several

    def replace(self, text: str, start: int, end: int) -> None:
        """Take what is typed, and ask what it may mean."""
        super().replace(text, start, end)
        self._ask()

    def _part(self) -> tuple[int, int]:
        """Where the name begins and ends that the cursor is in."""
        if not self._several:
            return 0, len(self.value)
        place = self.cursor_position
        start = max((found.end() for found in re.finditer("[,，、]", self.value[:place])), default=0)
        end = re.search("[,，、]|$", self.value[place:])
        return start, place + (end.start() if end else 0)

    def _ask(self) -> None:
        start, end = self._part()
        typed = self.value[start:end].strip()
        items = self.completer.complete(typed, _MOST) if typed and self.completer else ()
        if items and not (len(items) == 1 and search_key(items[0].label) == search_key(typed)):
            self._drop.open(self, items)
        elif self._drop.owner is self:
            self._drop.close()

    def accept(self) -> None:
        """Put the item under the cursor of the list in the place of what was typed."""
        start, end = self._part()
        label = self._intake.take(self._drop.items[self._drop.cursor].label)
        if self.value[:start].endswith(","):
            label = " " + label
        self._drop.close()
        self.value = self.value[:start] + label + self.value[end:]
        self.cursor_position = start + len(label)

    def _on_key(self, event: events.Key) -> None:  # type: ignore[override]
        if self._drop.owner is not self:
            return
        if event.key in {"enter", "tab"}:
            self.accept()
            if event.key == "tab":
                return
        elif not self._drop.press(event.key):
            return
        event.stop()
        event.prevent_default()

    def _on_blur(self, event: events.Blur) -> None:
        if self._drop.owner is self:
            self._drop.close()
