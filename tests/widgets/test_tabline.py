"""The names of a section's lists."""

from __future__ import annotations

from textual.app import App, ComposeResult

from teamops.widgets.tabline import TabLine
from tests.screen_text import screen_text


class Host(App[None]):
    """A line of names."""

    def compose(self) -> ComposeResult:
        yield TabLine(id="tabs")


def line(app: App[None]) -> str:
    return screen_text(app).splitlines()[0]


async def test_the_open_one_stands_in_brackets() -> None:
    app = Host()
    async with app.run_test(size=(40, 4)) as pilot:
        tabs = app.query_one(TabLine)
        tabs.show_tabs(("Meetings", "行動項目", "[/]"), 1)
        await pilot.pause()
        assert line(app) == "  Meetings   [行動項目]   [/]"
        tabs.show_tabs(("Meetings", "行動項目", "[/]"), 2)
        await pilot.pause()
        assert line(app) == "  Meetings    行動項目   [[/]]"
        app.theme = "textual-light"
        await pilot.pause()
        assert line(app) == "  Meetings    行動項目   [[/]]"


async def test_one_list_takes_no_line() -> None:
    app = Host()
    async with app.run_test(size=(40, 4)) as pilot:
        app.query_one(TabLine).show_tabs(("Meetings",), 0)
        await pilot.pause()
        assert line(app) == ""


async def test_what_does_not_fit_is_cut_at_the_edge() -> None:
    app = Host()
    async with app.run_test(size=(12, 4)) as pilot:
        app.query_one(TabLine).show_tabs(("Meetings", "Action items"), 0)
        await pilot.pause()
        assert line(app) == " [Meetings]"
