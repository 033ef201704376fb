"""A titled frame of a few lines, each with a part at its left and a part at its right."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar, Final, NamedTuple

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from teamops.i18n import ngettext
from teamops.text import cell_width, fit, show
from teamops.widgets.frame import Frame, frame_css
from teamops.widgets.tones import TONE_CLASSES, Align, Mark, Palette, Tone, cut, tone_css

_CURSOR: Final = "▸"


class Span(NamedTuple):
    """A piece of a line; with `width` it takes just so many cells, so that pieces stand below each other."""

    text: str
    tone: Tone = "plain"
    width: int | None = None
    align: Align = "left"


class Line(NamedTuple):
    """One line: its pieces from the left, those against the right edge, and a key where it can be opened."""

    left: Sequence[Span | str] = ()
    right: Sequence[Span | str] = ()
    key: Hashable = None


class Panel(Widget):
    """Lines in a frame; with `focusable`, a cursor goes over those that have a key and enter opens them."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)
    DEFAULT_CSS = (
        tone_css("Panel")
        + frame_css("Panel")
        + """
    Panel { height: auto; width: 1fr; }
    """
    )

    class Event(Message):
        """About one line of a panel."""

        def __init__(self, panel: Panel, key: Hashable) -> None:
            super().__init__()
            self.panel = panel
            self.key = key

        @property
        def control(self) -> Panel:
            """The panel it happened in."""
            return self.panel

    class Opened(Event):
        """A line was asked for, by enter or a double click."""

    class Highlighted(Event):
        """The cursor came to a line."""

    def __init__(self, title: str = "", key_hint: str = "", *, lines: Sequence[Line] = (),
                 focusable: bool = False, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 # fmt: skip
        super().__init__(id=id, classes=classes)
        self.frame = Frame(self, title, key_hint)
        self.can_focus = focusable
        self._palette = Palette(self)
        self._lines = tuple(lines)
        self._cursor = self._nearest_open(0)
        self._top = 0

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; the cursor stays on its key where that is still there."""
        if tuple(lines) == self._lines:
            return
        key, count = self.cursor_key, len(self._lines)
        self._lines = tuple(lines)
        places = (number for number, line in enumerate(self._lines) if line.key == key)
        nearest = self._nearest_open(max(0, self._cursor))
        self._cursor = nearest if key is None else next(places, nearest)
        self._reveal()
        self.refresh(layout=self.styles.is_auto_height and count != len(self._lines))

    @property
    def cursor_key(self) -> Hashable:
        """The key of the line under the cursor, or None."""
        return self._lines[self._cursor].key if 0 <= self._cursor < len(self._lines) else None

    def move_to(self, key: Hashable) -> bool:
        """The cursor to the line of `key`, those after it up to the next key in sight; whether there is one."""
        place = next((number for number, line in enumerate(self._lines) if line.key == key), -1)
        if key is None or place < 0:
            return False
        self._move(place)
        keyed = (
            number for number in range(place + 1, len(self._lines)) if self._lines[number].key is not None
        )
        last = next(keyed, len(self._lines)) - 1
        while self._top < place and last >= self._top + self._room:
            self._top += 1
        self.refresh()
        return True

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One row a line."""
        return len(self._lines)

    # --- the cursor -----------------------------------------------------------------------------------------

    def _nearest_open(self, place: int) -> int:
        """The line with a key that is nearest to `place`, or -1."""
        keyed = [number for number, line in enumerate(self._lines) if line.key is not None]
        return min(keyed, key=lambda number: abs(number - place), default=-1)

    def _next_open(self, by: int) -> int:
        """The next line with a key below or above the cursor's, or the cursor's own where there is none."""
        place = self._cursor + by
        while 0 <= place < len(self._lines):
            if self._lines[place].key is not None:
                return place
            place += by
        return self._cursor

    def _move(self, place: int) -> bool:
        if place < 0 or place == self._cursor:
            return False
        self._cursor = place
        self._reveal()
        self.refresh()
        self.post_message(self.Highlighted(self, self.cursor_key))
        return True

    def _step(self, by: int) -> bool:
        """To the next line with a key where no line before it is passed over unseen, else one line on."""
        place, room = self._next_open(by), self._room
        if place != self._cursor and self._top - room < place < self._top + 2 * room:
            return self._move(place)
        return self._scroll(by) or self._move(place)

    def _scroll(self, by: int) -> bool:
        top = max(0, min(self._top + by, len(self._lines) - self.size.height))
        if top == self._top:
            return False
        self._top = top
        self.refresh()
        return True

    def to_top(self) -> bool:
        """The cursor to the first line with a key, and the first line into sight; whether that is new."""
        moved = self._move(self._nearest_open(0))
        return self._scroll(-len(self._lines)) or moved

    def _reveal(self) -> None:
        room, count = self.size.height, len(self._lines)
        self._top = max(0, min(self._top, self._cursor if self._cursor >= 0 else self._top, count - room))
        if self._cursor == self._nearest_open(0):
            self._top = 0
        while self._cursor >= self._top + self._room < count:
            self._top += 1

    @property
    def _room(self) -> int:
        """How many lines stand from the top one on; where more follow, the last row says so."""
        room = self.size.height
        return room if len(self._lines) - self._top <= room else max(1, room - 1)

    def _on_key(self, event: events.Key) -> None:  # type: ignore[override]
        match event.key:
            case "up":
                done = self._step(-1)
            case "down":
                done = self._step(1)
            case "home":
                done = self.to_top()
            case "end":
                done = self._move(self._nearest_open(len(self._lines))) or self._scroll(len(self._lines))
            case "enter":
                done = self.open_line()
            case _:
                return
        if done:
            event.stop()
            event.prevent_default()

    def open_line(self) -> bool:
        """Ask for the line under the cursor, as enter does; whether there is one."""
        if self._cursor >= 0:
            self.post_message(self.Opened(self, self.cursor_key))
        return self._cursor >= 0

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        if self._scroll(1):
            event.stop()

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        if self._scroll(-1):
            event.stop()

    def _on_click(self, event: events.Click) -> None:  # type: ignore[override]
        inside = event.get_content_offset(self)
        place = self._top + inside.y if inside is not None else -1
        if self.can_focus and 0 <= place < len(self._lines) and self._lines[place].key is not None:
            self._move(place)
            if event.chain == 2:
                self.open_line()

    # --- drawing --------------------------------------------------------------------------------------------

    def _on_resize(self, event: events.Resize) -> None:
        self.frame.draw()
        self._reveal()
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw anew: the theme, the focus or the border changed."""
        super().notify_style_update()
        self._palette.forget()
        if self.is_mounted:
            self.frame.draw()

    def render_line(self, y: int) -> Strip:
        """One line of what is shown."""
        place = self._top + y
        if y >= self._room and place < len(self._lines):
            left = len(self._lines) - place
            more = ngettext("… {count} more", "… {count} more", left).format(count=left)
            return self._strip(Line([Span(more, "dim")]), under=False)
        line = self._lines[place] if place < len(self._lines) else Line()
        return self._strip(line, under=place == self._cursor and self.has_focus)

    def _strip(self, line: Line, *, under: bool) -> Strip:
        base = self._palette["cursor" if under else "plain"]
        inner = max(0, self.size.width - 2)
        left, right = [_mark(span) for span in line.left], [_mark(span) for span in line.right]
        closing, taken = cut(right, inner)
        wanted = sum(cell_width(text) for text, _tone in left)
        room = inner - taken - 1 if taken else inner
        if room < min(wanted, inner // 2):
            closing, taken, room = [], 0, inner
        opening, used = cut(left, room)
        between = Mark(" " * (inner - used - taken))
        drawn = [Mark(_CURSOR if under else " "), *opening, between, *closing, Mark(" ")]
        styles = {tone: base if under or tone == "plain" else self._palette[tone] for _text, tone in drawn}
        segments = [Segment(text, styles[tone]) for text, tone in drawn if text]
        return Strip(segments, inner + 2).adjust_cell_length(self.size.width, base)


def _mark(span: Span | str) -> Mark:
    if isinstance(span, str):
        return Mark(show(span))
    text = show(span.text)
    return Mark(text if span.width is None else fit(text, span.width, span.align), span.tone)
