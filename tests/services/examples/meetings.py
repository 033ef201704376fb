"""An example call of each action on meetings, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from teamops.models.inputs.action_items import ActionIn
from teamops.models.inputs.meetings import AgendaItemIn, OutcomeIn
from teamops.models.meetings import ClockView, ItemKind, OutcomeKind, Section
from teamops.services import agenda, meeting_clock, meetings, roll
from teamops.services.desk import Desk

DECISION = OutcomeIn(section=Section.PROGRESS, kind=OutcomeKind.DECISION, text="週五前回訪全部新客戶")


def _prepared(desk: Desk) -> int:
    meeting = agenda.prepare(desk, desk.books.clock.today())
    agenda.add(desk, meeting, AgendaItemIn(section=Section.MARKET, kind=ItemKind.NOTE, title="滬指收平"))
    return meeting


def started(desk: Desk) -> int:
    """A running meeting with an item, a decision and its clock."""
    meeting = _prepared(desk)
    meetings.start(desk, meeting)
    meetings.put_down(desk, meeting, DECISION)
    meeting_clock.keep(desk.books, meeting, ClockView.started(desk.books.clock.now()))
    return meeting


def closed(desk: Desk) -> int:
    """A meeting with its first minutes."""
    meeting = started(desk)
    meetings.close(desk, meeting)
    return meeting


def _action(desk: Desk) -> ActionIn:
    lead = desk.actor.person_id
    assert lead is not None
    return ActionIn(text="列出費率例外名單", owner_id=lead)


def _start(desk: Desk) -> Callable[[], object]:
    meeting = _prepared(desk)
    roll.call(desk, desk.books.clock.today(), ())
    return lambda: meetings.start(desk, meeting)


def _put_down(desk: Desk) -> Callable[[], object]:
    meeting = started(desk)
    return lambda: meetings.put_down(desk, meeting, DECISION)


def _reword(desk: Desk) -> Callable[[], object]:
    outcome = meetings.put_down(desk, started(desk), DECISION)
    return lambda: meetings.reword(desk, outcome, "週四前回訪全部新客戶")


def _act(desk: Desk) -> Callable[[], object]:
    meeting, action = started(desk), _action(desk)
    return lambda: meetings.act(desk, meeting, Section.PROGRESS, action)


def _answer(desk: Desk) -> Callable[[], object]:
    meeting = started(desk)
    return lambda: meetings.answer(desk, meeting, "昨日外訪多，今日補報")


def _defer(desk: Desk) -> Callable[[], object]:
    item = agenda.add(
        desk, started(desk), AgendaItemIn(section=Section.CASE, kind=ItemKind.TOPIC, title="遠期")
    )
    return lambda: meetings.defer(desk, item, deferred=True)


def _close(desk: Desk) -> Callable[[], object]:
    meeting = started(desk)
    meetings.act(desk, meeting, Section.PROGRESS, _action(desk))
    return lambda: meetings.close(desk, meeting)


def _cancel(desk: Desk) -> Callable[[], object]:
    meeting = started(desk)
    return lambda: meetings.cancel(desk, meeting, "颱風停班")


def _reopen(desk: Desk) -> Callable[[], object]:
    meeting = closed(desk)
    return lambda: meetings.reopen(desk, meeting, "漏記一項決議")


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {
    "meetings.start": _start,
    "meetings.put_down": _put_down,
    "meetings.reword": _reword,
    "meetings.act": _act,
    "meetings.answer": _answer,
    "meetings.defer": _defer,
    "meetings.close": _close,
    "meetings.cancel": _cancel,
    "meetings.reopen": _reopen,
}
