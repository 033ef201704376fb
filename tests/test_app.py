"""The program as a whole: what becomes of faults, refusals, unknown settings, and of words too long to say."""

from __future__ import annotations

import asyncio
import threading

import pytest
from sqlalchemy.exc import IntegrityError

from teamops.app import SCREENS_BY_NAME, Teamops, _made
from teamops.errors import DatabaseBusy, DatabaseDamaged, Refusal
from teamops.models.people import Role
from teamops.paths import places
from teamops.screens.base import BaseScreen
from teamops.services import drafts
from teamops.services.desk import Desk
from teamops.settings import Settings
from tests.db.attack import spoil
from tests.journeys.keyboard import at_the_keyboard
from tests.screen_text import screen_text
from tests.services.holding import MONDAY

NOBODY = "無名氏"


class Nope(Refusal):
    """A refusal with markup in its words."""

    def __init__(self) -> None:
        super().__init__("[/] no \x1b[31m")


async def test_a_fault_ends_the_program_with_one_line(desk: Desk) -> None:
    app = Teamops(desk, Settings(), places())

    def fail() -> None:
        name = "張敏"
        raise ZeroDivisionError(len(name))

    async def run() -> None:
        async with app.run_test() as pilot:
            app.call_later(fail)
            while not app.failure:
                await pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await run()
    assert app.return_code == 1
    assert app.failure
    log = places().log.read_text(encoding="utf-8")
    assert "ZeroDivisionError: 2" in log
    assert "張敏" not in log, "nobody's data goes to the log"


async def test_books_that_turn_out_to_be_damaged_end_it_with_what_to_do(desk: Desk) -> None:
    app = Teamops(desk, Settings(), places())
    spoil(desk.books.path, "directive")

    async def run() -> None:
        async with app.run_test() as pilot:
            while not app.failure:
                await pilot.pause()

    with pytest.raises(DatabaseDamaged):
        await run()
    assert app.return_code == 1
    assert "teamops restore FILE" in app.failure
    assert not places().log.exists()


async def test_a_fault_of_the_database_tells_the_log_nobodys_data(desk: Desk) -> None:
    app = Teamops(desk, Settings(), places())

    def fail() -> None:
        from teamops.models.tables.people import Person
        from teamops.services.desk import rights, together

        with together(desk, "test.fail", rights(Role.LEAD)) as tx:
            tx.add(Person(number="Z1", name=NOBODY))

    async def run() -> None:
        async with app.run_test() as pilot:
            app.call_later(fail)
            while not app.failure:
                await pilot.pause()

    with pytest.raises(IntegrityError):
        await run()
    log = places().log.read_text(encoding="utf-8")
    assert "NOT NULL constraint failed" in log
    assert NOBODY not in log


async def test_actions_are_done_in_the_order_they_were_asked_for(desk: Desk) -> None:
    done: list[str] = []
    go = threading.Event()
    async with at_the_keyboard(desk) as lead:

        def slow() -> str:
            go.wait(10)
            return "slow"

        lead.app.do(slow, done.append)
        lead.app.do(lambda: "quick", done.append)
        lead.app.do(lambda: "no end")
        await asyncio.sleep(0)
        assert done == []
        go.set()
        await lead.settle()
        assert done == ["slow", "quick"]


async def test_a_refusal_is_said_as_it_stands_or_handed_on(desk: Desk) -> None:
    def refuse() -> None:
        raise Nope

    handed: list[Refusal] = []
    async with at_the_keyboard(desk) as lead:
        lead.app.do(refuse, refused=handed.append)
        await lead.settle()
        assert len(handed) == 1
        lead.misses("[/] no")
        lead.app.do(refuse)
        await lead.settle()
        lead.sees("[/] no ␛[31m")


async def test_a_draft_that_cannot_be_kept_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_told: object) -> None:
        raise DatabaseBusy(desk.books.path)

    async with at_the_keyboard(desk) as lead:
        monkeypatch.setattr(drafts, "save", refuse)
        lead.app.beside(lambda: drafts.save(desk.books, 1, "form", "", {"a": "b"}))
        await lead.settle()
        lead.sees("is being written by another", "nothing was saved. Try again.")


@pytest.mark.parametrize("text", ["[/] done", "long " * 30])
async def test_what_went_well_is_said_in_full(desk: Desk, text: str) -> None:
    async with at_the_keyboard(desk) as lead:
        lead.app.say(text)
        await lead.settle()
        assert " ".join(text.split()[:8]) in " ".join(lead.screen.split())
        lead.misses("…")


async def test_it_is_said_over_a_form_too(desk: Desk) -> None:
    async with at_the_keyboard(desk) as lead:
        await lead.press("4", "tab", "n")
        lead.app.say("[b]Signed.")
        await lead.settle()
        lead.sees("[b]Signed.")


async def test_an_unknown_theme_is_the_first_one(desk: Desk) -> None:
    app = Teamops(desk, Settings(theme="neon"), places())
    async with app.run_test():
        assert app.theme == "teamops-dark"


async def test_it_may_open_on_any_section(desk: Desk) -> None:
    app = Teamops(desk, Settings(theme="teamops-light"), places(), first="people")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "[People]" in screen_text(app)
        assert app.theme == "teamops-light"


def test_every_screen_that_is_opened_by_name_is_there() -> None:
    arguments: dict[str, tuple[object, ...]] = {
        "history": ("title", "meeting", 1),
        "targets": (MONDAY,),
        **dict.fromkeys(("agenda", "meeting", "minutes", "person", "readers"), (1,)),
    }
    for name, target in SCREENS_BY_NAME.items():
        if name in ("help", "menu"):
            continue
        assert isinstance(_made(target, *arguments.get(name, ())), BaseScreen), name
