"""An example call of the roll, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from teamops.models.inputs.meetings import RollLineIn
from teamops.models.meetings import RollMark
from teamops.services import roll
from teamops.services.desk import Desk
from tests.services.examples.meetings import started


def _call(desk: Desk) -> Callable[[], object]:
    meeting, lead = started(desk), desk.actor.person_id
    assert lead is not None
    lines = (RollLineIn(person_id=lead, mark=RollMark.LATE, minutes=4, reason="堵車"),)
    return lambda: roll.call(desk, desk.books.clock.today(), lines, meeting_id=meeting)


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {"roll.call": _call}
