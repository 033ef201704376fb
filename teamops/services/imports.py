"""Imports: a plan that was shown, written whole or not at all; an event for each thousand rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import select

from teamops.db.transaction import Transaction
from teamops.errors import ChangedSince, FutureDay, LinesRefused
from teamops.i18n import full_day
from teamops.models.imports import (
    CalendarWrite,
    FigureWrite,
    OutletWrite,
    PersonWrite,
    Plan,
    TargetWrite,
    W,
    uncollected,
)
from teamops.models.inputs.people import GroupIn, PostingIn
from teamops.models.tables.figures import FigureValue, Target
from teamops.models.tables.people import Branch, Outlet, Person, TeamGroup
from teamops.services import calendar as calendar_service
from teamops.services import groups, postings
from teamops.services import outlets as outlet_service
from teamops.services import people as people_service
from teamops.services.desk import LEADS, RUNNERS, rights, use_case
from teamops.text import search_key

V = TypeVar("V", FigureValue, Target)
_BATCH = 500
_AT_ONCE = 300
"""How many people or outlets one event covers: each may write three rows."""


@use_case("people.import", may=rights(*people_service.KEEPERS), touches=("meetings", "figures", "today"))
def people(tx: Transaction, plan: Plan[PersonWrite], *, skip_refused: bool = False) -> int:
    """Take a roster: new people, changed ones, moves from today on, new groups; how many lines."""
    _whole(plan, skip_refused=skip_refused)
    known = {search_key(group.name): group.id for group in tx.all(select(TeamGroup))}
    for done, write in enumerate(plan.writes, 1):
        group_id = None
        if write.group:
            key = search_key(write.group)
            group_id = known.get(key) or groups.added(tx, GroupIn(name=write.group)).id
            known[key] = group_id
        _person(tx, write, group_id)
        if done % _AT_ONCE == 0:
            tx.seal()
    postings.still_led(tx)
    return len(plan.writes)


def _person(tx: Transaction, write: PersonWrite, group_id: int | None) -> None:
    if write.known is None:
        person = people_service.added(tx, write.inp)
        posting = PostingIn(
            role=write.role, group_id=group_id, outlet_id=write.outlet_id, starts_on=write.inp.joined_on
        )
        postings.posted(tx, person, posting)
        return
    person = tx.get(Person, write.known.id, version=write.known.version)
    if write.fields:
        people_service.changed(tx, person, write.inp)
    if not write.posting:
        return
    day = max(tx.today, person.joined_on)
    current = postings.on_day(tx, person.id, day)
    group_id = group_id or (current.group_id if current else None)
    outlet_id = write.outlet_id or (current.outlet_id if current else None)
    if current is None:
        first = day if postings.of_person(tx, person.id) else person.joined_on
        posting = PostingIn(role=write.role, group_id=group_id, outlet_id=outlet_id, starts_on=first)
        postings.posted(tx, person, posting)
        return
    stays = current.outlet_id == outlet_id
    moved = (
        current.role is not write.role
        or current.group_id not in (None, group_id)
        or current.outlet_id not in (None, outlet_id)
    )
    posting = PostingIn(
        role=write.role,
        group_id=group_id,
        outlet_id=outlet_id,
        custodian=current.custodian and stays,
        starts_on=day if moved else current.starts_on,
        ends_on=current.ends_on,
    )
    if posting.starts_on == current.starts_on:
        postings.amended(tx, person, current, posting)
        return
    current.ends_on = day - postings.ONE
    tx.flush()
    postings.posted(tx, person, posting)


@use_case("outlets.import", may=rights(*outlet_service.KEEPERS), touches=("people",))
def outlets(tx: Transaction, plan: Plan[OutletWrite], *, skip_refused: bool = False) -> int:
    """Take a list of outlets with hours, contacts and custodians; how many lines."""
    _whole(plan, skip_refused=skip_refused)
    for done, write in enumerate(plan.writes, 1):
        if write.known is None:
            outlet = outlet_service.added(tx, write.inp, write.hours)
        else:
            outlet = tx.get(Outlet, write.known.id, version=write.known.version)
            outlet_service.changed(tx, outlet, write.inp)
            if write.hours is not None:
                outlet_service.set_hours(tx, outlet, write.hours)
        if write.custodian is not None:
            postings.named_custodian(tx, outlet, write.custodian)
        if done % _AT_ONCE == 0:
            tx.seal()
    return len(plan.writes)


@use_case("figures.import", may=rights(*RUNNERS), touches=("today", "meetings"))
def figures(tx: Transaction, plan: Plan[FigureWrite], *, skip_refused: bool = False) -> int:
    """Take daily figures; how many values."""
    _whole(plan, skip_refused=skip_refused)
    _with_us(tx, plan.writes)
    changed = {write.known.id: write for write in plan.writes if write.known is not None}
    for row in _rows(tx, FigureValue, {key: w.known.version for key, w in changed.items() if w.known}):
        row.value, row.words = changed[row.id].value, changed[row.id].words
    with uncollected():
        tx.bulk(FigureValue, (_value(write) for write in plan.writes if write.known is None))
    return len(plan.writes)


def _value(write: FigureWrite) -> dict[str, Any]:
    return {
        "day": write.day,
        "person_id": write.person_id,
        "figure_id": write.figure_id,
        "value": write.value,
        "words": write.words,
    }


@use_case("figures.import_targets", may=rights(*LEADS), touches=("today", "meetings"))
def targets(tx: Transaction, plan: Plan[TargetWrite], *, skip_refused: bool = False) -> int:
    """Take monthly targets; how many values."""
    _whole(plan, skip_refused=skip_refused)
    changed = {write.known.id: write for write in plan.writes if write.known is not None}
    for row in _rows(tx, Target, {key: w.known.version for key, w in changed.items() if w.known}):
        row.value = changed[row.id].value
    tx.bulk(
        Target,
        (
            {"month": w.month, "person_id": w.person_id, "figure_id": w.figure_id, "value": w.value}
            for w in plan.writes
            if w.known is None
        ),
    )
    return len(plan.writes)


@use_case("calendar.import", may=rights(None, *LEADS), touches=("today", "meetings", "figures"))
def calendar(tx: Transaction, plan: Plan[CalendarWrite], *, skip_refused: bool = False) -> int:
    """Take an announced schedule; its years are confirmed, what a lead said stays; how many days changed."""
    _whole(plan, skip_refused=skip_refused)
    region = tx.get(Branch, 1).region
    days = 0
    for write in plan.writes:
        for year in write.years:
            calendar_service.announced(tx, region, year, plan.source)
        calendar_service.taken(tx, region, write.days, plan.source)
        calendar_service.cleared(tx, region, write.cleared)
        days += len(write.days) + len(write.cleared)
    return days


def _whole(plan: Plan[W], *, skip_refused: bool) -> None:
    if plan.refused and not skip_refused:
        raise LinesRefused(plan.source, len(plan.refused))


def _with_us(tx: Transaction, writes: Sequence[FigureWrite]) -> None:
    """Refuse figures of days to come, or of days on which their member is not with the branch."""
    people = {person.id: person for person in tx.all(select(Person))}
    spans: dict[int, tuple[date, date]] = {
        key: (person.joined_on, person.left_on or date.max) for key, person in people.items()
    }
    today = tx.today
    for write in writes:
        joined, left = spans[write.person_id]
        if not joined <= write.day <= left:
            raise postings.outside(people[write.person_id])
        if write.day > today:
            raise FutureDay(full_day(write.day))


def _rows(tx: Transaction, kind: type[V], versions: Mapping[int, int]) -> Iterator[V]:
    """Rows to be changed, an event for each batch; refused where one was changed since the plan was made."""
    keys = iter(sorted(versions))
    while batch := list(islice(keys, _BATCH)):
        rows = tx.all(select(kind).where(kind.id.in_(batch)))
        if len(rows) < len(batch) or any(row.version != versions[row.id] for row in rows):
            raise ChangedSince
        yield from rows
        tx.seal()
