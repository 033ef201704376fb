"""People as lists, directories and headings show them, on any day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from teamops.db.books import Books
from teamops.db.reader import Reader
from teamops.errors import Missing, NotPosted, UnknownPerson
from teamops.models.inputs.people import LeavingIn, PersonIn, PostingIn
from teamops.models.people import Actor, PersonLine, PersonState, Role
from teamops.models.tables.people import Person, Posting
from teamops.services import people
from teamops.services.desk import Desk, rights, together
from teamops.services.reading import people as reading

TODAY = date(2026, 11, 23)


@pytest.fixture
def reader(roster_books: Books) -> Iterator[Reader]:
    with roster_books.reading() as opened:
        yield opened


def numbers(lines: list[PersonLine]) -> list[str]:
    return [line.number for line in lines]


def test_everybody_stands_by_number_with_the_posting_of_the_day(reader: Reader) -> None:
    lines = reading.people(reader, TODAY)
    assert numbers(lines) == [f"A{number}" for number in range(101, 117)]
    liu = lines[3]
    assert (liu.name, liu.role, liu.group, liu.outlet, liu.custodian, liu.state) == (
        "劉平",
        Role.GROUP_LEADER,
        "第一組",
        "工行中山路支行",
        True,
        PersonState.ACTIVE,
    )
    before = reading.people(reader, date(2023, 11, 11))[3]
    assert (before.role, before.group, before.outlet_id, before.custodian) == (None, "", None, False)


def test_members_are_those_of_the_team_on_the_day(reader: Reader) -> None:
    assert numbers(reading.members(reader, TODAY)) == [f"A{number}" for number in range(101, 116)]
    assert numbers(reading.selling(reader, TODAY)) == [f"A{number}" for number in range(104, 116)]
    assert numbers(reading.selling(reader, date(2023, 6, 4))) == ["A112", "A115"]
    assert reading.members(reader, date(2020, 1, 1)) == []


def test_the_directory_has_who_is_there(roster_desk: Desk) -> None:
    people.add(roster_desk, PersonIn(number="A301", name="王新", joined_on=date(2026, 12, 1)))
    people.left(roster_desk, 7, LeavingIn(left_on=date(2026, 11, 1), reason="辭職"), version=1)
    with roster_desk.books.reading() as reader:
        there = reading.directory(reader, TODAY)
        assert len(there.people) == 15
        assert there.sure("lyt").name == "李雨桐"
        assert there[4].name == "劉平"
        with pytest.raises(UnknownPerson):
            there.sure("張敏")
        assert reading.everybody(reader, TODAY).sure("張敏").number == "A107"
        assert "A301" in numbers(reading.people(reader, TODAY))


def test_who_acts_has_the_role_of_the_day(roster_desk: Desk) -> None:
    people.post(roster_desk, 7, PostingIn(role=Role.ATTENDANCE_CLERK, starts_on=TODAY))
    with roster_desk.books.reading() as reader:
        assert reading.actor(reader, " ａ107 ", TODAY) == Actor(7, "A107", "張敏", Role.ATTENDANCE_CLERK)
        assert reading.actor(reader, "A107", TODAY - timedelta(days=1)).role is Role.CLIENT_MANAGER
        with pytest.raises(UnknownPerson):
            reading.actor(reader, "A999", TODAY)
        with pytest.raises(NotPosted, match="張敏"):
            reading.actor(reader, "A107", date(2020, 1, 1))
    people.leaving(roster_desk, 7, LeavingIn(left_on=TODAY), version=1)
    with roster_desk.books.reading() as reader, pytest.raises(NotPosted):
        reading.actor(reader, "A107", date(2026, 11, 24))


def test_what_is_not_there_is_missing(reader: Reader) -> None:
    with pytest.raises(Missing):
        reading.person(reader, 99, TODAY)
    with pytest.raises(Missing):
        reading.person_card(reader, 99, Actor(1, "A101", "徐靜", Role.LEAD))


def test_the_branch_stands_in_headings(reader: Reader) -> None:
    branch = reading.branch(reader)
    assert (branch.branch, branch.team, branch.zone, branch.team_id) == (
        "中山路營業部",
        "營銷團隊",
        "Asia/Shanghai",
        1,
    )


def test_signature_lines_follow_the_language(reader: Reader) -> None:
    (host, recorder) = reading.signatories(reader, "minutes")
    assert (host.label, recorder.label, host.person_id, host.name) == ("host", "recorder", None, "")
    assert reading.signatories(reader, "no such paper") == []


def test_two_hundred_people_and_ten_years_of_postings_are_found_by_key(books: Books, desk: Desk) -> None:
    first = date(2016, 1, 1)
    with together(desk, "test.fill", rights(Role.LEAD)) as tx:
        keys = range(2, 202)
        fixed = {"name_en": "", "pinyin": "", "initials": "", "search": "", "born": None, "left_on": None}
        tx.bulk(
            Person,
            (
                {
                    "number": f"C{key:03}",
                    "name": "王芳",
                    "joined_on": first,
                    "phone": "",
                    "phone_class": "lead",
                }
                | {"state": "active"}
                | fixed
                for key in keys
            ),
        )
        moves = [first + timedelta(days=90 * n) for n in range(40)]
        tx.bulk(
            Posting,
            (
                {"person_id": key, "role": "client_manager", "group_id": None, "outlet_id": None}
                | {"custodian": False, "starts_on": day, "ends_on": day + timedelta(days=89)}
                for key in keys
                for day in moves
            ),
        )
    with books.reading() as reader:
        plan = " ".join(
            row[3] for row in reader.rows(f"EXPLAIN QUERY PLAN {reading._PEOPLE}", {"on": "2020-01-01"})
        )
        assert "ix_posting_person_id_starts_on (person_id=? AND starts_on<?)" in plan
        assert len(reading.members(reader, date(2020, 1, 1))) == 200
