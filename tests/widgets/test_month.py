"""A month at a glance: where its days stand, what they say, and where the cursor goes."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Label

from teamops.widgets.month import Month, MonthDay
from teamops.widgets.tones import Mark
from tests.screen_text import screen_text

TODAY = date(2026, 11, 23)
DAYS = {
    date(2026, 11, 14): MonthDay("dim", "shut", (Mark("make-up", "alert"), Mark("market closed", "dim"))),
    date(2026, 11, 15): MonthDay("dim", "", (Mark("Rest[/]"), Mark("market closed"))),
}


class Host(App[None]):
    """One month, and what it said; another month is shown where the cursor goes to one."""

    BINDINGS: ClassVar[list[BindingType]] = [("t", "note('t')"), ("home", "note('home')")]

    def __init__(self, cursor: date = TODAY) -> None:
        super().__init__()
        self.month = Month(id="month")
        self.cursor = cursor
        self.said: list[tuple[str, date]] = []
        self.noted: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.month
        yield Label("other")

    def on_mount(self) -> None:
        self.month.frame.title("November", "announced")
        self.month.show_month(DAYS, self.cursor, TODAY)
        self.month.focus()

    def on_month_moved(self, event: Month.Moved) -> None:
        assert event.control is self.month
        self.said.append(("at", event.day))
        self.month.show_month(DAYS, self.month.day, TODAY)

    def on_month_opened(self, event: Month.Opened) -> None:
        self.said.append(("open", event.day))

    def action_note(self, what: str) -> None:
        self.noted.append(what)


async def test_draws_a_row_a_week_with_what_each_day_says() -> None:
    app = Host()
    async with app.run_test(size=(80, 18)):
        assert [line.rstrip() for line in screen_text(app).replace("│", "").splitlines()] == [
            "╭─ November ─────────────────────────────────────────────────────── announced ─╮",
            "  Mon        Tue        Wed        Thu        Fri        Sat        Sun",
            "                                                                     1",
            "",
            "   2          3          4          5          6          7          8",
            "",
            "   9         10         11         12         13         14  shut   15",
            "                                                         make-up    Rest[/]",
            "  16         17         18         19         20         21         22",
            "",
            "▸[23]        24         25         26         27         28         29",
            "",
            "  30",
            *[""] * 3,
            "╰──────────────────────────────────────────────────────────────────────────────╯",
            "other",
        ]


async def test_says_all_of_a_day_where_there_is_room() -> None:
    app = Host()
    async with app.run_test(size=(120, 30)) as pilot:
        assert "make-up" in screen_text(app)
        assert "market closed" in screen_text(app)
        assert "shut" not in screen_text(app)
        await pilot.resize_terminal(50, 18)
        assert "shut" not in screen_text(app), "it would be cut"
        assert "ma…" in screen_text(app)


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        (["right"], date(2026, 11, 24)),
        (["left"], date(2026, 11, 22)),
        (["up", "up"], date(2026, 11, 9)),
        (["down"], date(2026, 11, 30)),
        (["down", "down"], date(2026, 12, 7)),
        (["up"] * 4, date(2026, 10, 26)),
        (["home"], date(2026, 11, 1)),
        (["end"], date(2026, 11, 30)),
        (["end", "right", "home", "left"], date(2026, 11, 30)),
        (["pageup"], date(2026, 10, 23)),
        (["pagedown", "pagedown"], date(2027, 1, 23)),
        (["right"] * 8 + ["pagedown", "pagedown"], date(2027, 2, 1)),
    ],
)
async def test_keys_move_the_cursor(keys: list[str], day: date) -> None:
    app = Host()
    async with app.run_test(size=(72, 18)) as pilot:
        await pilot.press(*keys)
        assert app.month.day == day
        assert app.said[-1] == ("at", day)
        assert app.noted == []


async def test_a_month_has_no_day_it_has_not() -> None:
    app = Host(date(2026, 12, 31))
    async with app.run_test(size=(72, 18)) as pilot:
        await pilot.press("pagedown", "pagedown")
        assert app.month.day == date(2027, 2, 28)
        assert "28" in screen_text(app)
        assert "29" not in screen_text(app)


@pytest.mark.parametrize(
    ("edge", "keys"),
    [(date(2000, 1, 1), ["left", "up", "pageup"]), (date(2099, 12, 31), ["right", "down", "pagedown"])],
)
async def test_stays_within_the_years_a_calendar_is_kept_for(edge: date, keys: list[str]) -> None:
    app = Host(edge)
    async with app.run_test(size=(72, 18)) as pilot:
        await pilot.press(*keys)
        assert app.month.day == edge
        assert app.said == []


async def test_other_keys_are_others() -> None:
    app = Host()
    async with app.run_test(size=(72, 18)) as pilot:
        await pilot.press("t", "enter")
        assert app.noted == ["t"]
        assert app.said == [("open", TODAY)]


async def test_the_mouse_finds_a_day() -> None:
    app = Host()
    async with app.run_test(size=(72, 18)) as pilot:
        await pilot.click(Month, offset=(12, 6))
        assert app.month.day == date(2026, 11, 10)
        await pilot.click(Month, offset=(12, 6), times=2)
        assert app.said[-1] == ("open", date(2026, 11, 10))
        said = list(app.said)
        await pilot.click(Month, offset=(4, 1))
        await pilot.click(Month, offset=(4, 2))
        await pilot.click(Month, offset=(40, 15))
        assert app.said == said, "the weekdays and the blanks are no days"


async def test_another_theme_draws_it_anew() -> None:
    app = Host()
    async with app.run_test(size=(72, 18)) as pilot:
        before = [segment.style for segment in app.month.render_line(1)]
        app.theme = "textual-light"
        await pilot.pause()
        after = [segment.style for segment in app.month.render_line(1)]
        assert len(before) == len(after)
        assert before != after
