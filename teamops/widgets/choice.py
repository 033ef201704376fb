"""One of a few options, on one line."""

from __future__ import annotations

from typing import ClassVar, Final

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from teamops.i18n import _
from teamops.text import cell_width, fit, search_key, show
from teamops.widgets.complete import DropDown
from teamops.widgets.entry import Edited
from teamops.widgets.fields import ChoiceField
from teamops.widgets.item_list import Suggestion
from teamops.widgets.tones import TONE_CLASSES, Palette, tone_css

_MARK: Final = "▸"


class ChoiceEntry(Widget, can_focus=True):
    """The options beside each other; where they take too much room, the chosen one, and space lists them.

    ←/→ go through them, home and end to the ends, a letter to the next that begins with it; backspace takes
    the choice back where none need be made.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {*TONE_CLASSES, "tone--chosen"}
    DEFAULT_CSS = (
        tone_css("ChoiceEntry")
        + """
    ChoiceEntry {
        height: 1;
        & > .tone--chosen { color: $text-primary; text-style: bold; }
        &:focus { background: $primary 20%; }
        &:focus > .tone--chosen { color: $block-cursor-foreground; background: $block-cursor-background; }
    }
    """
    )
    dropped = 0

    def __init__(self, field: ChoiceField, drop: DropDown) -> None:
        super().__init__()
        self._palette = Palette(self)
        self._field = field
        self._drop = drop
        self._values = [value for value, _label in field.options]
        self._at = -1

    def _place(self, raw: str) -> int:
        return self._values.index(raw) if raw in self._values else -1

    @property
    def raw(self) -> str:
        """The value that is chosen, or ""."""
        return self._values[self._at] if self._at >= 0 else ""

    def put(self, raw: str) -> None:
        """Choose the option with this value, or none where there is no such option."""
        self._choose(self._place(raw))

    def _choose(self, place: int) -> None:
        if place != self._at:
            self._at = place
            self.post_message(Edited())
            self.refresh()

    def accept(self) -> None:
        """Choose what is under the cursor of the open list."""
        place = self._drop.cursor
        self._drop.close()
        self._choose(place)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters choose here, whatever they are bound to elsewhere."""
        return character is not None and character.isprintable()

    def _on_key(self, event: events.Key) -> None:  # type: ignore[override]
        if not (self._press_open(event.key) if self._drop.owner is self else self._press(event)):
            return
        event.stop()
        event.prevent_default()

    def _press_open(self, key: str) -> bool:
        if key in {"enter", "space", "tab"}:
            self.accept()
            return key != "tab"
        return self._drop.press(key)

    def _press(self, event: events.Key) -> bool:
        last = len(self._values) - 1
        match event.key:
            case "left":
                self._choose(max(0, self._at - 1))
            case "right":
                self._choose(min(last, self._at + 1))
            case "home":
                self._choose(0)
            case "end":
                self._choose(last)
            case "backspace" | "delete":
                self._choose(self._place("" if self._field.required else self._field.blank))
            case "space":
                self._space()
            case _:
                return self._jump(event.character or "")
        return True

    def _space(self) -> None:
        if self._fits():
            self._choose((self._at + 1) % len(self._values))
        else:
            self._drop.open(self, [Suggestion(label) for label in self._field.labels()], max(0, self._at))

    def _jump(self, letter: str) -> bool:
        """To the next option that begins with `letter`; whether it was a letter to type at all."""
        if not letter.isprintable() or not letter:
            return False
        labels = [search_key(label) for label in self._field.labels()]
        following = [*range(self._at + 1, len(labels)), *range(self._at + 1)]
        for place in following:
            if labels[place].startswith(search_key(letter)):
                self._choose(place)
                break
        return True

    def _on_blur(self, event: events.Blur) -> None:
        if self._drop.owner is self:
            self._drop.close()

    def on_click(self, event: events.Click) -> None:
        """Choose the option that was clicked."""
        event.stop()
        x = 0
        for place, label in enumerate(self._field.labels() if self._fits() else ()):
            x += cell_width(show(label)) + 3
            if event.x < x:
                self._choose(place)
                return

    def _fits(self) -> bool:
        return sum(cell_width(show(label)) + 3 for label in self._field.labels()) <= self.size.width

    def notify_style_update(self) -> None:
        """Draw anew: the theme changed."""
        super().notify_style_update()
        self._palette.forget()

    def render_line(self, y: int) -> Strip:
        """The options, or the chosen one."""
        width, plain = self.size.width, self._palette["plain"]
        labels = [show(label) for label in self._field.labels()]
        if self._fits():
            segments = []
            for place, label in enumerate(labels):
                here = place == self._at
                style = self._palette["chosen"] if here else self._palette["dim"]
                segments += [Segment(f"{_MARK if here else ' '}{label} ", style), Segment(" ", plain)]
            return Strip(segments).adjust_cell_length(width, plain)
        count = f" {self._at + 1}/{len(labels)} "
        room = max(0, width - len(count))
        if self._at >= 0:
            chosen, style = f"{_MARK}{labels[self._at]} ", self._palette["chosen"]
        else:
            chosen, style = " " + _("space lists them"), self._palette["dim"]
        taken = min(room, cell_width(chosen))
        segments = [
            Segment(fit(chosen, taken), style),
            Segment(" " * (room - taken), plain),
            Segment(count, self._palette["dim"]),
        ]
        return Strip(segments).adjust_cell_length(width, plain)
