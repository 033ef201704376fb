"""The public holidays that come with the program, for the years that are announced (model.md 11).

Mainland China: announced each November for the year after; the schedule is known for the years in which the
library knows make-up days. Taiwan and Hong Kong: announced, and in the library, up to `ANNOUNCED`; beyond it
the library only reckons. What is not announced is not told: a year without holidays is better than invented
ones. Hong Kong's are the general holidays, on which banks and the exchange close.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from teamops.models.calendar import DayKind
from teamops.models.holidays import LIBRARY
from teamops.models.people import Region

if TYPE_CHECKING:
    from holidays import HolidayBase

ANNOUNCED: Final = {Region.TW: 2026, Region.HK: 2026}
FIRST_YEAR: Final = 2010
"""Earlier years are not needed and were kept otherwise."""

_YEAR_END: Final = "元旦"
"""What days off at the end of December are for, when they are known but not named."""

_LANGUAGES: Final = {Region.CN: "zh_CN", Region.TW: "zh_TW", Region.HK: "zh_HK"}


class Special(NamedTuple):
    """A day that is not what its weekday says."""

    day: date
    kind: DayKind
    name: str


class Schedule(NamedTuple):
    """What is known of a year: nothing where it is not announced."""

    confirmed: bool
    source: str
    days: tuple[Special, ...]


def schedule(region: Region, year: int) -> Schedule:
    """The holidays and make-up days of a year, with their Chinese names."""
    if region is Region.NONE:
        return Schedule(confirmed=True, source="", days=())
    import holidays
    from holidays.version import __version__

    def of(category: str) -> HolidayBase:
        return holidays.country_holidays(
            region.value, years=[year], language=_LANGUAGES[region], categories=(category,)
        )

    known = of("optional" if region is Region.HK else "public")
    makeup = sorted(day for day in known.weekend_workdays if day.year == year)
    announced = bool(makeup) if region is Region.CN else year <= ANNOUNCED[region]
    if not announced or year < FIRST_YEAR:
        return Schedule(confirmed=False, source="", days=())
    off = {day: known[day] for day in sorted(known) if day.year == year}
    if (
        region is Region.TW
    ):  # it was the employees' before it was everybody's; brokers and the exchange closed
        off |= {day: name for day, name in of("optional").items() if name == "勞動節" and day.year == year}
    days = _mainland(off, makeup) if region is Region.CN else _elsewhere(off, makeup)
    return Schedule(confirmed=True, source=f"{LIBRARY} {__version__}", days=tuple(sorted(days)))


def _elsewhere(off: dict[date, str], makeup: list[date]) -> Iterator[Special]:
    for day, name in off.items():
        yield Special(day, DayKind.HOLIDAY, name.replace("; ", "、"))
    for day in makeup:
        yield Special(day, DayKind.MAKEUP, "")


def _mainland(off: dict[date, str], makeup: list[date]) -> Iterator[Special]:
    """As the State Council announces it: a holiday is a run of days, weekends inside or beside it included.

    A day taken in exchange bears the name of the run, and so does the day worked for it.
    """
    resting = set(off)
    for day in off:
        for step in (-1, 1):
            beside = day + timedelta(days=step)
            while beside.weekday() > 4 and beside not in makeup and beside.year == day.year:
                resting.add(beside)
                beside += timedelta(days=step)
    worked_for = dict.fromkeys(makeup, "")
    for run in _runs(sorted(resting)):
        festivals = dict.fromkeys(name for day in run if day in off for name in _festivals(off[day]))
        name = "、".join(festivals) or _YEAR_END
        for day in run:
            yield Special(day, DayKind.HOLIDAY, name)
            worked_for |= dict.fromkeys(_exchanged(off.get(day, "")), name)
    for day in makeup:
        yield Special(day, DayKind.MAKEUP, worked_for[day] or _YEAR_END)


def _runs(days: list[date]) -> Iterator[list[date]]:
    run: list[date] = []
    for day in days:
        if run and day - run[-1] > timedelta(days=1):
            yield run
            run = []
        run.append(day)
    if run:
        yield run


def _festivals(name: str) -> list[str]:
    """The festivals in a name as the library words it; none for a day taken in exchange."""
    if _exchanged(name):
        return []
    festivals = (part.partition("（")[0] for part in name.split("; "))
    return ["春节" if festival == "农历除夕" else festival for festival in festivals]


def _exchanged(name: str) -> list[date]:
    """The working days that a day off is taken for."""
    return [date.fromisoformat(found) for found in re.findall(r"\d{4}-\d{2}-\d{2}", name)]
