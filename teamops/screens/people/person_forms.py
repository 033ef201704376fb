"""The forms about one person: who they are, where they are posted, whether they leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from teamops.errors import (
    AlreadyThere,
    CustodianThere,
    DaysReversed,
    FutureDay,
    NoOutletToKeep,
    OutsideEmployment,
    PostingOverlap,
    ReasonMissing,
)
from teamops.i18n import N_, _
from teamops.models.directory import Directory
from teamops.models.people import PROGRAM, PersonCard, PersonState, PhoneClass, PostingLine, Role
from teamops.screens.forms import open_form
from teamops.screens.host import Host
from teamops.screens.people.choices import day_text, flag, said_at, where_fields, where_typed
from teamops.services.desk import Desk
from teamops.services.reading import people as reading
from teamops.widgets.ask import AskText
from teamops.widgets.fields import ChoiceField, DateField, Field, TextField

PERSON_FIELDS: tuple[Field, ...] = (
    TextField("number", N_("Staff number"), required=True, half=True),
    TextField("name", N_("Full name"), required=True, half=True),
    TextField("name_en", N_("In English"), half=True),
    DateField(
        "born", N_("Born"), half=True, prefer="past", first_year=1900, hint=N_("with the year: 1990-05-03")
    ),
    DateField("joined_on", N_("Joined"), required=True, half=True),
    TextField("phone", N_("Phone"), half=True),
    ChoiceField(
        "phone_class",
        N_("Phone for"),
        required=True,
        options=tuple((word.value, word.msgid) for word in PhoneClass),
    ),
)

_NUMBER = tuple(field.name for field in PERSON_FIELDS)


def card_of(host: Host, person_id: int) -> PersonCard:
    """What whoever is at the desk may read of a person."""
    with host.desk.books.reading() as reader:
        return reading.person_card(reader, person_id, host.desk.actor)


def new_person_form(host: Host, then: Callable[[int], None]) -> None:
    """Somebody new, with the first posting; `then` gets their key."""
    desk = host.desk

    def submit(raw: Mapping[str, str], today: date, people: Directory) -> int:
        from teamops.models.inputs.base import read
        from teamops.models.inputs.people import PersonIn, PostingIn
        from teamops.services import people as service

        person = read(PersonIn, {name: raw[name] for name in _NUMBER}, today=today)
        posting = read(PostingIn, {**where_typed(raw), "starts_on": person.joined_on}, today=today)
        with said_at(number=AlreadyThere, custodian=CustodianThere, outlet_id=NoOutletToKeep):
            return service.add(desk, person, posting)

    initial = {
        "joined_on": desk.books.clock.today().isoformat(),
        "phone_class": PhoneClass.LEAD.value,
        "role": Role.CLIENT_MANAGER.value,
    }
    fields = (*PERSON_FIELDS, *where_fields(host))
    open_form(host, "person", _("New person"), fields, submit, initial=initial, then=then)


def person_form(host: Host, card: PersonCard) -> None:
    """Who somebody is, put right or brought up to date."""
    desk = host.desk

    def submit(raw: Mapping[str, str], today: date, people: Directory) -> bool:
        from teamops.models.inputs.base import read
        from teamops.models.inputs.people import PersonIn
        from teamops.services import people as service

        typed = {**raw, "phone": _phone(desk, card, raw["phone"])}
        with said_at(
            number=AlreadyThere, joined_on=(DaysReversed, OutsideEmployment, PostingOverlap, CustodianThere)
        ):
            service.change(desk, card.id, read(PersonIn, typed, today=today), card.version)
        return True

    initial = {
        "number": card.number,
        "name": card.name,
        "name_en": card.name_en,
        "born": day_text(card.born),
        "joined_on": day_text(card.joined_on),
        "phone": card.phone,
        "phone_class": card.phone_class.value,
    }
    title = _("Change {what}").format(what=f"{card.number} {card.name}")
    open_form(host, "person", title, PERSON_FIELDS, submit, subject=card.id, initial=initial)


def _phone(desk: Desk, card: PersonCard, typed: str) -> str:
    """What was typed, or, where it is still the masked number that was shown, the number behind it."""
    if typed != card.phone:
        return typed
    with desk.books.reading() as reader:
        return reading.person_card(reader, card.id, PROGRAM).phone


# --- postings


POSTING_DAYS: tuple[Field, ...] = (
    DateField("starts_on", N_("From"), required=True, half=True, prefer="future"),
    DateField("ends_on", N_("Until"), half=True, prefer="future", hint=N_("empty: until another posting")),
)


def posting_form(host: Host, card: PersonCard) -> None:
    """Another role, group or outlet from a day on; what holds today is filled in."""
    today = host.desk.books.clock.today()
    now = next((posting for posting in card.postings if posting.starts_on <= today), None)
    initial = {"starts_on": today.isoformat(), **(_where(now) if now is not None else {})}
    title = _("Post {name} from a day on").format(name=card.name)
    _posting_form(host, card, None, title, initial)


def amend_form(host: Host, card: PersonCard, posting: PostingLine) -> None:
    """A posting put right, or ended."""
    initial = {
        "starts_on": day_text(posting.starts_on),
        "ends_on": day_text(posting.ends_on),
        **_where(posting),
    }
    initial["custodian"] = flag(posting.custodian)
    _posting_form(host, card, posting, _("Put a posting of {name} right").format(name=card.name), initial)


def _where(posting: PostingLine) -> dict[str, str]:
    return {
        "role": posting.role.value,
        "group_id": str(posting.group_id or ""),
        "outlet_id": str(posting.outlet_id or ""),
    }


def _posting_form(
    host: Host, card: PersonCard, posting: PostingLine | None, title: str, initial: Mapping[str, str]
) -> None:
    desk = host.desk

    def submit(raw: Mapping[str, str], today: date, people: Directory) -> bool:
        from teamops.models.inputs.base import read
        from teamops.models.inputs.people import PostingIn
        from teamops.services import people as service

        days = {"starts_on": raw["starts_on"], "ends_on": raw["ends_on"]}
        inp = read(PostingIn, {**where_typed(raw), **days}, today=today)
        with said_at(
            starts_on=(PostingOverlap, OutsideEmployment),
            ends_on=DaysReversed,
            outlet_id=NoOutletToKeep,
            custodian=CustodianThere,
        ):
            if posting is None:
                service.post(desk, card.id, inp)
            else:
                service.amend(desk, posting.id, inp, posting.version)
        return True

    subject = f"{card.id}" if posting is None else f"{card.id} {posting.id}"
    fields = (*POSTING_DAYS, *where_fields(host))
    open_form(host, "posting", title, fields, submit, subject=subject, initial=initial)


# --- leaving and staying


LEAVING_FIELDS: tuple[Field, ...] = (
    ChoiceField(
        "state", N_("State"), required=True,
        options=(
            (PersonState.LEAVING.value, N_("is going to leave")),
            (PersonState.LEFT.value, N_("has left")),
        ),
    ),
    DateField("left_on", N_("Last day")),
    TextField("reason", N_("Why"), hint=N_("kept; needed once they have left")),
)  # fmt: skip


def leaving_form(host: Host, card: PersonCard) -> None:
    """That somebody is going to leave, or has left."""
    desk = host.desk

    def submit(raw: Mapping[str, str], today: date, people: Directory) -> bool:
        from teamops.models.inputs.base import read
        from teamops.models.inputs.people import LeavingIn
        from teamops.services import people as service

        inp = read(LeavingIn, {"left_on": raw["left_on"], "reason": raw["reason"]}, today=today)
        done = service.left if raw["state"] == PersonState.LEFT else service.leaving
        with said_at(left_on=(FutureDay, DaysReversed), reason=ReasonMissing):
            done(desk, card.id, inp, card.version)
        return True

    state = PersonState.LEFT if card.state is PersonState.LEAVING else PersonState.LEAVING
    initial = {"state": state.value, "left_on": day_text(card.left_on)}
    title = _("{name} leaves").format(name=f"{card.number} {card.name}")
    open_form(host, "leaving", title, LEAVING_FIELDS, submit, subject=card.id, initial=initial)


def ask_staying(host: Host, card: PersonCard) -> None:
    """Take back that somebody leaves or left, saying why."""
    desk = host.desk

    def check(reason: str) -> str:
        from teamops.services import people as service

        service.stays(desk, card.id, reason, card.version)
        return reason

    host.push_screen(AskText(_("{name} stays after all. Why?").format(name=card.name), check))
