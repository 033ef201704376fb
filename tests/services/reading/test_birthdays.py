"""Whose birthday is kept on which day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamops.models.people import PersonLine, PersonState, Role
from teamops.services.reading.birthdays import birthdays


def person(name: str, born: date | None) -> PersonLine:
    return PersonLine(
        1, "A1", name, "", "", "", PersonState.ACTIVE, date(2024, 1, 1), None, born, Role.CLIENT_MANAGER,
        None, "", None, "", False,
    )  # fmt: skip


def kept(born: date | None, first: date, days: int = 1) -> list[date]:
    return [day for _name, day in birthdays([person("x", born)], first, first + timedelta(days=days))]


def test_birthdays_are_told_by_day_and_within_a_day_in_the_order_of_the_members() -> None:
    there = [
        person("李娜", date(1990, 11, 28)),
        person("張敏", date(1991, 11, 27)),
        person("王芳", date(1992, 11, 27)),
        person("劉平", date(1993, 11, 30)),
        person("陳明", None),
    ]
    friday, monday = date(2026, 11, 27), date(2026, 11, 30)
    assert birthdays(iter(there), friday, monday) == (
        ("張敏", friday),
        ("王芳", friday),
        ("李娜", date(2026, 11, 28)),
    )
    assert birthdays(there, friday, friday) == ()


@pytest.mark.parametrize(
    ("year", "day"), [(2026, date(2026, 2, 28)), (2027, date(2027, 2, 28)), (2028, date(2028, 2, 29))]
)
def test_a_leap_day_is_kept_on_the_last_of_february(year: int, day: date) -> None:
    assert kept(date(1992, 2, 29), date(year, 2, 27), 5) == [day]


def test_who_was_born_the_day_before_the_leap_day_keeps_their_own_in_leap_years() -> None:
    assert kept(date(1991, 2, 28), date(2028, 2, 27), 5) == [date(2028, 2, 28)]


def test_a_birthday_over_the_turn_of_the_year_is_kept() -> None:
    assert kept(date(1990, 1, 2), date(2026, 12, 31), 4) == [date(2027, 1, 2)]


@given(st.dates(date(1940, 1, 1), date(2010, 12, 31)), st.dates(date(2020, 1, 1), date(2098, 12, 31)))
def test_everybody_has_one_birthday_in_any_twelve_months(born: date, first: date) -> None:
    length = (
        first.replace(year=first.year + 1, day=min(first.day, 28)) - first.replace(day=min(first.day, 28))
    ).days
    found = kept(born, first.replace(day=min(first.day, 28)), length)
    assert len(found) == 1
    assert found[0].month == born.month
