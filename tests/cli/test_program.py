"""Opening the program: on what, as whom, what is said afterwards. The program itself is a stand-in."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import teamops.app
from teamops.cli import output
from teamops.db.books import Books
from teamops.models.inputs.people import PersonIn, PostingIn
from teamops.models.people import PROGRAM, Role
from teamops.paths import Places, places
from teamops.services import people
from teamops.services.desk import Desk
from teamops.settings import Settings
from tests.cli.conftest import Run
from tests.conftest import at_morning, lead_of


class StandIn:
    """What the command line needs of the program, and what it was given."""

    opened: list[StandIn] = []  # noqa: RUF012 - emptied by the fixture
    failing = ""
    leaving: int | None = 0

    def __init__(self, desk: Desk, settings: Settings, at: Places) -> None:
        self.desk = desk
        self.settings = settings
        self.places = at
        self.failure = ""
        self.return_code: int | None = None
        self.later: list[Callable[[], None]] = []
        self.collecting = True
        self.opened.append(self)

    def call_later(self, callback: Callable[[], None]) -> None:
        self.later.append(callback)

    def action_who(self) -> None:
        """The list of who one may be."""

    def run(self) -> None:
        self.collecting = gc.isenabled()
        self.failure, self.return_code = self.failing, self.leaving


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, terminal: None) -> type[StandIn]:
    """The stand-in in the program's place, on a terminal."""
    monkeypatch.setattr(StandIn, "opened", [])
    monkeypatch.setattr(teamops.app, "Teamops", StandIn)
    monkeypatch.setenv("TERM", "xterm-256color")
    return StandIn


def test_without_a_command_the_program_opens_on_the_default_books(
    run: Run, program: type[StandIn], database: Path
) -> None:
    assert run() == (0, "", "")
    (app,) = program.opened
    assert app.desk.books.path == database
    assert app.desk.actor.number == "A101"
    assert app.desk.books.clock.today() == date(2026, 11, 23)
    assert app.places == places()
    assert app.later == []


def test_the_collector_is_quiet_until_the_program_has_painted(
    run: Run, program: type[StandIn], database: Path
) -> None:
    assert gc.isenabled()
    run()
    assert not program.opened[0].collecting
    assert gc.isenabled()


def test_where_nobody_can_tell_who_it_is_the_program_asks(
    run: Run, program: type[StandIn], database: Path
) -> None:
    books: Books = at_morning(database)
    day = date(2026, 11, 23)
    second = PersonIn(number="A102", name="李娜", joined_on=day)
    people.add(Desk(books, lead_of(books)), second, PostingIn(role=Role.LEAD, starts_on=day))
    books.close()
    run()
    run("--as", "a102")
    asking, knowing = program.opened
    assert asking.desk.actor == PROGRAM
    assert asking.later == [asking.action_who]
    assert knowing.desk.actor.name == "李娜"
    assert knowing.later == []


def test_a_fault_of_the_program_is_told_after_it(
    run: Run, program: type[StandIn], database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "failing", "it met a fault")
    monkeypatch.setattr(program, "leaving", 1)
    assert run() == (1, "", "it met a fault\n")


def test_a_program_that_was_ended_from_outside_has_no_status(
    run: Run, program: type[StandIn], database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "leaving", None)
    assert run().status == 0


def test_without_books_the_program_does_not_open(run: Run, program: type[StandIn]) -> None:
    ran = run()
    assert ran.status == 1
    assert "teamops init" in ran.error
    assert program.opened == []
    assert gc.isenabled()


@pytest.mark.parametrize("stream", ["stdin", "stderr"])
def test_without_a_terminal_it_says_what_to_do(
    run: Run,
    spoken: str,
    program: type[StandIn],
    database: Path,
    monkeypatch: pytest.MonkeyPatch,
    stream: str,
) -> None:
    monkeypatch.setattr(output, "is_terminal", lambda *streams: getattr(sys, stream) not in streams)
    for words in ((), ("demo",)):
        ran = run(*words)
        assert (ran.status, ran.out) == (2, "")
        assert "needs a terminal" in ran.error
        assert ran.error.startswith("譯") is (spoken != "en")
    assert program.opened == []


def test_a_dumb_terminal_is_told_so(
    run: Run, spoken: str, program: type[StandIn], database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    ran = run()
    assert ran.status == 2
    assert "TERM=dumb" in ran.error
    assert ran.error.startswith("譯") is (spoken != "en")
    assert program.opened == []
