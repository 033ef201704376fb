"""What somebody with the file and a database tool may do to it: triggers are no hindrance, they come back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any


def attack(path: Path, deed: Callable[[sqlite3.Connection], object]) -> None:
    """Do something to the file behind the program's back and leave no trace in the schema."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("foreign_keys=OFF", "ignore_check_constraints=ON", "synchronous=OFF"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _sql in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        deed(connection)
        for _name, sql in triggers:
            connection.execute(sql)
        connection.execute("COMMIT")


def flip(path: Path, table: str, column: str) -> None:
    """Change one value of the newest row of a table by as little as can be."""

    def deed(connection: sqlite3.Connection) -> None:
        key, value = connection.execute(
            f"SELECT id, {column} FROM {table} ORDER BY id DESC LIMIT 1"
        ).fetchone()
        connection.execute(
            f"UPDATE {table} SET {column} = CAST(? AS {_kind(value)}) WHERE id = ?", (_other(value), key)
        )

    attack(path, deed)


def spoil(path: Path, table: str) -> None:
    """Damage the page a table begins on."""
    with closing(sqlite3.connect(path)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xff" * 4096)


def _kind(value: Any) -> str:
    return "INTEGER" if isinstance(value, int) else "TEXT"


def _other(value: Any) -> Any:
    match value:
        case None | "":
            return b"1"
        case int():
            return value + 1
        case _:
            kept = str(value).encode()
            return bytes([kept[0] ^ 1]) + kept[1:]
