"""An example call of each action on outlets, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time

from teamops.models.imports import OutletWrite, Plan
from teamops.models.inputs.people import HoursIn, OutletIn, PersonIn, PostingIn
from teamops.models.people import Role
from teamops.services import imports, outlets, people
from teamops.services.desk import Desk

BANK = OutletIn(code="W01", name="和平路支行", contact="李經理")
HOURS = HoursIn(opens=time(8, 30), closes=time(17, 30))


def _add(desk: Desk) -> Callable[[], object]:
    return lambda: outlets.add(desk, BANK, HOURS)


def _change(desk: Desk) -> Callable[[], object]:
    outlet = outlets.add(desk, BANK, HOURS)
    return lambda: outlets.change(desk, outlet, BANK.model_copy(update={"name": "建設路支行"}), 1)


def _hours(desk: Desk) -> Callable[[], object]:
    outlet = outlets.add(desk, BANK)
    return lambda: outlets.hours(desk, outlet, HOURS)


def _custody(desk: Desk) -> Callable[[], object]:
    outlet, day = outlets.add(desk, BANK), desk.books.clock.today()
    posting = PostingIn(role=Role.CLIENT_MANAGER, outlet_id=outlet, starts_on=day)
    person = people.add(desk, PersonIn(number="C101", name="王芳", joined_on=day), posting)
    return lambda: outlets.custody(desk, outlet, person, day)


def _import(desk: Desk) -> Callable[[], object]:
    write = OutletWrite(known=None, inp=BANK, hours=HOURS, custodian="C101")
    plan = Plan(source="outlets.csv", lines=(), writes=(write,))
    return lambda: imports.outlets(desk, plan)


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {
    "outlets.add": _add,
    "outlets.change": _change,
    "outlets.hours": _hours,
    "outlets.custody": _custody,
    "outlets.import": _import,
}
