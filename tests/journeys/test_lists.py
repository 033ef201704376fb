"""Section 4: the lists beside one another, what is found in them, and where enter leads."""

from __future__ import annotations

from datetime import timedelta

import pytest

from teamops.models.action_items import ActionState
from teamops.services import action_items, agenda, meetings
from teamops.services.desk import Desk
from tests.journeys import staged
from tests.journeys.keyboard import Keyboard, at_the_keyboard
from tests.services.holding import MONDAY, action, begin, end, stand

LISTS = ("Meetings", "Action items", "Directives", "Case library")
WIDE = (120, 36)


async def test_each_list_says_what_fills_it(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("4")
        lead.sees("[Meetings]", "No meeting was held yet.", "g  prepare the first")
        await lead.press("tab")
        lead.sees("[Action items]", "Nothing is open.", "n  opens an item")
        await lead.press("tab")
        lead.sees("[Directives]", "No directive was issued yet.", "n  issues the first")
        await lead.press("tab")
        lead.sees("[Case library]", "The library is empty.", "n  writes the first case")
        await lead.press("e", "enter", "h", "x", "k")
        lead.sees("[Case library]")


@pytest.mark.parametrize(("on", "back"), [("tab", "shift+tab"), ("ctrl+right", "ctrl+left")])
async def test_the_lists_are_gone_through_both_ways(roster_desk: Desk, on: str, back: str) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("4")
        for name in (*LISTS[1:], LISTS[0]):
            await lead.press(on)
            lead.sees(f"[{name}]")
        for name in (*reversed(LISTS[1:]), LISTS[0]):
            await lead.press(back)
            lead.sees(f"[{name}]")


@pytest.mark.parametrize("key", ["4", "４"])
async def test_a_digit_opens_the_section(roster_desk: Desk, key: str) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press(key)
        lead.sees("[Meetings]")
        await lead.press(key, "１")
        lead.sees("Needs you")


async def test_meetings_are_found_by_number_day_and_words(roster_desk: Desk) -> None:
    staged.after(roster_desk)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("4", "/")
        await lead.type("0002")
        lead.sees("Meetings · 1", "MM2026-0002")
        lead.misses("MM2026-0003")
        await lead.press("enter")
        await lead.press("enter")
        lead.sees("MM2026-0002 · Fri 20 Nov 2026")
        await lead.press("escape")
        lead.sees("Meetings · 1")
        await lead.press("escape")
        lead.sees("Meetings · 3")
        await lead.press("、")
        await lead.type("無此會")
        lead.sees("Nothing holds “無此會”.", "esc shows all again")
        await lead.press("escape")
        lead.sees("Meetings · 3", "MM2026-0001")
        lead.misses("無此會")


async def test_what_is_sought_is_kept_for_each_list(roster_desk: Desk) -> None:
    staged.past(roster_desk)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("4", "tab", "f3")
        await lead.type("金橋")
        lead.sees("Action items · 1", "約見金橋公司財務")
        await lead.press("enter", "tab", "shift+tab")
        lead.sees("Action items · 1")
        await lead.press("／")
        lead.sees("/ 金橋")
        await lead.press("escape")
        lead.sees("Action items · 3")


async def test_enter_goes_where_a_meeting_stands(roster_desk: Desk) -> None:
    stand(roster_desk.books, staged.LAST_FRIDAY)
    held = begin(roster_desk, staged.LAST_FRIDAY)
    end(roster_desk, held)
    stand(roster_desk.books, MONDAY)
    running = agenda.prepare(roster_desk, MONDAY)
    coming = agenda.prepare(roster_desk, MONDAY + timedelta(days=1))
    off = agenda.prepare(roster_desk, MONDAY + timedelta(days=2))
    meetings.cancel(roster_desk, off, "暴雨")
    meetings.start(roster_desk, running)
    assert coming
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("escape", "4")
        lead.sees("cancelled", "running", "being prepared", "to be signed")
        await lead.press("enter")
        lead.sees("Agenda · Wed 25 Nov 2026")
        await lead.press("escape", "down", "e")
        lead.sees("Agenda · Tue 24 Nov 2026")
        await lead.press("escape", "down", "enter")
        lead.sees("MARKET")
        await lead.press("escape", "down", "enter")
        lead.sees("MM2026-0001")
        await lead.press("escape", "h")
        lead.sees("History ·")


async def test_new_prepares_the_next_meeting(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("4", "n")
        lead.sees("Agenda · Mon 23 Nov 2026")
        await lead.press("escape")
        lead.sees("Meetings · 1", "being prepared")
        await lead.press("g")
        lead.sees("Agenda · Mon 23 Nov 2026")
        await lead.press("escape", "m")
        lead.sees("MARKET")


async def test_the_cursor_stays_on_its_record_when_others_write(roster_desk: Desk) -> None:
    staged.past(roster_desk)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("4", "tab", "down")
        lead.sees("▸  T2026-001")
        action_items.open_item(roster_desk, action(roster_desk, "插隊", due=staged.LAST_THURSDAY))
        await lead.settle()
        lead.sees("Action items · 4", "▸  T2026-001")
        await lead.press("tab", "shift+tab", "f5")
        lead.sees("▸  T2026-001")


async def test_a_long_list_is_read_as_it_is_gone_through(roster_desk: Desk) -> None:
    day, held = MONDAY, 0
    while held < 30:
        if day.weekday() < 5:
            end(roster_desk, begin(roster_desk, day))
            held += 1
        day += timedelta(days=1)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("4", "end")
        lead.sees("Meetings · 30", "▸MM2026-0001")
        await lead.press("home")
        lead.sees("▸MM2027-0001")


async def test_history_tells_who_did_what(roster_desk: Desk) -> None:
    staged.past(roster_desk)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("4", "tab", "end", "h")
        lead.sees("History · T2026-003", "徐靜", "state", "open → done", "補齊風險測評")
        await lead.press("escape", "home")
        action_items.move(roster_desk, 2, ActionState.DROPPED, reason="客戶銷戶")
        await lead.settle()
        await lead.press("a", "f7")
        lead.sees("History · T2026-00")


async def test_a_palette_hit_goes_to_the_list_and_shows_what_is_settled(roster_desk: Desk) -> None:
    staged.past(roster_desk)
    action_items.move(roster_desk, 2, ActionState.DROPPED, reason="客戶銷戶")
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("ctrl+p")
        await lead.type("金橋")
        lead.sees("約見金橋公司財務")
        await lead.press("enter")
        lead.sees("[All action items]", "▸  T2026-002", "dropped")


async def open_list(lead: Keyboard, name: str) -> None:
    """Open one of the lists."""
    await lead.press("4", *["tab"] * LISTS.index(name))
