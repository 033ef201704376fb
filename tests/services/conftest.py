"""Fixtures of the services' tests: people hired as a test needs them, and their desks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

import pytest

from teamops.db.books import Books
from teamops.models.people import Actor, PersonState, Role
from teamops.models.tables.people import Person, Posting, TeamGroup
from teamops.services import agenda
from teamops.services.desk import Desk, rights, together
from tests.services.holding import MONDAY

LONG_AGO = date(2024, 1, 1)


class Hire(Protocol):
    """Puts a person with one posting into the books, and gives them as one who acts."""

    def __call__(
        self,
        number: str,
        name: str,
        role: Role = Role.CLIENT_MANAGER,
        *,
        joined: date = LONG_AGO,
        left: date | None = None,
        group: str = "",
    ) -> Actor: ...


@pytest.fixture
def hire(desk: Desk) -> Hire:
    groups: dict[str, int] = {}

    def hired(
        number: str,
        name: str,
        role: Role = Role.CLIENT_MANAGER,
        *,
        joined: date = LONG_AGO,
        left: date | None = None,
        group: str = "",
    ) -> Actor:
        state = PersonState.LEFT if left else PersonState.ACTIVE
        with together(desk, "test.hire", rights(Role.LEAD)) as tx:
            person = tx.add(Person(number=number, name=name, joined_on=joined, left_on=left, state=state))
            if group and group not in groups:
                groups[group] = tx.add(TeamGroup(team_id=1, name=group)).id
            tx.add(
                Posting(
                    person_id=person.id,
                    role=role,
                    group_id=groups.get(group),
                    starts_on=joined,
                    ends_on=left,
                )
            )
            return Actor(person.id, number, name, role)

    return hired


@pytest.fixture
def at_desk(books: Books) -> Callable[[Actor], Desk]:
    """The desk of somebody else in the same books."""
    return lambda actor: Desk(books, actor)


@pytest.fixture
def zhang(hire: Hire) -> Actor:
    """A client manager."""
    return hire("A107", "張敏")


@pytest.fixture
def team(hire: Hire, zhang: Actor) -> dict[str, Actor]:
    """Two who sell, and a clerk."""
    return {
        "clerk": hire("A102", "李娜", Role.ATTENDANCE_CLERK),
        "liu": hire("A104", "劉平", Role.GROUP_LEADER),
        "zhang": zhang,
    }


@pytest.fixture
def meeting(desk: Desk) -> int:
    """The meeting of Monday, prepared."""
    return agenda.prepare(desk, MONDAY)
