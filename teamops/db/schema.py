"""The schema's versions: which are known, how a new file is made, how an old one is brought up to date."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

HEAD: Final = "0003"
KNOWN: Final = ("0001", "0002", "0003")


def create(path: Path) -> None:
    """Make an empty database at `path`, which must not exist; a failure leaves no file."""
    from teamops.db.sqlite import APPLICATION_ID, explain
    from teamops.errors import DatabaseExists

    if path.exists():
        raise DatabaseExists(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(exist_ok=False)
    except OSError as error:
        raise explain(error, path) or error from error
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        _migrate(path)
    except BaseException as error:
        remove(path)
        if refusal := explain(error, path):
            raise refusal from error
        raise


def remove(path: Path) -> None:
    """Take away a database that was only half made, with what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def settle(path: Path) -> None:
    """Have everything that was written to a file, now closed, on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def upgrade(path: Path) -> Path:
    """Bring an older file to HEAD after a backup beside it; the backup's path."""
    from teamops.db.backup import copy, free

    kept = free(path.with_name(f"{path.stem}.before-{HEAD}{path.suffix}"))
    copy(path, kept)
    migrate(path)
    return kept


def migrate(path: Path) -> None:
    """Bring an older file to HEAD as it lies."""
    from teamops.db.sqlite import explain

    try:
        _migrate(path)
    except Exception as error:
        if refusal := explain(error, path):
            raise refusal from error
        raise


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's configuration; there is no ini file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.set_main_option("path_separator", "os")
    if connection is not None:
        config.attributes["connection"] = connection
    return config


def _migrate(path: Path) -> None:
    from alembic import command

    from teamops.db.engine import make_engine

    engine = make_engine(path)
    try:
        with engine.connect() as connection:
            # Rebuilding a table must not cascade into its children; inside a transaction the pragma is void.
            connection.connection.execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                command.upgrade(configuration(connection), HEAD)
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
                if broken:
                    raise RuntimeError(f"migration broke foreign keys: {broken[:3]}")
            connection.connection.execute("PRAGMA foreign_keys=ON")
    finally:
        engine.dispose()
