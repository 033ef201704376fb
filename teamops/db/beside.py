"""Short writes beside the books: no event, no waiting for the disk, and nobody is told."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime

from teamops.db.books import Books
from teamops.db.exempt import BESIDE
from teamops.db.sqlite import connect, explain

_WRITES = (sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE)


@contextmanager
def beside(books: Books) -> Iterator[sqlite3.Connection]:
    """A transaction that may write the tables in BESIDE and no other; a power cut may lose the last of it."""
    try:
        with closing(connect(books.path)) as connection:
            connection.execute("PRAGMA synchronous=NORMAL")
            connection.set_authorizer(_only_beside)
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()
    except sqlite3.Error as error:
        if refusal := explain(error, books.path):
            raise refusal from error
        raise


def _only_beside(action: int, table: str | None, *_more: str | None) -> int:
    return sqlite3.SQLITE_DENY if action in _WRITES and table not in BESIDE else sqlite3.SQLITE_OK


def as_moment(value: datetime) -> str:
    """A moment as the file keeps it."""
    return f"{value.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}"
