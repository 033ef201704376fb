"""Action items: opened, taken in hand, done, checked by the lead, or dropped with a reason (model.md 5)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from teamops.db.transaction import Transaction
from teamops.errors import NoSuchStep, NotAllowed, NotYours, ReasonMissing, WrongState
from teamops.i18n import listed
from teamops.models.action_items import NEXT_STATES, ActionState
from teamops.models.inputs.action_items import ActionIn
from teamops.models.meetings import Section
from teamops.models.tables.action_items import ActionItem, ActionShare
from teamops.models.tables.people import Person
from teamops.models.words import Series, number_label
from teamops.services.desk import EVERYONE, LEADS, MEMBERS, RUNNERS, own, rights, use_case
from teamops.services.postings import outside
from teamops.text import clean


def opened(
    tx: Transaction,
    inp: ActionIn,
    *,
    meeting_id: int | None = None,
    section: Section | None = None,
    agenda_item_id: int | None = None,
) -> ActionItem:
    """Write a new item with its number; the part of `action_items.open` that a meeting shares."""
    _still_here(tx, inp.owner_id, "owner_id")
    item = tx.add(
        ActionItem(
            number=tx.number(Series.ACTION, tx.today),
            text=inp.text,
            owner_id=inp.owner_id,
            due=inp.due,
            priority=inp.priority,
            meeting_id=meeting_id,
            agenda_item_id=agenda_item_id,
            section=section.value if section else "",
            opened_on=tx.today,
        )
    )
    _share(tx, item, inp.co_owner_ids)
    tx.about(item)
    return item


@use_case("action_items.open", may=rights(*RUNNERS, own=MEMBERS))
def open_item(tx: Transaction, inp: ActionIn) -> int:
    """Open an item outside a meeting; members may open their own."""
    own(tx, inp.owner_id)
    return opened(tx, inp).id


@use_case("action_items.reword", may=rights(*RUNNERS), touches=("meetings",))
def reword(tx: Transaction, item_id: int, inp: ActionIn, version: int) -> None:
    """Change what an unsettled item says, who has it or when it is due."""
    item = tx.get(ActionItem, item_id, version=version)
    if item.state.settled:
        raise WrongState(number_label(item.number), item.state.label)
    if inp.owner_id != item.owner_id:
        _still_here(tx, inp.owner_id, "owner_id")
    item.text, item.owner_id, item.due, item.priority = inp.text, inp.owner_id, inp.due, inp.priority
    item.changed_at = tx.now
    _share(tx, item, inp.co_owner_ids)
    tx.about(item)


@use_case("action_items.move", may=rights(*LEADS, own=EVERYONE), touches=("meetings",))
def move(
    tx: Transaction, item_id: int, state: ActionState, *, reason: str = "", version: int | None = None
) -> None:
    """Take an item to another state. Owners say what they do and have done; a lead checks or drops it."""
    item = tx.get(ActionItem, item_id, version=version)
    if tx.own_only:
        _own_step(tx, item, state)
    if state not in NEXT_STATES[item.state]:
        raise NoSuchStep(number_label(item.number), item.state.label, state.label)
    tx.reason = clean(reason)
    if state is ActionState.DROPPED and not tx.reason:
        raise ReasonMissing
    item.state = state
    item.reason = tx.reason if state is ActionState.DROPPED else item.reason
    item.settled_on = tx.today if state.settled else None
    item.changed_at = tx.now


def _own_step(tx: Transaction, item: ActionItem, state: ActionState) -> None:
    """Refuse whoever is no lead what is the lead's to say, or what somebody else answers for."""
    answering = {item.owner_id, *(share.person_id for share in _shares(tx, item))}
    if tx.actor.person_id not in answering:
        raise NotYours
    if state.settled:
        role = tx.actor.role.label if tx.actor.role is not None else tx.actor.name
        raise NotAllowed(role, listed(lead.label for lead in LEADS))


def _shares(tx: Transaction, item: ActionItem) -> Sequence[ActionShare]:
    return tx.all(select(ActionShare).where(ActionShare.item_id == item.id))


def _still_here(tx: Transaction, person_id: int, field: str) -> None:
    """Refuse to give an item to somebody who is not with the branch today."""
    person = tx.get(Person, person_id)
    if tx.today < person.joined_on or (person.left_on is not None and tx.today > person.left_on):
        raise outside(person).at(field)


def _share(tx: Transaction, item: ActionItem, people: tuple[int, ...]) -> None:
    wanted = {person for person in people if person != item.owner_id}
    for share in _shares(tx, item):
        if share.person_id in wanted:
            wanted.discard(share.person_id)
        else:
            tx.remove(share)
    for person in sorted(wanted):
        _still_here(tx, person, "co_owner_ids")
        tx.add(ActionShare(item_id=item.id, person_id=person))
