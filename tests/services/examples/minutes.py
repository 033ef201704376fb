"""An example call of each action on minutes, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from teamops.models.inputs.action_items import ActionIn
from teamops.models.inputs.meetings import CorrectionIn
from teamops.models.meetings import Section
from teamops.services import action_items, agenda, meetings, minutes
from teamops.services.desk import Desk


def _closed(desk: Desk) -> int:
    meeting = agenda.prepare(desk, desk.books.clock.today())
    meetings.start(desk, meeting)
    meetings.close(desk, meeting)
    return meeting


def _redraw(desk: Desk) -> Callable[[], object]:
    meeting, lead = agenda.prepare(desk, desk.books.clock.today()), desk.actor.person_id
    assert lead is not None
    meetings.start(desk, meeting)
    item = meetings.act(desk, meeting, Section.PROGRESS, ActionIn(text="列出名單", owner_id=lead))
    meetings.close(desk, meeting)
    action_items.reword(desk, item, ActionIn(text="列出例外名單", owner_id=lead), 1)
    return lambda: minutes.redraw(desk, meeting)


def _sign(desk: Desk) -> Callable[[], object]:
    meeting = _closed(desk)
    return lambda: minutes.sign(desk, meeting)


def _correct(desk: Desk) -> Callable[[], object]:
    meeting = _closed(desk)
    minutes.sign(desk, meeting)
    correction = CorrectionIn(section=Section.PROGRESS, text="開戶十一戶", reason="漏計一戶")
    return lambda: minutes.correct(desk, meeting, correction)


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {
    "minutes.redraw": _redraw,
    "minutes.sign": _sign,
    "minutes.correct": _correct,
}
