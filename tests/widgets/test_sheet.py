"""Cells: what is kept, what is refused, blocks from a spreadsheet."""

from __future__ import annotations

import pytest

from teamops.errors import NotANumber
from teamops.widgets.sheet import Entry, GridColumn, GridRow, Place, Sheet, block


def whole(text: str) -> str:
    if not text.isdigit():
        raise NotANumber(text)
    return str(int(text))


@pytest.fixture
def sheet() -> Sheet:
    columns = [GridColumn("visits", "Visits", parse=whole), GridColumn("note", "Note", align="left")]
    return Sheet(columns, [GridRow("A101", "Xu Jing", {"visits": "3"}), GridRow("A102", "Li Na")])


def test_texts_by_place(sheet: Sheet) -> None:
    assert [sheet.text(Place(0, 0)), sheet.text(Place(1, 0)), sheet.text(Place(0, 1))] == ["3", "", ""]
    assert sheet.place("A102", "note") == (1, 1)
    assert (sheet.row_of("A102"), sheet.row_of("A999")) == (1, None)
    assert (sheet.column_of("note"), sheet.column_of("gone")) == (1, None)
    with pytest.raises(KeyError):
        sheet.place("A999", "note")


def test_a_text_is_kept_as_its_column_reads_it(sheet: Sheet) -> None:
    cell = Place(0, 0)
    assert sheet.enter(cell, " 007 ") is Entry.CHANGED
    assert sheet.text(cell) == "7"
    assert sheet.enter(cell, "7") is Entry.SAME
    assert sheet.enter(cell, "") is Entry.CHANGED
    assert sheet.text(cell) == ""
    assert sheet.enter(Place(0, 1), "午後 two") is Entry.CHANGED


def test_a_refused_text_stays_with_its_message(sheet: Sheet) -> None:
    cell = Place(0, 0)
    assert sheet.enter(cell, "1o") is Entry.REFUSED
    assert sheet.text(cell) == "1o"
    assert sheet.errors == {cell: str(NotANumber("1o"))}
    assert sheet.enter(cell, "1o") is Entry.SAME
    assert sheet.enter(cell, "2o") is Entry.REFUSED
    assert sheet.column_texts(0) == ["", ""]
    assert sheet.enter(cell, "2") is Entry.CHANGED
    assert sheet.errors == {}
    assert sheet.column_texts(0) == ["2", ""]


def test_a_cell_put_right_has_changed_though_its_text_is_empty(sheet: Sheet) -> None:
    cell = Place(1, 0)
    sheet.enter(cell, "x")
    assert sheet.enter(cell, "") is Entry.CHANGED
    assert sheet.enter(cell, "") is Entry.SAME


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]),
        ("1\r\r2", [["1"], [""], ["2"]]),
        ("one", [["one"]]),
        ("", [[""]]),
        ('"two\nlines"\t"say ""so"""\n', [["two\nlines", 'say "so"']]),
        ('5" pipe\t1\n2\t3', [['5" pipe', "1"], ["2", "3"]]),
        ('"open\t1\n2', [['"open', "1"], ["2"]]),
        ("\t\n\t1", [["", ""], ["", "1"]]),
    ],
)
def test_block(text: str, cells: list[list[str]]) -> None:
    assert block(text) == cells
