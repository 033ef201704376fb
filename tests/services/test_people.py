"""People: taken on, changed, leaving, left; and the rights over them."""

from __future__ import annotations

from datetime import date

import pytest

from teamops.errors import (
    AlreadyThere,
    ChangedSince,
    DaysReversed,
    FutureDay,
    LastLead,
    MissingText,
    NotAllowed,
    NotAPhone,
    NotAStaffNumber,
    OutsideEmployment,
    ReasonMissing,
    Refusals,
    WrongState,
)
from teamops.models.inputs.base import read
from teamops.models.inputs.people import LeavingIn, PersonIn, PostingIn
from teamops.models.people import Actor, PersonCard, PersonState, PhoneClass, Role
from teamops.services import people
from teamops.services.desk import Desk
from teamops.services.reading import people as reading

TODAY = date(2026, 11, 23)


def person(
    number: str = "A201", name: str = "何雨", joined: date = date(2026, 3, 2), **more: object
) -> PersonIn:
    return PersonIn.model_validate({"number": number, "name": name, "joined_on": joined} | more)


def posting(
    role: Role = Role.CLIENT_MANAGER, starts_on: date = date(2026, 3, 2), **more: object
) -> PostingIn:
    return PostingIn.model_validate({"role": role, "starts_on": starts_on} | more)


def card(desk: Desk, person_id: int) -> PersonCard:
    with desk.books.reading() as reader:
        return reading.person_card(reader, person_id, desk.actor)


def clerk_of(desk: Desk, role: Role = Role.ATTENDANCE_CLERK) -> Desk:
    return Desk(desk.books, Actor(2, "A102", "張濤", role))


def test_somebody_is_taken_on_and_posted(roster_desk: Desk) -> None:
    key = people.add(
        roster_desk, person(phone="138 0013 8000", born=date(1999, 1, 2)), posting(group_id=1, outlet_id=2)
    )
    found = card(roster_desk, key)
    assert (found.number, found.pinyin, found.phone, found.state) == (
        "A201",
        "He Yu",
        "138 0013 8000",
        PersonState.ACTIVE,
    )
    (there,) = found.postings
    assert (there.role, there.group, there.outlet, there.starts_on, there.ends_on) == (
        Role.CLIENT_MANAGER,
        "第一組",
        "建行人民廣場支行",
        date(2026, 3, 2),
        None,
    )


def test_a_number_belongs_to_one_person(roster_desk: Desk) -> None:
    with pytest.raises(AlreadyThere, match="A104 劉平"):
        people.add(roster_desk, person("a104"))
    with pytest.raises(AlreadyThere, match="A104 劉平"):
        people.change(roster_desk, 5, person("A104"), version=1)


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("number", "Ａ２０２", None),
        ("number", "A 202", NotAStaffNumber("A 202")),
        ("number", "", MissingText()),
        ("phone", "１３８-0013-8000", None),
        ("phone", "1200013800X", NotAPhone("1200013800X")),
        ("phone", "+ ( )", NotAPhone("+ ( )")),
        ("name", "", MissingText()),
        ("joined_on", "", MissingText()),
    ],
)
def test_what_is_typed_of_a_person(field: str, text: str, said: Exception | None) -> None:
    raw = {"number": "A202", "name": "何雨", "joined_on": "2026-03-02", field: text}
    if said is None:
        read(PersonIn, raw, today=TODAY)
    else:
        with pytest.raises(Refusals) as refused:
            read(PersonIn, raw, today=TODAY)
        assert refused.value.by_field == {field: str(said)}


def test_numbers_and_phones_are_kept_plain() -> None:
    raw = {
        "number": "ａ２０２",
        "name": "何雨",
        "joined_on": TODAY,
        "phone": "１３８-0013　8000",
        "born": None,
    }
    inp = PersonIn.model_validate(raw)
    assert (inp.number, inp.phone) == ("A202", "138-0013 8000")
    assert PersonIn.model_validate(raw | {"phone": None}).phone == ""


def test_a_new_name_is_found_again(roster_desk: Desk) -> None:
    people.change(roster_desk, 4, person("A104", "單平", date(2023, 11, 12)), version=1)
    with roster_desk.books.reading() as reader:
        directory = reading.directory(reader, TODAY)
        assert directory.sure("sp").number == "A104"
        assert directory.sure("shanping").number == "A104"
    with pytest.raises(ChangedSince):
        people.change(roster_desk, 4, person("A104", "劉平", date(2023, 11, 12)), version=1)


def test_the_first_posting_moves_with_the_joining_day(roster_desk: Desk) -> None:
    for version, joined in enumerate((date(2022, 1, 3), date(2024, 5, 6)), 1):
        people.change(roster_desk, 4, person("A104", "劉平", joined), version=version)
        assert [line.starts_on for line in card(roster_desk, 4).postings] == [joined]


def test_a_joining_day_after_what_was_posted_is_refused(roster_desk: Desk) -> None:
    people.amend(roster_desk, 4, posting(starts_on=date(2024, 1, 1)), version=1)
    with pytest.raises(OutsideEmployment):
        people.change(roster_desk, 4, person("A104", "劉平", date(2024, 1, 2)), version=1)
    people.post(roster_desk, 5, posting(starts_on=date(2025, 1, 1)))
    with pytest.raises(DaysReversed):
        people.change(roster_desk, 5, person("A105", "高芳", date(2025, 1, 1)), version=1)


def test_leaving_and_left(roster_desk: Desk) -> None:
    last = date(2026, 11, 20)
    people.post(roster_desk, 7, posting(starts_on=date(2026, 12, 1), group_id=2))
    people.leaving(roster_desk, 7, LeavingIn(left_on=last, reason="辭職"), version=1)
    assert card(roster_desk, 7).state is PersonState.LEAVING
    with roster_desk.books.reading() as reader:
        assert "A107" not in [line.number for line in reading.members(reader, TODAY)]
        assert "A107" in [line.number for line in reading.members(reader, last)]
    people.left(roster_desk, 7, LeavingIn(reason="交接未畢，經理批准"), version=2)
    found = card(roster_desk, 7)
    assert (found.state, found.left_on) == (PersonState.LEFT, last)
    assert [(line.starts_on, line.ends_on) for line in found.postings] == [(date(2024, 6, 8), last)]
    with roster_desk.books.reading() as reader:
        assert "A107" not in [line.number for line in reading.people(reader, TODAY)]
        assert "A107" in [line.number for line in reading.people(reader, TODAY, include_left=True)]
        assert reader.value("SELECT reason FROM event_log ORDER BY id DESC LIMIT 1") == "交接未畢，經理批准"


def test_leaving_can_be_taken_back(roster_desk: Desk) -> None:
    people.leaving(roster_desk, 7, LeavingIn(), version=1)
    with pytest.raises(ReasonMissing):
        people.stays(roster_desk, 7, " ", version=2)
    people.stays(roster_desk, 7, "留任", version=2)
    assert card(roster_desk, 7).state is PersonState.ACTIVE
    with pytest.raises(WrongState):
        people.stays(roster_desk, 7, "留任", version=3)
    people.left(roster_desk, 7, LeavingIn(left_on=TODAY, reason="辭職"), version=3)
    people.stays(roster_desk, 7, "誤記", version=4)
    assert card(roster_desk, 7).left_on is None


def test_what_leaving_refuses(roster_desk: Desk) -> None:
    with pytest.raises(DaysReversed):
        people.leaving(roster_desk, 7, LeavingIn(left_on=date(2020, 1, 1)), version=1)
    with pytest.raises(DaysReversed):
        people.left(roster_desk, 7, LeavingIn(left_on=date(2020, 1, 1), reason="x"), version=1)
    with pytest.raises(ReasonMissing):
        people.left(roster_desk, 7, LeavingIn(left_on=TODAY), version=1)
    with pytest.raises(FutureDay):
        people.left(roster_desk, 7, LeavingIn(left_on=date(2026, 11, 24), reason="x"), version=1)
    people.left(roster_desk, 7, LeavingIn(left_on=TODAY, reason="x"), version=1)
    for act in (people.left, people.leaving):
        with pytest.raises(WrongState):
            act(roster_desk, 7, LeavingIn(left_on=TODAY, reason="x"), version=2)
    with pytest.raises(DaysReversed):
        people.change(roster_desk, 7, person("A107", "張敏", date(2026, 12, 1)), version=2)


def test_the_last_lead_stays(desk: Desk) -> None:
    with pytest.raises(LastLead):
        people.left(desk, 1, LeavingIn(left_on=TODAY, reason="x"), version=1)
    with pytest.raises(LastLead):
        people.post(desk, 1, posting(Role.CLIENT_MANAGER, date(2026, 12, 1)))
    with pytest.raises(LastLead):
        people.amend(desk, 1, posting(Role.CLIENT_MANAGER, TODAY), version=1)
    with pytest.raises(LastLead):
        people.end_posting(desk, 1, date(2026, 12, 1), version=1)
    with pytest.raises(LastLead):
        people.leaving(desk, 1, LeavingIn(left_on=date(2026, 12, 1)), version=1)
    with pytest.raises(LastLead):
        people.change(desk, 1, person("A101", "徐靜", date(2026, 12, 1)), version=1)
    key = people.add(desk, person(joined=TODAY), posting(Role.BRANCH_MANAGER, TODAY))
    people.end_posting(desk, 1, date(2026, 12, 1), version=1)
    with pytest.raises(LastLead):
        people.left(desk, key, LeavingIn(left_on=TODAY, reason="x"), version=1)


def test_only_a_lead_makes_a_lead(roster_desk: Desk) -> None:
    clerk = clerk_of(roster_desk)
    people.change(clerk, 4, person("A104", "劉萍", date(2023, 11, 12)), version=1)
    people.post(clerk, 4, posting(Role.CLIENT_MANAGER, TODAY))
    for role in (Role.LEAD, Role.BRANCH_MANAGER):
        with pytest.raises(NotAllowed, match="attendance clerk"):
            people.post(clerk, 2, posting(role, TODAY))
        with pytest.raises(NotAllowed):
            people.amend(clerk, 2, posting(role, date(2024, 3, 4)), version=1)
    people.amend(clerk, 1, posting(Role.LEAD, date(2024, 2, 9), group_id=2), version=3)
    with pytest.raises(NotAllowed):
        people.add(clerk_of(roster_desk, Role.CLIENT_MANAGER), person())


def test_a_phone_is_read_by_those_it_is_for(roster_desk: Desk) -> None:
    books = roster_desk.books

    def phone(person_id: int, actor: Actor) -> str:
        with books.reading() as reader:
            return reading.person_card(reader, person_id, actor).phone

    mate = Actor(8, "A108", "許勇", Role.CLIENT_MANAGER)
    assert phone(7, roster_desk.actor) == "12252760189"
    assert phone(7, mate) == "122****0189"
    assert phone(8, mate) == "12979711471"
    inp = person("A107", "張敏", date(2024, 6, 8), phone="021-1234", phone_class=PhoneClass.TEAM)
    people.change(roster_desk, 7, inp, version=1)
    assert phone(7, mate) == "021-1234"


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13800001234", "138****1234"),
        ("138 0000 1234", "138 **** 1234"),
        ("+86 138 0000 1234", "+86 1** **** 1234"),
        ("5123", "5**3"),
        ("", ""),
    ],
)
def test_the_middle_of_a_phone_is_hidden(phone: str, masked: str) -> None:
    assert reading.masked(phone) == masked
