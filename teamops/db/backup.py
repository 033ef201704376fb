"""Copies of the whole file: made while it is in use, checked, and put in place at once or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from teamops.db.chain import GENESIS
from teamops.db.schema import HEAD, migrate, remove, settle
from teamops.db.sqlite import APPLICATION_ID, connect, connect_to_header, explain
from teamops.errors import (
    BackupDamaged,
    BackupUnsound,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseExists,
    DatabaseInUse,
    FileMissing,
    NotOurDatabase,
    Refusal,
)

_BESIDE: Final = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file in use."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A backup: where it was put, its SHA-256, schema, newest event, when and of which file it was made."""

    file: str
    sha256: str
    schema: str
    events: int
    head: str
    made_at: str
    source: str
    branch: str


def manifest_path(backup: Path) -> Path:
    """Where the manifest of a backup lies."""
    return backup.with_name(backup.name + ".json")


def free(path: Path) -> Path:
    """`path`, or the first name numbered after it that is not taken."""
    n, found = 1, path
    while found.exists():
        n += 1
        found = path.with_name(f"{path.stem}-{n}{path.suffix}")
    return found


def copy(source: Path, target: Path) -> None:
    """A consistent copy of a database in use, checked before it gets its name; never over an existing file.

    The copy is one file that opens from a read-only medium, too.
    """
    if target.exists():
        raise DatabaseExists(target)
    with _part(target) as part:
        try:
            _copy(source, part, "DELETE")
        except sqlite3.Error as error:
            raise _explained(error, source, target) from error
        part.replace(target)
        _sync_folder(target)


def backup(source: Path, target: Path, made_at: datetime) -> Manifest:
    """Copy `source` to `target` and write the manifest beside it."""
    copy(source, target)
    with closing(connect(target, reading=True)) as connection:
        schema = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        newest = connection.execute("SELECT id, hash FROM event_log ORDER BY id DESC LIMIT 1").fetchone()
        branch = connection.execute("SELECT name FROM branch").fetchone()
    events, head = newest or (0, GENESIS)
    manifest = Manifest(
        file=str(target.absolute()),
        sha256=_sha256(target),
        schema=schema,
        events=events,
        head=head,
        made_at=made_at.isoformat(),
        source=source.name,
        branch=branch[0] if branch else "",
    )
    path = manifest_path(target)
    with _part(path) as part:
        with part.open("w", encoding="utf-8") as file:
            file.write(json.dumps(asdict(manifest), ensure_ascii=False, indent=2) + "\n")
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    return manifest


def read_manifest(backup_file: Path) -> Manifest | None:
    """The manifest beside a backup, none where there is none; refused where it does not fit the file."""
    path = manifest_path(backup_file)
    if not path.exists():
        return None
    try:
        manifest = Manifest(**json.loads(path.read_text("utf-8")))
        if manifest.sha256 != _sha256(backup_file):
            raise BackupDamaged(backup_file)
    except (OSError, ValueError, TypeError) as error:
        raise BackupDamaged(backup_file) from error
    return manifest


def restore(
    backup_file: Path, target: Path, stamp: str, progress: Callable[[str, float], None] | None = None
) -> Path | None:
    """Put a backup in the place of `target`; what it replaces is kept, and its new name returned.

    Before anything is replaced, the copy to be put there is verified as the books are, and brought up to date
    where it is of an older schema. A file stands under the name of `target` at every moment. Refused while
    another process has it open.
    """
    from teamops.db.books import check

    if not backup_file.exists():
        raise FileMissing(str(backup_file))
    version = check(backup_file)
    read_manifest(backup_file)
    with _part(target) as part:
        try:
            _copy(backup_file, part, "WAL")
        except sqlite3.Error as error:
            raise _explained(error, backup_file, target) from error
        if version != HEAD:
            migrate(part)
        _sure_sound(part, backup_file, progress)
        kept = _put_aside(target, stamp) if target.exists() else None
        for suffix in _BESIDE:  # of another file: it would be replayed into this one
            Path(f"{target}{suffix}").unlink(missing_ok=True)
        part.replace(target)
        _sync_folder(target)
    return kept


@contextmanager
def _part(target: Path) -> Iterator[Path]:
    """The name under which a file is made before it takes its own; nothing stays under it."""
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield part
        finally:
            remove(part)
    except OSError as error:
        raise explain(error, target) or error from error


def _copy(source: Path, part: Path, journal: str) -> None:
    remove(part)
    with (
        closing(connect(source, reading=True)) as origin,
        closing(sqlite3.connect(part, isolation_level=None)) as copied,
    ):
        origin.backup(copied)
        copied.execute(f"PRAGMA journal_mode={journal}")
        whole = copied.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        if not whole or copied.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise DatabaseDamaged(source)
    settle(part)


def _sure_sound(part: Path, backup_file: Path, progress: Callable[[str, float], None] | None) -> None:
    from teamops.db.verify import verify

    report = verify(part, progress)
    if not report.sound:
        raise BackupUnsound(backup_file, report.findings[0].line)
    settle(part)


def _explained(error: sqlite3.Error, source: Path, target: Path) -> Refusal:
    refusal = explain(error, target)
    return DatabaseDamaged(source) if refusal is None or isinstance(refusal, DatabaseDamaged) else refusal


def _put_aside(target: Path, stamp: str) -> Path:
    """Give what is replaced a second name: in one file where it is sound, as it lies where it is not."""
    try:
        with closing(connect_to_header(target)) as connection:
            # without a header SQLite would drop the log
            mark = connection.execute("PRAGMA application_id").fetchone()[0]
        if mark != APPLICATION_ID and target.stat().st_size:
            raise NotOurDatabase(target)
        with closing(connect(target)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")  # succeeds for the only one who has it open
    except sqlite3.Error as error:
        refusal = explain(error, target)
        if isinstance(refusal, DatabaseBusy):
            raise DatabaseInUse(target) from error
        if refusal is not None and not isinstance(refusal, DatabaseDamaged):
            raise refusal from error
    kept = free(target.with_name(f"{target.stem}.replaced-{stamp}{target.suffix}"))
    for suffix in ("", *_BESIDE):
        present = Path(f"{target}{suffix}")
        if present.exists():
            _name_too(present, Path(f"{kept}{suffix}"))
    return kept


def _name_too(present: Path, name: Path) -> None:
    try:
        name.hardlink_to(present)
    except OSError:  # a file system without links
        shutil.copy2(present, name)


def _sync_folder(path: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
