"""Two programs on one file: what the other wrote is seen, and nothing of either is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from teamops.db.books import Books
from teamops.db.verify import verify
from teamops.models.inputs.action_items import ActionIn
from teamops.models.inputs.meetings import OutcomeIn
from teamops.models.meetings import OutcomeKind, Section
from teamops.services import action_items, agenda, meetings
from teamops.services.desk import Desk
from tests.conftest import at_morning
from tests.journeys.keyboard import Keyboard, at_the_keyboard
from tests.services.holding import MONDAY, note


@pytest.fixture
def other(roster_desk: Desk) -> Iterator[Desk]:
    """The lead's desk in another program on the same file."""
    books: Books = at_morning(roster_desk.books.path)
    yield Desk(books, roster_desk.actor)
    books.close()


async def polled(lead: Keyboard) -> None:
    """Let the program look for what others wrote."""
    lead.app._poll()
    await lead.settle()


async def test_every_screen_in_sight_shows_what_another_program_wrote(roster_desk: Desk, other: Desk) -> None:
    async with at_the_keyboard(roster_desk, (120, 36)) as lead:
        lead.sees("No agenda yet.", "Nothing waits.")
        meeting = agenda.prepare(other, MONDAY)
        action_items.open_item(other, ActionIn(text="回訪", owner_id=1))
        lead.sees("No agenda yet.")
        await polled(lead)
        lead.sees("being prepared", "回訪")
        await lead.press("g")
        agenda.add(other, meeting, note("插播"))
        await polled(lead)
        lead.sees("插播")
        await lead.press("4", "tab")
        action_items.open_item(other, ActionIn(text="整理", owner_id=1))
        await polled(lead)
        lead.sees("Action items · 2", "整理")


async def test_a_screen_out_of_sight_is_read_when_it_comes_back(roster_desk: Desk, other: Desk) -> None:
    async with at_the_keyboard(roster_desk, (120, 36)) as lead:
        await lead.press("4", "1")
        agenda.prepare(other, MONDAY)
        await polled(lead)
        await lead.press("4")
        lead.sees("Meetings · 1", "being prepared")


async def test_nothing_is_read_again_while_nothing_was_written(
    roster_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await polled(lead)
        read: list[str] = []
        monkeypatch.setattr(lead.app, "changed", read.append)
        await polled(lead)
        await polled(lead)
        assert read == []


async def test_two_who_prepare_the_same_day_share_the_agenda(roster_desk: Desk, other: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        there = agenda.prepare(other, MONDAY)
        agenda.add(other, there, note("先到"))
        await lead.press("g")
        lead.sees("先到")


async def test_a_meeting_begun_elsewhere_is_gone_on_with(roster_desk: Desk, other: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        meetings.start(other, agenda.prepare(other, MONDAY))
        await lead.press("m")
        lead.sees("MARKET")
        told = OutcomeIn(section=Section.MARKET, kind=OutcomeKind.NOTE, text="旁聽")
        meetings.put_down(other, agenda.prepare(other, MONDAY), told)
        await polled(lead)
        lead.sees("–  旁聽")
        meetings.close(other, 1)
        await polled(lead)
        lead.sees("sign the minutes")
    assert verify(roster_desk.books.path).findings == ()


async def test_a_form_open_over_a_list_is_not_disturbed(roster_desk: Desk, other: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("4", "tab", "n")
        await lead.type("半句")
        action_items.open_item(other, ActionIn(text="整理", owner_id=1))
        await polled(lead)
        lead.sees("New action item", "半句")
        await lead.press("ctrl+s")
        lead.sees("Action items · 2", "半句", "整理")


async def test_an_item_changed_elsewhere_before_it_was_seen_is_refused(
    roster_desk: Desk, other: Desk
) -> None:
    action_items.open_item(other, ActionIn(text="整理", owner_id=1))
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("4", "tab")
        action_items.reword(other, 1, ActionIn(text="改過", owner_id=1), 1)
        await lead.press("d")
        lead.sees("Somebody changed this")
        await polled(lead)
        await lead.press("d")
        lead.sees("T2026-001 is done.")
