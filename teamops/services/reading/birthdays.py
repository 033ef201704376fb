"""Whose birthday is kept on which day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from teamops.models.people import PersonLine


def birthdays(members: Iterable[PersonLine], first: date, until: date) -> tuple[tuple[str, date], ...]:
    """The names of those with a birthday from `first` up to, not including, `until`, each with the day.

    Who was born on 29 February keeps it on the last day of that month in common years.
    """
    there = list(members)
    days = [first + timedelta(days=n) for n in range((until - first).days)]
    return tuple(
        (person.name, day)
        for day in days
        for person in there
        if person.born is not None and _kept_in(person.born, day.year) == day
    )


def _kept_in(born: date, year: int) -> date:
    if (born.month, born.day) == (2, 29):
        return date(year, 3, 1) - timedelta(days=1)
    return born.replace(year=year)
