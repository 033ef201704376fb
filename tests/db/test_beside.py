"""What is kept beside the books: written at once, without an event, and nothing else with it."""

from __future__ import annotations

import sqlite3
from datetime import timedelta

import pytest

from teamops.db import sqlite
from teamops.db.beat import drop_clock, save_clock
from teamops.db.beside import beside
from teamops.db.books import Books
from teamops.db.verify import verify
from teamops.errors import DatabaseBusy
from teamops.models.meetings import ClockView, Section
from teamops.services.reading.meetings import clock_of
from tests.conftest import MORNING


def test_the_clock_of_a_meeting_is_kept_told_and_forgotten(books: Books) -> None:
    before = books.last_event()
    view = ClockView.started(MORNING).at(
        MORNING + timedelta(milliseconds=61_234), section=Section.PROGRESS, held=True
    )
    save_clock(books, 7, ClockView.started(MORNING))
    save_clock(books, 7, view)
    save_clock(books, 8, ClockView.started(MORNING))
    with books.reading() as reader:
        assert clock_of(reader, 7) == view
    drop_clock(books, 7)
    with books.reading() as reader:
        assert clock_of(reader, 7) is None
        assert clock_of(reader, 8) is not None
    assert books.last_event() == before
    assert verify(books.path).sound


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE team SET name = 'x'",
        "DELETE FROM figure",
        "INSERT INTO team VALUES (9, 1, 'x', '', 1)",
        "UPDATE alembic_version SET version_num = 'x'",
        "DROP TABLE draft",
    ],
)
def test_nothing_else_is_written_that_way(books: Books, statement: str) -> None:
    with pytest.raises(sqlite3.DatabaseError, match="not authorized"), beside(books) as connection:
        connection.execute(statement)


def test_a_fault_leaves_nothing(books: Books) -> None:
    def keep_and_fail(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO draft VALUES (1, 1, 'form', '', '{}', '2026-11-23')")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), beside(books) as connection:
        keep_and_fail(connection)
    with books.reading() as reader:
        assert reader.value("SELECT count(*) FROM draft") == 0


def test_while_the_books_are_written_it_is_refused_in_words(
    books: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
    holder = sqlite.connect(books.path)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseBusy):
        drop_clock(books, 1)
    holder.close()
