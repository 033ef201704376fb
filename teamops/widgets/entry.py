"""What one types into: a line and a body of text that hold nothing a terminal could choke on."""

from __future__ import annotations

import re

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Input

from teamops.errors import DirtyText
from teamops.i18n import ngettext
from teamops.text import cleaned, show


class Edited(Message):
    """What an entry holds has changed."""


class Intake:
    """Keeps out of an entry what a terminal must not get, and gives back what the entry was given.

    Invisible characters are dropped and counted. Controls stand in the entry as pictures, so that they can be
    seen and taken out, and are controls again for whoever reads the entry.
    """

    def __init__(self, *, multiline: bool) -> None:
        self.dropped = 0
        self._multiline = multiline
        self._controls: dict[str, str] = {}

    def forget(self) -> None:
        """Begin anew with an empty entry."""
        self.dropped = 0
        self._controls.clear()

    def take(self, text: str) -> str:
        """`text` as the entry may hold it."""
        if text.isascii() and text.isprintable():
            return text
        text = re.sub("\r\n?|[\u2028\u2029]", "\n", text)
        for character in {character for character in text if not character.isprintable()}:
            if _is_control(character):
                self._controls[show(character)] = character
                text = text.replace(character, show(character))
        if not self._multiline:
            text = re.sub("\n+", " ", text.strip("\n"))
        # The bars keep the blanks at both ends, which a piece of a text may need.
        kept, dropped = cleaned(f"|{text}|", multiline=True, limit=len(text) + 2)
        self.dropped += dropped
        return kept[1:-1]

    def give(self, held: str) -> str:
        """What the entry was given, without what is invisible."""
        for picture, character in self._controls.items():
            held = held.replace(picture, character)
        return held


def _is_control(character: str) -> bool:
    try:
        cleaned(character, multiline=True)
    except DirtyText:
        return True
    return False


def dropped_text(count: int) -> str:
    """What is said of characters that were taken out of what was typed; nothing where there were none."""
    said = ngettext("{count} invisible character removed", "{count} invisible characters removed", count)
    return said.format(count=count) if count else ""


class LineEntry(Input):
    """One line; a paste of several is joined with blanks, and nothing that comes is turned away."""

    DEFAULT_CSS = """
    LineEntry {
        color: $foreground;
        background: $foreground 8%;
        &:focus { background: $primary 20%; background-tint: $foreground 0%; }
    }
    """

    def __init__(self) -> None:
        self._intake = Intake(multiline=False)
        super().__init__(compact=True, select_on_focus=False)

    @property
    def raw(self) -> str:
        """What was typed."""
        return self._intake.give(self.value)

    @property
    def dropped(self) -> int:
        """How many invisible characters were taken out of it since it was last put in."""
        return self._intake.dropped

    def put(self, raw: str) -> None:
        """Hold `raw`, with the cursor behind it."""
        self._intake.forget()
        self.value = self._intake.take(raw)
        self.cursor_position = len(self.value)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where an input method opens its window: in the cell of the cursor, at the end of the line too."""
        offset = super().cursor_screen_offset
        return offset - (1, 0) if self.cursor_at_end else offset

    def replace(self, text: str, start: int, end: int) -> None:
        """Take `text` in the place of what stands there: every key and every paste comes here."""
        dropped = self.dropped
        super().replace(self._intake.take(text), start, end)
        if self.dropped != dropped:
            self.post_message(Edited())

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace(event.text, *self.selection)

    def action_paste(self) -> None:
        """Paste what was cut or copied in the program itself."""
        self.replace(self.app.clipboard, *self.selection)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say so in the words of an entry."""
        event.stop()
        self.post_message(Edited())
