"""The thin rounded border of a panel or a list: a title at its left, the key that acts on it at its right."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from teamops.text import cell_width, fit, show

_LEAST_TITLE: Final = 8
_CORNERS: Final = 6  # what the framework keeps of a border line for its corners and the air beside a label


def frame_css(widget: str) -> str:
    """The rules of the border for the DEFAULT_CSS of `widget`."""
    return f"""
    {widget} {{
        border: round $foreground 25%;
        border-title-color: $foreground;
        border-title-style: none;
        border-subtitle-color: $text-muted;
        background: transparent;
        &:focus {{ border: round $primary; border-title-style: bold; }}
    }}
    """


class Frame:
    """The two labelled lines of a widget's border; what they say is literal text."""

    def __init__(self, widget: Widget, title: str = "", hint: str = "") -> None:
        self._widget = widget
        self._top = (title, hint)
        self._foot = ("", "")
        self._drawn: tuple[object, ...] = ()
        if title:  # the first paint comes before the first word of a size
            widget.border_title = Content(show(title))

    def title(self, title: str, hint: str = "") -> None:
        """What the upper line says at its left and, dim, at its right."""
        self._top = (title, hint)
        self.draw()

    def foot(self, left: str, right: str = "") -> None:
        """What the lower line says, dim, at its left and its right."""
        self._foot = (left, right)
        self.draw()

    def draw(self) -> None:
        """Fit both lines to the widget: called when its size or its styles changed."""
        widget = self._widget
        room = widget.outer_size.width - _CORNERS
        edge, color = widget.styles.border_top
        if not edge or room <= 0:
            return
        ground, _ground = widget.background_colors
        line = Style(foreground=ground + color)
        dim = Style(foreground=ground + widget.styles.border_subtitle_color)
        drawn = (self._top, self._foot, room, line, dim)
        if drawn != self._drawn:
            self._drawn = drawn
            widget.styles.border_title_align = "left" if self._top[0] else "right"
            widget.border_title = _label(*self._top, room, line, dim)
            widget.styles.border_subtitle_align = "left" if self._foot[0] else "right"
            widget.border_subtitle = _label(*self._foot, room, line, dim)


def _label(left: str, right: str, room: int, line: Style, dim: Style) -> Content | None:
    left, right = show(left), show(right)
    if not left:
        return Content.assemble((right, dim)) if right else None
    beside = room - cell_width(right) - 3
    if not right or beside < min(cell_width(left), _LEAST_TITLE):
        return Content(left if cell_width(left) <= room else fit(left, room).rstrip())
    if cell_width(left) > beside:
        left = fit(left, beside)
    between = beside - cell_width(left) + 1
    return Content.assemble(left, " ", ("─" * between, line), " ", (right, dim))
