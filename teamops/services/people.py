"""People: who is with the branch, what they are posted as, who leaves."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from teamops.db.transaction import Transaction
from teamops.errors import AlreadyThere, DaysReversed, FutureDay, OutsideEmployment, ReasonMissing, WrongState
from teamops.i18n import full_day
from teamops.models.inputs.people import LeavingIn, PersonIn, PostingIn
from teamops.models.people import PersonState, Role
from teamops.models.tables.people import Person, Posting
from teamops.services import postings
from teamops.services.desk import LEADS, rights, use_case
from teamops.services.naming import naming

KEEPERS = (*LEADS, Role.ATTENDANCE_CLERK, Role.RECORDS_OFFICER)
"""Who keeps the list of people; only a lead makes somebody a lead."""

_SHOWN = ("meetings", "figures", "today")


def added(tx: Transaction, inp: PersonIn) -> Person:
    """Write a new person without a posting; the part of `people.add` that imports share."""
    _unused(tx, inp.number)
    person = Person(**inp.model_dump(), **naming(inp.number, inp.name, inp.name_en)._asdict())
    return tx.add(person)


def changed(tx: Transaction, person: Person, inp: PersonIn) -> None:
    """Write what is now known of a person. A first posting that began on the joining day moves with it."""
    if inp.number != person.number:
        _unused(tx, inp.number)
    if person.left_on is not None and inp.joined_on > person.left_on:
        raise DaysReversed(full_day(inp.joined_on), full_day(person.left_on))
    first = next(iter(postings.of_person(tx, person.id)), None)
    if first is not None:
        starts_on = inp.joined_on if first.starts_on == person.joined_on else first.starts_on
        if starts_on < inp.joined_on:
            raise OutsideEmployment(inp.name, full_day(inp.joined_on), "")
        postings.begun(tx, person, first, starts_on)
    for column, value in inp.model_dump().items():
        setattr(person, column, value)
    person.pinyin, person.initials, person.search = naming(inp.number, inp.name, inp.name_en)


def _unused(tx: Transaction, number: str) -> None:
    other = tx.find(select(Person).where(Person.number == number))
    if other is not None:
        raise AlreadyThere(f"{number} {other.name}")


@use_case("people.add", may=rights(*KEEPERS), touches=_SHOWN)
def add(tx: Transaction, inp: PersonIn, posting: PostingIn | None = None) -> int:
    """Take somebody on, with a first posting where it is known; their key."""
    person = added(tx, inp)
    if posting is not None:
        postings.posted(tx, person, posting)
    tx.about(person)
    return person.id


@use_case("people.change", may=rights(*KEEPERS), touches=_SHOWN)
def change(tx: Transaction, person_id: int, inp: PersonIn, version: int) -> None:
    """Change what is kept of a person."""
    changed(tx, tx.get(Person, person_id, version=version), inp)
    postings.still_led(tx)


@use_case("people.post", may=rights(*KEEPERS), touches=_SHOWN)
def post(tx: Transaction, person_id: int, inp: PostingIn) -> int:
    """Give a person another role, group or outlet from a day on; the posting's key.

    The open posting before it ends the day before; days already taken by another posting are refused.
    """
    person = tx.get(Person, person_id)
    posting = postings.posted(tx, person, inp)
    postings.still_led(tx, inp.starts_on)
    tx.about(person)
    return posting.id


@use_case("people.amend", may=rights(*KEEPERS), touches=_SHOWN)
def amend(tx: Transaction, posting_id: int, inp: PostingIn, version: int) -> None:
    """Put right what was typed wrong of a posting."""
    posting = tx.get(Posting, posting_id, version=version)
    person = tx.get(Person, posting.person_id)
    postings.amended(tx, person, posting, inp)
    postings.still_led(tx)
    tx.about(person)


@use_case("people.end_posting", may=rights(*KEEPERS), touches=_SHOWN)
def end_posting(tx: Transaction, posting_id: int, last_day: date, version: int) -> None:
    """Say which day was, or will be, the last of a posting."""
    posting = tx.get(Posting, posting_id, version=version)
    person = tx.get(Person, posting.person_id)
    postings.check(tx, person, posting.starts_on, last_day, but=posting.id)
    posting.ends_on = last_day
    postings.still_led(tx, last_day + postings.ONE)
    tx.about(person)


@use_case("people.leaving", may=rights(*KEEPERS), touches=_SHOWN)
def leaving(tx: Transaction, person_id: int, inp: LeavingIn, version: int) -> None:
    """Note that somebody is going to leave, with the last day where it is known."""
    person = tx.get(Person, person_id, version=version)
    if person.state is PersonState.LEFT:
        raise WrongState(person.name, person.state.label)
    _not_before_joining(person, inp.left_on)
    tx.reason = inp.reason
    person.state, person.left_on = PersonState.LEAVING, inp.left_on
    postings.still_led(tx)


@use_case("people.left", may=rights(*KEEPERS), touches=_SHOWN)
def left(tx: Transaction, person_id: int, inp: LeavingIn, version: int) -> None:
    """Note that somebody has left: their posting ends that day, later ones fall away; the reason is kept."""
    person = tx.get(Person, person_id, version=version)
    last = inp.left_on or person.left_on or tx.today
    if person.state is PersonState.LEFT:
        raise WrongState(person.name, person.state.label)
    if last > tx.today:
        raise FutureDay(full_day(last))
    _not_before_joining(person, last)
    if not inp.reason:
        raise ReasonMissing
    tx.reason = inp.reason
    for posting in postings.of_person(tx, person.id):
        if posting.starts_on > last:
            tx.remove(posting)
        elif posting.ends_on is None or posting.ends_on > last:
            posting.ends_on = last
    person.state, person.left_on = PersonState.LEFT, last
    postings.still_led(tx, last + postings.ONE)


@use_case("people.stays", may=rights(*KEEPERS), touches=_SHOWN)
def stays(tx: Transaction, person_id: int, reason: str, version: int) -> None:
    """Take back that somebody leaves or left; a posting that ended with it is entered anew."""
    person = tx.get(Person, person_id, version=version)
    if person.state is PersonState.ACTIVE:
        raise WrongState(person.name, person.state.label)
    tx.reason = LeavingIn(reason=reason).reason
    if not tx.reason:
        raise ReasonMissing
    person.state, person.left_on = PersonState.ACTIVE, None


def _not_before_joining(person: Person, last: date | None) -> None:
    if last is not None and last < person.joined_on:
        raise DaysReversed(full_day(person.joined_on), full_day(last))
