"""The calendar: a month at a glance, and what a day is and why."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from teamops.i18n import _, full_day, month_year, ngettext, pgettext
from teamops.models.calendar import CalendarDayView, CalendarYearView, DayKind
from teamops.screens.people.place_forms import day_form
from teamops.screens.people.tab import Aside, Tab
from teamops.services.desk import Reader
from teamops.services.reading import calendar
from teamops.widgets.month import Month, MonthDay
from teamops.widgets.panel import Line, Span
from teamops.widgets.table import ListRows, Rows
from teamops.widgets.tones import Mark, Tone

_TONES: dict[DayKind, Tone] = {
    DayKind.WORKDAY: "plain", DayKind.WEEKEND: "dim", DayKind.HOLIDAY: "good", DayKind.MAKEUP: "alert",
}  # fmt: skip


class MonthView(NamedTuple):
    """What is shown: the days of a month, and what is known of its year."""

    days: dict[date, CalendarDayView]
    year: CalendarYearView


class CalendarTab(Tab):
    """One month; the day under the cursor is told of below it."""

    PLACES = ("record", "calendar")
    record = "calendar_day"
    day: date | None = None
    view: MonthView | None = None

    def label(self) -> str:
        return _("Calendar")

    def rows(self, reader: Reader, sought: str) -> Rows:
        """Nothing for the list: a month is shown in its place."""
        return ListRows()

    def read(self, reader: Reader) -> MonthView:
        """The month of the cursor."""
        day = self.day = self.day or self.desk.books.clock.today()
        return MonthView(
            {view.day: view for view in calendar.month(reader, day)}, calendar.year_of(reader, day.year)
        )

    def show(self, month: Month, view: MonthView) -> None:
        """Show what was read."""
        self.view = view
        today = self.desk.books.clock.today()
        days = {day: _cell(each) for day, each in view.days.items()}
        month.show_month(days, self.day or today, today)
        worked = sum(each.kind.worked for each in view.days.values())
        title = ngettext("{month} · {n} working day", "{month} · {n} working days", worked)
        title = title.format(month=month_year(self.day or today), n=worked)
        known = _("announced") if view.year.confirmed else _("! not announced: weekdays assumed")
        month.frame.title(title, known)

    @property
    def seen(self) -> CalendarDayView | None:
        """The day under the cursor."""
        return self.view.days.get(self.day) if self.view is not None and self.day is not None else None

    def offers(self, action_id: str) -> bool:
        if action_id == "history":
            return self.seen is not None and bool(self.seen.version)
        return action_id != "export"

    def aside(self) -> Aside | None:
        """What the day under the cursor is, and where that is known from."""
        seen, view = self.seen, self.view
        if seen is None or view is None:
            return None
        market = _("market open") if seen.market_open else _("market closed")
        said = [
            Line([Span(" · ".join(filter(None, (seen.kind.label, seen.name, market))), _TONES[seen.kind])])
        ]
        if seen.reason:
            said.append(
                Line([Span(_("{name} says so: {reason}").format(name=seen.source, reason=seen.reason))])
            )
        elif seen.source:
            said.append(Line([Span(_("known from {source}").format(source=seen.source), "dim")]))
        if not seen.confirmed:
            hint = _("{year} is not announced yet; “teamops import calendar FILE” brings it.")
            said.append(Line([Span(hint.format(year=view.year.year), "alert")]))
        return Aside(full_day(seen.day), "", said)

    # --- actions

    def action_edit(self) -> None:
        """What the day is, against the calendar."""
        if self.seen is not None:
            day_form(self.host, self.seen)

    def action_history(self) -> None:
        """Who did what to the day."""
        if self.seen is not None:
            with self.desk.books.reading() as reader:
                key = calendar.key_of(reader, self.seen.day)
            if key is not None:
                self.host.open_screen("history", full_day(self.seen.day), self.record, key)


def _cell(view: CalendarDayView) -> MonthDay:
    usual = view.market_open == view.kind.worked
    short = "" if usual else pgettext("exchange", "open") if view.market_open else _("shut")
    what = {
        DayKind.WORKDAY: view.name,
        DayKind.WEEKEND: view.name or _("rest"),
        DayKind.HOLIDAY: view.name or view.kind.label,
        DayKind.MAKEUP: _("make-up"),
    }[view.kind]
    market = "" if usual else _("market open") if view.market_open else _("market closed")
    tone = _TONES[view.kind]
    lines = (Mark(what + (" *" if view.reason else ""), tone), Mark(market, "dim"))
    return MonthDay("dim" if view.kind is DayKind.WEEKEND else "plain", short, lines)
