"""The windowed list: what it draws and where its cursor goes."""

from __future__ import annotations

from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.geometry import Region
from textual.widgets import Label

from teamops.widgets.table import Column, ListRows, Mark, Row, Table
from tests.screen_text import screen_text
from tests.widgets.table_host import NAMES, Host, Ledger, lines, slips


async def test_draws_header_rows_and_cursor() -> None:
    app = Host(Table(NAMES, slips(2), title="Visits · this week"))
    async with app.run_test(size=(40, 6)):
        assert screen_text(app).splitlines() == [
            "╭─ Visits · this week ─────────────────╮",
            "│ date   name                  balance │",
            "│▸0 Nov  Client 0                    0 │",
            "│ 1 Nov  Client 1                 1000 │",
            "│                                      │",
            "╰──────────────────────────────────────╯",
        ]


async def test_user_text_is_never_markup_nor_control() -> None:
    nasty = ["[/]", "[@click=app.quit]boo[/]", "\x1b]777;x\x07", "\u202eabc", "a\nb\tc", "[b]王[/b]"]
    app = Host(
        Table(
            (Column("[red]n[/]"),), ListRows([Row(n, (text,)) for n, text in enumerate(nasty)]), title="[/b]"
        )
    )
    async with app.run_test(size=(40, 10)) as pilot:
        shown = lines(app)
        assert "[/b]" in shown[0]
        assert shown[1:8] == [
            " [red]n[/]",
            "▸[/]",
            " [@click=app.quit]boo[/]",
            " ␛]777;x␇",
            " \ufffdabc",
            " a⏎b c",
            " [b]王[/b]",
        ]
        await pilot.click(Table, offset=(4, 3))
        assert app.is_running


@pytest.mark.parametrize(
    ("width", "name"),
    [
        (9, "歐陽娜娜"),
        (8, "歐陽娜娜"),
        (7, "歐陽娜…"),
        (6, "歐陽…"),
        (5, "歐陽…"),
        (2, "…"),
        (1, "…"),
        (0, ""),
    ],
)
async def test_cuts_between_whole_characters(width: int, name: str) -> None:
    columns = (Column("", width), Column("", 3))
    app = Host(Table(columns, ListRows([Row(1, ("歐陽娜娜", "end"))]), show_header=False))
    async with app.run_test(size=(40, 4)):
        assert lines(app)[1].startswith("▸" + name)
        assert lines(app)[1].endswith("end")


async def test_a_row_may_have_fewer_cells_than_columns() -> None:
    app = Host(Table(NAMES, ListRows([Row(1, ("1 Nov",))])))
    async with app.run_test(size=(40, 5)):
        assert lines(app)[2] == "▸1 Nov"


async def test_an_empty_list_says_which_key_fills_it() -> None:
    app = Host(Table(NAMES, empty_text="No slips yet.", empty_hint="n  file the first"))
    async with app.run_test(size=(40, 8)) as pilot:
        assert lines(app)[3:5] == [" " * 10 + "No slips yet.", " " * 10 + "n  file the first"]
        await pilot.press("down", "enter", "space", "end")
        await pilot.click(Table, offset=(4, 3))
        assert app.said == []
        assert app.table.cursor_key is None


async def test_keys_move_the_cursor_and_say_so() -> None:
    app = Host(Table(NAMES, slips(30)))
    async with app.run_test(size=(40, 13)) as pilot:
        await pilot.press(
            "down", "down", "up", "pagedown", "pageup", "end", "home", "ctrl+end", "ctrl+home", "up"
        )
        assert [index for _what, _key, index in app.said] == [0, 1, 2, 1, 11, 1, 29, 0, 29, 0]
        await pilot.press("down", "enter")
        assert app.said[-1] == ("open", "V1", 1)
        assert app.table.cursor_key == "V1"


async def test_scrolls_only_as_far_as_the_cursor_needs() -> None:
    app = Host(Table(NAMES, slips(30)))
    async with app.run_test(size=(40, 8)) as pilot:
        await pilot.press(*["down"] * 6)
        assert [line[1:3].strip() for line in lines(app)[2:7]] == ["2", "3", "4", "5", "6"]
        await pilot.press(*["up"] * 3)
        assert lines(app)[2].startswith(" 2 Nov")
        await pilot.press("end")
        assert lines(app)[6].startswith("▸29")


async def test_a_key_repaints_the_two_lines_that_change(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Host(Table(NAMES, slips(30)))
    async with app.run_test(size=(40, 13)) as pilot:
        repainted: list[Region] = []
        refresh = app.table.refresh

        def noted(*regions: Region, **keywords: bool) -> Table:
            assert regions, "the whole widget"
            repainted.extend(regions)
            return refresh(*regions, **keywords)

        with monkeypatch.context() as patch:
            patch.setattr(app.table, "refresh", noted)
            await pilot.press("down")
        assert [(region.y, region.height) for region in repainted] == [(1, 1), (2, 1)]


async def test_space_chooses_many() -> None:
    app = Host(Table(NAMES, slips(5), selectable=True))
    async with app.run_test(size=(40, 9)) as pilot:
        await pilot.press("space", "down", "space", "home", "space", "space")
        assert app.table.selected == {"V2", "V1"}
        assert [line[:2] for line in lines(app)[2:6]] == ["  ", " ✓", "▸✓", "  "]
        assert [key for what, key, _index in app.said if what == "chosen"] == ["V0", "V2", "V0", "V1"]
        app.table.show_rows(slips(3, start=2))
        assert app.table.selected == {"V2"}
        app.table.show_rows(Ledger())
        assert app.table.selected == {"V2"}


async def test_other_keys_go_on_to_the_program() -> None:
    class Bound(Host):
        BINDINGS: ClassVar[list[BindingType]] = [("space", "note('space')"), ("n", "note('n')")]

        def action_note(self, key: str) -> None:
            self.said.append((key, None, 0))

    app = Bound(Table(NAMES, slips(5)))
    async with app.run_test(size=(40, 9)) as pilot:
        await pilot.press("space", "n")
        assert [what for what, _key, _index in app.said] == ["at", "space", "n"]


async def test_a_click_selects_and_a_double_click_opens() -> None:
    app = Host(Table(NAMES, slips(3)))
    async with app.run_test(size=(40, 9)) as pilot:
        await pilot.click(Table, offset=(3, 4))
        assert app.table.cursor_key == "V2"
        assert app.said[-1] == ("at", "V2", 2)
        await pilot.click(Table, offset=(3, 3), times=2)
        assert app.said[-2:] == [("at", "V1", 1), ("open", "V1", 1)]
        before = list(app.said)
        for offset in ((3, 1), (3, 6), (0, 0)):
            await pilot.click(Table, offset=offset)
        assert app.said == before


async def test_the_header_can_be_left_out() -> None:
    app = Host(Table(NAMES, slips(3), show_header=False))
    async with app.run_test(size=(40, 9)) as pilot:
        assert lines(app)[1].startswith("▸0 Nov")
        await pilot.click(Table, offset=(3, 2))
        assert app.table.cursor_key == "V1"
        app.table.show_header = True
        await pilot.pause()
        assert app.table.show_header
        assert lines(app)[1].startswith(" date")


async def test_a_lower_window_keeps_the_cursor_in_sight() -> None:
    app = Host(Table(NAMES, slips(30)))
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press(*["down"] * 15)
        await pilot.resize_terminal(40, 8)
        await pilot.pause()
        assert any(line.startswith("▸15") for line in lines(app))


async def test_a_wheel_scrolls_without_the_cursor() -> None:
    app = Host(Table(NAMES, slips(60)))
    async with app.run_test(size=(40, 8)) as pilot:
        app.table.scroll_to(y=30, animate=False)
        await pilot.pause()
        assert not any(line.startswith("▸") for line in lines(app))
        app.table.move_to(1)
        await pilot.pause()
        assert lines(app)[2].startswith("▸1 Nov")


async def test_strips_kept_are_bounded() -> None:
    app = Host(Table(NAMES, slips(1500)))
    async with app.run_test(size=(40, 40)) as pilot:
        for y in range(0, 1500, 36):
            app.table.scroll_to(y=y, animate=False)
            await pilot.pause()
        assert len(app.table._strips) <= 512


class Toned(App[None]):
    """A table of tones beside something else to focus."""

    def compose(self) -> ComposeResult:
        tones = [
            Row(1, (Mark("alert", "alert"), Mark("good", "good"), "plain")),
            Row(2, ("dim", Mark("a", "accent"))),
            Row(3, ("x",), dim=True),
        ]
        yield Table((Column("a", 6), Column("b", 6), Column("c", 6)), ListRows(tones))
        other = Label("other")
        other.can_focus = True
        yield other


def colours(app: App[None], y: int) -> dict[str, tuple[str, str, bool]]:
    found = {}
    for segment in app.screen._compositor.render_strips()[y]:
        if segment.style and segment.style.color and segment.style.bgcolor:
            style = segment.style
            for word in segment.text.strip("▸ │").split():
                found[word] = (str(style.color), str(style.bgcolor), bool(style.bold))
    return found


async def test_tones_follow_the_theme_and_the_cursor_the_focus() -> None:
    app = Toned()
    async with app.run_test(size=(40, 8)) as pilot:
        table = app.query_one(Table)
        table.move_to(1)
        await pilot.pause()
        dark = colours(app, 2)
        assert len({dark["alert"], dark["good"], dark["plain"]}) == 3
        assert dark["alert"][2], "an alert is bold, whatever its colour"
        assert colours(app, 3)["dim"] == colours(app, 3)["a"], "one style under the cursor"
        assert colours(app, 4)["x"] != dark["plain"]
        focused = colours(app, 3)["dim"]
        app.query_one(Label).focus()
        await pilot.pause()
        assert colours(app, 3)["dim"] != focused
        app.theme = "textual-light"
        await pilot.pause()
        light = colours(app, 2)
        assert light["plain"][1] != dark["plain"][1]
        assert light["plain"][0] != dark["plain"][0]
        assert light["alert"] != dark["alert"]
