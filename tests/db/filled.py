"""Books with a row in every table that the event log covers, each field filled."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from sqlalchemy import Boolean, Column, Enum, Integer, Table, Time, func, select
from sqlalchemy.types import TypeEngine

from teamops.db.books import Books
from teamops.db.transaction import Transaction, transaction
from teamops.db.verify import NUMBERED
from teamops.models.meetings import RollMark
from teamops.models.people import PROGRAM, PersonState
from teamops.models.tables import action_items, books, calendar, directives, figures, meetings, people
from teamops.models.tables.base import Amount, Day, Moment, Record
from teamops.models.words import Series

REGISTERS = (action_items, books, calendar, directives, figures, meetings, people)
KINDS: dict[str, type[Record]] = {
    mapper.class_.__tablename__: mapper.class_ for mapper in Record.registry.mappers
}
LOGGED = tuple(table.name for table in Record.metadata.sorted_tables if KINDS[table.name].logged)

DAY = date(2026, 11, 23)
_SERIES = {table: series for series, table in NUMBERED.items()}
_OWN: dict[str, Any] = {
    "action_item.section": "market",
    "branch.zone": "Asia/Shanghai",
    "figure_value.words": "",
    "minutes.digest": hashlib.sha256(b"minutes.body").hexdigest(),
    "outlet_hours.closes": time(17, 30),
    "person.state": PersonState.LEFT,
    "roll_line.mark": RollMark.LATE,
}
"""Fields that a constraint ties to another field."""


def fill(target: Books) -> None:
    """Write a row into every table that has none, in one action."""
    with transaction(target, PROGRAM, "test.fill") as tx:
        for table in Record.metadata.sorted_tables:
            kind = KINDS[table.name]
            if kind.logged and not tx.value(select(func.count()).select_from(kind)):
                tx.add(
                    kind(
                        **{
                            column.name: _value(tx, table, column)
                            for column in table.columns
                            if _given(column)
                        }
                    )
                )


def _given(column: Column[Any]) -> bool:
    return column.name not in {"id", "version"}


def _value(tx: Transaction, table: Table, column: Column[Any]) -> Any:
    own = _OWN.get(f"{table.name}.{column.name}")
    if own is not None:
        return own
    if column.name == "number" and table.name in _SERIES:
        return tx.number(_SERIES[table.name], DAY)
    if column.foreign_keys:
        parent = next(iter(column.foreign_keys)).column.table
        return None if parent is table else tx.value(select(func.max(parent.c.id)))
    return _plain(table, column)


_PLAIN: dict[type[TypeEngine[Any]], Any] = {
    Boolean: True,
    Moment: datetime(2026, 11, 23, 0, 30, tzinfo=UTC),
    Day: DAY,
    Amount: Decimal("12.5"),
    Time: time(8, 30),
    Integer: 1,
}


def _plain(table: Table, column: Column[Any]) -> Any:
    if isinstance(column.type, Enum) and column.type.enum_class is not None:
        return next(iter(column.type.enum_class))
    return next(
        (value for kind, value in _PLAIN.items() if isinstance(column.type, kind)),
        f"{table.name}.{column.name}",
    )


assert set(Series) == set(NUMBERED), "every series of numbers belongs to a table"
