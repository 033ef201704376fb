"""Monthly targets of members and of the team."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from teamops.errors import NotAMonth
from teamops.importing.columns import Titles
from teamops.importing.sheet import read_sheet
from teamops.importing.targets import file_month, headers, plan, span
from teamops.models.imports import Change, KnownValue, Plan, TargetBook, TargetWrite, Verdict
from tests.importing.given import DATA, FIGURES, TODAY, file_of, known, refusal, roster, verdicts

TITLES = "月份,工號,姓名,開戶數目標,新增資產目標(萬元)"
OCTOBER = date(2026, 10, 1)
EMPTY = TargetBook(FIGURES, {})


def planned(tmp_path: Path, *lines: str, titles: str = TITLES, book: TargetBook = EMPTY) -> Plan[TargetWrite]:
    people = (
        known("A104", "劉平"),
        known("A107", "張敏", joined_on=date(2026, 10, 31), left_on=date(2026, 11, 2)),
    )
    return plan(file_of(tmp_path, "\n".join((titles, *lines)), headers(book.figures)), roster(*people), book)


@pytest.mark.parametrize("branch", ["branch", "branch-messy"])
def test_a_months_targets_are_taken_once(branch: str) -> None:
    sheet = read_sheet(DATA / branch / "targets.csv", headers(FIGURES))
    assert span(sheet, TODAY) == (OCTOBER, OCTOBER)
    there = roster(*(known(line.cells["number"], line.cells["name"]) for line in sheet.lines))
    found = plan(sheet, there, EMPTY)
    assert found.counts == {Verdict.ADDED: 12}
    assert len(found.writes) == 24
    values = {
        (write.month, write.person_id, write.figure_id): KnownValue(1, 1, write.value, "")
        for write in found.writes
    }
    assert plan(sheet, there, TargetBook(FIGURES, values)).counts == {Verdict.UNCHANGED: 12}


@pytest.mark.parametrize(
    "text",
    ["2026-10", "2026/10", "202610", "2026年10月", "2026-10-01", "2026-10-01 00:00:00", "Oct 2026", "10月"],
)
def test_a_month_is_written_many_ways(text: str) -> None:
    assert file_month(text, TODAY) == OCTOBER


@pytest.mark.parametrize("text", ["2026-13", "2026-10-02", "soon"])
def test_what_is_no_month(text: str) -> None:
    with pytest.raises(NotAMonth):
        file_month(text, TODAY)


@pytest.mark.parametrize(
    "line",
    ["2026-10,,,130,4000", "2026-10,,團隊,130,4000", "2026-10,,營銷團隊,130,4000", "2026-10,,Total,130,4000"],
)
def test_the_teams_own_target_has_no_number(tmp_path: Path, line: str) -> None:
    found = planned(tmp_path, line)
    assert [(write.month, write.person_id, write.figure_id, write.value) for write in found.writes] == [
        (OCTOBER, None, 1, Decimal(130)),
        (OCTOBER, None, 2, Decimal("4000.00")),
    ]
    assert found.lines[0].what == "October 2026 the team"


def test_a_name_alone_is_a_members(tmp_path: Path) -> None:
    assert planned(tmp_path, "2026-10,,劉平,12,").writes[0].person_id == 104


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("2026-10,A104,劉平,1.5,", "開戶數目標: 1.5: a whole number"),
        ("2026-10,A104,劉平,,-3", "新增資產目標(萬元): -3: at least 0"),
        (",A104,劉平,1,", "月份: Please fill this in"),
        ("soon,A104,劉平,1,", "月份: “soon” is no month. Try 2026-10, 10 or 10月"),
        ("2026-10,A999,,1,", "工號: Nobody here is called “A999”"),
        ("2026-10,,無人,1,", "工號: Nobody here is called “無人”"),
        ("2026-09,A107,張敏,1,", "張敏 is not with the branch in that month"),
        ("2026-12,A107,張敏,1,", "張敏 is not with the branch in that month"),
    ],
)
def test_what_cannot_be_taken_says_why(tmp_path: Path, line: str, reason: str) -> None:
    assert refusal(planned(tmp_path, line), 2) == reason


def test_a_day_in_the_month_is_enough(tmp_path: Path) -> None:
    found = planned(tmp_path, "2026-10,A107,張敏,1,", "2026-11,A107,張敏,1,")
    assert found.counts == {Verdict.ADDED: 2}


def test_what_changes_is_said(tmp_path: Path) -> None:
    book = TargetBook(FIGURES, {(OCTOBER, 104, 1): KnownValue(5, 2, Decimal(12), "")})
    found = planned(tmp_path, "2026-10,A104,劉平,15,300", book=book)
    assert found.counts == {Verdict.CHANGED: 1}
    assert found.lines[0].changes == (Change("accounts opened", "12", "15"),)
    assert [write.known and write.known.id for write in found.writes] == [5, None]


def test_the_same_month_twice(tmp_path: Path) -> None:
    line = "2026-10,A104,劉平,12,300"
    assert verdicts(planned(tmp_path, line, line.replace("2026-10", "2026年10月")))[1] == (
        3,
        "ignored",
        "the same as line 2",
    )
    assert planned(tmp_path, line, "2026-10,A104,劉平,15,300").counts == {Verdict.REFUSED: 2}
    assert planned(tmp_path, "2026-10,,,12,", "2026-10,,團隊,15,").counts == {Verdict.REFUSED: 2}


def test_a_line_without_a_target_is_ignored(tmp_path: Path) -> None:
    assert verdicts(planned(tmp_path, "2026-10,A104,劉平,,")) == [(2, "ignored", "no target is told")]


def test_a_target_in_another_unit(tmp_path: Path) -> None:
    found = planned(tmp_path, "2026-10,A104,3000000", titles="月份,工號,新增資產目標(元)")
    assert found.writes[0].value == Decimal("300.00")


def test_all_scripts_name_the_columns() -> None:
    titles = Titles(headers(FIGURES))
    keys = ["month", "number", "name", "accounts", "assets"]
    english = "Month,Staff number,Name,Accounts opened target,New assets target (10k yuan)"
    for line in (
        TITLES,
        "月份,工号,姓名,开户数目标,新增资产目标(万元)",
        english,
        "月份,工號,姓名,開戶數,新增資產",
    ):
        assert [titles.key(title) for title in line.split(",")] == keys
    assert titles.key("客戶疑問") is None


def test_a_file_without_any_month_has_no_span(tmp_path: Path) -> None:
    assert span(file_of(tmp_path, f"{TITLES}\nsoon,A104,,1,", headers(FIGURES)), TODAY) is None
