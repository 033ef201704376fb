"""One line typed into while something else goes on: a note, a decision, an action item."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static

from teamops.text import show
from teamops.widgets.entry import Edited, LineEntry, dropped_text

DRAFT_SECONDS = 0.3


class QuickLine(Vertical):
    """Hidden until `ask`ed; what is typed is handed on with enter and kept, as typed, all the while.

    `hint` says under the line how the text is understood so far; `kept` is called with the text shortly after each
    change, so that it survives whatever happens to the program.
    """

    DEFAULT_CSS = """
    QuickLine {
        display: none;
        height: auto;
        border: round $primary;
        border-title-color: $text-primary;
        border-subtitle-color: $text-muted;
        padding: 0 1;
        background: $background;
        LineEntry, LineEntry:focus { background: $background; width: 1fr; }
        #hint { height: auto; max-height: 3; color: $text-muted; }
        #hint.-refused { color: $text-warning; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False, priority=True),
        Binding("tab", "other_kind", show=False, priority=True),
    ]

    class Said(Message):
        """Enter was pressed; `kind` is the kind of line it is."""

        def __init__(self, kind: str, text: str) -> None:
            super().__init__()
            self.kind = kind
            self.text = text

    class GaveUp(Message):
        """The line was left; what was typed is kept."""

    def __init__(
        self,
        hint: Callable[[str, str], tuple[str, bool]],
        kept: Callable[[str, str], None],
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._hint = hint
        self._kept = kept
        self._kinds: tuple[tuple[str, str], ...] = ()
        self._kind = 0
        self._given = self._seen = ""
        self._waits = self._may_empty = False
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The line and, under it, how it is understood."""
        yield LineEntry()
        yield Static("", id="hint", markup=False)

    @property
    def _entry(self) -> LineEntry:
        return self.query_one(LineEntry)

    @property
    def kind(self) -> str:
        """The kind of line that is typed."""
        return self._kinds[self._kind][0] if self._kinds else ""

    @property
    def asking(self) -> bool:
        """Whether the line is open."""
        return bool(self.display)

    def ask(
        self,
        kinds: tuple[tuple[str, str], ...],
        text: str = "",
        *,
        at: int = 0,
        kept: str = "",
        may_empty: bool = False,
    ) -> None:
        """Open the line for one of these (kind, title), the one `at` first; tab goes from one to the next.

        `kept`, said beside the title, tells that the text was typed before and never said. An emptied line is
        left, or handed on where it `may_empty` something.
        """
        self._stop_timer()
        self._kinds, self._kind = kinds, at
        self._given, self._waits, self._may_empty = "" if kept else text, False, may_empty
        self._seen = text
        self.display = True
        self._entry.put(text)
        self._entry.focus()
        self._show_title(kept)
        self._show_hint()

    def done(self) -> None:
        """Close the line: what was said was taken."""
        self._stop_timer()
        self._waits = False
        self.display = False
        self._kept(self.kind, "")
        self._entry.put("")

    def refused(self, why: str) -> None:
        """Say under the line why it was not taken; the text stays."""
        self._waits = False
        self._say(why, refused=True)

    def on_edited(self, event: Edited) -> None:
        """Say how it is understood, and keep it soon."""
        event.stop()
        if not self.display or self._entry.raw == self._seen:
            return
        self._seen = self._entry.raw
        self._show_hint()
        self._stop_timer()
        self._timer = self.set_timer(DRAFT_SECONDS, self._keep)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand it on, once; an empty line closes."""
        event.stop()
        text = self._entry.raw
        if not text.strip() and not self._may_empty:
            self.action_give_up()
        elif not self._waits:
            self._waits = True
            self.post_message(self.Said(self.kind, text))

    def action_give_up(self) -> None:
        """Leave the line; what was typed is kept for next time."""
        self._stop_timer()
        self.display = False
        self._keep()
        self.post_message(self.GaveUp())

    def action_other_kind(self) -> None:
        """The next kind."""
        if len(self._kinds) > 1:
            self._kept(self.kind, "")
            self._kind = (self._kind + 1) % len(self._kinds)
            self._keep()
            self._show_title("")
            self._show_hint()

    def _keep(self) -> None:
        text = self._entry.raw
        self._kept(self.kind, "" if text == self._given else text)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _show_title(self, note: str) -> None:
        self.border_title = Content(show(self._kinds[self._kind][1]))
        others = [title for n, (_kind, title) in enumerate(self._kinds) if n != self._kind]
        self.border_subtitle = Content(
            show(" · ".join([note] * bool(note) + [f"tab {title}" for title in others]))
        )

    def _show_hint(self) -> None:
        said, refused = self._hint(self.kind, self._entry.raw)
        dropped = dropped_text(self._entry.dropped)
        self._say(" · ".join(filter(None, (said, dropped))), refused=refused)

    def _say(self, text: str, *, refused: bool) -> None:
        hint = self.query_one("#hint", Static)
        hint.set_class(refused, "-refused")
        hint.update(Content(show(text)))
