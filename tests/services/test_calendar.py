"""The calendar: seeding, the year that turns, and what a lead says against it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamops.db.books import Books
from teamops.errors import ChangedSince, MissingText, NotAllowed, Refusals, YearOutOfRange
from teamops.models.calendar import CalendarDayView, DayKind
from teamops.models.inputs.base import read
from teamops.models.inputs.branch import BranchIn
from teamops.models.inputs.calendar import OverrideIn
from teamops.models.people import PROGRAM, Actor, Region, Role
from teamops.services import branch, calendar
from teamops.services.desk import Desk
from teamops.services.public_holidays import Schedule, Special
from teamops.services.reading import calendar as reading

DAY = timedelta(days=1)


def view(books: Books, day: date) -> CalendarDayView:
    with books.reading() as reader:
        return reading.day_view(reader, day)


def said(day: date, kind: DayKind, **fields: object) -> OverrideIn:
    raw = {"day": day, "kind": kind, "market_open": False, "reason": "颱風"}
    return OverrideIn.model_validate(raw | fields)


@given(first=st.dates(date(2024, 12, 1), date(2027, 6, 1)), length=st.integers(0, 90))
def test_what_is_not_kept_is_what_its_weekday_says(first: date, length: int) -> None:
    assert calendar.market_open(Region.CN, first, DayKind.WORKDAY) is (first.weekday() < 5)
    assert not calendar.market_open(Region.CN, first + length * DAY, DayKind.HOLIDAY)


def test_a_lead_overrides_a_day_with_a_reason(desk: Desk) -> None:
    storm = date(2026, 11, 24)
    calendar.override(desk, said(storm, DayKind.HOLIDAY, name="颱風假"))
    day = view(desk.books, storm)
    assert (day.kind, day.name, day.reason, day.market_open) == (DayKind.HOLIDAY, "颱風假", "颱風", False)
    assert (day.source, day.confirmed, day.version) == ("徐靜 A101", True, 1)
    calendar.override(desk, said(storm, DayKind.WORKDAY, reason="改回", market_open=True), version=1)
    day = view(desk.books, storm)
    assert (day.kind, day.reason, day.market_open) == (DayKind.WORKDAY, "改回", True)
    with pytest.raises(ChangedSince):
        calendar.override(desk, said(storm, DayKind.HOLIDAY), version=1)
    with desk.books.reading() as reader:
        assert reader.rows("SELECT reason FROM event_log WHERE action = 'calendar.override'") == [
            ("颱風",),
            ("改回",),
        ]


def test_an_override_needs_a_reason() -> None:
    with pytest.raises(Refusals) as refused:
        read(
            OverrideIn,
            {"day": "11-24", "kind": "holiday", "market_open": False, "reason": " "},
            today=date(2026, 11, 23),
        )
    assert refused.value.by_field == {"reason": str(MissingText())}


def test_only_a_lead_overrides(desk: Desk) -> None:
    clerk = Desk(desk.books, Actor(1, "A102", "張濤", Role.ATTENDANCE_CLERK))
    with pytest.raises(NotAllowed):
        calendar.override(clerk, said(date(2026, 11, 24), DayKind.HOLIDAY))


def test_a_year_is_seeded_once(desk: Desk) -> None:
    calendar.seed(desk, 2024)
    with desk.books.reading() as reader:
        assert reading.year_of(reader, 2024).makeup_days == 8
        assert reading.year_of(reader, 2023).confirmed is False
    before = desk.books.last_event()
    calendar.seed(desk, 2024, 2025, 2026)
    assert desk.books.last_event() == before


@pytest.mark.parametrize("year", [1999, 2100])
def test_years_have_their_bounds(desk: Desk, year: int) -> None:
    with pytest.raises(YearOutOfRange):
        calendar.seed(desk, year)


def test_the_turn_of_the_year_is_taken_up_once(books: Books) -> None:
    desk = Desk(books, PROGRAM)
    before = books.last_event()
    calendar.ensure_year(desk, date(2026, 11, 23))
    assert books.last_event() == before
    calendar.ensure_year(desk, date(2027, 1, 1))
    assert books.last_event() == before + 1
    calendar.ensure_year(desk, date(2027, 1, 2))
    assert books.last_event() == before + 1
    with books.reading() as reader:
        assert [year.year for year in reading.years(reader)] == [2025, 2026, 2027, 2028]
    calendar.ensure_year(desk, date(2099, 12, 31))
    with books.reading() as reader:
        assert reading.years(reader)[-1].year == 2099


def test_a_newer_program_confirms_what_it_now_knows(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = date(2027, 2, 8)
    calendar.override(desk, said(kept, DayKind.WORKDAY, reason="值班", market_open=True))

    def announced(_region: Region, year: int) -> Schedule:
        days = tuple(Special(date(year, 2, day), DayKind.HOLIDAY, "春节") for day in (8, 9))
        return Schedule(confirmed=True, source="holidays 9", days=days)

    monkeypatch.setattr(calendar, "schedule", announced)
    calendar.ensure_year(desk, date(2026, 12, 1))
    with desk.books.reading() as reader:
        year = reading.year_of(reader, 2027)
    assert (year.confirmed, year.source, year.holidays) == (True, "holidays 9", 1)
    assert view(desk.books, date(2027, 2, 9)).name == "Spring Festival"
    assert view(desk.books, kept).reason == "值班"


def test_without_a_region_weekdays_are_worked_and_that_is_sure(desk: Desk) -> None:
    inp = BranchIn(branch="一部", team="一隊", region=Region.NONE, zone="Asia/Shanghai")
    branch.change(desk, inp, version=2)
    new_year = view(desk.books, date(2026, 1, 1))
    assert (new_year.kind, new_year.confirmed) == (DayKind.WORKDAY, True)
