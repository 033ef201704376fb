"""Reading without the object layer: plain rows of plain SQL, in one consistent picture of the books.

Screens paint before the object layer is even imported, and a list of a million lines never becomes a million
objects. The SQL is standard; the values come as the file keeps them, and `day`, `moment`, `clock`, `amount`
turn them into what the program works with.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

SCALE = 4


class GivenUp(Exception):
    """A query was given up, for nobody waits for its answer any more."""


class Reader:
    """One connection that only reads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._left = self._given_up = False
        self._leaving = threading.Lock()

    def rows(self, sql: str, parameters: Mapping[str, Any] | Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        return self._run(sql, parameters).fetchall()

    def one(self, sql: str, parameters: Mapping[str, Any] | Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, or none."""
        row: tuple[Any, ...] | None = self._run(sql, parameters).fetchone()
        return row

    def value(self, sql: str, parameters: Mapping[str, Any] | Sequence[Any] = ()) -> Any:
        """The first value of the first row, or none."""
        row = self.one(sql, parameters)
        return None if row is None else row[0]

    def _run(self, sql: str, parameters: Mapping[str, Any] | Sequence[Any]) -> sqlite3.Cursor:
        if self._given_up:
            raise GivenUp
        return self._connection.execute(sql, parameters)

    def interrupt(self) -> None:
        """Give up the query that runs in another thread, and those after it; too late, it does nothing."""
        with self._leaving:
            if not self._left:
                self._given_up = True
                self._connection.interrupt()

    def leave(self) -> None:
        """Say that the connection goes on to another reader."""
        with self._leaving:
            self._left = True


def day(kept: str | None) -> date | None:
    """A day as kept."""
    return None if kept is None else date.fromisoformat(kept)


def sure_day(kept: str) -> date:
    """A day that is always there."""
    return date.fromisoformat(kept)


def moment(kept: str | None) -> datetime | None:
    """A moment as kept, aware."""
    return None if kept is None else datetime.fromisoformat(kept).replace(tzinfo=UTC)


def sure_moment(kept: str) -> datetime:
    """A moment that is always there."""
    return datetime.fromisoformat(kept).replace(tzinfo=UTC)


def clock(kept: str) -> time:
    """A time of day as kept."""
    return time.fromisoformat(kept)


def amount(kept: int | None) -> Decimal | None:
    """An amount as kept."""
    return None if kept is None else Decimal(kept).scaleb(-SCALE)


def sure_amount(kept: int | None) -> Decimal:
    """An amount as kept; none counts as nothing."""
    return Decimal(kept or 0).scaleb(-SCALE)
