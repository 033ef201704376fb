"""The list of people: found, taken on, changed, leaving and staying after all."""

from __future__ import annotations

from datetime import date

from teamops.models.people import PROGRAM, PersonCard, PersonState, Role
from teamops.services.desk import Desk
from teamops.services.reading import people
from tests.screens.people.section import as_, at, fill, key_of


def card(desk: Desk, number: str) -> PersonCard:
    with desk.books.reading() as reader:
        return people.person_card(reader, key_of(desk, number), PROGRAM)


async def test_everybody_stands_with_where_they_are_today(roster_desk: Desk) -> None:
    async with at("people", roster_desk) as lead:
        lead.sees(
            "[People]",
            "People · 16",
            "A104   劉平",
            "group leader",
            "第一組",
            "工行中山路支行",
            "2023-11-12",
            "active",
        )
        lead.misses("last day")
    async with at("people", roster_desk, (120, 36)) as lead:
        lead.sees("A116   馮強", "branch manager", "last day")


async def test_is_found_by_number_name_initials_and_outlet(roster_desk: Desk) -> None:
    async with at("people", roster_desk) as lead:
        for typed, shown in (("a109", "李雨桐"), ("zxy", "趙欣怡"), ("胡", "A111"), ("建行", "A108")):
            await lead.press("slash")
            await lead.type(typed)
            await lead.press("enter")
            lead.sees(shown)
            lead.misses("A101")
            await lead.press("escape")
        await lead.press("f3")
        await lead.type("nobody")
        await lead.press("enter")
        lead.sees("Nothing holds “nobody”.", "esc shows all again")
        await lead.press("escape")
        lead.sees("People · 16")


async def test_somebody_new_comes_with_a_first_posting(roster_desk: Desk) -> None:
    async with at("people", roster_desk) as lead:
        await lead.press("n")
        lead.sees("New person", "Staff number *", "client manager", "Mon 23 Nov 2026")
        await fill(lead, "a104", "Tang[/]", "Ann Tang", "1999-05-03", "2026-12-01", "138 1234 5678", None)
        await fill(lead, None, ("right",), ("right",), ("right",))
        await lead.press("ctrl+s")
        lead.sees("A104 劉平 is there already.")
        await fill(lead, "a120")
        await lead.press("f2")
        lead.sees("劉平 looks after the equipment at 工行中山路支行")
        await lead.press("left", "ctrl+s")
        lead.sees("People · 17", "▸A120   Tang[/]", "to come")
    kept = card(roster_desk, "A120")
    assert (kept.name, kept.name_en, kept.born, kept.phone) == (
        "Tang[/]",
        "Ann Tang",
        date(1999, 5, 3),
        "138 1234 5678",
    )
    assert [(p.role, p.group, p.outlet, p.starts_on) for p in kept.postings] == [
        (Role.CLIENT_MANAGER, "第一組", "工行中山路支行", date(2026, 12, 1))
    ]


async def test_what_cannot_be_read_is_said_below_its_field_and_the_draft_is_kept(roster_desk: Desk) -> None:
    async with at("people", roster_desk) as lead:
        await lead.press("f4")
        await fill(lead, "???", "Tang", None, None, None, "twelve")
        await lead.press("ctrl+s")
        lead.sees("“???”", "“twelve”")
        await lead.press("ctrl+s", "escape")
        lead.sees("What you typed is not saved yet.")
        await lead.press("k", "n")
        lead.sees("Draft of 08:21 restored", "???", "Tang")


async def test_custody_needs_an_outlet(roster_desk: Desk) -> None:
    async with at("people", roster_desk) as lead:
        await lead.press("n")
        await fill(lead, "A120", "Tang", None, None, None, None, None, None, None, None, ("right",))
        await lead.press("ctrl+s")
        lead.sees("Say which outlet's equipment they look after.")


async def test_who_leaves_is_marked_and_who_left_is_shown_on_request(roster_desk: Desk) -> None:
    async with at("people", roster_desk, (120, 36)) as lead:
        await lead.press(*["down"] * 6, "l")
        lead.sees("A107 張敏 leaves", "is going to leave")
        await fill(lead, None, "2026-12-31", "contract ends")
        await lead.press("ctrl+s")
        lead.sees("2026-12-31 leaving")
        await lead.press("ctrl+d")
        lead.sees("▸has left")
        await lead.press("ctrl+s")
        lead.sees("Thu 31 Dec 2026 is still to come.")
        await fill(lead, "2026-11-20")
        await lead.press("ctrl+s")
        lead.sees("Say why; the reason is kept and printed.")
        await fill(lead, "went home")
        await lead.press("ctrl+s")
        lead.misses("張敏")
        lead.sees("People · 15")
        await lead.press("a")
        lead.sees("All people · 16", "張敏", "2026-11-20 left", "only who is here")
        await lead.press("a")
        lead.app.go_to("people", "people", key_of(roster_desk, "A107"))
        await lead.settle()
        lead.sees("All people · 16", "▸A107")
    assert card(roster_desk, "A107").state is PersonState.LEFT
    async with at("people", roster_desk, (120, 36)) as lead:
        await lead.press("ctrl+a", *["down"] * 6)
        lead.misses("p post")
        await lead.press("p", "l")
        lead.misses("leaves")
        await lead.press("b")
        lead.sees("張敏 stays after all. Why?")
        await lead.type("came back")
        await lead.press("enter")
        lead.sees("not posted")
        lead.misses("b stays")
    assert card(roster_desk, "A107").state is PersonState.ACTIVE


async def test_a_clerk_who_may_not_read_a_number_keeps_it(roster_desk: Desk) -> None:
    async with at("people", as_(roster_desk, "A102")) as clerk:
        await clerk.press("down", "down", "down", "e")
        clerk.sees("Change A104 劉平", "122****5181")
        await fill(clerk, None, None, "Ping Liu")
        await clerk.press("ctrl+s")
        clerk.misses("Change A104")
    kept = card(roster_desk, "A104")
    assert (kept.name_en, kept.phone) == ("Ping Liu", "12219935181")
    async with at("people", as_(roster_desk, "A102")) as clerk:
        await clerk.press("down", "down", "down", "f2")
        await fill(clerk, "A105", None, None, None, "2026-11-30", "138 0000 0000")
        await clerk.press("ctrl+s")
        clerk.sees("A105 高芳 is there already.")
        await fill(clerk, "A104")
        await clerk.press("ctrl+s")
    assert card(roster_desk, "A104").phone == "138 0000 0000"


async def test_who_may_not_change_people_is_not_offered_to(roster_desk: Desk) -> None:
    async with at("people", as_(roster_desk, "A107")) as member:
        member.sees("A104   劉平")
        member.misses("n new")
        member.misses("l leaving")
        await member.press("n", "e", "p", "l", "b")
        member.sees("[People]", "A104   劉平")
        await member.press("down", "down", "down", "enter")
        member.sees("122****5181")
        member.misses("e edit")


async def test_history_tells_of_the_person_under_the_cursor(roster_desk: Desk) -> None:
    async with at("people", roster_desk) as lead:
        await lead.press("down", "f7")
        lead.sees("History · A102 張濤", "徐靜")


async def test_speaks_the_language_that_is_chosen(roster_desk: Desk) -> None:
    async with at("people", roster_desk) as lead:
        await lead.press("ctrl+l", "shift+tab", "shift+tab")
        lead.sees("2026年11月", "週一")
