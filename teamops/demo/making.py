"""Making the demo's database: founded some months ago, kept day by day through the services, up to today."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from teamops.clock import Clock
from teamops.demo import Progress
from teamops.demo.chance import chance
from teamops.demo.chronicle import Chronicle
from teamops.demo.founding import found
from teamops.demo.market import Market
from teamops.demo.planning import Planner
from teamops.demo.scribe import Scribe
from teamops.demo.selling import Sales
from teamops.demo.staff import called, hired
from teamops.demo.texts import texts_of
from teamops.errors import NumberOutOfRange
from teamops.i18n import _, month_year, speaking
from teamops.services import branch
from teamops.services.desk import Books
from teamops.services.reading import calendar

PEOPLE: Final = (8, 400)
MONTHS: Final = (1, 240)

_ONE = timedelta(days=1)


def write(
    path: Path,
    *,
    language: str,
    today: date | None,
    people: int,
    months: int,
    seed: int,
    progress: Progress | None,
) -> None:
    """Make the demo at `path`, as `teamops.demo.make` says."""
    _within("people", people, PEOPLE)
    _within("months", months, MONTHS)
    with speaking(language):
        texts = texts_of(language)
        names = texts.names
        today = today or Clock(names.zone).today()
        start = _months_before(today, months)
        rng = chance(seed, "staff")
        who = called(names, rng, people)
        with branch.made(path) as books:
            found(books, names, who[0][0], start, today)
            days = _days(books, start, today)
            staff = hired(names, who, rng, days.kept, days.ahead[0])
            sales = Sales(seed, staff, days.all, days.kept[0], days.kept[-1])
            market = Market(chance(seed, "market"), days.trading)
            planner = Planner(seed, texts, staff, market, sales, days.kept, days.ahead)
            scribe = Scribe(books, names.zone, staff)
            times = chance(seed, "times")
            chronicle = Chronicle(scribe, texts, planner, sales, (*days.kept, days.ahead[0]), times)
            chronicle.begin(start)
            for n, day in enumerate(days.kept):
                if progress is not None and (n == 0 or day.month != days.kept[n - 1].month):
                    progress(month_year(day), n / len(days.kept))
                chronicle.keep(n)


class _Days(NamedTuple):
    """The working days before today, those from today on, and both with the whole months they touch."""

    kept: Sequence[date]
    ahead: Sequence[date]
    all: Sequence[date]
    trading: Sequence[date]


def _days(books: Books, start: date, today: date) -> _Days:
    with books.reading() as reader:
        last = today + timedelta(days=40)
        last = last.replace(day=monthrange(last.year, last.month)[1])
        worked = calendar.working_days(reader, start.replace(day=1), last)
        views = calendar.days(reader, start - timedelta(days=25), today - _ONE)
    return _Days(
        [day for day in worked if start < day < today],
        [day for day in worked if day >= today],
        worked,
        [view.day for view in views if view.market_open],
    )


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _within(field: str, value: int, bounds: tuple[int, int]) -> None:
    low, high = bounds
    if not low <= value <= high:
        raise NumberOutOfRange(str(value), _("from {low} to {high}").format(low=low, high=high)).at(field)
