"""What every widget here draws with: cells of a tone, and the style of each tone under the theme in force."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from textual.color import Color

from teamops.text import cell_width, fit, show

if TYPE_CHECKING:
    from rich.style import Style
    from textual.widget import Widget

Tone: TypeAlias = Literal["plain", "dim", "accent", "alert", "good"]
Align: TypeAlias = Literal["left", "right", "centre"]

TONE_CLASSES: Final[frozenset[str]] = frozenset()
"""The tones need no component classes: they are mixed from the theme once, not matched by selectors per widget."""


class _Mix(NamedTuple):
    """A tone in the theme's variables."""

    color: str
    ground: str = ""
    bold: bool = False


_TONES: Final = {
    "plain": _Mix("foreground"),
    "dim": _Mix("text-muted"),
    "header": _Mix("text-muted"),
    "accent": _Mix("text-primary"),
    "alert": _Mix("text-warning", bold=True),
    "good": _Mix("text-success"),
    "name": _Mix("text-primary", bold=True),
    "cursor": _Mix("block-cursor-foreground", "block-cursor-background"),
    "cursor away": _Mix("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
}


class Mark(NamedTuple):
    """A text and its tone; the tone only repeats what the text says, for the eye."""

    text: str
    tone: Tone = "plain"


Cell: TypeAlias = str | Mark


def mark(cell: Cell) -> Mark:
    """`cell` with its tone; a bare text is plain."""
    return Mark(cell) if isinstance(cell, str) else cell


def tone_css(widget: str) -> str:
    """What every drawn widget has in its DEFAULT_CSS."""
    return f"""
    {widget} {{ scrollbar-size-vertical: 1; scrollbar-size-horizontal: 1; }}
    """


class Palette:
    """The rich styles of one widget by tone; what a widget adds of its own is a component class `tone--*`."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[str, Style] = {}

    def __getitem__(self, name: str) -> Style:
        widget = self._widget
        if name == "cursor" and widget.can_focus and not widget.has_focus:
            name = "cursor away"
        style = self._styles.get(name)
        if style is None:
            mix = _TONES.get(name)
            own = widget.get_component_rich_style(f"tone--{name}") if mix is None else None
            style = self._styles[name] = own or _mixed(mix or _TONES["plain"], widget)
        return style

    def forget(self) -> None:
        """Mix anew: called when the widget's styles were updated."""
        self._styles.clear()


def _mixed(mix: _Mix, widget: Widget) -> Style:
    from rich.style import Style

    variables = widget.app.theme_variables
    _below, ground = widget.background_colors
    if mix.ground:
        ground += _color(variables[mix.ground], ground)
    return Style(
        color=(ground + _color(variables[mix.color], ground)).rich_color,
        bgcolor=ground.rich_color,
        bold=mix.bold or None,
    )


def _color(value: str, ground: Color) -> Color:
    if value.startswith("auto"):
        share = value.removeprefix("auto").strip().removesuffix("%")
        return ground.get_contrast_text(float(share) / 100 if share else 1.0)
    return Color.parse(value)


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
