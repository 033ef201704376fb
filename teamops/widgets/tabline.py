"""One line of names, one of them open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from teamops.text import cell_width, show
from teamops.widgets.tones import TONE_CLASSES, Palette, tone_css


class TabLine(Widget):
    """The lists of a section; the open one stands out by brackets as well as by colour."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)
    DEFAULT_CSS = (
        tone_css("TabLine")
        + """
    TabLine { height: 1; width: 1fr; }
    """
    )

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._palette = Palette(self)
        self._labels: Sequence[str] = ()
        self._open = 0

    def show_tabs(self, labels: Sequence[str], open_one: int) -> None:
        """Show these names; fewer than two take no line."""
        self.display = len(labels) > 1
        if (tuple(labels), open_one) != (self._labels, self._open):
            self._labels, self._open = tuple(labels), open_one
            self.refresh()

    def notify_style_update(self) -> None:
        """Draw anew: the theme changed."""
        super().notify_style_update()
        self._palette.forget()

    def render_line(self, y: int) -> Strip:
        """The line."""
        segments = [Segment(" ", self._palette["plain"])]
        used = 1
        for n, label in enumerate(self._labels):
            text = f"[{show(label)}]" if n == self._open else f" {show(label)} "
            segments.append(Segment(text, self._palette["accent" if n == self._open else "dim"]))
            segments.append(Segment("  ", self._palette["plain"]))
            used += cell_width(text) + 2
        return Strip(segments, used).adjust_cell_length(self.size.width, self._palette["plain"])
