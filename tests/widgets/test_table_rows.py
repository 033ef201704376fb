"""The rows and columns of a list: which it asks for, what it keeps when they change."""

from __future__ import annotations

import pytest

from teamops.widgets.rows import share
from teamops.widgets.table import Column, ListRows, Row, Table
from tests.widgets.table_host import NAMES, Host, Ledger, Shifted, lines, slips


async def test_asks_only_for_windows_of_a_million_rows() -> None:
    rows = Ledger()
    app = Host(Table(NAMES, rows))
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.press("end")
        assert any("line 999999" in line for line in lines(app))
        await pilot.press("home", "pagedown", "down")
        assert app.table.cursor_index == 22
    assert all(count <= 72 for _first, count in rows.asked)
    assert len(rows.asked) <= 4


async def test_held_arrow_asks_once_a_page() -> None:
    rows = Ledger()
    app = Host(Table(NAMES, rows))
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.press(*["down"] * 120)
    assert len(rows.asked) <= 4


async def test_rows_that_went_away_meanwhile_are_blank() -> None:
    rows = Ledger(30)
    app = Host(Table(NAMES, rows))
    async with app.run_test(size=(60, 8)) as pilot:
        rows.count = 3
        app.table.show_rows(rows)
        app.table._count = 30
        app.table._redraw()
        await pilot.pause()
        asked = len(rows.asked)
        assert lines(app)[5] == ""
        app.table._redraw()
        await pilot.pause()
        assert len(rows.asked) == asked


async def test_keeps_the_cursor_on_its_record() -> None:
    app = Host(Table(NAMES, slips(30)))
    async with app.run_test(size=(40, 8)) as pilot:
        app.table.move_to(20)
        await pilot.pause()
        above = lines(app).index(next(line for line in lines(app) if line.startswith("▸20")))
        app.said.clear()
        app.table.show_rows(ListRows([Row("new", ("0", "new", "0")), *slips(30).window(0, 30)]))
        await pilot.pause()
        assert (app.table.cursor_key, app.table.cursor_index) == ("V20", 21)
        assert lines(app)[above].startswith("▸20")
        assert app.said == []


async def test_keeps_its_place_when_the_record_is_gone() -> None:
    app = Host(Table(NAMES, slips(30)))
    async with app.run_test(size=(40, 8)) as pilot:
        app.table.move_to(29)
        app.table.show_rows(slips(10))
        await pilot.pause()
        assert (app.table.cursor_key, app.table.cursor_index) == ("V9", 9)
        assert app.said[-1] == ("at", "V9", 9)
        assert any(line.startswith("▸9 Nov") for line in lines(app))
        app.table.show_rows(ListRows())
        assert app.table.cursor_key is None
        app.table.show_rows(slips(2))
        await pilot.pause()
        assert app.said[-1] == ("at", "V0", 0)


async def test_without_keep_it_begins_at_the_top() -> None:
    app = Host(Table(NAMES, slips(30), selectable=True))
    async with app.run_test(size=(40, 8)) as pilot:
        await pilot.press("space", "end")
        app.table.show_rows(slips(30, start=5), keep=False)
        await pilot.pause()
        assert app.table.cursor_key == "V5"
        assert not app.table.selected
        assert app.table.scroll_offset.y == 0


async def test_rows_without_places_are_looked_for_round_the_cursor() -> None:
    app = Host(Table(NAMES, Ledger()))
    async with app.run_test(size=(40, 8)):
        app.table.move_to(500)
        assert not app.table.move_to_key(7)
        app.table.show_rows(Ledger())
        assert app.table.cursor_key == 500
        app.table.show_rows(Shifted())
        assert (app.table.cursor_key, app.table.cursor_index) == (500, 502)
        app.table.show_rows(Ledger(100))
        assert app.table.cursor_index == 99


async def test_goes_to_a_key() -> None:
    app = Host(Table(NAMES, slips(30)))
    async with app.run_test(size=(40, 8)):
        assert app.table.move_to_key("V17")
        assert app.table.cursor_index == 17
        assert not app.table.move_to_key("nobody")
        assert app.table.cursor_index == 17
        assert app.table.row_count == 30


async def test_other_columns() -> None:
    app = Host(Table(NAMES, slips(3)))
    async with app.run_test(size=(40, 9)) as pilot:
        app.table.show_columns((Column("only"),))
        await pilot.pause()
        assert lines(app)[1:3] == [" only", "▸0 Nov"]
        app.table.show_columns(())
        await pilot.pause()
        assert lines(app)[2] == "▸"


async def test_columns_of_low_priority_vanish_when_it_narrows() -> None:
    columns = (
        Column("date", 6),
        Column("name", minimum=8),
        Column("note", 10, priority=-1),
        Column("sum", 7, "right"),
    )
    row = Row(1, ("23 Nov", "Golden Bridge Ltd", "call back", "1,284"))
    app = Host(Table(columns, ListRows([row])))
    async with app.run_test(size=(60, 6)) as pilot:
        assert lines(app)[2] == "▸23 Nov Golden Bridge Ltd              call back    1,284"
        await pilot.resize_terminal(36, 6)
        await pilot.pause()
        assert lines(app)[2] == "▸23 Nov Golden Bridge Ltd   1,284"
        await pilot.resize_terminal(24, 6)
        await pilot.pause()
        assert lines(app)[2] == "▸23 Nov Golden Bridg…"
        await pilot.resize_terminal(10, 6)
        await pilot.pause()
        assert lines(app)[2] == "▸23 Nov"
        await pilot.resize_terminal(3, 6)
        await pilot.pause()
        assert lines(app)[2] == "▸"


@pytest.mark.parametrize(
    ("width", "shares"),
    [
        (40, [(0, 6), (1, 10), (2, 16), (3, 5)]),
        (25, [(0, 6), (1, 5), (2, 6), (3, 5)]),
        (22, [(0, 6), (1, 4), (2, 4), (3, 5)]),
        (21, [(0, 6), (2, 8), (3, 5)]),
        (16, [(0, 6), (3, 5)]),
        (8, [(0, 6)]),
        (3, [(0, 3)]),
        (-1, [(0, 0)]),
    ],
)
def test_share(width: int, shares: list[tuple[int, int]]) -> None:
    columns = [Column("a", 6), Column("b", priority=-2), Column("c", weight=2, priority=-1), Column("d", 5)]
    assert share(columns, width) == shares


def test_share_of_no_columns() -> None:
    assert share([], 10) == []


def test_all_the_width_is_shared() -> None:
    columns = [Column("", weight=weight) for weight in (1, 2, 3)]
    assert sum(cells for _place, cells in share(columns, 42)) == 40
