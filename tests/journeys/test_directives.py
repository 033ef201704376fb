"""Directives and the case library in their lists."""

from __future__ import annotations

from teamops.models.inputs.cases import CaseIn
from teamops.models.inputs.directives import DirectiveIn
from teamops.services import cases, directives
from teamops.services.desk import Desk
from teamops.services.reading import cases as cases_read
from teamops.services.reading import directives as reading
from teamops.services.reading import people
from tests.journeys import staged
from tests.journeys.keyboard import at_the_keyboard
from tests.services.holding import MONDAY, stand

WIDE = (120, 36)


def known_by(desk: Desk, key: int = 1) -> list[str]:
    """Who has acknowledged a directive."""
    with desk.books.reading() as reader:
        return [line.number for line in reading.readers(reader, key) if line.acknowledged_at]


async def test_a_directive_is_issued_and_reworded_until_somebody_knows_it(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("4", "tab", "tab", "n")
        await lead.type("佣金下限")
        await lead.press("ctrl+s")
        lead.sees("D2026-001", "佣金下限", "0/15", "e edit")
        await lead.press("f2")
        lead.sees("Change D2026-001")
        await lead.type("萬分之二")
        await lead.press("ctrl+s")
        lead.sees("佣金下限萬分之二", "0/15")
        directives.acknowledge(roster_desk, 1, (1,))
        await lead.settle()
        lead.sees("1/15")
        lead.misses("e edit")
        await lead.press("e")
        lead.misses("Change D2026-001")


async def test_who_has_acknowledged_is_put_down(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    directives.issue(roster_desk, DirectiveIn(title="佣金下限", body="一\n二", source="零售部"))
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("4", "tab", "tab", "k")
        lead.sees(
            "D2026-001 · 佣金下限", "一", "二", "零售部 · Mon 23 Nov 2026", "0 of 15 acknowledged", "not yet"
        )
        await lead.press("enter")
        lead.sees("1 put down.", "1 of 15 acknowledged", "Mon 23 Nov 2026 08:30")
        await lead.press("enter")
        lead.sees("They have acknowledged it already.")
        await lead.press("down", "space", "down", "space", "f8")
        lead.sees("2 put down.", "3 of 15 acknowledged")
        await lead.press("ctrl+a")
        lead.sees("15 of 15 acknowledged")
        lead.misses("a all ")
        await lead.press("a", "k", "escape")
        lead.sees("15/15")
    assert len(known_by(roster_desk)) == 15


async def test_members_acknowledge_for_themselves(roster_desk: Desk) -> None:
    stand(roster_desk.books, MONDAY)
    directives.issue(roster_desk, DirectiveIn(title="佣金下限"))
    with roster_desk.books.reading() as reader:
        desk = Desk(roster_desk.books, people.actor(reader, "A107", MONDAY))
    async with at_the_keyboard(desk) as member:
        await member.press("4", "tab", "tab", "enter", "end", "enter")
        assert known_by(roster_desk) == []
        await member.press("home", *["down"] * 6)
        member.sees("▸  A107")
        await member.press("enter")
        member.sees("1 of 15 acknowledged")
    assert known_by(roster_desk) == ["A107"]


async def test_withdrawing_wants_a_reason_and_keeps_the_number(roster_desk: Desk) -> None:
    staged.past(roster_desk)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("4", "tab", "tab", "w")
        lead.sees("Withdraw D2026-002. Why?")
        await lead.type("誤發")
        await lead.press("enter")
        lead.sees("D2026-002", "0/15")
        lead.misses("k acknowledge")
        await lead.press("w", "h")
        lead.sees("History · D2026-002", "誤發")
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("4", "tab", "tab")
        lead.sees("withdrawn")


async def test_directives_are_found(roster_desk: Desk) -> None:
    staged.past(roster_desk)
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("4", "tab", "tab", "/")
        await lead.type("固收")
        lead.sees("Directives · 1", "D2026-002", "31 Dec")


async def test_a_directive_withdrawn_while_it_is_read(roster_desk: Desk) -> None:
    staged.past(roster_desk)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("4", "tab", "tab", "enter")
        lead.sees("D2026-002 · 固收新品推介")
        directives.withdraw(roster_desk, 2, "誤發")
        await lead.settle()
        await lead.press("enter")
        lead.sees("D2026-002")
    assert known_by(roster_desk, 2) == []


# --- the case library


async def test_a_case_is_written_read_and_reworded(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk, WIDE) as lead:
        await lead.press("4", "shift+tab", "n")
        lead.sees("New case study")
        await lead.type("佣金之爭")
        await lead.press("tab")
        await lead.type("客戶說別家便宜")
        await lead.press("enter")
        await lead.type("還拿來了報價單")
        await lead.press("tab")
        await lead.type("先談服務")
        await lead.press("tab")
        await lead.type("gf")
        await lead.press("enter", "tab")
        await lead.type("#佣金，挽留")
        await lead.press("ctrl+s")
        lead.sees("佣金之爭", "先談服務", "佣金 挽留", "高芳", "never")
        await lead.press("enter")
        lead.sees("Change the case study", "還拿來了報價單", "高芳 A105")
        await lead.press("escape", "h")
        lead.sees("History · 佣金之爭")
    with roster_desk.books.reading() as reader:
        kept = cases_read.one(reader, 1)
    assert kept is not None
    assert (kept.story, kept.tags) == ("客戶說別家便宜\n還拿來了報價單", "佣金 挽留")


async def test_a_case_keeps_an_author_who_has_left(roster_desk: Desk) -> None:
    from teamops.models.inputs.people import LeavingIn
    from teamops.services import people as people_service

    who = staged.keys(roster_desk)
    stand(roster_desk.books, MONDAY)
    cases.add(roster_desk, CaseIn(title="舊案", author_id=who["A107"]))
    people_service.left(roster_desk, who["A107"], LeavingIn(left_on=staged.LAST_FRIDAY, reason="離職"), 1)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("4", "shift+tab", "e")
        await lead.type("二")
        await lead.press("ctrl+s")
        lead.sees("舊案二", "張敏")


async def test_cases_are_found_by_what_they_teach(roster_desk: Desk) -> None:
    staged.past(roster_desk)
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("4", "shift+tab", "/")
        await lead.type("挽留")
        lead.sees("Case library · 1", "佣金之爭")
