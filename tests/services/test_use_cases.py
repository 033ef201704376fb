"""Every action there is: who may do it, and that it is done whole, logged and sound, or not at all.

Example calls stand in `examples/<register>.py`. EXAMPLES maps an action's name to a function that prepares
what it needs in FOUNDED and gives the call itself, which is tried again and again until it succeeds. Where
only the program may act, the books are still empty.
"""

from __future__ import annotations

import importlib
import pkgutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

import teamops.services
from teamops.db.books import Books
from teamops.db.verify import verify
from teamops.errors import NotAllowed
from teamops.models.people import PROGRAM, Actor, Role
from teamops.services.desk import USE_CASES, Desk, Scope
from tests.services import examples

Example = Callable[[Desk], Callable[[], object]]

for _module in pkgutil.iter_modules(teamops.services.__path__, "teamops.services."):
    importlib.import_module(_module.name)

EXAMPLES: Mapping[str, Example] = {
    name: example
    for module in pkgutil.iter_modules(examples.__path__, "tests.services.examples.")
    for name, example in importlib.import_module(module.name).EXAMPLES.items()
}
NAMES = sorted(name for name, case in USE_CASES.items() if case.inside.__module__.startswith("teamops."))


class Fault(Exception):
    """Raised in the middle of an action."""


@contextmanager
def failing_at(engine: Engine, step: int) -> Iterator[None]:
    """Raise at the given statement or commit of what is done inside, counted from 1."""
    count = 0

    def count_down(*_: object) -> None:
        nonlocal count
        count += 1
        if count == step:
            raise Fault

    for name in ("before_cursor_execute", "commit"):
        event.listen(engine, name, count_down)
    try:
        yield
    finally:
        for name in ("before_cursor_execute", "commit"):
            event.remove(engine, name, count_down)


def everything(path: Path) -> dict[str, list[Any]]:
    """All rows of all tables."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables}


def test_every_action_has_an_example_call() -> None:
    assert sorted(EXAMPLES) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_action_is_named_by_its_register_and_says_what_it_does(name: str) -> None:
    case = USE_CASES[name]
    register, _dot, verb = name.partition(".")
    assert register
    assert verb
    assert case.registers[0] == register
    assert case.__doc__


@pytest.mark.parametrize("name", NAMES)
def test_every_action_states_who_may_do_it_and_refuses_others(name: str, desk: Desk) -> None:
    may = USE_CASES[name].may
    assert may
    assert all(isinstance(scope, Scope) for scope in may.values())
    before = everything(desk.books.path)
    for role in {None, *Role} - may.keys():
        with pytest.raises(NotAllowed):
            USE_CASES[name](Desk(desk.books, Actor(1, "A101", "徐靜", role)))
    assert everything(desk.books.path) == before


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_every_action_is_done_whole_or_not_at_all(name: str, request: pytest.FixtureRequest) -> None:
    founding = set(USE_CASES[name].may) == {None}
    books: Books = request.getfixturevalue("empty_books" if founding else "books")
    desk = Desk(books, PROGRAM) if founding else request.getfixturevalue("desk")
    call = EXAMPLES[name](desk)
    heard: list[str] = []
    books.subscribe(heard.append)
    before, newest = everything(books.path), books.last_event()
    for step in range(1, 2000):
        with failing_at(books.engine, step):
            try:
                call()
            except Fault:
                assert everything(books.path) == before, f"step {step} left something behind"
                assert not heard
                continue
        break
    assert step > 3, "nothing was written"
    assert set(heard) == set(USE_CASES[name].registers)
    with books.reading() as reader:
        actions = {
            action for (action,) in reader.rows("SELECT action FROM event_log WHERE id > ?", (newest,))
        }
    assert actions == {name}
    assert [finding.line for finding in verify(books.path).findings] == []
