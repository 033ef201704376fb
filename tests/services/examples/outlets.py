"""An example call of each action on outlets, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time, timedelta

from teamops.models.inputs.people import HoursIn, OutletIn, PersonIn, PostingIn
from teamops.models.people import Role
from teamops.services import outlets, people
from teamops.services.desk import Desk
from teamops.services.reading import people as reading

HOURS = HoursIn(opens=time(8, 30), closes=time(17, 0))


def _new_outlet(desk: Desk) -> OutletIn:
    """An outlet that is not there yet, however often this is asked."""
    with desk.books.reading() as reader:
        there = len(reading.outlets(reader, desk.books.clock.today()))
    return OutletIn(code=f"E{there:03}", name=f"網點{there}", contact="胡主任")


def _add(desk: Desk) -> Callable[[], object]:
    outlet = _new_outlet(desk)
    return lambda: outlets.add(desk, outlet, HOURS)


def _change(desk: Desk) -> Callable[[], object]:
    outlet = _new_outlet(desk)
    key = outlets.add(desk, outlet)
    renamed = outlet.model_copy(update={"name": outlet.name + "分理處"})
    return lambda: outlets.change(desk, key, renamed, 1)


def _hours(desk: Desk) -> Callable[[], object]:
    key = outlets.add(desk, _new_outlet(desk))
    return lambda: outlets.hours(desk, key, HOURS)


def _custody(desk: Desk) -> Callable[[], object]:
    today = desk.books.clock.today()
    outlet = _new_outlet(desk)
    key = outlets.add(desk, outlet)
    joined = today - timedelta(days=30)
    posting = PostingIn(role=Role.CLIENT_MANAGER, outlet_id=key, starts_on=joined)
    _giver, taker = (
        people.add(
            desk,
            PersonIn(number=f"{outlet.code}-{who}", name="何雨", joined_on=joined),
            posting.model_copy(update={"custodian": who == "G"}),
        )
        for who in "GT"
    )
    return lambda: outlets.custody(desk, key, taker, today)


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {
    "outlets.add": _add,
    "outlets.change": _change,
    "outlets.hours": _hours,
    "outlets.custody": _custody,
}
