"""Outlets and their dated hours; groups."""

from __future__ import annotations

from datetime import date, time

import pytest

from teamops.errors import AlreadyThere, ChangedSince, HoursReversed, NotAllowed
from teamops.models.inputs.people import GroupIn, HoursIn, OutletIn, PersonIn, PostingIn
from teamops.models.people import Actor, OutletLine, Role
from teamops.services import groups, outlets, people
from teamops.services.desk import Desk
from teamops.services.reading import people as reading

TODAY = date(2026, 11, 23)


def outlet(desk: Desk, code: str, on: date = TODAY) -> OutletLine:
    with desk.books.reading() as reader:
        return next(line for line in reading.outlets(reader, on) if line.code == code)


def hours(opens: str, closes: str, valid_from: str | None = None) -> HoursIn:
    day = date.fromisoformat(valid_from) if valid_from else None
    return HoursIn(opens=time.fromisoformat(opens), closes=time.fromisoformat(closes), valid_from=day)


def test_an_outlet_is_added_and_changed(desk: Desk) -> None:
    key = outlets.add(
        desk, OutletIn(code="w05", name="農行解放路支行", contact="錢主任"), hours("08:30", "17:00")
    )
    line = outlet(desk, "W05")
    assert (line.id, line.name, line.contact, line.opens, line.closes) == (
        key,
        "農行解放路支行",
        "錢主任",
        time(8, 30),
        time(17, 0),
    )
    outlets.change(desk, key, OutletIn(code="W05", name="農行解放路分理處"), version=1)
    assert outlet(desk, "W05").name == "農行解放路分理處"
    with pytest.raises(ChangedSince):
        outlets.change(desk, key, OutletIn(code="W05", name="x"), version=1)


def test_codes_and_names_are_one_outlets(roster_desk: Desk) -> None:
    with pytest.raises(AlreadyThere, match="W01 工行中山路支行"):
        outlets.add(roster_desk, OutletIn(code="W01", name="別的"))
    with pytest.raises(AlreadyThere):
        outlets.add(roster_desk, OutletIn(code="W09", name="工行中山路支行"))
    with pytest.raises(AlreadyThere):
        outlets.change(roster_desk, 2, OutletIn(code="W02", name="工行中山路支行"), version=1)


def test_hours_hold_from_their_day_on(roster_desk: Desk) -> None:
    outlets.hours(roster_desk, 1, hours("09:00", "16:00", "2026-12-01"))
    outlets.hours(roster_desk, 1, hours("08:00", "16:30", "2027-01-01"))
    outlets.hours(roster_desk, 1, hours("08:15", "16:45", "2027-01-01"))
    found = [
        (line.opens, line.closes)
        for day in ("2020-01-01", "2026-11-30", "2026-12-01", "2027-06-01")
        for line in [outlet(roster_desk, "W01", date.fromisoformat(day))]
    ]
    assert found == [
        (time(8, 30), time(17, 0)),
        (time(8, 30), time(17, 0)),
        (time(9, 0), time(16, 0)),
        (time(8, 15), time(16, 45)),
    ]
    with roster_desk.books.reading() as reader:
        kept = [line.valid_from.isoformat() for line in reading.outlet_hours(reader, 1)]
    assert kept == ["2027-01-01", "2026-12-01", "2026-11-23"]


def test_an_outlet_closes_after_it_opens(roster_desk: Desk) -> None:
    with pytest.raises(HoursReversed):
        outlets.hours(roster_desk, 1, hours("09:00", "09:00"))


def test_an_outlet_without_hours_has_none(desk: Desk) -> None:
    outlets.add(desk, OutletIn(code="W05", name="農行解放路支行"))
    assert (outlet(desk, "W05").opens, outlet(desk, "W05").people) == (None, 0)


def test_a_custodian_named_beforehand_becomes_one_with_the_posting(desk: Desk) -> None:
    key = outlets.add(desk, OutletIn(code="W05", name="農行解放路支行"))
    with desk.books.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE outlet SET custodian_number = 'A201'")
    joined = date(2026, 3, 2)
    person = PersonIn(number="A201", name="何雨", joined_on=joined)
    people.add(desk, person, PostingIn(role=Role.CLIENT_MANAGER, outlet_id=key, starts_on=joined))
    assert outlet(desk, "W05").custodian == "何雨"
    with desk.books.reading() as reader:
        assert reader.value("SELECT custodian_number FROM outlet") == ""


def test_the_asset_clerk_keeps_outlets_and_a_member_does_not(roster_desk: Desk) -> None:
    clerk = Desk(roster_desk.books, Actor(3, "A103", "李平", Role.ASSET_CLERK))
    outlets.custody(clerk, 1, None, TODAY)
    member = Desk(roster_desk.books, Actor(7, "A107", "張敏", Role.CLIENT_MANAGER))
    with pytest.raises(NotAllowed):
        outlets.custody(member, 1, 7, TODAY)


def test_groups_are_added_and_renamed(roster_desk: Desk) -> None:
    key = groups.add(roster_desk, GroupIn(name="第四組", name_en="Group 4"))
    groups.rename(roster_desk, key, GroupIn(name="機構組"), version=1)
    groups.rename(roster_desk, key, GroupIn(name="機構組", name_en="Institutions"), version=2)
    with roster_desk.books.reading() as reader:
        found = [
            (line.name, line.name_en, line.members, line.leader) for line in reading.groups(reader, TODAY)
        ]
    assert found[0] == ("第一組", "", 5, "劉平")
    assert found[3] == ("機構組", "Institutions", 0, "")
    with pytest.raises(AlreadyThere, match="第一組"):
        groups.add(roster_desk, GroupIn(name="第一組"))
    with pytest.raises(AlreadyThere):
        groups.rename(roster_desk, key, GroupIn(name="第一組"), version=3)
    with pytest.raises(ChangedSince):
        groups.rename(roster_desk, key, GroupIn(name="別的"), version=1)
