"""Workbooks: what cells show as text, which worksheet is read, and everything a broken package may be."""

# ruff: noqa: DTZ001 - a moment in a cell has no zone
from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from teamops.errors import (
    DamagedSpreadsheet,
    FileEmpty,
    FileTooLarge,
    NoKnownHeader,
    NotASpreadsheet,
    OtherSpreadsheet,
    ProtectedSpreadsheet,
    Refusal,
)
from teamops.importing import workbook as workbook_module
from teamops.importing.sheet import Header, Line, read_sheet

DATA = Path(__file__).parent.parent / "data"
HEADERS = (Header("number", ("工號",), required=True), Header("value", ("數值",)))
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
Parts = dict[str, bytes]


def save(path: Path, *sheets: list[list[Any]]) -> Path:
    book = Workbook()
    for rows in sheets:
        worksheet = book.create_sheet()
        for row in rows:
            worksheet.append(row)
    book.remove(book.worksheets[0])
    book.save(path)
    return path


def unpack(path: Path) -> Parts:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def pack(path: Path, parts: Parts) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def change(path: Path, part: str, edit: Callable[[bytes], bytes]) -> Path:
    parts = unpack(path)
    before = parts[part]
    parts[part] = edit(before)
    assert parts[part] != before
    return pack(path, parts)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (" 何偉　", "何偉"),
        ("007", "007"),
        (12, "12"),
        (12.0, "12"),
        (12.5, "12.5"),
        (0.1 + 0.2, "0.3"),
        (1e-7, "0.0000001"),
        (12345678901234567890, "12345678901234600000"),
        (-0.0, "0"),
        (True, "TRUE"),
        (False, "FALSE"),
        (date(2026, 10, 1), "2026-10-01"),
        (datetime(2026, 10, 1), "2026-10-01"),
        (datetime(2026, 10, 1, 8, 30), "2026-10-01 08:30"),
        (datetime(2026, 10, 1, 8, 30, 15), "2026-10-01 08:30:15"),
        (datetime(2026, 10, 1, 23, 59, 59, 700_000), "2026-10-02"),
        (time(8, 30), "08:30"),
        (time(8, 30, 5), "08:30:05"),
        (time(8, 29, 59, 999_000), "08:30"),
        (time(), "00:00"),
        (timedelta(hours=25, minutes=30), "25:30"),
        (-timedelta(minutes=90), "-01:30"),
        ("#N/A", "#N/A"),
        ("=1+1", ""),
        ("一\n二", "一\n二"),
        ("一_x000D_\n二_x000D_三", "一\n二\n三"),
    ],
)
def test_what_a_cell_shows(tmp_path: Path, value: object, text: str) -> None:
    file = save(tmp_path / "f.xlsx", [["工號", "數值"], ["A1", value]])
    assert read_sheet(file, HEADERS).lines == [Line(2, {"number": "A1", "value": text})]


def test_a_formula_shows_what_was_last_reckoned(tmp_path: Path) -> None:
    file = save(tmp_path / "f.xlsx", [["工號", "數值"], ["A1", "=1+1"]])
    change(
        file,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"<v />", b"<v>2</v>").replace(b"<v></v>", b"<v>2</v>"),
    )
    assert read_sheet(file, HEADERS).lines[0].cells["value"] == "2"


def test_a_day_no_calendar_has_shows_as_an_error(tmp_path: Path) -> None:
    file = save(tmp_path / "f.xlsx", [["工號", "數值"], ["A1", date(2026, 10, 1)]])
    change(file, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"<v>46296</v>", b"<v>99999999</v>"))
    assert read_sheet(file, HEADERS).lines[0].cells["value"] == "#VALUE!"


def share_strings(path: Path, table: str) -> Path:
    """Move the texts of a workbook whose cells hold 0, 1, … as text into a table, as Excel does."""
    main = b"application/vnd.openxmlformats-officedocument.spreadsheetml."
    part = (
        b'<Override PartName="/xl/sharedStrings.xml" ContentType="' + main + b'sharedStrings+xml"/></Types>'
    )
    change(path, "[Content_Types].xml", lambda xml: xml.replace(b"</Types>", part))
    change(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: re.sub(rb't="inlineStr"><is><t>(\d+)</t></is>', rb't="s"><v>\1</v>', xml),
    )
    return pack(path, unpack(path) | {"xl/sharedStrings.xml": table.encode()})


def test_texts_shared_between_cells(tmp_path: Path) -> None:
    file = save(tmp_path / "f.xlsx", [["0", "1"], ["2", "3"]])
    share_strings(
        file,
        f"<sst xmlns={MAIN!r}><si><t>工號</t></si><si><t>數值</t></si>"
        '<si><t xml:space="preserve"> 001 </t></si>'
        "<si><r><t>佣</t></r><r><rPr><b/></rPr><t>金</t></r></si></sst>",
    )
    assert read_sheet(file, HEADERS).lines == [Line(2, {"number": "001", "value": "佣金"})]


def test_a_shared_text_that_is_not_there(tmp_path: Path) -> None:
    file = share_strings(save(tmp_path / "f.xlsx", [["工號"], ["7"]]), f"<sst xmlns={MAIN!r}/>")
    with pytest.raises(DamagedSpreadsheet):
        read_sheet(file, HEADERS)


def test_titles_may_be_numbers_and_days(tmp_path: Path) -> None:
    file = save(tmp_path / "f.xlsx", [[2026], ["工號", 12, date(2026, 10, 1), None], ["A1", 1, 2, 3]])
    sheet = read_sheet(file, (HEADERS[0], Header("twelve", ("12",))))
    assert (sheet.titles, sheet.unknown) == (("2026",), ("2026-10-01",))
    assert sheet.lines == [Line(3, {"number": "A1", "twelve": "1"})]


def test_the_extension_does_not_matter(tmp_path: Path) -> None:
    file = save(tmp_path / "f.csv", [["工號"], ["A1"]])
    assert read_sheet(file, HEADERS, encoding="big5").encoding == "xlsx"


def test_the_visible_worksheet_with_the_most_titles(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["工號", "數值"], ["A1", 1]]
    file = save(tmp_path / "f.xlsx", rows, [["說明"], ["工號"]], [["表"], *rows], rows)
    change(
        file,
        "xl/workbook.xml",
        lambda xml: xml.replace(b'state="visible" r:id="rId1"', b'state="hidden" r:id="rId1"'),
    )
    sheet = read_sheet(file, HEADERS)
    assert (sheet.worksheet, sheet.header_line, sheet.passed_over) == ("Sheet3", 2, ("Sheet4",))


def test_rows_that_are_left_out_and_a_size_that_is_wrong(tmp_path: Path) -> None:
    file = save(tmp_path / "f.xlsx", [["工號", "數值"], ["A1", 1], [], [None, None], ["A2", 2], [None, " "]])
    change(file, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'ref="A1:B6"', b'ref="A1"'))
    sheet = read_sheet(file, HEADERS)
    assert [line.number for line in sheet.lines] == [2, 5]
    assert sheet.blank_lines == 2


def test_what_openpyxl_warns_of_stays_inside(tmp_path: Path) -> None:
    book = Workbook()
    worksheet = book.worksheets[0]
    worksheet.append(["工號", "數值"])
    worksheet.append(["A1", 1])
    worksheet["A1"].comment = Comment("x", "y")
    worksheet.add_data_validation(DataValidation("list", formula1='"a,b"', sqref="A2"))
    file = tmp_path / "f.xlsx"
    book.save(file)
    extension = b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    change(file, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</worksheet>", extension))
    change(file, "xl/styles.xml", lambda _xml: f"<styleSheet xmlns={MAIN!r}/>".encode())
    assert len(read_sheet(file, HEADERS).lines) == 1


def test_workbooks_with_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(FileEmpty):
        read_sheet(save(tmp_path / "f.xlsx", [], [[None, "  "]]), HEADERS)
    with pytest.raises(NoKnownHeader, match="found 甲, 2026-10-01; expected 工號, 數值"):
        read_sheet(save(tmp_path / "f.xlsx", [], [["表"], ["甲", date(2026, 10, 1)]]), HEADERS)


# --- broken, foreign and hostile packages -------------------------------------------------------------------


def test_a_package_cut_off_anywhere(tmp_path: Path) -> None:
    whole = (DATA / "branch-messy/equipment.xlsx").read_bytes()
    file = tmp_path / "f.xlsx"
    for length in (4, 30, 500, len(whole) // 2, len(whole) - 30, len(whole) - 1):
        file.write_bytes(whole[:length])
        with pytest.raises(
            DamagedSpreadsheet, match=r"f\.xlsx is damaged or only partly copied; fetch it again"
        ):
            read_sheet(file, HEADERS)


def test_random_damage_never_gets_past_the_refusals(tmp_path: Path) -> None:
    chance = random.Random(20261001)
    parts = unpack(save(tmp_path / "f.xlsx", [["工號", "數值"], ["A1", date(2026, 10, 1)], ["A2", "x"]]))
    names = [name for name in parts if name.startswith("xl/") and "theme" not in name] + [
        "[Content_Types].xml"
    ]
    refused = 0
    for _ in range(200):
        name = chance.choice(names)
        content = parts[name]
        start, end = sorted(chance.randrange(len(content)) for _ in range(2))
        junk = chance.choice([b"", b"-1", b"99999999999", b'"', b"\xff", b"<x>", b"1E999"])
        pack(tmp_path / "g.xlsx", parts | {name: content[:start] + junk + content[min(end, start + 9) :]})
        try:
            read_sheet(tmp_path / "g.xlsx", HEADERS)
        except Refusal:
            refused += 1
    assert refused > 100


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "[Content_Types].xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"]
)
def test_a_part_that_expands_without_end(tmp_path: Path, part: str) -> None:
    file = save(tmp_path / "f.xlsx", [["工號"], ["A1"]])
    levels = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{levels}]><x>&l9;</x>'
    change(file, part, lambda _xml: bomb.encode())
    with pytest.raises(DamagedSpreadsheet):
        read_sheet(file, HEADERS)


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_module, "_UNPACKED_MB", 1)
    file = save(tmp_path / "f.xlsx", [["工號"], ["A1"]])
    assert read_sheet(file, HEADERS).lines
    pack(file, unpack(file) | {"xl/media/image1.png": bytes(1 << 20)})
    assert file.stat().st_size < 10_000
    with pytest.raises(FileTooLarge, match="more than 1 MB"):
        read_sheet(file, HEADERS)


def test_a_row_number_beyond_any_worksheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_module, "_LAST_ROW", 1000)
    file = save(tmp_path / "f.xlsx", [["工號"], ["A1"]])
    change(
        file,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'r="2"', b'r="2000000000"').replace(b'"A2"', b'"A2000000000"'),
    )
    with pytest.raises(DamagedSpreadsheet):
        read_sheet(file, HEADERS)


def test_spreadsheets_of_another_kind(tmp_path: Path) -> None:
    file = pack(
        tmp_path / "f", {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b""}
    )
    with pytest.raises(OtherSpreadsheet, match=r"\(\.ods\)"):
        read_sheet(file, HEADERS)
    pack(file, {"[Content_Types].xml": b"", "xl/workbook.bin": b""})
    with pytest.raises(OtherSpreadsheet, match=r"\(\.xlsb\)"):
        read_sheet(file, HEADERS)
    for parts in (
        {"[Content_Types].xml": b"", "word/document.xml": b""},
        {"a.csv": b"x"},
        {"mimetype": b"application/epub+zip"},
    ):
        with pytest.raises(NotASpreadsheet):
            read_sheet(pack(file, parts), HEADERS)


def test_a_package_locked_with_a_password(tmp_path: Path) -> None:
    file = save(tmp_path / "f.xlsx", [["工號"], ["A1"]])
    content = bytearray(file.read_bytes())
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        directory = package.start_dir
    content[directory + 8] |= 1
    file.write_bytes(content)
    with pytest.raises(ProtectedSpreadsheet):
        read_sheet(file, HEADERS)
