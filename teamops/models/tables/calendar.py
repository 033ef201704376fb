"""The calendar: only days that are not what their weekday says are kept."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from teamops.models.calendar import DayKind
from teamops.models.people import Region
from teamops.models.tables.base import Record, Versioned, word


class CalendarYear(Versioned, Record):
    """A year of a region: whether its holidays were announced, and where they are known from."""

    __tablename__ = "calendar_year"
    __table_args__ = (UniqueConstraint("region", "year"),)

    region: Mapped[Region] = mapped_column(word(Region, "region"))
    year: Mapped[int]
    confirmed: Mapped[bool]
    source: Mapped[str]


class CalendarDay(Versioned, Record):
    """A day that differs from its weekday, or was said to by the lead, with the reason."""

    __tablename__ = "calendar_day"
    __table_args__ = (UniqueConstraint("region", "day"),)

    region: Mapped[Region] = mapped_column(word(Region, "region"))
    day: Mapped[date]
    kind: Mapped[DayKind] = mapped_column(word(DayKind, "kind"))
    name: Mapped[str] = mapped_column(default="")
    market_open: Mapped[bool]
    source: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
