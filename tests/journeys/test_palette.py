"""The palette: everything by a few characters of its name or number."""

from __future__ import annotations

import pytest

from teamops.services.desk import Desk
from tests.journeys import staged
from tests.journeys.keyboard import Keyboard, at_the_keyboard

WIDE = (120, 36)


async def seek(lead: Keyboard, text: str) -> None:
    """Open the palette and type."""
    await lead.press("ctrl+p")
    await lead.type(text)


@pytest.mark.parametrize(
    ("text", "shown", "opened"),
    [
        ("A104", "A104 劉平", "A104 劉平"),
        ("劉平", "A104 劉平", "A104 劉平"),
        ("lyt", "A109 李雨桐", "A109 李雨桐"),
        ("MM2026-0002", "MM2026-0002", "MM2026-0002 · Fri 20 Nov 2026"),
        ("D2026-001", "D2026-001 佣金下限萬分之二", "3 of 15 acknowledged"),
        ("D2026-002", "D2026-002 固收新品推介", "D2026-002 · 固收新品推介"),
        ("T2026-001", "T2026-001 整理佣金例外清單", "▸  T2026-001"),
        ("A股縮量", "Morning meeting", "Agenda · Mon 23 Nov 2026"),
        ("run meeting", "run meeting", "MARKET"),
        ("case library", "case library", "Keys"),
    ],
)
async def test_it_finds_by_number_name_and_initials(
    roster_desk: Desk, text: str, shown: str, opened: str
) -> None:
    staged.prepared(roster_desk)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        if text == "case library":
            await lead.press("4")
            text, shown = "help keys screen", "help"
        await seek(lead, text)
        lead.sees(shown)
        await lead.press("enter")
        lead.sees(opened)


async def test_it_opens_with_what_can_be_done_here(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("ctrl+p")
        lead.sees("run meeting", "roll call", "m  F9", "Name or number of anything")
        await lead.press("escape", "4", "tab", "ctrl+p")
        lead.sees("all or open", "new")
        lead.misses("roll call")


async def test_a_section_is_a_hit(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await seek(lead, "People")
        await lead.press("enter")
        lead.sees("A104", "number")


async def test_what_nobody_is_called_finds_nothing(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await seek(lead, "zzzqqq")
        lead.misses("A101")
        await lead.press("escape", "escape")
        lead.sees("Needs you")


async def test_no_palette_over_a_form(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("4", "tab", "n", "ctrl+p", "f12", "f1")
        lead.sees("New action item")
        lead.misses("Name or number of anything")
        lead.app.action_find_anything()
        lead.app.action_menu()
        await lead.settle()
        lead.sees("New action item")
        lead.misses("Name or number of anything")


async def test_it_shows_a_handful_of_many(roster_desk: Desk) -> None:
    staged.past(roster_desk)
    async with at_the_keyboard(roster_desk, (120, 80)) as lead:
        await seek(lead, "a")
        assert lead.screen.count("A1") <= 40


async def test_a_hit_in_another_section_leaves_what_was_open_there(roster_desk: Desk) -> None:
    staged.prepared(roster_desk)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("4", "enter")
        lead.sees("Agenda ·")
        await lead.press("1")
        await seek(lead, "金橋")
        await lead.press("enter")
        lead.sees("[Action items]", "▸! T2026-002")
