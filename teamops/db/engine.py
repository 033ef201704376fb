"""SQLAlchemy's engine on the file; imported when something is first written."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, Table, create_engine, event
from sqlalchemy.dialects import sqlite

from teamops.db.sqlite import connect

Processor = Callable[[Any], Any]


def make_engine(path: Path, *, durable: bool = True) -> Engine:
    """An engine whose transactions are all BEGIN IMMEDIATE: a reader that turns writer would fail at once.

    Without `durable` no commit waits for the disk.
    """

    def creator() -> sqlite3.Connection:
        connection = connect(path)
        if not durable:
            connection.execute("PRAGMA synchronous=OFF")
        return connection

    engine = create_engine(
        "sqlite://", creator=creator, poolclass=QueuePool, pool_size=2, max_overflow=4, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


@cache
def driver_columns(table: Table) -> tuple[tuple[str, Processor | None], ...]:
    """A table's columns, each with what turns a value into what the driver keeps (none: nothing does)."""
    dialect = sqlite.dialect()
    return tuple(
        (column.name, column.type.dialect_impl(dialect).bind_processor(dialect)) for column in table.columns
    )


def as_kept(table: Table, values: Mapping[str, Any]) -> tuple[Any, ...]:
    """One row as it goes to the driver, in the order of the table's columns."""
    return tuple(
        values[name] if processor is None else processor(values[name])
        for name, processor in driver_columns(table)
    )
