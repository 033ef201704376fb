"""Daily figures as the CRM exports them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from teamops.errors import MissingColumns
from teamops.importing.columns import Titles
from teamops.importing.figures import headers, plan, span
from teamops.importing.sheet import read_sheet
from teamops.models.figures import FigureKind, FigureLine
from teamops.models.imports import Change, FigureBook, FigureWrite, KnownValue, Plan, Verdict
from tests.importing.given import DATA, FIGURES, file_of, known, refusal, roster, verdicts

TITLES = "日期,工號,姓名,開戶數,新增資產(萬元),客戶疑問"
SUNDAY = date(2026, 11, 22)
EMPTY = FigureBook(FIGURES, {}, frozenset({SUNDAY}))


def planned(tmp_path: Path, *lines: str, titles: str = TITLES, book: FigureBook = EMPTY) -> Plan[FigureWrite]:
    return plan(file_of(tmp_path, "\n".join((titles, *lines)), headers(book.figures)), roster(), book)


def told(found: Plan[FigureWrite]) -> list[tuple[int, Decimal | None, str]]:
    return [(write.figure_id, write.value, write.words) for write in found.writes]


def test_a_line_gives_a_value_for_each_filled_cell(tmp_path: Path) -> None:
    found = planned(tmp_path, "2026-11-20,A104,劉平,2,12.5,佣金能否下調", "2026-11-20,A105,高芳,0,,")
    assert told(found) == [
        (1, Decimal(2), ""),
        (2, Decimal("12.50"), ""),
        (3, None, "佣金能否下調"),
        (1, Decimal(0), ""),
    ]
    assert {write.day for write in found.writes} == {date(2026, 11, 20)}
    assert [write.person_id for write in found.writes] == [104, 104, 104, 105]
    assert [line.what for line in found.lines] == ["2026-11-20 A104 劉平", "2026-11-20 A105 高芳"]


@pytest.mark.parametrize(("branch", "lines"), [("branch", 216), ("branch-messy", 216)])
def test_a_months_file_is_taken_whole(branch: str, lines: int) -> None:
    sheet = read_sheet(DATA / branch / "figures.csv", headers(FIGURES))
    assert span(sheet) == (date(2026, 10, 8), date(2026, 10, 30))
    names = {line.cells["number"]: line.cells["name"] for line in sheet.lines}
    there = roster(*(known(number, name) for number, name in names.items()))
    found = plan(sheet, there, EMPTY)
    assert found.counts == {Verdict.ADDED: lines}
    values = {
        (write.day, write.person_id, write.figure_id): KnownValue(1, 1, write.value, write.words)
        for write in found.writes
    }
    again = plan(sheet, there, FigureBook(FIGURES, values, frozenset()))
    assert again.counts == {Verdict.UNCHANGED: lines}
    assert again.writes == ()


def test_what_changes_is_said(tmp_path: Path) -> None:
    day = date(2026, 11, 20)
    values = {
        (day, 104, 1): KnownValue(7, 3, Decimal(1), ""),
        (day, 104, 2): KnownValue(8, 1, Decimal("12.5"), ""),
        (day, 104, 3): KnownValue(9, 1, None, "佣金"),
    }
    book = FigureBook(FIGURES, values, frozenset())
    found = planned(tmp_path, "2026-11-20,A104,劉平,2,12.50,新股", book=book)
    assert found.lines[0].changes == (
        Change("accounts opened", "1", "2"),
        Change("client questions", "佣金", "新股"),
    )
    assert [write.known and (write.known.id, write.known.version) for write in found.writes] == [
        (7, 3),
        (9, 1),
    ]
    assert found.counts == {Verdict.CHANGED: 1}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("2026-11-20,A104,劉平,1.5,,", "開戶數: 1.5: a whole number"),
        ("2026-11-20,A104,劉平,-1,,", "開戶數: -1: at least 0"),
        ("2026-11-20,A104,劉平,,1.234,", "新增資產(萬元): 1.234: at most 2 decimals"),
        ("2026-11-20,A104,劉平,many,,", "開戶數: “many” is no number"),
        ("2026-11-20,A999,,1,,", "工號: Nobody here is called “A999”"),
        ("2026-11-20,A104,何偉,1,,", "工號: A104 is 劉平 here"),
        ("2026-11-20,,,1,,", "工號: Please fill this in"),
        (
            "2026-11-20,,劉平,1,,",
            "工號: “劉平” could be 劉平 A104, 劉平 A106; type more, or the staff number",
        ),
        ("2026-11-24,A104,劉平,1,,", "日期: Tue 24 Nov 2026 is still to come"),
        ("2023-12-31,A104,劉平,1,,", "劉平 is not with the branch on that day"),
        (",A104,劉平,1,,", "日期: Please fill this in"),
        ("11-20,A104,劉平,1,,", "日期: “11-20” is no date with its year, such as 2026-11-28"),
        ("2026-13-20,A104,劉平,1,,", "日期: “2026-13-20” is no date with its year, such as 2026-11-28"),
    ],
)
def test_what_cannot_be_taken_says_why(tmp_path: Path, line: str, reason: str) -> None:
    found = planned(tmp_path, line)
    assert refusal(found, 2) == reason
    assert found.writes == ()


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    assert refusal(planned(tmp_path, "x,A999,,y,z,"), 2).count(";") == 3


def test_a_rest_days_figures_are_taken_with_a_note(tmp_path: Path) -> None:
    assert verdicts(planned(tmp_path, "2026-11-22,A104,劉平,1,,")) == [(2, "added", "not a working day")]


def test_names_alone_and_other_spellings_are_understood(tmp_path: Path) -> None:
    found = planned(tmp_path, "2026-11-20,,高芳,1,,", "2026-11-20,A104,刘平,1,,", "2026-11-20,A106,柳平,1,,")
    assert [write.person_id for write in found.writes] == [105, 104, 106]
    assert [line.reason for line in found.lines] == ["", "A104 is 劉平 here", "A106 is 劉平 here"]


def test_without_a_number_column_the_name_is_wrong(tmp_path: Path) -> None:
    found = planned(tmp_path, "2026-11-20,無人,1", titles="日期,姓名,開戶數")
    assert refusal(found, 2) == "姓名: Nobody here is called “無人”"


def test_a_day_of_somebody_told_twice(tmp_path: Path) -> None:
    line = "2026-11-20,A104,劉平,1,,"
    assert verdicts(planned(tmp_path, line, "2026/11/20,a104,,1,,")) == [
        (2, "added", ""),
        (3, "ignored", "the same as line 2"),
    ]
    found = planned(tmp_path, line, "2026-11-20,A104,劉平,2,,")
    assert [verdict for _, verdict, _ in verdicts(found)] == ["refused", "refused"]
    assert found.writes == ()


def test_a_line_that_tells_nothing_is_ignored(tmp_path: Path) -> None:
    assert verdicts(planned(tmp_path, "2026-11-20,A104,劉平,,,")) == [(2, "ignored", "nothing is told")]


@pytest.mark.parametrize(
    ("title", "text", "value"),
    [
        ("新增資產(萬元)", "12.5", "12.50"),
        ("新增資產（元）", "125000", "12.50"),
        ("新增资产[亿元]", "0.5", "5000.00"),
        ("New assets (yuan)", "1,250,000", "125.00"),
        ("新增資產", "12.5", "12.50"),
        ("新增資產(萬元)", "12.5萬", "12.50"),
        ("新增資產(戶)", "3", "3.00"),
    ],
)
def test_the_unit_in_the_title_holds(tmp_path: Path, title: str, text: str, value: str) -> None:
    found = planned(tmp_path, f'2026-11-20,A104,"{text}"', titles=f"日期,工號,{title}")
    assert told(found) == [(2, Decimal(value), "")]


def test_a_unit_too_fine_is_refused(tmp_path: Path) -> None:
    found = planned(tmp_path, "2026-11-20,A104,125010", "2026-11-20,A105,", titles="日期,工號,新增資產(元)")
    assert "at most 2 decimals" in refusal(found, 2)
    assert found.lines[1].verdict is Verdict.IGNORED


def test_a_teams_own_figure_is_known_by_its_name(tmp_path: Path) -> None:
    own = FigureLine(4, "own1", "拜訪", FigureKind.COUNT, "次", 0, 4, True, 1)
    renamed = FigureLine(1, "accounts", "新戶", FigureKind.COUNT, "", 0, 1, True, 1)
    figures = (renamed, own)
    assert told(
        planned(
            tmp_path,
            "2026-11-20,A104,3,1",
            titles="日期,工號,拜訪,新戶",
            book=FigureBook(figures, {}, frozenset()),
        )
    ) == [
        (1, Decimal(1), ""),
        (4, Decimal(3), ""),
    ]


def test_a_title_that_two_could_claim_is_the_first_ones() -> None:
    clash = FigureLine(4, "own1", "開戶數", FigureKind.COUNT, "", 0, 4, True, 1)
    named_like_a_column = FigureLine(5, "日期", "日期", FigureKind.COUNT, "", 0, 5, True, 1)
    titles = Titles(headers((*FIGURES, clash, named_like_a_column)))
    assert titles.key("開戶數") == "own1"
    assert titles.key("accounts") == "accounts"
    assert titles.key("日期") == "day"


def test_all_scripts_name_the_columns() -> None:
    titles = Titles(headers(FIGURES))
    keys = ["day", "number", "name", "accounts", "assets", "questions"]
    english = "Date,Staff number,Name,Accounts opened,New assets (10k yuan),Client questions"
    for line in (TITLES, "日期,工号,姓名,开户数,新增资产(万元),客户疑问", english):
        assert [titles.key(title) for title in line.split(",")] == keys


def test_a_file_without_any_day_has_no_span(tmp_path: Path) -> None:
    assert span(file_of(tmp_path, f"{TITLES}\nx,A104,,1,,", headers(FIGURES))) is None


def test_a_file_that_says_of_nobody_is_refused_as_a_whole(tmp_path: Path) -> None:
    with pytest.raises(MissingColumns, match="工號"):
        planned(tmp_path, "2026-11-20,1,,", titles="日期,開戶數,新增資產(萬元),客戶疑問")
