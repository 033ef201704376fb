"""Backups of the books, and putting one back."""

from __future__ import annotations

from pathlib import Path

from teamops.clock import Clock
from teamops.db import backup as files
from teamops.db.backup import Manifest
from teamops.db.books import Books
from teamops.paths import places


def default_target(books: Books) -> Path:
    """Where a backup made now goes when no file is named."""
    stamp = f"{books.clock.local(books.clock.now()):%Y%m%d-%H%M%S}"
    return files.free(places().backups / f"{books.path.stem}-{stamp}.db")


def backup(books: Books, target: Path | None = None) -> Manifest:
    """Copy the books while they are in use; the manifest says where the copy lies and what it holds.

    Raises DatabaseExists, DatabaseFull, DatabaseDamaged.
    """
    return files.backup(books.path, target or default_target(books), books.clock.now())


def restore(file: Path, target: Path) -> Path | None:
    """Put a backup in the place of `target`, which nobody may have open; where the old books are kept.

    Raises BackupDamaged, DatabaseInUse and what opening the backup raises.
    """
    return files.restore(file, target, f"{Clock().now():%Y%m%d-%H%M%S}")
