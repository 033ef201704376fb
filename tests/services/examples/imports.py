"""An example call of each import, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from decimal import Decimal

from teamops.models.calendar import DayKind
from teamops.models.figures import FigureKind
from teamops.models.imports import (
    CalendarWrite,
    FigureWrite,
    OutletWrite,
    PersonWrite,
    Plan,
    TargetWrite,
    W,
)
from teamops.models.inputs.calendar import SpecialDayIn
from teamops.models.inputs.figures import FigureIn
from teamops.models.inputs.people import HoursIn, OutletIn, PersonIn
from teamops.models.people import Role
from teamops.services import figures, imports
from teamops.services.desk import Desk
from teamops.services.reading import calendar as reading_calendar
from teamops.services.reading import figures as reading_figures
from teamops.services.reading import people as reading


def _of(*writes: W) -> Plan[W]:
    return Plan("example.csv", (), writes)


def _people(desk: Desk) -> Callable[[], object]:
    today = desk.books.clock.today()
    with desk.books.reading() as reader:
        there = len(reading.everybody(reader, today).people)
    person = PersonIn(number=f"I{there:04}", name="何雨", joined_on=today - timedelta(days=30))
    write = PersonWrite(None, person, Role.CLIENT_MANAGER, f"第{there}組", None, fields=True, posting=True)
    return lambda: imports.people(desk, _of(write))


def _outlets(desk: Desk) -> Callable[[], object]:
    with desk.books.reading() as reader:
        there = len(reading.outlets(reader, desk.books.clock.today()))
    outlet = OutletIn(code=f"I{there:03}", name=f"支行{there}")
    write = OutletWrite(None, outlet, HoursIn(opens=time(9, 0), closes=time(17, 0)), "I0000")
    return lambda: imports.outlets(desk, _of(write))


def _figure(desk: Desk) -> tuple[int, int, date]:
    """A figure nobody told anything of yet, who is to tell it, and today."""
    with desk.books.reading() as reader:
        there = len(reading_figures.figures(reader, active_only=False))
    person = desk.actor.person_id
    assert person is not None
    figure = figures.define(desk, FigureIn(name=f"拜訪{there}", kind=FigureKind.COUNT))
    return figure, person, desk.books.clock.today()


def _figures(desk: Desk) -> Callable[[], object]:
    figure, person, today = _figure(desk)
    write = FigureWrite(today, person, figure, Decimal(3), "", None)
    return lambda: imports.figures(desk, _of(write))


def _targets(desk: Desk) -> Callable[[], object]:
    figure, person, today = _figure(desk)
    write = TargetWrite(today.replace(day=1), person, figure, Decimal(30), None)
    return lambda: imports.targets(desk, _of(write))


def _calendar(desk: Desk) -> Callable[[], object]:
    with desk.books.reading() as reader:
        later = max(year.year for year in reading_calendar.years(reader)) + 1
    day = SpecialDayIn(day=date(later, 1, 1), kind=DayKind.HOLIDAY, name="元旦")
    return lambda: imports.calendar(desk, _of(CalendarWrite((later,), (day,), ())))


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {
    "people.import": _people,
    "outlets.import": _outlets,
    "figures.import": _figures,
    "figures.import_targets": _targets,
    "calendar.import": _calendar,
}
