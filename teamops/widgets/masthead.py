"""The first line of the program: its sections, whose books these are, and what time it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from teamops.i18n import _
from teamops.text import cell_width, fit, show
from teamops.widgets.tones import Palette, tone_css


class Tab(NamedTuple):
    """A section: the key that opens it, its name, and whether it is open."""

    key: str
    label: str
    here: bool


class Masthead(Widget):
    """One line; what does not fit at its right gives way from the left: branch first, then the date."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"tone--here"}
    DEFAULT_CSS = (
        tone_css("Masthead")
        + """
    Masthead {
        height: 1;
        width: 1fr;
        background: $boost;
        & > .tone--here { color: $foreground; background: $primary 40%; text-style: bold; }
    }
    """
    )

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._palette = Palette(self)
        self._tabs: Sequence[Tab] = ()
        self._right: tuple[str, ...] = ()
        self._flag = ""

    def show_tabs(self, tabs: Sequence[Tab], right: Sequence[str], flag: str) -> None:
        """Sections at the left; at the right the first of `right` that fits; `flag` warns of practice books."""
        wanted = (tuple(tabs), tuple(right), flag)
        if wanted != (self._tabs, self._right, self._flag):
            self._tabs, self._right, self._flag = wanted
            self.refresh()

    def read_clock(self) -> None:
        """Ask the application for what to show now."""
        self.app.refresh_masthead(self)  # type: ignore[attr-defined]

    def on_mount(self) -> None:
        """Show the sections at once."""
        self.read_clock()

    def notify_style_update(self) -> None:
        """Draw anew: the theme changed."""
        super().notify_style_update()
        self._palette.forget()

    def render_line(self, y: int) -> Strip:
        """The line."""
        width, palette = self.size.width, self._palette
        segments = [Segment(" teamops ", palette["name"])]
        used = 9
        for tab in self._tabs:
            text = f" {tab.key} {show(tab.label)} "
            if used + cell_width(text) > width:
                break
            segments.append(Segment(text, palette["here" if tab.here else "dim"]))
            used += cell_width(text)
        flag = f" {show(self._flag)} " if self._flag else ""
        if used + cell_width(flag) <= width and flag:
            segments.append(Segment(flag, palette["alert"]))
            used += cell_width(flag)
        for text in (f" {show(text)} " for text in self._right):
            if used + cell_width(text) <= width:
                segments.append(Segment(fit("", width - used - cell_width(text)), palette["plain"]))
                segments.append(Segment(text, palette["dim"]))
                used = width
                break
        return Strip(segments, used).adjust_cell_length(width, palette["plain"])


class TooSmall(Static):
    """Says that the terminal is too small, where it is."""

    DEFAULT_CSS = """
    TooSmall {
        display: none;
        layer: above;
        width: 100%;
        height: 100%;
        background: $background;
        content-align: center middle;
        text-align: center;
    }
    """

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._least = (width, height)

    def render(self) -> Content:
        """Which size is needed, which there is."""
        width, height = self._least
        size = self.screen.size
        text = _("This terminal is too small: {has}. Make it at least {needs}.").format(
            has=f"{size.width}×{size.height}", needs=f"{width}×{height}"
        )
        return Content(text)
