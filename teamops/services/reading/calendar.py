"""The calendar as screens and papers ask for it. Any day has an answer, kept or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from teamops.db.reader import Reader, sure_day
from teamops.models import holidays
from teamops.models.calendar import CalendarDayView, CalendarYearView, DayKind
from teamops.models.people import Region

_ONE = timedelta(days=1)
_FAR = timedelta(days=400)
"""No region rests so long: within it there is always a working day."""


def region(reader: Reader) -> Region:
    """Whose public holidays hold."""
    return Region(reader.value("SELECT region FROM branch") or Region.NONE.value)


def days(reader: Reader, first: date, last: date) -> list[CalendarDayView]:
    """Every day from `first` to `last`, both included, with names and sources as the reader knows them."""
    return [
        day._replace(name=holidays.told(day.name), source=holidays.told_source(day.source))
        for day in _days(reader, first, last)
    ]


def _days(reader: Reader, first: date, last: date) -> list[CalendarDayView]:
    kept = {
        row[0]: row
        for row in reader.rows(
            "SELECT d.day, d.kind, d.name, d.market_open, d.source, d.reason, d.version FROM calendar_day d "
            "JOIN branch b ON b.region = d.region WHERE d.day BETWEEN ? AND ?",
            (first.isoformat(), last.isoformat()),
        )
    }
    years = {
        row[0]: (bool(row[1]), row[2])
        for row in reader.rows(
            "SELECT y.year, y.confirmed, y.source FROM calendar_year y JOIN branch b ON b.region = y.region "
            "WHERE y.year BETWEEN ? AND ?",
            (first.year, last.year),
        )
    }
    found = []
    for day in _each(first, last):
        confirmed, source = years.get(day.year, (False, ""))
        row = kept.get(day.isoformat())
        if row is not None:
            view = CalendarDayView(
                day, DayKind(row[1]), row[2], bool(row[3]), confirmed or bool(row[5]), row[4], row[5], row[6]
            )
        else:
            worked = day.weekday() < 5
            kind = DayKind.WORKDAY if worked else DayKind.WEEKEND
            view = CalendarDayView(day, kind, "", worked, confirmed, source, "", 0)
        found.append(view)
    return found


def day_view(reader: Reader, day: date) -> CalendarDayView:
    """One day."""
    return days(reader, day, day)[0]


def key_of(reader: Reader, day: date) -> int | None:
    """The key of what is kept of a day, for its history; none where nothing is."""
    key = reader.value(
        "SELECT d.id FROM calendar_day d JOIN branch b ON b.region = d.region WHERE d.day = ?",
        (day.isoformat(),),
    )
    return None if key is None else int(key)


def month(reader: Reader, first: date) -> list[CalendarDayView]:
    """The days of the month that `first` lies in."""
    first = first.replace(day=1)
    return days(reader, first, (first + timedelta(days=31)).replace(day=1) - _ONE)


def working_days(reader: Reader, first: date, last: date) -> list[date]:
    """The days worked from `first` to `last`, both included: weekdays but holidays, and make-up days."""
    kinds = _kinds(reader, first, last)
    return [day for day in _each(first, last) if _worked(kinds, day)]


def next_workday(reader: Reader, day: date) -> date:
    """The first day worked after `day`."""
    kinds = _kinds(reader, day, day + _FAR)
    return next(later for later in _each(day + _ONE, day + _FAR) if _worked(kinds, later))


def previous_workday(reader: Reader, day: date) -> date:
    """The last day worked before `day`."""
    kinds = _kinds(reader, day - _FAR, day)
    return next(day - back * _ONE for back in range(1, _FAR.days + 1) if _worked(kinds, day - back * _ONE))


def years(reader: Reader) -> list[CalendarYearView]:
    """The years the calendar has, oldest first."""
    special = Counter(
        (sure_day(row[0]).year, row[1])
        for row in reader.rows(
            "SELECT d.day, d.kind FROM calendar_day d JOIN branch b ON b.region = d.region "
            "WHERE d.kind IN ('holiday', 'makeup')"
        )
    )
    rows = reader.rows(
        "SELECT y.year, y.confirmed, y.source FROM calendar_year y JOIN branch b ON b.region = y.region "
        "ORDER BY y.year"
    )
    return [
        CalendarYearView(year, bool(confirmed), source, special[year, "holiday"], special[year, "makeup"])
        for year, confirmed, source in rows
    ]


def year_of(reader: Reader, year: int) -> CalendarYearView:
    """One year; one that is not kept yet is not confirmed."""
    none = CalendarYearView(year, confirmed=False, source="", holidays=0, makeup_days=0)
    return next((kept for kept in years(reader) if kept.year == year), none)


def special_days(reader: Reader, year: int) -> list[CalendarDayView]:
    """The days kept of a year, as they are kept: those that are not what their weekday says."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return [day for day in _days(reader, first, last) if day.version]


def _kinds(reader: Reader, first: date, last: date) -> dict[date, DayKind]:
    rows = reader.rows(
        "SELECT d.day, d.kind FROM calendar_day d JOIN branch b ON b.region = d.region "
        "WHERE d.day BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    )
    return {sure_day(row[0]): DayKind(row[1]) for row in rows}


def _worked(kinds: dict[date, DayKind], day: date) -> bool:
    kind = kinds.get(day)
    return day.weekday() < 5 if kind is None else kind.worked


def _each(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + number * _ONE
