"""Backups of the books, and putting one back."""

from __future__ import annotations

from pathlib import Path

from teamops.clock import Clock
from teamops.db import backup as files
from teamops.db.backup import Manifest
from teamops.db.books import Books
from teamops.db.verify import Progress
from teamops.errors import FolderMissing
from teamops.paths import places


def default_target(books: Books) -> Path:
    """Where a backup made now goes when no file is named."""
    stamp = f"{books.clock.local(books.clock.now()):%Y%m%d-%H%M%S}"
    return files.free(places().backups / f"{books.path.stem}-{stamp}.db")


def backup(books: Books, target: Path | None = None) -> Manifest:
    """Copy the books while they are in use; the manifest says where the copy lies and what it holds.

    Raises FolderMissing, DatabaseExists, DatabaseFull, DatabaseDamaged.
    """
    target = target or default_target(books)
    _sure_folder(target)
    return files.backup(books.path, target, books.clock.now())


def restore(file: Path, target: Path, progress: Progress | None = None) -> Path | None:
    """Put a backup in the place of `target`, which nobody may have open; where the old books are kept.

    Nothing is touched unless the backup is sound as `verify` says; `progress` hears how far that is.
    Raises FileMissing, FolderMissing, BackupDamaged, BackupUnsound, DatabaseInUse and what opening the backup
    raises.
    """
    _sure_folder(target)
    return files.restore(file, target, f"{Clock().now():%Y%m%d-%H%M%S}", progress)


def _sure_folder(target: Path) -> None:
    """Refuse a folder that is not there, but for the program's own, which are made."""
    own = places()
    made = {own.data.resolve(), own.backups.resolve()}
    if target.parent.resolve() not in made and not target.parent.is_dir():
        raise FolderMissing(target.parent)
