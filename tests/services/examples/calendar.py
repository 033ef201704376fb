"""An example call of each action on the calendar, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from teamops.models.calendar import DayKind
from teamops.models.imports import CalendarWrite, Plan
from teamops.models.inputs.calendar import OverrideIn, SpecialDayIn
from teamops.services import calendar, imports
from teamops.services.desk import Desk


def _seed(desk: Desk) -> Callable[[], object]:
    return lambda: calendar.seed(desk, 2028)


def _override(desk: Desk) -> Callable[[], object]:
    closed = OverrideIn(
        day=date(2026, 11, 24), kind=DayKind.HOLIDAY, name="停電", market_open=True, reason="大樓檢修"
    )
    return lambda: calendar.override(desk, closed)


def _import(desk: Desk) -> Callable[[], object]:
    day = SpecialDayIn(day=date(2027, 1, 1), kind=DayKind.HOLIDAY, name="元旦")
    plan = Plan(source="2027.json", lines=(), writes=(CalendarWrite(years=(2027,), days=(day,), cleared=()),))
    return lambda: imports.calendar(desk, plan)


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {
    "calendar.seed": _seed,
    "calendar.override": _override,
    "calendar.import": _import,
}
