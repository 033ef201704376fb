"""The sheet of figures: typed, pasted, refused, never lost and never written over somebody else's."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from teamops.models.figures import FigureSheet
from teamops.services.desk import Desk
from teamops.services.reading import figures as reading
from teamops.services.reading import people
from tests.journeys import staged
from tests.journeys.keyboard import at_the_keyboard
from tests.journeys.staged import LAST_FRIDAY, LAST_THURSDAY
from tests.services.holding import MONDAY, stand


def sheet(desk: Desk, day: date = LAST_FRIDAY) -> FigureSheet:
    with desk.books.reading() as reader:
        return reading.sheet(reader, day)


def kept(desk: Desk, day: date = LAST_FRIDAY) -> dict[tuple[str, str], str]:
    """Number and figure's place to what stands there."""
    found = sheet(desk, day)
    names = {person: number for person, number, _name in found.members}
    order = {figure.id: str(n) for n, figure in enumerate(found.figures)}
    return {
        (names[cell.person_id], order[cell.figure_id]): cell.words
        or f"{(cell.value or Decimal(0)).normalize():f}"
        for cell in found.cells
    }


async def test_figures_are_typed_like_a_spreadsheet(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk, (120, 36)) as lead:
        await lead.press("f")
        lead.sees("Figures of Fri 20 Nov 2026", "A104 劉平", "total")
        await lead.type("2")
        await lead.press("tab")
        await lead.type("１２.5")
        await lead.press("tab")
        await lead.type("佣金能否下調")
        await lead.press("tab")
        await lead.type("1")
        await lead.press("enter")
        lead.sees("4 changed, not yet saved", "12.5", "佣金能否下調")
        await lead.press("ctrl+s")
        lead.sees("4 figures written down.", "accounts opened    3")
    assert kept(roster_desk) == {
        ("A104", "0"): "2",
        ("A104", "1"): "12.5",
        ("A104", "2"): "佣金能否下調",
        ("A105", "0"): "1",
    }


async def test_a_block_is_pasted_out_of_a_spreadsheet(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk, (120, 36)) as lead:
        await lead.press("f")
        await lead.paste("2\t1,250.5\t新股\r\n0\t\t\r\n1\t30\t\r\n")
        lead.sees("1,250.5", "1,280.5", "新股", "not yet saved")
        await lead.press("f6")
        lead.sees("figures written down.")
    assert kept(roster_desk) == {
        ("A104", "0"): "2",
        ("A104", "1"): "1250.5",
        ("A104", "2"): "新股",
        ("A105", "0"): "0",
        ("A106", "0"): "1",
        ("A106", "1"): "30",
    }


async def test_a_refused_cell_stays_and_is_said(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("f")
        await lead.type("1.5")
        await lead.press("enter")
        lead.sees("1.5", "! ")
        await lead.press("down", "up", "up")
        lead.sees("! ")
        await lead.press("end", "ctrl+s")
        lead.sees("Figures of Fri 20 Nov 2026", "1.5", "! ")
        await lead.press("delete")
        await lead.type("2")
        await lead.press("ctrl+s")
        lead.sees("1 figure written down.")
    assert kept(roster_desk) == {("A104", "0"): "2"}


async def test_leaving_asks_what_becomes_of_what_is_typed(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("f", "escape", "f")
        await lead.type("3")
        await lead.press("escape")
        lead.misses("     3 ")
        await lead.type("3")
        await lead.press("enter", "escape")
        lead.sees("1 figure is not saved yet.", "Save", "Discard", "Go on typing")
        await lead.press("escape")
        lead.sees("Figures of Fri 20 Nov 2026", "1 changed, not yet saved")
        await lead.press("escape", "d")
        lead.sees("Needs you")
        await lead.press("f")
        lead.misses("not yet saved")
        await lead.type("4")
        await lead.press("enter", "escape", "s")
        lead.sees("Needs you", "1 figure written down.")
    assert kept(roster_desk) == {("A104", "0"): "4"}


async def test_what_was_typed_is_there_after_a_crash(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("f")
        await lead.type("3")
        await lead.press("enter")
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("f")
        lead.sees("1 changed, not yet saved · kept from before")
        await lead.press("ctrl+s", "f")
        lead.misses("kept from before")
    assert kept(roster_desk) == {("A104", "0"): "3"}


async def test_days_are_turned_up_to_today(roster_desk: Desk) -> None:
    staged.report(roster_desk, LAST_THURSDAY, A104=(2, "12.5", ""))
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("f", "ctrl+pageup")
        lead.sees("Figures of Thu 19 Nov 2026", "12.5")
        await lead.press("ctrl+pagedown", "ctrl+pagedown")
        lead.sees("Figures of Mon 23 Nov 2026")
        await lead.press("ctrl+pagedown")
        lead.sees("Figures of Mon 23 Nov 2026")


async def test_turning_the_day_writes_down_what_is_typed(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("f")
        await lead.type("7")
        await lead.press("ctrl+pageup")
        lead.sees("Figures of Thu 19 Nov 2026")
        lead.misses("7  ")
        await lead.type("x")
        await lead.press("ctrl+pagedown")
        lead.sees("Figures of Thu 19 Nov 2026", "! ")
    assert kept(roster_desk) == {("A104", "0"): "7"}


async def test_what_somebody_else_wrote_meanwhile_is_shown_before_it_is_written_over(
    roster_desk: Desk,
) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("f")
        await lead.type("3")
        await lead.press("enter")
        staged.report(roster_desk, LAST_FRIDAY, A104=(8, "50", ""))
        await lead.settle()
        lead.sees("50", "1 changed, not yet saved")
        await lead.press("ctrl+s")
        lead.sees("! A104 劉平 · accounts opened: 8.", "Somebody changed this")
        await lead.press("ctrl+s")
        lead.sees("1 figure written down.")
    assert kept(roster_desk)["A104", "0"] == "3"


async def test_members_type_their_own_and_no_others(roster_desk: Desk) -> None:
    with roster_desk.books.reading() as reader:
        desk = Desk(roster_desk.books, people.actor(reader, "A107", MONDAY))
    async with at_the_keyboard(desk) as member:
        await member.press("f")
        member.sees("▸A107")
        await member.type("2")
        await member.press("up")
        await member.type("9")
        await member.press("ctrl+s")
        member.sees("! ", "Figures of Fri 20 Nov 2026")
        await member.press("delete", "ctrl+s")
        member.sees("1 figure written down.")
    assert kept(roster_desk) == {("A107", "0"): "2"}


async def test_a_cell_is_emptied(roster_desk: Desk) -> None:
    staged.report(roster_desk, LAST_FRIDAY, A104=(8, "50", "新股"))
    async with at_the_keyboard(roster_desk) as lead:
        await lead.press("f", "delete", "ctrl+s")
        lead.sees("1 figure written down.")
        await lead.press("f", "ctrl+s")
        lead.sees("Needs you")
    found = {cell.figure_id: cell.value for cell in sheet(roster_desk).cells}
    assert [value for value in found.values() if value is not None] == [Decimal(50)]


async def test_a_team_without_figures_has_an_empty_sheet(desk: Desk) -> None:
    stand(desk.books, MONDAY)
    async with at_the_keyboard(desk) as lead:
        await lead.press("f", "1", "delete", "ctrl+s")
        lead.sees("Morning meeting")
