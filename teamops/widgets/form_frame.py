"""The outside of a form: its border with title and keys, the page in it, and the line below the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import NULL_OFFSET, Region, Size, Spacing
from textual.layout import Layout, WidgetPlacement
from textual.strip import Strip
from textual.widget import Widget

from teamops.text import cell_width, show, wrap
from teamops.widgets.form_page import FormPage, OwnLayout
from teamops.widgets.frame import Frame, frame_css
from teamops.widgets.keybar import KeyHint
from teamops.widgets.tones import TONE_CLASSES, Mark, Palette, tone_css

_CORNERS: Final = 6  # what the framework keeps of a border line for corners and air
_KEY: Final = "$text-primary"
_MUTED: Final = "$foreground 65%"
_EDGE: Final = "$primary 60%"


class FormFoot(Widget):
    """What is said of the form as a whole, on as many lines as that takes and never less than one."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)
    DEFAULT_CSS = tone_css("FormFoot")

    def __init__(self) -> None:
        super().__init__()
        self._palette = Palette(self)
        self._said = Mark("")

    def say(self, said: Mark) -> None:
        """Say this from now on."""
        said = Mark(show(said.text), said.tone)
        if said != self._said:
            width = self.size.width
            before, self._said = self.needed(width), said
            self.refresh(layout=self.needed(width) != before)

    def needed(self, width: int) -> int:
        """The rows it takes."""
        return len(wrap(self._said.text, max(1, width)))

    def notify_style_update(self) -> None:
        """Draw anew: the theme changed."""
        super().notify_style_update()
        self._palette.forget()

    def render_line(self, y: int) -> Strip:
        """A line of it."""
        width = self.size.width
        line = wrap(self._said.text, width)[y]
        strip = Strip([Segment(line, self._palette[self._said.tone])])
        return strip.adjust_cell_length(width, self._palette["plain"])


def lower_label(keys: Sequence[KeyHint], said: str, width: int) -> Content:
    """The lower border of a frame so wide: keys from the left, and what is `said` at its right."""
    said = show(said)
    left = width - _CORNERS - (cell_width(said) + 3 if said else 0)
    parts: list[str | tuple[str, str]] = []
    used = 0
    for key, label in keys:
        pair = f"{'  ' if used else ''}{show(key)}", f" {show(label)}"
        if used + sum(map(cell_width, pair)) > left:
            break
        used += sum(map(cell_width, pair))
        parts += (pair[0], _KEY), (pair[1], _MUTED)
    if said and left > 0:
        parts += " ", ("─" * (left - used + 1), _EDGE), " ", (said, _MUTED)
    return Content.assemble(*parts)


class FormFrame(Widget):
    """As high as its page and foot want, and no higher than the screen."""

    ALLOW_SELECT = False
    DEFAULT_CSS = (
        frame_css("FormFrame")
        + """
    FormFrame {
        width: 100%;
        max-width: 100;
        height: auto;
        padding: 0 1;
        background: $surface;
        border: round $primary 60%;
    }
    """
    )

    def __init__(self, page: FormPage) -> None:
        super().__init__()
        self.foot = FormFoot()
        self._page = page
        self._layout = OwnLayout(self._placed)
        self._frame = Frame(self)
        self._keys: tuple[KeyHint, ...] = ()
        self._said = ""

    def compose(self) -> ComposeResult:
        """The page and the line below it."""
        yield self._page
        yield self.foot

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """What page and foot want, where there is so much room."""
        wanted = self._page.needed(width) + self.foot.needed(width)
        return min(wanted, container.height - self.gutter.height)

    @property
    def layout(self) -> Layout:
        """The foot has what it needs, the page the rest."""
        return self._layout

    def _placed(self, _children: Sequence[Widget], size: Size) -> Iterator[WidgetPlacement]:
        foot = Region(0, 0, *size).split_horizontal(-self.foot.needed(size.width))
        for child, region in zip((self._page, self.foot), foot, strict=True):
            yield WidgetPlacement(region, NULL_OFFSET, Spacing(), child)

    def title(self, title: str, subtitle: str) -> None:
        """What the upper border says at its left and at its right."""
        self._frame.title(title, subtitle)
        self._draw()

    def keys(self, keys: Sequence[KeyHint]) -> None:
        """The keys that the lower border names, as many as it takes."""
        self._keys = tuple(keys)
        self._draw()

    def aside(self, said: str) -> None:
        """What the lower border says at its right."""
        if said != self._said:
            self._said = said
            self._draw()

    def _on_resize(self, event: events.Resize) -> None:
        self._draw()

    def notify_style_update(self) -> None:
        """Draw anew: the theme changed."""
        super().notify_style_update()
        self._draw()

    def _draw(self) -> None:
        self._frame.draw()
        self.styles.border_subtitle_align = "left"
        self.border_subtitle = lower_label(self._keys, self._said, self.outer_size.width)
