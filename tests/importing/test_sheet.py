"""Files as they come: the branch's own, clean and messy; titles in every spelling; what is refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from teamops.errors import (
    DoubledColumn,
    FileEmpty,
    FileIsFolder,
    FileMissing,
    FileTooLarge,
    FileUnreadable,
    MissingColumns,
    NoKnownHeader,
    NotASpreadsheet,
    OtherSpreadsheet,
    ProtectedSpreadsheet,
)
from teamops.importing import sheet as sheet_module
from teamops.importing.sheet import Header, Line, Sheet, read_sheet

DATA = Path(__file__).parent.parent / "data"

NUMBER = Header("number", ("工號", "工号", "staff number"), required=True)
NAME = Header("name", ("姓名", "name"))
DAY = Header("day", ("日期", "date"))
ASSETS = Header("assets", ("新增資產", "新增资产", "new assets"))


def also(**names: str) -> tuple[Header, ...]:
    """Headers by key, the spellings of each between bars."""
    return tuple(Header(key.rstrip("_"), tuple(spellings.split("|"))) for key, spellings in names.items())


PEOPLE = (
    NUMBER,
    NAME,
    *also(group="小組|小组", outlet="網點|网点", post="崗位|岗位", joined="入職日期|入职日期"),
    *also(born="出生日期", phone="聯繫電話|联系电话"),
)
FIGURES = (DAY, NUMBER, NAME, ASSETS, *also(opened="開戶數", questions="客戶疑問"))
TARGETS = (NUMBER, NAME, *also(month="月份", opened="開戶數目標", assets="新增資產目標"))
OUTLETS = also(number="網點編號", opens="上班", contact="網點聯繫人")
PUNCHES = (
    *(NAME, NUMBER, DAY),
    *also(shift="班次", in_="上班1打卡時間", out="下班1打卡時間", approval="關聯的審批單"),
)
EQUIPMENT = (
    DAY,
    *also(voucher="憑證編號", item="物品編號", in_="入庫數量", out="出庫數量"),
    *also(where="領用人/存放地", price="單價", note="備註"),
)


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def cells(sheet: Sheet) -> list[dict[str, str]]:
    return [line.cells for line in sheet.lines]


# --- the branch's files -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "headers", "encoding", "header_line", "count", "last", "blank"),
    [
        ("branch/people.csv", PEOPLE, "utf-8", 1, 16, 17, 0),
        ("branch/outlets.csv", OUTLETS, "utf-8", 1, 4, 5, 0),
        ("branch/figures.csv", FIGURES, "utf-8", 1, 216, 217, 0),
        ("branch/targets.csv", TARGETS, "utf-8", 1, 12, 13, 0),
        ("branch/punches.csv", PUNCHES, "utf-8", 1, 496, 497, 0),
        ("branch/equipment.xlsx", EQUIPMENT, "xlsx", 1, 62, 63, 0),
        ("branch-messy/people.csv", PEOPLE, "gb18030", 1, 18, 20, 1),
        ("branch-messy/outlets.csv", OUTLETS, "utf-8", 1, 4, 5, 0),
        ("branch-messy/figures.csv", FIGURES, "utf-8", 1, 216, 217, 0),
        ("branch-messy/targets.csv", TARGETS, "utf-8", 1, 12, 13, 0),
        ("branch-messy/punches.csv", PUNCHES, "utf-8", 3, 498, 502, 1),
        ("branch-messy/equipment.xlsx", EQUIPMENT, "xlsx", 3, 61, 68, 4),
    ],
)
def test_every_file_of_the_branch_is_read(
    file: str, headers: tuple[Header, ...], encoding: str, header_line: int, count: int, last: int, blank: int
) -> None:
    sheet = read_sheet(DATA / file, headers)
    assert (sheet.path, sheet.encoding, sheet.header_line) == (DATA / file, encoding, header_line)
    assert (len(sheet.lines), sheet.lines[-1].number, sheet.blank_lines) == (count, last, blank)
    assert [line.number for line in sheet.lines] == sorted({line.number for line in sheet.lines})
    assert set(sheet.columns) == {header.key for header in headers}
    assert not any(line.surplus for line in sheet.lines)


def test_traditional_names_in_a_gbk_file() -> None:
    sheet = read_sheet(DATA / "branch-messy/people.csv", PEOPLE)
    assert sheet.lines[0] == Line(
        2,
        {
            "number": "A101", "name": "馬傑", "group": "第一組", "outlet": "營業部大廳", "post": "團隊負責人",
            "joined": "2023-07-24", "born": "1998-06-12", "phone": "12233214688",
        },
    )  # fmt: skip
    by_line = {line.number: line.cells for line in sheet.lines}
    assert 6 not in by_line  # the blank line
    assert by_line[8]["joined"] == "2025年04月19日"
    assert by_line[10]["name"] == "曹芳"  # between an ordinary and a full-width space
    assert by_line[11] == by_line[12]  # a line twice is two lines
    assert by_line[20]["name"] == ""


def test_rows_above_the_header_are_kept_as_titles() -> None:
    sheet = read_sheet(DATA / "branch-messy/punches.csv", PUNCHES)
    assert sheet.titles == ("每日統計表 統計日期：2026-10-01 至 2026-10-31", "報表生成時間：2026-11-01 09:02")
    assert sheet.unknown == ("部門", "上班1打卡結果", "下班1打卡結果")
    assert sheet.lines[0].number == 4
    assert "０８:２１" in {line.cells["in"] for line in sheet.lines}  # as typed
    assert sheet.lines[-1].cells["day"] == "26-10-01"


def test_a_workbook_with_titles_and_days_as_days_and_as_text() -> None:
    sheet = read_sheet(DATA / "branch-messy/equipment.xlsx", EQUIPMENT)
    assert sheet.titles[0] == "××證券××營業部營銷團隊實物管理明細表"
    assert sheet.worksheet == "實物管理明細表"
    by_line = {line.number: line.cells for line in sheet.lines}
    assert (by_line[4]["day"], by_line[10]["day"]) == ("2026-08-22", "2026.08.25")
    assert (by_line[4]["in"], by_line[4]["out"], by_line[4]["price"]) == ("1", "", "5299")
    assert by_line[13]["price"] == "0.6"
    assert by_line[67]["item"] == ""
    assert not {17, 31, 45, 59} & set(by_line)


# --- titles -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "title",
    [
        "新增資產(萬元)", "新增资产（万元）", "新增資產", " 新增　資產 ", "新增資產［萬元］",
        "新增資產【萬元】",
        "New Assets", "NEW_ASSETS", "ｎｅｗ　ａｓｓｅｔｓ (10k)", '"新增資產\n(萬元)"', "新增資產\u200b",
    ],
)  # fmt: skip
def test_a_title_in_any_spelling(tmp_path: Path, title: str) -> None:
    sheet = read_sheet(write(tmp_path / "f.csv", f"工號,{title}\nA1,12.5\n"), FIGURES)
    assert cells(sheet) == [{"number": "A1", "assets": "12.5"}]
    assert sheet.columns["assets"] == title.strip(' 　"')


def test_a_unit_in_brackets_tells_two_headers_apart(tmp_path: Path) -> None:
    headers = (Header("yuan", ("金額(元)",)), Header("wan", ("金額(萬元)",)), Header("day", ("日期(日)",)))
    sheet = read_sheet(write(tmp_path / "f.csv", "金額（萬元）,金額(元),金額,日期\n1,10000,?,2\n"), headers)
    assert cells(sheet) == [{"wan": "1", "yuan": "10000", "day": "2"}]
    assert sheet.unknown == ("金額",)


def test_two_headers_of_one_title_are_a_fault() -> None:
    with pytest.raises(ValueError, match="NAME"):
        read_sheet(DATA / "branch/people.csv", (NAME, Header("other", ("NAME",))))


def test_columns_in_any_order_with_unknown_and_nameless_ones(tmp_path: Path) -> None:
    file = write(tmp_path / "f.csv", "備註,姓名,,工號\nx,何偉,y,A1\n,,,\n,孫靜\n,,z,\n")
    sheet = read_sheet(file, PEOPLE)
    assert sheet.lines == [
        Line(2, {"name": "何偉", "number": "A1"}),
        Line(4, {"name": "孫靜", "number": ""}),
        Line(5, {"name": "", "number": ""}),
    ]
    assert (sheet.unknown, sheet.blank_lines) == (("備註",), 1)


def test_one_column_alone(tmp_path: Path) -> None:
    sheet = read_sheet(write(tmp_path / "f.csv", "工號\n A1\nA2\n"), (NUMBER,))
    assert sheet.lines == [Line(2, {"number": "A1"}), Line(3, {"number": "A2"})]


def test_what_stands_beyond_the_last_title_is_not_lost(tmp_path: Path) -> None:
    sheet = read_sheet(
        write(tmp_path / "f.csv", "工號,客戶疑問,\nA1,費用,佣金, 稅,\nA2,無,,\n,,,?\n"), FIGURES
    )
    assert [line.surplus for line in sheet.lines] == [("佣金", "稅"), (), ("?",)]


def test_blank_lines_at_the_end_do_not_count(tmp_path: Path) -> None:
    sheet = read_sheet(write(tmp_path / "f.csv", "工號\n\nA1\n,\n　\nA2\n\n,,\n\n"), (NUMBER,))
    assert [line.number for line in sheet.lines] == [3, 6]
    assert sheet.blank_lines == 3


def test_a_header_alone_has_no_lines(tmp_path: Path) -> None:
    assert read_sheet(write(tmp_path / "f.csv", "工號,姓名"), PEOPLE).lines == []


def test_the_header_may_be_the_twentieth_row_but_no_later(tmp_path: Path) -> None:
    for above, found in ((19, True), (20, False)):
        file = write(tmp_path / "f.csv", "表頭\n" * above + "工號\nA1\n")
        if found:
            assert read_sheet(file, PEOPLE).header_line == 20
        else:
            with pytest.raises(NoKnownHeader):
                read_sheet(file, PEOPLE)


def test_the_row_with_the_most_titles_is_the_header(tmp_path: Path) -> None:
    sheet = read_sheet(write(tmp_path / "f.csv", "姓名,表\n工號,姓名\nA1,何偉\n"), PEOPLE)
    assert (sheet.header_line, sheet.titles) == (2, ("姓名 表",))


# --- refusals -----------------------------------------------------------------------------------------------


def test_a_file_that_is_not_there_or_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(FileMissing, match=r"no file .*none\.csv; check"):
        read_sheet(tmp_path / "none.csv", PEOPLE)
    with pytest.raises(FileMissing):
        read_sheet(write(tmp_path / "f.csv", "x") / "g.csv", PEOPLE)
    with pytest.raises(FileMissing):
        read_sheet(tmp_path / "a\0b.csv", PEOPLE)
    with pytest.raises(FileIsFolder, match="is a folder; name one file"):
        read_sheet(tmp_path, PEOPLE)


def test_a_file_the_system_keeps_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileUnreadable, match=r"cannot be read \(Permission denied\); close it"):
        read_sheet(tmp_path / "f.csv", PEOPLE)


@pytest.mark.parametrize(
    "content", [b"", b"\r\n\r\n", b"\xef\xbb\xbf", b",,,\r\n,,\r\n", b"\xff\xfe\r\0\n\0", bytes(4096)]
)
def test_a_file_with_nothing_in_it(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "f.csv"
    file.write_bytes(content)
    with pytest.raises(FileEmpty, match=r"f\.csv is empty"):
        read_sheet(file, PEOPLE)


def test_a_file_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_module, "_LIMIT_MB", 1)
    file = write(tmp_path / "f.csv", "工號\n" + "A1\n" * 300_000)
    assert len(read_sheet(file, (NUMBER,)).lines) == 300_000
    with pytest.raises(FileTooLarge, match="more than 1 MB; split it"):
        read_sheet(write(tmp_path / "f.csv", "工號\n" + "A1\n" * 350_000), (NUMBER,))


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01", b"%PDF-1.7\n1 0 obj\n",
        b"<html><table><tr><td>\xe5\xb7\xa5</td></tr></table>",
        b"\xef\xbb\xbf<?xml version='1.0'?>\n<Workbook/>", bytes(range(1, 256)), b"\x01\x02\x03abc",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument\0".encode("utf-16-le"),
    ],
)  # fmt: skip
def test_something_else_under_a_spreadsheet_name(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "f.csv"
    file.write_bytes(content)
    with pytest.raises(NotASpreadsheet, match=r"f\.csv is neither CSV nor .* save it from Excel as"):
        read_sheet(file, PEOPLE)


def test_an_old_or_a_locked_workbook_is_named(tmp_path: Path) -> None:
    file = tmp_path / "f.xlsx"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook\0".encode("utf-16-le"))
    with pytest.raises(OtherSpreadsheet, match=r"\(\.xls\); open it in Excel and save it as \.xlsx"):
        read_sheet(file, PEOPLE)
    file.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage\0".encode("utf-16-le")
    )
    with pytest.raises(ProtectedSpreadsheet, match="locked with a password; take it off"):
        read_sheet(file, PEOPLE)


def test_titles_none_of_which_is_known(tmp_path: Path) -> None:
    file = write(tmp_path / "f\x1b.csv", "說明\n編號,\x1b[31m項目\x07,金額\n1,2,3\n")
    with pytest.raises(NoKnownHeader) as refusal:
        read_sheet(file, (NUMBER, NAME))
    assert "found 編號, ␛[31m項目␇, 金額; expected 工號, 姓名. Is it" in str(refusal.value)
    assert str(refusal.value).isprintable()
    with pytest.raises(NoKnownHeader, match="found a, b, c, d, e, f, g, h …; expected"):
        read_sheet(write(file, "a,b,c,d,e,f,g,h,i\n"), PEOPLE)
    with pytest.raises(NoKnownHeader, match="found –; expected"):
        read_sheet(write(file, "\n" * 30 + "工號\n"), PEOPLE)


def test_columns_that_are_missing_or_twice(tmp_path: Path) -> None:
    headers = (NUMBER, Header("name", ("姓名", "name"), required=True), DAY)
    with pytest.raises(MissingColumns, match=r"missing: 工號, 姓名\. Add them, .*line 2"):
        read_sheet(write(tmp_path / "f.csv", "表\n日期,x\n"), headers)
    with pytest.raises(DoubledColumn, match=r"same meaning: Name, 姓名 \(line 1\)\. Take out all but one"):
        read_sheet(write(tmp_path / "f.csv", "工號,Name,姓名\n"), headers)


def test_refusals_are_translated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = {"{name} is empty; export it again.": "{name}是空的，請重新匯出。"}
    monkeypatch.setattr("teamops.errors.files._", catalogue.__getitem__)
    with pytest.raises(FileEmpty, match=r"^f\.csv是空的，請重新匯出。$"):
        read_sheet(write(tmp_path / "f.csv", ""), PEOPLE)


def test_a_csv_is_read_without_openpyxl() -> None:
    code = (
        "import sys; from pathlib import Path; from teamops.importing.sheet import *; "
        "read_sheet(Path(sys.argv[1]), [Header('n', ('工號',))]); sys.exit('openpyxl' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, str(DATA / "branch/people.csv")], check=True)
