"""The palette: what it says of nothing, and what it asks before it goes elsewhere."""

from __future__ import annotations

from teamops.services.desk import Desk
from teamops.services.reading import figures as reading
from tests.journeys import staged
from tests.journeys.keyboard import Keyboard, at_the_keyboard
from tests.screens.people.section import at

WIDE = (120, 36)
SOON = 0.6
"""The framework waits half a second before it says that nothing was found."""


async def seek(lead: Keyboard, text: str) -> None:
    """Go to the first that the palette finds."""
    await lead.press("ctrl+p")
    await lead.type(text)
    await lead.press("enter")


async def test_it_says_that_nothing_was_found(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("ctrl+p")
        await lead.type("zzzqqq")
        await lead.settle(soon=SOON)
        lead.sees("Nothing is called that.")
        lead.misses("No matches")
        await lead.press("enter")
        lead.sees("zzzqqq")


async def _on_a_dirty_sheet(lead: Keyboard) -> None:
    """The sheet of figures over the meeting that runs, in the section of meetings, with something typed."""
    await lead.press("escape", "4", "m", "f")
    await lead.type("3")
    await lead.press("enter")
    lead.sees("1 changed, not yet saved")


async def test_a_sheet_with_something_unsaved_asks_before_it_gives_way(roster_desk: Desk) -> None:
    staged.running(roster_desk)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await _on_a_dirty_sheet(lead)
        await seek(lead, "金橋")
        lead.sees("1 figure is not saved yet.")
        await lead.press("escape")
        lead.sees("Figures of", "1 changed, not yet saved")
        await seek(lead, "金橋")
        await lead.press("s")
        lead.sees("[Action items]", "▸! T2026-002", "1 figure written down.")
        assert len(lead.app.screen_stack) == 1
    with roster_desk.books.reading() as reader:
        cells = reading.sheet(reader, staged.LAST_FRIDAY).cells
    assert any(cell.value == 3 for cell in cells)


async def test_what_is_thrown_away_on_the_way_is_gone(roster_desk: Desk) -> None:
    staged.running(roster_desk)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await _on_a_dirty_sheet(lead)
        await seek(lead, "金橋")
        await lead.press("d")
        lead.sees("[Action items]", "▸! T2026-002")
        await lead.press("m", "f")
        lead.misses("not yet saved")


async def test_what_cannot_be_saved_does_not_give_way(roster_desk: Desk) -> None:
    staged.running(roster_desk)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await _on_a_dirty_sheet(lead)
        await lead.type("1.5")
        await lead.press("enter")
        await seek(lead, "金橋")
        await lead.press("s")
        lead.sees("Figures of", "! ", "1.5")


async def test_the_key_of_the_section_asks_too(roster_desk: Desk) -> None:
    staged.running(roster_desk)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await _on_a_dirty_sheet(lead)
        lead.app.open_place("meetings")
        await lead.settle()
        lead.sees("1 figure is not saved yet.")
        await lead.press("s")
        lead.sees("[Meetings]")


async def test_a_form_below_is_asked_about(roster_desk: Desk) -> None:
    async with at("groups", roster_desk, WIDE) as lead:
        await lead.press("n")
        await lead.type("第九組")
        lead.app.open_screen("history", "A101", "person", 1)
        await lead.settle()
        lead.app.go_to("people", "outlets", None)
        await lead.settle()
        lead.sees("What you typed is not saved yet.", "第九組")
        await lead.press("escape")
        lead.sees("New group", "第九組")


async def test_a_form_nothing_was_typed_into_gives_way(roster_desk: Desk) -> None:
    async with at("groups", roster_desk, WIDE) as lead:
        await lead.press("n")
        lead.app.open_screen("history", "A101", "person", 1)
        await lead.settle()
        lead.app.go_to("people", "outlets", None)
        await lead.settle()
        lead.sees("[Outlets]")
        lead.misses("New group")


async def test_a_question_is_answered_first(roster_desk: Desk) -> None:
    staged.running(roster_desk)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("escape", "4", "m", "f10")
        lead.sees("Close the meeting?")
        lead.app.go_to("meetings", "cases", None)
        await lead.settle()
        lead.sees("Close the meeting?")
