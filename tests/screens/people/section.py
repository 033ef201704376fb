"""Section 6 at the keyboard: its lists by their names, and forms filled in field by field."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from teamops.services.desk import Desk
from teamops.services.reading import people
from tests.journeys.keyboard import Keyboard, at_the_keyboard

TABS = ("people", "groups", "outlets", "calendar", "setup")


@asynccontextmanager
async def at(tab: str, desk: Desk, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Keyboard]:
    """One of the section's lists."""
    async with at_the_keyboard(desk, size) as keyboard:
        await keyboard.press("6", *["tab"] * TABS.index(tab))
        yield keyboard


async def fill(keyboard: Keyboard, *fields: str | tuple[str, ...] | None) -> None:
    """Fill in fields from the one with the focus on: a text anew, keys for a choice, None as it is."""
    for field in fields:
        if isinstance(field, str):
            await keyboard.press("ctrl+u")
            await keyboard.type(field)
        elif field is not None:
            await keyboard.press(*field)
        await keyboard.press("tab")


def as_(desk: Desk, number: str) -> Desk:
    """The desk of somebody else in the same books."""
    with desk.books.reading() as reader:
        return Desk(desk.books, people.actor(reader, number, desk.books.clock.today()))


def key_of(desk: Desk, number: str) -> int:
    """The key of a person."""
    with desk.books.reading() as reader:
        everybody = people.people(reader, desk.books.clock.today(), include_left=True)
    return next(line.id for line in everybody if line.number == number)
