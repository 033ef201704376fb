"""Action items in their list: opened, done, checked, dropped with a reason, and put back."""

from __future__ import annotations

from datetime import date

from teamops.models.action_items import ActionLine, ActionState, Priority
from teamops.services import action_items
from teamops.services.desk import Desk
from teamops.services.reading import action_items as reading
from teamops.services.reading import people
from tests.journeys import staged
from tests.journeys.keyboard import at_the_keyboard
from tests.services.holding import MONDAY, action, stand

WIDE = (120, 36)


def item(desk: Desk, key: int = 1) -> ActionLine:
    with desk.books.reading() as reader:
        found = reading.one(reader, key)
    assert found is not None
    return found


async def test_an_item_is_opened_with_all_it_may_say(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("4", "tab", "n")
        lead.sees("New action item", "徐靜 A101", "normal")
        await lead.type("整理清單")
        await lead.press("tab", "ctrl+u")
        await lead.type("gf")
        await lead.press("enter", "tab")
        await lead.type("下週五")
        lead.sees("Fri 4 Dec 2026")
        await lead.press("tab")
        await lead.type("zxy")
        await lead.press("enter", "tab", "right", "ctrl+s")
        lead.sees("T2026-001", "整理清單", "高芳, 趙欣怡", "Fri 4 Dec", "open")
        await lead.press("e")
        lead.sees("Change T2026-001", "高芳 A105", "趙欣怡 A106")
        await lead.type("三份")
        await lead.press("ctrl+s")
        lead.sees("整理清單三份")
    kept = item(roster_desk)
    assert (kept.text, kept.owner, kept.co_owners, kept.due) == (
        "整理清單三份",
        "高芳",
        "趙欣怡",
        date(2026, 12, 4),
    )
    assert kept.priority is not Priority.NORMAL


async def test_what_is_wrong_stands_under_its_field(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("4", "tab", "f4", "tab", "ctrl+u")
        await lead.type("無名")
        await lead.press("tab")
        await lead.type("32")
        await lead.press("ctrl+s")
        lead.sees("New action item", "Please fill this in", "“32” could be more than one day")
        await lead.type("甲")
        await lead.press("tab", "tab", "ctrl+u", "ctrl+s")
        lead.sees("Nobody here is called “無")


async def test_the_life_of_an_item(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    action_items.open_item(roster_desk, action(roster_desk, "回訪", due=staged.LAST_FRIDAY))
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("4", "tab")
        lead.sees("▸! T2026-001", "Fri 20 Nov", "open", "i in hand", "d done")
        lead.misses("c check")
        await lead.press("c", "b", "i")
        lead.sees("T2026-001 is in hand.")
        lead.misses("i in hand")
        await lead.press("d")
        lead.sees("T2026-001 is done.")
        await lead.press("b")
        lead.sees("T2026-001 is in hand.")
        await lead.press("f8", "ctrl+k")
        lead.sees("T2026-001 is checked.", "Nothing is open.")
        await lead.press("a")
        lead.sees("[All action items]", "checked", "T2026-001")
        await lead.press("e", "enter", "d", "w")
        lead.sees("[All action items]", "checked")
        lead.misses("Change")
        await lead.press("ctrl+a")
        lead.sees("Nothing is open.")
    assert item(roster_desk).state is ActionState.CHECKED


async def test_dropping_wants_a_reason(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    action_items.open_item(roster_desk, action(roster_desk, "回訪"))
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("4", "tab", "w")
        lead.sees("Drop T2026-001. Why?")
        await lead.press("enter")
        lead.sees("Please fill this in")
        await lead.type("客戶銷戶")
        await lead.press("enter")
        lead.sees("Nothing is open.")
        await lead.press("slash")
        await lead.type("銷戶")
        lead.sees("T2026-001", "dropped")
    assert (item(roster_desk).state, item(roster_desk).reason) == (ActionState.DROPPED, "客戶銷戶")


async def test_members_say_what_they_did_and_no_more(roster_desk: Desk) -> None:
    who = staged.keys(roster_desk)
    stand(roster_desk.books, MONDAY)
    action_items.open_item(roster_desk, action(roster_desk, "回訪", owner_id=who["A107"]))
    action_items.open_item(roster_desk, action(roster_desk, "整理", owner_id=who["A104"]))
    with roster_desk.books.reading() as reader:
        desk = Desk(roster_desk.books, people.actor(reader, "A107", MONDAY))
    async with at_the_keyboard(desk) as member:
        await member.press("4", "tab", "ctrl+d", "f8")
        member.sees("T2026-001 is done.")
        await member.press("c")
        member.sees("As client manager you may not do this")
        await member.press("down", "d")
    assert [item(roster_desk, key).state for key in (1, 2)] == [ActionState.DONE, ActionState.OPEN]


async def test_two_who_act_at_once_do_not_undo_each_other(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    action_items.open_item(roster_desk, action(roster_desk, "回訪"))
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("4", "tab", "delete")
        action_items.reword(roster_desk, 1, action(roster_desk, "回訪三位"), 1)
        await lead.settle()
        await lead.type("客戶銷戶")
        await lead.press("enter")
        lead.sees("Drop T2026-001. Why?", "Somebody changed this")
        await lead.press("escape", "enter", "e")
        action_items.reword(roster_desk, 1, action(roster_desk, "回訪四位"), 2)
        await lead.type("啊")
        await lead.press("ctrl+s")
        lead.sees("回訪三位啊", "Somebody changed this")
    assert item(roster_desk).text == "回訪四位"
