"""Opening the file: the pragmas every connection needs, and what its faults mean to a user."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final

from teamops.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseFull,
    DatabaseMissing,
    DatabaseReadOnly,
    DatabaseUnreadable,
    Refusal,
)

APPLICATION_ID: Final = 0x7465616D
"""Marks the file as ours, so that another program's database is never written to."""

BUSY_SECONDS: Final = 5.0
PRAGMAS: Final = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "trusted_schema=OFF",
)
READING_PRAGMAS: Final = (
    "query_only=ON",
    "trusted_schema=OFF",
    "cache_size=-512",  # KiB: a screen reads few pages, and the system keeps them too
)

_MEANING: Final[dict[tuple[str, ...], type[Refusal]]] = {
    ("SQLITE_BUSY", "SQLITE_LOCKED"): DatabaseBusy,
    ("SQLITE_READONLY",): DatabaseReadOnly,
    ("SQLITE_FULL",): DatabaseFull,
    ("SQLITE_NOTADB", "SQLITE_CORRUPT"): DatabaseDamaged,
}

_ON_DISK: Final[dict[int, Callable[[Path], Refusal]]] = {
    errno.ENOSPC: DatabaseFull,
    errno.EDQUOT: DatabaseFull,
    errno.EACCES: DatabaseReadOnly,
    errno.EPERM: DatabaseReadOnly,
    errno.EROFS: DatabaseReadOnly,
}

_BESIDE_FILE: Final = 32768
"""The bytes of the index that SQLite keeps beside a file in use."""


def connect(path: Path, *, reading: bool = False) -> sqlite3.Connection:
    """A connection that sends no BEGIN of its own; `reading` refuses to write."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=BUSY_SECONDS, isolation_level=None,
        check_same_thread=False,
    )  # fmt: skip
    try:
        for pragma in READING_PRAGMAS if reading else PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def connect_to_header(path: Path) -> sqlite3.Connection:
    """A connection that locks nothing and takes the main file for the whole: good for its header only."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def explain(error: BaseException, path: Path) -> Refusal | None:
    """The refusal that a fault of the database or its disk means to a user; none where the program is at fault."""
    if isinstance(error, OSError):
        if error.errno in _ON_DISK:
            return _ON_DISK[error.errno](path)
        return DatabaseUnreadable(path, error.strerror or str(error))
    origin = getattr(error, "orig", None) or error
    name = str(getattr(origin, "sqlite_errorname", ""))
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_PERM")):
        if not all(os.access(place, os.W_OK) for place in (path.parent, path) if place.exists()):
            return DatabaseReadOnly(path)
        if _no_room(path):
            return DatabaseFull(path)
        if name.startswith("SQLITE_CANTOPEN") and not path.exists():
            return DatabaseMissing(path)
        return DatabaseUnreadable(path, str(origin))
    return next((kind(path) for prefixes, kind in _MEANING.items() if name.startswith(prefixes)), None)


def _no_room(path: Path) -> bool:
    """Whether not even what SQLite keeps beside a file finds room: it says an I/O error then."""
    import shutil

    try:
        return shutil.disk_usage(path.parent).free < _BESIDE_FILE
    except OSError:
        return False
