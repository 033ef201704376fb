"""An example call of each action on agendas, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time

from teamops.models.inputs.cases import CaseIn
from teamops.models.inputs.directives import DirectiveIn
from teamops.models.inputs.meetings import AgendaItemIn, MeetingIn, PlannedIn
from teamops.models.meetings import ItemKind, Section
from teamops.services import agenda, directives
from teamops.services.desk import Desk

NOTE = AgendaItemIn(section=Section.MARKET, kind=ItemKind.NOTE, title="滬指收平")
TOPIC = AgendaItemIn(section=Section.MARKET, kind=ItemKind.NOTE, title="債市走強")


def _prepared(desk: Desk) -> int:
    return agenda.prepare(desk, desk.books.clock.today())


def _prepare(desk: Desk) -> Callable[[], object]:
    directives.issue(desk, DirectiveIn(title="費率下限"))
    return lambda: _prepared(desk)


def _add(desk: Desk) -> Callable[[], object]:
    meeting = _prepared(desk)
    return lambda: agenda.add(desk, meeting, NOTE)


def _add_directive(desk: Desk) -> Callable[[], object]:
    meeting = _prepared(desk)
    return lambda: agenda.add_directive(desk, meeting, DirectiveIn(title="費率下限"))


def _add_case(desk: Desk) -> Callable[[], object]:
    meeting = _prepared(desk)
    return lambda: agenda.add_case(desk, meeting, CaseIn(title="由費率問題談成規劃"))


def _change(desk: Desk) -> Callable[[], object]:
    item = agenda.add(desk, _prepared(desk), NOTE)
    praise = AgendaItemIn(section=Section.MORALE, kind=ItemKind.PRAISE, title="開戶第一名")
    return lambda: agenda.change(desk, item, praise, 1)


def _remove(desk: Desk) -> Callable[[], object]:
    item = agenda.add(desk, _prepared(desk), NOTE)
    return lambda: agenda.remove(desk, item)


def _shift(desk: Desk) -> Callable[[], object]:
    meeting = _prepared(desk)
    agenda.add(desk, meeting, NOTE)
    item = agenda.add(desk, meeting, TOPIC)
    return lambda: agenda.shift(desk, item, -1)


def _plan(desk: Desk) -> Callable[[], object]:
    meeting = _prepared(desk)
    return lambda: agenda.plan(desk, meeting, PlannedIn(section=Section.CASE, minutes=12))


def _arrange(desk: Desk) -> Callable[[], object]:
    meeting, lead = _prepared(desk), desk.actor.person_id
    assert lead is not None
    arranged = MeetingIn(
        host_id=lead, recorder_id=lead, place="大廳", planned_start=time(9), minutes_due=time(18)
    )
    return lambda: agenda.arrange(desk, meeting, arranged, 1)


def _ready(desk: Desk) -> Callable[[], object]:
    meeting = _prepared(desk)
    return lambda: agenda.ready(desk, meeting)


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {
    "agenda.prepare": _prepare,
    "agenda.add": _add,
    "agenda.add_directive": _add_directive,
    "agenda.add_case": _add_case,
    "agenda.change": _change,
    "agenda.remove": _remove,
    "agenda.shift": _shift,
    "agenda.plan": _plan,
    "agenda.arrange": _arrange,
    "agenda.ready": _ready,
}
