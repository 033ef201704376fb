"""Postings: what people are, in which group, at which outlet, when; never two of a person on one day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import or_, select

from teamops.db.transaction import Transaction
from teamops.errors import (
    CustodianThere,
    DaysReversed,
    LastLead,
    NoOutletToKeep,
    NotAllowed,
    NotPostedThere,
    OutsideEmployment,
    PostingOverlap,
)
from teamops.i18n import _, full_day, listed
from teamops.models.inputs.people import PostingIn
from teamops.models.people import PersonState, Role
from teamops.models.tables.people import Outlet, Person, Posting, TeamGroup
from teamops.services.desk import LEADS

ONE = timedelta(days=1)
FAR = date.max


def of_person(tx: Transaction, person_id: int) -> Sequence[Posting]:
    """All postings of a person, the oldest first."""
    return tx.all(select(Posting).where(Posting.person_id == person_id).order_by(Posting.starts_on))


def posted(tx: Transaction, person: Person, inp: PostingIn) -> Posting:
    """Post a person. An open earlier posting ends the day before; an open new one lasts until the next."""
    may_grant(tx, inp.role)
    last = inp.ends_on
    if person.state is PersonState.LEFT and last is None:
        last = person.left_on
    for other in of_person(tx, person.id):
        if other.starts_on < inp.starts_on and other.ends_on is None:
            other.ends_on = inp.starts_on - ONE
        elif other.starts_on > inp.starts_on and inp.ends_on is None:
            last = min(last or FAR, other.starts_on - ONE)
    return tx.add(_filled(tx, person, Posting(person_id=person.id), inp, last))


def amended(tx: Transaction, person: Person, posting: Posting, inp: PostingIn) -> None:
    """Put a posting right: what was typed wrong, as if it had been typed so."""
    may_grant(tx, inp.role, posting.role)
    _filled(tx, person, posting, inp, inp.ends_on)
    tx.flush()


def _filled(tx: Transaction, person: Person, posting: Posting, inp: PostingIn, last: date | None) -> Posting:
    if inp.group_id is not None:
        tx.get(TeamGroup, inp.group_id)
    outlet = tx.get(Outlet, inp.outlet_id) if inp.outlet_id is not None else None
    if inp.custodian and outlet is None:
        raise NoOutletToKeep
    check(tx, person, inp.starts_on, last, but=posting.id)
    custodian = inp.custodian
    if outlet is not None and (custodian or outlet.custodian_number == person.number):
        others = [
            other for other in custodians(tx, outlet.id, inp.starts_on, last or FAR) if other.id != posting.id
        ]
        if custodian:
            _refuse_second(tx, person, outlet, inp.starts_on, others)
        custodian = custodian or not others
        outlet.custodian_number = ""
    posting.role, posting.group_id, posting.outlet_id = inp.role, inp.group_id, inp.outlet_id
    posting.custodian, posting.starts_on, posting.ends_on = custodian, inp.starts_on, last
    return posting


def check(tx: Transaction, person: Person, first: date, last: date | None, *, but: int | None) -> None:
    """Refuse days outside the person's time with the branch, or days of a posting other than `but`."""
    if not person.joined_on <= first <= (person.left_on or FAR):
        raise outside(person)
    if last is not None and last < first:
        raise DaysReversed(full_day(first), full_day(last))
    if person.state is PersonState.LEFT and (last or FAR) > (person.left_on or FAR):
        raise outside(person)
    for other in of_person(tx, person.id):
        if other.id != but and other.starts_on <= (last or FAR) and (other.ends_on or FAR) >= first:
            end = full_day(other.ends_on) if other.ends_on else _("now on")
            raise PostingOverlap(person.name, full_day(other.starts_on), end)


def begun(tx: Transaction, person: Person, posting: Posting, day: date) -> None:
    """Let a person's first posting begin on another day."""
    if posting.ends_on is not None and posting.ends_on < day:
        raise DaysReversed(full_day(day), full_day(posting.ends_on))
    if posting.custodian and posting.outlet_id is not None:
        outlet = tx.get(Outlet, posting.outlet_id)
        others = custodians(tx, outlet.id, day, posting.ends_on or FAR)
        _refuse_second(tx, person, outlet, day, others)
    posting.starts_on = day


def _refuse_second(
    tx: Transaction, person: Person, outlet: Outlet, day: date, others: Sequence[Posting]
) -> None:
    """Refuse where others look after the outlet's equipment on or after `day`."""
    for other in others:
        if other.person_id != person.id:
            keeper = tx.get(Person, other.person_id)
            raise CustodianThere(outlet.name, keeper.name, full_day(max(day, other.starts_on)))


def outside(person: Person) -> OutsideEmployment:
    """The refusal of a day on which a person is not with the branch."""
    left = full_day(person.left_on) if person.left_on else ""
    return OutsideEmployment(person.name, full_day(person.joined_on), left)


def custodians(tx: Transaction, outlet_id: int, first: date, last: date) -> Sequence[Posting]:
    """The postings by which an outlet's equipment is looked after on days from `first` to `last`."""
    return tx.all(
        select(Posting)
        .where(
            Posting.outlet_id == outlet_id,
            Posting.custodian,
            Posting.starts_on <= last,
            or_(Posting.ends_on.is_(None), Posting.ends_on >= first),
        )
        .order_by(Posting.starts_on)
    )


def on_day(tx: Transaction, person_id: int, day: date) -> Posting | None:
    """A person's posting of one day."""
    return next(
        (
            p
            for p in of_person(tx, person_id)
            if p.starts_on <= day and (p.ends_on is None or p.ends_on >= day)
        ),
        None,
    )


def hand_over(tx: Transaction, outlet: Outlet, person_id: int | None, day: date) -> None:
    """From `day` on the outlet's equipment is looked after by somebody posted there (none: by nobody)."""
    taker = on_day(tx, person_id, day) if person_id is not None else None
    if person_id is not None and (taker is None or taker.outlet_id != outlet.id):
        raise NotPostedThere(tx.get(Person, person_id).name, outlet.name, full_day(day))
    for giver in custodians(tx, outlet.id, day, day):
        if taker is None or giver.id != taker.id:
            _split(tx, giver, day).custodian = False
    if taker is not None and not taker.custodian:
        tx.flush()
        others = custodians(tx, outlet.id, day, taker.ends_on or FAR)
        _refuse_second(tx, tx.get(Person, person_id), outlet, day, others)
        _split(tx, taker, day).custodian = True
    outlet.custodian_number = ""


def named_custodian(tx: Transaction, outlet: Outlet, number: str) -> None:
    """A list of outlets names the custodian: from the posting on where nobody was, else from today.

    One who is not posted there is remembered, and becomes custodian with the posting.
    """
    person = tx.find(select(Person).where(Person.number == number))
    posting = on_day(tx, person.id, tx.today) if person is not None else None
    if person is None or posting is None or posting.outlet_id != outlet.id:
        outlet.custodian_number = number
    elif custodians(tx, outlet.id, posting.starts_on, posting.ends_on or FAR):
        hand_over(tx, outlet, person.id, tx.today)
    else:
        posting.custodian, outlet.custodian_number = True, ""


def _split(tx: Transaction, posting: Posting, day: date) -> Posting:
    """The part of a posting from `day` on, as a posting of its own."""
    if posting.starts_on == day:
        return posting
    rest = Posting(
        person_id=posting.person_id,
        role=posting.role,
        group_id=posting.group_id,
        outlet_id=posting.outlet_id,
        custodian=posting.custodian,
        starts_on=day,
        ends_on=posting.ends_on,
    )
    posting.ends_on = day - ONE
    return tx.add(rest)


def may_grant(tx: Transaction, role: Role, before: Role | None = None) -> None:
    """Refuse where somebody below a lead would make a lead."""
    if role in LEADS and role is not before and tx.actor.role is not None and tx.actor.role not in LEADS:
        raise NotAllowed(tx.actor.role.label, listed(lead.label for lead in LEADS))


def still_led(tx: Transaction, day: date | None = None) -> None:
    """Refuse where nobody would lead today, on a later `day`, or in the end."""
    tx.flush()
    leads = select(Posting).where(Posting.role.in_(LEADS))
    times = [(lead.starts_on, _last_day(tx, lead)) for lead in tx.all(leads)]
    for on in (tx.today, max(day or tx.today, tx.today), FAR):
        if not any(first <= on <= last for first, last in times):
            raise LastLead


def _last_day(tx: Transaction, posting: Posting) -> date:
    return min(posting.ends_on or FAR, tx.get(Person, posting.person_id).left_on or FAR)
