"""Meetings as the tests prepare and hold them; the days are working days of FOUNDED."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select

from teamops.clock import Clock
from teamops.db.books import Books
from teamops.models.action_items import ActionLine
from teamops.models.calendar import DayKind
from teamops.models.inputs.action_items import ActionIn
from teamops.models.inputs.calendar import OverrideIn
from teamops.models.inputs.meetings import AgendaItemIn, OutcomeIn
from teamops.models.meetings import AgendaItemLine, ClockView, ItemKind, MeetingView, OutcomeKind, Section
from teamops.models.people import Actor, Role
from teamops.models.tables.people import Person
from teamops.services import agenda, calendar, meeting_clock, meetings
from teamops.services.desk import Desk, rights, together
from teamops.services.reading import action_items as items_read
from teamops.services.reading import meetings as reading

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 11, day) for day in range(23, 28))
SATURDAY, SUNDAY, NEXT_MONDAY = (date(2026, 11, day) for day in range(28, 31))
ZONE = "Asia/Shanghai"


def stand(books: Books, day: date, at: time = time(8, 30)) -> datetime:
    """Put the clock to a time of a day in Shanghai; the moment."""
    local = datetime.combine(day, at, Clock(ZONE).zone)
    books.clock = Clock(ZONE, local, monotonic=lambda: 0.0)
    return local.astimezone(UTC)


def go_on(books: Books, minutes: float) -> datetime:
    """Let time go by; the moment it is then."""
    now = books.clock.now() + timedelta(minutes=minutes)
    books.clock = Clock(ZONE, now, monotonic=lambda: 0.0)
    return now


def override(desk: Desk, day: date, kind: DayKind, name: str = "") -> None:
    """Say that a day is of another kind than the calendar has it."""
    calendar.override(desk, OverrideIn(day=day, kind=kind, name=name, market_open=False, reason="總部通知"))


def born(desk: Desk, **days: date) -> None:
    """Say when people were born, by staff number."""
    with together(desk, "test.born", rights(Role.LEAD)) as tx:
        for number, day in days.items():
            tx.all(select(Person).where(Person.number == number))[0].born = day


def item(section: Section, kind: ItemKind, title: str = "", **more: Any) -> AgendaItemIn:
    return AgendaItemIn(section=section, kind=kind, title=title, **more)


def note(title: str, **more: Any) -> AgendaItemIn:
    return item(Section.MARKET, ItemKind.NOTE, title, **more)


def begin(desk: Desk, day: date, items: Iterable[AgendaItemIn] = ()) -> int:
    """A meeting that began on its day at half past eight, with these items on its agenda."""
    stand(desk.books, day)
    meeting = agenda.prepare(desk, day)
    for wanted in items:
        agenda.add(desk, meeting, wanted)
    meetings.start(desk, meeting)
    return meeting


def keep_clock(desk: Desk, meeting: int, visited: Iterable[Section], seconds: int = 60) -> None:
    """Keep a clock that has been through these parts, as long in each."""
    elapsed = dict.fromkeys(visited, seconds * 1000)
    now = desk.books.clock.now()
    here = next(iter(elapsed))
    meeting_clock.keep(desk.books, meeting, ClockView(here, elapsed, now, held=False, beat_at=now))


def end(desk: Desk, meeting: int, visited: Iterable[Section] = Section, minutes: float = 20) -> str:
    """Close a running meeting after a time, having been through these parts; its number."""
    go_on(desk.books, minutes)
    if parts := tuple(visited):
        keep_clock(desk, meeting, parts)
    return meetings.close(desk, meeting)


def hold(
    desk: Desk, day: date, items: Iterable[AgendaItemIn] = (), *, visited: Iterable[Section] = Section
) -> int:
    """A meeting that was held on its day and closed."""
    meeting = begin(desk, day, items)
    end(desk, meeting, visited)
    return meeting


def view(desk: Desk, meeting: int) -> MeetingView:
    with desk.books.reading() as reader:
        return reading.sure(reader, meeting)


def lines(desk: Desk, meeting: int, section: Section | None = None) -> list[AgendaItemLine]:
    """What stands on the agenda."""
    parts = view(desk, meeting).parts
    return [line for part in parts if section in {None, part.section} for line in part.items]


def titles(desk: Desk, meeting: int, section: Section | None = None) -> list[str]:
    return [line.title or line.body for line in lines(desk, meeting, section)]


def decide(desk: Desk, meeting: int, text: str, section: Section = Section.PROGRESS) -> int:
    return meetings.put_down(desk, meeting, OutcomeIn(section=section, kind=OutcomeKind.DECISION, text=text))


def key(actor: Actor) -> int:
    assert actor.person_id is not None
    return actor.person_id


def action(desk: Desk, text: str = "回訪新客戶", **more: Any) -> ActionIn:
    return ActionIn(**{"text": text, "owner_id": key(desk.actor), **more})


def action_item(desk: Desk, item_id: int) -> ActionLine:
    with desk.books.reading() as reader:
        found = items_read.one(reader, item_id)
    assert found is not None
    return found


def value(desk: Desk, query: str, *parameters: object) -> Any:
    """The first value of a query on the file."""
    with desk.books.reading() as reader:
        return reader.value(query, parameters)
