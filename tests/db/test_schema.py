"""The schema: what the models say, what the migrations make, and how older files come up to date."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from teamops.db import schema, sqlite
from teamops.db.books import Books, check
from teamops.db.engine import make_engine
from teamops.db.verify import verify
from teamops.errors import DatabaseExists, DatabaseFull, DatabaseUnreadable
from teamops.models.tables.base import Record
from tests.db.filled import KINDS, fill


def made_at(path: Path, version: str) -> Path:
    """A file as an older teamops made it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id={sqlite.APPLICATION_ID}")
    engine = make_engine(path)
    with engine.begin() as connection_:
        command.upgrade(schema.configuration(connection_), version)
    engine.dispose()
    return path


def parts(path: Path) -> dict[str, str]:
    """Everything in a file's schema by name."""
    with closing(sqlite3.connect(path)) as connection:
        return dict(
            connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        )


def test_head_and_known_are_what_the_scripts_are() -> None:
    scripts = ScriptDirectory.from_config(schema.configuration())
    revisions = [script.revision for script in scripts.walk_revisions()]
    assert (schema.HEAD, *schema.KNOWN) == (scripts.get_current_head(), *reversed(revisions))


def test_the_migrations_make_what_the_models_say(empty_file: Path) -> None:
    engine = make_engine(empty_file)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Record.metadata) == []
    engine.dispose()


@pytest.mark.parametrize("table", sorted(KINDS))
def test_every_constraint_and_index_is_made_word_for_word(table: str, empty_file: Path) -> None:
    """What Alembic does not compare: the checks, the words a column takes, the names."""
    made, modelled = parts(empty_file), Record.metadata.tables[table]
    assert lines(made[table]) == lines(str(CreateTable(modelled).compile(dialect=dialect())))
    for index in modelled.indexes:
        assert lines(made[str(index.name)]) == lines(str(CreateIndex(index).compile(dialect=dialect())))


def lines(sql: str) -> list[str]:
    """The parts of a CREATE statement in no order; where one column is named, its table says nothing."""
    sql = re.sub(r"\b\w+\.(?=\w)", "", sql)
    return sorted(re.sub(r"\s+", " ", line).strip(" ,") for line in sql.splitlines() if line.strip())


def test_every_table_of_facts_is_guarded_in_every_version(tmp_path: Path) -> None:
    for version in schema.KNOWN:
        made = parts(made_at(tmp_path / f"{version}.db", version))
        facts = {name for name, kind in KINDS.items() if kind.append_only and name in made}
        assert facts
        for table in facts:
            assert {f"{table}_{what}" for what in ("no_update", "no_delete", "no_replace")} <= made.keys()
        assert {"branch_stays", "branch_kind_stays"} <= made.keys()


@pytest.fixture
def filled(empty_books: Books) -> Any:
    fill(empty_books)
    with closing(sqlite.connect(empty_books.path)) as connection:
        yield connection


@pytest.mark.parametrize("table", sorted(name for name, kind in KINDS.items() if kind.append_only))
def test_facts_are_not_changed_removed_or_replaced(table: str, filled: sqlite3.Connection) -> None:
    key = filled.execute(f"SELECT max(id) FROM {table}").fetchone()[0]
    assert key
    for statement in (
        f"UPDATE {table} SET id = id",
        f"DELETE FROM {table} WHERE id = {key}",
        f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} WHERE id = {key}",
        f"REPLACE INTO {table} SELECT * FROM {table} WHERE id = {key}",
        f"INSERT INTO {table} SELECT * FROM {table} WHERE id = {key} ON CONFLICT (id) DO UPDATE SET id = id",
    ):
        for recursive in ("ON", "OFF"):
            filled.execute(f"PRAGMA recursive_triggers={recursive}")
            with pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"):
                filled.execute(statement)


def test_the_kind_of_books_never_changes_and_the_branch_stays(filled: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="never changes"):
        filled.execute("UPDATE branch SET kind = 'practice'")
    with pytest.raises(sqlite3.IntegrityError, match="never removed"):
        filled.execute("DELETE FROM branch")
    with pytest.raises(sqlite3.IntegrityError):
        filled.execute(
            "INSERT OR REPLACE INTO branch SELECT 1, name, '', region, zone, 'demo', 1 FROM branch"
        )
    filled.execute("UPDATE branch SET name = 'x', kind = kind")


# --- making and bringing up to date


def test_a_new_file_is_whole_and_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "team.db"
    schema.create(path)
    assert check(path) == schema.HEAD
    with pytest.raises(DatabaseExists):
        schema.create(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_file_that_cannot_be_made_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DatabaseUnreadable):
        schema.create(tmp_path / "file" / "team.db")


def test_a_failure_while_making_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.execute("PRAGMA max_page_count=1")
            connection.execute("CREATE TABLE t (x)")

    monkeypatch.setattr(command, "upgrade", full)
    with pytest.raises(DatabaseFull):
        schema.create(tmp_path / "team.db")
    assert list(tmp_path.iterdir()) == []


def test_an_older_file_is_brought_up_to_date_after_a_backup(tmp_path: Path) -> None:
    older = schema.KNOWN[-2]
    path = made_at(tmp_path / "team.db", older)
    Books.open(path).close()
    assert check(path) == schema.HEAD
    kept = tmp_path / f"team.before-{schema.HEAD}.db"
    assert check(kept) == older
    assert verify(path).sound
    again = made_at(tmp_path / "again.db", older)
    (tmp_path / f"again.before-{schema.HEAD}.db").write_bytes(b"taken")
    assert schema.upgrade(again).name == f"again.before-{schema.HEAD}-2.db"


def test_an_older_file_may_be_left_as_it_is(tmp_path: Path) -> None:
    path = made_at(tmp_path / "team.db", schema.KNOWN[0])
    Books.open(path, migrate=False).close()
    assert check(path) == schema.KNOWN[0]


def test_a_migration_that_fails_halfway_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made_at(tmp_path / "team.db", schema.KNOWN[-2])
    before = parts(path)

    def fail(config: Any, _head: str) -> None:
        connection: Connection = config.attributes["connection"]
        connection.exec_driver_sql("CREATE TABLE half (id INTEGER)")
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(command, "upgrade", fail)
        with pytest.raises(ZeroDivisionError):
            Books.open(path)
    assert parts(path) == before
    Books.open(path).close()
    assert check(path) == schema.HEAD


def test_a_migration_that_loses_a_row_others_refer_to_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made_at(tmp_path / "team.db", schema.KNOWN[-2])

    def orphan(config: Any, _head: str) -> None:
        connection: Connection = config.attributes["connection"]
        connection.exec_driver_sql("INSERT INTO team VALUES (1, 99, 'x', '', 1)")

    monkeypatch.setattr(command, "upgrade", orphan)
    with pytest.raises(RuntimeError, match="broke foreign keys"):
        Books.open(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM team").fetchone() == (0,)
