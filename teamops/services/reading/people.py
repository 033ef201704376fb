"""People, groups, outlets and who signs, as screens, papers and imports ask for them, on any day."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from teamops.db.reader import Reader, clock, day, sure_day
from teamops.errors import Missing, NotPosted, UnknownPerson
from teamops.i18n import full_day, listed
from teamops.models.directory import Directory
from teamops.models.people import (
    SELLING_ROLES,
    TEAM_ROLES,
    Actor,
    BooksKind,
    BranchView,
    GroupLine,
    HoursLine,
    OutletLine,
    PersonCard,
    PersonLine,
    PersonState,
    PhoneClass,
    PostingLine,
    Region,
    Role,
    SignatoryLine,
)
from teamops.text import fold

_PEOPLE = """
SELECT p.id, p.number, p.name, p.name_en, p.initials, p.search, p.state, p.joined_on, p.left_on, p.born,
       o.role, o.group_id, coalesce(g.name, ''), o.outlet_id, coalesce(w.name, ''), coalesce(o.custodian, 0)
FROM person p
LEFT JOIN posting o ON o.person_id = p.id AND o.starts_on <= :on AND (o.ends_on IS NULL OR o.ends_on >= :on)
LEFT JOIN team_group g ON g.id = o.group_id
LEFT JOIN outlet w ON w.id = o.outlet_id
"""


def branch(reader: Reader) -> BranchView:
    """The branch and its team."""
    row = reader.one(
        "SELECT b.name, t.name, b.region, b.zone, b.kind, t.id, b.version + t.version "
        "FROM branch b JOIN team t ON t.branch_id = b.id ORDER BY t.id"
    )
    if row is None:
        raise Missing("branch")
    return BranchView(row[0], row[1], Region(row[2]), row[3], BooksKind(row[4]), row[5], row[6])


def people(reader: Reader, on: date, *, include_left: bool = False) -> list[PersonLine]:
    """Everybody with the branch on a day or to come, with the posting of that day, by number."""
    where = "" if include_left else "WHERE p.left_on IS NULL OR p.left_on >= :on"
    return _people(reader, where, {"on": on.isoformat()})


def directory(reader: Reader, on: date) -> Directory:
    """The people with the branch on a day, to be found by what is typed of them."""
    return Directory(person for person in people(reader, on) if person.joined_on <= on)


def everybody(reader: Reader, on: date) -> Directory:
    """All people there ever were, to be found by what is typed of them; postings as of a day."""
    return Directory(people(reader, on, include_left=True))


def members(reader: Reader, on: date) -> list[PersonLine]:
    """Who belongs to the team on a day and is due at its meetings, by number."""
    return _posted(reader, on, TEAM_ROLES)


def selling(reader: Reader, on: date) -> list[PersonLine]:
    """Whose figures are asked for on a day, by number."""
    return _posted(reader, on, SELLING_ROLES)


def person(reader: Reader, person_id: int, on: date) -> PersonLine:
    """One person with the posting of a day."""
    found = _people(reader, "WHERE p.id = :id", {"on": on.isoformat(), "id": person_id})
    if not found:
        raise Missing(str(person_id))
    return found[0]


def actor(reader: Reader, number: str, on: date) -> Actor:
    """Who acts, by staff number, with the role of the day. Raises UnknownPerson, NotPosted."""
    wanted = fold(number).strip().upper()
    row = reader.one("SELECT id FROM person WHERE number = ?", (wanted,))
    if row is None:
        raise UnknownPerson(number)
    found = person(reader, row[0], on)
    here = found.joined_on <= on and (found.left_on is None or found.left_on >= on)
    if found.role is None or not here:
        raise NotPosted(found.name, full_day(on))
    return Actor(found.id, found.number, found.name, found.role)


def person_card(reader: Reader, person_id: int, actor: Actor) -> PersonCard:
    """Everything kept about a person, the telephone number as far as `actor` may read it."""
    row = reader.one(
        "SELECT id, number, name, name_en, pinyin, born, joined_on, left_on, phone, phone_class, state, "
        "version FROM person WHERE id = ?",
        (person_id,),
    )
    if row is None:
        raise Missing(str(person_id))
    phone_class = PhoneClass(row[9])
    phone = row[8] if _may_read(actor, phone_class, person_id) else masked(row[8])
    return PersonCard(
        row[0], row[1], row[2], row[3], row[4], day(row[5]), sure_day(row[6]), day(row[7]), phone,
        phone_class, PersonState(row[10]), row[11], tuple(postings(reader, person_id)),
    )  # fmt: skip


def masked(phone: str) -> str:
    """A telephone number with its middle hidden: 138****1234."""
    digits = [found.start() for found in re.finditer("[0-9]", phone)]
    kept_before, kept_after = (3, 4) if len(digits) >= 9 else (1, 1)
    hidden = set(digits[kept_before : len(digits) - kept_after])
    return "".join("*" if place in hidden else sign for place, sign in enumerate(phone))


def postings(reader: Reader, person_id: int) -> list[PostingLine]:
    """All postings of a person, the newest first."""
    rows = reader.rows(
        "SELECT o.id, o.person_id, o.role, o.group_id, coalesce(g.name, ''), o.outlet_id, "
        "coalesce(w.name, ''), o.custodian, o.starts_on, o.ends_on, o.version FROM posting o "
        "LEFT JOIN team_group g ON g.id = o.group_id LEFT JOIN outlet w ON w.id = o.outlet_id "
        "WHERE o.person_id = ? ORDER BY o.starts_on DESC",
        (person_id,),
    )
    return [
        PostingLine(
            row[0], row[1], Role(row[2]), row[3], row[4], row[5], row[6], bool(row[7]), sure_day(row[8]),
            day(row[9]), row[10],
        )
        for row in rows
    ]  # fmt: skip


def groups(reader: Reader, on: date) -> list[GroupLine]:
    """The groups of the team, with their members and leader of a day."""
    there = members(reader, on)
    return [
        GroupLine(
            row[0],
            row[1],
            row[2],
            sum(person.group_id == row[0] for person in there),
            listed(p.name for p in there if p.group_id == row[0] and p.role is Role.GROUP_LEADER),
            row[3],
        )
        for row in reader.rows("SELECT id, name, name_en, version FROM team_group ORDER BY id")
    ]


def outlets(reader: Reader, on: date) -> list[OutletLine]:
    """The outlets by code, with the hours and people of a day and who looks after the equipment then.

    Before the first hours that are known of an outlet, those hold.
    """
    hours: dict[int, tuple[str, str]] = {}
    for outlet_id, valid_from, opens, closes in reader.rows(
        "SELECT outlet_id, valid_from, opens, closes FROM outlet_hours ORDER BY outlet_id, valid_from"
    ):
        if outlet_id not in hours or valid_from <= on.isoformat():
            hours[outlet_id] = (opens, closes)
    there = [
        person for person in people(reader, on) if person.outlet_id is not None and person.joined_on <= on
    ]
    lines = []
    for row in reader.rows("SELECT id, code, name, name_en, contact, version FROM outlet ORDER BY code"):
        opens, closes = hours.get(row[0], (None, None))
        lines.append(
            OutletLine(
                row[0],
                row[1],
                row[2],
                row[3],
                row[4],
                clock(opens) if opens else None,
                clock(closes) if closes else None,
                listed(person.name for person in there if person.outlet_id == row[0] and person.custodian),
                sum(person.outlet_id == row[0] for person in there),
                row[5],
            )
        )
    return lines


def outlet_hours(reader: Reader, outlet_id: int) -> list[HoursLine]:
    """All hours an outlet kept, the newest first."""
    rows = reader.rows(
        "SELECT valid_from, opens, closes FROM outlet_hours WHERE outlet_id = ? ORDER BY valid_from DESC",
        (outlet_id,),
    )
    return [HoursLine(sure_day(row[0]), clock(row[1]), clock(row[2])) for row in rows]


def signatories(reader: Reader, paper: str) -> list[SignatoryLine]:
    """The signature lines under a kind of paper, in order."""
    rows = reader.rows(
        "SELECT s.id, s.paper, s.position, s.title, s.person_id, coalesce(p.name, ''), s.version "
        "FROM signatory s LEFT JOIN person p ON p.id = s.person_id WHERE s.paper = ? ORDER BY s.position",
        (paper,),
    )
    return [SignatoryLine(*row) for row in rows]


def _people(reader: Reader, where: str, parameters: dict[str, Any]) -> list[PersonLine]:
    return [
        PersonLine(
            row[0], row[1], row[2], row[3], row[4], row[5], PersonState(row[6]), sure_day(row[7]),
            day(row[8]), day(row[9]), Role(row[10]) if row[10] else None, row[11], row[12], row[13], row[14],
            bool(row[15]),
        )
        for row in reader.rows(f"{_PEOPLE} {where} ORDER BY p.number", parameters)
    ]  # fmt: skip


def _posted(reader: Reader, on: date, roles: tuple[Role, ...]) -> list[PersonLine]:
    return [person for person in people(reader, on) if person.role in roles and person.joined_on <= on]


def _may_read(actor: Actor, phone_class: PhoneClass, person_id: int) -> bool:
    above = (Role.BRANCH_MANAGER, Role.LEAD, Role.RECORDS_OFFICER)
    return phone_class is PhoneClass.TEAM or actor.role in (None, *above) or actor.person_id == person_id
