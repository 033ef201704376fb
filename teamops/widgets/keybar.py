"""One line that says which keys do what here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from teamops.text import cell_width, fit, show
from teamops.widgets.tones import TONE_CLASSES, Mark, Palette, Tone, tone_css

SAID_SECONDS = 4.0


class KeyHint(NamedTuple):
    """A key as it is written, and what it does."""

    key: str
    label: str


class KeyBar(Widget):
    """Keys and their labels, as many whole pairs as the line takes from the left."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)
    DEFAULT_CSS = (
        tone_css("KeyBar")
        + """
    KeyBar { height: 1; width: 1fr; }
    """
    )

    def __init__(self, keys: Sequence[KeyHint] = (), *, pinned: bool = False, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._palette = Palette(self)
        self._keys = tuple(keys)
        self._pinned = pinned
        self._said = Mark("")
        self._timer: Timer | None = None

    def show_keys(self, keys: Sequence[KeyHint], *, pinned: bool = False) -> None:
        """Show these pairs; the last one stands at the right edge, whatever the width, when `pinned`.

        What was said in the keys' place goes on being said, but for an alert.
        """
        if (tuple(keys), pinned) != (self._keys, self._pinned):
            self._keys, self._pinned = tuple(keys), pinned
            if self._said.tone == "alert":  # of what could be done before
                self._said = Mark("")
            self.refresh()

    def say(self, text: str, tone: Tone = "good") -> None:
        """Say something in the keys' place for a moment."""
        self._said = Mark(text, tone)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SAID_SECONDS, self.hush)
        self.refresh()

    def hush(self) -> None:
        """Show the keys again."""
        self._said = Mark("")
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw anew: the theme changed."""
        super().notify_style_update()
        self._palette.forget()

    def render_line(self, y: int) -> Strip:
        """The line."""
        width, plain = self.size.width, self._palette["plain"]
        if self._said.text:
            said = fit(f" {show(self._said.text)}", width)
            return Strip([Segment(said, self._palette[self._said.tone])], width)
        keys = list(self._keys)
        last = _pair(keys.pop()) if self._pinned and keys else None
        kept_free = last.width if last is not None and last.width <= width else 0
        segments: list[Segment] = []
        used = 0
        for pair in map(_pair, keys):
            if used + pair.width > width - kept_free:
                break
            segments += self._segments(pair)
            used += pair.width
        if last is not None and kept_free:
            segments += Segment(" " * (width - used - last.width), plain), *self._segments(last)
            used = width
        return Strip(segments, used).adjust_cell_length(width, plain)

    def _segments(self, pair: _Pair) -> tuple[Segment, Segment]:
        key, label = f" {pair.key}", f" {pair.label} "
        return Segment(key, self._palette["accent"]), Segment(label, self._palette["dim"])


class _Pair(NamedTuple):
    """A hint as it is drawn, with the blanks about it."""

    key: str
    label: str

    @property
    def width(self) -> int:
        return cell_width(self.key) + cell_width(self.label) + 3


def _pair(hint: KeyHint) -> _Pair:
    return _Pair(show(hint.key), show(hint.label))
