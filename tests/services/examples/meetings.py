"""An example call of each action of a meeting held, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from teamops.models.inputs.action_items import ActionIn
from teamops.models.inputs.meetings import OutcomeIn
from teamops.models.meetings import ClockView, OutcomeKind, Section
from teamops.services import agenda, meeting_clock, meetings
from teamops.services.desk import Desk
from tests.services.examples.agenda import NOTE, prepared

DECISION = OutcomeIn(section=Section.PROGRESS, kind=OutcomeKind.DECISION, text="每日回訪三位客戶")


def started(desk: Desk) -> int:
    """A meeting that runs, its clock in the second part, with a decision put down."""
    meeting = prepared(desk)
    meetings.start(desk, meeting)
    meetings.put_down(desk, meeting, DECISION)
    now = desk.books.clock.now()
    clock = ClockView.started(now - timedelta(minutes=4)).at(now, section=Section.DIRECTIVES)
    meeting_clock.keep(desk.books, meeting, clock)
    return meeting


def closed(desk: Desk) -> int:
    """A meeting whose minutes are drawn."""
    meeting = started(desk)
    meetings.close(desk, meeting)
    return meeting


def _start(desk: Desk) -> Callable[[], object]:
    meeting = prepared(desk)
    return lambda: meetings.start(desk, meeting)


def _put_down(desk: Desk) -> Callable[[], object]:
    meeting = started(desk)
    return lambda: meetings.put_down(desk, meeting, DECISION)


def _reword(desk: Desk) -> Callable[[], object]:
    meeting = started(desk)
    outcome = meetings.put_down(desk, meeting, DECISION)
    return lambda: meetings.reword(desk, outcome, "每日回訪五位客戶")


def _act(desk: Desk) -> Callable[[], object]:
    meeting, lead = started(desk), desk.actor.person_id
    assert lead is not None
    return lambda: meetings.act(desk, meeting, Section.PROGRESS, ActionIn(text="回訪", owner_id=lead))


def _answer(desk: Desk) -> Callable[[], object]:
    meeting = started(desk)
    meetings.answer(desk, meeting, "明日補上")
    return lambda: meetings.answer(desk, meeting, "今日下班前補上")


def _defer(desk: Desk) -> Callable[[], object]:
    meeting = started(desk)
    item = agenda.add(desk, meeting, NOTE)
    return lambda: meetings.defer(desk, item, deferred=True)


def _close(desk: Desk) -> Callable[[], object]:
    meeting = started(desk)
    return lambda: meetings.close(desk, meeting)


def _cancel(desk: Desk) -> Callable[[], object]:
    meeting = started(desk)
    return lambda: meetings.cancel(desk, meeting, "停電")


def _reopen(desk: Desk) -> Callable[[], object]:
    meeting = closed(desk)
    return lambda: meetings.reopen(desk, meeting, "漏記一項")


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
