"""An example call of each action on the roll, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from teamops.models.inputs.meetings import RollLineIn
from teamops.models.meetings import RollMark
from teamops.services import roll
from teamops.services.desk import Desk


def _call(desk: Desk) -> Callable[[], object]:
    lead = desk.actor.person_id
    assert lead is not None
    late = RollLineIn(person_id=lead, mark=RollMark.LATE, minutes=7, reason="塞車")
    return lambda: roll.call(desk, desk.books.clock.today(), (late,))


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {"roll.call": _call}
