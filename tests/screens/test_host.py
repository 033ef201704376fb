"""What screens ask of the application: seeking beside the keys."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

from teamops.errors import DatabaseMissing, Refusal
from teamops.services.desk import Desk, Reader
from tests.journeys.keyboard import at_the_keyboard


def endless(started: threading.Event) -> Callable[[Reader], int]:
    """A question that has no end."""

    def ask(reader: Reader) -> int:
        while True:
            reader.value("SELECT 1")
            started.set()

    return ask


async def test_a_newer_question_gives_the_older_one_up(roster_desk: Desk) -> None:
    started = threading.Event()
    found: list[int] = []
    async with at_the_keyboard(roster_desk) as lead:
        lead.app.seek(endless(started), found.append)
        await asyncio.to_thread(started.wait)
        lead.app.seek(endless(threading.Event()), found.append)  # given up before it begins, or at once
        lead.app.seek(lambda reader: int(reader.value("SELECT 7")), found.append)
        await lead.settle()
        assert found == [7]


async def test_leaving_does_not_wait_for_an_answer(roster_desk: Desk) -> None:
    started = threading.Event()
    async with at_the_keyboard(roster_desk) as lead:
        lead.app.seek(endless(started), lambda _found: None)
        await asyncio.to_thread(started.wait)
        lead.app.stop_threads()
        await lead.settle()


async def test_a_question_refused_is_said(roster_desk: Desk) -> None:
    def ask(reader: Reader) -> int:
        raise refusal

    refusal: Refusal = DatabaseMissing(roster_desk.books.path)
    async with at_the_keyboard(roster_desk, (120, 36)) as lead:
        lead.app.seek(ask, lambda _found: None)
        await lead.settle()
        lead.sees(str(refusal)[:20])
