"""What every widget here draws with: cells of a tone, and the style of each tone under the theme in force."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from teamops.text import cell_width, fit, show

if TYPE_CHECKING:
    from rich.style import Style
    from textual.widget import Widget

Tone: TypeAlias = Literal["plain", "dim", "accent", "alert", "good"]
Align: TypeAlias = Literal["left", "right", "centre"]

TONE_CLASSES: Final = frozenset(
    {"tone--plain", "tone--dim", "tone--accent", "tone--alert", "tone--good", "tone--cursor"}
)


class Mark(NamedTuple):
    """A text and its tone; the tone only repeats what the text says, for the eye."""

    text: str
    tone: Tone = "plain"


Cell: TypeAlias = str | Mark


def mark(cell: Cell) -> Mark:
    """`cell` with its tone; a bare text is plain."""
    return Mark(cell) if isinstance(cell, str) else cell


def tone_css(widget: str) -> str:
    """The rules of the tones for the DEFAULT_CSS of `widget`, which lists TONE_CLASSES among its own."""
    return f"""
    {widget} {{
        scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 1;
        & > .tone--plain {{ color: $foreground; }}
        & > .tone--dim {{ color: $text-muted; }}
        & > .tone--accent {{ color: $text-primary; }}
        & > .tone--alert {{ color: $text-warning; text-style: bold; }}
        & > .tone--good {{ color: $text-success; }}
        & > .tone--cursor {{
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
        }}
        &:focus > .tone--cursor {{ color: $block-cursor-foreground; background: $block-cursor-background; }}
    }}
    """


class Palette:
    """The rich styles of one widget's component classes `tone--*`, by the name behind the dashes."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[str, Style] = {}

    def __getitem__(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = self._widget.get_component_rich_style(f"tone--{name}")
        return style

    def forget(self) -> None:
        """Ask the style sheet again: called when the widget's styles were updated."""
        self._styles.clear()


def cut(marks: Iterable[Mark], width: int) -> tuple[list[Mark], int]:
    """The marks in at most `width` cells, the last one cut with …, and the cells they take as shown."""
    shown = [Mark(show(text), tone) for text, tone in marks]
    total = sum(cell_width(text) for text, _tone in shown)
    if total <= max(0, width):
        return shown, total
    whole = used = 0
    while used + (taken := cell_width(shown[whole].text)) < width:
        whole, used = whole + 1, used + taken
    rest = "".join(text for text, _tone in shown[whole:])
    return [*shown[:whole], Mark(fit(rest, width - used), shown[whole].tone)], width
