"""The two labelled lines of a border."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from teamops.widgets.panel import Panel
from teamops.widgets.table import Table
from tests.screen_text import screen_text


class Host(App[None]):
    """One framed widget."""

    def __init__(self, panel: Panel | Table) -> None:
        super().__init__()
        self.panel = panel

    def compose(self) -> ComposeResult:
        yield self.panel


def edges(app: App[None]) -> tuple[str, str]:
    found = [line for line in screen_text(app).splitlines() if line]
    return found[0], found[-1]


@pytest.mark.parametrize(
    ("width", "top"),
    [
        (38, "╭─ 晨會 · Morning meeting ─── m run ─╮"),
        (36, "╭─ 晨會 · Morning meeting ─ m run ─╮"),
        (35, "╭─ 晨會 · Morning meeti… ─ m run ─╮"),
        (22, "╭─ 晨會 · … ─ m run ─╮"),
        (20, "╭─ 晨會 · Mornin… ─╮"),
        (8, "╭─ … ──╮"),
        (6, "╭────╮"),
        (2, "╭╮"),
    ],
)
async def test_the_title_gives_way_to_the_key_then_the_key_to_the_title(width: int, top: str) -> None:
    app = Host(Panel("晨會 · Morning meeting", "m run"))
    async with app.run_test(size=(width, 4)):
        assert edges(app)[0] == top


async def test_other_titles_and_a_foot() -> None:
    app = Host(Panel())
    async with app.run_test(size=(40, 4)) as pilot:
        assert edges(app) == ("╭" + "─" * 38 + "╮", "╰" + "─" * 38 + "╯")
        app.panel.frame.title("Roll", "r call")
        app.panel.frame.foot("p present", "present 11")
        await pilot.pause()
        assert edges(app)[0] == "╭─ Roll ────────────────────── r call ─╮"
        assert edges(app)[1] == "╰─ p present ───────────── present 11 ─╯"
        app.panel.frame.title("", "r call")
        app.panel.frame.foot("", "present 11")
        await pilot.pause()
        assert edges(app)[0] == "╭───────────────────────────── r call ─╮"
        assert edges(app)[1] == "╰───────────────────────── present 11 ─╯"
        app.panel.frame.title("")
        app.panel.frame.foot("only")
        await pilot.pause()
        assert edges(app)[0] == "╭──────────────────────────────────────╮"
        assert edges(app)[1] == "╰─ only ───────────────────────────────╯"


async def test_without_a_border_there_is_no_title() -> None:
    app = Host(Table(empty_text="nothing", title="Visits", classes="-bare"))
    async with app.run_test(size=(20, 4)) as pilot:
        app.panel.frame.title("Visits")
        await pilot.pause()
        assert screen_text(app).strip() == "nothing"
