"""The sheet one types into: what is in sight and where its cursor goes."""

from __future__ import annotations

import pytest

from teamops.errors import NotANumber
from teamops.widgets.grid import Grid, GridColumn, GridRow
from tests.screen_text import screen_text
from tests.widgets.grid_host import COLUMNS, ROWS, Host, lines, paste, total, wide


async def test_draws_names_cells_and_totals() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)):
        assert screen_text(app).splitlines() == [
            "╭─ Figures ────────────────────────────────╮",
            "│ Name     Accounts Visits Note            │",
            "│▸Xu Jing         3      1                 │",
            "│ Li Na           4                        │",
            "│ 王小明                                   │",
            "│ Total           7      1                 │",
            "│                                          │",
            "╰──────────────────────────────────────────╯",
            "other",
        ]
        assert app.grid.hint == "opened today"


@pytest.mark.parametrize(
    ("keys", "row", "column"),
    [
        (["right"], "A101", "visits"),
        (["right", "left", "left"], "A101", "accounts"),
        (["down", "down", "down"], "A104", "accounts"),
        (["down", "up", "up"], "A101", "accounts"),
        (["end"], "A101", "note"),
        (["end", "home"], "A101", "accounts"),
        (["ctrl+end"], "A104", "note"),
        (["ctrl+end", "ctrl+home"], "A101", "accounts"),
        (["pagedown"], "A104", "accounts"),
        (["pagedown", "pageup"], "A101", "accounts"),
        (["tab", "tab", "tab"], "A102", "accounts"),
        (["down", "shift+tab"], "A101", "note"),
    ],
)
async def test_keys_move_the_cursor(keys: list[str], row: str, column: str) -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.press(*keys)
        assert (app.grid.row_key, app.grid.column_key) == (row, column)
        assert app.said[-1] == ("at", row, column)


async def test_columns_move_whole_beside_the_names() -> None:
    app = Host(wide())
    async with app.run_test(size=(41, 10)) as pilot:
        assert lines(app)[1].split() == ["1", "2", "3", "4", "5›"]
        await pilot.press(*["right"] * 5)
        assert lines(app)[1].split() == ["‹", "2", "3", "4", "5", "6›"]
        assert lines(app)[2].split()[:6] == ["▸A0", "0.2", "0.3", "0.4", "0.5", "0.6"]
        assert lines(app)[3].split() == ["A1", "1.2", "1.3", "1.4", "1.5", "1.6"]
        await pilot.press("end")
        assert lines(app)[1].split() == ["‹", "8", "9", "10", "11", "12"]
        await pilot.press("home")
        assert lines(app)[1].split() == ["1", "2", "3", "4", "5›"]


async def test_totals_stay_at_the_foot_while_rows_scroll() -> None:
    app = Host(wide(totals=lambda _key, texts: str(len(texts))))
    async with app.run_test(size=(41, 10)) as pilot:
        assert lines(app)[7].split() == ["30"] * 5
        await pilot.press("ctrl+end")
        assert lines(app)[6].split()[0] == "▸A29"
        await pilot.press("ctrl+home", "pagedown", "pagedown")
        assert app.grid.row_key == 10
        await pilot.press("pageup", "up", "up")
        assert lines(app)[2].split()[0] == "▸A3"


async def test_wider_and_narrower() -> None:
    app = Host(wide())
    async with app.run_test(size=(41, 10)) as pilot:
        await pilot.press("end")
        await pilot.resize_terminal(100, 10)
        await pilot.pause()
        assert lines(app)[1].split() == [str(day) for day in range(1, 13)]
        await pilot.resize_terminal(14, 6)
        await pilot.pause()
        assert app.grid.column_key == "d12"
        assert lines(app)[2].split() == ["▸A0", "0.12"]
        await pilot.resize_terminal(4, 4)
        await pilot.pause()
        assert app.is_running


async def test_the_column_of_the_cursor_is_bold_in_the_header() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.press("right")
        strip = app.screen._compositor.render_strips()[1]
        bold = [part.text.strip() for part in strip if part.style and part.style.bold]
        assert bold == ["Visits"]


async def test_a_click_goes_to_a_cell_and_two_edit_it() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.click(Grid, offset=(22, 3))
        assert (app.grid.row_key, app.grid.column_key) == ("A102", "visits")
        await pilot.click(Grid, offset=(14, 2), times=2)
        assert app.grid.editing
        await pilot.press("0", "enter")
        assert app.grid.text_at("A101", "accounts") == "30"
        before = (app.grid.row_key, app.grid.column_key)
        for offset in ((22, 1), (22, 5), (22, 6), (3, 2), (0, 0)):
            await pilot.click(Grid, offset=offset)
        assert (app.grid.row_key, app.grid.column_key) == before


async def test_from_outside() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        app.grid.put("A104", "visits", "8")
        app.grid.put("A104", "accounts", "x")
        app.grid.move_to("A104", "visits")
        await pilot.pause()
        assert lines(app)[4].split() == ["▸王小明", "!", "x", "8"]
        assert app.news("changed", "problem", "at")[1:] == [
            ("changed", "A104", "visits", "8"),
            ("problem", "A104", "accounts", str(NotANumber("x"))),
            ("at", "A104", "visits"),
        ]
        with pytest.raises(KeyError):
            app.grid.put("A104", "gone", "1")


async def test_other_rows_keep_the_cursor_on_its_cell() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.press("down", "right", "5")
        app.said.clear()
        app.grid.show_sheet(COLUMNS, (GridRow("A100", "First"), *ROWS))
        await pilot.pause()
        assert (app.grid.row_key, app.grid.column_key) == ("A102", "visits")
        assert not app.grid.editing
        assert app.said == []
        app.grid.show_sheet(COLUMNS[:1], ROWS[:1])
        await pilot.pause()
        assert app.said == [("at", "A101", "accounts")]
        assert lines(app)[3].split() == ["Total", "3"]


async def test_an_empty_grid_takes_no_key() -> None:
    app = Host(Grid(totals=total))
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.press("1", "down", "enter", "delete", "tab")
        await paste(app, pilot, "1\t2")
        app.grid.edit()
        assert app.said == [("section",)]
        assert (app.grid.row_key, app.grid.column_key, app.grid.hint) == (None, "", "")
        app.grid.show_sheet(COLUMNS, ())
        await pilot.pause()
        assert lines(app)[1].split() == ["Accounts", "Visits›"]
        app.grid.show_sheet((), ROWS)
        await pilot.pause()
        assert lines(app)[2].split() == ["▸Xu", "Jing"]


async def test_names_and_titles_are_literal() -> None:
    columns = (GridColumn("a", "[b]T[/]", 8),)
    app = Host(Grid(columns, [GridRow(1, "\x1b[2J[@click=app.quit]x[/]", {"a": "[/]"})], label_width=30))
    async with app.run_test(size=(60, 6)) as pilot:
        assert lines(app)[1].split() == ["[b]T[/]"]
        assert lines(app)[2].split() == ["▸␛[2J[@click=app.quit]x[/]", "[/]"]
        await pilot.click(Grid, offset=(10, 2))
        assert app.is_running


async def test_the_light_theme() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        dark = {str(part.style) for part in app.screen._compositor.render_strips()[3]}
        app.theme = "textual-light"
        await pilot.pause()
        light = {str(part.style) for part in app.screen._compositor.render_strips()[3]}
        assert dark.isdisjoint(light)
