"""Outlets: what they are called, which hours they keep since when, who looks after the equipment there."""

from __future__ import annotations

from datetime import date

from sqlalchemy import or_, select

from teamops.db.transaction import Transaction
from teamops.errors import AlreadyThere, HoursReversed
from teamops.models.inputs.people import HoursIn, OutletIn
from teamops.models.people import Role
from teamops.models.tables.people import Outlet, OutletHours
from teamops.services import postings
from teamops.services.desk import LEADS, rights, use_case

KEEPERS = (*LEADS, Role.ATTENDANCE_CLERK, Role.ASSET_CLERK)
"""Who keeps the list of outlets."""


def added(tx: Transaction, inp: OutletIn, hours: HoursIn | None) -> Outlet:
    """Write a new outlet; the part of `outlets.add` that imports share."""
    _unused(tx, inp, None)
    outlet = tx.add(Outlet(**inp.model_dump()))
    if hours is not None:
        set_hours(tx, outlet, hours)
    return outlet


def changed(tx: Transaction, outlet: Outlet, inp: OutletIn) -> None:
    """Write what an outlet is now called and who the contact is."""
    _unused(tx, inp, outlet.id)
    for column, value in inp.model_dump().items():
        setattr(outlet, column, value)


def set_hours(tx: Transaction, outlet: Outlet, inp: HoursIn) -> None:
    """Write the hours an outlet keeps from a day on; those of the same day are put right."""
    if inp.opens >= inp.closes:
        raise HoursReversed
    day = inp.valid_from or tx.today
    row = tx.find(
        select(OutletHours).where(OutletHours.outlet_id == outlet.id, OutletHours.valid_from == day)
    )
    if row is None:
        tx.add(OutletHours(outlet_id=outlet.id, valid_from=day, opens=inp.opens, closes=inp.closes))
    else:
        row.opens, row.closes = inp.opens, inp.closes


@use_case("outlets.add", may=rights(*KEEPERS), touches=("people",))
def add(tx: Transaction, inp: OutletIn, hours: HoursIn | None = None) -> int:
    """Add an outlet with its hours; its key."""
    return added(tx, inp, hours).id


@use_case("outlets.change", may=rights(*KEEPERS), touches=("people", "meetings", "today"))
def change(tx: Transaction, outlet_id: int, inp: OutletIn, version: int) -> None:
    """Change what an outlet is called and who the contact there is."""
    changed(tx, tx.get(Outlet, outlet_id, version=version), inp)


@use_case("outlets.hours", may=rights(*KEEPERS), touches=("people",))
def hours(tx: Transaction, outlet_id: int, inp: HoursIn) -> None:
    """Say which hours an outlet keeps from a day on (without one: from today)."""
    outlet = tx.get(Outlet, outlet_id)
    set_hours(tx, outlet, inp)
    tx.about(outlet)


@use_case("outlets.custody", may=rights(*KEEPERS), touches=("people",))
def custody(tx: Transaction, outlet_id: int, person_id: int | None, day: date) -> None:
    """Say who, posted there, looks after the outlet's equipment from `day` on; none: nobody."""
    outlet = tx.get(Outlet, outlet_id)
    postings.hand_over(tx, outlet, person_id, day)
    tx.about(outlet)


def _unused(tx: Transaction, inp: OutletIn, key: int | None) -> None:
    same = tx.all(select(Outlet).where(or_(Outlet.code == inp.code, Outlet.name == inp.name)))
    other = next((outlet for outlet in same if outlet.id != key), None)
    if other is not None:
        raise AlreadyThere(f"{other.code} {other.name}")
