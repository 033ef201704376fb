"""Triggers by which the database itself refuses what no rule allows.

A rebuilt table loses its triggers, so every migration that rebuilds one calls these again.
"""

from __future__ import annotations

from sqlalchemy import Connection


def append_only(connection: Connection, table: str) -> None:
    """Refuse UPDATE, DELETE and REPLACE of `table` (model.md I1, I4)."""
    there = f"SELECT 1 FROM {table} WHERE id = NEW.id"  # noqa: S608
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    for name, when in (
        ("no_update", f"BEFORE UPDATE ON {table}"),
        ("no_delete", f"BEFORE DELETE ON {table}"),
        ("no_replace", f"BEFORE INSERT ON {table} WHEN EXISTS ({there})"),
    ):
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_{name}")
        connection.exec_driver_sql(f"CREATE TRIGGER {table}_{name} {when} {refuse}")


def branch_is_for_good(connection: Connection) -> None:
    """Refuse to remove or replace the branch or to pass practice books off as real ones."""
    for name, when, said in (
        ("kind_stays", "BEFORE UPDATE OF kind ON branch WHEN NEW.kind <> OLD.kind", "the kind never changes"),
        ("stays", "BEFORE DELETE ON branch", "the branch is never removed"),
        (
            "is_one",
            "BEFORE INSERT ON branch WHEN EXISTS (SELECT 1 FROM branch)",
            "the branch is there already",
        ),
    ):
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS branch_{name}")
        refuse = f"BEGIN SELECT RAISE(ABORT, '{said}'); END"
        connection.exec_driver_sql(f"CREATE TRIGGER branch_{name} {when} {refuse}")
