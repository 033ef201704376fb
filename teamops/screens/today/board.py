"""Today: everything the lead wants to know before half past eight, each panel answering one question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.widget import Widget

from teamops.actions.catalogue import Action
from teamops.i18n import _
from teamops.models.meetings import MeetingState
from teamops.models.today import TodayView
from teamops.screens.base import WIDE, BaseScreen
from teamops.screens.flows import offer_running, prepare_meeting, run_meeting
from teamops.screens.today import lines
from teamops.services.desk import Reader
from teamops.services.reading import today as reading
from teamops.widgets.panel import Panel

COLUMNS = (("meeting", "roll", "directives"), ("needs", "month", "members"))
ONE_COLUMN = (("meeting", "needs", "month"),)
"""The panels from top to bottom, beside each other where there is room."""
_ELASTIC = ("meeting", "needs", "directives", "members")
"""What says how much more there is where it is cut; the others stand whole or not at all."""
_LEAST = 3
_AROUND = 2
"""The lines of the screen above and below the board."""
_TO_COME = (MeetingState.DRAFT, MeetingState.READY)


def heights(wanted: Mapping[str, int], columns: Sequence[Sequence[str]], rows: int) -> dict[str, int]:
    """How many of `rows` lines each panel of the columns gets of those it wants; 0 where it finds no room."""
    found = dict.fromkeys(wanted, 0)
    for column in columns:
        left = rows
        for name in column:
            if wanted[name] <= left:
                found[name] = wanted[name]
            elif name in _ELASTIC and left >= _LEAST:
                found[name] = left
            left -= found[name]
    return found


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
        self._drawn_for = Size(0, 0)

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
        small = self.has_class("-small")
        self._drawn_for = Size(0, 0) if small else self.app.size
        if small:  # a panel that is hidden would lose the focus
            return
        clock = self.desk.books.clock
        wide = self.app.size.width >= WIDE
        width, rows = self.app.size.width // (2 if wide else 1) - 4, self.app.size.height - _AROUND
        panels = lines.panels(data, clock, self.may, wide=wide, width=width, rows=rows)
        wanted = {name: panel.height for name, panel in panels.items()}
        for name, height in heights(wanted, COLUMNS if wide else ONE_COLUMN, rows).items():
            widget, panel = self.query_one(f"#{name}", Panel), panels[name]
            widget.display = height > 0
            widget.styles.height = height
            widget.frame.title(panel.title, panel.hint)
            widget.show_lines(panel.lines)

    def begin(self) -> None:
        self.query_one("#needs", Panel).focus()
        self.call_after_refresh(offer_running, self.host)

    def rights_known(self) -> None:
        super().rights_known()
        if self.view is not None:
            self.show(self.view)

    def resized(self) -> None:
        if self.view is not None and self._drawn_for != self.app.size:
            self.show(self.view)

    def offers(self, action_id: str) -> bool:
        view = self.view
        if view is None:
            return True
        if action_id in ("open_minutes", "take_minutes"):
            return view.last_minutes is not None
        if action_id == "run_meeting":
            return view.running is not None or (view.day.kind.worked and not self.is_over)
        return True

    @property
    def is_over(self) -> bool:
        """Whether today's meeting was held."""
        view = self.view
        return (
            view is not None
            and view.meeting is not None
            and view.running is None
            and view.meeting.state not in _TO_COME
        )

    def actions(self) -> tuple[Action, ...]:
        """What can be done now; once the meeting is over, its minutes come first."""
        found = super().actions()
        return tuple(sorted(found, key=lambda action: not self.is_over or action.id != "open_minutes"))

    def label_of(self, action: Action) -> str:
        view = self.view
        if view is not None and action.id == "run_meeting" and view.running is not None:
            return _("go on")
        if view is not None and view.meeting is not None and self.is_over:
            if action.id == "open_minutes":
                unsigned = any(meeting.id == view.meeting.id for meeting in view.to_sign)
                return _("minutes to sign") if unsigned else _("minutes")
            if action.id == "prepare_meeting":
                return _("next agenda")
        return super().label_of(action)

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
