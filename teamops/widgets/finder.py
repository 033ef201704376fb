"""The line at the foot of a list in which one types what to find."""

from __future__ import annotations

from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from teamops.text import cell_width, fit, show
from teamops.widgets.caret import Caret, printable
from teamops.widgets.tones import TONE_CLASSES, Palette, tone_css

_SIGN: Final = " / "


class Finder(Widget, can_focus=True):
    """Hidden until `open`ed; says `Sought` at every change, and gives the focus back to where it was.

    Enter, up and down go back to the list and keep what was sought; esc clears it and hides the line.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONE_CLASSES)
    DEFAULT_CSS = (
        tone_css("Finder")
        + """
    Finder { height: 1; width: 1fr; display: none; }
    """
    )

    class Event(Message):
        """About what is sought."""

        def __init__(self, finder: Finder, text: str) -> None:
            super().__init__()
            self.finder = finder
            self.text = text

        @property
        def control(self) -> Finder:
            """The line it was typed in."""
            return self.finder

    class Sought(Event):
        """The list should show what `text` finds; all of it when empty."""

    class Closed(Event):
        """The line was left and hidden; `text` is empty."""

    def __init__(self, placeholder: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._palette = Palette(self)
        self._placeholder = placeholder
        self._note = ""
        self._caret = Caret()
        self._asked = ""
        self._back: Widget | None = None

    @property
    def text(self) -> str:
        """What is typed."""
        return self._caret.text

    def open(self, text: str | None = None) -> None:
        """Show the line and type into it; with `text`, begin with that instead of what it held."""
        if not self.has_focus:
            self._back = self.screen.focused
        if text is not None:
            self._caret = Caret(text)
            self._changed()
        self.display = True
        self.focus()

    def close(self) -> None:
        """Clear and hide the line, and go back to the list."""
        self._caret = Caret()
        self._ask()
        self._note = ""
        self._return()
        self.display = False
        self.post_message(self.Closed(self, ""))

    def note(self, text: str) -> None:
        """Say at the right edge what came of it, such as how many were found."""
        self._note = text
        self.refresh()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters, digits and signs are typed, whatever they are bound to elsewhere."""
        return bool(printable(character or ""))

    def _on_key(self, event: events.Key) -> None:  # type: ignore[override]
        if event.key == "escape":
            self.close()
        elif event.key in {"enter", "up", "down"}:
            self._keep()
        else:
            before = self._caret.text
            if not self._caret.press(event.key):
                typed = printable(event.character or "")
                if not typed:
                    return
                self._caret.type(typed)
            self._changed(asking=self._caret.text != before)
        event.stop()
        event.prevent_default()

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._caret.type(event.text)
        self._changed()

    def _changed(self, *, asking: bool = True) -> None:
        if asking:
            self._ask()
        self.refresh()
        self._aim()

    def _ask(self) -> None:
        if self._caret.text != self._asked:
            self._asked = self._caret.text
            self.post_message(self.Sought(self, self._asked))

    def _keep(self) -> None:
        if self._caret.text:
            self._ask()
            self._return()
        else:
            self.close()

    def _return(self) -> None:
        if self._back is not None and self._back.is_attached:
            self._back.focus()
        else:
            self.blur()

    def on_focus(self) -> None:
        """Say where the caret is to the terminal, once the focus has settled."""
        self.call_next(self._aim)

    def _on_resize(self, event: events.Resize) -> None:
        self._aim()

    def _aim(self) -> None:
        """Put the terminal's own cursor at the caret: an input method opens its window there."""
        if self.has_focus:
            x = len(_SIGN) + self._caret.view(self._room).caret
            self.app.cursor_position = self.content_region.offset + Offset(x, 0)

    def notify_style_update(self) -> None:
        """Draw anew: the theme changed."""
        super().notify_style_update()
        self._palette.forget()

    @property
    def _room(self) -> int:
        taken = cell_width(show(self._note))
        return max(1, self.size.width - len(_SIGN) - (taken + 2 if taken else 0))

    def render_line(self, y: int) -> Strip:
        """The line."""
        plain, dim = self._palette["plain"], self._palette["dim"]
        room = self._room
        before, under, after = self._caret.view(room)
        caret = plain + Style(reverse=True) if self.has_focus else plain
        following = (after, plain) if self._caret.text else (fit(show(self._placeholder), room - 1), dim)
        drawn = [(_SIGN, self._palette["accent"]), (before, plain), (under, caret), following]
        if note := show(self._note):
            drawn += (" ", plain), (note, dim), (" ", plain)
        segments = [Segment(text, style) for text, style in drawn if text]
        return Strip(segments).adjust_cell_length(self.size.width, plain)
