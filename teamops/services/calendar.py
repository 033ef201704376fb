"""The calendar: seeded with what is announced, imported for later years, overridden by a lead with reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select

from teamops.db.transaction import Transaction
from teamops.errors import YearOutOfRange
from teamops.models.calendar import DayKind
from teamops.models.inputs.calendar import OverrideIn, SpecialDayIn
from teamops.models.people import PROGRAM, Region
from teamops.models.tables.calendar import CalendarDay, CalendarYear
from teamops.models.tables.people import Branch
from teamops.services.desk import LEADS, Desk, rights, use_case
from teamops.services.public_holidays import schedule

FIRST, LAST = 2000, 2099


def market_open(region: Region, day: date, kind: DayKind) -> bool:
    """Whether the exchange trades on a day, as far as the calendar tells.

    It does on the weekdays that are worked; on a make-up day at a weekend no exchange of these regions does.
    """
    return day.weekday() < 5 and kind in (DayKind.WORKDAY, DayKind.MAKEUP)


def seeded(tx: Transaction, region: Region, year: int) -> None:
    """Put into the books what the program knows of a year; what a lead said of a day stays."""
    if not FIRST <= year <= LAST:
        raise YearOutOfRange(year)
    kept = tx.find(select(CalendarYear).where(CalendarYear.region == region, CalendarYear.year == year))
    if kept is not None and kept.confirmed:
        return
    known = schedule(region, year)
    if kept is None:
        tx.add(CalendarYear(region=region, year=year, confirmed=known.confirmed, source=known.source))
    elif known.confirmed:
        kept.confirmed, kept.source = True, known.source
    taken(
        tx,
        region,
        [SpecialDayIn(day=day.day, kind=day.kind, name=day.name) for day in known.days],
        known.source,
    )


def taken(tx: Transaction, region: Region, days: Iterable[SpecialDayIn], source: str) -> None:
    """Write special days; those that a lead gave a reason for stay as they are."""
    wanted = {inp.day: inp for inp in days}
    if not wanted:
        return
    query = select(CalendarDay).where(
        CalendarDay.region == region, CalendarDay.day.between(min(wanted), max(wanted))
    )
    there = {row.day: row for row in tx.all(query)}
    for day, inp in sorted(wanted.items()):
        row = there.get(day)
        if row is not None and (row.reason or (row.kind, row.name) == (inp.kind, inp.name)):
            continue
        is_open = market_open(region, day, inp.kind)
        if row is None:
            tx.add(
                CalendarDay(
                    region=region,
                    day=day,
                    kind=inp.kind,
                    name=inp.name,
                    market_open=is_open,
                    source=source,
                    reason="",
                )
            )
        else:
            row.kind, row.name, row.market_open, row.source = inp.kind, inp.name, is_open, source


@use_case("calendar.seed", may=rights(None, *LEADS), touches=("today",))
def seed(tx: Transaction, *years: int) -> None:
    """Put years into the calendar with what the program knows of them; a confirmed year is left alone."""
    region = tx.get(Branch, 1).region
    for year in years:
        seeded(tx, region, year)


def ensure_year(desk: Desk, today: date) -> None:
    """Have this year and the next in the calendar, and take up what a newer program knows of them.

    Called when the program opens; it writes nothing where nothing is to be added.
    """
    from teamops.services.reading import calendar as reading

    with desk.books.reading() as reader:
        region = reading.region(reader)
        kept = {year.year: year.confirmed for year in reading.years(reader)}
    missing = [
        year
        for year in (today.year, today.year + 1)
        if year <= LAST and not kept.get(year) and (year not in kept or schedule(region, year).confirmed)
    ]
    if missing:
        seed(Desk(desk.books, PROGRAM), *missing)


@use_case("calendar.override", may=rights(*LEADS), touches=("today", "meetings", "figures"))
def override(tx: Transaction, inp: OverrideIn, version: int | None = None) -> None:
    """Say what a day is, against the calendar; the reason is kept and shown with it."""
    region = tx.get(Branch, 1).region
    tx.reason = inp.reason
    source = " ".join(filter(None, (tx.actor.name, tx.actor.number)))
    row = tx.find(select(CalendarDay).where(CalendarDay.region == region, CalendarDay.day == inp.day))
    if row is None:
        row = tx.add(
            CalendarDay(
                region=region, day=inp.day, kind=inp.kind, name=inp.name, market_open=inp.market_open,
                source=source, reason=inp.reason,
            )
        )  # fmt: skip
    else:
        row = tx.get(CalendarDay, row.id, version=version)
        row.kind, row.name, row.market_open = inp.kind, inp.name, inp.market_open
        row.source, row.reason = source, inp.reason
    tx.about(row)


def announced(tx: Transaction, region: Region, year: int, source: str) -> None:
    """Note that a year's schedule is known now."""
    kept = tx.find(select(CalendarYear).where(CalendarYear.region == region, CalendarYear.year == year))
    if kept is None:
        tx.add(CalendarYear(region=region, year=year, confirmed=True, source=source))
    else:
        kept.confirmed, kept.source = True, source


def cleared(tx: Transaction, region: Region, days: Sequence[date]) -> None:
    """Make days what their weekday says, unless a lead gave a reason for what they are."""
    query = select(CalendarDay).where(CalendarDay.region == region, CalendarDay.day.in_(days))
    for row in tx.all(query):
        if not row.reason:
            tx.remove(row)
