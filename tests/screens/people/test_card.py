"""A person's card: what is kept of them, and where they were posted."""

from __future__ import annotations

from datetime import date

from teamops.models.inputs.people import LeavingIn, PersonIn
from teamops.services import people as service
from teamops.services.desk import Desk
from teamops.services.reading import people
from tests.journeys.keyboard import at_the_keyboard
from tests.screens.people.section import as_, at, fill, key_of


def postings(desk: Desk, number: str) -> list[tuple[str, str, str, bool]]:
    with desk.books.reading() as reader:
        kept = people.postings(reader, key_of(desk, number))
    return [
        (p.starts_on.isoformat(), p.ends_on.isoformat() if p.ends_on else "", p.outlet, p.custodian)
        for p in kept
    ]


async def test_shows_all_that_is_kept_and_the_postings(roster_desk: Desk) -> None:
    async with at("people", roster_desk) as lead:
        await lead.press("down", "down", "down", "enter")
        lead.sees("A104 劉平", "Liu Ping", "Sun 12 Nov 2023", "26 Jul", "12219935181 (the lead and above)")
        lead.misses("1997")
        lead.sees("Postings · 1", "▸now 2023-11-12 –", "group leader", "工行中山路支行", "yes")
        await lead.press("h")
        lead.sees("History · A104 劉平")
        await lead.press("escape", "escape")
        lead.sees("[People]")


async def test_is_found_from_everywhere(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("ctrl+p")
        await lead.type("zxy")
        await lead.press("enter")
        lead.sees("A106 趙欣怡", "Zhao Xinyi")


async def test_is_posted_elsewhere_from_a_day_on(roster_desk: Desk) -> None:
    async with at("people", roster_desk) as lead:
        await lead.press(*["down"] * 6, "enter", "p")
        lead.sees("Post 張敏 from a day on", "client manager", "Mon 23 Nov 2026")
        await fill(lead, "2024-06-08", None, None, ("home", "right", "right"), ("end",))
        await lead.press("ctrl+s")
        lead.sees("張敏 has another posting", "from Sat 8 Jun 2024")
        await fill(lead, "2024-06-01")
        await lead.press("ctrl+s")
        lead.sees("張敏 joined on", "the day is before")
        await fill(lead, "12-01", "11-30")
        await lead.press("ctrl+s")
        lead.sees("It would end on", "before it begins")
        await fill(lead, None, "")
        await lead.press("shift+tab", "shift+tab", "ctrl+u", "ctrl+s")
        lead.sees("Postings · 2")
        assert lead.screen.index("2026-12-01") < lead.screen.index("2024-06-08"), "the newest stands first"
    assert postings(roster_desk, "A107") == [
        ("2026-12-01", "", "營業部大廳", False),
        ("2024-06-08", "2026-11-30", "工行中山路支行", False),
    ]


async def test_a_posting_is_put_right_or_ended(roster_desk: Desk) -> None:
    async with at("people", roster_desk) as lead:
        await lead.press(*["down"] * 6, "enter", "enter")
        lead.sees("Put a posting of 張敏 right", "2024-06-08")
        await fill(lead, None, "2026-11-27", None, None, None, ("right",))
        await lead.press("ctrl+s")
        lead.sees("劉平 looks after the equipment at 工行中山路支行")
        await lead.press("left", "ctrl+s")
        lead.sees("2026-11-27", "client manager")
        await lead.press("ctrl+k")
        lead.sees("Put a posting of 張敏 right", "Fri 27 Nov 2026")
        await lead.press("escape")
    assert postings(roster_desk, "A107") == [("2024-06-08", "2026-11-27", "工行中山路支行", False)]


async def test_somebody_without_a_posting_is_given_one(roster_desk: Desk) -> None:
    key = service.add(roster_desk, PersonIn(number="A120", name="唐寧", joined_on=date(2026, 11, 2)))
    async with at_the_keyboard(roster_desk, (60, 18)) as lead:
        lead.app.open_screen("person", key)
        await lead.settle()
        lead.sees("A120 唐寧", "Phone       –", "Not posted anywhere yet.", "p  gives them")
        lead.misses("put right")
        await lead.press("enter", "f8")
        lead.sees("Post 唐寧 from a day on")
        await lead.press("down", "down", "right", "ctrl+s")
        lead.sees("Postings · 1", "branch manager")


async def test_leaving_and_staying_are_said_on_the_card_too(roster_desk: Desk) -> None:
    async with at("people", roster_desk) as lead:
        await lead.press(*["down"] * 6, "enter", "e")
        await fill(lead, None, "張小敏")
        await lead.press("ctrl+s")
        lead.sees("A107 張小敏", "active")
        await lead.press("l")
        await fill(lead, ("right",), "2026-11-20", "moved away")
        await lead.press("ctrl+s")
        lead.sees("─ left ─", "Fri 20 Nov 2026", "2026-11-20")
        lead.misses("p post")
        await lead.press("ctrl+r")
        await lead.type("came back")
        await lead.press("enter")
        lead.sees("─ active ─")
        await lead.press("p")
        lead.sees("Post 張小敏")


async def test_the_last_lead_cannot_leave(roster_desk: Desk) -> None:
    """What belongs to no field stands below them all, and the form stays."""
    service.leaving(
        roster_desk, key_of(roster_desk, "A116"), LeavingIn(left_on=date(2026, 11, 20)), version=1
    )
    service.left(
        roster_desk,
        key_of(roster_desk, "A116"),
        LeavingIn(left_on=date(2026, 11, 20), reason="retired"),
        version=2,
    )
    async with at("people", roster_desk) as lead:
        await lead.press("enter", "l")
        await fill(lead, ("right",), "2026-11-20", "moved away")
        await lead.press("ctrl+s")
        lead.sees("The team would be without a lead", "A101 徐靜 leaves")


async def test_members_read_but_change_nothing(roster_desk: Desk) -> None:
    async with at("people", as_(roster_desk, "A107")) as member:
        await member.press("enter")
        member.sees("A101 徐靜", "121****0830")
        await member.press("enter", "c", "e", "p", "l", "b")
        member.sees("A101 徐靜", "Postings · 1")
        await member.press("f7")
        member.sees("History · A101 徐靜", "…30")
