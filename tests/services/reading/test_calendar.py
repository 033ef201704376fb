"""The calendar as it is asked: any day has an answer, kept or not."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from teamops.db.books import Books
from teamops.models.calendar import CalendarDayView, DayKind
from teamops.models.people import Region
from teamops.services.reading import calendar as reading


def view(books: Books, day: date) -> CalendarDayView:
    with books.reading() as reader:
        return reading.day_view(reader, day)


def test_kinds_of_days_and_the_exchange(books: Books) -> None:
    assert view(books, date(2026, 11, 23)) == CalendarDayView(
        date(2026, 11, 23), DayKind.WORKDAY, "", True, True, "the public holidays as announced", "", 0
    )
    saturday = view(books, date(2026, 11, 28))
    assert (saturday.kind, saturday.market_open, saturday.kind.worked) == (DayKind.WEEKEND, False, False)
    holiday = view(books, date(2026, 10, 1))
    assert (holiday.kind, holiday.name, holiday.market_open) == (DayKind.HOLIDAY, "National Day", False)
    makeup = view(books, date(2026, 10, 10))
    assert (makeup.kind, makeup.market_open, makeup.kind.worked) == (DayKind.MAKEUP, False, True)


def test_a_year_not_announced_is_shown_as_such(books: Books) -> None:
    new_year = view(books, date(2027, 1, 1))
    assert (new_year.kind, new_year.confirmed, new_year.source) == (DayKind.WORKDAY, False, "")
    assert not view(books, date(2031, 1, 1)).confirmed


@pytest.mark.parametrize(("year", "days"), [(2025, 248), (2026, 248)])
def test_the_working_days_of_a_year_are_the_official_ones(books: Books, year: int, days: int) -> None:
    with books.reading() as reader:
        worked = reading.working_days(reader, date(year, 1, 1), date(year, 12, 31))
    assert len(worked) == days


def test_october_2026_has_eighteen_days_due(books: Books) -> None:
    with books.reading() as reader:
        assert len(reading.working_days(reader, date(2026, 10, 1), date(2026, 10, 31))) == 18
        assert len(reading.month(reader, date(2026, 10, 17))) == 31
        assert len(reading.month(reader, date(2026, 2, 1))) == 28
        assert [day.day for day in reading.special_days(reader, 2027)] == []
        assert len(reading.special_days(reader, 2026)) == 39
        assert reading.region(reader) is Region.CN


def test_neighbouring_workdays(books: Books) -> None:
    with books.reading() as reader:
        assert reading.next_workday(reader, date(2026, 9, 30)) == date(2026, 10, 8)
        assert reading.previous_workday(reader, date(2026, 10, 8)) == date(2026, 9, 30)
        assert reading.next_workday(reader, date(2026, 10, 9)) == date(2026, 10, 10)
        assert reading.previous_workday(reader, date(2026, 10, 12)) == date(2026, 10, 10)
        assert reading.next_workday(reader, date(2026, 11, 20)) == date(2026, 11, 23)


def test_next_and_previous_agree_with_the_list(books: Books) -> None:
    with books.reading() as reader:
        worked = reading.working_days(reader, date(2025, 6, 1), date(2026, 12, 31))
        days = [day.day for day in reading.days(reader, worked[0], worked[-1]) if day.kind.worked]
        assert days == worked
        for before, after in pairwise(worked):
            assert reading.next_workday(reader, before) == after
            assert reading.previous_workday(reader, after) == before


def test_what_is_kept_of_a_day_has_a_key(books: Books) -> None:
    with books.reading() as reader:
        assert reading.key_of(reader, date(2026, 10, 1)) is not None
        assert reading.key_of(reader, date(2026, 11, 23)) is None
