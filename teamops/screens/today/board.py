"""Today: everything the lead wants to know before half past eight, each panel answering one question."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from teamops.models.today import TodayView
from teamops.screens.base import WIDE, BaseScreen
from teamops.screens.flows import offer_running, prepare_meeting, run_meeting
from teamops.screens.today import lines
from teamops.services.desk import Reader
from teamops.services.reading import today as reading
from teamops.widgets.panel import Panel


class Today(BaseScreen):
    """The morning board."""

    PLACES = ("today",)
    READS = frozenset(
        (
            "meetings",
            "agenda",
            "minutes",
            "roll",
            "action_items",
            "directives",
            "figures",
            "people",
            "calendar",
            "branch",
        )
    )
    CSS_PATH = "board.tcss"

    def __init__(self) -> None:
        super().__init__()
        self.view: TodayView | None = None

    def body(self) -> Iterable[Widget]:
        with Horizontal(id="board"):
            with Vertical(id="left"):
                yield Panel(id="meeting")
                yield Panel(id="roll")
                yield Panel(id="directives")
            with Vertical(id="right"):
                yield Panel(id="needs", focusable=True)
                yield Panel(id="month")
                yield Panel(id="members")

    def read(self, reader: Reader) -> TodayView:
        return reading.today(reader, self.desk.books.clock.today())

    def show(self, data: TodayView) -> None:
        self.view = data
        clock = self.desk.books.clock
        wide = self.app.size.width >= WIDE
        width = self.app.size.width // (2 if wide else 1) - 4
        for name, panel in lines.panels(data, clock, wide=wide, width=width).items():
            widget = self.query_one(f"#{name}", Panel)
            widget.frame.title(panel.title, panel.hint)
            widget.show_lines(panel.lines)

    def begin(self) -> None:
        self.query_one("#needs", Panel).focus()
        self.call_after_refresh(offer_running, self.host)

    def resized(self) -> None:
        if self.view is not None:
            self.show(self.view)

    def offers(self, action_id: str) -> bool:
        view = self.view
        if view is None:
            return True
        if action_id in ("open_minutes", "take_minutes"):
            return view.last_minutes is not None
        if action_id == "run_meeting":
            return view.day.kind.worked or view.running is not None
        return True

    # --- actions

    def action_run_meeting(self) -> None:
        """Begin the meeting or go on with it."""
        run_meeting(self.host)

    def action_prepare_meeting(self) -> None:
        """The agenda."""
        prepare_meeting(self.host)

    def action_call_roll(self) -> None:
        """Call the roll."""
        self.host.open_screen("roll")

    def action_type_figures(self) -> None:
        """The sheet of figures."""
        self.host.open_screen("figures")

    def action_open_minutes(self) -> None:
        """The newest minutes."""
        if self.view is not None and self.view.last_minutes is not None:
            self.host.open_screen("minutes", self.view.last_minutes.id)

    def action_take_minutes(self) -> None:
        """Take the newest minutes away."""
        if self.view is not None and self.view.last_minutes is not None:
            self.host.open_screen("minutes", self.view.last_minutes.id, True)

    def on_panel_opened(self, event: Panel.Opened) -> None:
        """Enter on something that waits goes to it."""
        if event.key == "more":
            self.host.go_to("meetings", "action_items", None)
        elif isinstance(event.key, tuple) and event.key[0] == "minutes":
            self.host.open_screen("minutes", event.key[1])
        elif isinstance(event.key, tuple):
            self.host.go_to("meetings", "action_items", event.key[1])
