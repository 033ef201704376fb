"""Who writes the demo down, and when: a clock that stands where it is put, desks of the staff, their keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from teamops.clock import Clock
from teamops.demo.staff import LEAD, Staff
from teamops.models.people import Actor
from teamops.services.desk import Books, Desk, UseCase, together

if TYPE_CHECKING:
    from teamops.db.transaction import Transaction


class Scribe:
    """Writes through the services as one of the staff; `ids`, `groups` and `outlets` are keys by place."""

    def __init__(self, books: Books, zone: str, staff: Staff) -> None:
        self.books, self.staff = books, staff
        self.ids = {LEAD: 1}  # with whom the books were founded
        self.groups: list[int] = []
        self.outlets: list[int] = []
        self._zone = ZoneInfo(zone)

    def stand(self, day: date, at: time) -> None:
        """Put the clock to a time of a day."""
        self.stand_at(self.moment(day, at))

    def moment(self, day: date, at: time) -> datetime:
        """A time of a day, in the branch's zone."""
        return datetime.combine(day, at, self._zone)

    def stand_at(self, moment: datetime) -> None:
        """Put the clock to a moment, where it stays."""
        self.books.clock = Clock(self._zone.key, moment, monotonic=lambda: 0.0)

    def desk(self, place: int) -> Desk:
        """The desk of one of the staff."""
        member = self.staff.members[place]
        return Desk(self.books, Actor(self.ids[place], member.number, member.name, member.role))

    @contextmanager
    def doing(self, place: int, action: UseCase[..., Any]) -> Iterator[Transaction]:
        """A transaction for several steps that belong together, under the name of one of them."""
        with together(self.desk(place), action.name, action.may) as tx:
            yield tx
