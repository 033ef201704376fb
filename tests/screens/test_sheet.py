"""What every sheet does: keeps what is typed, and holds it against what stood in the cell then."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from decimal import Decimal

import pytest

from teamops.models.inputs.figures import CellIn, TargetIn
from teamops.screens.sheet import SheetScreen
from teamops.services import drafts
from teamops.services import figures as service
from teamops.services.desk import Desk
from teamops.services.reading import figures as reading
from tests.journeys.keyboard import Keyboard, at_the_keyboard
from tests.screens.people.section import key_of

NOVEMBER, FRIDAY = date(2026, 11, 1), date(2026, 11, 20)
ACCOUNTS, ASSETS = 1, 2
SHEETS = ("targets", "figures")


@asynccontextmanager
async def on(sheet: str, desk: Desk, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Keyboard]:
    """A sheet, the cursor on the accounts of A104."""
    async with at_the_keyboard(desk, size) as lead:
        lead.app.open_screen(sheet, NOVEMBER if sheet == "targets" else FRIDAY)
        await lead.settle()
        if sheet == "targets":
            await lead.press("down")
        lead.sees("▸A104")
        yield lead


def told(sheet: str, desk: Desk, value: int | None, *, number: str = "A104", figure: int = ACCOUNTS) -> None:
    """Write a cell down as somebody else does."""
    person, number_told = key_of(desk, number), None if value is None else Decimal(value)
    if sheet == "targets":
        service.target(desk, NOVEMBER, (TargetIn(person_id=person, figure_id=figure, value=number_told),))
    else:
        service.record(desk, FRIDAY, (CellIn(person_id=person, figure_id=figure, value=number_told),))


def kept(sheet: str, desk: Desk) -> dict[tuple[int | None, int], Decimal | None]:
    """What is written down, by person and figure."""
    with desk.books.reading() as reader:
        if sheet == "targets":
            return {
                (line.person_id, line.figure_id): line.value for line in reading.targets(reader, NOVEMBER)
            }
        return {
            (cell.person_id, cell.figure_id): cell.value
            for cell in reading.sheet(reader, FRIDAY).cells
            if cell.value is not None
        }


@pytest.mark.parametrize("sheet", SHEETS)
async def test_what_was_typed_is_there_after_a_crash(roster_desk: Desk, sheet: str) -> None:
    async with on(sheet, roster_desk) as lead:
        await lead.type("3")
        await lead.press("right")
        await lead.type("x")
        await lead.press("enter")
    async with on(sheet, roster_desk) as lead:
        lead.sees("! “x” is no number.")
        await lead.press("ctrl+s")
        lead.sees("! “x” is no number.", "▸A104")
        await lead.press("delete")
        lead.sees("1 changed, not yet saved · kept from before")
        await lead.press("ctrl+s")
    assert kept(sheet, roster_desk) == {(key_of(roster_desk, "A104"), ACCOUNTS): 3}
    async with on(sheet, roster_desk) as lead:
        lead.misses("not yet saved")


@pytest.mark.parametrize("sheet", SHEETS)
async def test_what_is_thrown_away_does_not_come_back(roster_desk: Desk, sheet: str) -> None:
    async with on(sheet, roster_desk) as lead:
        await lead.type("3")
        await lead.press("enter", "escape", "d")
        lead.misses("A104 劉平")
    async with on(sheet, roster_desk) as lead:
        lead.misses("not yet saved")


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("before", [None, 5])
async def test_somebody_elses_cell_is_shown_before_it_is_written_over(
    roster_desk: Desk, sheet: str, before: int | None
) -> None:
    if before is not None:
        told(sheet, roster_desk, before)
    async with on(sheet, roster_desk) as lead:
        await lead.type("3")
        await lead.press("enter")
        told(sheet, roster_desk, 8)
        told(sheet, roster_desk, 9, number="A106")
        await lead.settle()
        await lead.press("ctrl+s")
        lead.sees("! A104 劉平 · accounts opened: 8. Somebody changed this since you opened it.")
        assert kept(sheet, roster_desk)[key_of(roster_desk, "A104"), ACCOUNTS] == 8
        lead.app.changed("*")
        await lead.settle()
        lead.sees("Somebody changed this since you opened it.")
        await lead.press("up", "ctrl+s")
        lead.misses("A104 劉平")
    assert kept(sheet, roster_desk)[key_of(roster_desk, "A104"), ACCOUNTS] == 3
    assert kept(sheet, roster_desk)[key_of(roster_desk, "A106"), ACCOUNTS] == 9


async def test_a_target_that_was_taken_back_meanwhile_is_told_of(roster_desk: Desk) -> None:
    told("targets", roster_desk, 5)
    async with on("targets", roster_desk) as lead:
        await lead.type("3")
        await lead.press("enter")
        told("targets", roster_desk, None)
        await lead.settle()
        await lead.press("ctrl+s")
        lead.sees("! A104 劉平 · accounts opened: –. Somebody changed this")
        await lead.press("ctrl+s")
    assert kept("targets", roster_desk) == {(key_of(roster_desk, "A104"), ACCOUNTS): 3}


@pytest.mark.parametrize("sheet", SHEETS)
async def test_a_draft_is_held_against_what_stood_there_when_it_was_typed(
    roster_desk: Desk, sheet: str
) -> None:
    async with on(sheet, roster_desk) as lead:
        await lead.type("3")
        await lead.press("enter")
    told(sheet, roster_desk, 8)
    async with on(sheet, roster_desk) as lead:
        lead.sees("kept from before")
        await lead.press("ctrl+s")
        lead.sees("A104 劉平 · accounts opened: 8.")
    assert kept(sheet, roster_desk)[key_of(roster_desk, "A104"), ACCOUNTS] == 8


async def test_a_draft_of_what_is_written_down_by_now_is_none(roster_desk: Desk) -> None:
    async with on("figures", roster_desk) as lead:
        await lead.type("3")
        await lead.press("enter")
    told("figures", roster_desk, 3)
    async with on("figures", roster_desk) as lead:
        lead.misses("not yet saved")


async def test_a_draft_without_versions_is_held_against_what_stands_there_now(roster_desk: Desk) -> None:
    person = key_of(roster_desk, "A104")
    told("figures", roster_desk, 8)
    owner = roster_desk.actor.person_id or 0
    drafts.save(roster_desk.books, owner, "figures", "2026-11-20", {f"{person} {ACCOUNTS}": "3"})
    async with on("figures", roster_desk) as lead:
        lead.sees("1 changed, not yet saved · kept from before")
        await lead.press("ctrl+s")
    assert kept("figures", roster_desk)[person, ACCOUNTS] == 3


async def test_a_cell_typed_into_again_after_it_was_saved_is_saved_again(roster_desk: Desk) -> None:
    async with on("figures", roster_desk) as lead:
        await lead.type("3")
        await lead.press("ctrl+pageup", "ctrl+pagedown")
        await lead.type("4")
        await lead.press("ctrl+s")
        lead.sees("1 figure written down.")
    assert kept("figures", roster_desk) == {(key_of(roster_desk, "A104"), ACCOUNTS): 4}


@pytest.mark.parametrize("sheet", SHEETS)
async def test_left_while_it_is_written_down_it_is_written_all_the_same(
    roster_desk: Desk, sheet: str
) -> None:
    async with on(sheet, roster_desk) as lead:
        await lead.type("3")
        await lead.press("enter")
        screen = lead.app.screen
        assert isinstance(screen, SheetScreen)
        screen.save(lambda: None)
        screen.leave()
        await lead.settle()
        lead.sees("Needs you", "1 figure written" if sheet == "figures" else "1 target written")
    assert kept(sheet, roster_desk) == {(key_of(roster_desk, "A104"), ACCOUNTS): 3}


async def test_left_while_it_is_refused_that_is_said_all_the_same(roster_desk: Desk) -> None:
    async with on("figures", roster_desk) as lead:
        await lead.type("3")
        await lead.press("enter")
        told("figures", roster_desk, 8)
        screen = lead.app.screen
        assert isinstance(screen, SheetScreen)
        screen.save(lambda: None)
        screen.leave()
        await lead.settle()
        lead.sees("Morning meeting", "Somebody changed this since you opened it.")
    async with on("figures", roster_desk) as lead:
        lead.sees("kept from before")


@pytest.mark.parametrize(("sheet", "total"), [("targets", "members together"), ("figures", "total")])
async def test_it_follows_another_language(roster_desk: Desk, sheet: str, total: str) -> None:
    told(sheet, roster_desk, 3)
    async with on(sheet, roster_desk) as lead:
        lead.sees(total, "new assets (10k yuan)")
        await lead.press("ctrl+l")
        lead.misses(total)
        lead.sees("新增資產（萬元）")
        await lead.press("ctrl+l")
        lead.sees("新增资产（万元）")
