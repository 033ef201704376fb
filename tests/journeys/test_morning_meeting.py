"""The morning meeting from its agenda to the signed minutes, and what comes over to the next day."""

from __future__ import annotations

import pytest

from teamops.db.verify import verify
from teamops.services.desk import Desk
from tests.journeys.keyboard import SIZES, at_the_keyboard, later


@pytest.mark.parametrize("size", SIZES)
async def test_a_meeting_is_prepared_held_closed_signed_and_corrected(
    roster_desk: Desk, size: tuple[int, int]
) -> None:
    async with at_the_keyboard(roster_desk, size) as lead:
        lead.sees("No agenda yet", "15 due" if size[0] >= 100 else "Needs you")

        await lead.press("g")
        lead.sees("Agenda", "being prepared", "nothing yet")
        await lead.press("n")
        await lead.type("A股縮量震盪")
        await lead.press("ctrl+s")
        lead.sees("A股縮量震盪")
        await lead.press("j")
        await lead.type("Sideways until Friday")
        await lead.press("ctrl+s")
        lead.sees("Sideways until Friday", "judgement")
        await lead.press("y")
        lead.sees("prepared")

        await lead.press("m")
        lead.sees("MARKET", "A股縮量震盪", "roll not called yet")
        await lead.press("r")
        lead.sees("Roll call", "present 15")
        await lead.press("down", "l", "v", "enter")
        lead.sees("present 13", "late 1", "on leave 1")

        await lead.press("n")
        await lead.type("two questions on [/] fees")
        await lead.press("enter")
        lead.sees("two questions on [/] fees")
        await lead.press("d")
        await lead.type("Call every new client within two days")
        await lead.press("enter")
        lead.sees("R2026-001")
        await lead.press("a")
        await lead.type("@高芳 fri 回訪三位新開戶客戶")
        lead.sees("高芳 · Fri 27 Nov 2026")
        await lead.press("enter")
        lead.sees("→ 回訪三位新開戶客戶")
        await lead.press("right", "right")
        lead.sees("PROGRESS", "0 of 12 in")
        await lead.press("f")
        await lead.type("2")
        await lead.press("tab")
        await lead.type("12.5")
        await lead.press("enter", "ctrl+s")
        lead.sees("1 of 12 in", "劉平")
        await lead.press("right", "right", "right")
        lead.sees("Close the meeting?")
        await lead.press("enter")
        lead.sees("MM2026-0001", "not signed yet", "two questions on [/] fees")

        await lead.press("s", "enter")
        lead.sees("· signed")
        await lead.press("c")
        await lead.type("It was three questions")
        await lead.press("tab")
        await lead.type("miscounted")
        await lead.press("ctrl+s")
        lead.sees("version 2 of 2", "not signed yet")

    report = verify(roster_desk.books.path)
    assert report.findings == ()


async def test_what_was_left_comes_over_to_the_next_day(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("g", "n")
        await lead.type("index flat")
        await lead.press("ctrl+s", "j")
        await lead.type("up by Friday")
        await lead.press("ctrl+s", "down", "down", "down", "n")
        await lead.type("Fee floor")
        await lead.press("ctrl+s", "m")
        await lead.press("a")
        await lead.type("@A105 +1 list the exceptions")
        await lead.press("enter", "f10", "enter")
        lead.sees("MM2026-0001")
        await lead.press("escape")
        later(roster_desk.books, days=1)
        await lead.press("f5", "g")
        lead.sees("Tue 24 Nov", "Fee floor", "up by Friday", "carried")
        lead.misses("index flat")
        await lead.press("escape", "1")
        lead.sees("list the exceptions", "due today")
