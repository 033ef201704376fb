"""A month's targets, typed like a spreadsheet."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from decimal import Decimal

from teamops.models.figures import FigureKind, FigureLine
from teamops.models.inputs.figures import FigureChange, FigureIn, TargetIn
from teamops.services import figures as service
from teamops.services.desk import Desk
from teamops.services.reading import figures
from tests.journeys.keyboard import Keyboard, at_the_keyboard
from tests.screens.people.section import at, key_of


def targets(desk: Desk, month: date = date(2026, 11, 1)) -> dict[tuple[int | None, int], Decimal]:
    with desk.books.reading() as reader:
        return {(line.person_id, line.figure_id): line.value for line in figures.targets(reader, month)}


@asynccontextmanager
async def on_the_sheet(desk: Desk, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Keyboard]:
    async with at("setup", desk, size) as lead:
        await lead.press("down", "down", "enter")
        yield lead


async def test_are_typed_and_written_down(roster_desk: Desk) -> None:
    async with on_the_sheet(roster_desk) as lead:
        lead.sees("Targets of November 2026", "team as a whole", "A104 劉平", "A115 徐剛", "members together")
        lead.misses("A101")
        await lead.type("60")
        await lead.press("tab")
        await lead.type("1800")
        await lead.press("down")
        await lead.type("１２０")
        await lead.press("down")
        await lead.type("80.555")
        await lead.press("enter")
        lead.sees("! 80.555")
        await lead.press("ctrl+s")
        lead.sees("! 80.555", "Targets of November")
        await lead.type("80.5")
        await lead.press("enter")
        lead.sees("200.5", "4 changed, not yet saved")
        await lead.press("f6")
        lead.sees("[Set-up]", "4 targets", "4 targets written down.")
    key = key_of(roster_desk, "A104")
    assert targets(roster_desk)[None, 1] == 60
    assert targets(roster_desk)[key, 2] == 120


async def test_what_is_typed_survives_a_change_elsewhere(roster_desk: Desk) -> None:
    async with on_the_sheet(roster_desk) as lead:
        await lead.type("60")
        await lead.press("down")
        lead.sees("1 changed, not yet saved")
        key = key_of(roster_desk, "A105")
        service.target(
            roster_desk, date(2026, 11, 1), (TargetIn(person_id=key, figure_id=1, value=Decimal(15)),)
        )
        await lead.settle()
        lead.sees("60", "15")
        await lead.type("1a")
        service.target(
            roster_desk, date(2026, 11, 1), (TargetIn(person_id=key, figure_id=1, value=Decimal(16)),)
        )
        await lead.settle()
        lead.sees("60", "16", "1a", "is no number")
        await lead.press("delete")
        lead.sees("1 changed, not yet saved")
        await lead.press("up", "delete")
        lead.misses("not yet saved")
        await lead.press("down", "down", "delete", "ctrl+s")
    assert targets(roster_desk) == {}


async def test_leaving_asks_about_what_is_not_saved(roster_desk: Desk) -> None:
    async with on_the_sheet(roster_desk) as lead:
        await lead.press("escape")
        lead.sees("[Set-up]")
        await lead.press("enter", "ctrl+s")
        lead.sees("[Set-up]")
        await lead.press("enter")
        await lead.type("60")
        await lead.press("tab", "escape")
        lead.sees("1 target is not saved yet.")
        await lead.press("escape")
        lead.sees("Targets of November 2026", "60")
        await lead.press("escape", "d")
        lead.sees("[Set-up]", "none set yet")
        await lead.press("enter")
        await lead.type("60")
        await lead.press("tab", "escape", "enter")
        lead.sees("[Set-up]", "1 target")
    assert targets(roster_desk) == {(None, 1): 60}


async def test_turning_the_month_saves_first(roster_desk: Desk) -> None:
    async with on_the_sheet(roster_desk) as lead:
        await lead.press("down")
        await lead.type("7")
        await lead.press("ctrl+pagedown")
        lead.sees("Targets of December 2026")
        lead.misses("Set-up")
        await lead.press("ctrl+pageup")
        lead.sees("Targets of November 2026", "7")
        await lead.press("ctrl+pageup")
        lead.sees("Targets of October 2026")
    assert targets(roster_desk) == {(key_of(roster_desk, "A104"), 1): 7}


async def test_stays_within_the_years_there_are(roster_desk: Desk) -> None:
    async with at_the_keyboard(roster_desk) as lead:
        lead.app.open_screen("targets", date(2099, 12, 1))
        await lead.settle()
        await lead.press("ctrl+pagedown")
        lead.sees("Targets of December 2099")


async def test_a_refusal_of_the_books_stands_below_the_sheet(roster_desk: Desk) -> None:
    async with on_the_sheet(roster_desk) as lead:
        await lead.type("5")
        await lead.press("enter")
        line = next(line for line in _figures(roster_desk) if line.id == 1)
        lead.app.changed = lambda register, /: None  # type: ignore[assignment, method-assign]
        service.change(roster_desk, 1, FigureChange(active=False), line.version)
        await lead.press("ctrl+s")
        lead.sees("! accounts opened is no longer asked for", "Targets of November")


async def test_without_a_figure_that_is_counted_it_says_so(roster_desk: Desk) -> None:
    for line in _figures(roster_desk):
        if line.kind is not FigureKind.TEXT:
            service.change(
                roster_desk, line.id, FigureChange(decimals=line.decimals, active=False), line.version
            )
    async with on_the_sheet(roster_desk) as lead:
        lead.sees("No figure is counted; n under Set-up adds one.")
        await lead.press("escape")
        lead.sees("[Set-up]")
    service.define(roster_desk, FigureIn(name="visits", kind=FigureKind.COUNT))
    async with on_the_sheet(roster_desk) as lead:
        lead.sees("visits")


def _figures(desk: Desk) -> list[FigureLine]:
    with desk.books.reading() as reader:
        return figures.figures(reader, active_only=False)
