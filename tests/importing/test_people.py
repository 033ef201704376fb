"""Rosters, as HR hands them over and as they really come."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from teamops.i18n import speaking
from teamops.importing.columns import Titles
from teamops.importing.people import HEADERS, plan, role_of
from teamops.importing.sheet import read_sheet
from teamops.models.imports import Change, PersonWrite, Plan, Verdict
from teamops.models.people import PersonState, Role
from tests.importing.given import DATA, TODAY, file_of, known, outlet, refusal, roster, verdicts

TITLES = "工號,姓名,小組,網點,崗位,入職日期,出生日期,聯繫電話"
THERE = [outlet("W01", "工行中山路支行"), outlet("W04", "營業部大廳")]
ALL = [outlet("W01", "工行中山路支行"), outlet("W02", "建行人民廣場支行"), outlet("W03", "招行科技園支行")]


def planned(tmp_path: Path, *lines: str, titles: str = TITLES) -> Plan[PersonWrite]:
    sheet = file_of(tmp_path, "\n".join((titles, *lines)), HEADERS)
    return plan(sheet, roster(known("A104", "劉平", outlet_id=1), outlets=THERE))


def test_a_clean_roster_is_all_new() -> None:
    sheet = read_sheet(DATA / "branch" / "people.csv", HEADERS)
    found = plan(sheet, roster(known("A101", "徐靜"), outlets=[*ALL, THERE[1]]))
    assert found.counts == {Verdict.CHANGED: 1, Verdict.ADDED: 15}
    first = found.writes[1]
    assert (first.inp.number, first.inp.name, first.role, first.group, first.outlet_id) == (
        "A102",
        "張濤",
        Role.ATTENDANCE_CLERK,
        "第二組",
        4,
    )
    assert (first.inp.joined_on, first.inp.born) == (date(2024, 3, 4), date(1986, 7, 27))
    assert {write.role for write in found.writes} == {
        Role.LEAD,
        Role.ATTENDANCE_CLERK,
        Role.ASSET_CLERK,
        Role.GROUP_LEADER,
        Role.CLIENT_MANAGER,
        Role.BRANCH_MANAGER,
    }


def test_a_messy_roster_says_all_that_is_wrong() -> None:
    sheet = read_sheet(DATA / "branch-messy" / "people.csv", HEADERS)
    found = plan(sheet, roster(known("A999", ""), outlets=[*ALL, THERE[1]]))
    assert found.counts == {Verdict.ADDED: 16, Verdict.IGNORED: 1, Verdict.REFUSED: 1}
    (doubled,) = [line for line in found.lines if line.verdict is Verdict.IGNORED]
    assert (doubled.number, doubled.reason) == (12, "the same as line 11")
    assert refusal(found, 20) == (
        "网点: there is no outlet 不存在的網點 (import the outlets first); "
        "入职日期: “2026-02-30” is no date with its year, such as 2026-11-28; "
        "出生日期: “1990-13-01” is no date with its year, such as 2026-11-28; "
        "姓名: Please fill this in; "
        "联系电话: “1200013800X” is no telephone number; it takes digits, spaces, + and -"
    )
    joined = {write.inp.number: write.inp.joined_on for write in found.writes}
    assert (joined["A106"], joined["A107"]) == (date(2025, 4, 19), date(2024, 2, 20))
    assert next(write.inp.name for write in found.writes if write.inp.number == "A108") == "曹芳"


def test_nothing_is_done_for_what_is_there_already(tmp_path: Path) -> None:
    found = planned(tmp_path, "A104,劉平,第一組,工行中山路支行,客戶經理,2024-01-01,,", "a104,,,,,,,")
    assert found.writes == ()
    assert found.lines[0].verdict is Verdict.REFUSED
    found = planned(tmp_path, "A104,劉平,第一組,W01,客戶經理,2024-01-01,,")
    assert verdicts(found) == [(2, "unchanged", "")]


def test_what_changes_is_said(tmp_path: Path) -> None:
    found = planned(tmp_path, "A104,劉萍,第二組,營業部大廳,小組長,2023-11-12,1997-07-26,122")
    assert found.lines[0].changes == (
        Change("name", "劉平", "劉萍"),
        Change("born", "", "Sat 26 Jul 1997"),
        Change("joined", "Mon 1 Jan 2024", "Sun 12 Nov 2023"),
        Change("telephone", "", "122"),
        Change("role", "client manager", "group leader"),
        Change("group", "第一組", "第二組"),
        Change("outlet", "工行中山路支行", "營業部大廳"),
    )
    (write,) = found.writes
    assert (write.fields, write.posting) == (True, True)


def test_a_number_is_not_given_to_somebody_else(tmp_path: Path) -> None:
    kept = known("A104", "劉平", born=date(1990, 1, 1))

    def said(name: str, born: str) -> tuple[Verdict, str]:
        sheet = file_of(tmp_path, f"{TITLES}\nA104,{name},,,客戶經理,2024-01-01,{born},", HEADERS)
        (line,) = plan(sheet, roster(kept, outlets=THERE)).lines
        return line.verdict, line.reason

    assert said("曹芳", "1998-06-14") == (Verdict.REFUSED, "工號: A104 is 劉平 here")
    assert said("曹芳", "1990-01-01")[0] is Verdict.CHANGED
    assert said("曹芳", "")[0] is Verdict.CHANGED
    assert said("劉萍", "1998-06-14")[0] is Verdict.CHANGED


def test_a_cell_is_refused_once(tmp_path: Path) -> None:
    found = planned(tmp_path, "A201,何\x1b雨,,,客戶經理,2026-03-02,,")
    assert refusal(found, 2) == "姓名: It holds a control character (U+001B); remove it"


def test_blank_cells_leave_what_is_kept(tmp_path: Path) -> None:
    titles = "工號,姓名,崗位,入職日期,小組,網點,聯繫電話,出生日期"
    sheet = file_of(tmp_path, f"{titles}\nA104,劉平,客戶經理,2024-01-01,,,,", HEADERS)
    kept = known("A104", "劉平", phone="122", born=date(1990, 1, 1), name_en="Leo")
    assert plan(sheet, roster(kept, outlets=THERE)).lines[0].verdict is Verdict.UNCHANGED


def test_a_number_that_comes_twice_with_different_words_is_refused_twice(tmp_path: Path) -> None:
    one, two = "A201,何雨,,,客戶經理,2026-03-02,,", "A201,何宇,,,客戶經理,2026-03-02,,"
    found = planned(tmp_path, one, two)
    assert verdicts(found) == [
        (2, "refused", "line 3 says otherwise of the same; take one of them out"),
        (3, "refused", "line 2 says otherwise of the same; take one of them out"),
    ]
    assert found.writes == ()
    assert verdicts(planned(tmp_path, one, one)) == [(2, "added", ""), (3, "ignored", "the same as line 2")]
    wrong = "A201,,,,客戶經理,2026-03-02,,"
    assert refusal(planned(tmp_path, wrong, one), 2) == "姓名: Please fill this in"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (",何雨,,,客戶經理,2026-03-02,,", "工號: Please fill this in"),
        (
            "A 1,何雨,,,客戶經理,2026-03-02,,",
            "工號: “A 1” is no staff number; it takes up to 20 letters and digits",
        ),
        ("A201,何雨,,,,2026-03-02,,", "崗位: Please fill this in"),
        ("A201,何雨,,,客戶經理,,,", "入職日期: Please fill this in"),
        ("A201,何雨,,,客戶經理,3-2,,", "入職日期: “3-2” is no date with its year, such as 2026-11-28"),
        ("A201,何雨,,,客戶經理,2026-03-02,,122,多了", "more cells than titles: 多了"),
        ("A201,何\x07雨,,,客戶經理,2026-03-02,,", "姓名: It holds a control character (U+0007); remove it"),
    ],
)
def test_what_cannot_be_taken_says_why(tmp_path: Path, line: str, reason: str) -> None:
    assert refusal(planned(tmp_path, line), 2).startswith(reason)


def test_an_unknown_role_names_those_there_are(tmp_path: Path) -> None:
    said = refusal(planned(tmp_path, "A201,何雨,,,司機,2026-03-02,,"), 2)
    assert said.startswith("崗位: “司機” does not fit here; it takes branch manager, team lead")


def test_somebody_who_left_is_not_taken_on_again_by_a_file(tmp_path: Path) -> None:
    gone = known("A104", "劉平", state=PersonState.LEFT, left_on=TODAY, role=None)
    sheet = file_of(tmp_path, f"{TITLES}\nA104,劉平,,,客戶經理,2024-01-01,,", HEADERS)
    assert (
        refusal(plan(sheet, roster(gone)), 2) == "劉平 has left; take the line out, or take the leaving back"
    )


def test_invisible_characters_are_dropped_and_told(tmp_path: Path) -> None:
    found = planned(tmp_path, "A201,何\u200b雨,第 一組,,客戶經理,2026-03-02,,")
    assert verdicts(found) == [(2, "added", "姓名: invisible characters left out")]
    assert found.writes[0].inp.name == "何雨"


def test_a_group_is_one_however_it_is_written(tmp_path: Path) -> None:
    found = planned(
        tmp_path,
        "A201,何雨,Ａ組,,客戶經理,2026-03-02,,",
        "A202,何宇,a組,,客戶經理,2026-03-02,,",
    )
    assert {write.group for write in found.writes} == {"Ａ組"}


def test_a_line_without_number_and_name_is_named_by_its_place(tmp_path: Path) -> None:
    assert planned(tmp_path, ",,,,客戶經理,2026-03-02,,").lines[0].what == "line 2"


def test_all_scripts_name_the_columns_and_roles() -> None:
    titles = Titles(HEADERS)
    keys = ["number", "name", "group", "outlet", "role", "joined_on", "born", "phone"]
    for line in (TITLES, "工号,姓名,小组,网点,岗位,入职日期,出生日期,联系电话"):
        assert [titles.key(title) for title in line.split(",")] == keys
    english = "Staff number,Name,Group,Outlet,Role,Joined on,Date of birth,Phone"
    assert [titles.key(title) for title in english.split(",")] == keys
    for language in ("en", "zh_Hant", "zh_Hans"):
        with speaking(language):
            assert [role_of(role.label) for role in Role] == list(Role)
    assert [role_of(role.value) for role in Role] == list(Role)
    assert role_of("　團隊負責人 ") is Role.LEAD
    assert role_of("") is None
