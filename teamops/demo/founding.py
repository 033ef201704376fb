"""Founding the demo's branch: calendar, groups, outlets, staff, the library of cases, targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from random import Random
from zoneinfo import ZoneInfo

from sqlalchemy import select

from teamops.clock import Clock
from teamops.demo.scribe import Scribe
from teamops.demo.staff import CLERK, LEAD, Member, Move, number
from teamops.demo.texts import Case, Names
from teamops.models.inputs.branch import FoundIn
from teamops.models.inputs.cases import CaseIn
from teamops.models.inputs.people import GroupIn, HoursIn, OutletIn, PersonIn, PostingIn
from teamops.models.people import PROGRAM, BooksKind, PhoneClass
from teamops.models.tables.figures import Figure, Target
from teamops.models.tables.people import Person
from teamops.services import branch, calendar, cases, figures, groups, outlets, people
from teamops.services.desk import Books, Desk


def found(books: Books, names: Names, lead: str, day: date, until: date) -> None:
    """Found the branch on a day, under a lead of this name; the calendar goes to the year after `until`."""
    moment = datetime.combine(day, time(9, 0), ZoneInfo(names.zone))
    books.clock = Clock(names.zone, moment, monotonic=lambda: 0.0)
    program = Desk(books, PROGRAM)
    branch.found(
        program,
        FoundIn(
            branch=names.branch,
            branch_en=names.branch_en,
            team=names.team,
            team_en=names.team_en,
            lead_number=number(LEAD),
            lead_name=lead,
            region=names.region,
            zone=names.zone,
            kind=BooksKind.DEMO,
            place=names.place,
        ),
    )
    calendar.seed(program, *range(day.year, until.year + 2))


def settle(scribe: Scribe, names: Names, day: date) -> None:
    """Put groups, outlets and everybody who is there on a day into the books."""
    scribe.stand(day, time(10, 0))
    with scribe.doing(LEAD, groups.add) as tx:
        for name, name_en in names.groups[: scribe.staff.groups]:
            scribe.groups.append(groups.add.inside(tx, GroupIn(name=name, name_en=name_en)))
    scribe.stand(day, time(10, 10))
    with scribe.doing(LEAD, outlets.add) as tx:
        for n, outlet in enumerate(scribe.staff.outlets, 1):
            inp = OutletIn(code=f"W{n:02d}", name=outlet.name, name_en=outlet.name_en, contact=outlet.contact)
            opens, closes = (time(8, 30), time(17, 0)) if n % 2 else (time(9, 0), time(17, 30))
            hours = HoursIn(opens=opens, closes=closes, valid_from=day)
            scribe.outlets.append(outlets.add.inside(tx, inp, hours))
    scribe.stand(day, time(10, 40))
    with scribe.doing(LEAD, people.add) as tx:
        for member in scribe.staff.on(day):
            if member.place == LEAD:
                people.change.inside(tx, scribe.ids[LEAD], _person(member), tx.get(Person, 1).version)
            else:
                scribe.ids[member.place] = people.add.inside(tx, _person(member), _posting(scribe, member))


def shelve(scribe: Scribe, library: Sequence[Case], day: date, rng: Random) -> list[int]:
    """Put the cases into the library, each as one of the sellers told it; their keys."""
    scribe.stand(day, time(14, 0))
    with scribe.doing(LEAD, cases.add) as tx:
        tellers = rng.choices(scribe.staff.selling(day), k=len(library))
        return [
            cases.add.inside(
                tx,
                CaseIn(
                    title=case.title,
                    story=case.story,
                    lesson=case.lesson,
                    tags=case.tags,
                    author_id=scribe.ids[teller.place],
                ),
            )
            for case, teller in zip(library, tellers, strict=True)
        ]


def aim(scribe: Scribe, month: date, aims: Mapping[int, tuple[int, int]]) -> None:
    """Set a month's targets of each member; nothing where there are none."""
    if not aims:
        return
    with scribe.doing(LEAD, figures.target) as tx:
        kept = {figure.code: figure.id for figure in tx.all(select(Figure))}
        tx.bulk(
            Target,
            [
                {
                    "month": month.replace(day=1),
                    "person_id": scribe.ids[place],
                    "figure_id": kept[code],
                    "value": Decimal(value),
                }
                for place, values in aims.items()
                for code, value in zip(("accounts", "assets"), values, strict=True)
            ],
        )


def joins(scribe: Scribe, member: Member) -> None:
    """Take a newcomer on."""
    scribe.ids[member.place] = people.add(scribe.desk(LEAD), _person(member), _posting(scribe, member))


def moves(scribe: Scribe, member: Member, move: Move) -> None:
    """Post somebody to another outlet."""
    inp = _posting(scribe, member).model_copy(
        update={"outlet_id": scribe.outlets[move.outlet], "starts_on": move.day}
    )
    people.post(scribe.desk(LEAD), scribe.ids[member.place], inp)


def _person(member: Member) -> PersonIn:
    return PersonIn(
        number=member.number,
        name=member.name,
        name_en=member.name_en,
        born=member.born,
        joined_on=member.joined,
        phone=member.phone,
        phone_class=PhoneClass.TEAM if member.place in (LEAD, CLERK) else PhoneClass.LEAD,
    )


def _posting(scribe: Scribe, member: Member) -> PostingIn:
    return PostingIn(
        role=member.role,
        group_id=scribe.groups[member.group] if member.group is not None else None,
        outlet_id=scribe.outlets[member.outlet] if member.outlet is not None else None,
        custodian=member.custodian,
        starts_on=member.joined,
    )
