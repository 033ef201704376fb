"""Section 6: people, groups, outlets, the calendar and what is set up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual import events
from textual.widget import Widget

from teamops.screens.lists import ListScreen
from teamops.screens.people.calendar import CalendarTab
from teamops.screens.people.groups import GroupsTab
from teamops.screens.people.outlets import OutletsTab
from teamops.screens.people.persons import PeopleTab
from teamops.screens.people.setup import SetupTab
from teamops.screens.people.tab import Tab
from teamops.services.desk import Reader
from teamops.widgets.month import Month
from teamops.widgets.panel import Panel
from teamops.widgets.table import Table
from teamops.widgets.tabline import TabLine

_ASIDE = 24
"""From this height on there is room for lines below the list."""


class People(ListScreen):
    """The section; below its lists a few lines about what is under the cursor."""

    TABS = (PeopleTab, GroupsTab, OutletsTab, CalendarTab, SetupTab)
    READS = frozenset(("people", "groups", "outlets", "calendar", "branch", "figures"))
    CSS_PATH = "section.tcss"

    def body(self) -> Iterable[Widget]:
        tabs, table, finder = super().body()
        yield from (tabs, table, Month(id="month"), Panel(id="aside"), finder)

    @property
    def month(self) -> Month:
        """The month that stands in the list's place on the calendar."""
        return self.query_one("#month", Month)

    @property
    def pane(self) -> Widget:
        """What the keys go to: the list, or the month in its place."""
        return self.month if isinstance(self.tab, CalendarTab) else self.table

    # --- reading and showing

    def read(self, reader: Reader) -> Any:
        tab = self.tab
        return tab.read(reader) if isinstance(tab, CalendarTab) else super().read(reader)

    def show(self, data: Any) -> None:
        tab = self.tab
        self.table.display = not isinstance(tab, CalendarTab)
        self.month.display = isinstance(tab, CalendarTab)
        if isinstance(tab, CalendarTab):
            self.query_one("#tabs", TabLine).show_tabs([each.label() for each in self.tabs], self.place)
            tab.show(self.month, data)
        else:
            super().show(data)
        self._tell()

    def _tell(self) -> None:
        """Say below the list what is under the cursor."""
        tab, panel = self.tab, self.query_one("#aside", Panel)
        told = tab.aside() if isinstance(tab, Tab) else None
        panel.display = told is not None and self.app.size.height >= _ASIDE
        if told is not None:
            panel.frame.title(told.title, told.hint)
            panel.show_lines(told.lines)

    def resized(self) -> None:
        if self.shown:
            self._tell()

    def begin(self) -> None:
        self.pane.focus()

    def on_screen_resume(self) -> None:
        """Have the keys go where they belong."""
        if self.focused is None:
            self.pane.focus()

    # --- keys

    def open_tab(self, place: int) -> None:
        super().open_tab(place)
        self.pane.focus()

    def on_key(self, event: events.Key) -> None:
        """Tab goes from list to list, from the month as well."""
        if event.key in ("tab", "shift+tab") and self.focused is self.month:
            event.stop()
            event.prevent_default()
            self.open_tab(self.place + (1 if event.key == "tab" else -1))

    def on_table_highlighted(self, event: Table.Highlighted) -> None:
        """Another record to tell of."""
        self._tell()

    def on_month_moved(self, event: Month.Moved) -> None:
        """Another day: tell of it, and show its month where that is another."""
        tab = self.tab
        if isinstance(tab, CalendarTab):
            # The cursor may be further on than the event that tells of it.
            before, tab.day = tab.day, self.month.day
            if before is None or before.replace(day=1) != tab.day.replace(day=1):
                self.refresh_data()
            else:
                self._tell()
                self.show_keys()

    def on_month_opened(self, event: Month.Opened) -> None:
        """Enter on a day says what it is."""
        self.tab.opened(event.day)

    def action_month_before(self) -> None:
        """The month before."""
        self.month.turn(-1)

    def action_month_after(self) -> None:
        """The month after."""
        self.month.turn(1)

    def action_this_day(self) -> None:
        """Today."""
        self.month.move_to(self.desk.books.clock.today())
