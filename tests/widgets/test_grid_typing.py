"""What is typed and pasted into a grid: keys as in a spreadsheet, composed text, what is refused."""

from __future__ import annotations

from textual import events
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widgets import Label

from teamops.errors import NotANumber
from tests.widgets.grid_host import ROWS, Host, lines, paste


async def type_as_input_method(app: Host, pilot: Pilot[None], *pieces: str) -> None:
    """Composed text as terminals send it: key events that carry the characters."""
    for piece in pieces:
        app.post_message(events.Key(piece, piece))
    await pilot.pause()


async def test_typing_overwrites_and_enter_goes_down() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.press("1")
        assert app.grid.editing
        assert "section" not in str(app.said)
        await pilot.press("2", "enter", "n", "escape")
        assert app.grid.text_at("A101", "accounts") == "12"
        assert app.grid.row_key == "A102"
        assert app.news("changed") == [("changed", "A101", "accounts", "12")]
        assert lines(app)[5].split()[:2] == ["Total", "16"]


async def test_enter_and_f2_edit_in_place() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.press("enter", "left", "9", "enter")
        assert app.grid.text_at("A101", "accounts") == "93"
        await pilot.press("f2", "home", "delete", "5", "end", "backspace", "6", "up")
        assert app.grid.text_at("A102", "accounts") == "6"
        assert app.grid.row_key == "A101"


async def test_arrows_end_an_overwriting_but_move_in_an_edit() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.press("8", "right")
        assert (app.grid.text_at("A101", "accounts"), app.grid.column_key) == ("8", "visits")
        await pilot.press("1", "2", "f2", "left", "3", "down")
        assert app.grid.text_at("A101", "visits") == "132"
        await pilot.press("4", "f2", "f2", "left")
        assert (app.grid.text_at("A102", "visits"), app.grid.column_key) == ("4", "accounts")


async def test_tab_takes_what_was_typed_and_goes_right() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.press("5", "tab", "6", "shift+tab")
        assert app.grid.column_key == "accounts"
        assert app.news("changed") == [
            ("changed", "A101", "accounts", "5"),
            ("changed", "A101", "visits", "6"),
        ]


async def test_tab_leaves_the_grid_at_its_ends() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.press("ctrl+end", "x", "tab")
        assert isinstance(app.focused, Label)
        assert app.grid.text_at("A104", "note") == "x"
        await pilot.press("shift+tab", "ctrl+home", "shift+tab")
        assert isinstance(app.focused, Label)
        assert app.grid.row_key == "A101"


async def test_esc_gives_the_edit_up_then_goes_back() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.press("7", "escape")
        assert not app.grid.editing
        assert app.grid.text_at("A101", "accounts") == "3"
        assert app.news("changed", "back") == []
        await pilot.press("escape")
        assert app.news("back") == [("back",)]


async def test_delete_and_backspace_clear() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.press("delete", "right", "backspace", "delete")
        assert app.news("changed") == [("changed", "A101", "accounts", ""), ("changed", "A101", "visits", "")]


async def test_leaving_takes_what_was_typed() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.press("9", "ctrl+s")
        assert sorted(app.news("changed", "save")) == [("changed", "A101", "accounts", "9"), ("save",)]
        assert app.grid.text_at("A101", "accounts") == "9"
        await pilot.press("8")
        app.query_one(Label).focus()
        await pilot.pause()
        assert app.grid.text_at("A101", "accounts") == "8"


async def test_an_unchanged_cell_says_nothing() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.press("f2", "enter")
        assert app.news("changed") == []


async def test_a_refused_text_stays_marked_until_it_is_put_right() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.press("1", "o", "enter")
        message = str(NotANumber("1o"))
        assert app.grid.text_at("A101", "accounts") == "1o"
        assert app.grid.error_at("A101", "accounts") == message
        assert app.grid.error_at("A102", "accounts") is None
        assert app.grid.problems == {("A101", "accounts"): message}
        assert app.news("problem", "changed") == [("problem", "A101", "accounts", message)]
        assert "!     1o" in lines(app)[2]
        assert lines(app)[5].split()[:2] == ["Total", "4"]
        await pilot.press("up", "2", "enter")
        assert app.grid.problems == {}
        assert app.news("changed") == [("changed", "A101", "accounts", "2")]
        assert "!" not in lines(app)[2]


async def test_a_refused_text_is_bold_as_well() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.press("x", "enter")
        strip = app.screen._compositor.render_strips()[2]
        assert next(part for part in strip if "!" in part.text).style.bold  # type: ignore[union-attr]


async def test_a_block_from_a_spreadsheet_fills_the_cells() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.press("right")
        await paste(app, pilot, '5\t"two\nlines"\r\n6o\t金橋\tx\r\n7\t\x1b[31m[/]\r\n8\t \r\n')
        assert [app.grid.text_at(row.key, "visits") for row in ROWS] == ["5", "6o", "7"]
        assert [app.grid.text_at(row.key, "note") for row in ROWS] == ["two lines", "金橋", "[31m[/]"]
        assert list(app.grid.problems) == [("A102", "visits")]
        assert app.news("pasted") == [("pasted", "5", "1", "2")]
        assert len(app.news("changed")) == 5
        assert "[31m[/]" in lines(app)[4]


async def test_one_value_pasted_fills_one_cell() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await paste(app, pilot, "42")
        assert app.news("changed") == [("changed", "A101", "accounts", "42")]
        assert not app.grid.editing


async def test_a_paste_while_typing_goes_into_the_text() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.press("end", "a")
        await paste(app, pilot, "b\tc\nd")
        await pilot.press("e", "enter")
        assert app.grid.text_at("A101", "note") == "ab c de"


async def test_composed_chinese_is_typed() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.press("end")
        await type_as_input_method(app, pilot, "金", "橋", "有限公司")
        assert lines(app)[2].endswith("橋有限公司")
        await pilot.press("f2", "left", "left", "backspace", "enter")
        assert app.grid.text_at("A101", "note") == "金橋有公司"


async def test_a_key_without_its_text_is_not_typed() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        app.post_message(events.Key("ctrl+@", "\x00"))
        await pilot.pause()
        assert not app.grid.editing


async def test_the_terminal_cursor_follows_for_the_input_method() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.pause()
        assert app.cursor_position == Offset(11, 2)
        await pilot.press("end", "down")
        assert app.cursor_position == Offset(27, 3)
        await type_as_input_method(app, pilot, "金", "橋")
        assert app.cursor_position == Offset(31, 3)
        assert "金橋" in lines(app)[3]


async def test_a_long_text_scrolls_in_its_cell() -> None:
    app = Host()
    async with app.run_test(size=(44, 9)) as pilot:
        await pilot.press("end", *"abcdefghijklmnop")
        assert lines(app)[2].endswith("fghijklmnop")
        await pilot.press("f2", "home")
        assert lines(app)[2].endswith("abcdefghijkl")
        await pilot.press("enter")
        assert lines(app)[2].endswith("abcdefghijk…")
