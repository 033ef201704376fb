"""Groups and outlets: new ones, other names, hours and custodians from a day on."""

from __future__ import annotations

from datetime import date

from teamops.services.desk import Desk
from teamops.services.reading import people
from tests.screens.people.section import as_, at, fill


async def test_an_empty_list_says_which_key_fills_it(desk: Desk) -> None:
    async with at("groups", desk) as lead:
        lead.sees("No groups yet.", "n  adds the first; so does “teamops import people FILE”")
        await lead.press("e", "h", "enter")
        lead.sees("No groups yet.")
        await lead.press("tab")
        lead.sees("No outlets yet.", "n  adds the first; so does “teamops import outlets FILE”")
        await lead.press("o", "c", "e", "h")
        lead.sees("No outlets yet.")


async def test_a_group_is_made_and_renamed(roster_desk: Desk) -> None:
    async with at("groups", roster_desk) as lead:
        lead.sees("Groups · 3", "▸第一組", "劉平", "徐靜 · 劉平 · 張敏")
        await lead.press("n")
        await fill(lead, "第一組", "First")
        await lead.press("ctrl+s")
        lead.sees("第一組 is there already.")
        await fill(lead, "青年[組]")
        await lead.press("ctrl+s")
        lead.sees("Groups · 4", "▸青年[組]", "First", "none", "Nobody is in it.")
        await lead.press("enter")
        lead.sees("Rename 青年[組]")
        await fill(lead, "第四組")
        await lead.press("ctrl+s")
        lead.sees("▸第四組")
        await lead.press("h")
        lead.sees("History · 第四組", "青年[組] → 第四組")
        await lead.press("escape", "slash")
        await lead.type("高芳")
        await lead.press("enter")
        lead.sees("Groups · 1", "第二組")


async def test_an_outlet_comes_with_its_hours(roster_desk: Desk) -> None:
    async with at("outlets", roster_desk) as lead:
        lead.sees("Outlets · 4", "▸W01", "工行中山路支行", "08:30–17:00", "胡主任", "since Mon 23 Nov 2026")
        await lead.press("n")
        await fill(lead, "w01", "陳主任", "[/]分行", "Harbour", "930", "9:00")
        await lead.press("ctrl+s")
        lead.sees("W01 工行中山路支行 is there already.")
        await fill(lead, "w05")
        await lead.press("ctrl+s")
        lead.sees("The outlet must close")
        await fill(lead, "17:30")
        await lead.press("ctrl+s")
        lead.sees("Outlets · 5", "▸W05", "[/]分行", "09:30–17:30", "nobody")
        await lead.press("e")
        lead.sees("Change W05 [/]分行", "陳主任")
        await fill(lead, None, "林主任", "海港分行")
        await lead.press("ctrl+s")
        lead.sees("海港分行", "林主任")
        await lead.press("f7")
        lead.sees("History · W05 海港分行")
        await lead.press("escape", "slash")
        await lead.type("harbour")
        await lead.press("enter")
        lead.sees("Outlets · 1", "▸W05")


async def test_hours_change_from_a_day_on(roster_desk: Desk) -> None:
    async with at("outlets", roster_desk) as lead:
        await lead.press("o")
        lead.sees("Hours of W01 工行中山路支行", "Mon 23 Nov 2026", "08:30", "17:00")
        await fill(lead, "12-01", "9:00", "8:00")
        await lead.press("ctrl+s")
        lead.sees("The outlet must close after")
        await fill(lead, "18:00")
        await lead.press("ctrl+s")
        lead.sees("09:00–18:00   since Tue 1 Dec 2026", "08:30–17:00   since Mon 23 Nov 2026")
    with roster_desk.books.reading() as reader:
        lines = people.outlets(reader, date(2026, 12, 1))
    assert f"{lines[0].opens:%H:%M}" == "09:00"


async def test_an_outlet_without_hours_says_so(roster_desk: Desk) -> None:
    from teamops.models.inputs.people import OutletIn
    from teamops.services import outlets

    outlets.add(roster_desk, OutletIn(code="A00", name="新網點"))
    async with at("outlets", roster_desk) as lead:
        lead.sees("▸A00", "no hours", "o  says which hours it keeps")
        await lead.press("f8")
        await fill(lead, None, "830", "1700")
        await lead.press("ctrl+s")
        lead.sees("08:30–17:00   since Mon 23 Nov 2026")


async def test_somebody_else_looks_after_the_equipment(roster_desk: Desk) -> None:
    async with at("outlets", roster_desk) as lead:
        await lead.press("c")
        lead.sees("Custodian of W01 工行中山路支行", "Now: 劉平.")
        await fill(lead, "nobody here")
        await lead.press("ctrl+s")
        lead.sees("Nobody here is called “nobody here”.")
        await fill(lead, "A105")
        await lead.press("ctrl+s")
        lead.sees("高芳 is not posted to 工行中山路支行")
        await fill(lead, "zhangmin", "2026-11-24")
        await lead.press("ctrl+s")
        lead.misses("Custodian of")
        lead.sees("劉平")
        await lead.press("ctrl+k")
        await fill(lead, "", None)
        await lead.press("ctrl+s")
        lead.sees("▸W01", "nobody")
    with roster_desk.books.reading() as reader:
        lines = people.outlets(reader, date(2026, 11, 24))
    assert lines[0].custodian == "張敏"


async def test_a_day_that_cannot_be_read_stands_below_its_field(roster_desk: Desk) -> None:
    async with at("outlets", roster_desk) as lead:
        await lead.press("c")
        await fill(lead, "A107", "someday")
        await lead.press("ctrl+s")
        lead.sees("“someday” is no date")


async def test_an_asset_clerk_keeps_outlets_but_no_groups(roster_desk: Desk) -> None:
    async with at("groups", as_(roster_desk, "A103")) as clerk:
        clerk.misses("n new")
        await clerk.press("n", "e", "enter")
        clerk.sees("Groups · 3")
        clerk.misses("Rename")
        await clerk.press("tab")
        clerk.sees("n new", "o hours")


async def test_a_low_terminal_leaves_the_lines_below_out(roster_desk: Desk) -> None:
    async with at("outlets", roster_desk, (80, 20)) as lead:
        lead.misses("since Mon 23 Nov 2026")
        lead.sees("W04    營業部大廳")
