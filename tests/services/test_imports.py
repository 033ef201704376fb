"""Imports: a plan is written whole or not at all, once, in numbered and chained events."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from teamops.db.verify import verify
from teamops.errors import (
    AlreadyThere,
    ChangedSince,
    LastLead,
    LinesRefused,
    NotAllowed,
)
from teamops.models.imports import Plan, Verdict
from teamops.models.inputs.people import PersonIn, PostingIn
from teamops.models.people import Actor, Role
from teamops.services import imports, people
from teamops.services.desk import Desk
from teamops.services.reading import people as reading
from tests.services.taking import BRANCH, MESSY, TODAY, planned, take, typed

PEOPLE = "工號,姓名,小組,網點,崗位,入職日期"


def postings(desk: Desk, number: str) -> list[tuple[Role, str, str, bool, str, str]]:
    with desk.books.reading() as reader:
        person = reading.everybody(reader, TODAY).sure(number)
        return [
            (
                line.role,
                line.group,
                line.outlet,
                line.custodian,
                line.starts_on.isoformat(),
                line.ends_on.isoformat() if line.ends_on else "",
            )
            for line in reading.postings(reader, person.id)
        ]


def custodians(desk: Desk) -> dict[str, str]:
    with desk.books.reading() as reader:
        return {line.code: line.custodian for line in reading.outlets(reader, TODAY)}


@pytest.mark.parametrize("folder", [BRANCH, MESSY])
def test_a_branch_is_taken_in_the_natural_order_and_only_once(desk: Desk, folder: Path) -> None:
    kinds = ("outlets", "people", "targets", "figures")
    before = desk.books.last_event()
    for kind in kinds:
        take(desk, kind, folder / f"{kind}.csv", skip_refused=True)
    assert desk.books.last_event() == before + len(kinds)
    with desk.books.reading() as reader:
        members = reading.members(reader, TODAY)
        assert len(members) == 15
        keepers = {member.number: member.outlet for member in members if member.custodian}
        assert sorted(keepers) == ["A103", "A104", "A105", "A106"]
        assert [group.name for group in reading.groups(reader, TODAY)] == ["第一組", "第二組", "第三組"]
        assert reader.value("SELECT count(*) FROM target") == 24
        assert reader.value("SELECT count(*) FROM outlet WHERE custodian_number <> ''") == 0
    for kind in kinds:
        again = take(desk, kind, folder / f"{kind}.csv", skip_refused=True)
        assert {Verdict.ADDED, Verdict.CHANGED}.isdisjoint(again.counts)
    assert desk.books.last_event() == before + len(kinds)
    assert [finding.line for finding in verify(desk.books.path).findings] == []


def test_the_lead_typed_at_the_start_is_the_rosters(desk: Desk) -> None:
    take(desk, "outlets", BRANCH / "outlets.csv")
    take(desk, "people", BRANCH / "people.csv")
    assert postings(desk, "A101") == [(Role.LEAD, "第一組", "營業部大廳", False, "2024-02-09", "")]


def test_all_or_nothing_unless_told_otherwise(desk: Desk) -> None:
    take(desk, "outlets", MESSY / "outlets.csv")
    before = desk.books.last_event()
    with pytest.raises(LinesRefused, match=r"1 line of people\.csv cannot be taken"):
        take(desk, "people", MESSY / "people.csv")
    assert desk.books.last_event() == before
    take(desk, "people", MESSY / "people.csv", skip_refused=True)
    assert desk.books.last_event() == before + 1


def test_a_roster_before_the_outlets_is_refused(desk: Desk) -> None:
    plan = planned(desk, "people", BRANCH / "people.csv")
    assert len(plan.refused) == 16
    assert "import the outlets first" in plan.refused[0].reason


def test_a_move_is_a_posting_from_today_on(roster_desk: Desk, tmp_path: Path) -> None:
    path = typed(tmp_path, "A104,劉平,第二組,營業部大廳,客戶經理,2023-11-12", titles=PEOPLE)
    take(roster_desk, "people", path)
    assert postings(roster_desk, "A104") == [
        (Role.CLIENT_MANAGER, "第二組", "營業部大廳", False, "2026-11-23", ""),
        (Role.GROUP_LEADER, "第一組", "工行中山路支行", True, "2023-11-12", "2026-11-22"),
    ]
    back = typed(tmp_path, "A104,劉平,第二組,工行中山路支行,客戶經理,2023-11-12", titles=PEOPLE)
    take(roster_desk, "people", back)
    assert postings(roster_desk, "A104")[0] == (
        Role.CLIENT_MANAGER,
        "第二組",
        "工行中山路支行",
        False,
        "2026-11-23",
        "",
    )


def test_who_moves_within_an_outlet_stays_its_custodian(roster_desk: Desk, tmp_path: Path) -> None:
    path = typed(tmp_path, "A104,劉平,第二組,,客戶經理,2023-11-12", titles=PEOPLE)
    take(roster_desk, "people", path)
    assert postings(roster_desk, "A104")[0] == (
        Role.CLIENT_MANAGER,
        "第二組",
        "工行中山路支行",
        True,
        "2026-11-23",
        "",
    )


def test_somebody_without_a_posting_gets_one(roster_desk: Desk, tmp_path: Path) -> None:
    people.add(roster_desk, PersonIn(number="A201", name="何雨", joined_on=date(2026, 3, 2)))
    people.end_posting(roster_desk, 8, date(2026, 10, 31), version=1)
    lines = ("A201,何雨,第一組,,客戶經理,2026-03-02", "A108,許勇,第二組,,客戶經理,2023-12-15")
    take(roster_desk, "people", typed(tmp_path, *lines, titles=PEOPLE))
    assert postings(roster_desk, "A201") == [(Role.CLIENT_MANAGER, "第一組", "", False, "2026-03-02", "")]
    assert postings(roster_desk, "A108")[0] == (Role.CLIENT_MANAGER, "第二組", "", False, "2026-11-23", "")


def test_somebody_to_come_is_unchanged_the_second_time(roster_desk: Desk, tmp_path: Path) -> None:
    path = typed(tmp_path, "A201,何雨,第四組,,客戶經理,2026-12-01", titles=PEOPLE)
    take(roster_desk, "people", path)
    assert planned(roster_desk, "people", path).counts == {Verdict.UNCHANGED: 1}
    moved = typed(tmp_path, "A201,何雨,第三組,,客戶經理,2026-12-01", titles=PEOPLE)
    take(roster_desk, "people", moved)
    assert postings(roster_desk, "A201") == [(Role.CLIENT_MANAGER, "第三組", "", False, "2026-12-01", "")]


def test_a_team_is_not_left_without_a_lead_by_a_file(desk: Desk, tmp_path: Path) -> None:
    path = typed(tmp_path, "A101,徐靜,,,客戶經理,2024-02-09", titles=PEOPLE)
    with pytest.raises(LastLead):
        take(desk, "people", path)
    both = typed(
        tmp_path, "A101,徐靜,,,客戶經理,2024-02-09", "A102,張濤,,,團隊負責人,2024-02-09", titles=PEOPLE
    )
    take(desk, "people", both)


def test_a_clerk_makes_nobody_a_lead_by_a_file(roster_desk: Desk, tmp_path: Path) -> None:
    clerk = Desk(roster_desk.books, Actor(2, "A102", "張濤", Role.ATTENDANCE_CLERK))
    path = typed(tmp_path, "A102,張濤,第二組,,團隊負責人,2024-03-04", titles=PEOPLE)
    with pytest.raises(NotAllowed):
        take(clerk, "people", path)


def test_what_changed_since_the_plan_is_not_overwritten(roster_desk: Desk, tmp_path: Path) -> None:
    path = typed(tmp_path, "A104,劉萍,,,小組長,2023-11-12", "A201,何雨,,,客戶經理,2026-03-02", titles=PEOPLE)
    plan = planned(roster_desk, "people", path)
    people.change(
        roster_desk, 4, PersonIn(number="A104", name="劉坪", joined_on=date(2023, 11, 12)), version=1
    )
    with pytest.raises(ChangedSince):
        imports.people(roster_desk, plan)
    added = planned(roster_desk, "people", typed(tmp_path, "A201,何雨,,,客戶經理,2026-03-02", titles=PEOPLE))
    people.add(roster_desk, PersonIn(number="A201", name="何雨", joined_on=date(2026, 3, 2)))
    with pytest.raises(AlreadyThere):
        imports.people(roster_desk, added)


def test_a_long_roster_is_several_events_and_one_transaction(desk: Desk, tmp_path: Path) -> None:
    lines = [f"B{n:04},王{chr(0x4E00 + n)},第{n % 5}組,,客戶經理,2026-03-02" for n in range(700)]
    before = desk.books.last_event()
    take(desk, "people", typed(tmp_path, *lines, titles=PEOPLE))
    with desk.books.reading() as reader:
        sizes = [
            sum(len(image["rows"]) for image in json.loads(row[0])["rows"].values())
            for row in reader.rows("SELECT payload FROM event_log WHERE id > ?", (before,))
        ]
        assert reader.value("SELECT count(*) FROM person") == 701
    assert sizes == [605, 600, 200]
    bad = planned(
        desk, "people", typed(tmp_path, *(line.replace("王", "李") for line in lines), titles=PEOPLE)
    )
    people.change(desk, 601, PersonIn(number="B0599", name="趙", joined_on=date(2026, 3, 2)), version=1)
    middle = desk.books.last_event()
    with pytest.raises(ChangedSince):
        imports.people(desk, bad)
    assert desk.books.last_event() == middle


OUTLETS = "網點編號,網點,上班,下班,實物保管人"


def test_custody_follows_the_list_of_outlets(roster_desk: Desk, tmp_path: Path) -> None:
    lines = ("W01,工行中山路支行,09:00,17:00,A107", "W02,建行人民廣場支行,,,A107", "W05,新網點,,,A105")
    take(roster_desk, "outlets", typed(tmp_path, *lines, titles=OUTLETS))
    assert custodians(roster_desk)["W01"] == "張敏"
    assert custodians(roster_desk)["W02"] == "高芳"
    assert postings(roster_desk, "A107")[0][4] == "2026-11-23"
    plan = planned(roster_desk, "outlets", typed(tmp_path, *lines, titles=OUTLETS))
    assert plan.counts == {Verdict.UNCHANGED: 3}
    people.post(roster_desk, 5, PostingIn(role=Role.GROUP_LEADER, outlet_id=5, starts_on=date(2026, 12, 1)))
    with roster_desk.books.reading() as reader:
        there = {line.code: line.custodian for line in reading.outlets(reader, date(2026, 12, 1))}
    assert there["W05"] == "高芳"


def test_the_first_custodian_was_one_all_along(desk: Desk, tmp_path: Path) -> None:
    take(desk, "outlets", typed(tmp_path, "W01,工行中山路支行,,,", titles=OUTLETS))
    take(desk, "people", typed(tmp_path, "A104,劉平,,W01,客戶經理,2023-11-12", titles=PEOPLE))
    take(desk, "outlets", typed(tmp_path, "W01,工行中山路支行,,,劉平", titles=OUTLETS))
    assert postings(desk, "A104") == [(Role.CLIENT_MANAGER, "", "工行中山路支行", True, "2023-11-12", "")]


def test_one_who_is_awaited_waits_while_another_keeps_it(roster_desk: Desk, tmp_path: Path) -> None:
    take(roster_desk, "outlets", typed(tmp_path, "W01,工行中山路支行,,,A201", titles=OUTLETS))
    take(roster_desk, "people", typed(tmp_path, "A201,何雨,,W01,客戶經理,2026-03-02", titles=PEOPLE))
    assert custodians(roster_desk)["W01"] == "劉平"
    take(roster_desk, "outlets", typed(tmp_path, "W01,工行中山路支行,,,A201", titles=OUTLETS))
    assert custodians(roster_desk)["W01"] == "何雨"


def test_a_long_list_of_outlets_is_several_events(desk: Desk, tmp_path: Path) -> None:
    lines = [f"W{n:03},網點{n},08:30,17:00," for n in range(350)]
    before = desk.books.last_event()
    take(desk, "outlets", typed(tmp_path, *lines, titles=OUTLETS))
    assert desk.books.last_event() == before + 2


def test_imports_ask_for_the_right(roster_desk: Desk) -> None:
    member = Desk(roster_desk.books, Actor(7, "A107", "張敏", Role.CLIENT_MANAGER))
    nothing: Plan[Any] = Plan("x.csv", (), ())
    acts: list[Callable[..., int]] = [
        imports.people, imports.outlets, imports.figures, imports.targets, imports.calendar,
    ]  # fmt: skip
    for act in acts:
        with pytest.raises(NotAllowed):
            act(member, nothing)
