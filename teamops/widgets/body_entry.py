"""Several lines of text to type into; a module of its own, for Textual's text area is brought in only where one is."""

from __future__ import annotations

from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from teamops.widgets.entry import Edited, Intake


class BodyEntry(TextArea):
    """Several lines; up on the first and down on the last one leave it, as tab does."""

    DEFAULT_CSS = """
    BodyEntry {
        color: $foreground;
        background: $foreground 8%;
        padding: 0;
        height: 3;
        scrollbar-size-vertical: 1;
        &:focus { background: $primary 20%; }
    }
    """

    def __init__(self) -> None:
        self._intake = Intake(multiline=True)
        super().__init__(compact=True, highlight_cursor_line=False)

    @property
    def raw(self) -> str:
        """What was typed."""
        return self._intake.give(self.text)

    @property
    def dropped(self) -> int:
        """How many invisible characters were taken out of it since it was last put in."""
        return self._intake.dropped

    def put(self, raw: str) -> None:
        """Hold `raw`, with the cursor behind it and nothing to undo."""
        self._intake.forget()
        self.load_text(self._intake.take(raw))
        self.move_cursor(self.document.end)

    def edit(self, edit: Edit) -> EditResult:
        """Make a change: every key and every paste comes here."""
        dropped = self.dropped
        edit.text = self._intake.take(edit.text)
        if self.dropped != dropped:
            self.post_message(Edited())
        return super().edit(edit)

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002
        """To the line above, or to the entry above."""
        if not select and self.navigator.is_first_wrapped_line(self.cursor_location):
            self.screen.focus_previous()
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002
        """To the line below, or to the entry below."""
        if not select and self.navigator.is_last_wrapped_line(self.cursor_location):
            self.screen.focus_next()
        else:
            super().action_cursor_down(select)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Say so in the words of an entry."""
        event.stop()
        self.post_message(Edited())
