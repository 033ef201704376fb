"""Directives: issued with a number, known by those they are addressed to, withdrawn with a reason."""

from __future__ import annotations

from sqlalchemy import select

from teamops.db.transaction import Transaction
from teamops.errors import (
    DirectiveKnown,
    ExpiredAlready,
    NobodyAddressed,
    NotAddressed,
    ReasonMissing,
    WrongState,
)
from teamops.i18n import _, full_day
from teamops.models.inputs.directives import DirectiveIn
from teamops.models.tables.directives import Directive, DirectiveReader
from teamops.models.tables.people import Person
from teamops.models.words import Series, number_label
from teamops.services.desk import EVERYONE, LEADS, RUNNERS, own, rights, use_case
from teamops.services.postings import outside
from teamops.services.reading import people
from teamops.text import clean


def issued(tx: Transaction, inp: DirectiveIn) -> Directive:
    """Write a new directive with its number and readers; the part of `directives.issue` agendas share."""
    _still_holds(tx, inp)
    addressees = inp.addressee_ids or tuple(person.id for person in people.members(tx.reader, tx.today))
    if not addressees:
        raise NobodyAddressed().at("addressee_ids")
    directive = tx.add(
        Directive(
            number=tx.number(Series.DIRECTIVE, tx.today),
            title=inp.title,
            body=inp.body,
            source=inp.source,
            kind=inp.kind,
            issued_on=tx.today,
            expires_on=inp.expires_on,
        )
    )
    for person_id in dict.fromkeys(addressees):
        _address(tx, directive, person_id)
    tx.about(directive)
    return directive


@use_case("directives.issue", may=rights(*RUNNERS), touches=("meetings",))
def issue(tx: Transaction, inp: DirectiveIn) -> int:
    """Issue a directive to the team as it is today, or to those named."""
    return issued(tx, inp).id


@use_case("directives.change", may=rights(*RUNNERS), touches=("meetings",))
def change(tx: Transaction, directive_id: int, inp: DirectiveIn, version: int) -> None:
    """Word a directive differently, or address it to others, until somebody has acknowledged it."""
    directive = _in_force(tx, directive_id, version)
    readers = _readers(tx, directive)
    if any(reader.acknowledged_at is not None for reader in readers.values()):
        raise DirectiveKnown(number_label(directive.number))
    _still_holds(tx, inp)
    directive.title, directive.body, directive.source = inp.title, inp.body, inp.source
    directive.kind, directive.expires_on = inp.kind, inp.expires_on
    wanted = inp.addressee_ids or tuple(readers)
    for person_id in dict.fromkeys(wanted):
        if person_id not in readers:
            _address(tx, directive, person_id)
    for person_id, reader in readers.items():
        if person_id not in wanted:
            tx.remove(reader)
    tx.about(directive)


@use_case("directives.acknowledge", may=rights(*RUNNERS, own=EVERYONE), touches=("meetings",))
def acknowledge(tx: Transaction, directive_id: int, person_ids: tuple[int, ...]) -> int:
    """Put down that people know a directive; how many are new to it. Everybody may for themselves."""
    directive = _in_force(tx, directive_id)
    readers = _readers(tx, directive)
    fresh = 0
    for person_id in dict.fromkeys(person_ids):
        own(tx, person_id)
        reader = readers.get(person_id)
        if reader is None:
            raise NotAddressed(tx.get(Person, person_id).name, number_label(directive.number))
        if reader.acknowledged_at is None:
            reader.acknowledged_at = tx.now
            reader.recorded_by_id = None if tx.actor.person_id == person_id else tx.actor.person_id
            fresh += 1
    if fresh:
        tx.about(directive)
    return fresh


@use_case("directives.withdraw", may=rights(*LEADS), touches=("meetings",))
def withdraw(tx: Transaction, directive_id: int, reason: str, version: int | None = None) -> None:
    """Withdraw a directive for a reason; it keeps its number and who knew it."""
    directive = _in_force(tx, directive_id, version)
    tx.reason = clean(reason)
    if not tx.reason:
        raise ReasonMissing().at("reason")
    directive.withdrawn = tx.reason


def _in_force(tx: Transaction, directive_id: int, version: int | None = None) -> Directive:
    directive = tx.get(Directive, directive_id, version=version)
    if directive.withdrawn:
        raise WrongState(number_label(directive.number), _("withdrawn"))
    return directive


def _still_holds(tx: Transaction, inp: DirectiveIn) -> None:
    if inp.expires_on is not None and inp.expires_on < tx.today:
        raise ExpiredAlready(full_day(inp.expires_on)).at("expires_on")


def _readers(tx: Transaction, directive: Directive) -> dict[int, DirectiveReader]:
    rows = tx.all(
        select(DirectiveReader)
        .where(DirectiveReader.directive_id == directive.id)
        .order_by(DirectiveReader.id)
    )
    return {row.person_id: row for row in rows}


def _address(tx: Transaction, directive: Directive, person_id: int) -> None:
    person = tx.get(Person, person_id)
    if tx.today < person.joined_on or (person.left_on is not None and tx.today > person.left_on):
        raise outside(person).at("addressee_ids")
    tx.add(DirectiveReader(directive_id=directive.id, person_id=person_id))
