"""An example call of each action on people, for the tests that break every action halfway."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from teamops.models.imports import PersonWrite, Plan
from teamops.models.inputs.people import GroupIn, LeavingIn, PersonIn, PostingIn
from teamops.models.people import Role
from teamops.services import groups, imports, people
from teamops.services.desk import Desk

JOINED = date(2026, 3, 2)
WANG = PersonIn(number="C101", name="王芳", joined_on=JOINED)
MEMBER = PostingIn(role=Role.CLIENT_MANAGER, starts_on=JOINED)


def _hired(desk: Desk) -> int:
    return people.add(desk, WANG, MEMBER)


def _posting(desk: Desk) -> tuple[int, int]:
    person = people.add(desk, WANG)
    return person, people.post(desk, person, MEMBER)


def _add(desk: Desk) -> Callable[[], object]:
    group = groups.add(desk, GroupIn(name="第一組"))
    posting = MEMBER.model_copy(update={"group_id": group})
    return lambda: people.add(desk, WANG, posting)


def _change(desk: Desk) -> Callable[[], object]:
    person = _hired(desk)
    return lambda: people.change(desk, person, WANG.model_copy(update={"name": "王方"}), 1)


def _post(desk: Desk) -> Callable[[], object]:
    person = _hired(desk)
    moved = PostingIn(role=Role.GROUP_LEADER, starts_on=desk.books.clock.today())
    return lambda: people.post(desk, person, moved)


def _amend(desk: Desk) -> Callable[[], object]:
    _person, posting = _posting(desk)
    return lambda: people.amend(desk, posting, MEMBER.model_copy(update={"role": Role.ASSET_CLERK}), 1)


def _end_posting(desk: Desk) -> Callable[[], object]:
    _person, posting = _posting(desk)
    return lambda: people.end_posting(desk, posting, desk.books.clock.today(), 1)


def _leaving(desk: Desk) -> Callable[[], object]:
    person = _hired(desk)
    last = LeavingIn(left_on=desk.books.clock.today() + timedelta(days=30), reason="合同到期")
    return lambda: people.leaving(desk, person, last, 1)


def _left(desk: Desk) -> Callable[[], object]:
    person = _hired(desk)
    people.post(
        desk, person, PostingIn(role=Role.GROUP_LEADER, starts_on=desk.books.clock.today() + timedelta(1))
    )
    return lambda: people.left(desk, person, LeavingIn(left_on=desk.books.clock.today(), reason="辭職"), 1)


def _stays(desk: Desk) -> Callable[[], object]:
    person = _hired(desk)
    people.leaving(desk, person, LeavingIn(reason="辭職"), 1)
    return lambda: people.stays(desk, person, "撤回辭職", 2)


def _import(desk: Desk) -> Callable[[], object]:
    write = PersonWrite(
        known=None,
        inp=WANG,
        role=Role.CLIENT_MANAGER,
        group="第一組",
        outlet_id=None,
        fields=True,
        posting=True,
    )
    plan = Plan(source="people.csv", lines=(), writes=(write,))
    return lambda: imports.people(desk, plan)


EXAMPLES: Mapping[str, Callable[[Desk], Callable[[], object]]] = {
    "people.add": _add,
    "people.change": _change,
    "people.post": _post,
    "people.amend": _amend,
    "people.end_posting": _end_posting,
    "people.leaving": _leaving,
    "people.left": _left,
    "people.stays": _stays,
    "people.import": _import,
}
