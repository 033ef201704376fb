"""The calendar: which days are worked, and whether the year was announced (model.md 11)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from teamops.i18n import N_
from teamops.models.words import Word


class DayKind(Word):
    """What a day is."""

    WORKDAY = "workday", N_("working day")
    WEEKEND = "weekend", N_("weekend")
    HOLIDAY = "holiday", N_("holiday")
    MAKEUP = "makeup", N_("make-up working day")

    @property
    def worked(self) -> bool:
        """Whether the branch works on such a day."""
        return self in (DayKind.WORKDAY, DayKind.MAKEUP)


class CalendarDayView(NamedTuple):
    """One day: its kind, the holiday's name, whether the exchange is open, and where this is known from."""

    day: date
    kind: DayKind
    name: str
    market_open: bool
    confirmed: bool
    source: str
    reason: str
    version: int


class CalendarYearView(NamedTuple):
    """One year of a region: announced or assumed."""

    year: int
    confirmed: bool
    source: str
    holidays: int
    makeup_days: int
