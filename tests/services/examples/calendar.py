"""An example call of each action on the calendar, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from teamops.models.calendar import DayKind
from teamops.models.inputs.calendar import OverrideIn
from teamops.services import calendar
from teamops.services.desk import Desk
from teamops.services.reading import calendar as reading


def _seed(desk: Desk) -> Callable[[], object]:
    with desk.books.reading() as reader:
        earlier = min(year.year for year in reading.years(reader)) - 1
    return lambda: calendar.seed(desk, earlier)


def _override(desk: Desk) -> Callable[[], object]:
    with desk.books.reading() as reader:
        day = reading.next_workday(reader, desk.books.clock.today() + timedelta(days=7))
    inp = OverrideIn(day=day, kind=DayKind.HOLIDAY, name="颱風假", market_open=False, reason="颱風")
    return lambda: calendar.override(desk, inp)


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {
    "calendar.seed": _seed,
    "calendar.override": _override,
}
