"""The public holidays that come with the program, against the official schedules."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from teamops.models.calendar import DayKind
from teamops.models.people import Region
from teamops.services.public_holidays import FIRST_YEAR, schedule

MAKEUP_2025 = {(1, 26), (2, 8), (4, 27), (9, 28), (10, 11)}
MAKEUP_2026 = {(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)}
# The State Council's runs of days off: first and last day, festival.
RUNS_2025 = [
    ((1, 1), (1, 1), "元旦"),
    ((1, 28), (2, 4), "春节"),
    ((4, 4), (4, 6), "清明节"),
    ((5, 1), (5, 5), "劳动节"),
    ((5, 31), (6, 2), "端午节"),
    ((10, 1), (10, 8), "国庆节、中秋节"),
]
RUNS_2026 = [
    ((1, 1), (1, 3), "元旦"),
    ((2, 15), (2, 23), "春节"),
    ((4, 4), (4, 6), "清明节"),
    ((5, 1), (5, 5), "劳动节"),
    ((6, 19), (6, 21), "端午节"),
    ((9, 25), (9, 27), "中秋节"),
    ((10, 1), (10, 7), "国庆节"),
]
WORKED_FOR_2026 = {
    (1, 4): "元旦",
    (2, 14): "春节",
    (2, 28): "春节",
    (5, 9): "劳动节",
    (9, 20): "国庆节",
    (10, 10): "国庆节",
}


@pytest.mark.parametrize(
    ("year", "runs", "makeup"), [(2025, RUNS_2025, MAKEUP_2025), (2026, RUNS_2026, MAKEUP_2026)]
)
def test_the_mainland_is_as_announced(
    year: int, runs: list[tuple[tuple[int, int], tuple[int, int], str]], makeup: set[tuple[int, int]]
) -> None:
    known = schedule(Region.CN, year)
    off = {}
    for first, last, festival in runs:
        day = date(year, *first)
        while day <= date(year, *last):
            off[day] = festival
            day += timedelta(days=1)
    assert {day.day: day.name for day in known.days if day.kind is DayKind.HOLIDAY} == off
    worked = {(day.day.month, day.day.day) for day in known.days if day.kind is DayKind.MAKEUP}
    assert worked == makeup
    assert known.confirmed
    assert known.source.startswith("holidays ")


def test_a_makeup_day_bears_the_name_of_what_it_is_worked_for() -> None:
    named = {
        (day.day.month, day.day.day): day.name
        for day in schedule(Region.CN, 2026).days
        if day.kind is DayKind.MAKEUP
    }
    assert named == WORKED_FOR_2026


@pytest.mark.parametrize("region", [Region.CN, Region.TW, Region.HK])
def test_what_is_not_announced_is_not_invented(region: Region) -> None:
    known = schedule(region, 2027)
    assert not known.confirmed
    assert known.days == ()


def test_all_mainland_years_up_to_now_are_known_and_named() -> None:
    for year in range(FIRST_YEAR, 2027):
        known = schedule(Region.CN, year)
        assert known.confirmed
        assert all(day.name and day.day.year == year for day in known.days)
        assert [day.day for day in known.days] == sorted({day.day for day in known.days})
        assert all(day.day.weekday() > 4 for day in known.days if day.kind is DayKind.MAKEUP)


def test_years_before_the_first_are_not_told() -> None:
    assert not schedule(Region.TW, FIRST_YEAR - 1).confirmed


def test_taiwan_is_known_by_its_own_names() -> None:
    days = {day.day: day for day in schedule(Region.TW, 2026).days}
    assert days[date(2026, 10, 10)].name == "國慶日"
    assert days[date(2026, 10, 9)].kind is DayKind.HOLIDAY
    assert len(days) == 22
    labour = {day.day for day in schedule(Region.TW, 2025).days if day.name == "勞動節"}
    assert labour == {date(2025, 5, 1)}
    makeup = [day.day for day in schedule(Region.TW, 2025).days if day.kind is DayKind.MAKEUP]
    assert makeup == [date(2025, 2, 8)]


def test_hong_kong_keeps_the_general_holidays() -> None:
    days = {day.day: day.name for day in schedule(Region.HK, 2025).days}
    assert len(days) == 17
    assert days[date(2025, 4, 18)] == "耶穌受難節"
    assert days[date(2025, 4, 21)] == "復活節星期一"
    assert all(day.kind is DayKind.HOLIDAY for day in schedule(Region.HK, 2025).days)


def test_without_a_region_there_is_nothing_to_announce() -> None:
    assert schedule(Region.NONE, 2050) == (True, "", ())
